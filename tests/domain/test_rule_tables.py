"""Every rule of every pack that is shipped: a case it catches, cases it must not, what ends it."""

from collections import Counter
from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from typing import get_args

import pytest
from msgspec import structs

from minors_desk.domain.applying import applies
from minors_desk.domain.board import card, card_clock_tone
from minors_desk.domain.conditions import CONDITIONS
from minors_desk.domain.duties import (
    DutyClock,
    breaches,
    clocks,
    clocks_of_others,
    is_open,
    prohibitions,
    status,
)
from minors_desk.domain.events import EVENTS
from minors_desk.domain.gates import Step
from minors_desk.domain.gating import GateState, gates
from minors_desk.domain.limits import LimitExplained
from tests.domain.moments import ident
from tests.domain.rule_cases import NATIONALITIES, Story, Wanted, find, nationalities, tell, wanted
from tests.domain.rule_holds import HOLDS
from tests.domain.rule_steps import DIMENSIONS, DIMENSIONS_OF
from tests.domain.rule_tables import (
    ALL,
    DAY,
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

NOW = datetime(2026, 11, 24, 9, 0, tzinfo=UTC)
STARTS = (
    NOW,
    datetime(2026, 7, 2, 23, 45, tzinfo=UTC),
    datetime(2026, 12, 24, 21, 30, tzinfo=UTC),
    datetime(2027, 2, 13, 17, 0, tzinfo=UTC),
)
"""A night in the week, the evening before a holiday, one before two, and a Saturday."""
MINUTE = timedelta(minutes=1)
CLOCKED = [one for one in ALL if one.raw["kind"] in ("deadline", "interval")]
SECURE = [one for one in CLOCKED if one.raw.get("counts") == "secure_time"]
PROLONGED = [one for one in CLOCKED if "may_extend_to" in one.raw]
FORBIDDEN = [one for one in ALL if one.raw["kind"] == "prohibition"]
GATED = [one for one in ALL if one.raw["kind"] == "gate"]
WRITTEN = [one for one in ALL if one.raw["kind"] == "record"]
DATED = [one for one in ALL if {"effective_from", "effective_until"} & one.raw.keys()]
BROUGHT = {
    "taken_into_custody": {"custody_began", "secured", "held_with_adults", "handed_over"},
}
"""Conditions that hold wherever one of those events started a rule: they cannot be otherwise."""
UNDONE = {"parent_reached": "parent_reached"}
"""Events that meet a rule and at once make a condition hold under which it is owed no more."""


def each(rules: list[Ruled]) -> pytest.MarkDecorator:
    return pytest.mark.parametrize("one", rules, ids=lambda one: one.raw["id"])


def in_time(one: Ruled) -> tuple[datetime, ...]:
    """Some instants at which the rule is law."""
    since, until = one.raw.get("effective_from"), one.raw.get("effective_until")
    if until is not None:
        back = NOW.date() - until + 2 * DAY
        return tuple(moment - back for moment in STARTS[:2])
    return tuple(moment for moment in STARTS if since is None or moment.date() > since)


def the_story(asked: Wanted, start: datetime) -> Story:
    """The case that was asked for; that there is none is a fault of the pack."""
    world = find(asked)
    assert world is not None, f"no case is like that: {asked}"
    return tell(asked, world, start)


def found(one: Ruled, story: Story, zone: str) -> tuple[DutyClock, ...]:
    """The clocks of the rule: ours, or those that are shown of others, never among the rest."""
    ours, theirs = (
        clocks(story.case, [one.pack], zone),
        clocks_of_others(story.case, [one.pack], zone),
    )
    assert not (theirs if one.binds_us else ours)
    return ours if one.binds_us else theirs


def flips(one: Ruled, start: str = "") -> list[Wanted]:
    """For each condition a case in which it alone is otherwise; the start happens if it still can.

    Of a nationality too.
    """
    asked = []
    for name in one.conditions:
        flipped = wanted(one, start, flipped=name)
        if find(flipped) is None:
            assert start in BROUGHT.get(name, ()), f"{name} can never be otherwise"
            flipped = wanted(one, flipped=name)
        asked.append(flipped)
    others = NATIONALITIES - nationalities(one)
    if others:
        asked.append(replace(wanted(one, start), nationality=others))
    return asked


def each_start(one: Ruled) -> list[Wanted]:
    return [wanted(one, start) for start in one.starts]


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
    if clock.met_at is None or clock.used is None:
        assert clock.due == due_of(one, story.start, zone)
    return clock


@each(CLOCKED)
def test_what_it_catches_runs_from_its_start_to_the_right_end(one: Ruled) -> None:
    for asked in each_start(one):
        for start in in_time(one):
            clock = right(one, the_story(asked, start), one.zones[0])
            assert is_open(clock) or one.closers == ()


@each(CLOCKED)
def test_what_it_must_not_catch(one: Ruled) -> None:
    start = in_time(one)[0]
    for event in one.starts:
        for asked in flips(one, event):
            assert found(one, the_story(asked, start), one.zones[0]) == (), asked
    assert found(one, the_story(without_start(one), start), one.zones[0]) == ()


def without_start(one: Ruled) -> Wanted:
    """A case in which no event starts it, and all holds that may hold without one."""
    asked = wanted(one)
    possible = {
        told for told in asked.conditions if find(replace(asked, conditions=frozenset({told})))
    }
    return replace(asked, conditions=frozenset(possible))


@each(CLOCKED)
def test_its_end_is_right_where_the_hour_changes_in_between(one: Ruled) -> None:
    for zone in one.zones:
        for start in evenings_before_a_change(one, zone):
            assert start.astimezone(UTC) == start
            for asked in each_start(one)[:1]:
                right(one, the_story(asked, start), zone)


@each(CLOCKED)
def test_each_event_that_meets_or_ends_it_does(one: Ruled) -> None:
    start, again = in_time(one)[0], one.raw["kind"] == "interval"
    for asked in each_start(one):
        for closer in one.closers:
            closing = replace(asked, closer=closer)
            if find(closing) is None:
                condition = UNDONE[closer]
                undone = wanted(one, asked.start, closer, without=condition)
                assert found(one, the_story(undone, start), one.zones[0]) == ()
                continue
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


@each(DATED)
def test_it_is_law_on_its_first_and_last_day_and_on_none_beside(one: Ruled) -> None:
    zone = one.zones[0]
    first, last = one.raw.get("effective_from"), one.raw.get("effective_until")
    days = [(first, 0, True), (first, -1, False), (last, 0, True), (last, 1, False)]
    for day, further, is_law in days:
        if day is None:
            continue
        for wall in (time(0), time(23, 59)):
            start = local(day + further * DAY, wall, zone)
            if one.raw["kind"] == "gate":
                told = the_story(wanted(one), start)
                assert bool(standing(one, told, start)) is is_law
                continue
            for asked in each_start(one):
                assert bool(found(one, the_story(asked, start), zone)) is is_law, (day, wall)


def test_texas_gives_48_hours_up_to_the_19th_of_june_2025_and_24_from_then_on() -> None:
    zone = "America/Chicago"
    asked = Wanted(starts=("abuse_suspected",), start="abuse_suspected")
    for day, hours in ((19, 48), (20, 24)):
        for wall in (time(0), time(9, 30), time(23, 59)):
            start = local(date(2025, 6, day), wall, zone)
            owed = clocks(the_story(asked, start).case, [PACKS["us-tx"]], zone)
            ends = [one.due for one in owed if one.rule.id.startswith("US-TX-07")]
            assert ends == [start + timedelta(hours=hours)]


def test_in_arizona_the_hour_never_changes_and_where_else_it_does_twice_a_year() -> None:
    since = date(2026, 1, 1)
    never = {one for zones in ZONES.values() for one in zones if not changes(one, since)}
    assert "America/Phoenix" in never
    assert ZONES["us-az"][0] == "America/Phoenix"
    for name, zones in ZONES.items():
        if name not in ("us", "ca", "house"):
            expected = () if zones[0] in never else (date(2026, 3, 8), date(2026, 11, 1))
            assert (changes(zones[0], since) or ()) == expected, zones[0]
            assert (zones[0] in never) is (name == "us-az")


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


@each(FORBIDDEN)
def test_what_it_forbids_breaks_it_and_nothing_else_does(one: Ruled) -> None:
    zone = one.zones[0]
    for start in in_time(one):
        for asked in each_start(one):
            story = the_story(asked, start)
            broken = breaches(story.case, [one.pack], zone)
            forbidden = prohibitions(story.case, [one.pack], asked.start, start, zone)
            assert forbidden == ((one.rule,) if one.binds_us else ())
            assert [(it.at, it.entry_id) for it in broken] == (
                [(start, ident(story.start_entry))] if one.binds_us else []
            )
            for flipped in flips(one, asked.start):
                case = the_story(flipped, start).case
                assert breaches(case, [one.pack], zone) == ()
                assert prohibitions(case, [one.pack], asked.start, start, zone) == ()
        assert breaches(the_story(without_start(one), start).case, [one.pack], zone) == ()


def standing(one: Ruled, story: Story, at: datetime) -> tuple[GateState, ...]:
    """The gate before its step at that instant; none before any other step."""
    states = {
        step: gates(story.case, [one.pack], step, at, one.zones[0]) for step in get_args(Step)
    }
    mine = states.pop(one.raw["before"])
    assert not any(states.values())
    return mine


@each(GATED)
def test_a_gate_is_shut_until_what_it_asks_for_is_told(one: Ruled) -> None:
    start = in_time(one)[0]
    opened = [replace(wanted(one), closer=closer) for closer in one.closers]
    for asked in opened or [wanted(one)]:
        story = the_story(asked, start)
        states = standing(one, story, story.closing - MINUTE)
        assert len(states) == one.binds_us
        for state in states:
            assert state.rule.gate is not None
            assert state.rule.gate.answer == one.raw.get("answer")
            assert state.is_open is (one.raw.get("answer") == "allowed")
            assert (state.opened_by, state.opened_at) == (None, None)
        for state in standing(one, story, story.closing) if opened else ():
            assert state.is_open
            assert (state.opened_by, state.opened_at) == (
                ident(story.closing_entry),
                story.closing,
            )
    for flipped in flips(one):
        assert standing(one, the_story(flipped, start), start) == ()


@each(GATED)
def test_the_answer_of_the_law_stands_as_its_text_gives_it(one: Ruled) -> None:
    terms = one.rule.gate
    assert terms is not None
    told = {name: one.raw.get(name, ()) for name in ("needs", "about", "to")}
    assert {name: list(getattr(terms, name)) for name in told} == {
        name: list(value) for name, value in told.items()
    }
    assert (terms.answer is None) is bool(one.closers)


@each(WRITTEN)
def test_a_record_is_asked_for_only_where_its_conditions_hold(one: Ruled) -> None:
    zone = one.zones[0]
    for start in one.starts or ("",):
        assert applies(the_story(wanted(one, start), NOW).case, one.rule, zone)
        for flipped in flips(one, start):
            assert not applies(the_story(flipped, NOW).case, one.rule, zone)


@each(CLOCKED)
def test_red_is_only_verified_law_that_binds_us(one: Ruled) -> None:
    is_law = RAW[one.pack.id]["pack"]["kind"] == "law"
    verified = one.raw["checked"]["status"] == "verified"
    may_be_red = is_law and verified and one.binds_us and "within" in one.raw
    for asked in each_start(one):
        story = the_story(asked, in_time(one)[0])
        (clock,) = found(one, story, one.zones[0])
        late = NOW + 999 * DAY
        tones = {status(clock, late).tone}
        for short in card(story.case, [one.pack], one.zones[0]).open_clocks:
            tones.add(card_clock_tone(short, late))
        assert ("red" in tones) is (may_be_red and is_open(clock)), tones
