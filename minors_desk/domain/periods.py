"""How long a rule gives: exact hours or calendar days, and the days its clock leaves out.

Everything is computed from an aware start in UTC; the station's zone decides what a day is.
"""

import re
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from minors_desk.domain.when import as_utc

_EXACT = re.compile(r"PT(?:([0-9]{1,5})H)?(?:([0-9]{1,5})M)?")
_DAYS = re.compile(r"P([0-9]{1,4})D")
_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Period:
    """Exact time, or a number of calendar days; one of the two is nought.

    ``PT24H`` is 24 hours by any clock. ``P1D`` is the same time of day on the next day as the
    station's wall shows it: 23 or 25 hours where the hour changes in between.
    """

    exact: timedelta = timedelta(0)
    days: int = 0


@dataclass(frozen=True, slots=True)
class Calendar:
    """The local dates that do not count: a clock stands still on them, 00:00 to 24:00.

    (CONTRACT 4.4; 705 ILCS 405/2-9 leaves out Saturdays, Sundays and holidays, for one.)
    """

    weekends: bool = False
    holidays: frozenset[date] = frozenset()

    def leaves_out(self, day: date) -> bool:
        """Whether nothing is counted on that date."""
        return (self.weekends and day.isoweekday() > 5) or day in self.holidays

    def touches(self, start: datetime, end: datetime, zone: str) -> bool:
        """Whether a local date from that instant up to that one is left out."""
        if self == EVERY_DAY:
            return False
        station = ZoneInfo(zone)
        day, last = start.astimezone(station).date(), end.astimezone(station).date()
        while day <= last:
            if self.leaves_out(day):
                return True
            day += _DAY
        return False


EVERY_DAY = Calendar()


def read_period(text: str) -> Period | None:
    """``PT6H``, ``PT30M``, ``PT1H30M`` (exact) or ``P30D`` (calendar days); None for another."""
    if match := _DAYS.fullmatch(text):
        period = Period(days=int(match[1]))
    elif match := _EXACT.fullmatch(text):
        hours, minutes = (int(part or 0) for part in match.groups())
        period = Period(exact=timedelta(hours=hours, minutes=minutes))
    else:
        return None
    return None if period == Period() else period


def plain_words(period: Period) -> str:
    """``30 minutes``, ``4 hours``, ``90 minutes``, ``30 days``: as titles of rules have it."""
    if period.days:
        return _counted(period.days, "day")
    minutes = period.exact // timedelta(minutes=1)
    return _counted(minutes, "minute") if minutes % 60 else _counted(minutes // 60, "hour")


def _counted(number: int, unit: str) -> str:
    return f"{number} {unit}" if number == 1 else f"{number} {unit}s"


def end_of(start: datetime, period: Period, zone: str, calendar: Calendar = EVERY_DAY) -> datetime:
    """The instant (UTC) at which the period from that start is over."""
    station = ZoneInfo(zone)
    if period.days:
        begun = _counting(start, station, calendar)
        if begun != as_utc(start):
            return _end_of_days(begun, period.days, station, calendar)
        return _days_later(begun, period.days, station, calendar)
    if calendar == EVERY_DAY:
        return as_utc(start) + period.exact
    moment, left = _counting(start, station, calendar), period.exact
    while left > (today := _midnight_after(moment, station) - moment):
        left -= today
        moment = _counting(moment + today, station, calendar)
    return moment + left


def _counting(moment: datetime, station: ZoneInfo, calendar: Calendar) -> datetime:
    """That instant, or the first midnight after it from which the clock runs again."""
    while calendar.leaves_out(moment.astimezone(station).date()):
        moment = _midnight_after(moment, station)
    return as_utc(moment)


def _midnight_after(moment: datetime, station: ZoneInfo) -> datetime:
    day = moment.astimezone(station).date() + _DAY
    return datetime.combine(day, time.min, station).astimezone(UTC)


def _end_of_days(begun: datetime, days: int, station: ZoneInfo, calendar: Calendar) -> datetime:
    """The end of so many whole counted days, of which that midnight begins the first.

    What begins on a day left out has the days after it whole, and is over with the last of them:
    of a holiday on Thursday the next business day is Friday, which does not run until Monday.
    """
    day = begun.astimezone(station).date()
    while days > 1:
        day += _DAY
        days -= not calendar.leaves_out(day)
    return _midnight_after(datetime.combine(day, time.min, station), station)


def _days_later(start: datetime, days: int, station: ZoneInfo, calendar: Calendar) -> datetime:
    """The same time of day so many counted days on.

    A time that the clocks leap over is the instant that it would have been (02:30 becomes 03:30);
    a time that comes twice is the first of the two.
    """
    local = start.astimezone(station)
    day = local.date()
    while days:
        day += _DAY
        days -= not calendar.leaves_out(day)
    return datetime.combine(day, local.time(), station).astimezone(UTC)
