"""Measures how long the event loop was held: for so long nothing could be answered."""

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from PySide6.QtCore import QObject, Qt, QTimer

_BEAT_MS = 5


class Heart(QObject):
    """Beats in the event loop; between two beats the window was deaf.

    `doing` names what is under way. Taking pictures is no work of the program: `still` leaves it
    out.
    """

    def __init__(self, doing: Callable[[], str]) -> None:
        super().__init__()
        self._doing = doing
        self.longest, self.where = 0.0, ""
        self._last = time.perf_counter()
        self._timer = QTimer(self)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self.beat)
        self._timer.start(_BEAT_MS)

    def beat(self) -> None:
        """One beat; the hands beat too after each key, which they press one upon another."""
        now = time.perf_counter()
        if now - self._last > self.longest:
            self.longest, self.where = now - self._last, self._doing()
        self._last = now

    def stop(self) -> None:
        """Beat no more."""
        self._timer.stop()

    @contextmanager
    def still(self) -> Iterator[None]:
        """What is done inside does not count."""
        self.beat()
        self._timer.stop()
        yield
        self._last = time.perf_counter()
        self._timer.start()
