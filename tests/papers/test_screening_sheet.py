"""The screening sheet: each question with its answer, and the outline of the body with dots."""

from dataclasses import replace
from uuid import UUID

import msgspec
import pytest

from minors_desk.domain import body_outline, codec
from minors_desk.domain.alter import Amended, Withdrawn
from minors_desk.domain.answers import Asked
from minors_desk.domain.bodies import Body
from minors_desk.domain.facts import FactTold
from minors_desk.domain.screening import Injury, MedicallyScreened, Outcome, Signs
from minors_desk.domain.values import PersonName
from minors_desk.errors import NotFound
from minors_desk.papers import screening_sheet
from minors_desk.papers.drawing import draw
from minors_desk.papers.fullness import fullness
from minors_desk.papers.layout import lay_out
from minors_desk.papers.sheet import Layout, Shape, Words, digest
from minors_desk.wording.codes import WORDS
from tests.papers import samples
from tests.papers.case_of_a_night import printed, ruled
from tests.papers.case_of_ana import bodies, minute
from tests.papers.consulate_of_a_night import TORONTO
from tests.papers.forms import imprint
from tests.papers.pictures import picture, text_of
from tests.papers.screenings_of_a_night import full, screened

PAPER = screening_sheet.PAPER
SEEN_AT = body_outline.marks([("knee", "left"), ("knee", "left")])


def laid_out(told: list[Body], subject: int = 1) -> Layout:
    """The sheet on its pages."""
    return lay_out(PAPER.compose(ruled(told, subject)))


def read(layout: Layout) -> str:
    """The text of all pages, as a reader of the PDF copies it."""
    pdf = draw(layout, imprint(layout))
    return " ".join(" ".join(text_of(pdf, page) for page in range(len(layout.pages))).split())


def place(told: list[Body]) -> UUID:
    """The id that `folded` gives to the first screening."""
    at = next(at for at, body in enumerate(told) if isinstance(body, MedicallyScreened))
    return UUID(int=100 + at)


def shortest() -> list[Body]:
    """A screening of which nothing but the decision was written."""
    decided = Outcome(decision="fit_to_stay")
    return [*bodies(), MedicallyScreened(occurred_at=minute(30), outcome=decided)]


def longest() -> list[Body]:
    """A sheet with a hundred injuries and answers in every script, each a page long."""
    texts = list(samples.ALL.values())
    many = tuple(
        Injury(
            part=list(WORDS["body_part"])[at % 23],  # type: ignore[arg-type]
            side="both",
            injury="bruise",
            words=texts[at % len(texts)],
        )
        for at in range(100)
    )
    long = Asked(answer="yes", words=samples.name_of(2_500))
    sheet = full()
    health = msgspec.structs.replace(sheet.health, allergies=long, substance=long)
    signs = msgspec.structs.replace(sheet.signs, injuries=many)
    name = PersonName(as_said=samples.DEVANAGARI, own_script=samples.ARABIC)
    return [
        *bodies(),
        FactTold(occurred_at=minute(20), fact="name", value=name, source="document"),
        msgspec.structs.replace(sheet, health=health, signs=signs),
    ]


def test_every_question_says_what_was_answered() -> None:
    found = printed(PAPER, screened())
    assert (found["urgent.breathing"], found["urgent.bleeding"]) == ("SEEN", "Not seen")
    assert (found["illness.cough"], found["pain.level"]) == ("SEEN", "4 of 10")
    assert found["health.last_dose"] == "2026-11-23 20:02 CST · at the bus station"
    assert found["health.allergies_asked"] == "Yes · Penicillin"
    assert (found["wellbeing.sleep"], found["wellbeing.exam"]) == ("two nights ago", "Yes")
    assert found["outcome.decision"] == "To hospital"
    assert found["outcome.given"] == "Water, Blanket"
    assert found["recheck.due"] == "2026-11-24 01:52 CST"
    assert found["recheck.done"] == "By the screening of 2026-11-24 01:51 CST"
    assert found["screened.by"] == "EMT Kowalski, Ambulance 12 · entered by M. Rivera, 2217"


