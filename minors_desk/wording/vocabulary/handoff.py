"""Words of the handoff: how the receiver was checked, sides, states, what is missing."""

from minors_desk.i18n import N_

WORDS = {
    "how_checked": {
        "badge_seen": N_("Badge or agency card seen"),
        "document_seen": N_("Identity document seen"),
        "called_back": N_("Called back on a number of our own"),
        "known_to_officer": N_("Known to the officer"),
    },
    "check_result": {"matches": N_("Matches"), "does_not_match": N_("Does not match")},
    "receiver_kind": {
        "child_protection": N_("Child protection"),
        "parent": N_("Parent or guardian"),
        "private_person": N_("Private person"),
        "other_agency": N_("Other agency"),
    },
    "side": {"officer": N_("Handing over"), "receiver": N_("Receiving")},
    "handoff_state": {
        "open": N_("under way"),
        "accepted": N_("accepted"),
        "overtaken": N_("overtaken by a later attempt"),
        "refused": N_("refused"),
        "failed": N_("failed"),
        "lapsed": N_("lapsed: custody ended otherwise"),
    },
    "not_handed_over": {
        "refused": N_("Somebody said no"),
        "failed": N_("It came to nothing, nobody refused"),
    },
    "refused_by": {
        "receiver": N_("the receiver"),
        "officer": N_("the officer"),
        "supervisor": N_("a supervisor"),
    },
    "refusal_reason": {
        "no_space": N_("No space"),
        "no_transport": N_("No transport"),
        "needs_medical_care": N_("The child needs medical care first"),
        "more_information": N_("More information is wanted"),
        "wrong_receiver": N_("Not the right receiver"),
        "identity_not_proved": N_("The receiver's identity was not proved"),
        "release_condition_not_met": N_("A condition of release is not met"),
        "child_afraid": N_("The child is afraid of the receiver"),
        "other": N_("Another reason"),
    },
    "condition_done": {
        "class": N_("The child is classed"),
        "name": N_("A name is told"),
        "record_check": N_("Missing-child records were searched"),
        "gate": N_("{title} ({law})"),
        "gate_not_verified": N_("{title} ({law}, not verified)"),
        "screened": N_("The child was medically screened"),
        "counted": N_("Belongings were counted with the receiver: all there"),
        "scan": N_("The copy signed by hand is scanned in"),
    },
    "condition_missing": {
        "class": N_("The child is not classed"),
        "name": N_("Nobody told a name"),
        "record_check": N_("Missing-child records were not searched"),
        "gate": N_("The law wants first: {title} ({law})"),
        "gate_not_verified": N_("The law may want first: {title} ({law}, not verified)"),
        "screened": N_("The child was not medically screened"),
        "reason_missing": N_("Nobody said yet why this limit was passed: {title}"),
        "not_handed_on": N_("Belongings not handed on yet; the receipt says they are here: {n}"),
        "not_counted": N_("Belongings to be counted with the receiver: {n}"),
        "scan": N_("The copy signed by hand is not scanned in yet"),
    },
    "condition_alarm": {
        "not_to_contact": N_("The receiver is called like {name}, who is DO NOT CONTACT: {why}"),
        "count_differs": N_("Counted with the receiver, and it does not agree: {words}"),
    },
    "condition_note": {
        "next_dose": N_("Tell the receiver: next dose of {medicine}, {dose}"),
        "still_owed": N_("Goes on with us: {title}"),
    },
    "failure_reason": {
        "receiver_did_not_come": N_("The receiver did not come"),
        "receiver_came_too_late": N_("The receiver came too late"),
        "transport_broke_down": N_("The transport broke down"),
        "child_unfit_to_travel": N_("The child is not fit to travel"),
        "other": N_("Another reason"),
    },
}

FINDINGS: dict[str, str] = {
    "handoff_not_proposed": N_("Speaks of a handoff that was never proposed"),
    "handoff_closed": N_("Speaks of a handoff attempt that is closed"),
    "handoff_number_used": N_("The number of that handoff attempt is used already"),
    "copy_of_another_paper": N_("What was signed by hand is no printed receipt of this handoff"),
    "terms_differ": N_("The terms of the handoff are not those that were accepted"),
    "receiver_not_checked": N_("The receiver was not checked"),
    "receiver_does_not_match": N_("The receiver did not match"),
    "officer_has_not_signed": N_("The officer has not signed these terms"),
    "receiver_has_not_signed": N_("The receiver has not signed these terms"),
}

REFUSALS: dict[str, tuple[str, str]] = {
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
}

MISSING = frozenset(
    {
        "receiver_not_checked",
        "receiver_does_not_match",
        "officer_has_not_signed",
        "receiver_has_not_signed",
    }
)
"""What can stand between an attempt and its acceptance: told together, in one refusal."""
