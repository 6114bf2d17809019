"""The notice of child trafficking to HHS: discovery, all indicators, what is owed, what is kept."""

from uuid import UUID

import msgspec
import pytest

from minors_desk.domain import codec
from minors_desk.domain.alter import Amended
from minors_desk.domain.bodies import Body
from minors_desk.domain.contacts import ReportSent
from minors_desk.domain.facts import FactTold
from minors_desk.domain.trafficking import TraffickingSignSeen
from minors_desk.domain.trafficking_screening import GROUPS, Looked, TraffickingScreened
from minors_desk.papers import trafficking_notice
from minors_desk.papers.drawing import draw
from minors_desk.papers.layout import lay_out
from minors_desk.papers.trafficking_boxes import sector
from tests.papers import samples
from tests.papers.case_of_ana import found, minute
from tests.papers.forms import imprint
from tests.papers.pictures import text_of
from tests.papers.referral_of_a_night import at, boxes_of, referred

PAPER = trafficking_notice.PAPER
SIGN = TraffickingSignSeen(occurred_at=minute(20), what=("debt",), how="seen", note="a list")


def pages(bodies: list[Body], place: str) -> tuple[bytes, str]:
    """The PDF and the text of all its pages, read back from it."""
    layout = lay_out(PAPER.compose(at(place, bodies)))
    pdf = draw(layout, imprint(layout))
    return pdf, " ".join(text_of(pdf, page) for page in range(len(layout.pages)))


def test_the_shortest_notice_has_its_24_hours_and_asks_all_that_nobody_asked() -> None:
    boxes = boxes_of(PAPER, at("US-TX", [*found(), SIGN]))
    assert boxes["discovery.at"] == "24 Nov 01:22 CST"
    assert boxes["notice_owed.1.due"] == "25 Nov 01:22 CST"
    assert boxes["notice_owed.1.rule"].startswith("US-TR-01:")
    answers = [text for name, text in boxes.items() if name.endswith(".answer")]
    assert answers == ["— NOT ASKED —"] * 19
    assert boxes["inquiry.may_call"] == boxes["services.needed"] == "— NOT ASKED —"
    assert boxes["part_b.state"].startswith("Owed: Part B")


def test_each_of_the_nineteen_indicators_stands_once_with_its_answer() -> None:
    boxes = boxes_of(PAPER, at("US-TX", referred()))
    lines = [name for name in boxes if name.endswith(".indicator")]
    assert len(lines) == sum(map(len, GROUPS.values())) == 19
    assert boxes["indicators.4.answer"] == "[X] Child told"
    assert boxes["indicators.4.facts"] == "owes 40 000"
    assert boxes["indicators.12.answer"] == "— NOT ASKED —"
    assert boxes["indicators.16.answer"].replace(" ", "") == "[]Notseen"
    assert boxes["exploiter.debt"] == 'Child told · "owes 40 000"'
    assert boxes["affected.others"] == 'Other told · "two girls"'


def test_not_asked_later_does_not_hide_what_was_found_before() -> None:
    later = TraffickingScreened(
        occurred_at=minute(70),
        looked=(Looked(indicator="debt", answer="not_asked"),),
        outcome="not_finished",
    )
    boxes = boxes_of(PAPER, at("US-TX", [*referred(), later]))
    assert boxes["indicators.4.answer"] == "[X] Child told"


@pytest.mark.parametrize(
    ("signs", "kind"),
    [
        (("debt",), "labour"),
        (("commercial_sex",), "sex"),
        (("forced_to_work", "exploited_in_pictures"), "both"),
        (("deceived",), "unknown"),
    ],
)
def test_the_sector_is_what_the_signs_say(signs: tuple[str, ...], kind: str) -> None:
    told = [*found(), msgspec.structs.replace(SIGN, what=signs)]
    assert sector(at("US-TX", told).case) == kind
    shown = boxes_of(PAPER, at("US-TX", told))["sector.kind"]
    assert shown.startswith("— UNKNOWN —") is (kind == "unknown")


