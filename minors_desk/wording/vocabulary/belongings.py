"""Words of belongings: why a thing is kept, papers, to whom it went, what is wrong with it."""

from minors_desk.i18n import N_

WORDS = {
    "property_category": {
        "kept_by_child": N_("Kept by the child"),
        "safekeeping": N_("Safekeeping"),
        "evidence": N_("Evidence"),
        "medicine": N_("Medicine"),
        "contraband": N_("Contraband"),
    },
    "identity_paper": {
        "passport": N_("Passport"),
        "birth_record": N_("Birth record"),
        "identity_card": N_("Identity card"),
        "other": N_("Another paper"),
    },
    "property_sort": {
        "thing": N_("A thing"),
        "identity_paper": N_("An identity paper"),
        "phone": N_("A phone"),
    },
    "property_extent": {
        "lines": N_("Some lines of the list"),
        "bag": N_("A whole bag"),
        "everything": N_("Everything but evidence and contraband"),
    },
    "seal_intact": {"yes": N_("Intact"), "no": N_("Broken")},
    "keepsake": {"religious": N_("Religious"), "family": N_("Of the family")},
    "returned_to": {
        "child": N_("To the child"),
        "receiver": N_("To the receiver"),
        "parent": N_("To a parent"),
        "other": N_("To somebody else"),
    },
}

FINDINGS: dict[str, str] = {
    "property_line_used": N_("The number of that line of property is used already"),
    "property_unknown": N_("Speaks of a line or bag of property that is not on the list"),
    "property_returned_already": N_("Speaks of property that was returned already"),
    "property_disputed": N_("The child does not agree with the list of its property"),
    "property_missing": N_("Property is missing"),
    "seal_broken": N_("A sealed bag was not intact"),
    "cash_differs": N_("A recount of cash came to another sum"),
    "phone_numbers_without_consent": N_("Numbers were noted from a phone without consent"),
    "phone_searched_without_authority": N_("A phone was looked into without authority or consent"),
}

REFUSALS: dict[str, tuple[str, str]] = {
    "property_line_used": (
        N_("That number of a line of property is used already"),
        N_("Use the next number."),
    ),
}
