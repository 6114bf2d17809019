"""The commands on the shipped rules: every rule in one line, one in all its words, all placed."""

from typing import get_args

import pytest

from minors_desk.cli.parsing_rules import KINDS
from minors_desk.domain.rules import Kind, Outside
from minors_desk.services.packs import all_shipped, shipped_pack
from tests.cli.conftest import Line, Said

PACKS = {name: shipped_pack(name) for name in all_shipped()}
ROWS = [(pack, one) for pack in PACKS.values() for one in pack.all_rows]
RULES = [one for pack in PACKS.values() for one in pack.rules]


def good(said: Said) -> Said:
    assert (said.code, said.err) == (0, ""), said
    return said


def test_the_kinds_are_those_of_the_rules() -> None:
    assert get_args(Kind) == KINDS


def test_each_rule_and_each_row_outside_is_one_line(empty: Line) -> None:
    lines = good(empty.plain("rules", "list")).out.splitlines()
    assert [line.split(" · ")[0] for line in lines] == [one.id for _pack, one in ROWS]
    for line, (_pack, one) in zip(lines, ROWS, strict=True):
        assert line.endswith(one.title)
        assert f"binds {one.binds}" in line


def test_a_line_says_kind_time_and_that_it_is_not_verified(empty: Line) -> None:
    lines = good(empty.plain("rules", "list")).out.splitlines()
    by_id = {line.split(" · ")[0]: line for line in lines}
    assert (
        " · deadline · 6 h 00 min behind a lock · binds police · verified on 2026-11-24 · "
        in (by_id["US-JJ-03"])
    )
    assert " · not verified - ask counsel · " in by_id["US-CN-01"]
    assert all("station rule, not law" in by_id[one.id] for one in PACKS["house"].rules)


@pytest.mark.parametrize("kind", KINDS)
def test_a_kind_of_rule(empty: Line, kind: str) -> None:
    listed = good(empty.plain("rules", "list", "--kind", kind, "--json")).document
    assert [one["id"] for one in listed["rules"]] == [one.id for one in RULES if one.kind == kind]
    assert listed["outside"] == []


def test_a_place_and_what_is_not_verified(empty: Line) -> None:
    words = ("rules", "list", "--jurisdiction", "US-IL", "--not-verified", "--json")
    listed = good(empty.plain(*words)).document
    pack = PACKS["us-il"]
    doubtful = [one.id for one in pack.rules if not one.checked.verified]
    assert doubtful
    assert [one["id"] for one in listed["rules"]] == doubtful
    assert {one["pack"] for one in listed["rules"]} == {"us-il"}


def test_what_is_outside_has_its_reason(empty: Line) -> None:
    listed = good(empty.plain("rules", "list", "--kind", "outside", "--json")).document
    outside = [one for _pack, one in ROWS if isinstance(one, Outside)]
    assert [(one["id"], one["why"]) for one in listed["outside"]] == [
        (one.id, one.why) for one in outside
    ]


def test_a_rule_in_all_its_words(empty: Line) -> None:
    said = good(empty.plain("rules", "show", "us-il-01")).out
    for words in (
        "rule: US-IL-01 · Illinois · once, by a time",
        "binds: us, the police",
        "time: 6 h 00 min",
        "starts when: the child was met",
        "met when: the child was handed over or custody ended",
        "applies: only when the child is a status offender",
        "citation: 705 ILCS 405/3-4",
        "checked: verified on 2026-11-24",
        "source: https://",
        "note: From the first contact",
    ):
        assert f"  {words}" in said
    document = good(empty.plain("rules", "show", "US-IL-01", "--json")).document
    assert (document["within"], document["starts"]) == ("PT6H", ["encountered"])


@pytest.mark.parametrize("rule", [one.id for _pack, one in ROWS])
def test_every_row_can_be_shown(empty: Line, rule: str) -> None:
    found = next(one for _pack, one in ROWS if one.id == rule)
    said = good(empty.plain("rules", "show", rule)).out.splitlines()
    assert said[0] == found.title
    text = "\n".join(said)
    for told in (found.citation, found.checked.source, found.checked.note):
        assert told in text
    assert "_" not in text.replace(found.checked.source, "").replace(found.checked.note, "")


def test_coverage_counts_all_rows_and_names_those_that_are_nowhere(empty: Line) -> None:
    said = empty.plain("rules", "coverage", "--json")
    found = said.document
    nowhere = [one["row"] for one in found["placings"] if not one["rules"] and not one["outside"]]
    assert found["nowhere"] == nowhere
    assert (found["rows"], found["placed"]) == (262, 262 - len(nowhere))
    assert said.code == (1 if nowhere or found["of_no_row"] else 0)
    of = [one.split(" of ") for one in found["counts"]["jurisdiction"].values()]
    assert sum(int(here) for here, _of in of) == found["placed"]
    assert sum(int(all_rows) for _here, all_rows in of) == sum(found["counts"]["checked"].values())
    words = empty.plain("rules", "coverage").out
    assert f"{found['placed']} of 262 researched rows are in the packs." in words


def test_coverage_fails_when_a_row_is_nowhere(empty: Line, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("minors_desk.services.packs.all_shipped", lambda: ("us-il",))
    said = empty.plain("rules", "coverage")
    assert said.code == 1
    assert "nowhere: US-JJ-01" in said.out.splitlines()
