"""From version 1 to 2: the words that cases are found by, and which files the log names."""

import sqlalchemy as sa

_WORDS = """CREATE VIRTUAL TABLE case_words USING fts5(
    names, numbers, texts, tokenize='ascii', detail='column', prefix='2 3'
)"""
_STATEMENTS = (
    _WORDS,
    "INSERT INTO case_words(case_words, rank) VALUES('secure-delete', 1)",
    """CREATE TABLE attachments (
        file_id BLOB NOT NULL,
        ordinal INTEGER NOT NULL,
        CONSTRAINT pk_attachments PRIMARY KEY (file_id, ordinal)
    ) WITHOUT ROWID, STRICT""",
    # No program derives this version: the index is made again at the next opening.
    "UPDATE case_index SET index_version = -1",
)


def upgrade(connection: sa.Connection) -> None:
    """Make both tables; they are filled when the index is made again."""
    for statement in _STATEMENTS:
        connection.exec_driver_sql(statement)
