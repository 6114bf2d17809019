"""How full a paper is, on the command line, before anything is issued."""

from tests.cli.conftest import Line
from tests.cli.test_commands import good
from tests.cli.test_sixty_bad import is_one_line

LANGUAGE = "Languages, how well, how established"


def test_a_short_paper_says_which_boxes_are_missing(line: Line) -> None:
    number = line.open_case()
    said = line("paper", "check", "contact_log", number)
    assert (said.code, said.err) == (1, "")
    assert f"CL-{number}" in said.out
    assert "1 filled · 1 missing" in said.out
    assert f"short: Child: {LANGUAGE}" in said.out


def test_each_box_is_told_with_its_state_and_reason(line: Line) -> None:
    number = line.open_case()
    found = line("paper", "check", "contact_log", number, json_wanted=True).document
    language = next(one for one in found["boxes"] if one["box"] == "child.language")
    assert language["label"] == LANGUAGE
    assert (language["state"], language["reason"]) == ("missing", "— MISSING —")
    name = next(one for one in found["boxes"] if one["box"] == "child.name")
    assert (name["state"], name["reason"]) == ("answered", "— UNKNOWN —")
    assert found["percent"] == 66
    assert found["signatures"] == {"signed": [], "open": [], "void": []}


def test_nothing_is_issued_by_checking(line: Line) -> None:
    number = line.open_case()
    line("paper", "check", "contact_log", number)
    shown = good(line("case", "show", number, json_wanted=True)).document
    assert not shown["papers"]


def test_what_the_paper_cannot_be_about_is_said_in_one_line(line: Line) -> None:
    number = line.open_case()
    is_one_line(line("paper", "check", "transfer_receipt", number, "--subject", "7"), 1, "no ")
