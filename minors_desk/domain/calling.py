"""Whom to ring next and why: lines of the directory and people of the case, most pressing first."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from typing import Literal
from uuid import UUID

from minors_desk.domain.case import Case
from minors_desk.domain.conditions import nationalities
from minors_desk.domain.contact_log import NextTry, next_tries
from minors_desk.domain.contacts import (
    PURPOSE_EVENTS,
    RELATIVE_REACHED,
    Contact,
    Party,
    Purpose,
)
from minors_desk.domain.duties import DutyClock, is_open
from minors_desk.domain.facts import ranked
from minors_desk.domain.people import PARENTS, Person, PersonRole
from minors_desk.domain.rights import LAWYER_CONSULTED
from minors_desk.domain.values import Phone

NotCalled = Literal["do_not_contact", "has_died"]
RELATIVES: frozenset[PersonRole] = PARENTS | {
    "step_parent",
    "grandparent",
    "aunt_uncle",
    "brother_sister",
    "cousin",
    "spouse_partner",
    "other_relative",
    "sponsor_named",
}
_FAR = datetime.max.replace(tzinfo=UTC)


@dataclass(frozen=True, slots=True, kw_only=True)
class CallLine:
    """A line to call: what ships with the program, or the agency's own word (``set_at``, UTC).

    Of a shipped line ``source``, ``dated`` and ``sureness`` say where its number is from;
    ``set_by`` is who entered an own one, ``name_fr`` the French name of a shipped one. What nobody
    knows is empty. ``for_country`` (ISO 3166): a line for children of that country only.
    ``takes_tips``: of trafficking it is told besides; a call to it is not the notice that is owed.
    """

    id: str
    jurisdiction: str
    purpose: Purpose
    name: str
    name_fr: str = ""
    number: str = ""
    other: str = ""
    hours: str = ""
    source: str = ""
    dated: str = ""
    sureness: str = "none"
    note: str = ""
    for_country: str = ""
    takes_tips: bool = False
    set_by: str = ""
    set_at: datetime | None = None

    @property
    def is_own(self) -> bool:
        """Whether the agency entered it itself."""
        return self.set_at is not None

    @property
    def verified(self) -> bool:
        """Whether the shipped number was read in an official or primary text."""
        return bool(self.number) and self.sureness == "high" and not self.is_own


@dataclass(frozen=True, slots=True, kw_only=True)
class Callee:
    """Somebody who can be called now, or must not be (``not_called``), and what speaks for it.

    ``number_barred``: the same telephone rings for somebody who must not be contacted; no line of
    the directory is barred by that.
    ``serves`` are the open duties that it serves; ``tried`` the attempts made, in order.
    """

    party: Party
    purpose: Purpose
    line: CallLine | None = None
    person: Person | None = None
    not_called: NotCalled | None = None
    number_barred: bool = False
    serves: tuple[DutyClock, ...] = ()
    next_try: NextTry | None = None
    tried: tuple[Contact, ...] = ()

    @property
    def last_reached(self) -> Contact | None:
        """When it last answered in this case."""
        return next((one for one in reversed(self.tried) if one.reached), None)

    @property
    def presses(self) -> bool:
        """Whether something waits for a call to them."""
        return bool(self.serves) or self.next_try is not None

    @property
    def is_near(self) -> bool:
        """Whether more speaks for them than that they stand in the shipped directory."""
        own = self.line is None or self.line.is_own
        return own or self.presses or bool(self.tried)


def callees(
    case: Case, lines: Iterable[CallLine], clocks: Sequence[DutyClock], names: Mapping[UUID, str]
) -> tuple[Callee, ...]:
    """All who can be called for this child, most pressing first.

    Then own lines and people of the case, those who must not be called, and all other lines.
    ``names`` says how each person of the case is called. Who was tried and is in neither list
    stands too.
    """
    countries = nationalities(case)
    known = [_of_line(one) for one in lines if not one.for_country or one.for_country in countries]
    known += [one for person in case.people for one in _of_person(case, person, names)]
    for contact in case.contacts:
        if not any(one.party.is_same(contact.told.party) for one in known):
            known.append(Callee(party=contact.told.party, purpose=contact.told.purpose))
    planned = next_tries(case)
    barred = [one.party for one in known if one.not_called == "do_not_contact"]
    known = [
        replace(one, number_barred=any(one.party.shares_number(each) for each in barred))
        if one.line is None
        else one
        for one in known
    ]
    found = [_in_case(one, case, clocks, planned) for one in known]
    return tuple(sorted(found, key=_pressing))


def duties_for(
    purpose: Purpose, clocks: Iterable[DutyClock], person: Person | None = None
) -> tuple[DutyClock, ...]:
    """The open duties that reaching somebody for this purpose, or trying to, serves."""
    events = told_by(purpose, person)
    return tuple(
        one for one in clocks if is_open(one) and not events.isdisjoint(one.rule.satisfied_by)
    )


def told_by(purpose: Purpose, person: Person | None = None) -> frozenset[str]:
    """The events that a call for this purpose can tell; a relative is no parent, and tried all
    the same.
    """
    if purpose == "lawyer":
        return frozenset((*PURPOSE_EVENTS["lawyer"], LAWYER_CONSULTED))
    if purpose == "parent_or_relative" and person is not None and person.role not in PARENTS:
        return frozenset((PURPOSE_EVENTS["parent_or_relative"][0], RELATIVE_REACHED))
    return frozenset(PURPOSE_EVENTS.get(purpose, ()))


def forbidden(party: Party, known: Iterable[Callee]) -> Callee | None:
    """Who of those not to be called is this party, by its number or its name."""
    return next((one for one in known if one.not_called and one.party.is_same(party)), None)


def _of_line(line: CallLine) -> Callee:
    party = Party(name=line.name, number=line.number, line_id=line.id)
    return Callee(party=party, purpose=line.purpose, line=line)


def _of_person(case: Case, person: Person, names: Mapping[UUID, str]) -> Iterable[Callee]:
    """One for each number that was told; one without a number where none was."""
    told = ranked(case.facts, "phone", person.person_id)
    numbers = [one.value.as_told for one in told if isinstance(one.value, Phone)]
    purpose: Purpose = "parent_or_relative" if person.role in RELATIVES else "other"
    if person.role == "lawyer":
        purpose = "lawyer"
    refusal: NotCalled | None = "do_not_contact" if person.safe_to_contact == "no" else None
    if refusal is None and person.alive == "no":
        refusal = "has_died"
    for number in numbers or [""]:
        party = Party(name=names[person.person_id], number=number, person_id=person.person_id)
        yield Callee(party=party, purpose=purpose, person=person, not_called=refusal)


def _in_case(
    callee: Callee, case: Case, clocks: Sequence[DutyClock], planned: Sequence[NextTry]
) -> Callee:
    party, purpose = callee.party, callee.purpose
    return replace(
        callee,
        serves=() if callee.not_called else duties_for(purpose, clocks, callee.person),
        next_try=next((one for one in planned if one.party.is_same(party)), None),
        tried=tuple(one for one in case.contacts if one.told.party.is_same(party)),
    )


def _pressing(callee: Callee) -> tuple[datetime, bool, bool]:
    """Within the same urgency own lines come first, who must not be called last."""
    due = [one.due or one.target_at or one.start for one in callee.serves]
    if callee.next_try is not None and callee.not_called is None:
        due.append(callee.next_try.due)
    return min(due, default=_FAR), not callee.is_near, callee.not_called is not None
