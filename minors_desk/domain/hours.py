"""The hours of a line as its source words them: open, closed until, or not known; never a guess."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from functools import lru_cache
from typing import Literal
from zoneinfo import ZoneInfo

State = Literal["open", "closed", "not_known"]
ZONES = {
    "ET": "America/New_York",
    "CT": "America/Chicago",
    "MT": "America/Denver",
    "PT": "America/Los_Angeles",
    "Eastern": "America/New_York",
    "Central": "America/Chicago",
    "Mountain": "America/Denver",
    "Pacific": "America/Los_Angeles",
}
"""The zones that sources name with hours; by the clock of the largest city that keeps it."""
_DAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
_EVERY = frozenset(range(7))
_DAY = r"(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*\.?"
_DAY_SPAN = re.compile(rf"({_DAY})(?:\s*-\s*({_DAY}))?$", re.IGNORECASE)
_CLOCK = r"(\d{1,2})(?:[:h](\d{2}))?\s*(a\.?m\.?|p\.?m\.?)?"
_STRETCH = re.compile(
    rf"(?:(?P<days>{_DAY}(?:\s*(?:-|,|and)\s*{_DAY})*|daily|every day|weekdays)[,:]?\s+)?"
    rf"{_CLOCK}\s*-\s*{_CLOCK}(?:\s+(?P<zone>[A-Z][A-Za-z]+))?$",
    re.IGNORECASE,
)
_ALWAYS = re.compile(r"(?:Childhelp )?24/7$|24 hours(?: a day)?(?:, 7 days a week)?$")
"""``Childhelp 24/7``: the line of a state that has none of its own is Childhelp's."""
_REMARK = re.compile(r"\s*\((?!.*24 hours)[^()]*\)$")
_LANGUAGES = re.compile(r",\s*\d+\+?\s*languages$")
_MOST_DAYS = 8


@dataclass(frozen=True, slots=True)
class Opening:
    """How a line stands at an instant; ``until``: when that changes (UTC), None if never.

    Public holidays are not looked at: no source says what a line does on them.
    """

    state: State
    until: datetime | None = None


@dataclass(frozen=True, slots=True)
class _Stretch:
    """On these days of the week (Monday is 0) from the one minute of the day to the other."""

    days: frozenset[int]
    opens: int
    closes: int
    zone: str


NOT_KNOWN = Opening("not_known")


def opening(hours: str, at: datetime, zone: str | None) -> Opening:
    """How a line of these hours stands at that instant (UTC).

    ``zone`` is that of the line where its hours name none; None: nobody knows it. What is not
    wholly understood ("24/7 not stated", "business hours; after hours 905 ...") is not known.
    """
    read = _read(hours)
    if read is None:
        return NOT_KNOWN
    if not read:
        return Opening("open")
    if zone is None and not all(one.zone for one in read):
        return NOT_KNOWN
    return _standing(sorted(_spans(read, at, zone or "")), at)


@lru_cache(maxsize=512)
def _read(hours: str) -> tuple[_Stretch, ...] | None:
    """The stretches of a week; none for a line that never closes, None for what says nothing."""
    words = _LANGUAGES.sub("", _REMARK.sub("", hours.replace("–", "-").strip()))  # noqa: RUF001
    if not words:
        return None
    if _ALWAYS.match(words):
        return ()
    found = [_stretch(part.strip()) for part in words.split(";")]
    if any(one is None for one in found):
        return None
    return tuple(one for one in found if one is not None)


def _stretch(words: str) -> _Stretch | None:
    match = _STRETCH.match(words)
    if match is None:
        return None
    days = _days(match["days"])
    named = match["zone"] or ""
    zone = next((one for name, one in ZONES.items() if name.lower() == named.lower()), "")
    opens, closes = _minute(*match.group(2, 3, 4)), _minute(*match.group(5, 6, 7))
    if not days or opens is None or closes is None or (named and not zone) or opens == closes:
        return None
    if match[7] and not match[4]:
        # "8-5 p.m.": whether 8 is in the morning, no reader can say.
        return None
    if closes < opens < 12 * 60 and not match[4]:
        # "8-5": until five in the afternoon, or through the night.
        return None
    return _Stretch(days=days, opens=opens, closes=closes, zone=zone)


def _days(words: str | None) -> frozenset[int]:
    """The days of the week; empty for what is not understood."""
    if words is None or words.lower() in ("daily", "every day"):
        return _EVERY
    if words.lower() == "weekdays":
        return frozenset(range(5))
    days: set[int] = set()
    for part in re.split(r"\s*(?:,|\band\b)\s*", words):
        match = _DAY_SPAN.match(part)
        if match is None:
            return frozenset()
        first = _DAYS.index(match[1][:3].lower())
        last = first if match[2] is None else _DAYS.index(match[2][:3].lower())
        days |= {(first + step) % 7 for step in range((last - first) % 7 + 1)}
    return frozenset(days)


def _minute(hour: str, minute: str | None, half: str | None) -> int | None:
    """The minute of the day, 24:00 for its end; None for what no clock shows."""
    hours, minutes = int(hour), int(minute or 0)
    if half is not None:
        if not 1 <= hours <= 12:
            return None
        hours = hours % 12 + (12 if half[0].lower() == "p" else 0)
    if minutes > 59 or hours > 24 or (hours == 24 and minutes):
        return None
    return hours * 60 + minutes


def _spans(
    read: tuple[_Stretch, ...], at: datetime, zone: str
) -> Iterator[tuple[datetime, datetime]]:
    """From when until when (UTC) it is open in the days around that instant."""
    for one in read:
        own = ZoneInfo(one.zone or zone)
        today = at.astimezone(own).date()
        for step in range(-2, _MOST_DAYS):
            day = today + timedelta(days=step)
            if day.weekday() in one.days:
                over_midnight = one.closes <= one.opens
                end_day = day + timedelta(days=1) if over_midnight else day
                yield _instant(day, one.opens, own), _instant(end_day, one.closes, own)


def _instant(day: date, minute: int, zone: ZoneInfo) -> datetime:
    """That minute of the wall clock there; one that a clock change leaves out is the next one."""
    whole, rest = divmod(minute, 24 * 60)
    wall = datetime.combine(day + timedelta(days=whole), time(rest // 60, rest % 60), zone)
    return wall.astimezone(UTC)


def _standing(spans: list[tuple[datetime, datetime]], at: datetime) -> Opening:
    end: datetime | None = None
    for opens, closes in spans:
        if opens <= at < closes or (end is not None and opens <= end):
            end = closes if end is None else max(end, closes)
    if end is not None:
        lasts = end - at > timedelta(days=_MOST_DAYS - 2)
        return Opening("open", None if lasts else end)
    return Opening("closed", min((opens for opens, _ in spans if opens > at), default=None))
