"""How a child came to us: the entry that opens a case, an unnamed child included."""

from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Literal
from uuid import UUID

import msgspec

from minors_desk.domain.bodies import Body, Handlers, Line, Minutes, Needed, Part

if TYPE_CHECKING:
    from minors_desk.domain.entries import Entry
    from minors_desk.domain.folding import Draft

LegalClass = Literal["non_offender", "status_offender", "accused_delinquent"]
SexAsSeen = Literal["girl", "boy", "not_clear"]


class AgeRange(Part, frozen=True, kw_only=True):
    """An age as estimated, in months, so that an infant is not nought years old."""

    low_months: Minutes
    high_months: Minutes

    def __post_init__(self) -> None:
        if self.high_months < self.low_months:
            raise ValueError("an age from low_months up to high_months")


class Encountered(Body, frozen=True, kw_only=True, tag="encountered"):
    """A child was met; the first entry of a case. ``number`` is given when it is appended.

    ``None`` says that nobody wrote it down; ``not_clear`` is itself an answer of who looked.
    """

    encounter_id: UUID
    place: Needed
    how_found: Line = ""
    number: Line = ""
    apparent_age: AgeRange | None = None
    apparent_sex: SexAsSeen | None = None
    legal_class: LegalClass | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Encounter:
    """The encounter as it stands after amendments; times UTC."""

    entry_id: UUID
    encounter_id: UUID
    at: datetime
    precision: str
    place: str
    how_found: str
    apparent_age: AgeRange | None
    apparent_sex: SexAsSeen | None
    legal_class: LegalClass | None


def case_number(station_code: str, year: int, serial: int) -> str:
    """Station code, year and serial, e.g. ``AC-26-0412``; gaps are allowed, reuse is not."""
    return f"{station_code}-{year % 100:02d}-{serial:04d}"


def numbered(body: Encountered, number: str) -> Encountered:
    """The same entry holding the number that the case was given."""
    return msgspec.structs.replace(body, number=number)


def _encountered(draft: "Draft", entry: "Entry", body: Encountered) -> None:
    if draft.encounter is not None:
        draft.find("encountered_twice", entry)
        return
    # The number stays the one that the entry itself was given; an amendment cannot take it away.
    own = entry.body
    draft.number = own.number if isinstance(own, Encountered) else body.number
    draft.encounter = Encounter(
        entry_id=entry.id,
        encounter_id=body.encounter_id,
        at=body.occurred_at,
        precision=body.precision,
        place=body.place,
        how_found=body.how_found,
        apparent_age=body.apparent_age,
        apparent_sex=body.apparent_sex,
        legal_class=body.legal_class,
    )
    draft.event("encountered", entry, body)
    if body.legal_class is not None:
        draft.event("classed", entry, body)


KINDS = (Encountered,)
HANDLERS: Handlers = {Encountered: _encountered}
