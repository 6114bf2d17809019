"""Words of care: what is seen at a welfare check."""

from minors_desk.i18n import N_

WORDS = {
    "condition": {
        "calm": N_("Awake, calm"),
        "asleep": N_("Asleep"),
        "upset": N_("Upset or crying"),
        "unwell": N_("Unwell"),
    },
}

FINDINGS: dict[str, str] = {}

REFUSALS: dict[str, tuple[str, str]] = {}
