"""Says in place what happened and what to do, with the list of what is missing; never modal."""

from collections.abc import Callable, Iterable

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QFrame, QSizePolicy, QWidget

from minors_desk.errors import DeskError, Refused
from minors_desk.ui import failure
from minors_desk.ui.icons import pixmap
from minors_desk.ui.kit.button import Button, Kind
from minors_desk.ui.kit.spacing import HALF, ONE, clear, column, row
from minors_desk.ui.kit.tokens import TextRole, Tone, current, scaled
from minors_desk.ui.kit.type import Label, repolish

_ICONS = {Tone.GREEN: "check", Tone.AMBER: "clock"}


class Notice(QFrame):
    """Hidden until there is something to say. `missing_chosen` carries a missing thing's code."""

    missing_chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("notice")
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        self._tone, self._icon = Tone.RED, "warning"
        self._picture = Label()
        self._picture.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._title = Label(role=TextRole.STRONG, wrap=True)
        self._hint = Label(wrap=True)
        self._missing = column(gap=0)
        line = row(self, gap=12)
        line.setContentsMargins(12, 10, 12, 10)
        line.addWidget(self._picture, 0, Qt.AlignmentFlag.AlignTop)
        words = column(gap=HALF)
        words.addWidget(self._title)
        words.addWidget(self._hint)
        words.addLayout(self._missing)
        line.addLayout(words, 1)
        self.hide()

    def show_error(self, error: DeskError, words: Callable[[str], str] = str) -> None:
        """Show a failure; `words` turns the code of a missing thing into words."""
        missing = error.missing if isinstance(error, Refused) else ()
        self.show_words(
            Tone.RED, error.title, error.hint, ((code, words(code)) for code in missing)
        )

    def tell(self, error: Exception, words: Callable[[str], str] = str) -> None:
        """Say what could not be done.

        What is not a DeskError is a mistake of ours: it is logged and told by its code.
        """
        if isinstance(error, DeskError):
            self.show_error(error, words)
        else:
            hint = f"{failure.HINT} Code {failure.report(error)}"
            self.show_words(Tone.RED, failure.TITLE, hint)

    def show_words(
        self,
        tone: Tone,
        title: str,
        hint: str = "",
        missing: Iterable[tuple[str, str]] = (),
        *,
        icon: str = "",
    ) -> None:
        """Show a title, a hint and (code, words) of what is missing, each a button to it.

        Each tone has an icon; `icon` names another.
        """
        self._tone, self._icon = tone, icon or _ICONS.get(tone, "warning")
        self.setProperty("tone", tone.value)
        repolish(self)
        self._title.setText(_sentence(title))
        self._title.set_tone(tone)
        self._hint.setText(_sentence(hint))
        self._hint.setVisible(bool(hint))
        clear(self._missing)
        for code, words in missing:
            button = Button(f"→ {words}", Kind.PLAIN)
            button.clicked.connect(lambda _=False, c=code: self.missing_chosen.emit(c))
            self._missing.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)
        self._draw()
        self.setAccessibleName(f"{_sentence(title)} {_sentence(hint)}".strip())
        self.show()
        self._alert()

    def say_nothing(self) -> None:
        """Take the notice away."""
        self.hide()
        clear(self._missing)

    def title(self) -> str:
        """What is said, or an empty text."""
        return "" if self.isHidden() else self._title.text()

    def changeEvent(self, event: QEvent) -> None:
        """Draw the icon anew in the colours of another mode."""
        super().changeEvent(event)
        changed = event.type() in (QEvent.Type.PaletteChange, QEvent.Type.StyleChange)
        if changed and not self.isHidden():
            self._draw()

    def _alert(self) -> None:
        """Let a screen reader hear it, as the focus stays where the person is."""
        from PySide6.QtGui import QAccessible, QAccessibleEvent

        QAccessible.updateAccessibility(QAccessibleEvent(self, QAccessible.Event.Alert))

    def _draw(self) -> None:
        ink = current().ink(self._tone)
        size = scaled(2 * ONE + HALF)
        self._picture.setPixmap(pixmap(self._icon, ink, size, self.devicePixelRatioF()))


def _sentence(text: str) -> str:
    return text if not text or text[-1] in ".?!…:" else f"{text}."
