"""Words of papers: their names, and where a copy went."""

from minors_desk.i18n import N_

WORDS = {
    "signature_problem": {
        "changed": N_("What was signed was changed since, or the signature is not whole."),
        "added_to": N_("Something was added to the file behind the signature."),
        "not_trusted": N_("The signer is traced to none of the certificates given."),
        "expired": N_("The certificate is out of its time."),
        "not_readable": N_("The signature is not one that can be checked."),
    },
    "device": {"pen": N_("a pen"), "finger": N_("a finger"), "mouse": N_("a mouse")},
    "copy_fate": {
        "passed_on": N_("passed on"),
        "returned": N_("returned"),
        "destroyed": N_("destroyed"),
        "lost": N_("lost"),
    },
    "outlet": {"printer": N_("printed"), "file": N_("saved as a file")},
    "label_kind": {"wristband": N_("Wristband"), "bags": N_("Bags of belongings")},
    "downtime_sheet": {
        "intake": N_("Intake sheet"),
        "rounds": N_("Round sheet"),
        "calls": N_("Call log"),
        "receipt": N_("Receipt for a child"),
    },
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
        "rights_notice": N_("Children's rights notice"),
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
    "downtime_not_reserved": (
        N_("No sheet of that number was printed here"),
        N_("Read the number on the sheet again; `paper downtime-open` lists what is outstanding."),
    ),
    "downtime_entered": (
        N_("That sheet was entered already"),
        N_("A sheet is entered once: add what is missing to its case, or amend the entry."),
    ),
    "downtime_struck": (
        N_("That sheet was struck: its number is never entered"),
        N_("Copy what it says onto a sheet that is outstanding, or enter it by hand."),
    ),
    "downtime_other_sheet": (
        N_("A line of that kind is not on this sheet"),
        N_("This sheet has lines of: {kinds}."),
    ),
    "downtime_before_printed": (
        N_("A line happened before its sheet was printed"),
        N_("Give the time as it stands on the paper, with its date."),
    ),
}
