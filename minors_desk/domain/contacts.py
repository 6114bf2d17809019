"""Calls and contacts: each attempt to reach somebody, what it came to, references and reports."""

from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, ClassVar, Literal
from uuid import UUID

from minors_desk.domain.bodies import (
    CLOCK_PRECISIONS,
    Body,
    Handlers,
    Instant,
    Line,
    Minutes,
    Needed,
    Part,
)
from minors_desk.domain.rights import LAWYER_CONSULTED

if TYPE_CHECKING:
    from minors_desk.domain.entries import Entry
    from minors_desk.domain.folding import Draft

Purpose = Literal[
    "child_protection",
    "parent_or_relative",
    "consulate",
    "missing_child_check",
    "trafficking_notice",
    "medical",
    "lawyer",
    "receiver",
    "interpreter",
    "supervisor",
    "federal_agency",
    "juvenile_authority",
    "interstate_office",
    "tribe",
    "other",
]
Method = Literal["telephone", "email", "fax", "web_form", "in_person", "radio", "letter"]
Outcome = Literal[
    "reached", "no_answer", "voicemail", "busy", "wrong_number", "refused", "after_hours_closed"
]
System = Literal[
    "ncic",
    "ncmec",
    "cpic",
    "child_protection",
    "hhs_otip",
    "rd_number",
    "cad",
    "court",
    "receiver_check",
    "other",
]
Report = Literal[
    "child_protection_written",
    "trafficking_notice",
    "consular_notification",
    "missing_person_entry",
    "parent_notice",
    "receiver_report",
    "cross_report",
    "other",
]
IntakeAnswer = Literal["accepted", "screened_out", "not_decided"]
"""What child protection said to a report made by telephone: whether it takes it on."""
AskedFor = Literal["take_custody", "placement", "interview", "visit", "advice"]
"""What a report asks child protection for; ``interview``: by those trained for it, at a place for
children."""

PURPOSE_EVENTS: dict[Purpose, tuple[str, str]] = {
    "child_protection": ("child_protection_tried", "child_protection_reached"),
    "parent_or_relative": ("parent_tried", "parent_reached"),
    "consulate": ("consulate_tried", "consulate_reached"),
    "missing_child_check": ("missing_child_check_tried", "missing_child_check_done"),
    "trafficking_notice": ("trafficking_office_tried", "trafficking_office_reached"),
    "medical": ("medical_help_tried", "medical_help_reached"),
    "lawyer": ("lawyer_tried", "lawyer_reached"),
    "receiver": ("receiver_tried", "receiver_reached"),
    "interpreter": ("interpreter_tried", "interpreter_reached"),
    "supervisor": ("supervisor_tried", "supervisor_told"),
    "federal_agency": ("federal_agency_tried", "federal_agency_reached"),
    "juvenile_authority": ("juvenile_authority_tried", "juvenile_authority_reached"),
    "interstate_office": ("interstate_office_tried", "interstate_office_reached"),
    "tribe": ("tribe_tried", "tribe_reached"),
}
"""(tried, reached) by what the contact is for; no rule can name what is for something else."""
REFERENCE_EVENTS: dict[System, str] = {
    "ncic": "missing_child_check_done",
    "ncmec": "missing_child_check_done",
    "cpic": "missing_child_check_done",
    "receiver_check": "receiver_check_done",
}
"""The number of a query is the proof that it was made: for the child (rule US-MC-05), or for the
person who is to receive it."""
REPORT_EVENTS: dict[Report, str] = {
    "child_protection_written": "child_protection_report_sent",
    "trafficking_notice": "trafficking_notice_sent",
    "consular_notification": "consular_notification_sent",
    "missing_person_entry": "missing_person_entered",
    "parent_notice": "parent_notice_sent",
    "receiver_report": "receiver_report_sent",
    "cross_report": "cross_report_sent",
}
NOT_REACHED_EVENTS: dict[Purpose, str] = {"parent_or_relative": "parent_not_reached"}
"""The end of attempts from which other duties start (Cal. WIC 305(a), 627(b))."""
RELATIVE_REACHED = "relative_reached"
"""What *parent reached* becomes where the person who was reached is another relative."""
TABLE_EVENTS = frozenset(
    {
        *(name for pair in PURPOSE_EVENTS.values() for name in pair),
        RELATIVE_REACHED,
        *REFERENCE_EVENTS.values(),
        *REPORT_EVENTS.values(),
        *NOT_REACHED_EVENTS.values(),
    }
)
"""All that these four tables can tell a rule."""


