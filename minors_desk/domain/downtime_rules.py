"""What may be entered from a sheet of paper days: once, by its own lines, never a struck one."""

from collections.abc import Mapping
from datetime import datetime

from minors_desk.domain.admission import Refusal
from minors_desk.domain.downtime import Sheet, SheetKind

LINES: Mapping[SheetKind, frozenset[str]] = {
    "intake": frozenset(
        {"encountered", "classed", "fact_told", "person_told", "custody_began", "rights_told"}
        | {"child_searched", "property_taken", "cash_counted", "bag_sealed", "call_offered"}
        | {"care_given", "medically_screened", "protection_concern", "trafficking_sign_seen"}
    ),
    "rounds": frozenset({"welfare_checked", "care_given", "medicine_given", "moved"}),
    "calls": frozenset({"contact_tried", "report_sent", "reference_given", "not_reached"}),
    "receipt": frozenset(
        {"handoff_proposed", "receiver_checked", "handoff_counted", "handoff_refused"}
        | {"handoff_failed", "property_returned"}
    ),
}
"""What the lines of each sheet become, by kind of entry. That a child was handed over is accepted
at the desk alone: both sides sign terms that only the program can bind."""


def must_be_outstanding(sheets: Mapping[str, Sheet], number: str) -> Sheet:
    """The sheet of that number as typed; a Refusal unless it may still be entered or struck."""
    sheet = sheets.get(number.strip().upper())
    if sheet is None:
        raise Refusal("downtime_not_reserved")
    if sheet.state == "entered":
        raise Refusal("downtime_entered")
    if sheet.state == "struck":
        raise Refusal("downtime_struck")
    return sheet


def check_line(sheet: Sheet, kind: str, at: datetime) -> None:
    """Refuses a line that such a sheet has not, or one that happened before it was printed."""
    if kind not in LINES[sheet.kind]:
        raise Refusal("downtime_other_sheet", kinds=", ".join(sorted(LINES[sheet.kind])))
    if at < sheet.reserved_at:
        raise Refusal("downtime_before_printed")
