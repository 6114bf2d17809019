"""A night that is invented to see what the rules make of it: folded in memory, kept nowhere."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from uuid import UUID

import msgspec

from minors_desk.domain.admission import Refusal, check_case, check_times
from minors_desk.domain.bodies import Body
from minors_desk.domain.case import Case, fold, known_at
from minors_desk.domain.entries import Entry, NewEntry
from minors_desk.domain.handoff import HandoffAccepted, HandoffSigned
from minors_desk.domain.looking import Row
from minors_desk.domain.rules import Pack

CASE = UUID(int=0)
"""The case of an only child, where nothing names another."""
NOT_BOUND = "0" * 64
"""Stands for the digest of what both sides sign: the story's own entries make it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """One entry of a story; ``recorded_at`` in UTC. ``id`` only where another entry names it."""

    body: Body
    recorded_at: datetime
    id: UUID | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Child:
    """One child of the night; ``places``: which entry of the story each of its entries is."""

    name: str
    case_id: UUID = CASE
    entries: tuple[Told, ...]
    places: tuple[int, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Look:
    """An instant (UTC) at which the story is looked at, and what must be seen of a child then.

    ``expect``: by kind (duties, gates, ...) the whole list of what the rules must give.
    """

    at: datetime
    child: str
    why: str = ""
    expect: Mapping[str, tuple[Row, ...]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Story:
    """A story as it was given. ``dated``: its dates matter, it may not be told of another night."""

    title: str
    jurisdiction: str
    zone: str
    dated: bool
    packs: tuple[Pack, ...]
    children: tuple[Child, ...]
    looks: tuple[Look, ...]

    def child(self, name: str) -> Child:
        """The child of that name."""
        return next(one for one in self.children if one.name == name)


class Implausible(Exception):
    """An entry that no desk would take; ``place`` is its number in the story from nought.

    None is the story as a whole.
    """

    def __init__(self, place: int | None, refusal: Refusal) -> None:
        super().__init__(refusal.code)
        self.place, self.refusal = place, refusal


def case_of(child: Child, at: datetime) -> Case:
    """The case as it was known at that instant (UTC); raises Implausible as the desk refuses."""
    story = bound(child).entries
    entries = [_entry(child.case_id, number, told) for number, told in enumerate(story)]
    for place, told in zip(child.places, story, strict=True):
        try:
            check_times(told.body, told.recorded_at)
        except Refusal as refusal:
            raise Implausible(place, refusal) from None
    whole = fold(child.case_id, entries)
    new = [
        NewEntry(id=entry.id, case_id=child.case_id, body=told.body)
        for told, entry in zip(story, entries, strict=True)
    ]
    try:
        check_case(whole, new)
    except Refusal as refusal:
        number = _place(whole, entries, refusal)
        raise Implausible(None if number is None else child.places[number], refusal) from None
    return fold(child.case_id, known_at(entries, at))


def bound(child: Child) -> Child:
    """The child's entries with each drawing and acceptance bound to what stood on screen then."""
    told: list[Told] = []
    for one in child.entries:
        body = one.body
        if isinstance(body, (HandoffSigned, HandoffAccepted)) and body.digest == NOT_BOUND:
            entries = [_entry(child.case_id, number, before) for number, before in enumerate(told)]
            attempt = fold(child.case_id, entries).handoff(body.handoff)
            if attempt is not None:
                body = msgspec.structs.replace(body, digest=attempt.terms)
        told.append(replace(one, body=body))
    return replace(child, entries=tuple(told))


def _entry(case_id: UUID, number: int, told: Told) -> Entry:
    return Entry(
        id=UUID(int=number + 1) if told.id is None else told.id,
        case_id=case_id,
        ordinal=number + 1,
        chain=b"",
        recorded_at=told.recorded_at,
        clock_flag=0,
        body=told.body,
    )


def _place(case: Case, entries: Sequence[Entry], refusal: Refusal) -> int | None:
    """Which entry it is that cannot be: the first with that finding."""
    found = next((one.entry_id for one in case.findings if one.code == refusal.code), None)
    return next((place for place, one in enumerate(entries) if one.id == found), None)
