"""The children's rights notice: what a child is told, in which language, resting on which rules."""

from dataclasses import replace

import msgspec
import pytest

from minors_desk.domain import codec
from minors_desk.domain.alter import Amended
from minors_desk.domain.bodies import Body
from minors_desk.domain.encounter import LegalClass
from minors_desk.domain.facts import FactTold
from minors_desk.domain.notice_texts import NoticeText
from minors_desk.domain.questioning import QuestioningBegan
from minors_desk.domain.rights import RightsTold
from minors_desk.domain.rule_waivers import RuleWaiver
from minors_desk.domain.values import LanguageValue
from minors_desk.lists import languages
from minors_desk.papers import rights_notice
from minors_desk.papers.drawing import draw
from minors_desk.papers.layout import lay_out
from minors_desk.papers.paper import PaperInput
from minors_desk.papers.rights_view import PRACTICE, named, rights_view
from minors_desk.papers.sheet import Column, Table
from minors_desk.papers.tables import least
from tests.papers.case_of_ana import found, minute
from tests.papers.cases import SIZES
from tests.papers.forms import imprint
from tests.papers.pictures import text_of
from tests.papers.referral_of_a_night import boxes_of
from tests.papers.rights_of_a_night import (
    LINES,
    classed,
    given,
    of_nationality,
    speaks,
    text,
)
from tests.papers.test_disclosure_register import entry_id

NOTICE = rights_notice.PAPER
ASKED = ("silent", "used", "lawyer", "lawyer_free", "stop")


def points(where: PaperInput) -> dict[str, tuple[str, ...]]:
    """The points that this child is told, each with the rules that ask for it."""
    view = rights_view(where, where.case)
    return {one.id: tuple(rule.id for rule in one.rules) for one in view.points}


def printed(station: str, told: list[Body], *notices: NoticeText) -> dict[str, str]:
    """Every box, as it is printed."""
    return boxes_of(NOTICE, given(station, told, *notices))


def cells(boxes: dict[str, str], cell: str) -> list[str]:
    """That column of all points, from the top."""
    return [
        said for name, said in boxes.items() if name.split(".")[-1:] == [cell] and "points_" in name
    ]


def whole(boxes: dict[str, str]) -> str:
    """All that is printed of the points."""
    return " ".join(said for name, said in boxes.items() if name.startswith("points_"))


def test_a_child_accused_of_nothing_gets_no_warning_and_is_told_so() -> None:
    told = points(given("US-IL", classed("non_offender")))
    assert not set(told) & set(ASKED)
    assert "not_accused" in told and "accused" not in told
    boxes = printed("US-IL", classed("non_offender"))
    assert "lawyer" not in whole(boxes) and "court" not in whole(boxes)
    assert not any(name.startswith("points_asked") for name in boxes)


@pytest.mark.parametrize("legal_class", ["accused_delinquent", None])
def test_an_accused_child_and_one_of_whom_nobody_has_decided_get_it(
    legal_class: LegalClass | None,
) -> None:
    where = given("US-IL", classed(legal_class))
    told = points(where)
    assert set(ASKED) <= set(told)
    assert "not_accused" not in told
    assert ("accused" in told) is (legal_class is not None)
    assert "US-JJ-19a" in told["silent"]
    notes = " ".join(one.note for one in NOTICE.compose(where).sections)
    assert ("Nobody has written down yet" in notes) is (legal_class is None)


def test_who_is_asked_about_an_offence_gets_it_whatever_its_class() -> None:
    asks = QuestioningBegan(
        occurred_at=minute(50),
        by="Det. Cho",
        lawyer="not_there",
        adult="nobody",
        rights_told="no",
        recorded="no",
    )
    told = points(given("US-IL", classed("status_offender", asks)))
    assert set(ASKED) <= set(told)
    told = points(given("US-IL", classed("status_offender")))
    assert not set(told) & {*ASKED, "accused", "not_accused"}


def test_calls_and_locks_and_the_lawyer_are_told_as_the_law_of_the_place_has_them() -> None:
    california = points(given("US-CA", classed("accused_delinquent")))
    assert california["two_calls"] == ("US-CA-09a",)
    assert "call" not in california
    assert california["lawyer_first"] == ("US-CA-19",)
    assert california["six_hours"] == ("US-CA-02b",)
    illinois = points(given("US-IL", classed("accused_delinquent")))
    assert "two_calls" not in illinois and "six_hours" not in illinois
    assert illinois["call"] == ()
    # To a child that may not be locked up at all, six hours of it would sound allowed.
    assert "six_hours" not in points(given("US-CA", classed("non_offender")))


