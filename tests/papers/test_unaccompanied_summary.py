"""The summary for DHS: only where law and supervisor allow, and what the law keeps is not on it."""

from dataclasses import replace
from uuid import UUID

import msgspec
import pytest

from minors_desk.domain import codec
from minors_desk.domain.alter import Amended, Withdrawn
from minors_desk.domain.bodies import Body
from minors_desk.domain.contacts import ContactTried
from minors_desk.domain.disclosures import FederalContactDecided
from minors_desk.domain.facts import FactTold
from minors_desk.domain.rulepack import read_pack
from minors_desk.papers import unaccompanied_summary
from minors_desk.papers.drawing import draw
from minors_desk.papers.layout import lay_out
from tests.papers import samples
from tests.papers.case_of_ana import found, minute, signed
from tests.papers.forms import imprint
from tests.papers.pictures import text_of
from tests.papers.referral_of_a_night import at, boxes_of, referred
from tests.papers.test_welfare_referral import AGENCY_RULE

PAPER = unaccompanied_summary.PAPER
OF_DHS = AGENCY_RULE.replace('["child_protection"]', '["immigration_authority"]').replace(
    '["school", "family"]', '["family", "health", "address"]'
)


def decided(told: list[Body]) -> FederalContactDecided:
    """The supervisor's decision of that night."""
    return next(one for one in told if isinstance(one, FederalContactDecided))


def test_it_is_allowed_only_where_the_law_and_a_supervisor_do() -> None:
    assert PAPER.allowed(at("US-FL", referred())) is None
    told = [one for one in referred() if not isinstance(one, FederalContactDecided)]
    missing = PAPER.allowed(at("US-FL", told))
    assert missing is not None and missing[0].startswith("No supervisor has allowed it")
    assert PAPER.subjects(at("US-FL", told).case) == ()


def test_a_supervisor_who_took_it_back_refuses_it() -> None:
    told = referred()
    refused = msgspec.structs.replace(decided(told), occurred_at=minute(90), decision="refused")
    answer = PAPER.allowed(at("US-FL", [*told, refused]))
    assert answer is not None and "No supervisor" in answer[0]
    place = told.index(decided(told))
    gone = Withdrawn(occurred_at=minute(95), target=UUID(int=100 + place), reason="wrong case")
    assert PAPER.allowed(at("US-FL", [*told, gone])) is not None


@pytest.mark.parametrize(
    ("place", "rule"),
    [("US-CA", "US-CA-29b"), ("US-OR", "US-OR-01c"), ("US-IL", "US-IL-11a"), ("US-NY", "US-NY-07")],
)
def test_a_refusal_names_the_rule(place: str, rule: str) -> None:
    answer = PAPER.allowed(at(place, referred()))
    assert answer is not None and rule in answer[0]
    assert "child protection" in answer[1]


def test_where_no_rule_speaks_it_is_refused_and_never_is_one_in_canada() -> None:
    silent = PAPER.allowed(at("US-AZ", referred()))
    assert silent is not None and silent[0].startswith("No rule of this place allows")
    canada = PAPER.allowed(at("CA-ON", referred()))
    assert canada == ("There is no such referral in this country", "Turn to child protection.")
    unknown = PAPER.allowed(replace(at("US-FL", referred()), as_of=None))
    assert unknown is not None


def test_the_shortest_summary_says_what_is_missing_and_concludes_nothing() -> None:
    told = [*found(), decided(referred())]
    boxes = boxes_of(PAPER, at("US-FL", told))
    assert boxes["dhs.office"] == "— MISSING —"
    assert boxes["observed.parents"] == "— NOT ASKED —"
    assert boxes["gate.rule"].startswith("Fla. Stat. 908.104")
    assert boxes["charge.offence"] == "Non-offender · no charge"
    assert boxes["withheld.list"] == "— NONE RECORDED — no rule of this desk withholds any"


def test_the_whole_summary() -> None:
    boxes = boxes_of(PAPER, at("US-FL", signed(referred())))
    assert boxes["gate.approval"].startswith("24 Nov 01:50 CST · M. Rivera, 2217 · CBP")
    assert boxes["dhs.officer"] == "Officer Hale · 771"
    assert boxes["dhs.eta"] == "a car · by 24 Nov 02:52 CST"
    assert boxes["observed.parents"] == "Mother · María Pérez · Huehuetenango"
    assert boxes["mind.exhaustion"] == "Yes · fell asleep"
    assert boxes["things.papers"].startswith("Birth record · GT 2817-44")
    assert boxes["court.numbers"] == "JV-26-9 · Juvenile court"
    assert boxes["accepts.receipt"] == "TR-AC-26-0412-1"
    assert boxes["signature.dhs"] == "— TO BE SIGNED BY HAND —"


def test_status_fear_and_the_childs_own_account_stand_nowhere() -> None:
    layout = lay_out(PAPER.compose(at("US-FL", signed(referred()))))
    pdf = draw(layout, imprint(layout))
    text = " ".join(text_of(pdf, page) for page in range(len(layout.pages))).lower()
    for word in ("immigration", "lawful", "asylum", "come for her", "he keeps it"):
        assert word not in text
    assert "department of homeland security" in text and "410.1101(a)" in text


def test_fields_withheld_by_law_are_listed_and_are_not_in_the_file() -> None:
    given = at("US-FL", referred(), read_pack(OF_DHS))
    assert PAPER.allowed(given) is None
    boxes = boxes_of(PAPER, given)
    assert "Health: General order 90 (AGENCY-90)" in boxes["withheld.list"]
    assert "Family: General order 90 (AGENCY-90)" in boxes["withheld.list"]
    assert boxes["body.conditions"].startswith("— WITHHELD BY LAW —")
    layout = lay_out(PAPER.compose(given))
    pdf = draw(layout, imprint(layout))
    text = " ".join(text_of(pdf, page) for page in range(len(layout.pages)))
    for secret in ("Asthma", "Penicillin", "María", "Juan Tzoc", "Pedro Xicay", "Clinic West"):
        assert secret not in text and secret.encode() not in pdf
    assert "Ana" in text


def test_an_amended_call_is_struck() -> None:
    told = referred()
    place, call = next(
        (n, one)
        for n, one in enumerate(told)
        if isinstance(one, ContactTried) and one.purpose == "federal_agency"
    )
    change = Amended(
        occurred_at=minute(188),
        target=UUID(int=100 + place),
        replacement=codec.plain(msgspec.structs.replace(call, spoke_with="Officer Hall")),
        reason="misheard",
    )
    boxes = boxes_of(PAPER, at("US-FL", [*told, change]))
    assert boxes["dhs.officer"] == "Officer Hall · 771"
    assert boxes["dhs.officer.was"].startswith("was Officer Hale · 771, amended 04:10")


@pytest.mark.parametrize("script", samples.ALL)
def test_a_name_in_any_script_is_whole_however_long(script: str) -> None:
    name = samples.ALL[script] * 20
    told = [
        msgspec.structs.replace(one, value=msgspec.structs.replace(one.value, as_said=name))
        if isinstance(one, FactTold) and one.fact == "name" and one.about is None
        else one
        for one in referred()
    ]
    shown = boxes_of(PAPER, at("US-FL", told))["child.name"]
    assert shown.replace(" ", "") == name.replace(" ", "")
