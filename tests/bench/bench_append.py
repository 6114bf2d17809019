"""Measures one append through the journal against one bare SQLCipher commit of the same bytes.

Run it: ``python -m tests.bench.bench_append``. Ours: chain, sign, entry, payload, fold, the board's
card under the shipped rule packs, index row, commit, sealed head. Bare: the same entry and payload
rows in tables of the same kind, same pragmas, prepared statements, one commit. Both in turn, in one
run, on the same disk.
"""

import statistics
import tempfile
import time
from collections.abc import Callable, Sequence
from datetime import UTC, datetime, timedelta
from functools import partial
from pathlib import Path
from typing import Any
from uuid import UUID, uuid4

from sqlcipher3 import dbapi2

from minors_desk import assets
from minors_desk.domain.care import WelfareChecked
from minors_desk.domain.custody import CustodyBegan
from minors_desk.domain.encounter import Encountered
from minors_desk.domain.entries import NewEntry
from minors_desk.domain.rulepack import read_pack
from minors_desk.domain.stations import fold_station
from minors_desk.services.desk import summariser
from minors_desk.storage.signing import NumberBy
from minors_desk.storage.tables import entries, payloads
from minors_desk.storage.vault import Credentials, Vault, create

ZONE = "America/Chicago"
START = datetime(2026, 11, 24, 3, 0, tzinfo=UTC)
ROUNDS = 300
AIM = 2.5


def _vault(folder: Path) -> Vault:
    who = Credentials(login="bench", passphrase="bench bench bench bench")  # noqa: S106
    vault, _ = create(folder, record_id=uuid4(), person=who, now=START)
    vault.journal.number_by = NumberBy("AC", ZONE)
    rules = tuple(read_pack(assets.read_text("rules", f"{name}.toml")) for name in ("us", "house"))
    vault.journal.summariser = summariser(fold_station(()), rules, ZONE)
    return vault


def _check(case_id: UUID, at: datetime) -> NewEntry:
    body = WelfareChecked(occurred_at=at, condition="calm", note="awake, asks for water")
    return NewEntry(id=uuid4(), case_id=case_id, body=body)


def _case_of(vault: Vault, length: int) -> UUID:
    case_id = uuid4()
    first = Encountered(occurred_at=START, encounter_id=uuid4(), place="bus station")
    began = CustodyBegan(
        occurred_at=START, starts_from="contact", place="station", room="3", watched_by="Rivera"
    )
    start = [NewEntry(id=uuid4(), case_id=case_id, body=body) for body in (first, began)]
    rest = [_check(case_id, START + timedelta(minutes=n)) for n in range(2, length)]
    vault.journal.append([*start, *rest], at=START)
    return case_id


class Bare:
    """The same two rows and nothing else, on the driver itself."""

    def __init__(self, path: Path, source: Vault) -> None:
        self._raw: Any = dbapi2.connect(str(path), isolation_level=None)
        key = "ab" * 32
        self._raw.execute("PRAGMA cipher_log_level=NONE")
        self._raw.execute(f"PRAGMA key=\"x'{key}'\"")
        for name, value in (("journal_mode", "WAL"), ("synchronous", "FULL")):
            self._raw.execute(f"PRAGMA {name}={value}")
        for rest in ("wal_autocheckpoint=0", "secure_delete=ON", "foreign_keys=ON"):
            self._raw.execute(f"PRAGMA {rest}")
        self._raw.execute("PRAGMA cache_size=-65536")
        wanted = "tbl_name IN ('entries', 'payloads') AND sql IS NOT NULL"
        with source.journal.reading() as connection:
            made = connection.exec_driver_sql(
                f"SELECT sql FROM sqlite_schema WHERE {wanted} ORDER BY rowid"  # noqa: S608
            ).all()
            self._entries = [tuple(r) for r in connection.execute(entries.select())]
            self._payloads = [
                tuple(r)
                for r in connection.execute(
                    payloads.select().join(entries).order_by(entries.c.ordinal)
                )
            ]
        for (sql,) in made:
            self._raw.execute(sql)
        self._put = [
            f"INSERT INTO {table.name} VALUES ({','.join('?' * len(table.c))})"  # noqa: S608
            for table in (entries, payloads)
        ]
        for entry, payload in zip(self._entries, self._payloads, strict=True):
            self.commit(entry, payload)

    def commit(self, entry: Sequence[Any], payload: Sequence[Any]) -> None:
        """One transaction of the two rows."""
        self._raw.execute("BEGIN IMMEDIATE")
        self._raw.execute(self._put[0], entry)
        self._raw.execute(self._put[1], payload)
        self._raw.execute("COMMIT")

    def close(self) -> None:
        """Let go of the file."""
        self._raw.close()


def _seconds(work: Callable[[], object]) -> float:
    started = time.perf_counter()
    work()
    return time.perf_counter() - started


def _rows_of(vault: Vault, entry_id: UUID) -> tuple[Sequence[Any], Sequence[Any]]:
    with vault.journal.reading() as connection:
        entry = connection.execute(entries.select().where(entries.c.id == entry_id.bytes)).one()
        payload = connection.execute(
            payloads.select().where(payloads.c.entry_id == entry_id.bytes)
        ).one()
    return tuple(entry), tuple(payload)


def measure(folder: Path, rounds: int = ROUNDS) -> dict[str, float]:
    """Median milliseconds: ours at 12 and at 300 entries, bare."""
    vault = _vault(folder / "record")
    short, long = _case_of(vault, 12), _case_of(vault, 300)
    bare = Bare(folder / "bare.db", vault)
    taken: dict[str, list[float]] = {"ours, 12 entries": [], "ours, 300 entries": [], "bare": []}
    for turn in range(rounds):
        at = START + timedelta(hours=6, seconds=turn)
        if turn % 4 == 0:  # so that the short case stays short
            short = _case_of(vault, 12)
        for name, case_id in (("ours, 12 entries", short), ("ours, 300 entries", long)):
            entry = _check(case_id, at)
            taken[name].append(_seconds(partial(vault.journal.append, [entry], at=at)))
        rows = _rows_of(vault, entry.id)
        taken["bare"].append(_seconds(partial(bare.commit, *rows)))
    bare.close()
    vault.close()
    return {name: statistics.median(times) * 1000 for name, times in taken.items()}


def main() -> None:
    """Print ours, bare and the ratio."""
    with tempfile.TemporaryDirectory() as scratch:
        found = measure(Path(scratch))
    bare = found.pop("bare")
    for name, ours in found.items():
        print(f"append, {name}: {ours:.3f} ms   bare {bare:.3f} ms   ratio {ours / bare:.2f}")
    print(f"aim: at most {AIM} for a case of 12 entries")


if __name__ == "__main__":
    main()
