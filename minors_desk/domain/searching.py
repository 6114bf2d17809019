"""The words by which a case is found: of every text that its entries hold, however it is spelt.

The record keeps text as typed; only here it is made alike: without accents, case and apostrophes.
Scripts that put no spaces between words are cut into pairs of characters, so that a part of a
Chinese or Thai name finds it.
"""

import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from typing import Any

import msgspec
from msgspec import inspect

from minors_desk.domain.bodies import Body

WORDS_VERSION = 1
"""Another version in the index means that the words are made again at open."""
NATIONAL_DIGITS = 10
"""A telephone number is found without its country's code too: by so many last digits."""
LEAST_DIGITS = 7
MOST_TERMS = 12

_NAME_FIELDS = frozenset({"name", "person"})
_NAME_TAG = "person_name"
_APOSTROPHE = "'`\u00b4\u02bb\u02bc\u2018\u2019\u2032"
_CLOSED = str.maketrans(dict.fromkeys(_APOSTROPHE))
_PARTED = str.maketrans(dict.fromkeys(_APOSTROPHE, " "))
_ALIKE = str.maketrans(
    {"ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "æ": "ae", "œ": "oe", "\u0131": "i"}
    # Arabic and Persian hands write these for the same sound; the tatweel only stretches.
    | {"ى": "ي", "ی": "ي", "ک": "ك", "ة": "\u0647", "\u0640": None}
)
_ASCII_WORD = re.compile("[a-z0-9]+")
_JOINED_DIGITS = re.compile(r"\d[\d\s().\-/]{5,}\d")
_UNSPACED = (
    "\u0e00-\u0eff"  # Thai, Lao
    "\u1000-\u109f\u1780-\u17ff"  # Myanmar, Khmer
    "\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff"  # kana, Han
    "\uac00-\ud7af\U00020000-\U0003ffff"  # Hangul names stand without a space; rarer Han
)
_RUNS = re.compile(f"([{_UNSPACED}]+)|([^{_UNSPACED}]+)")


@dataclass(frozen=True, slots=True)
class Words:
    """The words of one entry, each once: of names, with digits in them, and of all other text."""

    names: frozenset[str]
    numbers: frozenset[str]
    texts: frozenset[str]


def words_of(body: Body) -> Words:
    """The words of every free text in a body; answers by code, ids and digests are no text."""
    names: set[str] = set()
    numbers: set[str] = set()
    texts: set[str] = set()
    for text, is_name in _texts(body, is_name=False):
        found, digits = _sorted_out(text)
        (names if is_name else texts).update(found)
        numbers.update(digits)
    return Words(frozenset(names), frozenset(numbers), frozenset(texts))


def terms(typed: str) -> tuple[str, ...]:
    """What to look for: every term must begin a word of the case, in any order.

    Empty when nothing of what was typed is a letter or a digit.
    """
    alike = _alike(typed.translate(_CLOSED))
    found: list[str] = []
    for match in _JOINED_DIGITS.finditer(alike):
        digits = _digits(match[0])
        if len(digits) >= LEAST_DIGITS:
            found.append(digits[-NATIONAL_DIGITS:])
            alike = alike.replace(match[0], " ")
    for run, unspaced in _runs(alike):
        pairs = [run[at : at + 2] for at in range(max(len(run) - 1, 1))]
        found += pairs if unspaced else [run]
    return tuple(dict.fromkeys(found))[:MOST_TERMS]


def _sorted_out(text: str) -> tuple[set[str], set[str]]:
    """The words of a text without a digit near them, and those with: ``AC-26-0412`` is one."""
    plain: set[str] = set()
    digits: set[str] = set()
    # O'Neill is found as oneill and as neill
    spellings = {text.translate(_CLOSED), text.translate(_PARTED)}
    for spelling in spellings:
        alike = _alike(spelling)
        for chunk in alike.split():
            numbered = any(sign.isdigit() for sign in chunk)
            (digits if numbered else plain).update(_indexed(chunk))
        for match in _JOINED_DIGITS.finditer(alike):
            joined = _digits(match[0])
            if len(joined) >= LEAST_DIGITS:
                digits.update({joined, joined[-NATIONAL_DIGITS:]})
    return plain, digits


def _indexed(text: str) -> Iterator[str]:
    for run, unspaced in _runs(text):
        if unspaced:
            yield from (run[at : at + 2] for at in range(len(run)))
        else:
            yield run


def _runs(alike: str) -> Iterator[tuple[str, bool]]:
    """(word, whether its script puts no spaces between words)."""
    if alike.isascii():
        yield from ((word, False) for word in _ASCII_WORD.findall(alike))
        return
    spaced = "".join(sign if _is_of_word(sign) else " " for sign in alike)
    for word in spaced.split():
        for unspaced, other in _RUNS.findall(word):
            yield unspaced or other, bool(unspaced)


def _is_of_word(sign: str) -> bool:
    """Letters and digits, and the vowel signs that Indic and Thai letters carry."""
    return sign.isalnum() or unicodedata.category(sign).startswith("M")


def _alike(text: str) -> str:
    """Without case, accents, points and width; digits of any script as 0 to 9."""
    if text.isascii():
        return text.lower()
    parted = unicodedata.normalize("NFKD", unicodedata.normalize("NFKD", text).casefold())
    bare = "".join(
        str(unicodedata.decimal(sign)) if sign.isdecimal() else sign
        for sign in parted.translate(_ALIKE)
        if not unicodedata.combining(sign)
    )
    return unicodedata.normalize("NFC", bare)  # Hangul back to syllables


def _digits(text: str) -> str:
    return "".join(sign for sign in text if sign.isdigit())


def _texts(value: Any, *, is_name: bool) -> Iterator[tuple[str, bool]]:
    if isinstance(value, str):
        yield value, is_name
    elif isinstance(value, msgspec.Struct):
        named = is_name or value.__struct_config__.tag == _NAME_TAG
        for field in _text_fields(type(value)):
            inner = getattr(value, field)
            if inner:
                yield from _texts(inner, is_name=named or field in _NAME_FIELDS)
    elif isinstance(value, (tuple, list)):
        for inner in value:
            yield from _texts(inner, is_name=is_name)


@cache
def _text_fields(kind: type[msgspec.Struct]) -> tuple[str, ...]:
    """The fields of a struct that hold free text, or a struct or list that may."""
    fields = msgspec.structs.fields(kind)
    infos = inspect.multi_type_info([field.type for field in fields])
    return tuple(
        field.name for field, info in zip(fields, infos, strict=True) if _may_hold_text(info)
    )


def _may_hold_text(info: inspect.Type) -> bool:
    if isinstance(info, inspect.Metadata):
        return _may_hold_text(info.type)
    if isinstance(info, inspect.StrType):
        return info.pattern is None  # digests, keys and codes have one
    if isinstance(info, inspect.UnionType):
        return _any_holds_text(info.types)
    if isinstance(info, inspect.VarTupleType):
        return _may_hold_text(info.item_type)
    if isinstance(info, inspect.TupleType):
        return _any_holds_text(info.item_types)
    return isinstance(info, inspect.StructType)


def _any_holds_text(infos: Iterable[inspect.Type]) -> bool:
    return any(_may_hold_text(one) for one in infos)
