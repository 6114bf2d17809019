"""Any walk of allowed actions, late, amended and withdrawn ones too, leaves one custodian.

Each step is taken or refused just as the append does it. A second log takes every step without
that check, as one merged from another station would: it may hold findings, but never an error, and
never two custodians either.
"""

from collections.abc import Iterator
from datetime import datetime
from itertools import pairwise
from typing import Any

from hypothesis import assume, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule
from msgspec import structs

from minors_desk.domain.admission import LATE, Refusal, check_case, check_times
from minors_desk.domain.alter import Amended, Withdrawn
from minors_desk.domain.bodies import Body
from minors_desk.domain.case import Case, fold
from minors_desk.domain.codec import plain
from minors_desk.domain.entries import NewEntry
from minors_desk.domain.handoff_values import SIDES
from tests.domain.samples import (
    CASE,
    accepted,
    at,
    encountered,
    entry,
    proposed,
    receiver_checked,
    signed,
)
from tests.domain.samples_custody import (
    arrived,
    began,
    ended,
    failed,
    found,
    left,
    moved,
    refused,
    relieved,
    secured,
    unsecured,
)
from tests.domain.strategies import objects

FAR = at(1_000_000)
back = st.sampled_from([0, 0, 0, 0, 3, 12, 40, 90])
"""How many minutes ago it happened; more than 15 is late."""
numbers = st.integers(1, 4)
places = st.integers(0, 60)
presence_makers = st.sampled_from([moved, relieved, left, arrived])


class Custody(RuleBasedStateMachine):
    """One case at one desk; ``log`` is what was taken, ``merged`` all that was tried."""

    def __init__(self) -> None:
        super().__init__()
        self.minute = 1
        self.log = [entry(1, encountered(), recorded=at(0))]
        self.merged = list(self.log)

    def say(self, *bodies: Body) -> bool:
        """Appends as the desk does: all of them, or none; whether they were taken."""
        now, first = at(self.minute), len(self.merged) + 1
        told = [_with_reason(body, now) for body in bodies]
        added = [entry(first + n, body, recorded=now) for n, body in enumerate(told)]
        self.merged += added
        new = [
            NewEntry(id=one.id, case_id=CASE, body=body)
            for one, body in zip(added, told, strict=True)
        ]
        before = fold(CASE, self.log)
        after = fold(CASE, [*self.log, *added])
        try:
            for body in told:
                check_times(body, now)
            check_case(after, new)
        except Refusal:
            return False
        self.log += added
        if not any(isinstance(body, (Amended, Withdrawn)) for body in bodies):
            assert accepted_numbers(before) <= accepted_numbers(after)
            assert {one.entry_id for one in before.endings} <= {
                one.entry_id for one in after.endings
            }
        return True

    @initialize(brought=st.sampled_from([True, True, True, False]))
    def first_hour(self, brought: bool) -> None:
        """Mostly the child was brought in by now; sometimes it was only met."""
        self.minute = 60
        if brought:
            self.say(began(2))

    @rule(minutes=st.integers(1, 25))
    def time_goes_on(self, minutes: int) -> None:
        self.minute += minutes

    @rule(ago=back, is_back=st.booleans())
    def begin(self, ago: int, is_back: bool) -> None:
        self.say(began(self.minute - ago, starts_from="returned" if is_back else "contact"))

    @rule(make=presence_makers, ago=back)
    def change_presence(self, make: Any, ago: int) -> None:
        self.say(make(self.minute - ago))

    @rule(what=objects, ago=back, off=st.booleans())
    def lock(self, what: str, ago: int, off: bool) -> None:
        when = self.minute - ago
        self.say(unsecured(when, what) if off else secured(when, what))

    @rule(ago=back, reason=st.sampled_from(["left_without_leave", "died", "court_order"]))
    def end(self, ago: int, reason: str) -> None:
        self.say(ended(self.minute - ago, reason))

    @rule(ago=back)
    def find_again(self, ago: int) -> None:
        self.say(found(self.minute - ago))

    @rule(ago=back, number=numbers)
    def propose(self, ago: int, number: int) -> None:
        self.say(proposed(self.minute - ago, number))

    @rule(ago=back, number=numbers, make=st.sampled_from([refused, failed]))
    def stop(self, ago: int, number: int, make: Any) -> None:
        self.say(make(self.minute - ago, number))

    @rule(ago=back, number=numbers)
    def accept(self, ago: int, number: int) -> None:
        attempt = fold(CASE, self.log).handoff(number)
        terms = None if attempt is None else attempt.terms
        self.say(accepted(self.minute - ago, number, digest=terms))

    @rule(ago=back, number=numbers, up_to=st.integers(1, 4))
    def hand_over(self, ago: int, number: int, up_to: int) -> None:
        """Step by step as at the counter, as far as it goes; the first refusal ends it."""
        when = self.minute - ago
        if not self.say(proposed(when, number)) or not self.say(receiver_checked(when, number)):
            return
        attempt = fold(CASE, self.log).handoff(number)
        assert attempt is not None
        drawn = [signed(when, side, number, attempt.terms) for side in SIDES]
        steps = [*drawn, accepted(when, number, digest=attempt.terms)]
        for step in steps[:up_to]:
            if not self.say(step):
                return

    @precondition(lambda self: len(self.merged) > 1)
    @rule(place=places, minutes=st.integers(-30, 30))
    def amend(self, place: int, minutes: int) -> None:
        """An entry happened earlier or later than it says."""
        target = self.merged[place % len(self.merged)]
        assume(isinstance(target.body, Body) and not isinstance(target.body, (Amended, Withdrawn)))
        body = target.body
        assert isinstance(body, Body)
        moved_to = body.occurred_at + (at(minutes) - at(0))
        changed = plain(structs.replace(body, occurred_at=moved_to))
        self.say(
            Amended(
                occurred_at=at(self.minute),
                target=target.id,
                replacement=changed,
                reason="mistyped",
            )
        )

    @precondition(lambda self: len(self.merged) > 1)
    @rule(place=places)
    def withdraw(self, place: int) -> None:
        target = self.merged[place % len(self.merged)].id
        self.say(Withdrawn(occurred_at=at(self.minute), target=target, reason="another child"))

    @invariant()
    def one_custodian_at_any_instant(self) -> None:
        for log in (self.log, self.merged):
            case = fold(CASE, log)
            told = list(holders(case))
            for moment in instants(case):
                held = [who for who, start, end in told if start <= moment < end]
                assert len(held) == 1, (held, moment)
                here = [one for one in case.spans if one.start <= moment < (one.end or FAR)]
                assert len(here) == held.count("ours"), (held, here, moment)

    @invariant()
    def nobody_is_handed_over_twice(self) -> None:
        for log in (self.log, self.merged):
            case = fold(CASE, log)
            by = [one.ended_by for one in case.episodes if one.ended_how == "handed_over"]
            assert sorted(by, key=str) == sorted(
                (one.accepted_by for one in case.handoffs if one.state == "accepted"), key=str
            )
            assert len(set(by)) == len(by)
            assert sum(one.state == "open" for one in case.handoffs) <= 1

    @invariant()
    def any_order_of_arrival_folds_equal(self) -> None:
        for log in (self.log, self.merged):
            half = len(log) // 2
            case = fold(CASE, log)
            assert fold(CASE, log[::-1]) == case == fold(CASE, [*log[half:], *log[:half]])


