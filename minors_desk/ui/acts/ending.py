"""Custody that ended otherwise than by a handoff, and the missing child that was found."""

from dataclasses import replace

from minors_desk.domain.case import Case
from minors_desk.domain.ending import CustodyEnded, FoundAgain
from minors_desk.ui.acts.act import IN_CUSTODY, MISSING, form, form_for
from minors_desk.ui.forms.asked_form import FormSpec
from minors_desk.ui.forms.asks import Line, Lines, Pick

_REASON = Pick(
    name="reason",
    label="How it ended",
    codes="end_reason",
    meanings="end_reason_meaning",
    needed="Choose how it ended.",
)
ENDED = FormSpec(
    kind=CustodyEnded,
    heading="Custody ended otherwise",
    asks=(
        _REASON,
        Lines(
            name="detail", label="What happened", rows=8, beside=True, needed="Write what happened."
        ),
        Line(
            name="authority",
            label="Order, and of which court",
            only_if=("reason", frozenset({"court_order"})),
        ),
    ),
)
_NOT_SOUGHT = tuple(one.value for one in _REASON.offered() if one.value != "left_without_leave")
SOUGHT_NO_LONGER = replace(
    ENDED,
    heading="Need not be sought any more",
    asks=(replace(_REASON, label="Why not", only=_NOT_SOUGHT), *ENDED.asks[1:]),
)
"""Of a missing child, which is ours no longer."""
FOUND = FormSpec(
    kind=FoundAgain,
    heading="Found again",
    asks=(
        Line(
            name="where",
            label="Where",
            hint="If the child is back with us, close this and press B",
            needed="Write where the child was found.",
        ),
        Line(name="condition", label="How it is"),
        Lines(name="note", label="Note"),
    ),
)


def _how_ended(case: Case) -> FormSpec:
    return SOUGHT_NO_LONGER if case.missing else ENDED


ACTS = (
    form_for(
        _how_ended,
        name="end_custody",
        key="E",
        words="ended otherwise",
        meaning="custody ended otherwise than by a handoff: left without leave, and others",
        when=IN_CUSTODY | MISSING,
        amends=(ENDED,),
        hint=False,
    ),
    form(
        FOUND,
        name="found_again",
        words="found again",
        meaning="the missing child was found, and is not back with us",
        when=MISSING,
    ),
)
