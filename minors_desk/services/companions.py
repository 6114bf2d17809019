"""Children found together: their cases are opened at once, and what ties them stands in each."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import permutations
from uuid import UUID

import msgspec

from minors_desk.domain import roles
from minors_desk.domain.board import Card, state_of
from minors_desk.domain.bodies import Body
from minors_desk.domain.case import Case
from minors_desk.domain.changes import Changes
from minors_desk.domain.companions import CompanionLinked, Relation
from minors_desk.domain.encounter import AgeRange, Encountered, SexAsSeen
from minors_desk.services import cases
from minors_desk.services.desk import Desk
from minors_desk.services.recording import Item, record


@dataclass(frozen=True, slots=True)
class SeenChild:
    """Another child of the same encounter, as seen; None where nobody wrote it down."""

    sex: SexAsSeen | None
    age: AgeRange | None


def open_together(
    desk: Desk,
    encounter: Encountered,
    others: Sequence[SeenChild],
    relation: Relation,
    *,
    more: Sequence[Body] = (),
    form: str | None = None,
) -> tuple[tuple[UUID, ...], Changes]:
    """Opens one case for each child of an encounter, tied to each other; one transaction.

    The first id is of the child that ``encounter`` tells of, and ``more`` is what else is known of
    that child. A legal class is given to that child only: what one is accused of, the others are
    not.
    """
    met = [encounter]
    for one in others:
        seen = {"apparent_sex": one.sex, "apparent_age": one.age, "legal_class": None}
        met.append(msgspec.structs.replace(encounter, **seen))
    ids = tuple(desk.new_id() for _ in met)
    items: list[Item] = list(zip(ids, met, strict=True))
    items += [(ids[0], body) for body in more]
    for own, other in permutations(ids, 2):
        tie = CompanionLinked(
            occurred_at=encounter.occurred_at,
            precision=encounter.precision,
            late_because=encounter.late_because,
            done_by=encounter.done_by,
            other=other,
            relation=relation,
        )
        items.append((own, tie))
    return ids, record(desk, roles.WRITE_CASES, items, form=form)


def cards(desk: Desk, case: Case) -> tuple[Card, ...]:
    """The cards of the children that this one was found with, by number; of those that are here."""
    return cases.cards_of(desk, [one.other for one in case.companions])


def alongside(desk: Desk, case: Case) -> tuple[Card, ...]:
    """Who was found together with this child, was not parted from it, and stands as it does.

    What happens to the child may be logged for them in one step: with us as it is, only met as
    it is, missing as it is.
    """
    tied = [one.other for one in case.companions if one.found_together and one.state != "parted"]
    stands = (state_of(case), case.transport is not None)
    found = cases.cards_of(desk, tied)
    return tuple(one for one in found if (one.state, one.in_transit) == stands)


def next_after(case: Case, tied: Sequence[Card]) -> Card | None:
    """The next child of those found together, by case number, going round; None: there is none."""
    later = [one for one in tied if one.number > case.number]
    return next(iter(later or tied), None)


def possible(desk: Desk, case: Case) -> tuple[Card, ...]:
    """Who may be a companion: those who are already, then all others who are on the board."""
    tied = cards(desk, case)
    shown = cases.the_board(desk)
    there = (*shown.in_custody, *shown.met, *shown.missing, *shown.still_owed, *shown.handed_over)
    known = {case.id, *(one.case_id for one in tied)}
    return (*tied, *(one for one in there if one.case_id not in known))
