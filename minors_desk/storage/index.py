"""The case index: what lists and boards read, written with each save from the folded case."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

import sqlalchemy as sa
from sqlalchemy.dialects.sqlite import insert

from minors_desk.domain import board
from minors_desk.domain.case import Case, fold
from minors_desk.domain.entries import Entry
from minors_desk.domain.printed import PaperIssued
from minors_desk.domain.when import from_micros, to_micros
from minors_desk.storage import attachments, line_calls, rows, search, tables
from minors_desk.storage.compiled import Compiled
from minors_desk.storage.engine import Progress
from minors_desk.storage.tables import case_index, entries, papers
from minors_desk.storage.versions import must_be_ours


@dataclass(frozen=True, slots=True, kw_only=True)
class Summary:
    """What the index keeps of a case; ``card`` is bytes that only the summariser understands.

    Instants in UTC; ``sort_key`` orders a list, smallest first. ``on_board``: shown on the board
    for as long as it stands so; ``waits``: for a supervisor.
    """

    state: str
    started_at: datetime | None = None
    ended_at: datetime | None = None
    sort_key: int = 0
    card: bytes = b""
    on_board: bool = False
    waits: bool = False


@dataclass(frozen=True, slots=True)
class Summariser:
    """Derives a summary; with another ``version`` the rows of the one before are made again."""

    version: int
    summary: Callable[[Case], Summary]


@dataclass(frozen=True, slots=True, kw_only=True)
class IndexRow:
    """One case as the index has it; instants in UTC."""

    case_id: UUID
    number: str
    last_ordinal: int
    state: str
    started_at: datetime | None
    ended_at: datetime | None
    sort_key: int
    card: bytes


@dataclass(frozen=True, slots=True, kw_only=True)
class PaperRow:
    """Where an issued paper stands in the log."""

    ordinal: int
    entry_id: UUID
    case_id: UUID
    paper: str
    number: str


NO_ORDINAL = 2**62
"""Greater than that of any entry."""
WITHOUT_PACKS = Summariser(0, lambda case: Summary(state=board.state_of(case)))
"""Until services set theirs, which knows the station's packs and zone."""
_VALUES = insert(case_index)
_NAMES = tuple(c.name for c in case_index.c)
_PUT = Compiled(
    _VALUES.on_conflict_do_update(
        index_elements=[case_index.c.case_id],
        set_={name: _VALUES.excluded[name] for name in _NAMES if name != "case_id"},
    ),
    *_NAMES,
)
_INDEXED = ("case_id", "number", "on_board", "ended_at", "waits")
_TOUCH = Compiled(
    sa.update(case_index)
    .where(*(case_index.c[name].is_(sa.bindparam(f"is_{name}")) for name in _INDEXED))
    .values({name: sa.bindparam(name) for name in _NAMES if name not in _INDEXED})
)
"""The common save: nothing changes that is indexed, so one page is written and not three."""
_ORDER = (case_index.c.sort_key, case_index.c.number)
_LIST = sa.select(case_index).order_by(*_ORDER)
_CARDS = sa.select(case_index.c.card).order_by(*_ORDER)
_SINCE = case_index.c.ended_at >= sa.bindparam("since")
_ON_BOARD = Compiled(
    _CARDS.where(
        sa.or_(case_index.c.on_board == 1, sa.and_(case_index.c.on_board == 0, _SINCE)),
    )
)
_LATELY = Compiled(_CARDS.where(sa.or_(case_index.c.ended_at.is_(None), _SINCE)))
_WAITING = Compiled(_CARDS.where(case_index.c.waits == 1))
_COUNT_WAITING = Compiled(sa.select(sa.func.count()).where(case_index.c.waits == 1))


def case_values(case: Case, last_ordinal: int, by: Summariser) -> dict[str, Any]:
    """The index row of a case, as values of its columns."""
    told = by.summary(case)
    return {
        "case_id": case.id.bytes,
        "number": case.number or case.id.hex,
        "index_version": by.version,
        "last_ordinal": last_ordinal,
        "state": told.state,
        "started_at": None if told.started_at is None else to_micros(told.started_at),
        "ended_at": None if told.ended_at is None else to_micros(told.ended_at),
        "sort_key": told.sort_key,
        "card": told.card,
        "on_board": int(told.on_board),
        "waits": int(told.waits),
    }


def put(
    connection: sa.Connection,
    folded: Sequence[tuple[Case, Sequence[Entry]]],
    new: Sequence[Entry],
    by: Summariser,
) -> None:
    """Write the rows of freshly folded cases with all their entries, and of newly issued papers."""
    added = by_case(new)
    for case, of_case in folded:
        values = case_values(case, of_case[-1].ordinal, by)
        told = values | {f"is_{name}": values[name] for name in _INDEXED}
        if _TOUCH.run(connection, told).rowcount != 1:
            _PUT.run(connection, values)
        search.put(connection, case, of_case, added.get(case.id, ()))
        line_calls.put(connection, case, added.get(case.id, ()))
    for entry in new:
        issued = paper_values(entry)
        if issued is not None:
            connection.execute(sa.insert(papers), [issued])
        named = file_values(entry)
        if named is not None:
            connection.execute(sa.insert(tables.attachments), [named])


