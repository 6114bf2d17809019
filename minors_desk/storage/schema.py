"""The schema of the database: made new, checked at opening, brought up from an older version."""

from collections.abc import Callable, Mapping

import sqlalchemy as sa

from minors_desk.errors import NewerRecord, RecordDamaged
from minors_desk.storage import search, tables
from minors_desk.storage.migrations import to_2, to_3, to_4, to_5
from minors_desk.storage.versions import SCHEMA_VERSION, version_of

STEPS: Mapping[int, Callable[[sa.Connection], None]] = {
    1: to_2.upgrade,
    2: to_3.upgrade,
    3: to_4.upgrade,
    4: to_5.upgrade,
}
"""By the version that a step starts from; each brings the database one version further."""


def create_schema(connection: sa.Connection) -> None:
    """Make all tables and the guards of the log, inside the caller's transaction."""
    tables.metadata.create_all(connection)
    for _, sql in tables.guards():
        connection.exec_driver_sql(sql)
    search.create(connection)
    _set_version(connection, SCHEMA_VERSION)


def check_schema(connection: sa.Connection) -> int:
    """The version of the database, which may be older than ours.

    Raises NewerRecord, naming the version, or RecordDamaged for a database without our tables.
    """
    version = version_of(connection)
    if version > SCHEMA_VERSION:
        raise NewerRecord(
            f"This record was written by a newer Minors Desk (database version {version})",
            f"Update Minors Desk on this computer; it reads up to version {SCHEMA_VERSION}.",
        )
    if version < 1:
        raise RecordDamaged(
            "The database holds no record", "Restore it from a backup, or make a new record."
        )
    return version


def migrate(connection: sa.Connection) -> None:
    """Bring the database up to our version, all in the caller's transaction."""
    for version in range(version_of(connection), SCHEMA_VERSION):
        STEPS[version](connection)
        _set_version(connection, version + 1)


def _set_version(connection: sa.Connection, version: int) -> None:
    connection.exec_driver_sql(f"PRAGMA user_version={version}")
