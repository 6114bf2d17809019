"""Fields to type into: a label above, help or what is wrong below, in the place where it is."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QSizePolicy, QWidget

from minors_desk.ui.kit.button import Button, Kind
from minors_desk.ui.kit.icon_line import IconLine
from minors_desk.ui.kit.spacing import HALF, ONE, TWO, column, row
from minors_desk.ui.kit.tokens import GRID, TextRole, Tone
from minors_desk.ui.kit.type import Label, repolish


class Field(QWidget):
    """What all fields share. `changed` tells of each change made by a person or by `set_text`.

    A failed check shows in place and never clears the field.
    """

    changed = Signal()

    def __init__(self, label: str, control: QWidget, hint: str = "") -> None:
        super().__init__()
        self._name, self._hint, self._wrong = label, hint, ""
        self._label = Label(label, TextRole.STRONG, wrap=True)
        self._label.setBuddy(control)
        self._below: IconLine | None = None
        """Made when there is something to say: most fields have no hint and are never wrong."""
        self.control = control
        self.body = column(gap=HALF)
        self.body.addWidget(control)
        outer = self._room_below = column(self, gap=HALF)
        outer.addWidget(self._label)
        outer.addLayout(self.body)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        self.setFocusProxy(control)
        control.setAccessibleName(label)
        if hint:
            self._show_below(hint, wrong=False)

    def label(self) -> str:
        """The label, which is also the accessible name."""
        return self._name

    def set_error(self, sentence: str | None) -> None:
        """Show below what is wrong and how to mend it; None takes it away."""
        self._wrong = sentence or ""
        self._show_below(sentence or self._hint, wrong=bool(sentence))

    def error(self) -> str:
        """What is shown as wrong now, or an empty text."""
        return self._wrong

    def set_hint(self, hint: str) -> None:
        """Change the help below."""
        self._hint = hint
        if not self._wrong:
            self._show_below(hint, wrong=False)

    def is_empty(self) -> bool:
        """Whether nothing was filled in."""
        raise NotImplementedError

    def bare(self) -> None:
        """Show the control without its label, inside a field that has one; its name stays."""
        self._label.hide()

    def label_beside(self) -> None:
        """Put the label left of the control, where a sheet asks many things below each other."""
        outer, self._room_below = self._room_below, self.body
        outer.removeItem(self.body)
        outer.removeWidget(self._label)
        self._label.setContentsMargins(0, ONE, 0, 0)
        line = row(gap=TWO)
        line.addWidget(self._label, 2, Qt.AlignmentFlag.AlignTop)
        line.addLayout(self.body, 5)
        outer.insertLayout(0, line)
        if self._below is not None:
            outer.removeWidget(self._below)
            self.body.addWidget(self._below)

    def _show_below(self, words: str, *, wrong: bool) -> None:
        if self._below is None:
            self._below = IconLine()
            self._room_below.addWidget(self._below)
        self._below.set(words, Tone.RED if wrong else Tone.MUTED)
        self._below.setVisible(bool(words))
        self.control.setAccessibleDescription(words)
        if bool(self.control.property("wrong")) != wrong:
            self.control.setProperty("wrong", wrong)
            repolish(self.control)


class KeptField(Field):
    """A field of more than one control, which says itself what a draft keeps of it."""

    def kept(self) -> str:
        """All that stands in the field, for a draft; empty when nothing does."""
        raise NotImplementedError

    def restore(self, text: str) -> None:
        """Put back what `kept` gave; what it cannot read leaves the field empty."""
        raise NotImplementedError


class LineField(Field):
    """One line of text, as typed."""

    def __init__(
        self, label: str, hint: str = "", placeholder: str = "", most: int = 20_000
    ) -> None:
        self._edit = QLineEdit()
        self._edit.setMaxLength(most)
        self._edit.setPlaceholderText(placeholder)
        super().__init__(label, self._edit, hint)
        self._edit.textChanged.connect(self._typed)

    def text(self) -> str:
        """The text exactly as typed."""
        return self._edit.text()

    def set_text(self, text: str) -> None:
        """Put a text there, such as a draft's."""
        self._edit.setText(text)

    def is_empty(self) -> bool:
        """Whether there is nothing but spaces."""
        return not self.text().strip()

    def _typed(self) -> None:
        if self._wrong:
            self.set_error(None)
        self.changed.emit()


