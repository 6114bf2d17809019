"""The child-welfare referral: every box of paper 5, in the shortest and the longest case."""

import re
from dataclasses import replace
from uuid import UUID

import msgspec
import pytest

from minors_desk.domain import codec
from minors_desk.domain.alter import Amended
from minors_desk.domain.bodies import Body
from minors_desk.domain.contacts import ContactTried
from minors_desk.domain.facts import FactTold
from minors_desk.domain.protection import ProtectionConcern
from minors_desk.domain.rulepack import read_pack
from minors_desk.papers import welfare_referral
from minors_desk.papers.drawing import draw
from minors_desk.papers.layout import lay_out
from minors_desk.papers.pointers import child_welfare
from tests.papers import samples
from tests.papers.case_of_ana import found, minute, receipt
from tests.papers.forms import imprint
from tests.papers.pictures import text_of
from tests.papers.referral_of_a_night import MOTHER, OTHER_CHILD, at, boxes_of, referred

PAPER = welfare_referral.PAPER
AGENCY_RULE = """
[pack]
id = "agency-test"
title = "Rules of this agency"
kind = "law"

[[rule]]
id = "AGENCY-90"
title = "The school is not told"
citation = "General order 90"
binds = "police"
kind = "gate"
before = "disclosure"
answer = "forbidden"
about = ["school", "family"]
to = ["child_protection"]
[rule.checked]
status = "verified"
on = 2026-11-24
source = "General order 90"
"""
US_WORDS = re.compile(
    r"\b(ICWA|Indian|U\.S\.C|HHS|OTIP|ORR|DHS|NCIC|NCMEC|United States|state|Social Security)\b"
)


def whole_text(bodies: list[Body], place: str = "US-IL") -> str:
    """The text of all pages, read back from the PDF, in one line."""
    layout = lay_out(PAPER.compose(at(place, bodies)))
    pdf = draw(layout, imprint(layout))
    pages = (text_of(pdf, page) for page in range(len(layout.pages)))
    return " ".join(" ".join(pages).split())


def test_the_shortest_case_says_what_is_missing_and_what_nobody_asked() -> None:
    boxes = boxes_of(PAPER, receipt(found()))
    assert boxes["oral.office"] == "— MISSING — no oral report is recorded"
    assert boxes["concern.types"] == "— MISSING —"
    assert boxes["oral.answer"].startswith("— MISSING —")
    assert boxes["life.school"] == "— NOT ASKED —"
    assert boxes["risk.now"] == "— NOT ASKED —"
    assert boxes["body.injuries"] == "— NOT ASKED — not screened yet"
    assert boxes["risk.no_contact"] == "— NONE RECORDED —"


def test_each_box_of_the_oral_report_is_read_from_its_call() -> None:
    boxes = boxes_of(PAPER, at("US-IL", referred()))
    assert boxes["oral.office"] == "Child protection hotline · +1 312 555 0100"
    assert boxes["oral.worker"] == "Karen Ruiz · id 88123 · +1 312 555 0142"
    assert boxes["oral.call_id"] == "H-2217"
    assert (boxes["oral.waited"], boxes["oral.answer"]) == ("7 min", "Accepted")
    assert boxes["oral.reason"] == "no caretaker"
    assert boxes["wanted.asked"] == "Take custody, Interview by a trained interviewer"
    assert boxes["wanted.promised"].endswith("by 2026-11-24 02:02 CST")


def test_the_last_report_that_reached_somebody_stands_in_the_boxes_and_every_call_below() -> None:
    told = referred()
    call = next(one for one in told if isinstance(one, ContactTried) and one.intake)
    again = msgspec.structs.replace(
        call,
        occurred_at=minute(80),
        ended_at=None,
        promised_by=None,
        next_try_at=None,
        reference="H-2300",
    )
    vain = msgspec.structs.replace(again, occurred_at=minute(90), outcome="busy", reference="")
    boxes = boxes_of(PAPER, at("US-IL", [*told, again, vain]))
    assert boxes["oral.call_id"] == "H-2300"
    assert boxes["reported.3.result"] == "Busy"
    assert boxes["reported.1.number"] == "H-2217"


def test_what_was_said_is_quoted_and_what_was_seen_is_not() -> None:
    boxes = boxes_of(PAPER, at("US-IL", referred()))
    words = {text for name, text in boxes.items() if name.endswith(".words")}
    assert f'"he pulled my arm {samples.ETHIOPIC}"' in words
    assert 'her uncle · "says he will come for her"' in words
    told = [
        msgspec.structs.replace(one, how="seen", note="old bruise")
        if isinstance(one, ProtectionConcern)
        else one
        for one in referred()
    ]
    seen = boxes_of(PAPER, at("US-IL", told))
    assert "old bruise" in {text for name, text in seen.items() if name.endswith(".words")}


def test_a_sister_is_known_by_her_case_and_an_injury_by_its_place_on_the_map() -> None:
    boxes = boxes_of(PAPER, at("US-IL", referred()))
    assert boxes["others.1.case"] == str(OTHER_CHILD)
    assert boxes["others.1.relation"] == "Brother or sister"
    assert boxes["injured.2.map"] == "MS-AC-26-0412-2 · no. 1"
    assert boxes["injured.2.photos"].replace(" ", "").startswith("1·1b1b1b")
    assert boxes["adults.1.proof"] == "none"


