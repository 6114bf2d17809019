"""A duty that a supervisor waives by name, and a case that is closed (CONTRACT 2.7)."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Literal, cast
from uuid import UUID

from minors_desk.domain.bodies import Body, Handlers, Line, Needed

if TYPE_CHECKING:
    from minors_desk.domain.case import Case
    from minors_desk.domain.entries import Entry
    from minors_desk.domain.folding import Draft

LetGo = Literal["waived", "waived_by_agency", "opened_in_error", "found_to_be_adult"]
"""``waived`` by a supervisor for this case; ``waived_by_agency``: the rule itself (RuleWaived)."""
NOTHING_TO_OWE = frozenset({"opened_in_error", "found_to_be_adult"})
"""Ends of custody after which what was owed to a child is owed to nobody."""


class DutyWaived(Body, frozen=True, kw_only=True, tag="duty_waived"):
    """A supervisor says that a duty begun by now is owed no longer, and why; it is not met.

    A clock of the same rule that starts later is owed again.
    """

    rule_id: Needed
    reason: Needed


class CaseClosed(Body, frozen=True, kw_only=True, tag="case_closed"):
    """Nothing is owed any more; the case leaves the board. Entries may still be added and amended,
    and a duty that begins, or a custody, opens it again.
    """

    note: Line = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Waiver:
    """A waived duty, as it stands; ``at`` in UTC."""

    entry_id: UUID
    at: datetime
    rule_id: str
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Closing:
    """A case that was closed; ``at`` in UTC."""

    entry_id: UUID
    at: datetime
    note: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Release:
    """Why a duty is owed no longer though it was not met; ``at`` in UTC since when."""

    entry_id: UUID
    at: datetime
    code: LetGo


def release_of(case: "Case", rule_id: str, start: datetime) -> Release | None:
    """What lets go the duty of that rule that started at that instant (UTC), the earliest."""
    found = (one for one in _releases(case, rule_id) if one.at >= start)
    return min(found, key=lambda one: (one.at, one.entry_id), default=None)


def _releases(case: "Case", rule_id: str) -> Iterator[Release]:
    for waiver in case.waivers:
        if waiver.rule_id == rule_id:
            yield Release(entry_id=waiver.entry_id, at=waiver.at, code="waived")
    for ending in case.endings:
        if ending.reason in NOTHING_TO_OWE:
            yield Release(entry_id=ending.entry_id, at=ending.at, code=cast("LetGo", ending.reason))


def _waived(draft: "Draft", entry: "Entry", body: DutyWaived) -> None:
    draft.find("duty_waived", entry)
    draft.waivers.append(
        Waiver(entry_id=entry.id, at=body.occurred_at, rule_id=body.rule_id, reason=body.reason)
    )


def _closed(draft: "Draft", entry: "Entry", body: CaseClosed) -> None:
    if draft.open_episode is not None or draft.open_absence is not None:
        draft.find("closed_while_ours", entry)
        return
    draft.closings.append(Closing(entry_id=entry.id, at=body.occurred_at, note=body.note))


KINDS = (DutyWaived, CaseClosed)
HANDLERS: Handlers = {DutyWaived: _waived, CaseClosed: _closed}
