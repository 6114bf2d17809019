"""The fonts of paper: which font has which character, and its glyphs for shaping and for the PDF.

Each font is opened once, when the first character needs it; the big Chinese, Japanese and Korean
one (5 MB) therefore costs nothing on a page without such a name. Each has two faces of itself: one
for HarfBuzz, which chooses and places glyphs, one for reportlab, which writes them into the PDF.
"""

from dataclasses import dataclass
from functools import cache, cached_property, lru_cache
from threading import Lock
from typing import Any

import uharfbuzz
from reportlab.pdfbase.ttfonts import TTFont

from minors_desk import assets

# Regular and bold of each; the first that has a character gives it.
_FONTS: tuple[tuple[str, str], ...] = (
    ("NotoSans-Regular.ttf", "NotoSans-Bold.ttf"),
    ("NotoSansArabic-Regular.ttf", "NotoSansArabic-Bold.ttf"),
    ("NotoSansHebrew-Regular.ttf", "NotoSansHebrew-Bold.ttf"),
    ("NotoSansDevanagari-Regular.ttf", "NotoSansDevanagari-Bold.ttf"),
    ("NotoSansGurmukhi-Regular.ttf", "NotoSansGurmukhi-Bold.ttf"),
    ("NotoSansBengali-Regular.ttf", "NotoSansBengali-Bold.ttf"),
    ("NotoSansEthiopic-Regular.ttf", "NotoSansEthiopic-Bold.ttf"),
    ("NotoSansThai-Regular.ttf", "NotoSansThai-Bold.ttf"),
    # Has no bold of its own. It covers GBK, Big5, JIS X 0208, KS X 1001 and all Hangul.
    ("wqy-microhei.ttc", "wqy-microhei.ttc"),
)
# Where glyphs without a character of their own (ligatures, joined forms) are put: the Private Use
# Area, then a plane beyond any character that text may hold (printable() lets neither through).
_PRIVATE = (*range(0xE000, 0xF900), *range(0xF0000, 0xFFFFE))
_opening = Lock()


@dataclass(frozen=True, eq=False)
class Face:
    """One font file. `name` is what the PDF's font table calls it, `covers` its characters."""

    name: str
    path: str
    shaper: Any
    units_per_em: int
    glyph_count: int
    covers: frozenset[int]

    @cached_property
    def pdf(self) -> TTFont:
        """The font as reportlab writes it, with a code for each glyph (see `_PRIVATE`).

        reportlab's own `shapeStr` hands out such codes in the order of use, so that equal pages
        would differ from one run of the program to the next; here each glyph's code is fixed.
        """
        with _opening:
            font = TTFont(self.name, self.path, subfontIndex=0, asciiReadable=False)
            tables: Any = font.face
            free = iter(code for code in _PRIVATE if code not in tables.charToGlyph)
            for glyph in range(self.glyph_count):
                if not any(code <= 0xFFFF for code in tables.glyphToChar.get(glyph, ())):
                    code = next(free)
                    tables.charToGlyph[code] = glyph
                    tables.glyphToChar[glyph] = [code]
                    width = self.thousandths(self.shaper.get_glyph_h_advance(glyph))
                    tables.charWidths[code] = width
            return font

    def thousandths(self, units: float) -> float:
        """Turn units of this font into thousandths of the type size, the unit of PDF widths."""
        return units * 1000 / self.units_per_em

    def code(self, glyph: int, char: str) -> int:
        """Return the code that prints a glyph: that of `char` if it is its plain glyph."""
        face: Any = self.pdf.face
        if ord(char) <= 0xFFFF and face.charToGlyph.get(ord(char)) == glyph:
            return ord(char)
        code: int = min(face.glyphToChar[glyph])
        return code


@cache
def face(order: int, bold: bool) -> Face:
    """Open a font by its place in the list of fonts."""
    file = _FONTS[order][int(bold)]
    if bold and file == _FONTS[order][0]:
        return face(order, False)  # the same file twice would clash in the PDF's font table
    path = str(assets.path("fonts", file))
    # The font's bytes stay mapped, not read: HarfBuzz looks only at the tables it needs.
    opened = uharfbuzz.Face(uharfbuzz.Blob.from_file_path(path), 0)
    return Face(
        name=file.partition(".")[0],
        path=path,
        shaper=uharfbuzz.Font(opened),
        units_per_em=opened.upem,
        glyph_count=opened.glyph_count,
        covers=frozenset(opened.unicodes),
    )


@lru_cache(maxsize=8192)
def face_for(char: str, bold: bool = False) -> Face | None:
    """Return the first font that has a character, None where no font has it."""
    for order in range(len(_FONTS)):
        found = face(order, bold)
        if ord(char) in found.covers:
            return found
    return None


def has_glyph(char: str) -> bool:
    """Say whether a character can be printed in both weights."""
    return face_for(char, False) is not None and face_for(char, True) is not None
