"""From version 3 to 4: cards are packed, and the words of a case are kept without their count."""

import sqlalchemy as sa

_STATEMENTS = (
    "DROP TABLE case_words",
    """CREATE VIRTUAL TABLE case_words USING fts5(
        names, numbers, texts, tokenize='ascii', detail='column', prefix='2 3', columnsize=0
    )""",
    "INSERT INTO case_words(case_words, rank) VALUES('secure-delete', 1)",
    # No program derives this version: the index is made again at the next opening.
    "UPDATE case_index SET index_version = -1",
)


def upgrade(connection: sa.Connection) -> None:
    """Make the table of words anew; it is filled when the index is made again."""
    for statement in _STATEMENTS:
        connection.exec_driver_sql(statement)
