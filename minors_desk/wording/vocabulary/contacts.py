"""Words of calls and contacts: what for, how, what it came to, references, reports, reminders."""

from minors_desk.i18n import N_

WORDS = {
    "contact_purpose": {
        "child_protection": N_("Child protection"),
        "parent_or_relative": N_("Parent or relative"),
        "consulate": N_("Consulate"),
        "missing_child_check": N_("Missing child check"),
        "trafficking_notice": N_("Trafficking notice"),
        "medical": N_("Medical help"),
        "lawyer": N_("Lawyer"),
        "receiver": N_("Receiver"),
        "interpreter": N_("Interpreter"),
        "supervisor": N_("Supervisor"),
        "federal_agency": N_("Federal agency"),
        "juvenile_authority": N_("Probation or juvenile court"),
        "interstate_office": N_("Interstate compact office (ICJ)"),
        "tribe": N_("The child's tribe"),
        "other": N_("Something else"),
    },
    "contact_method": {
        "telephone": N_("by telephone"),
        "email": N_("by e-mail"),
        "fax": N_("by fax"),
        "web_form": N_("by web form"),
        "in_person": N_("in person"),
        "radio": N_("by radio"),
        "letter": N_("by letter"),
    },
    "contact_outcome": {
        "reached": N_("Reached"),
        "no_answer": N_("No answer"),
        "voicemail": N_("Voicemail"),
        "busy": N_("Busy"),
        "wrong_number": N_("Wrong number"),
        "refused": N_("Refused to talk"),
        "after_hours_closed": N_("Closed at this hour"),
    },
    "not_called": {
        "do_not_contact": N_("Do not contact"),
        "has_died": N_("Has died"),
    },
    "intake_answer": {
        "accepted": N_("Accepted"),
        "screened_out": N_("Screened out"),
        "not_decided": N_("Not decided yet"),
    },
    "asked_for": {
        "take_custody": N_("Take custody"),
        "placement": N_("Placement"),
        "interview": N_("Interview by a trained interviewer"),
        "visit": N_("Come and see the child"),
        "advice": N_("Advice"),
    },
    "reference_system": {
        "ncic": N_("NCIC"),
        "ncmec": N_("NCMEC"),
        "cpic": N_("CPIC"),
        "child_protection": N_("Child protection"),
        "hhs_otip": N_("HHS trafficking office (OTIP)"),
        "rd_number": N_("RD number"),
        "cad": N_("CAD"),
        "court": N_("Court"),
        "receiver_check": N_("Records check of a receiver"),
        "other": N_("Other number"),
    },
    "report": {
        "child_protection_written": N_("Written report to child protection"),
        "trafficking_notice": N_("Trafficking notice"),
        "consular_notification": N_("Consular notification"),
        "missing_person_entry": N_("Missing person entry"),
        "parent_notice": N_("Written notice to the parent"),
        "receiver_report": N_("Written report to the receiver"),
        "cross_report": N_("Report to welfare or the prosecutor"),
        "other": N_("Other report"),
    },
}

REMINDERS = {
    "next_try": N_("Try {party} again, attempt {next}"),
    "promise": N_("Ask {party}: {words}"),
}

FINDINGS: dict[str, str] = {
    "unsafe_person_contacted": N_("Somebody was contacted who is marked as not safe to contact"),
    "parent_not_told_of": N_("Who was reached as parent is no person of this case yet"),
}

REFUSALS: dict[str, tuple[str, str]] = {}