class Party(Part, frozen=True, kw_only=True):
    """Whom one tries to reach: a person told in the case, a line of the directory, or neither."""

    name: Needed
    number: Line = ""
    person_id: UUID | None = None
    line_id: Line = ""

    def is_same(self, other: "Party") -> bool:
        """Whether both are the same party, as far as can be said.

        Ids decide where both have one, then the digits of the numbers, then the names: two
        numbers of one name count as two parties, so that no try is taken for another.
        """
        if self.person_id is not None and other.person_id is not None:
            return self.person_id == other.person_id
        if self.line_id and other.line_id:
            return self.line_id == other.line_id
        mine, theirs = _digits(self.number), _digits(other.number)
        if mine and theirs:
            return mine == theirs
        return self.name.casefold().split() == other.name.casefold().split()

    def shares_number(self, other: "Party") -> bool:
        """Whether the same telephone rings for both."""
        mine = _digits(self.number)
        return bool(mine) and mine == _digits(other.number)


def _digits(number: str) -> str:
    """What is dialled; the 1 before a North American number does not make it another."""
    digits = "".join(one for one in number if one.isdigit())
    return digits[1:] if len(digits) == 11 and digits[0] == "1" else digits


class Intake(Part, frozen=True, kw_only=True):
    """What became of a report to child protection at its intake (paper 5, boxes 1 and 16).

    ``waited_minutes`` in the queue before somebody took the report; ``reason`` of the answer.
    """

    waited_minutes: Minutes | None = None
    answer: IntakeAnswer | None = None
    reason: Line = ""
    asked_for: tuple[AskedFor, ...] = ()


class ContactTried(Body, frozen=True, kw_only=True, tag="contact_tried"):
    """An attempt to reach somebody, from when it began; every try is an entry of its own.

    ``duties`` are the ids of the rules it serves. Of what was said only the minimum necessary.
    ``proof`` is what shows that it was made, such as a fax slip, and where that lies. ``intake`` is
    of a report to child protection.
    """

    added: ClassVar[frozenset[str]] = frozenset({"proof", "intake"})

    party: Party
    purpose: Purpose
    method: Method
    outcome: Outcome
    ended_at: Instant | None = None
    duties: tuple[Needed, ...] = ()
    spoke_with: Line = ""
    spoke_id: Line = ""
    call_back: Line = ""
    said: Line = ""
    promised: Line = ""
    promised_by: Instant | None = None
    reference: Line = ""
    next_try_at: Instant | None = None
    interpreter: Line = ""
    escalated_to: Line = ""
    proof: Line = ""
    intake: Intake | None = None

    def misfit(self) -> tuple[str, str] | None:
        """A time of a promise nobody made, an intake of somebody else, what was before it began."""
        if self.promised_by is not None and not self.promised:
            return "promised", "what was promised by that time"
        if self.intake is not None and self.purpose != "child_protection":
            return "intake", "nothing: only a report to child protection has an intake"
        if self.precision not in CLOCK_PRECISIONS:
            return None
        end = self.occurred_at if self.ended_at is None else self.ended_at
        if end < self.occurred_at:
            return "ended_at", "an instant not before occurred_at"
        if self.next_try_at is not None and self.next_try_at <= end:
            return "next_try_at", "an instant after the attempt"
        if self.promised_by is not None and self.promised_by < self.occurred_at:
            return "promised_by", "an instant not before occurred_at"
        return None

    def told_until(self) -> datetime:
        """The end of the attempt where it was noted."""
        return self.occurred_at if self.ended_at is None else self.ended_at


