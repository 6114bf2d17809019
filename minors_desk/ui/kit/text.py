"""Makes a text from the record fit to be shown: whole in meaning, harmless in layout."""

import re
import unicodedata

MOST_SHOWN = 600
"""Characters a label lays out at most; more stands behind *show all*, in a view that scrolls."""

_UNBROKEN = re.compile(r"\S{25,}")
_PIECE = 12
_DOT, _KEPT_DOT = " · ", "\u00a0· "
_BREAK_BY_THEMSELVES = (
    range(0x0E00, 0x0F00),
    range(0x1000, 0x10A0),
    range(0x1780, 0x1800),
    range(0x2E80, 0x10000),
)
"""Thai, Lao, Burmese, Khmer and the scripts of East Asia: Qt knows where their lines break."""
_SPACES = {"\t": " ", "\n": " ", "\r": " ", "\u2028": " ", "\u2029": " ", "\x0b": " ", "\x0c": " "}
_JOINERS = frozenset("\u200c\u200d")
_VIRAMA = 9
"""Its combining class: the letter before it and the letter after it are written as one."""
_HIDDEN = frozenset({"Cc", "Cf", "Cs", "Co", "Cn"})


def one_line(text: str) -> str:
    """The text on one line; what would be invisible or turn the line around is written out.

    A name may hold a bidi override (U+202E) or a NUL: it shows as `[U+202E]`, as on paper.
    Joiners stay, as Persian and Indic names need them.
    """
    if text.isprintable():
        return text
    return "".join(_visible(c, _SPACES.get(c)) for c in text)


def lines(text: str) -> str:
    """As `one_line`, but line breaks and tabs stay, for notes."""
    if text.isprintable():
        return text
    return "".join(_visible(c, c if c in "\n\t" else _SPACES.get(c)) for c in text)


def breakable(text: str) -> str:
    """The text, with places where a line may break in what has no space for over 24 characters.

    Otherwise a digest or a long name would make its whole page wider than the window, or be cut.
    A place is never within a written character, nor where letters join into one (a virama, a
    joiner); the mark itself (U+200B) changes no joining, as Unicode makes it transparent. The dot
    between parts stays at the end of its line, so that a line begins with words.
    """
    whole = text.replace(_DOT, _KEPT_DOT)
    return whole if len(text) <= 2 * _PIECE else _UNBROKEN.sub(_with_breaks, whole)


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


def _with_breaks(found: re.Match[str]) -> str:
    word = found[0]
    parts, start = [], 0
    for end in range(1, len(word)):
        if end - start >= _PIECE and _parts(word[end - 1], word[end]):
            parts.append(word[start:end])
            start = end
    return "\u200b".join((*parts, word[start:]))


def _parts(before: str, after: str) -> bool:
    """Whether a line may end between two characters."""
    if any(ord(char) in block for char in (before, after) for block in _BREAK_BY_THEMSELVES):
        return False
    if before in _JOINERS or after in _JOINERS or unicodedata.category(after).startswith("M"):
        return False
    return unicodedata.combining(before) != _VIRAMA


def _visible(char: str, instead: str | None) -> str:
    if instead is not None:
        return instead
    if unicodedata.category(char) in _HIDDEN and char not in _JOINERS:
        return f"[U+{ord(char):04X}]"
    return char
