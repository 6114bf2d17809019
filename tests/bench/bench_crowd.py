"""The window with nobody, with one child and with fifty: how long it is deaf, and how it looks.

Run it: ``python -m tests.bench.bench_crowd [DIR]``. With a folder each screen is left there as a
picture, light at the usual size and dark at large text. A hold is the longest time between two
beats of the event loop, while the board opens, while it ticks, while somebody walks through it.
"""

import os
import sys
import tempfile
import time
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from minors_desk import app as program
from minors_desk.services import sampling, signing_in
from minors_desk.settings import Settings, Theme, save
from minors_desk.storage.keys import FLOOR
from minors_desk.ui.collecting import Collecting
from minors_desk.ui.tour.drive import offscreen_platform
from minors_desk.ui.tour.hands import CONTROL, Hands
from minors_desk.ui.tour.heart import Heart
from minors_desk.ui.tour.morning import SigningIn
from minors_desk.ui.tour.pictures import LOOKS, Look, Pictures
from minors_desk.ui.tour.story import StoryClock
from minors_desk.ui.tour.walk import Walk

COUNTS = (0, 1, 50)
TICKS = 20
LONG_AGO = timedelta(days=731)
"""The record was founded then, so that no entry is older than it."""
HOLD_AIM = 100.0
"""Milliseconds; a longer hold is seen."""
LOGIN, PASSPHRASE = "rivera", "bench bench bench bench"
_FOUNDING = signing_in.Founding(
    station="Area Central",
    jurisdiction="US-IL",
    zone="America/Chicago",
    login=LOGIN,
    name="D. Rivera",
    badge="4471",
)
Key = Qt.Key


class Crowd(Walk):
    """Every list of the desk once, by its key; `holds` are milliseconds by what was done."""

    def __init__(self, *parts: object) -> None:
        super().__init__(*parts)  # type: ignore[arg-type]
        self.holds: dict[str, float] = {}

    def go(self, count: int) -> None:
        """Sign in, and go through all of it."""
        walk = SigningIn(self.window, self.hands, self.pictures, self.clock)
        self._held("sign in, the board opens", lambda: walk.go(LOGIN, PASSPHRASE))
        self._held("the board ticks", self._tick)
        self.pictures.take(f"board-{count}")
        if count:
            self._held("down the board", lambda: self._press(Key.Key_Down, times=30))
            self.pictures.take(f"board-end-{count}")
            self._held("a case opens", lambda: self._press(Key.Key_Return))
            self.pictures.take(f"case-{count}")
            self._held("back to the board", lambda: self._press(Key.Key_Escape))
        for key, name in ((Key.Key_6, "review"), (Key.Key_7, "handoffs")):
            self._held(name, lambda k=key: self._press(k))  # type: ignore[misc]
            self.hands.rest()
            self.quiet()
            self.pictures.take(f"{name}-{count}")
        self._held("record", lambda: self._press(Key.Key_9))
        self.pictures.take(f"record-{count}")
        self._held("record verified", self._verify)
        self._held("find", self._find)
        self.pictures.take(f"find-{count}")
        self._held("new encounter, a name typed", self._meet)
        self.pictures.take(f"new-encounter-{count}")
        self._press(Key.Key_Escape)

    def _verify(self) -> None:
        self.hands.press(Key.Key_V)
        self.quiet()

    def _find(self) -> None:
        self.hands.press(Key.Key_F, CONTROL)
        self.hands.type("area central")
        self.hands.rest()
        self.quiet()

    def _meet(self) -> None:
        self.hands.press(Key.Key_N, CONTROL)
        self.quiet()
        self.hands.type("ma")
        self.hands.rest()
        self.quiet()

    def _tick(self) -> None:
        for _ in range(TICKS):
            self.clock.forward(1)
            self.session.ticker.ticked.emit()
            QTest.qWait(5)

    def _press(self, key: Qt.Key, times: int = 1) -> None:
        for _ in range(times):
            self.hands.press(key)
        QTest.qWait(20)
        self.quiet()

    def _held(self, what: str, do: Callable[[], None]) -> None:
        heart = Heart(lambda: what)
        do()
        heart.beat()
        heart.stop()
        self.holds[what] = max(one.held for one in heart.longest(1))


def walk(count: int, out: Path | None, app: QApplication) -> dict[str, float]:
    """Make a record of so many children, go through it; the holds in milliseconds."""
    clock, hands = StoryClock(), Hands()
    looks: tuple[Look, ...] = (LOOKS[0], LOOKS[-1])
    with tempfile.TemporaryDirectory() as scratch:
        folder = Path(scratch)
        save(folder, Settings(theme=Theme.LIGHT))
        desk, _ = signing_in.found(
            folder / "record", _FOUNDING, PASSPHRASE, clock=lambda: clock() - LONG_AGO, cost=FLOOR
        )
        desk.clock = clock
        sampling.make_night(desk, cases=count, seed=3)
        desk.close()
        window = program.build(
            clock, settings_folder=folder, record=folder / "record", restart=lambda: None
        )
        pictures = Pictures(
            out or folder,
            app,
            window,
            lambda: hands.until("the record", lambda: not window.tasks.busy()),
            hands.heart.still,
            looks,
        )
        if out is None:
            pictures = pictures.unseen()
        hands.window = window
        ready: list[bool] = []
        window.ready.connect(lambda: ready.append(True))
        window.begin()
        hands.until("the window", lambda: bool(ready) and window.isActiveWindow())
        crowd = Crowd(window, hands, pictures, clock)
        try:
            crowd.go(count)
        finally:
            window.close()
            window.deleteLater()
            QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    return crowd.holds


def main() -> None:
    """Walk with each count, and print the holds."""
    out = Path(sys.argv[1]) if len(sys.argv) > 1 else None
    if out is not None:
        out.mkdir(parents=True, exist_ok=True)
    os.environ.setdefault("QT_QPA_PLATFORM", offscreen_platform())
    app, collecting = program.application(), Collecting()
    for count in COUNTS:
        started = time.perf_counter()
        holds = walk(count, out, app)
        print(f"{count} children, {time.perf_counter() - started:.1f} s")
        for what, held in holds.items():
            print(f"  {what:<32}{held:7.0f} ms{'  above the aim' if held > HOLD_AIM else ''}")
    collecting.stop()


if __name__ == "__main__":
    main()
