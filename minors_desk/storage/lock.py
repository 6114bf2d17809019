"""One writer at a time: an operating-system lock, and in its file who holds it."""

import json
import os
import socket
import sys
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from minors_desk.domain.when import as_utc
from minors_desk.errors import RecordBusy
from minors_desk.storage import files

if sys.platform == "win32":
    import msvcrt
else:
    import fcntl

NAME = "record.lock"
_FAR = 1 << 30
"""Windows locks bytes and bars reading them: the locked one lies behind what is written."""


@dataclass(slots=True)
class WriterLock:
    """Held while a process may write; release it by ``close``, or the system does at its end."""

    handle: int

    def close(self) -> None:
        """Say that nobody writes any more and let the next one in."""
        if self.handle < 0:
            return
        os.ftruncate(self.handle, 0)
        os.close(self.handle)
        self.handle = -1


def acquire(folder: Path, *, login: str, now: datetime) -> WriterLock:
    """Become the one who writes; RecordBusy names who is, where and since when.

    What an ended process left in the file is harmless: only the system's lock counts.
    """
    files.refuse_links(folder, NAME)
    try:
        handle = os.open(folder / NAME, os.O_RDWR | os.O_CREAT, files.FILE_MODE)
    except OSError as error:
        raise files.cannot("open record.lock", error) from None
    try:
        _take(handle)
    except OSError:
        holder = _holder(handle)
        os.close(handle)
        raise RecordBusy(f"Another desk is writing in this record: {holder}", _HINT) from None
    told = {
        "login": login,
        "host": socket.gethostname(),
        "pid": os.getpid(),
        "since": as_utc(now).isoformat(timespec="seconds"),
    }
    os.ftruncate(handle, 0)
    os.lseek(handle, 0, os.SEEK_SET)
    os.write(handle, json.dumps(told, sort_keys=True).encode())
    return WriterLock(handle)


def holder(folder: Path) -> tuple[str, str, str] | None:
    """Who wrote that they may write here: login, host, since when (UTC text); None: nobody did."""
    try:
        handle = os.open(folder / NAME, os.O_RDONLY)
    except OSError:
        return None
    try:
        return _told(handle)
    finally:
        os.close(handle)


_HINT = "Close it there, or read without writing; what it saves is seen here at once."


def _take(handle: int) -> None:
    if sys.platform == "win32":
        os.lseek(handle, _FAR, os.SEEK_SET)
        msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)
    else:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)


def _holder(handle: int) -> str:
    """Who holds the lock, from what the holder wrote; it may be writing just now, or garbage."""
    told = _told(handle)
    return "it did not say who" if told is None else "{} on {} since {}".format(*told)


def _told(handle: int) -> tuple[str, str, str] | None:
    os.lseek(handle, 0, os.SEEK_SET)
    try:
        told = json.loads(os.read(handle, 4096))
        return _plain(told["login"]), _plain(told["host"]), _plain(told["since"])
    except (ValueError, KeyError, TypeError, OSError):
        return None


def _plain(value: object) -> str:
    return "".join(sign for sign in str(value)[:80] if sign.isprintable())
