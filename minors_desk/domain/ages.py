"""How old a child may be: every age told or seen, on a day; in doubt the youngest counts."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Literal
from uuid import UUID

from minors_desk.domain.case import Case
from minors_desk.domain.encounter import AgeRange
from minors_desk.domain.facts import AnyFact, rank
from minors_desk.domain.values import AgeTold, PartialDate

AgeFrom = Literal["birth_date", "age", "estimate"]
_AGE_FACTS = ("birth_date", "age")
ADULT_MONTHS = 18 * 12
"""A child is who has not attained 18 years of age (6 U.S.C. 279(g)(2)(B))."""
_ADULT_ELSEWHERE = {"CA-BC": 19 * 12}
"""Where the law protects longer: in British Columbia a child is a person under 19 (CFCSA s.1, rule
CA-BC-01)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class KnownAge:
    """An age in months, from ``low`` up to ``high``, as it follows from one entry."""

    low: int
    high: int
    known_from: AgeFrom
    entry_id: UUID


def adult_months(jurisdiction: str) -> int:
    """The age in months from which the law of that place takes a person for an adult."""
    return _ADULT_ELSEWHERE.get(jurisdiction, ADULT_MONTHS)


def known_ages(case: Case, on: date) -> tuple[KnownAge, ...]:
    """Every plausible age on that day of the station's calendar, the leading one first.

    Birth dates and ages told are rivals of each other; what the officer estimated comes last.
    """
    told = rank(one for one in case.facts if one.about is None and one.fact in _AGE_FACTS)
    ages = [known for one in told if (known := _age_of(one, on)) is not None]
    met = case.encounter
    if met is not None and met.apparent_age is not None:
        ages.append(_grown(met.apparent_age, met.at, on, "estimate", met.entry_id))
    return tuple(ages)


def youngest_months(case: Case, on: date) -> int | None:
    """The youngest plausible age: what clocks and prohibitions go by (CONTRACT 3.4)."""
    return min((one.low for one in known_ages(case, on)), default=None)


def treated_as_child(case: Case, on: date, adult: int) -> bool:
    """Whether anything says, or nothing denies, that this is a child: dispute means child.

    ``adult`` is `adult_months` of the station's place.
    """
    youngest = youngest_months(case, on)
    return youngest is None or youngest < adult


def age_is_disputed(case: Case, on: date, adult: int) -> bool:
    """Whether one age makes a child of it and another an adult; a supervisor must see it."""
    ages = known_ages(case, on)
    return any(one.high < adult for one in ages) and any(one.low >= adult for one in ages)


def _age_of(fact: AnyFact, on: date) -> KnownAge | None:
    value = fact.value
    if isinstance(value, PartialDate):
        low, high = _whole_months(value.latest, on), _whole_months(value.earliest, on)
        return KnownAge(low=low, high=high, known_from="birth_date", entry_id=fact.entry_id)
    if isinstance(value, AgeTold):
        return _grown(value, fact.occurred_at, on, "age", fact.entry_id)
    return None


def _grown(seen: AgeRange, at: datetime, on: date, known_from: AgeFrom, entry_id: UUID) -> KnownAge:
    """An age that was told or seen on one day, as it is on another."""
    grown = _whole_months(at.date(), on)
    return KnownAge(
        low=seen.low_months + grown,
        high=seen.high_months + grown,
        known_from=known_from,
        entry_id=entry_id,
    )


def _whole_months(since: date, on: date) -> int:
    """Months that are full; none before it begins, and a day that a month lacks comes after it."""
    months = (on.year - since.year) * 12 + on.month - since.month - (on.day < since.day)
    return max(0, months)
