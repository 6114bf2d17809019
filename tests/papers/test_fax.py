"""Every page after a fax: at 200 dots an inch, black or white, code and print are still read."""

from functools import cache

import pypdfium2
import pytest
import zxingcpp
from PIL import Image, ImageStat

from minors_desk.papers import seal, shaping, typesetting
from minors_desk.papers.catalog import PAPERS
from minors_desk.papers.drawing import draw
from minors_desk.papers.fitting import MARKER
from minors_desk.papers.layout import lay_out
from minors_desk.papers.shaping import Style
from minors_desk.papers.sheet import Drawing, Fill, Layout, Mark, Rule, Words
from minors_desk.papers.sheets import HEIGHT, LABEL, SMALL, STATE
from tests.papers.cases import typical
from tests.papers.forms import imprint
from tests.papers.pictures import pdf_of

DOTS_PER_INCH = 200
SCALE = DOTS_PER_INCH / 72
THRESHOLD = 128
LEAST_X_HEIGHT = 10.8
"""Dots of the smallest small letter. The quality index for print that is only black or white is a
third of these dots; 3.6 is where reading begins to be work, 5 is good (the benchmark of AIIM TR26,
as libraries use it)."""
DARKEST_GREY = 0.5
"""What is lighter than this may go white."""


@cache
def faxed(name: str) -> tuple[Layout, tuple[bytes, ...], tuple[Image.Image, ...]]:
    """Return the pages of a typical night as laid out, their codes, and as a fax shows them."""
    layout = lay_out(typical(name))
    copy = imprint(layout)
    return layout, copy.qr, black_and_white(draw(layout, copy))


def black_and_white(pdf: bytes) -> tuple[Image.Image, ...]:
    """Render pages at 200 dots an inch, each dot black or white."""
    document = pypdfium2.PdfDocument(pdf)
    try:
        return tuple(
            page.render(scale=SCALE)
            .to_pil()
            .convert("L")
            .point([0] * THRESHOLD + [255] * (256 - THRESHOLD))
            for page in document
        )
    finally:
        document.close()


def dark(page: Image.Image, box: tuple[float, float, float, float]) -> float:
    """How much of a place is black, 0 to 1; the place in points: left, bottom, right, top."""
    left, bottom, right, top = box
    part = page.crop(
        (
            int(left * SCALE),
            int((HEIGHT - top) * SCALE),
            max(int(right * SCALE), int(left * SCALE) + 1),
            max(int((HEIGHT - bottom) * SCALE), int((HEIGHT - top) * SCALE) + 1),
        )
    )
    return 1 - ImageStat.Stat(part).mean[0] / 255


@pytest.mark.parametrize("name", PAPERS)
def test_the_code_of_each_page_is_read_from_a_fax(name: str) -> None:
    _layout, codes, pages = faxed(name)
    for code, page in zip(codes, pages, strict=True):
        found = zxingcpp.read_barcodes(page)
        assert [one.text for one in found] == [seal.qr_text(code)]
        assert seal.read_qr(found[0].text) == seal.read_qr(seal.qr_text(code))


def place(words: Words) -> tuple[float, float, float, float]:
    """Where a line of text stands: from below its letters to above them."""
    width = shaping.measure(words.text, words.style, rtl=words.rtl)
    left = words.x - {"left": 0.0, "right": width, "centre": width / 2}[words.align]
    size = words.style.size
    return left, words.y - 0.1 * size, left + width, words.y + 0.75 * size


@pytest.mark.parametrize("name", PAPERS)
def test_every_line_of_text_is_still_there_in_black_and_white(name: str) -> None:
    layout, _codes, pages = faxed(name)
    for sheet, page in zip(layout.pages, pages, strict=True):
        for mark in sheet.marks:
            if not isinstance(mark, Words) or not mark.text.strip():
                continue
            share = dark(page, place(mark))
            assert mark.style.grey <= DARKEST_GREY or mark.style.grey == 1.0, mark.text
            assert 0.02 < share < 0.98, (mark.text, share)


@pytest.mark.parametrize("name", PAPERS)
def test_every_rule_bar_and_drawing_is_still_there_in_black_and_white(name: str) -> None:
    layout, _codes, pages = faxed(name)
    for sheet, page in zip(layout.pages, pages, strict=True):
        for mark in sheet.marks:
            spot = outline(mark)
            if spot is not None:
                assert dark(page, spot) > 0, mark


def outline(mark: Mark) -> tuple[float, float, float, float] | None:
    """Where a mark that is no text stands, a dot wider on every side; None for text."""
    match mark:
        case Rule():
            left, right = sorted((mark.x1, mark.x2))
            low, high = sorted((mark.y1, mark.y2))
            return left, low - 0.5, right, high + 0.5
        case Fill() | Drawing():
            return mark.x, mark.y, mark.x + mark.width, mark.y + mark.height
        case _:
            return None


def styles() -> set[Style]:
    """Every style that a typical paper is set in, and those of labels, notes and markers."""
    used = {
        mark.style
        for name in PAPERS
        for page in faxed(name)[0].pages
        for mark in page.marks
        if isinstance(mark, Words)
    }
    return used | {LABEL, SMALL, STATE, MARKER}


def test_the_smallest_print_has_enough_dots_to_be_read() -> None:
    smallest = min(styles(), key=lambda style: style.size)
    line = pdf_of(lambda canvas: typesetting.draw(canvas, (10, 15), "x" * 12, smallest))
    (page,) = black_and_white(line)
    box = page.point([255] * THRESHOLD + [0] * (256 - THRESHOLD)).getbbox()
    assert box is not None
    assert box[3] - box[1] >= LEAST_X_HEIGHT


def test_what_is_too_pale_does_vanish() -> None:
    """So that the tests above can fail."""
    pale = Style(8, grey=0.75)
    line = pdf_of(lambda canvas: typesetting.draw(canvas, (10, 15), "x" * 12, pale))
    (page,) = black_and_white(line)
    assert ImageStat.Stat(page).mean[0] == 255
