"""Writes one line into a PDF as text operators: glyphs where HarfBuzz put them, text behind them.

reportlab's own text functions know neither directions nor glyphs. Lengths are points; y grows
upwards.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any, NamedTuple

from minors_desk.papers import bidi, fonts, shaping
from minors_desk.papers.shaping import Align, Run, Style

# A shift smaller than this (in thousandths of the size) cannot be seen.
_NO_SHIFT = 0.5
_SUBSET = 256
"""So many codes has each subset of a font in a PDF."""
_BEFORE: dict[Align, float] = {"left": 0.0, "right": 1.0, "centre": 0.5}
"""How much of a line stands before the point it is aligned to."""


class _Shift(NamedTuple):
    """Before a glyph the pen moves left and stands so high; both in thousandths of the size."""

    at: int
    left: float
    rise: float


@dataclass(frozen=True, slots=True)
class _Setting:
    """A run as it goes into the PDF: a code for each glyph, and where the pen is shifted."""

    codes: str
    shifts: tuple[_Shift, ...]


def draw(
    canvas: Any,
    at: tuple[float, float],
    text: str,
    style: Style,
    align: Align = "left",
    rtl: bool | None = None,
) -> None:
    """Draw one line with its baseline at a point (x is its left or right end, or its middle).

    The canvas is a reportlab one.
    """
    base = bidi.is_rtl(text) if rtl is None else rtl
    x = at[0]
    if align != "left":
        x -= shaping.measure(text, style, rtl=base) * _BEFORE[align]
    canvas._code.append(f"{style.grey:g} g")
    words = shaping.words_of(text, base)
    if words is not None:
        face = fonts.face(0, style.bold)
        _write(canvas, (x, at[1]), (face, text), _words(words, style.bold), style.size)
        return
    for run in shaping.shape(text, bold=style.bold, rtl=base):
        # Readers turn the text behind a right-to-left run round once more: it gets none.
        behind = run.text if run.level % 2 == 0 else None
        _write(canvas, (x, at[1]), (run.face, behind), _set(run), style.size)
        x += run.width * style.size / 1000


def _words(words: Sequence[str], bold: bool) -> _Setting:
    """The words of a line of basic Latin, side by side."""
    settings = [_word(one, bold) for one in words]
    if not any(one.shifts for one in settings):
        return _Setting("".join([one.codes for one in settings]), ())
    shifts: list[_Shift] = []
    start = 0
    for one in settings:
        for at, left, rise in one.shifts:
            shifts.append(_Shift(start + at, left, rise))
        start += len(one.codes)
    return _Setting("".join([one.codes for one in settings]), tuple(shifts))


@lru_cache(maxsize=8192)
def _word(word: str, bold: bool) -> _Setting:
    return _set(shaping.word(word, bold))


def _set(run: Run) -> _Setting:
    """Find the codes of a run, and how its places depart from those of the font's own widths."""
    face, text, start = run.face, run.text, run.start
    codes = "".join([chr(face.code(one.glyph, text[one.at - start])) for one in run.glyphs])
    widths = face.pdf.face.charWidths
    shifts: list[_Shift] = []
    left, rise = 0.0, 0.0
    for at, ((_, _, advance, dx, dy), code) in enumerate(zip(run.glyphs, codes, strict=True)):
        raised = dy if abs(dy) >= _NO_SHIFT else 0.0
        left -= dx
        moves = abs(left) >= _NO_SHIFT
        if moves or raised != rise:
            shifts.append(_Shift(at, left if moves else 0.0, raised))
            left, rise = 0.0 if moves else left, raised
        left += widths[ord(code)] - advance + dx
    return _Setting(codes, tuple(shifts))


def _write(
    canvas: Any,
    at: tuple[float, float],
    shown: tuple[fonts.Face, str | None],
    setting: _Setting,
    size: float,
) -> None:
    """Write one run, with the text behind it where its glyphs hide that."""
    face, behind = shown
    font, document = face.pdf, canvas._doc
    out = ["BT", f"1 0 0 1 {at[0]:.3f} {at[1]:.3f} Tm"]
    done, rise = 0, 0.0
    parts = _parts(font, setting.codes, document)
    for name, encoded in parts:
        out.append(f"{name} {size:g} Tf")
        end = done + len(encoded)
        shifts: Sequence[_Shift] = setting.shifts
        if shifts and len(parts) > 1:
            shifts = [
                _Shift(shift.at - done, shift.left, shift.rise)
                for shift in setting.shifts
                if done <= shift.at < end
            ]
        if shifts:
            out.extend(_operators(encoded, shifts, rise, size))
            rise = shifts[-1].rise
        else:
            out.append(f"<{encoded.hex()}> Tj")
        done = end
    out.append("0 Ts ET" if rise else "ET")
    if behind is not None and setting.codes != behind:
        hidden = ("\ufeff" + behind).encode("utf-16-be").hex()
        out = [f"/Span <</ActualText <{hidden}>>> BDC", *out, "EMC"]
    canvas._code.append(" ".join(out))


def _parts(font: Any, codes: str, document: Any) -> list[tuple[str, bytes]]:
    """Split codes by the subsets of the font that the document has: name of each, its bytes.

    Codes are given out once in a document; where all of a line have theirs in the first subset,
    as nearly always, they are only looked up.
    """
    state = font.state.get(document)
    if state is not None and state.internalName is not None:
        known = list(map(state.assignments.get, map(ord, codes)))
        if None not in known and max(known, default=0) < _SUBSET:
            return [(f"/{state.internalName}+0", bytes(known))]
    return [
        (font.getSubsetInternalName(subset, document), encoded)
        for subset, encoded in font.splitString(codes, document)
    ]


def _operators(encoded: bytes, shifts: Sequence[_Shift], rise: float, size: float) -> Iterator[str]:
    """Show glyphs of one font subset: TJ arrays, raised or lowered (Ts) where a mark sits so."""
    array: list[str] = []
    begun = 0
    for at, left, raised in shifts:
        if at > begun:
            array.append(f"<{encoded[begun:at].hex()}>")
            begun = at
        if raised != rise:
            if array:
                yield f"[{''.join(array)}] TJ"
                array = []
            rise = raised
            yield f"{rise * size / 1000:.3f} Ts"
        if left:
            # A number in the array moves to the left; the font's own width follows each glyph.
            array.append(f" {left:.1f} ")
    array.append(f"<{encoded[begun:].hex()}>")
    yield f"[{''.join(array)}] TJ"
