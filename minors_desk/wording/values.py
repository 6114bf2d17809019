"""The value of a fact in words, whatever its type: for the log, lists and papers."""

import unicodedata
from collections.abc import Callable
from typing import Any

from minors_desk import lists
from minors_desk.domain.values import (
    NO_COUNTRY,
    AgeTold,
    CodeValue,
    Country,
    Danger,
    IdNumber,
    LanguageValue,
    Measure,
    PartialDate,
    PersonName,
    Phone,
    Place,
    Quote,
    Separation,
    TextValue,
    Value,
)
from minors_desk.i18n import SOURCE_LANGUAGE, translator
from minors_desk.wording.codes import word
from minors_desk.wording.phrases import joined
from minors_desk.wording.times import age

_ = translator(SOURCE_LANGUAGE)


def value_words(fact: str, value: Value) -> str:
    """The value in one line; ``fact`` says which list a code is of."""
    if isinstance(value, CodeValue):
        return joined(word(fact, value.code), _quoted(value.as_said))
    return _WORDS[type(value)](value)


def language_name(code: str) -> str:
    """The English name of a language; the code itself when it is in no list."""
    found = lists.language_coded(code)
    return code if found is None else found.name


def spoken(language: str) -> str:
    """The name of a language written as its code, or as it was written."""
    return language_name(language) if len(language) == 3 and language.islower() else language


def own_language_name(code: str) -> str:
    """What a language is called by those who speak it, where the list has it; else empty.

    Of a language that is not written in Latin letters: the name that is not, of those it goes by.
    """
    found = lists.language_coded(code)
    if found is None:
        return ""
    if found.script == "Latn":
        return {"spa": found.name_es, "fra": found.name_fr}.get(code, "")
    return next((name for name in found.other_names if _foreign(name)), "")


def _foreign(name: str) -> bool:
    """Whether no letter of it is Latin."""
    return not any("LATIN" in unicodedata.name(sign, "") for sign in name)


def country_name(code: str) -> str:
    """The English name of a country, or what stands for none; else the code itself."""
    if code in NO_COUNTRY:
        return word("no_country", code)
    found = lists.country_coded(code)
    return code if found is None else found.name


def partial_date(value: PartialDate) -> str:
    """``2014-03-05``, ``2014-03`` or ``2014``: as exactly as it is known."""
    known = [f"{value.year:04d}"]
    known += [f"{part:02d}" for part in (value.month, value.day) if part is not None]
    return "-".join(known)


def _quoted(said: str) -> str:
    return f'"{said}"' if said else ""


def _name(value: PersonName) -> str:
    return joined(value.as_said, value.own_script, value.as_written)


def _place(value: Place) -> str:
    country = country_name(value.country) if value.country else ""
    return joined(", ".join(part for part in (value.words, country) if part), value.as_written)


def _language(value: LanguageValue) -> str:
    reads = {"yes": _("reads it"), "no": _("does not read it")}.get(value.reads or "", "")
    return joined(
        language_name(value.language),
        value.variety,
        word("language_level", value.level),
        reads,
        word("language_how", value.how),
    )


def _measure(value: Measure) -> str:
    if value.low == value.high:
        return str(value.low)
    return _("{low} to {high}").format(low=value.low, high=value.high)


def _number(value: IdNumber) -> str:
    return joined(
        word("id_kind", value.id_kind),
        value.number,
        value.issuer,
        word("number_seen", value.seen),
        value.condition,
    )


def _separation(value: Separation) -> str:
    when = "" if value.when is None else partial_date(value.when)
    return joined(value.words, when, value.where, value.from_whom)


def _quote(value: Quote) -> str:
    language = language_name(value.language) if value.language else ""
    return joined(_quoted(value.words), language, value.in_english)


_WORDS: dict[type, Callable[[Any], str]] = {
    PersonName: _name,
    PartialDate: partial_date,
    AgeTold: age,
    Phone: lambda value: joined(value.as_told, value.note),
    Place: _place,
    Country: lambda value: joined(country_name(value.code), _quoted(value.as_said)),
    LanguageValue: _language,
    TextValue: lambda value: str(value.words),
    Measure: _measure,
    IdNumber: _number,
    Separation: _separation,
    Quote: _quote,
    Danger: lambda value: joined(value.who, value.words),
}
