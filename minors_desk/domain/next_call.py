"""Whom to ring now and why, in lawful order; and, apart, who is not to be rung now and why.

The order: help for a child who is hurt comes before all (workflow, step 1). Then child protection
first, in nearly every state (step 6); a parent, then a relative, if it is safe (step 5; 55 Pa.
Code 3130.12b (d) and (e) orders parent, relative, agency); the consulate (step 8); the check for
missing children (step 3); the trafficking notice (step 7); a lawyer; the juvenile authority; then
all others. Guides of the field put the calls in this order too (beyond.md, 5). A call whose
verified limit of the police is late, or runs out before what stands ahead of it could be tried
again, goes before them all. Who did not answer steps back until the next try: then the next party
for the same purpose stands in front, then the next purpose.

Pure: a desk and an invented story call it alike. Intervals are the practice of this house.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from typing import Literal

from minors_desk.domain.board import state_of
from minors_desk.domain.calling import Callee, told_by
from minors_desk.domain.case import Case
from minors_desk.domain.conditions import CONDITIONS
from minors_desk.domain.contact_log import SUCCESSES, NextTry, Promise, attempts
from minors_desk.domain.contacts import RELATIVE_REACHED, Contact, Purpose
from minors_desk.domain.disclosing import Ruling
from minors_desk.domain.duties import DutyClock, is_open
from minors_desk.domain.federal_calls import FederalCall, federal_call
from minors_desk.domain.reaching import WAITS, NotNow, Ready, before, promise_of, stands
from minors_desk.domain.retrying import RETRY_AFTER, Escalation, escalation, in_vain, untold

LAWFUL_ORDER: tuple[Purpose, ...] = (
    "medical",
    "child_protection",
    "parent_or_relative",
    "consulate",
    "missing_child_check",
    "trafficking_notice",
    "lawyer",
    "juvenile_authority",
    "interstate_office",
    "tribe",
    "receiver",
    "interpreter",
    "supervisor",
    "other",
    "federal_agency",
)
Missing = Literal["nobody_known", "no_number", "nobody_may_be_rung"]
_FAR = datetime.max.replace(tzinfo=UTC)


@dataclass(frozen=True, slots=True, kw_only=True)
class Call:
    """A call to make now. ``whom``: one after the other; ``missing`` says what is not known.

    ``duties`` are the open ones that it serves, ``tries`` how often nobody was reached in a row,
    and ``untold`` how often since somebody higher was told of it.
    ``planned`` and ``promised``: a try whose time has come, a promise whose time has passed.
    ``is_practice``: no rule asks for it by now; the usual way of the field does, which is no law.
    ``presses``: a verified limit of ours is late or about to be.
    """

    purpose: Purpose
    whom: tuple[Ready, ...]
    missing: Missing | None = None
    duties: tuple[DutyClock, ...] = ()
    tries: int = 0
    untold: int = 0
    planned: NextTry | None = None
    promised: Promise | None = None
    is_practice: bool = False
    presses: bool = False
    escalation: Escalation | None = None

    @property
    def first(self) -> Ready | None:
        """Whom to ring."""
        return self.whom[0] if self.whom else None

    @property
    def due(self) -> datetime | None:
        """The earliest time by which the call must have been made (UTC)."""
        return min((one.due for one in self.duties if one.due is not None), default=None)


@dataclass(frozen=True, slots=True, kw_only=True)
class NextCalls:
    """The calls to make now, in order; who is not to be rung now; what a federal call wants."""

    calls: tuple[Call, ...]
    not_now: tuple[NotNow, ...]
    federal: FederalCall = field(default_factory=FederalCall)

    @property
    def first(self) -> Call | None:
        """The next call."""
        return self.calls[0] if self.calls else None


@dataclass(frozen=True, slots=True, kw_only=True)
class Known:
    """What the calls are found from besides the case.

    ``rulings`` are those that bear on a call to a federal agency.
    """

    callees: tuple[Callee, ...]
    clocks: tuple[DutyClock, ...]
    rulings: tuple[Ruling, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class _Now:
    """What all looks at: the case, its open duties, the hour."""

    case: Case
    clocks: tuple[DutyClock, ...]
    at: datetime
    zone: str

    def stands(self, callee: Callee) -> Ready | NotNow:
        """How it is with somebody now."""
        return stands(self.case, callee, self.at, self.zone)

    def promise_of(self, callee: Callee) -> Promise | None:
        """What they promised by a time that has passed."""
        return promise_of(self.case, callee, self.at)


def next_calls(case: Case, known: Known, at: datetime, zone: str) -> NextCalls:
    """The calls for that child at that instant (UTC), by the station's zone."""
    running = tuple(one for one in known.clocks if is_open(one))
    now = _Now(case=case, clocks=running, at=at, zone=zone)
    federal = federal_call(known.rulings, allowed=_supervisor_allows(case, at))
    calls: list[Call] = []
    not_now: list[NotNow] = []
    for purpose in LAWFUL_ORDER:
        those = [one for one in known.callees if one.purpose == purpose]
        if purpose == "federal_agency" and not federal.is_open:
            not_now += [NotNow(callee=one, reason="federal") for one in those]
            continue
        call, left = _for_purpose(now, purpose, those, allowed=federal.is_open)
        calls += [] if call is None else [call]
        not_now += left
    ordered = tuple(sorted(calls, key=_order))
    return NextCalls(calls=ordered, not_now=tuple(not_now), federal=federal)