def test_care_is_that_from_one_screening_to_the_next() -> None:
    assert printed(PAPER, screened())["care.3.given"] == "soup"
    second = printed(PAPER, screened(), 2)
    assert [text for name, text in second.items() if name.endswith(".what")] == ["Toilet"]


def test_each_injury_has_a_number_in_the_list_and_on_the_outline() -> None:
    found = printed(PAPER, screened())
    lines = found["injuries.list"].split("\n")
    assert lines[0] == "1  Knee, left · Scrape · photo 24 Nov 01:31 CST, SHA-256 " + "be" * 8
    assert lines[1] == "2  Forearm, both sides · Bruise · older, yellow"
    page = laid_out(screened()).pages[0]
    numbers = [one.text for one in page.marks if isinstance(one, Words) and one.style.grey == 1.0]
    assert sorted(numbers)[:6] == ["1", "2", "2", "3", "4", "5"]
    assert not [name for name, _ in page.printed if "figure" in name]


def test_no_dot_hides_another_and_each_part_has_a_place() -> None:
    (_, first), (_, second) = SEEN_AT
    assert second[0] - first[0] >= 10
    for part in WORDS["body_part"]:
        for side in ("", *WORDS["body_side"]):
            assert body_outline.marks([(part, side)]), (part, side)


def test_the_dots_stand_inside_the_outline_and_the_side_is_the_childs() -> None:
    ((_, left),) = body_outline.marks([("hand", "left")])
    ((_, right),) = body_outline.marks([("hand", "right")])
    assert right[0] < body_outline.MIDDLE < left[0]
    ((_, back),) = body_outline.marks([("buttocks", "left")])
    assert body_outline.BACK_AT < back[0] < body_outline.BACK_AT + body_outline.MIDDLE


def test_the_outline_is_drawn_and_the_dot_is_black() -> None:
    layout = laid_out(screened())
    shapes = [one for one in layout.pages[0].marks if isinstance(one, Shape)]
    dots = [one for one in shapes if one.fill == 0.0]
    image = picture(draw(layout, imprint(layout)), 0, 2.0)
    assert len(dots) == 6
    for dot in dots:
        x = min(point[0] for point in dot.points) + 0.8
        y = sum(point[1] for point in dot.points) / len(dot.points)
        assert image.getpixel((round(x * 2), round((792 - y) * 2))) < 100
    form = next(one for one in shapes if one.edge)
    x, y = form.points[0]
    around = image.crop(
        (round(x * 2) - 3, round((792 - y) * 2) - 3, round(x * 2) + 4, round((792 - y) * 2) + 4)
    )
    assert around.getextrema()[0] < 200


def test_the_picture_is_in_the_digest_as_the_words_of_its_list() -> None:
    told = screened()
    other = msgspec.structs.replace(
        full(),
        signs=Signs(urgent=(), illness=(), injuries=(), pain=4),
    )
    changed = [other if one == full() else one for one in told]
    made = [digest(PAPER.name, 1, laid_out(one)) for one in (told, changed)]
    assert made[0] != made[1]
    assert printed(PAPER, changed)["injuries.list"] == "None seen"


@pytest.mark.parametrize("answer", ["unknown", "refused", "not_asked", "does_not_apply"])
def test_the_four_answers_that_are_none_print_as_such(answer: str) -> None:
    word = f"— {answer.replace('_', ' ').upper()} —"
    none = Asked(answer=answer, words="too tired")  # type: ignore[arg-type]
    sheet = full()
    told = msgspec.structs.replace(
        sheet,
        signs=Signs(urgent=answer, illness=answer, injuries=answer, pain=answer),  # type: ignore[arg-type]
        health=msgspec.structs.replace(sheet.health, pregnant=answer, allergies=none),
        wellbeing=msgspec.structs.replace(sheet.wellbeing, last_meal=answer, self_harm=none),
        outcome=msgspec.structs.replace(sheet.outcome, consent_by=answer, discharge_papers=answer),
    )
    found = printed(PAPER, [*bodies(), told])
    for box in ("urgent.altered", "illness.rash", "injuries.list", "pain.level"):
        assert found[box] == word
    for box in ("health.pregnant", "wellbeing.meal", "outcome.consent", "outcome.papers"):
        assert found[box] == word
    assert found["health.allergies_asked"] == found["wellbeing.self_harm"] == f"{word} too tired"


