"""Reads a time as an officer types it, in the station's zone; never guesses in silence."""

import re
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from typing import Literal
from zoneinfo import ZoneInfo

from minors_desk.ui.kit.countdown import duration_words

MOST_AHEAD = timedelta(minutes=2)
"""A time may run ahead of the clock by this much (CONTRACT 1.8)."""
_LAST_NIGHT = timedelta(hours=6)
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_CLOCK = re.compile(r"(?P<h>\d{1,2}):?(?P<m>\d{2})(?:\s+(?P<zone>[a-z]{2,5}))?$")
_ISO = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})$")
_DAY_MONTH = re.compile(r"(\d{1,2})\s+([a-z]{3})[a-z]*(?:\s+(\d{4}))?$")
EXAMPLES = "03:12, 0312, yesterday 23:40 or 2026-11-23 23:40"


@dataclass(frozen=True, slots=True)
class TypedTime:
    """An instant (aware, UTC) and how exactly it is known."""

    instant: datetime
    precision: Literal["minute", "about"]


class Unreadable(ValueError):
    """The text is no time; `str()` is a sentence for the person, without the text itself."""


def parse(text: str, now: datetime, zone: ZoneInfo, *, future: bool = False) -> TypedTime:
    """Read `text` as of `now` (aware). Raises Unreadable with what to write instead.

    A bare time is today's. One that would lie ahead is last night's when that is at most six hours
    ago; otherwise the day must be written. `future` allows times to come, such as a next try.
    An hour that the change of clocks brings twice must name its zone (`01:30 CST`).
    """
    words = " ".join(text.split()).lower()
    about = False
    for prefix in ("about ", "~", "ca. "):
        if words.startswith(prefix):
            about, words = True, words.removeprefix(prefix).strip()
    words = words.removeprefix("now ")
    found = _CLOCK.search(words)
    if found is None:
        raise Unreadable(f"This is not a time. Write it like {EXAMPLES}.")
    clock = _clock(found["h"], found["m"])
    day_words = words[: found.start()].strip(" ,")
    today = now.astimezone(zone).date()
    day = _day(day_words, today)
    instant = _instant(day or today, clock, zone, found["zone"])
    if not future and instant > now + MOST_AHEAD:
        instant = _last_night(now, today, day, (clock, zone, found["zone"]))
    return TypedTime(instant, "about" if about else "minute")


def now_words(now: datetime, zone: ZoneInfo) -> str:
    """What the key N writes: `now 03:12`; with the zone in the hour that comes twice."""
    local = now.astimezone(zone)
    twice = local.replace(fold=0).utcoffset() != local.replace(fold=1).utcoffset()
    return f"now {local:%H:%M %Z}" if twice else f"now {local:%H:%M}"


def meaning(typed: TypedTime, now: datetime, zone: ZoneInfo) -> str:
    """The instant in full for the eye: `Tue 24 Nov 2026, 03:12 CST · 14 min ago`."""
    local = typed.instant.astimezone(zone)
    about = "about " if typed.precision == "about" else ""
    minutes = (now - typed.instant) // timedelta(minutes=1)
    away = "now"
    if minutes >= 1:
        away = f"{duration_words(minutes)} ago"
    elif minutes < -1:
        away = f"in {duration_words(minutes + 1)}"
    return f"{about}{local:%a} {local.day} {local:%b %Y, %H:%M %Z} · {away}"


def written(instant: datetime, zone: ZoneInfo) -> str:
    """An instant as text that `parse` reads back to the same minute."""
    return f"{instant.astimezone(zone):%Y-%m-%d %H:%M %Z}"


def _clock(hour: str, minute: str) -> time:
    try:
        return time(int(hour), int(minute))
    except ValueError as error:
        raise Unreadable("There is no such hour. Write 00:00 to 23:59.") from error


def _day(words: str, today: date) -> date | None:
    """The day written before the time; None when there is none."""
    if words in ("", "today"):
        return today if words else None
    if words == "yesterday":
        return today - timedelta(days=1)
    if words == "tomorrow":
        return today + timedelta(days=1)
    try:
        if found := _ISO.match(words):
            return date(int(found[1]), int(found[2]), int(found[3]))
        if (found := _DAY_MONTH.match(words)) and found[2] in _MONTHS:
            year = int(found[3]) if found[3] else today.year
            return date(year, _MONTHS.index(found[2]) + 1, int(found[1]))
    except ValueError as error:
        raise Unreadable("There is no such day in that month. Check the date.") from error
    raise Unreadable(f"The day before the time is not clear. Write it like {EXAMPLES}.")


def _instant(day: date, clock: time, zone: ZoneInfo, name: str | None) -> datetime:
    """The one instant that the wall clock showed this, or Unreadable."""
    sides = [datetime.combine(day, clock, zone).replace(fold=fold) for fold in (0, 1)]
    there = [s for s in sides if s.astimezone(UTC).astimezone(zone).time() == clock]
    if not there:
        raise Unreadable("The clocks were put forward over that time. Write the time after it.")
    if name is not None:
        named = [s for s in there if (s.tzname() or "").lower() == name]
        if not named:
            raise Unreadable(f"The station's time is {there[0]:%Z} then. Leave the zone out.")
        return named[0].astimezone(UTC)
    if len({s.utcoffset() for s in there}) > 1:
        first, second = (f"{clock:%H:%M} {s:%Z}" for s in there)
        raise Unreadable(f"That time came twice when clocks went back. Write {first} or {second}.")
    return there[0].astimezone(UTC)


def _last_night(
    now: datetime,
    today: date,
    day: date | None,
    how: tuple[time, ZoneInfo, str | None],
) -> datetime:
    """A bare time that has not come today, as yesterday's if that was within six hours."""
    clock, zone, name = how
    if day is None:
        before = _instant(today - timedelta(days=1), clock, zone, name)
        if now - before <= _LAST_NIGHT:
            return before
        raise Unreadable(
            f"{clock:%H:%M} has not come yet today. Write yesterday {clock:%H:%M}, or the date."
        )
    raise Unreadable("That time has not come yet. Write when it happened.")
