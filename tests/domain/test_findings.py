"""Findings for the supervisor: the gravest first, each with its entries, rule and cause."""

from datetime import UTC, datetime, timedelta

from hypothesis import given

from minors_desk.domain.alter import Withdrawn
from minors_desk.domain.case import Case, fold
from minors_desk.domain.duties import breaches, clocks
from minors_desk.domain.entries import Entry, Gone
from minors_desk.domain.findings import (
    SEVERITIES,
    ReviewFinding,
    missed_rules,
    review_findings,
    rule_severity,
)
from minors_desk.domain.rules import Pack
from minors_desk.domain.when import EPOCH
from minors_desk.services import packs
from minors_desk.wording.reviewing import finding_words, law_behind
from tests.domain.samples import (
    CASE,
    ZONE,
    accepted,
    at,
    case_of,
    checked,
    encountered,
    entries,
    handed_over,
    ident,
    issued,
    proposed,
)
from tests.domain.samples_custody import began
from tests.domain.strategies import logs

PAPERS = ("transfer_receipt", "custody_log", "contact_log")


def rules() -> tuple[Pack, ...]:
    from minors_desk.domain.rulepack import read_pack

    now = datetime(2026, 11, 24, tzinfo=UTC)
    return tuple(read_pack(packs.adoption(one, now).content) for one in packs.shipped("US-IL"))


RULES = rules()


def found(case: Case, minutes: float = 60, papers: tuple[str, ...] = ()) -> list[ReviewFinding]:
    told = review_findings(
        case, clocks(case, RULES, ZONE), breaches(case, RULES, ZONE), at(minutes), papers
    )
    return list(told)


def of(code: str, findings: list[ReviewFinding]) -> list[ReviewFinding]:
    return [one for one in findings if one.code == code]


@given(logs())
def test_any_log_has_findings_that_can_be_said(log: list[Entry]) -> None:
    case = fold(CASE, log)
    told = found(case, 600, PAPERS)
    order = [SEVERITIES.index(one.severity) for one in told]
    assert order == sorted(order)
    known = {one.id for one in log}
    for one in told:
        assert set(one.entries) <= known
        words = finding_words(one)
        assert words
        assert "{" not in words
        assert one.rule is None or law_behind(one.rule)


def test_a_locked_room_for_a_child_charged_with_nothing_comes_first() -> None:
    case = case_of(encountered(), began(1, secure=True, secure_reason="Alone at the desk"))
    first = found(case)[0]
    assert (first.severity, first.code, first.entries) == ("law", "forbidden", (ident(2),))
    assert first.rule is not None
    assert "Forbidden, and it happened" in finding_words(first)
    assert law_behind(first.rule)


def test_a_station_rule_missed_is_no_law() -> None:
    case = case_of(encountered(), began(1))
    missed = [one for one in found(case, 600) if one.code in ("duty_missed", "interval_missed")]
    house = [one for one in missed if one.rule is not None and not one.rule.is_law]
    assert house
    assert {one.severity for one in house} == {"station"}
    assert all(rule_severity(one.rule) == one.severity for one in missed if one.rule is not None)


def test_missed_for_good_needs_no_present() -> None:
    case = case_of(encountered(), began(1), checked(200), *handed_over(260))
    told = clocks(case, RULES, ZONE)
    assert missed_rules(told, EPOCH)
    assert {one.id for one in missed_rules(told, EPOCH)} <= {
        one.id for one in missed_rules(told, at(10_000))
    }


def test_a_handoff_without_check_is_of_the_handoff() -> None:
    case = case_of(encountered(), began(1), proposed(2), accepted(3))
    codes = {one.params["finding"] for one in found(case) if one.severity == "handoff"}
    assert codes >= {"receiver_not_checked", "receiver_has_not_signed"}


def test_papers_that_are_missing_or_never_came_out() -> None:
    case = case_of(encountered(), began(1), *handed_over(10))
    missing = {one.params["paper"]: one for one in of("paper_missing", found(case, 60, PAPERS))}
    assert set(missing) == {"transfer_receipt", "custody_log"}
    assert missing["transfer_receipt"].entries == (ident(7),)
    assert not of("paper_missing", found(case))
    printed = case_of(encountered(), began(1), *handed_over(10), issued(12))
    told = found(printed, 60, ("transfer_receipt",))
    assert not of("paper_missing", told)
    assert [one.params["number"] for one in of("paper_not_out", told)] == ["AC-26-0412-R1"]


def test_how_the_record_was_kept() -> None:
    late = checked(5, late_because="on_the_phone")
    back = Withdrawn(occurred_at=at(9), target=ident(4), reason="wrong child")
    log = entries(
        [
            encountered(),
            began(1),
            late,
            checked(6),
            checked(7, late_because="on_the_phone"),
            back,
            Gone(),
        ]
    )
    moved = Entry(
        id=ident(20),
        case_id=CASE,
        ordinal=20,
        chain=log[0].chain,
        recorded_at=at(9) - timedelta(hours=2),
        clock_flag=1,
        body=checked(8),
    )
    told = [one for one in found(fold(CASE, [*log, moved])) if one.severity == "record"]
    said = {one.code: (one.entries, finding_words(one)) for one in told}
    assert said == {
        "late_entries": ((ident(3), ident(5)), "Written down late, 2: Was on the phone"),
        "corrected": ((ident(4),), "Amended or withdrawn since: 1"),
        "clock_moved": (
            (ident(20),),
            "Written while the computer's clock was behind or had jumped: 1",
        ),
        "expunged": ((), "Expunged by order: 1"),
    }
