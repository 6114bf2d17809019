"""The blank sheets of paper days: one page each, its number on it, room for ink and no gap told."""

import re

import pypdfium2
import pytest

from minors_desk.domain.downtime import SHEET_KINDS, SheetKind
from minors_desk.papers import downtime
from minors_desk.papers.drawing import draw
from minors_desk.papers.layout import lay_out
from minors_desk.papers.sheet import Box, Head, Table, digest

NUMBER = "DT-AC-26-0001"
STATION = ("Area Central", "", downtime.CASE_BY_HAND)
CHICAGO = Head(*STATION, "705 ILCS 405/1-7", "America/Chicago", "US-IL")
MONTREAL = Head(*STATION, "YCJA s. 110", "America/Toronto", "CA-QC")
LONG = Head("Police of " + "the long valley " * 20, "", "x", "statute " * 40, "UTC", "US-IL")


@pytest.mark.parametrize("head", [CHICAGO, MONTREAL, LONG])
@pytest.mark.parametrize("kind", SHEET_KINDS)
def test_a_sheet_is_one_page_with_its_number(kind: SheetKind, head: Head) -> None:
    layout = downtime.laid_out(kind, NUMBER, head)
    printed = {box: text for _page, box, text in layout.printed()}
    assert printed["sheet.number"] == NUMBER
    assert not re.search(r"MISSING|UNKNOWN|NONE RECORDED", " ".join(printed.values()))
    if head is not LONG:
        assert len(layout.pages) == 1


@pytest.mark.parametrize("kind", SHEET_KINDS)
def test_every_box_has_its_label_and_is_in_the_digest(kind: SheetKind) -> None:
    form = downtime.compose(kind, NUMBER, CHICAGO)
    boxes = [cell for section in form.sections for row in section.rows for cell in _cells(row)]
    for box in boxes:
        name = re.sub(r"\.\d+\.", ".*.", box.name)
        assert downtime.LABELS[name] == box.label
    printed = {box for _page, box, _text in lay_out(form).printed()}
    assert {box.name for box in boxes} <= printed
    first = downtime.laid_out(kind, NUMBER, CHICAGO)
    other = downtime.laid_out(kind, NUMBER[:-1] + "2", CHICAGO)
    assert digest("downtime", 1, first) != digest("downtime", 1, other)
    assert first == downtime.laid_out(kind, NUMBER, CHICAGO)


def test_the_sheets_in_canada_have_both_titles_and_no_word_of_the_us() -> None:
    for kind, (title, title_fr) in downtime.TITLES.items():
        pdf = pypdfium2.PdfDocument(draw(downtime.laid_out(kind, NUMBER, MONTREAL), None))
        words = pdf[0].get_textpage().get_text_bounded()
        pdf.close()
        assert title in words and title_fr in words
        assert not re.search(r"ICE|HHS|ORR|ILCS|U\.S\.|immigration", words)


def _cells(row: object) -> list[Box]:
    if isinstance(row, Table):
        return [box for line in row.lines if isinstance(line, tuple) for box in line]
    return [cell for cell in row.cells if isinstance(cell, Box)]  # type: ignore[attr-defined]
