"""Breaking lines: nothing lost, nothing too wide, no letter torn from its marks, in linear work."""
# ruff: noqa: RUF001

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from minors_desk.papers import shaping, wrapping
from minors_desk.papers.literal import printable
from minors_desk.papers.shaping import Style
from minors_desk.papers.wrapping import break_lines, wrap
from tests.papers import samples

STYLE = Style(10)


def bare(text: str) -> str:
    """Return a text without the spaces that may vanish at a break."""
    return text.replace(" ", "").replace("\u3000", "").replace("\n", "")


@given(st.text(alphabet=samples.ALPHABET + "\n", max_size=120), st.integers(12, 300))
def test_no_character_is_lost_and_no_line_is_too_wide(text: str, width: int) -> None:
    shown = printable(text, newlines=True)
    lines = wrap(shown, width, STYLE)
    assert bare("".join(lines)) == bare(shown)
    rtl = shaping.bidi.is_rtl(shown)
    for line in lines:
        # Marks that sit on no letter are one cluster within a text and several at its beginning.
        begins_with_mark = unicodedata.category(line[0]).startswith("M") if line else False
        if shaping.measure(line, STYLE, rtl=rtl) > width + 0.1 and not begins_with_mark:
            widths = shaping.advances(line, bold=False, rtl=rtl)
            assert sum(one >= 0 for one in widths) == 1, "a line of several clusters is too wide"


def test_lines_break_at_spaces() -> None:
    assert wrap("Ana Lucía Xicay Pérez", 60, STYLE) == ("Ana Lucía", "Xicay Pérez")


def test_ideographs_break_anywhere_but_before_their_punctuation() -> None:
    assert wrap("王小明，习近平", 30.5, STYLE) == ("王小", "明，习", "近平")


def test_an_overlong_word_breaks_between_clusters() -> None:
    word = "श्री" * 12
    lines = wrap(word, 60, STYLE)
    assert len(lines) > 1
    assert "".join(lines) == word
    assert all(line.startswith("श") and line.endswith("ी") for line in lines)


def test_what_is_wider_than_the_line_stands_alone() -> None:
    assert wrap("WWW", 2, STYLE) == ("W", "W", "W")


def test_newlines_break_and_empty_lines_stay() -> None:
    assert wrap("a\n\nb", 100, STYLE) == ("a", "", "b")


def test_with_most_it_stops_early() -> None:
    assert len(break_lines("word " * 100, 60, STYLE, most=3)) == 3


@pytest.mark.parametrize("text", [samples.name_of(10_000), "محمد" * 2_500, "क" * 10_000])
def test_a_name_of_ten_thousand_characters_is_shaped_a_few_times_only(
    text: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    shaped = 0
    real = shaping._glyphs

    def counting(given_text: str, piece: shaping._Piece) -> object:
        nonlocal shaped
        shaped += piece.end - piece.start
        return real(given_text, piece)

    monkeypatch.setattr(shaping, "_glyphs", counting)
    shaping._shape.cache_clear()
    wrapping._widths.cache_clear()
    lines = wrap(text, 500, STYLE)
    assert bare("".join(lines)) == bare(text)
    # Once whole, once line by line, and again only for lines that break within a word.
    assert shaped < 5 * len(text)
