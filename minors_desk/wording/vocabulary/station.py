"""Words of the station: roles and signing keys."""

from minors_desk.i18n import N_

WORDS = {
    "role": {
        "officer": N_("Officer"),
        "supervisor": N_("Supervisor"),
        "administrator": N_("Administrator"),
        "auditor": N_("Auditor"),
    },
    "key_reason": {
        "first": N_("first key of this record"),
        "recovery": N_("recovery key"),
        "added": N_("new person"),
        "reset": N_("new passphrase"),
    },
}

FINDINGS: dict[str, str] = {}

REFUSALS: dict[str, tuple[str, str]] = {
    "supervisor_must_sign": (
        N_("A new person's key must be introduced by a supervisor"),
        N_("Let a supervisor who is an administrator add the person."),
    ),
}
