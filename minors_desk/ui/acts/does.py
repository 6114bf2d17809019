"""Which act brings about what a duty waits for: the one button beside it."""

from minors_desk.domain.care import CARE_EVENTS
from minors_desk.domain.rules import Rule
from minors_desk.ui.acts import catalog
from minors_desk.ui.acts.act import Act

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
)
_REPORTS = (
    "child_protection_report_sent",
    "trafficking_notice_sent",
    "consular_notification_sent",
    "missing_person_entered",
)
_TOLD = ("reason_told", "rights_told", "consulate_told")
_OFFERS = ("call_offered", "parent_call_offered")
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
    "parent_not_reached": ("not_reached",),
    "searched": ("search_child",),
    **dict.fromkeys(_CALLS, ("call",)),
    **dict.fromkeys(CARE_EVENTS, ("give_care",)),
    **dict.fromkeys(_REPORTS, ("report_sent",)),
    **dict.fromkeys(_TOLD, ("tell_rights",)),
    **dict.fromkeys(_OFFERS, ("offer_call",)),
}
"""Names of acts by event; of several the first that there is."""


def act_for(rule: Rule) -> Act | None:
    """The act that satisfies the rule in the first of the ways that it names; None: no act does."""
    names = (name for event in rule.satisfied_by for name in DOES.get(event, ()))
    return next((catalog.BY_NAME[name] for name in names if name in catalog.BY_NAME), None)
