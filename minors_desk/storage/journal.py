"""The journal: appends entries in one transaction each, sealed and signed, and reads them back.

All that is ever added to a record goes through ``append``. The head mark is written after the
commit and before the save is acknowledged, so it may lag by the save in flight, never lead.
"""

import os
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

import sqlalchemy as sa
from sqlalchemy.exc import SQLAlchemyError
from sqlcipher3 import dbapi2

from minors_desk.domain import chain, codec
from minors_desk.domain.case import Case, fold
from minors_desk.domain.encounter import Encountered, case_number, numbered
from minors_desk.domain.entries import Entry, NewEntry
from minors_desk.domain.when import as_utc, to_micros
from minors_desk.errors import CannotOpen, DeskError, RecordDamaged
from minors_desk.storage import drafts, index, rows
from minors_desk.storage.compiled import ONE_ROW, Compiled
from minors_desk.storage.drafts import DraftKey
from minors_desk.storage.engine import in_sentences, pragma
from minors_desk.storage.head_mark import Mark, MarkFile
from minors_desk.storage.index import Summariser
from minors_desk.storage.log import Log, head_of
from minors_desk.storage.signing import Chance, ClockWatch, NumberBy, Signer
from minors_desk.storage.tables import counters, entries, payloads

SAVES_A_CHECKPOINT = 1000
"""So many saves without a pause, and the write-ahead log is folded into the database anyway."""

Check = Callable[[Mapping[UUID, Case], Sequence[NewEntry]], None]
"""Gets the touched cases as they would be, and the new entries; raises to have nothing saved."""


@dataclass(slots=True)
class _Save:
    """One append under way: what goes in, and what it turns into."""

    at: datetime
    times: tuple[datetime, ...]
    flag: int
    signer: Signer
    head: Mark
    items: tuple[NewEntry, ...]
    entries: tuple[Entry, ...] = ()
    folded: tuple[tuple[Case, tuple[Entry, ...]], ...] = ()


_CHAIN = Compiled(
    sa.select(entries.c.chain_seq, entries.c.hash)
    .where(entries.c.chain == sa.bindparam("chain"))
    .order_by(entries.c.chain_seq.desc())
    .limit(ONE_ROW)
)
_NAMES = tuple(column.name for column in rows.ENTRY_COLUMNS[:-1])
_INSERT_ENTRY = Compiled(sa.insert(entries), *entries.c.keys())
_INSERT_PAYLOAD = Compiled(sa.insert(payloads), *payloads.c.keys())


