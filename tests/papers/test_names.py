"""A child's name in any script stands on every paper: right glyphs, and read back as it was told.

Every PDF is whole besides: its fonts are in it, its text is text, its structure has no fault.
"""

import unicodedata
from io import BytesIO

import pikepdf
import pytest

from minors_desk.papers import fonts, shaping
from minors_desk.papers.catalog import PAPERS
from minors_desk.papers.drawing import draw
from minors_desk.papers.layout import lay_out
from minors_desk.papers.literal import printable
from minors_desk.papers.sheet import Layout, Words
from tests.papers.cases import SIZES, before_withholding, finished, longest, told, typical, under
from tests.papers.forms import imprint
from tests.papers.pictures import text_of

NAMES = {
    "arabic": "محمد عبد الرحمن الحسيني",
    "hebrew": "יעקב בן דוד",
    "devanagari": "राजेश श्रीवास्तव",
    "bengali": "মোহাম্মদ রহিম উদ্দিন",
    "gurmukhi": "ਗੁਰਪ੍ਰੀਤ ਸਿੰਘ",
    "ethiopic": "አበበ ቢቂላ ገብረ",
    "thai": "สมชาย น้ำผึ้ง",
    "chinese": "习近平 習小明",
    "korean": "김민준 뷁",
    "cyrillic": "Їжакевич Ґалаґан Ёлкин",
    "kiche": "K'iche' B'alam Tz'utujil Q'eqchi'",
    "combining": "Đặng Ngọc A\u0301nh q\u0313\u0315o",
}
_FACES = {
    "arabic": "NotoSansArabic",
    "hebrew": "NotoSansHebrew",
    "devanagari": "NotoSansDevanagari",
    "bengali": "NotoSansBengali",
    "gurmukhi": "NotoSansGurmukhi",
    "ethiopic": "NotoSansEthiopic",
    "thai": "NotoSansThai",
    "chinese": "MicroHei",
    "korean": "MicroHei",
    "cyrillic": "NotoSans-",
    "kiche": "NotoSans-",
    "combining": "NotoSans-",
}
"""Which font has the letters of each."""
_DIRECTIONS = "\u200e\u200f\u202a\u202b\u202c\u202d\u202e\ufffe"


def named(name: str, script: str) -> Layout:
    """Lay the paper out for a child that has this one name."""
    return lay_out(before_withholding(name, finished(under(NAMES[script], told(name)))))


def plain(text: str) -> str:
    """The text as it was told: presentation forms, line breaks and marks of direction gone."""
    whole = unicodedata.normalize("NFKC", text)
    return "".join(char for char in whole if char not in _DIRECTIONS and not char.isspace())


def read_back(pdf: bytes, pages: int) -> str:
    """All text of a PDF, as a reader copies it."""
    return plain("".join(text_of(pdf, page) for page in range(pages)))


@pytest.mark.parametrize("script", NAMES)
@pytest.mark.parametrize("name", PAPERS)
def test_the_name_is_read_back_from_the_page_and_its_font_is_in_the_file(
    name: str, script: str
) -> None:
    layout = named(name, script)
    pdf = draw(layout, imprint(layout))
    assert plain(NAMES[script]) in read_back(pdf, len(layout.pages))
    assert any(_FACES[script] in font for font in embedded(pdf))


@pytest.mark.parametrize("script", NAMES)
def test_the_name_has_every_glyph_in_the_font_of_its_script(script: str) -> None:
    for bold in (False, True):
        for run in shaping.shape(printable(NAMES[script]), bold=bold):
            assert all(glyph.glyph for glyph in run.glyphs)
            letters = [char for char in run.text if char.isalpha()]
            assert all(ord(char) in run.face.covers for char in letters)
            assert not letters or _FACES[script].lower() in run.face.name.lower()


def test_a_character_that_no_font_has_is_printed_as_its_number() -> None:
    """So the test above cannot pass on a page full of empty boxes."""
    assert not fonts.has_glyph("\U00012000")
    assert printable("Ana \U00012000") == "Ana [U+12000]"


def embedded(pdf: bytes) -> set[str]:
    """The names of all fonts of a PDF; each has its file in it, and no letter is a picture."""
    found: set[str] = set()
    with pikepdf.open(BytesIO(pdf)) as document:
        for page in document.pages:
            assert not page.get_images()
            for font in page.Resources.Font.values():
                assert font.FontDescriptor.FontFile2.read_bytes()
                found.add(str(font.BaseFont))
    return found


@pytest.mark.parametrize("name", PAPERS)
def test_each_pdf_is_whole_and_every_font_of_its_text_is_in_it(name: str) -> None:
    for form in (typical(name), longest(name)):
        layout = lay_out(form)
        pdf = draw(layout, imprint(layout))
        with pikepdf.open(BytesIO(pdf)) as document:
            assert document.check_pdf_syntax() == []
            assert len(document.pages) == len(layout.pages)
        assert embedded(pdf)


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("name", PAPERS)
def test_every_line_of_a_page_is_read_back_from_it(name: str, size: str) -> None:
    """But those from right to left, whose order on the page is another: their names are above."""
    layout = lay_out(SIZES[size](name))
    pdf = draw(layout, imprint(layout))
    for number, page in enumerate(layout.pages):
        shown = plain(text_of(pdf, number))
        for mark in page.marks:
            if isinstance(mark, Words) and not has_rtl(mark.text):
                assert plain(mark.text) in shown, mark.text


def has_rtl(text: str) -> bool:
    """Whether any of it runs from right to left."""
    return any(unicodedata.bidirectional(char) in ("R", "AL", "AN") for char in text)


@pytest.mark.parametrize("name", PAPERS)
def test_no_line_of_the_longest_case_has_an_empty_glyph(name: str) -> None:
    lines = {
        (mark.text, mark.style.bold)
        for page in lay_out(longest(name)).pages
        for mark in page.marks
        if isinstance(mark, Words)
    }
    assert len(lines) > 20
    for text, bold in lines:
        assert all(glyph.glyph for run in shaping.shape(text, bold=bold) for glyph in run.glyphs)
