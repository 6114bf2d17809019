"""The legal class of a child, given after the encounter or given anew: the latest one counts."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING
from uuid import UUID

from minors_desk.domain.bodies import Body, Handlers, Line
from minors_desk.domain.encounter import Encounter, LegalClass

if TYPE_CHECKING:
    from minors_desk.domain.entries import Entry
    from minors_desk.domain.folding import Draft


class LegalClassed(Body, frozen=True, kw_only=True, tag="classed"):
    """The child was classed: what it is accused of, if of anything, and under which law."""

    legal_class: LegalClass
    offence: Line = ""
    authority: Line = ""
    note: Line = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Classing:
    """A class as it was given; ``at`` in UTC."""

    entry_id: UUID
    at: datetime
    legal_class: LegalClass
    offence: str
    authority: str
    note: str


def class_given(
    encounter: Encounter | None, classings: Sequence[Classing], until: datetime | None = None
) -> LegalClass | None:
    """The class given last, up to an instant (UTC) if one is named; None: not classed yet."""
    given = [one.legal_class for one in classings if until is None or one.at <= until]
    if given:
        return given[-1]
    return None if encounter is None else encounter.legal_class


def _classed(draft: "Draft", entry: "Entry", body: LegalClassed) -> None:
    draft.classings.append(
        Classing(
            entry_id=entry.id,
            at=body.occurred_at,
            legal_class=body.legal_class,
            offence=body.offence,
            authority=body.authority,
            note=body.note,
        )
    )
    draft.event("classed", entry, body)


KINDS = (LegalClassed,)
HANDLERS: Handlers = {LegalClassed: _classed}
