"""A story is played through the rules without a record: what is owed, shut and broken, and when."""

import json
from pathlib import Path
from typing import Any

import pytest

from tests.cli.conftest import Line, Said
from tests.domain.test_rulepack import HEAD, rule

FIRST = "019ab3e5-7c00-7000-8000-000000000001"
MET: dict[str, Any] = {
    "kind": "encountered",
    "occurred_at": "2026-11-24T02:00:00-06:00",
    "encounter_id": "019ab3e5-7c00-7000-8000-000000000000",
    "place": "Store on 5th",
}
BEGAN: dict[str, Any] = {
    "kind": "custody_began",
    "occurred_at": "2026-11-24T02:30:00-06:00",
    "place": "Area Central",
    "watched_by": "J. Rivera",
    "starts_from": "arrival",
    "secure": True,
}
STORY: dict[str, Any] = {
    "jurisdiction": "US-IL",
    "zone": "America/Chicago",
    "at": "2026-11-24T09:00:00-06:00",
    "entries": [MET, BEGAN],
}


def play(line: Line, *flags: str, **changed: Any) -> Said:
    story = {name: value for name, value in (STORY | changed).items() if value != "left out"}
    return line.plain("rules", "simulate", "-", *flags, given=json.dumps(story).encode())


def document(line: Line, **changed: Any) -> Any:
    said = play(line, "--json", **changed)
    assert (said.code, said.err) == (0, ""), said
    return said.document


def duty(found: Any, rule_id: str) -> Any:
    return next(one for one in found["duties"] if one["rule"] == rule_id)


def test_duties_gates_and_breaches_as_of_an_instant(empty: Line) -> None:
    found = document(empty)
    assert (found["at"], found["packs"]) == ("2026-11-24T15:00:00Z", ["us", "us-il", "house"])
    food = duty(found, "HOUSE-FOOD")
    assert (food["start"], food["due"]) == ("2026-11-24T08:30:00Z", "2026-11-24T12:30:00Z")
    assert food["remaining_seconds"] == -int(2.5 * 3600)
    assert [(one["rule"], one["at"]) for one in found["breaches"]] == [
        ("US-JJ-01", "2026-11-24T08:30:00Z")
    ]
    (rights,) = [one for one in found["gates"] if one["rule"] == "US-JJ-19a"]
    assert (rights["before"], rights["open"]) == ("questioning", False)
    said = play(empty).out
    assert f"Duties: {len(found['duties'])}" in said
    assert f"Gates: {len(found['gates'])}" in said
    assert "Broken: 1" in said
    assert "US-JJ-01 · 2026-11-24 02:30 CST" in said
    assert not empty.record.exists()


def test_what_was_recorded_later_is_not_known_yet(empty: Line) -> None:
    told = {
        "kind": "rights_told",
        "occurred_at": "2026-11-24T03:00:00-06:00",
        "what": ["rights"],
        "understood": "yes",
    }
    late = told | {"recorded_at": "2026-11-24T03:10:00-06:00"}

    def opened(at: str) -> bool:
        found = document(empty, at=at, entries=[MET, BEGAN, late])
        return any(one["rule"] == "US-JJ-19a" and one["open"] for one in found["gates"])

    assert not opened("2026-11-24T03:09:00-06:00")
    assert opened("2026-11-24T03:10:00-06:00")


@pytest.mark.parametrize("at", [None, "left out"])
def test_without_an_instant_it_is_that_of_the_last_entry(empty: Line, at: str | None) -> None:
    assert document(empty, at=at)["at"] == "2026-11-24T08:30:00Z"


def test_an_entry_may_be_named_by_another(empty: Line) -> None:
    undone = {
        "kind": "withdrawn",
        "occurred_at": "2026-11-24T02:40:00-06:00",
        "target": FIRST,
        "reason": "Typed the wrong child",
    }
    found = document(empty, entries=[MET, BEGAN | {"id": FIRST}, undone])
    assert found["breaches"] == []


