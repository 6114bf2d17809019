"""Instants, zones and the ids made from them; every instant is an aware datetime in UTC."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from uuid import UUID
from zoneinfo import ZoneInfo

Clock = Callable[[], datetime]
"""Gives the present instant (aware, UTC). ``app`` hands in the computer's; a test its own."""

EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
MICROSECOND = timedelta(microseconds=1)
MINUTE = timedelta(minutes=1)


def as_utc(moment: datetime) -> datetime:
    """The same instant in UTC; ValueError for a naive time, which means no instant at all."""
    if moment.tzinfo is None:
        raise ValueError("a time without a zone is not an instant")
    return moment.astimezone(UTC)


def to_micros(moment: datetime) -> int:
    """Microseconds since 1970 UTC, exact (no float on the way)."""
    return (as_utc(moment) - EPOCH) // MICROSECOND


def from_micros(micros: int) -> datetime:
    """The instant of ``to_micros``."""
    return EPOCH + timedelta(microseconds=micros)


def minutes_between(earlier: datetime, later: datetime) -> int:
    """Whole minutes from one instant to the other, rounded down; negative when reversed."""
    return (later - earlier) // MINUTE


def in_zone(moment: datetime, zone: str) -> datetime:
    """The instant as the station's wall clock shows it."""
    return as_utc(moment).astimezone(ZoneInfo(zone))


def uuid7(now: datetime, random: bytes, after: UUID | None = None) -> UUID:
    """A version 7 UUID: 48 bits of milliseconds, then 74 random bits out of ten random bytes.

    Made at the desk, so that two stations never make the same one and ids sort by time. Never
    smaller than ``after``, the desk's last: entries of one instant fold in the order they were
    made, even within a millisecond or after the clock was set back.
    """
    if len(random) != 10:
        raise ValueError("a UUIDv7 takes ten random bytes")
    millis = to_micros(now) // 1000
    bits = int.from_bytes(random, "big")
    value = (millis & (2**48 - 1)) << 80
    value |= 0x7 << 76
    value |= (bits >> 68 & 0xFFF) << 64
    value |= 0b10 << 62
    value |= bits & (2**62 - 1)
    return UUID(int=value if after is None else max(value, after.int + 1))
