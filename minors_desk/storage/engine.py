"""The database engine: SQLAlchemy over SQLCipher by the one recipe that was tried, and its errors.

Nobody in this process may ``open()`` the live database: closing it would drop SQLite's locks.
"""

import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import sqlalchemy as sa
from sqlalchemy.exc import DBAPIError, SQLAlchemyError
from sqlcipher3 import dbapi2

from minors_desk.errors import CannotOpen, DeskError, RecordBusy, RecordDamaged

Progress = Callable[[int, int], None]
"""Called with (done, of all)."""
LEAST_BYTES = 4096
BUSY_SECONDS = 5
CACHE_KIB = 64 * 1024
COPIED_PAGES = 4096
"""So many pages a step, so that whoever writes waits no longer than that takes."""
_RAW_KEY = re.compile("[0-9a-f]{64}")
_WRITER = (
    ("journal_mode", "WAL", "wal"),
    ("synchronous", "FULL", 2),
    ("wal_autocheckpoint", "0", 0),
    ("secure_delete", "ON", 1),
)
_BOTH = (
    ("foreign_keys", "ON", 1),
    ("recursive_triggers", "ON", 1),  # else INSERT OR REPLACE would delete past the guards
    ("trusted_schema", "OFF", 0),
    ("temp_store", "MEMORY", 2),
    ("cell_size_check", "ON", 1),
    ("mmap_size", "0", 0),
    ("cache_size", f"-{CACHE_KIB}", -CACHE_KIB),
)
_FORBIDDEN = (dbapi2.SQLITE_ATTACH, dbapi2.SQLITE_DETACH)


def open_engine(path: Path, key: bytes, *, write: bool) -> sa.Engine:
    """An engine over an existing database; the first connection is made and checked here.

    Raises CannotOpen or RecordDamaged, in sentences, for a file that is missing, cut, a link, or
    not what this key encrypted.
    """
    check_file(path)
    engine = _engine(path, key, mode="rw" if write else "ro", write=write)
    try:
        engine.connect().close()
    except (SQLAlchemyError, dbapi2.Error) as error:
        engine.dispose()
        raise translated(error) from None
    except DeskError:
        engine.dispose()
        raise
    return engine


def create_engine(path: Path, key: bytes) -> sa.Engine:
    """An engine over a new, empty database; CannotOpen when a file of that name is there."""
    check_new(path)
    path.touch(mode=0o600)
    return _engine(path, key, mode="rw", write=True)


def check_new(path: Path) -> None:
    """CannotOpen when something of that name is there."""
    if path.exists() or path.is_symlink():
        raise CannotOpen(f"{path.name} is there already", "Choose an empty folder.")


def check_file(path: Path) -> None:
    """What the file system can tell without touching the file's content."""
    if path.is_symlink():
        raise CannotOpen(
            f"The database {path.name} is a link to somewhere else",
            "Put the real file there, or open the folder it came from.",
        )
    if not path.is_file():
        raise RecordDamaged(f"The database {path.name} is missing", "Restore it from a backup.")
    size = path.stat().st_size
    if size < LEAST_BYTES:
        raise RecordDamaged(
            f"The database {path.name} is cut short: {size} bytes are left",
            "Restore it from a backup.",
        )


@contextmanager
def in_sentences() -> Iterator[None]:
    """Turn whatever the driver or SQLAlchemy raises into one of our errors."""
    try:
        yield
    except (SQLAlchemyError, dbapi2.Error) as error:
        raise translated(error) from None


def pragma(engine: sa.Engine, statement: str, *, keep: bool = True) -> list[tuple[Any, ...]]:
    """Run one statement outside any transaction, as a checkpoint and the checks need it.

    ``keep=False`` throws the connection away after: one that met a damaged page is spoilt.
    """
    with in_sentences():
        raw = engine.raw_connection()
        sound = False
        try:
            cursor = raw.cursor()
            cursor.execute(statement)
            found = [tuple(row) for row in cursor.fetchall()]
            sound = keep
        finally:
            if not sound:
                raw.invalidate()
            raw.close()
        return found


def copy_database(
    engine: sa.Engine, target: Path, key: bytes, progress: Progress | None = None
) -> None:
    """Copy the open database, as one state of it, into a new file under the same or another key.

    Writers go on meanwhile; what they save in that time is in the copy whole or not at all.
    ``progress`` gets pages; what it raises ends the copying.
    """
    check_new(target)
    target.touch(mode=0o600)
    with in_sentences():
        source = engine.raw_connection()
        out = dbapi2.connect(f"{target.absolute().as_uri()}?mode=rw", uri=True)

        def told(_status: int, remaining: int, total: int) -> None:
            if progress is not None:
                progress(total - remaining, total)

        try:
            _unlock(out, _hexed(key))
            driver: Any = source.driver_connection
            driver.backup(out, pages=COPIED_PAGES, progress=told)
        finally:
            out.close()
            source.close()


