"""Words of care: what is seen at a welfare check, what is offered and how that is taken."""

from minors_desk.i18n import N_

WORDS = {
    "condition": {
        "calm": N_("Awake, calm"),
        "asleep": N_("Asleep"),
        "upset": N_("Upset or crying"),
        "unwell": N_("Unwell"),
    },
    "need": {
        "food": N_("Food"),
        "water": N_("Water"),
        "toilet": N_("Toilet"),
        "rest": N_("Rest"),
        "warmth": N_("Warmth"),
        "clothing": N_("Clothing"),
        "washing": N_("Washing"),
        "blanket": N_("Blanket"),
        "infant_care": N_("Infant care"),
        "period_care": N_("Period care"),
        "comfort": N_("Comfort"),
        "exercise": N_("Exercise"),
    },
    "taken": {
        "offered": N_("offered"),
        "accepted": N_("accepted"),
        "refused": N_("refused by the child"),
    },
}

REMINDERS = {"next_dose": N_("Next dose: {medicine}, {dose}")}

FINDINGS: dict[str, str] = {}

REFUSALS: dict[str, tuple[str, str]] = {}
