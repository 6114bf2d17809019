"""What the child was told of its case and rights, in which language, and the calls it was offered.

Nothing is counted as told because it is usual to tell it: each line says what was said and what
the child answered.
"""

from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Annotated, Literal
from uuid import UUID

import msgspec

from minors_desk.domain.bodies import Body, Handlers, Line

if TYPE_CHECKING:
    from minors_desk.domain.entries import Entry
    from minors_desk.domain.folding import Draft

Right = Literal[
    "reason_held",
    "rights",
    "where_going",
    "who_will_come",
    "may_call",
    "lawyer",
    "consulate",
    "how_long",
]
Understood = Literal["yes", "no", "not_clear"]
CallTo = Literal["parent", "relative", "lawyer", "consulate", "other"]
CallAnswer = Literal["made", "no_answer", "refused", "not_possible"]

TOLD_EVENTS: dict[Right, str] = {
    "reason_held": "reason_told",
    "consulate": "consulate_told",
    "rights": "rights_told",
    "lawyer": "lawyer_told",
    "may_call": "calls_told",
    "how_long": "length_told",
}
"""What a rule can ask of what was told; where it goes and who will come is asked by none."""
OFFER_EVENTS: dict[CallTo, str] = {
    "parent": "parent_call_offered",
    "relative": "relative_call_offered",
    "lawyer": "lawyer_call_offered",
}
LAWYER_CONSULTED = "lawyer_consulted"
"""The child talked with a lawyer: on a call of its own, or when its lawyer was reached."""
RIGHTS_EVENTS = frozenset(TOLD_EVENTS.values())
CALL_EVENTS = frozenset({"call_offered", LAWYER_CONSULTED, *OFFER_EVENTS.values()})


class RightsTold(Body, frozen=True, kw_only=True, tag="rights_told"):
    """The child was told; ``words`` as said, ``answer`` as the child gave it."""

    what: Annotated[tuple[Right, ...], msgspec.Meta(min_length=1)]
    language: Line = ""
    interpreter: Line = ""
    words: Line = ""
    answer: Line = ""
    understood: Understood | None = None


class CallOffered(Body, frozen=True, kw_only=True, tag="call_offered"):
    """The child was offered a call of its own; ``refused`` is by the child."""

    to: CallTo
    to_whom: Line = ""
    answer: CallAnswer
    note: Line = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """What the child was told, as it stands; ``at`` in UTC."""

    entry_id: UUID
    at: datetime
    what: tuple[Right, ...]
    language: str
    interpreter: str
    words: str
    answer: str
    understood: Understood | None


@dataclass(frozen=True, slots=True, kw_only=True)
class CallOffer:
    """A call offered to the child, as it stands; ``at`` in UTC."""

    entry_id: UUID
    at: datetime
    to: CallTo
    to_whom: str
    answer: CallAnswer
    note: str


def _told(draft: "Draft", entry: "Entry", body: RightsTold) -> None:
    draft.told.append(
        Told(
            entry_id=entry.id,
            at=body.occurred_at,
            what=body.what,
            language=body.language,
            interpreter=body.interpreter,
            words=body.words,
            answer=body.answer,
            understood=body.understood,
        )
    )
    for right, event in TOLD_EVENTS.items():
        if right in body.what:
            draft.event(event, entry, body)
    if body.understood == "no":
        draft.find("told_but_not_understood", entry)


def _offered(draft: "Draft", entry: "Entry", body: CallOffered) -> None:
    """A call that was not possible was not offered: it meets no rule, and a supervisor sees it."""
    draft.call_offers.append(
        CallOffer(
            entry_id=entry.id,
            at=body.occurred_at,
            to=body.to,
            to_whom=body.to_whom,
            answer=body.answer,
            note=body.note,
        )
    )
    if body.answer == "not_possible":
        draft.find("call_not_possible", entry)
        return
    draft.event("call_offered", entry, body)
    if body.to in OFFER_EVENTS:
        draft.event(OFFER_EVENTS[body.to], entry, body)
    if body.to == "lawyer" and body.answer == "made":
        draft.event(LAWYER_CONSULTED, entry, body)


KINDS = (RightsTold, CallOffered)
HANDLERS: Handlers = {RightsTold: _told, CallOffered: _offered}
