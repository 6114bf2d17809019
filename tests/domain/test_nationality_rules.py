"""Consular rules: which of them a child's nationality brings about; in doubt it is foreign."""

import pytest

from minors_desk import assets
from minors_desk.domain.answers import NoAnswer
from minors_desk.domain.bodies import Body
from minors_desk.domain.duties import clocks, clocks_of_others, is_open
from minors_desk.domain.ending import CustodyEnded
from minors_desk.domain.facts import FactTold
from minors_desk.domain.rights import RightsTold
from minors_desk.domain.rulepack import read_pack
from minors_desk.domain.values import Country
from tests.domain.samples import ZONE, at, case_of, encountered
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


ASK, MUST, LAST, GUARDIAN, TECRO = "CN-01", "CN-02", "CN-03", "CN-06", "CN-10"


@pytest.mark.parametrize(
    ("codes", "owed"),
    [
        ((), set()),
        (("US",), set()),
        (("MX",), {ASK, GUARDIAN}),
        (("GT",), {ASK, GUARDIAN}),
        (("CN",), {MUST, LAST, GUARDIAN}),
        (("TW",), {TECRO, GUARDIAN}),
        (("US", "MX"), {ASK, GUARDIAN}),
        (("MX", "CN"), {ASK, MUST, LAST, GUARDIAN}),
        (("XXA",), {ASK, GUARDIAN}),
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


def test_57_countries_are_mandatory_and_mexico_is_none_of_them() -> None:
    (rule,) = (one for one in US.rules if one.id == "US-CN-02")
    assert len(rule.nationality) == 57
    assert not rule.nationality & {"MX", "GT", "HN", "SV", "US", "TW"}
