"""The boxes that say who the child is: the facts told of it, with how each is known."""

from collections.abc import Callable

from minors_desk.domain.fact_table import FactId
from minors_desk.domain.facts import AnyFact, answers, ranked
from minors_desk.domain.people import not_to_contact
from minors_desk.domain.values import PersonName
from minors_desk.papers.boxes import Absent, BoxSource
from minors_desk.papers.case_view import OfCase
from minors_desk.wording import values
from minors_desk.wording.codes import word
from minors_desk.wording.phrases import joined
from minors_desk.wording.times import age_words
from minors_desk.wording.values import value_words

Reader = Callable[[OfCase], str | Absent]
spoken = values.spoken
"""The name of a language written as its code, or as it was written."""


def known_how(fact: AnyFact) -> str:
    """``told by the aunt, likely``: who or what told it, and how sure that is."""
    source = word("source", fact.source)
    by = f"told by {fact.said_by}" if fact.said_by else source
    return f"{by}, {word('certainty', fact.certainty)}"


def told(fact: FactId) -> Reader:
    """All values of a fact, the leading one first, each with how it is known; or why none."""

    def read(view: OfCase) -> str | Absent:
        known = answers(view.case, fact)
        if known.unanswered is not None and known.no_value is not None:
            by = known.unanswered.said_by
            return Absent(known.no_value, f"said by {by}" if by else "")
        return "; ".join(
            f"{value_words(fact, one.value)} ({known_how(one)})"
            for one in known.told
            if one.value is not None
        )

    return read


def any_of(*facts: FactId) -> Reader:
    """The first of several facts that was told; else the first answer that is none."""

    def read(view: OfCase) -> str | Absent:
        found = [told(fact)(view) for fact in facts]
        words = "; ".join(one for one in found if isinstance(one, str) and one)
        return words or next((one for one in found if isinstance(one, Absent)), "")

    return read


def _name(view: OfCase) -> str | Absent:
    return view.case.names[0].value.as_said if view.case.names else told("name")(view)


def _own_script(view: OfCase) -> str:
    return view.case.names[0].value.own_script if view.case.names else ""


def _name_source(view: OfCase) -> str:
    if not view.case.names:
        return ""
    words = known_how(view.case.names[0])
    return words[:1].upper() + words[1:]


def _other_names(view: OfCase) -> str:
    return "; ".join(f"{_written(one.value)} ({known_how(one)})" for one in view.case.names[1:])


def _written(name: PersonName) -> str:
    return joined(name.as_said, name.own_script, name.as_written)


def _temporary(view: OfCase) -> str | Absent:
    """While the child has no name it goes by the number of its case."""
    return Absent("does_not_apply", "named") if view.case.names else view.case.number


def _age_seen(view: OfCase) -> str:
    met = view.case.encounter
    if met is None or met.apparent_age is None:
        return ""
    return f"About {age_words(met.apparent_age.low_months, met.apparent_age.high_months)}"


def _sex_seen(view: OfCase) -> str:
    met = view.case.encounter
    return "" if met is None or met.apparent_sex is None else word("sex", met.apparent_sex)


CHILD: dict[str, BoxSource[OfCase]] = {
    "child.name": BoxSource(
        "Name as given", "fact_told.value.as_said", _name, "unknown", True, about="identity"
    ),
    "child.name_source": BoxSource(
        "Name known how", "fact_told.source", _name_source, "none_recorded", about="identity"
    ),
    "child.own_script": BoxSource(
        "Name in own script",
        "fact_told.value.own_script",
        _own_script,
        "none_recorded",
        True,
        about="identity",
    ),
    "child.other_names": BoxSource(
        "Other names told",
        "fact_told.value.as_said",
        _other_names,
        "none_recorded",
        about="identity",
    ),
    "child.temporary_id": BoxSource("Known here as", "encountered.number", _temporary),
    "child.identity": BoxSource(
        "Numbers and documents of identity",
        "fact_told.value.number",
        told("identity_number"),
        "none_recorded",
        about="identity",
    ),
    "child.birth_date": BoxSource(
        "Date of birth, known how",
        "fact_told.value.year",
        told("birth_date"),
        "none_recorded",
        about="birth_date",
    ),
    "child.age_told": BoxSource(
        "Age told, known how",
        "fact_told.value.low_months",
        told("age"),
        "none_recorded",
        about="birth_date",
    ),
    "child.age": BoxSource(
        "Age as seen", "encountered.apparent_age.low_months", _age_seen, "none_recorded"
    ),
    "child.sex": BoxSource("Sex as seen", "encountered.apparent_sex", _sex_seen, "none_recorded"),
    "child.sex_told": BoxSource(
        "Sex or gender told, known how",
        "fact_told.value.code",
        any_of("sex_said", "sex_recorded"),
        "none_recorded",
    ),
    "child.ethnicity": BoxSource(
        "Race and ethnicity, known how",
        "fact_told.value.words",
        told("ethnicity"),
        "none_recorded",
    ),
    "child.language": BoxSource(
        "Languages, how well, how established",
        "fact_told.value.language",
        told("language"),
    ),
}
"""Boxes 1 to 6 of the custody log and 1 of the transfer receipt, by name.

Age and sex as seen, the language and the number here are nothing that the law gives a name to.
"""


def no_contact(view: OfCase) -> str:
    """Who must not learn where the child is, and why: an alert on paper that leaves the house."""
    people = []
    for person in not_to_contact(view.case.people):
        names = ranked(view.case.facts, "name", person.person_id)
        name = next((one.value.as_said for one in names if isinstance(one.value, PersonName)), "")
        role = word("person_role", person.role)
        people.append(joined(name or "name not known", role, person.why))
    return "; ".join(people)
