"""Measures the board of a record of N invented cases against the bare query, and sign-in to board.

Run it: ``python -m tests.bench.bench_board [N [FOLDER]]``; a record in a folder stays and serves
again. Ours: the board's cards, decoded and sorted into its parts. Bare: the same rows on the driver
itself. Sign-in to board: from the passphrase on; bare of that is the derivation of the key alone.
"""

import statistics
import sys
import tempfile
from datetime import timedelta
from pathlib import Path
from typing import Any

from minors_desk.domain.when import to_micros
from minors_desk.services import cases, sampling, signing_in
from minors_desk.services.desk import Desk
from minors_desk.storage import slots
from minors_desk.storage.header import read_header
from minors_desk.storage.keys import passphrase_bytes
from tests.bench.bench_find import PASSPHRASE, milliseconds, record_of

CASES = 2_000
ROUNDS = 50
SIGN_INS = 5
_BARE = """SELECT number, card FROM case_index
WHERE on_board = 1 OR (on_board = 0 AND ended_at >= ?) ORDER BY sort_key, number"""


def _sign_in(folder: Path) -> Desk:
    return signing_in.sign_in(
        folder, sampling.LOGIN, PASSPHRASE, clock=lambda: sampling.UNTIL, write=False
    )


def _to_board(folder: Path) -> None:
    desk = _sign_in(folder)
    cases.the_board(desk)
    desk.close()


def _derive(folder: Path) -> None:
    slots.unlock(
        read_header(folder),
        lambda header: header.person(sampling.LOGIN),
        passphrase_bytes(PASSPHRASE),
    )


def _bare(raw: Any, since: int) -> int:
    return len(raw.execute(_BARE, (since,)).fetchall())


def measure(folder: Path) -> tuple[int, dict[str, float]]:
    """How many cards the board has, and the median milliseconds of each kind of work."""
    desk = _sign_in(folder)
    since = to_micros(sampling.UNTIL - timedelta(days=3))
    with desk.journal.reading() as connection:
        raw = connection.connection.driver_connection
        cards = _bare(raw, since)
        cases.the_board(desk)  # warms the pages
        bare = [milliseconds(lambda: _bare(raw, since)) for _ in range(ROUNDS)]
        ours = [milliseconds(lambda: cases.the_board(desk)) for _ in range(ROUNDS)]
    desk.close()
    signing = [milliseconds(lambda: _to_board(folder)) for _ in range(SIGN_INS)]
    deriving = [milliseconds(lambda: _derive(folder)) for _ in range(SIGN_INS)]
    taken = {"ours": ours, "bare": bare, "sign-in": signing, "key": deriving}
    return cards, {name: statistics.median(found) for name, found in taken.items()}


def main() -> None:
    """Print both pairs with their ratios."""
    count = int(sys.argv[1]) if len(sys.argv) > 1 else CASES
    with tempfile.TemporaryDirectory() as scratch:
        folder = Path(sys.argv[2]) if len(sys.argv) > 2 else Path(scratch) / "record"
        record_of(folder, count)
        cards, taken = measure(folder)
    ours, bare, signing, key = (taken[name] for name in ("ours", "bare", "sign-in", "key"))
    print(f"board of {cards} in {count} cases: {ours:.1f} ms   bare {bare:.1f} ms", end="   ")
    print(f"ratio {ours / bare:.2f}")
    print(f"sign-in to board: {signing:.0f} ms   key alone {key:.0f} ms   {signing / key:.2f}x")


if __name__ == "__main__":
    main()
