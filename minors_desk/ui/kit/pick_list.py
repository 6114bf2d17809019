"""Choosing one of many that need two lines each: a list, and a line above it that narrows it."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import (
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRect,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QColor, QFont, QKeyEvent, QPainter, QPalette, QShowEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from minors_desk.ui.kit.field import Field
from minors_desk.ui.kit.tokens import GRID, TextRole, Tone, current, font, metrics
from minors_desk.ui.kit.type import elided

_ROLE = Qt.ItemDataRole.UserRole
_DOWN = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}


@dataclass(frozen=True, slots=True, kw_only=True)
class ListRow:
    """One choice: `title` over `detail`.

    `struck` is shown and cannot be chosen; its detail says why. `always` stays while typing.
    `words` are found by typing too, though they are not shown. `aside` stands at the right end
    of the first line, in `aside_tone`.
    """

    value: str
    title: str
    detail: str = ""
    tone: Tone = Tone.MUTED
    struck: bool = False
    always: bool = False
    words: str = ""
    aside: str = ""
    aside_tone: Tone = Tone.MUTED


class PickList(Field):
    """One of many. `taken` tells of Enter or a double click on the chosen row.

    Up and Down walk while letters go on being typed; what is struck is passed over. With
    `narrows=False` all rows that are offered are shown: whoever offers them has looked.
    """

    taken = Signal()

    def __init__(
        self, label: str, hint: str = "", placeholder: str = "", *, narrows: bool = True
    ) -> None:
        self._narrows = narrows
        self.list = QListWidget()
        self.list.setFrameShape(QFrame.Shape.NoFrame)
        self.list.setItemDelegate(_TwoLines(self.list))
        self.list.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setResizeMode(QListWidget.ResizeMode.Adjust)
        self.list.viewport().setBackgroundRole(QPalette.ColorRole.Window)
        super().__init__(label, self.list, hint)
        self.search = QLineEdit()
        self.search.setAccessibleName(f"{label}: find")
        self.search.setPlaceholderText(placeholder)
        self.body.insertWidget(0, self.search)
        self._value: str | None = None
        self.search.installEventFilter(self)
        self.search.textChanged.connect(self._narrow)
        self.search.returnPressed.connect(self._take)
        self.list.itemActivated.connect(lambda _: self._take())
        self.list.currentRowChanged.connect(self._moved)

    def offer(self, rows: Sequence[ListRow]) -> None:
        """Offer other choices; the one that was chosen stays so if it is among them."""
        kept = self._value
        self.list.blockSignals(True)
        self.list.clear()
        for row in rows:
            made = QListWidgetItem()
            made.setData(_ROLE, row)
            struck = ", not to be chosen" if row.struck else ""
            aside = f"{row.aside}. " if row.aside else ""
            made.setText(f"{row.title}. {aside}{row.detail}{struck}")
            if row.struck:
                made.setFlags(Qt.ItemFlag.NoItemFlags)
            self.list.addItem(made)
        self.list.blockSignals(False)
        self._narrow()
        places = [place for place, row in enumerate(rows) if row.value == kept and not row.struck]
        if places and not self.list.item(places[0]).isHidden():
            self.list.setCurrentRow(places[0])
        self._moved()

    def rows(self) -> list[ListRow]:
        """The choices that are shown now, from the top."""
        every = (self.list.item(place) for place in range(self.list.count()))
        return [one.data(_ROLE) for one in every if not one.isHidden()]

    def value(self) -> str | None:
        """What is chosen; None when nothing can be."""
        return self._value

    def set_value(self, value: str | None) -> None:
        """Choose, or with None choose nothing. Raises KeyError for what cannot be chosen."""
        if value is None:
            self.list.setCurrentRow(-1)
            return
        for place in range(self.list.count()):
            row = self.list.item(place).data(_ROLE)
            if row.value == value and not row.struck:
                if self.list.item(place).isHidden():
                    self.search.clear()
                self.list.setCurrentRow(place)
                return
        raise KeyError(value)

    def is_empty(self) -> bool:
        """Whether nothing is chosen."""
        return self._value is None

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Walk the list from the line above it."""
        if event.type() is QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            step = _DOWN.get(Qt.Key(event.key()), 0)
            if step:
                self._step(step)
                return True
        return super().eventFilter(watched, event)

    def showEvent(self, event: QShowEvent) -> None:
        """From the line Tab goes to the list: an order set before the page had a window is lost."""
        super().showEvent(event)
        QWidget.setTabOrder(self.search, self.list)

    def _step(self, step: int) -> None:
        place = self.list.currentRow() + step
        while 0 <= place < self.list.count():
            if self._can_be_chosen(place):
                self.list.setCurrentRow(place)
                return
            place += step

    def _narrow(self) -> None:
        wanted = self.search.text().casefold().split() if self._narrows else []
        for place in range(self.list.count()):
            made = self.list.item(place)
            row = made.data(_ROLE)
            text = f"{row.title} {row.detail} {row.words}".casefold()
            made.setHidden(not row.always and not all(one in text for one in wanted))
        places = [p for p in range(self.list.count()) if self._can_be_chosen(p)]
        here = self.list.currentRow()
        # What was looked for goes before what always stands there.
        found = [p for p in places if not self.list.item(p).data(_ROLE).always]
        if here not in places or (wanted and found and here not in found):
            self.list.setCurrentRow(next(iter(found or places), -1))

    def _can_be_chosen(self, place: int) -> bool:
        made = self.list.item(place) if place >= 0 else None
        return made is not None and not made.isHidden() and not made.data(_ROLE).struck

    def _moved(self) -> None:
        made = self.list.currentItem()
        value = made.data(_ROLE).value if self._can_be_chosen(self.list.currentRow()) else None
        if value != self._value:
            self._value = value
            if self.error():
                self.set_error(None)
            self.changed.emit()

    def _take(self) -> None:
        if self._value is not None:
            self.taken.emit()