def test_a_draft_stands_in_the_place_of_its_namesake(empty: Line) -> None:
    table = rule(applies=None, effective_from=None)
    (empty.folder / "draft.toml").write_text(HEAD.replace('"x"', '"us-il"') + table)
    (empty.folder / "new.toml").write_text(HEAD + rule(id='"X-2"', effective_from=None))
    file = empty.folder / "story.json"
    file.write_text(json.dumps(STORY | {"packs": ["draft.toml", "new.toml"]}))
    said = empty.plain("rules", "simulate", file, "--json")
    found = said.document
    assert found["packs"] == ["us", "us-il", "house", "x"]
    ids = {one["rule"] for one in found["duties"]}
    assert {"X-1", "X-2"} <= ids
    assert not [one for one in ids if one.startswith("US-IL")]
    assert duty(found, "X-1")["due"] == "2026-11-24T10:00:00Z"


ANA, LUIS = "019ab3e5-7c00-7000-8000-0000000000a1", "019ab3e5-7c00-7000-8000-0000000000a2"
LOOK: dict[str, Any] = {
    "at": "2026-11-24T02:40:00-06:00",
    "child": "Ana",
    "why": "She is locked up",
    "expect": {
        "breaches": [
            {
                "rule": "US-JJ-01",
                "citation": "34 U.S.C. 11133(a)(11)(A)(ii)",
                "at": BEGAN["occurred_at"],
            }
        ]
    },
}
TWO: dict[str, Any] = {
    "title": "Two children",
    "at": "left out",
    "children": {"Ana": ANA, "Luis": LUIS},
    "entries": [MET, BEGAN | {"child": "Ana"}],
    "looks": [LOOK, {"at": LOOK["at"], "child": "Luis"}],
}


def test_two_children_of_a_night_each_with_its_own(empty: Line) -> None:
    found = document(empty, **TWO)
    ana, luis = found["looks"]
    assert (ana["child"], luis["child"]) == ("Ana", "Luis")
    assert len(ana["breaches"]) == 1
    assert luis["breaches"] == []
    assert (found["differences"], ana["differences"], "differences" in luis) == (0, [], False)
    said = play(empty, **TWO)
    assert "Ana · She is locked up" in said.out
    assert said.out.endswith("1 line, as expected; nothing else is given.\n")


def test_what_is_not_as_expected_is_told_line_by_line(empty: Line) -> None:
    breach = LOOK["expect"]["breaches"][0] | {"citation": "another law"}
    gate = {"rule": "X-1", "citation": "X", "before": "handoff", "state": "open"}
    food = {
        "rule": "HOUSE-FOOD",
        "citation": "station rule, not law",
        "start": BEGAN["occurred_at"],
        "due": None,
        "state": "running",
        "tone": "green",
        "earlier_missed": 1,
    }
    expect = {"breaches": [breach], "gates": [gate], "duties": [food]}
    said = play(empty, **TWO | {"looks": [LOOK | {"expect": expect}]})
    assert (said.code, said.err) == (1, ""), said
    lines = [one.strip() for one in said.out.splitlines()]
    assert "gate X-1: expected, and not given" in lines
    assert "gate US-MC-05b: given, and not expected" in lines
    assert "duty HOUSE-FOOD, due: expected nothing, given 2026-11-24 06:30 CST" in lines
    assert "duty HOUSE-FOOD, earlier_missed: expected 1, given 0" in lines
    differ = "expected another law, given 34 U.S.C. 11133(a)(11)(A)(ii)"
    assert f"breach US-JJ-01, citation: {differ}" in lines
    assert lines[-1].endswith("of what the rules give is not as expected.")


DCFS = {"US-IL-05b": "705 ILCS 405/2-5, 2-6; 325 ILCS 5/5"}
TELLING: dict[str, Any] = {
    "calls": [
        {
            "purpose": "child_protection",
            "whom": "us-il-child-protection",
            "why": DCFS,
            "missing": None,
        }
    ],
    "federal": [{"answer": "allowed", "why": {}}],
    "disclosures": [
        {
            "about": "immigration_status",
            "to": "immigration_authority",
            "answer": "needs",
            "needs": ["judge_order"],
            "why": {"US-IL-12": "5 ILCS 805/5"},
        }
    ],
}


