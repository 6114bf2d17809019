"""Instants, whole minutes, zones and ids that rise."""

from datetime import UTC, datetime, timedelta
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from minors_desk.domain.encounter import case_number, numbered
from minors_desk.domain.when import as_utc, from_micros, in_zone, minutes_between, to_micros, uuid7
from tests.domain.samples import T0, at, encountered

instants = st.datetimes(datetime(1901, 1, 1), datetime(8999, 1, 1), timezones=st.just(UTC))


@given(instants)
def test_microseconds_are_exact(moment: datetime) -> None:
    assert from_micros(to_micros(moment)) == moment
    assert from_micros(to_micros(moment)).tzinfo is UTC


def test_a_naive_time_is_no_instant() -> None:
    for work in (as_utc, to_micros):
        with pytest.raises(ValueError, match="without a zone"):
            work(datetime(2026, 11, 24))


def test_whole_minutes_are_rounded_down() -> None:
    assert minutes_between(at(0), at(1.99)) == 1
    assert minutes_between(at(0), at(-0.5)) == -1


def test_the_stations_wall_clock() -> None:
    assert in_zone(T0, "America/Chicago").isoformat() == "2026-11-24T03:00:00-06:00"


@given(
    st.lists(st.tuples(st.integers(-3600, 3600), st.binary(min_size=10, max_size=10)), min_size=2)
)
def test_ids_of_one_desk_rise_whatever_the_clock_does(ticks: list[tuple[int, bytes]]) -> None:
    made: list[UUID] = []
    for seconds, random in ticks:
        made.append(uuid7(T0 + timedelta(seconds=seconds), random, made[-1] if made else None))
    assert made == sorted(set(made))
    assert {(one.version, one.variant) for one in made} == {(7, "specified in RFC 4122")}


def test_an_id_takes_ten_random_bytes() -> None:
    with pytest.raises(ValueError, match="ten random bytes"):
        uuid7(T0, bytes(9))


def test_the_number_of_a_case() -> None:
    assert case_number("AC", 2026, 412) == "AC-26-0412"
    assert case_number("A7", 2030, 12345) == "A7-30-12345"
    assert numbered(encountered(place="Depot"), "AC-26-0412") == encountered(
        place="Depot", number="AC-26-0412"
    )
