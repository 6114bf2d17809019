"""The screening for trafficking in six steps: indicators, apart from the child's own words."""

from PySide6.QtGui import QKeySequence, QShortcut

from minors_desk.domain.case import Case
from minors_desk.domain.trafficking_screening import (
    GROUPS,
    Indicator,
    IndicatorAnswer,
    outcome_denied,
)
from minors_desk.domain.trafficking_standing import adult_told_of, came_with
from minors_desk.ui.editors.indicator_field import IndicatorField
from minors_desk.ui.forms.asked_form import Made
from minors_desk.ui.forms.stepped_form import SteppedForm
from minors_desk.ui.kit.choice import ChoiceField
from minors_desk.ui.kit.notice import Notice
from minors_desk.ui.kit.tokens import GRID, TextRole, Tone
from minors_desk.ui.kit.type import Label
from minors_desk.wording.codes import choices, word
from minors_desk.wording.telling.trafficking_screening import NO_VERDICT
from minors_desk.wording.who import person_title

OUTCOME = "outcome"
_HELP = "What is seen or told is enough: nobody has to be sure, and the child is not pressed."
_DENIED = {
    "an indicator that was found": "No indicator was seen or told: choose another outcome.",
    "no indicator found": "An indicator was seen or told: choose “Indicators found”.",
    "not_seen at least once": "Nothing was looked for, and not asked is not the same as not seen: "
    "choose “Not finished”.",
}
"""What to do about an outcome that the answers deny, by what it would take."""


def indicator_ask(indicator: Indicator) -> str:
    """The name of the ask of an indicator."""
    return f"looked.{indicator}"


class TraffickingDialog(SteppedForm):
    """Answers a `TraffickingScreened`. The digits answer the indicator in front and go on."""

    least_width = 120 * GRID

    def furnish(self) -> None:
        """The digits answer, and what is found is taken up."""
        for place, (answer, _words) in enumerate(choices("indicator_answer"), start=1):
            QShortcut(QKeySequence(str(place)), self).activated.connect(
                lambda answer=answer: self.answer_in_front(answer)
            )
        for field in self.indicators():
            field.changed.connect(self._found)
        self._look_above()

    def lay(self) -> None:
        """Above all what this is not, and who has to be out of the room; groups have titles."""
        super().lay()
        self.verdict, self.apart = Label(f"{NO_VERDICT}. {_HELP}", wrap=True), Notice()
        self.keys = Label(_keys_words(), TextRole.SMALL, tone=Tone.MUTED, wrap=True)
        self.titles: dict[str, Label] = {}
        self._kept_apart = _kept_apart(self.case)
        for place, widget in enumerate((self.verdict, self.apart, self.keys)):
            self.body.insertWidget(place, widget)
        for group, members in GROUPS.items():
            title = Label(word("indicator_group", group), TextRole.HEADING)
            first = self.asked[indicator_ask(members[0])]
            self.body.insertWidget(self.body.indexOf(first), title)
            self.titles[indicator_ask(members[0])] = title

    def indicators(self) -> tuple[IndicatorField, ...]:
        """The fields of all indicators, in the order of the sheet."""
        return tuple(one for one in self.asked.values() if isinstance(one, IndicatorField))

    def answer_in_front(self, answer: str) -> None:
        """What a digit does: answer the indicator that has the focus, and go to the next one.

        Where something was seen or told, to the line for its facts.
        """
        held = self.focusWidget()
        fields = [one for one in self.indicators() if not one.isHidden()]
        place = next((n for n, one in enumerate(fields) if held and one.isAncestorOf(held)), None)
        if place is None:
            return
        fields[place].choice.set_value(answer)
        if fields[place].is_found():
            fields[place].words.setFocus()
        elif place + 1 < len(fields):
            fields[place + 1].setFocus()

    def answer(self) -> Made | None:
        """The entry; None also when the outcome is one that the answers deny."""
        found = super().answer()
        outcome = self.asked[OUTCOME]
        if found is None or not isinstance(outcome, ChoiceField):
            return found
        values = [one.value() for one in self.indicators()]
        answers: list[IndicatorAnswer] = [one.answer for one in values if one is not None]
        against = outcome_denied(outcome.value(), answers)  # type: ignore[arg-type]
        if against is None:
            return found
        self.go_to(len(self._steps) - 1)
        outcome.set_error(_DENIED[against])
        outcome.setFocus()
        return None

    def _found(self) -> None:
        """The first thing found writes the time now for all to see, and offers its outcome."""
        if not any(one.is_found() for one in self.indicators()):
            return
        self.note_time()
        outcome = self.asked[OUTCOME]
        if isinstance(outcome, ChoiceField) and outcome.is_empty():
            outcome.set_value("indicators_found")

    def _walked(self) -> None:
        super()._walked()
        self._look_above()

    def _look_above(self) -> None:
        """Who must not hear it, in the first step; titles and keys where indicators are asked."""
        for name, title in self.titles.items():
            title.setVisible(not self.asked[name].isHidden())
        self.keys.setVisible(any(not one.isHidden() for one in self.titles.values()))
        if self.step() == 0 and self._kept_apart:
            self.apart.show_words(Tone.AMBER, *self._kept_apart, icon="person")
        else:
            self.apart.say_nothing()


def _keys_words() -> str:
    numbered = enumerate((words for _code, words in choices("indicator_answer")), start=1)
    told = " · ".join(f"{n} {words.lower()}" for n, words in numbered)
    return f"Keys for the line in front: {told}"


def _kept_apart(case: Case) -> tuple[str, str] | None:
    """Who was found with the child, and what that means here; None when nobody was told of."""
    who = [person_title(case, one) for one in came_with(case)]
    if not who and adult_told_of(case):
        who = ["The adult who was with the child"]
    if any(one.found_together for one in case.companions):
        who.append("The children found with it" if not who else "the children found with it")
    if not who:
        return None
    return (
        f"Not in the room, and not the interpreter: {', '.join(who)}",
        "Screen the child alone and out of their hearing",
    )
