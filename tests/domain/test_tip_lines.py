"""A hotline that takes tips of trafficking is rung besides; HHS is not told by that."""

from dataclasses import replace

import pytest

from minors_desk.domain.calling import CallLine, callees
from minors_desk.domain.case import Case
from minors_desk.domain.contacts import Outcome, Party
from minors_desk.domain.duties import DutyClock
from minors_desk.domain.next_call import Call, Known, NextCalls, next_calls
from minors_desk.services.directory import shipped_lines
from minors_desk.services.packs import shipped_pack
from tests.domain.samples import ZONE, at, case_of, encountered, tried
from tests.domain.samples_custody import began
from tests.domain.samples_who import classed
from tests.domain.test_calling import NAMES, duty

OTIP, HOTLINE = (
    next(one for one in shipped_lines("US-TX") if one.id == name)
    for name in ("us-hhs-otip", "us-trafficking-hotline")
)
OPEN = replace(OTIP, hours="24/7")
NEVER = replace(OTIP, hours="Mon-Fri 09:00-09:01 ET")
BESIDES, NOTICE = duty("trafficking_office_reached"), duty("trafficking_notice_sent")


def rung(line: CallLine, outcome: Outcome = "reached") -> Case:
    party = Party(name=line.name, line_id=line.id)
    made = tried(1, party, purpose="trafficking_notice", outcome=outcome)
    return case_of(encountered(-2), classed(0), began(-1), made)


NOBODY = case_of(encountered(-2), classed(0), began(-1))


def look(case: Case, office: CallLine, *clocks: DutyClock) -> NextCalls:
    known = Known(callees=callees(case, (office, HOTLINE), clocks, NAMES), clocks=clocks)
    return next_calls(case, known, at(3), ZONE)


def call(found: NextCalls) -> Call | None:
    return next((one for one in found.calls if one.purpose == "trafficking_notice"), None)


def whom(found: NextCalls) -> list[str]:
    one = call(found)
    return [] if one is None else [each.callee.party.line_id for each in one.whom]


def test_the_shipped_hotline_takes_tips_and_no_rule_of_a_notice_is_met_by_a_call() -> None:
    assert HOTLINE.takes_tips and not OTIP.takes_tips
    rules = {one.id: one for one in shipped_pack("us").rules}
    assert rules["US-TR-07"].satisfied_by == ("trafficking_office_reached",)
    for name in ("US-TR-01", "US-TR-02"):
        assert rules[name].satisfied_by == ("trafficking_notice_sent",)


def test_by_night_the_hotline_is_rung_for_its_own_duty_alone() -> None:
    found = look(NOBODY, NEVER, BESIDES, NOTICE)
    one = call(found)
    assert one is not None
    assert whom(found) == [HOTLINE.id]
    assert one.duties == (BESIDES,)
    assert [(two.callee.party.line_id, two.reason) for two in found.not_now] == [
        (OTIP.id, "closed")
    ]


def test_both_are_rung_the_office_first() -> None:
    found = look(NOBODY, OPEN, BESIDES, NOTICE)
    assert whom(found) == [OTIP.id, HOTLINE.id]
    assert set(call(found).duties) == {BESIDES, NOTICE}  # type: ignore[union-attr]


def test_who_told_the_hotline_has_not_told_the_office() -> None:
    assert whom(look(rung(HOTLINE), OPEN, NOTICE)) == [OTIP.id]
    assert call(look(rung(HOTLINE), NEVER, NOTICE)) is None
    assert call(look(rung(OPEN), OPEN, NOTICE)) is None


@pytest.mark.parametrize("office", [OPEN, NEVER])
def test_the_hotline_is_never_rung_for_the_notice(office: CallLine) -> None:
    assert HOTLINE.id not in whom(look(NOBODY, office, NOTICE))
