"""A verified limit of police that was passed owes a reason; nothing else does."""

from dataclasses import replace
from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from minors_desk.domain.board import card
from minors_desk.domain.bodies import Body
from minors_desk.domain.duties import clocks
from minors_desk.domain.limits import LimitExplained
from minors_desk.domain.periods import Period
from minors_desk.domain.rule_waivers import RuleWaiver
from minors_desk.domain.rules import Rule
from minors_desk.domain.unexplained import owed_reasons, unexplained
from tests.domain.samples import ZONE, at, case_of, checked, encountered, handed_over, ident
from tests.domain.samples_custody import began
from tests.domain.test_duties import LAW, pack

HOUR = replace(LAW, within=Period(timedelta(minutes=60)))
EVERY = replace(HOUR, kind="interval", ends_with=("handed_over",))


def told(minutes: float, **fields: object) -> LimitExplained:
    return LimitExplained(occurred_at=at(minutes), rule="LAW", reason="Alone", **fields)  # type: ignore[arg-type]


def owed(rule: Rule, now: float, *bodies: Body) -> list[int]:
    case = case_of(encountered(), began(0), *bodies)
    found = clocks(case, [pack(rule)], ZONE)
    counts = [owed_reasons(one, case.limits, at(now)) for one in found]
    named = unexplained(found, case.limits, at(now))
    assert [one for one, count in zip(found, counts, strict=True) if count > 0] == list(named)
    made = card(case, [pack(rule)], ZONE)
    assert bool(made.no_reason_by(at(now))) == bool(named)
    return counts


def test_a_limit_that_was_passed_owes_a_reason_until_it_is_told() -> None:
    assert owed(HOUR, 60) == [0]
    assert owed(HOUR, 61) == [1]
    assert owed(HOUR, 61, checked(59)) == [0]
    assert owed(HOUR, 99, checked(61)) == [1]
    assert owed(HOUR, 99, checked(61), told(70)) == [0]
    assert owed(HOUR, 99, told(65)) == [0]
    assert owed(HOUR, 99, told(30)) == [0], "said beforehand"


def test_each_stretch_owes_a_reason_of_its_own() -> None:
    late = (checked(70), checked(140), checked(150))
    assert owed(EVERY, 160, *late) == [2]
    assert owed(EVERY, 160, *late, told(155)) == [1]
    assert owed(EVERY, 160, *late, told(155), told(156)) == [0]
    assert owed(EVERY, 300, *late, told(155), told(156)) == [1]
    ended = owed(EVERY, 900, *late, *handed_over(300))
    assert ended == [3]


def test_that_it_was_prolonged_is_no_reason_for_passing_it_after_all() -> None:
    longer = replace(HOUR, may_extend_to=Period(timedelta(minutes=90)))
    prolonged = told(30, approved_by="Sgt. Ortiz", authority="Law 1")
    assert owed(longer, 80, prolonged) == [0]
    assert owed(longer, 95, prolonged) == [1]
    assert owed(longer, 99, prolonged, told(95)) == [0]


@pytest.mark.parametrize(
    "rule",
    [
        replace(HOUR, is_law=False),
        replace(HOUR, checked=replace(LAW.checked, verified=False)),
        replace(HOUR, within=None),
    ],
    ids=["a rule of the station", "not verified", "without a time"],
)
def test_what_may_not_be_red_owes_none(rule: Rule) -> None:
    assert owed(rule, 9_999) == [0]


def test_what_the_agency_does_not_go_by_owes_none() -> None:
    waiver = RuleWaiver(
        entry_id=ident(9),
        rule="LAW",
        since=at(-9),
        until=None,
        reason="Tested",
        authority="Counsel",
        by="A. B.",
    )
    given = replace(pack(HOUR), waived={"LAW": (waiver,)})
    case = case_of(encountered(), began(0))
    assert unexplained(clocks(case, [given], ZONE), case.limits, at(999)) == ()


@given(st.lists(st.integers(1, 400), max_size=6), st.integers(0, 800), st.integers(0, 3))
def test_a_reason_more_never_owes_more(checks: list[int], now: int, reasons: int) -> None:
    bodies = [checked(one) for one in sorted(checks)]
    before = owed(EVERY, now, *bodies)
    after = owed(EVERY, now, *bodies, *(told(500 + one) for one in range(reasons)))
    assert all(one <= other for one, other in zip(after, before, strict=True))