def expecting(kind: str, row: int, **changed: Any) -> dict[str, Any]:
    rows = [dict(one) for one in TELLING[kind]]
    rows[row] |= changed
    return TWO | {"looks": [LOOK | {"expect": {kind: rows}}]}


def test_calls_and_telling_that_are_not_as_expected(empty: Line) -> None:
    said = play(empty, **TWO | {"looks": [LOOK | {"expect": TELLING}]})
    assert (said.code, said.err) == (1, ""), said
    lines = [one.strip() for one in said.out.splitlines()]
    assert "call parent_or_relative: given, and not expected" in lines
    assert "federal call allowed, answer: expected allowed, given needs" in lines
    asked = "telling immigration_status immigration_authority"
    assert f"{asked}, answer: expected needs, given not_forbidden" in lines
    assert f"{asked}, needs: expected judge_order, given nothing" in lines
    us = "US-IL-12 5 ILCS 805/5; US-IS-01 8 U.S.C. 1373(a)-(b); 8 U.S.C. 1644"
    assert f"{asked}, why: expected US-IL-12 5 ILCS 805/5, given {us}" in lines
    assert not [one for one in lines if one.startswith("call child_protection")]
    assert "What the law says of telling: 1" in lines
    assert (
        "Immigration status · to an immigration authority · Not forbidden; nobody must tell it"
        in lines
    )
    (told,) = play(empty, "--json", **TWO | {"looks": [LOOK | {"expect": TELLING}]}).document[
        "telling"
    ]
    assert (told["to"], told["answer"]) == ("immigration_authority", "not_forbidden")


BAD: dict[str, tuple[dict[str, Any], str]] = {
    "no entries": ({"entries": []}, "entries is not right. Expected is a list"),
    "entries that are none": ({"entries": [1]}, "entries[0] is not right"),
    "an unknown kind": ({"entries": [MET | {"kind": "met"}]}, "entries[0].kind is not right"),
    "a field left out": (
        {"entries": [MET, {"kind": "moved", "occurred_at": BEGAN["occurred_at"]}]},
        "entries[1].place is not right",
    ),
    "no encounter": ({"entries": [BEGAN]}, "The story:"),
    "custody twice": ({"entries": [MET, BEGAN, BEGAN]}, "entries[2]:"),
    "recorded before it was": (
        {"entries": [MET, BEGAN | {"recorded_at": "2026-11-24T02:00:00-06:00"}]},
        "entries[1]:",
    ),
    "recorded late for no reason": (
        {"entries": [MET, BEGAN | {"recorded_at": "2026-11-24T08:00:00-06:00"}]},
        "entries[1]:",
    ),
    "recorded at noon": (
        {"entries": [MET | {"recorded_at": "noon"}]},
        "entries[0].recorded_at is no instant",
    ),
    "recorded at a number": ({"entries": [MET | {"recorded_at": 12}]}, "entries[0].recorded_at"),
    "an id that is none": ({"entries": [MET | {"id": "first"}]}, "entries[0].id is not right"),
    "an id twice": ({"entries": [MET | {"id": FIRST}, BEGAN | {"id": FIRST}]}, "each id once"),
    "no place": ({"jurisdiction": "left out"}, "jurisdiction is not right"),
    "another place": ({"jurisdiction": "Illinois"}, "That is no jurisdiction"),
    "no zone": ({"zone": "../../etc"}, "That is no time zone"),
    "at some time": ({"at": "noon"}, "at is no instant"),
    "an unknown field": ({"pack": []}, "no other fields than"),
    "packs that are no list": ({"packs": "us.toml"}, "packs is not right"),
    "a pack that is not there": ({"packs": ["none.toml"]}, "packs[0]"),
    "children that are a list": ({"children": ["Ana"]}, "children is not right"),
    "a child without a case": ({"children": {"Ana": 1}}, "children.0 is not right"),
    "an entry of nobody": (TWO | {"entries": [MET | {"child": "Eva"}]}, "entries[0].child"),
    "a child of no entry": (TWO | {"entries": [MET | {"child": "Ana"}]}, "at least one entry of"),
    "an instant beside looks": (TWO | {"at": LOOK["at"]}, "at is not right"),
    "no looks": (TWO | {"looks": []}, "looks is not right"),
    "a look at nobody": (TWO | {"looks": [{"at": LOOK["at"]}]}, "looks[0].child is not right"),
    "a look at no time": (TWO | {"looks": [LOOK | {"at": 1}]}, "looks[0].at is no instant"),
    "a why that is none": (TWO | {"looks": [LOOK | {"why": 1}]}, "looks[0].why is not right"),
    "to expect something else": (
        TWO | {"looks": [LOOK | {"expect": {"papers": []}}]},
        "looks[0].expect is not right",
    ),
    "to expect no list": (
        TWO | {"looks": [LOOK | {"expect": {"gates": {}}}]},
        "looks[0].expect.gates is not right",
    ),
    "to expect half of it": (
        TWO | {"looks": [LOOK | {"expect": {"breaches": [{"rule": "US-JJ-01"}]}}]},
        "looks[0].expect.breaches[0].citation is not right",
    ),
    "to ask for what is no information": (expecting("disclosures", 0, about="hair"), "about"),
    "to ask for who is nobody": (expecting("disclosures", 0, to="uncle"), "to is not right"),
    "needs that are no list": (expecting("disclosures", 0, needs="judge_order"), "needs is not"),
    "a why without citations": (expecting("calls", 0, why={"US-IL-05b": 1}), "why is not right"),
    "a call for no reason": (expecting("calls", 0, why=["US-IL-05b"]), "why is not right"),
    "dates that matter perhaps": ({"dated": 1}, "dated is not right"),
    "a title that is none": ({"title": 1}, "title is not right"),
}


