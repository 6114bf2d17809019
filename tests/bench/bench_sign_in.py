"""Measures a sign-in and a look at the station with and without many readings in the log.

Run it as ``python -m tests.bench.bench_sign_in``; it prints milliseconds, and judges nothing.
"""

import tempfile
import time
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from uuid import uuid4

from minors_desk.domain.entries import NewEntry
from minors_desk.domain.station import CaseRead
from minors_desk.services import signing_in
from minors_desk.services.desk import Desk
from minors_desk.services.signing_in import Founding
from minors_desk.storage.keys import FLOOR

READINGS, A_SAVE, RUNS = 20_000, 1_000, 7
PASSPHRASE = "correct horse battery staple"  # noqa: S105 - opens the bench's own record only
NOW = datetime(2026, 11, 24, 9, 0, tzinfo=UTC)
FOUNDING = Founding(
    station="Area Central",
    jurisdiction="US-IL",
    zone="America/Chicago",
    login="rivera",
    name="D. Rivera",
    badge="4471",
)


def at_desk(folder: Path) -> Desk:
    return signing_in.sign_in(folder, "rivera", PASSPHRASE, clock=lambda: NOW)


def read_many(desk: Desk) -> None:
    """As many cases read as a busy station reads in some years."""
    for _ in range(READINGS // A_SAVE):
        bodies = [CaseRead(occurred_at=NOW, case_id=uuid4()) for _ in range(A_SAVE)]
        items = [NewEntry(id=desk.new_id(), case_id=None, body=body) for body in bodies]
        desk.journal.append(items, at=NOW)


def milliseconds(work: Callable[[], object]) -> float:
    """The quickest of some runs."""
    spent = []
    for _ in range(RUNS):
        begun = time.perf_counter()
        work()
        spent.append(time.perf_counter() - begun)
    return min(spent) * 1000


def measure(folder: Path, told: str) -> None:
    signed = milliseconds(lambda: at_desk(folder).close())
    desk = at_desk(folder)
    looked = milliseconds(desk.look_again)
    desk.close()
    print(f"{told}: sign-in {signed:.0f} ms, look at the station {looked:.0f} ms")


def main() -> None:
    """Prints the figures of one run."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name) / "record"
        desk, _key = signing_in.found(folder, FOUNDING, PASSPHRASE, clock=lambda: NOW, cost=FLOOR)
        desk.close()
        measure(folder, "no reading in the log")
        desk = at_desk(folder)
        read_many(desk)
        desk.close()
        measure(folder, f"{READINGS} readings")


if __name__ == "__main__":
    main()
