"""Rows of the log to entries and back: the only place that knows both shapes."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

import sqlalchemy as sa

from minors_desk.domain import codec
from minors_desk.domain.chain import Link
from minors_desk.domain.entries import Entry, Gone
from minors_desk.domain.station import CaseRead
from minors_desk.domain.when import from_micros
from minors_desk.storage.tables import entries, payloads

ENTRY_COLUMNS = (
    entries.c.id,
    entries.c.case_id,
    entries.c.ordinal,
    entries.c.chain,
    entries.c.recorded_at,
    entries.c.clock_flag,
    payloads.c.body,
)
_JOINED = entries.outerjoin(payloads, payloads.c.entry_id == entries.c.id)
_READ = sa.select(*ENTRY_COLUMNS).select_from(_JOINED)
OF_CASE = _READ.where(
    entries.c.case_id == sa.bindparam("case_id"), entries.c.ordinal > sa.bindparam("after")
).order_by(entries.c.ordinal)
OF_STATION = _READ.where(
    entries.c.case_id.is_(None), entries.c.ordinal > sa.bindparam("after")
).order_by(entries.c.ordinal)
_READING = f'"kind":"{CaseRead.__struct_config__.tag}"'.encode()
"""As it stands in a canonical body, and in no text: there a quotation mark has a backslash."""
WHAT_MADE_STATION = OF_STATION.where(
    sa.func.coalesce(sa.func.instr(payloads.c.body, _READING), 0) == 0
)
OF_STATION_SINCE = _READ.where(
    entries.c.case_id.is_(None), entries.c.recorded_at >= sa.bindparam("since")
).order_by(entries.c.ordinal)
BY_ORDINAL = _READ.where(entries.c.ordinal == sa.bindparam("ordinal"))
BY_ID = _READ.where(entries.c.id == sa.bindparam("id"))
WHOLE = sa.select(*entries.c, payloads.c.salt, payloads.c.body).select_from(_JOINED)


@dataclass(frozen=True, slots=True, kw_only=True)
class Proof:
    """What binds one entry: what a paper prints as its seal, and what a verifier checks."""

    id: UUID
    ordinal: int
    chain: bytes
    hash: bytes
    sig: bytes
    log_hash: bytes


def to_entry(row: Sequence[Any]) -> Entry:
    """An entry from ``ENTRY_COLUMNS``; a payload that is gone is said, not raised."""
    entry_id, case_id, ordinal, chain, recorded_at, clock_flag, body = row
    return Entry(
        id=UUID(bytes=entry_id),
        case_id=None if case_id is None else UUID(bytes=case_id),
        ordinal=ordinal,
        chain=chain,
        recorded_at=from_micros(recorded_at),
        clock_flag=clock_flag,
        body=Gone() if body is None else codec.decode(body),
    )


def to_entries(rows: Iterable[Sequence[Any]]) -> tuple[Entry, ...]:
    """Many of them, in the order given."""
    return tuple(to_entry(row) for row in rows)


def to_link(row: Any) -> Link:
    """What the hash of a stored row has to cover."""
    return Link(
        id=UUID(bytes=row.id),
        case_id=None if row.case_id is None else UUID(bytes=row.case_id),
        chain=row.chain,
        chain_seq=row.chain_seq,
        recorded_at=from_micros(row.recorded_at),
        clock_flag=row.clock_flag,
        commitment=row.commitment,
        prev=row.prev,
    )
