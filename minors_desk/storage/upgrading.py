"""Brings the tables of an older record up to date, after a backup that was proved."""

from dataclasses import dataclass
from datetime import datetime

from minors_desk.storage import backup, files
from minors_desk.storage.backup import Made
from minors_desk.storage.engine import Progress
from minors_desk.storage.record import Vault
from minors_desk.storage.versions import SCHEMA_VERSION

FOLDER = "backups"


@dataclass(frozen=True, slots=True)
class Upgraded:
    """From which version of the tables, and the backup that was made before; its name."""

    before: int
    made: Made
    name: str


def bring_up(vault: Vault, now: datetime, progress: Progress | None = None) -> Upgraded | None:
    """Upgrade a record that is open for writing; None when its tables are of this version.

    The backup lies in ``backups/`` of the record folder and stays there. All steps are one
    transaction: a power cut leaves the old tables or the new. Raises as ``backup.make`` does.
    """
    before = vault.schema_version()
    if before == SCHEMA_VERSION:
        return None
    folder = vault.folder / FOLDER
    files.refuse_links(vault.folder, FOLDER)
    files.make_folder(folder)
    name = f"version-{before}-{now:%Y%m%d-%H%M%S}.backup"
    made = backup.make(vault, folder / name, now, progress)
    vault.migrate()
    return Upgraded(before, made, f"{FOLDER}/{name}")
