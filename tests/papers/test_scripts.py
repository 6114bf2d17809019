"""Each script: the right glyphs in the right order, and a picture that equals their outlines.

The text of a PDF proves nothing about its letters: unjoined Arabic reads back just as well.
"""

import unicodedata

import pytest
from PIL import Image, ImageChops, ImageStat

from minors_desk.papers import fonts, shaping, typesetting
from minors_desk.papers.literal import printable
from tests.papers import pictures, samples

VIRAMAS = "\u094d\u0a4d\u09cd"


def glyphs(text: str) -> list[int]:
    """Return the glyphs of a line from left to right."""
    return [glyph.glyph for run in shaping.shape(text) for glyph in run.glyphs]


def plain(char: str) -> int:
    """Return the glyph that a character has on its own."""
    face = fonts.face_for(char)
    assert face is not None
    glyph: int = face.shaper.get_nominal_glyph(ord(char))
    return glyph


@pytest.mark.parametrize("text", samples.ALL.values(), ids=samples.ALL.keys())
def test_the_page_shows_the_outlines_of_the_shaped_glyphs(text: str) -> None:
    # So large that letters are drawn as outlines too, not as hinted little pictures.
    shown = pictures.picture(pictures.line(text), scale=6)
    expected = pictures.picture(pictures.outlines(text), scale=6)
    apart = ImageChops.difference(shown, expected)
    slices = [
        (left, 0, left + 60, shown.height)
        for left in range(0, shown.width, 60)
        if _ink(expected.crop((left, 0, left + 60, shown.height))) > 3
    ]
    assert len(slices) > 5
    for part in slices:
        off = ImageStat.Stat(apart.crop(part)).mean[0] / _ink(expected.crop(part))
        assert off < 0.1, f"differs near {part[0] / 6} points"


def _ink(image: Image.Image) -> float:
    """Return how dark a picture is: 0 is white, 255 black."""
    return 255 - ImageStat.Stat(image).mean[0]


@pytest.mark.parametrize("text", samples.ALL.values(), ids=samples.ALL.keys())
@pytest.mark.parametrize("bold", [False, True])
def test_no_glyph_is_missing(text: str, bold: bool) -> None:
    assert all(g.glyph for run in shaping.shape(text, bold=bold) for g in run.glyphs)


def test_arabic_letters_join_from_right_to_left() -> None:
    final, medial, initial = (plain(char) for char in "\ufe90\ufe92\ufe91")
    assert glyphs("ببب") == [final, medial, initial]
    assert plain("ب") not in (final, medial, initial)


def test_arabic_number_and_brackets_stand_right() -> None:
    text = "محمد (علي) 2026"
    assert glyphs(text)[:4] == [plain(char) for char in "2026"]
    opening, closing = plain("("), plain(")")
    line = glyphs(text)
    assert line.index(opening) < line.index(closing)


def test_hebrew_points_sit_on_their_letter() -> None:
    (run,) = shaping.shape("שָׁ")
    assert [glyph.advance > 0 for glyph in run.glyphs] == [False, False, True]


@pytest.mark.parametrize(
    ("text", "characters"),
    [("क्ष", 3), ("त्रि", 4), ("ক্ষ", 3), ("श्री", 4)],
)
def test_conjuncts_are_fewer_glyphs_than_characters(text: str, characters: int) -> None:
    assert len(text) == characters
    assert len(glyphs(text)) < characters


@pytest.mark.parametrize("text", [samples.DEVANAGARI, samples.GURMUKHI, samples.BENGALI])
def test_no_loose_virama_is_left(text: str) -> None:
    loose = {plain(char) for char in VIRAMAS}
    assert not loose & set(glyphs(text))


@pytest.mark.parametrize("text", ["कि", "ਕਿ", "কি"])
def test_the_short_i_stands_before_its_consonant(text: str) -> None:
    assert glyphs(text)[-1] == plain(text[0])
    assert len(glyphs(text)) == 2


def test_gurmukhi_ra_stands_below() -> None:
    (run,) = shaping.shape("ਪ੍ਰ")
    assert len(run.glyphs) == 2
    assert run.glyphs[1].advance == 0
    assert run.glyphs[1].glyph != plain("ਰ")


def test_ethiopic_is_one_glyph_a_syllable() -> None:
    assert glyphs("አበበ") == [plain(char) for char in "አበበ"]


def test_thai_sara_am_splits_around_the_tone_mark() -> None:
    (run,) = shaping.shape("น้ำ")
    assert [glyph.advance > 0 for glyph in run.glyphs] == [True, False, False, True]
    assert run.glyphs[1].glyph == plain("\u0e4d")


