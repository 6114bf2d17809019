"""Reads the log: its head, entries by case, ordinal or id, and the cases folded from them."""

import threading
from collections import OrderedDict
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from typing import Any
from uuid import UUID

import sqlalchemy as sa

from minors_desk.domain import chain
from minors_desk.domain.case import Case, fold
from minors_desk.domain.entries import Entry
from minors_desk.domain.when import from_micros, to_micros
from minors_desk.errors import NotFound
from minors_desk.storage import rows
from minors_desk.storage.compiled import ONE_ROW, Compiled
from minors_desk.storage.engine import in_sentences
from minors_desk.storage.head_mark import Mark
from minors_desk.storage.rows import Proof
from minors_desk.storage.tables import entries

CACHED_CASES = 64


_LAST = Compiled(
    sa.select(entries.c.ordinal, entries.c.log_hash)
    .order_by(entries.c.ordinal.desc())
    .limit(ONE_ROW)
)
_LATEST = Compiled(sa.select(sa.func.max(entries.c.recorded_at)))


class Log:
    """The log of an open record, to be read by any thread; decoded cases stay in a small cache."""

    def __init__(self, engine: sa.Engine) -> None:
        self._reads = engine
        self._lock = threading.RLock()
        self._cases: OrderedDict[UUID, tuple[Entry, ...]] = OrderedDict()
        self._cached_at = -1

    def log_head(self) -> Mark:
        """The last ordinal and the log hash at it; ordinal 0 and zeros for an empty log."""
        with self.reading() as connection:
            return head_of(connection)

    def last_recorded_at(self) -> datetime | None:
        """The latest recorded_at in the log, for now = max(clock, last recorded_at)."""
        with self.reading() as connection:
            latest = _LATEST.one(connection)[0]
        return None if latest is None else from_micros(latest)

    def entries_of(self, case_id: UUID) -> tuple[Entry, ...]:
        """The entries of one case in local order; empty for a case that is not here."""
        with self._lock, self.reading() as connection:
            return self._of_case(connection, case_id, head_of(connection).ordinal)

    def case(self, case_id: UUID) -> Case:
        """The case folded from its entries; NotFound when there is none."""
        found = self.entries_of(case_id)
        if not found:
            raise NotFound("There is no such case in this record", "Check the number.")
        return fold(case_id, found)

    def station_entries(self, after: int = 0) -> tuple[Entry, ...]:
        """The entries of no case, after an ordinal, in local order."""
        with self.reading() as connection:
            return rows.to_entries(connection.execute(rows.OF_STATION, {"after": after}))

    def what_made_station(self, after: int = 0) -> tuple[Entry, ...]:
        """As ``station_entries``, but not who read which case: by far the most, telling no one
        who the station is."""
        with self.reading() as connection:
            return rows.to_entries(connection.execute(rows.WHAT_MADE_STATION, {"after": after}))

    def station_entries_since(self, moment: datetime) -> tuple[Entry, ...]:
        """The entries of no case that were recorded at that instant (UTC) or later."""
        with self.reading() as connection:
            since = connection.execute(rows.OF_STATION_SINCE, {"since": to_micros(moment)})
            return rows.to_entries(since)

    def entry(self, ordinal: int) -> Entry:
        """The entry of an ordinal; NotFound when there is none."""
        return self._one(rows.BY_ORDINAL, {"ordinal": ordinal})

    def entry_by_id(self, entry_id: UUID) -> Entry:
        """The entry of an id; NotFound when there is none."""
        return self._one(rows.BY_ID, {"id": entry_id.bytes})

    def proof(self, entry_id: UUID) -> Proof:
        """Hash, signature and place of an entry; NotFound when there is none."""
        with self.reading() as connection:
            row = connection.execute(
                sa.select(entries).where(entries.c.id == entry_id.bytes)
            ).first()
        if row is None:
            raise _no_entry()
        return Proof(
            id=entry_id,
            ordinal=row.ordinal,
            chain=row.chain,
            hash=row.hash,
            sig=row.sig,
            log_hash=row.log_hash,
        )

    @contextmanager
    def reading(self) -> Iterator[sa.Connection]:
        """A connection that sees one state of the record; failures become sentences."""
        with in_sentences(), self._reads.connect() as connection:
            yield connection

    def _of_case(self, connection: sa.Connection, case_id: UUID, upto: int) -> tuple[Entry, ...]:
        """The entries up to an ordinal, from the cache as far as it is whole."""
        if upto != self._cached_at:
            self._cases.clear()
            self._cached_at = upto
        known = self._cases.get(case_id)
        if known is None:
            read = connection.execute(rows.OF_CASE, {"case_id": case_id.bytes, "after": 0})
            known = tuple(e for e in rows.to_entries(read) if e.ordinal <= upto)
            self._remember(case_id, known)
        return known

    def _remember(self, case_id: UUID, of_case: tuple[Entry, ...]) -> None:
        self._cases[case_id] = of_case
        self._cases.move_to_end(case_id)
        if len(self._cases) > CACHED_CASES:
            self._cases.popitem(last=False)

    def _one(self, statement: sa.Select[Any], which: dict[str, Any]) -> Entry:
        with self.reading() as connection:
            row = connection.execute(statement, which).first()
        if row is None:
            raise _no_entry()
        return rows.to_entry(row)


def head_of(connection: sa.Connection) -> Mark:
    """The last entry, as that connection sees the log."""
    row = _LAST.one(connection)
    if row is None:
        return Mark(0, chain.START)
    return Mark(row[0], row[1])


def _no_entry() -> NotFound:
    return NotFound("There is no such entry in this record", "Check the number or the code.")
