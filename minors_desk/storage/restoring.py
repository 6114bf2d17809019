"""Brings a record back from a backup, beside whatever there is: nothing is written over."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from hashlib import file_digest
from pathlib import Path

import sqlalchemy as sa

from minors_desk.domain.chain import START
from minors_desk.domain.when import from_micros
from minors_desk.errors import CannotOpen, RecordDamaged, VerificationFailed
from minors_desk.storage import attempts, backup_file, files, head_mark, places, slots
from minors_desk.storage.access import Credentials
from minors_desk.storage.backup import working_folder
from minors_desk.storage.backup_file import BackupFile, Manifest
from minors_desk.storage.engine import Progress
from minors_desk.storage.head_mark import Mark
from minors_desk.storage.header import HEADER, SPARE, read_header
from minors_desk.storage.keys import passphrase_bytes
from minors_desk.storage.record import Vault
from minors_desk.storage.slots import Unlocked
from minors_desk.storage.tables import entries
from minors_desk.storage.vault import open_unlocked
from minors_desk.storage.verify import verify

Allow = Callable[[Vault], None]
"""Raises when the person may not do this; gets the record of the backup, open to read."""


@dataclass(frozen=True, slots=True)
class BroughtBack:
    """Which record was brought back; of the backup: SHA-256 (hex), when it was made, its head."""

    record_id: str
    sha256: str
    made_at: datetime
    head: Mark


@dataclass(frozen=True, slots=True)
class Later:
    """What a record holds that a backup of it does not.

    ``same_record``: whether it is the record that was backed up; ``agrees``: whether its log
    goes on from the backup's head. After that come ``entries``, of ``cases`` cases, until
    ``last`` (UTC).
    """

    same_record: bool
    agrees: bool
    entries: int = 0
    cases: int = 0
    last: datetime | None = None


def restore(
    file: Path,
    folder: Path,
    who: Credentials,
    *,
    now: datetime,
    allow: Allow,
    progress: Progress | None = None,
) -> BroughtBack:
    """Make a record folder of a backup, in a folder that is new or empty.

    All is proved beside it before the folder gets its name. Raises BadInput for a wrong name,
    WrongPassphrase, RecordDamaged when the backup is not whole, and what ``allow`` raises; then
    the folder is as it was.
    """
    _refuse_full(folder)
    folder.parent.mkdir(parents=True, exist_ok=True)
    with backup_file.opened(file) as backup, working_folder(folder.parent) as staged:
        unlocked = _unlocked(backup, staged, who)
        manifest = backup.manifest
        head = _unpacked(backup, staged, unlocked, progress)
        _proved(staged, unlocked, manifest, allow, now)
        with file.open("rb") as whole:
            digest = file_digest(whole, "sha256").hexdigest()
        try:
            if folder.is_dir():
                folder.rmdir()
            staged.rename(folder)
            files.sync_folder(folder.parent)
        except OSError as error:
            raise files.cannot("put the record in its place", error) from None
    return BroughtBack(manifest.record_id, digest, manifest.made_at, head)


def later_than(record: Vault, backup: BroughtBack) -> Later:
    """What would be lost if the backup took the place of an existing record."""
    head = backup.head
    if record.record_id.hex != backup.record_id:
        return Later(same_record=False, agrees=False)
    with record.journal.reading() as connection:
        at_head = sa.select(entries.c.log_hash).where(entries.c.ordinal == head.ordinal)
        stored = connection.execute(at_head).scalar() if head.ordinal else START
        after = sa.select(
            sa.func.count(),
            sa.func.count(entries.c.case_id.distinct()),
            sa.func.max(entries.c.recorded_at),
        ).where(entries.c.ordinal > head.ordinal)
        count, cases, last = connection.execute(after).one()
    return Later(
        same_record=True,
        agrees=stored == head.log_hash,
        entries=count,
        cases=cases,
        last=None if last is None else from_micros(last),
    )


def _refuse_full(folder: Path) -> None:
    places.refuse_network(folder)
    places.refuse_synchronised(folder)
    if folder.is_symlink() or (folder.exists() and not folder.is_dir()):
        raise CannotOpen("Something else has the name of that folder", "Give a new name.")
    if folder.is_dir() and any(folder.iterdir()):
        raise CannotOpen("The folder for the record is not empty", "Choose an empty folder.")


def _unlocked(backup: BackupFile, staged: Path, who: Credentials) -> Unlocked:
    """Opens the header in the backup by the person's own passphrase, and proves the manifest."""
    part = next((one for one in backup.manifest.parts if one.name == HEADER), None)
    if part is None or part.size > files.MIB:
        raise RecordDamaged("The backup holds no header of a record", "Take another backup.")
    backup.extract(part, staged)
    files.write_atomic(staged / SPARE, files.read_bytes(staged / HEADER))
    unlocked = slots.unlock(
        read_header(staged),
        lambda header: header.person(who.login),
        passphrase_bytes(who.passphrase),
    )
    backup.prove(unlocked.keys.mac)
    return unlocked


def _unpacked(
    backup: BackupFile, staged: Path, unlocked: Unlocked, progress: Progress | None
) -> Mark:
    manifest = backup.manifest
    wanted = [one for one in manifest.parts if one.name != HEADER]
    if [one.name for one in wanted].count(unlocked.header.database) != 1:
        raise RecordDamaged("The backup holds no database of that header", "Take another backup.")
    try:
        for done, part in enumerate(wanted, 1):
            backup.extract(part, staged)
            if progress is not None:
                progress(done, len(wanted))
        attempts.create(staged)
    except OSError as error:
        raise files.cannot("write the record", error) from None
    head = Mark(manifest.ordinal, bytes.fromhex(manifest.log_hash))
    head_mark.create_mark(staged, unlocked.keys.head, head)
    return head


def _proved(
    staged: Path, unlocked: Unlocked, manifest: Manifest, allow: Allow, now: datetime
) -> None:
    """Checks the whole record; opening wipes the keys when it is closed."""
    opened = open_unlocked(staged, unlocked, login="", now=now, write=False)
    try:
        allow(opened)
        report = verify(opened)
        head = opened.journal.log_head()
    finally:
        opened.close()
    if not report.good:
        raise VerificationFailed(
            f"The record in the backup is not whole: {report.problems[0].sentence}",
            "Take another backup.",
        )
    if head.ordinal != manifest.ordinal or manifest.record_id != unlocked.header.record_id:
        raise VerificationFailed(
            "The backup does not hold what it says it does", "Take another backup."
        )
