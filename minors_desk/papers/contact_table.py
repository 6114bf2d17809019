"""The tables of the contact log: every attempt, what came of each duty, references, reports."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any
from uuid import UUID

from minors_desk.domain.contact_log import attempts, first_success, reason_not_reached
from minors_desk.domain.contacts import Contact, NotReached, Purpose, Reference, SentReport
from minors_desk.domain.duties import DutyClock
from minors_desk.papers.boxes import Absent
from minors_desk.papers.case_view import CaseView, short_time, until_time
from minors_desk.papers.clock_tables import due_words
from minors_desk.papers.grids import CellSource, TableSource
from minors_desk.wording.codes import word
from minors_desk.wording.phrases import joined

Cell = CellSource[CaseView, Any]


def _dues(view: CaseView, rule: str) -> Iterator[DutyClock]:
    return (one for one in view.given.clocks if one.rule.id == rule)


def _duty_words(view: CaseView, rule: str) -> str:
    due = next((due_words(one, view.zone) for one in _dues(view, rule)), "")
    return f"{rule}, due {due}" if due else rule


def _duty(view: CaseView, one: Contact) -> str:
    purpose = word("contact_purpose", one.told.purpose)
    return "\n".join((purpose, *(_duty_words(view, rule) for rule in one.told.duties)))


def _party(_: CaseView, one: Contact) -> str:
    return "\n".join(part for part in (one.told.party.name, one.told.party.number) if part)


def _at(view: CaseView, one: Contact) -> str:
    ended = one.told.ended_at
    words = view.when(one.at, one.entry_id)
    return words if ended is None else f"{words}\nto {until_time(one.at, ended, view.zone)}"


def _promised(view: CaseView, one: Contact) -> str:
    by = one.told.promised_by
    return joined(one.told.promised, "" if by is None else f"by {short_time(by, view.zone)}")


def _spoken(_: CaseView, one: Contact) -> str:
    number = f"id {one.told.spoke_id}" if one.told.spoke_id else ""
    return joined(one.told.spoke_with, number)


def _next(view: CaseView, one: Contact) -> str:
    at = one.told.next_try_at
    return "" if at is None else short_time(at, view.zone)


def _proof(view: CaseView, one: Contact) -> str:
    """The files of the record that were made within the attempt: a fax slip, a screen."""
    end = one.told.ended_at or one.at
    files = (file for file in view.case.attachments if one.at <= file.at <= end)
    return "; ".join(f"{file.purpose} (SHA-256 {file.sha256[:16]})" for file in files)


CONTACTS: TableSource[CaseView, Contact] = TableSource(
    "contacts",
    lambda view: view.case.contacts,
    {
        "at": CellSource("When", "contact_tried.occurred_at", _at, 6),
        "duty": CellSource("What for, duty, due", "contact_tried.duties", _duty, 7),
        "party": CellSource("Party, number", "contact_tried.party.name", _party, 8),
        "method": CellSource(
            "How",
            "contact_tried.method",
            lambda _, one: word("contact_method", one.told.method),
            5,
        ),
        "result": CellSource(
            "Result",
            "contact_tried.outcome",
            lambda _, one: word("contact_outcome", one.told.outcome),
            4,
            strong=True,
        ),
        "by": CellSource(
            "By", "contact_tried.done_by.name", lambda view, one: view.who(one.entry_id), 6
        ),
        "spoke_with": CellSource("Spoke with", "contact_tried.spoke_with", _spoken),
        "call_back": CellSource(
            "Call back", "contact_tried.call_back", lambda _, one: one.told.call_back
        ),
        "said": CellSource("Said", "contact_tried.said", lambda _, one: one.told.said, wide=True),
        "promised": CellSource("Promised", "contact_tried.promised", _promised, wide=True),
        "reference": CellSource(
            "Reference", "contact_tried.reference", lambda _, one: one.told.reference
        ),
        "next_try": CellSource("Next try", "contact_tried.next_try_at", _next),
        "interpreter": CellSource(
            "Interpreter", "contact_tried.interpreter", lambda _, one: one.told.interpreter
        ),
        "escalated_to": CellSource(
            "Escalated to", "contact_tried.escalated_to", lambda _, one: one.told.escalated_to
        ),
        "proof": CellSource("Proof", "attachment_added.purpose", _proof, wide=True),
    },
)
"""Boxes 1 to 15; those below a line are left out where nothing is recorded there."""


def _proved(view: CaseView, one: Contact) -> str:
    """What the caller says proves it, then the files of the record."""
    return joined(one.told.proof, _proof(view, one))


PROVED: TableSource[CaseView, Contact] = replace(
    CONTACTS,
    cells={
        **CONTACTS.cells,
        "proof": replace(CONTACTS.cells["proof"], field="contact_tried.proof", read=_proved),
    },
)
"""The same since what proves an attempt is told in words too."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Served:
    """What contacts were for: the attempts for one purpose, and why nobody was reached.

    `at` (UTC) and `entry_id` are of the first word on it.
    """

    purpose: Purpose
    at: datetime
    entry_id: UUID
    tried: tuple[Contact, ...]
    why: NotReached | None


