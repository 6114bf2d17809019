"""The sheets for a consulate: what one page tells it, and what is never sent or printed."""

from uuid import UUID

import msgspec
import pytest

from minors_desk.domain import codec
from minors_desk.domain.alter import Amended, Withdrawn
from minors_desk.domain.bodies import Body
from minors_desk.domain.consulate import ConsularNotice
from minors_desk.domain.contacts import ContactTried, Party
from minors_desk.domain.facts import FactTold
from minors_desk.domain.values import Country, Danger, PersonName
from minors_desk.errors import NotFound
from minors_desk.papers import consular_sheet
from minors_desk.papers.drawing import draw
from minors_desk.papers.layout import lay_out
from minors_desk.papers.paper import Paper
from tests.papers import samples
from tests.papers.case_of_ana import bodies, folded, minute
from tests.papers.consulate_of_a_night import (
    FEAR,
    REASON,
    TORONTO,
    answered,
    boxes,
    facts,
    given,
    guardian,
    hold,
    notice,
    of,
    offer,
    whole,
)
from tests.papers.facts_of_a_night import told
from tests.papers.forms import imprint
from tests.papers.pictures import text_of

NOTICE, GUARDIAN = consular_sheet.NOTICE, consular_sheet.GUARDIAN
BOTH = pytest.mark.parametrize("paper", [NOTICE, GUARDIAN], ids=lambda paper: paper.name)


def pages(paper: Paper, happened: list[Body], subject: int = 1, **changed: object) -> list[str]:
    """The text of each page, as a reader of the PDF copies it."""
    layout = lay_out(paper.compose(given(happened, subject, **changed)))  # type: ignore[arg-type]
    pdf = draw(layout, imprint(layout))
    return [" ".join(text_of(pdf, page).split()) for page in range(len(layout.pages))]


def afraid() -> FactTold:
    """What the child fears, in its own words."""
    return FactTold(
        occurred_at=minute(20),
        fact="danger_feared",
        value=Danger(words=FEAR, who=FEAR),
        source="said",
    )


def test_one_page_tells_the_consulate_who_where_and_whom_to_ask_and_nothing_else() -> None:
    first, *others = pages(NOTICE, whole())
    for words in ("Guatemala", "Huehuetenango", "GTM 1180044", "2018-03", "312 555 0144"):
        assert words in first
    for words in ("aunt", "says so", "GT 2817-44", "Wants", "L. Park", "Joliet", "bench"):
        assert words not in first
    assert "never sent to a consulate" in others[0]
    assert not [one for one in others if "GTM 1180044" in one]


@BOTH
def test_no_word_of_why_the_child_left_or_what_it_fears_stands_on_any_page(paper: Paper) -> None:
    text = " ".join(pages(paper, [*whole(), afraid()])).lower()
    for word in (FEAR, REASON, "asylum", "afraid", "refugee", "persecut", "immigration"):
        assert word not in text


@BOTH
def test_what_is_held_for_counsel_has_no_page_to_be_sent(paper: Paper) -> None:
    happened = [*of("CN", *facts(), guardian(9), hold(10))]
    found = boxes(paper, happened)
    # A hold stops no clock: of a mandatory notice that is said beside it.
    assert found["sending.state"] == (
        "HOLD FOR COUNSEL: nothing is sent; the notice is mandatory and its time goes on: "
        "call counsel now"
    )
    asked = boxes(paper, of("GT", guardian(9), hold(10)))
    assert asked["sending.state"] == "HOLD FOR COUNSEL: nothing is sent"
    assert found["sending.holds"] == "L. Park · asked 24 Nov 01:12 CST · not answered"
    assert not [name for name in found if name.startswith("consul.")]
    kept = boxes(paper, [*happened, answered(12, "keep_back")])
    assert kept["sending.holds"].endswith("Keep it back, L. Park, 24 Nov 01:14 CST")
    assert not [name for name in kept if name.startswith("consul.")]
    gone = boxes(paper, [*happened, answered(12)])
    assert (gone["sending.state"], gone["consul.country"]) == ("SEND", "China")