def by_case(new: Sequence[Entry]) -> dict[UUID, list[Entry]]:
    """The entries of each case, in their order; those of no case are left out."""
    grouped: dict[UUID, list[Entry]] = {}
    for entry in new:
        if entry.case_id is not None:
            grouped.setdefault(entry.case_id, []).append(entry)
    return grouped


def paper_values(entry: Entry) -> dict[str, Any] | None:
    """The row of an issued paper, or None for any other entry."""
    if not isinstance(entry.body, PaperIssued) or entry.case_id is None:
        return None
    return {
        "ordinal": entry.ordinal,
        "entry_id": entry.id.bytes,
        "case_id": entry.case_id.bytes,
        "paper": entry.body.paper,
        "number": entry.body.number,
    }


def file_values(entry: Entry) -> dict[str, Any] | None:
    """The row of an entry that names an attached file, or None for any other."""
    named = attachments.file_named(entry.body)
    return None if named is None else {"file_id": named.file_id.bytes, "ordinal": entry.ordinal}


def listed(connection: sa.Connection, state: str | None = None) -> tuple[IndexRow, ...]:
    """All cases in the order of their sort keys, or those in one state.

    This and what follows raises CannotOpen when the index is of an earlier program.
    """
    return _rows(connection, _LIST if state is None else _LIST.where(case_index.c.state == state))


def cards(connection: sa.Connection, case_ids: Sequence[UUID]) -> dict[UUID, bytes]:
    """The stored cards of these cases, of those that are here."""
    wanted = sa.select(case_index.c.case_id, case_index.c.card).where(
        case_index.c.case_id.in_([one.bytes for one in case_ids])
    )
    return {UUID(bytes=row.case_id): row.card for row in connection.execute(wanted)}


def on_board(connection: sa.Connection, since: datetime) -> tuple[bytes, ...]:
    """The cards that the board shows, and those of custody that ended at that instant (UTC) or
    later.
    """
    return _cards(connection, _ON_BOARD, {"since": to_micros(since)})


def open_or_later(connection: sa.Connection, ordinal: int) -> tuple[UUID, ...]:
    """The cases that stand on the board, and those with an entry after that ordinal, by number."""
    must_be_ours(connection)
    wanted = (
        sa.select(case_index.c.case_id)
        .where(sa.or_(case_index.c.on_board == 1, case_index.c.last_ordinal > ordinal))
        .order_by(case_index.c.number)
    )
    return tuple(UUID(bytes=row.case_id) for row in connection.execute(wanted))


def waiting(connection: sa.Connection) -> tuple[bytes, ...]:
    """The cards of the cases that wait for a supervisor."""
    return _cards(connection, _WAITING)


def count_waiting(connection: sa.Connection) -> int:
    """How many cases wait for a supervisor."""
    return int(_COUNT_WAITING.one(connection)[0])


def lately(connection: sa.Connection, since: datetime) -> tuple[bytes, ...]:
    """The cards of cases whose custody has not ended, or ended at that instant (UTC) or later."""
    return _cards(connection, _LATELY, {"since": to_micros(since)})


def looked_up(connection: sa.Connection, text: str, limit: int = 20) -> tuple[UUID, ...]:
    """Cases whose number is the text; else those whose number or id starts with it."""
    ids = sa.select(case_index.c.case_id)
    found = connection.execute(ids.where(case_index.c.number == text.upper())).all()
    if not found:
        starts = sa.or_(
            case_index.c.number.startswith(text.upper(), autoescape=True),
            sa.func.lower(sa.func.hex(case_index.c.case_id)).startswith(
                text.lower().replace("-", ""), autoescape=True
            ),
        )
        found = connection.execute(
            ids.where(starts).order_by(case_index.c.number).limit(limit)
        ).all()
    return tuple(UUID(bytes=row[0]) for row in found)


def paper_at(connection: sa.Connection, ordinal: int) -> PaperRow | None:
    """The issued paper whose entry has that ordinal: what a seal code names."""
    row = connection.execute(sa.select(papers).where(papers.c.ordinal == ordinal)).first()
    if row is None:
        return None
    return PaperRow(
        ordinal=row.ordinal,
        entry_id=UUID(bytes=row.entry_id),
        case_id=UUID(bytes=row.case_id),
        paper=row.paper,
        number=row.number,
    )


