"""Who has the child, at any second: legal responsibility and physical presence (CONTRACT 2)."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Literal
from uuid import UUID

from minors_desk.domain.bodies import Body, Handlers, Line, Needed
from minors_desk.domain.when import MINUTE

if TYPE_CHECKING:
    from minors_desk.domain.entries import Entry
    from minors_desk.domain.folding import Draft

StartEvent = Literal["contact", "arrival", "transfer"]


class Presence(Body, frozen=True, kw_only=True):
    """Where the child physically is and who watches; the common part of two kinds."""

    place: Needed
    room: Line = ""
    secure: bool = False
    secure_reason: Line = ""
    watched_by: Needed


class CustodyBegan(Presence, frozen=True, kw_only=True, tag="custody_began"):
    """The agency took responsibility; ``starts_from``: what the time in custody counts from."""

    starts_from: StartEvent
    reason: Line = ""


class Moved(Presence, frozen=True, kw_only=True, tag="moved"):
    """The child was brought to another room, or the same room was locked or unlocked."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Span:
    """One stretch of physical presence, from ``start`` to ``end`` (None: still there), UTC."""

    entry_id: UUID
    start: datetime
    end: datetime | None
    place: str
    room: str
    secure: bool
    watched_by: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Episode:
    """One stretch of our legal responsibility; ``ended_by`` is the entry that ended it."""

    entry_id: UUID
    start: datetime
    precision: str
    starts_from: StartEvent
    end: datetime | None = None
    ended_by: UUID | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class SecureTime:
    """Minutes behind a lock: all of them, and the longest unbroken stretch (CONTRACT 2.6)."""

    total: int
    longest: int


def episode_at(episodes: Sequence[Episode], moment: datetime) -> Episode | None:
    """The episode in which the agency is responsible at that instant, or None."""
    for episode in episodes:
        if episode.start <= moment and (episode.end is None or moment < episode.end):
            return episode
    return None


def span_at(spans: Sequence[Span], moment: datetime) -> Span | None:
    """Where the child was at that instant, as far as we say so, or None."""
    for span in spans:
        if span.start <= moment and (span.end is None or moment < span.end):
            return span
    return None


def secure_time(spans: Sequence[Span], until: datetime) -> SecureTime:
    """Secure minutes up to ``until``; neighbouring locked stretches count as one unbroken one.

    Rounded down once, at the end: many short stretches must not lose a minute each.
    """
    total = longest = timedelta(0)
    run_start: datetime | None = None
    run_end: datetime | None = None
    for span in spans:
        end = span.end if span.end is not None else until
        end = min(end, until)
        if not span.secure or end <= span.start:
            continue
        if run_end != span.start:
            run_start = span.start
        run_end = end
        total += end - span.start
        longest = max(longest, end - (run_start or span.start))
    return SecureTime(total=total // MINUTE, longest=longest // MINUTE)


def _enter(draft: "Draft", entry: "Entry", body: Presence) -> None:
    """Closes the stretch before and opens the next; says so when the law forbids the lock."""
    was_secure = bool(draft.spans and draft.spans[-1].end is None and draft.spans[-1].secure)
    _leave(draft, body.occurred_at)
    draft.spans.append(
        Span(
            entry_id=entry.id,
            start=body.occurred_at,
            end=None,
            place=body.place,
            room=body.room,
            secure=body.secure,
            watched_by=body.watched_by,
        )
    )
    if body.secure and not was_secure:
        draft.event("secured", entry, body)
    if was_secure and not body.secure:
        draft.event("unsecured", entry, body)


def _leave(draft: "Draft", moment: datetime) -> None:
    if draft.spans and draft.spans[-1].end is None:
        draft.spans[-1] = replace(draft.spans[-1], end=moment)


def _began(draft: "Draft", entry: "Entry", body: CustodyBegan) -> None:
    if draft.open_episode is not None:
        draft.find("custody_began_twice", entry)
    else:
        draft.episodes.append(
            Episode(
                entry_id=entry.id,
                start=body.occurred_at,
                precision=body.precision,
                starts_from=body.starts_from,
            )
        )
        draft.event("custody_began", entry, body)
    _enter(draft, entry, body)


def _moved(draft: "Draft", entry: "Entry", body: Moved) -> None:
    if draft.open_episode is None:
        draft.find("moved_outside_custody", entry)
        return
    _enter(draft, entry, body)


def end_episode(draft: "Draft", entry: "Entry", moment: datetime) -> bool:
    """Ours ends at this instant; used by the handoff, one of the two ends there are.

    False, with a finding, when nothing of ours is there to end: nobody is handed over twice.
    """
    if draft.open_episode is None:
        draft.find("handed_over_outside_custody", entry)
        return False
    draft.episodes[-1] = replace(draft.episodes[-1], end=moment, ended_by=entry.id)
    _leave(draft, moment)
    return True


KINDS = (CustodyBegan, Moved)
HANDLERS: Handlers = {CustodyBegan: _began, Moved: _moved}
