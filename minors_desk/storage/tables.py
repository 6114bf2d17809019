"""The tables of a record: one log and its payloads, which only grow, and what is derived from them.

Ids and digests are blobs, instants microseconds since 1970 UTC. Whatever stands outside
``entries`` and ``payloads`` can be made again from them, but for drafts and counters. The words
that cases are found by stand in a table of their own kind (``search``).
"""

from collections.abc import Iterator

import sqlalchemy as sa
from sqlalchemy import BLOB, INTEGER, TEXT, Column

metadata = sa.MetaData(
    naming_convention={
        "pk": "pk_%(table_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "fk": "fk_%(table_name)s_%(column_0_name)s",
    }
)

entries = sa.Table(
    "entries",
    metadata,
    Column("ordinal", INTEGER, primary_key=True),
    Column("id", BLOB, nullable=False, unique=True),
    Column("case_id", BLOB),
    Column("chain", BLOB, nullable=False),
    Column("chain_seq", INTEGER, nullable=False),
    Column("recorded_at", INTEGER, nullable=False, index=True),
    Column("clock_flag", INTEGER, nullable=False),
    Column("commitment", BLOB, nullable=False),
    Column("prev", BLOB, nullable=False),
    Column("hash", BLOB, nullable=False, unique=True),
    Column("sig", BLOB, nullable=False),
    Column("log_hash", BLOB, nullable=False),
    sa.UniqueConstraint("chain", "chain_seq"),
    sa.Index(None, "case_id", "ordinal"),
    sqlite_autoincrement=True,
    sqlite_strict=True,
)

payloads = sa.Table(
    "payloads",
    metadata,
    Column("entry_id", BLOB, sa.ForeignKey("entries.id"), primary_key=True),
    Column("salt", BLOB, nullable=False),
    Column("body", BLOB, nullable=False),
    sqlite_strict=True,
    sqlite_with_rowid=False,
)

case_index = sa.Table(
    "case_index",
    metadata,
    Column("case_id", BLOB, primary_key=True),
    Column("number", TEXT, nullable=False, unique=True),
    Column("index_version", INTEGER, nullable=False),
    Column("last_ordinal", INTEGER, nullable=False),
    Column("state", TEXT, nullable=False),
    Column("started_at", INTEGER),
    Column("ended_at", INTEGER),
    Column("sort_key", INTEGER, nullable=False),
    Column("card", BLOB, nullable=False),
    Column("on_board", INTEGER, nullable=False),
    Column("waits", INTEGER, nullable=False),
    # In a record of years the board is some fifty cases of a hundred thousand.
    sa.Index(None, "on_board", "ended_at"),
    sa.Index(None, "waits"),
    sqlite_strict=True,
    sqlite_with_rowid=False,
)

papers = sa.Table(
    "papers",
    metadata,
    Column("ordinal", INTEGER, primary_key=True),
    Column("entry_id", BLOB, nullable=False, unique=True),
    Column("case_id", BLOB, nullable=False, index=True),
    Column("paper", TEXT, nullable=False),
    Column("number", TEXT, nullable=False, index=True),
    sqlite_strict=True,
)

attachments = sa.Table(
    "attachments",
    metadata,
    Column("file_id", BLOB, primary_key=True),
    Column("ordinal", INTEGER, primary_key=True),
    sqlite_strict=True,
    sqlite_with_rowid=False,
)

line_calls = sa.Table(
    "line_calls",
    metadata,
    Column("ordinal", INTEGER, primary_key=True),
    Column("case_id", BLOB, nullable=False, index=True),
    Column("line_id", TEXT, nullable=False),
    Column("at", INTEGER, nullable=False),
    Column("outcome", TEXT, nullable=False),
    sa.Index(None, "line_id", "at"),
    sqlite_strict=True,
)

counters = sa.Table(
    "counters",
    metadata,
    Column("year", INTEGER, primary_key=True),
    Column("serial", INTEGER, nullable=False),
    sqlite_strict=True,
)

drafts = sa.Table(
    "drafts",
    metadata,
    Column("person", BLOB, primary_key=True),
    Column("case_id", BLOB, primary_key=True),
    Column("form", TEXT, primary_key=True),
    Column("body", BLOB, nullable=False),
    Column("saved_at", INTEGER, nullable=False),
    sqlite_strict=True,
)

meta = sa.Table(
    "meta",
    metadata,
    Column("name", TEXT, primary_key=True),
    Column("value", BLOB, nullable=False),
    sqlite_strict=True,
)

_ONLY_GROW = ("entries", "payloads")


def guards() -> Iterator[tuple[str, str]]:
    """Name and text of the triggers that forbid to change or delete what is in the log."""
    for table in _ONLY_GROW:
        for verb in ("UPDATE", "DELETE"):
            name = f"no_{verb.lower()}_of_{table}"
            body = "BEGIN SELECT RAISE(ABORT, 'append-only'); END"
            yield name, f"CREATE TRIGGER {name} BEFORE {verb} ON {table} {body}"
