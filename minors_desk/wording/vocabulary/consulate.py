"""Words of the consulate: what applies to a nationality, the offer, the notice, a hold."""

from minors_desk.i18n import N_

WORDS = {
    "consular_kind": {
        "mandatory": N_("Must be told"),
        "on_request": N_("Told only on request"),
        "ask_first": N_("Ask first"),
        "none": N_("No consulate to tell"),
    },
    "consular_why": {
        "on_list": N_("it is on the list, whatever the child wishes"),
        "covered_by_list": N_("the list includes it, whatever the child wishes"),
        "not_on_list": N_("the child is told that it may ask"),
        "no_embassy": N_("has no embassy here"),
        "no_state": N_("no country is known that would be told: ask counsel"),
        "own_territory": N_("a territory of this country: ask whether the child is of another"),
        "not_known": N_("nationality not known: the child is told, and asked again"),
        "no_rule": N_("no rule of this station tells of consulates: ask counsel"),
        "home": N_("the country of this station"),
    },
    "consular_caution": {
        "not_permanent_residents": N_(
            "not of a lawful permanent resident, told only on request; the program does not ask "
            "for that status and counts it as mandatory"
        ),
        "also_home": N_(
            "also said to be of this country: whether a notice is then owed is not verified - "
            "ask counsel; counted as owed"
        ),
        "not_in_un": N_(
            "no member of the United Nations: whose consulate it is, is not verified - ask counsel"
        ),
        "agreement_not_read": N_(
            "an agreement of 1999 with China exists; whether it makes the notice mandatory is "
            "not verified - ask counsel"
        ),
    },
    "offer_said": {
        "may_be_told": N_("May be told, on request"),
        "will_be_told": N_("Must be told"),
    },
    "offer_answer": {
        "wants": N_("Wants it told"),
        "declines": N_("Declines"),
        "no_answer": N_("No answer"),
        "not_understood": N_("Did not understand"),
        "could_not_be_asked": N_("Could not be asked"),
    },
    "answered_by": {
        "child": N_("The child"),
        "parent": N_("A parent"),
        "guardian": N_("A guardian"),
    },
    "notice_why": {
        "asked": N_("On request"),
        "mandatory": N_("Mandatory"),
        "guardian": N_("A guardian may be needed"),
        "death": N_("The child died"),
    },
    "notice_told": {
        "name": N_("Name"),
        "birth_date": N_("Date of birth"),
        "birth_place": N_("Place of birth"),
        "passport": N_("Passport"),
        "held_since": N_("Held since when"),
        "held_where": N_("Where held"),
        "contact": N_("Whom to ask for access"),
    },
    "guardian_why": {
        "no_parent_found": N_("No parent found"),
        "parents_dead": N_("Parents dead"),
        "parents_far_away": N_("Parents far away"),
        "parent_cannot_care": N_("Parent cannot care for it"),
        "parent_may_harm": N_("Parent may harm it"),
        "court_asked": N_("A court asked"),
        "other": N_("Another reason"),
    },
    "held_back": {
        "consular_notice": N_("Notice to a consulate"),
        "disclosure_abroad": N_("Any word to another country"),
    },
    "counsel_says": {
        "go_ahead": N_("Go ahead"),
        "keep_back": N_("Keep it back"),
    },
}

FINDINGS: dict[str, str] = {
    "consulate_not_understood": N_(
        "The child did not understand what it was told of its consulate"
    ),
    "consulate_not_asked": N_("The child could not be asked about its consulate"),
    "consulate_contacted_under_hold": N_(
        "A consulate was contacted while the notice was held for counsel"
    ),
    "told_abroad_under_hold": N_(
        "A consulate or another country was told something while that was held for counsel"
    ),
    "counsel_answer_without_hold": N_("Counsel answered on what was not held back"),
    "mandatory_notice_not_given": N_(
        "Custody ended and a consulate that must be told was not told"
    ),
    "consulate_told_though_declined": N_("A consulate was told although that was declined"),
}

REFUSALS: dict[str, tuple[str, str]] = {}
