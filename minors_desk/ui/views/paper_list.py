"""The papers of a case, one to a line: its key, its title, and how full it is once counted."""

from collections.abc import Sequence

from PySide6.QtCore import QRect, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QSizePolicy, QWidget

from minors_desk.services.offering import Offered
from minors_desk.ui.kit.clock import paint_bar
from minors_desk.ui.kit.scroll import Scroll
from minors_desk.ui.kit.spacing import HALF, ONE, clear, column
from minors_desk.ui.kit.tokens import GRID, RADIUS, TextRole, Tone, current, font, metrics, scaled
from minors_desk.ui.kit.type import Label
from minors_desk.wording.phrases import joined

KEYS = 9
"""So many papers have a digit for a key."""
_HIGH, _WIDE = 272, 290
_BAR = 28
_WRAPPED = Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft


class PaperList(QWidget):
    """Choosing one paper of many: Tab reaches the list, arrows move in it. `changed` tells."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._group = QButtonGroup(self)
        self._group.setExclusive(True)
        self._group.buttonToggled.connect(self._toggled)
        self._lines: list[_Line] = []
        holder = QWidget()
        self._column = column(holder, gap=0)
        self._scroll = Scroll(holder)
        self._scroll.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        lines = column(self, gap=HALF)
        lines.addWidget(Label("Paper", TextRole.SMALL))
        lines.addWidget(self._scroll)

    def show_papers(self, papers: Sequence[Offered], chosen: int) -> None:
        """List these; where they are the ones listed already, only what is said of them changes."""
        if [one.words for one in self._lines] != [_title(one) for one in papers]:
            self._list(papers)
        for line, paper in zip(self._lines, papers, strict=True):
            line.say(paper)
        self._lines[chosen].setChecked(True)
        QTimer.singleShot(0, self, self._bring_into_sight)

    def say(self, place: int, paper: Offered) -> None:
        """Say how full the paper at that place is."""
        self._lines[place].say(paper)

    def value(self) -> str | None:
        """The place of the chosen one, from 0, as text; None while nobody chose."""
        chosen = [str(at) for at, line in enumerate(self._lines) if line.isChecked()]
        return chosen[0] if chosen else None

    def set_value(self, value: str) -> None:
        """Choose the one at that place; raises IndexError where there is none."""
        self._lines[int(value)].setChecked(True)

    def button(self, value: str) -> QAbstractButton:
        """The line at that place."""
        return self._lines[int(value)]

    def _toggled(self, _line: QAbstractButton, on: bool) -> None:
        if on:
            # Its line has its place once this turn is over.
            QTimer.singleShot(0, self, self._bring_into_sight)
            self.changed.emit()

    def _bring_into_sight(self) -> None:
        chosen = self.value()
        if chosen is not None:
            self._scroll.ensureWidgetVisible(self._lines[int(chosen)], 0, 0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Titles take more lines in less room: the chosen one stays in sight."""
        super().resizeEvent(event)
        QTimer.singleShot(0, self, self._bring_into_sight)

    def _list(self, papers: Sequence[Offered]) -> None:
        had_focus = any(line.hasFocus() for line in self._lines)
        for line in self._lines:
            self._group.removeButton(line)
        clear(self._column)
        self._lines = [_Line(at, _title(paper)) for at, paper in enumerate(papers)]
        for line in self._lines:
            self._group.addButton(line)
            self._column.addWidget(line)
        high = sum(line.heightForWidth(scaled(_WIDE)) for line in self._lines)
        self._scroll.setFixedHeight(min(high + ONE, scaled(_HIGH)))
        if had_focus:
            self._lines[0].setFocus()


