"""The packs as their TOML stands, and when a limit is over: counted plainly, not by the program."""

import csv
import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time, timedelta
from functools import cache
from typing import Any
from zoneinfo import ZoneInfo

from minors_desk import assets
from minors_desk.domain.rulepack import read_pack
from minors_desk.domain.rules import Pack, Rule

Raw = dict[str, Any]
QUARTER = timedelta(minutes=15)
MINUTE = timedelta(minutes=1)
DAY = timedelta(days=1)
_TEXTS = {one.stem: one.read_text("utf-8") for one in sorted(assets.path("rules").glob("*.toml"))}
RAW: dict[str, Raw] = {name: tomllib.loads(text) for name, text in _TEXTS.items()}
"""Every pack that is shipped, as its text says."""
PACKS: dict[str, Pack] = {name: read_pack(text) for name, text in _TEXTS.items()}
COUNTRIES = (
    "MX",
    *sorted(
        {
            code
            for raw in RAW.values()
            for codes in raw.get("countries", {}).values()
            for code in codes
        }
        - {"MX"}
    ),
)
"""Every country that a pack names, and one that is of none of the lists."""


@dataclass(frozen=True)
class Ruled:
    """One rule: as its text says, and as the program reads it, alone in its pack."""

    raw: Raw
    rule: Rule
    pack: Pack
    zones: tuple[str, ...]

    @property
    def binds_us(self) -> bool:
        """Whether its text names us among those it binds."""
        return self.raw["binds"] in ("police", "anyone")

    @property
    def starts(self) -> tuple[str, ...]:
        """The events from which it counts, or which it forbids."""
        named = self.raw.get("starts", [])
        return (named,) if isinstance(named, str) else tuple(named)

    @property
    def closers(self) -> tuple[str, ...]:
        """The events that end what it asks for."""
        return (*self.raw.get("satisfied_by", ()), *self.raw.get("ends_with", ()))

    @property
    def conditions(self) -> dict[str, bool]:
        """Its conditions by name, and whether each must hold or must not."""
        must = dict.fromkeys(self.raw.get("applies", ()), True)
        return must | dict.fromkeys(self.raw.get("unless", ()), False)

    def countries(self, name: str) -> frozenset[str]:
        """The countries of the lists that it names there."""
        lists = RAW[self.pack.id].get("countries", {})
        return frozenset(code for one in self.raw.get(name, ()) for code in lists[one])


def _zones() -> dict[str, tuple[str, ...]]:
    """The zones in which each pack may be law: its own, or those of the whole country."""
    with assets.path("lists", "jurisdictions.csv").open(encoding="utf-8") as stream:
        rows = {row["code"].lower(): row["zones"].split() for row in csv.DictReader(stream)}
    found = {}
    for name in RAW:
        of_country = [one for code, zones in rows.items() if code.startswith(name) for one in zones]
        all_of_them = [one for zones in rows.values() for one in zones]
        found[name] = tuple(dict.fromkeys(rows.get(name) or of_country or all_of_them))
    return found


ZONES = _zones()


def _all_rules() -> Iterator[Ruled]:
    for name, raw in RAW.items():
        pack = PACKS[name]
        for table, rule in zip(raw["rule"], pack.rules, strict=True):
            alone = replace(pack, rules=(rule,), targets={})
            yield Ruled(raw=table, rule=rule, pack=alone, zones=ZONES[name])


ALL = tuple(_all_rules())


@dataclass(frozen=True, slots=True)
class LeftOut:
    """The days that do not count by a list of names such as weekends, holidays:US-IL."""

    weekends: bool
    dates: frozenset[date]

    def __contains__(self, day: date) -> bool:
        return day in self.dates or (self.weekends and day.strftime("%a") in ("Sat", "Sun"))


