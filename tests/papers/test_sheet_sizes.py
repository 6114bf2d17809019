"""A layout on A4: the same words in the same places, moved by one distance; Letter as it was."""

import pypdfium2
import pytest

from minors_desk.papers.drawing import SIZES, Sheet, draw, shift
from minors_desk.papers.layout import lay_out
from minors_desk.papers.sheets import LEFT, RIGHT, WIDTH
from tests.papers import cases

SHEETS: tuple[Sheet, ...] = ("letter", "a4")


def edges(pdf: bytes) -> list[tuple[float, float, float, float]]:
    """Where the ink of each page stands: left, bottom, right, top, in points."""
    document = pypdfium2.PdfDocument(pdf)
    found = []
    for page in document:
        bounds = [one.get_bounds() for one in page.get_objects()]
        left, bottom, right, top = zip(*bounds, strict=True)
        found.append((min(left), min(bottom), max(right), max(top)))
    return found


def texts(pdf: bytes) -> list[str]:
    """What stands on each page."""
    return [page.get_textpage().get_text_bounded() for page in pypdfium2.PdfDocument(pdf)]


def test_the_text_of_each_page_is_equal_and_moved_by_one_distance() -> None:
    layout = lay_out(cases.typical("contact_log"))
    letter, a4 = (draw(layout, None, sheet) for sheet in SHEETS)
    assert texts(letter) == texts(a4)
    right, up = shift("a4")
    for before, after in zip(edges(letter), edges(a4), strict=True):
        moved = (before[0] + right, before[1] + up, before[2] + right, before[3] + up)
        assert after == pytest.approx(moved, abs=0.01)


def test_both_margins_of_a4_can_be_printed_on() -> None:
    right, up = shift("a4")
    width, _height = SIZES["a4"]
    assert LEFT + right == pytest.approx(width - (RIGHT + right), abs=0.01)
    # Office printers leave about a sixth of an inch white; a third keeps clear of it.
    assert LEFT + right > 24 and up > 0


def test_a_layout_on_letter_is_drawn_as_it_always_was() -> None:
    layout = lay_out(cases.shortest("contact_log"))
    assert shift("letter") == (0.0, 0.0) and SIZES["letter"][0] == WIDTH
    assert draw(layout, None) == draw(layout, None, "letter")
