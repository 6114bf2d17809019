"""The screening for trafficking: the setting, the indicators, the child's words, the outcome."""

from collections.abc import Mapping
from functools import partial
from typing import Any, get_args

import msgspec

from minors_desk.domain.board import State
from minors_desk.domain.bodies import Body
from minors_desk.domain.case import Case
from minors_desk.domain.trafficking_screening import (
    GROUPS,
    Indicator,
    Setting,
    TraffickingScreened,
)
from minors_desk.ui.acts.act import Act
from minors_desk.ui.dialogs.trafficking_dialog import OUTCOME, TraffickingDialog, indicator_ask
from minors_desk.ui.editors.indicator_field import IndicatorField
from minors_desk.ui.forms.answer_asks import Beside, Own
from minors_desk.ui.forms.asked_form import FormSpec, Said
from minors_desk.ui.forms.asks import Ask, Line, Lines, Moment, Pick, Several
from minors_desk.ui.forms.stepped_form import Step
from minors_desk.wording.codes import word

_INDEPENDENT = (
    "setting.interpreted_by",
    frozenset({"independent", "relative", "found_with_child"}),
)
_SETTING: tuple[Ask, ...] = (
    Beside(
        name="setting.escort",
        label="Who came with the child",
        codes="escort_where",
    ),
    Beside(name="setting.in_private", label="Alone with the child", codes="yes_no"),
    Beside(
        name="setting.interpreted_by",
        label="Interpreter",
        hint="No relative, and nobody who was found with the child",
        codes="interpreted_by",
    ),
    Line(name="setting.interpreter", label="Their name or number", only_if=_INDEPENDENT),
    Beside(name="setting.trained", label="Who screens is", codes="screener_trained"),
    Line(name="setting.screener", label="Screened by", hint="Empty when you did it yourself"),
)


def _indicators(*groups: str) -> tuple[Ask, ...]:
    return tuple(
        Own(
            name=indicator_ask(one),
            label=word("trafficking_indicator", one),
            made=partial(_field, one),
        )
        for group, members in GROUPS.items()
        if group in groups
        for one in members
    )


def _field(indicator: Indicator, _label: str, hint: str) -> IndicatorField:
    return IndicatorField(indicator, hint)


_WORK = _indicators("work_and_money", "movement_and_documents")
_CONTROL = _indicators("control", "sexual_exploitation", "forced_crime")
_PLACE = _indicators("at_the_place", "escort")
_ACCOUNT: tuple[Ask, ...] = (
    Lines(
        name="account",
        label="What the child told by itself",
        hint="In its own words. It may tell nothing: help does not depend on it",
        rows=5,
    ),
    Beside(
        name="not_pressed",
        label="The child was not pressed",
        hint="The closing question",
        codes="yes_no",
    ),
)
_OUTCOME: tuple[Ask, ...] = (
    Pick(
        name=OUTCOME,
        label="Outcome",
        codes="trafficking_outcome",
        needed="Choose the outcome.",
    ),
    Moment(
        name="look_again_at",
        label="Next look",
        hint="The desk reminds of it while the child is with us",
        future=True,
    ),
    Line(
        name="when_where",
        label="When and where it happened",
        hint="As far as the child told it by itself",
    ),
    Several(name="services", label="What the child needs", codes="service_needed"),
    Beside(
        name="may_call",
        label="May call us",
        hint="Whether who gets the notice may call this desk",
        codes="yes_no",
    ),
    Lines(name="note", label="Note", rows=2),
)


def _made(said: Said, _case: Case) -> Body:
    """The sheet; what nobody came to stays out of it."""
    own: dict[str, Any] = {}
    setting: dict[str, Any] = {}
    looked = []
    for name, value in said.items():
        part, _, field = name.partition(".")
        if part == "looked":
            looked += [] if value is None else [value]
        elif part == "setting":
            setting.update({} if value is None else {field: value})
        else:
            own[name] = value
    return TraffickingScreened(setting=Setting(**setting), looked=tuple(looked), **own)


_PLAIN = ("account", "not_pressed", "note", OUTCOME, "when_where", "services", "may_call")
"""Fields of the entry that an ask of the same name answers."""


def _told(sheet: TraffickingScreened) -> Mapping[str, Any]:
    """What stands in the fields for a sheet that is to be amended."""
    setting = msgspec.structs.asdict(sheet.setting)
    return {
        **{one: getattr(sheet, one) for one in _PLAIN},
        "look_again_at": sheet.look_again_at,
        **{f"setting.{name}": value for name, value in setting.items()},
        **{indicator_ask(one.indicator): one for one in sheet.looked},
    }


SHEET = FormSpec(
    kind=TraffickingScreened,
    heading="Trafficking screening",
    asks=(*_SETTING, *_WORK, *_CONTROL, *_PLACE, *_ACCOUNT, *_OUTCOME),
    make=_made,
    show=_told,
    covers=frozenset({"setting", "looked"}),
)
"""The indicators are some twenty: hence more than seven fields, and steps."""


STEPS = (
    Step.of("Setting", _SETTING),
    Step.of("Work, papers", _WORK),
    Step.of("Control", _CONTROL),
    Step.of("Place", _PLACE),
    Step.of("Its words", _ACCOUNT),
    Step.of("Outcome", _OUTCOME),
)
ACTS = (
    Act(
        name="trafficking_screening",
        key="Shift+S",
        hint=False,
        words="trafficking screening",
        meaning="screening for trafficking by what can be seen",
        when=frozenset(get_args(State)),
        amends=(SHEET,),
        ahead=SHEET.asks,
        ask=lambda a: TraffickingDialog(SHEET, STEPS, a.case, a.at_desk, a.parent, made=a.made),
    ),
)