class ReferenceGiven(Body, frozen=True, kw_only=True, tag="reference_given"):
    """A number under which another system or agency knows the child or the report."""

    system: System
    number: Needed
    issued_by: Line = ""
    note: Line = ""


class NotReachedExplained(Body, frozen=True, kw_only=True, tag="not_reached"):
    """Why somebody who had to be told was not reached: the foot of the contact log (paper 9)."""

    purpose: Purpose
    reason: Needed


class ReportSent(Body, frozen=True, kw_only=True, tag="report_sent"):
    """A written report that was owed went out; ``part`` says which when it was not all of it."""

    report: Report
    to: Needed
    method: Method
    reference: Line = ""
    part: Line = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Contact:
    """An attempt as it stands; ``told`` is what was written of it."""

    entry_id: UUID
    told: ContactTried

    @property
    def at(self) -> datetime:
        """When it began, UTC."""
        return self.told.occurred_at

    @property
    def reached(self) -> bool:
        """Whether somebody was spoken to, or the message got through."""
        return self.told.outcome == "reached"


@dataclass(frozen=True, slots=True, kw_only=True)
class Reference:
    """A number of another system as it stands; ``at`` in UTC."""

    entry_id: UUID
    at: datetime
    system: System
    number: str
    issued_by: str
    note: str


@dataclass(frozen=True, slots=True, kw_only=True)
class NotReached:
    """An explanation as it stands; ``at`` in UTC."""

    entry_id: UUID
    at: datetime
    purpose: Purpose
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SentReport:
    """A report that went out, as it stands; ``at`` in UTC."""

    entry_id: UUID
    at: datetime
    report: Report
    to: str
    method: Method
    reference: str
    part: str


def _tried(draft: "Draft", entry: "Entry", body: ContactTried) -> None:
    draft.contacts.append(Contact(entry_id=entry.id, told=body))
    known = None if body.party.person_id is None else draft.people.get(body.party.person_id)
    if known is not None and known.safe_to_contact == "no":
        draft.find("unsafe_person_contacted", entry)
    if body.purpose not in PURPOSE_EVENTS:
        return
    tried, reached = PURPOSE_EVENTS[body.purpose]
    draft.event(tried, entry, body)
    if body.outcome == "reached":
        draft.event(reached, entry, body)
        if body.purpose == "lawyer":
            draft.event(LAWYER_CONSULTED, entry, body)


def _referred(draft: "Draft", entry: "Entry", body: ReferenceGiven) -> None:
    draft.references.append(
        Reference(
            entry_id=entry.id,
            at=body.occurred_at,
            system=body.system,
            number=body.number,
            issued_by=body.issued_by,
            note=body.note,
        )
    )
    if body.system in REFERENCE_EVENTS:
        draft.event(REFERENCE_EVENTS[body.system], entry, body)


def _explained(draft: "Draft", entry: "Entry", body: NotReachedExplained) -> None:
    draft.not_reached.append(
        NotReached(entry_id=entry.id, at=body.occurred_at, purpose=body.purpose, reason=body.reason)
    )
    if body.purpose in NOT_REACHED_EVENTS:
        draft.event(NOT_REACHED_EVENTS[body.purpose], entry, body)


def _sent(draft: "Draft", entry: "Entry", body: ReportSent) -> None:
    draft.reports.append(
        SentReport(
            entry_id=entry.id,
            at=body.occurred_at,
            report=body.report,
            to=body.to,
            method=body.method,
            reference=body.reference,
            part=body.part,
        )
    )
    if body.report in REPORT_EVENTS:
        draft.event(REPORT_EVENTS[body.report], entry, body)


KINDS = (ContactTried, ReferenceGiven, NotReachedExplained, ReportSent)
HANDLERS: Handlers = {
    ContactTried: _tried,
    ReferenceGiven: _referred,
    NotReachedExplained: _explained,
    ReportSent: _sent,
}
