"""What may be told to whom, on the command line: the answer, who says so, and what was told."""

from tests.cli.conftest import Line, Said, entry
from tests.cli.test_simulating import BEGAN, MET, document, play

ASKED = {
    "who": "immigration_authority",
    "how": "telephone",
    "about": ["address", "immigration_status"],
    "answer": "given",
    "given": ["address"],
}


def good(said: Said) -> Said:
    assert (said.code, said.err) == (0, ""), said
    return said


def test_each_piece_has_its_answer_and_its_rules(line: Line) -> None:
    case = line.open_case()
    asked = ("--about", "immigration_status", "--about", "address", "--to", "immigration_authority")
    found = good(line("rules", "may-tell", case, *asked, json_wanted=True)).document
    pieces = {one["asked"]: one for one in found["pieces"]}
    assert (found["answer"], found["to"]) == ("silent", "immigration_authority")
    assert {one: pieces[one]["answer"] for one in pieces} == {
        "immigration_status": "not_forbidden",
        "address": "silent",
    }
    assert {one["rule"]: one["place"] for one in pieces["immigration_status"]["rules"]} == {
        "US-IL-12": "decides",
        "US-IS-01": "decides",
    }
    assert pieces["address"]["needs"] == ["supervisor"]
    said = good(line("rules", "may-tell", case, *asked)).out
    assert "Immigration status · Not forbidden; nobody must tell it" in said
    assert "Address · No rule known: not verified - ask a supervisor or counsel" in said
    assert "5 ILCS 805/5 (US-IL-12) · not verified - ask counsel" in said


def test_what_was_asked_stands_on_the_case_and_as_a_finding(line: Line) -> None:
    case = line.open_case(
        entry("information_asked", **(ASKED | {"who": "public", "given": ["address"]})),
        entry("detainer_received", agency="ICE", how="fax", form="civil_detainer", asks=["hold"]),
    )
    shown = good(line("case", "show", case)).out
    assert "What was told to whom" in shown
    assert "Press or public · by telephone · Address, Immigration status" in shown
    assert "no copy to the child yet · NOT ANSWERED" in shown
    found = good(line("case", "show", case, json_wanted=True)).document
    assert [one["told"]["answer"] for one in found["disclosing"]["requests"]] == ["given"]
    assert "US-UC-17" in good(line("findings", case)).out


def test_a_story_tells_what_the_law_answered_to_what_was_asked(empty: Line) -> None:
    asked = {"kind": "information_asked", "occurred_at": "2026-11-24T03:00:00-06:00", **ASKED}
    found = document(empty, jurisdiction="US-CA", entries=[MET, BEGAN, asked])
    (one,) = found["disclosures"]
    assert (one["at"], one["who"]) == ("2026-11-24T09:00:00Z", "Immigration authority")
    answers = {piece["asked"]: piece["answer"] for piece in one["answers"]}
    assert answers == {"address": "forbidden", "immigration_status": "needs"}
    assert "US-CA-24d" in {broken["rule"] for broken in found["breaches"]}
    assert "Asked of us: 1" in play(empty, jurisdiction="US-CA", entries=[MET, BEGAN, asked]).out
