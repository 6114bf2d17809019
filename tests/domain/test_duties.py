"""Duties: which clocks run, from when, until when, in which colour; also where the hour changes."""

import csv
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest
from msgspec import structs

from minors_desk import assets
from minors_desk.domain.board import card, card_clock_tone
from minors_desk.domain.bodies import Body
from minors_desk.domain.case import Case
from minors_desk.domain.duties import (
    DutyClock,
    breaches,
    clocks,
    clocks_of_others,
    is_open,
    prohibitions,
    status,
)
from minors_desk.domain.periods import Calendar, Period
from minors_desk.domain.rulepack import read_pack
from minors_desk.domain.rules import Checked, Pack, Rule
from minors_desk.domain.when import in_zone
from tests.domain.samples import ZONE, at, case_of, checked, encountered, handed_over, ident
from tests.domain.samples_custody import began, moved

US = read_pack(assets.read_text("rules", "us.toml"))
HOUSE = read_pack(assets.read_text("rules", "house.toml"))
(CHECK,) = (one for one in HOUSE.rules if one.id == "HOUSE-CHECK")
with (Path(__file__).parent / "data" / "dst_test_vectors.csv").open(encoding="utf-8") as stream:
    DST = list(csv.DictReader(stream))

LAW = Rule(
    id="LAW",
    pack="law",
    is_law=True,
    title="Told within an hour",
    citation="1 X 2",
    binds="police",
    kind="deadline",
    applies=(),
    starts=("custody_began",),
    within=Period(timedelta(hours=1)),
    satisfied_by=("welfare_checked",),
    ends_with=(),
    effective_from=date.min,
    effective_until=None,
    checked=Checked(verified=True, source="the code", on=date(2026, 1, 1)),
)
UNVERIFIED = Checked(verified=False, source="", on=None)


def pack(*rules: Rule) -> Pack:
    return Pack(id="p", title="P", is_law=True, rules=rules, content_hash="0" * 64)


def only(case: Case, rule: Rule, zone: str = ZONE) -> DutyClock:
    (clock,) = clocks(case, [pack(rule)], zone)
    return clock


ACCUSED = encountered(legal_class="accused_delinquent")


@pytest.mark.parametrize("hours", [6, 24, 48, 72])
@pytest.mark.parametrize("row", DST, ids=[row["case"] for row in DST])
def test_periods_are_exact_across_a_change_of_clocks(row: dict[str, str], hours: int) -> None:
    start = datetime.fromisoformat(row["start_utc"])
    assert start == datetime.fromisoformat(row["start_local"])
    case = case_of(structs.replace(began(1), occurred_at=start))
    clock = only(case, replace(LAW, within=Period(timedelta(hours=hours))), row["zone"])
    assert clock.due is not None
    assert clock.due.tzinfo is UTC
    assert in_zone(clock.due, row["zone"]).isoformat(timespec="minutes") == row[f"plus_{hours}h"]
    assert in_zone(clock.start, row["zone"]).isoformat(timespec="minutes") == row["start_local"]


def test_a_deadline_runs_is_met_or_met_late() -> None:
    running = only(case_of(encountered(), began(0)), LAW)
    assert (running.start, running.due, running.start_entry) == (at(0), at(60), ident(2))
    assert is_open(running)
    told = status(running, at(20))
    assert (told.state, told.tone, told.remaining, told.elapsed) == (
        "running",
        "green",
        timedelta(minutes=40),
        timedelta(minutes=20),
    )
    assert status(running, at(29.9)).tone == "green"
    assert status(running, at(30)).tone == "amber"
    assert status(running, at(60)).tone == "amber"
    overdue = status(running, at(60) + timedelta(microseconds=1))
    assert (overdue.state, overdue.tone) == ("running", "red")
    met = only(case_of(encountered(), began(0), checked(60)), LAW)
    assert (met.met_at, met.met_by, is_open(met)) == (at(60), ident(3), False)
    assert (status(met, at(999)).state, status(met, at(999)).tone) == ("met", "quiet")
    assert status(met, at(999)).elapsed == timedelta(minutes=60)
    late = only(case_of(encountered(), began(0), checked(60.1)), LAW)
    assert status(late, at(999)).state == "met_late"


