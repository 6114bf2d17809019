"""The list of a case's log: paints its rows, is walked by keys, tells what the person wants."""

from math import ceil
from uuid import UUID

from PySide6.QtCore import (
    QEvent,
    QModelIndex,
    QPersistentModelIndex,
    QPointF,
    QRect,
    QSize,
    Qt,
    Signal,
    SignalInstance,
)
from PySide6.QtGui import (
    QColor,
    QKeyEvent,
    QPainter,
    QResizeEvent,
    QTextLayout,
    QTextOption,
)
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
)

from minors_desk.ui.kit.text import breakable, lines
from minors_desk.ui.kit.tokens import GRID, TextRole, Tone, current, font, metrics, scaled
from minors_desk.ui.models.log_model import LOG_ROLE, Block, LogModel, LogRow

Index = QModelIndex | QPersistentModelIndex
_TIME_WIDTH = 52


class LogList(QListView):
    """Newest first. Each signal carries the entry: of Enter, of A, of Del.

    `stepped` tells that a key moved the choice.
    """

    opened = Signal(object)
    amended = Signal(object)
    stepped = Signal()
    withdrawn = Signal(object)

    def __init__(self, model: LogModel) -> None:
        super().__init__()
        self._log = model
        self.setModel(model)
        self.setItemDelegate(_LogDelegate(self))
        self.setAccessibleName("What happened, newest first")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.doubleClicked.connect(lambda _: self._tell(self.opened))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Measure the rows again: less width needs more lines, which Qt asks for by height only."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.scheduleDelayedItemsLayout()

    def show_rows(self, rows: tuple[LogRow, ...], *, anew: bool) -> None:
        """Show other rows: the chosen one stays chosen, unless the log is another one.

        What was just written is what the eye looks for: it comes in sight.
        """
        chosen, before = self.chosen(), self._log.rowCount()
        self._log.show_rows(rows)
        place = None if chosen is None or anew else self._log.row_of(chosen)
        self.setCurrentIndex(self._log.index(0 if place is None else place))
        if self._log.rowCount() > before:
            self.scrollToTop()

    def chosen(self) -> UUID | None:
        """The entry of the row that the keys stand on."""
        row = self.currentIndex().data(LOG_ROLE)
        return row.entry_id if isinstance(row, LogRow) else None

    def event(self, event: QEvent) -> bool:
        """A amends here; elsewhere on the page it is the page's own key."""
        asked = event.type() is QEvent.Type.ShortcutOverride
        if asked and isinstance(event, QKeyEvent) and _amends(event):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter opens, A amends, Del withdraws; other letters belong to the page's own keys."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._tell(self.opened)
        elif event.key() == Qt.Key.Key_Delete:
            self._tell(self.withdrawn)
        elif _amends(event):
            self._tell(self.amended)
        elif event.text().isalnum():
            event.ignore()
        else:
            super().keyPressEvent(event)
            self.stepped.emit()

    def _tell(self, signal: SignalInstance) -> None:
        entry_id = self.chosen()
        if entry_id is not None:
            signal.emit(entry_id)


def _amends(event: QKeyEvent) -> bool:
    return event.key() == Qt.Key.Key_A and not event.modifiers()


class _LogDelegate(QStyledItemDelegate):
    """Time left; right of it the heading, and below it the paragraphs, wrapped."""

    def __init__(self, view: LogList) -> None:
        super().__init__(view)
        self._view = view
        self._heights: dict[LogRow, int] = {}
        self._measured = (0, 0)
        """The width and the text size for which the heights hold."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """As high as its paragraphs in the width of the list."""
        row = index.data(LOG_ROLE)
        width = self._view.viewport().width()
        if not isinstance(row, LogRow):
            return QSize(width, 0)
        return QSize(width, self._height(row, width))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint one row."""
        row = index.data(LOG_ROLE)
        if not isinstance(row, LogRow):
            return
        rect, state = QRect(option.rect), option.state
        painter.save()
        tokens = current()
        if state & QStyle.StateFlag.State_Selected:
            painter.fillRect(rect, QColor(tokens.pale_accent))
            if state & QStyle.StateFlag.State_HasFocus:
                painter.setPen(QColor(tokens.accent))
                painter.drawRect(rect.adjusted(0, 0, -1, -1))
        _paint_times(painter, rect, row)
        left = rect.x() + GRID + scaled(_TIME_WIDTH)
        top = rect.y() + GRID
        head = metrics(TextRole.STRONG)
        painter.setFont(font(TextRole.STRONG))
        painter.setPen(QColor(tokens.text if row.counts else tokens.muted))
        painter.drawText(left, top + head.ascent(), row.heading)
        top += head.height()
        for block in row.blocks:
            painter.setPen(QColor(tokens.ink(block.tone)))
            laid = _laid(block, _room(rect.width()))
            laid.draw(painter, QPointF(left, top))
            top += _block_height(laid)
        painter.restore()

    def _height(self, row: LogRow, width: int) -> int:
        """Laying out paragraphs takes long, and Qt asks for every row whenever one is added."""
        measured = (width, scaled(GRID))
        if measured != self._measured:
            self._heights.clear()
            self._measured = measured
        if row not in self._heights:
            self._heights[row] = _height(row, _room(width)) + 2 * GRID
        return self._heights[row]


def _paint_times(painter: QPainter, rect: QRect, row: LogRow) -> None:
    tokens = current()
    head, small = metrics(TextRole.STRONG), metrics(TextRole.SMALL)
    painter.setFont(font(TextRole.STRONG))
    painter.setPen(QColor(tokens.muted))
    painter.drawText(rect.x() + GRID, rect.y() + GRID + head.ascent(), row.time)
    painter.setFont(font(TextRole.SMALL))
    top = rect.y() + GRID + head.height()
    painter.drawText(rect.x() + GRID, top + small.ascent(), row.day)


def _room(width: int) -> int:
    return max(8 * GRID, width - 2 * GRID - scaled(_TIME_WIDTH))


def _height(row: LogRow, width: int) -> int:
    head = metrics(TextRole.STRONG).height()
    return head + sum(_block_height(_laid(block, width)) for block in row.blocks)


def _block_height(laid: QTextLayout) -> int:
    return ceil(laid.boundingRect().height()) + 2 if laid.text() else 0


def _laid(block: Block, width: int) -> QTextLayout:
    """A paragraph in its lines; a word longer than the column goes on in the next one."""
    face = font(_role(block))
    face.setStrikeOut(block.struck)
    option = QTextOption(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignAbsolute)
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    laid = QTextLayout(breakable(lines(block.text)).replace("\n", "\u2028"), face)
    laid.setTextOption(option)
    laid.beginLayout()
    top = 0.0
    while (line := laid.createLine()).isValid():
        line.setLineWidth(width)
        line.setPosition(QPointF(0, top))
        top += line.height()
    laid.endLayout()
    return laid


def _role(block: Block) -> TextRole:
    return TextRole.BODY if block.tone is Tone.NEUTRAL else TextRole.SMALL
