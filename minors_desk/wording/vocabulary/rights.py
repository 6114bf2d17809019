"""Words of what a child is told and of the calls it is offered."""

from minors_desk.i18n import N_

WORDS = {
    "right": {
        "reason_held": N_("Why it is held"),
        "rights": N_("Its rights"),
        "where_going": N_("Where it is going"),
        "who_will_come": N_("Who will come"),
        "may_call": N_("That it may call somebody"),
        "lawyer": N_("That it may have a lawyer"),
        "consulate": N_("That its consulate may be told"),
        "how_long": N_("How long it may be held"),
    },
    "understood": {
        "yes": N_("understood"),
        "no": N_("not understood"),
        "not_clear": N_("not clear whether understood"),
    },
    "call_to": {
        "parent": N_("Parent"),
        "relative": N_("Relative"),
        "lawyer": N_("Lawyer"),
        "consulate": N_("Consulate"),
        "other": N_("Somebody else"),
    },
    "call_answer": {
        "made": N_("call made"),
        "no_answer": N_("nobody answered"),
        "refused": N_("refused by the child"),
        "not_possible": N_("not possible"),
    },
}

FINDINGS: dict[str, str] = {
    "told_but_not_understood": N_("The child did not understand what it was told"),
    "call_not_possible": N_("A call was not possible"),
}

REFUSALS: dict[str, tuple[str, str]] = {}
