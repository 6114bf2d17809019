"""An answer out of a list, and a line for words that shows once the answer has any."""

from typing import Protocol

from PySide6.QtWidgets import QWidget

from minors_desk.ui.dialogs.form import as_choices
from minors_desk.ui.editors.value_field import ValueField
from minors_desk.ui.kit.choice import ChoiceField
from minors_desk.ui.kit.field import LineField
from minors_desk.ui.kit.spacing import HALF, column

_BETWEEN = "\n"


class Answered(Protocol):
    """What such a field shows of the entry."""

    @property
    def answer(self) -> str: ...

    @property
    def words(self) -> str: ...


class AnsweredField(ValueField):
    """The base of fields of that shape; the value is made of both by the one that knows its kind.

    ``codes`` names the list of answers, ``with_words`` those of it that have words; words that
    stand there are never hidden.
    """

    codes: str
    with_words: frozenset[str]

    def __init__(self, label: str, words_label: str, placeholder: str, hint: str = "") -> None:
        holder = QWidget()
        self.choice = ChoiceField(label, as_choices(self.codes))
        self.words = LineField(words_label, placeholder=placeholder)
        super().__init__(label, holder, hint)
        lines = column(holder, gap=HALF)
        for part in (self.choice, self.words):
            part.bare()
            lines.addWidget(part)
        self.words.hide()
        self.setFocusProxy(self.choice)
        self.choice.changed.connect(self._answered)
        self.words.changed.connect(self.changed)
        self.label_beside()

    def set_value(self, value: Answered | None) -> None:
        """Show an answer."""
        self.choice.set_value(None if value is None else value.answer)
        self.words.set_text("" if value is None else value.words)
        self._answered()

    def has_words(self) -> bool:
        """Whether the answer is one to which there are words."""
        return self.choice.value() in self.with_words

    def answers(self) -> frozenset[str]:
        """The code of the answer."""
        value = self.choice.value()
        return frozenset() if value is None else frozenset({value})

    def is_empty(self) -> bool:
        """Whether nobody answered."""
        return self.choice.is_empty()

    def kept(self) -> str:
        """The answer, and the words in the next line."""
        answer, words = self.choice.value() or "", self.words.text()
        return f"{answer}{_BETWEEN}{words}" if answer or words else ""

    def restore(self, text: str) -> None:
        """Put both back."""
        answer, _, words = text.partition(_BETWEEN)
        known = {one.value for one in as_choices(self.codes)}
        self.choice.set_value(answer if answer in known else None)
        self.words.set_text(words)
        self._answered()

    def _answered(self) -> None:
        self.words.setVisible(self.has_words() or not self.words.is_empty())
        if self.error():
            self.set_error(None)
        self.changed.emit()
