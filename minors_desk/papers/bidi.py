"""Puts mixed left-to-right and right-to-left text into visual order (Unicode annex 9).

The rules W1-W7, N0-N2, I1-I2, L1 and L2 for one line. Explicit controls (embeddings, overrides,
isolates) never come here: `shaping.printable` has made them visible before, since in a name they
are either rubbish or an attempt to print something else than what is recorded.
"""

import unicodedata
from collections.abc import Sequence
from typing import Protocol, TypeVar

_STRONG = {"L": "L", "R": "R", "AL": "R", "EN": "R", "AN": "R"}
_PAIRS = "()[]{}⟨⟩⁅⁆⁽⁾₍₎⟦⟧⟪⟫⦅⦆〈〉《》「」『』【】〔〕〖〗〘〙〚〛（）［］｛｝｟｠｢｣"  # noqa: RUF001
_CLOSER = dict(zip(_PAIRS[::2], _PAIRS[1::2], strict=True))
_OPENER = {closer: opener for opener, closer in _CLOSER.items()}
# More nested brackets than this are left alone, as the standard says (BD16).
_DEEPEST = 63


class _HasLevel(Protocol):
    @property
    def level(self) -> int: ...


_Run = TypeVar("_Run", bound=_HasLevel)


def is_rtl(text: str) -> bool:
    """Say whether the first strong character of a text is right-to-left (rules P2 and P3)."""
    for char in text:
        kind = unicodedata.bidirectional(char)
        if kind in ("L", "R", "AL"):
            return kind != "L"
    return False


def levels(text: str, *, rtl: bool) -> list[int]:
    """Return the embedding level of each character of a line; odd is right-to-left."""
    base = int(rtl)
    if not rtl and max(text, default="") < "\u0590":
        return [0] * len(text)  # nothing right-to-left in it: by far the most frequent line
    original = [unicodedata.bidirectional(char) or "L" for char in text]
    # Joiners and the like (BN) take no part and later take their neighbour's level.
    places = [at for at, kind in enumerate(original) if kind != "BN"]
    types = [original[at] for at in places]
    start = "R" if rtl else "L"
    _weak(types, start)
    _brackets([text[at] for at in places], types, [original[at] for at in places], start)
    _neutral(types, start)
    return _spread(text, places, [_implicit(kind, base) for kind in types], base)


def reorder(runs: Sequence[_Run]) -> list[_Run]:
    """Return the runs of a line from left to right (rule L2)."""
    result = list(runs)
    for level in range(max((run.level for run in result), default=0), 0, -1):
        start = 0
        while start < len(result):
            end = start
            while end < len(result) and result[end].level >= level:
                end += 1
            result[start:end] = result[start:end][::-1]
            start = max(end, start + 1)
    return result


def _weak(types: list[str], start: str) -> None:
    """Resolve marks, numbers and their separators (W1 to W7)."""
    previous, strong = start, start
    for at, kind in enumerate(types):
        now = previous if kind == "NSM" else kind
        if now in ("L", "R", "AL"):
            strong = now
        elif now == "EN" and strong == "AL":
            now = "AN"
        types[at] = previous = now
    types[:] = ["R" if kind == "AL" else kind for kind in types]
    _separators(types)
    _terminators(types)
    strong = start
    for at, kind in enumerate(types):
        if kind in ("L", "R"):
            strong = kind
        elif kind == "EN" and strong == "L":
            types[at] = "L"


def _separators(types: list[str]) -> None:
    """A single separator between two numbers becomes part of them (W4)."""
    for at in range(1, len(types) - 1):
        before, after = types[at - 1], types[at + 1]
        if before == after and (
            (types[at] == "CS" and before in ("EN", "AN")) or (types[at] == "ES" and before == "EN")
        ):
            types[at] = before


def _terminators(types: list[str]) -> None:
    """Currency and percent signs beside a number join it; what is left is neutral (W5, W6)."""
    at = 0
    while at < len(types):
        if types[at] != "ET":
            at += 1
            continue
        end = at
        while end < len(types) and types[end] == "ET":
            end += 1
        beside = (at > 0 and types[at - 1] == "EN") or (end < len(types) and types[end] == "EN")
        if beside:
            types[at:end] = ["EN"] * (end - at)
        at = end
    types[:] = ["ON" if kind in ("ES", "ET", "CS") else kind for kind in types]


def _brackets(chars: list[str], types: list[str], original: list[str], start: str) -> None:
    """Both brackets of a pair get one direction (N0)."""
    for opening, closing in _bracket_pairs(chars, types):
        inside = {_STRONG.get(kind) for kind in types[opening + 1 : closing]} - {None}
        if not inside:
            continue
        if start in inside:
            direction = start
        else:
            before = [_STRONG[kind] for kind in types[:opening] if kind in _STRONG]
            direction = before[-1] if before else start
        for bracket in (opening, closing):
            types[bracket] = direction
            mark = bracket + 1
            while mark < len(types) and original[mark] == "NSM":
                types[mark] = direction
                mark += 1


def _bracket_pairs(chars: list[str], types: list[str]) -> list[tuple[int, int]]:
    """Find matching brackets (BD16), in the order of their openers."""
    stack: list[tuple[str, int]] = []
    pairs: list[tuple[int, int]] = []
    for at, char in enumerate(chars):
        if types[at] != "ON":
            continue
        if char in _CLOSER:
            if len(stack) == _DEEPEST:
                break
            stack.append((char, at))
        elif char in _OPENER:
            for depth in range(len(stack) - 1, -1, -1):
                if stack[depth][0] == _OPENER[char]:
                    pairs.append((stack[depth][1], at))
                    del stack[depth:]
                    break
    return sorted(pairs)


def _neutral(types: list[str], start: str) -> None:
    """Neutrals between two of one direction take it, others that of the line (N1, N2)."""
    at, before = 0, start
    while at < len(types):
        if types[at] in _STRONG:
            before = _STRONG[types[at]]
            at += 1
            continue
        end = at
        while end < len(types) and types[end] not in _STRONG:
            end += 1
        after = _STRONG[types[end]] if end < len(types) else start
        types[at:end] = [before if before == after else start] * (end - at)
        at = end


def _implicit(kind: str, base: int) -> int:
    """Return the level of a resolved type (I1, I2)."""
    if base == 0:
        return {"L": 0, "R": 1}.get(kind, 2)
    return 1 if kind == "R" else 2


def _spread(text: str, places: list[int], resolved: list[int], base: int) -> list[int]:
    """Give the levels back to all characters; spaces at the line's end get the base (L1)."""
    result = [-1] * len(text)
    for at, level in zip(places, resolved, strict=True):
        result[at] = level
    previous = base
    for at, level in enumerate(result):
        previous = result[at] = previous if level < 0 else level
    for at in range(len(text) - 1, -1, -1):
        if unicodedata.bidirectional(text[at]) not in ("WS", "BN"):
            break
        result[at] = base
    return result
