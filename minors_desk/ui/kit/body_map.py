"""The outline of a body from front and back: a click says which part is meant."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFont,
    QMouseEvent,
    QPainter,
    QPainterPath,
    QPaintEvent,
    QPen,
    QTransform,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from minors_desk.domain import body_outline
from minors_desk.domain.body_outline import (
    BACK_AT,
    HEIGHT,
    VIEWS,
    WIDTH,
    WORDS_AT,
    Block,
    Ellipse,
    Limb,
)
from minors_desk.ui.kit.tokens import GRID, TextRole, current, font, scaled

_NEAR = 26.0
_DOT = 7.0
_SIDE = 38 * GRID


@dataclass(frozen=True, slots=True)
class Spot:
    """A part of the body: its side as the child has it, and where it is drawn."""

    part: str
    side: str
    at: QPointF


def _drawn(spots: Iterable[body_outline.Spot]) -> tuple[Spot, ...]:
    return tuple(Spot(one.part, one.side, QPointF(*one.at)) for one in spots)


SPOTS = _drawn(body_outline.SPOTS)


class BodyMap(QWidget):
    """`pointed` carries part and side of a click. For the mouse; by key a part is named beside."""

    pointed = Signal(str, str)

    def __init__(self) -> None:
        super().__init__()
        self._chosen: tuple[str, str] = ("", "")
        self._marks: list[tuple[str, str]] = []
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setCursor(Qt.CursorShape.CrossCursor)
        self.setAccessibleName("Outline of the body, front and back")
        self.setAccessibleDescription("Click a part; or type its name in the field beside it")

    def choose(self, part: str, side: str) -> None:
        """Ring the part that is named beside the outline; an empty one rings nothing."""
        self._chosen = (part, side)
        self.update()

    def set_marks(self, marks: Sequence[tuple[str, str]]) -> None:
        """Number these parts (part, side) in their order."""
        self._marks = list(marks)
        self.update()

    def place(self, part: str, side: str) -> QPointF:
        """Where a part is in the widget; for *both* the left one. The middle if it is not drawn."""
        found = spots_of(part, side)
        at = found[0].at if found else QPointF(WIDTH / 2, HEIGHT / 2)
        return at * self._scale()

    def sizeHint(self) -> QSize:
        """Large enough to point with the mouse; grows with the text."""
        return QSize(scaled(_SIDE), round(scaled(_SIDE) * HEIGHT / WIDTH))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Name the part nearest to the click; a click far from the body names none."""
        at = event.position() / self._scale()
        nearest = min(SPOTS, key=lambda spot: _away(spot.at, at))
        if event.button() == Qt.MouseButton.LeftButton and _away(nearest.at, at) <= _NEAR:
            self.pointed.emit(nearest.part, nearest.side)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint both figures, the ring of the chosen part and the numbers."""
        tokens, painter = current(), QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.scale(self._scale(), self._scale())
        painter.setPen(QPen(QColor(tokens.control), 0.8))
        painter.setBrush(QColor(tokens.pale_neutral))
        for left in (0.0, BACK_AT):
            painter.drawPath(figure().translated(left, 0))
        self._words(painter, tokens.muted)
        if self._chosen[0]:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(QColor(tokens.accent), 1.6))
            for spot in spots_of(*self._chosen):
                painter.drawEllipse(spot.at, _DOT, _DOT)
        for number, mark in enumerate(self._marks, start=1):
            for spot in spots_of(*mark):
                self._mark(painter, spot.at, number)

    def _mark(self, painter: QPainter, at: QPointF, number: int) -> None:
        tokens = current()
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(tokens.amber))
        painter.drawEllipse(at, _DOT * 0.8, _DOT * 0.8)
        painter.setPen(QColor(tokens.surface))
        painter.setFont(_small(8, bold=True))
        box = QRectF(at.x() - _DOT, at.y() - _DOT, 2 * _DOT, 2 * _DOT)
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, str(number))

    @staticmethod
    def _words(painter: QPainter, ink: str) -> None:
        painter.setPen(QColor(ink))
        painter.setFont(_small(9))
        centre = Qt.AlignmentFlag.AlignCenter
        for left, words, side in VIEWS:
            box = QRectF(left - 10, WORDS_AT, 120, 14)
            painter.drawText(box, centre, f"{words}: {side}")

    def _scale(self) -> float:
        return max(0.1, min(self.width() / WIDTH, self.height() / HEIGHT))


def spots_of(part: str, side: str) -> tuple[Spot, ...]:
    """Where a part is drawn: from the front if it is seen there, else from the back."""
    return _drawn(body_outline.spots_of(part, side))


def figure() -> QPainterPath:
    """The outline of one figure, in a box 100 wide."""
    path = QPainterPath()
    path.setFillRule(Qt.FillRule.WindingFill)
    for form in body_outline.FIGURE:
        if isinstance(form, Ellipse):
            path.addEllipse(QPointF(*form.at), form.across, form.down)
        elif isinstance(form, Block):
            box = QRectF(form.left, form.top, form.width, form.height)
            path.addRoundedRect(box, form.corner, form.corner)
        else:
            path.addPath(_limb(form))
    return path.simplified()


def _limb(form: Limb) -> QPainterPath:
    first, last, wide = QPointF(*form.top), QPointF(*form.bottom), form.wide
    along = last - first
    length = (along.x() ** 2 + along.y() ** 2) ** 0.5
    limb = QPainterPath()
    limb.addRoundedRect(QRectF(-wide / 2, -wide / 2, wide, length + wide), wide / 2, wide / 2)
    turn = QTransform()
    # The limb is drawn downwards; turned until it points from joint to joint.
    turn.setMatrix(
        along.y() / length,
        -along.x() / length,
        0,
        along.x() / length,
        along.y() / length,
        0,
        first.x(),
        first.y(),
        1,
    )
    return turn.map(limb)


def _away(one: QPointF, other: QPointF) -> float:
    between = one - other
    return float((between.x() ** 2 + between.y() ** 2) ** 0.5)


def _small(size: int, *, bold: bool = False) -> QFont:
    made = font(TextRole.SMALL)
    made.setPixelSize(size)
    made.setBold(bold)
    return made
