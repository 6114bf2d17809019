"""Words for every code the domain uses: answers, states, refusals, findings."""

from minors_desk.domain.admission import Refusal
from minors_desk.i18n import N_, SOURCE_LANGUAGE, translator

_ = translator(SOURCE_LANGUAGE)

WORDS = {
    "legal_class": {
        "non_offender": N_("Non-offender"),
        "status_offender": N_("Status offender"),
        "accused_delinquent": N_("Accused delinquent"),
    },
    "legal_class_meaning": {
        "non_offender": N_("Charged with nothing: alone, lost, neglected. Never locked up."),
        "status_offender": N_("Runaway, truant or curfew. Not a crime; never in a lockup."),
        "accused_delinquent": N_("Accused of what would be a crime for an adult."),
    },
    "sex": {"girl": N_("Girl"), "boy": N_("Boy"), "not_clear": N_("Not clear")},
    "starts_from": {
        "contact": N_("First contact with an officer"),
        "arrival": N_("Arrival at the station"),
        "transfer": N_("Taken over from another agency"),
    },
    "condition": {
        "calm": N_("Awake, calm"),
        "asleep": N_("Asleep"),
        "upset": N_("Upset or crying"),
        "unwell": N_("Unwell"),
    },
    "source": {
        "said": N_("says so"),
        "document": N_("document seen"),
        "record": N_("from a record"),
        "seen": N_("as seen"),
    },
    "certainty": {"sure": N_("sure"), "likely": N_("likely"), "doubtful": N_("doubtful")},
    "name_kind": {
        "usual": N_("Usual name"),
        "on_document": N_("On a document"),
        "nickname": N_("Nickname"),
    },
    "how_checked": {
        "badge_seen": N_("Badge or agency card seen"),
        "document_seen": N_("Identity document seen"),
        "called_back": N_("Called back on a number of our own"),
        "known_to_officer": N_("Known to the officer"),
    },
    "check_result": {"matches": N_("Matches"), "does_not_match": N_("Does not match")},
    "side": {"officer": N_("Handing over"), "receiver": N_("Receiving")},
    "handoff_state": {
        "open": N_("under way"),
        "accepted": N_("accepted"),
        "overtaken": N_("overtaken by a later attempt"),
    },
    "outlet": {"printer": N_("printed"), "file": N_("saved as a file")},
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
    "role": {
        "officer": N_("Officer"),
        "supervisor": N_("Supervisor"),
        "administrator": N_("Administrator"),
        "auditor": N_("Auditor"),
    },
    "key_reason": {
        "first": N_("first key of this record"),
        "recovery": N_("recovery key"),
        "added": N_("new person"),
        "reset": N_("new passphrase"),
    },
    "paper": {"transfer_receipt": N_("Transfer-of-custody receipt")},
    "state": {
        "met": N_("not in custody"),
        "in_custody": N_("in our custody"),
        "handed_over": N_("handed over"),
    },
    "duty_state": {
        "running": N_("owed"),
        "met": N_("met"),
        "met_late": N_("met late"),
        "start_not_known": N_("start not known - ask"),
        "open_ended": N_("owed without delay"),
    },
    "finding": {
        "encountered_twice": N_("A second encounter in one case"),
        "custody_began_twice": N_("Custody began although it had begun already"),
        "moved_outside_custody": N_("Moved while not in our custody"),
        "handed_over_outside_custody": N_("Handed over while not in our custody"),
        "handoff_not_proposed": N_("Speaks of a handoff that was never proposed"),
        "handoff_closed": N_("Speaks of a handoff attempt that is closed"),
        "handoff_number_used": N_("The number of that handoff attempt is used already"),
        "terms_differ": N_("The terms of the handoff are not those that were accepted"),
        "receiver_not_checked": N_("The receiver was not checked"),
        "receiver_does_not_match": N_("The receiver did not match"),
        "officer_has_not_signed": N_("The officer has not signed these terms"),
        "receiver_has_not_signed": N_("The receiver has not signed these terms"),
        "paper_not_issued": N_("Speaks of a paper that was never issued"),
        "amendment_waits": N_("A correction waits for an entry that is not here"),
        "amendment_of_another_kind": N_("A correction of another kind than the entry it corrects"),
        "later_version": N_("An entry that this version of the program cannot read"),
    },
}
"""Words by list and code; every code the domain can give stands here (a test holds it)."""

REFUSALS = {
    "in_the_future": (
        N_("That time lies more than 2 minutes in the future"),
        N_("Enter when it happened; check the clock of this computer."),
    ),
    "late_without_reason": (
        N_("That was more than 15 minutes ago"),
        N_("Choose why it is written down late."),
    ),
    "no_encounter": (
        N_("A case begins with an encounter"),
        N_("Enter the encounter first."),
    ),
    "encountered_twice": (
        N_("This case has its encounter already"),
        N_("Amend that entry, or open a new case."),
    ),
    "custody_began_twice": (
        N_("This child is in our custody already"),
        N_("To say where the child is now, log a move."),
    ),
    "handoff_not_proposed": (
        N_("There is no handoff attempt of that number"),
        N_("Propose the handoff first."),
    ),
    "handoff_closed": (
        N_("That handoff attempt is closed"),
        N_("Begin a new attempt."),
    ),
    "handoff_number_used": (
        N_("That number of a handoff attempt is used already"),
        N_("Use the next number."),
    ),
    "terms_differ": (
        N_("The terms of this handoff have changed"),
        N_("Read them again, and let both sides sign again."),
    ),
    "handed_over_outside_custody": (
        N_("This child is not in our custody"),
        N_("Only a child in our custody can be handed over."),
    ),
    "paper_not_issued": (
        N_("No paper of that issue is in this case"),
        N_("Issue the paper first."),
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
    "supervisor_must_sign": (
        N_("A new person's key must be introduced by a supervisor"),
        N_("Let a supervisor who is an administrator add the person."),
    ),
    "not_your_role": (
        N_("Your role does not allow this"),
        N_("Ask a supervisor or an administrator."),
    ),
}
_HANDOFF_MISSING = frozenset(
    {
        "receiver_not_checked",
        "receiver_does_not_match",
        "officer_has_not_signed",
        "receiver_has_not_signed",
    }
)


def word(codes: str, code: str) -> str:
    """The words for a code of that list; the code itself when it is of a later version."""
    return _(WORDS[codes].get(code, code))


def choices(codes: str) -> tuple[tuple[str, str], ...]:
    """(code, words) of a list, in its order: what a choice field shows."""
    return tuple((code, _(words)) for code, words in WORDS[codes].items())


def refusal(error: Refusal) -> tuple[str, str]:
    """(what happened, what to do) for a refusal of the domain."""
    if error.code in _HANDOFF_MISSING:
        named = "; ".join(word("finding", code) for code in error.missing)
        return _("This handoff cannot be accepted yet"), _("Missing: {what}.").format(what=named)
    title, hint = REFUSALS[error.code]
    return _(title), _(hint).format(**error.params)
