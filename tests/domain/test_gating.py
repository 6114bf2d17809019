"""A gate before a step: shut until an entry opens it, and a step taken before is a finding."""

from uuid import UUID

import pytest

from minors_desk.domain.bodies import Body
from minors_desk.domain.case import Case
from minors_desk.domain.contacts import ContactTried, Party
from minors_desk.domain.custody import CustodyBegan
from minors_desk.domain.encounter import Encountered
from minors_desk.domain.gating import gates, passed_shut
from minors_desk.domain.questioning import QuestioningBegan
from minors_desk.domain.rulepack import read_pack
from tests.domain.moments import at, ident
from tests.domain.samples import case_of

ZONE = "America/Los_Angeles"
PACK = read_pack("""
[pack]
id = "x"
title = "X"
kind = "law"
[[rule]]
id = "X-1"
title = "A lawyer is consulted first"
citation = "1 X 1"
binds = "police"
kind = "gate"
before = "questioning"
satisfied_by = ["lawyer_consulted"]
effective_from = 2026-01-01
checked = { status = "not_verified" }
""")


def questioned(minutes: float) -> QuestioningBegan:
    return QuestioningBegan(
        occurred_at=at(minutes),
        by="Det. Cho",
        lawyer="not_there",
        adult="nobody",
        rights_told="no",
        recorded="yes",
    )


def lawyer(minutes: float) -> ContactTried:
    return ContactTried(
        occurred_at=at(minutes),
        party=Party(name="Public defender", number="312 555 0111"),
        purpose="lawyer",
        method="telephone",
        outcome="reached",
    )


def told(*bodies: Body) -> Case:
    start = (
        Encountered(occurred_at=at(0), encounter_id=ident(900), place="bus station"),
        CustodyBegan(
            occurred_at=at(1), starts_from="contact", place="station", watched_by="Rivera"
        ),
    )
    return case_of(*start, *bodies)


def entry_of(case: Case, event: str) -> UUID:
    return next(one.entry_id for one in case.events if one.name == event)


def test_it_is_shut_until_an_entry_opens_it() -> None:
    case = told(lawyer(20))
    (before,) = gates(case, [PACK], "questioning", at(19), ZONE)
    (after,) = gates(case, [PACK], "questioning", at(20), ZONE)
    assert (before.is_open, before.opened_by) == (False, None)
    assert after.is_open and after.opened_by == entry_of(case, "lawyer_consulted")
    assert gates(case, [PACK], "handoff", at(20), ZONE) == ()


@pytest.mark.parametrize(
    ("bodies", "shut"),
    [
        ((questioned(30),), 1),
        ((lawyer(20), questioned(30)), 0),
        ((questioned(20), lawyer(30), questioned(40)), 1),
        ((questioned(20), questioned(30)), 2),
        ((lawyer(20),), 0),
    ],
)
def test_a_step_taken_before_is_seen(bodies: tuple[Body, ...], shut: int) -> None:
    case = told(*bodies)
    found = passed_shut(case, [PACK], ZONE)
    assert len(found) == shut
    if shut:
        assert found[0].rule.id == "X-1"
        assert found[0].entry_id == entry_of(case, "questioning_began")
