"""The workbench of the fold: what each feature's handlers fill in, one entry after the other."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime
from uuid import UUID

import msgspec

from minors_desk.domain.alter import Amended, Withdrawn
from minors_desk.domain.attachments import Attachment
from minors_desk.domain.belongings import Belonging
from minors_desk.domain.bodies import Body
from minors_desk.domain.care import Care, Check, Dose
from minors_desk.domain.classing import Classing
from minors_desk.domain.closing import Closing, Waiver
from minors_desk.domain.companions import Companion
from minors_desk.domain.consulate import ConsularDraft
from minors_desk.domain.contacts import Contact, NotReached, Reference, SentReport
from minors_desk.domain.custody import Absence, Episode, Span
from minors_desk.domain.disclosing_record import DisclosingDraft
from minors_desk.domain.encounter import Encounter
from minors_desk.domain.ending import Ending
from minors_desk.domain.entries import Entry
from minors_desk.domain.facts import AnyFact
from minors_desk.domain.handoff import Handoff
from minors_desk.domain.interpreting import Asking, Interpreting
from minors_desk.domain.limits import LimitReason
from minors_desk.domain.links import Link
from minors_desk.domain.missing_reports import MissingReport
from minors_desk.domain.packets import Packet
from minors_desk.domain.people import Person
from minors_desk.domain.printed import IssuedPaper
from minors_desk.domain.property_moves import Dispute, PhoneSearch
from minors_desk.domain.protection import Concerns
from minors_desk.domain.questioning import Questioning
from minors_desk.domain.reviewing import Review
from minors_desk.domain.rights import CallOffer, Told
from minors_desk.domain.screening import Screening
from minors_desk.domain.searches import Search
from minors_desk.domain.signing import PaperSignature
from minors_desk.domain.trafficking import TraffickingSigns
from minors_desk.domain.trafficking_screening import TraffickingScreening
from minors_desk.domain.transport import Transport


@dataclass(frozen=True, slots=True)
class Finding:
    """Something a supervisor must see: a code, and the entry it is about."""

    code: str
    entry_id: UUID


class Event(msgspec.Struct, frozen=True, kw_only=True):
    """Something that a rule may start from or be satisfied by; ``at`` in UTC.

    A struct, as whatever there is one of for each entry: it is made in a tenth of the time.
    """

    name: str
    at: datetime
    precision: str
    entry_id: UUID


@dataclass(slots=True, kw_only=True)
class Draft:
    """The case while it is being folded."""

    id: UUID
    number: str = ""
    encounter: Encounter | None = None
    classings: list[Classing] = field(default_factory=list)
    facts: list[AnyFact] = field(default_factory=list)
    people: dict[UUID, Person] = field(default_factory=dict)
    companions: dict[UUID, Companion] = field(default_factory=dict)
    interpreters: list[Interpreting] = field(default_factory=list)
    asked: list[Asking] = field(default_factory=list)
    attachments: dict[UUID, Attachment] = field(default_factory=dict)
    episodes: list[Episode] = field(default_factory=list)
    absences: list[Absence] = field(default_factory=list)
    endings: list[Ending] = field(default_factory=list)
    limits: list[LimitReason] = field(default_factory=list)
    spans: list[Span] = field(default_factory=list)
    transports: list[Transport] = field(default_factory=list)
    checks: list[Check] = field(default_factory=list)
    care: list[Care] = field(default_factory=list)
    doses: list[Dose] = field(default_factory=list)
    screenings: list[Screening] = field(default_factory=list)
    told: list[Told] = field(default_factory=list)
    call_offers: list[CallOffer] = field(default_factory=list)
    searches: list[Search] = field(default_factory=list)
    belongings: dict[int, Belonging] = field(default_factory=dict)
    disputes: list[Dispute] = field(default_factory=list)
    phone_searches: list[PhoneSearch] = field(default_factory=list)
    contacts: list[Contact] = field(default_factory=list)
    references: list[Reference] = field(default_factory=list)
    not_reached: list[NotReached] = field(default_factory=list)
    reports: list[SentReport] = field(default_factory=list)
    consular: ConsularDraft = field(default_factory=ConsularDraft)
    questionings: list[Questioning] = field(default_factory=list)
    missing_reports: list[MissingReport] = field(default_factory=list)
    concerns: list[Concerns] = field(default_factory=list)
    trafficking: list[TraffickingSigns] = field(default_factory=list)
    trafficking_screenings: list[TraffickingScreening] = field(default_factory=list)
    disclosing: DisclosingDraft = field(default_factory=DisclosingDraft)
    handoffs: dict[int, Handoff] = field(default_factory=dict)
    links: list[Link] = field(default_factory=list)
    waivers: list[Waiver] = field(default_factory=list)
    closings: list[Closing] = field(default_factory=list)
    papers: dict[UUID, IssuedPaper] = field(default_factory=dict)
    signatures: list[PaperSignature] = field(default_factory=list)
    packets: list[Packet] = field(default_factory=list)
    reviews: list[Review] = field(default_factory=list)
    events: list[Event] = field(default_factory=list)
    findings: list[Finding] = field(default_factory=list)

    @property
    def open_episode(self) -> Episode | None:
        """Our responsibility, if it has begun and not ended."""
        if self.episodes and self.episodes[-1].end is None:
            return self.episodes[-1]
        return None

    @property
    def open_absence(self) -> Absence | None:
        """The absence of a child who is missing at this point."""
        if self.absences and self.absences[-1].end is None:
            return self.absences[-1]
        return None

    def find(self, code: str, entry: Entry) -> None:
        """Notes a finding about that entry."""
        self.findings.append(Finding(code, entry.id))

    def event(self, name: str, entry: Entry, body: Body, at: datetime | None = None) -> None:
        """Notes that something happened which a rule may name, at a time of its own if it has."""
        moment = body.occurred_at if at is None else at
        self.events.append(Event(name=name, at=moment, precision=body.precision, entry_id=entry.id))


def age(entry: Entry) -> tuple[datetime, int]:
    """By what the later of two entries is told: (recorded_at, id).

    The id as its number, which sorts alike and is compared without Python's help.
    """
    return entry.recorded_at, entry.id.int


def live_alterations(entries: Sequence[Entry]) -> dict[UUID, Entry]:
    """For each altered entry the amendment or withdrawal that counts: last by (recorded_at, id).

    A withdrawal may itself target an alteration; that one then counts no longer, whatever the
    clock said when either was written (it may have been set back between them).
    """
    alterations = sorted(
        (one for one in entries if isinstance(one.body, (Amended, Withdrawn))),
        key=age,
        reverse=True,
    )
    undone = _withdrawn_alterations([one for one in alterations if isinstance(one.body, Withdrawn)])
    counting: dict[UUID, Entry] = {}
    for one in alterations:
        if one.id not in undone and isinstance(one.body, (Amended, Withdrawn)):
            counting.setdefault(one.body.target, one)
    return counting


def _withdrawn_alterations(withdrawals: Sequence[Entry]) -> set[UUID]:
    """What the withdrawals that count undo, each decided after all that are aimed at it.

    Withdrawals in a ring cannot be written honestly; such are decided newest first.
    """
    target = {one.id: one.body.target for one in withdrawals if isinstance(one.body, Withdrawn)}
    aimed_at = Counter(target.values())
    ready = [one for one in target if not aimed_at[one]]
    decided: set[UUID] = set()
    undone: set[UUID] = set()
    for newest in (None, *target):
        if newest is not None and newest not in decided:
            ready.append(newest)
        while ready:
            one = ready.pop()
            if one in decided:
                continue
            decided.add(one)
            if one not in undone:
                undone.add(target[one])
            aimed_at[target[one]] -= 1
            if target[one] in target and not aimed_at[target[one]]:
                ready.append(target[one])
    return undone
