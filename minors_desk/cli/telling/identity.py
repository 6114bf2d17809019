"""Who the child is, as `case show` tells it."""

from collections.abc import Iterator
from typing import Any

from minors_desk.cli.telling.seen import SeenCase, plain
from minors_desk.domain.ages import age_is_disputed, known_ages
from minors_desk.domain.fact_table import FACTS
from minors_desk.domain.facts import AnyFact, answers
from minors_desk.domain.when import in_zone
from minors_desk.wording.codes import word
from minors_desk.wording.phrases import joined
from minors_desk.wording.times import age_words, exactly
from minors_desk.wording.values import language_name, partial_date, value_words


def lines(seen: SeenCase) -> Iterator[str]:
    """Every fact with its source, rivals below each other; what was seen when the child was met."""
    case = seen.case
    yield from _names(seen)
    for kind in FACTS.values():
        found = answers(case, kind.id)
        if found.no_value is not None:
            yield f"{word('fact', kind.id).lower()}: {word('no_value', found.no_value)}"
        for fact in found.told if kind.id != "name" else ():
            rival = "or" if fact is not found.leading and not kind.many else word("fact", kind.id)
            yield f"{rival.lower()}: {_told(fact)}"
    yield from _ages(seen)
    yield from _beside(seen)
    met = case.encounter
    if met is None:
        return
    sex = "not written down" if met.apparent_sex is None else word("sex", met.apparent_sex)
    yield f"sex as seen: {sex}"
    legal = "not classed yet, counts as non-offender"
    if case.class_given is not None:
        legal = word("legal_class", case.class_given)
    last = case.classings[-1] if case.classings else None
    yield f"legal class: {joined(legal, *(() if last is None else (last.offence, last.authority)))}"
    yield f"met: {joined(exactly(met.at, met.precision, seen.zone), met.place, met.how_found)}"


def _names(seen: SeenCase) -> Iterator[str]:
    for place, fact in enumerate(seen.case.names):
        name = fact.value
        yield joined(
            ("name: " if place == 0 else "also: ") + name.as_said,
            name.own_script,
            name.as_written,
            word("name_kind", name.name_kind),
            word("source", fact.source),
            word("certainty", fact.certainty),
        )


def _told(fact: AnyFact) -> str:
    return joined(
        "" if fact.value is None else value_words(fact.fact, fact.value),
        word("source", fact.source),
        word("certainty", fact.certainty),
        f"told by {fact.said_by}" if fact.said_by else "",
    )


def _ages(seen: SeenCase) -> Iterator[str]:
    """Every age that anything gives at that instant."""
    today = in_zone(seen.moment, seen.zone).date()
    for one in known_ages(seen.case, today):
        yield f"age {word('known_from', one.known_from)}: {age_words(one.low, one.high)}"
    if age_is_disputed(seen.case, today, seen.adult):
        yield "the age is disputed: treated as a child until it is settled"


def _beside(seen: SeenCase) -> Iterator[str]:
    """Interpreters, and who asked the child before."""
    for one in seen.case.interpreters:
        near = "a relative or a child" if one.is_relative_or_child else ""
        mode = word("interpreter_mode", one.mode)
        words = joined(language_name(one.language), mode, one.name, one.agency, near)
        yield f"interpreter {seen.time(one.at)}: {words}"
    for asking in seen.case.asked:
        when = "" if asking.when is None else partial_date(asking.when)
        yield f"asked before: {joined(asking.agency, asking.person, when, asking.what)}"


def document(seen: SeenCase) -> dict[str, Any]:
    """Class, encounter, names and all facts, ages at that instant, interpreters, who asked."""
    case, today = seen.case, in_zone(seen.moment, seen.zone).date()
    return {
        "legal_class": case.legal_class,
        "class_given": case.class_given,
        "classings": plain(case.classings),
        "encounter": plain(case.encounter),
        "names": plain(case.names),
        "facts": plain(case.facts),
        "ages": plain(known_ages(case, today)),
        "age_disputed": age_is_disputed(case, today, seen.adult),
        "interpreters": plain(case.interpreters),
        "asked": plain(case.asked),
    }
