"""Lays the case page out in three columns, two, or one, by the room there is for the text."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QVBoxLayout, QWidget

from minors_desk.ui.kit.scroll import Scroll
from minors_desk.ui.kit.spacing import ONE, THREE, TWO, column, row
from minors_desk.ui.kit.tokens import GRID, scaled

_THREE_FROM, _TWO_FROM = 1040, 620
_LEAST_LOG = 320


class CaseColumns(QWidget):
    """Log left, sections in the middle, what is owed right with its button at the foot.

    With less room (large text) what is owed stands above the sections; with still less the log
    stands below them, and the page scrolls.
    """

    def __init__(self, log: QWidget, sections: QWidget, owed: QWidget, foot: QWidget) -> None:
        super().__init__()
        self._log, self._sections, self._owed, self._foot = log, sections, owed, foot
        self._columns = 0
        self._line = row(self, gap=TWO)
        self._line.setContentsMargins(THREE, TWO, THREE, ONE)
        self._left = column()
        self._middle, self._middle_lines = _scrolling()
        self._right, self._right_lines = _scrolling()
        self._under_middle, self._under_right = column(), column()
        middle = column(gap=TWO)
        middle.addWidget(self._middle, 1)
        middle.addLayout(self._under_middle)
        right = column(gap=TWO)
        right.addWidget(self._right, 1)
        right.addLayout(self._under_right)
        self._line.addLayout(self._left, 33)
        self._line.addLayout(middle, 49)
        self._line.addLayout(right, 30)
        self.arrange(3)

    def columns(self) -> int:
        """How many columns stand now."""
        return self._columns

    def arrange(self, count: int) -> None:
        """Stand in three columns, two, or one."""
        if count == self._columns:
            return
        self._columns = count
        held = self.window().focusWidget()
        self._place(wide=count == 3, narrow=count == 1)
        if held is not None and self.isAncestorOf(held):
            # Qt takes the focus from what changes its parent, and the keys of the page go with it.
            held.setFocus(Qt.FocusReason.OtherFocusReason)

    def bring(self, view: QAbstractItemView) -> None:
        """Scroll the page so that the chosen row of a list is in sight, where the page scrolls."""
        page = self._middle.widget()
        if page is not None and page.isAncestorOf(view):
            row = view.visualRect(view.currentIndex())
            for corner in (row.bottomLeft(), row.topLeft()):
                at = view.viewport().mapTo(page, corner)
                self._middle.ensureVisible(at.x(), at.y(), 0, GRID)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Choose by the width in units of the text size."""
        super().resizeEvent(event)
        width = self.width()
        self.arrange(3 if width >= scaled(_THREE_FROM) else 2 if width >= scaled(_TWO_FROM) else 1)

    def _place(self, *, wide: bool, narrow: bool) -> None:
        self._right.setVisible(wide)
        self._line.setStretch(2, 30 if wide else 0)
        (self._right_lines if wide else self._middle_lines).insertWidget(0, self._owed)
        (self._under_right if wide else self._under_middle).addWidget(self._foot)
        if self._middle_lines.indexOf(self._sections) < 0:
            self._middle_lines.insertWidget(0, self._sections)
        self._log.setMinimumHeight(scaled(_LEAST_LOG) if narrow else 0)
        self._line.setStretch(0, 0 if narrow else 33)
        if narrow:
            self._middle_lines.insertWidget(2, self._log)
        else:
            self._left.addWidget(self._log)
        # What changes its parent is hidden, and Qt shows it again only some events later.
        for moved in (self._log, self._owed, self._foot, self._sections):
            moved.show()


def _scrolling() -> tuple[Scroll, QVBoxLayout]:
    holder = QWidget()
    lines = column(holder, gap=12)
    lines.addStretch(1)
    return Scroll(holder), lines
