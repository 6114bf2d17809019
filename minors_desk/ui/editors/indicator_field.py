"""One indicator of a screening: seen, told, not seen or not asked, and the facts in words."""

from typing import cast

from PySide6.QtWidgets import QWidget

from minors_desk.domain.trafficking_screening import (
    FOUND,
    Indicator,
    IndicatorAnswer,
    Looked,
)
from minors_desk.ui.dialogs.form import as_choices
from minors_desk.ui.editors.value_field import ValueField
from minors_desk.ui.kit.choice import ChoiceField
from minors_desk.ui.kit.field import LineField
from minors_desk.ui.kit.spacing import HALF, column
from minors_desk.wording.codes import word

_BETWEEN = "\n"


class IndicatorField(ValueField):
    """The line for facts shows once something was seen or told; the value is a `Looked`."""

    def __init__(self, indicator: Indicator, hint: str = "") -> None:
        label = word("trafficking_indicator", indicator)
        holder = QWidget()
        self.indicator = indicator
        self.choice = ChoiceField(label, as_choices("indicator_answer"))
        self.words = LineField(
            f"{label}: facts or words used", placeholder="Facts, or in the words used"
        )
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

    def set_value(self, value: Looked | None) -> None:
        """Show an answer."""
        self.choice.set_value(None if value is None else value.answer)
        self.words.set_text("" if value is None else value.words)
        self._answered()

    def is_found(self) -> bool:
        """Whether it was seen or told."""
        return self.choice.value() in FOUND

    def answers(self) -> frozenset[str]:
        """The code of the answer."""
        value = self.choice.value()
        return frozenset() if value is None else frozenset({value})

    def is_empty(self) -> bool:
        """Whether nobody came to it."""
        return self.choice.is_empty()

    def kept(self) -> str:
        """The answer, and the words in the next line."""
        answer, words = self.choice.value() or "", self.words.text()
        return f"{answer}{_BETWEEN}{words}" if answer or words else ""

    def restore(self, text: str) -> None:
        """Put both back."""
        answer, _, words = text.partition(_BETWEEN)
        known = {one.value for one in as_choices("indicator_answer")}
        self.choice.set_value(answer if answer in known else None)
        self.words.set_text(words)
        self._answered()

    def _answered(self) -> None:
        self.words.setVisible(self.is_found() or not self.words.is_empty())
        if self.error():
            self.set_error(None)
        self.changed.emit()
