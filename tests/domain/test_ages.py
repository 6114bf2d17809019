"""Ages: from birth dates, told and estimated; the youngest counts, and dispute means child."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from minors_desk import assets
from minors_desk.domain.ages import (
    ADULT_MONTHS,
    adult_months,
    age_is_disputed,
    known_ages,
    treated_as_child,
    youngest_months,
)
from minors_desk.domain.board import card
from minors_desk.domain.bodies import Body
from minors_desk.domain.encounter import AgeRange
from minors_desk.domain.rulepack import read_pack
from minors_desk.domain.values import AgeTold, PartialDate
from tests.domain.samples import ZONE, case_of, encountered
from tests.domain.samples_who import MOTHER, fact, person

TODAY = date(2026, 11, 24)
PLAUSIBLE = encountered(apparent_age=AgeRange(low_months=200, high_months=230))


def born(minutes: float, *parts: int, **changed: object) -> Body:
    value = PartialDate(**dict(zip(("year", "month", "day"), parts, strict=False)))
    return fact(minutes, "birth_date", value, **changed)


def aged(minutes: float, low: int, high: int, **changed: object) -> Body:
    return fact(minutes, "age", AgeTold(low_months=low, high_months=high), **changed)


@pytest.mark.parametrize(
    ("parts", "low", "high"),
    [
        ((2008, 11, 24), 216, 216),
        ((2008, 11, 25), 215, 215),
        ((2008, 11), 215, 216),
        ((2008,), 214, 226),
        ((2026, 11, 23), 0, 0),
        ((2026,), 0, 10),
        ((2030, 1, 1), 0, 0),
    ],
)
def test_an_age_from_a_birth_date(parts: tuple[int, ...], low: int, high: int) -> None:
    (age,) = known_ages(case_of(encountered(), born(1, *parts)), TODAY)
    assert (age.low, age.high, age.known_from) == (low, high, "birth_date")


@pytest.mark.parametrize(
    ("day", "months"),
    [(date(2025, 2, 28), 11), (date(2025, 3, 1), 12), (date(2028, 2, 29), 48)],
)
def test_a_birthday_that_a_year_lacks_comes_after_it(day: date, months: int) -> None:
    assert youngest_months(case_of(encountered(), born(1, 2024, 2, 29)), day) == months


def test_an_age_told_grows_with_the_case() -> None:
    case = case_of(encountered(), aged(1, 5, 6))
    assert youngest_months(case, TODAY) == 5
    assert youngest_months(case, date(2027, 1, 23)) == 6
    assert youngest_months(case, date(2027, 1, 24)) == 7
    assert youngest_months(case, date(2020, 1, 1)) == 5


def test_rivals_lead_by_source_and_the_estimate_comes_last() -> None:
    case = case_of(PLAUSIBLE, aged(2, 228, 239), born(1, 2012, source="document"))
    assert [one.known_from for one in known_ages(case, TODAY)] == ["birth_date", "age", "estimate"]
    assert youngest_months(case, TODAY) == 166


def test_dispute_means_child() -> None:
    adult, minor = aged(1, 228, 239, source="document", preferred=True), aged(2, 204, 215)
    for bodies, is_child, is_disputed in (
        ([encountered()], True, False),
        ([encountered(), adult], False, False),
        ([encountered(), minor], True, False),
        ([encountered(), adult, minor], True, True),
        ([PLAUSIBLE, adult], True, False),
    ):
        case = case_of(*bodies)
        assert treated_as_child(case, TODAY, ADULT_MONTHS) is is_child
        assert age_is_disputed(case, TODAY, ADULT_MONTHS) is is_disputed
    assert youngest_months(case_of(encountered()), TODAY) is None


def test_the_age_of_somebody_else_is_not_the_childs() -> None:
    mother = aged(1, 400, 411, about=MOTHER)
    refused = fact(1, "age", None, no_value="refused")
    assert known_ages(case_of(encountered(), person(0), mother, refused), TODAY) == ()


@pytest.mark.parametrize(
    ("place", "years_old", "is_child"),
    [
        ("CA-BC", 18, True),
        ("CA-BC", 19, False),
        ("CA-QC", 17, True),
        ("CA-QC", 18, False),
        ("US-IL", 18, False),
    ],
)
def test_in_british_columbia_a_person_of_18_is_a_child(
    place: str, years_old: int, is_child: bool
) -> None:
    """Rule CA-BC-01 says so; nothing may tell an officer in Vancouver to be done with them."""
    document = born(1, TODAY.year - years_old, 1, 1, source="document")
    adult = adult_months(place)
    assert treated_as_child(case_of(encountered(), document), TODAY, adult) is is_child
    looks_17 = encountered(apparent_age=AgeRange(low_months=204, high_months=215))
    rivals = case_of(looks_17, document)
    assert age_is_disputed(rivals, TODAY, adult) is not is_child
    assert card(rivals, (), ZONE, adult).age_disputed is not is_child


def test_the_limit_of_british_columbia_is_the_one_that_its_pack_tells() -> None:
    pack = read_pack(assets.read_text("rules", "ca-bc.toml"))
    (rule,) = (one for one in pack.outside if one.id == "CA-BC-01")
    assert rule.title == f"A child is a person under {adult_months('CA-BC') // 12}"


@given(st.dates(date(1990, 1, 1), date(2026, 11, 24)), st.integers(0, 400))
def test_a_range_holds_every_day_it_may_be(day: date, low: int) -> None:
    exact = case_of(encountered(), born(1, day.year, day.month, day.day))
    months = youngest_months(exact, TODAY)
    assert months is not None
    for parts in ((day.year,), (day.year, day.month)):
        (age,) = known_ages(case_of(encountered(), born(1, *parts)), TODAY)
        assert age.low <= months <= age.high
    both = case_of(encountered(), born(1, day.year), aged(2, low, low))
    youngest = youngest_months(both, TODAY)
    assert youngest is not None and youngest <= min(low, months)
    assert treated_as_child(both, TODAY, ADULT_MONTHS) == (youngest < ADULT_MONTHS)