def test_a_rule_that_the_agency_waived_asks_for_nothing() -> None:
    where = given("US-CA", classed("accused_delinquent"))
    waiver = RuleWaiver(
        entry_id=where.case.id,
        rule="US-CA-09a",
        since=minute(0),
        until=None,
        reason="x",
        authority="x",
        by="x",
    )
    waived = tuple(
        replace(pack, waived={"US-CA-09a": (waiver,)}) if pack.id == "us-ca" else pack
        for pack in where.packs
    )
    assert "two_calls" not in points(replace(where, packs=waived))


@pytest.mark.parametrize(
    ("country", "expected"),
    [
        ("US", {}),
        ("GT", {"consulate_ask": ("US-CN-01",)}),
        ("CN", {"consulate_told": ("US-CN-02b",)}),
        ("TW", {"tecro": ("US-CN-10",)}),
    ],
)
def test_the_consulate_is_told_of_as_the_nationality_asks(
    country: str, expected: dict[str, tuple[str, ...]]
) -> None:
    told = points(given("US-IL", classed("non_offender", of_nationality(country))))
    consular = {"consulate_ask", "consulate_told", "tecro"}
    assert {name: rules for name, rules in told.items() if name in consular} == expected


def test_what_no_rule_asks_for_says_so_and_a_rule_nobody_verified_too() -> None:
    boxes = printed("US-IL", classed("accused_delinquent"))
    rests = cells(boxes, "rule")
    assert PRACTICE in rests
    assert any(
        one.startswith("US-JJ-19a · J.D.B.") and one.endswith("not verified") for one in rests
    )
    assert [int(one) for one in cells(boxes, "no")] == list(range(1, len(rests) + 1))


def test_without_a_reviewed_text_it_says_so_in_the_name_of_the_language() -> None:
    boxes = printed("US-IL", classed("non_offender", speaks("ara")))
    assert boxes["notice.words"] == (
        "No reviewed text in Arabic (any), العربية: read it through an interpreter"
    )
    assert boxes["notice.language"] == "English"
    assert boxes["notice.english"] == "Not reviewed by counsel · Written for Minors Desk"
    assert not cells(boxes, "own")
    assert boxes["notice.reads"].startswith("— NOT ASKED — read it out")


def test_without_a_language_the_paper_says_that_it_is_missing() -> None:
    boxes = printed("US-IL", found())
    assert boxes["notice.words"].startswith("— MISSING — The child's language is not known")
    assert boxes["told.none"] == "— NONE RECORDED —"


def test_an_english_child_reads_english_that_counsel_may_have_reviewed() -> None:
    told = classed("non_offender", speaks("eng"))
    boxes = printed("US-IL", told)
    assert boxes["notice.words"] == "English is the child's language"
    assert boxes["notice.reads"] == "It reads"
    boxes = printed("US-IL", told, text("eng", without=("food",)))
    assert boxes["notice.english"] == "Reviewed by Counsel A. Lee, 2026-10-01 · General order 6-4"
    english = cells(boxes, "english")
    assert "Test: 1" in english
    assert "You can ask for food and for water. (not reviewed by counsel)" in english
    assert not cells(boxes, "own")


def test_names_of_languages() -> None:
    assert named("mam") == "Mam"
    assert named("spa") == "Spanish, español"
    assert named("hin") == "Hindi, हिन्दी"
    assert named("a language of the hills") == "a language of the hills"


def test_the_name_of_every_language_fits_over_its_column() -> None:
    for one in languages():
        columns = Column("No.", 2), Column(f"In {named(one.code)}", 9), Column("Rest", 14)
        assert least(Table("x", columns, ())) < 80, one.code


@pytest.mark.parametrize("language", ["ara", "hin"])
def test_an_adopted_text_prints_beside_the_english_in_any_script(language: str) -> None:
    where = given("US-IL", classed("non_offender", speaks(language)), text(language))
    form = NOTICE.compose(where)
    boxes = boxes_of(NOTICE, where)
    assert boxes["notice.words"] == "Reviewed by Counsel A. Lee, 2026-10-01 · General order 6-4"
    assert boxes["notice.language"] == f"{named(language)}; English beside it"
    own, english = cells(boxes, "own"), cells(boxes, "english")
    assert len(own) == len(english) > 8
    assert own[0] == f"{LINES[language]}: 1"
    layout = lay_out(form)
    words = [mark for page in layout.pages for mark in page.marks if hasattr(mark, "rtl")]
    runs = [one for one in words if any(part in one.text for part in LINES[language].split())]
    assert runs and all(one.rtl is (language == "ara") for one in runs)
    lines = [one for one in runs if LINES[language] in one.text]
    assert {one.align for one in lines} == {"right" if language == "ara" else "left"}
    pdf = draw(layout, imprint(layout))
    back = "".join(text_of(pdf, page) for page in range(len(layout.pages)))
    assert "Reviewed by Counsel A. Lee" in back
    if language == "ara":
        assert "للاختبار" in back or "رابتخالل" in back
    else:
        assert "परीक्षण" in back


