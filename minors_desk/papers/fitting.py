"""Fits a text into its box: smaller within limits, else as much as fits and the rest elsewhere."""

from collections.abc import Sequence
from dataclasses import dataclass

from minors_desk.papers import bidi, shaping, wrapping
from minors_desk.papers.shaping import Style
from minors_desk.papers.wrapping import Span

MARKER = Style(8)
# Widest digits and more of them than there will be sheets: the room kept for the marker, whose
# number is known only when all boxes are fitted.
_SHEET = "888"
_LEAST_ROOM = 24.0


@dataclass(frozen=True, slots=True)
class Fitted:
    """A text as it stands in a box: `shown` is what of it stands there, `rest` what does not.

    `starts` has for each line its place in the text, `rest_at` that of the rest.
    """

    style: Style
    lines: tuple[str, ...]
    starts: tuple[int, ...]
    rtl: bool
    shown: str
    rest: str = ""
    rest_at: int = 0


def marker(sheet: str, width: float) -> str:
    """Return the words that lead from a box of that width to a sheet, short ones if narrow."""
    long = f"… continues on sheet {sheet}"
    widest = f"… continues on sheet {_SHEET}"
    return long if shaping.measure(widest, MARKER) <= width / 2 else f"… sheet {sheet}"


def fit(text: str, width: float, lines: int, styles: Sequence[Style]) -> Fitted:
    """Fit a text into so many lines, in the first style in which it fits whole.

    If it fits in none, it stands in the last, its last line leaving room for the marker. No
    character is lost between `shown` and `rest` but spaces and newlines at the break.
    """
    rtl = bidi.is_rtl(text)
    for style in styles:
        spans = wrapping.break_lines(text, width, style, rtl=rtl, most=lines + 1)
        if len(spans) <= lines and all(
            shaping.measure(text[start:end], style, rtl=rtl) <= width + 0.1 for start, end in spans
        ):
            return _fitted(text, style, spans, rtl)
    return _cut(text, width, lines, styles[-1])


def fit_all(text: str, width: float, style: Style, rtl: bool) -> list[tuple[str, str]]:
    """Return all lines of a text, each with the part of the text from its start to the next's.

    The parts together are the text.
    """
    spans = wrapping.break_lines(text, width, style, rtl=rtl)
    ends = [span.start for span in spans[1:]] + [len(text)]
    return [(text[a:b], text[a:end]) for (a, b), end in zip(spans, ends, strict=True)]


def _cut(text: str, width: float, lines: int, style: Style) -> Fitted:
    rtl = bidi.is_rtl(text)
    spans = wrapping.break_lines(text, width, style, rtl=rtl, most=lines)
    room = width - shaping.measure(marker(_SHEET, width), MARKER) - 4
    shown = spans[: lines - 1]
    start = spans[lines - 1].start if len(spans) >= lines else len(text)
    cut = start
    if room >= _LEAST_ROOM and start < len(text):
        last = wrapping.break_lines(text[start:], room, style, rtl=rtl, most=1)[0]
        line = Span(start + last.start, start + last.end)
        if shaping.measure(text[line.start : line.end], style, rtl=rtl) <= room + 0.1:
            shown.append(line)
            cut = line.end
    return _fitted(text, style, shown, rtl, cut)


def _fitted(
    text: str, style: Style, spans: Sequence[Span], rtl: bool, cut: int | None = None
) -> Fitted:
    """The lines of a text, whole or up to where it is cut."""
    end = len(text) if cut is None else cut
    rest = text[end:].lstrip(" \u3000\n")
    lines = tuple(text[a:b] for a, b in spans)
    starts = tuple(span.start for span in spans)
    return Fitted(style, lines, starts, rtl, text[:end], rest, len(text) - len(rest))
