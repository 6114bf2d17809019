"""Words of children found together: what they are to each other, and whether they still are."""

from minors_desk.i18n import N_

WORDS: dict[str, dict[str, str]] = {
    "companion_relation": {
        "sibling": N_("Brother or sister"),
        "half_sibling": N_("Half-brother or half-sister"),
        "cousin": N_("Cousin"),
        "parent_child": N_("Parent and child"),
        "friend": N_("Friend"),
        "unrelated": N_("Not related"),
        "not_known": N_("Relation not known"),
    },
    "companion_state": {
        "linked": N_("found or named together"),
        "kept_together": N_("kept together"),
        "parted": N_("parted"),
    },
}

FINDINGS: dict[str, str] = {
    "companion_of_itself": N_("A case that is named as its own companion"),
    "companion_not_linked": N_("Speaks of a companion whose case was not linked"),
}

REFUSALS: dict[str, tuple[str, str]] = {
    "companion_of_itself": (
        N_("A child is no companion of itself"),
        N_("Choose the case of the other child."),
    ),
    "found_with_is_a_tie": (
        N_("Children found together are not linked, they are tied in both cases"),
        N_("Enter it as companions (companion_linked)."),
    ),
    "tie_to_another_child": (
        N_("A tie is not changed to another child"),
        N_("Withdraw it, and tie the right child."),
    ),
}
