"""Words of the encounter: legal class and sex as seen."""

from minors_desk.i18n import N_

WORDS = {
    "legal_class": {
        "non_offender": N_("Non-offender"),
        "status_offender": N_("Status offender"),
        "accused_delinquent": N_("Accused delinquent"),
    },
    "legal_class_meaning": {
        "non_offender": N_("Charged with nothing: alone, lost, neglected. Never locked up."),
        "status_offender": N_("Runaway, truant or curfew. Not a crime; never in a lockup."),
        "accused_delinquent": N_("Accused of what would be a crime for an adult."),
    },
    "sex": {"girl": N_("Girl"), "boy": N_("Boy"), "not_clear": N_("Not clear")},
}

FINDINGS: dict[str, str] = {
    "encountered_twice": N_("A second encounter in one case"),
}

REFUSALS: dict[str, tuple[str, str]] = {
    "no_encounter": (
        N_("A case begins with an encounter"),
        N_("Enter the encounter first."),
    ),
    "encountered_twice": (
        N_("This case has its encounter already"),
        N_("Amend that entry, or open a new case."),
    ),
}
