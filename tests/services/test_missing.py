"""The board and the child who left without leave: on top of it until somebody finds the child."""

from uuid import UUID

import pytest

from minors_desk.domain.ending import CustodyEnded, FoundAgain
from minors_desk.errors import Refused
from minors_desk.services import cases
from minors_desk.services.cases import Board
from minors_desk.services.desk import Desk
from tests.services.conftest import StoryClock

DAYS = 24 * 60


def left(desk: Desk) -> CustodyEnded:
    return CustodyEnded(
        occurred_at=desk.now(), reason="left_without_leave", detail="Through the back door"
    )


def groups(board: Board, child: UUID) -> list[str]:
    names = ("missing", "in_custody", "met", "still_owed", "handed_over")
    return [name for name in names if child in {card.case_id for card in getattr(board, name)}]


def test_a_missing_child_stays_on_the_board_until_it_is_found(
    desk: Desk, child: UUID, clock: StoryClock
) -> None:
    assert groups(cases.the_board(desk), child) == ["in_custody"]
    cases.add(desk, child, left(desk))
    assert groups(cases.the_board(desk), child) == ["missing"]
    clock.forward(10 * DAYS)
    board = cases.the_board(desk)
    assert groups(board, child) == ["missing"]
    (card,) = board.missing
    assert (card.end_reason, card.place) == ("left_without_leave", "Area Central")
    cases.add(desk, child, FoundAgain(occurred_at=desk.now(), where="Union Station"))
    assert cases.the_board(desk).missing == ()
    with pytest.raises(Refused) as refused:
        cases.add(desk, child, left(desk))
    assert refused.value.code == "custody_ended_outside_custody"
    assert "not in our custody" in str(refused.value)


def test_custody_that_ended_otherwise_stands_with_the_handed_over(desk: Desk, child: UUID) -> None:
    cases.add(
        desk,
        child,
        CustodyEnded(occurred_at=desk.now(), reason="court_order", detail="Judge Hill, by phone"),
    )
    assert groups(cases.the_board(desk), child)[0] in ("still_owed", "handed_over")
    assert [one.state for one in cases.listed(desk) if one.case_id == child] == ["ended"]
