"""The form of each fact: the fields of its value or why there is none, who says so, how sure."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any
from uuid import UUID

import msgspec

from minors_desk.domain.case import Case
from minors_desk.domain.fact_table import FACTS, FactId, FactKind
from minors_desk.domain.facts import FactTold, ranked
from minors_desk.domain.values import (
    AgeTold,
    CodeValue,
    Country,
    Danger,
    IdNumber,
    LanguageValue,
    Measure,
    PartialDate,
    PersonName,
    Phone,
    Place,
    Quote,
    Separation,
    TextValue,
)
from minors_desk.ui.dialogs.form import as_choices
from minors_desk.ui.forms.asked_form import FormSpec, Said
from minors_desk.ui.forms.asks import Ask, Line, Lines, Pick, Several
from minors_desk.ui.forms.value_asks import (
    NOT_LISTED,
    Chosen,
    CountryAsk,
    age_ask,
    country_ask,
    date_ask,
    language_ask,
    measure_ask,
)
from minors_desk.ui.kit.choice import Choice
from minors_desk.wording.codes import word
from minors_desk.wording.who import person_title

CHILD, KNOWN, SOMEBODY = "child", "known", "somebody"
_VALUE = "value."
_TOLD = ("answer", frozenset({KNOWN}))
_PARTS = ("given", "first_surname", "second_surname")
_NAME_MORE = {"own_script": ("own_script",), "as_written": ("as_written",), "parts": _PARTS}
"""What else may be written of a name, and the fields that come to sight with it."""


def fact_spec(fact: FactId, case: Case) -> FormSpec:
    """The form of that fact in that case; it asks of whom only where there is a choice.

    Which value leads is asked only where one stands already.
    """
    kind = FACTS[fact]
    asks = [*_about(kind, case), *_value_asks(kind, case), _answer_ask()]
    asks += [
        Pick(name="source", label="How we know", codes="source", needed="Choose how we know."),
        Pick(
            name="certainty",
            beside=True,
            label="How sure",
            codes="certainty",
            needed="Choose how sure it is.",
            only_if=_TOLD,
        ),
        Line(
            name="said_by",
            label="Who said so, if not the child",
            more=True,
            only_if=("source", frozenset({"said"})),
        ),
    ]
    if ranked(case.facts, fact) and not kind.many:
        lead = Pick(
            name="preferred",
            label="Does it lead over what was told before?",
            codes="yes_no",
            truth=True,
            only_if=_TOLD,
        )
        asks.append(lead)
    return FormSpec(
        kind=FactTold,
        heading="Name told" if fact == "name" else word("fact", fact),
        asks=tuple(_unless_not_asked(ask) for ask in asks),
        make=lambda said, _: _made(kind, said),
        show=_shown,
        offered=lambda _case, _desk: {"answer": KNOWN, "about": CHILD, **_preset(kind)},
        draft=f"fact_told {fact}",
    )


def people_choices(case: Case) -> tuple[Choice, ...]:
    """The adults and relatives told of in the case."""
    return tuple(Choice(str(one.person_id), person_title(case, one)) for one in case.people)


def _about(kind: FactKind, case: Case) -> list[Ask]:
    if kind.about == "minor" or not case.people:
        return []
    whose = (Choice(CHILD, "The child"), *people_choices(case))
    return [Chosen(name="about", label="Of whom", choices=whose, needed="Choose of whom.")]


def _answer_ask() -> Chosen:
    none = tuple(as_choices("no_value"))
    told = Choice(KNOWN, "Told, as above")
    return Chosen(name="answer", label="Or there is no answer", choices=(told, *none))


def _unless_not_asked(ask: Ask) -> Ask:
    """Nobody says so, where nobody was asked."""
    if ask.name != "source":
        return ask
    return replace(ask, only_if=("answer", frozenset({KNOWN, "unknown", "refused"})))


def _value_asks(kind: FactKind, case: Case) -> list[Ask]:
    """The fields of the value, each under a name of its own, hidden while there is no value."""
    made = []
    for ask in _asks_of(kind, case):
        on = _TOLD if ask.only_if is None else (_VALUE + ask.only_if[0], ask.only_if[1])
        made.append(replace(ask, name=_VALUE + ask.name, only_if=on))
    return made


def _asks_of(kind: FactKind, case: Case) -> tuple[Ask, ...]:
    label = word("fact", kind.id)
    whole: dict[type, Ask] = {
        PartialDate: date_ask("value", label, needed="Write as much of the date as is known."),
        AgeTold: age_ask("value", label, told=True, needed="Write the age."),
        Measure: measure_ask("value", label, needed="Write the number."),
    }
    if kind.value in whole:
        return (whole[kind.value],)
    if kind.value is CodeValue:
        said = Line(name="as_said", label="In the words that were used", hint="If they matter")
        code = Pick(name="code", label=label, codes=kind.id, needed="Choose one.")
        return (code, said)
    if kind.value is Country:
        country = CountryAsk(
            name="code",
            label=label,
            hint="Type a few letters; what is in no list stays as written",
            needed="Write the country.",
        )
        return (country, Line(name="as_said", beside=True, label="In the words that were used"))
    if kind.value is TextValue:
        return (Lines(name="words", label=label, needed="Write it."),)
    if kind.value is Danger:
        return _danger_asks(case)
    return _PLAIN[kind.value]


def _danger_asks(case: Case) -> tuple[Ask, ...]:
    words = Lines(
        name="words", label="What the child says", hint="In its own words", needed="Write it."
    )
    who = Line(name="who", label="Whom")
    if not case.people:
        return (who, words)
    whom = (*people_choices(case), Choice(SOMEBODY, "Somebody else"))
    person = Chosen(name="person_id", label="Whom", choices=whom, reads=_person)
    return (person, replace(who, only_if=("person_id", frozenset({SOMEBODY}))), words)


def _person(value: str) -> UUID | None:
    return None if value == SOMEBODY else UUID(value)


_NAME_ASKS: tuple[Ask, ...] = (
    Line(
        name="as_said", label="Name as said", hint="Exactly so, all of it", needed="Write the name."
    ),
    Pick(name="name_kind", beside=True, label="Which name", codes="name_kind"),
    Several(name="more", label="Also known", codes="name_more"),
    Line(
        name="own_script",
        label="In the child's own script",
        hint="If somebody wrote it",
        only_if=("more", frozenset({"own_script"})),
    ),
    Line(
        name="as_written",
        beside=True,
        label="As written on a document",
        only_if=("more", frozenset({"as_written"})),
    ),
    *(
        Line(name=name, label=label, only_if=("more", frozenset({"parts"})), beside=name != "given")
        for name, label in zip(
            _PARTS, ("Given name", "First surname", "Second surname"), strict=True
        )
    ),
)
_PLAIN: dict[type, tuple[Ask, ...]] = {
    PersonName: _NAME_ASKS,
    Phone: (
        Line(name="as_told", label="Number as told", needed="Write the number."),
        Line(name="note", beside=True, label="Note", hint="When to ring, which language"),
    ),
    Place: (
        Line(name="words", label="Place, as far as it is known", needed="Write the place."),
        country_ask("country", "Country", beside=True),
        Line(name="as_written", beside=True, label="As the child or a document writes it"),
    ),
    LanguageValue: (
        language_ask("language", "Language", needed="Choose the language."),
        Pick(
            name="level",
            beside=True,
            label="How well",
            codes="language_level",
            needed="Choose how well.",
        ),
        Pick(
            name="how",
            label="How it was established",
            codes="language_how",
            needed="Choose how it was established.",
        ),
        Line(name="variety", more=True, label="Dialect, or the town it is from"),
        Pick(name="reads", beside=True, more=True, label="Does the child read it?", codes="yes_no"),
    ),
    IdNumber: (
        Pick(name="id_kind", label="What it is of", codes="id_kind", needed="Choose one."),
        Line(name="number", label="Number", needed="Write the number."),
        Line(name="issuer", beside=True, label="Who issued it"),
        Pick(
            name="seen",
            label="Was it seen?",
            codes="number_seen",
            needed="Choose whether it was seen.",
        ),
        Line(name="condition", beside=True, label="Condition of the document"),
    ),
    Separation: (
        Lines(name="words", label="How it happened", needed="Write it."),
        date_ask("when", "When"),
        Line(name="where", beside=True, label="Where"),
        Line(name="from_whom", beside=True, label="From whom"),
    ),
    Quote: (
        Lines(name="words", label="The child's own words", needed="Write them."),
        language_ask("language", "In which language"),
        Lines(name="in_english", label="In English"),
    ),
}


def _preset(kind: FactKind) -> Mapping[str, Any]:
    return {_VALUE + "name_kind": "usual"} if kind.value is PersonName else {}


def _made(kind: FactKind, said: Said) -> FactTold:
    parts = {n.removeprefix(_VALUE): v for n, v in said.items() if n.startswith(_VALUE)}
    rest = {name: value for name, value in said.items() if not name.startswith(_VALUE)}
    answer, about = rest.pop("answer", KNOWN), rest.pop("about", None)
    parts.pop("more", None)
    if answer == KNOWN:
        rest["value"] = parts["value"] if "value" in parts else kind.value(**_given(kind, parts))
    else:
        rest["no_value"] = answer
    rest["preferred"] = bool(rest.get("preferred"))
    # Of what was not asked, the officer is the one who knows it.
    rest.setdefault("source", "seen")
    return FactTold(fact=kind.id, about=UUID(about) if about not in (None, CHILD) else None, **rest)


def _given(kind: FactKind, parts: dict[str, Any]) -> dict[str, Any]:
    """What was filled in; all else stays what the value is without it."""
    if isinstance(parts.get("code"), Country):
        # The words beside it are those that were used, unless they stand in its place.
        found: Country = parts["code"]
        parts |= {"code": found.code, "as_said": parts["as_said"] or found.as_said}
    needed = {one.name for one in msgspec.structs.fields(kind.value) if one.required}
    return {name: value for name, value in parts.items() if value is not None or name in needed}


def _shown(body: FactTold) -> dict[str, Any]:
    told: dict[str, Any] = {
        "answer": body.no_value or KNOWN,
        "about": CHILD if body.about is None else body.about,
        "source": body.source,
        "certainty": body.certainty,
        "preferred": body.preferred,
        "said_by": body.said_by,
    }
    value = body.value
    if value is None:
        return told
    parts = {one.name: getattr(value, one.name) for one in msgspec.structs.fields(type(value))}
    if isinstance(value, Danger) and value.person_id is None:
        parts["person_id"] = SOMEBODY
    if isinstance(value, Country):
        parts |= {"code": value, "as_said": "" if value.code == NOT_LISTED else value.as_said}
    if isinstance(value, PersonName):
        parts["more"] = tuple(
            code for code, fields in _NAME_MORE.items() if any(parts[one] for one in fields)
        )
    told |= {_VALUE + name: part for name, part in parts.items()}
    return told | {_VALUE + "value": value}
