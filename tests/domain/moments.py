"""The night of the tests of domain: its instants, its case, and the ids of its entries."""

from datetime import UTC, datetime, timedelta
from uuid import UUID

T0 = datetime(2026, 11, 24, 9, 0, tzinfo=UTC)
CASE = UUID("019ab3f0-0000-7000-8000-00000000ca5e")


def at(minutes: float) -> datetime:
    """That many minutes after the start of the night."""
    return T0 + timedelta(minutes=minutes)


def ident(number: int) -> UUID:
    """The id of the entry of that number; later numbers sort later."""
    return UUID(int=0x019AB3F0_0000_7000_8000_000000000000 + number)
