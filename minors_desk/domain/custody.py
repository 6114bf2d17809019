"""Who has the child, at any second: legal responsibility and physical presence (CONTRACT 2)."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, ClassVar, Literal
from uuid import UUID

from minors_desk.domain.answers import YesNo
from minors_desk.domain.bodies import CLOCK_PRECISIONS, Body, Handlers, Line, Needed
from minors_desk.domain.when import MINUTE

if TYPE_CHECKING:
    from minors_desk.domain.entries import Entry
    from minors_desk.domain.folding import Draft

StartEvent = Literal["contact", "arrival", "transfer", "returned"]
EndReason = Literal[
    "left_without_leave", "found_to_be_adult", "court_order", "died", "opened_in_error"
]
EndedHow = EndReason | Literal["handed_over"]
HeldBy = Literal["locked_room", "cuffed_to_object", "cuffed_hands", "other"]
"""What keeps a child from walking away."""
NOT_SECURE: frozenset[HeldBy] = frozenset({"cuffed_hands"})
"""Cuffed to nothing but itself is not secure holding (28 CFR 31.303; OJJDP monitoring guidance)."""


class Presence(Body, frozen=True, kw_only=True):
    """Where the child physically is and who watches; the common part of several kinds.

    ``kept_apart``: out of sight and sound of adults in custody (34 U.S.C. 11133(a)(12)).
    """

    added: ClassVar[frozenset[str]] = frozenset({"kept_apart"})
    place: Needed
    room: Line = ""
    secure: bool = False
    secure_reason: Line = ""
    watched_by: Needed
    kept_apart: YesNo | None = None


class CustodyBegan(Presence, frozen=True, kw_only=True, tag="custody_began"):
    """The agency took responsibility; ``starts_from``: what the time in custody counts from.

    ``responsible`` is the officer who answers for the child, ``authority`` the statute, order or
    consent. A child who came back (``returned``) begins a second episode of the same case.
    """

    added: ClassVar[frozenset[str]] = Presence.added | {"responsible", "authority"}
    starts_from: StartEvent
    reason: Line = ""
    responsible: Line = ""
    authority: Line = ""


class Moved(Presence, frozen=True, kw_only=True, tag="moved"):
    """The child was brought to another room, or the same room was locked or unlocked.

    It tells all of the presence anew: what held the child before and is not told holds no longer.
    """


@dataclass(frozen=True, slots=True, kw_only=True)
class Span:
    """One stretch of physical presence, from ``start`` to ``end`` (None: still there), UTC.

    While ``in_transit``, ``place`` is where the child is being driven to and ``room`` the vehicle.
    """

    entry_id: UUID
    start: datetime
    end: datetime | None
    place: str
    room: str
    secure: bool
    watched_by: str
    held_by: tuple[HeldBy, ...] = ()
    secure_reason: str = ""
    in_transit: bool = False
    kept_apart: YesNo | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Episode:
    """One stretch of our legal responsibility; ``ended_by`` is the entry that ended it."""

    entry_id: UUID
    start: datetime
    precision: str
    starts_from: StartEvent
    responsible: str = ""
    authority: str = ""
    end: datetime | None = None
    ended_by: UUID | None = None
    ended_how: EndedHow | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Absence:
    """One stretch in which a child who left without leave was missing (end None: still is), UTC."""

    entry_id: UUID
    start: datetime
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


def time_in_custody(episode: Episode, now: datetime) -> int | None:
    """Minutes of that episode until its end or ``now``, without pauses (CONTRACT 2.6).

    None when its start is known less exactly than *about*: that is asked, not counted.
    """
    if episode.precision not in CLOCK_PRECISIONS:
        return None
    end = now if episode.end is None else min(episode.end, now)
    return max(end - episode.start, timedelta(0)) // MINUTE


def secure_time(
    spans: Sequence[Span], until: datetime, held_by: HeldBy | None = None
) -> SecureTime:
    """Secure minutes up to ``until``; neighbouring locked stretches count as one unbroken one.

    With ``held_by`` the minutes in which just that held the child, secure or not. Rounded down
    once, at the end: many short stretches must not lose a minute each.
    """
    total = longest = timedelta(0)
    run_start: datetime | None = None
    run_end: datetime | None = None
    for span in spans:
        end = span.end if span.end is not None else until
        end = min(end, until)
        counts = span.secure if held_by is None else held_by in span.held_by
        if not counts or end <= span.start:
            continue
        if run_end != span.start:
            run_start = span.start
        run_end = end
        total += end - span.start
        longest = max(longest, end - (run_start or span.start))
    return SecureTime(total=total // MINUTE, longest=longest // MINUTE)


def secure_since(spans: Sequence[Span]) -> datetime | None:
    """Since when the child is behind a lock without a break (UTC); None when it is not now."""
    since: datetime | None = None
    for span in reversed(spans):
        if not span.secure or span.end != since:
            break
        since = span.start
    return since


def is_secure(held_by: Sequence[HeldBy]) -> bool:
    """Whether a child held by these is in secure holding."""
    return any(one not in NOT_SECURE for one in held_by)


def present(draft: "Draft") -> Span | None:
    """The open stretch of presence: where the child is with us at this point of the fold."""
    last = draft.spans[-1] if draft.spans else None
    return last if last is not None and last.end is None else None


def enter(draft: "Draft", entry: "Entry", body: Body, following: Span) -> None:
    """Closes the stretch before and opens the next; what begins or ends to hold is an event."""
    before = present(draft)
    leave(draft, body.occurred_at)
    draft.spans.append(following)
    if body.precision not in CLOCK_PRECISIONS:
        draft.find("gap", entry)
    if not following.watched_by.strip():
        draft.find("unwatched", entry)
    was_secure = before is not None and before.secure
    if following.secure and not was_secure:
        draft.event("secured", entry, body)
    if was_secure and not following.secure:
        draft.event("unsecured", entry, body)
    was_cuffed = before is not None and "cuffed_to_object" in before.held_by
    is_cuffed = "cuffed_to_object" in following.held_by
    if is_cuffed and not was_cuffed:
        draft.event("cuffed_to_object", entry, body)
    if was_cuffed and not is_cuffed:
        draft.event("uncuffed", entry, body)
    was_with_adults = before is not None and before.kept_apart == "no"
    if following.kept_apart == "no" and not was_with_adults:
        draft.event("held_with_adults", entry, body)


def leave(draft: "Draft", moment: datetime) -> None:
    """Closes the open stretch of presence, if there is one."""
    last = present(draft)
    if last is not None:
        draft.spans[-1] = replace(last, end=moment)


def stretch(entry: "Entry", body: Presence) -> Span:
    """The stretch of presence that such an entry opens; *locked* alone means a locked room."""
    return Span(
        entry_id=entry.id,
        start=body.occurred_at,
        end=None,
        place=body.place,
        room=body.room,
        secure=body.secure,
        watched_by=body.watched_by,
        held_by=("locked_room",) if body.secure else (),
        secure_reason=body.secure_reason,
        kept_apart=body.kept_apart,
    )


def end_episode(draft: "Draft", entry: "Entry", moment: datetime, how: EndedHow) -> bool:
    """Ours ends at this instant, in one of the two ways there are: a handoff, or a coded reason.

    False when nothing of ours is there to end: nobody is handed over twice.
    """
    if draft.open_episode is None:
        return False
    draft.episodes[-1] = replace(draft.episodes[-1], end=moment, ended_by=entry.id, ended_how=how)
    leave(draft, moment)
    return True


def end_absence(draft: "Draft", entry: "Entry", moment: datetime) -> bool:
    """The child is missing no longer; False when it was not."""
    if draft.open_absence is None:
        return False
    draft.absences[-1] = replace(draft.absences[-1], end=moment, ended_by=entry.id)
    return True


def _began(draft: "Draft", entry: "Entry", body: CustodyBegan) -> None:
    if draft.open_episode is not None:
        draft.find("custody_began_twice", entry)
    else:
        _open_episode(draft, entry, body)
        draft.event("custody_began", entry, body)
    enter(draft, entry, body, stretch(entry, body))


def _open_episode(draft: "Draft", entry: "Entry", body: CustodyBegan) -> None:
    if body.starts_from == "returned" and not draft.episodes:
        draft.find("returned_without_leaving", entry)
    if draft.episodes and draft.episodes[-1].ended_how == "died":
        draft.find("custody_began_after_death", entry)
    end_absence(draft, entry, body.occurred_at)
    draft.episodes.append(
        Episode(
            entry_id=entry.id,
            start=body.occurred_at,
            precision=body.precision,
            starts_from=body.starts_from,
            responsible=body.responsible,
            authority=body.authority,
        )
    )


def _moved(draft: "Draft", entry: "Entry", body: Moved) -> None:
    if draft.open_episode is None:
        draft.find("moved_outside_custody", entry)
        return
    before = present(draft)
    if before is not None and before.in_transit:
        draft.find("arrival_not_told", entry)
    enter(draft, entry, body, stretch(entry, body))


KINDS = (CustodyBegan, Moved)
HANDLERS: Handlers = {CustodyBegan: _began, Moved: _moved}
