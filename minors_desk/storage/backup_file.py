"""The one file of a backup: a stored zip of a header, a database and attached files.

All of its parts are encrypted as they lie in the record. The manifest names each with its size and
SHA-256 and bears a MAC under the store key. Nothing in the file is believed before that: not the
names in the zip, not their sizes.
"""

import os
import re
import zipfile
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from hashlib import file_digest, sha256
from hmac import compare_digest
from pathlib import Path
from typing import Annotated, Any

import msgspec

from minors_desk.domain.bodies import Hex32
from minors_desk.errors import BadInput, DeskError, NewerRecord, RecordDamaged
from minors_desk.storage import files
from minors_desk.storage.engine import Progress
from minors_desk.storage.header import HEADER

FORMAT = 1
MANIFEST = "manifest.json"
MOST_PARTS = 500_000
MOST_MANIFEST = 128 * files.MIB
_NAME = re.compile(rf"{re.escape(HEADER)}|data-[1-9][0-9]{{0,8}}\.db|attachments/[0-9a-f]{{32}}")
_STEP = files.MIB
_TIME = (1980, 1, 1, 0, 0, 0)

Seal = Callable[[bytes], bytes]
"""The MAC under the store key."""


class Part(msgspec.Struct, frozen=True, kw_only=True):
    """One file in the backup."""

    name: str
    size: Annotated[int, msgspec.Meta(ge=0, le=2**53)]
    sha256: Hex32


class Manifest(msgspec.Struct, frozen=True, kw_only=True):
    """What a backup holds: of which record, up to which entry, made when (UTC)."""

    format: int = FORMAT
    record_id: Annotated[str, msgspec.Meta(pattern=r"^[0-9a-f]{32}\Z")]
    schema: int
    made_at: Annotated[datetime, msgspec.Meta(tz=True)]
    ordinal: Annotated[int, msgspec.Meta(ge=0, le=2**53)]
    log_hash: Hex32
    parts: tuple[Part, ...]


@dataclass(frozen=True, slots=True)
class BackupFile:
    """An open backup, its manifest not proved yet: ``prove`` does that with the store key's MAC."""

    archive: zipfile.ZipFile
    manifest: Manifest
    sealed: bytes
    mac: bytes

    def prove(self, seal: Seal) -> None:
        """RecordDamaged unless somebody with the store key wrote the manifest."""
        if not compare_digest(seal(self.sealed), self.mac):
            raise _damaged("its list of contents was changed")

    def extract(self, part: Part, folder: Path) -> None:
        """Write one part below the folder, flushed; RecordDamaged when it is not as listed."""
        path = folder / part.name
        files.make_folder(path.parent)
        digest = sha256()
        handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, files.FILE_MODE)
        with os.fdopen(handle, "wb") as out:
            for piece in self.pieces(part):
                digest.update(piece)
                out.write(piece)
            out.flush()
            os.fsync(out.fileno())
        if digest.hexdigest() != part.sha256:
            raise _damaged(f"{part.name} is not as it was written")

    def check(self, part: Part) -> None:
        """RecordDamaged when a part is not as listed; nothing is written."""
        digest = sha256()
        for piece in self.pieces(part):
            digest.update(piece)
        if digest.hexdigest() != part.sha256:
            raise _damaged(f"{part.name} is not as it was written")

    def pieces(self, part: Part) -> Iterator[bytes]:
        """The bytes of a part, never more than listed."""
        left = part.size
        try:
            with self.archive.open(part.name) as source:
                while piece := source.read(_STEP):
                    left -= len(piece)
                    if left < 0:
                        break
                    yield piece
        except (zipfile.BadZipFile, EOFError, ValueError, NotImplementedError, RuntimeError):
            left = -1
        except OSError as error:
            raise files.cannot("read the backup", error) from None
        if left:
            raise _damaged(f"{part.name} is not as long as it was written")


def part_of(path: Path, name: str) -> Part:
    """A closed file as the manifest names it."""
    with path.open("rb") as file:
        digest = file_digest(file, "sha256").hexdigest()
    return Part(name=name, size=path.stat().st_size, sha256=digest)


