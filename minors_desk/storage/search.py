"""Full text search over the cases: one row of words for each entry that counts, in FTS5.

The words are made alike by the domain, so the tokenizer only parts them at spaces. A row's id
holds the case and the entry, so that terms found in different entries meet in their case without a
join. A row for an entry, not for a case: with FTS5's secure-delete, without which an erased name
stays in its pages, rewriting a row costs far more than adding one.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import Any, Literal
from uuid import UUID

import sqlalchemy as sa

from minors_desk.domain.alter import Amended, Withdrawn
from minors_desk.domain.case import Case
from minors_desk.domain.entries import Entry
from minors_desk.domain.searching import words_of
from minors_desk.storage.compiled import Compiled
from minors_desk.storage.versions import must_be_ours

Where = Literal["name", "number", "text"]
Row = tuple[str, str, str]
"""Names, numbers and texts, as the columns hold them."""

_CASE_BITS = 31
_ENTRY = (1 << _CASE_BITS) - 1
_TABLE = """CREATE VIRTUAL TABLE case_words USING fts5(
    names, numbers, texts, tokenize='ascii', detail='column', prefix='2 3', columnsize=0
)"""
"""Without sizes of columns: they only serve to rank, and would be one page more for each save."""
_ERASING = "INSERT INTO case_words(case_words, rank) VALUES('secure-delete', 1)"
_MATCH = "case_words MATCH ?"
_AMONG = "rowid >> 31 IN (SELECT rowid >> 31 FROM case_words WHERE case_words MATCH ?)"
_words = sa.table(
    "case_words", *(sa.column(name) for name in ("rowid", "names", "numbers", "texts"))
)
_INSERT = Compiled(sa.insert(_words), "rowid", "names", "numbers", "texts")
_OF_CASE = sa.select(_words).where(
    _words.c.rowid.between(sa.bindparam("first"), sa.bindparam("last"))
)
_DELETE = sa.delete(_words).where(_words.c.rowid == sa.bindparam("row"))
_CARD = """SELECT c.case_id, c.card, e.id, p.body FROM entries e
JOIN case_index c ON c.case_id = e.case_id
JOIN payloads p ON p.entry_id = e.id WHERE e.ordinal = ?"""


@dataclass(frozen=True, slots=True)
class Found:
    """A case that holds all terms: its card, the entry that told it, in what kind of words.

    ``body`` is what that entry said when it was written, as stored.
    """

    case_id: UUID
    card: bytes
    entry_id: UUID
    where: Where
    body: bytes


def create(connection: sa.Connection) -> None:
    """Make the table, inside the caller's transaction."""
    connection.exec_driver_sql(_TABLE)
    connection.exec_driver_sql(_ERASING)


def put(
    connection: sa.Connection, case: Case, of_case: Sequence[Entry], new: Sequence[Entry]
) -> None:
    """Write the words of a case's new entries; all anew when a correction may change others'."""
    if any(isinstance(one.body, (Amended, Withdrawn)) for one in new):
        _replace(connection, _span(of_case), rows_of(case, of_case))
        return
    for rowid, row in rows_of(case, of_case, only={one.ordinal for one in new}).items():
        _insert(connection, rowid, row)


def forget_all(connection: sa.Connection) -> None:
    """Empty the table, before the whole index is made again."""
    connection.execute(sa.delete(_words))


def rows_of(case: Case, of_case: Sequence[Entry], only: set[int] | None = None) -> dict[int, Row]:
    """The rows that a case comes to by row id, of all entries or of those of these ordinals."""
    first = _span(of_case)[0]
    rows = {}
    for line in case.log:
        if line.counts is None or (only is not None and line.entry.ordinal not in only):
            continue
        told = words_of(line.counts)
        row = tuple(" ".join(sorted(part)) for part in (told.names, told.numbers, told.texts))
        if any(row):
            rows[first | line.entry.ordinal] = (row[0], row[1], row[2])
    return rows


def stored_rows(connection: sa.Connection, of_case: Sequence[Entry]) -> dict[int, Row]:
    """The rows of a case as they are stored."""
    return _stored(connection, _span(of_case))


