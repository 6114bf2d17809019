"""Words of a concern for the child's protection: what may be the matter."""

from minors_desk.i18n import N_

WORDS = {
    "concern": {
        "hurt_by_somebody": N_("Hurt by somebody"),
        "sexual_harm": N_("Sexual harm"),
        "neglected": N_("Neglected"),
        "left_alone": N_("Left alone"),
        "no_carer": N_("Nobody to care for it"),
        "exploited": N_("Exploited by somebody"),
        "threatened": N_("Threatened"),
        "other": N_("Another concern"),
    },
}

FINDINGS: dict[str, str] = {}

REFUSALS: dict[str, tuple[str, str]] = {}
