"""A tie stands in two cases: a correction of it goes to both or to none."""

from collections.abc import Sequence
from typing import Any
from uuid import UUID

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from minors_desk.domain.alter import Amended, Withdrawn
from minors_desk.domain.bodies import Body
from minors_desk.domain.case import LogLine
from minors_desk.domain.codec import plain
from minors_desk.domain.companions import KINDS, CompanionLinked, CompanionsKept, CompanionsParted
from minors_desk.domain.encounter import Encountered
from minors_desk.errors import NotFound, Refused
from minors_desk.services import cases, companions
from minors_desk.services.companions import SeenChild
from minors_desk.services.desk import Desk
from tests.services.conftest import SignIn, StoryClock

REASON = "Told wrongly"


def three(desk: Desk) -> tuple[UUID, ...]:
    met = Encountered(occurred_at=desk.clock(), encounter_id=desk.new_id(), place="Terminal")
    return companions.open_together(desk, met, [SeenChild(None, None)] * 2, "not_known")[0]


def ties_in(desk: Desk, case_id: UUID) -> list[LogLine]:
    """The lines about ties and their corrections, oldest first."""
    log = cases.read(desk, case_id).log
    kinds = (*KINDS, Amended, Withdrawn)
    found = [one for one in log if isinstance(one.entry.body, kinds)]
    return sorted(found, key=lambda one: one.entry.ordinal)


def tie_to(desk: Desk, case_id: UUID, other: UUID) -> LogLine:
    found = ties_in(desk, case_id)
    return next(one for one in found if getattr(one.entry.body, "other", None) == other)


def between(desk: Desk, own: UUID, other: UUID) -> tuple[object, ...] | None:
    """What one case says of the tie to the other, without what only that case can know."""
    for tie in cases.read(desk, own).companions:
        if tie.other == other:
            told = (tie.relation, tie.found_together, tie.state, tie.reason, tie.decided_by)
            return (*told, tie.since)
    return None


def amend(desk: Desk, case_id: UUID, line: LogLine, **changed: object) -> None:
    body = line.counts or line.entry.body
    assert isinstance(body, Body)
    replacement: dict[str, Any] = plain(body) | changed
    cases.amend(desk, case_id, line.entry.id, replacement, REASON)


def test_a_tie_is_amended_and_withdrawn_in_both(desk: Desk, clock: StoryClock) -> None:
    first, second, third = three(desk)
    clock.forward(1)
    line = tie_to(desk, first, second)
    amend(desk, first, line, relation="cousin")
    assert between(desk, first, second) == between(desk, second, first)
    assert [one.relation for one in cases.read(desk, second).companions] == ["cousin", "not_known"]
    head = desk.journal.log_head().ordinal
    cases.withdraw(desk, second, ties_in(desk, second)[0].entry.id, REASON)
    assert desk.journal.log_head().ordinal == head + 2
    assert between(desk, first, second) is between(desk, second, first) is None
    assert between(desk, first, third) is not None


def test_undoing_a_correction_undoes_it_in_both(desk: Desk) -> None:
    first, second, _third = three(desk)
    line = tie_to(desk, first, second)
    cases.withdraw(desk, first, line.entry.id, REASON)
    undone = ties_in(desk, second)[-1]
    cases.withdraw(desk, second, undone.entry.id, "It was right")
    assert between(desk, first, second) == between(desk, second, first)
    assert between(desk, first, second) is not None


def test_where_the_other_child_is_stays_each_case_its_own(desk: Desk) -> None:
    first, second, _third = three(desk)
    cases.add(
        desk,
        first,
        CompanionsParted(
            occurred_at=desk.clock(), other=second, reason="hospital", where_other="ward 4"
        ),
    )
    amend(desk, second, ties_in(desk, second)[-1], where_other="room 2", reason="court order")
    (own,) = (one for one in cases.read(desk, first).companions if one.other == second)
    (theirs,) = (one for one in cases.read(desk, second).companions if one.other == first)
    assert (own.reason, own.where_other) == ("court order", "ward 4")
    assert (theirs.reason, theirs.where_other) == ("court order", "room 2")


def test_a_tie_is_not_changed_to_another_child(desk: Desk) -> None:
    first, second, third = three(desk)
    line = tie_to(desk, first, second)
    head = desk.journal.log_head()
    with pytest.raises(Refused, match="Withdraw it, and tie the right child") as refused:
        amend(desk, first, line, other=str(third))
    assert refused.value.code == "tie_to_another_child"
    assert desk.journal.log_head() == head


def test_one_who_may_not_correct_it_in_both_corrects_it_in_none(
    sign_in: SignIn, clock: StoryClock
) -> None:
    first, second, _third = three(sign_in("rivera"))
    clock.forward(1)
    desk = sign_in("ames")
    head = desk.journal.log_head().ordinal
    with pytest.raises(Refused) as refused:
        cases.withdraw(desk, first, ties_in(desk, first)[0].entry.id, REASON)
    assert refused.value.code == "not_yours_to_correct"
    assert desk.journal.log_head().ordinal == head
    assert between(desk, first, second) is not None


def test_a_case_that_is_not_here_is_not_tied_from_outside(desk: Desk) -> None:
    first, _second, _third = three(desk)
    tie = CompanionLinked(occurred_at=desk.clock(), other=desk.new_id(), relation="friend")
    with pytest.raises(NotFound):
        cases.add(desk, first, tie)


RELATIONS = ("sibling", "cousin", "friend")
STEP = st.tuples(
    st.sampled_from(["link", "keep", "part", "amend", "withdraw"]),
    st.integers(0, 2),
    st.integers(1, 2),
    st.integers(0, 30),
)


def step(desk: Desk, ids: Sequence[UUID], what: tuple[str, int, int, int]) -> None:
    kind, actor, away, number = what
    own, other = ids[actor], ids[(actor + away) % 3]
    now, relation = desk.clock(), RELATIONS[number % 3]
    if kind == "link":
        tie = CompanionLinked(
            occurred_at=now, other=other, relation=relation, found_together=number % 2 == 0
        )
        cases.add(desk, own, tie)
    elif kind == "keep":
        others = [one for one in ids if one != own][: 1 + number % 2]
        cases.add(desk, own, CompanionsKept(occurred_at=now, others=tuple(others)))
    elif kind == "part":
        parted = CompanionsParted(
            occurred_at=now, other=other, reason=f"reason {number}", where_other=f"ward {number}"
        )
        cases.add(desk, own, parted)
    else:
        lines = ties_in(desk, own)
        line = lines[number % len(lines)]
        if kind == "amend" and isinstance(line.entry.body, CompanionLinked):
            amend(desk, own, line, relation=relation, found_together=number % 2 == 0)
        elif kind == "amend" and isinstance(line.entry.body, CompanionsParted):
            amend(desk, own, line, reason=f"reason {number}", where_other=f"room {number}")
        elif kind == "withdraw":
            cases.withdraw(desk, own, line.entry.id, REASON)


@example(steps=[("link", 0, 1, 0)] * 4 + [("amend", 0, 1, 5)], at_once=True)
@given(steps=st.lists(STEP, min_size=1, max_size=12), at_once=st.booleans())
@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_both_cases_always_say_the_same(
    desk: Desk, clock: StoryClock, steps: list[tuple[str, int, int, int]], at_once: bool
) -> None:
    """Whatever is told and corrected, in whichever of the cases, within a minute or over many."""
    ids = three(desk)
    for what in steps:
        if not at_once:
            clock.forward(1)
        step(desk, ids, what)
        for own in ids:
            for other in ids:
                assert between(desk, own, other) == between(desk, other, own)
