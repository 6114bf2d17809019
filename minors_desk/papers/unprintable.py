"""Which signs of a text no font of the program has: they would print as codes, not as letters."""

import unicodedata

from minors_desk.papers.fonts import has_glyph


def unprintable(text: str) -> str:
    """The first such sign by its code, such as ``U+1780``; empty where all can be printed.

    Spaces and signs that are not seen, such as joiners, need no glyph.
    """
    for sign in text:
        if not sign.isspace() and unicodedata.category(sign) != "Cf" and not has_glyph(sign):
            return f"U+{ord(sign):04X}"
    return ""
