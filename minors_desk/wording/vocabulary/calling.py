"""Words of the next call: why not now, what is missing, what to say and what never to say."""

from minors_desk.i18n import N_

WORDS: dict[str, dict[str, str]] = {
    "not_rung": {
        "do_not_contact": N_("Do not contact"),
        "has_died": N_("Has died"),
        "ask_first": N_("Ask before contact"),
        "number_barred": N_("Number of somebody not to contact"),
        "wrong_number": N_("Wrong number: find another"),
        "already_reached": N_("Reached already"),
        "next_try": N_("Tried; next try"),
        "closed": N_("Closed by its hours"),
        "held_for_counsel": N_("Held for counsel: call counsel; the time of the notice goes on"),
        "counsel_first": N_("Said to be a refugee: ask counsel before its government hears of it"),
        "federal": N_("Not without the law and a supervisor"),
    },
    "call_missing": {
        "nobody_known": N_("Nobody to ring is known: find out who, or enter the line"),
        "no_number": N_("No number known: find it, and enter it in the directory"),
        "nobody_may_be_rung": N_("Nobody known may be rung: see below"),
    },
    "escalation": {
        "another_line": N_("Nobody answers: ring another line (house practice)"),
        "tell_supervisor": N_("Nobody answers: tell the supervisor (house practice)"),
    },
    "opening": {
        "open": N_("Open now"),
        "closed": N_("Closed now"),
        "not_known": N_("Hours not known"),
    },
    "federal_call": {
        "not_said": N_("The rules of this place do not say that it is allowed: ask counsel"),
        "forbidden": N_("The law here forbids telling them who or where the child is"),
        "needs": N_("The law here limits it, or first wants something: see the rules, ask counsel"),
        "supervisor": N_("The law here does not forbid it; a supervisor must allow it first"),
        "allowed": N_("The law here and a supervisor allow it"),
    },
    "say": {
        "we_are": N_("This is {name}, {station}."),
        "ask_who_they_are": N_("Ask first who they are to the child; let them say the name."),
        "child": N_("The child's name is {name}."),
        "child_unnamed": N_("We do not know the child's name yet."),
        "age": N_("Age: {age}."),
        "sex": N_("{sex}."),
        "language": N_("Speaks {language}."),
        "with_us": N_("The child is with us. Say that it is safe, if it is."),
        "where": N_("The child is at {place}."),
        "since": N_("With us since {since}."),
        "is_missing": N_("The child left and is missing since {since}."),
        "met": N_("Met at {place}, {at}."),
        "met_alone": N_("No adult was with the child."),
        "parent_not_reached": N_("No parent reached yet; tries: {tries}."),
        "concern": N_("Concern: {concern}."),
        "trafficking_signs": N_("Signs of trafficking were seen."),
        "class": N_("Class: {class}."),
        "lives_in": N_("The child lives in {lives_in}."),
        "tribal_link": N_("Belongs to the tribe: {tribal_link}."),
        "language_wanted": N_("We need an interpreter for {language}."),
        "ask_reference": N_("Ask for their reference number and the name."),
        "ask_who_comes": N_("Ask who comes, and when."),
        "ask_query_number": N_("Ask for the number of the query."),
        "call_back": N_("Call back on {number}."),
        "never_fear_or_status": N_("Not a word of fear, danger, asylum or immigration status."),
        "never_where_before_who": N_("Do not say where the child is before you know who it is."),
        "never_the_name": N_("The child's name is not needed."),
        "nothing_to_them": N_("Say nothing of the child to them before that is cleared."),
        "nothing_yet": N_("Say nothing of a child to a federal agency yet."),
    },
}

FINDINGS: dict[str, str] = {}

REFUSALS: dict[str, tuple[str, str]] = {}
