"""How full a paper is, on the command line, before anything is issued."""

from tests.cli.conftest import Line
from tests.cli.test_commands import good


def test_a_paper_says_what_is_filled_and_what_is_not(line: Line) -> None:
    number = line.open_case()
    said = good(line("paper", "check", "contact_log", number))
    assert f"CL-{number}" in said.out
    assert "nothing missing" in said.out


def test_each_box_is_told_with_its_state_and_reason(line: Line) -> None:
    number = line.open_case()
    found = good(line("paper", "check", "contact_log", number, json_wanted=True)).document
    language = next(one for one in found["boxes"] if one["box"] == "child.language")
    assert language["label"] == "Languages, how well, how established"
    assert language["state"] in ("filled", "answered", "none_recorded", "missing")
    assert found["percent"] == 100
    assert found["signatures"] == {"signed": [], "open": [], "void": []}


def test_nothing_is_issued_by_checking(line: Line) -> None:
    number = line.open_case()
    good(line("paper", "check", "contact_log", number))
    assert good(line("case", "show", number, json_wanted=True)).document.get("papers", []) == []