class PassphraseField(LineField):
    """A passphrase: hidden unless asked to show, and a word when Caps Lock seems to be on."""

    def __init__(self, label: str, hint: str = "") -> None:
        super().__init__(label, hint, most=1024)
        self._edit.setEchoMode(QLineEdit.EchoMode.Password)
        self._eye = Button("Show", Kind.SEGMENT, icon="eye")
        self._eye.setCheckable(True)
        self._eye.setAccessibleName(f"Show {label.lower()}")
        self._eye.toggled.connect(self._show)
        self._caps = IconLine("Caps Lock is on", Tone.AMBER)
        self._caps.hide()
        line = row()
        self.body.removeWidget(self._edit)
        line.addWidget(self._edit, 1)
        line.addWidget(self._eye)
        self.body.addLayout(line)
        self.body.addWidget(self._caps)
        self._edit.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Notice Caps Lock by a capital letter without Shift, or a small one with it."""
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            if event.key() == Qt.Key.Key_CapsLock:
                self._caps.hide()
            elif len(event.text()) == 1 and event.text().isalpha():
                shift = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
                text = event.text()
                if text.upper() != text.lower():
                    self._caps.setVisible(text.isupper() != shift)
        return super().eventFilter(watched, event)

    def caps_shown(self) -> bool:
        """Whether the word about Caps Lock stands there."""
        return not self._caps.isHidden()

    def _show(self, shown: bool) -> None:
        mode = QLineEdit.EchoMode.Normal if shown else QLineEdit.EchoMode.Password
        self._edit.setEchoMode(mode)
        self._eye.set_words("Hide" if shown else "Show")


class TextField(Field):
    """Several lines of text, as typed; Tab goes on to the next field."""

    def __init__(self, label: str, hint: str = "", rows: int = 3, most: int = 20_000) -> None:
        self._edit = QPlainTextEdit()
        self._edit.setTabChangesFocus(True)
        self._rows, self._most = rows, most
        super().__init__(label, self._edit, hint)
        self._fit()
        self._edit.textChanged.connect(self._typed)

    def text(self) -> str:
        """The text exactly as typed."""
        return self._edit.toPlainText()

    def set_text(self, text: str) -> None:
        """Put a text there, such as a draft's."""
        self._edit.setPlainText(text)

    def is_empty(self) -> bool:
        """Whether there is nothing but spaces."""
        return not self.text().strip()

    def changeEvent(self, event: QEvent) -> None:
        """Keep the number of rows when the text size changes."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.StyleChange, QEvent.Type.FontChange):
            self._fit()

    def _fit(self) -> None:
        self._edit.setFixedHeight(self._edit.fontMetrics().lineSpacing() * self._rows + 3 * GRID)

    def _typed(self) -> None:
        over = len(self.text()) - self._most
        if over > 0:
            self.set_error(
                f"This is {over:,} characters too long. Shorten it or write a second entry."
            )
        elif self._wrong:
            self.set_error(None)
        self.changed.emit()


def first_wrong(checks: list[tuple[Field, Callable[[], str | None]]]) -> Field | None:
    """Run each check, show what it says at its field, and give the first wrong field the focus.

    Returns that field, or None when all is well.
    """
    found: Field | None = None
    for field, check in checks:
        sentence = check()
        field.set_error(sentence)
        if sentence and found is None:
            found = field
    if found is not None:
        found.setFocus(Qt.FocusReason.OtherFocusReason)
    return found
