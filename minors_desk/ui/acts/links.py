"""Linking the case to another one that must be read beside it."""

from collections.abc import Callable
from typing import get_args

from minors_desk.domain.case import Case
from minors_desk.domain.links import CaseLinked, NewReason
from minors_desk.services import cases
from minors_desk.services.desk import Desk
from minors_desk.ui.acts.act import ALWAYS, form_for
from minors_desk.ui.forms.asked_form import FormSpec, Said
from minors_desk.ui.forms.asks import Line, Pick


def _linked(said: Said, case: Case) -> Callable[[Desk], CaseLinked]:
    """The number is looked up when the entry is made, on the record lane."""
    other = said.pop("number")
    return lambda desk: CaseLinked(other=cases.find_other(desk, case.id, other), **said)


LINK = FormSpec(
    kind=CaseLinked,
    heading="Linked to another case",
    asks=(
        Line(
            name="number",
            label="Number of the other case",
            hint="Never a name",
            needed="Write the number of the other case.",
        ),
        Pick(
            name="why",
            label="Why",
            codes="link_reason",
            only=get_args(NewReason),
            needed="Choose why.",
        ),
        Line(name="note", label="Note"),
    ),
    make=_linked,
)

ACTS = (
    form_for(
        lambda _: LINK,
        name="link",
        words="link",
        meaning="linked to another case: another night of this child, and others",
        when=ALWAYS,
    ),
)
