"""A table that breathes: one line to a row, walked by arrows, opened by Enter, sorted."""

from PySide6.QtCore import QAbstractItemModel, QEvent, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QHeaderView, QTableView

from minors_desk.ui.kit.tokens import GRID, TextRole, font, metrics

_PADDING = 12


class Table(QTableView):
    """Rows of one line. `opened` tells of Enter or a double click on the chosen row.

    Letters belong to the keys of the page and do not search.
    """

    opened = Signal()

    def __init__(self, model: QAbstractItemModel, name: str) -> None:
        super().__init__()
        self.setModel(model)
        self.setAccessibleName(name)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setCornerButtonEnabled(False)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        head = self.horizontalHeader()
        head.setHighlightSections(False)
        head.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        head.setStretchLastSection(True)
        self.doubleClicked.connect(lambda _: self.opened.emit())
        self._fit()

    def fit_columns(self, shares: tuple[int, ...]) -> None:
        """Divide the width by shares; a share of 0 is as wide as what stands in the column.

        No column is narrower than its heading; the table scrolls sideways where that is too much.
        Before it does, what stands in the columns of no share is cut too, the last first. Where all
        that stands in the columns has room, nothing of it is cut, whatever the shares.
        """
        headings = [self._heading(place) for place in range(len(shares))]
        least = list(headings)
        for place, share in enumerate(shares):
            if not share:
                least[place] = max(least[place], self.sizeHintForColumn(place) + GRID)
        every = [max(one, self.sizeHintForColumn(at) + GRID) for at, one in enumerate(least)]
        if sum(every) <= self.viewport().width():
            least = every
        fixed = sum(one for one, share in zip(least, shares, strict=True) if not share)
        room, whole = self.viewport().width() - fixed, max(1, sum(shares))
        wide = [max(one, room * share // whole) for one, share in zip(least, shares, strict=True)]
        # What one column needs beyond its share is taken from those that have more than they need.
        over = sum(wide) - self.viewport().width()
        for place in sorted(range(len(wide)), key=lambda at: least[at] - wide[at]):
            given = min(max(0, over), wide[place] - least[place])
            wide[place], over = wide[place] - given, over - given
        # The first columns tell one row from another: they are cut last.
        for place in reversed(range(len(wide))):
            given = min(max(0, over), max(0, wide[place] - headings[place]))
            wide[place], over = wide[place] - given, over - given
        for place, one in enumerate(wide):
            self.setColumnWidth(place, one)

    def _heading(self, place: int) -> int:
        """How wide the heading of a column is. Qt keeps room for an arrow in every column; here it
        has some where the rows are sorted by it, and its words give way a little.
        """
        head = self.horizontalHeader()
        bold = font(TextRole.SMALL)
        bold.setBold(True)
        words = str(self.model().headerData(place, Qt.Orientation.Horizontal))
        sorted_by = head.isSortIndicatorShown() and head.sortIndicatorSection() == place
        arrow = 2 * GRID if sorted_by else 0
        wide = QFontMetrics(bold).horizontalAdvance(words) + 3 * GRID + arrow
        return max(head.minimumSectionSize(), min(wide, head.sectionSizeHint(place)))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter opens; letters and digits go on to the page."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.opened.emit()
        elif event.text().isalnum():
            event.ignore()
        else:
            super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        """Measure the rows again when the text size changes."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._fit()

    def _fit(self) -> None:
        high = metrics(TextRole.BODY).height() + _PADDING
        self.verticalHeader().setMinimumSectionSize(high)
        self.verticalHeader().setDefaultSectionSize(high)
        self.horizontalHeader().setFixedHeight(high + GRID // 2)
