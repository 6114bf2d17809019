"""Words of papers: their names, and where a copy went."""

from minors_desk.i18n import N_

WORDS = {
    "outlet": {"printer": N_("printed"), "file": N_("saved as a file")},
    "label_kind": {"wristband": N_("Wristband"), "bags": N_("Bags of belongings")},
    "packet_for": {
        "receiver": N_("The receiver"),
        "child": N_("The child"),
        "station": N_("The station"),
    },
    "paper": {
        "transfer_receipt": N_("Transfer-of-custody receipt"),
        "child_receipt": N_("For the child to keep"),
        "packet": N_("Packet cover sheet"),
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
