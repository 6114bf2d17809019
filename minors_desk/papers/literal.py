"""Makes text printable as what it literally is: nothing in it may act, vanish or be left out.

A child's name is typed by anybody, pasted from anywhere and printed on a legal paper. What cannot
be seen on paper (controls, overrides of direction, characters of no font) is printed as its code,
such as [U+202E]; never as a silent box, never not at all.
"""

import re
import unicodedata
from functools import lru_cache

from minors_desk.papers import fonts

# Joiners are letters' business in Arabic and Indic scripts; marks only help the direction.
_JOINERS = "\u200c\u200d"
_DIRECTION_MARKS = "\u200e\u200f\u061c"
# Without a picture though their category is that of a letter or mark.
_INVISIBLE = frozenset(
    [
        *(0x034F, 0x115F, 0x1160, 0x17B4, 0x17B5, 0x2800, 0x3164, 0xFFA0),
        *range(0x180B, 0x1810),
        *range(0xFE00, 0xFE10),
        *range(0xE0100, 0xE01F0),
    ]
)
# Format characters (Cf) that are drawn: Arabic number and verse signs.
_VISIBLE_FORMATS = frozenset([*range(0x0600, 0x0606), 0x06DD, 0x08E2])
_UNSEEN_CATEGORIES = frozenset(["Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"])
# A heap of marks on one letter would print over the boxes above it.
_MOST_MARKS = 4
# A Korean syllable typed as its letters: the font has syllables only, which are the same text.
_LETTERS_OF_SYLLABLE = re.compile(r"[\u1100-\u1112][\u1161-\u1175][\u11a8-\u11c2]?")


def printable(text: str, *, newlines: bool = False) -> str:
    """Return what a page prints for a text: the text itself, and codes for what has no picture.

    With `newlines` a line break stays one (text of several lines); otherwise, as in a name, it is
    shown as a code. What comes out is left as it is when given again.
    """
    if text.isascii() and text.isprintable():
        return text
    if newlines:
        return "\n".join(printable(line) for line in text.replace("\r\n", "\n").split("\n"))
    text = _LETTERS_OF_SYLLABLE.sub(lambda found: unicodedata.normalize("NFC", found[0]), text)
    shown: list[str] = []
    marks, previous = 0, ""
    for char in text:
        marks = marks + 1 if _is_mark(char) else 0
        if char in _JOINERS:
            seen = previous != "" and unicodedata.category(previous) in ("Lo", "Mn", "Mc")
        else:
            seen = marks <= _MOST_MARKS and _has_picture(char)
        shown.append(char if seen else f"[U+{ord(char):04X}]")
        previous = char if seen else "]"
    return "".join(shown)


@lru_cache(maxsize=8192)
def _has_picture(char: str) -> bool:
    """Say whether a character prints as something, or is known to help its neighbours."""
    code = ord(char)
    if char in _DIRECTION_MARKS:
        return True
    if code in _INVISIBLE:
        return False
    if unicodedata.category(char) in _UNSEEN_CATEGORIES and code not in _VISIBLE_FORMATS:
        return False
    return fonts.has_glyph(char)


def _is_mark(char: str) -> bool:
    return unicodedata.category(char) in ("Mn", "Me")
