"""Locks the desk after minutes without a key or click, also when the computer slept meanwhile."""

import time
from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtGui import QGuiApplication, QWindow

_SIGNS = frozenset(
    {
        QEvent.Type.KeyPress,
        QEvent.Type.MouseButtonPress,
        QEvent.Type.Wheel,
        QEvent.Type.TouchBegin,
        QEvent.Type.TabletPress,
    }
)
_LOOK_EVERY_MS = 5_000


def awake_or_asleep_seconds() -> float:
    """Seconds of a clock that nobody can set and that goes on while the computer sleeps."""
    boot = getattr(time, "CLOCK_BOOTTIME", None)
    # Windows' monotonic clock counts sleep; Linux has another clock for that.
    return time.monotonic() if boot is None else time.clock_gettime(boot)


class IdleLock(QObject):
    """Calls `lock` once when `minutes` have passed without a sign of a person.

    It listens where the system's input enters, at the windows of the application, and not at the
    application object: a filter there would call Python for every event of every widget.
    """

    def __init__(
        self,
        minutes: int,
        lock: Callable[[], None],
        seconds: Callable[[], float] = awake_or_asleep_seconds,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._limit, self._lock, self._seconds = minutes * 60.0, lock, seconds
        self._last = seconds()
        self._locked = False
        self._timer = QTimer(self)
        self._timer.setInterval(_LOOK_EVERY_MS)
        self._timer.timeout.connect(self.look)

    def start(self) -> None:
        """Begin to watch every window of the application, those to come as well."""
        app = QGuiApplication.instance()
        if isinstance(app, QGuiApplication):
            app.focusWindowChanged.connect(self.watch)
        for window in QGuiApplication.allWindows():
            self.watch(window)
        self.person_is_here()
        self._locked = False
        self._timer.start()

    def stop(self) -> None:
        """Stop watching."""
        self._timer.stop()

    def set_minutes(self, minutes: int) -> None:
        """Change the limit; a shorter one counts from the last sign."""
        self._limit = minutes * 60.0

    def watch(self, window: QWindow | None) -> None:
        """Listen to a window as well."""
        if window is not None:
            window.removeEventFilter(self)
            window.installEventFilter(self)

    def person_is_here(self) -> None:
        """Count from now."""
        self._last = self._seconds()

    def left_seconds(self) -> float:
        """Seconds until the desk locks; zero or less when it is due."""
        return self._limit - (self._seconds() - self._last)

    def look(self) -> None:
        """Lock when it is due; the timer calls this."""
        if self.left_seconds() <= 0 and not self._locked:
            self._locked = True
            self._timer.stop()
            self._lock()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Notice a sign of a person, unless the time was already over: then it locks first."""
        if event.type() in _SIGNS:
            if self.left_seconds() <= 0:
                self.look()
                return True
            self.person_is_here()
        return super().eventFilter(watched, event)
