"""The hours of a line: what is read is right on every clock, and what is not is never guessed."""

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from minors_desk import directory
from minors_desk.domain.hours import NOT_KNOWN, Opening, opening

NIGHT = datetime(2026, 11, 25, 3, 12, tzinfo=UTC)
"""A Tuesday at 21:12 in Chicago, and 22:12 in New York."""
CHICAGO = "America/Chicago"
instants = st.datetimes(datetime(2025, 1, 1), datetime(2028, 1, 1), timezones=st.just(UTC))
zones = st.sampled_from(
    [CHICAGO, "America/St_Johns", "America/Phoenix", "America/Vancouver", "America/Montreal"]
)
minutes = st.integers(0, 24 * 60 - 1)


def utc(hour: int, minute: int = 0, day: int = 25) -> datetime:
    return datetime(2026, 11, day, hour, minute, tzinfo=UTC)


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("24/7", Opening("open")),
        ("24/7 (quebec.ca)", Opening("open")),
        ("24/7, 200+ languages", Opening("open")),
        ("Childhelp 24/7", Opening("open")),
        ("24 hours a day, 7 days a week", Opening("open")),
        ("Mon-Fri 09:00-17:00 ET", Opening("closed", utc(14))),
        ("Mon-Fri 09:00-17:00", Opening("closed", utc(15))),
        ("weekdays 8 a.m. - 10 p.m.", Opening("open", utc(4))),
        ("Mon, Wed 9-12; Tue 20:00-06:00", Opening("open", utc(12))),
        ("Sat and Sun 10-16", Opening("closed", utc(16, day=28))),
        ("daily 00:00-24:00", Opening("open")),
    ],
)
def test_what_is_read(words: str, expected: Opening) -> None:
    assert opening(words, NIGHT, CHICAGO) == expected


@pytest.mark.parametrize(
    "words",
    [
        "",
        "business hours",
        "24/7 not stated on the page read",
        "was 24/7 in 2020; older page: automated 24/7",
        "24/7 (Providencia Group page); 09:00-21:00 ET in an older page",
        "24/7 (policy guide: DHS may refer 24 hours a day, 7 days a week)",
        "business hours; after hours 905-522-8053; French 1-855-550-3571",
        "Mon-Fri 09:00-17:00 local",
        "8-5",
        "8-5 p.m.",
        "9-25",
        "Mon-Fri 13 a.m.-5 p.m.",
    ],
)
def test_what_is_not_wholly_understood_is_not_known(words: str) -> None:
    assert opening(words, NIGHT, CHICAGO) == NOT_KNOWN


def test_hours_without_a_zone_of_a_line_whose_zone_nobody_knows() -> None:
    assert opening("Mon-Fri 09:00-17:00", NIGHT, None) == NOT_KNOWN
    assert opening("Mon-Fri 09:00-17:00 ET", NIGHT, None).state == "closed"


def test_the_shipped_lines_say_what_was_read_of_them() -> None:
    """Every line that prints hours, counted by what is read: none turns from not known to open."""
    told = [one for one in directory.all_lines() if one.hours]
    read = {one.id: opening(one.hours, NIGHT, CHICAGO).state for one in told}
    assert {one for one, state in read.items() if state == "closed"} == {
        "us-hhs-otip",
        "us-sd-child-protection",
    }
    unread = {one.hours for one in told if read[one.id] == "not_known"}
    assert all("24/7" in one or "business hours" in one for one in unread)
    assert all(
        one.hours in unread
        for one in told
        if "not stated" in one.hours or "older" in one.hours or "may refer" in one.hours
    )


@given(at=instants, zone=zones, opens=minutes, length=st.integers(1, 12 * 60))
def test_open_and_closed_are_what_the_wall_clock_says(
    at: datetime, zone: str, opens: int, length: int
) -> None:
    closes = opens + length
    words = f"daily {opens // 60:02d}:{opens % 60:02d}-{closes // 60:02d}:{closes % 60:02d}"
    if closes >= 24 * 60:
        over = closes - 24 * 60
        words = f"daily {opens // 60:02d}:{opens % 60:02d}-{over // 60:02d}:{over % 60:02d}"
    found = opening(words, at, zone)
    wall = at.astimezone(ZoneInfo(zone))
    if wall.utcoffset() != (wall - timedelta(days=1)).utcoffset():
        return
    minute = wall.hour * 60 + wall.minute
    inside = opens <= minute < closes or minute < closes - 24 * 60
    assert found.state == ("open" if inside else "closed")


@given(at=instants, zone=zones, opens=minutes, closes=minutes, day=st.integers(0, 6))
def test_until_is_when_it_changes(
    at: datetime, zone: str, opens: int, closes: int, day: int
) -> None:
    days = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")[day]
    found = opening(
        f"{days} {opens // 60:02d}:{opens % 60:02d}-{closes // 60:02d}:{closes % 60:02d}", at, zone
    )
    if found.state == "not_known":
        return
    assert found.until is not None
    assert found.until > at
    again = opening(
        f"{days} {opens // 60:02d}:{opens % 60:02d}-{closes // 60:02d}:{closes % 60:02d}",
        found.until,
        zone,
    )
    assert again.state != found.state


@given(st.text(max_size=30))
def test_no_text_breaks_it(words: str) -> None:
    assert opening(words, NIGHT, CHICAGO).state in ("open", "closed", "not_known")
