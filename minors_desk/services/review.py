"""The supervisor's morning: which cases wait, what there is to see in each, approve or return."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from minors_desk.domain import consular, reviewing, roles
from minors_desk.domain.board import Card
from minors_desk.domain.case import Case
from minors_desk.domain.changes import Changes
from minors_desk.domain.disclosing_wrongs import without_rule
from minors_desk.domain.duties import clocks
from minors_desk.domain.findings import SEVERITIES, ReviewFinding, Severity, review_findings
from minors_desk.domain.gating import wrongs
from minors_desk.domain.reviewing import CaseApproved, CaseReturned, LastEntry, ReturnReason
from minors_desk.domain.rules import Pack
from minors_desk.domain.station import Person, Station
from minors_desk.papers.catalog import PAPERS
from minors_desk.services import cases, consulates, packs
from minors_desk.services.desk import Desk
from minors_desk.services.recording import record, require


@dataclass(frozen=True, slots=True, kw_only=True)
class Waiting:
    """A case in the queue: its card, how many findings of each severity, whether it is one's own.

    ``own``: the person at the desk wrote in it, so that another has to review it.
    """

    card: Card
    counts: Mapping[Severity, int]
    own: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class ReviewSheet:
    """All that is read before deciding; ``last`` is the entry up to which it was read."""

    case: Case
    findings: tuple[ReviewFinding, ...]
    authors: dict[bytes, Person]
    own: bool
    last: UUID


def queue(desk: Desk) -> tuple[Waiting, ...]:
    """The cases that wait for a supervisor, those with the gravest findings first."""
    require(desk, roles.SEE_REVIEWS)
    waiting = [_waiting(desk, one) for one in cases.waiting(desk)]
    return tuple(sorted(waiting, key=_urgency))


def sheet(desk: Desk, case_id: UUID) -> ReviewSheet:
    """What there is to see in a case; that it was read is logged."""
    require(desk, roles.SEE_REVIEWS)
    case = cases.read(desk, case_id)
    cases.note_read(desk, case_id)
    return ReviewSheet(
        case=case,
        findings=findings_of(desk, case, desk.now()),
        authors=cases.authors(desk.station, case),
        own=is_own(desk, case),
        last=max((line.entry for line in case.log), key=lambda one: one.ordinal).id,
    )


def findings_of(desk: Desk, case: Case, now: datetime) -> tuple[ReviewFinding, ...]:
    """All findings of a case at that instant (UTC), under the packs that it is judged by."""
    return findings_under(desk, case, (desk.station, desk.packs), now)


def findings_under(
    desk: Desk, case: Case, under: tuple[Station, Sequence[Pack]], now: datetime
) -> tuple[ReviewFinding, ...]:
    """The same as it would have been found by that station under those packs."""
    judging = packs.judging(case, *under)
    place = consulates.place(desk)
    standing = consular.standing(case, judging, now, desk.zone, place)
    return review_findings(
        case,
        clocks(case, judging, desk.zone),
        wrongs(case, judging, desk.zone),
        now,
        frozenset(PAPERS),
        also=(*standing.wrong, *without_rule(case, judging, desk.zone)),
    )


def is_own(desk: Desk, case: Case) -> bool:
    """Whether the person at the desk wrote anything in the case other than a review."""
    return reviewing.wrote_in(case.log, desk.station.chains_of(desk.person.id))


def approve(desk: Desk, case_id: UUID, last: UUID, note: str = "") -> Changes:
    """Approves a case as it was read up to ``last``; Refused for one's own and for news since."""
    require(desk, roles.REVIEW_CASES)
    body = CaseApproved(
        occurred_at=desk.now(),
        last=_last(desk, last),
        packs=packs.used(desk.packs),
        note=note,
    )
    return record(desk, roles.REVIEW_CASES, [(case_id, body)])


def send_back(
    desk: Desk,
    case_id: UUID,
    last: UUID,
    reasons: Sequence[ReturnReason],
    due_at: datetime | None = None,
) -> Changes:
    """Returns a case to be put right, with at least one reason; Refused as ``approve`` is."""
    require(desk, roles.REVIEW_CASES)
    body = CaseReturned(
        occurred_at=desk.now(), last=_last(desk, last), reasons=tuple(reasons), due_at=due_at
    )
    return record(desk, roles.REVIEW_CASES, [(case_id, body)])


def _last(desk: Desk, entry_id: UUID) -> LastEntry:
    return LastEntry(entry_id=entry_id, hash=desk.journal.proof(entry_id).hash.hex())


def _waiting(desk: Desk, card: Card) -> Waiting:
    case = cases.read(desk, card.case_id)
    counts = Counter(one.severity for one in findings_of(desk, case, desk.now()))
    return Waiting(card=card, counts=counts, own=is_own(desk, case))


def _urgency(waiting: Waiting) -> tuple[int, datetime | None, str]:
    worst = min((SEVERITIES.index(one) for one in waiting.counts), default=len(SEVERITIES))
    return worst, waiting.card.custody_end or waiting.card.met_at, waiting.card.number
