"""Every rule of every pack that is shipped: a case it catches, cases it must not, what ends it."""

from collections import Counter
from dataclasses import replace
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from msgspec import structs

from minors_desk.domain.board import card, card_clock_tone
from minors_desk.domain.conditions import CONDITIONS
from minors_desk.domain.duties import DutyClock, clocks, is_open, status
from minors_desk.domain.events import EVENTS
from minors_desk.domain.limits import LimitExplained
from tests.domain.moments import ident
from tests.domain.rule_cases import (
    LATER,
    NATIONALITIES,
    NOW,
    STARTS,
    Story,
    Wanted,
    each,
    each_start,
    find,
    flips,
    found,
    in_time,
    phases,
    tell,
    the_story,
    wanted,
    without_start,
)
from tests.domain.rule_holds import HOLDS
from tests.domain.rule_steps import DIMENSIONS, DIMENSIONS_OF
from tests.domain.rule_tables import (
    ALL,
    DAY,
    MINUTE,
    PACKS,
    RAW,
    ZONES,
    Ruled,
    changes,
    due_of,
    evenings_before_a_change,
    extended_due,
    given,
    local,
)
from tests.domain.samples_custody import secured, unsecured

CLOCKED = [one for one in ALL if one.raw["kind"] in ("deadline", "interval")]
TOLD_AGAIN = [
    one
    for one in CLOCKED
    if one.raw["kind"] == "deadline"
    and one.closers
    and not {"custody", "encounter", "parent"}
    & {dimension for event in one.starts for dimension in DIMENSIONS_OF[event]}
]
"""Deadlines from what may be told twice while nothing else changes."""
SECURE = [one for one in CLOCKED if one.raw.get("counts") == "secure_time"]
PROLONGED = [one for one in CLOCKED if "may_extend_to" in one.raw]
OF_COUNTRIES = [one for one in CLOCKED if {"nationality", "nationality_not"} & one.raw.keys()]


@pytest.mark.parametrize("dimension", DIMENSIONS)
def test_the_steps_tell_the_events_and_make_the_conditions_that_these_tables_say(
    dimension: str,
) -> None:
    for name, chain in DIMENSIONS[dimension].items():
        world = {dimension: name}
        case = tell(Wanted(), world, NOW).case
        expected = Counter(event for one in chain for event in one.events)
        if dimension != "encounter":
            expected["encountered"] += 1
        assert Counter(one.name for one in case.events) == expected, world
        holding = {one for one, holds in CONDITIONS.items() if holds(case, "America/Chicago")}
        assert holding == {one for one, holds in HOLDS.items() if holds.in_world(world)}, world
        broken = {one.code for one in case.findings}
        assert not broken & {"terms_differ", "receiver_not_checked"}, world


def test_every_event_and_every_condition_stands_in_these_tables() -> None:
    assert DIMENSIONS_OF.keys() == EVENTS
    assert HOLDS.keys() == CONDITIONS.keys()


def right(one: Ruled, story: Story, zone: str) -> DutyClock:
    """The one clock of that case, after a look at its start and its end."""
    (clock,) = found(one, story, zone)
    assert (clock.start, clock.start_known) == (story.start, True)
    assert clock.start_entry == ident(story.start_entry)
    assert clock.due == due_of(one, story.start, zone)
    return clock


def midnights(one: Ruled) -> tuple[datetime, ...]:
    """Of a week: from one of them a limit that leaves out Saturdays ends as Friday does."""
    days = (date(2026, 9, 28) + number * DAY for number in range(5))
    return tuple(local(day, time(0), one.zones[0]) for day in days if "skips" in one.raw)


@each(CLOCKED)
def test_what_it_catches_runs_from_its_start_to_the_right_end(one: Ruled) -> None:
    for asked in each_start(one):
        for start in (*in_time(one), *midnights(one)):
            clock = right(one, the_story(asked, start), one.zones[0])
            assert is_open(clock)


@each(CLOCKED)
def test_what_it_must_not_catch(one: Ruled) -> None:
    start = in_time(one)[0]
    for event in one.starts:
        for asked in flips(one, event):
            assert found(one, the_story(asked, start), one.zones[0]) == (), asked
    assert found(one, the_story(without_start(one), start), one.zones[0]) == ()


@each(CLOCKED)
def test_its_end_is_right_where_the_hour_changes_in_between(one: Ruled) -> None:
    for zone in one.zones:
        for start in evenings_before_a_change(one, zone):
            for asked in each_start(one):
                right(one, the_story(asked, start), zone)


@each(CLOCKED)
def test_each_event_that_meets_or_ends_it_does(one: Ruled) -> None:
    start, again = in_time(one)[0], one.raw["kind"] == "interval"
    for asked in each_start(one):
        for closer in one.closers:
            closing = replace(asked, closer=closer)
            story = the_story(closing, start)
            (clock,) = found(one, story, one.zones[0])
            if again and closer in one.raw["satisfied_by"]:
                assert (clock.start, clock.start_entry) == (
                    story.closing,
                    ident(story.closing_entry),
                )
                assert clock.due == due_of(one, story.closing, one.zones[0])
                continue
            assert (clock.start, clock.met_at) == (start, story.closing), closing
            assert clock.met_by == ident(story.closing_entry), closing
            assert status(clock, NOW + 999 * DAY).tone == "quiet"


