"""Handing over, not handing over, and printing.

Handing over and printing are more than one form each, so the desk's actions do them by name.
"""

from collections.abc import Mapping
from typing import Any

from minors_desk.domain.case import Case
from minors_desk.domain.handoff import HandoffFailed, HandoffRefused
from minors_desk.errors import DeskError
from minors_desk.ui.acts.act import ALWAYS, IN_CUSTODY, Act, form_for
from minors_desk.ui.dialogs.form import AtDesk
from minors_desk.ui.forms.asked_form import FormSpec, Said
from minors_desk.ui.forms.asks import Line, Lines, Pick
from minors_desk.wording.phrases import joined, place_words

_REFUSED, _FAILED = ("how", frozenset({"refused"})), ("how", frozenset({"failed"}))


def _stopped(said: Said, case: Case) -> HandoffRefused | HandoffFailed:
    """The attempt under way is the one that it closes."""
    attempt = _under_way(case)
    if said.pop("how") == "refused":
        return HandoffRefused(handoff=attempt, **said)
    return HandoffFailed(handoff=attempt, reason=said.pop("failure"), **said)


def _under_way(case: Case) -> int:
    if case.open_handoff is None:
        raise DeskError("No handoff is under way", "To hand over, press H")
    return case.open_handoff.number


def _here(case: Case, _at_desk: AtDesk) -> Mapping[str, Any]:
    now = case.presence
    return {} if now is None else {"child_is_at": place_words(now.place, now.room)}


def _to_whom(case: Case) -> Mapping[str, str]:
    attempt = case.open_handoff
    if attempt is None:
        return {}
    return {"how": joined(f"Attempt no. {attempt.number}", attempt.receiver.agency[:60])}


NOT_HANDED_OVER = FormSpec(
    kind=HandoffRefused,
    heading="Not handed over",
    asks=(
        Pick(
            name="how",
            label="What happened",
            codes="not_handed_over",
            digits=True,
            needed="Choose which.",
        ),
        Pick(
            name="by",
            label="Who refused",
            codes="refused_by",
            needed="Choose who refused.",
            only_if=_REFUSED,
            beside=True,
        ),
        Pick(
            name="reason",
            label="Why",
            codes="refusal_reason",
            needed="Choose why.",
            only_if=_REFUSED,
        ),
        Pick(
            name="failure",
            label="Why",
            codes="failure_reason",
            needed="Choose why.",
            only_if=_FAILED,
        ),
        Lines(name="detail", label="In your own words", needed="Write what happened."),
        Line(
            name="child_is_at",
            label="Where the child is now",
            needed="Write where it is.",
            beside=True,
        ),
    ),
    make=_stopped,
    offered=_here,
    hints=_to_whom,
)


def _of_the_open_one(case: Case) -> FormSpec:
    _under_way(case)
    return NOT_HANDED_OVER


ACTS = (
    Act(name="hand_over", key="H", words="hand over", meaning="hand over", when=IN_CUSTODY),
    form_for(
        _of_the_open_one,
        name="not_handed_over",
        words="not handed over",
        meaning="the handoff under way was refused, or failed",
        when=IN_CUSTODY,
    ),
    Act(name="print_receipt", key="P", words="print", meaning="print a paper", when=ALWAYS),
)
