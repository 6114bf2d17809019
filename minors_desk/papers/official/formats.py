"""Turns a fact into what a form asks for: the order of a date, one part of a name, a state, a code.

What the record does not know is never made up: a field for the day of a date of which only the year
is known stays empty and is told as such.
"""

import re
from dataclasses import dataclass
from datetime import date, datetime
from typing import Literal

from minors_desk.domain.values import PersonName
from minors_desk.domain.when import in_zone
from minors_desk.papers.official.facts import Told

NamePart = Literal["given", "family", "second_family", "family_given"]
NAME_PARTS: tuple[NamePart, ...] = ("given", "family", "second_family", "family_given")
_TOKENS = re.compile("YYYY|YY|MMM|MM|DD|HH|hh|mm|ap")
_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
_OF_TIME = frozenset({"HH", "hh", "mm", "ap"})
_OF_DAY, _OF_MONTH = frozenset({"DD"}), frozenset({"MM", "MMM"})


@dataclass(frozen=True, slots=True)
class Unknown:
    """The record does not say what the form asks for; `why` in one phrase."""

    why: str


def tokens(pattern: str) -> tuple[str, ...]:
    """The parts of a date or a time that a pattern such as ``MM/DD/YYYY`` asks for."""
    return tuple(_TOKENS.findall(pattern))


def is_pattern(pattern: str) -> bool:
    """Whether a pattern asks for anything, and has no letter that stands for nothing."""
    return bool(tokens(pattern)) and not re.search("[A-Za-z]", _TOKENS.sub("", pattern))


def as_day(told: Told, pattern: str) -> str | Unknown:
    """The day of birth and the like in that order; only as much of it as is known.

    A pattern of one part asks for that part alone; a whole date of which the day is not known
    prints as month and year.
    """
    day = told.day
    if day is None:
        return Unknown("no date is recorded")
    asked = frozenset(tokens(pattern))
    if day.month is None and asked & (_OF_DAY | _OF_MONTH):
        return f"{day.year}" if "YYYY" in asked else Unknown("only the year is known")
    if day.day is None and asked & _OF_DAY:
        whole = "YYYY" in asked
        return f"{day.month:02d}/{day.year}" if whole else Unknown("the day is not known")
    known = date(day.year, day.month or 1, day.day or 1)
    return _printed(pattern, datetime(known.year, known.month, known.day))  # noqa: DTZ001


def as_time(told: Told, pattern: str, zone: str) -> str | Unknown:
    """An instant on the station's clock, only as exactly as it is known."""
    if told.at is None:
        return Unknown("no time is recorded")
    asked, exact = frozenset(tokens(pattern)), told.precision in ("minute", "about")
    if asked & _OF_TIME and not exact:
        return Unknown("the hour is not known")
    if told.precision == "unknown":
        return Unknown("the time is not known")
    if asked & _OF_DAY and told.precision == "month":
        return Unknown("the day is not known")
    shown = _printed(pattern, in_zone(told.at, zone))
    return f"about {shown}" if asked & _OF_TIME and told.precision == "about" else shown


def as_name(told: Told, part: NamePart) -> str | Unknown:
    """One part of a name as it was told in parts; a name told as one stays whole."""
    name = told.name
    if name is None:
        return Unknown("no name is recorded")
    if part == "family_given":
        families = " ".join(one for one in (name.first_surname, name.second_surname) if one)
        return f"{families}, {name.given}" if families and name.given else name.as_said
    return _part(name, part) or Unknown("the name was not told in its parts")


def _part(name: PersonName, part: NamePart) -> str:
    if part == "given":
        return name.given
    return name.first_surname if part == "family" else name.second_surname


def _printed(pattern: str, at: datetime) -> str:
    half = at.hour % 12 or 12
    shown = {
        "YYYY": f"{at.year:04d}",
        "YY": f"{at.year % 100:02d}",
        "MMM": _MONTHS[at.month - 1],
        "MM": f"{at.month:02d}",
        "DD": f"{at.day:02d}",
        "HH": f"{at.hour:02d}",
        "hh": f"{half:02d}",
        "mm": f"{at.minute:02d}",
        "ap": "PM" if at.hour >= 12 else "AM",
    }
    return _TOKENS.sub(lambda found: shown[found[0]], pattern)
