"""How long a rule gives: hours, calendar days, dates left out; also where the hour changes."""

import csv
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from minors_desk import assets
from minors_desk.domain.periods import (
    EVERY_DAY,
    Calendar,
    Period,
    end_of,
    plain_words,
    read_period,
)
from minors_desk.domain.rulepack import read_pack
from minors_desk.domain.when import in_zone

# Computed with the IANA zone data 2026f and the package holidays; see resources/NOTICE.
with (Path(__file__).parent / "data" / "dst_test_vectors.csv").open(encoding="utf-8") as stream:
    DST = list(csv.DictReader(stream))
IDS = [row["case"] for row in DST]
CHICAGO = "America/Chicago"
WEEKDAYS = Calendar(weekends=True)
(COURT,) = (
    one for one in read_pack(assets.read_text("rules", "us-il.toml")).rules if one.id == "US-IL-06"
)

PERIODS: list[tuple[str, Period | None]] = [
    ("PT6H", Period(timedelta(hours=6))),
    ("PT30M", Period(timedelta(minutes=30))),
    ("PT1H30M", Period(timedelta(minutes=90))),
    ("P1D", Period(days=1)),
    ("P30D", Period(days=30)),
    ("", None),
    ("PT", None),
    ("PT0H", None),
    ("P0D", None),
    ("P1DT6H", None),
    ("P1W", None),
    ("6H", None),
    ("PT-6H", None),
    ("PT6H\n", None),
]


@pytest.mark.parametrize(("text", "period"), PERIODS, ids=[repr(text) for text, _ in PERIODS])
def test_a_period_is_hours_and_minutes_or_days(text: str, period: Period | None) -> None:
    assert read_period(text) == period


def local(moment: datetime, zone: str) -> str:
    return in_zone(moment, zone).isoformat(timespec="minutes")


def test_there_are_ten_vectors() -> None:
    assert len(DST) == 10


@pytest.mark.parametrize("hours", [6, 24, 48, 72])
@pytest.mark.parametrize("row", DST, ids=IDS)
def test_hours_are_exact_where_the_hour_changes(row: dict[str, str], hours: int) -> None:
    start = datetime.fromisoformat(row["start_utc"])
    end = end_of(start, Period(timedelta(hours=hours)), row["zone"])
    assert local(end, row["zone"]) == row[f"plus_{hours}h"]
    assert end - start == timedelta(hours=hours)


@pytest.mark.parametrize("row", DST, ids=IDS)
def test_days_keep_the_time_on_the_wall(row: dict[str, str]) -> None:
    start = datetime.fromisoformat(row["start_utc"])
    wall = datetime.fromisoformat(row["start_wall"])
    for days in (1, 2, 30):
        end = in_zone(end_of(start, Period(days=days), row["zone"]), row["zone"])
        assert end.replace(tzinfo=None) == wall + timedelta(days=days)


@pytest.mark.parametrize("row", DST, ids=IDS)
def test_business_days_are_those_of_the_vectors(row: dict[str, str]) -> None:
    named = (one.partition("=")[0] for one in row["holidays_in_next_7_days"].split("; ") if one)
    calendar = Calendar(weekends=True, holidays=frozenset(map(date.fromisoformat, named)))
    start = datetime.fromisoformat(row["start_utc"])
    wanted = [row[f"{name}_business_day"] for name in ("next", "second", "third")]
    # A clock begun on a day that is left out stands still until that day is over, and then is
    # over with the last of its whole days.
    ends = [end_of(start, Period(days=n), row["zone"], calendar) for n in range(1, 4)]
    last = [in_zone(one - timedelta(microseconds=1), row["zone"]).date() for one in ends]
    assert [one.isoformat() for one in last] == wanted


