"""The medical and welfare screening of a child: the sheet question by question (paper 8)."""

from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Annotated, Literal
from uuid import UUID

import msgspec

from minors_desk.domain.answers import Answer, Asked, LastTime, NoAnswer, YesNo
from minors_desk.domain.bodies import Body, Handlers, Instant, Line, Part
from minors_desk.domain.care import Care, Need, note_care

if TYPE_CHECKING:
    from minors_desk.domain.case import Case
    from minors_desk.domain.entries import Entry
    from minors_desk.domain.folding import Draft

UrgentSign = Literal[
    "breathing", "bleeding", "chest_pain", "altered", "heat_or_cold", "dehydration"
]
"""Any of these means: call an ambulance now (paper 8, field 2)."""
IllnessSign = Literal["fever", "cough", "rash", "vomiting"]
BodyPart = Literal[
    "head",
    "face",
    "eye",
    "ear",
    "mouth",
    "neck",
    "shoulder",
    "upper_arm",
    "elbow",
    "forearm",
    "wrist",
    "hand",
    "chest",
    "abdomen",
    "back",
    "hip",
    "buttocks",
    "private_area",
    "thigh",
    "knee",
    "lower_leg",
    "ankle",
    "foot",
]
BodySide = Literal["left", "right", "both", "middle"]
InjuryKind = Literal[
    "bruise", "cut", "scrape", "burn", "bite", "swelling", "bone", "scar", "mark", "other"
]
Pain = Annotated[int, msgspec.Meta(ge=0, le=10)]
"""By the scale of faces: 0 none, 10 the worst."""
Decision = Literal["fit_to_stay", "ems_called", "hospital", "clinic"]
ConsentBy = Literal[
    "parent",
    "child",
    "emergency",
    "agency",
    "unknown",
    "refused",
    "not_asked",
    "does_not_apply",
]
"""Who agreed to treatment; ``child``: where the law of the state lets a child do so."""

AMBULANCE: frozenset[str] = frozenset({"ems_called", "hospital"})
"""Decisions that answer an urgent sign."""


class Injury(Part, frozen=True, kw_only=True):
    """An injury as seen, without undressing the child for it; ``photos`` by attachment id."""

    part: BodyPart
    side: BodySide | None = None
    injury: InjuryKind
    words: Line = ""
    photos: tuple[UUID, ...] = ()


class Signs(Part, frozen=True, kw_only=True):
    """What is seen (fields 2 to 5); an empty list means: looked for, none seen."""

    urgent: tuple[UrgentSign, ...] | NoAnswer | None = None
    illness: tuple[IllnessSign, ...] | NoAnswer | None = None
    injuries: tuple[Injury, ...] | NoAnswer | None = None
    pain: Pain | NoAnswer | None = None


class Health(Part, frozen=True, kw_only=True):
    """What is told of the child's health (fields 6 to 8, 12, 13)."""

    medicines: Asked | None = None
    last_dose: LastTime | NoAnswer | None = None
    allergies: Asked | None = None
    conditions: Asked | None = None
    asked_in_private: YesNo | None = None
    pregnant: Answer | None = None
    period_needs: Answer | None = None
    substance: Asked | None = None
    aids: Asked | None = None
    infant: Asked | None = None


class Wellbeing(Part, frozen=True, kw_only=True):
    """How the child is (fields 9 to 11); no detail of an assault is pressed for."""

    self_harm: Asked | None = None
    fear: Asked | None = None
    exhaustion: Asked | None = None
    last_meal: LastTime | NoAnswer | None = None
    last_water: LastTime | NoAnswer | None = None
    last_sleep: LastTime | NoAnswer | None = None
    abuse_recent: Asked | None = None
    exam_wanted: Answer | None = None


class Outcome(Part, frozen=True, kw_only=True):
    """What was decided and done (fields 14 to 18)."""

    decision: Decision
    consent_by: ConsentBy | None = None
    provider: Line = ""
    finding: Line = ""
    discharge_papers: Answer | None = None
    given: tuple[Need, ...] = ()
    recheck_at: Instant | None = None


class MedicallyScreened(Body, frozen=True, kw_only=True, tag="medically_screened"):
    """A child was screened; ``screener`` when that was not who did the entry."""

    screener: Line = ""
    interpreter: Line = ""
    signs: Signs = Signs()
    health: Health = Health()
    wellbeing: Wellbeing = Wellbeing()
    outcome: Outcome


@dataclass(frozen=True, slots=True, kw_only=True)
class Screening:
    """A screening as it stands, with its whole sheet; ``at`` in UTC."""

    entry_id: UUID
    at: datetime
    sheet: MedicallyScreened


@dataclass(frozen=True, slots=True, kw_only=True)
class Recheck:
    """A child is to be looked at again: ``due`` in UTC, and by which screening that was done."""

    entry_id: UUID
    due: datetime
    done_at: datetime | None
    done_by: UUID | None


def urgent_signs(sheet: MedicallyScreened) -> tuple[UrgentSign, ...]:
    """The urgent signs that were seen; none when nobody could tell."""
    seen = sheet.signs.urgent
    return seen if isinstance(seen, tuple) else ()


def injuries(sheet: MedicallyScreened) -> tuple[Injury, ...]:
    """The injuries that were seen; none when nobody could tell."""
    seen = sheet.signs.injuries
    return seen if isinstance(seen, tuple) else ()


def rechecks(case: "Case") -> tuple[Recheck, ...]:
    """Every re-check that a screening asked for; the screening after it is what meets it."""
    later: tuple[Screening | None, ...] = (*case.screenings[1:], None)
    return tuple(
        Recheck(
            entry_id=one.entry_id,
            due=one.sheet.outcome.recheck_at,
            done_at=None if following is None else following.at,
            done_by=None if following is None else following.entry_id,
        )
        for one, following in zip(case.screenings, later, strict=False)
        if one.sheet.outcome.recheck_at is not None
    )


def _screened(draft: "Draft", entry: "Entry", body: MedicallyScreened) -> None:
    draft.screenings.append(Screening(entry_id=entry.id, at=body.occurred_at, sheet=body))
    draft.event("medically_screened", entry, body)
    if urgent_signs(body):
        draft.event("urgent_sign_seen", entry, body)
        if body.outcome.decision not in AMBULANCE:
            draft.find("urgent_sign_without_ambulance", entry)
    for what in dict.fromkeys(body.outcome.given):
        care = Care(entry_id=entry.id, at=body.occurred_at, what=what, answer="accepted")
        note_care(draft, entry, body, care)


KINDS = (MedicallyScreened,)
HANDLERS: Handlers = {MedicallyScreened: _screened}
