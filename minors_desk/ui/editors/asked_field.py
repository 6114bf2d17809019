"""A question of a sheet: yes, no or one of the four ways of no answer, and what was said."""

from typing import cast

from minors_desk.domain.answers import Answer, Asked
from minors_desk.ui.editors.answered_field import AnsweredField


class AskedField(AnsweredField):
    """The line for words shows with yes and no; the value is an `Asked`."""

    codes = "answer"
    with_words = frozenset({"yes", "no"})

    def __init__(self, label: str, hint: str = "") -> None:
        super().__init__(label, f"{label}: what was said or seen", "In words", hint)

    def value(self) -> Asked | None:
        """The answer with its words; None while nobody came to it."""
        answer = self.choice.value()
        if answer is None:
            return None
        return Asked(answer=cast(Answer, answer), words=self.words.text())
