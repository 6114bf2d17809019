"""Measures decoding and folding a case of 300 entries against the bare decoding of its bodies.

Run it as ``python tests/bench/bench_fold.py``; it prints ours, bare and ratio, and judges nothing.
"""

import json
import statistics
import sys
import time
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path
from uuid import UUID

import msgspec

sys.path.insert(0, str(Path(__file__).resolve().parent.parent.parent))

from minors_desk.domain import codec
from minors_desk.domain.alter import Amended, Withdrawn
from minors_desk.domain.bodies import Body
from minors_desk.domain.care import WelfareChecked
from minors_desk.domain.case import Case, fold
from minors_desk.domain.custody import CustodyBegan, Moved
from minors_desk.domain.encounter import Encountered
from minors_desk.domain.entries import Entry, Unread
from minors_desk.domain.facts import FactTold
from minors_desk.domain.values import PersonName

ENTRIES = 300
RUNS = 60
START = datetime(2026, 11, 24, 3, 0, tzinfo=UTC)
CASE = UUID("019ab000-0000-7000-8000-000000000000")


def entry_id(number: int) -> UUID:
    """The id of the entry of that number."""
    return UUID(int=CASE.int + number)


def bodies() -> list[Body]:
    """A long night: an encounter, custody, a name, then checks, moves and some corrections."""
    told: list[Body] = [
        Encountered(occurred_at=START, encounter_id=CASE, place="Area Central", number="AC-26-1"),
        CustodyBegan(
            occurred_at=START, place="Area Central", watched_by="Rivera", starts_from="contact"
        ),
        FactTold(
            occurred_at=START, fact="name", value=PersonName(as_said="Ana María"), source="said"
        ),
    ]
    while len(told) < ENTRIES:
        number, at = len(told), START + timedelta(minutes=len(told))
        if number % 30 == 0:
            check = codec.plain(WelfareChecked(occurred_at=at, condition="asleep"))
            target = entry_id(number - 1)
            told.append(
                Amended(occurred_at=at, target=target, replacement=check, reason="mistyped")
            )
        elif number % 50 == 7:
            told.append(Withdrawn(occurred_at=at, target=entry_id(number - 1), reason="twice"))
        elif number % 10 == 5:
            told.append(Moved(occurred_at=at, place="Area Central", room="2", watched_by="Rivera"))
        else:
            told.append(WelfareChecked(occurred_at=at, condition="calm", note="drank some water"))
    return told


def main() -> None:
    """Prints the figures of one run."""
    stored = [codec.encode(body) for body in bodies()]
    bare = msgspec.json.Decoder()
    read = [_entry(number, codec.decode(body)) for number, body in enumerate(stored)]

    def ours() -> Case:
        return fold(CASE, [_entry(n, codec.decode(body)) for n, body in enumerate(stored)])

    rows = {
        "decode and fold": _median(ours),
        "decode alone": _median(lambda: [codec.decode(body) for body in stored]),
        "fold alone": _median(lambda: fold(CASE, read)),
    }
    floor = _median(lambda: [bare.decode(body) for body in stored])
    slow = _median(lambda: [json.loads(body) for body in stored])
    print(f"{ENTRIES} entries, median of {RUNS}; bare: msgspec {floor:.3f} ms, json {slow:.3f} ms")
    for name, ms in rows.items():
        print(f"{name:16} ours {ms:7.3f} ms  bare {floor:.3f} ms  ratio {ms / floor:6.1f}")


def _entry(number: int, body: Body | Unread) -> Entry:
    return Entry(
        id=entry_id(number),
        case_id=CASE,
        ordinal=number + 1,
        chain=bytes(32),
        recorded_at=START + timedelta(minutes=number, seconds=5),
        clock_flag=0,
        body=body,
    )


def _median(work: Callable[[], object]) -> float:
    """Milliseconds of one call."""
    spent = []
    for _ in range(RUNS):
        begun = time.perf_counter()
        work()
        spent.append((time.perf_counter() - begun) * 1000)
    return statistics.median(spent)


if __name__ == "__main__":
    main()
