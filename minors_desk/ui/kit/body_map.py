"""The outline of a body from front and back: a click says which part is meant."""

from collections.abc import Sequence
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

from minors_desk.ui.kit.tokens import GRID, TextRole, current, font, scaled

_WIDTH, _HEIGHT = 220.0, 236.0
"""The logical box: two figures of 100 beside each other, a line of words below."""
_BACK_AT, _MIDDLE = 120.0, 50.0
_NEAR = 26.0
_DOT = 7.0
_SIDE = 38 * GRID

_CENTRE: dict[str, tuple[float, float]] = {
    "head": (50, 8),
    "face": (50, 22),
    "mouth": (50, 28),
    "neck": (50, 38),
    "chest": (50, 60),
    "abdomen": (50, 86),
    "private_area": (50, 112),
}
"""The parts of the front that stand once, as (x, y)."""
_PAIRED: dict[str, tuple[float, float]] = {
    "eye": (5, 17),
    "ear": (12, 20),
    "shoulder": (17, 48),
    "upper_arm": (23, 64),
    "elbow": (26, 79),
    "forearm": (29, 93),
    "wrist": (32, 108),
    "hand": (34, 120),
    "hip": (13, 104),
    "thigh": (11, 132),
    "knee": (11, 155),
    "lower_leg": (11, 178),
    "ankle": (11, 200),
    "foot": (13, 212),
}
"""The parts that stand twice, as (distance from the middle, y)."""
_BACK_CENTRE: dict[str, tuple[float, float]] = {
    "head": (50, 14),
    "neck": (50, 38),
    "back": (50, 72),
}
_BACK_PAIRED = {
    **{part: at for part, at in _PAIRED.items() if part not in ("eye", "hip")},
    "buttocks": (9, 110),
}


@dataclass(frozen=True, slots=True)
class Spot:
    """A part of the body: its side as the child has it, and where it is drawn."""

    part: str
    side: str
    at: QPointF


def _spots() -> tuple[Spot, ...]:
    """Seen from the front the child's left is at our right; from the back it is at our left."""
    made = []
    views = ((0.0, _CENTRE, _PAIRED, 1), (_BACK_AT, _BACK_CENTRE, _BACK_PAIRED, -1))
    for left, centre, paired, left_side in views:
        for part, (x, y) in centre.items():
            made.append(Spot(part, "middle", QPointF(left + x, y)))
        for part, (away, y) in paired.items():
            for side, sign in (("left", left_side), ("right", -left_side)):
                made.append(Spot(part, side, QPointF(left + _MIDDLE + sign * away, y)))
    return tuple(made)


SPOTS = _spots()


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
        at = found[0].at if found else QPointF(_WIDTH / 2, _HEIGHT / 2)
        return at * self._scale()

    def sizeHint(self) -> QSize:
        """Large enough to point with the mouse; grows with the text."""
        return QSize(scaled(_SIDE), round(scaled(_SIDE) * _HEIGHT / _WIDTH))

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
        for left in (0.0, _BACK_AT):
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
        for left, side, words in (
            (0.0, "right · left", "Front"),
            (_BACK_AT, "left · right", "Back"),
        ):
            painter.drawText(QRectF(left - 10, 220, 120, 14), centre, f"{words}: {side}")

    def _scale(self) -> float:
        return max(0.1, min(self.width() / _WIDTH, self.height() / _HEIGHT))


def spots_of(part: str, side: str) -> tuple[Spot, ...]:
    """Where a part is drawn: from the front if it is seen there, else from the back."""
    wanted = {"both": ("left", "right"), "": ("middle", "left", "right")}.get(side, (side,))
    found = [spot for spot in SPOTS if spot.part == part and spot.side in wanted]
    front = [spot for spot in found if spot.at.x() < 110]
    return tuple(front or found)


def figure() -> QPainterPath:
    """The outline of one figure, in a box 100 wide."""
    path = QPainterPath()
    path.setFillRule(Qt.FillRule.WindingFill)
    path.addEllipse(QPointF(50, 19), 12, 16)
    path.addRoundedRect(QRectF(45, 32, 10, 14), 4, 4)
    path.addRoundedRect(QRectF(33, 42, 34, 48), 11, 11)
    path.addRoundedRect(QRectF(35, 76, 30, 44), 11, 11)
    for sign in (-1, 1):
        for top, bottom, wide in (
            ((15, 48), (29, 96), 10.5),
            ((29, 90), (35, 124), 8.5),
            ((8, 108), (11, 160), 15.0),
            ((11, 152), (11, 206), 11.0),
            ((11, 205), (15, 212), 10.0),
        ):
            path.addPath(_limb(sign, top, bottom, wide))
    return path.simplified()


def _limb(
    sign: int, top: tuple[float, float], bottom: tuple[float, float], wide: float
) -> QPainterPath:
    first = QPointF(_MIDDLE + sign * top[0], top[1])
    last = QPointF(_MIDDLE + sign * bottom[0], bottom[1])
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
