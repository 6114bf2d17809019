"""The screening for trafficking: what starts the notice, what is no answer, what is never asked."""

from collections.abc import Iterator
from datetime import timedelta
from typing import Any, get_args

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from minors_desk import assets
from minors_desk.domain.bodies import Body
from minors_desk.domain.case import Case
from minors_desk.domain.codec import NotABody, plain, read
from minors_desk.domain.contacts import ReportSent
from minors_desk.domain.duties import DutyClock, clocks, is_open
from minors_desk.domain.entries import CASE_KINDS, STATION_KINDS
from minors_desk.domain.findings import review_findings
from minors_desk.domain.people import PersonRole, PersonTold
from minors_desk.domain.reminders import reminders
from minors_desk.domain.rulepack import read_pack
from minors_desk.domain.trafficking import TraffickingSignSeen
from minors_desk.domain.trafficking_screening import (
    FOUND,
    GROUPS,
    Indicator,
    IndicatorAnswer,
    Looked,
    ScreeningOutcome,
    Setting,
    TraffickingScreened,
    counts,
    outcome_denied,
)
from minors_desk.domain.trafficking_standing import calls_for_screening, discoveries, notice
from minors_desk.wording.codes import WORDS
from minors_desk.wording.reviewing import finding_words
from minors_desk.wording.telling.trafficking_screening import counted
from tests.domain.samples import ZONE, at, case_of, encountered, ident
from tests.domain.samples_custody import began
from tests.domain.samples_protection import code, concern
from tests.domain.samples_trafficking import looked, screened_for_trafficking

PACKS = [read_pack(assets.read_text("rules", f"{one}.toml")) for one in ("us", "us-il", "house")]
INDICATORS: tuple[Indicator, ...] = get_args(Indicator)
ANSWERS: tuple[IndicatorAnswer, ...] = get_args(IndicatorAnswer)
OUTCOMES: tuple[ScreeningOutcome, ...] = get_args(ScreeningOutcome)
SHEETS = st.dictionaries(st.sampled_from(INDICATORS), st.sampled_from(ANSWERS))


def sheet(answers: dict[Indicator, IndicatorAnswer], **changed: object) -> TraffickingScreened:
    items = [Looked(indicator=one, answer=answer) for one, answer in answers.items()]
    return screened_for_trafficking(7, *items, **changed)


def of_rule(case: Case, rule_id: str) -> tuple[DutyClock, ...]:
    return tuple(one for one in clocks(case, PACKS, ZONE) if one.rule.id == rule_id)


def test_every_indicator_is_asked_once_and_has_the_words_of_the_sign_it_is() -> None:
    asked = [one for members in GROUPS.values() for one in members]
    assert sorted(asked) == sorted(INDICATORS)
    signs = set(WORDS["trafficking_sign"]) - {"other"}
    assert signs <= set(INDICATORS)


@given(SHEETS)
def test_what_was_seen_or_told_starts_the_clocks_and_nothing_else_does(
    answers: dict[Indicator, IndicatorAnswer],
) -> None:
    """Whatever else was answered: from the time of the entry, 24 hours to HHS, and the report."""
    case = case_of(encountered(), sheet(answers))
    found = FOUND & set(answers.values())
    for rule in ("US-TR-01", "US-IL-10b"):
        started = of_rule(case, rule)
        assert [one.start for one in started] == ([at(7)] if found else []), rule
    for clock in of_rule(case, "US-TR-01"):
        assert clock.due == at(7) + timedelta(hours=24)
    assert len(discoveries(case)) == bool(found)


@given(SHEETS)
def test_not_asked_is_counted_and_worded_for_itself(
    answers: dict[Indicator, IndicatorAnswer],
) -> None:
    body, given_answers = sheet(answers), list(answers.values())
    many = counts(body)
    assert {one: given_answers.count(one) for one in ANSWERS} == many
    without = {one: answer for one, answer in answers.items() if answer != "not_asked"}
    assert {**counts(sheet(without)), "not_asked": many["not_asked"]} == many
    words = counted(body).split(", ") if answers else []
    not_seen = [one for one in words if "not seen" in one]
    assert not_seen == [f"{many['not_seen']} looked for and not seen"] * bool(many["not_seen"])
    assert (f"{many['not_asked']} not asked" in words) is bool(many["not_asked"])


@given(SHEETS, st.sampled_from(OUTCOMES))
def test_an_outcome_that_the_answers_deny_is_refused(
    answers: dict[Indicator, IndicatorAnswer], outcome: ScreeningOutcome
) -> None:
    """Above all: who asked nothing has not seen that there is nothing."""
    values = set(answers.values())
    fits = {
        "indicators_found": bool(FOUND & values),
        "none_seen": "not_seen" in values and not FOUND & values,
        "not_finished": True,
    }[outcome]
    assert (outcome_denied(outcome, list(answers.values())) is None) is fits
    body = sheet(answers, outcome=outcome)
    if fits:
        assert read(plain(body)) == body
    else:
        with pytest.raises(NotABody):
            read(plain(body))


