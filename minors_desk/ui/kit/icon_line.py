"""A small line of words with an icon before it: what is wrong, what is saved, what to do."""

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QWidget

from minors_desk.ui.icons import pixmap
from minors_desk.ui.kit.spacing import HALF, row
from minors_desk.ui.kit.tokens import TextRole, Tone, current, metrics, scaled
from minors_desk.ui.kit.type import Label

_SIDE = 14
TONE_ICONS = {Tone.RED: "warning", Tone.AMBER: "warning", Tone.GREEN: "check"}


class IconLine(QWidget):
    """Words with an icon in a tone; red, amber and green bring their own icon."""

    def __init__(
        self,
        text: str = "",
        tone: Tone = Tone.MUTED,
        icon: str | None = None,
        *,
        on_rail: bool = False,
    ) -> None:
        super().__init__()
        self._tone, self._icon, self._on_rail = tone, icon, on_rail
        self._picture = Label()
        self._words = Label(role=TextRole.SMALL, wrap=True)
        self._words.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
        line = row(self, gap=HALF)
        line.addWidget(self._picture, 0, Qt.AlignmentFlag.AlignTop)
        line.addWidget(self._words, 1)
        self.set(text, tone, icon)

    def set(self, text: str, tone: Tone = Tone.MUTED, icon: str | None = None) -> None:
        """Say other words in another tone."""
        self._tone = tone
        self._icon = TONE_ICONS.get(tone, "") if icon is None else icon
        self._words.setText(text)
        self._words.set_tone(tone)
        self.setAccessibleName(text)
        self._picture.setVisible(bool(self._icon))
        self._fit()
        self._draw()

    def text(self) -> str:
        """The words."""
        return self._words.text()

    def tone(self) -> Tone:
        """The tone."""
        return self._tone

    def changeEvent(self, event: QEvent) -> None:
        """Draw the icon anew in the colours of another mode."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.PaletteChange, QEvent.Type.StyleChange):
            self._fit()
            self._draw()

    def showEvent(self, event: QShowEvent) -> None:
        """Draw the icon now; most lines wait hidden until they are needed."""
        super().showEvent(event)
        self._draw()

    def _fit(self) -> None:
        """Keep the icon in the middle of the first line, however small it is beside the words."""
        self._picture.setFixedSize(scaled(_SIDE), metrics(TextRole.SMALL).height())

    def _draw(self) -> None:
        if self._icon and self.isVisible():
            tokens = current()
            ink = tokens.rail_muted if self._on_rail else tokens.ink(self._tone)
            side = scaled(_SIDE)
            self._picture.setPixmap(pixmap(self._icon, ink, side, self.devicePixelRatioF()))