def left_out(one: Ruled, name: str) -> LeftOut | None:
    """What the rule's text leaves out there; None for nothing."""
    if name not in one.raw:
        return None
    lists = RAW[one.pack.id].get("holidays", {})
    chosen = [text.removeprefix("holidays:") for text in one.raw[name] if text != "weekends"]
    dates = frozenset(day for of_list in chosen for day in lists[of_list])
    return LeftOut(weekends="weekends" in one.raw[name], dates=dates)


@dataclass(frozen=True, slots=True)
class Given:
    """The time that a text such as PT6H or P30D gives."""

    days: int
    exact: timedelta


def given(text: str) -> Given:
    """Reads that text."""
    found = re.fullmatch(r"P(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?)?", text)
    assert found is not None, text
    days, hours, minutes = (int(part or 0) for part in found.groups())
    return Given(days=days, exact=timedelta(hours=hours, minutes=minutes))


def due_of(one: Ruled, start: datetime, zone: str) -> datetime | None:
    """When the rule's time is over that began then; None where the law says without delay."""
    if "within" not in one.raw:
        return None
    due = _over(given(one.raw["within"]), start, zone, left_out(one, "skips"))
    longer = left_out(one, "longer_on")
    if longer is not None and any(day in longer for day in _days(start, due, zone)):
        return extended_due(one, start, zone)
    return due


def extended_due(one: Ruled, start: datetime, zone: str) -> datetime:
    """When it is over for whom it was prolonged as far as may be."""
    return _over(given(one.raw["may_extend_to"]), start, zone, left_out(one, "skips"))


def _days(start: datetime, end: datetime, zone: str) -> Iterator[date]:
    moment = start
    while moment <= end:
        yield moment.astimezone(ZoneInfo(zone)).date()
        moment += QUARTER


def _over(period: Given, start: datetime, zone: str, skipped: LeftOut | None) -> datetime:
    if period.days:
        return _days_over(period.days, start, zone, skipped)
    if skipped is None:
        return start + period.exact
    assert period.exact % QUARTER == timedelta(0)
    moment, left = start, period.exact
    while left:
        if moment.astimezone(ZoneInfo(zone)).date() not in skipped:
            left -= QUARTER
        moment += QUARTER
    return moment


def _days_over(days: int, start: datetime, zone: str, skipped: LeftOut | None) -> datetime:
    """So many counted days on, at the time that the wall showed when it began to count.

    Begun on a day that is left out, it is over at the end of the last of the days that follow.
    """
    local = start.astimezone(ZoneInfo(zone))
    day, wall = local.date(), local.time()
    left_out = skipped is not None and day in skipped
    while days:
        day += DAY
        days -= skipped is None or day not in skipped
    if left_out:
        day, wall = day + DAY, time(0)
    moment = start
    while moment.astimezone(ZoneInfo(zone)).replace(tzinfo=None) != datetime.combine(day, wall):
        moment += QUARTER
    return moment


@cache
def changes(zone: str, since: date) -> tuple[date, ...]:
    """The dates within a year from then on which the hour changes there."""
    days = (since + DAY * number for number in range(366))
    return tuple(day for day in days if _offset(zone, day) != _offset(zone, day + DAY))


def _offset(zone: str, day: date) -> timedelta | None:
    return datetime.combine(day, time(0), ZoneInfo(zone)).utcoffset()


def evenings_before_a_change(one: Ruled, zone: str) -> tuple[datetime, ...]:
    """22:00 there before each change of a year in which the rule is law, spring and autumn.

    The evenings before New York changes too: there is nothing to leap over where the hour never
    changes, and in Alberta no longer in autumn.
    """
    until = one.raw.get("effective_until")
    since = max(date(2026, 1, 1), one.raw.get("effective_from", date.min) + DAY)
    if until is not None:
        since = until - DAY * 367
    days = {*changes(zone, since), *changes("America/New_York", since)}
    return tuple(local(day - DAY, time(22), zone) for day in sorted(days))


def local(day: date, wall: time, zone: str) -> datetime:
    """That time there, as an instant in UTC."""
    return datetime.combine(day, wall, ZoneInfo(zone)).astimezone(UTC)
