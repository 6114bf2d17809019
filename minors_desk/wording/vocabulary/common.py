"""Words every feature uses: how exactly a time is known, who stands behind an entry, states."""

from minors_desk.i18n import N_

WORDS = {
    "precision": {
        "minute": N_("to the minute"),
        "about": N_("about"),
        "day": N_("the day only"),
        "month": N_("the month only"),
        "unknown": N_("time not known"),
    },
    "late": {
        "with_the_child": N_("Was with the child"),
        "on_the_phone": N_("Was on the phone"),
        "system_was_down": N_("The system was down"),
        "told_later": N_("Was told of it later"),
        "written_on_paper_first": N_("Was written on paper first"),
    },
    "how_second": {
        "own_passphrase": N_("own passphrase"),
        "signed_on_paper": N_("signed on paper"),
        "named_only": N_("named only"),
    },
    "state": {
        "met": N_("not in custody"),
        "in_custody": N_("in our custody"),
        "missing": N_("missing"),
        "handed_over": N_("handed over"),
        "ended": N_("custody ended"),
        "closed": N_("closed"),
    },
    "duty_state": {
        "running": N_("owed"),
        "met": N_("met"),
        "met_late": N_("met late"),
        "met_after_target": N_("met, later than the station's target"),
        "start_not_known": N_("start not known - ask"),
        "open_ended": N_("owed without delay"),
        "later_than_target": N_("later than the station's target"),
        "standing_still": N_("stands still: not locked"),
        "let_go": N_("owed no longer"),
    },
}

FINDINGS: dict[str, str] = {
    "amendment_waits": N_("A correction waits for an entry that is not here"),
    "amendment_of_another_kind": N_("A correction of another kind than the entry it corrects"),
    "later_version": N_("An entry that this version of the program cannot read"),
}

REFUSALS: dict[str, tuple[str, str]] = {
    "in_the_future": (
        N_("That time lies more than 2 minutes in the future"),
        N_("Enter when it happened; check the clock of this computer."),
    ),
    "late_without_reason": (
        N_("That was more than 15 minutes ago"),
        N_("Choose why it is written down late."),
    ),
    "amendment_of_another_kind": (
        N_("A correction must be of the same kind as the entry it corrects"),
        N_("Withdraw the entry instead, and enter what is right."),
    ),
    "not_an_entry": (
        N_("A field of that entry is not as it must be"),
        N_("Check {field}: {expected}."),
    ),
    "contradicts_an_entry": (
        N_("That cannot be so together with what is already in the log"),
        N_("If the earlier entry is wrong, withdraw it first."),
    ),
    "not_yours_to_correct": (
        N_("Only the author of an entry or a supervisor may correct it"),
        N_("Ask the author or a supervisor."),
    ),
    "not_your_role": (
        N_("Your role does not allow this"),
        N_("Ask a supervisor or an administrator."),
    ),
}
