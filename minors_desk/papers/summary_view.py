"""What the handoff summary reads of a case: its timeline, how limits were used, what is open."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from minors_desk.domain.contact_log import next_tries, promises
from minors_desk.domain.duties import DutyClock, is_open
from minors_desk.domain.findings import ReviewFinding
from minors_desk.domain.review_points import ReviewPoint, late_items, review_points
from minors_desk.domain.reviewing import is_review_kind
from minors_desk.domain.signing import OF_PAPERS
from minors_desk.domain.when import EPOCH, MINUTE
from minors_desk.papers.case_view import CaseView
from minors_desk.papers.custody_view import CustodyView
from minors_desk.wording.codes import word
from minors_desk.wording.phrases import joined, place_words


@dataclass(frozen=True, slots=True, kw_only=True)
class Moment:
    """One line of the timeline; ``at`` in UTC, ``kind`` tells apart what one entry tells twice."""

    entry_id: UUID
    at: datetime
    kind: str
    what: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Owed:
    """Something that is still to be done; ``due`` None: without delay, or no instant is known."""

    entry_id: UUID
    at: datetime
    due: datetime | None
    what: str
    key: str


@dataclass(frozen=True, slots=True)
class Numbered:
    """Something with its place among its like, which is kept on paper."""

    place: int
    key: str
    point: ReviewPoint | None = None
    late: ReviewFinding | None = None
    words: str = ""


def known_until(view: CaseView) -> datetime:
    """The last that the record knows (UTC); not the present, so that the page can be had again.

    Of the case as it stands: what an amendment changed did not move it.
    """
    return max(
        (
            max(line.entry.recorded_at, line.counts.occurred_at)
            for line in view.given.case.log
            if line.counts is not None
            and not isinstance(line.counts, OF_PAPERS)
            and not is_review_kind(line.counts)
        ),
        default=EPOCH,
    )


def timeline(view: CustodyView) -> tuple[Moment, ...]:
    """Encounter, custody, locks, who was reached, reports, exit; in the order of time."""
    return tuple(sorted(_moments(view), key=lambda one: (one.at, str(one.entry_id), one.kind)))


def minutes_since(view: CustodyView, at: datetime) -> str:
    """Minutes since custody began; none for what was before."""
    return "" if at < view.episode.start else str((at - view.episode.start) // MINUTE)


def _moments(view: CustodyView) -> Iterator[Moment]:
    met = view.case.encounter
    if met is not None and view.number == 1:
        yield Moment(entry_id=met.entry_id, at=met.at, kind="met", what="Encounter")
    episode = view.episode
    began = f"Custody began, counted from {word('starts_from', episode.starts_from).lower()}"
    yield Moment(entry_id=episode.entry_id, at=episode.start, kind="began", what=began)
    for one in view.spans:
        if not one.secure:
            continue
        held = ", ".join(word("held_by", each) for each in one.held_by) or "Locked"
        words = f"Secure: {held}, {place_words(one.place, one.room)}"
        yield Moment(entry_id=one.entry_id, at=one.start, kind="secure", what=words)
        if one.end is not None:
            yield Moment(entry_id=one.entry_id, at=one.end, kind="unsecured", what="Secure ended")
    for contact in view.ours(view.case.contacts):
        if contact.reached:
            told = contact.told
            who = joined(word("contact_purpose", told.purpose), told.spoke_with or told.party.name)
            yield Moment(
                entry_id=contact.entry_id, at=contact.at, kind="reached", what=f"Reached: {who}"
            )
    for sent in view.ours(view.case.reports):
        words = joined(f"Sent: {word('report', sent.report)}", sent.to, sent.reference)
        yield Moment(entry_id=sent.entry_id, at=sent.at, kind="sent", what=words)
    if episode.end is not None and episode.ended_by is not None:
        yield Moment(
            entry_id=episode.ended_by, at=episode.end, kind="exit", what="Our custody ended"
        )


def measured(view: CustodyView) -> tuple[DutyClock, ...]:
    """The duties of this custody that the law or the station gives a fixed time for."""
    return tuple(one for one in view.clocks if one.due is not None)


def used(view: CustodyView, clock: DutyClock) -> timedelta:
    """How much of the time was used, until it was met or until the last that the record knows."""
    if clock.used is not None:
        return clock.used
    end = known_until(view) if clock.met_at is None else clock.met_at
    return max(end - clock.start, timedelta(0))


def owed(view: CustodyView) -> tuple[Owed, ...]:
    """Open duties, promised answers and planned tries: for whoever takes over."""
    return tuple(sorted(_owed(view), key=lambda one: (one.due is None, one.due or one.at, one.key)))


def _owed(view: CustodyView) -> Iterator[Owed]:
    for clock in view.given.clocks:
        if is_open(clock):
            law = clock.rule.citation if clock.rule.is_law else "station rule, not law"
            yield Owed(
                entry_id=clock.start_entry,
                at=clock.start,
                due=clock.due,
                what=f"{clock.rule.title} ({law})",
                key=f"{clock.start_entry}.{clock.rule.id}",
            )
    for promise in promises(view.case):
        words = joined("Promised to us", promise.party.name, promise.words)
        yield Owed(
            entry_id=promise.entry_id,
            at=promise.due,
            due=promise.due,
            what=words,
            key=f"{promise.entry_id}.promise",
        )
    for planned in next_tries(view.case):
        words = joined("Try again", planned.party.name, word("contact_purpose", planned.purpose))
        yield Owed(
            entry_id=planned.entry_id,
            at=planned.due,
            due=planned.due,
            what=words,
            key=f"{planned.entry_id}.try",
        )


def points(view: CustodyView) -> tuple[Numbered, ...]:
    """The points of the review, answered by the findings of the review sheet."""
    found = review_points(view.case, view.given.find(known_until(view)))
    return tuple(Numbered(place, one.code, point=one) for place, one in enumerate(found))


def late(view: CustodyView) -> tuple[Numbered, ...]:
    """What was late or missed, the gravest first."""
    found = late_items(view.given.find(known_until(view)))
    return tuple(
        Numbered(place, f"{one.entries[0] if one.entries else ''}.{one.code}.{place}", late=one)
        for place, one in enumerate(found)
    )


def returned(view: CustodyView) -> tuple[Numbered, ...]:
    """What the last decision sent back to be put right."""
    last = view.case.review.last
    reasons = () if last is None else last.reasons
    entry = "" if last is None else last.entry_id
    return tuple(
        Numbered(place, f"{entry}.{place}", words=one.words) for place, one in enumerate(reasons)
    )


def numbered_key(one: Numbered) -> tuple[datetime, str]:
    """By its place; the time is none of the record's."""
    return EPOCH + timedelta(seconds=one.place), one.key
