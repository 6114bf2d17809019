"""Somebody who holds every key of the record but the other person's, and rewrites its history.

Opens the database as the program does, drops the guards, changes what it likes and makes all that
it can hold together again: hashes, chain, signatures of its own, log hashes, the sealed head.
"""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from sqlcipher3 import dbapi2

from minors_desk.domain import chain, codec
from minors_desk.domain.bodies import Body
from minors_desk.storage import head_mark, rows, tables
from minors_desk.storage.head_mark import Mark
from minors_desk.storage.keys import public_bytes
from minors_desk.storage.slots import Unlocked

Row = dict[str, Any]


class Attacker:
    """An open database without guards."""

    def __init__(self, folder: Path, unlocked: Unlocked) -> None:
        self._folder, self._keys = folder, unlocked.keys
        self.own = unlocked.signing_key
        self.raw: Any = dbapi2.connect(str(folder / "data-1.db"), isolation_level=None)
        self.raw.execute(f"PRAGMA key=\"x'{unlocked.keys.database(1).hex()}'\"")

    @contextmanager
    def unguarded(self) -> Iterator[None]:
        """Drop the triggers and put them back, so that nobody misses them."""
        for name, _ in tables.guards():
            self.raw.execute(f"DROP TRIGGER {name}")
        yield
        for _, sql in tables.guards():
            self.raw.execute(sql)

    def rows(self) -> list[Row]:
        """The whole log with its payloads, in order."""
        read = self.raw.execute(
            "SELECT e.*, p.salt, p.body FROM entries e"
            " LEFT JOIN payloads p ON p.entry_id = e.id ORDER BY ordinal"
        )
        names = [column[0] for column in read.description]
        return [dict(zip(names, row, strict=True)) for row in read.fetchall()]

    def store(self, log: list[Row]) -> None:
        """Put a whole log in place of the one that is there."""
        with self.unguarded():
            self.raw.execute("PRAGMA foreign_keys=OFF")
            self.raw.execute("DELETE FROM payloads")
            self.raw.execute("DELETE FROM entries")
            names = [column.name for column in tables.entries.c]
            marks = ",".join("?" * len(names))
            for row in log:
                values = [row[name] for name in names]
                self.raw.execute(f"INSERT INTO entries VALUES ({marks})", values)  # noqa: S608
                if row["body"] is not None:
                    values = [row["id"], row["salt"], row["body"]]
                    self.raw.execute("INSERT INTO payloads VALUES (?, ?, ?)", values)

    def rewrite(self, row: Row, body: Body) -> None:
        """Another content for an entry, with a commitment that fits."""
        row["salt"], row["body"] = os.urandom(16), codec.encode(body)
        row["commitment"] = chain.commitment(row["salt"], row["body"])

    def made_whole(self, log: list[Row], key: Ed25519PrivateKey | None = None) -> list[Row]:
        """Number, chain, hash, sign and order everything anew, as far as one key can.

        Entries of other chains keep what their author signed.
        """
        signing = key or self.own
        mine = chain.chain_id(public_bytes(signing))
        seq, prev, log_hash = 0, chain.START, chain.START
        for ordinal, row in enumerate(log, 1):
            row["ordinal"] = ordinal
            if row["chain"] == mine:
                seq += 1
                row["chain_seq"], row["prev"] = seq, prev
                prev = row["hash"] = chain.entry_hash(rows.to_link(Fields(row)))
                row["sig"] = signing.sign(prev)
            log_hash = row["log_hash"] = chain.log_hash(log_hash, row["hash"])
        return log

    def seal(self, log: list[Row]) -> None:
        """Write a sealed head that fits, with the true key."""
        mark = Mark(log[-1]["ordinal"], log[-1]["log_hash"])
        head_mark.create_mark(self._folder, self._keys.head, mark)

    def close(self) -> None:
        """Leave no trace of a write-ahead log."""
        self.raw.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()
        self.raw.close()


class Fields:
    """A row by attribute, as the driver's rows are."""

    def __init__(self, row: Row) -> None:
        self.__dict__.update(row)
