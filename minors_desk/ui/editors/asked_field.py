"""A question of a sheet: yes, no or one of the four ways of no answer, and what was said."""

from typing import cast

from PySide6.QtWidgets import QWidget

from minors_desk.domain.answers import Answer, Asked
from minors_desk.ui.dialogs.form import as_choices
from minors_desk.ui.editors.value_field import ValueField
from minors_desk.ui.kit.choice import ChoiceField
from minors_desk.ui.kit.field import LineField
from minors_desk.ui.kit.spacing import HALF, column

_BETWEEN = "\n"


class AskedField(ValueField):
    """The line for words shows with yes and no; the value is an `Asked`."""

    def __init__(self, label: str, hint: str = "") -> None:
        holder = QWidget()
        self.choice = ChoiceField(label, as_choices("answer"))
        self.words = LineField(f"{label}: what was said or seen", placeholder="In words")
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

    def value(self) -> Asked | None:
        """The answer with its words; None while nobody came to it."""
        answer = self.choice.value()
        if answer is None:
            return None
        return Asked(answer=cast(Answer, answer), words=self.words.text())

    def set_value(self, value: Asked | None) -> None:
        """Show an answer."""
        self.choice.set_value(None if value is None else value.answer)
        self.words.set_text("" if value is None else value.words)
        self._answered()

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
        known = {one.value for one in as_choices("answer")}
        self.choice.set_value(answer if answer in known else None)
        self.words.set_text(words)
        self._answered()

    def _answered(self) -> None:
        said = self.choice.value() in ("yes", "no") or not self.words.is_empty()
        self.words.setVisible(said)
        if self.error():
            self.set_error(None)
        self.changed.emit()
