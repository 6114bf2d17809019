"""A detainer that a federal agency sends about the child, and how it was answered."""

from dataclasses import dataclass, replace
from datetime import datetime
from typing import TYPE_CHECKING, Annotated, Literal
from uuid import UUID

import msgspec

from minors_desk.domain.bodies import Body, Handlers, Instant, Line, Needed
from minors_desk.domain.contacts import Method
from minors_desk.domain.disclosing_values import Answered
from minors_desk.domain.values import PartialDate

if TYPE_CHECKING:
    from minors_desk.domain.entries import Entry
    from minors_desk.domain.folding import Draft

DetainerForm = Literal[
    "civil_detainer", "administrative_warrant", "judicial_warrant", "court_order"
]
"""``civil_detainer`` and ``administrative_warrant`` are signed by officers; the others by a judge.
"""
DetainerWish = Literal["hold", "notify_of_release", "transfer", "interview"]
DetainerReply = Literal["refused", "notice_given", "held", "to_counsel"]
NOT_FINAL = frozenset({"to_counsel"})
"""Answers after which another is still owed."""


class DetainerReceived(Body, frozen=True, kw_only=True, tag="detainer_received"):
    """A federal agency asks us to hold the child, to give it over, or to say when it is let go.

    It is a request unless a judge signed it. ``until`` is how long it asks to hold;
    ``copy_given_at`` when the child was given a copy, None while it was not.
    """

    agency: Needed
    officer: Line = ""
    badge: Line = ""
    how: Method
    form: DetainerForm
    number: Line = ""
    dated: PartialDate | None = None
    asks: Annotated[tuple[DetainerWish, ...], msgspec.Meta(min_length=1)]
    until: Instant | None = None
    copy_given_at: Instant | None = None
    note: Line = ""

    def misfit(self) -> tuple[str, str] | None:
        """A hold until before it came, a copy of what had not come."""
        if self.until is not None and "hold" not in self.asks:
            return "until", "nothing: it does not ask to hold"
        if self.until is not None and self.until <= self.occurred_at:
            return "until", "an instant after occurred_at"
        if self.copy_given_at is not None and self.copy_given_at < self.occurred_at:
            return "copy_given_at", "an instant not before occurred_at"
        return None

    def told_until(self) -> datetime:
        """The moment of the copy where that is told."""
        return self.copy_given_at or self.occurred_at


class DetainerAnswered(Answered, frozen=True, kw_only=True, tag="detainer_answered"):
    """What was done about a detainer: ``detainer`` is the entry that told of it.

    ``decided_by`` says who decided and in what office; ``authority`` on what law or order.
    """

    detainer: UUID
    answer: DetainerReply
    decided_by: Needed
    office: Line = ""
    authority: Line = ""
    told_to: Line = ""
    copy_given_at: Instant | None = None
    note: Line = ""

    def told_until(self) -> datetime:
        """The moment of the copy where that is told."""
        return max(self.copy_given_at or self.occurred_at, self.occurred_at)


@dataclass(frozen=True, slots=True, kw_only=True)
class Reaction:
    """One answer to a detainer as it stands; ``at`` in UTC."""

    entry_id: UUID
    at: datetime
    told: DetainerAnswered


@dataclass(frozen=True, slots=True, kw_only=True)
class Detainer:
    """A detainer with its answers, as they stand; ``at`` in UTC."""

    entry_id: UUID
    at: datetime
    told: DetainerReceived
    answers: tuple[Reaction, ...] = ()

    @property
    def is_answered(self) -> bool:
        """Whether somebody decided; passed to counsel it still waits."""
        return any(one.told.answer not in NOT_FINAL for one in self.answers)

    @property
    def copy_given_at(self) -> datetime | None:
        """When the child first had a copy; None while it has none."""
        told = (self.told.copy_given_at, *(one.told.copy_given_at for one in self.answers))
        return min((one for one in told if one is not None), default=None)


def _received(draft: "Draft", entry: "Entry", body: DetainerReceived) -> None:
    draft.disclosing.detainers[entry.id] = Detainer(
        entry_id=entry.id, at=body.occurred_at, told=body
    )
    draft.event("detainer_received", entry, body)
    _copied(draft, entry, body)


def _answered(draft: "Draft", entry: "Entry", body: DetainerAnswered) -> None:
    _copied(draft, entry, body)
    known = draft.disclosing.detainers.get(body.detainer)
    if known is None:
        draft.find("detainer_not_told", entry)
        return
    given = Reaction(entry_id=entry.id, at=body.occurred_at, told=body)
    draft.disclosing.detainers[body.detainer] = replace(known, answers=(*known.answers, given))


def _copied(draft: "Draft", entry: "Entry", body: DetainerReceived | DetainerAnswered) -> None:
    """That the child has a copy, at the moment when it was given, not when it was noted."""
    if body.copy_given_at is not None:
        draft.event("detainer_copy_given", entry, body, body.copy_given_at)


KINDS = (DetainerReceived, DetainerAnswered)
HANDLERS: Handlers = {DetainerReceived: _received, DetainerAnswered: _answered}
