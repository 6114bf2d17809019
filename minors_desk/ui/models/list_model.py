"""Frozen records as rows of a table, a page at a time as it is scrolled, sorted by any column."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtGui import QColor

from minors_desk.ui.kit.text import capped, one_line
from minors_desk.ui.kit.tokens import Tone, current

R = TypeVar("R")
Index = QModelIndex | QPersistentModelIndex
PAGE = 100
"""Rows that are added each time the end comes to sight."""
MOST = 200
"""Characters of a text that a cell shows."""


@dataclass(frozen=True, slots=True)
class Column(Generic[R]):
    """A heading, the text of a row, what it is sorted by (else the text), and its tone."""

    title: str
    text: Callable[[R], str]
    by: Callable[[R], Any] | None = None
    tone: Callable[[R], Tone] | None = None


class ListModel(QAbstractTableModel, Generic[R]):
    """Shows records in columns."""

    def __init__(self, columns: Sequence[Column[R]], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._columns = tuple(columns)
        self._all: list[R] = []
        self._shown = 0
        self._order: tuple[int, Qt.SortOrder] | None = None

    def show_rows(self, rows: Sequence[R]) -> None:
        """Show other records, sorted as those before."""
        self.beginResetModel()
        self._all = list(rows)
        self._sort()
        self._shown = min(PAGE, len(self._all))
        self.endResetModel()

    def rows(self) -> tuple[R, ...]:
        """All records in the order shown, those not scrolled to as well."""
        return tuple(self._all)

    def row_at(self, place: int) -> R | None:
        """The record of a row."""
        return self._all[place] if 0 <= place < len(self._all) else None

    def reach(self, place: int) -> None:
        """Load the rows up to that one, so that it can be chosen."""
        while self._shown <= place and self.canFetchMore(QModelIndex()):
            self.fetchMore(QModelIndex())

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """Sort by a column; Qt asks with -1 for none."""
        self._order = (column, order) if column >= 0 else None
        self.layoutAboutToBeChanged.emit()
        self._sort()
        self.layoutChanged.emit()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        """How many rows are loaded."""
        return 0 if parent.isValid() else self._shown

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        """How many columns there are."""
        return 0 if parent.isValid() else len(self._columns)

    def canFetchMore(self, parent: Index) -> bool:
        """Whether there are rows that were not scrolled to."""
        return not parent.isValid() and self._shown < len(self._all)

    def fetchMore(self, parent: Index) -> None:
        """Load the next page."""
        upto = min(self._shown + PAGE, len(self._all))
        self.beginInsertRows(QModelIndex(), self._shown, upto - 1)
        self._shown = upto
        self.endInsertRows()

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Text, tone, and the whole text for who points at it or hears it."""
        if not index.isValid() or index.row() >= len(self._all):
            return None
        row, column = self._all[index.row()], self._columns[index.column()]
        if role == Qt.ItemDataRole.DisplayRole:
            return capped(one_line(column.text(row)), MOST)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{column.title}: {column.text(row)}"
        if role == Qt.ItemDataRole.ForegroundRole and column.tone is not None:
            return QColor(current().ink(column.tone(row)))
        return None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        """The headings."""
        if role != Qt.ItemDataRole.DisplayRole or orientation is not Qt.Orientation.Horizontal:
            return None
        return self._columns[section].title

    def _sort(self) -> None:
        if self._order is None:
            return
        place, order = self._order
        column = self._columns[place]
        key = column.by or (lambda row: column.text(row).casefold())
        self._all.sort(key=key, reverse=order is Qt.SortOrder.DescendingOrder)