def is_current(connection: sa.Connection, by: Summariser) -> bool:
    """Whether every row was derived by this version of the summariser."""
    stale = sa.select(sa.exists().where(case_index.c.index_version != by.version))
    return not connection.execute(stale).scalar_one()


def rebuild(connection: sa.Connection, by: Summariser, progress: Progress | None = None) -> int:
    """Make the whole index again from the log, inside the caller's transaction; how many cases."""
    connection.execute(sa.delete(case_index))
    connection.execute(sa.delete(papers))
    connection.execute(sa.delete(tables.attachments))
    search.forget_all(connection)
    line_calls.forget_all(connection)
    for done, (case, of_case, total) in enumerate(_folded(connection), 1):
        put(connection, [(case, of_case)], of_case, by)
        if progress is not None:
            progress(done, total)
    of_station = [{"file_id": one, "ordinal": at} for one, at in _files_of_station(connection)]
    if of_station:
        connection.execute(sa.insert(tables.attachments), of_station)
    return int(connection.execute(sa.select(sa.func.count()).select_from(case_index)).scalar_one())


def differing(
    connection: sa.Connection, by: Summariser, progress: Progress | None = None
) -> Iterator[tuple[int, str]]:
    """Where the stored index is not what the log says: (ordinal, case number or paper number).

    What is about no case or paper, such as words of an entry that is not there, is told as 0.
    ``progress`` gets cases.
    """
    stored = {row.case_id: row._asdict() for row in connection.execute(sa.select(case_index))}
    stored_papers = {row.ordinal: row._asdict() for row in connection.execute(sa.select(papers))}
    stored_files = {tuple(row) for row in connection.execute(sa.select(tables.attachments))}
    stored_tries = line_calls.stored(connection)
    words = 0
    for done, (case, of_case, total) in enumerate(_folded(connection), 1):
        if progress is not None:
            progress(done, total)
        last, found = of_case[-1].ordinal, search.rows_of(case, of_case)
        words += len(found)
        same = stored.pop(case.id.bytes, None) == case_values(case, last, by)
        tries = {row["ordinal"]: row for row in line_calls.values(case)}
        kept = {one: stored_tries.pop(one, None) for one in tries}
        if not same or kept != tries or search.stored_rows(connection, of_case) != found:
            yield last, case.number
        for entry in of_case:
            values = paper_values(entry)
            if values is not None and stored_papers.pop(entry.ordinal, None) != values:
                yield entry.ordinal, str(values["number"])
            named = file_values(entry)
            if named is not None:
                stored_files ^= {tuple(named.values())}
    for left in (*stored.values(), *stored_papers.values()):
        yield int(left.get("last_ordinal", left.get("ordinal", 0))), str(left["number"])
    for _file, ordinal in stored_files ^ _files_of_station(connection):
        yield ordinal, ""
    if stored_tries or search.strays(connection, words):
        yield 0, ""


def _files_of_station(connection: sa.Connection) -> set[tuple[bytes, int]]:
    """(id, ordinal) of the files that belong to no case: blank forms of agencies."""
    named = attachments.names_in(connection, of_station_only=True)
    return {(file_id.bytes, ordinal) for ordinal, file_id, _key, _digest in named}


def _folded(connection: sa.Connection) -> Iterator[tuple[Case, tuple[Entry, ...], int]]:
    of_cases = entries.c.case_id.is_not(None)
    ids = connection.execute(
        sa.select(entries.c.case_id, sa.func.min(entries.c.ordinal).label("first"))
        .where(of_cases)
        .group_by(entries.c.case_id)
        .order_by("first")
    ).all()
    for raw, _ in ids:
        read = connection.execute(rows.OF_CASE, {"case_id": raw, "after": 0})
        of_case = rows.to_entries(read)
        yield fold(UUID(bytes=raw), of_case), of_case, len(ids)


def _cards(
    connection: sa.Connection, wanted: Compiled, values: dict[str, int] | None = None
) -> tuple[bytes, ...]:
    """On the driver's own connection, as for a short list SQLAlchemy would take most of the time.

    The look at the version begins the transaction, so that what is read next is of one state.
    """
    must_be_ours(connection)
    return tuple(card for (card,) in wanted.run(connection, values).fetchall())


def _rows(connection: sa.Connection, wanted: sa.Select[Any]) -> tuple[IndexRow, ...]:
    must_be_ours(connection)
    return tuple(_row(row) for row in connection.execute(wanted))


def _row(row: Any) -> IndexRow:
    return IndexRow(
        case_id=UUID(bytes=row.case_id),
        number=row.number,
        last_ordinal=row.last_ordinal,
        state=row.state,
        started_at=None if row.started_at is None else from_micros(row.started_at),
        ended_at=None if row.ended_at is None else from_micros(row.ended_at),
        sort_key=row.sort_key,
        card=row.card,
    )