def test_a_point_without_reviewed_words_is_missing_and_the_english_stands_beside_it() -> None:
    told = classed("non_offender", speaks("ara"))
    boxes = printed("US-IL", told, text("ara", without=("doctor",)))
    missing = [one for one in cells(boxes, "own") if one.startswith("—")]
    assert missing == ["— MISSING — no reviewed words for this: read it through an interpreter"]
    assert len(cells(boxes, "own")) == len(cells(boxes, "english"))


def test_a_second_language_serves_where_the_first_has_no_text() -> None:
    told = classed("non_offender", speaks("quc", at=14), speaks("spa", "some", at=16))
    boxes = printed("US-IL", told, text("spa"))
    lacking, _, said = boxes["notice.words"].partition(". Printed in Spanish, español, ")
    assert lacking == "No reviewed text in K'iche': read it through an interpreter"
    # The words go over two lines, and the space at the break is not printed.
    assert said.replace(" ", "").startswith("whichitspeakstoo:ReviewedbyCounselA.Lee")
    told = classed("non_offender", speaks("quc", at=14), speaks("spa", "none", at=16))
    assert not cells(printed("US-IL", told, text("spa")), "own")


@pytest.mark.parametrize("station", ["CA-ON", "CA-QC"])
@pytest.mark.parametrize("legal_class", ["accused_delinquent", "non_offender", None])
def test_in_canada_it_has_the_terms_of_canada_and_none_of_the_united_states(
    station: str, legal_class: LegalClass | None
) -> None:
    told = classed(legal_class, speaks("fra"), of_nationality("GT"))
    where = given(station, told, text("fra"))
    boxes, layout = boxes_of(NOTICE, where), lay_out(NOTICE.compose(where))
    pdf = draw(layout, imprint(layout))
    back = " ".join(text_of(pdf, page) for page in range(len(layout.pages)))
    assert "Avis à l'enfant sur ses droits" in back
    for words in ("US-", "U.S.C.", "Miranda", "TECRO", "CFR", "J.D.B."):
        assert words not in back
    assert boxes["notice.words"] == "No reviewed text in French, français: " + (
        "read it through an interpreter"
    )
    told_points = points(where)
    assert told_points["consulate_ask"] == ("CA-F-28a",)
    asked = legal_class != "non_offender"
    assert ("adult" in told_points and "with_you" in told_points) is asked
    if asked:
        assert told_points["lawyer"] == ("CA-F-05a", "CA-F-05b", "CA-F-06b")
        assert told_points["adult"] == ("CA-F-36a", "CA-F-36b")
        assert "also called counsel" in whole(boxes) and "YCJA s.146" in whole(boxes)
        assert ("If accused: CA-F-05a" in whole(boxes)) is (legal_class is None)


def test_it_prints_who_told_it_through_whom_and_what_the_child_answered() -> None:
    boxes = printed("US-IL", classed("non_offender"))
    assert boxes["told.1.answer"] == "She wants her aunt."
    assert boxes["told.1.language"] == "Mam · Operator 88"
    assert boxes["told.1.by"] == "M. Rivera, 2217"
    assert boxes["interpreters.1.who"].startswith("Operator 88")
    assert boxes["calls.1.to"] == "Relative · Aunt Rosa"
    again = RightsTold(occurred_at=minute(60), what=("rights",), language="spa", answer="Sí")
    assert printed("US-IL", classed(None, again))["told.3.answer"] == "Sí"


def test_a_changed_language_is_struck_through() -> None:
    told = classed("non_offender", speaks("quc"))
    first = told[-1]
    assert isinstance(first, FactTold) and isinstance(first.value, LanguageValue)
    value = msgspec.structs.replace(first.value, language="mam")
    change = Amended(
        occurred_at=minute(188),
        target=entry_id(len(told) - 1),
        replacement=codec.plain(msgspec.structs.replace(first, value=value)),
        reason="misheard",
    )
    boxes = printed("US-IL", [*told, change])
    assert "Mam" in boxes["notice.words"]
    assert "No reviewed text in K'iche'" in boxes["notice.words.was"]


@pytest.mark.parametrize("size", SIZES)
def test_every_size_is_whole_on_its_pages(size: str) -> None:
    form = SIZES[size]("rights_notice")
    layout = lay_out(form)
    assert len(layout.pages) <= {"shortest": 2, "typical": 2}.get(size, 5)
    names = {name for _, name, _ in layout.printed()}
    assert {"signature.child", "signature.officer", "notice.words"} <= names
