"""Measures find by name in a record of N invented cases against the bare query of the database.

Run it: ``python -m tests.bench.bench_find [N [FOLDER]]``. In a folder the record stays and serves
again; 100,000 cases take a quarter of an hour to make. Ours: from what was typed to the cards.
Bare: the FTS5 queries that give the same answer (by name, then by any text) and the stored cards of
what they find, on the driver itself, with the terms made beforehand. Both in turn, on warm pages.
"""

import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path
from random import Random
from typing import Any

from minors_desk.domain.searching import terms
from minors_desk.services import cases, finding, sampling, signing_in
from minors_desk.services.desk import Desk
from minors_desk.storage.search import statement

CASES = 2_000
ROUNDS = 300
RATIO_AIM = 1.5
P99_AIM = 50.0
_CARD = """SELECT c.card FROM entries e JOIN case_index c ON c.case_id = e.case_id
WHERE e.ordinal = ?"""
PASSPHRASE = "bench bench bench bench"  # noqa: S105 - opens the bench's own record only


def _typed(desk: Desk) -> list[str]:
    """What an officer types: two words of a name, whole or begun, in any order."""
    dice = Random(5)  # noqa: S311 - the same each time
    names = [card.name for card in cases.listed(desk) if card.name is not None]
    typed = []
    for _ in range(ROUNDS):
        words = dice.choice(names).split()
        dice.shuffle(words)
        typed.append(" ".join(word[: dice.randint(3, 12)] for word in words[:2]))
    return typed


def milliseconds(work: Callable[[], object]) -> float:
    """How long it takes once."""
    started = time.perf_counter()
    work()
    return (time.perf_counter() - started) * 1000


def _queries(text: str) -> list[tuple[str, tuple[str, ...]]]:
    return [statement(terms(text), column) for column in ("names", "")]


def _bare(raw: Any, queries: list[tuple[str, tuple[str, ...]]]) -> list[Any]:
    found: set[int] = set()
    for sql, parameters in queries:
        rows = raw.execute(f"{sql} LIMIT 50", parameters).fetchall()
        found |= {rowid >> 31 for (rowid,) in rows}
    return [raw.execute(_CARD, (first,)).fetchall() for first in found]


def record_of(folder: Path, count: int) -> None:
    """Make a record of so many invented cases, unless the folder is there already."""
    if not folder.exists():
        began = time.perf_counter()
        sampling.make_sample(folder, PASSPHRASE, cases=count, seed=1)
        print(f"{count} cases made in {time.perf_counter() - began:.0f} s")


def measure(folder: Path, count: int = CASES) -> dict[str, list[float]]:
    """Milliseconds of each search, ours and bare."""
    record_of(folder, count)
    desk = signing_in.sign_in(
        folder, sampling.LOGIN, PASSPHRASE, clock=lambda: sampling.UNTIL, write=False
    )
    taken: dict[str, list[float]] = {"ours": [], "bare": []}
    typed = _typed(desk)
    with desk.journal.reading() as connection:
        raw = connection.connection.driver_connection
        for text in typed:
            finding.find(desk, text)  # warms the pages
        for text in typed:
            bare = partial(_bare, raw, _queries(text))
            taken["bare"].append(milliseconds(bare))
            taken["ours"].append(milliseconds(partial(finding.find, desk, text)))
    desk.close()
    return taken


def main() -> None:
    """Print both, the ratio of their medians, and the slowest of ours."""
    count = int(sys.argv[1]) if len(sys.argv) > 1 else CASES
    with tempfile.TemporaryDirectory() as scratch:
        folder = Path(sys.argv[2]) if len(sys.argv) > 2 else Path(scratch) / "record"
        taken = measure(folder, count)
    ours, bare = (statistics.median(taken[name]) for name in ("ours", "bare"))
    p99 = statistics.quantiles(taken["ours"], n=100)[98]
    print(f"find in {count} cases: {ours:.2f} ms   bare {bare:.2f} ms   ratio {ours / bare:.2f}")
    print(f"p99 {p99:.2f} ms   aims: ratio {RATIO_AIM}, p99 {P99_AIM} ms")


if __name__ == "__main__":
    main()
