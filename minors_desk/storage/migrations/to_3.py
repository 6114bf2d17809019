"""From version 2 to 3: the case index knows what stands on the board and what waits for review."""

import sqlalchemy as sa

_STATEMENTS = (
    "CREATE TABLE kept AS SELECT case_id, number, state, card FROM case_index",
    "DROP TABLE case_index",
    """CREATE TABLE case_index (
        case_id BLOB NOT NULL,
        number TEXT NOT NULL,
        index_version INTEGER NOT NULL,
        last_ordinal INTEGER NOT NULL,
        state TEXT NOT NULL,
        started_at INTEGER,
        ended_at INTEGER,
        sort_key INTEGER NOT NULL,
        card BLOB NOT NULL,
        on_board INTEGER NOT NULL,
        waits INTEGER NOT NULL,
        CONSTRAINT pk_case_index PRIMARY KEY (case_id),
        CONSTRAINT uq_case_index_number UNIQUE (number)
    ) WITHOUT ROWID, STRICT""",
    "CREATE INDEX ix_case_index_on_board_ended_at ON case_index (on_board, ended_at)",
    "CREATE INDEX ix_case_index_waits ON case_index (waits)",
    # No program derives version -1: the index is made again at the next opening.
    """INSERT INTO case_index
        SELECT case_id, number, -1, 0, state, NULL, NULL, 0, card, 0, 0 FROM kept""",
    "DROP TABLE kept",
)


def upgrade(connection: sa.Connection) -> None:
    """Make the table anew; its rows stand for cases until the index is made again."""
    for statement in _STATEMENTS:
        connection.exec_driver_sql(statement)
