"""Checking the whole record, and making again what is derived from its log."""

from minors_desk.domain import roles
from minors_desk.domain.backups import RecordVerified
from minors_desk.domain.changes import Changes
from minors_desk.domain.printed import Seen
from minors_desk.services.desk import Desk
from minors_desk.services.recording import record, require
from minors_desk.storage import verify
from minors_desk.storage.engine import Progress
from minors_desk.storage.verify import Report

__all__ = ["Report", "note_verified", "rebuild_index", "verify_record"]


def verify_record(
    desk: Desk, *, signatures: bool = False, progress: Progress | None = None
) -> Report:
    """Checks files, pages, every entry of the log and what is derived; the first fault first.

    ``signatures``: each entry's, not only those that bind all before them (CONTRACT 5.10). Damage
    is reported, not raised; raises Refused when the person's roles do not allow it. Others may
    save meanwhile, in another thread; what ``progress`` raises ends it.
    """
    require(desk, roles.VERIFY)
    return verify.verify(desk.vault, signatures=signatures, progress=progress)


def note_verified(desk: Desk, report: Report) -> Changes | None:
    """Says in the log that the record was checked, and what came of it.

    None when it cannot be said there: the record is open for reading only, saved work is missing
    from it, or no entry could be read.
    """
    head = report.head
    if head is None or not desk.vault.writes or desk.vault.missing_work is not None:
        return None
    body = RecordVerified(
        occurred_at=desk.clock(),
        seen=Seen(ordinal=head.ordinal, log_hash=head.log_hash.hex()),
        problems=len(report.problems),
    )
    return record(desk, roles.VERIFY, [(None, body)])


def rebuild_index(desk: Desk, progress: Progress | None = None) -> int:
    """Makes lists, search and what else is derived again from the log; how many cases.

    Raises Refused when the person's roles do not allow it; all or nothing is changed.
    """
    require(desk, roles.KEEP_RECORD)
    return desk.vault.rebuild_index(progress)
