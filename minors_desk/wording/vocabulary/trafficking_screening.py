"""Words of the screening for trafficking: what can be seen, how each was answered, who heard it."""

from minors_desk.i18n import N_

WORDS = {
    "trafficking_indicator": {
        "forced_to_work": N_("Made to work"),
        "wages_taken": N_("Wages taken or never paid"),
        "work_at_home_unpaid": N_("Unpaid work in a household"),
        "debt": N_("A debt to be worked off"),
        "taken_from_place_to_place": N_("Taken from place to place by others"),
        "deceived": N_("Deceived about the journey or the work"),
        "documents_held": N_("Papers or telephone held by somebody else"),
        "watched_or_controlled": N_("Watched or not free to leave"),
        "threatened": N_("Threatened, or its family is"),
        "treated_badly": N_("Treated badly by whom it worked for or stayed with"),
        "organs": N_("Signs of organ removal"),
        "commercial_sex": N_("Commercial sex"),
        "exploited_in_pictures": N_("Exploited in pictures or online"),
        "forced_crime": N_("Made to commit offences"),
        "living_conditions": N_("Living conditions that point to it"),
        "still_there": N_("Still in that place or with those people when found"),
        "others_there": N_("Other children there in the same way"),
        "escort_is_recruiter": N_("Who came with the child recruited, moved or employs it"),
        "exploiter_near": N_("Whom the child may fear is near"),
    },
    "indicator_group": {
        "work_and_money": N_("Work and money"),
        "movement_and_documents": N_("Movement and papers"),
        "control": N_("Control"),
        "sexual_exploitation": N_("Sexual exploitation"),
        "forced_crime": N_("Forced crime"),
        "at_the_place": N_("Where the child was found"),
        "escort": N_("Who came with the child"),
    },
    "indicator_answer": {
        "seen": N_("Seen"),
        "child_said": N_("Child told"),
        "other_person_said": N_("Other told"),
        "not_seen": N_("Not seen"),
        "could_not_tell": N_("Could not tell"),
        "not_asked": N_("Not asked"),
    },
    "service_needed": {
        "safe_place": N_("A safe place to live"),
        "medical": N_("Medical care"),
        "mental_health": N_("Mental health care"),
        "food_and_clothes": N_("Food and clothes"),
        "interpreter": N_("Interpreter"),
        "lawyer": N_("A lawyer"),
        "school": N_("School"),
        "family_tracing": N_("Finding its family"),
    },
    "screener_trained": {
        "yes": N_("Trained for it"),
        "no": N_("Not trained for it"),
        "unknown": N_("Not known whether trained"),
    },
    "escort_where": {
        "no_escort": N_("Nobody came with the child"),
        "out_of_the_room": N_("Out of the room and of hearing"),
        "in_the_room": N_("In the room"),
    },
    "interpreted_by": {
        "independent": N_("Independent interpreter"),
        "relative": N_("A relative"),
        "found_with_child": N_("Who was found with the child"),
        "not_needed": N_("None needed"),
        "nobody_found": N_("Nobody found"),
    },
    "trafficking_outcome": {
        "indicators_found": N_("Indicators found"),
        "none_seen": N_("None seen"),
        "not_finished": N_("Not finished"),
    },
    "why_screen": {
        "sign_seen": N_("a sign of trafficking was told"),
        "exploited": N_("somebody may exploit the child"),
        "adult_not_verified": N_("it was met with an adult whom nobody verified"),
        "adult_found_with": N_("an adult found with it showed no proof of a relation"),
        "escort": N_("it came with an escort"),
        "taken_by_somebody": N_("it was taken by somebody"),
    },
    "notice_state": {
        "not_sent": N_("Not sent yet"),
        "in_part": N_("Sent in part, which is enough for its time"),
        "whole": N_("Sent"),
    },
}

REMINDERS = {"screen_again": N_("Go on with the trafficking screening")}

FINDINGS: dict[str, str] = {
    "escort_at_screening": N_(
        "Who came with the child was in the room while it was screened for trafficking"
    ),
    "screening_interpreter_not_independent": N_(
        "A relative, or who was found with the child, interpreted the trafficking screening"
    ),
    "child_pressed": N_("The child was pressed in the trafficking screening"),
}

REFUSALS: dict[str, tuple[str, str]] = {}