TIMES = [
    # The first of two clock changes: a time of day that the clocks leap over is an hour later.
    ("2026-03-07T02:30", Period(days=1), EVERY_DAY, "2026-03-08T03:30"),
    ("2026-10-31T01:30", Period(days=1), EVERY_DAY, "2026-11-01T01:30"),
    # 48 hours from a Friday evening, the change of clocks in between standing still.
    ("2026-10-30T20:00", Period(timedelta(hours=48)), WEEKDAYS, "2026-11-03T20:00"),
    ("2026-10-31T09:00", Period(timedelta(hours=24)), WEEKDAYS, "2026-11-03T00:00"),
    ("2026-10-31T09:00", Period(days=1), WEEKDAYS, "2026-11-03T00:00"),
    # What is over exactly at the end of Friday is over then, not on Monday.
    ("2026-11-20T18:00", Period(timedelta(hours=6)), WEEKDAYS, "2026-11-21T00:00"),
    ("2026-11-20T00:00", Period(days=1), WEEKDAYS, "2026-11-23T00:00"),
    ("2026-11-11T09:00", Period(days=2), COURT.calendar, "2026-11-14T00:00"),
    ("2026-11-20T18:00", Period(timedelta(hours=6, minutes=1)), WEEKDAYS, "2026-11-23T00:01"),
    # Illinois: election day, then Thanksgiving before a weekend.
    ("2026-11-02T12:00", Period(timedelta(hours=48)), COURT.calendar, "2026-11-05T12:00"),
    ("2026-11-25T17:00", Period(timedelta(hours=48)), COURT.calendar, "2026-11-30T17:00"),
]


@pytest.mark.parametrize(("start", "period", "calendar", "end"), TIMES, ids=[t[0] for t in TIMES])
def test_where_a_period_ends_in_chicago(
    start: str, period: Period, calendar: Calendar, end: str
) -> None:
    moment = datetime.fromisoformat(start).replace(tzinfo=ZoneInfo(CHICAGO))
    found = end_of(moment, period, CHICAGO, calendar)
    assert found.tzinfo is UTC
    assert in_zone(found, CHICAGO).replace(tzinfo=None) == datetime.fromisoformat(end)


def test_a_time_that_comes_twice_is_the_first_of_the_two() -> None:
    day_before = datetime(2026, 10, 31, 1, 30, tzinfo=ZoneInfo(CHICAGO))
    assert end_of(day_before, Period(days=1), CHICAGO) == datetime(2026, 11, 1, 6, 30, tzinfo=UTC)


instants = st.datetimes(datetime(2025, 1, 1), datetime(2030, 12, 1), timezones=st.just(UTC))
lengths = st.one_of(
    st.builds(Period, st.timedeltas(timedelta(minutes=1), timedelta(days=9))),
    st.builds(Period, days=st.integers(1, 40)),
)
calendars = st.builds(
    Calendar,
    weekends=st.booleans(),
    holidays=st.frozensets(st.dates(date(2025, 1, 1), date(2031, 2, 1)), max_size=40),
)
zones = st.sampled_from([CHICAGO, "America/St_Johns", "America/Phoenix", "America/Havana"])


@given(instants, lengths, zones, calendars)
def test_dates_left_out_never_shorten_a_period_nor_hold_its_end(
    start: datetime, period: Period, zone: str, calendar: Calendar
) -> None:
    end = end_of(start, period, zone, calendar)
    assert end >= end_of(start, period, zone)
    assert end > start
    before = in_zone(end - timedelta(microseconds=1), zone).date()
    assert not (calendar.leaves_out(before) and calendar.leaves_out(in_zone(end, zone).date()))
    assert period.days or not calendar.leaves_out(before)


@given(instants, instants, lengths, zones, calendars)
def test_who_starts_later_is_never_due_earlier(
    one: datetime, other: datetime, period: Period, zone: str, calendar: Calendar
) -> None:
    first, second = sorted((one, other))
    slack = timedelta(hours=1) if period.days else timedelta(0)
    assert end_of(first, period, zone, calendar) <= end_of(second, period, zone, calendar) + slack


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("PT30M", "30 minutes"),
        ("PT1M", "1 minute"),
        ("PT1H", "1 hour"),
        ("PT1H30M", "90 minutes"),
        ("PT48H", "48 hours"),
        ("P1D", "1 day"),
        ("P30D", "30 days"),
    ],
)
def test_a_period_in_plain_words(text: str, words: str) -> None:
    period = read_period(text)
    assert period is not None
    assert plain_words(period) == words
