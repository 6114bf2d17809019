"""Fixtures for all tests of the window: the desk's theme on the application, lanes that end."""

import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from minors_desk import app
from minors_desk.services import signing_in
from minors_desk.services.desk import Desk
from minors_desk.storage.keys import FLOOR
from minors_desk.ui import theme
from minors_desk.ui.main_window import MainWindow
from minors_desk.ui.session import Session
from minors_desk.ui.tasks import Tasks


@pytest.fixture(autouse=True)
def _themed(qapp: QApplication) -> None:
    """Every test starts light, at 100 percent, whatever the one before did."""
    theme.apply(qapp, "light", 100)


@pytest.fixture
def tasks(qtbot: QtBot) -> Iterator[Tasks]:
    """The two lanes; nothing is left running."""
    lanes = Tasks()
    yield lanes
    lanes.close()


PASSPHRASE = "harbour lantern cello moss"  # noqa: S105 - opens test records only
START = datetime(2026, 11, 24, 9, 12, tzinfo=UTC)
"""03:12 at the station, in Chicago."""


class StoryClock:
    """A clock that goes on when a test says so."""

    def __init__(self) -> None:
        self.at = START

    def __call__(self) -> datetime:
        return self.at

    def go_on(self, minutes: float) -> None:
        self.at += timedelta(minutes=minutes)


@pytest.fixture
def story() -> StoryClock:
    return StoryClock()


@pytest.fixture(scope="session")
def founded_record(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A real encrypted record with one supervisor, at the least cost of its keys."""
    folder = tmp_path_factory.mktemp("founded") / "record"
    founding = signing_in.Founding(
        station="Area Central",
        jurisdiction="US-IL",
        zone="America/Chicago",
        login="rivera",
        name="D. Rivera",
        badge="4471",
    )
    desk, _ = signing_in.found(folder, founding, PASSPHRASE, clock=lambda: START, cost=FLOOR)
    desk.close()
    return folder


@pytest.fixture
def record(founded_record: Path, tmp_path: Path) -> Path:
    """A copy of the record that a test may do anything to."""
    return Path(shutil.copytree(founded_record, tmp_path / "record"))


@dataclass
class Opened:
    """The real window, and how often its lock asked to begin anew."""

    window: MainWindow
    story: StoryClock
    restarts: list[int]

    @property
    def session(self) -> Session:
        assert self.window.session is not None
        return self.window.session

    @property
    def desk(self) -> Desk:
        assert self.window._desk is not None
        return self.window._desk


@pytest.fixture
def opened(qtbot: QtBot, record: Path, tmp_path: Path, story: StoryClock) -> Opened:
    """The real window at sign-in, on a real record."""
    restarts: list[int] = []
    window = app.build(
        story,
        settings_folder=tmp_path / "settings",
        record=record,
        restart=lambda: restarts.append(1),
    )
    qtbot.addWidget(window)
    with qtbot.waitSignal(window.ready, timeout=30_000):
        window.begin()
    return Opened(window, story, restarts)


@pytest.fixture
def at_board(qtbot: QtBot, opened: Opened) -> Opened:
    """Signed in, with the board read."""
    with qtbot.waitSignal(opened.window.signed_in, timeout=30_000):
        opened.window.sign_in.asked.emit("rivera", PASSPHRASE)
    qtbot.waitUntil(lambda: not opened.window.tasks.busy(), timeout=30_000)
    return opened
