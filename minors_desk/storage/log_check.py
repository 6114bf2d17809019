"""Recomputes the whole log from its stored bytes: nothing that is derived is believed.

What is recomputed for each entry: the commitment to its body, its hash, its place in its author's
chain, the log hash. Then the signatures, who introduced each key, and the heads that later entries
quote: those bind what came before even against somebody who holds every key but the quoting one.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any

import sqlalchemy as sa
from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

from minors_desk.domain import chain, codec
from minors_desk.domain.backups import BackupMade, RecordVerified, Restored
from minors_desk.domain.downtime import DowntimeReserved
from minors_desk.domain.packets import PacketIssued
from minors_desk.domain.printed import PaperIssued, Seen
from minors_desk.domain.station import (
    KeyIntroduced,
    PersonAdded,
    RolesChanged,
    SignedIn,
    Station,
)
from minors_desk.domain.stations import fold_station
from minors_desk.storage import rows
from minors_desk.storage.engine import Progress
from minors_desk.storage.tables import entries

_QUOTES = b'"seen"'
_QUOTING = (
    SignedIn,
    PaperIssued,
    PacketIssued,
    DowntimeReserved,
    BackupMade,
    Restored,
    RecordVerified,
)
_WALK = rows.WHOLE.order_by(entries.c.ordinal)
_BATCH = 500
MOST_KEPT = 200
_AUTHORITY = (KeyIntroduced, PersonAdded, RolesChanged)
"""What nobody but a supervisor may sign."""


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing that is wrong, in one sentence; ``ordinal`` when it is about an entry."""

    code: str
    sentence: str
    ordinal: int | None = None


