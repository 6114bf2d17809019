"""Each rule in force says of a case why it applies or not: on a record, in words and as JSON."""

from typing import Any

from minors_desk.services.packs import shipped, shipped_pack
from tests.cli.conftest import Line, Said, entry

RULES = [one.id for name in shipped("US-IL") for one in shipped_pack(name).rules]


def locked(**more: Any) -> dict[str, Any]:
    given = {"place": "Area Central", "room": "cell 1", "watched_by": "J. Rivera", "secure": True}
    return entry("custody_began", starts_from="arrival", **(given | more))


def good(said: Said) -> Said:
    assert (said.code, said.err) == (0, ""), said
    return said


def whole(line: Line, case: str) -> dict[str, dict[str, Any]]:
    found = good(line("rules", "explain", case, json_wanted=True)).document["rules"]
    return {one["id"]: one for one in found}


def test_every_rule_in_force_is_explained(line: Line) -> None:
    found = whole(line, line.open_case(locked()))
    assert sorted(found) == sorted(RULES)
    for one in found.values():
        begun = one["started"] or one["kind"] == "prohibition"
        assert one["applies_here"] is (not one["hindrances"] and begun)
        bears = one["clocks"] or one["gate"] or one["held"] or one["missing"]
        assert bears or one["hindrances"] or not one["started"] or one["kind"] == "prohibition"


def test_a_clock_has_its_start_its_due_time_and_its_state(line: Line) -> None:
    case = line.open_case(locked())
    clock = whole(line, case)["HOUSE-CHECK-LOCKED"]["clocks"][0]
    assert (clock["start"], clock["due"]) == ("2026-11-24T09:10:00Z", "2026-11-24T09:25:00Z")
    assert clock["state"] == "running"
    said = good(line("rules", "explain", case, "--rule", "house-check-locked")).out
    assert "Applies: 1" in said
    assert "start 2026-11-24 03:10 CST · due 2026-11-24 03:25 CST · 14 min left" in said


def test_what_is_forbidden_is_broken_or_not(line: Line) -> None:
    broken = line.open_case(locked())
    kept = line.open_case(locked(secure=False))
    assert [one["at"] for one in whole(line, broken)["US-JJ-01"]["breaches"]] == [
        "2026-11-24T09:10:00Z"
    ]
    words = ("rules", "explain", "--rule", "US-JJ-01")
    assert "broken 2026-11-24 03:10 CST" in good(line(*words, broken)).out
    assert "not broken: never may it be that" in good(line(*words, kept)).out


def test_what_keeps_a_rule_from_applying_is_said(line: Line) -> None:
    case = line.open_case(locked())
    assert whole(line, case)["US-JJ-02"]["hindrances"] == [
        {"why": "needs", "condition": "legal_class:status_offender"}
    ]
    said = good(line("rules", "explain", case, "--rule", "US-JJ-02")).out
    assert "Does not apply: 1" in said
    assert "    only when the child is a status offender\n" in said


def test_what_has_not_begun_says_what_it_waits_for(line: Line) -> None:
    case = line.open_case()
    one = whole(line, case)["HOUSE-FOOD"]
    assert (one["started"], one["applies_here"]) == (False, False)
    said = good(line("rules", "explain", case, "--rule", "HOUSE-FOOD")).out
    assert "Not begun: 1" in said
    assert "starts when custody began" in said


def test_a_gate_opens_and_says_by_which_entry(line: Line) -> None:
    case = line.open_case(locked())
    words = ("rules", "explain", case, "--rule", "US-JJ-19a")
    assert whole(line, case)["US-JJ-19a"]["gate"]["open"] is False
    assert "before questioning · shut until the child was told its rights" in good(line(*words)).out
    told = entry("rights_told", what=["rights"], understood="yes")
    saved = good(line("case", "add", case, "-", given=told, json_wanted=True)).document
    gate = whole(line, case)["US-JJ-19a"]["gate"]
    assert (gate["open"], gate["opened_by"]) == (True, saved["entries"][0]["id"])
    assert "before questioning · open since 2026-11-24 03:10 CST" in good(line(*words)).out


def test_a_record_says_where_it_is_written_and_where_not_yet(line: Line) -> None:
    case = line.open_case(locked())
    records = [one for one in whole(line, case).values() if one["kind"] == "record"]
    assert records
    for one in records:
        assert sorted(one["held"] + one["missing"]) == sorted(one["held_in"])
        assert not [place for place in one["held"] if place.startswith("paper:")]
    assert any("entry:custody_began" in one["held"] for one in records)


def test_what_is_outside_is_counted_not_hidden(line: Line) -> None:
    case = line.open_case()
    rows = [one.id for name in shipped("US-IL") for one in shipped_pack(name).outside]
    document = good(line("rules", "explain", case, json_wanted=True)).document
    assert [one["id"] for one in document["outside"]] == rows
    assert f"{len(rows)} more rows are outside" in good(line("rules", "explain", case)).out


def test_that_a_case_was_read_is_logged(line: Line) -> None:
    case = line.open_case()
    before = line.kinds()
    good(line("rules", "explain", case))
    assert line.kinds() == [*before, "signed_in", "case_read"]


def test_no_rule_of_that_name(line: Line) -> None:
    case = line.open_case()
    said = line("rules", "explain", case, "--rule", "US-XX-99")
    assert (said.code, said.out, said.err.count("\n")) == (1, "", 1)
    assert "No rule of that id is in force here" in said.err
