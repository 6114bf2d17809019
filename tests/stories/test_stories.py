"""Twelve nights are played: each look gives every duty, gate, breach and call of the story only."""

from collections.abc import Mapping
from functools import lru_cache
from itertools import pairwise

import pytest

from minors_desk.domain.looking import ASKED, FIELDS, IN_ORDER, Row, differences, named
from minors_desk.domain.rules import OURS
from minors_desk.domain.story import Look, case_of
from minors_desk.services import packs
from minors_desk.services.seeing import seen as seen_at
from tests.stories.nights import HERE, NAMES, story

WRONG = {"calls": "whom", "not_called": "reason", "federal": "why", "disclosures": "why"}
"""What is told wrong of each kind, to see that it is seen; of all others the citation."""
NOBODY: Row = {
    "rule": "X-1",
    "start": None,
    "before": None,
    "at": None,
    "purpose": "X-1",
    "whom": "X-1",
    "about": "X-1",
    "to": "X-1",
}


@lru_cache(maxsize=64)
def seen(name: str, place: int) -> Mapping[str, tuple[Row, ...]]:
    told = story(name)
    one = told.looks[place]
    return seen_at(told, one, case_of(told.child(one.child), one.at)).rows


def looks(name: str) -> list[tuple[int, Look]]:
    return list(enumerate(story(name).looks))


def test_there_are_the_twelve() -> None:
    assert sorted(one.stem for one in HERE.glob("*.json")) == list(NAMES)


@pytest.mark.parametrize("name", NAMES)
def test_each_look_gives_what_the_story_names_and_nothing_else(name: str) -> None:
    for place, one in looks(name):
        assert set(one.expect) == set(FIELDS), f"{name} {place}: not every list is told"
        assert one.why
        found = differences(one.expect, seen(name, place))
        assert not found, f"{name}, look {place}: {found}"
    assert {one.child for _, one in looks(name)} == {one.name for one in story(name).children}
    for before, after in pairwise(story(name).looks):
        assert before.at <= after.at


@pytest.mark.parametrize("name", NAMES)
def test_a_line_left_out_or_told_wrong_is_seen(name: str) -> None:
    for place, one in looks(name):
        for kind, wanted in one.expect.items():
            field = WRONG.get(kind, "citation")
            for number, row in enumerate(wanted):
                rest = wanted[:number] + wanted[number + 1 :]
                if kind != ASKED:
                    (left,) = differences({kind: rest}, seen(name, place))
                    assert (left.how, left.what) == ("not_expected", named(kind, row))
                wrong = (*wanted[:number], dict(row) | {field: "another"}, *wanted[number + 1 :])
                (told,) = differences({kind: wrong}, seen(name, place))
                assert (told.how, told.field, told.given) == ("differs", field, row[field])


@pytest.mark.parametrize("name", NAMES)
def test_a_line_too_many_is_seen(name: str) -> None:
    for place, one in looks(name):
        for kind in one.expect.keys() - {"federal"}:
            more = (*one.expect[kind], NOBODY)
            (none,) = differences({kind: more}, seen(name, place))
            assert (none.how, none.what) == ("not_given", named(kind, NOBODY))


def test_calls_in_another_order_are_seen() -> None:
    several = [
        (name, place, one.expect[IN_ORDER])
        for name in NAMES
        for place, one in looks(name)
        if len(one.expect[IN_ORDER]) > 1
    ]
    assert len(several) >= 10
    for name, place, wanted in several:
        turned = tuple(reversed(wanted))
        (found,) = differences({IN_ORDER: turned}, seen(name, place))
        assert (found.how, found.what) == ("not_in_order", named(IN_ORDER, turned[0]))


@pytest.mark.parametrize("name", NAMES)
def test_every_call_is_asked_for_by_a_duty_of_the_look_that_is_open(name: str) -> None:
    for _, one in looks(name):
        is_open = {
            (row["rule"], row["citation"])
            for row in one.expect["duties"]
            if row["state"] in ("running", "open_ended", "later_than_target")
        }
        for call in one.expect["calls"]:
            assert set(call["why"]) <= is_open  # type: ignore[arg-type]


@pytest.mark.parametrize("name", NAMES)
def test_each_story_asks_what_may_be_told(name: str) -> None:
    assert sum(len(one.expect[ASKED]) for _, one in looks(name)) >= 2


def test_red_stands_only_on_a_verified_row_of_the_research_that_binds_us() -> None:
    researched = {one.id: one for one in packs.researched()}
    red = {
        row["rule"]: row
        for name in NAMES
        for _, one in looks(name)
        for row in one.expect["duties"]
        if row["tone"] == "red"
    }
    assert len(red) >= 5, "too few stories let a limit pass"
    for rule, row in red.items():
        source = researched[str(rule).rstrip("abcdefgh")]
        assert source.is_verified and source.binds in OURS
        assert row["due"] is not None


def test_at_some_look_something_is_missed_shut_broken_and_asked_of_others() -> None:
    told = [one for name in NAMES for _, one in looks(name)]
    states = {row["state"] for one in told for row in one.expect["duties"]}
    assert {"met", "met_late", "running", "open_ended", "later_than_target", "let_go"} <= states
    gates = {row["state"] for one in told for row in one.expect["gates"]}
    assert {"open", "shut", "forbidden", "needs", "allowed", "not_forbidden"} <= gates
    assert any(one.expect["breaches"] for one in told)
    assert {row["binds"] for one in told for row in one.expect["others"]} >= {"court", "receiver"}
    answers = {row["answer"] for one in told for row in one.expect[ASKED]}
    assert answers == {"allowed", "not_forbidden", "forbidden", "needs", "silent"}
    reasons = {row["reason"] for one in told for row in one.expect["not_called"]}
    assert reasons == {"already_reached", "closed", "do_not_contact", "next_try"}
    missing = {row["missing"] for one in told for row in one.expect["calls"]}
    assert missing == {None, "nobody_known", "nobody_may_be_rung"}


def test_a_consulate_never_hears_of_asylum_and_no_look_lets_it() -> None:
    told = [
        (name, row)
        for name in NAMES
        for _, one in looks(name)
        for row in one.expect[ASKED]
        if (row["about"], row["to"]) == ("immigration_status", "consulate")
    ]
    assert {name for name, _ in told} >= {"new-york-chinese-national", "toronto-ukrainian-aunt"}
    assert all(row["answer"] in ("forbidden", "silent") for _, row in told)
