"""Breaks text into lines of a given width: at spaces, between ideographs, else between clusters.

A text is shaped once; lines are then cut by arithmetic on its widths, so that a name of 10,000
characters costs no more than its length. Lengths are points.
"""

import unicodedata
from bisect import bisect_right
from functools import lru_cache
from itertools import accumulate
from typing import NamedTuple

from minors_desk.papers import bidi, shaping
from minors_desk.papers.shaping import Style

# Rounding of widths must not push a text out of a box that was measured to hold it.
_SLACK = 0.01
_SPACES = " \u3000"
# Ideographic punctuation that may not begin or end a line.
_NOT_FIRST = frozenset("、。，．・：；？！ー゛゜ヽヾゝゞ々）］｝〕〉》」』】〙〗｠％,.:;?!)]}%")  # noqa: RUF001
_NOT_LAST = frozenset("（［｛〔〈《「『【〘〖｟([{")  # noqa: RUF001


class Span(NamedTuple):
    """Where a line begins and ends in its text; spaces at a break belong to no line."""

    start: int
    end: int


class _Widths(NamedTuple):
    """Widths up to each place of a paragraph, per thousandth of the size; -1 marks no break."""

    single: list[float]
    upto: list[float]


def wrap(text: str, width: float, style: Style) -> tuple[str, ...]:
    """Return a text as lines no wider than `width`; newlines in it break lines too.

    Only a single cluster (such as a letter with its marks) may be wider, as it cannot be broken.
    """
    return tuple(text[start:end] for start, end in break_lines(text, width, style))


def break_lines(
    text: str,
    width: float,
    style: Style,
    *,
    rtl: bool | None = None,
    most: int | None = None,
) -> list[Span]:
    """Return the lines of a text as spans of it; with `most`, stop after so many lines.

    `rtl` is the direction of the text, by default that of its first strong character.
    """
    base = bidi.is_rtl(text) if rtl is None else rtl
    lines: list[Span] = []
    start = 0
    for paragraph in text.split("\n"):
        for span in _paragraph(paragraph, width, style, base, most):
            lines.append(Span(start + span.start, start + span.end))
            if most is not None and len(lines) == most:
                return lines
        start += len(paragraph) + 1
    return lines


def _paragraph(text: str, width: float, style: Style, rtl: bool, most: int | None) -> list[Span]:
    if shaping.measure(text, style, rtl=rtl) <= width + _SLACK:
        return [Span(0, len(text))]  # by far the most frequent text
    widths = _widths(text, style.bold, rtl)
    lines: list[Span] = []
    start = 0
    while start < len(text) and (most is None or len(lines) < most):
        room = widths.upto[start] + (width + _SLACK) * 1000 / style.size
        end = _break(text, widths, start, bisect_right(widths.upto, room) - 1)
        # Broken within a word, letters may take other forms, and those may be wider.
        while shaping.measure(text[start:end].rstrip(_SPACES), style, rtl=rtl) > width + _SLACK:
            before = _cluster_before(widths, start, end - 1)
            if before <= start:
                break
            end = before
        kept = len(text[start:end].rstrip(_SPACES))
        lines.append(Span(start, start + kept if end < len(text) else end))
        start = end
        while start < len(text) and text[start] in _SPACES:
            start += 1
    return lines


@lru_cache(maxsize=32)
def _widths(text: str, bold: bool, rtl: bool) -> _Widths:
    single = shaping.advances(text, bold=bold, rtl=rtl)
    return _Widths(single, [0.0, *accumulate([one if one > 0 else 0.0 for one in single])])


def _break(text: str, widths: _Widths, start: int, fits: int) -> int:
    """Choose where a line ends that has room up to `fits`: the last good place, never none."""
    if fits >= len(text) or text[fits] in _SPACES:
        return fits
    for at in range(fits, start, -1):
        if widths.single[at] >= 0 and _may_break(text[at - 1], text[at]):
            return at
    at = _cluster_before(widths, start, fits)
    if at > start:
        return at
    at = start + 1  # not even one cluster fits: it stands alone
    while at < len(text) and widths.single[at] < 0:
        at += 1
    return at


def _cluster_before(widths: _Widths, start: int, at: int) -> int:
    """Return the last place from `start` to `at` where a cluster begins."""
    while at > start and at < len(widths.single) and widths.single[at] < 0:
        at -= 1
    return at


def _may_break(before: str, after: str) -> bool:
    if before in _SPACES:
        return after not in _SPACES
    if before in _NOT_LAST or after in _NOT_FIRST:
        return False
    return _is_wide(before) or _is_wide(after)


@lru_cache(maxsize=4096)
def _is_wide(char: str) -> bool:
    """Say whether a character is an ideograph, kana or the like, which needs no space to break."""
    return unicodedata.east_asian_width(char) in ("W", "F")
