"""The signature pad: strokes as whole numbers, bound to what was on screen meanwhile."""

from collections.abc import Callable
from itertools import pairwise
from math import hypot
from typing import Literal

from PySide6.QtCore import QElapsedTimer, QEvent, QPointF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QMouseEvent,
    QPainter,
    QPainterPath,
    QPaintEvent,
    QPen,
    QPointerEvent,
    QPointingDevice,
    QTabletEvent,
    QTouchEvent,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from minors_desk.ui.kit.button import Button, Kind
from minors_desk.ui.kit.icon_line import IconLine
from minors_desk.ui.kit.spacing import HALF, column, row
from minors_desk.ui.kit.tokens import GRID, TextRole, Tone, current, font, scaled
from minors_desk.ui.kit.type import Label

BOX = 2000
"""The logical box: x and y are 0 to 2000, in the same scale, x over the whole width."""
MOST_POINTS = 6_000
MOST_STROKES = 500
_LEAST_INK = 150
Point = tuple[int, int, int]
Strokes = tuple[tuple[Point, ...], ...]
Device = Literal["pen", "finger", "mouse"]
"""What draws; the words are those of the log."""
_DRAWS: dict[QPointingDevice.PointerType, Device] = {
    QPointingDevice.PointerType.Pen: "pen",
    QPointingDevice.PointerType.Eraser: "pen",
    QPointingDevice.PointerType.Finger: "finger",
}

WAITING = "Nothing to sign yet"
READY = "Sign here"
BOUND = "Signed for what is shown now"
CHANGED = "What is shown was changed, so the signature was taken away. Sign again."
FULL = "The pad is full. What is drawn is kept."


