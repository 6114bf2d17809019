"""Writes and reads the small files of a record folder: whole or not at all, for its owner only."""

import errno
import json
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from hashlib import sha256
from pathlib import Path
from typing import Any

from minors_desk.errors import CannotOpen, DeskError, RecordDamaged

if sys.platform != "win32":
    import fcntl

FOLDER_MODE = 0o700
FILE_MODE = 0o600
MIB = 1024 * 1024

datasync = getattr(os, "fdatasync", os.fsync)
"""Flushes what a file holds; enough where its length does not change, and cheaper than fsync."""

_BODY = b'{"body":'
_SEAL = b',"sha256":"'
_END = b'"}'


def make_folder(folder: Path) -> None:
    """Make a new folder that only its owner may enter; one sentence when that is not possible."""
    try:
        folder.mkdir(mode=FOLDER_MODE, parents=True, exist_ok=True)
        folder.chmod(FOLDER_MODE)
    except OSError as error:
        raise cannot("make the record folder", error) from None


def cannot(what: str, error: OSError) -> DeskError:
    """Put a failure of the file system into a sentence, without its path."""
    reason = {
        errno.ENOSPC: "the disk is full",
        errno.EACCES: "access is denied",
        errno.EROFS: "the disk is read-only",
    }
    why = reason.get(error.errno or 0, "the system did not allow it")
    return CannotOpen(
        f"The desk could not {what}: {why}", "Free the disk or ask who runs this computer."
    )


def refuse_links(folder: Path, *names: str) -> None:
    """Refuse a record whose files are links: what lies behind a link may be anybody's."""
    for name in names:
        if (folder / name).is_symlink():
            raise CannotOpen(
                f"The file {name} of this record is a link to somewhere else",
                "Put the real file there, or open the folder it came from.",
            )


def read_bytes(path: Path, limit: int = MIB) -> bytes:
    """Read one of the small files; RecordDamaged when it is missing, too large or not a file."""
    refuse_links(path.parent, path.name)
    try:
        with path.open("rb") as file:
            data = file.read(limit + 1)
    except FileNotFoundError:
        raise RecordDamaged(f"{path.name} is missing", "Restore it from a backup.") from None
    except OSError as error:
        raise cannot(f"read {path.name}", error) from None
    if len(data) > limit:
        raise RecordDamaged(f"{path.name} is far too large", "Restore it from a backup.")
    return data


def write_atomic(path: Path, data: bytes) -> None:
    """Replace a file by a complete, flushed new one; a power cut leaves the old or the new."""
    draft = path.with_name(path.name + ".new")
    try:
        handle = os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, FILE_MODE)
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        draft.replace(path)
        sync_folder(path.parent)
    except OSError as error:
        raise cannot(f"write {path.name}", error) from None


def sync_folder(folder: Path) -> None:
    """Flush the names in a folder, where the system has a way to."""
    if sys.platform == "win32":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def write_at(handle: int, data: bytes, offset: int) -> int:
    """Write at a place of an open file; how many bytes were taken."""
    if sys.platform == "win32":
        os.lseek(handle, offset, os.SEEK_SET)
        return os.write(handle, data)
    return os.pwrite(handle, data, offset)


@contextmanager
def alone(folder: Path) -> Iterator[None]:
    """Hold off other processes that read, count and write the same small file."""
    if sys.platform == "win32":
        yield
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        fcntl.flock(handle, fcntl.LOCK_EX)
        yield
    finally:
        os.close(handle)


def canonical(value: Any) -> bytes:
    """One way, and only one, to write a value as JSON."""
    return json.dumps(value, sort_keys=True, separators=(",", ":"), ensure_ascii=True).encode()


def sealed(body: Any) -> bytes:
    """A file that shows any accident: ``{"body":...,"sha256":"..."}``, over what stands before."""
    start = _BODY + canonical(body)
    return start + _SEAL + sha256(start).hexdigest().encode() + _END


def unsealed(data: bytes) -> Any:
    """What ``sealed`` wrapped; ValueError when one bit is not as it was written.

    The digest is compared before anything is parsed, and what was parsed must encode back to the
    same bytes: an upper-cased digit or a doubled key is damage too.
    """
    cut = len(data) - len(_SEAL) - 64 - len(_END)
    start = data[: max(cut, 0)]
    whole = start + _SEAL + sha256(start).hexdigest().encode() + _END
    if not start.startswith(_BODY) or whole != data:
        raise ValueError("not what was sealed")
    body = json.loads(start[len(_BODY) :])
    if canonical(body) != start[len(_BODY) :]:
        raise ValueError("not written by us")
    return body
