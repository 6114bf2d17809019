"""A sign of trafficking that an officer discovered: from then the notice to HHS is owed."""

from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Annotated, Literal
from uuid import UUID

import msgspec

from minors_desk.domain.bodies import Body, Handlers, Line

if TYPE_CHECKING:
    from minors_desk.domain.entries import Entry
    from minors_desk.domain.folding import Draft

TraffickingSign = Literal[
    "forced_to_work",
    "wages_taken",
    "work_at_home_unpaid",
    "commercial_sex",
    "exploited_in_pictures",
    "forced_crime",
    "taken_from_place_to_place",
    "documents_held",
    "watched_or_controlled",
    "debt",
    "deceived",
    "organs",
    "other",
]
"""What can be seen or is told; an indicator, never a verdict."""
Discovered = Literal["seen", "child_said", "other_person_said", "record", "found_on_child"]


class TraffickingSignSeen(Body, frozen=True, kw_only=True, tag="trafficking_sign_seen"):
    """First facts by which the child may be a victim of trafficking (22 U.S.C. 7105(b)(1)(H)).

    ``occurred_at`` is the discovery: from it, not from certainty, the 24 hours count. ``note`` is
    as seen or as said; the child is not pressed for more.
    """

    what: Annotated[tuple[TraffickingSign, ...], msgspec.Meta(min_length=1)]
    how: Discovered
    note: Line = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class TraffickingSigns:
    """What was discovered, as it stands; ``at`` in UTC."""

    entry_id: UUID
    at: datetime
    what: tuple[TraffickingSign, ...]
    how: Discovered
    note: str


def _seen(draft: "Draft", entry: "Entry", body: TraffickingSignSeen) -> None:
    draft.trafficking.append(
        TraffickingSigns(
            entry_id=entry.id, at=body.occurred_at, what=body.what, how=body.how, note=body.note
        )
    )
    note_discovery(draft, entry, body)


def note_discovery(draft: "Draft", entry: "Entry", body: Body) -> None:
    """From now the notice to HHS is owed, and the report to child protection.

    A trafficked child counts as an abused one (42 U.S.C. 5106g(b)): where a rule wants abuse to be
    reported, this is abuse that is suspected.
    """
    draft.event("trafficking_sign_seen", entry, body)
    draft.event("abuse_suspected", entry, body)


KINDS = (TraffickingSignSeen,)
HANDLERS: Handlers = {TraffickingSignSeen: _seen}
