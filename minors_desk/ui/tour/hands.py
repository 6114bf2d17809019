"""The hands of the tour: real keys, clicks and strokes of the mouse, each of them counted."""

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from minors_desk.errors import DeskError
from minors_desk.ui.tour.heart import Heart

CONTROL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
NONE = Qt.KeyboardModifier.NoModifier
LEFT = Qt.MouseButton.LeftButton
PATIENCE = 20.0
"""Seconds until something that should come about is given up."""
_PAUSE_MS = 5
_REST_MS = 200


class TourStopped(DeskError):
    """A step of the tour did not come about."""


@dataclass(slots=True)
class Tally:
    """What one action took: keys that act, letters of text typed, clicks, seconds."""

    action: str
    keys: int = 0
    letters: int = 0
    clicks: int = 0
    seconds: float = 0.0


class Hands:
    """Presses keys where the focus is, and clicks on widgets; knows nothing of the program."""

    def __init__(self) -> None:
        self.tallies: list[Tally] = []
        self._tally = Tally("")
        self.heart = Heart(lambda: self._tally.action)
        self.window: QWidget | None = None
        """Where keys go while no question is open."""

    @contextmanager
    def action(self, name: str) -> Iterator[None]:
        """Counts what is done inside as one action, with the seconds it took."""
        self._tally = Tally(name)
        began = time.perf_counter()
        yield
        self._tally.seconds = time.perf_counter() - began
        self.tallies.append(self._tally)

    def press(self, key: Qt.Key, modifier: Qt.KeyboardModifier = NONE, times: int = 1) -> None:
        """Press a key as often as said."""
        for _ in range(times):
            QTest.keyClick(self._focus(), key, modifier)
            self._tally.keys += 1
            self.heart.beat()

    def type(self, text: str) -> None:
        """Type a text where the focus is."""
        for letter in text:
            if letter.isascii():
                QTest.keyClicks(self._focus(), letter)
            else:  # QTest knows no other keyboards
                for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
                    QApplication.sendEvent(self._focus(), QKeyEvent(kind, 0, NONE, letter))
            self.heart.beat()
        self._tally.letters += len(text)

    def click(self, widget: QWidget) -> None:
        """Click into the middle of a widget."""
        QTest.mouseClick(widget, LEFT, NONE, widget.rect().center())
        self._tally.clicks += 1
        self.heart.beat()

    def draw(self, widget: QWidget, points: tuple[tuple[float, float], ...]) -> None:
        """Draw one stroke with the mouse; the points are shares of the widget's size."""
        width, height = widget.width(), widget.height()
        places = [QPoint(int(x * width), int(y * height)) for x, y in points]
        QTest.mousePress(widget, LEFT, NONE, places[0])
        for place in places[1:]:
            QTest.mouseMove(widget, place)
            QTest.qWait(_PAUSE_MS)
        QTest.mouseRelease(widget, LEFT, NONE, places[-1])
        self._tally.clicks += 1

    def choose_offered(self) -> None:
        """Take the first of the choices that opened below the field."""
        popup = QApplication.activePopupWidget()
        if popup is not None:
            QTest.keyClick(popup, Qt.Key.Key_Down)
            QTest.keyClick(popup, Qt.Key.Key_Return)
            self._tally.keys += 2

    def leave_list(self) -> None:
        """Close the list that opened below the field, taking nothing of it."""
        self.rest()
        popup = QApplication.activePopupWidget()
        if popup is not None:
            QTest.keyClick(popup, Qt.Key.Key_Escape)
            self._tally.keys += 1

    def in_front(self, window: QWidget) -> None:
        """Wait until keys reach a window; one that closed may leave nobody in front."""

        def active() -> bool:
            if window.isActiveWindow():
                return True
            window.activateWindow()
            return False

        self.until("the window to come to the front", active)

    @staticmethod
    def rest() -> None:
        """Let Qt's own question for a file read its folder and open its lists."""
        QTest.qWait(_REST_MS)

    @staticmethod
    def until(what: str, come_about: Callable[[], bool]) -> None:
        """Let the program work until something came about; raises TourStopped if it does not."""
        end = time.monotonic() + PATIENCE
        while not come_about():
            if time.monotonic() > end:
                raise TourStopped(f"The tour waited in vain for {what}", "Report it with the log.")
            QTest.qWait(_PAUSE_MS)

    def _focus(self) -> QWidget:
        top = QApplication.activeModalWidget() or self.window
        if top is None:
            raise TourStopped("No window is open", "Report it with the log.")
        if QApplication.activePopupWidget() is None:
            self.in_front(top)
        return top.focusWidget() or top
