"""How large an open record is and in what state: what can be told of it without reading a case."""

from dataclasses import dataclass
from pathlib import Path

import sqlalchemy as sa

from minors_desk.storage import attachments, index, lock, versions
from minors_desk.storage.log import head_of
from minors_desk.storage.record import Vault
from minors_desk.storage.tables import case_index


@dataclass(frozen=True, slots=True, kw_only=True)
class Measures:
    """``size`` and ``attached`` are bytes: of the database, of the attachments beside it.

    ``holder`` is who may write: login, host, since when (UTC text); None when nobody said so.
    """

    size: int
    attached: int
    cases: int
    entries: int
    attachments: int
    schema: int
    index_version: int
    index_is_current: bool
    holder: tuple[str, str, str] | None
    fingerprint: str


def measure(vault: Vault) -> Measures:
    """Look at the files and count; no entry is read."""
    kept = attachments.present(vault.folder)
    by = vault.journal.summariser
    with vault.journal.reading() as connection:
        counted = sa.select(sa.func.count()).select_from(case_index)
        return Measures(
            size=_database_size(vault),
            attached=sum(_size(path) for path in kept),
            cases=connection.execute(counted).scalar_one(),
            entries=head_of(connection).ordinal,
            attachments=len(kept),
            schema=versions.version_of(connection),
            index_version=by.version,
            index_is_current=index.is_current(connection, by),
            holder=lock.holder(vault.folder),
            fingerprint=vault.fingerprint,
        )


def _database_size(vault: Vault) -> int:
    """With what was written since the last checkpoint; the file is looked at, never opened."""
    database = vault.folder / vault.header.database
    return _size(database) + _size(database.with_name(database.name + "-wal"))


def _size(path: Path) -> int:
    """A file may go while it is looked for: a checkpoint removes the write-ahead log."""
    try:
        return path.stat().st_size
    except FileNotFoundError:
        return 0
