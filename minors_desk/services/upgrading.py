"""Brings an older record up to this program's version when somebody opens it to write."""

from datetime import datetime

from minors_desk.domain.backups import BackupMade, BackupReason
from minors_desk.domain.printed import Seen
from minors_desk.storage import upgrading
from minors_desk.storage.backup import Made
from minors_desk.storage.record import Vault


def bring_up(opened: Vault, now: datetime) -> tuple[BackupMade | None, tuple[str, ...]]:
    """The entry of the backup that was made before, and what to tell the person; None if current.

    Raises as a backup does: a record that cannot be backed up is not upgraded.
    """
    upgraded = upgrading.bring_up(opened, now)
    if upgraded is None:
        return None, ()
    told = f"The record was brought up to date; a backup from before lies in {upgraded.name}."
    return entry_of(upgraded.made, now, "before_upgrade"), (told,)


def entry_of(made: Made, now: datetime, reason: BackupReason, place: str = "") -> BackupMade:
    """What the log says of a backup; ``place`` is where it was written to."""
    return BackupMade(
        occurred_at=now,
        sha256=made.sha256,
        size=made.size,
        seen=Seen(ordinal=made.head.ordinal, log_hash=made.head.log_hash.hex()),
        reason=reason,
        place=place,
    )
