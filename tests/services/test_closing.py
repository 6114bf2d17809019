"""Waiving is a supervisor's; closing waits until nothing is owed; the board lets the case go."""

from uuid import UUID

import pytest

from minors_desk.domain.closing import CaseClosed, DutyWaived
from minors_desk.domain.contacts import ContactTried, Party, ReportSent
from minors_desk.domain.disclosures import FederalContactDecided
from minors_desk.domain.duties import is_open
from minors_desk.domain.ending import CustodyEnded
from minors_desk.domain.limits import LimitExplained
from minors_desk.errors import Refused
from minors_desk.services import cases, review
from minors_desk.services.desk import Desk
from tests.services.conftest import SignIn, StoryClock, encounter
from tests.services.test_review import over


def waived(desk: Desk, rule_id: str) -> DutyWaived:
    return DutyWaived(occurred_at=desk.clock(), rule_id=rule_id, reason="Went home")


def test_an_officer_waives_nothing_and_does_not_decide_on_federal_contact(sign_in: SignIn) -> None:
    desk = sign_in("ames")
    case_id, _changes = cases.open_case(desk, encounter(desk))
    allowed = FederalContactDecided(
        occurred_at=desk.clock(),
        who="immigration_authority",
        agency="ERO",
        decision="allowed",
        reason="Asked for",
    )
    for body in (waived(desk, "HOUSE-CLASS"), allowed):
        with pytest.raises(Refused) as refused:
            cases.add(desk, case_id, body)
        assert refused.value.code == "not_your_role"
    case = cases.read(desk, case_id)
    assert not case.waivers and case.disclosing.is_empty


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


def test_why_a_limit_of_the_law_was_passed_is_said_first(
    sign_in: SignIn, clock: StoryClock
) -> None:
    ames = sign_in("ames")
    case_id = over(ames)
    call = ContactTried(
        occurred_at=ames.clock(),
        party=Party(name="DCFS"),
        purpose="child_protection",
        method="telephone",
        outcome="reached",
    )
    cases.add(ames, case_id, call)
    clock.forward(49 * 60)
    fax = ReportSent(
        occurred_at=ames.clock(), report="child_protection_written", to="DCFS", method="fax"
    )
    cases.add(ames, case_id, fax)
    rivera = sign_in("rivera")
    read = review.sheet(rivera, case_id)
    assert "reason_missing" in {one.code for one in read.findings}
    with pytest.raises(Refused) as refused:
        review.approve(rivera, case_id, read.last)
    assert refused.value.code == "reason_missing"
    assert "confirmed in writing within 48 hours" in refused.value.hint
    ames = sign_in("ames")
    why = LimitExplained(occurred_at=ames.clock(), rule="US-IL-10", reason="No fax at night")
    cases.add(ames, case_id, why)
    rivera = sign_in("rivera")
    read = review.sheet(rivera, case_id)
    assert "reason_missing" not in {one.code for one in read.findings}
    review.approve(rivera, case_id, read.last)
    owed = (one.rule.id for one in cases.duty_clocks(rivera, read.case) if is_open(one))
    waivers = [waived(rivera, rule) for rule in owed]
    cases.add(rivera, case_id, *waivers, CaseClosed(occurred_at=rivera.clock()))
    assert cases.read(rivera, case_id).is_closed
