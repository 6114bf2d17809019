"""Measures how long the event loop was held: for so long nothing could be answered."""

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from PySide6.QtCore import QObject, Qt, QTimer

_BEAT_MS = 5


@dataclass(frozen=True, slots=True, order=True)
class Hold:
    """Milliseconds without an answer; those of them that this thread worked; what was under way.

    The difference went to other threads and processes, which a slower machine has more of.
    """

    held: float
    worked: float
    doing: str


NONE = Hold(0, 0, "")


class Heart(QObject):
    """Beats in the event loop; between two beats the window was deaf.

    `doing` names what is under way; `holds` are the longest of each. Taking pictures is no work of
    the program: `still` leaves it out.
    """

    def __init__(self, doing: Callable[[], str]) -> None:
        super().__init__()
        self._doing = doing
        self.holds: dict[str, Hold] = {}
        self._last, self._last_work = time.perf_counter(), time.thread_time()
        self._timer = QTimer(self)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self.beat)
        self._timer.start(_BEAT_MS)

    def beat(self) -> None:
        """One beat; the hands beat too after each key, which they press one upon another."""
        now, work, doing = time.perf_counter(), time.thread_time(), self._doing()
        hold = Hold((now - self._last) * 1000, (work - self._last_work) * 1000, doing)
        self.holds[doing] = max(hold, self.holds.get(doing, NONE))
        self._last, self._last_work = now, work

    def longest(self, count: int) -> list[Hold]:
        """The longest holds, at most one of each action, the longest first."""
        return sorted(self.holds.values(), reverse=True)[:count]

    def stop(self) -> None:
        """Beat no more."""
        self._timer.stop()

    @contextmanager
    def still(self) -> Iterator[None]:
        """What is done inside does not count."""
        beats = self._timer.isActive()
        if beats:
            self.beat()
        self._timer.stop()
        yield
        self._last, self._last_work = time.perf_counter(), time.thread_time()
        if beats:
            self._timer.start()
