"""Rule + case → duty: what is owed, from when, until when, by what met; the clock is arithmetic.

``clocks`` needs no now; ``status`` is arithmetic on a clock, so the board ticks without reading.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Literal
from uuid import UUID
from zoneinfo import ZoneInfo

from minors_desk.domain.bodies import CLOCK_PRECISIONS
from minors_desk.domain.case import Case
from minors_desk.domain.folding import Event
from minors_desk.domain.rulepack import Pack, Rule

Tone = Literal["red", "amber", "green", "quiet"]
State = Literal["running", "met", "met_late", "start_not_known", "open_ended"]
SOON = timedelta(minutes=10)


@dataclass(frozen=True, slots=True, kw_only=True)
class DutyClock:
    """One duty of a case: instants in UTC, None where there is none (yet).

    ``start_known`` is False when the start event is known less exactly than *about*: such a
    clock does not run, it asks. ``earlier_missed`` counts the stretches of an interval rule that
    took longer than it allows; of a rule that has ended, the last one too.
    """

    rule: Rule
    start: datetime
    start_known: bool
    start_entry: UUID
    due: datetime | None
    met_at: datetime | None
    met_by: UUID | None
    earlier_missed: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class DutyStatus:
    """How a clock stands at one instant. ``remaining`` is negative when it is overdue."""

    state: State
    tone: Tone
    remaining: timedelta | None
    elapsed: timedelta


@dataclass(frozen=True, slots=True, kw_only=True)
class Breach:
    """Something a rule forbids that happened: the rule and the entry that tells it."""

    rule: Rule
    entry_id: UUID
    at: datetime


def clocks(case: Case, packs: Iterable[Pack], zone: str) -> tuple[DutyClock, ...]:
    """All duties of ours in that case, earliest due first; met ones last.

    A rule applies by the local date of its start event (CONTRACT 4.3).
    """
    found = [
        clock
        for pack in packs
        for rule in pack.rules
        if rule.is_ours and rule.kind != "prohibition"
        for clock in _clocks_of(case, rule, zone)
    ]
    return tuple(sorted(found, key=_urgency))


def breaches(case: Case, packs: Iterable[Pack], zone: str) -> tuple[Breach, ...]:
    """Every entry that tells of something which a rule of ours forbids (a locked room, say)."""
    return tuple(
        Breach(rule=rule, entry_id=event.entry_id, at=event.at)
        for pack in packs
        for rule in pack.rules
        if rule.is_ours and rule.kind == "prohibition" and _applies(case, rule)
        for event in case.events
        if event.name == rule.starts and _in_force(rule, event.at, zone)
    )


def prohibitions(
    case: Case, packs: Iterable[Pack], event: str, at: datetime, zone: str
) -> tuple[Rule, ...]:
    """The rules of ours that forbid that event (``secured``, say) for the case as it stands."""
    return tuple(
        rule
        for pack in packs
        for rule in pack.rules
        if rule.is_ours
        and rule.kind == "prohibition"
        and rule.starts == event
        and _applies(case, rule)
        and _in_force(rule, at, zone)
    )


def status(clock: DutyClock, now: datetime) -> DutyStatus:
    """How the clock stands at that instant (UTC)."""
    elapsed = now - clock.start
    if clock.met_at is not None:
        late = clock.due is not None and clock.met_at > clock.due
        return DutyStatus(
            state="met_late" if late else "met",
            tone="quiet",
            remaining=None,
            elapsed=clock.met_at - clock.start,
        )
    if not clock.start_known:
        return DutyStatus(state="start_not_known", tone="amber", remaining=None, elapsed=elapsed)
    if clock.due is None:
        return DutyStatus(state="open_ended", tone="green", remaining=None, elapsed=elapsed)
    remaining = clock.due - now
    if remaining < timedelta(0):
        tone: Tone = "red" if clock.rule.may_be_red else "amber"
    else:
        tone = "amber" if remaining <= SOON else "green"
    return DutyStatus(state="running", tone=tone, remaining=remaining, elapsed=elapsed)


def is_open(clock: DutyClock) -> bool:
    """Whether the duty is still owed."""
    return clock.met_at is None


def _urgency(clock: DutyClock) -> tuple[bool, bool, datetime, str]:
    return (
        clock.met_at is not None,
        clock.due is None,
        clock.due or clock.start,
        clock.rule.id,
    )


def _applies(case: Case, rule: Rule) -> bool:
    facts = {f"legal_class:{case.legal_class}"}
    if case.custody is not None:
        facts.add("in_custody")
    return all(condition in facts for condition in rule.applies)


def _in_force(rule: Rule, start: datetime, zone: str) -> bool:
    day = start.astimezone(ZoneInfo(zone)).date()
    until = rule.effective_until
    return rule.effective_from <= day and (until is None or day <= until)


def _clocks_of(case: Case, rule: Rule, zone: str) -> list[DutyClock]:
    starts = [one for one in case.events if one.name == rule.starts]
    if not _applies(case, rule):
        return []
    build = _interval if rule.kind == "interval" else _deadline
    return [
        clock
        for position, start in enumerate(starts)
        if _in_force(rule, start.at, zone)
        for clock in build(case.events, rule, start, starts[position + 1 : position + 2])
    ]


def _deadline(
    events: Sequence[Event], rule: Rule, start: Event, _next: Sequence[Event]
) -> list[DutyClock]:
    known = start.precision in CLOCK_PRECISIONS
    met = _first(events, rule.satisfied_by, start)
    due = start.at + rule.within if rule.within is not None and known else None
    return [
        DutyClock(
            rule=rule,
            start=start.at,
            start_known=known,
            start_entry=start.entry_id,
            due=due,
            met_at=None if met is None else met.at,
            met_by=None if met is None else met.entry_id,
        )
    ]


def _interval(
    events: Sequence[Event], rule: Rule, start: Event, later: Sequence[Event]
) -> list[DutyClock]:
    """An interval rule owes again and again until it ends; one clock shows the present one."""
    within = rule.within
    if within is None:
        return []
    end = _first(events, rule.ends_with, start)
    last, missed = start, 0
    for event in events[_place(events, start) + 1 :]:
        if (end is not None and event.at >= end.at) or (later and event.at >= later[0].at):
            break
        if event.name in rule.satisfied_by:
            missed += _longer(last, event, within)
            last = event
    known = last.precision in CLOCK_PRECISIONS
    if end is not None:
        missed += _longer(last, end, within)
    return [
        DutyClock(
            rule=rule,
            start=last.at,
            start_known=known,
            start_entry=last.entry_id,
            due=last.at + within if known else None,
            met_at=None if end is None else end.at,
            met_by=None if end is None else end.entry_id,
            earlier_missed=missed,
        )
    ]


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
