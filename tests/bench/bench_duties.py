"""Measures the duties of 200 open cases: every clock from the folded cases, and its state now.

Run it as ``python tests/bench/bench_duties.py``; it prints ours and the 50 ms that are asked for,
and judges nothing.
"""

import statistics
import sys
import time
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path
from uuid import UUID

sys.path.insert(0, str(Path(__file__).resolve().parent.parent.parent))

from minors_desk import assets
from minors_desk.domain.bodies import Body
from minors_desk.domain.care import WelfareChecked
from minors_desk.domain.case import Case, fold
from minors_desk.domain.contacts import ContactTried, Party
from minors_desk.domain.custody import CustodyBegan, Moved
from minors_desk.domain.duties import DutyClock, clocks, status
from minors_desk.domain.encounter import Encountered, LegalClass
from minors_desk.domain.entries import Entry
from minors_desk.domain.facts import FactTold
from minors_desk.domain.rulepack import read_pack
from minors_desk.domain.values import Country

CASES, ENTRIES, RUNS, ASKED_MS = 200, 30, 30, 50
ZONE = "America/Chicago"
START = datetime(2026, 11, 24, 3, 0, tzinfo=UTC)
CLASSES: tuple[LegalClass, ...] = ("non_offender", "status_offender", "accused_delinquent")


def bodies(number: int) -> list[Body]:
    """An ordinary night of a child: met, in custody, moved, a nationality, a call, checks."""

    def at(minutes: int) -> datetime:
        return START + timedelta(minutes=number + minutes)

    told: list[Body] = [
        Encountered(
            occurred_at=at(0),
            encounter_id=UUID(int=number + 1),
            place="Union Station",
            number=f"AC-26-{number:04}",
            legal_class=CLASSES[number % 3],
        ),
        CustodyBegan(occurred_at=at(5), place="AC", watched_by="Rivera", starts_from="arrival"),
        Moved(occurred_at=at(9), place="AC", room="2", watched_by="Rivera", secure=number % 3 == 2),
        FactTold(occurred_at=at(12), fact="nationality", value=Country(code="MX"), source="said"),
        ContactTried(
            occurred_at=at(14),
            party=Party(name="DCFS hotline"),
            purpose="child_protection",
            method="telephone",
            outcome="reached",
        ),
    ]
    while len(told) < ENTRIES:
        told.append(WelfareChecked(occurred_at=at(15 * len(told)), condition="calm"))
    return told


def case(number: int) -> Case:
    """The folded case of that number."""
    case_id = UUID(int=(number + 1) << 32)
    entries = [
        Entry(
            id=UUID(int=case_id.int + place),
            case_id=case_id,
            ordinal=place + 1,
            chain=bytes(32),
            recorded_at=body.occurred_at + timedelta(seconds=5),
            clock_flag=0,
            body=body,
        )
        for place, body in enumerate(bodies(number))
    ]
    return fold(case_id, entries)


def main() -> None:
    """Prints the figures of one run."""
    packs = [
        read_pack(assets.read_text("rules", f"{one}.toml")) for one in ("us", "us-il", "house")
    ]
    folded = [case(number) for number in range(CASES)]
    now = START + timedelta(hours=9)

    def derive() -> list[DutyClock]:
        return [clock for one in folded for clock in clocks(one, packs, ZONE)]

    derived = derive()
    both = _median(lambda: [status(one, now) for one in derive()])
    tick = _median(lambda: [status(one, now) for one in derived])
    print(f"{CASES} cases of {ENTRIES} entries, {len(derived)} clocks, median of {RUNS}")
    print(f"derived and read  ours {both:7.2f} ms  asked for {ASKED_MS} ms")
    print(f"one tick alone    ours {tick:7.2f} ms")


def _median(work: Callable[[], object]) -> float:
    """Milliseconds of one call on one core, whatever else the machine does meanwhile."""
    spent = []
    for _ in range(RUNS):
        begun = time.process_time()
        work()
        spent.append((time.process_time() - begun) * 1000)
    return statistics.median(spent)


if __name__ == "__main__":
    main()
