"""Relatives and other adults of a case: who each is to the child, and whether to contact them."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Literal
from uuid import UUID

from minors_desk.domain.bodies import Body, Handlers, Line

if TYPE_CHECKING:
    from minors_desk.domain.entries import Entry
    from minors_desk.domain.folding import Draft

PersonRole = Literal[
    "mother",
    "father",
    "step_parent",
    "grandparent",
    "aunt_uncle",
    "brother_sister",
    "cousin",
    "spouse_partner",
    "guardian",
    "other_relative",
    "family_friend",
    "adult_found_with",
    "sponsor_named",
    "escort",
    "lawyer",
    "unknown",
]
SafeToContact = Literal["yes", "no", "ask_first"]
Alive = Literal["yes", "no", "unknown"]


PARENTS: frozenset[PersonRole] = frozenset({"mother", "father", "guardian"})
"""Whom the law means when a parent is to be told."""


class PersonTold(Body, frozen=True, kw_only=True, tag="person_told"):
    """Who somebody is to the child; what is said of the same person later leads.

    Names, telephones and all else are facts told about ``person_id``.
    """

    person_id: UUID
    role: PersonRole
    claimed_relation: Line = ""
    proof: Line = ""
    safe_to_contact: SafeToContact | None = None
    why: Line = ""
    where: Line = ""
    alive: Alive | None = None
    is_carer: bool | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    """A person as known now; ``entry_ids`` are all that speak of them, the latest last."""

    person_id: UUID
    entry_ids: tuple[UUID, ...]
    role: PersonRole
    claimed_relation: str
    proof: str
    safe_to_contact: SafeToContact | None
    why: str
    where: str
    alive: Alive | None
    is_carer: bool | None


def not_to_contact(people: Sequence[Person]) -> tuple[Person, ...]:
    """Who must not be told where the child is: an alert on every paper that leaves the house."""
    return tuple(one for one in people if one.safe_to_contact == "no")


def _told(draft: "Draft", entry: "Entry", body: PersonTold) -> None:
    before = draft.people.get(body.person_id)
    said = Person(
        person_id=body.person_id,
        entry_ids=(entry.id,),
        role=body.role,
        claimed_relation=body.claimed_relation,
        proof=body.proof,
        safe_to_contact=body.safe_to_contact,
        why=body.why,
        where=body.where,
        alive=body.alive,
        is_carer=body.is_carer,
    )
    draft.people[body.person_id] = said if before is None else _later(before, said)


def _later(before: Person, said: Person) -> Person:
    """What the later entry says, and of what it leaves out, what was said before.

    A reason belongs to its answer: it goes when the answer changes.
    """
    same_answer = said.safe_to_contact in (None, before.safe_to_contact)
    return replace(
        said,
        entry_ids=(*before.entry_ids, *said.entry_ids),
        claimed_relation=said.claimed_relation or before.claimed_relation,
        proof=said.proof or before.proof,
        safe_to_contact=said.safe_to_contact or before.safe_to_contact,
        why=said.why or (before.why if same_answer else ""),
        where=said.where or before.where,
        alive=said.alive if said.alive is not None else before.alive,
        is_carer=said.is_carer if said.is_carer is not None else before.is_carer,
    )


KINDS = (PersonTold,)
HANDLERS: Handlers = {PersonTold: _told}