def served(view: CaseView) -> tuple[Served, ...]:
    """Every purpose that was tried, or of which it was told why nobody was reached."""
    case = view.case
    words = [(one.told.purpose, one.at, one.entry_id) for one in case.contacts]
    words += [(one.purpose, one.at, one.entry_id) for one in case.not_reached]
    first = {purpose: (at, entry_id) for purpose, at, entry_id in reversed(words)}
    return tuple(
        Served(
            purpose=purpose,
            at=at,
            entry_id=entry_id,
            tried=attempts(case, purpose),
            why=reason_not_reached(case, purpose),
        )
        for purpose, (at, entry_id) in first.items()
    )


def _rules(view: CaseView, one: Served) -> str:
    rules = dict.fromkeys(rule for tried in one.tried for rule in tried.told.duties)
    return "\n".join(_duty_words(view, rule) for rule in rules)


def _success(view: CaseView, one: Served) -> str:
    found = first_success(view.case, one.purpose)
    if found is None:
        return ""
    return joined(view.when(found.at, found.entry_id), found.told.spoke_with)


def _why_not(view: CaseView, one: Served) -> str | Absent:
    if one.why is not None:
        return joined(one.why.reason, view.when(one.why.at, one.why.entry_id))
    reached = first_success(view.case, one.purpose) is not None
    return Absent("does_not_apply") if reached else ""


DUTIES: TableSource[CaseView, Served] = TableSource(
    "duties",
    served,
    {
        "purpose": CellSource(
            "What for",
            "contact_tried.purpose",
            lambda _, one: word("contact_purpose", one.purpose),
            6,
        ),
        "rules": CellSource("Duty, due", "contact_tried.duties", _rules, 7),
        "attempts": CellSource(
            "Tries", "contact_tried.party.number", lambda _, one: str(len(one.tried)), 2
        ),
        "first_success": CellSource("First success", "contact_tried.outcome", _success, 8),
        "reason": CellSource("Why not reached", "not_reached.reason", _why_not, 11),
    },
    lambda one: (one.at, f"{one.entry_id}.{one.purpose}"),
)
REFERENCES: TableSource[CaseView, Reference] = TableSource(
    "references",
    lambda view: view.case.references,
    {
        "at": CellSource(
            "When",
            "reference_given.occurred_at",
            lambda view, one: view.when(one.at, one.entry_id),
            6,
        ),
        "system": CellSource(
            "System",
            "reference_given.system",
            lambda _, one: word("reference_system", one.system),
            7,
        ),
        "number": CellSource(
            "Number", "reference_given.number", lambda _, one: one.number, 7, True, strong=True
        ),
        "issued_by": CellSource(
            "Issued by, note",
            "reference_given.issued_by",
            lambda _, one: joined(one.issued_by, one.note),
            9,
        ),
        "by": CellSource(
            "By", "reference_given.done_by.name", lambda view, one: view.who(one.entry_id), 6
        ),
    },
)
REPORTS: TableSource[CaseView, SentReport] = TableSource(
    "reports",
    lambda view: view.case.reports,
    {
        "at": CellSource(
            "Sent", "report_sent.occurred_at", lambda view, one: view.when(one.at, one.entry_id), 6
        ),
        "report": CellSource(
            "Report",
            "report_sent.report",
            lambda _, one: joined(word("report", one.report), one.part),
            8,
        ),
        "to": CellSource("To", "report_sent.to", lambda _, one: one.to, 8),
        "method": CellSource(
            "How", "report_sent.method", lambda _, one: word("contact_method", one.method), 4
        ),
        "reference": CellSource(
            "Reference", "report_sent.reference", lambda _, one: one.reference, 4
        ),
        "by": CellSource(
            "By", "report_sent.done_by.name", lambda view, one: view.who(one.entry_id), 6
        ),
    },
)
