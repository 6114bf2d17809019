"""From version 4 to 5: what each line to call did before, over all cases."""

import sqlalchemy as sa

_STATEMENTS = (
    """CREATE TABLE line_calls (
        ordinal INTEGER NOT NULL,
        case_id BLOB NOT NULL,
        line_id TEXT NOT NULL,
        at INTEGER NOT NULL,
        outcome TEXT NOT NULL,
        CONSTRAINT pk_line_calls PRIMARY KEY (ordinal)
    ) STRICT""",
    "CREATE INDEX ix_line_calls_case_id ON line_calls (case_id)",
    "CREATE INDEX ix_line_calls_line_id_at ON line_calls (line_id, at)",
    # No program derives this version: the index is made again at the next opening.
    "UPDATE case_index SET index_version = -1",
)


def upgrade(connection: sa.Connection) -> None:
    """Make the table; it is filled when the index is made again."""
    for statement in _STATEMENTS:
        connection.exec_driver_sql(statement)