def test_what_nobody_came_to_is_missing_and_what_hangs_on_another_answer_is_not() -> None:
    found = printed(PAPER, shortest())
    for box in ("urgent.breathing", "injuries.list", "health.allergies_asked", "wellbeing.fear"):
        assert found[box] == "— MISSING —"
    assert found["health.last_dose"] == "— DOES NOT APPLY — no medicine told"
    assert found["wellbeing.exam"] == "— DOES NOT APPLY — no assault told"
    assert found["outcome.papers"] == "— DOES NOT APPLY — not elsewhere"
    hospital = MedicallyScreened(occurred_at=minute(30), outcome=Outcome(decision="hospital"))
    found = printed(PAPER, [*bodies(), hospital])
    assert found["outcome.papers"] == found["outcome.provider"] == "— MISSING —"


def test_nothing_of_the_longest_sheet_is_lost() -> None:
    told = longest()
    found = printed(PAPER, told)
    assert found["injuries.list"].count("Bruise") == 100
    whole = "Yes · " + samples.name_of(2_500)
    assert found["health.allergies_asked"].replace(" ", "") == whole.replace(" ", "")
    assert found["child.own_script"] == samples.ARABIC
    assert found["child.name"] == samples.DEVANAGARI


def test_the_pages_can_be_read_back() -> None:
    layout = laid_out(screened())
    text = read(layout)
    assert len(layout.pages) == 2
    for words in ("Medical and welfare screening", "Front: right", "Penicillin", "To hospital"):
        assert words in text


def test_an_amended_answer_is_struck_and_a_withdrawn_sheet_says_so() -> None:
    told = screened()
    body = codec.plain(
        msgspec.structs.replace(full(), signs=msgspec.structs.replace(full().signs, pain=7))
    )
    change = Amended(
        occurred_at=minute(188), target=place(told), replacement=body, reason="misheard"
    )
    found = printed(PAPER, [*told, change])
    assert (found["pain.level"], found["pain.level.was"]) == (
        "7 of 10",
        "was 4 of 10, amended 04:10 M. Rivera: misheard",
    )
    gone = Withdrawn(occurred_at=minute(188), target=place(told), reason="wrong child")
    case = ruled([*told, gone]).case
    assert PAPER.subjects(case) == (2,)
    assert printed(PAPER, [*told, gone])["screened.number"] == "1, WITHDRAWN since"


def test_the_newest_screening_is_the_likeliest_and_keeps_its_number() -> None:
    case = ruled(screened()).case
    assert PAPER.subjects(case) == (2, 1)
    assert PAPER.number(case, 2) == "MS-AC-26-0412-2"
    assert PAPER.prepared_in(case, 1) == place(screened())
    assert PAPER.subjects(ruled(bodies()).case) == ()
    assert PAPER.prepared_in(case, 3) is None
    with pytest.raises(NotFound, match="was not screened"):
        PAPER.compose(ruled(bodies()))


def test_in_canada_there_is_not_a_word_of_the_united_states() -> None:
    given = replace(ruled(screened()), station=TORONTO, packs=())
    text = read(lay_out(PAPER.compose(given)))
    assert "Toronto Police Service" in text
    for word in ("United States", "Chicago", "US-", "911", "EMS"):
        assert word not in text


def test_the_outline_is_no_box_of_its_own_when_boxes_are_counted() -> None:
    counted = fullness(PAPER.compose(ruled(screened())))
    assert not counted.missing
    assert len([one for one in counted.boxes if one.name.startswith("injuries.")]) == 1