def test_the_written_report_has_its_due_time_and_rule() -> None:
    boxes = boxes_of(PAPER, at("US-IL", referred()))
    assert boxes["written.1.rule"].startswith("US-IL-10:")
    assert boxes["written.1.due"] == "26 Nov 01:16 CST"
    assert boxes["written.1.met"].startswith("24 Nov 01:49 CST")
    assert boxes["sent.1.number"] == "F-9"


@pytest.mark.parametrize(
    ("place", "rule", "due"),
    [("US-CA", "US-CA-", "25 Nov 13:"), ("US-NY", "US-NY-", "26 Nov 01:")],
)
def test_36_hours_in_california_and_48_in_new_york(place: str, rule: str, due: str) -> None:
    boxes = boxes_of(PAPER, at(place, referred()))
    dues = {
        boxes[name.replace(".rule", ".due")][: len(due)]
        for name, text in boxes.items()
        if name.startswith("written.") and name.endswith(".rule") and text.startswith(rule)
    }
    assert due in dues


def test_the_form_of_each_state_is_only_pointed_at() -> None:
    assert child_welfare("US-CA").startswith("Worksheet for CA DOJ SS 8572")
    for place in ("US-IL", "US-PA", "US-MI", "US-MD"):
        assert "(number not verified)" in child_welfare(place)
    for place in ("US-NY", "US-MA", "US-CA", "US-TX"):
        assert "not verified" not in child_welfare(place)
    assert child_welfare("US-TX") == (
        "Worksheet for the written report of the state, not an official form"
    )
    assert "SS 8572" in whole_text(referred(), "US-CA")


@pytest.mark.parametrize("place", ["CA-ON", "CA-QC"])
def test_in_canada_nothing_of_the_united_states_stands_on_it(place: str) -> None:
    given = at(place, found())
    form = PAPER.compose(given)
    text = whole_text(found(), place)
    assert US_WORDS.findall(text) == []
    assert form.title_fr and form.title_fr in text
    assert "First Nations, Inuit or Métis identity" in text
    assert "life.tribal_link" not in boxes_of(PAPER, given)
    assert "life.indigenous" not in boxes_of(PAPER, at("US-IL", found()))


def test_what_a_rule_keeps_from_child_protection_is_not_on_the_page() -> None:
    pack = read_pack(AGENCY_RULE)
    given = at("US-IL", referred(), pack)
    boxes = boxes_of(PAPER, given)
    assert "General order 90 (AGENCY-90)" in boxes["life.school"]
    assert boxes["kin.2.name"].startswith("— WITHHELD BY LAW —")
    layout = lay_out(PAPER.compose(given))
    pdf = draw(layout, imprint(layout))
    text = " ".join(text_of(pdf, page) for page in range(len(layout.pages)))
    for secret in ("Escuela", "María", "5555 0199", "Juan Tzoc"):
        assert secret not in text and secret.encode() not in pdf
    assert "Escuela" in whole_text(referred())


def test_an_amended_value_is_struck_and_stays_readable() -> None:
    told = referred()
    place = next(n for n, one in enumerate(told) if isinstance(one, ContactTried) and one.intake)
    call = told[place]
    assert isinstance(call, ContactTried)
    changed = codec.plain(msgspec.structs.replace(call, reference="H-2218"))
    amended = Amended(
        occurred_at=minute(188),
        target=UUID(int=100 + place),
        replacement=changed,
        reason="misheard",
    )
    boxes = boxes_of(PAPER, at("US-IL", [*told, amended]))
    assert boxes["oral.call_id"] == "H-2218"
    assert boxes["oral.call_id.was"] == "was H-2217, amended 04:10 M. Rivera: misheard"


@pytest.mark.parametrize("script", samples.ALL)
def test_a_name_in_any_script_is_whole(script: str) -> None:
    name = samples.ALL[script]
    told = [
        msgspec.structs.replace(one, value=msgspec.structs.replace(one.value, as_said=name))
        if isinstance(one, FactTold) and one.fact == "name" and one.about == MOTHER
        else one
        for one in referred()
    ]
    shown = boxes_of(PAPER, at("US-IL", told))["kin.2.name"]
    assert shown.replace(" ", "") == name.replace(" ", "")


def test_nothing_of_the_longest_case_is_lost() -> None:
    told = referred()
    long = samples.name_of(2_000)
    concerns = [
        ProtectionConcern(
            occurred_at=minute(100 + number), what=("other",), how="seen", note=f"{number} {long}"
        )
        for number in range(12)
    ]
    given = at("US-IL", [*told, *concerns])
    boxes = boxes_of(PAPER, given)
    squeezed = [text.replace(" ", "") for name, text in boxes.items() if name.endswith(".words")]
    assert sum(long.replace(" ", "") in one for one in squeezed) == 12
    layout = lay_out(PAPER.compose(given))
    assert len(layout.pages) > 6
    assert "Facts, with their source, continued" in text_of(draw(layout, imprint(layout)), 3)


def test_the_reporter_is_who_made_the_call_and_reviews_stand_in_the_foot() -> None:
    given = replace(at("US-IL", referred()), reviewed_by=None)
    boxes = boxes_of(PAPER, given)
    assert boxes["reporter.who"].startswith("T. Ode, 3310 (signed on paper)")
    assert boxes["signature.reporter"] == "— TO BE SIGNED BY HAND —"
    assert PAPER.number(given.case, 0) == "WR-AC-26-0412"
