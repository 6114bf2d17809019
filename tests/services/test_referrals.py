"""Referrals on a real record: issued, proved, and refused with the reason where they may not be."""

from uuid import UUID

import pytest

from minors_desk.domain import roles
from minors_desk.domain.bodies import Body
from minors_desk.domain.disclosures import FederalContactDecided
from minors_desk.domain.trafficking import TraffickingSignSeen
from minors_desk.errors import NotFound, Refused
from minors_desk.services import cases, offering, printing
from minors_desk.services.desk import Desk
from minors_desk.services.recording import record


def tell(desk: Desk, child: UUID, body: Body) -> None:
    """Write an entry of that child's case."""
    record(desk, roles.PRINT_PAPERS, [(child, body)])


def decision(desk: Desk) -> FederalContactDecided:
    """A supervisor allowed to turn to an immigration authority."""
    return FederalContactDecided(
        occurred_at=desk.now(),
        who="immigration_authority",
        agency="CBP",
        decision="allowed",
        reason="nobody else takes the child",
    )


def offered(desk: Desk, child: UUID) -> set[str]:
    """The papers that are offered for the case."""
    return {one.name for one in offering.offered(desk, child)}


def test_a_referral_is_issued_and_agrees_with_the_record(desk: Desk, child: UUID) -> None:
    issued = printing.issue_paper(desk, child, "welfare_referral", 0)
    number = cases.read(desk, child).number
    assert issued.number == f"WR-{number}"
    assert printing.verify_paper(desk, issued.seal_code).verdict == "agrees"


def test_the_notice_is_offered_once_something_was_discovered(desk: Desk, child: UUID) -> None:
    assert "trafficking_notice" not in offered(desk, child)
    with pytest.raises(NotFound, match="Nothing of trafficking"):
        printing.usual_subject(cases.read(desk, child), "trafficking_notice")
    tell(desk, child, TraffickingSignSeen(occurred_at=desk.now(), what=("debt",), how="seen"))
    assert "trafficking_notice" in offered(desk, child)
    issued = printing.issue_paper(desk, child, "trafficking_notice", 0)
    assert printing.verify_paper(desk, issued.seal_code).verdict == "agrees"


def test_what_the_law_here_closes_is_neither_offered_shown_nor_issued(
    desk: Desk, child: UUID
) -> None:
    tell(desk, child, decision(desk))
    assert "unaccompanied_summary" not in offered(desk, child)
    for act in (printing.issue_paper, printing.preview):
        with pytest.raises(Refused, match="US-IL-11a") as told:
            act(desk, child, "unaccompanied_summary", 0)
        assert told.value.code == "paper_not_allowed"
    with pytest.raises(Refused, match="US-IL-11a"):
        offering.checked(desk, child, "unaccompanied_summary")
    assert cases.read(desk, child).papers == ()
