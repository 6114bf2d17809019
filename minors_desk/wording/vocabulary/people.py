"""Words of relatives and other adults: who they are to the child, whether to contact them."""

from minors_desk.i18n import N_

WORDS: dict[str, dict[str, str]] = {
    "person_role": {
        "mother": N_("Mother"),
        "father": N_("Father"),
        "step_parent": N_("Step-parent"),
        "grandparent": N_("Grandparent"),
        "aunt_uncle": N_("Aunt or uncle"),
        "brother_sister": N_("Brother or sister"),
        "cousin": N_("Cousin"),
        "spouse_partner": N_("Spouse or partner"),
        "guardian": N_("Guardian"),
        "other_relative": N_("Another relative"),
        "family_friend": N_("Friend of the family"),
        "adult_found_with": N_("Adult found with the child"),
        "sponsor_named": N_("Sponsor named by the child"),
        "escort": N_("Escort"),
        "lawyer": N_("Lawyer"),
        "unknown": N_("Not known"),
    },
    "safe_to_contact": {
        "yes": N_("safe to contact"),
        "no": N_("DO NOT CONTACT"),
        "ask_first": N_("ask before contact"),
    },
    "alive": {
        "yes": N_("alive"),
        "no": N_("has died"),
        "unknown": N_("not known whether alive"),
    },
}

FINDINGS: dict[str, str] = {}

REFUSALS: dict[str, tuple[str, str]] = {}
