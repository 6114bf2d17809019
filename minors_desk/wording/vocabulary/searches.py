"""Words of a search of the child: how far it went, and by whom."""

from minors_desk.i18n import N_

WORDS = {
    "search_extent": {
        "pat_down": N_("Pat-down"),
        "outer_clothing": N_("Outer clothing"),
        "bag": N_("Bag"),
        "strip": N_("Strip search"),
    },
    "same_sex": {
        "yes": N_("same sex"),
        "no": N_("not the same sex"),
        "not_known": N_("not known whether the same sex"),
    },
}

FINDINGS: dict[str, str] = {
    "strip_search": N_("A strip search of a child"),
    "searched_not_by_same_sex": N_("Searched by somebody who is not of the same sex"),
}

REFUSALS: dict[str, tuple[str, str]] = {}
