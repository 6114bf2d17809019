"""Children found together: named by their cases, kept together or parted with a reason."""

from dataclasses import dataclass, replace
from datetime import datetime
from typing import TYPE_CHECKING, Annotated, Literal
from uuid import UUID

import msgspec

from minors_desk.domain.bodies import Body, Handlers, Line, Needed

if TYPE_CHECKING:
    from minors_desk.domain.entries import Entry
    from minors_desk.domain.folding import Draft

Relation = Literal[
    "sibling", "half_sibling", "cousin", "parent_child", "friend", "unrelated", "not_known"
]
CompanionState = Literal["linked", "kept_together", "parted"]
Others = Annotated[tuple[UUID, ...], msgspec.Meta(min_length=1, max_length=100)]


class CompanionLinked(Body, frozen=True, kw_only=True, tag="companion_linked"):
    """Another child's case belongs to this one; written in both, by case id and never by name."""

    other: UUID
    relation: Relation
    found_together: bool = True


class CompanionsKept(Body, frozen=True, kw_only=True, tag="kept_together"):
    """This child is where those others are."""

    others: Others
    note: Line = ""


class CompanionsParted(Body, frozen=True, kw_only=True, tag="parted"):
    """This child and another were parted: why, who decided it, where the other one is."""

    other: UUID
    reason: Needed
    decided_by: Line = ""
    where_other: Line = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Companion:
    """The tie to another child's case as it stands; ``since`` (UTC) is of the present state."""

    other: UUID
    entry_id: UUID
    since: datetime
    relation: Relation = "not_known"
    found_together: bool = False
    state: CompanionState = "linked"
    reason: str = ""
    decided_by: str = ""
    where_other: str = ""


def _linked(draft: "Draft", entry: "Entry", body: CompanionLinked) -> None:
    if body.other == draft.id:
        draft.find("companion_of_itself", entry)
        return
    before = draft.companions.get(body.other)
    tie = before or Companion(other=body.other, entry_id=entry.id, since=body.occurred_at)
    draft.companions[body.other] = replace(
        tie, relation=body.relation, found_together=body.found_together
    )


def _tie(draft: "Draft", entry: "Entry", other: UUID, moment: datetime) -> Companion | None:
    """The tie to that case; one made of this entry alone, with a finding, if nobody linked it."""
    if other == draft.id:
        draft.find("companion_of_itself", entry)
        return None
    tie = draft.companions.get(other)
    if tie is None:
        draft.find("companion_not_linked", entry)
    return tie or Companion(other=other, entry_id=entry.id, since=moment)


def _kept(draft: "Draft", entry: "Entry", body: CompanionsKept) -> None:
    for other in dict.fromkeys(body.others):
        tie = _tie(draft, entry, other, body.occurred_at)
        if tie is not None:
            draft.companions[other] = replace(
                tie,
                entry_id=entry.id,
                since=body.occurred_at,
                state="kept_together",
                reason="",
                decided_by="",
                where_other="",
            )


def _parted(draft: "Draft", entry: "Entry", body: CompanionsParted) -> None:
    tie = _tie(draft, entry, body.other, body.occurred_at)
    if tie is not None:
        draft.companions[body.other] = replace(
            tie,
            entry_id=entry.id,
            since=body.occurred_at,
            state="parted",
            reason=body.reason,
            decided_by=body.decided_by,
            where_other=body.where_other,
        )


def in_all_cases(case_id: UUID, body: Body) -> tuple[tuple[UUID, Body], ...]:
    """The entry, and what each other child's own case says for it, by case; any other is alone.

    Where the other child is, is told in this case only: in the other's it is this child.
    """
    if isinstance(body, CompanionsKept):
        group = (case_id, *(one for one in body.others if one != case_id))
        theirs = {one: tuple(other for other in group if other != one) for one in group[1:]}
        mirrored: dict[UUID, Body] = {
            one: msgspec.structs.replace(body, others=others) for one, others in theirs.items()
        }
    elif isinstance(body, CompanionLinked) and body.other != case_id:
        mirrored = {body.other: msgspec.structs.replace(body, other=case_id)}
    elif isinstance(body, CompanionsParted) and body.other != case_id:
        mirrored = {body.other: msgspec.structs.replace(body, other=case_id, where_other="")}
    else:
        mirrored = {}
    return ((case_id, body), *mirrored.items())


KINDS = (CompanionLinked, CompanionsKept, CompanionsParted)
HANDLERS: Handlers = {
    CompanionLinked: _linked,
    CompanionsKept: _kept,
    CompanionsParted: _parted,
}
