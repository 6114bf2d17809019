"""What can be told of a child's consulate: offered, told, a guardian needed, held for counsel."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any, cast

from minors_desk.domain.bodies import Body
from minors_desk.domain.case import Case
from minors_desk.domain.conditions import nationalities
from minors_desk.domain.consular import Standing
from minors_desk.domain.consulate import (
    ConsularNotice,
    ConsularOffer,
    CounselAnswered,
    CounselHold,
    GuardianNeeded,
)
from minors_desk.services import consulates
from minors_desk.ui.acts.act import ALWAYS, WITH_US, Act, Asking, form
from minors_desk.ui.acts.languages import language_choices
from minors_desk.ui.dialogs.form import AtDesk
from minors_desk.ui.forms.asked_form import FormSpec, Said
from minors_desk.ui.forms.asks import Ask, Line, Lines, Moment, OneOfMany, Pick, Several
from minors_desk.ui.forms.consular_form import ConsularForm
from minors_desk.ui.forms.value_asks import country_ask
from minors_desk.ui.kit.choice import Choice
from minors_desk.ui.kit.field import Field
from minors_desk.ui.kit.several import SeveralField
from minors_desk.wording.consular import OUR_WORDS
from minors_desk.wording.values import country_name

_ANSWERED = ("answer", frozenset({"wants", "declines", "no_answer", "not_understood"}))
_BY_WORD = frozenset({"telephone", "in_person", "radio"})


@dataclass(frozen=True, kw_only=True)
class OfThese(Ask):
    """Any of the countries that the child is said to be of."""

    codes: tuple[str, ...]

    def field(self, at_desk: AtDesk) -> SeveralField:
        """The buttons."""
        named = [Choice(one, country_name(one)) for one in self.codes]
        return SeveralField(self.label, named, self.hint)

    def read(self, field: Field) -> tuple[str, ...]:
        """The codes."""
        return cast(SeveralField, field).values()

    def fill(self, field: Field, value: Any) -> None:
        """Press these."""
        cast(SeveralField, field).set_values(value)


def _words(said: str, _case: Case, _at_desk: AtDesk) -> Mapping[str, str]:
    return {"words": OUR_WORDS[said]}


def _offer(said: Said, _case: Case) -> ConsularOffer:
    return ConsularOffer(**{**said, "language": said.get("language") or ""})


OFFER = FormSpec(
    kind=ConsularOffer,
    heading="Consulate: what the child was told",
    asks=(
        Pick(
            name="said",
            label="The child was told that it",
            beside=True,
            codes="offer_said",
            needed="Choose what was said.",
        ),
        Lines(
            name="words",
            label="The words that were used",
            hint="Ours, no official text: write what was said",
            rows=2,
        ),
        OneOfMany(name="language", label="In which language", choices=language_choices, free=True),
        Line(name="interpreter", beside=True, label="Interpreter, name or number"),
        Pick(
            name="answer",
            label="The answer",
            codes="offer_answer",
            digits=True,
            needed="Choose what was answered.",
        ),
        Pick(
            name="answered_by",
            label="Who answered",
            codes="answered_by",
            only_if=_ANSWERED,
        ),
        Line(
            name="answered_name",
            label="Name of who answered",
            beside=True,
            only_if=("answered_by", frozenset({"parent", "guardian"})),
        ),
    ),
    make=_offer,
    follows=("said", _words),
)
NOTICE = FormSpec(
    kind=ConsularNotice,
    heading="A consulate was told",
    asks=(
        country_ask("country", "Whose consulate", needed="Choose the country."),
        Line(
            name="post",
            beside=True,
            label="Which embassy or consulate",
            hint="With its city",
            needed="Write which one was told.",
        ),
        Pick(name="why", label="Why", codes="notice_why", needed="Choose why."),
        Several(
            name="told",
            label="What it was told",
            codes="notice_told",
            hint="Nothing else: never why the child left its country, nor what it fears there",
            needed="Choose what it was told.",
        ),
        Pick(name="method", label="How", codes="contact_method", needed="Choose how."),
        Line(name="number", label="Number or address"),
        Line(name="reference", beside=True, label="Confirmation or reference"),
        Line(
            name="spoke_with",
            label="Spoke with",
            only_if=("method", _BY_WORD),
        ),
    ),
)
GUARDIAN = FormSpec(
    kind=GuardianNeeded,
    heading="A guardian may be needed",
    asks=(
        Several(name="why", label="Why", codes="guardian_why", needed="Choose at least one."),
        Line(name="handled_by", label="Who decides it", hint="Child protection, or which court"),
        Line(name="worker", beside=True, label="Worker"),
        Line(name="docket", label="Docket number"),
        Moment(name="hearing_at", beside=True, label="Hearing", future=True),
        Lines(name="note", label="Note", more=True),
    ),
)
_COUNSEL = Line(name="counsel", label="Which counsel", needed="Write the name of counsel.")
HOLD = FormSpec(
    kind=CounselHold,
    heading="Hold for counsel",
    asks=(
        Several(
            name="what",
            label="What is held back",
            codes="held_back",
            hint="A hold stops no clock",
            needed="Choose what is held back.",
        ),
        replace(_COUNSEL, hint="Who has to answer before it goes on"),
        Lines(
            name="reason",
            label="Why",
            hint="For counsel and reviewers only: no paper and no notice prints it",
        ),
    ),
)
ANSWER = FormSpec(
    kind=CounselAnswered,
    heading="Counsel answered",
    asks=(
        Several(name="what", label="On what", codes="held_back", needed="Choose on what."),
        _COUNSEL,
        Pick(
            name="answer",
            label="The answer",
            codes="counsel_says",
            digits=True,
            needed="Choose the answer.",
        ),
        Lines(name="words", label="In the words used"),
    ),
)


def _of_child(codes: tuple[str, ...]) -> FormSpec:
    """The form of an offer, with the countries that the child is said to be of."""
    if not codes:
        return OFFER
    which = OfThese(name="countries", label="Whose consulate", codes=codes)
    return replace(OFFER, asks=(which, *OFFER.asks))


def amended_by(case: Case, body: Body) -> FormSpec | None:
    """The form by which an offer is amended: with the countries of the case and its own."""
    if not isinstance(body, ConsularOffer):
        return None
    return _of_child(tuple(sorted({*nationalities(case), *body.countries})))


def _foreign(standing: Standing) -> tuple[str, ...]:
    return tuple(one.code for one in standing.lines if one.code and one.kind != "none")


def _ask_offer(asking: Asking) -> ConsularForm:
    codes = _foreign(asking.known)
    spec = _of_child(codes)
    if len(codes) == 1:
        spec = replace(spec, offered=lambda _case, _desk: {"countries": codes})
    return ConsularForm(spec, asking, "countries", "said")


def _ask_notice(asking: Asking) -> ConsularForm:
    """With the one consulate that is still to be told, where there is but one, and why."""
    standing: Standing = asking.known
    waiting = [one for one in standing.lines if one.told_to and not one.told]
    countries = {one.told_to for one in waiting}
    values: dict[str, Any] = {}
    if len(countries) == 1:
        values["country"] = waiting[0].told_to
        wanted = waiting[0].offer is not None and waiting[0].offer.told.answer == "wants"
        if waiting[0].kind == "mandatory" or wanted:
            values["why"] = "mandatory" if waiting[0].kind == "mandatory" else "asked"
    spec = replace(NOTICE, offered=lambda _case, _desk: values)
    return ConsularForm(spec, asking, "country")


def _ask_hold(asking: Asking) -> ConsularForm:
    return ConsularForm(HOLD, asking)


def _ask_answer(asking: Asking) -> ConsularForm:
    """With what stands and whose answer it waits for."""
    held = asking.known.held
    values = {"what": tuple(one.what for one in held)} if held else {}
    names = {one.counsel for one in held}
    if len(names) == 1:
        values["counsel"] = next(iter(names))
    spec = replace(ANSWER, offered=lambda _case, _desk: values)
    return ConsularForm(spec, asking)


ACTS = (
    Act(
        name="consular_offer",
        words="consulate offered",
        meaning="the child was told that its consulate may or must be told",
        when=WITH_US,
        ask=_ask_offer,
        look=consulates.standing,
        amends=(OFFER,),
    ),
    Act(
        name="consular_notice",
        words="notice to consulate",
        meaning="a consulate was told of the child",
        when=ALWAYS,
        ask=_ask_notice,
        look=consulates.standing,
        amends=(NOTICE,),
    ),
    form(
        GUARDIAN,
        name="guardian_needed",
        words="guardian may be needed",
        meaning="facts by which a guardian may be needed: its consulate is to be told",
        when=ALWAYS,
    ),
    Act(
        name="counsel_hold",
        words="hold for counsel",
        meaning="a notice is held back until counsel has answered",
        when=ALWAYS,
        ask=_ask_hold,
        look=consulates.standing,
        amends=(HOLD,),
    ),
    Act(
        name="counsel_answered",
        words="counsel answered",
        meaning="what counsel said of what is held back",
        when=ALWAYS,
        ask=_ask_answer,
        look=consulates.standing,
        amends=(ANSWER,),
    ),
)
