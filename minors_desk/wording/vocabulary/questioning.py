"""Words of a questioning about an offense: whether a lawyer and an adult are with the child."""

from minors_desk.i18n import N_

WORDS = {
    "lawyer_there": {
        "present": N_("Lawyer present"),
        "on_the_telephone": N_("Lawyer on the telephone"),
        "not_there": N_("No lawyer"),
        "refused_by_child": N_("Lawyer refused by the child"),
    },
    "adult_there": {
        "parent_or_guardian": N_("With parent or guardian"),
        "other_adult": N_("With another adult"),
        "nobody": N_("No adult"),
        "refused_by_child": N_("Adult refused by the child"),
    },
}

FINDINGS: dict[str, str] = {}

REFUSALS: dict[str, tuple[str, str]] = {}
