"""First start: station and law, first supervisor, recovery sheet typed back; then the board."""

import stat
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from minors_desk import app
from minors_desk.services import signing_in
from minors_desk.storage.keys import FLOOR
from minors_desk.ui.main_window import MainWindow
from minors_desk.ui.views.first_start_view import FirstStartView
from minors_desk.ui.views.new_folder import folder_wrong
from minors_desk.ui.views.recovery_step import ASKED_FOR
from tests.ui.conftest import PASSPHRASE, StoryClock

ENTER = Qt.Key.Key_Return


@pytest.fixture
def window(
    qtbot: QtBot, tmp_path: Path, story: StoryClock, monkeypatch: pytest.MonkeyPatch
) -> MainWindow:
    """The real window on a computer that knows no record; keys at their least cost."""
    monkeypatch.setattr(signing_in, "calibrated_cost", lambda: FLOOR)
    made = app.build(
        story, settings_folder=tmp_path / "settings", record=None, restart=lambda: None
    )
    qtbot.addWidget(made)
    with qtbot.waitSignal(made.ready, timeout=30_000):
        made.begin()
    return made


def shown(window: MainWindow) -> FirstStartView:
    assert window.first_start is not None
    return window.first_start


def tell_station(view: FirstStartView, folder: Path) -> None:
    view.station.set_text("Area Central")
    view.jurisdiction.set_text("US-IL")
    view.telephone.set_text(" 312 555 0144 ")
    view.folder.set_text(str(folder))
    QTest.keyClick(view, ENTER)


def tell_person(view: FirstStartView, again: str = PASSPHRASE) -> None:
    for field, text in (
        (view.login, "rivera"),
        (view.name, "D. Rivera"),
        (view.badge, "4471"),
        (view.passphrase, PASSPHRASE),
        (view.again, again),
    ):
        field.set_text(text)
    QTest.keyClick(view, ENTER)


def made_record(qtbot: QtBot, view: FirstStartView, folder: Path) -> None:
    tell_station(view, folder)
    tell_person(view)
    qtbot.waitUntil(lambda: view.desk() is not None, timeout=60_000)


def test_what_is_missing_is_told_at_its_field(window: MainWindow) -> None:
    view = shown(window)
    QTest.keyClick(view, ENTER)
    assert view.step() == 0
    assert view.station.error() and view.jurisdiction.error()
    assert "Write" in view.station.error()


def test_one_zone_is_filled_in_and_the_time_there_is_told(window: MainWindow) -> None:
    view = shown(window)
    view.jurisdiction.set_text("Illinois")
    assert view.zone.value() == "America/Chicago"


def test_a_folder_that_holds_something_is_refused(tmp_path: Path) -> None:
    (tmp_path / "there").mkdir()
    (tmp_path / "there" / "a file").write_text("x")
    assert folder_wrong(str(tmp_path / "there")) is not None
    assert folder_wrong("not/absolute") is not None
    assert folder_wrong("") is not None
    assert folder_wrong(str(tmp_path / "new")) is None


def test_passphrases_that_differ_or_are_short_stop_the_second_step(
    window: MainWindow, tmp_path: Path
) -> None:
    view = shown(window)
    tell_station(view, tmp_path / "record")
    assert view.step() == 1
    tell_person(view, again="something else here")
    assert view.again.error() and view.step() == 1
    assert not (tmp_path / "record").exists()
    view.passphrase.set_text("short")
    QTest.keyClick(view, ENTER)
    assert view.passphrase.error()


def test_the_key_typed_back_opens_the_board(
    qtbot: QtBot, window: MainWindow, tmp_path: Path, story: StoryClock
) -> None:
    view, folder = shown(window), tmp_path / "record"
    made_record(qtbot, view, folder)
    step = view.recovery
    key = step._key
    step.go_on.click()
    for field in step.fields:
        field.set_text("wrong")
    QTest.keyClick(view, ENTER)
    assert window.session is None and step.fields[0].error()
    groups = key.split("-")
    for field, number in zip(step.fields, ASKED_FOR, strict=True):
        field.set_text(groups[number - 1].lower())
    QTest.keyClick(view, ENTER)
    qtbot.waitUntil(lambda: window.session is not None, timeout=30_000)
    assert window.windowTitle() == "Minors Desk - Area Central"
    window.close()
    signing_in.sign_in_with_recovery(folder, key, clock=story).close()
    desk = signing_in.sign_in(folder, "rivera", PASSPHRASE, clock=story)
    assert desk.station.telephone == "312 555 0144"
    desk.close()


def test_the_sheet_is_saved_for_its_owner_only(
    qtbot: QtBot, window: MainWindow, tmp_path: Path
) -> None:
    view, file = shown(window), tmp_path / "sheet.txt"
    made_record(qtbot, view, tmp_path / "record")
    view.recovery.write_sheet(file)
    qtbot.waitUntil(lambda: not window.tasks.busy(), timeout=30_000)
    text = file.read_text(encoding="utf-8")
    assert all(group in text for group in view.recovery._key.split("-"))
    assert "Area Central" in text
    if sys.platform != "win32":
        assert stat.S_IMODE(file.stat().st_mode) == 0o600


def test_the_next_start_knows_the_record(
    qtbot: QtBot, window: MainWindow, tmp_path: Path, story: StoryClock
) -> None:
    view = shown(window)
    made_record(qtbot, view, tmp_path / "record")
    view.recovery.confirmed.emit()
    qtbot.waitUntil(lambda: window.session is not None, timeout=30_000)
    window.close()
    again = app.build(
        story, settings_folder=tmp_path / "settings", record=None, restart=lambda: None
    )
    qtbot.addWidget(again)
    assert again.place.record == tmp_path / "record"


def test_an_invented_night_is_practised_on_in_a_record_of_its_own(
    qtbot: QtBot, window: MainWindow, tmp_path: Path
) -> None:
    view = shown(window)
    view.folder.set_text(str(tmp_path / "record"))
    view.begin_practice()
    step = view.practice
    assert step.folder.text() == str(tmp_path / "Minors Desk practice")
    QTest.keyClick(view, ENTER)
    assert step.story.error()
    wrong = tmp_path / "no story.json"
    wrong.write_text("[]")
    step.story.set_text(str(wrong))
    QTest.keyClick(view, ENTER)
    qtbot.waitUntil(lambda: bool(step.notice.title()), timeout=30_000)
    assert not (tmp_path / "Minors Desk practice").exists()
    step.story.set_text("toronto-ukrainian-aunt")
    QTest.keyClick(view, ENTER)
    qtbot.waitUntil(lambda: step.desk() is not None, timeout=60_000)
    assert step.passphrase.text().count("-") == 4
    desk = step.desk()
    assert desk is not None and desk.founded.jurisdiction == "CA-ON"
    QTest.keyClick(view, ENTER)
    qtbot.waitUntil(lambda: window.session is not None, timeout=30_000)
    assert window.windowTitle() == "Minors Desk - Area Central (invented)"
