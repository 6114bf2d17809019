"""Texts that tell children their rights: adopted, listed, checked and withdrawn by commands."""

from pathlib import Path

import pytest

from tests.cli.conftest import Line, Said, entry
from tests.papers.rights_of_a_night import toml


def good(said: Said) -> Said:
    assert said.code == 0, said.err
    return said


def file(line: Line, content: str, name: str = "text.toml") -> Path:
    place = line.folder / name
    place.write_text(content, encoding="utf-8")
    return place


def language(line: Line, code: str) -> str:
    value = {"type": "language", "language": code, "level": "fluent", "how": "card"}
    return line.open_case(entry("fact_told", fact="language", source="said", value=value))


def test_the_desk_begins_with_the_english_of_its_country(line: Line) -> None:
    (one,) = good(line("notice", "list", json_wanted=True)).document["notices"]
    assert (one["language"], one["jurisdiction"], one["reviewed_by"]) == ("eng", "US", "")
    assert {"doctor", "silent", "consulate_ask"} <= set(one["points"])
    assert "English · US · not reviewed by counsel" in good(line("notice", "list")).out


def test_an_adopted_text_prints_and_an_issued_paper_stays_provable(line: Line) -> None:
    number = language(line, "spa")
    out = line.folder / "first.pdf"
    printing = ("paper", "print", "rights_notice", number, "--out")
    first = good(line(*printing, out, json_wanted=True)).document
    assert first["number"] == f"RN-{number}"
    without = toml("spa", "US-IL", without=("doctor",))
    said = good(line("notice", "adopt", file(line, without))).out
    assert said == (
        "Adopted: Spanish, US-IL.\nNo words for: doctor. These print in English, marked.\n"
    )
    proved = good(line("paper", "verify", first["seal_code"], json_wanted=True)).document
    assert proved["verdict"] == "agreed_when_issued"
    assert "notice.words" in proved["changed"]
    second = good(line(*printing, line.folder / "second.pdf", json_wanted=True)).document
    assert second["version"] == 2
    proved = good(line("paper", "verify", second["seal_code"], json_wanted=True)).document
    assert proved["verdict"] == "agrees"
    boxes = {one["box"]: one["text"] for one in proved["boxes"]}
    assert boxes["notice.words"].startswith("Reviewed by Counsel A. Lee")
    check = line("paper", "check", "rights_notice", number, json_wanted=True)
    assert "no reviewed words for this" in check.out

    gone = ("notice", "withdraw", "spa", "US-IL", "--reason", "A new order")
    assert good(line(*gone)).out == "Withdrawn: Spanish, US-IL.\n"
    assert line(*gone).code == 1
    proved = good(line("paper", "verify", second["seal_code"], json_wanted=True)).document
    assert proved["verdict"] == "agreed_when_issued"
    assert line.kinds().count("notice_adopted") == line.kinds().count("notice_withdrawn") == 1


def test_the_newest_text_stands_in_the_place_of_the_one_before(line: Line) -> None:
    good(line("notice", "adopt", file(line, toml("spa"))))
    newer = toml("spa").replace("General order 6-4", "General order 7")
    adopted = good(line("notice", "adopt", file(line, newer), json_wanted=True)).document
    assert adopted["source"] == "General order 7"
    first, english = good(line("notice", "list", json_wanted=True)).document["notices"]
    assert (first["name"], first["source"]) == ("Spanish", "General order 7")
    assert first["adopted_by"] and first["adopted_at"].endswith("Z")
    assert english["adopted_by"] is None


REFUSED = {
    "reviewed by nobody": (toml("spa", head=" "), "reviewed_by"),
    "of Canada": (toml("spa", "CA"), "another place"),
    "of another state": (toml("spa", "US-TX"), "another place"),
    "reviewed tomorrow": (toml("spa").replace("2026-10-01", "2026-11-26"), "still to come"),
    "in no language of this world": (toml("qqq"), "language"),
    "on a rule that is none": (
        toml("spa").replace('prueba: 1"', 'prueba"\nrests_on = ["US-XX-99"]'),
        "who_we_are, rests_on",
    ),
    "with a point of Canada": (
        toml("spa") + '\n[[point]]\nid = "with_you"\ntext = "x"\n',
        "with_you, id",
    ),
    "in letters that no font has": (
        toml("spa").replace("prueba: 1", "ខ្ញុំ"),
        "who_we_are, text",
    ),
    "no TOML": ("[notice", "the notice, text"),
}


@pytest.mark.parametrize("name", REFUSED)
def test_what_is_not_to_be_printed_is_not_adopted(line: Line, name: str) -> None:
    content, says = REFUSED[name]
    before = line.kinds()
    said = line("notice", "adopt", file(line, content))
    assert (said.code, said.out) == (2, "")
    assert says in said.err and said.err.count("\n") == 1
    assert "notice_adopted" not in line.kinds()[len(before) :]


def test_only_a_supervisor_adopts_and_withdraws(line: Line) -> None:
    line.user = "ortiz"
    assert line("notice", "adopt", file(line, toml("spa"))).code == 1
    assert line("notice", "withdraw", "spa", "US", "--reason", "x").code == 1


def test_files_are_checked_without_a_record(line: Line) -> None:
    fine = file(line, toml("spa", without=("food", "rest")))
    said = good(line.plain("notice", "check", fine))
    assert said.out.startswith("No fault in 1 file.\n")
    assert "No words for: food, rest." in said.out
    bad = file(line, toml("spa", head=" ").replace('"food"', '"with_you"'), "bad.toml")
    said = line.plain("notice", "check", fine, bad, "--json")
    assert said.code == 1
    faults = [(one["point"], one["field"]) for one in said.document["faults"]]
    assert faults == [("the notice", "reviewed_by"), ("with_you", "id")]
