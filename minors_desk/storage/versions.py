"""Which version the tables of a database are of, and what to say of one that is older."""

import sqlalchemy as sa

from minors_desk.errors import CannotOpen

SCHEMA_VERSION = 5


def version_of(connection: sa.Connection) -> int:
    """The schema version that the database says it has."""
    return int(connection.exec_driver_sql("PRAGMA user_version").scalar_one())


def must_be_ours(connection: sa.Connection) -> None:
    """Raises CannotOpen where what is derived from the log was derived by an earlier program.

    Reading does not upgrade a record; the log itself can be read in any version.
    """
    if version_of(connection) < SCHEMA_VERSION:
        raise CannotOpen(
            "This record was last opened by an earlier Minors Desk, and has no lists yet",
            "Open it once to write.",
        )
