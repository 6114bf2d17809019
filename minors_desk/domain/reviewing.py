"""A supervisor's review of a case: approved or returned, and what was written since (CONTRACT 3.6).

Who reviewed is the author of the entry. What state a case is in is derived: there is no flag.
"""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Annotated, Literal
from uuid import UUID

import msgspec

from minors_desk.domain.alter import Amended, Withdrawn
from minors_desk.domain.bodies import Body, Handlers, Hex32, Instant, Line, Needed, Part
from minors_desk.domain.signing import OF_PAPERS

if TYPE_CHECKING:
    from minors_desk.domain.case import LogLine
    from minors_desk.domain.entries import Entry
    from minors_desk.domain.folding import Draft

ReviewState = Literal["not_reviewed", "approved", "approved_then_changed", "returned"]


class LastEntry(Part, frozen=True, kw_only=True):
    """The last entry of the case that the reviewer had before them; its hash binds the case."""

    entry_id: UUID
    hash: Hex32


class PackUsed(Part, frozen=True, kw_only=True):
    """A rule pack that the case was reviewed under, by the hash of its text."""

    pack: Needed
    content_hash: Hex32


class ReturnReason(Part, frozen=True, kw_only=True):
    """What has to be put right: in words, with the code of a finding and its entries if it is one.

    The words are kept with the code: a judge reads what the officer read.
    """

    words: Needed
    finding: Line = ""
    entries: tuple[UUID, ...] = ()


class CaseApproved(Body, frozen=True, kw_only=True, tag="case_approved"):
    """A supervisor who wrote nothing in the case read it up to ``last`` and approves it."""

    last: LastEntry
    packs: Annotated[tuple[PackUsed, ...], msgspec.Meta(max_length=100)] = ()
    note: Line = ""


class CaseReturned(Body, frozen=True, kw_only=True, tag="case_returned"):
    """A supervisor sends the case back to be put right, by ``due_at`` where that is given."""

    last: LastEntry
    reasons: Annotated[tuple[ReturnReason, ...], msgspec.Meta(min_length=1, max_length=500)]
    note: Line = ""
    due_at: Instant | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Review:
    """One decision as it stands; ``at`` and ``due_at`` in UTC; who decided is the entry's author.

    ``reasons`` is empty for an approval.
    """

    entry_id: UUID
    at: datetime
    approved: bool
    last: UUID
    packs: tuple[PackUsed, ...]
    reasons: tuple[ReturnReason, ...]
    note: str
    due_at: datetime | None


@dataclass(frozen=True, slots=True, kw_only=True)
class ReviewStanding:
    """Where a case stands: its last decision, and the entries written since it was read for it.

    Reviews themselves, and what was printed or signed, do not count as written since.
    """

    state: ReviewState
    last: Review | None = None
    since: tuple[UUID, ...] = ()

    @property
    def waits(self) -> bool:
        """Whether a supervisor has to look: never reviewed, or written in since it was."""
        return self.state in ("not_reviewed", "approved_then_changed") or bool(self.since)


def standing(reviews: Collection[Review], log: Iterable["LogLine"]) -> ReviewStanding:
    """The state that the last decision leaves the case in.

    By local order, not by the clock: an entry that reached this record after the one that was
    read is news to the reviewer, whatever time it tells of and whenever it was written.
    """
    if not reviews:
        return ReviewStanding(state="not_reviewed")
    last = tuple(reviews)[-1]
    entries = {line.entry.id: line.entry for line in log}
    read_to = entries.get(last.last, entries[last.entry_id]).ordinal
    since = tuple(
        one.id
        for one in sorted(entries.values(), key=lambda one: one.ordinal)
        if one.ordinal > read_to and not _changes_nothing(one, entries)
    )
    if not last.approved:
        return ReviewStanding(state="returned", last=last, since=since)
    state: ReviewState = "approved_then_changed" if since else "approved"
    return ReviewStanding(state=state, last=last, since=since)


def wrote_in(log: Iterable["LogLine"], chains: Collection[bytes]) -> bool:
    """Whether it is one's own case: any entry in it by one of these keys, other than a review."""
    entries = {line.entry.id: line.entry for line in log}
    return any(one.chain in chains and not is_review(one.body, entries) for one in entries.values())


def is_review(body: object, entries: dict[UUID, "Entry"]) -> bool:
    """Whether a body is a decision, or a correction of one among these entries."""
    if isinstance(body, (Amended, Withdrawn)):
        target = entries.get(body.target)
        return target is not None and is_review_kind(target.body)
    return is_review_kind(body)


def is_review_kind(body: object) -> bool:
    """Whether a body is a decision on the whole case."""
    return isinstance(body, KINDS)


def _changes_nothing(entry: "Entry", entries: dict[UUID, "Entry"]) -> bool:
    return isinstance(entry.body, OF_PAPERS) or is_review(entry.body, entries)


def _decided(draft: "Draft", entry: "Entry", body: CaseApproved | CaseReturned) -> None:
    approved = isinstance(body, CaseApproved)
    draft.reviews.append(
        Review(
            entry_id=entry.id,
            at=body.occurred_at,
            approved=approved,
            last=body.last.entry_id,
            packs=body.packs if isinstance(body, CaseApproved) else (),
            reasons=body.reasons if isinstance(body, CaseReturned) else (),
            note=body.note,
            due_at=body.due_at if isinstance(body, CaseReturned) else None,
        )
    )


KINDS = (CaseApproved, CaseReturned)
HANDLERS: Handlers = {CaseApproved: _decided, CaseReturned: _decided}
