"""What stands beside the pages of a paper: in two columns where the window is wide, else in one."""

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QBoxLayout, QWidget

from minors_desk.ui.kit.scroll import Scroll
from minors_desk.ui.kit.spacing import TWO, column
from minors_desk.ui.kit.tokens import scaled

_SIDE = 330
_PAGE = 560
"""What the page and the small pages beside it want at least."""


class PrintSides(QWidget):
    """How full the paper is (`full`), and the choices (`choices`), each as wide as the text asks.

    In a window too narrow for both beside the page, fullness stands below the choices.
    """

    def __init__(self, full: QWidget, choices: QWidget, dialog: QWidget) -> None:
        super().__init__()
        self._dialog, self._full, self._reads = dialog, full, False
        alone = QWidget()
        lines = column(alone)
        lines.setContentsMargins(0, TWO, 0, TWO)
        lines.addWidget(full)
        lines.addStretch(1)
        self._first, self._second = Scroll(alone), Scroll(choices)
        self._below = column()
        inner = choices.layout()
        assert isinstance(inner, QBoxLayout)  # noqa: S101 - a column of the panel
        inner.addLayout(self._below)
        self._alone = lines
        self._line = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._line.setContentsMargins(0, 0, 0, 0)
        self._line.setSpacing(TWO)
        self._line.addWidget(self._first)
        self._line.addWidget(self._second)
        dialog.installEventFilter(self)
        self._fit()

    def make_room(self, reads: bool) -> None:
        """Leave the room to the page while somebody reads it; the choices stay."""
        self._reads = reads
        self._fit()

    def is_wide(self) -> bool:
        """Whether both columns stand side by side."""
        return not self._first.isHidden()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Measure again when the window changes its size."""
        if watched is self._dialog and event.type() is QEvent.Type.Resize:
            self._fit()
        return super().eventFilter(watched, event)

    def changeEvent(self, event: QEvent) -> None:
        """Measure again when the text size changes."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.FontChange:
            self._fit()

    def _fit(self) -> None:
        wide = not self._reads and self._dialog.width() >= 2 * scaled(_SIDE) + _PAGE
        for side in (self._first, self._second):
            side.setFixedWidth(scaled(_SIDE))
        if wide and self._below.count():
            self._below.removeWidget(self._full)
            self._alone.insertWidget(0, self._full)
        elif not wide and not self._below.count():
            self._alone.removeWidget(self._full)
            self._below.addWidget(self._full)
        self._full.show()
        self._first.setVisible(wide)
