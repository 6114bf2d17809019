"""Words of a report that a child is missing: the categories of the register."""

from minors_desk.i18n import N_

WORDS = {
    "missing_category": {
        "disability": N_("Disability"),
        "endangered": N_("Endangered"),
        "involuntary": N_("Involuntary"),
        "juvenile": N_("Juvenile"),
        "catastrophe": N_("Catastrophe"),
        "other": N_("Other"),
    },
}

FINDINGS: dict[str, str] = {}

REFUSALS: dict[str, tuple[str, str]] = {}