def test_a_notice_on_request_waits_for_the_wish_and_a_mandatory_one_does_not() -> None:
    assert boxes(NOTICE, of("GT"))["sending.state"].startswith("DO NOT SEND YET")
    declined = boxes(NOTICE, of("GT", offer(13, "declines")))
    assert declined["sending.state"] == "DO NOT SEND: it was declined"
    assert "consul.name" not in declined
    assert boxes(NOTICE, of("GT", offer(13)))["sending.state"] == "SEND"
    mandatory = boxes(NOTICE, of("CN"))
    assert mandatory["sending.state"] == "SEND"
    assert mandatory["sending.law"].startswith("Must be told: it is on the list")
    assert mandatory["consul.post"] == "— MISSING —"


def test_a_guardian_notice_waits_for_no_wish() -> None:
    found = boxes(GUARDIAN, of("GT", guardian(9), offer(13, "declines")))
    assert (found["sending.state"], found["consul.country"]) == ("SEND", "Guatemala")
    assert found["consul.docket"] == "26 JA 88"
    assert found["consul.hearing"] == "2026-11-25 10:22 CST"
    assert "37(b)" in found["sending.guardian_law"]
    first, second, *_ = pages(GUARDIAN, whole())
    assert "article 37(b)" in first and "Parent may harm it" not in first
    assert "Joliet" not in first and "Joliet" in second


@pytest.mark.parametrize("code", ["XXA", "XXB", "XXC"])
def test_of_a_stateless_or_refugee_child_there_is_no_sheet(code: str) -> None:
    case = folded(of(code, guardian(9)))
    assert NOTICE.subjects(case) == GUARDIAN.subjects(case) == ()
    also = [*of(code), told(8, "nationality", Country(code="GT"))]
    # Of a stateless child who is also said to be of a country, that country is asked of it.
    assert NOTICE.subjects(folded(also)) == ((1,) if code == "XXA" else ())
    assert NOTICE.subjects(folded([*also, hold(10), answered(12, "keep_back")])) == (
        (1,) if code == "XXA" else ()
    )
    assert NOTICE.subjects(folded([*also, hold(10), answered(12)])) == (1,)


def test_each_country_has_a_sheet_of_its_own_that_names_no_other() -> None:
    happened = [*of("GT", offer(13, "wants", "GT", "HN"))]
    happened.append(told(14, "nationality", Country(code="HN")))
    case = folded(happened)
    assert NOTICE.subjects(case) == (1, 2)
    assert NOTICE.number(case, 2) == "CN-AC-26-0412-2"
    first = pages(NOTICE, happened, 2)[0]
    assert "Honduras" in first and "Guatemala" not in first


def test_a_child_of_a_country_with_stations_has_a_sheet_only_when_somebody_meant_it() -> None:
    assert NOTICE.subjects(folded(of("CA"))) == ()
    assert NOTICE.subjects(folded(of("CA", offer(13, "wants", "CA")))) == (1,)
    home = boxes(NOTICE, of("US", offer(13, "wants", "US")))
    assert home["sending.state"] == "DO NOT SEND: the country of this station"


def test_of_a_child_whose_nationality_nobody_knows_nothing_is_sent() -> None:
    asked = FactTold(occurred_at=minute(7), fact="nationality", no_value="unknown", source="said")
    happened = [*bodies(), asked]
    assert NOTICE.subjects(folded(happened)) == (0,)
    found = boxes(NOTICE, happened, 0)
    assert found["sending.state"] == "DO NOT SEND: no country is known"
    assert found["sending.nationality"] == "— UNKNOWN —"
    assert NOTICE.number(folded(happened), 0) == "CN-AC-26-0412"
    assert NOTICE.subjects(folded(bodies())) == ()


def test_a_country_keeps_its_number_whatever_is_amended() -> None:
    happened = [*of("GT"), told(8, "nationality", Country(code="HN"))]
    at = len(bodies())
    body = codec.plain(told(7, "nationality", Country(code="MX")))
    change = Amended(
        occurred_at=minute(188), target=UUID(int=100 + at), replacement=body, reason="misheard"
    )
    assert NOTICE.subjects(folded(happened)) == (1, 2)
    assert NOTICE.subjects(folded([*happened, change])) == (2, 3)
    gone = Withdrawn(occurred_at=minute(188), target=UUID(int=100 + at), reason="wrong child")
    assert NOTICE.subjects(folded([*happened, gone])) == (2,)
    with pytest.raises(NotFound, match="no consulate"):
        NOTICE.compose(given(happened, 3))