def _order(call: Call) -> tuple[bool, datetime]:
    """Sorting keeps the lawful order among those that press alike."""
    return not call.presses, (call.due or _FAR) if call.presses else _FAR


def _for_purpose(
    now: _Now, purpose: Purpose, those: Sequence[Callee], *, allowed: bool
) -> tuple[Call | None, tuple[NotNow, ...]]:
    """The call for that purpose, if one is to be made now, and who is not to be rung for it."""
    duties = _wanted(now, purpose, those)
    practice = not duties and _is_practice(now, purpose, those, allowed=allowed)
    asked = those
    if not duties and not practice:
        asked = [one for one in those if one.next_try is not None or now.promise_of(one)]
    looked = [now.stands(one) for one in sorted(asked, key=before)]
    ready = [one for one in looked if isinstance(one, Ready)]
    not_now = [one for one in looked if isinstance(one, NotNow)]
    duties, ready = _without_tips(purpose, duties, ready)
    not_now += [
        NotNow(callee=one, reason="already_reached")
        for one in those
        if one not in asked and one.last_reached is not None
    ]
    missing = _missing(ready, not_now)
    waits = missing is not None and any(one.reason in WAITS for one in not_now)
    if waits or not (duties or ready):
        return None, tuple(not_now)
    call = _call(now, purpose, duties, ready, missing)
    return replace(call, is_practice=practice), tuple(not_now)


def _call(
    now: _Now,
    purpose: Purpose,
    duties: tuple[DutyClock, ...],
    ready: Sequence[Ready],
    missing: Missing | None,
) -> Call:
    vain = in_vain(attempts(now.case, purpose))
    untried = [one for one in ready if not _was_tried(one.callee, vain)]
    count = untold(vain, _supervisor_told(now))
    advice = escalation(count, has_another=bool(untried))
    whom = tuple(ready)
    if advice is not None:
        whom = (*untried, *(one for one in ready if one not in untried))
    planned = [one.callee.next_try for one in whom if one.callee.next_try is not None]
    promised = [
        one
        for one in (promise_of(now.case, each.callee, now.at) for each in whom)
        if one is not None
    ]
    return Call(
        purpose=purpose,
        whom=whom,
        missing=missing,
        duties=duties,
        tries=len(vain),
        untold=count,
        planned=min(planned, key=lambda one: one.due, default=None),
        promised=min(promised, key=lambda one: one.due, default=None),
        presses=any(_presses(one, now.at) for one in duties),
        escalation=advice,
    )


