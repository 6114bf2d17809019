"""Cases that belong together: another night of the same child is a new, linked case."""

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal
from uuid import UUID

from minors_desk.domain.bodies import Body, Handlers, Line

if TYPE_CHECKING:
    from minors_desk.domain.entries import Entry
    from minors_desk.domain.folding import Draft

NewReason = Literal["same_child_another_night", "relative"]
LinkReason = Literal["same_child_another_night", "found_with", "relative"]
"""``found_with`` is read in old entries only: those found together are tied (``companions``)."""


class CaseLinked(Body, frozen=True, kw_only=True, tag="case_linked"):
    """Another case, by its id and never by a name, that must be read beside this one."""

    other: UUID
    why: LinkReason
    note: Line = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Link:
    """A link to another case as it stands."""

    entry_id: UUID
    other: UUID
    why: LinkReason


def _linked(draft: "Draft", entry: "Entry", body: CaseLinked) -> None:
    if body.other == draft.id:
        draft.find("linked_to_itself", entry)
    elif all((one.other, one.why) != (body.other, body.why) for one in draft.links):
        draft.links.append(Link(entry_id=entry.id, other=body.other, why=body.why))


KINDS = (CaseLinked,)
HANDLERS: Handlers = {CaseLinked: _linked}
