"""The clock of the tour: a night in November that goes on between the steps."""

from datetime import UTC, datetime, timedelta

START = datetime(2026, 11, 24, 9, 4, tzinfo=UTC)
"""03:04 in Chicago."""


class StoryClock:
    """Stands still until the story goes on; handed to the program as its clock (UTC)."""

    def __init__(self) -> None:
        self._now = START

    def __call__(self) -> datetime:
        return self._now

    def forward(self, minutes: int) -> None:
        """Let that many minutes pass."""
        self._now += timedelta(minutes=minutes)
