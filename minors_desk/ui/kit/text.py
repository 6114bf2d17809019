"""Makes a text from the record fit to be shown: whole in meaning, harmless in layout."""

import re
import unicodedata

MOST_SHOWN = 600
"""Characters a label lays out at most; more stands behind *show all*, in a view that scrolls."""

_UNBROKEN = re.compile(r"[!-~]{16}(?=[!-~]{17})")
_SPACES = {"\t": " ", "\n": " ", "\r": " ", "\u2028": " ", "\u2029": " ", "\x0b": " ", "\x0c": " "}
_JOINERS = frozenset("\u200c\u200d")
_HIDDEN = frozenset({"Cc", "Cf", "Cs", "Co", "Cn"})


def one_line(text: str) -> str:
    """The text on one line; what would be invisible or turn the line around is written out.

    A name may hold a bidi override (U+202E) or a NUL: it shows as `[U+202E]`, as on paper.
    Joiners stay, as Persian and Indic names need them.
    """
    if text.isascii() and text.isprintable():
        return text
    return "".join(_visible(c, _SPACES.get(c)) for c in text)


def lines(text: str) -> str:
    """As `one_line`, but line breaks and tabs stay, for notes."""
    return "".join(_visible(c, c if c in "\n\t" else _SPACES.get(c)) for c in text)


def breakable(text: str) -> str:
    """The text, with places where a line may break in what has no space for over 32 characters.

    Otherwise a digest or a long address would make its whole page wider than the window. Letters
    of other scripts are left alone: a break between them would change how they join.
    """
    return _UNBROKEN.sub("\\g<0>\u200b", text)


def capped(text: str, most: int = MOST_SHOWN) -> str:
    """The first `most` characters with an ellipsis, cut between whole written characters."""
    if len(text) <= most:
        return text
    end = most
    while end > 1 and (unicodedata.combining(text[end]) or text[end] in _JOINERS):
        end -= 1
    return text[:end].rstrip() + "…"


def initials(name: str) -> str:
    """The first letters of a name's first two words, `?` for none; for the round sign beside it."""
    letters = [word[0] for word in name[:MOST_SHOWN].split() if word[0].isalpha()]
    if not letters:
        return "?"
    return "".join(letters[:2]).upper()


def _visible(char: str, instead: str | None) -> str:
    if instead is not None:
        return instead
    if unicodedata.category(char) in _HIDDEN and char not in _JOINERS:
        return f"[U+{ord(char):04X}]"
    return char
