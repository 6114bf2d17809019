"""Which act brings about what a duty waits for: the one button beside it."""

from minors_desk.domain.care import CARE_EVENTS
from minors_desk.domain.contacts import REPORT_EVENTS
from minors_desk.domain.facts import FACT_EVENTS
from minors_desk.domain.rights import CALL_EVENTS, RIGHTS_EVENTS
from minors_desk.domain.rules import Rule
from minors_desk.ui.acts import catalog
from minors_desk.ui.acts.act import Act
from minors_desk.ui.acts.contacts import OF_ONE_REPORT

_CALLS = (
    "child_protection_reached",
    "parent_reached",
    "consulate_reached",
    "trafficking_office_reached",
    "medical_help_reached",
    "lawyer_reached",
    "receiver_reached",
    "interpreter_reached",
    "supervisor_told",
    "federal_agency_reached",
    "juvenile_authority_reached",
    "interstate_office_reached",
    "tribe_reached",
)
DOES: dict[str, tuple[str, ...]] = {
    "welfare_checked": ("check",),
    "unsecured": ("lock", "move"),
    "uncuffed": ("lock", "move"),
    "handed_over": ("hand_over",),
    "custody_ended": ("end_custody",),
    "custody_began": ("begin_custody",),
    "found_again": ("found_again",),
    "classed": ("class_child",),
    "interpreter_used": ("interpreter",),
    "medicine_given": ("give_medicine",),
    "medically_screened": ("screen",),
    "missing_child_check_done": ("reference",),
    "receiver_check_done": ("receiver_check",),
    "abuse_suspected": ("protection_concern",),
    "no_carer_known": ("protection_concern",),
    "questioning_began": ("questioning",),
    "trafficking_screened": ("trafficking_screening",),
    "trafficking_sign_seen": ("trafficking_sign",),
    "missing_report_received": ("missing_report",),
    "parent_not_reached": ("not_reached",),
    "searched": ("search_child",),
    "detainer_received": ("detainer_received",),
    "detainer_copy_given": ("answer_detainer",),
    **dict.fromkeys(_CALLS, ("call",)),
    **dict.fromkeys(CARE_EVENTS, ("give_care",)),
    **{REPORT_EVENTS[report]: (f"report_{report}",) for report in OF_ONE_REPORT},
    **dict.fromkeys(RIGHTS_EVENTS, ("tell_rights",)),
    "consulate_told": ("consular_offer",),
    "consular_notification_sent": ("consular_notice",),
    "guardian_needed": ("guardian_needed",),
    **dict.fromkeys(CALL_EVENTS, ("offer_call",)),
    **{event: (f"tell_{fact}",) for fact, event in FACT_EVENTS.items()},
}
"""Names of acts by event; of several the first that there is."""


def act_for(rule: Rule) -> Act | None:
    """The act that satisfies the rule in the first of the ways that it names; None: no act does."""
    names = (name for event in rule.satisfied_by for name in DOES.get(event, ()))
    return next((catalog.BY_NAME[name] for name in names if name in catalog.BY_NAME), None)
