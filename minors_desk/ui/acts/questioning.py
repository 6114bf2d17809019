"""That the child is questioned about an offense."""

from typing import Any

from minors_desk.domain.case import Case
from minors_desk.domain.questioning import QuestioningBegan
from minors_desk.ui.acts.act import WITH_US, form
from minors_desk.ui.acts.languages import language_choices
from minors_desk.ui.forms.answer_asks import Beside
from minors_desk.ui.forms.asked_form import FormSpec
from minors_desk.ui.forms.asks import Line, Lines, OneOfMany, Pick


def _made(said: dict[str, Any], _case: Case) -> QuestioningBegan:
    return QuestioningBegan(**{**said, "rights_language": said.get("rights_language") or ""})


QUESTIONING = FormSpec(
    kind=QuestioningBegan,
    heading="Questioning began",
    asks=(
        Line(name="by", label="Questioned by", needed="Write who asks."),
        Line(name="offence", beside=True, label="About which offense"),
        Pick(
            name="lawyer",
            label="Lawyer",
            codes="lawyer_there",
            needed="Choose whether a lawyer is with the child.",
            forbidden_when=frozenset({"not_there", "refused_by_child"}),
            gate="questioning",
        ),
        Pick(
            name="adult",
            label="Parent or another adult of the child",
            codes="adult_there",
            needed="Choose who is with the child.",
        ),
        Beside(
            name="rights_told",
            label="Rights told",
            codes="yes_no",
            needed="Choose whether the rights were told.",
        ),
        Beside(
            name="recorded",
            beside=True,
            label="Recorded",
            codes="yes_no",
            needed="Choose whether it is recorded.",
        ),
        Line(
            name="adult_name",
            label="Name of that adult",
            only_if=("adult", frozenset({"parent_or_guardian", "other_adult"})),
        ),
        OneOfMany(
            name="rights_language",
            beside=True,
            label="Rights told in which language",
            choices=language_choices,
            free=True,
            only_if=("rights_told", frozenset({"yes"})),
        ),
        Lines(name="note", more=True, label="Note"),
    ),
    make=_made,
)
ACTS = (
    form(
        QUESTIONING,
        name="questioning",
        words="questioning began",
        meaning="an officer begins to question the child about an offense",
        when=WITH_US,
    ),
)