def test_what_happened_before_the_start_meets_nothing() -> None:
    case = case_of(encountered(), began(1), *handed_over(10), began(20), checked(15))
    first, second = clocks(case, [pack(LAW)], ZONE)
    assert (first.start, first.due) == (at(20), at(80))
    assert (second.start, second.met_at) == (at(1), at(15))


def test_without_a_period_a_deadline_counts_up() -> None:
    clock = only(case_of(encountered(), began(0)), replace(LAW, within=None))
    told = status(clock, at(999))
    assert (clock.due, clock.target_at) == (None, None)
    assert (told.state, told.tone, told.elapsed) == (
        "open_ended",
        "green",
        timedelta(minutes=999),
    )


def aimed(*bodies: Body, within: Period | None = None) -> DutyClock:
    house = replace(pack(), targets={"LAW": timedelta(minutes=30)})
    case = case_of(encountered(), *bodies)
    (clock,) = clocks(case, [pack(replace(LAW, within=within)), house], ZONE)
    return clock


def test_later_than_the_target_of_the_station_is_amber_and_never_red() -> None:
    clock = aimed(began(0))
    assert (clock.due, clock.target_at) == (None, at(30))
    assert status(clock, at(30)).state == "open_ended"
    late = status(clock, at(30) + timedelta(microseconds=1))
    assert (late.state, late.tone, late.remaining) == ("later_than_target", "amber", None)
    assert status(clock, at(99_999)).tone == "amber"
    assert status(aimed(began(0), checked(30)), at(99)).state == "met"
    after = status(aimed(began(0), checked(31)), at(99))
    assert (after.state, after.tone) == ("met_after_target", "quiet")


def test_a_target_is_for_what_the_law_gives_no_time_and_for_a_start_that_is_known() -> None:
    fixed = aimed(began(0), within=Period(timedelta(hours=1)))
    assert (fixed.due, fixed.target_at) == (at(60), None)
    assert aimed(began(0, precision="day")).target_at is None


def test_a_further_start_opens_no_second_clock_while_one_runs() -> None:
    rule = replace(LAW, starts=("welfare_checked",), satisfied_by=("unsecured",))
    told = (encountered(), began(0, secure=True), checked(1), checked(2), moved(3), checked(4))
    first, second = sorted(clocks(case_of(*told), [pack(rule)], ZONE), key=lambda c: c.start)
    assert (first.start, first.met_at) == (at(1), at(3))
    assert (second.start, second.met_at) == (at(4), None)
    (once,) = clocks(case_of(*told), [pack(replace(rule, once=True))], ZONE)
    assert once == structs.replace(first, rule=once.rule)


def test_a_start_that_is_not_known_hides_no_clock_that_runs() -> None:
    rule = replace(LAW, starts=("encountered", "custody_began"), satisfied_by=())
    case = case_of(encountered(precision="day"), began(1))
    known, asks = clocks(case, [pack(rule)], ZONE)
    assert (known.due, known.start_known) == (at(61), True)
    assert (asks.start, asks.start_known) == (at(0), False)


def test_calendar_days_and_dates_left_out() -> None:
    night = datetime(2026, 10, 30, 23, tzinfo=UTC)
    case = case_of(structs.replace(began(1), occurred_at=night))
    days = only(case, replace(LAW, within=Period(days=2)))
    assert days.due == datetime(2026, 11, 2, 0, tzinfo=UTC)
    weekdays = replace(LAW, calendar=Calendar(weekends=True))
    assert only(case, replace(weekdays, within=Period(timedelta(hours=24)))).due == datetime(
        2026, 11, 3, 0, tzinfo=UTC
    )


def test_a_clock_set_back_takes_no_red_away() -> None:
    last = case_of(encountered(), began(0), checked(61.5))
    clock = only(last, replace(LAW, satisfied_by=()))
    pc = at(-500)
    assert status(clock, pc).tone == "green"
    now = max(pc, *(line.entry.recorded_at for line in last.log))
    assert status(clock, now).tone == "red"