class Journal(Log):
    """The log of an open record. One thread appends at a time; others may read meanwhile."""

    def __init__(
        self,
        engine: sa.Engine,
        mark: MarkFile | None,
        *,
        signer: Signer,
        summariser: Summariser,
        missing_work: str | None = None,
    ) -> None:
        super().__init__(engine)
        self._writes = engine.execution_options(immediate=True)
        self._mark = mark
        self.signer = signer
        self.summariser = summariser
        self.missing_work = missing_work
        """One sentence when the sealed head and the log disagree: then nothing may be appended."""
        self.number_by: NumberBy | None = None
        """Set by services once the station is known; cases cannot be opened before."""
        self.clock = ClockWatch()
        self.chance: Chance = os.urandom
        """Where salts come from: chance, but for invented cases, which are the same each time."""
        self._saves = 0
        self._latest: datetime | None = None
        self._line: sa.Connection | None = None
        self._mark_owed: Mark | None = None

    def last_recorded_at(self) -> datetime | None:
        """As in the log; who writes remembers it, so that no save reads the whole log for it."""
        if self._mark is None or self._latest is None:
            self._latest = super().last_recorded_at()
        return self._latest

    def append(
        self,
        items: Sequence[NewEntry],
        *,
        at: datetime,
        check: Check | None = None,
        draft: DraftKey | None = None,
        times: Sequence[datetime] | None = None,
    ) -> tuple[Entry, ...]:
        """Add entries, all or none, and return them as read back; ``at`` is the clock's word (UTC).

        ``check`` runs on the folded cases with the new entries in them, inside the transaction;
        what it raises is passed on and nothing is saved. ``draft`` names the draft that these
        entries came from. ``times`` gives each entry its own ``recorded_at``: only for invented
        cases, which were never recorded. Raises RecordDamaged when work is missing, DeskError when
        the disk is full. When this returns, the entries survive a power cut.
        """
        self._may_write()
        if not items:
            return ()
        with self._lock, in_sentences():
            self._settle_mark()
            with self._transaction() as connection:
                save = self._begin(connection, items, as_utc(at), times)
                self._insert(connection, save)
                self._fold(connection, save)
                if check is not None:
                    check({case.id: case for case, _ in save.folded}, save.items)
                index.put(connection, save.folded, save.entries, self.summariser)
                if draft is not None:
                    drafts.forget(connection, draft)
            self._saved(save)
        return save.entries

    @contextmanager
    def changing(self) -> Iterator[sa.Connection]:
        """A transaction on what is not the log: drafts and the rebuilt index."""
        self._may_write()
        with self._lock, in_sentences(), self._transaction() as connection:
            yield connection

    @contextmanager
    def still(self) -> Iterator[None]:
        """Nobody appends meanwhile: for a look at the files themselves."""
        with self._lock:
            yield

    def close(self) -> None:
        """Let go of the writing connection; the journal is not used after this."""
        if self._line is not None:
            self._line.close()
            self._line = None

    @contextmanager
    def _transaction(self) -> Iterator[sa.Connection]:
        """One transaction on the connection kept for writing.

        A damaged page spoils a connection for good, so after any failure of the database the next
        save gets a new one; a refusal only rolls back.
        """
        if self._line is None:
            self._line = self._writes.connect()
        try:
            with self._line.begin():
                yield self._line
        except (SQLAlchemyError, dbapi2.Error):
            self._line.invalidate()
            self.close()
            raise

    def _may_write(self) -> None:
        if self.missing_work is not None:
            raise RecordDamaged(self.missing_work, "Nothing can be added; restore from a backup.")
        if self._mark is None:
            raise CannotOpen("The record is open for reading only", "Open it again to write.")

    def _begin(
        self,
        connection: sa.Connection,
        items: Sequence[NewEntry],
        at: datetime,
        times: Sequence[datetime] | None,
    ) -> _Save:
        head = head_of(connection)
        if head.ordinal != self._cached_at:
            self._cases.clear()
            self._cached_at = head.ordinal
        each = (at,) * len(items) if times is None else tuple(map(as_utc, times))
        pairs = zip(items, each, strict=True)
        numbered_items = tuple(self._numbered(connection, item, when) for item, when in pairs)
        flag = self.clock.flag(at, self.last_recorded_at())
        return _Save(at, each, flag, self.signer, head, numbered_items)

    def _numbered(self, connection: sa.Connection, item: NewEntry, at: datetime) -> NewEntry:
        """Give a new case its number; whatever the body said, only the counter gives numbers."""
        if not isinstance(item.body, Encountered):
            return item
        if self.number_by is None:
            raise CannotOpen("The station of this record is not known", "Run `minors-desk verify`.")
        year = self.number_by.year(at)
        found = connection.execute(sa.select(counters.c.serial).where(counters.c.year == year))
        last = found.scalar()
        serial = (last or 0) + 1
        if last is None:
            connection.execute(sa.insert(counters), [{"year": year, "serial": serial}])
        else:
            connection.execute(
                sa.update(counters).where(counters.c.year == year).values(serial=serial)
            )
        number = case_number(self.number_by.code, year, serial)
        return NewEntry(id=item.id, case_id=item.case_id, body=numbered(item.body, number))

    def _insert(self, connection: sa.Connection, save: _Save) -> None:
        """Chain, seal, sign and insert; what is folded later was decoded from what is stored."""
        signer, told = save.signer, save.head
        last = _CHAIN.one(connection, {"chain": signer.chain})
        seq, prev = (0, chain.START) if last is None else (last[0], last[1])
        new_rows: list[dict[str, Any]] = []
        new_payloads: list[dict[str, Any]] = []
        ordinal, log_hash = told.ordinal, told.log_hash
        for item, recorded_at in zip(save.items, save.times, strict=True):
            ordinal, seq = ordinal + 1, seq + 1
            salt, body = self.chance(chain.SALT_BYTES), codec.encode(item.body)
            link = chain.Link(
                id=item.id,
                case_id=item.case_id,
                chain=signer.chain,
                chain_seq=seq,
                recorded_at=recorded_at,
                clock_flag=save.flag,
                commitment=chain.commitment(salt, body),
                prev=prev,
            )
            prev = chain.entry_hash(link)
            log_hash = chain.log_hash(log_hash, prev)
            seal = {"hash": prev, "sig": signer.sign(prev), "log_hash": log_hash}
            new_rows.append({"ordinal": ordinal} | _values(link) | seal)
            new_payloads.append({"entry_id": item.id.bytes, "salt": salt, "body": body})
        for row, payload in zip(new_rows, new_payloads, strict=True):
            _INSERT_ENTRY.run(connection, row)
            _INSERT_PAYLOAD.run(connection, payload)
        save.entries = tuple(
            rows.to_entry([*(row[name] for name in _NAMES), payload["body"]])
            for row, payload in zip(new_rows, new_payloads, strict=True)
        )
        save.head = Mark(ordinal, log_hash)

    def _fold(self, connection: sa.Connection, save: _Save) -> None:
        before = save.entries[0].ordinal - 1 if save.entries else 0
        folded = []
        for case_id, new in index.by_case(save.entries).items():
            of_case = self._of_case(connection, case_id, before) + tuple(new)
            folded.append((fold(case_id, of_case), of_case))
        save.folded = tuple(folded)

    def _saved(self, save: _Save) -> None:
        """After the commit: remember the cases, then seal the new head."""
        for case, of_case in save.folded:
            self._remember(case.id, of_case)
        self._cached_at = save.head.ordinal
        self._latest = max((*save.times, self._latest or save.times[0]))
        self._mark_owed = save.head
        with suppress(CannotOpen):  # the save stands; the next append says it, or mends it
            self._settle_mark()
        self._saves += 1
        if self._saves % SAVES_A_CHECKPOINT == 0:
            with suppress(DeskError):  # only tidying: what was saved is safe without it
                pragma(self._reads, "PRAGMA wal_checkpoint(PASSIVE)")

    def seal_head(self) -> None:
        """Seal the head as it is now, where the mark lags behind a save that was cut off."""
        head = self.log_head()
        if self._mark is not None and self._mark.mark != head:
            self._mark_owed = head
            self._settle_mark()

    def _settle_mark(self) -> None:
        if self._mark_owed is None or self._mark is None:
            return
        try:
            self._mark.write(self._mark_owed)
        except OSError:
            raise CannotOpen(
                "The sealed head (head.mark) could not be written",
                "Free some space and save again; what was saved before is safe.",
            ) from None
        self._mark_owed = None


def _values(link: chain.Link) -> dict[str, Any]:
    return {
        "id": link.id.bytes,
        "case_id": None if link.case_id is None else link.case_id.bytes,
        "chain": link.chain,
        "chain_seq": link.chain_seq,
        "recorded_at": to_micros(link.recorded_at),
        "clock_flag": link.clock_flag,
        "commitment": link.commitment,
        "prev": link.prev,
    }
