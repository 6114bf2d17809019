"""Visual order: against another implementation of the standard, and brackets by example."""

from dataclasses import dataclass

import bidi as other_bidi
import pytest
from hypothesis import given
from hypothesis import strategies as st

from minors_desk.papers import bidi

LETTERS = "ab אב عم 12 ٣٤ ()[]{}  ,.:-+/%$ .! é"


@dataclass(frozen=True)
class One:
    """A character with its level."""

    level: int
    char: str


def visual(text: str, rtl: bool) -> str:
    """Return the characters from left to right, brackets not mirrored."""
    levels = bidi.levels(text, rtl=rtl)
    ones = [One(level, char) for level, char in zip(levels, text, strict=True)]
    return "".join(one.char for one in bidi.reorder(ones))


@given(st.text(alphabet=LETTERS, max_size=24), st.booleans())
def test_order_is_that_of_another_implementation(text: str, rtl: bool) -> None:
    assert visual(text, rtl) == other_bidi.get_display(text, base_dir="R" if rtl else "L")


@pytest.mark.parametrize(
    ("text", "rtl"), [("Ana محمد", False), ("محمد Ana", True), ("123 (אב) c", True), ("12", False)]
)
def test_base_direction_is_that_of_the_first_strong_character(text: str, rtl: bool) -> None:
    assert bidi.is_rtl(text) is rtl


def test_both_brackets_of_a_pair_go_one_way() -> None:
    levels = bidi.levels("محمد (علي) born", rtl=False)
    assert levels[5] == levels[9] == 1  # between right-to-left words: with them
    levels = bidi.levels("Ana (محمد) b", rtl=False)
    assert levels[4] == levels[9] == 0


def test_spaces_at_the_end_stand_at_the_end_of_the_line() -> None:
    assert bidi.levels("אב  ", rtl=False) == [1, 1, 0, 0]


def test_joiners_follow_their_neighbour() -> None:
    assert bidi.levels("م\u200cم", rtl=True) == [1, 1, 1]
