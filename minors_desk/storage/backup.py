"""Makes a backup: a copy of the open record in one file, proved before it is called one."""

import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from hashlib import file_digest
from pathlib import Path

from minors_desk.domain.chain import START
from minors_desk.domain.when import as_utc
from minors_desk.errors import BadInput, RecordDamaged, VerificationFailed
from minors_desk.storage import attachments, attempts, backup_file, files, head_mark
from minors_desk.storage.backup_file import Manifest
from minors_desk.storage.engine import Progress
from minors_desk.storage.head_mark import Mark
from minors_desk.storage.header import HEADER
from minors_desk.storage.record import Vault
from minors_desk.storage.vault import open_unlocked
from minors_desk.storage.verify import verify

PARTLY = ".part"


@dataclass(frozen=True, slots=True)
class Made:
    """A proved backup: the SHA-256 (hex) and size in bytes of its file, and its log's head."""

    sha256: str
    size: int
    head: Mark


def make(vault: Vault, file: Path, now: datetime, progress: Progress | None = None) -> Made:
    """Back an open record up into a new file, beside which it works for a while.

    The copy is opened and verified as a whole, and the file read again, before it gets its name.
    Raises BadInput (field ``FILE``) when it cannot be made there, VerificationFailed when the
    record is not whole, CannotOpen when the disk does not take it; then nothing is left behind.
    """
    if file.exists() or file.is_symlink():
        raise BadInput("The file of the backup exists already", "Give another name.", field="FILE")
    part = file.with_name(file.name + PARTLY)
    acknowledged = _nothing_missing(vault)
    try:
        with working_folder(file.parent) as copy:
            head = _copied(vault, copy, now, progress)
            _proved(vault, copy, now, progress)
            if head.ordinal < acknowledged.ordinal:
                raise _missing()
            _packed(vault, copy, part, head, now)
        _proved_again(vault, part)
        with part.open("rb") as made:
            digest = file_digest(made, "sha256").hexdigest()
        size = part.stat().st_size
        part.replace(file)
        files.sync_folder(file.parent)
    except OSError as error:
        raise files.cannot("write the backup", error) from None
    finally:
        part.unlink(missing_ok=True)
    return Made(digest, size, head)


@contextmanager
def working_folder(beside: Path) -> Iterator[Path]:
    """A folder of our own for encrypted files only; removed at the end, whatever happened."""
    try:
        folder = Path(tempfile.mkdtemp(prefix=".minors-desk-", dir=beside))
    except OSError:
        raise BadInput(
            "Nothing can be written in that folder", "Give another place.", field="FILE"
        ) from None
    try:
        yield folder
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _nothing_missing(vault: Vault) -> Mark:
    """The sealed head before the copy is made, which has to reach as far."""
    if vault.missing_work is not None:
        raise _missing()
    return head_mark.read_mark(vault.folder, vault.head_key).mark


def _missing() -> VerificationFailed:
    return VerificationFailed(
        "No backup was made, since saved work is missing from the record",
        "Run `minors-desk verify`, and keep the last good backup.",
    )


def _copied(vault: Vault, copy: Path, now: datetime, progress: Progress | None) -> Mark:
    """Makes a whole record of the folder; its head is the copied log's own."""
    database = copy / vault.header.database
    vault.copy_database(database, progress)
    vault.write_header_into(copy)
    attempts.create(copy)
    kept = attachments.present(vault.folder)
    if kept:
        files.make_folder(copy / attachments.FOLDER)
    for path in kept:
        _linked(path, copy / attachments.FOLDER / path.name)
    head_mark.create_mark(copy, vault.head_key, Mark(0, START))
    twin = open_unlocked(copy, vault.unlocked_again(), login="", now=now, write=False)
    try:
        head = twin.journal.log_head()
    finally:
        twin.close()
    head_mark.create_mark(copy, vault.head_key, head)
    return head


def _linked(path: Path, copy: Path) -> None:
    """The same file under a second name; a copy where the disk has no such thing."""
    try:
        copy.hardlink_to(path)
    except OSError:
        shutil.copyfile(path, copy)


def _proved(vault: Vault, copy: Path, now: datetime, progress: Progress | None) -> None:
    twin = open_unlocked(copy, vault.unlocked_again(), login="", now=now, write=False)
    try:
        twin.journal.summariser = vault.journal.summariser
        report = verify(twin, progress=progress)
    finally:
        twin.close()
    if not report.good:
        raise VerificationFailed(
            f"No backup was made, since the record is not whole: {report.problems[0].sentence}",
            "Run `minors-desk verify`, and keep the last good backup.",
        )


def _packed(vault: Vault, copy: Path, part: Path, head: Mark, now: datetime) -> None:
    names = [HEADER, vault.header.database]
    names += [f"{attachments.FOLDER}/{path.name}" for path in attachments.present(copy)]
    sources = [copy / name for name in names]
    manifest = Manifest(
        record_id=vault.record_id.hex,
        schema=vault.schema_version(),
        made_at=as_utc(now),
        ordinal=head.ordinal,
        log_hash=head.log_hash.hex(),
        parts=tuple(map(backup_file.part_of, sources, names)),
    )
    backup_file.write(part, manifest, sources, vault.mac)


def _proved_again(vault: Vault, part: Path) -> None:
    """Reads the file from end to end, as a restore would."""
    try:
        with backup_file.opened(part) as made:
            made.prove(vault.mac)
            for one in made.manifest.parts:
                made.check(one)
    except RecordDamaged:
        raise VerificationFailed(
            "The backup did not come out as it was written", "Try another disk."
        ) from None
