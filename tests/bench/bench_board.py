"""Measures the board of some 50 cases, of N in the record, against the bare query; and sign-in.

Run it: ``python -m tests.bench.bench_board [N [FOLDER]]``; a record in a folder stays and serves
again. Invented cases, all old by the hour of the measurement, and as many new ones as make it 50;
of 100,000 more than that are still owed something, and all of those stand on it.
Ours: the board's cards, decoded and sorted into its parts, and how many wait for a review. Bare:
the same rows and the same count on the driver itself. Sign-in to board: from the passphrase on;
bare of that is the derivation of the key alone.
"""

import statistics
import sys
import tempfile
from datetime import timedelta
from pathlib import Path
from typing import Any

from minors_desk.domain.board import Card
from minors_desk.domain.custody import CustodyBegan
from minors_desk.domain.encounter import Encountered
from minors_desk.domain.when import to_micros
from minors_desk.services import cases, sampling, signing_in
from minors_desk.services.desk import Desk
from minors_desk.storage import slots
from minors_desk.storage.header import read_header
from minors_desk.storage.keys import passphrase_bytes
from tests.bench.bench_find import PASSPHRASE, milliseconds, record_of

CASES = 2_000
ON_BOARD = 50
ROUNDS = 200
SIGN_INS = 5
NOW = sampling.UNTIL + timedelta(days=5)
"""By then no invented case is on the board for having ended lately."""
_BARE = """SELECT number, card FROM case_index
WHERE on_board = 1 OR (on_board = 0 AND ended_at >= ?) ORDER BY sort_key, number"""
_BARE_COUNT = "SELECT count(*) FROM case_index WHERE waits = 1"


def _sign_in(folder: Path, *, write: bool = False) -> Desk:
    return signing_in.sign_in(
        folder, sampling.LOGIN, PASSPHRASE, clock=lambda: NOW - timedelta(hours=write), write=write
    )


def fill(folder: Path) -> None:
    """Open as many cases as the board lacks to 50, if any; each child is with us since an hour."""
    desk = _sign_in(folder, write=True)
    at = desk.now()
    for _ in range(ON_BOARD - len(_shown(cases.the_board(desk)))):
        met = Encountered(occurred_at=at, encounter_id=desk.new_id(), place="Bus station")
        began = CustodyBegan(
            occurred_at=at, starts_from="contact", place="station", room="3", watched_by="Rivera"
        )
        cases.open_case(desk, met, began)
    desk.close()


def _shown(board: cases.Board) -> list[Card]:
    parts = (board.missing, board.in_custody, board.met, board.still_owed, board.handed_over)
    return [card for part in parts for card in part]


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
    raw.execute(_BARE_COUNT).fetchall()
    return len(raw.execute(_BARE, (since,)).fetchall())


def measure(folder: Path) -> tuple[int, dict[str, float]]:
    """How many cards the board has, and the median milliseconds of each kind of work."""
    fill(folder)
    desk = _sign_in(folder)
    since = to_micros(NOW - cases.ENDED_BOARD)
    taken: dict[str, list[float]] = {"ours": [], "bare": []}
    with desk.journal.reading() as connection:
        raw = connection.connection.driver_connection
        cards = len(_shown(cases.the_board(desk)))  # warms the pages, as the next line does
        if _bare(raw, since) != cards:
            raise SystemExit("the bare query does not find the board's cards")
        for _ in range(ROUNDS):  # turn about
            taken["bare"].append(milliseconds(lambda: _bare(raw, since)))
            taken["ours"].append(milliseconds(lambda: cases.the_board(desk)))
    desk.close()
    taken["sign-in"] = [milliseconds(lambda: _to_board(folder)) for _ in range(SIGN_INS)]
    taken["key"] = [milliseconds(lambda: _derive(folder)) for _ in range(SIGN_INS)]
    return cards, {name: statistics.median(found) for name, found in taken.items()}


def main() -> None:
    """Print both pairs with their ratios."""
    count = int(sys.argv[1]) if len(sys.argv) > 1 else CASES
    with tempfile.TemporaryDirectory() as scratch:
        folder = Path(sys.argv[2]) if len(sys.argv) > 2 else Path(scratch) / "record"
        record_of(folder, count)
        cards, taken = measure(folder)
    ours, bare, signing, key = (taken[name] for name in ("ours", "bare", "sign-in", "key"))
    print(f"board of {cards} in {count} cases: {ours:.2f} ms   bare {bare:.2f} ms", end="   ")
    print(f"ratio {ours / bare:.2f}")
    print(f"sign-in to board: {signing:.0f} ms   key alone {key:.0f} ms   {signing / key:.2f}x")


if __name__ == "__main__":
    main()
