"""Checking the whole record, and making again what is derived from its log."""

from minors_desk.domain import roles
from minors_desk.services.desk import Desk
from minors_desk.services.recording import require
from minors_desk.storage import verify
from minors_desk.storage.engine import Progress
from minors_desk.storage.verify import Report


def verify_record(desk: Desk, *, signatures: bool = False) -> Report:
    """Checks files, pages, every entry of the log and what is derived; the first fault first.

    ``signatures``: each entry's, not only those that bind all before them (CONTRACT 5.10). Damage
    is reported, not raised; raises Refused when the person's roles do not allow it.
    """
    require(desk, roles.VERIFY)
    return verify.verify(desk.vault, signatures=signatures)


def rebuild_index(desk: Desk, progress: Progress | None = None) -> int:
    """Makes lists, search and what else is derived again from the log; how many cases.

    Raises Refused when the person's roles do not allow it; all or nothing is changed.
    """
    require(desk, roles.KEEP_RECORD)
    return desk.vault.rebuild_index(progress)
