"""The rail at the left edge: where one can go, and below it what is saved and who is signed in."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QFrame, QSizePolicy, QWidget

from minors_desk.ui.icons import pixmap
from minors_desk.ui.kit.icon_line import IconLine
from minors_desk.ui.kit.spacing import HALF, ONE, TWO, column, row
from minors_desk.ui.kit.spacing import clear as clear_layout
from minors_desk.ui.kit.tokens import GRID, RADIUS, TextRole, Tone, current, font, metrics, scaled
from minors_desk.ui.kit.type import Elided, Label, elided

_WIDTH = 168
_ICON = 18


@dataclass(frozen=True, slots=True)
class Place:
    """One entry of the rail: an id for the program, words, an icon, the key that goes there."""

    id: str
    words: str
    icon: str
    key: str = ""


class RailEntry(QAbstractButton):
    """One place; painted, as icon, words, count and key stand on one line."""

    def __init__(self, place: Place, *, checkable: bool = True) -> None:
        super().__init__()
        self._place, self._count = place, ""
        self.setCheckable(checkable)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Maximum)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.set_count(None)

    def set_count(self, count: int | None) -> None:
        """Show how many wait there; None shows nothing."""
        self._count = "" if count is None else str(count)
        self.setAccessibleName(f"{self._place.words} {self._count}".strip())
        if self._place.key:
            self.setAccessibleDescription(f"Key {self._place.key}")
        self.update()

    def sizeHint(self) -> QSize:
        """A line with room around."""
        return QSize(scaled(_WIDTH) - 3 * GRID, metrics(TextRole.BODY).height() + 2 * GRID)

    def minimumSizeHint(self) -> QSize:
        """A line with less room: ten places fit a low screen at large text too."""
        return QSize(self.sizeHint().width(), metrics(TextRole.BODY).height() + HALF)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint ground, icon, words, count and key."""
        tokens = current()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._ground(painter)
        chosen = self.isChecked()
        ink = tokens.rail_text if chosen else tokens.rail_muted
        side = scaled(_ICON)
        top = (self.height() - side) // 2
        ratio = self.devicePixelRatioF()
        painter.drawPixmap(ONE, top, pixmap(self._place.icon, ink, side, ratio))
        line = QRect(2 * ONE + side, 0, self.width() - 3 * ONE - side, self.height())
        middle = Qt.AlignmentFlag.AlignVCenter
        painter.setPen(QColor(tokens.rail_muted))
        painter.setFont(font(TextRole.SMALL))
        painter.drawText(line, middle | Qt.AlignmentFlag.AlignRight, self._place.key)
        line.setRight(
            line.right() - painter.fontMetrics().horizontalAdvance(self._place.key) - HALF
        )
        painter.setPen(QColor(ink))
        painter.setFont(font(TextRole.STRONG if chosen else TextRole.BODY))
        words = elided(painter.fontMetrics(), self._place.words, line.width())
        painter.drawText(line, middle, words)
        line.setLeft(line.left() + painter.fontMetrics().horizontalAdvance(words) + ONE)
        painter.setPen(QColor(tokens.rail_text))
        painter.setFont(font(TextRole.STRONG))
        painter.drawText(line, middle, self._count)

    def _ground(self, painter: QPainter) -> None:
        tokens = current()
        ground = None
        if self.isChecked():
            ground = tokens.rail_active
        elif self.underMouse():
            ground = tokens.rail_hover
        painter.setPen(Qt.PenStyle.NoPen)
        if ground is not None:
            painter.setBrush(QColor(ground))
            painter.drawRoundedRect(self.rect(), RADIUS, RADIUS)
        if self.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QColor(tokens.rail_text))
            painter.drawRoundedRect(self.rect().adjusted(1, 1, -1, -1), RADIUS, RADIUS)


class Rail(QFrame):
    """The rail. `chosen` carries the id of a place, `lock_asked` the wish to lock."""

    chosen = Signal(str)
    lock_asked = Signal()

    def __init__(self, title: str, subtitle: str, places: Sequence[Place]) -> None:
        super().__init__()
        self.setObjectName("rail")
        self.setAccessibleName("Places")
        self._entries: dict[str, RailEntry] = {}
        self._group = QButtonGroup(self)
        lines = column(self, gap=HALF)
        lines.setContentsMargins(12, TWO, 12, 12)
        lines.addWidget(Label(title, TextRole.HEADING))
        self._subtitle = Elided(subtitle, TextRole.SMALL)
        lines.addWidget(self._subtitle)
        lines.addSpacing(TWO)
        for place in places:
            entry = RailEntry(place)
            self._entries[place.id] = entry
            self._group.addButton(entry)
            entry.clicked.connect(lambda _=False, i=place.id: self.chosen.emit(i))
            lines.addWidget(entry)
        lines.addStretch(1)
        self._status = column(gap=HALF)
        self._told: list[IconLine] = []
        lines.addLayout(self._status)
        lock = RailEntry(Place("lock", "Lock", "lock", "Ctrl+L"), checkable=False)
        lock.clicked.connect(self.lock_asked)
        lines.addWidget(lock)
        self.lock_entry = lock

    def sizeHint(self) -> QSize:
        """As wide as the sketch, growing with the text."""
        return QSize(scaled(_WIDTH), super().sizeHint().height())

    def minimumSizeHint(self) -> QSize:
        """The rail does not give way."""
        return QSize(scaled(_WIDTH), super().minimumSizeHint().height())

    def set_current(self, place_id: str) -> None:
        """Mark where we are. Raises KeyError for a place that is not there."""
        self._entries[place_id].setChecked(True)

    def set_count(self, place_id: str, count: int | None) -> None:
        """Show how many wait at a place. Raises KeyError for a place that is not there."""
        self._entries[place_id].set_count(count)

    def entry(self, place_id: str) -> RailEntry:
        """The button of a place."""
        return self._entries[place_id]

    def set_subtitle(self, text: str) -> None:
        """Change the line under the title, such as the station's name."""
        self._subtitle.setText(text)

    def set_status(self, lines: Sequence[tuple[str, str]]) -> None:
        """Show the lines at the bottom, each (icon, words): `("check", "Saved 03:12:07")`."""
        if len(lines) != len(self._told):
            clear_layout(self._status)
            self._told = [IconLine(on_rail=True) for _ in lines]
            for line in self._told:
                self._status.addWidget(line)
        for line, (icon, words) in zip(self._told, lines, strict=True):
            line.set(words, Tone.MUTED, icon)


def rail_beside(rail: Rail, page: QWidget) -> QWidget:
    """The rail with a page beside it, without a gap."""
    both = QWidget()
    line = row(both, gap=0)
    rail.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Expanding)
    line.addWidget(rail)
    line.addWidget(page, 1)
    return both
