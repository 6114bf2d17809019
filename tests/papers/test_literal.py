"""What is typed prints as what it is: nothing acts, vanishes or is a silent box."""
# ruff: noqa: RUF001

import pytest
from hypothesis import given
from hypothesis import strategies as st

from minors_desk.papers import fonts
from minors_desk.papers.literal import printable
from tests.papers import samples


@pytest.mark.parametrize("text", samples.ALL.values(), ids=samples.ALL.keys())
def test_names_of_every_script_print_as_they_are(text: str) -> None:
    assert printable(text) == text


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("A\u202eB", "A[U+202E]B"),
        ("A\u2066B\u2069", "A[U+2066]B[U+2069]"),
        ("A\x00B\tC", "A[U+0000]B[U+0009]C"),
        ("Ana\nRuiz", "Ana[U+000A]Ruiz"),
        ("\ud800", "[U+D800]"),
        ("\ue000", "[U+E000]"),
        ("\U0001f642", "[U+1F642]"),
        ("a\u00adb\u200bc", "a[U+00AD]b[U+200B]c"),
        ("Ana\u200d", "Ana[U+200D]"),
        ("\u3164", "[U+3164]"),
    ],
)
def test_what_has_no_picture_prints_its_code(text: str, shown: str) -> None:
    assert printable(text) == shown


def test_joiners_stay_where_letters_need_them() -> None:
    for text in ("می\u200cخواهم", "क्\u200dष"):
        assert printable(text) == text


def test_a_heap_of_marks_does_not_print_over_its_neighbours() -> None:
    assert printable("Z" + "\u0301" * 6) == "Z" + "\u0301" * 4 + "[U+0301]" * 2


def test_line_breaks_stay_in_texts_of_several_lines() -> None:
    assert printable("a\r\nb\nc\td", newlines=True) == "a\nb\nc[U+0009]d"


@given(st.text())
def test_everything_printed_has_a_glyph_and_stays_as_it_is(text: str) -> None:
    shown = printable(text)
    assert printable(shown) == shown
    assert all(fonts.has_glyph(char) or char in "\u200c\u200d\u200e\u200f\u061c" for char in shown)
