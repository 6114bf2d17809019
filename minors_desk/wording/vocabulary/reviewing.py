"""Words of the review: where a case stands, how grave a finding is, what each finding says."""

from minors_desk.i18n import N_

WORDS = {
    "review_point": {
        "class": N_("Correct legal class"),
        "never_secure": N_("Never locked up, if accused of nothing"),
        "limits": N_("Limits met"),
        "parents": N_("Parent efforts enough"),
        "child_protection": N_("Child protection told, with its number"),
        "trafficking": N_("Trafficking screened, notice sent"),
        "consulate": N_("Consulate told or offered"),
        "missing_check": N_("Checked against missing children"),
        "interpreter": N_("Interpreter fit"),
        "medical": N_("Medical screening made"),
        "receiver": N_("Receiver verified"),
        "sharing": N_("Rules on sharing kept"),
        "property": N_("Property matches"),
        "signatures": N_("Signatures there"),
    },
    "review_point_state": {
        "nothing_against": N_("Nothing found against it"),
        "look": N_("LOOK AT THIS"),
        "nothing_recorded": N_("NOTHING RECORDED"),
        "does_not_apply": N_("Does not apply"),
    },
    "review_state": {
        "not_reviewed": N_("not reviewed"),
        "approved": N_("approved"),
        "approved_then_changed": N_("approved, then changed"),
        "returned": N_("returned"),
    },
    "severity": {
        "law": N_("Law"),
        "not_verified": N_("Law, not verified"),
        "handoff": N_("Handoff"),
        "does_not_fit": N_("Does not fit"),
        "paper": N_("Papers"),
        "station": N_("Station rule, not law"),
        "record": N_("How the record was kept"),
    },
    "severity_short": {
        "law": N_("law"),
        "not_verified": N_("not verified"),
        "handoff": N_("handoff"),
        "does_not_fit": N_("does not fit"),
        "paper": N_("papers"),
        "station": N_("station"),
        "record": N_("record"),
    },
    "review_finding": {
        "forbidden": N_("Forbidden, and it happened: {rule}"),
        "gate_shut": N_("Done although the law wants something first: {rule}"),
        "duty_missed": N_("Not done, {late} past its time: {rule}"),
        "duty_late": N_("Done {late} late: {rule}"),
        "interval_missed": N_("Not in time, {times}: {rule}"),
        "reason_missing": N_("Nobody said why this limit was passed: {rule}"),
        "start_not_known": N_("Not known when it began, so no clock runs: {rule}"),
        "later_than_target": N_("Not done, {late} later than the station wants: {rule}"),
        "met_after_target": N_("Done {late} later than the station wants: {rule}"),
        "rule_waived": N_("Not gone by, as {by} decided ({why}; {authority}): {rule}"),
        "not_screened": N_("Not screened for trafficking, although {screen_for}"),
        "entry": "{finding}",
        "paper_missing": N_("Not issued: {paper}"),
        "paper_not_out": N_("Issued, but it never came out: {paper}, {number}"),
        "late_entries": N_("Written down late, {count}: {reason}"),
        "corrected": N_("Amended or withdrawn since: {count}"),
        "clock_moved": N_("Written while the computer's clock was behind or had jumped: {count}"),
        "expunged": N_("Expunged by order: {count}"),
    },
}

REMINDERS = {"returned": N_("Returned by a supervisor, put right: {reasons}")}

FINDINGS: dict[str, str] = {}

REFUSALS: dict[str, tuple[str, str]] = {
    "own_case": (
        N_("You wrote in this case yourself"),
        N_("Let a supervisor review it who has no entry in it."),
    ),
    "changed_meanwhile": (
        N_("Something was entered in this case since you read it"),
        N_("Read what is new, then decide."),
    ),
    "approved_already": (
        N_("This entry was approved by a supervisor"),
        N_("Only a supervisor may correct it now."),
    ),
}
