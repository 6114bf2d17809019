"""Tables: pages break between lines, the head is on each, and nothing of a cell is ever lost."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from minors_desk.papers import shaping
from minors_desk.papers.drawing import draw
from minors_desk.papers.layout import lay_out
from minors_desk.papers.literal import printable
from minors_desk.papers.sheet import (
    Answer,
    Box,
    Column,
    Fill,
    Form,
    Layout,
    Row,
    Section,
    Struck,
    Table,
    Words,
    digest,
)
from minors_desk.papers.sheets import FOOT, LEFT, RIGHT, TOP
from tests.papers import samples
from tests.papers.forms import HEAD, box, imprint
from tests.papers.pictures import text_of

COLUMNS = (Column("No.", 1), Column("Time", 3), Column("What was said", 8))
HEADINGS = {"No.", "Time", "What was said"}


def cell(number: int, column: str, text: str, state: Answer = "given") -> Box:
    """Return a cell by its line and column."""
    return Box(f"calls.{number}.{column}", "", text, state)


def table(*said: str) -> Table:
    """Return a table with a line for each text."""
    return Table(
        "calls",
        COLUMNS,
        tuple(
            (cell(at, "no", str(at)), cell(at, "at", "02:14"), cell(at, "said", text))
            for at, text in enumerate(said, start=1)
        ),
    )


def form(*rows: Row | Table, above: int = 0) -> Form:
    """Return a form of one section of rows, under so many rows of boxes."""
    boxes = tuple(Row((box("x"),)) for _ in range(above))
    sections = (Section("Boxes", boxes), Section("Contacts", rows, note="Small print."))
    return Form("test_paper", 1, "Paper for tests", HEAD, sections, "M. Rivera")


def words(layout: Layout, page: int) -> list[Words]:
    """Return all lines of text on a page, counted from 1, that stand above the foot."""
    marks = layout.pages[page - 1].marks
    return [one for one in marks if isinstance(one, Words) and one.y >= FOOT]


def cells(layout: Layout) -> dict[str, str]:
    """Return the whole printed string of each cell."""
    found: dict[str, str] = {}
    for _, name, text in layout.printed():
        if name.startswith("calls."):
            found[name] = found.get(name, "") + text
    return found


def bare(text: str) -> str:
    """Return a text without the spaces and newlines that may vanish at a break."""
    return re.sub(r"[ \u3000\n]", "", text)


def test_a_table_breaks_between_lines_and_repeats_its_head() -> None:
    said = [f"line {at} " + "word " * 40 for at in range(60)]
    layout = lay_out(form(table(*said)))
    assert len(layout.pages) > 2
    pages_of: dict[str, set[int]] = {}
    for page, name, _ in layout.printed():
        pages_of.setdefault(name, set()).add(page)
    assert all(len(pages) == 1 for name, pages in pages_of.items() if name.startswith("calls."))
    for number in range(1, len(layout.pages) + 1):
        texts = [one.text for one in words(layout, number)]
        assert set(texts) >= HEADINGS
        assert ("Contacts, continued" in texts) == (number > 1)


def test_each_cell_is_a_box_of_the_digest() -> None:
    layout = lay_out(form(table("one", "two")))
    assert cells(layout) == {
        "calls.1.no": "1",
        "calls.1.at": "02:14",
        "calls.1.said": "one",
        "calls.2.no": "2",
        "calls.2.at": "02:14",
        "calls.2.said": "two",
    }
    other = lay_out(form(table("one", "too")))
    assert digest("test_paper", 1, layout) != digest("test_paper", 1, other)


@given(
    st.lists(st.text(alphabet=samples.ALPHABET + "\n", max_size=900), min_size=1, max_size=12),
    st.integers(0, 14),
)
def test_no_character_of_a_cell_is_lost(said: list[str], above: int) -> None:
    given = table(*said)
    found = cells(lay_out(form(given, above=above)))
    for line in given.lines:
        for one in line:
            assert bare(found[one.name]) == bare(printable(one.shown, newlines=True))


@pytest.mark.parametrize("above", range(16))
def test_a_line_taller_than_a_page_goes_on_and_is_named_there(above: int) -> None:
    layout = lay_out(form(table("short", "word " * 3000, "short"), above=above))
    tall = [page for page, name, _ in layout.printed() if name == "calls.2.said"]
    assert len(tall) > 2
    assert tall == list(range(tall[0], tall[0] + len(tall)))
    for number in tall[1:]:
        assert "… 2" in [one.text for one in words(layout, number)]
    assert bare(cells(layout)["calls.2.said"]) == "word" * 3000


@pytest.mark.parametrize("above", range(16))
def test_a_title_stands_with_the_head_and_the_first_line(above: int) -> None:
    layout = lay_out(form(table("first", "second"), above=above))
    page_of = {
        one.text: number
        for number in range(1, len(layout.pages) + 1)
        for one in words(layout, number)
    }
    assert page_of["Contacts"] == page_of["What was said"] == page_of["first"]


@given(st.lists(st.text(alphabet=samples.ALPHABET, max_size=300), min_size=1, max_size=40))
def test_lines_of_text_stay_in_their_columns_and_above_the_foot(said: list[str]) -> None:
    layout = lay_out(form(table(*said)))
    for number in range(1, len(layout.pages) + 1):
        for one in words(layout, number):
            width = shaping.measure(one.text, one.style, rtl=one.rtl)
            left = one.x - (width if one.align == "right" else 0)
            assert left >= LEFT - 0.5
            assert left + width <= RIGHT + 0.5


def test_lines_of_a_page_never_lie_upon_one_another() -> None:
    said = [samples.name_of(200), "short", samples.ARABIC * 8, "word " * 90]
    layout = lay_out(form(table(*said)))
    for number in range(1, len(layout.pages) + 1):
        places = [(one.y, *_extent(one)) for one in words(layout, number) if one.y < TOP - 8]
        for at, (y, left, right) in enumerate(places):
            for other_y, other_left, other_right in places[at + 1 :]:
                apart = right <= other_left + 0.5 or other_right <= left + 0.5
                assert apart or abs(y - other_y) > 7


def _extent(one: Words) -> tuple[float, float]:
    width = shaping.measure(one.text, one.style, rtl=one.rtl)
    left = one.x - (width if one.align == "right" else 0)
    return left, left + width


def test_an_answer_that_is_no_value_is_told_in_its_cell() -> None:
    states: tuple[Answer, ...] = ("unknown", "refused", "not_asked", "does_not_apply", "missing")
    lines = tuple(
        (cell(at, "no", "1"), cell(at, "at", "", state), cell(at, "said", "asked twice", state))
        for at, state in enumerate(states)
    )
    layout = lay_out(form(Table("calls", COLUMNS, lines)))
    found = cells(layout)
    assert [found[f"calls.{at}.said"] for at in range(4)] == [
        "— UNKNOWN — asked twice",
        "— REFUSED — asked twice",
        "— NOT ASKED — asked twice",
        "— DOES NOT APPLY — asked twice",
    ]
    grounds = [mark for mark in layout.pages[0].marks if isinstance(mark, Fill)]
    white = [one for one in words(layout, 1) if one.style.grey == 1.0 and "MISSING" in one.text]
    assert len(white) == 2
    for one in white:
        left, right = _extent(one)
        assert [
            ground
            for ground in grounds
            if ground.x <= left and right <= ground.x + ground.width and ground.y < one.y
        ]


def test_a_table_without_lines_says_so() -> None:
    layout = lay_out(form(table()))
    assert [(name, text) for _, name, text in layout.printed() if name.startswith("calls")] == [
        ("calls.none", "— NONE RECORDED —")
    ]
    assert {one.text for one in words(layout, 1)} >= HEADINGS


def test_an_amended_cell_tells_what_it_was() -> None:
    was = Struck("02:14", "amended 04:10 Rivera: mistyped")
    line = (cell(1, "no", "1"), Box("calls.1.at", "", "02:41", was=was), cell(1, "said", "x"))
    layout = lay_out(form(Table("calls", COLUMNS, (line,))))
    found = cells(layout)
    assert found["calls.1.at"] == "02:41"
    assert found["calls.1.at.was"] == "was 02:14, amended 04:10 Rivera: mistyped"
    (struck,) = [one for one in words(layout, 1) if one.struck is not None]
    assert struck.struck is not None
    assert struck.text[slice(*struck.struck)] == "02:14"


def test_headings_that_do_not_fit_are_a_mistake_of_ours() -> None:
    columns = (Column("Unbelievably", 1), Column("Time", 30))
    with pytest.raises(ValueError, match="heading wider than its column"):
        lay_out(form(Table("calls", columns, ())))


def test_a_heading_may_stand_on_two_lines() -> None:
    columns = (Column("Duty served, due", 1), Column("Time", 7))
    layout = lay_out(form(Table("calls", columns, ())))
    assert {"Duty served,", "due"} <= {one.text for one in words(layout, 1)}


def test_every_script_reads_back_from_the_cells() -> None:
    layout = lay_out(form(table(*samples.LEFT_TO_RIGHT.values())))
    pdf = draw(layout, imprint(layout))
    text = bare("".join(text_of(pdf, page) for page in range(len(layout.pages))))
    for name in ("devanagari", "gurmukhi", "bengali", "ethiopic", "thai", "chinese", "korean"):
        assert bare(samples.LEFT_TO_RIGHT[name]) in text.replace("\r", "")