RED = [
    ({}, True),
    ({"binds": "anyone"}, True),
    ({"kind": "interval"}, True),
    ({"checked": UNVERIFIED}, False),
    ({"is_law": False}, False),
    ({"within": None}, False),
]


@pytest.mark.parametrize(("changed", "red"), RED, ids=str)
def test_red_is_only_for_verified_law_that_binds_us(changed: dict[str, object], red: bool) -> None:
    rule = replace(LAW, **changed)  # type: ignore[arg-type]
    case = case_of(encountered(), began(0))
    assert rule.may_be_red is red
    tone = status(only(case, rule), at(9999)).tone
    assert (tone == "red") is red
    (short,) = card(case, [pack(rule)], ZONE).open_clocks
    assert card_clock_tone(short, at(9999)) == tone


@pytest.mark.parametrize("binds", ["federal", "court", "receiver", "state", "provider"])
def test_what_binds_others_is_no_duty_of_ours(binds: str) -> None:
    rule = replace(LAW, binds=binds)
    case = case_of(encountered(), began(0, secure=True))
    assert not rule.may_be_red
    assert clocks(case, [pack(rule)], ZONE) == ()
    assert (
        breaches(case, [pack(replace(rule, kind="prohibition", starts=("secured",)))], ZONE) == ()
    )


@pytest.mark.parametrize("precision", ["day", "month", "unknown"])
def test_a_clock_never_starts_from_less_than_about(precision: str) -> None:
    case = case_of(encountered(), began(0, precision=precision))
    for rule in (LAW, CHECK):
        clock = only(case, rule)
        told = status(clock, at(9999))
        assert (clock.start_known, clock.due) == (False, None)
        assert (told.state, told.tone, told.remaining) == ("start_not_known", "amber", None)
        (short,) = card(case, [pack(rule)], ZONE).open_clocks
        assert card_clock_tone(short, at(9999)) == "amber"
    met = only(case_of(encountered(), began(0, precision=precision), checked(5)), LAW)
    assert status(met, at(9)).state == "met"


@pytest.mark.parametrize("precision", ["minute", "about"])
def test_a_clock_starts_from_about(precision: str) -> None:
    assert only(case_of(encountered(), began(0, precision=precision)), LAW).due == at(60)


def test_the_interval_starts_again_with_each_check() -> None:
    case = case_of(encountered(), began(0), checked(20), checked(50), checked(81), checked(150))
    clock = only(case, CHECK)
    assert (clock.start, clock.due, clock.start_entry) == (at(150), at(180), ident(6))
    assert clock.earlier_missed == 2
    assert is_open(clock)


def test_the_interval_ends_with_the_handoff() -> None:
    case = case_of(encountered(), began(0), checked(20), *handed_over(40))
    clock = only(case, CHECK)
    assert (clock.met_at, clock.earlier_missed) == (at(40), 0)
    assert not is_open(clock)
    assert status(clock, at(999)).state == "met"
    late = only(case_of(encountered(), began(0), checked(20), *handed_over(60)), CHECK)
    assert (late.earlier_missed, status(late, at(999)).state) == (1, "met_late")


def test_each_episode_has_its_own_interval() -> None:
    case = case_of(encountered(), began(0), *handed_over(10), checked(15), began(20), checked(30))
    first, second = clocks(case, [pack(CHECK)], ZONE)
    assert (first.start, first.met_at) == (at(30), None)
    assert (second.start, second.met_at, second.earlier_missed) == (at(0), at(10), 0)


def test_an_interval_goes_by_the_last_check_that_is_known_exactly_enough() -> None:
    vague = only(case_of(encountered(), began(0), checked(20, precision="day")), CHECK)
    assert (vague.start_known, vague.due, vague.earlier_missed) == (False, None, 0)
    told = case_of(encountered(), began(0, precision="day"), checked(90), checked(100))
    clock = only(told, CHECK)
    assert (clock.start_known, clock.due, clock.earlier_missed) == (True, at(130), 0)


def test_an_interval_without_a_period_owes_nothing() -> None:
    assert clocks(case_of(began(0)), [pack(replace(CHECK, within=None))], ZONE) == ()


