"""Who signs an entry and by which clock: the author's key, case numbers, a moved clock."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from minors_desk.domain.chain import chain_id

Chance = Callable[[int], bytes]
"""Gives so many random bytes."""
CLOCK_OK, CLOCK_BEHIND, CLOCK_JUMPED = 0, 1, 2
BEHIND = timedelta(seconds=120)
"""recorded_at this far behind the last is flagged, never forced upwards (CONTRACT 1.8)."""
JUMP_SECONDS = 600


class Signer:
    """A signing key and the chain that it writes."""

    def __init__(self, key: Ed25519PrivateKey) -> None:
        self._key = key
        self.public_key = key.public_key().public_bytes_raw()
        self.chain = chain_id(self.public_key)

    def sign(self, digest: bytes) -> bytes:
        """The Ed25519 signature over an entry's hash."""
        return self._key.sign(digest)


@dataclass(frozen=True, slots=True)
class NumberBy:
    """What case numbers are made of: the station's code, and the year in the station's zone."""

    code: str
    zone: str

    def year(self, at: datetime) -> int:
        """The year that the station's calendar shows."""
        return at.astimezone(ZoneInfo(self.zone)).year


class ClockWatch:
    """Flags a clock that was moved; ``steady`` gives seconds that no one can set, if any."""

    def __init__(self, steady: Callable[[], float] | None = None) -> None:
        self._steady = steady
        self._seen: tuple[datetime, float] | None = None

    def flag(self, at: datetime, last: datetime | None) -> int:
        """The clock flag of an entry recorded at that instant, after one recorded at ``last``."""
        jumped = self._jumped(at)
        if last is not None and at < last - BEHIND:
            return CLOCK_BEHIND
        return CLOCK_JUMPED if jumped else CLOCK_OK

    def _jumped(self, at: datetime) -> bool:
        if self._steady is None:
            return False
        before, self._seen = self._seen, (at, self._steady())
        if before is None:
            return False
        drift = (at - before[0]).total_seconds() - (self._seen[1] - before[1])
        return abs(drift) > JUMP_SECONDS
