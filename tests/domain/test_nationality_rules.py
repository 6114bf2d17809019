"""Consular rules: which of them a child's nationality brings about; in doubt it is foreign."""

import tomllib

import pytest

from minors_desk import assets
from minors_desk.domain.answers import NoAnswer
from minors_desk.domain.bodies import Body
from minors_desk.domain.consular import TERRITORIES
from minors_desk.domain.duties import clocks, clocks_of_others, is_open
from minors_desk.domain.ending import CustodyEnded
from minors_desk.domain.facts import FactTold
from minors_desk.domain.rights import RightsTold
from minors_desk.domain.rulepack import read_pack
from minors_desk.domain.values import NO_COUNTRY, Country
from minors_desk.lists import consular_mandatory
from tests.domain.samples import ZONE, at, case_of, encountered, reached
from tests.domain.samples_consulate import guardian, notified, offered
from tests.domain.samples_custody import began

US = read_pack(assets.read_text("rules", "us.toml"))


def national(*codes: str) -> tuple[Body, ...]:
    return tuple(
        FactTold(occurred_at=at(5), fact="nationality", value=Country(code=code), source="said")
        for code in codes
    )


def no_answer(why: NoAnswer) -> Body:
    return FactTold(occurred_at=at(5), fact="nationality", no_value=why, source="said")


def consular(*told: Body) -> set[str]:
    case = case_of(encountered(), began(1), *told)
    owed = (*clocks(case, [US], ZONE), *clocks_of_others(case, [US], ZONE))
    return {one.rule.id[3:] for one in owed if one.rule.id.startswith("US-CN") and is_open(one)}


ASK, MUST, SAY, LAST, GUARDIAN = "CN-01", "CN-02", "CN-02b", "CN-03", "CN-06"
ASKED, ARTICLE_37, TECRO = "CN-01b", "CN-06b", "CN-10"


@pytest.mark.parametrize(
    ("codes", "owed"),
    [
        ((), set()),
        (("US",), set()),
        (("MX",), {ASK, GUARDIAN}),
        (("GT",), {ASK, GUARDIAN}),
        (("CN",), {MUST, SAY, LAST, GUARDIAN}),
        (("HK",), {MUST, SAY, LAST, GUARDIAN}),
        (("AI",), {MUST, SAY, LAST, GUARDIAN}),
        (("TW",), {TECRO, GUARDIAN}),
        (("US", "MX"), {ASK, GUARDIAN}),
        (("MX", "CN"), {ASK, MUST, SAY, LAST, GUARDIAN}),
        (("XXA",), set()),
        (("XXB",), set()),
        (("PR",), set()),
        (("XXC", "PR"), set()),
        (("XXB", "GT"), {ASK, GUARDIAN}),
        (("XXA", "CN"), {MUST, SAY, LAST, GUARDIAN}),
        (("PR", "MX"), {ASK, GUARDIAN}),
        (("XXX",), {ASK, GUARDIAN}),
    ],
)
def test_what_a_nationality_brings_about(codes: tuple[str, ...], owed: set[str]) -> None:
    assert consular(*national(*codes)) == owed


@pytest.mark.parametrize("why", ["unknown", "refused", "not_asked"])
def test_one_that_is_not_known_may_be_foreign(why: NoAnswer) -> None:
    assert consular(no_answer(why)) == {ASK, GUARDIAN}


def test_the_child_was_told_of_the_consulate() -> None:
    told = RightsTold(occurred_at=at(9), what=("consulate",), answer="no")
    assert consular(*national("MX"), told) == {GUARDIAN}


def test_a_death_is_told_to_the_consulate() -> None:
    died = CustodyEnded(occurred_at=at(20), reason="died", detail="At the hospital")
    assert "CN-09" in consular(*national("MX"), died)
    assert "CN-09" not in consular(*national("US"), died)


@pytest.mark.parametrize(
    ("offer", "owed"),
    [
        ({"answer": "declines"}, {GUARDIAN}),
        ({"answer": "no_answer"}, {GUARDIAN}),
        ({"answer": "wants", "answered_by": "parent"}, {ASKED, GUARDIAN}),
        ({"answer": "not_understood"}, {ASK, GUARDIAN}),
        ({"answer": "could_not_be_asked", "answered_by": None}, {ASK, GUARDIAN}),
    ],
)
def test_an_answer_meets_the_offer_and_only_a_yes_asks_for_a_notice(
    offer: dict[str, object], owed: set[str]
) -> None:
    told = (*national("MX"), offered(9, "MX", **offer))
    assert consular(*told) == owed
    assert consular(*told, notified(20, "MX")) == owed - {ASKED}


def test_a_child_that_must_be_told_of_is_told_so_and_a_no_changes_nothing() -> None:
    told = (*national("CN"), offered(9, "CN", said="will_be_told"))
    assert consular(*told) == {MUST, LAST, GUARDIAN}
    assert consular(*told, notified(20, "CN", why="mandatory")) == {GUARDIAN}


def test_a_guardian_may_be_needed_although_a_parent_was_reached() -> None:
    mother = reached(8, purpose="parent_or_relative")
    assert consular(*national("MX"), mother) == {ASK}
    assert consular(*national("MX"), mother, guardian(9)) == {ASK, ARTICLE_37}
    told = notified(12, "MX", why="guardian")
    assert consular(*national("MX"), mother, guardian(9), told) == {ASK}


@pytest.mark.parametrize("code", ["XXA", "XXB", "XXC", "PR", "GU"])
def test_what_has_no_consulate_owes_no_notice_but_what_was_asked_for(code: str) -> None:
    died = CustodyEnded(occurred_at=at(20), reason="died", detail="At the hospital")
    assert consular(*national(code), guardian(9), died) == set()
    assert consular(*national(code), offered(9, code, answer="wants")) == {ASKED}


def test_the_territories_of_the_pack_and_of_the_page_are_the_same() -> None:
    lists = tomllib.loads(assets.read_text("rules", "us.toml"))["countries"]
    assert TERRITORIES["US"] == set(lists["territories"])
    for name in ("us", "ca"):
        states = tomllib.loads(assets.read_text("rules", f"{name}.toml"))["countries"]["no_state"]
        assert (*states, "XXX") == NO_COUNTRY


def test_the_pack_names_the_countries_of_the_list_and_mexico_is_none_of_them() -> None:
    (rule,) = (one for one in US.rules if one.id == "US-CN-02")
    listed = consular_mandatory()
    assert rule.nationality == listed.keys()
    own = {one.code for one in listed.values() if one.told_to == one.code}
    assert len(own) == 57
    covered = {told: [c for c, one in listed.items() if one.told_to == told] for told in own}
    assert {told for told, codes in covered.items() if len(codes) > 1} == {"CN", "GB"}
    assert sorted(covered["CN"]) == ["CN", "HK", "MO"]
    assert {code for code, one in listed.items() if one.limit} == {"PL"}
    assert not rule.nationality & {"MX", "GT", "HN", "SV", "US", "TW"}
    california = tomllib.loads(assets.read_text("rules", "us-ca.toml"))["countries"]
    assert rule.nationality.isdisjoint(california["to_be_told"])