def strays(connection: sa.Connection, known: int) -> bool:
    """Whether there are rows of no entry: more than the ``known`` ones of all cases."""
    count = connection.execute(sa.select(sa.func.count()).select_from(_words)).scalar_one()
    return bool(count != known)


def find(connection: sa.Connection, terms: Sequence[str], limit: int) -> tuple[Found, ...]:
    """Cases in which each term begins a word: by name first, then by number, then by any text.

    Within each, the newest case first. Raises CannotOpen when the index is of an earlier program.
    Works on the driver's own connection: for a rare name, SQLAlchemy costs more than the search.
    """
    must_be_ours(connection)
    driver: Any = connection.connection.driver_connection
    found: dict[int, tuple[int, Where]] = {}
    for where, column in _columns(terms):
        places = _places(driver, terms, column)
        fresh = ((case, entry) for case, entry in places if case not in found)
        for case, entry in islice(_first_of_each(fresh), limit - len(found)):
            found[case] = (entry, where)
    return tuple(_told(driver, found))


def statement(terms: Sequence[str], column: str) -> tuple[str, tuple[str, ...]]:
    """The search as SQL and its parameters: row ids, the newest case first.

    The shortest term, likely the commonest, is walked in that order, so that it can be left as
    soon as there is enough; the others only tell whether the case is among theirs.
    """
    parts = sorted(terms, key=len)
    wanted = " AND ".join((_MATCH, *(_AMONG for _ in parts[1:])))
    scope = f"{column} : " if column else ""
    return (
        f"SELECT rowid FROM case_words WHERE {wanted} ORDER BY rowid DESC",  # noqa: S608
        tuple(f'{scope}"{term}"*' for term in parts),
    )


def _columns(terms: Sequence[str]) -> Iterator[tuple[Where, str]]:
    yield "name", "names"
    if any(sign.isdigit() for term in terms for sign in term):
        yield "number", "numbers"
    yield "text", ""


def _places(driver: Any, terms: Sequence[str], column: str) -> Iterator[tuple[int, int]]:
    """(first ordinal of the case, ordinal of the entry), the newest case first."""
    sql, parameters = statement(terms, column)
    cursor = driver.execute(sql, parameters)
    try:
        for (rowid,) in cursor:
            yield rowid >> _CASE_BITS, rowid & _ENTRY
    finally:
        cursor.close()


def _first_of_each(places: Iterator[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    before = None
    for case, entry in places:
        if case != before:
            yield case, entry
        before = case


def _told(driver: Any, found: Mapping[int, tuple[int, Where]]) -> Iterator[Found]:
    for entry, where in found.values():
        for case_id, card, entry_id, body in driver.execute(_CARD, (entry,)).fetchall():
            yield Found(UUID(bytes=case_id), card, UUID(bytes=entry_id), where, body)


def _span(of_case: Sequence[Entry]) -> tuple[int, int]:
    """The first and last row id that entries of this case may have."""
    first = min(one.ordinal for one in of_case) << _CASE_BITS
    return first, first | _ENTRY


def _stored(connection: sa.Connection, span: tuple[int, int]) -> dict[int, Row]:
    read = connection.execute(_OF_CASE, {"first": span[0], "last": span[1]})
    return {row.rowid: (row.names, row.numbers, row.texts) for row in read}


def _replace(connection: sa.Connection, span: tuple[int, int], wanted: Mapping[int, Row]) -> None:
    """Only what differs is written: erasing a row is what costs."""
    stored = _stored(connection, span)
    for rowid, row in stored.items():
        if wanted.get(rowid) != row:
            connection.execute(_DELETE, {"row": rowid})
    for rowid, row in wanted.items():
        if stored.get(rowid) != row:
            _insert(connection, rowid, row)


def _insert(connection: sa.Connection, rowid: int, row: Row) -> None:
    told: dict[str, Any] = dict(zip(("names", "numbers", "texts"), row, strict=True))
    _INSERT.run(connection, {"rowid": rowid} | told)
