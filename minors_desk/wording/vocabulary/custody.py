"""Words of custody and presence: from what it counts, what holds a child, how it ends."""

from minors_desk.i18n import N_

WORDS = {
    "starts_from": {
        "contact": N_("First contact with an officer"),
        "arrival": N_("Arrival at the station"),
        "transfer": N_("Taken over from another agency"),
        "returned": N_("Came back to us"),
    },
    "end_reason": {
        "left_without_leave": N_("Left without leave"),
        "found_to_be_adult": N_("Found to be an adult"),
        "court_order": N_("Taken under a court order"),
        "died": N_("Died"),
        "opened_in_error": N_("Opened in error"),
    },
    "end_reason_meaning": {
        "left_without_leave": N_("The child is missing from now on, until it is found"),
        "found_to_be_adult": N_(
            "The age of an adult was proved, as the law here has it; say by what"
        ),
        "court_order": N_("A court's order was carried out by others than a receiver"),
        "died": N_("Say where and who was told"),
        "opened_in_error": N_("There never was a custody; the entries stay readable"),
    },
    "door": {"no": N_("Not locked"), "yes": N_("Locked")},
    "in_vehicle": {"no": N_("Not held"), "yes": N_("Locked in or cuffed")},
    "lock_change": {"on": N_("Locked or cuffed"), "off": N_("Let loose")},
    "held_by": {
        "locked_room": N_("Locked room"),
        "cuffed_to_object": N_("Cuffed to an object"),
        "cuffed_hands": N_("Hands cuffed, to no object"),
        "other": N_("Held otherwise"),
    },
    "transport_purpose": {
        "handoff": N_("To the receiver"),
        "hospital": N_("To a hospital"),
        "court": N_("To court"),
        "other_station": N_("To another station"),
        "other": N_("Elsewhere"),
    },
    "kept_apart": {
        "yes": N_("apart from adults in custody"),
        "no": N_("NOT apart from adults in custody"),
    },
    "same_sex_escort": {
        "yes": N_("Escort of the same sex"),
        "no": N_("No escort of the same sex"),
    },
    "link_reason": {
        "same_child_another_night": N_("The same child, another night"),
        "found_with": N_("Found together"),
        "relative": N_("A relative"),
    },
}

FINDINGS: dict[str, str] = {
    "custody_began_twice": N_("Custody began although it had begun already"),
    "moved_outside_custody": N_("Moved while not in our custody"),
    "custody_began_after_death": N_("Custody began although the child is told to have died"),
    "returned_without_leaving": N_("Came back, but no custody of this case had ended"),
    "secured_outside_custody": N_("Locked or cuffed while not in our custody"),
    "already_secured": N_("Locked or cuffed by what held the child already"),
    "unsecured_outside_custody": N_("Unlocked while not in our custody"),
    "not_secured": N_("Unlocked although that did not hold the child"),
    "relieved_outside_custody": N_("The watch changed while not in our custody"),
    "unwatched": N_("Nobody is named who watches the child"),
    "gap": N_("Told too inexactly to say where the child was, minute by minute"),
    "transport_outside_custody": N_("Driven while not in our custody"),
    "left_twice": N_("Left again, although no arrival was told"),
    "arrived_without_leaving": N_("Arrived, although no leaving was told"),
    "arrival_not_told": N_("The drive before this has no arrival"),
    "odometer_went_back": N_("The odometer shows less on arrival than on leaving"),
    "handed_over_outside_custody": N_("Handed over while not in our custody"),
    "custody_ended_outside_custody": N_("Custody ended while not in our custody"),
    "found_again_not_missing": N_("Found again, although not told to be missing"),
    "linked_to_itself": N_("The case is linked to itself"),
}

REFUSALS: dict[str, tuple[str, str]] = {
    "custody_began_twice": (
        N_("This child is in our custody already"),
        N_("To say where the child is now, log a move."),
    ),
    "handed_over_outside_custody": (
        N_("This child is not in our custody"),
        N_("Only a child in our custody can be handed over."),
    ),
    "custody_ended_outside_custody": (
        N_("This child is not in our custody"),
        N_("Custody that has not begun, or has ended already, cannot end."),
    ),
}
