"""The case: folded from its entries by a pure function, equal for any order of arrival."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import datetime
from typing import Any
from uuid import UUID

import msgspec

from minors_desk.domain import reviewing
from minors_desk.domain.alter import Amended, Withdrawn
from minors_desk.domain.attachments import Attachment
from minors_desk.domain.belongings import Belonging
from minors_desk.domain.bodies import Body, Handlers
from minors_desk.domain.care import Care, Check, Dose
from minors_desk.domain.classing import Classing, class_given
from minors_desk.domain.closing import Closing, Waiver
from minors_desk.domain.codec import NotABody, read
from minors_desk.domain.companions import Companion
from minors_desk.domain.consulate import Consular, look_at_holds
from minors_desk.domain.contacts import (
    RELATIVE_REACHED,
    Contact,
    ContactTried,
    NotReached,
    Reference,
    SentReport,
)
from minors_desk.domain.custody import Absence, Episode, Span
from minors_desk.domain.disclosing_record import Disclosing
from minors_desk.domain.encounter import Encounter, LegalClass
from minors_desk.domain.ending import Ending
from minors_desk.domain.entries import CASE_FEATURES, Entry, Gone, Unread, kind_of
from minors_desk.domain.facts import AnyFact, Fact, names_of
from minors_desk.domain.folding import (
    Draft,
    Event,
    Finding,
    age,
    live_alterations,
)
from minors_desk.domain.handoff import Handoff, child_terms
from minors_desk.domain.interpreting import Asking, Interpreting
from minors_desk.domain.limits import LimitReason
from minors_desk.domain.links import Link
from minors_desk.domain.missing_reports import MissingReport
from minors_desk.domain.packets import Packet
from minors_desk.domain.people import PARENTS, Person
from minors_desk.domain.printed import IssuedPaper
from minors_desk.domain.property_moves import Dispute, PhoneSearch
from minors_desk.domain.protection import Concerns
from minors_desk.domain.questioning import Questioning
from minors_desk.domain.reviewing import Review, ReviewStanding
from minors_desk.domain.rights import CallOffer, Told
from minors_desk.domain.screening import Screening
from minors_desk.domain.searches import Search
from minors_desk.domain.signing import PaperSignature
from minors_desk.domain.trafficking import TraffickingSigns
from minors_desk.domain.trafficking_screening import TraffickingScreening
from minors_desk.domain.transport import Transport
from minors_desk.domain.values import PersonName

HANDLERS: Handlers = {
    kind: handler for feature in CASE_FEATURES for kind, handler in feature.HANDLERS.items()
}
"""One handler for each kind that tells of a child; corrections have none of their own."""


class LogLine(msgspec.Struct, frozen=True, kw_only=True):
    """One line of the log: the entry as written and what became of it.

    ``counts`` is the body that counts now (the amendment's, or its own), None when withdrawn,
    of a later version, or expunged.
    """

    entry: Entry
    counts: Body | None
    altered_by: Entry | None = None

    @property
    def is_late(self) -> bool:
        """Written down late, with one of the five reasons given."""
        return isinstance(self.entry.body, Body) and self.entry.body.late_because is not None


class Case(msgspec.Struct, frozen=True, kw_only=True):
    """Everything about one child as it stands; what is empty was not told."""

    id: UUID
    number: str
    encounter: Encounter | None
    classings: tuple[Classing, ...]
    facts: tuple[AnyFact, ...]
    people: tuple[Person, ...]
    companions: tuple[Companion, ...]
    interpreters: tuple[Interpreting, ...]
    asked: tuple[Asking, ...]
    attachments: tuple[Attachment, ...]
    episodes: tuple[Episode, ...]
    absences: tuple[Absence, ...]
    endings: tuple[Ending, ...]
    limits: tuple[LimitReason, ...]
    spans: tuple[Span, ...]
    transports: tuple[Transport, ...]
    checks: tuple[Check, ...]
    care: tuple[Care, ...]
    doses: tuple[Dose, ...]
    screenings: tuple[Screening, ...]
    told: tuple[Told, ...]
    call_offers: tuple[CallOffer, ...]
    searches: tuple[Search, ...]
    belongings: tuple[Belonging, ...]
    disputes: tuple[Dispute, ...]
    phone_searches: tuple[PhoneSearch, ...]
    contacts: tuple[Contact, ...]
    references: tuple[Reference, ...]
    not_reached: tuple[NotReached, ...]
    reports: tuple[SentReport, ...]
    consular: Consular
    questionings: tuple[Questioning, ...]
    missing_reports: tuple[MissingReport, ...]
    concerns: tuple[Concerns, ...]
    trafficking: tuple[TraffickingSigns, ...]
    trafficking_screenings: tuple[TraffickingScreening, ...]
    disclosing: Disclosing
    handoffs: tuple[Handoff, ...]
    links: tuple[Link, ...]
    waivers: tuple[Waiver, ...]
    closings: tuple[Closing, ...]
    papers: tuple[IssuedPaper, ...]
    signatures: tuple[PaperSignature, ...]
    packets: tuple[Packet, ...]
    reviews: tuple[Review, ...]
    events: tuple[Event, ...]
    log: tuple[LogLine, ...]
    findings: tuple[Finding, ...]
    expunged: int
    unread: int

    @property
    def custody(self) -> Episode | None:
        """Our responsibility, if it has begun and not ended."""
        last = self.episodes[-1] if self.episodes else None
        return last if last is not None and last.end is None else None

    @property
    def presence(self) -> Span | None:
        """Where the child is with us now, if it is."""
        last = self.spans[-1] if self.spans else None
        return last if last is not None and last.end is None else None

    @property
    def class_given(self) -> LegalClass | None:
        """The class given last; None while the child is not classed."""
        return class_given(self.encounter, self.classings)

    @property
    def transport(self) -> Transport | None:
        """The drive that the child is on now."""
        here = self.presence
        return self.transports[-1] if here is not None and here.in_transit else None

    @property
    def absence(self) -> Absence | None:
        """The absence of a child who left without leave and is missing now."""
        last = self.absences[-1] if self.absences else None
        return last if last is not None and last.end is None else None

    @property
    def missing(self) -> bool:
        """Whether the child left without leave and was not found since."""
        return self.absence is not None

    @property
    def is_closed(self) -> bool:
        """Whether the case was closed, and the child not taken into custody again since."""
        if not self.closings or self.custody is not None or self.missing:
            return False
        return not self.episodes or self.episodes[-1].start <= self.closings[-1].at

    @property
    def legal_class(self) -> LegalClass:
        """The class that prohibitions go by: unset counts as non-offender (CONTRACT 3.7)."""
        return self.class_given or "non_offender"

    @property
    def names(self) -> tuple[Fact[PersonName], ...]:
        """The child's names, the leading one first."""
        return names_of(self.facts)

    @property
    def open_handoff(self) -> Handoff | None:
        """The attempt that is under way."""
        return next((one for one in reversed(self.handoffs) if one.state == "open"), None)

    @property
    def accepted_handoff(self) -> Handoff | None:
        """The last attempt that was accepted."""
        return next((one for one in reversed(self.handoffs) if one.state == "accepted"), None)

    @property
    def review(self) -> ReviewStanding:
        """What a supervisor decided on the case, and what was written in it since."""
        return reviewing.standing(self.reviews, self.log)

    def handoff(self, number: int) -> Handoff | None:
        """The attempt of that number."""
        return next((one for one in self.handoffs if one.number == number), None)

    def person(self, person_id: UUID) -> Person | None:
        """The relative or other adult of that id."""
        return next((one for one in self.people if one.person_id == person_id), None)


def fold(case_id: UUID, entries: Sequence[Entry]) -> Case:
    """The case that these entries tell; never raises for anything that an entry may hold."""
    draft = Draft(id=case_id)
    counting = live_alterations(entries)
    here = {one.id for one in entries} if counting else set()
    for target, by in counting.items():
        if target not in here:
            draft.find("amendment_waits", by)
    # By age first, so that findings too are the same in whatever order the entries arrived.
    lines = [_line(one, counting, draft) for one in sorted(entries, key=age)]
    log = tuple(sorted(lines, key=_fold_order))
    for one in log:
        _apply(draft, one)
    _look_for_strangers(draft, log)
    _look_for_parents(draft, log)
    look_at_holds(draft, log)
    return _frozen(draft, log)


def known_at(entries: Sequence[Entry], moment: datetime) -> tuple[Entry, ...]:
    """Only what had been recorded by that instant: the judge's question (CONTRACT 4.5)."""
    return tuple(one for one in entries if one.recorded_at <= moment)


def _line(entry: Entry, counting: Mapping[UUID, Entry], draft: Draft) -> LogLine:
    own = entry.body
    if isinstance(own, (Unread, Gone)):
        if isinstance(own, Unread):
            draft.find("later_version", entry)
        return LogLine(entry=entry, counts=None)
    by = counting.get(entry.id) if counting else None
    if by is None:
        return LogLine(entry=entry, counts=own)
    if isinstance(by.body, Amended) and not isinstance(own, (Amended, Withdrawn)):
        try:
            replacement = read(by.body.replacement)
        except NotABody:
            draft.find("later_version", by)
            return LogLine(entry=entry, counts=own)
        if kind_of(replacement) != kind_of(own):
            draft.find("amendment_of_another_kind", by)
            return LogLine(entry=entry, counts=own)
        return LogLine(entry=entry, counts=replacement, altered_by=by)
    if isinstance(by.body, Withdrawn):
        return LogLine(entry=entry, counts=None, altered_by=by)
    draft.find("amendment_of_another_kind", by)
    return LogLine(entry=entry, counts=own)


def _fold_order(line: LogLine) -> tuple[datetime, datetime, int]:
    """(occurred_at, recorded_at, id) of what counts now; chain order is never looked at."""
    entry, body = line.entry, line.counts
    if body is None:
        own = entry.body
        body = None if isinstance(own, (Unread, Gone)) else own
    occurred_at = entry.recorded_at if body is None else body.occurred_at
    return occurred_at, entry.recorded_at, entry.id.int


def _apply(draft: Draft, line: LogLine) -> None:
    body = line.counts
    handler = None if body is None else HANDLERS.get(type(body))
    if handler is not None:
        handler(draft, line.entry, body)


def _look_for_strangers(draft: Draft, log: Sequence[LogLine]) -> None:
    """Finds what is told about a person nobody told of; last, as they may be told of later."""
    for one in log:
        about = getattr(one.counts, "about", None)
        if isinstance(about, UUID) and about not in draft.people:
            draft.find("person_not_told", one.entry)


def _look_for_parents(draft: Draft, log: Sequence[LogLine]) -> None:
    """Says whether it was a parent who was reached; last, as a role may be told later.

    A person of the case counts by its role: an aunt was reached too, and the parent is still to
    be told. A name that is nobody's of the case counts, on the officer's word, and is found.
    """
    for place, event in enumerate(draft.events):
        if event.name != "parent_reached":
            continue
        line = next(one for one in log if one.entry.id == event.entry_id)
        if not isinstance(line.counts, ContactTried):
            continue
        person_id = line.counts.party.person_id
        if person_id is None:
            draft.find("parent_not_told_of", line.entry)
            continue
        person = draft.people.get(person_id)
        if person is None or person.role not in PARENTS:
            draft.events[place] = msgspec.structs.replace(event, name=RELATIVE_REACHED)


def _as_it_stands(draft: Draft, attempt: Handoff) -> Handoff:
    """An open attempt is about the child as it is known now; a closed one as it was known then."""
    if attempt.state != "open":
        return attempt
    return replace(attempt, child=child_terms(draft.number, draft.facts))


def _frozen(draft: Draft, log: tuple[LogLine, ...]) -> Case:
    return Case(
        id=draft.id,
        number=draft.number,
        encounter=draft.encounter,
        classings=tuple(draft.classings),
        facts=tuple(draft.facts),
        people=tuple(draft.people.values()),
        companions=tuple(draft.companions.values()),
        interpreters=tuple(draft.interpreters),
        asked=tuple(draft.asked),
        attachments=tuple(draft.attachments.values()),
        episodes=tuple(draft.episodes),
        absences=tuple(draft.absences),
        endings=tuple(draft.endings),
        limits=tuple(draft.limits),
        spans=tuple(draft.spans),
        transports=tuple(draft.transports),
        checks=tuple(draft.checks),
        care=tuple(draft.care),
        doses=tuple(draft.doses),
        screenings=tuple(draft.screenings),
        told=tuple(draft.told),
        call_offers=tuple(draft.call_offers),
        searches=tuple(draft.searches),
        belongings=tuple(draft.belongings[line] for line in sorted(draft.belongings)),
        disputes=tuple(draft.disputes),
        phone_searches=tuple(draft.phone_searches),
        contacts=tuple(draft.contacts),
        references=tuple(draft.references),
        not_reached=tuple(draft.not_reached),
        reports=tuple(draft.reports),
        consular=draft.consular.frozen(),
        questionings=tuple(draft.questionings),
        missing_reports=tuple(draft.missing_reports),
        concerns=tuple(draft.concerns),
        trafficking=tuple(draft.trafficking),
        trafficking_screenings=tuple(draft.trafficking_screenings),
        disclosing=draft.disclosing.frozen(),
        handoffs=tuple(_as_it_stands(draft, one) for one in draft.handoffs.values()),
        links=tuple(draft.links),
        waivers=tuple(draft.waivers),
        closings=tuple(draft.closings),
        reviews=tuple(draft.reviews),
        events=tuple(draft.events),
        log=log,
        findings=tuple(draft.findings),
        **_of_papers(draft),
        **_silent(log),
    )


def _of_papers(draft: Draft) -> dict[str, Any]:
    """What was issued, put together, and signed on screen."""
    return {
        "papers": tuple(draft.papers.values()),
        "packets": tuple(draft.packets),
        "signatures": tuple(draft.signatures),
    }


def _silent(log: tuple[LogLine, ...]) -> dict[str, Any]:
    """How many entries tell nothing, by why."""
    silent = [one.entry.body for one in log if one.counts is None]
    return {
        "expunged": sum(isinstance(one, Gone) for one in silent),
        "unread": sum(isinstance(one, Unread) for one in silent),
    }
