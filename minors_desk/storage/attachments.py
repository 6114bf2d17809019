"""Files of cases - photographs, scans, recordings: each encrypted under a key of its own.

The key stands only in the entry that names the file, so whoever erases that entry's content erases
the file everywhere (CONTRACT 5.3). A file lies in ``attachments/`` under its random id. It is on
the disk before its entry is committed; what no entry names is swept away at the next opening.
"""

import os
from collections.abc import Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from hashlib import sha256
from pathlib import Path
from typing import BinaryIO
from uuid import UUID

import sqlalchemy as sa

from minors_desk.domain import codec
from minors_desk.domain.alter import Amended
from minors_desk.domain.attachments import AttachmentAdded
from minors_desk.domain.codec import NotABody
from minors_desk.domain.official_forms import FormAdopted
from minors_desk.errors import BadInput, RecordDamaged
from minors_desk.storage import files, tables
from minors_desk.storage.sealing import KEY_BYTES, opened_chunks, sealed_chunks

FOLDER = "attachments"
MOST_BYTES = 512 * files.MIB
_MAGIC = b"MDFILE1\n"
_READ = files.MIB


@dataclass(frozen=True, slots=True)
class Stored:
    """A file as it lies in the record; ``size`` and ``sha256`` (hex) are of the plain bytes."""

    file_id: UUID
    key: bytes = field(repr=False)
    sha256: str
    size: int


def store(folder: Path, file_id: UUID, source: BinaryIO) -> Stored:
    """Encrypt what ``source`` holds into the record, flushed to the disk; no entry names it yet.

    Raises BadInput for a file that is empty or too large, CannotOpen when the disk does not take
    it; then nothing is left behind.
    """
    key, seen = os.urandom(KEY_BYTES), _Seen()
    home = folder / FOLDER
    files.refuse_links(folder, FOLDER)
    files.make_folder(home)
    path = home / file_id.hex
    try:
        handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, files.FILE_MODE)
        with os.fdopen(handle, "wb") as out:
            out.write(_MAGIC)
            for chunk in sealed_chunks(seen.passing(source), key, file_id.bytes):
                out.write(chunk)
            out.flush()
            os.fsync(out.fileno())
        files.sync_folder(home)
        files.sync_folder(folder)
    except OSError as error:
        _unlink(path)
        raise files.cannot("store the file", error) from None
    except BadInput:
        _unlink(path)
        raise
    return Stored(file_id, key, seen.digest.hexdigest(), seen.size)


def read(folder: Path, file_id: UUID, key: bytes, digest: str) -> bytes:
    """The plain bytes of a file; RecordDamaged when it is missing or not what its entry names."""
    plain = b"".join(_opened(folder, file_id, key))
    if sha256(plain).hexdigest() != digest:
        raise _damaged()
    return plain


def erase(folder: Path, file_id: UUID) -> None:
    """Remove a file whose entry lost its content; what is left of it on a disk has no key."""
    _unlink(folder / FOLDER / file_id.hex)


def check(folder: Path, named: Iterable[tuple[UUID, bytes, str]]) -> Iterator[tuple[UUID, str]]:
    """(id, sentence) of files that are missing or damaged, of those named as (id, key, SHA-256)."""
    for file_id, key, digest in named:
        told = sha256()
        try:
            for part in _opened(folder, file_id, key):
                told.update(part)
        except RecordDamaged as error:
            yield file_id, f"{error.title}."
            continue
        if told.hexdigest() != digest:
            yield file_id, f"{_damaged().title}."


def file_named(body: object) -> AttachmentAdded | FormAdopted | None:
    """The file that a body names, itself or by what it puts in another's place."""
    if isinstance(body, Amended):
        try:
            body = codec.read(body.replacement)
        except NotABody:
            return None
    return body if isinstance(body, AttachmentAdded | FormAdopted) else None


def names_in(
    connection: sa.Connection, *, of_station_only: bool = False
) -> Iterator[tuple[int, UUID, bytes, str]]:
    """(ordinal, id, key, SHA-256) of every file that the log names, read from the log itself."""
    of_files = sa.func.instr(tables.payloads.c.body, b'"file_id"') > 0
    wanted = (
        sa.select(tables.entries.c.ordinal, tables.payloads.c.body)
        .join(tables.payloads, tables.payloads.c.entry_id == tables.entries.c.id)
        .where(of_files)
        .order_by(tables.entries.c.ordinal)
    )
    if of_station_only:
        wanted = wanted.where(tables.entries.c.case_id.is_(None))
    for row in connection.execute(wanted):
        named = file_named(codec.decode(row.body))
        if named is not None:
            yield row.ordinal, named.file_id, bytes.fromhex(named.key), named.sha256


def sweep(folder: Path, connection: sa.Connection) -> int:
    """Remove files that no entry names: what was stored when the save did not come to be.

    The index says which are known; before one is removed the log itself is searched for its id,
    since what is derived may be wrong. Returns how many went.
    """
    home = folder / FOLDER
    if not home.is_dir() or home.is_symlink():
        return 0
    known = {bytes(row[0]).hex() for row in connection.execute(_KNOWN)}
    swept = 0
    for path in [one for one in home.iterdir() if one.name not in known]:
        if not _is_named(connection, path.name):
            _unlink(path)
            swept += 1
    return swept


def present(folder: Path) -> tuple[Path, ...]:
    """All files of the folder, in the order of their names."""
    home = folder / FOLDER
    if not home.is_dir():
        return ()
    return tuple(sorted(one for one in home.iterdir() if one.is_file() and not one.is_symlink()))


_KNOWN = sa.select(tables.attachments.c.file_id)


class _Seen:
    """What went by while a file was read: how much, and its digest."""

    def __init__(self) -> None:
        self.digest = sha256()
        self.size = 0

    def passing(self, source: BinaryIO) -> Iterator[bytes]:
        """The parts of the source; BadInput when it is empty or too large."""
        while part := source.read(_READ):
            self.digest.update(part)
            self.size += len(part)
            if self.size > MOST_BYTES:
                most = MOST_BYTES // files.MIB
                raise BadInput(
                    f"The file is larger than {most} MB", "Give a smaller one.", field="file"
                )
            yield part
        if not self.size:
            raise BadInput("The file is empty", "Give one that holds something.", field="file")


def _opened(folder: Path, file_id: UUID, key: bytes) -> Iterator[bytes]:
    files.refuse_links(folder, FOLDER)
    files.refuse_links(folder / FOLDER, file_id.hex)
    try:
        with (folder / FOLDER / file_id.hex).open("rb") as file:
            if file.read(len(_MAGIC)) != _MAGIC:
                raise _damaged()
            yield from opened_chunks(iter(lambda: file.read(_READ), b""), key, file_id.bytes)
    except RecordDamaged:  # what the chunks say of it says not where it lies
        raise _damaged() from None
    except FileNotFoundError:
        raise RecordDamaged(
            "A file that the log names is missing", "Bring it back from a backup."
        ) from None
    except OSError as error:
        raise files.cannot("read a file of the record", error) from None


def _damaged() -> RecordDamaged:
    return RecordDamaged("A file of the record is damaged", "Bring it back from a backup.")


def _is_named(connection: sa.Connection, name: str) -> bool:
    try:
        text = str(UUID(hex=name))
    except ValueError:
        return False
    held = sa.func.instr(tables.payloads.c.body, text.encode()) > 0
    return bool(connection.execute(sa.select(sa.exists().where(held))).scalar_one())


def _unlink(path: Path) -> None:
    with suppress(OSError):
        path.unlink()
