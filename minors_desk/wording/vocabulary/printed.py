"""Words of papers: their names, and where a copy went."""

from minors_desk.i18n import N_

WORDS = {
    "outlet": {"printer": N_("printed"), "file": N_("saved as a file")},
    "paper": {
        "transfer_receipt": N_("Transfer-of-custody receipt"),
        "custody_log": N_("Juvenile custody log"),
        "belongings": N_("Property inventory and receipt"),
        "consular_notice": N_("Consular notification sheet"),
        "consular_guardian": N_("Consular notice: a guardian may be needed"),
        "screening_sheet": N_("Medical and welfare screening"),
        "contact_log": N_("Contact and notification log"),
        "diligence": N_("Statement of diligence"),
        "disclosure_register": N_("Disclosure register"),
        "welfare_referral": N_("Child-welfare referral"),
        "trafficking_notice": N_("Child-trafficking notification to HHS"),
        "unaccompanied_summary": N_("Unaccompanied-child referral summary"),
        "handoff_summary": N_("Handoff summary and supervisor review"),
        "shift_brief": N_("Shift brief"),
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
