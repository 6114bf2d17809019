"""Drives the real window through the main job on a scratch record; leaves pictures and paper."""

import sys
import tempfile
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Protocol, TextIO

from PySide6.QtCore import QMessageLogContext, Qt, QtMsgType, qInstallMessageHandler
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from minors_desk.domain.when import Clock
from minors_desk.errors import DeskError
from minors_desk.settings import Settings, Theme, save
from minors_desk.ui import theme
from minors_desk.ui.collecting import Collecting
from minors_desk.ui.kit.gallery import gallery
from minors_desk.ui.main_window import SIZE, MainWindow
from minors_desk.ui.tour.agency_form import AgencyForm
from minors_desk.ui.tour.calling import Calling
from minors_desk.ui.tour.clocks import Clocks
from minors_desk.ui.tour.consulate import Consulate
from minors_desk.ui.tour.disclosing import Disclosing
from minors_desk.ui.tour.finding import Finding
from minors_desk.ui.tour.first_night import FirstNight
from minors_desk.ui.tour.handing_over import HandingOver
from minors_desk.ui.tour.hands import Hands, Tally
from minors_desk.ui.tour.heart import Hold
from minors_desk.ui.tour.looking_after import LookingAfter
from minors_desk.ui.tour.morning import Evening, Morning
from minors_desk.ui.tour.next_call import NextCall
from minors_desk.ui.tour.pictures import LOOKS, Look, Pictures
from minors_desk.ui.tour.refused import Refused
from minors_desk.ui.tour.screened import Screened
from minors_desk.ui.tour.siblings import Siblings
from minors_desk.ui.tour.story import StoryClock
from minors_desk.ui.tour.walk import Scene, Walk
from minors_desk.ui.tour.who import WhoTheChildIs
from minors_desk.ui.tour.youth import Youth

_HOLDS = 10
"""So many of the longest holds are told."""


class Build(Protocol):
    """How `app` makes the window; the clock is an argument and nothing else."""

    def __call__(
        self,
        clock: Clock,
        *,
        settings_folder: Path,
        record: Path | None,
        restart: Callable[[], None],
    ) -> MainWindow: ...


def offscreen_platform() -> str:
    """The platform of Qt that needs no display, with a screen as stations have them."""
    return f"offscreen:configfile={Path(__file__).with_name('screen.json')}"


def run(out: Path, app: QApplication, build: Build, looks: Sequence[Look] = LOOKS) -> int:
    """Drive the walk; pictures, the PDF and its pages are then in `out`. Returns the exit code.

    The record, its recovery sheet and all else lives in a temporary folder that is removed.
    """
    _ready(out)
    qInstallMessageHandler(_heard)
    # A question for a file must be one of ours: no hands reach into the desktop's own.
    app.setAttribute(Qt.ApplicationAttribute.AA_DontUseNativeDialogs)
    hands, collecting = Hands(), Collecting()
    with tempfile.TemporaryDirectory(prefix="minors-desk-tour-") as scratch:
        folder = Path(scratch)
        save(folder, Settings(theme=Theme.LIGHT))
        try:
            count, pages = _walk((out, app, looks), build, folder, hands, collecting)
        except DeskError as error:
            _say([str(error)], sys.stderr)
            return 1
    collecting.stop()
    _say(table(hands.tallies), sys.stdout)
    _say(holds(hands.heart.longest(_HOLDS)), sys.stdout)
    _say(
        [f"{count} screens in {len(looks)} looks and {pages} page(s) of paper are in {out}."],
        sys.stdout,
    )
    return 0


def table(tallies: Sequence[Tally]) -> list[str]:
    """Keys, letters, clicks and seconds of each action, and their sums."""
    total = Tally(
        "All",
        sum(one.keys for one in tallies),
        sum(one.letters for one in tallies),
        sum(one.clicks for one in tallies),
        sum(one.seconds for one in tallies),
    )
    lines = [f"{'action':<42}{'keys':>6}{'letters':>9}{'clicks':>8}{'seconds':>9}"]
    lines += [
        f"{one.action:<42}{one.keys:>6}{one.letters:>9}{one.clicks:>8}{one.seconds:>9.2f}"
        for one in (*tallies, total)
    ]
    return lines


def holds(longest: Sequence[Hold]) -> list[str]:
    """The longest times for which the event loop was held, the longest first."""
    lines = [f"{'the event loop was held':<60}{'ms':>6}{'worked':>8}"]
    return lines + [f"{one.doing:<60}{one.held:>6.0f}{one.worked:>8.0f}" for one in longest]


