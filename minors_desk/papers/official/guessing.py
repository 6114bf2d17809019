"""A first mapping of a form by the names and explanations of its fields: guesses to be checked.

A guess saves typing, no more: while one is unchecked the form cannot be adopted.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from minors_desk.papers.official.formats import NamePart
from minors_desk.papers.official.mapping import Fill, FormMapping, blank_mapping
from minors_desk.papers.official.mapping_wrongs import wrong_with
from minors_desk.papers.official.reading import FormField, OfficialForm

_WORD = re.compile("[A-Z]?[a-z]+|[A-Z]+(?![a-z])|[0-9]+")


@dataclass(frozen=True, slots=True)
class _Hint:
    """Words that all stand in the name or explanation of a field, and the fact they speak of."""

    words: frozenset[str]
    fact: str
    date: str = ""
    part: NamePart | None = None
    when: str = ""


def _hint(words: str, fact: str, **rest: str) -> _Hint:
    return _Hint(frozenset(words.split()), fact, **rest)  # type: ignore[arg-type]


_HINTS = (
    _hint("mother birth", "mother.birth_date", date="MM/DD/YYYY"),
    _hint("father birth", "father.birth_date", date="MM/DD/YYYY"),
    _hint("mother address", "mother.address"),
    _hint("father address", "father.address"),
    _hint("mother phone", "mother.phone"),
    _hint("father phone", "father.phone"),
    _hint("mother name", "mother.name"),
    _hint("father name", "father.name"),
    _hint("guardian name", "guardian.name"),
    _hint("guardian phone", "guardian.phone"),
    _hint("officer name", "officer.met"),
    _hint("officer badge", "from.badge"),
    _hint("agency phone", "station.telephone"),
    _hint("agency name", "station.agency"),
    _hint("case number", "case.number"),
    _hint("case no", "case.number"),
    _hint("place birth", "child.birth_place"),
    _hint("country birth", "child.birth_country"),
    _hint("birth year", "child.birth_date", date="YYYY"),
    _hint("birth month", "child.birth_date", date="MM"),
    _hint("birth day", "child.birth_date", date="DD"),
    _hint("birthdate", "child.birth_date", date="MM/DD/YYYY"),
    _hint("date birth", "child.birth_date", date="MM/DD/YYYY"),
    _hint("dob", "child.birth_date", date="MM/DD/YYYY"),
    _hint("family name", "child.name", part="family"),
    _hint("last name", "child.name", part="family"),
    _hint("given name", "child.name", part="given"),
    _hint("first name", "child.name", part="given"),
    _hint("child name", "child.name"),
    _hint("minor name", "child.name"),
    _hint("juvenile name", "child.name"),
    _hint("victim name", "child.name"),
    _hint("male sex", "child.sex", when="boy"),
    _hint("female sex", "child.sex", when="girl"),
    _hint("male", "child.sex", when="boy"),
    _hint("female", "child.sex", when="girl"),
    _hint("preferred language", "child.language"),
    _hint("language", "child.language"),
    _hint("ethnicity", "child.ethnicity"),
    _hint("nationality", "child.nationality"),
    _hint("school", "child.school"),
    _hint("child address", "child.address"),
    _hint("minor address", "child.address"),
    _hint("child phone", "child.phone"),
    _hint("child age", "child.age"),
    _hint("incident place", "met.place"),
    _hint("incident date", "met.at", date="MM/DD/YYYY"),
    _hint("incident time", "met.at", date="HH:mm"),
)


def guessed(form: OfficialForm, name: str) -> FormMapping:
    """A mapping to begin with; every fill in it is marked to be checked."""
    mapping = blank_mapping(form, name)
    for one in mapping.fields:
        fill = _guess(one.field)
        if fill is not None:
            mapping = mapping.with_fill(one.field.name, fill)
    return mapping


def _guess(field: FormField) -> Fill | None:
    """The first hint that speaks of that field and makes a fill that holds."""
    if not field.can_be_filled:
        return None
    words = frozenset(_words(field))
    for hint in _HINTS:
        if hint.words <= words:
            is_button = field.kind in ("checkbox", "radio")
            if is_button != bool(hint.when):
                continue
            fill = Fill(
                fact=hint.fact,
                date=hint.date,
                part=hint.part,
                when=(hint.when,) if hint.when else (),
                state=field.states[0] if is_button and len(field.states) > 1 else "",
                to_check=True,
            )
            if wrong_with(field, fill) is None:
                return fill
    return None


def _words(field: FormField) -> Iterator[str]:
    """The words of the name and of the explanation of a field, in small letters."""
    for text in (field.name, field.tip):
        for found in _WORD.findall(text):
            yield found.lower()
