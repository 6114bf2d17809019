"""Reads which other children were met: `girl 8, boy 3-4, 5 months`; each by sex and age as seen."""

import re

from minors_desk.domain.encounter import SexAsSeen
from minors_desk.services.companions import SeenChild
from minors_desk.ui.editors.typed_age import NoAge, parse_age
from minors_desk.wording.sentences import unnamed
from minors_desk.wording.times import age

EXAMPLES = "girl 8, boy 3-4, 5 months"
MOST = 20
_SEXES: dict[str, SexAsSeen | None] = {
    "girl": "girl",
    "g": "girl",
    "boy": "boy",
    "b": "boy",
    "child": None,
    "c": None,
    "baby": None,
}
_BETWEEN = re.compile(r"[,;]|\band\b", re.IGNORECASE)
_SEX = re.compile(r"[a-z]+", re.IGNORECASE)


class NoChild(ValueError):
    """A part of the text names no child; `str()` is a sentence for the person."""


def parse_children(text: str) -> tuple[SeenChild, ...]:
    """The other children, in the order typed; none for an empty text. Raises NoChild."""
    parts = [part.strip() for part in _BETWEEN.split(text) if part.strip()]
    if len(parts) > MOST:
        raise NoChild(f"Enter at most {MOST} at once; add others by a new encounter and key Q.")
    return tuple(_child(part) for part in parts)


def meaning(children: tuple[SeenChild, ...]) -> str:
    """Who is meant, in words, for the line below the field."""
    told = "; ".join(unnamed(one.sex, age(one.age)) for one in children)
    return f"{len(children)} more: {told}"


def _child(part: str) -> SeenChild:
    word = _SEX.match(part)
    sex, rest = None, part
    if word is not None and word[0].casefold() in _SEXES:
        sex, rest = _SEXES[word[0].casefold()], part[word.end() :]
    try:
        seen = parse_age(rest)
    except NoAge:
        raise NoChild(f"Write each child by sex and age, such as {EXAMPLES}.") from None
    return SeenChild(sex=sex, age=seen)
