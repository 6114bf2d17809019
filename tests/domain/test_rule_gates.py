"""Every prohibition, gate, record and dated rule of every pack that is shipped, by real cases."""

from dataclasses import replace
from datetime import datetime, time
from typing import get_args

from minors_desk.domain.applying import applies
from minors_desk.domain.duties import breaches, prohibitions
from minors_desk.domain.gates import Step
from minors_desk.domain.gating import GateState, gates
from tests.domain.moments import ident
from tests.domain.rule_cases import (
    NOW,
    Story,
    each,
    each_start,
    flips,
    found,
    in_time,
    the_story,
    wanted,
    without_start,
)
from tests.domain.rule_tables import ALL, DAY, MINUTE, Ruled, local

FORBIDDEN = [one for one in ALL if one.raw["kind"] == "prohibition"]
GATED = [one for one in ALL if one.raw["kind"] == "gate"]
WRITTEN = [one for one in ALL if one.raw["kind"] == "record"]
DATED = [one for one in ALL if {"effective_from", "effective_until"} & one.raw.keys()]


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
        asked = without_start(one)
        case = the_story(asked, start).case
        assert breaches(case, [one.pack], zone) == ()
        # Whoever is about to do it is told before, where all is so that makes it forbidden.
        is_told = one.binds_us and asked.conditions == wanted(one).conditions
        for event in one.starts:
            told = prohibitions(case, [one.pack], event, start, zone)
            assert told == ((one.rule,) if is_told else ())


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
            assert state.is_open is (one.raw.get("answer") in ("allowed", "not_forbidden"))
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
