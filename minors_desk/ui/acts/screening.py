"""The medical and welfare screening of a child: the questions of paper 8, step by step."""

from collections.abc import Mapping
from typing import Any

import msgspec

from minors_desk.domain.bodies import Body, Part
from minors_desk.domain.case import Case
from minors_desk.domain.screening import Health, MedicallyScreened, Outcome, Signs, Wellbeing
from minors_desk.ui.acts.act import WITH_US, Act
from minors_desk.ui.dialogs.screening_dialog import DECISION, URGENT, ScreeningDialog
from minors_desk.ui.editors.asked_field import AskedField
from minors_desk.ui.editors.injuries_field import InjuriesField
from minors_desk.ui.forms import answer_asks
from minors_desk.ui.forms.answer_asks import Beside, Graded, Last, Own
from minors_desk.ui.forms.asked_form import FormSpec, Said
from minors_desk.ui.forms.asks import Ask, Line, Moment, Pick, Several
from minors_desk.ui.forms.stepped_form import Step

_PARTS: dict[str, type[Part]] = {
    "signs": Signs,
    "health": Health,
    "wellbeing": Wellbeing,
    "outcome": Outcome,
}
_TREATED = frozenset({"ems_called", "hospital", "clinic"})


def _question(name: str, label: str, hint: str = "") -> Own:
    return Own(name=name, label=label, hint=hint, made=AskedField)


_SIGNS: tuple[Ask, ...] = (
    answer_asks.Signs(
        name=URGENT,
        label="Urgent signs",
        codes="urgent_sign",
        digits=True,
        hint="Look first. Any of these means: call an ambulance now",
    ),
    Line(name="screener", label="Screened by", hint="Empty when you did it yourself"),
    Line(name="interpreter", label="Interpreter", hint="Name or number; empty when none"),
    answer_asks.Signs(name="signs.illness", label="Signs of illness", codes="illness_sign"),
    Graded(name="signs.pain", label="Pain", hint="0 no pain, 10 the worst; show the faces"),
    Own(
        name="signs.injuries",
        label="Injuries",
        hint="As seen, without undressing the child for it",
        made=InjuriesField,
    ),
)
_HEALTH: tuple[Ask, ...] = (
    _question("health.medicines", "Takes medicine"),
    Last(
        name="health.last_dose",
        label="Last dose",
        only_if=("health.medicines", frozenset({"yes"})),
    ),
    _question("health.allergies", "Allergies"),
    _question("health.conditions", "Illness or disability"),
    _question("health.substance", "Alcohol or drugs"),
    _question("health.aids", "Glasses, hearing aid, wheelchair"),
    Beside(
        name="health.asked_in_private",
        label="Asked alone",
        hint="The next two: nobody else hears",
        codes="yes_no",
    ),
    Beside(name="health.pregnant", label="Pregnant", codes="answer"),
    Beside(name="health.period_needs", label="Needs for a period", codes="answer"),
    _question("health.infant", "Infant: feeding, diapers"),
)
_WELLBEING: tuple[Ask, ...] = (
    _question("wellbeing.self_harm", "Thoughts of harming itself"),
    _question("wellbeing.fear", "Afraid of somebody or something"),
    _question("wellbeing.exhaustion", "Exhausted"),
    Last(name="wellbeing.last_meal", label="Last meal"),
    Last(name="wellbeing.last_water", label="Last drink"),
    Last(name="wellbeing.last_sleep", label="Last sleep"),
    _question("wellbeing.abuse_recent", "Recent abuse", "No detail of an assault is pressed for"),
    Beside(name="wellbeing.exam_wanted", label="Wants an examination", codes="answer"),
)
_OUTCOME: tuple[Ask, ...] = (
    Pick(
        name=DECISION,
        label="Decision",
        codes="decision",
        needed="Choose what was decided.",
    ),
    Pick(name="outcome.consent_by", label="Who agreed to treatment", codes="consent_by"),
    Line(
        name="outcome.provider",
        label="Ambulance, hospital or clinic",
        only_if=(DECISION, _TREATED),
    ),
    Line(name="outcome.finding", label="What they found", only_if=(DECISION, _TREATED)),
    Pick(
        name="outcome.discharge_papers",
        label="Discharge papers are here",
        codes="answer",
        only_if=(DECISION, _TREATED),
    ),
    Several(name="outcome.given", label="Given on the spot", codes="need"),
    Moment(
        name="outcome.recheck_at",
        label="Look at the child again",
        hint="The desk reminds of it while the child is with us",
        future=True,
    ),
)


def _made(said: Said, _case: Case) -> Body:
    """The sheet; what nobody came to stays out of it."""
    nested: dict[str, dict[str, Any]] = {part: {} for part in _PARTS}
    own: dict[str, Any] = {}
    for name, value in said.items():
        part, _, field = name.partition(".")
        if field:
            nested[part].update({} if value is None else {field: value})
        else:
            own[name] = value
    own.update({part: kind(**nested[part]) for part, kind in _PARTS.items()})
    return MedicallyScreened(**own)


def _told(sheet: MedicallyScreened) -> Mapping[str, Any]:
    """What stands in the fields for a sheet that is to be amended."""
    flat: dict[str, Any] = {"screener": sheet.screener, "interpreter": sheet.interpreter}
    for part in _PARTS:
        inner = msgspec.structs.asdict(getattr(sheet, part))
        flat.update({f"{part}.{name}": value for name, value in inner.items()})
    return flat


SHEET = FormSpec(
    kind=MedicallyScreened,
    heading="Medical screening",
    asks=(*_SIGNS, *_HEALTH, *_WELLBEING, *_OUTCOME),
    make=_made,
    show=_told,
    covers=frozenset(_PARTS),
)
"""Paper 8 has some thirty boxes: hence more than seven fields, and steps."""


STEPS = (
    Step.of("Urgent signs", _SIGNS[:3]),
    Step.of("Illness and injuries", _SIGNS[3:]),
    Step.of("Health", _HEALTH),
    Step.of("How the child is", _WELLBEING),
    Step.of("Decision", _OUTCOME),
)
ACTS = (
    Act(
        name="screen",
        key="S",
        hint=False,
        words="medical screen",
        meaning="medical and welfare screening (paper 8)",
        when=WITH_US,
        amends=(SHEET,),
        ahead=SHEET.asks,
        ask=lambda a: ScreeningDialog(SHEET, STEPS, a.case, a.at_desk, a.parent, made=a.made),
    ),
)
