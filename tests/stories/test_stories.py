"""Twelve nights are played: each look gives every duty, gate and breach of the story, no other."""

from functools import lru_cache
from itertools import pairwise

import pytest

from minors_desk.domain.looking import FIELDS, Row, differences, look, rows
from minors_desk.domain.rules import OURS
from minors_desk.domain.story import Look, case_of
from minors_desk.services import packs
from tests.stories.nights import HERE, NAMES, story


@lru_cache(maxsize=64)
def seen(name: str, place: int) -> dict[str, tuple[Row, ...]]:
    told = story(name)
    one = told.looks[place]
    return rows(look(case_of(told.child(one.child), one.at), told.packs, one.at, told.zone))


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
            for number, row in enumerate(wanted):
                rest = wanted[:number] + wanted[number + 1 :]
                (left,) = differences({kind: rest}, seen(name, place))
                assert (left.how, left.rule) == ("not_expected", row["rule"])
                wrong = dict(row) | {"citation": "another"}
                (told,) = differences({kind: (*rest, wrong)}, seen(name, place))
                assert (told.how, told.field, told.given) == (
                    "differs",
                    "citation",
                    row["citation"],
                )
            more = (*wanted, {"rule": "X-1", "start": None, "before": None, "at": None})
            (none,) = differences({kind: more}, seen(name, place))
            assert (none.how, none.rule) == ("not_given", "X-1")


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
    assert {"open", "shut", "forbidden", "needs", "allowed"} <= gates
    assert any(one.expect["breaches"] for one in told)
    assert {row["binds"] for one in told for row in one.expect["others"]} >= {"court", "receiver"}