def _walk(
    shown: tuple[Path, QApplication, Sequence[Look]],
    build: Build,
    folder: Path,
    hands: Hands,
    collecting: Collecting,
) -> tuple[int, int]:
    out, app, looks = shown
    clock, locked = StoryClock(), list[bool]()
    with hands.heart.still():  # as in the program no loop runs yet: bench_start measures this
        window = build(
            clock, settings_folder=folder, record=None, restart=lambda: locked.append(True)
        )
    window.ready.connect(collecting.keep)
    pictures = Pictures(out, app, window, lambda: _quiet(window, hands), hands.heart.still, looks)
    try:
        _open(window, hands)
        receipt = _night(Scene(window, hands, pictures, clock), folder)
        hands.until("the lock", lambda: bool(locked))
        pdf = receipt.read_bytes()
        (out / "transfer-receipt.pdf").write_bytes(pdf)
        pages = pictures.pages(pdf, "transfer-receipt")
    except DeskError:
        pictures.stopped()
        raise
    finally:
        window.close()
    with _begun_anew(pictures, build, folder, hands, clock) as window:
        Evening(window, hands, pictures, clock).go()
    with _begun_anew(pictures, build, folder, hands, clock) as window:
        Morning(window, hands, pictures, clock).go()
        Finding(window, hands, pictures, clock).go()
        AgencyForm(window, hands, pictures, clock).fill_one(folder)
    _sign_in_again(pictures, build, folder, hands, clock)
    hands.heart.stop()
    _gallery(pictures)
    theme.apply(app, "light", 100)
    return pictures.count, pages


def _night(scene: Scene, folder: Path) -> Path:
    """A girl and her siblings, from nobody knows who to the handoff; returns the girl's receipt."""
    FirstNight(*scene).go(folder / "record")
    LookingAfter(*scene).go()
    WhoTheChildIs(*scene).go(folder)
    Siblings(*scene).go()
    NextCall(*scene).go()
    Calling(*scene).go()
    Clocks(*scene).go()
    Screened(*scene).go()
    Consulate(*scene).go()
    Walk(*scene).look_in("the girl and her brother")
    Walk(*scene).board()
    Youth(*scene).go()
    Walk(*scene).open_child(lambda card: card.name is not None)
    Disclosing(*scene).go()
    Refused(*scene).go()
    return HandingOver(*scene).go(folder)


def _sign_in_again(
    pictures: Pictures, build: Build, folder: Path, hands: Hands, clock: StoryClock
) -> None:
    """What stands on the screen after the lock began anew, and after a wrong passphrase."""
    with _begun_anew(pictures, build, folder, hands, clock) as window:
        walk = Walk(window, hands, pictures, clock)
        pictures.take("system-use-notice")
        with hands.action("Sign in: a wrong passphrase"):
            hands.press(Qt.Key.Key_Return)
            hands.type("rivera")
            hands.press(Qt.Key.Key_Tab)
            hands.type("not what it is at all")
            hands.press(Qt.Key.Key_Return)
            hands.until("the refusal", lambda: not window.sign_in.form.busy())
            walk.quiet()
        pictures.take("sign-in-refused")


@contextmanager
def _begun_anew(
    pictures: Pictures, build: Build, folder: Path, hands: Hands, clock: StoryClock
) -> Iterator[MainWindow]:
    """A window as the lock leaves it: at sign-in; closed afterwards."""
    with hands.heart.still():
        window = build(clock, settings_folder=folder, record=None, restart=lambda: None)
    pictures.window = window
    try:
        _open(window, hands)
        yield window
    except DeskError:
        pictures.stopped()
        raise
    finally:
        window.close()


def _gallery(pictures: Pictures) -> None:
    shown = gallery()
    shown.resize(*SIZE)
    shown.show()
    pictures.window = shown
    pictures.take("gallery")
    shown.close()
    shown.deleteLater()


def _open(window: MainWindow, hands: Hands) -> None:
    ready: list[bool] = []
    window.ready.connect(lambda: ready.append(True))
    hands.window = window
    with hands.heart.still():  # what comes before the loop of the program runs
        window.begin()
    window.activateWindow()
    hands.until("the window", lambda: bool(ready) and window.isActiveWindow())
    QTest.qWait(1)


def _quiet(window: MainWindow, hands: Hands) -> None:
    hands.until("the record", lambda: not window.tasks.busy())


def _ready(out: Path) -> None:
    try:
        out.mkdir(parents=True, exist_ok=True)
    except OSError:
        raise DeskError(
            "The folder for the pictures cannot be made", "Choose another after --out."
        ) from None


def _heard(_kind: QtMsgType, _where: QMessageLogContext, text: str) -> None:
    """What Qt says, but for its regret that a platform without a screen cannot raise windows."""
    if not text.startswith("This plugin does not support"):
        _say([text], sys.stderr)


def _say(lines: Sequence[str], stream: TextIO) -> None:
    stream.write("\n".join(lines) + "\n")
    stream.flush()
