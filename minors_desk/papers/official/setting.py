"""Sets a text into a field of a form: the largest type that fits, one letter to a cell of a comb.

What does not fit at the smallest legible size, or is longer than the form takes, is not set at all.
Lengths are points.
"""

from dataclasses import dataclass

from minors_desk.papers import bidi, shaping, wrapping
from minors_desk.papers.official.reading import FormField, Widget
from minors_desk.papers.shaping import Align, Style

LEAST = 7.0
"""The smallest type that is still read after a fax of 200 dpi."""
_LEAST_OF_ALL = 5.0
_OPEN = 11.0
"""The type of a field that leaves its size open."""
_STEP = 0.5
_PAD = 2.0
_LINE = 1.22
_ALIGNS: tuple[Align, ...] = ("left", "centre", "right")
# From the bottom of the type to its baseline, and its whole height, as shares of its size.
_BELOW, _HEIGHT = 0.27, 1.02


@dataclass(frozen=True, slots=True)
class Piece:
    """A text with the point of its baseline, from the lower left corner of its field."""

    text: str
    x: float
    y: float
    align: Align
    rtl: bool


@dataclass(frozen=True, slots=True)
class Setting:
    """A text as it stands in one place of a field, `width` by `height` as it is read."""

    width: float
    height: float
    style: Style
    pieces: tuple[Piece, ...]


def fits(field: FormField, text: str) -> bool:
    """Whether the form takes that text: its length, and its width wherever the field stands."""
    return all(set_text(field, place, text) is not None for place in shown_places(field))


def shown_places(field: FormField) -> tuple[Widget, ...]:
    """The places of a field that can be seen."""
    return tuple(one for one in field.widgets if not one.is_hidden)


def length(text: str) -> int:
    """How long a form counts a text: in units of UTF-16, as viewers do."""
    return len(text.encode("utf-16-le")) // 2


def set_text(field: FormField, place: Widget, text: str) -> Setting | None:
    """The text as it stands there; None where it does not fit."""
    width, height = size_of(place)
    if field.max_len and length(text) > field.max_len:
        return None
    if field.is_comb:
        return _comb(field, (width, height), text)
    for size in _sizes(field, height):
        found = _lines(field, (width, height), text, Style(size))
        if found is not None:
            return found
    return None


def size_of(place: Widget) -> tuple[float, float]:
    """Width and height of a place as its text is read."""
    x1, y1, x2, y2 = place.rect
    turned = place.turned in (90, 270)
    return (y2 - y1, x2 - x1) if turned else (x2 - x1, y2 - y1)


def _sizes(field: FormField, height: float) -> list[float]:
    """The sizes to try, the largest first."""
    asked = field.size or _OPEN
    largest = asked if field.is_multiline else min(asked, height * 0.92)
    least = max(_LEAST_OF_ALL, min(LEAST, asked))
    steps = int((largest - least) / _STEP + 1e-6)
    return [largest - _STEP * step for step in range(steps + 1)] if largest >= least else []


def _lines(field: FormField, area: tuple[float, float], text: str, style: Style) -> Setting | None:
    width, height = area
    rtl, room = bidi.is_rtl(text), width - 2 * _PAD
    lines = wrapping.wrap(text, room, style) if field.is_multiline else (text,)
    if any(shaping.measure(line, style, rtl=rtl) > room + 0.1 for line in lines):
        return None
    tall = style.size * (_HEIGHT + _LINE * (len(lines) - 1))
    if field.is_multiline and tall > height - 1:
        return None
    align: Align = _ALIGNS[field.align] if field.align in (0, 1, 2) else "left"
    if align == "left" and rtl:
        align = "right"
    x = {"left": _PAD, "centre": width / 2, "right": width - _PAD}[align]
    first = _first_baseline(field, height, style.size)
    pieces = tuple(
        Piece(line, x, first - at * style.size * _LINE, align, rtl) for at, line in enumerate(lines)
    )
    return Setting(width, height, style, pieces)


def _first_baseline(field: FormField, height: float, size: float) -> float:
    if field.is_multiline:
        return height - _PAD - size * (_HEIGHT - _BELOW)
    return (height - size * _HEIGHT) / 2 + size * _BELOW


def _comb(field: FormField, area: tuple[float, float], text: str) -> Setting | None:
    """One letter, with its marks, in the middle of each cell, in the order in which they stand."""
    width, height = area
    letters = _letters(text)
    if len(letters) > field.max_len:
        return None
    cell = width / field.max_len
    size = min(field.size or _OPEN, height * 0.92)
    widest = max((shaping.measure(one, Style(1.0)) for one in letters), default=0.0)
    size = min(size, (cell - 0.5) / widest) if widest else size
    if size < min(LEAST, field.size or LEAST):
        return None
    rtl = bidi.is_rtl(text)
    first = 0
    if field.align in (1, 2):
        free = field.max_len - len(letters)
        first = free if field.align == 2 else free // 2
    order = list(reversed(letters)) if rtl else letters
    y = _first_baseline(field, height, size)
    pieces = tuple(
        Piece(one, (first + at + 0.5) * cell, y, "centre", rtl) for at, one in enumerate(order)
    )
    return Setting(width, height, Style(size), pieces)


def _letters(text: str) -> list[str]:
    """The text in letters, each with the marks that belong to it."""
    rtl = bidi.is_rtl(text)
    widths = shaping.advances(text, bold=False, rtl=rtl)
    letters: list[str] = []
    for char, width in zip(text, widths, strict=True):
        if width < 0 and letters:
            letters[-1] += char
        else:
            letters.append(char)
    return letters
