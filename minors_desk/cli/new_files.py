"""Writes what a person asked to have as a file: a new one, readable by them alone."""

import os
from contextlib import suppress
from pathlib import Path
from typing import BinaryIO, Self

from minors_desk.errors import BadInput, DeskError


class NewFile:
    """A file reserved before the work begins, so that the work is not done for nothing.

    Used as a context: leaves no file behind when the work inside fails.
    """

    def __init__(self, path: Path, option: str) -> None:
        self.path = path
        self._file = _reserved(path, option)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, failed: object, *_rest: object) -> None:
        with suppress(OSError):
            self._file.close()
        if failed is not None:
            with suppress(OSError):
                self.path.unlink()

    def write(self, content: bytes) -> None:
        """Writes it down to the disk; DeskError when that cannot be done."""
        try:
            self._file.write(content)
            self._file.flush()
            _to_disk(self._file.fileno())
        except OSError:
            with suppress(OSError):
                self.path.unlink()
            raise DeskError(
                "The file could not be written", "Free some space, or choose another place."
            ) from None


def _reserved(path: Path, option: str) -> BinaryIO:
    try:
        return open(path, "xb", opener=_private)
    except FileExistsError:
        what = "exists already"
    except FileNotFoundError:
        what = "lies in a folder that does not exist"
    except (OSError, ValueError):
        what = "cannot be made there"
    raise BadInput(f"The file of {option} {what}", "Give another name.", field=option)


def _to_disk(handle: int) -> None:
    os.fsync(handle)


def _private(path: str, flags: int) -> int:
    return os.open(path, flags, 0o600)