def _with_reason(body: Body, now: datetime) -> Body:
    late = now - body.occurred_at > LATE
    return structs.replace(body, late_because="with_the_child") if late else body


def accepted_numbers(case: Case) -> set[int]:
    return {one.number for one in case.handoffs if one.state == "accepted"}


def instants(case: Case) -> list[datetime]:
    """Every instant at which something of custody begins or ends, those between, and after all."""
    stretches = (*case.episodes, *case.spans, *case.absences)
    edges = {one.start for one in stretches} | {one.end for one in stretches if one.end is not None}
    ordered = sorted({at(-100_000), *edges, at(100_000)})
    between = [earlier + (later - earlier) / 2 for earlier, later in pairwise(ordered)]
    return [*ordered, *between]


def holders(case: Case) -> Iterator[tuple[str, datetime, datetime]]:
    """(who, from, until) told by each record on its own: no two may overlap, none may be free."""
    starts = [one.start for one in case.episodes]
    yield "not_yet_ours", at(-1_000_000), starts[0] if starts else FAR
    handed = {one.accepted_by: one.accepted_at for one in case.handoffs if one.accepted_by}
    missing = {one.entry_id: one for one in case.absences}
    for episode, following in zip(case.episodes, (*starts[1:], FAR), strict=False):
        yield "ours", episode.start, episode.end or FAR
        if episode.ended_how == "handed_over":
            assert episode.ended_by is not None
            since = handed[episode.ended_by]
            assert since is not None
            yield "receivers", since, following
        elif episode.ended_how == "left_without_leave":
            assert episode.ended_by is not None
            absence = missing[episode.ended_by]
            yield "missing", absence.start, absence.end or FAR
            yield "ended", absence.end or FAR, following
        elif episode.end is not None:
            yield "ended", episode.end, following


TestCustody = Custody.TestCase
TestCustody.settings = settings(max_examples=60, stateful_step_count=25, deadline=None)


def test_the_walk_can_come_to_every_end() -> None:
    """The machine is no empty promise: its own steps reach a handoff, a refusal, a return."""
    desk = Custody()
    desk.begin(ago=0, is_back=False)
    desk.hand_over(ago=0, number=1, up_to=2)
    desk.stop(ago=0, number=1, make=refused)
    desk.time_goes_on(20)
    desk.end(ago=0, reason="left_without_leave")
    assert fold(CASE, desk.log).missing
    desk.time_goes_on(30)
    desk.begin(ago=0, is_back=True)
    desk.time_goes_on(10)
    desk.hand_over(ago=0, number=2, up_to=3)
    case = fold(CASE, desk.log)
    assert [one.state for one in case.handoffs] == ["refused", "accepted"]
    assert [one.ended_how for one in case.episodes] == ["left_without_leave", "handed_over"]
    who = [one[0] for one in holders(case) if one[1] < one[2]]
    assert who == ["not_yet_ours", "ours", "missing", "ours", "receivers"]
    assert [one for one in desk.merged if one not in desk.log] == []
