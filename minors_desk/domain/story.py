"""A case that is invented to see what the rules make of it: folded in memory, kept nowhere."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from minors_desk.domain.admission import Refusal, check_case, check_times
from minors_desk.domain.bodies import Body
from minors_desk.domain.case import Case, fold, known_at
from minors_desk.domain.entries import Entry, NewEntry

CASE = UUID(int=0)


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """One entry of a story; ``recorded_at`` in UTC. ``id`` only where another entry names it."""

    body: Body
    recorded_at: datetime
    id: UUID | None = None


class Implausible(Exception):
    """An entry that no desk would take; ``place`` is its number in the story from nought.

    None is the story as a whole.
    """

    def __init__(self, place: int | None, refusal: Refusal) -> None:
        super().__init__(refusal.code)
        self.place, self.refusal = place, refusal


def case_of(story: Sequence[Told], at: datetime) -> Case:
    """The case as it was known at that instant (UTC); raises Implausible as the desk refuses."""
    entries = [_entry(number, told) for number, told in enumerate(story)]
    for place, told in enumerate(story):
        try:
            check_times(told.body, told.recorded_at)
        except Refusal as refusal:
            raise Implausible(place, refusal) from None
    whole = fold(CASE, entries)
    try:
        check_case(
            whole, [_new(told, entry.id) for told, entry in zip(story, entries, strict=True)]
        )
    except Refusal as refusal:
        raise Implausible(_place(whole, entries, refusal), refusal) from None
    return fold(CASE, known_at(entries, at))


def _entry(number: int, told: Told) -> Entry:
    return Entry(
        id=UUID(int=number + 1) if told.id is None else told.id,
        case_id=CASE,
        ordinal=number + 1,
        chain=b"",
        recorded_at=told.recorded_at,
        clock_flag=0,
        body=told.body,
    )


def _new(told: Told, entry_id: UUID) -> NewEntry:
    return NewEntry(id=entry_id, case_id=CASE, body=told.body)


def _place(case: Case, entries: Sequence[Entry], refusal: Refusal) -> int | None:
    """Which entry it is that cannot be: the first with that finding."""
    found = next((one.entry_id for one in case.findings if one.code == refusal.code), None)
    return next((place for place, one in enumerate(entries) if one.id == found), None)
