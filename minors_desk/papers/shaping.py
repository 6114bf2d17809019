"""Sets one line of text of any script: direction, fonts, joined and reordered letters (HarfBuzz).

Text is drawn literally: there is no markup, so that a name of `<img src=...>` prints as itself.
What comes here went through `literal.printable`. Lengths are points (1/72 inch); y grows upwards.
"""

import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Any, Literal, NamedTuple

import uharfbuzz

from minors_desk.papers import bidi, fonts

Align = Literal["left", "right", "centre"]

_FLAGS = uharfbuzz.BufferFlags.REMOVE_DEFAULT_IGNORABLES
_STAYS_WITH_PREVIOUS = " \u00a0\u200c\u200d\u200e\u200f\u061c"
# A baseline shift smaller than this (in thousandths of the size) cannot be seen.
_NO_SHIFT = 0.5


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
    runs = shape(text, bold=style.bold, rtl=rtl)
    return sum(glyph.advance for run in runs for glyph in run.glyphs) * style.size / 1000


def advances(text: str, *, bold: bool, rtl: bool) -> list[float]:
    """Return what each character adds to a line's width, in thousandths of the type size.

    A cluster (letter with its marks, ligature, Indic syllable) has all its width at its first
    character and -1 at the others: before those no line may be broken.
    """
    result = [-1.0] * len(text)
    for run in _logical_runs(text, bold, rtl):
        for glyph in run.glyphs:
            result[glyph.at] = max(result[glyph.at], 0.0) + glyph.advance
    return result


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


def draw(
    canvas: Any,
    at: tuple[float, float],
    text: str,
    style: Style,
    align: Align = "left",
    rtl: bool | None = None,
) -> float:
    """Draw one line with its baseline at a point (x is its left or right end, or its middle).

    Returns the width. The canvas is a reportlab one; text operators are written straight into it,
    as its own text functions know neither directions nor glyphs.
    """
    runs = shape(text, bold=style.bold, rtl=rtl)
    width = measure(text, style, rtl=rtl)
    x = at[0] - {"left": 0.0, "right": width, "centre": width / 2}[align]
    canvas.setFillGray(style.grey)
    for run in runs:
        _draw_run(canvas, (x, at[1]), run, style.size)
        x += sum(glyph.advance for glyph in run.glyphs) * style.size / 1000
    return width


@lru_cache(maxsize=2048)
def _shape(text: str, bold: bool, rtl: bool) -> tuple[Run, ...]:
    return tuple(bidi.reorder(list(_logical_runs(text, bold, rtl))))


def _logical_runs(text: str, bold: bool, rtl: bool) -> Iterator[Run]:
    for piece in _pieces(text, bold, rtl):
        glyphs = tuple(_glyphs(text, piece))
        part = text[piece.start : piece.end]
        yield Run(piece.level, piece.face, part, piece.start, glyphs)


def _pieces(text: str, bold: bool, rtl: bool) -> Iterator[_Piece]:
    """Cut a line where direction, font or script changes, in the order of the text."""
    start = 0
    level, face, script = 0, fonts.face(0, bold), None
    for at, now in enumerate(bidi.levels(text, rtl=rtl)):
        own = _face(text[at], bold, face if at > start else None)
        its_script = _script(text[at])
        other_script = None not in (script, its_script) and script != its_script
        if at > start and (now != level or own is not face or other_script):
            yield _Piece(level, face, script, start, at)
            start, script = at, None
        level, face, script = now, own, its_script or script
    if text:
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


def _glyphs(text: str, piece: _Piece) -> Iterator[Glyph]:
    buffer = uharfbuzz.Buffer()
    buffer.flags = _FLAGS
    # The whole text is given for context: a letter joins its neighbour in the next font too.
    buffer.add_str(text, piece.start, piece.end - piece.start)
    buffer.direction = "rtl" if piece.level % 2 else "ltr"
    buffer.script = piece.script or "Zyyy"
    uharfbuzz.shape(piece.face.shaper, buffer)
    scale = piece.face.thousandths
    for info, place in zip(buffer.glyph_infos, buffer.glyph_positions, strict=True):
        yield Glyph(
            info.codepoint,
            info.cluster,
            scale(place.x_advance),
            scale(place.x_offset),
            scale(place.y_offset),
        )


def _draw_run(canvas: Any, at: tuple[float, float], run: Run, size: float) -> None:
    """Write one run as PDF operators, with the text behind it where glyphs hide that.

    A right-to-left run gets no ActualText: readers turn that round once more.
    """
    font, face = run.face.pdf, run.face
    printed = "".join(chr(face.code(g.glyph, run.text[g.at - run.start])) for g in run.glyphs)
    out = ["BT", f"1 0 0 1 {at[0]:.3f} {at[1]:.3f} Tm"]
    done = 0
    for subset, encoded in font.splitString(printed, canvas._doc):
        out.append(f"{font.getSubsetInternalName(subset, canvas._doc)} {size:g} Tf")
        glyphs = run.glyphs[done : done + len(encoded)]
        widths = [font.face.charWidths[ord(char)] for char in printed[done : done + len(encoded)]]
        out.extend(_operators(encoded, glyphs, widths, size))
        done += len(encoded)
    out.append("ET")
    if run.level % 2 == 0 and printed != run.text:
        behind = ("\ufeff" + run.text).encode("utf-16-be").hex()
        out = [f"/Span <</ActualText <{behind}>>> BDC", *out, "EMC"]
    canvas._code.append(" ".join(out))


def _operators(
    encoded: bytes, glyphs: tuple[Glyph, ...], widths: list[float], size: float
) -> Iterator[str]:
    """Show glyphs of one font subset: TJ arrays, raised or lowered (Ts) where a mark sits so."""
    array: list[str] = []
    rise, move = 0.0, 0.0
    for code, glyph, width in zip(encoded, glyphs, widths, strict=True):
        dy = glyph.dy if abs(glyph.dy) >= _NO_SHIFT else 0.0
        if dy != rise:
            if array:
                yield f"[{''.join(array)}] TJ"
                array = []
            yield f"{dy * size / 1000:.3f} Ts"
            rise = dy
        # A number in the array moves to the left; the font's own width follows each glyph.
        move -= glyph.dx
        if abs(move) >= _NO_SHIFT:
            array.append(f" {move:.1f} ")
            move = 0.0
        array.append(f"<{code:02x}>")
        move += width - glyph.advance + glyph.dx
    if abs(move) >= _NO_SHIFT:
        array.append(f" {move:.1f} ")
    if array:
        yield f"[{''.join(array)}] TJ"
    if rise:
        yield "0 Ts"
