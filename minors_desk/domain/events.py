"""Every event that a rule may start from or be satisfied by; the feature that owns it notes it."""

from minors_desk.domain.care import CARE_EVENTS
from minors_desk.domain.contacts import TABLE_EVENTS
from minors_desk.domain.facts import FACT_EVENTS
from minors_desk.domain.rights import CALL_EVENTS, RIGHTS_EVENTS

EVENTS = (
    CARE_EVENTS
    | TABLE_EVENTS
    | frozenset(FACT_EVENTS.values())
    | {"encountered", "classed", "interpreter_used"}
    | {"trafficking_sign_seen", "trafficking_screened"}
    | {"abuse_suspected", "no_carer_known", "missing_report_received", "questioning_began"}
    | {"custody_began", "custody_ended", "left_without_leave", "found_again", "died"}
    | {"consulate_wanted", "guardian_needed"}
    | {"detainer_received", "detainer_copy_given"}
    | {"secured", "unsecured", "cuffed_to_object", "uncuffed", "held_with_adults"}
    | {"handoff_refused", "handoff_failed", "handed_over"}
    | {"welfare_checked", "medicine_given", "medically_screened", "urgent_sign_seen"}
    | RIGHTS_EVENTS
    | CALL_EVENTS
    | {"searched", "strip_searched", "phone_searched", "property_taken", "property_returned"}
)