def test_an_interval_stops_where_the_next_one_starts() -> None:
    rule = replace(CHECK, ends_with=(), within=Period(timedelta(minutes=30)))
    case = case_of(encountered(), began(0), *handed_over(10), began(20), checked(25))
    assert [one.start for one in clocks(case, [pack(rule)], ZONE)] == [at(0), at(25)]


def test_the_most_urgent_comes_first_and_the_met_last() -> None:
    rules = [
        replace(LAW, id="MET", satisfied_by=("custody_began", "moved")),
        replace(LAW, id="OPEN", within=None, satisfied_by=()),
        replace(LAW, id="LATER", within=Period(timedelta(hours=2)), satisfied_by=()),
        replace(LAW, id="B", satisfied_by=()),
        replace(LAW, id="A", satisfied_by=()),
        replace(LAW, id="MET", satisfied_by=("handed_over",), starts=("encountered",)),
    ]
    case = case_of(encountered(), began(0), *handed_over(9))
    assert [one.rule.id for one in clocks(case, [pack(*rules)], ZONE)] == [
        "A",
        "B",
        "MET",
        "LATER",
        "OPEN",
        "MET",
    ]


def test_a_rule_applies_by_the_local_date_of_its_start() -> None:
    case = case_of(
        encountered(), structs.replace(began(0), occurred_at=datetime(2026, 11, 24, 5, tzinfo=UTC))
    )
    until = replace(LAW, effective_until=date(2026, 11, 23))
    since = replace(LAW, effective_from=date(2026, 11, 24))
    assert clocks(case, [pack(until)], "America/Chicago") != ()
    assert clocks(case, [pack(since)], "America/Chicago") == ()
    assert clocks(case, [pack(until)], "America/New_York") == ()
    assert clocks(case, [pack(since)], "America/New_York") != ()


def test_what_binds_others_is_information() -> None:
    rule = replace(LAW, binds="court")
    case = case_of(encountered(), began(0))
    (clock,) = clocks_of_others(case, [pack(rule, replace(LAW, id="OURS"))], ZONE)
    assert (clock.rule.binds, clock.due) == ("court", at(60))
    assert status(clock, at(999)).tone == "amber"


def test_a_condition_may_rule_a_rule_out() -> None:
    unless = replace(LAW, unless=("legal_class:accused_delinquent", "locked_up_now"))
    assert clocks(case_of(encountered(), began(0)), [pack(unless)], ZONE) != ()
    assert clocks(case_of(ACCUSED, began(0)), [pack(unless)], ZONE) == ()
    assert clocks(case_of(encountered(), began(0, secure=True)), [pack(unless)], ZONE) == ()


def test_conditions_choose_the_rule() -> None:
    only_in_custody = replace(LAW, applies=("in_custody", "legal_class:non_offender"))
    assert clocks(case_of(encountered(), began(0)), [pack(only_in_custody)], ZONE) != ()
    assert clocks(case_of(ACCUSED, began(0)), [pack(only_in_custody)], ZONE) == ()
    over = case_of(encountered(), began(0), *handed_over(9))
    assert clocks(over, [pack(only_in_custody)], ZONE) == ()


def test_a_child_charged_with_nothing_is_never_locked_up() -> None:
    for opening in (encountered(), encountered(legal_class="non_offender")):
        case = case_of(opening, began(0), moved(5, secure=True))
        (breach,) = breaches(case, [US, HOUSE], ZONE)
        assert (breach.rule.id, breach.entry_id, breach.at) == ("US-JJ-01", ident(3), at(5))
        assert "US-JJ-03" not in {one.rule.id for one in clocks(case, [US], ZONE)}
        (forbidden,) = prohibitions(case, [US, HOUSE], "secured", at(9), ZONE)
        assert forbidden == breach.rule
        assert card(case, [US], ZONE).findings == 1
    case = case_of(ACCUSED, began(0), moved(5, secure=True))
    assert breaches(case, [US, HOUSE], ZONE) == ()
    assert prohibitions(case, [US, HOUSE], "secured", at(9), ZONE) == ()
