"""A concern for the child's protection: from then its report to child protection is owed."""

from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Annotated, ClassVar, Literal
from uuid import UUID

import msgspec

from minors_desk.domain.answers import Answer
from minors_desk.domain.bodies import Body, Handlers, Line
from minors_desk.domain.trafficking import Discovered

if TYPE_CHECKING:
    from minors_desk.domain.entries import Entry
    from minors_desk.domain.folding import Draft

Concern = Literal[
    "hurt_by_somebody",
    "sexual_harm",
    "neglected",
    "left_alone",
    "no_carer",
    "exploited",
    "threatened",
    "other",
]
"""What may be the matter; a reason to suspect, never a verdict."""


class ProtectionConcern(Body, frozen=True, kw_only=True, tag="protection_concern"):
    """First facts by which the child may be abused, neglected or without care.

    ``occurred_at`` is the discovery: from it, not from certainty, the states count the time for
    their report. ``note`` is as seen or as said; the child is not pressed for more.
    ``danger_now``: whether it is in danger as this is told; ``may_run_away``: whether it may leave.
    """

    added: ClassVar[frozenset[str]] = frozenset({"danger_now", "may_run_away"})

    what: Annotated[tuple[Concern, ...], msgspec.Meta(min_length=1)]
    how: Discovered
    note: Line = ""
    danger_now: Answer | None = None
    may_run_away: Answer | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Concerns:
    """What was discovered, as it stands; ``at`` in UTC."""

    entry_id: UUID
    at: datetime
    what: tuple[Concern, ...]
    how: Discovered
    note: str
    danger_now: Answer | None = None
    may_run_away: Answer | None = None


def _discovered(draft: "Draft", entry: "Entry", body: ProtectionConcern) -> None:
    draft.concerns.append(
        Concerns(
            entry_id=entry.id,
            at=body.occurred_at,
            what=body.what,
            how=body.how,
            note=body.note,
            danger_now=body.danger_now,
            may_run_away=body.may_run_away,
        )
    )
    draft.event("abuse_suspected", entry, body)
    if "no_carer" in body.what:
        draft.event("no_carer_known", entry, body)


KINDS = (ProtectionConcern,)
HANDLERS: Handlers = {ProtectionConcern: _discovered}