def test_texas_gives_48_hours_up_to_the_19th_of_june_2025_and_24_from_then_on() -> None:
    zone = "America/Chicago"
    asked = Wanted(starts=("abuse_suspected",), start="abuse_suspected")
    for day, hours in ((19, 48), (20, 24)):
        for wall in (time(0), time(9, 30), time(23, 59)):
            start = local(date(2025, 6, day), wall, zone)
            owed = clocks(the_story(asked, start).case, [PACKS["us-tx"]], zone)
            ends = [one.due for one in owed if one.rule.id.startswith("US-TX-07")]
            assert ends == [start + timedelta(hours=hours)]


def test_in_arizona_the_hour_never_changes_and_in_every_other_state_twice_a_year() -> None:
    since = date(2026, 1, 1)
    states = {name: zones[0] for name, zones in ZONES.items() if name.startswith("us-")}
    unchanging = {name: zone for name, zone in states.items() if not changes(zone, since)}
    assert unchanging == {"us-az": "America/Phoenix"}
    for name in states.keys() - unchanging.keys():
        spring, autumn = changes(states[name], since)
        for day in (spring, autumn):
            evening, station = local(day - DAY, time(22), states[name]), ZoneInfo(states[name])
            before, after = (one.astimezone(station) for one in (evening, evening + DAY / 4))
            assert before.utcoffset() != after.utcoffset()


@each(TOLD_AGAIN)
def test_a_second_start_counts_anew_once_it_was_met_or_never(one: Ruled) -> None:
    start = in_time(one)[0]
    for asked in each_start(one):
        closing = replace(asked, closer=one.closers[0])
        world = find(closing)
        assert world is not None
        (first,) = phases(world, closing).start
        for later, is_met in ((LATER / 2, False), (2 * LATER, True)):
            again = [structs.replace(body, occurred_at=start + later) for body in first.bodies]
            told = found(one, tell(closing, world, start, *again), one.zones[0])
            anew = is_met and not one.raw.get("once", False)
            expected = {start, start + later} if anew else {start}
            assert {clock.start for clock in told} == expected
            assert len(told) == len(expected)


@each(OF_COUNTRIES)
def test_it_is_about_the_countries_of_its_lists_and_no_others(one: Ruled) -> None:
    start = in_time(one)[0]
    must_be_told = "nationality_told" in (*one.starts, *one.raw.get("applies", ()))
    for said in NATIONALITIES - ({"untold"} if must_be_told else set()):
        asked = replace(wanted(one, one.starts[0]), nationality=frozenset({said}))
        caught = found(one, the_story(asked, start), one.zones[0]) != ()
        of, not_of = one.countries("nationality"), one.countries("nationality_not")
        assert caught is ((not of or said in of) and said not in not_of), said


@each(SECURE)
def test_only_minutes_behind_a_lock_count(one: Ruled) -> None:
    limit = given(one.raw["within"]).exact
    for start in in_time(one):
        asked = wanted(one, one.starts[0])
        turns = (start + 2 * limit / 3, start + 2 * limit)
        further = (
            structs.replace(unsecured(0), occurred_at=turns[0]),
            structs.replace(secured(0), occurred_at=turns[1]),
        )
        world = find(asked)
        assert world is not None
        (clock,) = found(one, tell(asked, world, start, *further), one.zones[0])
        moment, left = start, limit
        while left:
            if not turns[0] <= moment < turns[1]:
                left -= MINUTE
            moment += MINUTE
        assert clock.due == moment


@each(PROLONGED)
def test_who_may_prolong_it_does_so_up_to_the_longest_and_not_further(one: Ruled) -> None:
    zone, start = one.zones[0], STARTS[0]
    asked = wanted(one, one.starts[0])
    world = find(asked)
    assert world is not None
    short, longest = due_of(one, start, zone), extended_due(one, start, zone)
    assert short is not None and short < longest
    for until, end in (
        (None, longest),
        (longest + DAY, longest),
        (longest - MINUTE, longest - MINUTE),
        (short - MINUTE, short),
    ):
        for authority, due in (("Order 26-7", end), ("", short)):
            reason = LimitExplained(
                occurred_at=start + MINUTE,
                rule=one.raw["id"],
                reason="No bed",
                approved_by="Judge Hale",
                authority=authority,
                until=until,
            )
            (clock,) = found(one, tell(asked, world, start, reason), zone)
            assert clock.due == due


@each(CLOCKED)
def test_red_is_only_verified_law_that_binds_us(one: Ruled) -> None:
    is_law = RAW[one.pack.id]["pack"]["kind"] == "law"
    verified = one.raw["checked"]["status"] == "verified"
    may_be_red = is_law and verified and one.binds_us and "within" in one.raw
    for asked in each_start(one):
        story = the_story(asked, in_time(one)[0])
        (clock,) = found(one, story, one.zones[0])
        late = NOW + 999 * DAY
        tones: set[str] = {status(clock, late).tone}
        for short in card(story.case, [one.pack], one.zones[0]).open_clocks:
            tones.add(card_clock_tone(short, late))
        assert ("red" in tones) is (may_be_red and is_open(clock)), tones
