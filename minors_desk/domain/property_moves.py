"""What becomes of the child's belongings: moved, given back or handed on, disputed, a phone opened.

The chain of each thing (paper 3, fields 11 to 14): by whom, to whom, when, what for.
"""

from dataclasses import dataclass, replace
from datetime import datetime
from typing import TYPE_CHECKING
from uuid import UUID

from minors_desk.domain.answers import Answer, YesNo
from minors_desk.domain.belongings import (
    LineNumber,
    Returned,
    ReturnedTo,
    known_lines,
    part_from_bags,
    still_here,
)
from minors_desk.domain.bodies import Body, Handlers, Line, Needed

if TYPE_CHECKING:
    from minors_desk.domain.entries import Entry
    from minors_desk.domain.folding import Draft


class PropertyMoved(Body, frozen=True, kw_only=True, tag="property_moved"):
    """Lines, or a whole bag, went to another place; ``purpose`` in words, e.g. *to be dried*.

    No lines: what is in the bag.
    """

    lines: tuple[LineNumber, ...]
    bag: Line = ""
    from_place: Line = ""
    to_place: Needed
    to_person: Line = ""
    purpose: Line = ""
    seal_intact: YesNo | None = None

    def __post_init__(self) -> None:
        if not self.lines and not self.bag:
            raise ValueError("lines, or a bag")


class PropertyReturned(Body, frozen=True, kw_only=True, tag="property_returned"):
    """Given back, or handed on with the child; ``missing``: what should have been there.

    No lines: what is in the bag, or ``everything``: all that is open but evidence and contraband.
    """

    lines: tuple[LineNumber, ...]
    bag: Line = ""
    everything: bool = False
    to: ReturnedTo
    to_name: Line = ""
    missing: Line = ""
    seal_intact: YesNo | None = None

    def __post_init__(self) -> None:
        if not self.lines and not self.bag and not self.everything:
            raise ValueError("lines, a bag, or everything")


class PropertyDisputed(Body, frozen=True, kw_only=True, tag="property_disputed"):
    """The child does not agree with the list; ``words`` are its own. No lines: with all of it."""

    words: Needed
    language: Line = ""
    interpreter: Line = ""
    lines: tuple[LineNumber, ...] = ()


class PhoneSearched(Body, frozen=True, kw_only=True, tag="phone_searched"):
    """Somebody looked into a phone; ``authority``: warrant, order or statute, in words."""

    line: LineNumber | None = None
    by: Needed
    looked_at: Line = ""
    authority: Line = ""
    consent: Answer | None = None
    consent_by: Line = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Dispute:
    """What the child does not agree with, as it stands; ``at`` in UTC."""

    entry_id: UUID
    at: datetime
    words: str
    language: str
    lines: tuple[int, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class PhoneSearch:
    """A look into a phone, as it was told; ``at`` in UTC."""

    entry_id: UUID
    at: datetime
    told: PhoneSearched

    @property
    def searched_without_authority(self) -> bool:
        """Neither an authority is named nor a consent."""
        return not self.told.authority.strip() and self.told.consent != "yes"


def _in_bag(draft: "Draft", entry: "Entry", bag: str) -> set[int]:
    """The lines in that bag; of one that is with us no more they are the returned ones."""
    if not bag:
        return set()
    inside = [one for one in draft.belongings.values() if one.bag == bag]
    if not inside:
        draft.find("property_unknown", entry)
    still = {one.line for one in inside if one.returned is None}
    return still or {one.line for one in inside}


def _going(draft: "Draft", entry: "Entry", body: PropertyMoved | PropertyReturned) -> list[int]:
    """The lines that go, out of a bag that they leave; findings for what cannot be."""
    named = known_lines(draft, entry, body.lines) | _in_bag(draft, entry, body.bag)
    if isinstance(body, PropertyReturned) and body.everything:
        named |= {one.line for one in draft.belongings.values() if one.goes_along}
    here = still_here(draft, entry, named)
    if part_from_bags(draft, here) or body.seal_intact == "no":
        draft.find("seal_broken", entry)
    return sorted(here)


def _moved(draft: "Draft", entry: "Entry", body: PropertyMoved) -> None:
    for number in _going(draft, entry, body):
        draft.belongings[number] = replace(
            draft.belongings[number], place=body.to_place, holder=body.to_person
        )


def _returned(draft: "Draft", entry: "Entry", body: PropertyReturned) -> None:
    returned = Returned(entry_id=entry.id, at=body.occurred_at, to=body.to, to_name=body.to_name)
    for number in _going(draft, entry, body):
        draft.belongings[number] = replace(draft.belongings[number], returned=returned)
    if body.missing:
        draft.find("property_missing", entry)
    draft.event("property_returned", entry, body)


def _disputed(draft: "Draft", entry: "Entry", body: PropertyDisputed) -> None:
    draft.find("property_disputed", entry)
    draft.disputes.append(
        Dispute(
            entry_id=entry.id,
            at=body.occurred_at,
            words=body.words,
            language=body.language,
            lines=body.lines,
        )
    )
    for number in known_lines(draft, entry, body.lines or tuple(draft.belongings)):
        draft.belongings[number] = replace(draft.belongings[number], is_disputed=True)


def _looked_into(draft: "Draft", entry: "Entry", body: PhoneSearched) -> None:
    search = PhoneSearch(entry_id=entry.id, at=body.occurred_at, told=body)
    draft.phone_searches.append(search)
    draft.event("phone_searched", entry, body)
    if body.line is not None:
        known_lines(draft, entry, (body.line,))
    if search.searched_without_authority:
        draft.find("phone_searched_without_authority", entry)


KINDS = (PropertyMoved, PropertyReturned, PropertyDisputed, PhoneSearched)
HANDLERS: Handlers = {
    PropertyMoved: _moved,
    PropertyReturned: _returned,
    PropertyDisputed: _disputed,
    PhoneSearched: _looked_into,
}
