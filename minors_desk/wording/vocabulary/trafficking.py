"""Words of trafficking: what may be seen of it, and how it came to light."""

from minors_desk.i18n import N_

WORDS = {
    "trafficking_sign": {
        "forced_to_work": N_("Made to work"),
        "wages_taken": N_("Wages taken or never paid"),
        "work_at_home_unpaid": N_("Unpaid work in a household"),
        "commercial_sex": N_("Commercial sex"),
        "exploited_in_pictures": N_("Exploited in pictures or online"),
        "forced_crime": N_("Made to commit offences"),
        "taken_from_place_to_place": N_("Taken from place to place by others"),
        "documents_held": N_("Papers or telephone held by somebody else"),
        "watched_or_controlled": N_("Watched, threatened or not free to leave"),
        "debt": N_("A debt to be worked off"),
        "deceived": N_("Deceived about the journey or the work"),
        "organs": N_("Signs of organ removal"),
        "other": N_("Another sign"),
    },
    "discovered": {
        "seen": N_("Seen"),
        "child_said": N_("The child said so"),
        "other_person_said": N_("Somebody else said so"),
        "record": N_("From a record"),
        "found_on_child": N_("Found with the child"),
    },
}

FINDINGS: dict[str, str] = {}

REFUSALS: dict[str, tuple[str, str]] = {}