@dataclass(slots=True)
class LogCheck:
    """The state of one walk over the log, entry by entry."""

    founder_key: bytes
    all_signatures: bool = False
    problems: list[Problem] = field(default_factory=list)
    entries: int = 0
    signatures: int = 0
    papers: int = 0
    log_hash: bytes = chain.START
    last_ordinal: int = 0
    station: Station = field(default_factory=Station)
    keys: dict[bytes, bytes] = field(default_factory=dict)
    """chain id → public key, as introduced"""
    heads: dict[bytes, tuple[int, bytes]] = field(default_factory=dict)
    """chain id → chain_seq and hash of its last entry"""
    signed: dict[bytes, tuple[int, bytes, bytes, bytes]] = field(default_factory=dict)
    """what is to be verified: ordinal, hash, signature, chain; by chain for the last of each"""
    quoted: list[tuple[int, Seen]] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.keys[chain.chain_id(self.founder_key)] = self.founder_key

    def walk(self, connection: sa.Connection, progress: Progress | None = None) -> None:
        """Check every entry, then what later entries quote; ``progress`` gets entries."""
        last = connection.execute(sa.select(sa.func.max(entries.c.ordinal))).scalar() or 0
        read = connection.execution_options(yield_per=_BATCH).execute(_WALK)
        for row in read:
            self._entry(row)
            if progress is not None and self.entries % _BATCH == 0:
                progress(self.entries, max(last, self.entries))
        if not self.all_signatures:
            for told in self.signed.values():
                self._signature(*told)
        self._quotes(connection)

    def hash_at(self, connection: sa.Connection, ordinal: int) -> bytes | None:
        """The stored log hash at an ordinal; zeros before the first entry, None for no entry."""
        if ordinal == 0:
            return chain.START
        wanted = sa.select(entries.c.log_hash).where(entries.c.ordinal == ordinal)
        found: bytes | None = connection.execute(wanted).scalar()
        return found

    def _entry(self, row: Any) -> None:
        self.entries += 1
        if row.ordinal != self.last_ordinal + 1:
            self._say("order", self.last_ordinal + 1, "is missing from the log")
        self._payload(row)
        self._place(row)
        self._log(row)
        self._meaning(row)
        self.signed[row.chain] = (row.ordinal, row.hash, row.sig, row.chain)
        if self.all_signatures:
            self._signature(row.ordinal, row.hash, row.sig, row.chain)

    def _payload(self, row: Any) -> None:
        if row.body is None or row.salt is None:
            self._say("payload", row.ordinal, "has lost its content")
        elif len(row.salt) != chain.SALT_BYTES or row.commitment != chain.commitment(
            row.salt, row.body
        ):
            self._say("commitment", row.ordinal, "does not hold the content that was sealed")

    def _place(self, row: Any) -> None:
        """The hash over the fields, and the place in the chain of its author."""
        try:
            whole = chain.entry_hash(rows.to_link(row)) == row.hash
        except (ValueError, OverflowError):
            whole = False
        if not whole:
            self._say("hash", row.ordinal, "was changed after it was sealed")
        seq, prev = self.heads.get(row.chain, (0, chain.START))
        if row.chain_seq != seq + 1 or row.prev != prev:
            self._say("chain", row.ordinal, "does not follow the entry its author wrote before it")
        self.heads[row.chain] = (row.chain_seq, row.hash)

    def _log(self, row: Any) -> None:
        """The local order; goes on from what is stored, so that one change is told once."""
        if chain.log_hash(self.log_hash, row.hash) != row.log_hash:
            self._say("log_hash", row.ordinal, "does not stand where it was written in the log")
        self.log_hash, self.last_ordinal = row.log_hash, row.ordinal

    def _meaning(self, row: Any) -> None:
        """What matters for proof: who may sign, what an entry quotes, which papers were issued."""
        if row.chain not in self.keys:
            self._say("key", row.ordinal, "was signed with a key that nobody introduced")
        if row.body is None or (row.case_id is not None and _QUOTES not in row.body):
            return
        body = codec.decode(row.body)
        if isinstance(body, _QUOTING):
            self.quoted.append((row.ordinal, body.seen))
        if isinstance(body, (PaperIssued, PacketIssued)):
            self.papers += 1
            self.signed[row.id] = (row.ordinal, row.hash, row.sig, row.chain)
        if row.case_id is None:
            self._station(row, body)

    def _station(self, row: Any, body: object) -> None:
        if isinstance(body, _AUTHORITY) and not self._may_introduce(row, body):
            self._say(
                "authority", row.ordinal, "brings in a person, key or role, but no supervisor did"
            )
            return
        if isinstance(body, KeyIntroduced):
            public = bytes.fromhex(body.public_key)
            self.keys.setdefault(chain.chain_id(public), public)
        self.station = fold_station([rows.to_entry(_as_entry(row))], self.station)

    def _may_introduce(self, row: Any, body: KeyIntroduced | PersonAdded | RolesChanged) -> bool:
        """The first key signs itself in with its person; after that a supervisor must."""
        if isinstance(body, KeyIntroduced) and body.reason == "first":
            own = chain.chain_id(bytes.fromhex(body.public_key))
            return bool(own == row.chain and body.public_key == self.founder_key.hex())
        founding = chain.chain_id(self.founder_key) == row.chain and not self.station.keys
        author = self.station.author(row.chain)
        return founding or (author is not None and "supervisor" in author.roles)

    def _signature(self, ordinal: int, digest: bytes, sig: bytes, by: bytes) -> None:
        public = self.keys.get(by)
        if public is None:
            return  # told already: nobody introduced the key
        self.signatures += 1
        try:
            Ed25519PublicKey.from_public_bytes(public).verify(sig, digest)
        except (InvalidSignature, ValueError):
            self._say("signature", ordinal, "does not bear its author's signature")

    def _quotes(self, connection: sa.Connection) -> None:
        for ordinal, seen in self.quoted:
            stored = self.hash_at(connection, seen.ordinal)
            if seen.ordinal >= ordinal or stored is None or stored.hex() != seen.log_hash:
                self._say("anchor", ordinal, f"quotes another log than this, up to {seen.ordinal}")

    def _say(self, code: str, ordinal: int, what: str) -> None:
        problem = Problem(code, f"Entry {ordinal} {what}.", ordinal)
        if len(self.problems) < MOST_KEPT and problem not in self.problems:
            self.problems.append(problem)


def first_ones(problems: Iterable[Problem]) -> Iterator[Problem]:
    """In the order of entries, what is about no entry first."""
    yield from sorted(problems, key=lambda one: one.ordinal or 0)


def _as_entry(row: Any) -> tuple[Any, ...]:
    return tuple(getattr(row, column.name) for column in rows.ENTRY_COLUMNS)
