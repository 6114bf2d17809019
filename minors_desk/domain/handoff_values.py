"""What a handoff is made of as it stands: the check, the count, the signatures, why it stopped."""

from dataclasses import dataclass
from datetime import datetime
from typing import Annotated, Literal
from uuid import UUID

import msgspec

from minors_desk.domain.bodies import Minutes, SecondPerson

ReceiverKind = Literal["child_protection", "parent", "private_person", "other_agency"]
"""What the receiver is, as the laws tell receivers apart; a guardian is as a parent."""
HowChecked = Literal["badge_seen", "document_seen", "called_back", "known_to_officer"]
CheckResult = Literal["matches", "does_not_match"]
Side = Literal["officer", "receiver"]
SIDES: tuple[Side, ...] = ("officer", "receiver")
State = Literal["open", "accepted", "overtaken", "refused", "failed", "lapsed"]
"""``overtaken`` by another attempt; ``lapsed`` because custody ended otherwise."""
RefusedBy = Literal["receiver", "officer", "supervisor"]
RefusalReason = Literal[
    "no_space",
    "no_transport",
    "needs_medical_care",
    "more_information",
    "wrong_receiver",
    "identity_not_proved",
    "release_condition_not_met",
    "child_afraid",
    "other",
]
FailureReason = Literal[
    "receiver_did_not_come",
    "receiver_came_too_late",
    "transport_broke_down",
    "child_unfit_to_travel",
    "other",
]
Point = tuple[Minutes, Minutes, Minutes]
"""x and y in the pad's own grid (0 to 2000) and milliseconds since the first touch."""
Strokes = Annotated[tuple[tuple[Point, ...], ...], msgspec.Meta(min_length=1, max_length=500)]
Device = Literal["pen", "finger", "mouse"]
"""What drew on the pad, as the computer told it; a touchpad is a mouse to it."""
AttemptNumber = Annotated[int, msgspec.Meta(ge=1, le=10_000)]


@dataclass(frozen=True, slots=True, kw_only=True)
class ReceiverCheck:
    """The check as it stands; ``at`` in UTC."""

    entry_id: UUID
    at: datetime
    how: HowChecked
    document: str
    result: CheckResult
    relation: str = ""
    called_back: str = ""
    witness: SecondPerson | None = None
    address: str = ""
    promise: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Signature:
    """A signature with what it was bound to; ``at`` in UTC.

    On the pad it is a drawing; by hand on a printed copy ``paper`` is the number of that copy and
    ``issued`` the entry that issued it.
    """

    entry_id: UUID
    at: datetime
    side: Side
    name: str
    badge: str
    strokes: tuple[tuple[Point, ...], ...]
    digest: str
    paper: str = ""
    issued: UUID | None = None
    device: Device | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Stopped:
    """Why an attempt came to nothing, and where the child was then; ``at`` in UTC.

    ``by`` is None when it failed without anybody's refusal.
    """

    entry_id: UUID
    at: datetime
    by: RefusedBy | None
    reason: RefusalReason | FailureReason
    detail: str
    child_is_at: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Count:
    """What was counted with the receiver, as it stands; ``at`` in UTC, ``lines`` as listed."""

    entry_id: UUID
    at: datetime
    agrees: bool
    lines: tuple[int, ...]
    differs: str
