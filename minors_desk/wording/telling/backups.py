"""Copies and checks of the record, in one line each."""

from collections.abc import Callable
from typing import Any

from minors_desk.domain.backups import BackupMade, RecordVerified, Restored
from minors_desk.i18n import N_, SOURCE_LANGUAGE, translator
from minors_desk.wording.codes import word
from minors_desk.wording.phrases import joined

_ = translator(SOURCE_LANGUAGE)

HEADINGS: dict[str, str] = {
    "backup_made": N_("Backup made"),
    "restored": N_("Brought back"),
    "record_verified": N_("Record checked"),
}


def _backup(body: BackupMade) -> str:
    upto = _("up to entry {n}").format(n=body.seen.ordinal)
    return joined(word("backup_reason", body.reason), upto, body.place, body.sha256[:16])


def _restored(body: Restored) -> str:
    left = body.left_behind
    behind = "" if left is None else _("entries left in the other copy: {n}").format(n=left)
    upto = _("from a backup up to entry {n}").format(n=body.seen.ordinal)
    return joined(upto, behind, body.sha256[:16])


def _verified(body: RecordVerified) -> str:
    upto = _("up to entry {n}").format(n=body.seen.ordinal)
    return joined(verified_words(body.problems), upto)


def verified_words(problems: int) -> str:
    """The answer of a check: whole and unchanged, or how many problems."""
    if not problems:
        return _("whole and unchanged")
    return _("1 problem") if problems == 1 else _("{n} problems").format(n=problems)


SENTENCES: dict[type, Callable[[Any], str]] = {
    BackupMade: _backup,
    Restored: _restored,
    RecordVerified: _verified,
}
