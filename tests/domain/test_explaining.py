"""Why a rule applies to a case or not: dates, start events, records, waivers, rules of others."""

from dataclasses import replace
from datetime import date

import pytest

from minors_desk.domain.applying import Hindrance
from minors_desk.domain.case import Case
from minors_desk.domain.explaining import Explanation, explained, of_rule
from minors_desk.domain.rule_waivers import RuleWaiver
from minors_desk.domain.rulepack import read_pack
from minors_desk.domain.rules import Pack
from minors_desk.wording.rules import hindrance_words
from tests.domain.moments import T0
from tests.domain.samples import ZONE, at, case_of, encountered, ident
from tests.domain.samples_custody import began
from tests.domain.test_rulepack import HEAD, rule

DAY = T0.date()
EARLIER, LATER = date(DAY.year - 1, 1, 1), date(DAY.year + 1, 1, 1)
HELD = case_of(encountered(), began(10))


def pack(head: str = HEAD, **changed: str | None) -> Pack:
    return read_pack(head + rule(**({"effective_from": None} | changed)))


def only(case: Case, given: Pack) -> Explanation:
    (one,) = explained(case, [given], at(60), ZONE).rules
    return one


def test_a_rule_that_runs_has_its_clock() -> None:
    one = only(HELD, pack())
    assert (one.applies, one.started, one.hindrances) == (True, True, ())
    assert [clock.start for clock in one.clocks] == [at(10)]


def test_a_rule_whose_event_has_not_come_waits() -> None:
    one = only(case_of(encountered()), pack())
    assert (one.applies, one.started, one.hindrances, one.clocks) == (False, False, (), ())


@pytest.mark.parametrize(
    ("changed", "why", "words"),
    [
        ({"effective_from": LATER}, "before_its_time", f"in force from {LATER}"),
        ({"effective_until": EARLIER}, "after_its_time", f"in force until {EARLIER}"),
    ],
)
@pytest.mark.parametrize("case", [HELD, case_of(encountered())], ids=["begun", "not begun"])
def test_a_rule_out_of_force_says_since_when(
    case: Case, changed: dict[str, date], why: str, words: str
) -> None:
    one = only(case, pack(**{name: day.isoformat() for name, day in changed.items()}))
    assert [hindrance.obstacle for hindrance in one.hindrances] == [why]
    assert (one.applies, one.clocks) == (False, ())
    assert hindrance_words(one.rule, one.hindrances[0]) == (words,)


def test_every_hindrance_is_told_not_the_first_only() -> None:
    one = only(HELD, pack(applies='["missing", "in_custody"]', unless='["taken_into_custody"]'))
    assert one.hindrances == (
        Hindrance("needs", "missing"),
        Hindrance("unless", "taken_into_custody"),
    )
    words = [text for why in one.hindrances for text in hindrance_words(one.rule, why)]
    assert words == ["only when the child is missing", "not when the child was taken into custody"]


def test_a_treaty_names_its_country() -> None:
    head = HEAD + '[countries]\nx = ["MX"]\n'
    one = only(HELD, pack(head, nationality='["x"]'))
    assert one.hindrances == (Hindrance("nationality"),)
    assert hindrance_words(one.rule, one.hindrances[0]) == ("only a national of Mexico",)


def test_what_binds_others_has_its_clock_too() -> None:
    one = only(HELD, pack(binds='"court"'))
    assert (one.applies, one.rule.is_ours, len(one.clocks)) == (True, False, 1)


def test_a_record_is_held_where_the_case_tells_it() -> None:
    places = '["entry:custody_began", "fact:age", "paper:custody_log"]'
    one = only(
        HELD,
        pack(kind='"record"', starts=None, within=None, satisfied_by=None, held_in=places),
    )
    assert one.held == ("entry:custody_began",)
    assert one.missing == ("fact:age", "paper:custody_log")


def test_a_gate_of_an_event_is_shut_until_it() -> None:
    fields = {"kind": '"gate"', "starts": None, "within": None, "before": '"questioning"'}
    given = pack(**fields, satisfied_by='["custody_began"]')
    shut, opened = only(case_of(encountered()), given).gate, only(HELD, given).gate
    assert shut is not None
    assert opened is not None
    assert (shut.is_open, opened.is_open, opened.opened_at) == (False, True, at(10))


def test_a_waiver_of_the_agency_is_told() -> None:
    waiver = RuleWaiver(
        entry_id=ident(9),
        rule="X-1",
        since=at(0),
        until=at(70),
        reason="Consent decree",
        authority="Court",
        by="B. Ortiz",
    )
    waived = replace(pack(), waived={"X-1": (waiver,)})
    assert only(HELD, waived).waiver == waiver
    (later,) = explained(HELD, [waived], at(80), ZONE).rules
    assert later.waiver is None


def test_one_rule_is_found_in_any_case() -> None:
    found = explained(HELD, [pack()], at(60), ZONE).rules
    assert of_rule(found, "x-1") == found
    assert of_rule(found, "X-2") == ()
