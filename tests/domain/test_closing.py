"""Duties that are owed no longer though nobody met them, and cases that are closed."""

from datetime import datetime, timedelta

from minors_desk import assets
from minors_desk.domain.board import state_of
from minors_desk.domain.bodies import Body
from minors_desk.domain.case import Case
from minors_desk.domain.closing import CaseClosed, DutyWaived
from minors_desk.domain.custody import EndReason
from minors_desk.domain.duties import DutyClock, clocks, is_open, status
from minors_desk.domain.ending import CustodyEnded
from minors_desk.domain.rulepack import read_pack
from minors_desk.domain.trafficking import TraffickingSignSeen
from tests.domain.samples import ZONE, at, case_of, checked, encountered, handed_over, ident
from tests.domain.samples_custody import began

PACKS = [read_pack(assets.read_text("rules", f"{one}.toml")) for one in ("us", "us-il", "house")]


def of_rule(case: Case, rule_id: str) -> DutyClock:
    (clock,) = (one for one in clocks(case, PACKS, ZONE) if one.rule.id == rule_id)
    return clock


def waived(minutes: float, rule_id: str) -> DutyWaived:
    return DutyWaived(occurred_at=at(minutes), rule_id=rule_id, reason="Slept")


def ended(minutes: float, reason: EndReason) -> CustodyEnded:
    return CustodyEnded(occurred_at=at(minutes), reason=reason, detail="As told")


def findings(*told: Body) -> list[str]:
    return [one.code for one in case_of(*told).findings]


def test_a_waived_duty_is_owed_no_longer_and_is_not_met() -> None:
    case = case_of(encountered(), waived(5, "HOUSE-CLASS"))
    clock = of_rule(case, "HOUSE-CLASS")
    assert not is_open(clock)
    assert (clock.let_go, clock.met_at, clock.met_by) == ("waived", at(5), ident(2))
    now = status(clock, at(200))
    assert (now.state, now.tone, now.elapsed) == ("let_go", "quiet", timedelta(minutes=5))


def test_only_that_rule_is_waived_and_a_supervisor_sees_it() -> None:
    told = (encountered(), began(1), waived(5, "HOUSE-CLASS"))
    assert is_open(of_rule(case_of(*told), "US-MC-05"))
    assert findings(*told) == ["duty_waived"]


def test_an_interval_that_was_waived_does_not_come_back_with_the_next_time() -> None:
    case = case_of(encountered(), began(1), waived(5, "HOUSE-CHECK"), checked(20))
    assert of_rule(case, "HOUSE-CHECK").let_go == "waived"


def test_what_begins_after_the_waiver_is_owed_again() -> None:
    case = case_of(
        encountered(),
        began(1),
        waived(5, "HOUSE-CHECK"),
        ended(10, "left_without_leave"),
        began(60, starts_from="returned"),
    )
    open_ones = [one for one in clocks(case, PACKS, ZONE) if is_open(one)]
    assert [one.start for one in open_ones if one.rule.id == "HOUSE-CHECK"] == [at(60)]


def test_a_duty_that_was_met_stays_met() -> None:
    case = case_of(encountered(), began(1), *handed_over(10), waived(11, "HOUSE-CHECK"))
    assert of_rule(case, "HOUSE-CHECK").let_go is None


def test_an_end_in_error_lets_all_go() -> None:
    for reason in ("opened_in_error", "found_to_be_adult"):
        case = case_of(encountered(), began(1), ended(30, reason))
        assert [one for one in clocks(case, PACKS, ZONE) if is_open(one)] == []
        assert of_rule(case, "US-MC-05").let_go == reason


def test_another_end_lets_nothing_go() -> None:
    case = case_of(encountered(), began(1), ended(30, "court_order"))
    assert is_open(of_rule(case, "US-MC-05"))


def test_a_closed_case_says_so_until_custody_begins_again() -> None:
    closed = (encountered(), began(1), ended(30, "opened_in_error"), closing(40))
    assert state_of(case_of(*closed)) == "closed"
    assert findings(*closed) == []
    again = case_of(*closed, began(50))
    assert state_of(again) == "in_custody"
    assert state_of(case_of(*closed, began(50), ended(60, "court_order"))) == "ended"


def test_a_child_who_is_ours_is_not_closed() -> None:
    assert "closed_while_ours" in findings(encountered(), began(1), closing(2))
    left = (encountered(), began(1), ended(2, "left_without_leave"), closing(3))
    assert "closed_while_ours" in findings(*left)
    assert state_of(case_of(*left)) == "missing"


def closing(minutes: float) -> CaseClosed:
    return CaseClosed(occurred_at=at(minutes))


def test_a_sign_of_trafficking_is_told_to_hhs_within_24_hours() -> None:
    seen = TraffickingSignSeen(occurred_at=at(3), what=("debt",), how="child_said")
    case = case_of(encountered(), seen)
    assert case.trafficking[0].what == ("debt",)
    clock = of_rule(case, "US-TR-01")
    assert (clock.due, clock.rule.may_be_red) == (at(3 + 24 * 60), True)
    late: datetime = at(3 + 24 * 60 + 1)
    assert status(clock, late).tone == "red"
