"""Rule + case → duty: what is owed, from when, until when, by what met; the clock is arithmetic.

``clocks`` needs no now; ``status`` is arithmetic on a clock, so the board ticks without reading.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from itertools import zip_longest
from typing import Literal
from uuid import UUID

import msgspec

from minors_desk.domain.applying import applies, in_force
from minors_desk.domain.bodies import CLOCK_PRECISIONS
from minors_desk.domain.case import Case
from minors_desk.domain.closing import LetGo, release_of
from minors_desk.domain.custody import Episode
from minors_desk.domain.folding import Event
from minors_desk.domain.limits import reasons_for
from minors_desk.domain.periods import end_of
from minors_desk.domain.rule_waivers import RuleWaiver
from minors_desk.domain.rules import Pack, Rule

Tone = Literal["red", "amber", "green", "quiet"]
State = Literal[
    "running",
    "met",
    "met_late",
    "met_after_target",
    "start_not_known",
    "open_ended",
    "later_than_target",
    "standing_still",
    "let_go",
]


class DutyClock(msgspec.Struct, frozen=True, kw_only=True):
    """One duty of a case: instants in UTC, None where there is none (yet).

    ``start_known`` is False when the start event is known less exactly than *about*: such a
    clock does not run, it asks. ``earlier_missed`` counts the stretches of an interval rule that
    took longer than it allows; of a rule that has ended, the last one too.
    ``target_at``: when the station wants a duty done that the law gives no fixed time for.
    ``used``: the secure time that a clock of secure time stands still at, while no lock is on.
    ``let_go``: why it is owed no longer though it was not met; ``met_at`` is since when.
    ``began``: of an interval rule, when it began to run. ``waiver``: by which the agency did not go
    by the rule when the clock began.
    """

    rule: Rule
    start: datetime
    start_known: bool
    start_entry: UUID
    due: datetime | None
    met_at: datetime | None
    met_by: UUID | None
    earlier_missed: int = 0
    target_at: datetime | None = None
    used: timedelta | None = None
    let_go: LetGo | None = None
    began: datetime | None = None
    waiver: RuleWaiver | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class DutyStatus:
    """How a clock stands at one instant. ``remaining`` is negative when it is overdue.

    ``later_than_target`` and ``met_after_target`` are about the station's own aim: no law is
    broken by them (CONTRACT 4.2).
    """

    state: State
    tone: Tone
    remaining: timedelta | None
    elapsed: timedelta


@dataclass(frozen=True, slots=True, kw_only=True)
class Breach:
    """Something a rule forbids that happened, or a step before which it wants something else.

    The entry tells it. ``waiver``: by which the agency did not go by the rule then.
    """

    rule: Rule
    entry_id: UUID
    at: datetime
    waiver: RuleWaiver | None = None


def clocks(case: Case, packs: Iterable[Pack], zone: str) -> tuple[DutyClock, ...]:
    """All duties of ours in that case, earliest due first; met ones last.

    A rule applies by the local date of its start event (CONTRACT 4.3). Several limits on the same
    fact stand side by side.
    """
    return tuple(sorted(_all_clocks(case, tuple(packs), zone, ours=True), key=_urgency))


def clocks_of_others(case: Case, packs: Iterable[Pack], zone: str) -> tuple[DutyClock, ...]:
    """What the law asks of courts, receivers, federal and state agencies about this child.

    Information only, never a duty of ours and never red (CONTRACT 4.1).
    """
    return tuple(sorted(_all_clocks(case, tuple(packs), zone, ours=False), key=_urgency))


def breaches(case: Case, packs: Iterable[Pack], zone: str) -> tuple[Breach, ...]:
    """Every entry that tells of something which a rule of ours forbids (a locked room, say)."""
    happened = {event.name for event in case.events}
    return tuple(
        Breach(
            rule=rule,
            entry_id=event.entry_id,
            at=event.at,
            waiver=pack.waiver_of(rule.id, event.at),
        )
        for pack in packs
        for rule in pack.by_use.our_prohibitions
        if not happened.isdisjoint(rule.starts) and applies(case, rule, zone)
        for event in case.events
        if event.name in rule.starts and in_force(rule, event.at, zone)
    )


def prohibitions(
    case: Case, packs: Iterable[Pack], event: str, at: datetime, zone: str
) -> tuple[Rule, ...]:
    """The rules of ours that forbid that event (``secured``, say) for the case as it stands."""
    return tuple(
        rule
        for pack in packs
        for rule in pack.by_use.our_prohibitions
        if event in rule.starts and applies(case, rule, zone) and in_force(rule, at, zone)
    )


def status(clock: DutyClock, now: datetime) -> DutyStatus:
    """How the clock stands at that instant (UTC)."""
    if clock.met_at is not None:
        return _done(clock, clock.met_at)
    elapsed = now - clock.start
    if not clock.start_known:
        return DutyStatus(state="start_not_known", tone="amber", remaining=None, elapsed=elapsed)
    if clock.due is None:
        if clock.target_at is not None and now > clock.target_at:
            return DutyStatus(
                state="later_than_target", tone="amber", remaining=None, elapsed=elapsed
            )
        return DutyStatus(state="open_ended", tone="green", remaining=None, elapsed=elapsed)
    remaining = clock.due - now
    if remaining < timedelta(0):
        tone: Tone = "red" if clock.rule.may_be_red else "amber"
    else:
        tone = "amber" if is_half_gone(clock.start, clock.due, now) else "green"
    return DutyStatus(state="running", tone=tone, remaining=remaining, elapsed=elapsed)


def is_half_gone(start: datetime, due: datetime, now: datetime) -> bool:
    """Whether half of the time that a duty gives has passed: from then on it is amber."""
    return now - start >= due - now


def _done(clock: DutyClock, met_at: datetime) -> DutyStatus:
    """Quiet for good, or until a lock comes on again."""
    state: State = "met"
    if clock.let_go:
        state = "let_go"
    elif clock.used is not None:
        state = "standing_still"
    elif clock.due is not None and met_at > clock.due:
        state = "met_late"
    elif clock.target_at is not None and met_at > clock.target_at:
        state = "met_after_target"
    elapsed = met_at - clock.start if clock.used is None else clock.used
    return DutyStatus(state=state, tone="quiet", remaining=None, elapsed=elapsed)


def is_open(clock: DutyClock) -> bool:
    """Whether the duty is still owed."""
    return clock.met_at is None


def _urgency(clock: DutyClock) -> tuple[bool, bool, datetime, str]:
    return (
        clock.met_at is not None,
        clock.due is None,
        clock.due or clock.target_at or clock.start,
        clock.rule.id,
    )


def _all_clocks(case: Case, packs: Sequence[Pack], zone: str, *, ours: bool) -> Iterator[DutyClock]:
    targets = {rule_id: target for pack in packs for rule_id, target in pack.targets.items()}
    happened = {event.name for event in case.events}
    for pack in packs:
        for rule in pack.by_use.our_clocks if ours else pack.by_use.clocks_of_others:
            # Most rules never begin in a case: that is seen at once, conditions take longer.
            if happened.isdisjoint(rule.starts) or not applies(case, rule, zone):
                continue
            for clock in _of_rule(case, rule, zone, targets.get(rule.id)):
                yield clock if clock.met_at is not None else _released(case, pack, clock)


def _released(case: Case, pack: Pack, clock: DutyClock) -> DutyClock:
    """The clock as it is, or as one that is owed no longer."""
    began = clock.began or clock.start
    waiver = pack.waiver_of(clock.rule.id, began)
    if waiver is not None:
        let_go: LetGo = "waived_by_agency"
        return msgspec.structs.replace(
            clock, met_at=began, met_by=waiver.entry_id, let_go=let_go, waiver=waiver
        )
    release = release_of(case, clock.rule.id, began)
    if release is None:
        return clock
    return msgspec.structs.replace(
        clock, met_at=release.at, met_by=release.entry_id, let_go=release.code
    )


def _of_rule(case: Case, rule: Rule, zone: str, target: timedelta | None) -> Iterator[DutyClock]:
    if rule.counts == "secure_time":
        yield from _secure_clocks(case, rule, zone)
    elif rule.kind == "interval":
        yield from _intervals(case.events, rule, zone)
    else:
        yield from _deadlines(case, rule, zone, target)


def _deadlines(case: Case, rule: Rule, zone: str, target: timedelta | None) -> Iterator[DutyClock]:
    """A start while an earlier clock of the rule still runs opens no second, later one."""
    starts = [one for one in case.events if one.name in rule.starts]
    running: DutyClock | None = None
    for start in starts[:1] if rule.once else starts:
        still_runs = running is not None and (running.met_at is None or running.met_at > start.at)
        if not still_runs and in_force(rule, start.at, zone):
            clock = _deadline(case, rule, start, zone, target)
            # One whose start is not known does not run, it asks; it hides no clock that does.
            running = clock if clock.start_known else running
            yield clock


def _deadline(
    case: Case, rule: Rule, start: Event, zone: str, target: timedelta | None
) -> DutyClock:
    known = start.precision in CLOCK_PRECISIONS
    met = _first(case.events, rule.satisfied_by, start)
    due = target_at = None
    if known and rule.within is not None:
        due = end_of(start.at, rule.within, zone, rule.calendar)
        if rule.may_extend_to is not None:
            due = _prolonged(case, rule, start.at, due, zone)
    elif known and target is not None:
        target_at = start.at + target
    return DutyClock(
        rule=rule,
        start=start.at,
        start_known=known,
        start_entry=start.entry_id,
        due=due,
        met_at=None if met is None else met.at,
        met_by=None if met is None else met.entry_id,
        target_at=target_at,
    )


def _prolonged(case: Case, rule: Rule, start: datetime, due: datetime, zone: str) -> datetime:
    """The end of a limit that the statute itself, or somebody by its authority, made longer.

    Whoever prolonged it may have given less than the law allows, never more.
    """
    if rule.may_extend_to is None:
        return due
    longest = end_of(start, rule.may_extend_to, zone, rule.calendar)
    if rule.longer_on.touches(start, due, zone):
        return longest
    given = [one for one in reasons_for(case.limits, rule.id, start) if one.authority]
    if not given:
        return due
    return min(longest, max(due, given[-1].until or longest))


def _secure_clocks(case: Case, rule: Rule, zone: str) -> Iterator[DutyClock]:
    for episode in case.episodes:
        clock = _secure_clock(case, rule, episode)
        if clock is not None and in_force(rule, clock.start, zone):
            yield clock


def _secure_clock(case: Case, rule: Rule, episode: Episode) -> DutyClock | None:
    """Minutes behind a lock in one episode, added up; due when they reach the limit.

    Unlocking makes the clock stand still and does not wind it back: by the federal guidance on
    34 U.S.C. 11133(a)(13)(A) the six hours may not be stopped and begun anew.
    """
    locks = [one for one in case.events if one.name in rule.starts and _during(episode, one.at)]
    spans = [one for one in case.spans if one.secure and _during(episode, one.start)]
    if not locks or not spans or rule.within is None:
        return None
    used, limit, reached = timedelta(0), rule.within.exact, None
    for span in spans:
        length = None if span.end is None else span.end - span.start
        if reached is None and (length is None or used + length > limit):
            reached = span.start + (limit - used)
        used += length or timedelta(0)
    out = spans[-1].end
    turns = (one for one in case.events if one.name in (*rule.starts, "unsecured"))
    known = all(one.precision in CLOCK_PRECISIONS for one in turns if _during(episode, one.at))
    met = None if out is None else _first(case.events, rule.satisfied_by, locks[-1])
    return DutyClock(
        rule=rule,
        start=locks[0].at,
        start_known=known,
        start_entry=locks[0].entry_id,
        due=reached if known else None,
        met_at=out,
        met_by=None if met is None else met.entry_id,
        used=used if out and episode.end is None and reached is None else None,
    )


def _during(episode: Episode, moment: datetime) -> bool:
    return episode.start <= moment and (episode.end is None or moment < episode.end)


def _intervals(events: Sequence[Event], rule: Rule, zone: str) -> Iterator[DutyClock]:
    starts = [one for one in events if one.name in rule.starts]
    for start, later in zip_longest(starts, starts[1:]):
        if in_force(rule, start.at, zone) and rule.within is not None:
            yield _interval(events, rule, start, later, rule.within.exact)


def _interval(
    events: Sequence[Event], rule: Rule, start: Event, later: Event | None, within: timedelta
) -> DutyClock:
    """An interval rule owes again and again until it ends; one clock shows the present one."""
    end = _first(events, rule.ends_with, start)
    last, missed = start, 0
    for event in events[_place(events, start) + 1 :]:
        if (end is not None and event.at >= end.at) or (later and event.at >= later.at):
            break
        if event.name in rule.satisfied_by:
            missed += _longer(last, event, within)
            last = event
    known = last.precision in CLOCK_PRECISIONS
    if end is not None:
        missed += _longer(last, end, within)
    return DutyClock(
        rule=rule,
        start=last.at,
        start_known=known,
        start_entry=last.entry_id,
        due=last.at + within if known else None,
        met_at=None if end is None else end.at,
        met_by=None if end is None else end.entry_id,
        earlier_missed=missed,
        began=start.at,
    )


def _longer(earlier: Event, later: Event, within: timedelta) -> bool:
    """Whether more time passed than that, as far as both ends are known exactly enough to say."""
    known = {earlier.precision, later.precision} <= CLOCK_PRECISIONS
    return known and later.at - earlier.at > within


def _place(events: Sequence[Event], event: Event) -> int:
    return next(place for place, one in enumerate(events) if one is event)


def _first(events: Sequence[Event], names: Sequence[str], after: Event) -> Event | None:
    """The first event of one of those names after that one, in fold order."""
    rest = events[_place(events, after) + 1 :]
    return next((one for one in rest if one.name in names), None)
