"""What a page says while it has nothing to show: kindly, and with the one thing to do next."""

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QWidget

from minors_desk.ui.icons import pixmap
from minors_desk.ui.kit.button import Button
from minors_desk.ui.kit.spacing import ONE, TWO, column
from minors_desk.ui.kit.tokens import TextRole, Tone, current, scaled
from minors_desk.ui.kit.type import Label

_SIDE = 48


class EmptyState(QWidget):
    """Icon, title, one sentence and, if there is something to do, its button, in the middle."""

    def __init__(
        self, title: str, sentence: str = "", action: Button | None = None, icon: str = "board"
    ) -> None:
        super().__init__()
        self._icon = icon
        self._picture = Label()
        middle = Qt.AlignmentFlag.AlignHCenter
        lines = column(self, gap=ONE)
        lines.addStretch(2)
        lines.addWidget(self._picture, alignment=middle)
        for text, role, tone in (
            (title, TextRole.TITLE, None),
            (sentence, TextRole.BODY, Tone.MUTED),
        ):
            if text:
                words = Label(text, role, tone, wrap=True)
                words.setAlignment(middle)
                lines.addWidget(words)
        if action is not None:
            lines.addSpacing(TWO)
            lines.addWidget(action, alignment=middle)
        lines.addStretch(3)
        self._draw()

    def changeEvent(self, event: QEvent) -> None:
        """Draw the icon anew in the colours of another mode."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.PaletteChange, QEvent.Type.StyleChange):
            self._draw()

    def _draw(self) -> None:
        size, ratio = scaled(_SIDE), self.devicePixelRatioF()
        self._picture.setPixmap(pixmap(self._icon, current().control, size, ratio))