def test_chinese_comes_from_its_own_font_in_both_weights() -> None:
    for bold in (False, True):
        (run,) = shaping.shape("王小明", bold=bold)
        assert run.face is fonts.face(8, False)
        assert [glyph.glyph for glyph in run.glyphs] == [plain(char) for char in "王小明"]


def test_hebrew_runs_from_right_to_left() -> None:
    assert glyphs("שלום") == [plain(char) for char in reversed("שלום")]


@pytest.mark.parametrize("bold", [False, True])
def test_korean_is_one_glyph_a_syllable(bold: bool) -> None:
    (run,) = shaping.shape("김민준", bold=bold)
    assert [glyph.glyph for glyph in run.glyphs] == [plain(char) for char in "김민준"]


def test_korean_letters_make_their_syllables() -> None:
    apart = unicodedata.normalize("NFD", "김민준 가")
    assert len(apart) == 12
    assert printable(apart) == "김민준 가"
    assert printable(f"Ana {apart[:1]}") == "Ana [U+1100]"  # a letter alone has no picture


def test_japanese_kana_and_kanji_come_from_one_font() -> None:
    text = "さくら山田ガーデン"
    assert {run.face for run in shaping.shape(text)} == {fonts.face(8, False)}
    assert glyphs(text) == [plain(char) for char in text]


@pytest.mark.parametrize("text", samples.ALL.values(), ids=samples.ALL.keys())
def test_what_is_struck_covers_the_whole_line(text: str) -> None:
    style = shaping.Style(10)
    places = shaping.extents(text, style, (0, len(text)))
    assert places == [(0.0, pytest.approx(shaping.measure(text, style)))]


def test_a_range_across_two_directions_is_struck_in_two_places() -> None:
    text = "Ana محمد Ruiz"
    style = shaping.Style(10)
    places = shaping.extents(text, style, (2, 6))
    assert len(places) == 2
    inside = sum(right - left for left, right in places)
    assert 0 < inside < shaping.measure(text, style)


@pytest.mark.parametrize("bold", [False, True])
def test_basic_latin_does_not_kern_with_spaces(bold: bool) -> None:
    (space,) = shaping.advances(" ", bold=bold, rtl=False)
    for char in map(chr, range(0x21, 0x7F)):
        for text in (f"{char} ", f" {char}", f"{char} {char}"):
            runs = shaping.shape(text, bold=bold, rtl=False)
            whole = sum(glyph.advance for run in runs for glyph in run.glyphs)
            alone = sum(shaping.advances(char, bold=bold, rtl=False))
            expected = space + alone * text.count(char)
            assert whole == pytest.approx(expected), text


@pytest.mark.parametrize("text", ["AVATAR To. 11:07", "  office  ffi ", "a", " ", ""])
def test_words_side_by_side_are_set_like_the_line(text: str) -> None:
    runs = shaping.shape(text, rtl=False)
    whole = sum(glyph.advance for run in runs for glyph in run.glyphs)
    assert shaping.measure(text, shaping.Style(1000), rtl=False) == pytest.approx(whole)
    shown = pictures.picture(pictures.line(text), scale=6)
    expected = pictures.picture(pictures.outlines(text), scale=6)
    assert ImageStat.Stat(ImageChops.difference(shown, expected)).mean[0] < 1


def test_latin_marks_compose_or_stack() -> None:
    assert glyphs("e\u0301") == [plain("é")]
    (run,) = shaping.shape("q\u0313\u0315")
    assert [glyph.advance > 0 for glyph in run.glyphs] == [True, False, False]
    assert run.glyphs[1].dy > 0


@pytest.mark.parametrize("text", samples.LEFT_TO_RIGHT.values(), ids=samples.LEFT_TO_RIGHT.keys())
def test_left_to_right_text_reads_back(text: str) -> None:
    back = pictures.text_of(pictures.line(text))
    assert unicodedata.normalize("NFKC", text) in unicodedata.normalize("NFKC", back)


def test_arabic_reads_back_by_its_presentation_forms() -> None:
    back = unicodedata.normalize("NFKC", pictures.text_of(pictures.line(samples.ARABIC)))
    assert samples.ARABIC in "".join(char for char in back if char not in "\u202a\u202b\u202c")


def test_only_left_to_right_runs_carry_the_text_behind_them() -> None:
    assert b"ActualText" not in _operators(samples.ARABIC)
    assert b"ActualText" not in _operators("Ana Ruiz")
    assert b"ActualText" in _operators(samples.DEVANAGARI)


def _operators(text: str) -> bytes:
    """Return the drawing operators of a line."""
    found: list[str] = []

    def draw(canvas: object) -> None:
        typesetting.draw(canvas, (0, 0), text, shaping.Style(10))
        found.extend(canvas._code)  # type: ignore[attr-defined]

    pictures.pdf_of(draw)
    return "".join(found).encode()