class SignaturePad(QWidget):
    """A pad for pen, finger or mouse with its caption, state and *Clear*.

    `changed` tells of each end of a stroke, of clearing and of a new binding. `elapsed` gives
    milliseconds of a clock that only runs forwards; tests hand in their own.
    """

    changed = Signal()

    def __init__(
        self,
        caption: str,
        elapsed: Callable[[], int] | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._binding = b""
        self.surface = Surface(caption, elapsed)
        self._state = IconLine(WAITING)
        self._clear = Button("Clear", Kind.PLAIN)
        self._clear.setAccessibleName(f"Clear {caption}")
        lines = column(self, gap=HALF)
        head = row()
        head.addWidget(Label(caption, TextRole.STRONG, wrap=True), 1)
        head.addWidget(self._clear)
        lines.addLayout(head)
        lines.addWidget(self.surface, 1)
        self._foot = row()
        self._foot.addWidget(self._state, 1, Qt.AlignmentFlag.AlignVCenter)
        lines.addLayout(self._foot)
        self.surface.setEnabled(False)
        self._clear.setEnabled(False)
        self._clear.clicked.connect(self.clear)
        self.surface.drawn.connect(self._drawn)

    def set_binding(self, digest: bytes) -> None:
        """Bind to the digest of the values now on screen; empty bytes: nothing to sign yet.

        A binding other than the one before empties the pad and says why.
        """
        if digest == self._binding:
            return
        had_ink = bool(self.surface.strokes())
        self._binding = bytes(digest)
        self.surface.clear()
        self.surface.setEnabled(bool(digest))
        self._clear.show()
        self._say(CHANGED if had_ink else READY if digest else WAITING, warn=had_ink)
        self._clear.setEnabled(False)
        self.changed.emit()

    def show_signed(self, digest: bytes, strokes: Strokes, words: str) -> None:
        """Show a drawing that stands in the record, bound to that digest; nobody draws on it."""
        self._binding = bytes(digest)
        self.surface.show_strokes(strokes)
        self.surface.setEnabled(False)
        self._clear.setEnabled(False)
        self._clear.hide()
        self._state.set(words, Tone.GREEN)
        self.changed.emit()

    def add_to_foot(self, widget: QWidget) -> None:
        """Put a widget at the right below the ground, such as the button that saves."""
        self._foot.addWidget(widget)

    def binding(self) -> bytes:
        """The digest that the strokes are bound to."""
        return self._binding

    def strokes(self) -> Strokes:
        """The strokes: points of x, y in the box and milliseconds since the first touch."""
        return self.surface.strokes()

    def device(self) -> Device | None:
        """What drew the most of it; None while nothing is drawn."""
        return self.surface.device()

    def is_signed(self) -> bool:
        """Whether there is more than a dot, drawn under the present binding."""
        return bool(self._binding) and self.surface.ink() >= _LEAST_INK

    def clear(self) -> None:
        """Take the strokes away."""
        self.surface.clear()
        self._say(READY if self._binding else WAITING)
        self._clear.setEnabled(False)
        self.changed.emit()

    def state(self) -> str:
        """The sentence shown below."""
        return self._state.text()

    def _drawn(self) -> None:
        self._clear.setEnabled(True)
        if self.surface.is_full():
            self._say(FULL, warn=True)
        elif self.is_signed():
            self._state.set(BOUND, Tone.GREEN)
        self.changed.emit()

    def _say(self, words: str, *, warn: bool = False) -> None:
        self._state.set(words, Tone.AMBER if warn else Tone.MUTED)


class Surface(QWidget):
    """The white ground that is drawn on; always light, as the paper will be."""

    drawn = Signal()

    def __init__(self, caption: str, elapsed: Callable[[], int] | None = None) -> None:
        super().__init__()
        self._timer = QElapsedTimer()
        self._timer.start()
        self._elapsed = elapsed or self._timer.elapsed
        self._began: int | None = None
        self._strokes: list[list[Point]] = []
        self._drawn_with: list[Device] = []
        self._down = False
        self.setAccessibleName(caption)
        self.setAccessibleDescription("Draw with pen, finger or mouse")
        self.setAttribute(Qt.WidgetAttribute.WA_AcceptTouchEvents)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setMinimumSize(30 * GRID, 12 * GRID)
        self.setCursor(Qt.CursorShape.CrossCursor)

    def strokes(self) -> Strokes:
        """All strokes with at least one point."""
        return tuple(tuple(stroke) for stroke in self._strokes)

    def ink(self) -> int:
        """The length drawn, in units of the box."""
        return int(sum(map(_length, self._strokes)))

    def device(self) -> Device | None:
        """What drew the most; None where nothing is drawn, or where only the strokes are known."""
        drawn: dict[Device, float] = {}
        for stroke, device in zip(self._strokes, self._drawn_with, strict=False):
            drawn[device] = drawn.get(device, 0.0) + _length(stroke)
        return max(drawn.items(), key=lambda one: one[1])[0] if drawn else None

    def is_full(self) -> bool:
        """Whether no further point is taken: a record needs a bound."""
        points = sum(len(stroke) for stroke in self._strokes)
        return points >= MOST_POINTS or len(self._strokes) >= MOST_STROKES

    def clear(self) -> None:
        """Take all strokes away."""
        self._strokes, self._drawn_with, self._began, self._down = [], [], None, False
        self.update()

    def show_strokes(self, strokes: Strokes) -> None:
        """Show strokes that were drawn before."""
        self._strokes = [list(stroke) for stroke in strokes]
        self._drawn_with, self._began, self._down = [], None, False
        self.update()

    def sizeHint(self) -> QSize:
        """Wide enough for a signature."""
        return QSize(scaled(45 * GRID), scaled(16 * GRID))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Begin a stroke."""
        if event.button() == Qt.MouseButton.LeftButton:
            self._begin(event.position(), _device(event))

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Go on with the stroke."""
        self._go_on(event.position())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """End the stroke."""
        if event.button() == Qt.MouseButton.LeftButton:
            self._end()

    def tabletEvent(self, event: QTabletEvent) -> None:
        """The same by pen; accepted, so that no mouse events are made of it."""
        event.accept()
        if event.type() == QEvent.Type.TabletPress:
            self._begin(event.position(), _device(event))
        elif event.type() == QEvent.Type.TabletMove:
            self._go_on(event.position())
        elif event.type() == QEvent.Type.TabletRelease:
            self._end()

    def event(self, event: QEvent) -> bool:
        """The same by finger: the first finger draws, others (a resting palm) do not."""
        if isinstance(event, QTouchEvent) and event.points():
            position = event.points()[0].position()
            if event.type() == QEvent.Type.TouchBegin:
                self._begin(position, _device(event))
            elif event.type() == QEvent.Type.TouchUpdate:
                self._go_on(position)
            elif event.type() in (QEvent.Type.TouchEnd, QEvent.Type.TouchCancel):
                self._end()
            event.accept()
            return True
        return super().event(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint ground, base line and strokes."""
        tokens = current()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        # Paper and ink, in both modes: what is signed looks as it will print.
        white = self.isEnabled() or bool(self._strokes)
        painter.setBrush(QColor("white" if white else tokens.pale_neutral))
        painter.setPen(QPen(QColor(tokens.control), 1))
        painter.drawRoundedRect(self.rect().adjusted(0, 0, -1, -1), 6, 6)
        line = round(self.height() * 0.78)
        painter.setPen(QPen(QColor(tokens.control), 1))
        painter.drawLine(2 * GRID, line, self.width() - 2 * GRID, line)
        painter.setFont(font(TextRole.HEADING))
        painter.drawText(2 * GRID, line - GRID // 2, "X")
        pen = QPen(QColor("#17202C"), 2.2)
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
        painter.setPen(pen)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        scale = self.width() / BOX
        for stroke in self._strokes:
            painter.drawPath(_path(stroke, scale))

    def _begin(self, at: QPointF, device: Device) -> None:
        if self.is_full():
            self.drawn.emit()
            return
        self._down = True
        self._strokes.append([])
        self._drawn_with.append(device)
        self._take(at)

    def _go_on(self, at: QPointF) -> None:
        if self._down and not self.is_full():
            self._take(at)

    def _end(self) -> None:
        if self._down:
            self._down = False
            self.drawn.emit()

    def _take(self, at: QPointF) -> None:
        now = self._elapsed()
        if self._began is None:
            self._began = now
        scale = BOX / max(1, self.width())
        x = min(BOX, max(0, round(at.x() * scale)))
        y = min(BOX, max(0, round(at.y() * scale)))
        stroke = self._strokes[-1]
        if not stroke or stroke[-1][:2] != (x, y):
            stroke.append((x, y, max(0, now - self._began)))
            self.update()


def _device(event: QPointerEvent) -> Device:
    """What the event came from; what names itself neither pen nor finger moves as a mouse."""
    return _DRAWS.get(event.pointerType(), "mouse")


def _length(stroke: list[Point]) -> float:
    return sum(hypot(x2 - x1, y2 - y1) for (x1, y1, _), (x2, y2, _) in pairwise(stroke))


def _path(stroke: list[Point], scale: float) -> QPainterPath:
    first = QPointF(stroke[0][0] * scale, stroke[0][1] * scale)
    path = QPainterPath(first)
    if len(stroke) == 1:
        path.lineTo(first + QPointF(0.1, 0.0))
    for x, y, _ in stroke[1:]:
        path.lineTo(x * scale, y * scale)
    return path