def test_what_was_amended_or_withdrawn_stays_readable() -> None:
    happened = whole()
    at = next(at for at, one in enumerate(happened) if isinstance(one, ConsularNotice))
    target = UUID(int=100 + at)
    body = codec.plain(msgspec.structs.replace(notice(18), post="Consulate of Guatemala, Denver"))
    change = Amended(occurred_at=minute(188), target=target, replacement=body, reason="misread")
    found = boxes(NOTICE, [*happened, change])
    was = "was Consulate of Guatemala, Chicago, amended 04:10 M. Rivera: misread"
    assert found["notices.1.post.was"] == found["consul.post.was"] == was
    gone = Withdrawn(occurred_at=minute(188), target=target, reason="wrong child")
    found = boxes(NOTICE, [*happened, gone])
    assert found["notices.1.withdrawn"].endswith("withdrawn 04:10 M. Rivera: wrong child")


def test_tries_offers_and_requests_stand_with_this_agency_only() -> None:
    found = boxes(NOTICE, whole())
    assert found["offers.1.answer"] == "Wants it told · The child"
    assert found["offers.1.words"].startswith("Shall we tell")
    assert found["tries.1.result"] == "Closed at this hour"
    assert found["tries.2.spoke_with"] == "Duty officer Sol"
    assert found["notices.1.reference"] == "G-12"
    assert found["consulate_asks.1.who"] == "Consulate of Guatemala · Vice-consul Paz"
    assert found["access.visit"].startswith("— NOT ASKED —")


def test_before_it_is_sent_the_post_is_whom_we_tried_where_only_one_can_be_meant() -> None:
    tried = ContactTried(
        occurred_at=minute(15),
        party=Party(name="Consulate of Guatemala, Chicago", number="+1 312 555 0170"),
        purpose="consulate",
        method="telephone",
        outcome="voicemail",
    )
    found = boxes(NOTICE, of("GT", offer(13), tried))
    assert found["consul.post"] == "Consulate of Guatemala, Chicago"
    assert found["consul.number"] == "+1 312 555 0170"
    two = of("GT", told(8, "nationality", Country(code="HN")), offer(13), tried)
    assert boxes(NOTICE, two)["consul.post"] == "— MISSING —"


def test_nothing_of_the_longest_sheet_is_lost_and_its_first_part_ends_before_the_second() -> None:
    texts = list(samples.ALL.values())
    tries = [
        ContactTried(
            occurred_at=minute(70 + at),
            party=Party(name=texts[at % len(texts)], number="+1 312 555 0100"),
            purpose="consulate",
            method="telephone",
            outcome="voicemail",
        )
        for at in range(80)
    ]
    name = PersonName(as_said=samples.name_of(2_000), own_script=samples.HEBREW)
    called = FactTold(occurred_at=minute(71), fact="name", value=name, source="document")
    happened = [*whole(), *tries, called]
    found = boxes(NOTICE, happened)
    assert len([one for one in found if one.startswith("tries.") and one.endswith(".no")]) == 82
    whole_name = f"{samples.name_of(2_000)} · {samples.HEBREW}".replace(" ", "")
    assert found["consul.name"].replace(" ", "") == whole_name
    layout = lay_out(NOTICE.compose(given(happened)))
    parts = ["consul." in str(page.printed) for page in layout.pages]
    assert parts == sorted(parts, reverse=True) and 1 < sum(parts) < len(parts)
    ours = ["sending." in str(page.printed) for page in layout.pages]
    assert not any(a and b for a, b in zip(parts, ours, strict=True))


def test_in_canada_there_is_not_a_word_of_the_united_states() -> None:
    for paper in (NOTICE, GUARDIAN):
        happened = of("GT", *facts()[:4], offer(13), guardian(14))
        text = " ".join(pages(paper, happened, station=TORONTO))
        assert "Toronto Police Service" in text and "Vienna Convention" in text
        for word in ("United States", "Department of State", "US-", "Chicago", "TECRO"):
            assert word not in text


@BOTH
def test_the_official_sheet_is_pointed_to_in_the_united_states_only(paper: Paper) -> None:
    here = boxes(paper, whole())
    assert here["head.pointer"].endswith("manual, not an official form")
    assert "head.pointer" not in boxes(paper, whole(), station=TORONTO)
    assert "Avis au poste consulaire" in pages(paper, whole(), station=TORONTO)[0]
    assert paper.to == "consulate" and paper.about["consul.name"] == "identity"