class _Line(QAbstractButton):
    """One paper. `words` is its title and what it is about."""

    def __init__(self, place: int, words: str) -> None:
        super().__init__()
        self.words = words
        self._key = str(place + 1) if place < KEYS else ""
        self._percent: int | None = None
        self._short = False
        self.setCheckable(True)
        self.setAccessibleName(f"Paper: {words}")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def say(self, paper: Offered) -> None:
        """Say how full it is, as far as that is known, and which copies there are."""
        self._percent = paper.fullness.percent if paper.counted else None
        self._short = bool(paper.missing)
        told = standing(paper)
        self.setAccessibleDescription(told)
        self.setToolTip(joined(self.words, told))
        self.update()

    def sizeHint(self) -> QSize:
        """As high as its title in a column of the usual width."""
        return QSize(20 * GRID, self.heightForWidth(scaled(_WIDE)))

    def hasHeightForWidth(self) -> bool:
        """A long title takes a second line."""
        return True

    def heightForWidth(self, width: int) -> int:
        """The lines of its title with room around them."""
        room = QRect(0, 0, max(1, self._right(width) - _left()), 20 * GRID)
        return metrics(TextRole.BODY).boundingRect(room, _WRAPPED, self.words).height() + ONE

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw key, title, bar and number."""
        tokens, painter = current(), QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        room = self.rect().adjusted(1, 1, -1, -1)
        if self.isChecked() or self.underMouse():
            painter.setPen(Qt.PenStyle.NoPen)
            tone = Tone.ACCENT if self.isChecked() else Tone.NEUTRAL
            painter.setBrush(QColor(tokens.ground(tone)))
            painter.drawRoundedRect(room, RADIUS, RADIUS)
        if self.hasFocus():
            painter.setPen(QPen(QColor(tokens.accent), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(room, RADIUS, RADIUS)
        key = QRect(room.left() + ONE, room.top(), scaled(2 * GRID), room.height())
        painter.setFont(font(TextRole.SMALL))
        painter.setPen(QColor(tokens.muted))
        middle = Qt.AlignmentFlag.AlignVCenter
        painter.drawText(key, middle | Qt.AlignmentFlag.AlignLeft, self._key)
        self._draw_fullness(painter, room)
        right = self._right(self.width())
        title = QRect(_left(), room.top(), right - _left(), room.height())
        painter.setFont(font(TextRole.BODY))
        painter.setPen(QColor(tokens.text))
        painter.drawText(title, _WRAPPED, self.words)

    def _right(self, width: int) -> int:
        """Where its title ends in that width."""
        return width - 2 * ONE - _number() - HALF - scaled(_BAR)

    def _draw_fullness(self, painter: QPainter, room: QRect) -> None:
        """Draw bar and number at the right; nothing while it is not known."""
        if self._percent is None:
            return
        tokens, number = current(), _number()
        left = self._right(self.width()) + ONE
        tone = Tone.AMBER if self._short else Tone.GREEN
        bar = QRect(left, room.center().y() - HALF // 2, scaled(_BAR), HALF + 1)
        paint_bar(painter, bar, self._percent / 100, tone)
        painter.setFont(font(TextRole.SMALL))
        painter.setPen(QColor(tokens.ink(tone)))
        where = QRect(bar.right() + HALF, room.top(), number + 1, room.height())
        both = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight
        painter.drawText(where, both, f"{self._percent} %")


def _left() -> int:
    """Where titles begin, behind the key."""
    return ONE + scaled(2 * GRID)


def _number() -> int:
    """The width of the number at the right."""
    return metrics(TextRole.SMALL).horizontalAdvance("100 %")


def standing(paper: Offered) -> str:
    """How full a paper is and which copies there are, in one line."""
    full = ""
    if paper.counted:
        count = len(paper.missing)
        missing = "nothing missing" if not count else f"{count} missing"
        full = joined(f"{paper.fullness.percent} % full", missing)
    if not paper.issued:
        return joined(full, "no copy yet")
    last = paper.issued[-1]
    return joined(full, f"version {last.version}, copy {last.copy} issued")


def _title(paper: Offered) -> str:
    return joined(paper.title, paper.about)
