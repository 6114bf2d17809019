"""Waiving is a supervisor's; closing waits until nothing is owed; the board lets the case go."""

from uuid import UUID

import pytest

from minors_desk.domain.closing import CaseClosed, DutyWaived
from minors_desk.domain.ending import CustodyEnded
from minors_desk.errors import Refused
from minors_desk.services import cases
from minors_desk.services.desk import Desk
from tests.services.conftest import SignIn, StoryClock, encounter


def waived(desk: Desk, rule_id: str) -> DutyWaived:
    return DutyWaived(occurred_at=desk.clock(), rule_id=rule_id, reason="Went home")


def test_an_officer_waives_nothing(sign_in: SignIn) -> None:
    desk = sign_in("ames")
    case_id, _changes = cases.open_case(desk, encounter(desk))
    with pytest.raises(Refused) as refused:
        cases.add(desk, case_id, waived(desk, "HOUSE-CLASS"))
    assert refused.value.code == "not_your_role"
    assert not cases.read(desk, case_id).waivers


def test_a_case_closes_when_nothing_is_owed_and_leaves_the_board(
    desk: Desk, clock: StoryClock
) -> None:
    case_id, _changes = cases.open_case(desk, encounter(desk))
    with pytest.raises(Refused) as refused:
        cases.add(desk, case_id, CaseClosed(occurred_at=desk.clock()))
    assert refused.value.code == "still_owed"
    assert "Class the child" in refused.value.hint
    clock.forward(1)
    cases.add(desk, case_id, waived(desk, "HOUSE-CLASS"), CaseClosed(occurred_at=desk.clock()))
    board = cases.the_board(desk)
    assert board.met == board.still_owed == board.handed_over == ()
    (card,) = cases.listed(desk)
    assert card.state == "closed"


def test_a_child_in_custody_is_not_closed(desk: Desk, child: UUID, clock: StoryClock) -> None:
    clock.forward(1)
    with pytest.raises(Refused) as refused:
        cases.add(desk, child, CaseClosed(occurred_at=desk.clock()))
    assert refused.value.code == "closed_while_ours"
    ended = CustodyEnded(
        occurred_at=desk.clock(), reason="opened_in_error", detail="The same child twice"
    )
    clock.forward(1)
    cases.add(desk, child, ended, CaseClosed(occurred_at=desk.clock()))
    assert cases.read(desk, child).is_closed