@pytest.mark.parametrize("name", BAD)
def test_a_bad_story_is_one_line_with_its_place(empty: Line, name: str) -> None:
    changed, says = BAD[name]
    said = play(empty, **changed)
    assert (said.code, said.out, said.err.count("\n")) == (2, "", 1), said
    assert says in said.err
    assert "fault of the program" not in said.err


def test_a_pack_with_a_fault_is_named_with_its_place(empty: Line) -> None:
    file: Path = empty.folder / "story.json"
    (empty.folder / "bad.toml").write_text(HEAD + rule(binds='"officer"'))
    file.write_text(json.dumps(STORY | {"packs": ["bad.toml"]}))
    said = empty.plain("rules", "simulate", file)
    assert (said.code, said.err.count("\n")) == (2, 1)
    assert "packs[0] is no pack: X-1, binds. Expected there is one of police" in said.err


def test_a_story_that_is_no_object(empty: Line) -> None:
    said = empty.plain("rules", "simulate", "-", given=b"[]")
    assert said.code == 2
    assert "the JSON is not right" in said.err


def test_the_calls_of_a_story_in_their_order(empty: Line) -> None:
    """The hotline did not answer a moment ago: the next for the child is rung, and it waits."""
    tried = {
        "kind": "contact_tried",
        "occurred_at": "2026-11-24T08:50:00-06:00",
        "party": {"name": "Illinois DCFS", "line_id": "us-il-child-protection"},
        "purpose": "child_protection",
        "method": "telephone",
        "outcome": "no_answer",
    }
    calm = document(empty, entries=[MET, BEGAN])
    assert [one["purpose"] for one in calm["calls"]] == [
        "child_protection",
        "parent_or_relative",
        "missing_child_check",
    ]
    assert calm["calls"][1]["missing"] == "nobody_known"
    assert "US-IL-05b" in [one["rule"] for one in calm["calls"][0]["duties"]]
    found = document(empty, entries=[MET, BEGAN, tried])
    assert [one["purpose"] for one in found["calls"]] == [
        "parent_or_relative",
        "missing_child_check",
    ]
    (waits,) = [one for one in found["not_now"] if one["why"] == "next_try"]
    assert (waits["name"], waits["until"]) == ("Illinois DCFS", "2026-11-24T15:05:00Z")
    assert found["federal"] == {"answer": "needs", "rules": ["US-IL-11a", "US-IL-11b"]}
    words = play(empty, entries=[MET, BEGAN, tried]).out
    assert "Illinois DCFS · 800-252-2873: Tried; next try 09:05" in words
    assert "45 CFR 410.1101(a)" in words
