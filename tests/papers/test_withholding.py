"""What whom a paper is addressed to may not be told is taken out of it, with the rule."""

from dataclasses import replace

import pytest

from minors_desk.domain.gates import About
from minors_desk.papers.boxes import BoxSource
from minors_desk.papers.fullness import fullness
from minors_desk.papers.layout import lay_out
from minors_desk.papers.sheet import (
    Box,
    Column,
    Detailed,
    Form,
    Head,
    Row,
    Section,
    Struck,
    StruckLine,
    Table,
    for_ink,
)
from minors_desk.papers.withholding import generic, withhold

HIDDEN = "Calle Luna 5"
HEAD = Head(
    "Metro Police", "Juvenile unit", "MPD-26-00001", "a statute", "America/Chicago", "CA-QC"
)
ABOUT: dict[str, About] = {
    "child.address": "address",
    "people.*.address": "address",
    "child.name": "identity",
}


def form() -> Form:
    was = Struck(HIDDEN, "amended 04:10 Rivera: heard wrong")
    line = Detailed(
        (Box("people.1.no", "No.", "1"), Box("people.1.address", "Address", HIDDEN)),
        ((Box("people.1.note", "Note", "aunt"),),),
    )
    gone = StruckLine("people.2.withdrawn", Box("people.2.no", "No.", "2"), was)
    table = Table("people", (Column("No.", 2), Column("Address", 20)), (line, gone))
    rows = (
        Row((Box("child.name", "Name", "Ana"), Box("child.address", "Address", HIDDEN, was=was))),
        Row((Box("child.school", "School", "", "refused"), Box("child.age", "Age", ""))),
        Row((for_ink("signature.officer", "Officer"),)),
    )
    return Form("test", 1, "Test", HEAD, (Section("Child", (*rows, table)),), "M. Rivera")


def test_a_forbidden_piece_is_in_no_box_and_in_no_line() -> None:
    kept = withhold(form(), ABOUT, lambda about: "WIC 831" if about == "address" else "")
    printed = lay_out(kept).printed()
    assert not any(HIDDEN in text for _, _, text in printed)
    said = {name: text for _, name, text in printed}
    assert said["child.address"] == "— WITHHELD BY LAW — WIC 831"
    assert said["people.1.address"] == "— WITHHELD BY LAW — WIC 831"
    assert said["child.name"] == "Ana"
    assert "withheld by law: WIC 831" in said["people.2.withdrawn"]


def test_nothing_is_changed_where_all_may_be_told() -> None:
    assert withhold(form(), ABOUT, lambda _: "") == form()


def test_a_box_without_its_line_is_known_by_a_star() -> None:
    assert generic("people.12.address") == "people.*.address"
    assert generic("child.name") == "child.name"


def test_fullness_counts_what_stands_in_the_boxes() -> None:
    kept = withhold(form(), ABOUT, lambda about: "WIC 831" if about == "address" else "")
    full = fullness(kept)
    assert [one.name for one in full.missing] == ["child.age"]
    assert [one.label for one in full.withheld] == ["Address", "Address, line 1"]
    assert [one.name for one in full.of("answered")] == ["child.school"]
    assert full.open_lines == ("Officer",)
    assert full.percent == 83


@pytest.mark.parametrize(("place", "first"), [("CA-QC", "Essai"), ("CA-ON", "Test")])
def test_in_canada_both_titles_stand_in_the_head(place: str, first: str) -> None:
    both = replace(form(), title_fr="Essai", head=replace(HEAD, jurisdiction=place))
    words = [one.text for one in lay_out(both).pages[0].marks if hasattr(one, "text")]
    assert {"Test", "Essai"} <= set(words)
    assert next(one for one in words if one in ("Test", "Essai")) == first
    assert any("CONFIDENTIEL" in one for one in words)


def test_elsewhere_the_head_is_as_it_was() -> None:
    here = replace(HEAD, jurisdiction="US-IL")
    both = replace(form(), title_fr="Essai", head=here)
    assert lay_out(both) == lay_out(replace(form(), head=here))


def test_a_pointer_stands_once_under_the_head() -> None:
    pointer = "worksheet for the test form, not an official form"
    printed = lay_out(replace(form(), pointer=pointer)).printed()
    assert [text for _, name, text in printed if name == "head.pointer"] == [pointer]


def test_a_box_says_which_information_it_tells() -> None:
    assert BoxSource("Address", "fact_told.value", lambda _: "", about="address").about == "address"
