"""Words of custody: what it counts from, and what cannot be."""

from minors_desk.i18n import N_

WORDS = {
    "starts_from": {
        "contact": N_("First contact with an officer"),
        "arrival": N_("Arrival at the station"),
        "transfer": N_("Taken over from another agency"),
    },
}

FINDINGS: dict[str, str] = {
    "custody_began_twice": N_("Custody began although it had begun already"),
    "moved_outside_custody": N_("Moved while not in our custody"),
    "handed_over_outside_custody": N_("Handed over while not in our custody"),
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
}
