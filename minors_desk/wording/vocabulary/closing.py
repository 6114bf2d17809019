"""Words of waiving a duty and of closing a case."""

from minors_desk.i18n import N_

WORDS = {
    "let_go": {
        "waived": N_("waived by a supervisor"),
        "waived_by_agency": N_("the agency does not go by this rule"),
        "opened_in_error": N_("the case was opened in error"),
        "found_to_be_adult": N_("found to be an adult"),
    },
}

FINDINGS: dict[str, str] = {
    "duty_waived": N_("A duty was waived"),
    "closed_while_ours": N_("The case was closed while the child is in our custody or missing"),
}

REFUSALS: dict[str, tuple[str, str]] = {
    "closed_while_ours": (
        N_("The child is in our custody, or missing"),
        N_("Hand the child over, or say how custody ended; then close the case."),
    ),
    "reason_missing": (
        N_("Nobody said why a limit of the law was passed"),
        N_("First say why it was late: {first} ({count} in all)."),
    ),
    "still_owed": (
        N_("Something is still owed in this case"),
        N_("First do, or let a supervisor waive: {first} ({count} in all)."),
    ),
}
