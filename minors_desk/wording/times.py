"""Instants, spans and ages in words: the station's wall clock, never the computer's zone."""

from datetime import datetime, timedelta

from minors_desk.domain.encounter import AgeRange
from minors_desk.domain.when import in_zone
from minors_desk.i18n import SOURCE_LANGUAGE, ngettext, translator

_ = translator(SOURCE_LANGUAGE)


def clock_time(moment: datetime, zone: str) -> str:
    """``03:12`` on the station's clock."""
    return f"{in_zone(moment, zone):%H:%M}"


def day_and_time(moment: datetime, zone: str) -> str:
    """``2026-11-24 03:12 CST``: date, time and zone, as papers need it."""
    return f"{in_zone(moment, zone):%Y-%m-%d %H:%M %Z}"


def long_day(moment: datetime, zone: str) -> str:
    """``Tuesday 24 November``."""
    local = in_zone(moment, zone)
    return f"{local:%A} {local.day} {local:%B}"


def exactly(moment: datetime, precision: str, zone: str) -> str:
    """The instant only as exactly as it is known."""
    local = in_zone(moment, zone)
    return {
        "minute": day_and_time(moment, zone),
        "about": _("about {time}").format(time=day_and_time(moment, zone)),
        "day": f"{local:%Y-%m-%d}",
        "month": f"{local:%Y-%m}",
    }.get(precision, _("time not known"))


def span(length: timedelta) -> str:
    """``14 min``, ``3 h 12 min``, ``2 d 4 h``; never negative, rounded down to the minute."""
    minutes = max(0, int(length.total_seconds()) // 60)
    if minutes < 60:
        return _("{m} min").format(m=minutes)
    hours, minutes = divmod(minutes, 60)
    if hours < 48:
        return _("{h} h {m:02d} min").format(h=hours, m=minutes)
    days, hours = divmod(hours, 24)
    return _("{d} d {h} h").format(d=days, h=hours)


def age(seen: AgeRange | None) -> str:
    """``8``, ``7 to 9``, ``5 months``; empty when no age was estimated."""
    if seen is None:
        return ""
    return age_words(seen.low_months, seen.high_months)


def age_words(low: int, high: int) -> str:
    """An age in months as words: years from two years on, months below."""
    if high < 24:
        months = f"{low}" if low == high else _("{low} to {high}").format(low=low, high=high)
        return ngettext(SOURCE_LANGUAGE, "{n} month", "{n} months", high).format(n=months)
    young, old = low // 12, high // 12
    return f"{young}" if young == old else _("{low} to {high}").format(low=young, high=old)
