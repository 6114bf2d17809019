"""Why the child left or what it fears there stands on no paper that a consulate could be given."""

from typing import get_args

import pytest

from minors_desk.domain.bodies import Body
from minors_desk.domain.consulate import CounselAnswered, CounselHold, GuardianNeeded
from minors_desk.domain.facts import FactTold
from minors_desk.domain.handoff_values import ReceiverKind
from minors_desk.domain.printed import RECEIPT, WELFARE_REFERRAL
from minors_desk.domain.values import Country, Danger
from minors_desk.papers.catalog import PAPERS
from tests.papers.case_of_a_night import night, printed
from tests.papers.case_of_ana import minute

REASON, FEAR, SAID = "zzreasonzz", "zzfearzz", "zzsaidzz"
"""Words that no box says by itself."""


def told() -> list[Body]:
    """A night on which counsel was asked about a notice, and the child said what it fears."""
    return [
        *night(),
        FactTold(
            occurred_at=minute(19),
            fact="nationality",
            value=Country(code="CN"),
            source="said",
        ),
        FactTold(
            occurred_at=minute(20),
            fact="danger_feared",
            value=Danger(words=FEAR, who=FEAR),
            source="said",
        ),
        CounselHold(
            occurred_at=minute(21), what=("consular_notice",), counsel="L. Park", reason=REASON
        ),
        CounselAnswered(
            occurred_at=minute(22),
            what=("consular_notice",),
            counsel="L. Park",
            answer="keep_back",
            words=SAID,
        ),
        GuardianNeeded(occurred_at=minute(23), why=("parent_may_harm",), note=SAID),
    ]


@pytest.mark.parametrize("name", PAPERS)
def test_no_paper_prints_why_a_notice_is_held_back_and_only_two_what_the_child_fears(
    name: str,
) -> None:
    shown = " ".join(printed(PAPERS[name], told()).values())
    assert "Area Central" in shown
    assert REASON not in shown and SAID not in shown
    # The receipt warns its receiver, who is never a consulate, of whom the child is afraid, and
    # the referral tells child protection: what is looked for here is found where it belongs.
    assert (FEAR in shown) is (name in (RECEIPT, WELFARE_REFERRAL))


def test_no_child_is_handed_to_a_consulate() -> None:
    assert not {one for one in get_args(ReceiverKind) if "consul" in one}