def translated(error: Exception) -> DeskError:
    """The one place where failures of the database become sentences; none of its text is kept."""
    original: Any = error.orig if isinstance(error, DBAPIError) else error
    name = str(getattr(original, "sqlite_errorname", "")) or _named_by_text(str(original))
    for start, make in _TOLD.items():
        if name.startswith(start):
            return make()
    return RecordDamaged(
        f"The database refused the request ({name or type(original).__name__})",
        "Run `minors-desk verify` and keep a copy of the folder.",
    )


_BY_TEXT = {
    "file is not a database": "SQLITE_NOTADB",
    "malformed": "SQLITE_CORRUPT",
    "is full": "SQLITE_FULL",
    "is locked": "SQLITE_BUSY",
    "unable to open": "SQLITE_CANTOPEN",
    "disk I/O error": "SQLITE_IOERR",
    "readonly": "SQLITE_READONLY",
    "append-only": "SQLITE_CONSTRAINT_TRIGGER",
}


def _named_by_text(text: str) -> str:
    return next((name for part, name in _BY_TEXT.items() if part in text), "")


_TOLD: dict[str, Callable[[], DeskError]] = {
    "SQLITE_NOTADB": lambda: RecordDamaged(
        "The database is damaged or does not belong to this header", "Restore it from a backup."
    ),
    "SQLITE_CORRUPT": lambda: RecordDamaged(
        "A page of the database is damaged", "Run `minors-desk verify`; restore from a backup."
    ),
    "SQLITE_FULL": lambda: DeskError(
        "The disk is full, so this was not saved", "Free some space and save again."
    ),
    "SQLITE_BUSY": lambda: RecordBusy(
        "The record is busy: another program holds it", "Close the other program and try again."
    ),
    "SQLITE_LOCKED": lambda: RecordBusy(
        "The record is busy: another program holds it", "Close the other program and try again."
    ),
    "SQLITE_CANTOPEN": lambda: CannotOpen(
        "The system does not let this desk open the database", "Check the rights of the folder."
    ),
    "SQLITE_READONLY": lambda: CannotOpen(
        "The record may not be written here", "Check the rights of the folder."
    ),
    "SQLITE_IOERR": lambda: CannotOpen(
        "The disk failed while the record was read or written",
        "Copy the folder to another disk before anything else.",
    ),
    "SQLITE_CONSTRAINT": lambda: RecordDamaged(
        "The log refused the entry: it only grows, and each entry once",
        "Nothing was saved; run `minors-desk verify`.",
    ),
}


def _engine(path: Path, key: bytes, *, mode: str, write: bool) -> sa.Engine:
    hexed = _hexed(key)
    uri = f"{path.absolute().as_uri()}?mode={mode}"

    def connect() -> Any:
        raw = dbapi2.connect(
            uri, uri=True, isolation_level=None, timeout=BUSY_SECONDS, check_same_thread=False
        )
        try:
            _prepare(raw, hexed, write=write)
        except BaseException:
            raw.close()
            raise
        return raw

    engine = sa.create_engine(
        f"sqlite:///{path.name}",
        module=dbapi2,
        creator=connect,
        poolclass=sa.QueuePool,
        pool_size=2,
        max_overflow=4,
        pool_reset_on_return="rollback",
        hide_parameters=True,
    )

    @sa.event.listens_for(engine, "begin")
    def _begin(connection: sa.Connection) -> None:
        immediate = connection.get_execution_options().get("immediate")
        driver: Any = connection.connection.driver_connection
        driver.execute("BEGIN IMMEDIATE" if immediate else "BEGIN")

    return engine


def _hexed(key: bytes) -> str:
    hexed = key.hex()
    if not _RAW_KEY.fullmatch(hexed):  # anything else would silently be taken as a passphrase
        raise ValueError("a database key has 32 bytes")
    return hexed


def _unlock(raw: Any, hexed: str) -> None:
    raw.execute("PRAGMA cipher_log_level=NONE")
    raw.execute(f"PRAGMA key=\"x'{hexed}'\"")
    if not raw.execute("PRAGMA cipher_version").fetchall():
        raise CannotOpen(
            "This installation has no encryption in its database driver", "Install it again."
        )


def _prepare(raw: Any, hexed: str, *, write: bool) -> None:
    _unlock(raw, hexed)
    raw.execute("SELECT count(*) FROM sqlite_schema").fetchall()
    for name, wanted, answer in (*(_WRITER if write else ()), *_BOTH):
        raw.execute(f"PRAGMA {name}={wanted}")
        row = raw.execute(f"PRAGMA {name}").fetchone()
        # SQLite answers nothing for a setting that the build does not have
        if row is not None and row[0] != answer:
            raise CannotOpen(
                f"The database driver did not accept the setting {name}", "Install it again."
            )
    if not write:
        raw.execute("PRAGMA query_only=ON")
    raw.set_authorizer(_authorize)


def _authorize(action: int, _first: Any, second: Any, *_rest: Any) -> int:
    """No second file and no foreign code: with ATTACH, one slip would write a plain copy."""
    if action in _FORBIDDEN or (action == dbapi2.SQLITE_FUNCTION and second == "load_extension"):
        return int(dbapi2.SQLITE_DENY)
    return int(dbapi2.SQLITE_OK)