def write(
    target: Path,
    manifest: Manifest,
    sources: Sequence[Path],
    seal: Seal,
    progress: Progress | None = None,
) -> None:
    """Write a backup of these files, in the order of the manifest's parts; flushed to the disk."""
    body = files.canonical(msgspec.to_builtins(manifest))
    sealed = files.sealed({"manifest": msgspec.to_builtins(manifest), "mac": seal(body).hex()})
    handle = os.open(target, os.O_RDWR | os.O_CREAT | os.O_EXCL, files.FILE_MODE)
    with os.fdopen(handle, "w+b") as out:
        with zipfile.ZipFile(out, "w", zipfile.ZIP_STORED, allowZip64=True) as archive:
            archive.writestr(zipfile.ZipInfo(MANIFEST, _TIME), sealed)
            for done, (part, source) in enumerate(zip(manifest.parts, sources, strict=True), 1):
                told = zipfile.ZipInfo(part.name, _TIME)
                told.file_size = part.size
                with source.open("rb") as file, archive.open(told, "w") as to:
                    while piece := file.read(_STEP):
                        to.write(piece)
                if progress is not None:
                    progress(done, len(manifest.parts))
        out.flush()
        os.fsync(out.fileno())


@contextmanager
def opened(path: Path) -> Iterator[BackupFile]:
    """Open a backup and read its manifest; BadInput when there is none, RecordDamaged, NewerRecord.

    Whatever stands in the zip that is not exactly what the manifest lists is refused.
    """
    if not path.is_file():
        raise BadInput("There is no backup of that name", "Check the name.", field="FILE")
    try:
        archive = zipfile.ZipFile(path)
    except (zipfile.BadZipFile, ValueError, NotImplementedError):
        raise RecordDamaged(
            "That is no backup, or it was cut short", "Take another backup."
        ) from None
    except OSError as error:
        raise files.cannot("read the backup", error) from None
    with archive:
        yield _read(archive)


def _read(archive: zipfile.ZipFile) -> BackupFile:
    listed = {one.filename: one for one in archive.infolist()}
    if len(listed) != len(archive.infolist()) or len(listed) > MOST_PARTS or MANIFEST not in listed:
        raise _damaged("its list of contents is not there")
    if any(one.compress_type != zipfile.ZIP_STORED or one.flag_bits & 1 for one in listed.values()):
        raise _damaged("no Minors Desk packs files that way")
    if listed[MANIFEST].file_size > MOST_MANIFEST:
        raise _damaged("its list of contents is far too long")
    manifest, sealed, mac = _manifest(archive)
    sizes = {one.name: one.size for one in manifest.parts}
    found = {name: one.file_size for name, one in listed.items() if name != MANIFEST}
    if len(sizes) != len(manifest.parts) or sizes != found:
        raise _damaged("it does not hold what it lists")
    if not all(_NAME.fullmatch(name) for name in sizes):
        raise _damaged("it lists a file that is none of a record")
    return BackupFile(archive, manifest, sealed, mac)


def _manifest(archive: zipfile.ZipFile) -> tuple[Manifest, bytes, bytes]:
    try:
        body: Any = files.unsealed(archive.read(MANIFEST))
        raw, mac = body["manifest"], bytes.fromhex(body["mac"])
        _refuse_newer(raw["format"])
        manifest = msgspec.convert(raw, Manifest)
    except DeskError:
        raise
    except (zipfile.BadZipFile, EOFError, ValueError, LookupError, TypeError, RuntimeError):
        raise _damaged("its list of contents cannot be read") from None
    return manifest, files.canonical(raw), mac


def _refuse_newer(version: object) -> None:
    if isinstance(version, int) and version > FORMAT:
        raise NewerRecord(
            f"This backup was written by a newer Minors Desk (backup format {version})",
            f"Update Minors Desk on this computer; it reads up to format {FORMAT}.",
        )


def _damaged(why: str) -> RecordDamaged:
    return RecordDamaged(f"The backup is damaged: {why}", "Take another backup.")
