"""The named conditions of a case that a rule may ask for; a pack holds names, never code.

What is not known yet counts the way that protects the child: a child of unknown age is young
enough for every shorter limit, one whose class was not chosen is charged with nothing, one whose
nationality is not known may be of any other country.
"""

from collections.abc import Callable
from datetime import date

from minors_desk.domain.ages import youngest_months
from minors_desk.domain.case import Case
from minors_desk.domain.facts import ranked
from minors_desk.domain.values import Country, LanguageValue
from minors_desk.domain.when import in_zone

Condition = Callable[[Case, str], bool]
"""Whether it holds; the text is the station's zone, by whose calendar a child grows older."""
_SPEAKS_WELL = ("fluent", "first_language")


def _is_class(legal_class: str) -> Condition:
    return lambda case, _zone: case.legal_class == legal_class


def _has_happened(*names: str) -> Condition:
    return lambda case, _zone: any(event.name in names for event in case.events)


def _first_day(case: Case, zone: str) -> date | None:
    """The day on which we met the child, or first had it: it was youngest then."""
    known = [one.start for one in case.episodes[:1]]
    if case.encounter is not None:
        known.append(case.encounter.at)
    return in_zone(min(known), zone).date() if known else None


def _is_under(years: int) -> Condition:
    """By the youngest plausible age (CONTRACT 3.4), whatever told it."""

    def holds(case: Case, zone: str) -> bool:
        day = _first_day(case, zone)
        months = None if day is None else youngest_months(case, day)
        return months is None or months < years * 12

    return holds


def _is_not(condition: Condition) -> Condition:
    return lambda case, zone: not condition(case, zone)


def _needs_interpreter(case: Case, _zone: str) -> bool:
    """A language was told of the child, and nobody told that it speaks English well."""
    languages = [
        one.value for one in ranked(case.facts, "language") if isinstance(one.value, LanguageValue)
    ]
    return any(one.language != "eng" and one.level != "none" for one in languages) and not any(
        one.language == "eng" and one.level in _SPEAKS_WELL for one in languages
    )


def nationalities(case: Case) -> frozenset[str]:
    """The countries (ISO 3166) that the child is said to be of; empty while none is known.

    What stands in a passport for no nationality is kept as its code, such as ``XXA``.
    """
    told = (one.value for one in ranked(case.facts, "nationality"))
    return frozenset(one.code for one in told if isinstance(one, Country) and one.code != "XXX")


CONDITIONS: dict[str, Condition] = {
    "age_12_or_over": _is_not(_is_under(12)),
    "age_under_12": _is_under(12),
    "age_under_15": _is_under(15),
    "child_protection_reached": _has_happened("child_protection_reached"),
    "class_given": lambda case, _zone: case.class_given is not None,
    "has_been_locked_up": lambda case, _zone: any(span.secure for span in case.spans),
    "in_custody": lambda case, _zone: case.custody is not None,
    "legal_class:accused_delinquent": _is_class("accused_delinquent"),
    "legal_class:non_offender": _is_class("non_offender"),
    "legal_class:status_offender": _is_class("status_offender"),
    "locked_up_now": lambda case, _zone: case.presence is not None and case.presence.secure,
    "missing": lambda case, _zone: case.missing,
    "needs_interpreter": _needs_interpreter,
    "parent_reached": _has_happened("parent_reached"),
    "taken_into_custody": lambda case, _zone: bool(case.episodes),
}
"""Each condition by its name. ``taken_into_custody`` and ``has_been_locked_up`` go on holding
after the handoff, ``in_custody`` and ``locked_up_now`` do not."""
