"""The tries of each line to call over all cases: derived from the log as the index is."""

from collections.abc import Iterable, Sequence
from typing import Any, cast

import sqlalchemy as sa

from minors_desk.domain.alter import Amended, Withdrawn
from minors_desk.domain.case import Case
from minors_desk.domain.contacts import ContactTried, Outcome
from minors_desk.domain.entries import Entry
from minors_desk.domain.line_history import LineTry, tries_of
from minors_desk.domain.when import from_micros, to_micros
from minors_desk.storage.compiled import Compiled
from minors_desk.storage.tables import line_calls
from minors_desk.storage.versions import must_be_ours

_TELL = (ContactTried, Amended, Withdrawn)
_OF_LINE = Compiled(
    sa.select(line_calls.c.ordinal, line_calls.c.at, line_calls.c.outcome)
    .where(line_calls.c.line_id == sa.bindparam("line_id"))
    .order_by(line_calls.c.at.desc())
    .limit(sa.literal_column("200"))
)
"""Of a line its last tries: more than any count of them looks at."""


def put(connection: sa.Connection, case: Case, new: Sequence[Entry]) -> None:
    """Write the tries of a case anew where one of its new entries may have changed them."""
    if not any(isinstance(one.body, _TELL) for one in new):
        return
    connection.execute(sa.delete(line_calls).where(line_calls.c.case_id == case.id.bytes))
    rows = values(case)
    if rows:
        connection.execute(sa.insert(line_calls), rows)


def forget_all(connection: sa.Connection) -> None:
    """Empty the table, before the whole index is made again."""
    connection.execute(sa.delete(line_calls))


def values(case: Case) -> list[dict[str, Any]]:
    """The rows that a case comes to, as values of their columns."""
    return [
        {
            "ordinal": one.ordinal,
            "case_id": case.id.bytes,
            "line_id": one.line_id,
            "at": to_micros(one.at),
            "outcome": one.outcome,
        }
        for one in tries_of(case)
    ]


def stored(connection: sa.Connection) -> dict[int, dict[str, Any]]:
    """All rows as they are stored, by their ordinals."""
    read = connection.execute(sa.select(line_calls))
    return {row.ordinal: row._asdict() for row in read}


def tries(connection: sa.Connection, line_ids: Iterable[str]) -> dict[str, tuple[LineTry, ...]]:
    """The last tries of each of these lines, the newest first.

    Raises CannotOpen when the index is of an earlier program.
    """
    must_be_ours(connection)
    return {line_id: _tries(connection, line_id) for line_id in line_ids}


def _tries(connection: sa.Connection, line_id: str) -> tuple[LineTry, ...]:
    read = _OF_LINE.run(connection, {"line_id": line_id}).fetchall()
    return tuple(
        LineTry(
            ordinal=ordinal, line_id=line_id, at=from_micros(at), outcome=cast(Outcome, outcome)
        )
        for ordinal, at, outcome in read
    )