def _presses(clock: DutyClock, at: datetime) -> bool:
    """Whether a verified limit of ours is late, or is before what stands ahead is tried again."""
    if clock.due is None or not clock.start_known or not clock.rule.may_be_red:
        return False
    return clock.due - at <= RETRY_AFTER


def _without_tips(
    purpose: Purpose, duties: tuple[DutyClock, ...], ready: list[Ready]
) -> tuple[tuple[DutyClock, ...], list[Ready]]:
    """A line that takes tips is rung only for what that call meets: it is told besides.

    The national hotline does not stand in for HHS (rule US-TR-07).
    """
    offices = [one for one in ready if not _takes_tips(purpose, one.callee)]
    met = tuple(one for one in duties if not told_by(purpose).isdisjoint(one.rule.satisfied_by))
    if not duties or len(offices) == len(ready):
        return duties, ready
    if not met:
        return duties, offices
    return (duties if offices else met), ready


def _takes_tips(purpose: Purpose, callee: Callee) -> bool:
    return purpose == "trafficking_notice" and callee.line is not None and callee.line.takes_tips


def _wanted(now: _Now, purpose: Purpose, those: Sequence[Callee]) -> tuple[DutyClock, ...]:
    """The open duties that a call for this purpose meets, or leads to meeting.

    A notice that is owed in writing is asked for by telephone once, and then to be written; that
    a line for tips was reached besides is not that call.
    """
    tips = [one.party for one in those if _takes_tips(purpose, one)]
    called = told_by(purpose)
    if purpose == "parent_or_relative":
        called |= {RELATIVE_REACHED}
    written = SUCCESSES.get(purpose, frozenset()) - called
    reached = [
        one.at
        for one in attempts(now.case, purpose)
        if one.reached and not any(one.told.party.is_same(tip) for tip in tips)
    ]
    return tuple(
        one
        for one in now.clocks
        if not called.isdisjoint(one.rule.satisfied_by)
        or (
            not written.isdisjoint(one.rule.satisfied_by)
            and not any(at >= one.start for at in reached)
        )
    )


def _is_practice(now: _Now, purpose: Purpose, those: Sequence[Callee], *, allowed: bool) -> bool:
    """Whether the call is usual in the field though no rule asks for it by now.

    A parent or relative whose number is known is rung; of a child who is alone and charged with
    nothing child protection hears, until a parent is reached. A federal agency is rung once a
    supervisor allowed it.
    """
    if state_of(now.case) not in ("met", "in_custody"):
        return False
    told = {one.name for one in now.case.events}
    if purpose == "federal_agency":
        return allowed and "federal_agency_reached" not in told
    if purpose == "parent_or_relative":
        numbers = any(one.party.number for one in those if isinstance(now.stands(one), Ready))
        return numbers and told.isdisjoint({"parent_reached", RELATIVE_REACHED})
    if purpose == "child_protection":
        alone = CONDITIONS["met_alone"](now.case, now.zone)
        free = now.case.legal_class == "non_offender"
        return alone and free and told.isdisjoint({"parent_reached", "child_protection_reached"})
    return False


def _missing(ready: Sequence[Ready], not_now: Sequence[NotNow]) -> Missing | None:
    if any(one.callee.party.number for one in ready):
        return None
    if ready:
        return "no_number"
    # Who was reached already is not whom the duty is about.
    barred = any(one.reason != "already_reached" for one in not_now)
    return "nobody_may_be_rung" if barred else "nobody_known"


def _was_tried(callee: Callee, those: Sequence[Contact]) -> bool:
    return any(one.told.party.is_same(callee.party) for one in those)


def _supervisor_allows(case: Case, at: datetime) -> bool:
    """Whether a supervisor allowed a call to a federal agency, and none took that back since."""
    decided = case.disclosing.federal_contact(at)
    return decided is not None and decided.told.decision == "allowed"


def _supervisor_told(now: _Now) -> datetime | None:
    told = [one.at for one in now.case.events if one.name == "supervisor_told"]
    return max(told, default=None)
