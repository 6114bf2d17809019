"""The languages and countries of the world, as `resources/lists` has them; none is ever preset."""

import csv
import unicodedata
from dataclasses import dataclass
from functools import lru_cache
from io import StringIO

from minors_desk import assets


@dataclass(frozen=True, slots=True)
class Language:
    """A language: ISO 639-3 code, names, script (ISO 15924) if written, where it is spoken.

    `family` groups those of one name, such as the many kinds of Mixtec; `note` is for the officer.
    """

    code: str
    name: str
    name_es: str
    name_fr: str
    script: str
    is_right_to_left: bool
    region: str
    other_names: tuple[str, ...]
    family: str
    note: str


@dataclass(frozen=True, slots=True)
class Country:
    """A country: ISO 3166 codes of two and three letters, name and nationality in English."""

    code: str
    code3: str
    name: str
    name_es: str
    name_fr: str
    nationality: str


@dataclass(frozen=True, slots=True)
class Mandatory:
    """A name of the State Department's list of countries of which a consulate must be told.

    `told_to` is the country whose consulate it is (of Hong Kong it is that of China); `limit` names
    of whom alone it is so, `note` what the list says beside the name.
    """

    code: str
    name: str
    told_to: str
    limit: str
    note: str


@lru_cache(maxsize=1)
def languages() -> tuple[Language, ...]:
    """All of them: first the 128 met most in the work, then the indigenous ones by family."""
    return tuple(
        Language(
            code=row["code"],
            name=row["name"],
            name_es=row["name_es"],
            name_fr=row["name_fr"],
            script=row["script"],
            is_right_to_left=row["direction"] == "rtl",
            region=row["region"],
            other_names=tuple(filter(None, row["other_names"].split("|"))),
            family=row["family"],
            note=row["note"],
        )
        for row in _rows("languages.csv")
    )


@lru_cache(maxsize=1)
def countries() -> tuple[Country, ...]:
    """All of them by code; Namibia is `NA`."""
    return tuple(
        Country(
            code=row["code"],
            code3=row["code3"],
            name=row["name"],
            name_es=row["name_es"],
            name_fr=row["name_fr"],
            nationality=row["nationality"],
        )
        for row in _rows("countries.csv")
    )


@lru_cache(maxsize=1)
def consular_mandatory() -> dict[str, Mandatory]:
    """The list by code, as it was copied; which of it is law here says the rule pack."""
    return {
        row["code"]: Mandatory(
            code=row["code"],
            name=row["name_on_list"],
            told_to=row["told_to"],
            limit=row["limit"],
            note=row["note"],
        )
        for row in _rows("consular_mandatory_us.csv")
    }


def language_coded(code: str) -> Language | None:
    """The language of that ISO 639-3 code."""
    return _languages_by_code().get(code)


def language_of(name: str) -> Language | None:
    """The one language of that name in English, Spanish, French, or of another name it goes by.

    Case and accents do not matter. None where none or several go by it: never a guess.
    """
    found = _languages_by_name().get(_plain(name), ())
    return found[0] if len(found) == 1 else None


def country_of(spelling: str) -> Country | None:
    """The country meant by a name in English, Spanish or French, or a spelling met in agency files.

    Case and accents do not matter. None where it is not known: never a guess, so no codes either
    (`NA`, `NO` and `UNK` seldom mean Namibia, Norway and Kosovo).
    """
    return _countries_by_spelling().get(_plain(spelling))


def country_coded(code: str) -> Country | None:
    """The country of that ISO 3166 code of two letters."""
    return _countries_by_code().get(code)


def _rows(file: str) -> "csv.DictReader[str]":
    return csv.DictReader(StringIO(assets.read_text("lists", file)))


def _plain(text: str) -> str:
    """Letters and digits only, without case and accents, a space between words."""
    letters = unicodedata.normalize("NFKD", text)
    kept = (sign if sign.isalnum() else " " for sign in letters if not unicodedata.combining(sign))
    return " ".join("".join(kept).casefold().split())


@lru_cache(maxsize=1)
def _languages_by_code() -> dict[str, Language]:
    return {one.code: one for one in languages()}


@lru_cache(maxsize=1)
def _languages_by_name() -> dict[str, tuple[Language, ...]]:
    known: dict[str, tuple[Language, ...]] = {}
    for one in languages():
        for name in {_plain(n) for n in (one.name, one.name_es, one.name_fr, *one.other_names)}:
            known[name] = (*known.get(name, ()), one)
    known.pop("", None)
    return known


@lru_cache(maxsize=1)
def _countries_by_code() -> dict[str, Country]:
    return {one.code: one for one in countries()}


@lru_cache(maxsize=1)
def _countries_by_spelling() -> dict[str, Country]:
    known = {
        _plain(spelling): one
        for one in countries()
        for spelling in (one.name, one.name_es, one.name_fr)
    }
    for row in _rows("agency_country_spellings.csv"):
        known[_plain(row["as_written"])] = _countries_by_code()[row["code"]]
    return known
