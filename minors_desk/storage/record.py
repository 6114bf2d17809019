"""An open record: its journal and index, and what was found wrong with its files."""

from pathlib import Path
from typing import Any

import sqlalchemy as sa

from minors_desk.storage import attachments, index, schema, versions
from minors_desk.storage import engine as engines
from minors_desk.storage.access import Access, Writer
from minors_desk.storage.engine import Progress
from minors_desk.storage.journal import Journal
from minors_desk.storage.signing import Signer
from minors_desk.storage.slots import Unlocked


class Vault(Access):
    """An open record: its journal, its keys, and what was found wrong with its files."""

    def __init__(
        self, folder: Path, unlocked: Unlocked, engine: sa.Engine, writer: Writer | None
    ) -> None:
        super().__init__(folder, unlocked, writer)
        self.damage = unlocked.damage
        """Sentences about files that were damaged when this was opened (and mended, if writing)."""
        self.kept: Path | None = None
        """The copy of a write-ahead log that was kept because work is missing."""
        self.signer = Signer(unlocked.signing_key)
        self._engine = engine
        self.journal = Journal(
            engine,
            None if writer is None else writer.mark,
            signer=self.signer,
            summariser=index.WITHOUT_PACKS,
        )

    @property
    def missing_work(self) -> str | None:
        """One sentence when saved work is missing; then nothing can be appended."""
        return self.journal.missing_work

    def renew_index(self, progress: Progress | None = None) -> bool:
        """Make the index again if another summariser wrote it; whether that was needed."""
        by = self.journal.summariser
        with self.journal.reading() as connection:
            if index.is_current(connection, by):
                return False
        self.rebuild_index(progress)
        return True

    def rebuild_index(self, progress: Progress | None = None) -> int:
        """Make the index again from the log; how many cases it has."""
        with self.journal.changing() as connection:
            return index.rebuild(connection, self.journal.summariser, progress)

    def sweep_attachments(self) -> int:
        """Remove files that no entry names; the index must be of this version. How many went."""
        self._may_write()
        with self.journal.reading() as connection:
            return attachments.sweep(self.folder, connection)

    def schema_version(self) -> int:
        """The version of the database's tables, which may be older than this program's."""
        with self.journal.reading() as connection:
            return versions.version_of(connection)

    def migrate(self) -> None:
        """Bring the tables up to this program's version; ``upgrading`` backs it up first."""
        with self.journal.changing() as connection:
            schema.migrate(connection)

    def copy_database(self, target: Path, progress: Progress | None = None) -> None:
        """Copy the database as it is into a new file under the same key."""
        key = self._keys.database(self.header.generation)
        engines.copy_database(self._engine, target, key, progress)

    def checkpoint(self) -> None:
        """Fold the write-ahead log into the database: when idle, before verify, at the end."""
        self._may_write()
        engines.pragma(self._engine, "PRAGMA wal_checkpoint(TRUNCATE)")

    def pragma(self, statement: str) -> list[tuple[Any, ...]]:
        """One of the database's own checks, on a connection that is thrown away afterwards."""
        return engines.pragma(self._engine, statement, keep=False)

    def close(self) -> None:
        """Fold the log in, let go of the files, let the next one write, overwrite the keys."""
        try:
            if self._writer is not None:
                self.checkpoint()
        finally:
            self.journal.close()
            self._engine.dispose()
            if self._writer is not None:
                self._writer.close()
            self._writer = None
            self._keys.wipe()
