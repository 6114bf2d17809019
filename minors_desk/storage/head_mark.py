"""The sealed head: how far the log had come when the last save was acknowledged.

A damaged write-ahead log loses its last saves and every check of the database still says ok. This
small file, flushed after each commit, is what notices. Two cells are written in turn, in different
sectors, so that a power cut in the middle leaves the one before.
"""

import os
from dataclasses import dataclass
from hmac import compare_digest
from hmac import digest as hmac_digest
from pathlib import Path

from minors_desk.errors import RecordDamaged
from minors_desk.storage import files

NAME = "head.mark"
MAGIC = b"MDHEAD1\n"
CELL_STEP = 4096
CELL_BYTES = 8 + 8 + 32 + 32
FILE_BYTES = 2 * CELL_STEP


@dataclass(frozen=True, slots=True)
class Mark:
    """The last acknowledged entry: its ordinal and the log hash at it; 0 and zeros for none."""

    ordinal: int
    log_hash: bytes


@dataclass(frozen=True, slots=True)
class MarkRead:
    """The mark that counts, in which cell it stands, and which cells are damaged."""

    mark: Mark
    cell: int
    damage: tuple[str, ...]


def read_mark(folder: Path, key: bytes | bytearray) -> MarkRead:
    """The best whole cell; RecordDamaged when the file is missing or neither cell is whole."""
    data = files.read_bytes(folder / NAME)
    marks: list[tuple[Mark, int]] = []
    damage: list[str] = []
    for cell in (0, 1):
        block = data[cell * CELL_STEP : (cell + 1) * CELL_STEP]
        mark = _opened(block, key)
        if mark is not None:
            marks.append((mark, cell))
        if mark is None or len(block) != CELL_STEP or any(block[CELL_BYTES:]):
            damage.append(f"Cell {cell + 1} of the sealed head (head.mark) is damaged.")
    if len(data) > FILE_BYTES:
        damage.append("The sealed head (head.mark) is longer than it was written.")
    if not marks:
        raise RecordDamaged(
            "The sealed head (head.mark) is damaged, so lost work could not be noticed",
            "Restore the record from a backup, or ask for help before writing in it.",
        )
    best, cell = max(marks, key=lambda found: found[0].ordinal)
    return MarkRead(best, cell, tuple(damage))


def create_mark(folder: Path, key: bytes | bytearray, mark: Mark) -> None:
    """Write the file whole, both cells alike: for a new record, or to mend damaged cells."""
    block = _cell(mark, key).ljust(CELL_STEP, b"\0")
    files.write_atomic(folder / NAME, block * 2)


class MarkFile:
    """The open mark of the one who writes. Close it when the record is closed."""

    def __init__(self, folder: Path, key: bytes | bytearray, read: MarkRead) -> None:
        flags = os.O_RDWR | getattr(os, "O_BINARY", 0) | getattr(os, "O_NOFOLLOW", 0)
        try:
            self._handle = os.open(folder / NAME, flags)
        except OSError as error:
            raise files.cannot("open head.mark", error) from None
        self._key = key
        self._cell = read.cell
        self.mark = read.mark

    def write(self, mark: Mark) -> None:
        """Seal a new head into the older cell and flush it; OSError when the disk does not."""
        cell = 1 - self._cell
        data = _cell(mark, self._key)
        if files.write_at(self._handle, data, cell * CELL_STEP) != len(data):
            raise OSError("short write")
        files.datasync(self._handle)
        self._cell, self.mark = cell, mark

    def close(self) -> None:
        """Let go of the file."""
        os.close(self._handle)


def _cell(mark: Mark, key: bytes | bytearray) -> bytes:
    told = MAGIC + mark.ordinal.to_bytes(8, "big") + mark.log_hash
    return told + hmac_digest(key, told, "sha256")


def _opened(block: bytes, key: bytes | bytearray) -> Mark | None:
    told, seal = block[: CELL_BYTES - 32], block[CELL_BYTES - 32 : CELL_BYTES]
    whole = len(told) == CELL_BYTES - 32 and compare_digest(hmac_digest(key, told, "sha256"), seal)
    if not whole or not told.startswith(MAGIC):
        return None
    return Mark(int.from_bytes(told[8:16], "big"), told[16:])