class _TwoLines(QStyledItemDelegate):
    """Title over detail; a struck row is crossed through."""

    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        """Two lines with room around them."""
        high = metrics(TextRole.STRONG).height() + metrics(TextRole.SMALL).height()
        return QSize(0, high + 2 * GRID)

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        """Paint one row."""
        row: ListRow = index.data(_ROLE)
        # The stubs of Qt leave out what every style option has.
        rect, state = QRect(option.rect), option.state
        tokens = current()
        painter.save()
        if state & QStyle.StateFlag.State_Selected:
            painter.fillRect(rect, QColor(tokens.pale_accent))
        painter.setPen(QColor(tokens.line))
        painter.drawLine(rect.bottomLeft(), rect.bottomRight())
        if state & QStyle.StateFlag.State_Selected and state & QStyle.StateFlag.State_HasFocus:
            # After the line: the ring is whole, or the keys seem to stand nowhere.
            painter.setPen(QColor(tokens.accent))
            painter.drawRect(rect.adjusted(0, 0, -1, -1))
        title = font(TextRole.STRONG)
        title.setStrikeOut(row.struck)
        line = rect.adjusted(GRID, GRID - 2, -GRID, 0)
        if row.aside:
            _draw_aside(painter, line, row)
        _draw(painter, line, title, tokens.muted if row.struck else tokens.text, row.title)
        line.setRight(rect.right() - GRID)
        line.translate(0, metrics(TextRole.STRONG).height() + 2)
        _draw(painter, line, font(TextRole.SMALL), tokens.ink(row.tone), row.detail)
        painter.restore()


def _draw_aside(painter: QPainter, line: QRect, row: ListRow) -> None:
    """Paint what stands at the right end, and take its width off the line."""
    painter.setFont(font(TextRole.SMALL))
    painter.setPen(QColor(current().ink(row.aside_tone)))
    right = Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignRight
    painter.drawText(line, right, row.aside)
    line.setRight(line.right() - painter.fontMetrics().horizontalAdvance(row.aside) - 2 * GRID)


def _draw(painter: QPainter, line: QRect, face: QFont, ink: str, text: str) -> None:
    painter.setFont(face)
    painter.setPen(QColor(ink))
    words = elided(painter.fontMetrics(), text, line.width())
    painter.drawText(line, Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft, words)
