"""Sets one line of text of any script: direction, fonts, joined and reordered letters (HarfBuzz).

Text is drawn literally: there is no markup, so that a name of `<img src=...>` prints as itself.
What comes here went through `literal.printable`. Lengths are points (1/72 inch); y grows upwards.
"""

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import chain
from typing import Literal, NamedTuple

import uharfbuzz

from minors_desk.papers import bidi, fonts

Align = Literal["left", "right", "centre"]

_FLAGS = uharfbuzz.BufferFlags.REMOVE_DEFAULT_IGNORABLES
_STAYS_WITH_PREVIOUS = " \u00a0\u200c\u200d\u200e\u200f\u061c"
_LATIN_LETTER = re.compile("[A-Za-z]")
_WORDS = re.compile("[^ ]+ *| +")


@dataclass(frozen=True, slots=True)
class Style:
    """How text is set: size in points, weight, and grey (0 is black, 1 is white)."""

    size: float
    bold: bool = False
    grey: float = 0.0


class Glyph(NamedTuple):
    """One placed glyph; lengths in thousandths of the type size, `at` is its place in the text."""

    glyph: int
    at: int
    advance: float
    dx: float
    dy: float


@dataclass(frozen=True, slots=True)
class Run:
    """A piece of a line of one direction, font and script, its glyphs from left to right."""

    level: int
    face: fonts.Face
    text: str
    start: int
    glyphs: tuple[Glyph, ...]

    @property
    def width(self) -> float:
        """The width in thousandths of the type size."""
        return sum([glyph.advance for glyph in self.glyphs])


@dataclass(frozen=True, slots=True)
class _Piece:
    level: int
    face: fonts.Face
    script: str | None
    start: int
    end: int


def shape(text: str, *, bold: bool = False, rtl: bool | None = None) -> tuple[Run, ...]:
    """Shape one line; its runs come from left to right.

    `rtl` is the direction of the paragraph that the line belongs to, by default that of its first
    strong character.
    """
    return _shape(text, bold, bidi.is_rtl(text) if rtl is None else rtl)


def measure(text: str, style: Style, *, rtl: bool | None = None) -> float:
    """Return the width of one line in points."""
    return _width(text, style.bold, bidi.is_rtl(text) if rtl is None else rtl) * style.size / 1000


def advances(text: str, *, bold: bool, rtl: bool) -> list[float]:
    """Return what each character adds to a line's width, in thousandths of the type size.

    A cluster (letter with its marks, ligature, Indic syllable) has all its width at its first
    character and -1 at the others: before those no line may be broken.
    """
    words = words_of(text, rtl)
    if words is not None:
        return list(chain.from_iterable([_word_advances(one, bold) for one in words]))
    return _advances(_shape(text, bold, rtl), len(text))


def extents(
    text: str, style: Style, between: tuple[int, int], *, rtl: bool | None = None
) -> list[tuple[float, float]]:
    """Return where in a line the characters of a range stand: (left, right) from its left end.

    In text of two directions a range may stand in several places.
    """
    places: list[tuple[float, float]] = []
    x = 0.0
    for run in shape(text, bold=style.bold, rtl=rtl):
        for glyph in run.glyphs:
            end = x + glyph.advance * style.size / 1000
            if between[0] <= glyph.at < between[1]:
                touches = bool(places) and places[-1][1] == x
                places[-1:] = [(places[-1][0], end)] if touches else [*places[-1:], (x, end)]
            x = end
    return places


@lru_cache(maxsize=2048)
def words_of(text: str, rtl: bool) -> Sequence[str] | None:
    """Return a line of basic Latin as its words, each with its spaces; None for another line.

    Most lines are such. Our Latin font does not kern with spaces (a test holds it), so that the
    words, each shaped once in a program, make the line.
    """
    if rtl or not (text.isascii() and text.isprintable()):
        return None
    return tuple(_WORDS.findall(text))