def test_what_is_still_owed_of_it_follows_what_went_out() -> None:
    told = referred()
    assert boxes_of(PAPER, at("US-TX", told))["part_b.state"].startswith("Owed: Part B")
    whole = ReportSent(
        occurred_at=minute(99),
        report="trafficking_notice",
        to="HHS OTIP",
        method="web_form",
        reference="SH-78",
    )
    boxes = boxes_of(PAPER, at("US-TX", [*told, whole]))
    assert boxes["part_b.state"].startswith("Nothing is owed of it")
    assert (boxes["notice_sent.1.part"], boxes["notice_sent.2.number"]) == ("Part A", "SH-78")


def test_what_california_keeps_from_federal_officials_is_not_on_the_page() -> None:
    pdf, text = pages(referred(), "US-CA")
    assert "WITHHELD BY LAW" in text and "US-CA-26" in text
    for secret in ("Ana Lucía", "Xicay Pérez", "Anita", "2817-44"):
        assert secret not in text.replace("\r\n", " ") and secret.encode() not in pdf
    assert "Ana Lucía" in pages(referred(), "US-TX")[1]


def test_what_the_child_fears_and_its_status_stand_nowhere() -> None:
    _, text = pages(referred(), "US-TX")
    assert "come for her" not in text
    assert "immigration" not in text.lower()
    assert "Worksheet for OMB 0970-0362" in text


def test_there_is_no_such_notice_in_canada_nor_without_a_discovery() -> None:
    assert PAPER.allowed(at("US-TX", referred())) is None
    refused = PAPER.allowed(at("CA-ON", referred()))
    assert refused is not None and "no such notice" in refused[0]
    assert PAPER.subjects(at("US-TX", found()).case) == ()


def test_an_amended_indicator_is_struck_in_its_line() -> None:
    told = referred()
    place = next(n for n, one in enumerate(told) if isinstance(one, TraffickingScreened))
    sheet = told[place]
    assert isinstance(sheet, TraffickingScreened)
    looked = tuple(
        msgspec.structs.replace(one, words="owes 4 000") if one.indicator == "debt" else one
        for one in sheet.looked
    )
    change = Amended(
        occurred_at=minute(188),
        target=UUID(int=100 + place),
        replacement=codec.plain(msgspec.structs.replace(sheet, looked=looked)),
        reason="misheard",
    )
    boxes = boxes_of(PAPER, at("US-TX", [*told, change]))
    assert boxes["indicators.4.facts"] == "owes 4 000"
    assert boxes["indicators.4.facts.was"] == ("was owes 40 000, amended 04:10 M. Rivera: misheard")


@pytest.mark.parametrize("script", samples.ALL)
def test_the_childs_account_is_whole_in_any_script(script: str) -> None:
    words = samples.ALL[script] * 3
    told = [
        msgspec.structs.replace(one, account=words) if isinstance(one, TraffickingScreened) else one
        for one in referred()
    ]
    shown = boxes_of(PAPER, at("US-TX", told))["exploiter.account"]
    assert words.replace(" ", "") in shown.replace(" ", "")


def test_nothing_of_the_longest_notice_is_lost() -> None:
    long = samples.name_of(3_000)
    told = [
        msgspec.structs.replace(one, account=long, when_where=long)
        if isinstance(one, TraffickingScreened)
        else one
        for one in referred()
    ]
    named = [
        msgspec.structs.replace(one, value=msgspec.structs.replace(one.value, as_said=long))
        if isinstance(one, FactTold) and one.fact == "name" and one.about is None
        else one
        for one in told
    ]
    boxes = boxes_of(PAPER, at("US-TX", named))
    for name in ("exploiter.account", "dates.when_where", "child.name"):
        assert long.replace(" ", "") in boxes[name].replace(" ", "")
