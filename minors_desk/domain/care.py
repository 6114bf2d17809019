"""Looking after the child: welfare checks, what was offered and given, and medicine."""

from dataclasses import dataclass, replace
from datetime import datetime
from typing import TYPE_CHECKING, Literal, get_args
from uuid import UUID

import msgspec

from minors_desk.domain.bodies import Body, Handlers, Instant, Line, Needed

if TYPE_CHECKING:
    from minors_desk.domain.case import Case
    from minors_desk.domain.entries import Entry
    from minors_desk.domain.folding import Draft

Condition = Literal["calm", "asleep", "upset", "unwell"]
Need = Literal[
    "food",
    "water",
    "toilet",
    "rest",
    "warmth",
    "clothing",
    "washing",
    "blanket",
    "infant_care",
    "period_care",
    "comfort",
    "exercise",
]
Taken = Literal["offered", "accepted", "refused"]
"""``offered``: it was, and what came of it is not said."""

CARE_EVENTS = frozenset(
    f"{need}_{outcome}" for need in get_args(Need) for outcome in ("offered", "given")
)
"""``food_offered`` whatever the child answered, ``food_given`` only when accepted; and so on."""


class WelfareChecked(Body, frozen=True, kw_only=True, tag="welfare_checked"):
    """An officer looked at the child in person; ``condition`` is what was seen."""

    condition: Condition
    note: Line = ""


class CareGiven(Body, frozen=True, kw_only=True, tag="care_given"):
    """Something that a child needs was offered; ``what_given`` in words, e.g. *two sandwiches*."""

    what: Need
    answer: Taken
    what_given: Line = ""
    note: Line = ""


class MedicineGiven(Body, frozen=True, kw_only=True, tag="medicine_given"):
    """A dose was offered; ``authority``: whose word allows it (parent, doctor, own medicine).

    ``last_dose_at`` is the dose before this one as far as anybody can tell.
    """

    medicine: Needed
    dose: Needed
    answer: Taken
    given_by: Line = ""
    authority: Line = ""
    last_dose_at: Instant | None = None
    next_due_at: Instant | None = None
    note: Line = ""


class Check(msgspec.Struct, frozen=True, kw_only=True):
    """A welfare check as it stands; ``at`` in UTC."""

    entry_id: UUID
    at: datetime
    condition: Condition
    note: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Care:
    """Something offered, as it stands; ``at`` in UTC."""

    entry_id: UUID
    at: datetime
    what: Need
    answer: Taken
    what_given: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Dose:
    """A dose offered, as it stands; instants UTC."""

    entry_id: UUID
    at: datetime
    medicine: str
    dose: str
    answer: Taken
    given_by: str
    authority: str
    last_dose_at: datetime | None
    next_due_at: datetime | None
    note: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Medicine:
    """One medicine: its doses in order, when it was last taken and is next due (UTC, if known)."""

    name: str
    doses: tuple[Dose, ...]
    last_at: datetime | None = None
    next_due_at: datetime | None = None

    @property
    def latest(self) -> Dose:
        """The dose that was offered last."""
        return self.doses[-1]


def last_care(case: "Case", what: Need) -> Care | None:
    """The last time that this was offered, whatever the child answered."""
    return next((one for one in reversed(case.care) if one.what == what), None)


def medicines(case: "Case") -> tuple[Medicine, ...]:
    """A row for each medicine, by its name without regard to case and outer blanks."""
    rows: dict[str, Medicine] = {}
    for dose in case.doses:
        key = dose.medicine.strip().casefold()
        rows[key] = _with_dose(rows.get(key) or Medicine(name=dose.medicine, doses=()), dose)
    return tuple(rows.values())


def _with_dose(row: Medicine, dose: Dose) -> Medicine:
    """A dose not taken leaves the next one due as it was, unless another time was set with it."""
    was_taken = dose.answer == "accepted"
    taken_at = (row.last_at, dose.last_dose_at, dose.at if was_taken else None)
    due = dose.next_due_at
    if due is None and not was_taken:
        due = row.next_due_at
    return replace(
        row,
        doses=(*row.doses, dose),
        last_at=max((at for at in taken_at if at is not None), default=None),
        next_due_at=due,
    )


def note_care(draft: "Draft", entry: "Entry", body: Body, care: Care) -> None:
    """Adds it to what the child was offered; used by the screening too, where things are given."""
    draft.care.append(care)
    draft.event(f"{care.what}_offered", entry, body)
    if care.answer == "accepted":
        draft.event(f"{care.what}_given", entry, body)


def _checked(draft: "Draft", entry: "Entry", body: WelfareChecked) -> None:
    draft.checks.append(
        Check(entry_id=entry.id, at=body.occurred_at, condition=body.condition, note=body.note)
    )
    draft.event("welfare_checked", entry, body)


def _given(draft: "Draft", entry: "Entry", body: CareGiven) -> None:
    care = Care(
        entry_id=entry.id,
        at=body.occurred_at,
        what=body.what,
        answer=body.answer,
        what_given=body.what_given,
        note=body.note,
    )
    note_care(draft, entry, body, care)


def _medicine(draft: "Draft", entry: "Entry", body: MedicineGiven) -> None:
    draft.doses.append(
        Dose(
            entry_id=entry.id,
            at=body.occurred_at,
            medicine=body.medicine,
            dose=body.dose,
            answer=body.answer,
            given_by=body.given_by,
            authority=body.authority,
            last_dose_at=body.last_dose_at,
            next_due_at=body.next_due_at,
            note=body.note,
        )
    )
    if body.answer == "accepted":
        draft.event("medicine_given", entry, body)


KINDS = (WelfareChecked, CareGiven, MedicineGiven)
HANDLERS: Handlers = {WelfareChecked: _checked, CareGiven: _given, MedicineGiven: _medicine}
