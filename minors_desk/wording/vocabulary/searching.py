"""Words of the search: what a case was found by."""

from minors_desk.i18n import N_

WORDS = {
    "found_in": {
        "name": N_("found by a name"),
        "number": N_("found by a number"),
        "text": N_("found in a text"),
    },
}

FINDINGS: dict[str, str] = {}

REFUSALS: dict[str, tuple[str, str]] = {}
