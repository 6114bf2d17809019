"""The named conditions of a case that a rule may ask for; a pack holds names, never code.

What is not known yet counts the way that protects the child: a child of unknown age is young
enough for every shorter limit, one whose class was not chosen is charged with nothing, one whose
nationality is not known may be of any other country, and nobody was with a child of whom that was
not said. What only a sign tells (abuse, a tribe, a disability) holds from the first sign on; while
there is none nobody could act on it. Where those who told do not agree, both are held to be so.
"""

from collections.abc import Callable
from datetime import date
from typing import get_args

from minors_desk.domain.ages import youngest_months
from minors_desk.domain.case import Case
from minors_desk.domain.fact_table import FACTS, FactId
from minors_desk.domain.facts import ranked
from minors_desk.domain.handoff_values import ReceiverKind
from minors_desk.domain.trafficking_screening import found
from minors_desk.domain.values import CodeValue, Country, LanguageValue
from minors_desk.domain.when import in_zone

Condition = Callable[[Case, str], bool]
"""Whether it holds; the text is the station's zone, by whose calendar a child grows older."""
_SPEAKS_WELL = ("fluent", "first_language")
_AGES = range(10, 22)
"""The years at which a law draws a line between children."""
_NO_ADULT = frozenset({"alone", "with_children_only"})
_WITH_ADULT = frozenset({"adult_not_verified", "relative", "parent_or_guardian"})
_STATE_CARE = frozenset({"state_care", "foster_family", "group_home"})
_SEXUAL_SIGNS = frozenset({"commercial_sex", "exploited_in_pictures"})


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


def _youngest(case: Case, zone: str) -> int | None:
    """The youngest plausible age in months (CONTRACT 3.4), whatever told it."""
    day = _first_day(case, zone)
    return None if day is None else youngest_months(case, day)


def _is_under(years: int) -> Condition:
    def holds(case: Case, zone: str) -> bool:
        months = _youngest(case, zone)
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


def _codes(case: Case, fact: FactId) -> frozenset[str]:
    """Every code told of the child for that fact, by whomever."""
    told = (one.value for one in ranked(case.facts, fact))
    return frozenset(one.code for one in told if isinstance(one, CodeValue))


def _is_told(fact: FactId, codes: frozenset[str]) -> Condition:
    return lambda case, _zone: bool(codes & _codes(case, fact))


def _met_alone(case: Case, _zone: str) -> bool:
    told = _codes(case, "accompanied")
    return not told or bool(told & _NO_ADULT)


def _parent_not_reached(case: Case, zone: str) -> bool:
    """The attempts were given up, and no parent was reached before or after."""
    given_up = _has_happened("parent_not_reached")(case, zone)
    return given_up and not _has_happened("parent_reached")(case, zone)


def _sexual_exploitation(case: Case, _zone: str) -> bool:
    """A sign names it, or says that somebody exploits the child and not for what."""
    seen: set[str] = {sign for one in case.trafficking for sign in one.what}
    for screening in case.trafficking_screenings:
        seen |= {one.indicator for one in found(screening.sheet)}
    return bool(seen & _SEXUAL_SIGNS) or any("exploited" in one.what for one in case.concerns)


def _handed_to(kind: ReceiverKind) -> Condition:
    """The last handoff was to such a receiver; one of whom that was not told is none of them."""

    def holds(case: Case, _zone: str) -> bool:
        handoff = case.accepted_handoff
        return handoff is not None and handoff.to == kind

    return holds


CONDITIONS: dict[str, Condition] = {
    **{f"age_under_{years}": _is_under(years) for years in _AGES},
    **{f"age_{years}_or_over": _is_not(_is_under(years)) for years in _AGES},
    "age_unknown": lambda case, zone: _youngest(case, zone) is None,
    "abuse_suspected": _has_happened("abuse_suspected"),
    "child_protection_reached": _has_happened("child_protection_reached"),
    "class_given": lambda case, _zone: case.class_given is not None,
    "found_with_adult": _is_told("accompanied", _WITH_ADULT),
    "from_another_state": _is_told("lives_in", frozenset({"another_state"})),
    "handed_over": _has_happened("handed_over"),
    **{f"handed_to:{kind}": _handed_to(kind) for kind in get_args(ReceiverKind)},
    "has_been_locked_up": lambda case, _zone: any(span.secure for span in case.spans),
    "has_disability": _is_told("disability", frozenset(FACTS["disability"].codes)),
    "in_custody": lambda case, _zone: case.custody is not None,
    "in_state_care": _is_told("in_care_of", _STATE_CARE),
    "legal_class:accused_delinquent": _is_class("accused_delinquent"),
    "legal_class:non_offender": _is_class("non_offender"),
    "legal_class:status_offender": _is_class("status_offender"),
    "locked_up_now": lambda case, _zone: case.presence is not None and case.presence.secure,
    "met_alone": _met_alone,
    "missing": lambda case, _zone: case.missing,
    "nationality_told": _has_happened("nationality_told"),
    "needs_interpreter": _needs_interpreter,
    "no_carer_known": _has_happened("no_carer_known"),
    "parent_not_reached": _parent_not_reached,
    "parent_reached": _has_happened("parent_reached"),
    "questioned": _has_happened("questioning_began"),
    "sexual_exploitation_suspected": _sexual_exploitation,
    "taken_into_custody": lambda case, _zone: bool(case.episodes),
    "trafficking_suspected": _has_happened("trafficking_sign_seen"),
    "tribal_link_possible": _is_told("tribal_link", frozenset({"yes", "possible"})),
}
"""Each condition by its name. ``taken_into_custody`` and ``has_been_locked_up`` go on holding
after the handoff, ``in_custody`` and ``locked_up_now`` do not; ages are those of the first day."""
