"""Custody that ends otherwise than by a handoff, and the child who is missing (CONTRACT 2.2)."""

from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING
from uuid import UUID

from minors_desk.domain.bodies import Body, Handlers, Line, Needed
from minors_desk.domain.custody import Absence, EndReason, end_absence, end_episode
from minors_desk.domain.handoff import close_open

if TYPE_CHECKING:
    from minors_desk.domain.entries import Entry
    from minors_desk.domain.folding import Draft


class CustodyEnded(Body, frozen=True, kw_only=True, tag="custody_ended"):
    """Ours ended for a reason that is no handoff; one of the two ends there are.

    Of a missing child, who is ours no longer, it may still be told that it need not be sought:
    found to be adult, dead, under a court's order, or never missing at all.
    """

    reason: EndReason
    detail: Needed
    authority: Line = ""


class FoundAgain(Body, frozen=True, kw_only=True, tag="found_again"):
    """A missing child was located; it is not in our custody until that begins again."""

    where: Needed
    condition: Line = ""
    note: Line = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Ending:
    """An end of custody that was no handoff, as it stands; ``at`` in UTC."""

    entry_id: UUID
    at: datetime
    reason: EndReason
    detail: str
    authority: str


def _ended(draft: "Draft", entry: "Entry", body: CustodyEnded) -> None:
    at, has_left = body.occurred_at, body.reason == "left_without_leave"
    if end_episode(draft, entry, at, body.reason):
        close_open(draft, "lapsed")
    elif has_left or not end_absence(draft, entry, at):
        draft.find("custody_ended_outside_custody", entry)
        return
    draft.endings.append(
        Ending(
            entry_id=entry.id,
            at=at,
            reason=body.reason,
            detail=body.detail,
            authority=body.authority,
        )
    )
    draft.event("custody_ended", entry, body)
    if body.reason == "died":
        draft.event("died", entry, body)
    if has_left:
        draft.absences.append(Absence(entry_id=entry.id, start=at))
        draft.event("left_without_leave", entry, body)


def _found(draft: "Draft", entry: "Entry", body: FoundAgain) -> None:
    if end_absence(draft, entry, body.occurred_at):
        draft.event("found_again", entry, body)
    else:
        draft.find("found_again_not_missing", entry)


KINDS = (CustodyEnded, FoundAgain)
HANDLERS: Handlers = {CustodyEnded: _ended, FoundAgain: _found}
