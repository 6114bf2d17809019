"""A report that this child is missing, as it reached us: from then it is owed to the registers."""

from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Literal
from uuid import UUID

from minors_desk.domain.bodies import Body, Handlers, Line, Needed

if TYPE_CHECKING:
    from minors_desk.domain.entries import Entry
    from minors_desk.domain.folding import Draft

MissingCategory = Literal[
    "disability", "endangered", "involuntary", "juvenile", "catastrophe", "other"
]
"""How the Missing Person file of NCIC divides reports."""


class MissingReportReceived(Body, frozen=True, kw_only=True, tag="missing_report_received"):
    """Somebody reported this child missing; ``number`` is that of the report, where it has one."""

    reported_by: Needed
    number: Line = ""
    category: MissingCategory
    note: Line = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class MissingReport:
    """A report as it stands; ``at`` in UTC."""

    entry_id: UUID
    at: datetime
    reported_by: str
    number: str
    category: MissingCategory
    note: str


def _received(draft: "Draft", entry: "Entry", body: MissingReportReceived) -> None:
    draft.missing_reports.append(
        MissingReport(
            entry_id=entry.id,
            at=body.occurred_at,
            reported_by=body.reported_by,
            number=body.number,
            category=body.category,
            note=body.note,
        )
    )
    draft.event("missing_report_received", entry, body)


KINDS = (MissingReportReceived,)
HANDLERS: Handlers = {MissingReportReceived: _received}