@pytest.mark.parametrize(
    "changed",
    [
        {"looked": (looked("debt", "seen"), looked("debt", "not_seen"))},
        {"setting": Setting(interpreter="Ana", interpreted_by="not_needed")},
        {"look_again_at": at(7)},
    ],
)
def test_what_cannot_stand_together_is_refused(changed: dict[str, object]) -> None:
    with pytest.raises(NotABody):
        read(plain(screened_for_trafficking(7, **changed)))


def test_a_part_of_the_notice_is_enough_for_its_time_and_the_rest_is_still_told() -> None:
    seen = (encountered(), sheet({"debt": "seen"}))
    assert notice(case_of(*seen)).state == "not_sent"
    part = ReportSent(
        occurred_at=at(60),
        report="trafficking_notice",
        to="HHS",
        method="web_form",
        part="Part A",
    )
    case = case_of(*seen, part)
    (clock,) = of_rule(case, "US-TR-01")
    assert (clock.met_at, is_open(clock)) == (at(60), False)
    assert (notice(case).state, notice(case).parts) == ("in_part", ("Part A",))
    whole = msgspec.structs.replace(part, occurred_at=at(90), part="")
    assert notice(case_of(*seen, part, whole)).state == "whole"


def not_screened(*told: Body) -> list[str]:
    case = case_of(encountered(), *told)
    found = review_findings(case, (), (), at(999), ())
    return [finding_words(one) for one in found if one.code == "not_screened"]


def came_with(role: PersonRole, proof: str = "") -> PersonTold:
    return PersonTold(occurred_at=at(1), person_id=ident(900), role=role, proof=proof)


FLAGS: tuple[tuple[str, Body], ...] = (
    ("sign_seen", TraffickingSignSeen(occurred_at=at(1), what=("debt",), how="record")),
    ("exploited", concern(1, "exploited")),
    ("adult_not_verified", code(1, "accompanied", "adult_not_verified")),
    ("adult_found_with", came_with("adult_found_with")),
    ("escort", came_with("escort", "a card")),
    ("taken_by_somebody", code(1, "reason_alone", "taken_by_somebody")),
)


@pytest.mark.parametrize(("why", "flag"), FLAGS)
def test_a_flag_without_a_screening_is_shown_to_the_reviewer(why: str, flag: Body) -> None:
    assert [one for one, _entry in calls_for_screening(case_of(encountered(), flag))] == [why]
    told = f"Not screened for trafficking, although {WORDS['why_screen'][why]}"
    assert not_screened(flag) == [told]
    assert not_screened(flag, sheet({"debt": "not_asked"})) == [told]
    assert not_screened(flag, sheet({"debt": "could_not_tell"})) == []


def test_nothing_calls_for_a_screening_of_any_other_child() -> None:
    others = (concern(1, "neglected"), code(1, "accompanied", "relative"))
    assert not_screened(*others, came_with("adult_found_with", "passport")) == []


@pytest.mark.parametrize(
    ("changed", "code_found"),
    [
        ({"setting": Setting(escort="in_the_room")}, "escort_at_screening"),
        (
            {"setting": Setting(interpreted_by="found_with_child")},
            "screening_interpreter_not_independent",
        ),
        ({"setting": Setting(interpreted_by="relative")}, "screening_interpreter_not_independent"),
        ({"not_pressed": "no"}, "child_pressed"),
    ],
)
def test_what_makes_a_screening_weak_is_a_finding(
    changed: dict[str, object], code_found: str
) -> None:
    case = case_of(encountered(), screened_for_trafficking(2, **changed))
    assert [one.code for one in case.findings] == [code_found]
    apart = Setting(escort="out_of_the_room", interpreted_by="independent", trained="no")
    clean = screened_for_trafficking(2, setting=apart, not_pressed="yes")
    assert case_of(encountered(), clean).findings == ()


def test_the_next_look_is_reminded_of_until_it_is_taken() -> None:
    first = (encountered(), began(1), screened_for_trafficking(2, look_again_at=at(300)))
    due = [(one.code, one.due) for one in reminders(case_of(*first))]
    assert due == [("screen_again", at(300))]
    assert reminders(case_of(*first, screened_for_trafficking(5))) == ()


def _said(kind: Any) -> Iterator[str]:
    """Every field and code of an entry, all the way down."""
    if isinstance(kind, type) and issubclass(kind, msgspec.Struct):
        for field in msgspec.structs.fields(kind):
            yield field.name
            yield from _said(field.type)
    else:
        for part in get_args(kind):
            yield from (part,) if isinstance(part, str) else _said(part)


def test_no_entry_and_no_rule_asks_whether_the_child_helps_an_inquiry() -> None:
    """No help depends on it (22 U.S.C. 7105(b)(1)(G)(iv)(III))."""
    fields = {name for kind in (*CASE_KINDS, *STATION_KINDS) for name in _said(kind)}
    assert {"not_pressed", "child_said"} <= fields
    assert not [name for name in fields if "cooperat" in name or "testif" in name]
    conditions = {
        name
        for pack in PACKS
        for rule in pack.rules
        for name in (*rule.starts, *rule.applies, *rule.unless, *rule.satisfied_by)
    }
    assert "trafficking_sign_seen" in conditions
    assert not [name for name in conditions if "cooperat" in name or "testif" in name]
