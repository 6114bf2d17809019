"""A search of the child's person or bag: how far it went, by whom, and why (paper 1, field 23)."""

from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Literal
from uuid import UUID

from minors_desk.domain.answers import Answer
from minors_desk.domain.bodies import Body, Handlers, Line, Needed, SecondPerson

if TYPE_CHECKING:
    from minors_desk.domain.entries import Entry
    from minors_desk.domain.folding import Draft

Extent = Literal["pat_down", "outer_clothing", "bag", "strip"]
SameSex = Literal["yes", "no", "not_known"]


class ChildSearched(Body, frozen=True, kw_only=True, tag="child_searched"):
    """A child was searched; ``authority`` and ``approved_by`` in words, ``found`` what came out."""

    extent: Extent
    by: Needed
    same_sex: SameSex
    reason: Needed
    witness: SecondPerson | None = None
    authority: Line = ""
    approved_by: Line = ""
    found: Line = ""
    guardian_told: Answer | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Search:
    """A search as it stands, as it was told; ``at`` in UTC."""

    entry_id: UUID
    at: datetime
    told: ChildSearched


def _searched(draft: "Draft", entry: "Entry", body: ChildSearched) -> None:
    draft.searches.append(Search(entry_id=entry.id, at=body.occurred_at, told=body))
    draft.event("searched", entry, body)
    if body.extent == "strip":
        draft.event("strip_searched", entry, body)
        draft.find("strip_search", entry)
    if body.same_sex == "no" and body.extent != "bag":
        draft.find("searched_not_by_same_sex", entry)


KINDS = (ChildSearched,)
HANDLERS: Handlers = {ChildSearched: _searched}
