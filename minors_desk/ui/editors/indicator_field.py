"""One indicator of a screening: seen, told, not seen or not asked, and the facts in words."""

from typing import cast

from minors_desk.domain.trafficking_screening import (
    FOUND,
    Indicator,
    IndicatorAnswer,
    Looked,
)
from minors_desk.ui.editors.answered_field import AnsweredField
from minors_desk.wording.codes import word


class IndicatorField(AnsweredField):
    """The line for facts shows once something was seen or told; the value is a `Looked`."""

    codes = "indicator_answer"
    with_words = frozenset(FOUND)

    def __init__(self, indicator: Indicator, hint: str = "") -> None:
        self.indicator = indicator
        label = word("trafficking_indicator", indicator)
        facts = f"{label}: facts or words used"
        super().__init__(label, facts, "Facts, or in the words used", hint)

    def value(self) -> Looked | None:
        """The indicator as it was answered; None while nobody came to it."""
        answer = self.choice.value()
        if answer is None:
            return None
        return Looked(
            indicator=self.indicator,
            answer=cast(IndicatorAnswer, answer),
            words=self.words.text(),
        )

    def is_found(self) -> bool:
        """Whether it was seen or told."""
        return self.has_words()
