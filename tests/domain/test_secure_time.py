"""Six hours behind a lock for a child accused: added up, standing still while no lock is on."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec import structs

from minors_desk import assets
from minors_desk.domain.bodies import Body
from minors_desk.domain.custody import secure_since, secure_time
from minors_desk.domain.duties import DutyClock, clocks, is_open, status
from minors_desk.domain.rulepack import read_pack
from minors_desk.domain.rules import Pack
from tests.domain.samples import ZONE, at, case_of, checked, encountered, handed_over, ident
from tests.domain.samples_custody import began, moved, relieved

US = read_pack(assets.read_text("rules", "us.toml"))
(SIX,) = (one for one in US.rules if one.id == "US-JJ-03")
ONLY = [replace(US, rules=(SIX,))]
ACCUSED = encountered(legal_class="accused_delinquent")


def told(*bodies: Body, packs: list[Pack] = ONLY) -> tuple[DutyClock, ...]:
    return clocks(case_of(ACCUSED, began(0), *bodies), packs, ZONE)


def one(*bodies: Body) -> DutyClock:
    (clock,) = told(*bodies)
    return clock


def test_no_lock_no_clock() -> None:
    assert told(moved(5)) == ()
    locked = case_of(encountered(), began(0), moved(5, secure=True))
    assert clocks(locked, ONLY, ZONE) == ()


def test_behind_a_lock_it_runs_to_a_due_instant() -> None:
    clock = one(moved(5, secure=True))
    assert (clock.start, clock.due, clock.start_entry) == (at(5), at(365), ident(3))
    assert status(clock, at(365)).tone == "amber"
    late = status(clock, at(366))
    assert (late.state, late.tone) == ("running", "red")


def test_unlocked_it_stands_still() -> None:
    clock = one(moved(5, secure=True), moved(125))
    assert (clock.due, clock.met_at, clock.met_by) == (None, at(125), ident(4))
    assert not is_open(clock)
    still = status(clock, at(9999))
    assert (still.state, still.tone, still.elapsed) == (
        "standing_still",
        "quiet",
        timedelta(hours=2),
    )


def test_locked_again_it_goes_on_from_where_it_stood() -> None:
    clock = one(moved(5, secure=True), moved(125), moved(200, secure=True))
    assert (clock.start, clock.due, is_open(clock)) == (at(5), at(200 + 240), True)


def test_another_room_or_another_watch_behind_the_lock_changes_nothing() -> None:
    clock = one(moved(5, secure=True), moved(65, secure=True, room="3"))
    assert (clock.start, clock.due) == (at(5), at(365))


def test_over_the_limit_it_is_met_late_and_red_again_with_the_next_lock() -> None:
    late = one(moved(5, secure=True), moved(400))
    assert (late.due, late.met_at) == (at(365), at(400))
    assert status(late, at(999)).state == "met_late"
    again = one(moved(5, secure=True), moved(400), moved(500, secure=True))
    assert (again.due, again.met_at) == (at(365), None)
    assert status(again, at(501)).tone == "red"
    exact = one(moved(5, secure=True), moved(365))
    assert (exact.due, exact.used) == (None, timedelta(hours=6))


def test_the_handoff_ends_it() -> None:
    clock = one(moved(5, secure=True), *handed_over(60))
    assert (clock.due, clock.met_at, clock.used) == (None, at(60), None)
    assert clock.met_by is not None
    assert status(clock, at(999)).state == "met"
    late = one(moved(5, secure=True), *handed_over(366))
    assert status(late, at(999)).state == "met_late"


def test_each_stay_has_its_own_six_hours() -> None:
    first, second = sorted(
        told(moved(5, secure=True), *handed_over(60), began(100, secure=True)),
        key=lambda clock: clock.start,
    )
    assert (first.start, first.met_at) == (at(5), at(60))
    assert (second.start, second.due) == (at(100), at(460))


@pytest.mark.parametrize("vague", [5, 125])
def test_a_lock_or_its_end_not_known_exactly_asks(vague: int) -> None:
    turns = (moved(5, secure=True), moved(125), moved(200, secure=True))
    clock = one(
        *(
            structs.replace(m, precision="day" if m.occurred_at == at(vague) else "about")
            for m in turns
        )
    )
    assert (clock.start_known, clock.due) == (False, None)
    assert status(clock, at(999)).state == "start_not_known"


def test_the_rule_applies_by_the_date_of_the_first_lock() -> None:
    ended = replace(SIX, effective_until=date(2026, 1, 1))
    assert told(moved(5, secure=True), packs=[replace(US, rules=(ended,))]) == ()


@given(st.lists(st.tuples(st.integers(1, 90), st.booleans()), max_size=16))
def test_due_is_when_the_minutes_of_the_log_reach_six_hours(
    turns: list[tuple[int, bool]],
) -> None:
    minute, bodies = 0, []
    for length, secure in turns:
        minute += length
        bodies.append(moved(minute, secure=secure))
        bodies.append(checked(minute))
    case = case_of(ACCUSED, began(0), *bodies)
    found = clocks(case, ONLY, ZONE)
    assert len(found) == any(secure for _, secure in turns)
    for clock in found:
        used = secure_time(case.spans, at(minute)).total
        if clock.due is None:
            assert used <= 360
            assert clock.used == timedelta(minutes=used)
        else:
            assert secure_time(case.spans, clock.due).total == 360
            assert is_open(clock) is bool(case.presence and case.presence.secure)


def test_a_lock_counts_since_it_came_on_whatever_changed_behind_it() -> None:
    def since(*bodies: Body) -> object:
        return secure_since(case_of(ACCUSED, began(0), *bodies).spans)

    assert since() is None
    assert since(moved(5, secure=True), moved(9)) is None
    assert since(moved(5, secure=True), moved(7), moved(9, secure=True), relieved(12)) == at(9)
    assert secure_since(()) is None
