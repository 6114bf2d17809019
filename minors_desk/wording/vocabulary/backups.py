"""Words of copies of the record: why one was made."""

from minors_desk.i18n import N_

WORDS = {
    "backup_reason": {
        "asked": N_("asked for"),
        "before_upgrade": N_("before an upgrade of the record"),
    },
}

FINDINGS: dict[str, str] = {}

REFUSALS: dict[str, tuple[str, str]] = {}
