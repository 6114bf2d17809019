"""Says that long work is under way and how far it is, with the button that stops it."""

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from minors_desk.ui.kit.button import Button, Kind
from minors_desk.ui.kit.clock import paint_bar
from minors_desk.ui.kit.spacing import HALF, TWO, column, row
from minors_desk.ui.kit.tokens import GRID, Tone, scaled
from minors_desk.ui.kit.type import Label


class WorkLine(QWidget):
    """Hidden until `begin`. `stop_asked` tells that the person wants it to end."""

    stop_asked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._label = Label("", wrap=True)
        self._bar = _Bar()
        self.button = Button("Stop", Kind.SECONDARY, "Esc")
        self.button.clicked.connect(self.stop_asked)
        said = column(gap=HALF)
        said.addWidget(self._label)
        said.addWidget(self._bar)
        line = row(self, gap=TWO)
        line.addLayout(said, 1)
        line.addWidget(self.button)
        self.hide()

    def begin(self, words: str) -> None:
        """Show what is done now, not begun yet."""
        self._label.setText(words)
        self.setAccessibleName(words)
        self.step(0, 1)
        self.show()

    def step(self, done: int, total: int) -> None:
        """Show how far it is."""
        self._bar.set(done / max(1, total))

    def stopping(self, words: str) -> None:
        """Say that it ends at its next step; the button keeps the focus, which would stray."""
        self._label.setText(words)

    def end(self) -> None:
        """Take it away."""
        self.hide()

    def words(self) -> str:
        """What is said, or an empty text."""
        return "" if self.isHidden() else self._label.text()


class _Bar(QWidget):
    def __init__(self) -> None:
        super().__init__()
        self._fraction = 0.0
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def set(self, fraction: float) -> None:
        self._fraction = fraction
        self.setAccessibleName(f"{round(fraction * 100)} percent")
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(20 * GRID, scaled(GRID))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        paint_bar(painter, self.rect(), self._fraction, Tone.ACCENT)
