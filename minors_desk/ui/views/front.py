"""What stands before the desk: a quiet panel with the program's name, and one column of work."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QSizePolicy, QWidget

from minors_desk.ui.kit.scroll import Scroll
from minors_desk.ui.kit.spacing import ONE, THREE, TWO, column, row
from minors_desk.ui.kit.tokens import GRID, TextRole, scaled
from minors_desk.ui.kit.type import Label

_PANEL, _COLUMN = 40 * GRID, 60 * GRID


class Front(QWidget):
    """The panel at the left, and `body`: a column in the middle of the rest, which scrolls."""

    def __init__(self, promise: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("page")
        self._panel = QFrame()
        self._panel.setObjectName("rail")
        words = column(self._panel, gap=ONE)
        words.setContentsMargins(4 * GRID, 4 * GRID, 4 * GRID, 4 * GRID)
        words.addStretch(1)
        words.addWidget(Label("Minors Desk", TextRole.HEADING))
        words.addWidget(Label(promise, wrap=True))
        words.addStretch(2)
        self._column = QWidget()
        self.body = column(self._column, gap=TWO)
        self.body.setContentsMargins(0, THREE, 0, THREE)
        self._column.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        holder = QWidget()
        middle = row(holder, gap=0)
        middle.setContentsMargins(4 * GRID, 0, 4 * GRID, 0)
        middle.addStretch(1)
        middle.addWidget(self._column, 100, Qt.AlignmentFlag.AlignVCenter)
        middle.addStretch(1)
        both = row(self, gap=0)
        both.addWidget(self._panel)
        both.addWidget(Scroll(holder), 1)
        self.fit()

    def fit(self) -> None:
        """Measure again; called when the text size changes."""
        self._panel.setFixedWidth(min(scaled(_PANEL), 48 * GRID))
        self._column.setMaximumWidth(scaled(_COLUMN))