@lru_cache(maxsize=8192)
def word(text: str, bold: bool) -> Run:
    """Return the run of a word of basic Latin."""
    (run,) = _logical_runs(text, bold, rtl=False)
    return run


@lru_cache(maxsize=2048)
def _shape(text: str, bold: bool, rtl: bool) -> tuple[Run, ...]:
    return tuple(bidi.reorder(list(_logical_runs(text, bold, rtl))))


@lru_cache(maxsize=2048)
def _width(text: str, bold: bool, rtl: bool) -> float:
    """The width of a line in thousandths of the type size."""
    words = words_of(text, rtl)
    if words is not None:
        return sum([_word_width(one, bold) for one in words])
    return sum(run.width for run in _shape(text, bold, rtl))


@lru_cache(maxsize=8192)
def _word_width(text: str, bold: bool) -> float:
    return word(text, bold).width


@lru_cache(maxsize=8192)
def _word_advances(text: str, bold: bool) -> list[float]:
    return _advances([word(text, bold)], len(text))


def _advances(runs: Sequence[Run], length: int) -> list[float]:
    result = [-1.0] * length
    for run in runs:
        for _, at, advance, _, _ in run.glyphs:
            result[at] = max(result[at], 0.0) + advance
    return result


def _logical_runs(text: str, bold: bool, rtl: bool) -> Iterator[Run]:
    for piece in _pieces(text, bold, rtl):
        part = text[piece.start : piece.end]
        yield Run(piece.level, piece.face, part, piece.start, tuple(_glyphs(text, piece)))


def _pieces(text: str, bold: bool, rtl: bool) -> Iterator[_Piece]:
    """Cut a line where direction, font or script changes, in the order of the text."""
    if not text:
        return
    if words_of(text, rtl) is not None:
        script = "Latn" if _LATIN_LETTER.search(text) else None
        yield _Piece(0, fonts.face(0, bold), script, 0, len(text))
        return
    start = 0
    level, face = 0, fonts.face(0, bold)
    script = None
    for at, now in enumerate(bidi.levels(text, rtl=rtl)):
        own = _face(text[at], bold, face if at > start else None)
        its_script = _script(text[at])
        other_script = None not in (script, its_script) and script != its_script
        if at > start and (now != level or own is not face or other_script):
            yield _Piece(level, face, script, start, at)
            start, script = at, None
        level, face, script = now, own, its_script or script
    yield _Piece(level, face, script, start, len(text))


def _face(char: str, bold: bool, previous: fonts.Face | None) -> fonts.Face:
    """Choose the font of a character; marks and spaces stay with the letter before them."""
    if previous is not None and (
        char in _STAYS_WITH_PREVIOUS
        or (unicodedata.combining(char) and ord(char) in previous.covers)
    ):
        return previous
    return fonts.face_for(char, bold) or previous or fonts.face(0, bold)


@lru_cache(maxsize=8192)
def _script(char: str) -> str | None:
    """Return the ISO 15924 code of a character's script, None for what all scripts share."""
    buffer = uharfbuzz.Buffer()
    buffer.add_str(char)
    buffer.guess_segment_properties()
    script: str | None = buffer.script
    return script


def _glyphs(text: str, piece: _Piece) -> list[Glyph]:
    buffer = uharfbuzz.Buffer()
    if not text.isascii():
        buffer.flags = _FLAGS
    # The whole text is given for context: a letter joins its neighbour in the next font too.
    buffer.add_str(text, piece.start, piece.end - piece.start)
    buffer.direction = "rtl" if piece.level % 2 else "ltr"
    buffer.script = piece.script or "Zyyy"
    uharfbuzz.shape(piece.face.shaper, buffer)
    scale = 1000 / piece.face.units_per_em
    return [
        Glyph(info.codepoint, info.cluster, advance * scale, dx * scale, dy * scale)
        for info, (dx, dy, advance, _) in zip(
            buffer.glyph_infos, [one.position for one in buffer.glyph_positions], strict=True
        )
    ]
