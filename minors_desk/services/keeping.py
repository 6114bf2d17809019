"""Keeping the record safe: a backup into one file, a record brought back from it."""

from collections.abc import Callable
from contextlib import ExitStack, closing
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from minors_desk.domain import roles
from minors_desk.domain.admission import Refusal
from minors_desk.domain.backups import Restored
from minors_desk.domain.changes import Changes
from minors_desk.domain.printed import Seen
from minors_desk.domain.stations import fold_station
from minors_desk.domain.when import Clock
from minors_desk.errors import BadInput
from minors_desk.services import packs, signing_in
from minors_desk.services.desk import Desk, prepare
from minors_desk.services.recording import as_refused, record, require
from minors_desk.services.upgrading import entry_of
from minors_desk.storage import backup, restoring
from minors_desk.storage.backup import Made
from minors_desk.storage.engine import Progress
from minors_desk.storage.record import Vault
from minors_desk.storage.restoring import Later
from minors_desk.storage.vault import Credentials

__all__ = ["Back", "Later", "Made", "back_up", "copy_to", "note_copy", "restore"]

SignIn = Callable[[], Desk]


@dataclass(frozen=True, slots=True, kw_only=True)
class Back:
    """What was brought back, and (if another copy was compared) what that one has beyond it."""

    made_at: datetime
    entries: int
    later: Later | None


def back_up(desk: Desk, file: Path, progress: Progress | None = None) -> tuple[Made, Changes]:
    """Makes a backup in a new file and says so in the log; it is proved before that.

    Raises BadInput (field ``FILE``), VerificationFailed when the record is not whole, Refused.
    """
    made = copy_to(desk, file, progress)
    return made, note_copy(desk, made, file)


def copy_to(desk: Desk, file: Path, progress: Progress | None = None) -> Made:
    """Makes a backup in a new file and proves it; others may save meanwhile, in another thread.

    ``progress`` gets steps; what it raises ends it, and nothing is left. Raises as `back_up` does.
    """
    require(desk, roles.KEEP_RECORD)
    if desk.vault.folder.resolve() in file.resolve().parents:
        raise BadInput(
            "The backup would lie in the record folder",
            "Give a place outside of it, best one on another disk.",
            field="FILE",
        )
    return backup.make(desk.vault, file, desk.clock(), progress)


def note_copy(desk: Desk, made: Made, file: Path) -> Changes:
    """Says in the log that a backup was made, and where to."""
    body = entry_of(made, desk.clock(), "asked", str(file.absolute()))
    return record(desk, roles.KEEP_RECORD, [(None, body)])


def restore(
    file: Path,
    folder: Path,
    who: tuple[str, str],
    *,
    clock: Clock,
    beside: SignIn | None = None,
    progress: Progress | None = None,
) -> Back:
    """Brings a record back into a new folder; ``who`` is (login, passphrase) as of the backup.

    ``beside`` opens another copy, to say what that one has and the backup has not; it is left as
    it is. Raises BadInput, WrongPassphrase, RecordDamaged, VerificationFailed, Refused; then the
    folder is not made.
    """
    login, passphrase = who
    # Opened first: a copy that does not open is said before anything is written.
    with ExitStack() as stack:
        other = None if beside is None else stack.enter_context(closing(beside()))
        told = restoring.restore(
            file,
            folder,
            Credentials(login=login, passphrase=passphrase),
            now=clock(),
            allow=_may_restore,
            progress=progress,
        )
        later = None if other is None else restoring.later_than(other.vault, told)
    desk = signing_in.sign_in(folder, login, passphrase, clock=clock, at_once=False)
    try:
        body = Restored(
            occurred_at=desk.clock(),
            sha256=told.sha256,
            seen=Seen(ordinal=told.head.ordinal, log_hash=told.head.log_hash.hex()),
            left_behind=later.entries if later is not None and later.agrees else None,
        )
        record(desk, roles.KEEP_RECORD, [(None, body)])
    finally:
        desk.close()
    return Back(made_at=told.made_at, entries=told.head.ordinal, later=later)


def _may_restore(opened: Vault) -> None:
    """By the roles that the person had when the backup was made; lets verify see the index too."""
    station = fold_station(opened.journal.what_made_station())
    person = station.author(opened.signer.chain)
    if person is None or not roles.may(person.roles, roles.KEEP_RECORD):
        raise as_refused(Refusal("not_your_role"))
    prepare(opened.journal, station, packs.in_force(station))
