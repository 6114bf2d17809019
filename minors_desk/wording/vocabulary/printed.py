"""Words of papers: their names, and where a copy went."""

from minors_desk.i18n import N_

WORDS = {
    "copy_fate": {
        "passed_on": N_("passed on"),
        "returned": N_("returned"),
        "destroyed": N_("destroyed"),
        "lost": N_("lost"),
    },
    "outlet": {"printer": N_("printed"), "file": N_("saved as a file")},
    "paper": {
        "transfer_receipt": N_("Transfer-of-custody receipt"),
        "custody_log": N_("Juvenile custody log"),
        "contact_log": N_("Contact and notification log"),
        "diligence": N_("Statement of diligence"),
        "disclosure_register": N_("Disclosure register"),
    },
}

FINDINGS: dict[str, str] = {
    "paper_not_issued": N_("Speaks of a paper that was never issued"),
}

REFUSALS: dict[str, tuple[str, str]] = {
    "paper_not_issued": (
        N_("No paper of that issue is in this case"),
        N_("Issue the paper first."),
    ),
}
