"""The brief of the shift: who stands on it, what is owed in words, what is missing, each box."""

from dataclasses import replace
from datetime import timedelta

import pytest
from msgspec import structs

from minors_desk.domain import board
from minors_desk.domain.board import Card, CardClock
from minors_desk.domain.bodies import Body
from minors_desk.domain.case import Case
from minors_desk.domain.ending import CustodyEnded
from minors_desk.domain.reminders import Reminder
from minors_desk.papers.case_view import short_time
from minors_desk.papers.catalog import STATION_PAPERS
from minors_desk.papers.fullness import fullness
from minors_desk.papers.layout import lay_out
from minors_desk.papers.shift_brief import PAPER
from minors_desk.papers.shift_owed import alerts, health, owed
from minors_desk.papers.station_paper import OnBoard, StationInput
from minors_desk.services.printing import box_label
from minors_desk.ui.dialogs.verify_dialog import GROUPS
from minors_desk.wording.codes import word
from tests.papers.case_of_a_night import night, packs
from tests.papers.case_of_ana import STATION, bodies, folded, found, minute, signed
from tests.papers.screenings_of_a_night import screened
from tests.papers.test_box_table import KINDS, fields, generic

ZONE = STATION.zone
NOW = minute(100)


def on_board(told: list[Body]) -> OnBoard:
    case = folded(told)
    return OnBoard(card=board.card(case, packs(), ZONE), case=case)


def left() -> list[Body]:
    ended = CustodyEnded(occurred_at=minute(70), reason="left_without_leave", detail="Back door")
    return [*bodies(), ended]


def everybody() -> tuple[OnBoard, ...]:
    missing, with_us, met, gone = map(on_board, (left(), screened(), found(), signed(night())))
    owing = structs.replace(met.card, open_clocks=(clock(),))
    return missing, with_us, replace(met, card=owing), gone


def brief(*children: OnBoard, **changed: str) -> StationInput:
    return StationInput(
        children=children,
        station=structs.replace(STATION, **changed),
        as_of=NOW,
        statute="705 ILCS 405/1-7",
    )


def printed(given: StationInput) -> dict[str, str]:
    texts: dict[str, str] = {}
    for _, name, text in lay_out(PAPER.compose(given)).printed():
        texts[name] = f"{texts[name]} {text}" if name in texts else text
    return texts


def of_custody(card: Card, case: Case) -> dict[str, str]:
    return printed(brief(OnBoard(card=card, case=case)))


def clock(**told: object) -> CardClock:
    fallback: dict[str, object] = {
        "rule_id": "x",
        "title": "Court is told",
        "citation": "705 ILCS 405/2-9",
        "is_law": True,
        "verified": True,
        "may_be_red": True,
        "start": minute(0),
        "start_known": True,
        "due": minute(60),
    }
    return CardClock(**(fallback | told))  # type: ignore[arg-type]


def held(*clocks: CardClock, **changed: object) -> Card:
    plain = structs.replace(on_board(bodies()).card, open_clocks=clocks, reminders=())
    return structs.replace(plain, **changed)


def test_each_child_stands_in_the_part_of_the_board_that_it_is_in() -> None:
    texts = printed(brief(*everybody()))
    for table in ("brief_missing", "brief_custody", "brief_met", "brief_owed"):
        assert texts[f"{table}.count"] == "1"
        assert texts[f"{table}.1.no"] == "1" and f"{table}.2.no" not in texts
    assert "Penicillin" in texts["brief_custody.1.health"]
    assert "Children and Family Services" in texts["brief_owed.1.receiver"]
    assert texts["brief.as_of"].startswith("2026-")


def test_each_box_comes_from_a_field_of_an_entry_and_is_filled() -> None:
    for name, field in PAPER.boxes.items():
        tag, *path = field.split(".")
        struct: object = KINDS[tag]
        for part in path:
            kinds = {one.name: one.type for one in fields(struct)}
            assert part in kinds, (name, field)
            struct = kinds[part]
    texts = printed(replace(brief(*everybody()), prepared_by=None))
    ours = {generic(name) for name in texts if not name.startswith("signature.")}
    assert ours == set(PAPER.boxes)


def test_each_box_has_a_label_and_a_part_to_be_named_by() -> None:
    for name in PAPER.boxes:
        assert name.split(".")[0] in GROUPS, name
        if not name.startswith(("head.", "foot.")):
            assert box_label(name.replace("*", "2")), name
    assert PAPER.title == word("paper", PAPER.name) and PAPER.name in STATION_PAPERS


@pytest.mark.parametrize(
    ("one", "line"),
    [
        (clock(), "OVERDUE since {due}: Court is told (705 ILCS 405/2-9)"),
        (clock(may_be_red=False), "past since {due}, not verified: Court"),
        (
            clock(is_law=False, may_be_red=False, citation=""),
            "past since {due}: Court is told (station rule, not law)",
        ),
        (clock(due=NOW), "by {now}: Court"),
        (clock(due=None), "without delay, since {start}: Court"),
        (
            clock(due=None, target_at=minute(30)),
            "without delay, since {start}, later than station target: Court",
        ),
        (clock(start_known=False), "start not known, ask: Court"),
    ],
)
def test_what_is_owed_says_by_when_and_red_only_for_verified_law(one: CardClock, line: str) -> None:
    words = {
        name: short_time(at, ZONE)
        for name, at in (("due", minute(60)), ("now", NOW), ("start", minute(0)))
    }
    (said,) = owed(held(one), NOW, ZONE)
    assert said.line.startswith(line.format(**words))
    late = one.may_be_red and one.start_known and one.due is not None and one.due < NOW
    assert said.late == late
    texts = of_custody(held(one), folded(bodies()))
    assert texts["brief.late"] == str(int(late))
    assert texts["brief_custody.1.next"] == said.when


def test_what_has_an_instant_comes_first_promises_among_it() -> None:
    promise = Reminder(
        code="next_try",
        due=minute(50),
        params={"party": "Rosa", "next": "2"},
        entry_id=folded(bodies()).log[0].entry.id,
    )
    card = held(clock(due=None, title="Spoken to"), clock(), reminders=(promise,))
    lines = [one.line for one in owed(card, NOW, ZONE)]
    assert [one.split(" ", 1)[0] for one in lines] == ["was", "OVERDUE", "without"]
    assert "not law" in lines[0]


def test_a_child_whom_nobody_watches_is_a_gap() -> None:
    card = held(clock(), watched_by="")
    given = brief(OnBoard(card=card, case=folded(bodies())))
    assert printed(given)["brief_custody.1.watch"] == "— MISSING —"
    assert [one.label for one in fullness(PAPER.compose(given)).missing] == ["Watched by, line 1"]


def test_alerts_are_those_of_the_board() -> None:
    grave = held(
        clock(),
        secure=True,
        do_not_contact=True,
        findings=2,
        age_disputed=True,
        class_given=False,
        companions=2,
        siblings=2,
    )
    assert alerts(grave, NOW) == (
        "LOCKED IN",
        "late: say why",
        "do not contact: see case",
        "2 findings",
        "age disputed",
        "class not chosen",
        "siblings 2",
    )
    calm = held(clock(due=NOW + timedelta(hours=1)), secure=False, findings=0)
    assert alerts(structs.replace(calm, companions=0, class_given=True), NOW) == ()


def test_health_is_the_newest_answer_and_never_guessed() -> None:
    assert health(folded(bodies()), ZONE) == ""
    texts = of_custody(held(clock()), folded(bodies()))
    assert texts["brief_custody.1.health"] == "— NONE RECORDED — never screened"
    said = health(folded(screened()), ZONE)
    assert "allergies: Yes, Penicillin" in said
    assert "thoughts of harming itself: No" in said


def test_a_quiet_night_says_so() -> None:
    texts = printed(brief())
    assert texts["brief_custody.none"]
    assert {texts[f"brief_{one}.count"] for one in ("missing", "custody", "met", "owed")} == {"0"}


def test_in_canada_the_words_are_those_of_canada() -> None:
    card = held(clock(), legal_class="accused_delinquent", class_given=True)
    given = brief(OnBoard(card=card, case=folded(bodies())), jurisdiction="CA-QC")
    texts = printed(given)
    assert "Accused young person" in texts["brief_custody.1.speaks"]
    assert PAPER.compose(given).title_fr == "Rapport de relève"
    drawn = [mark for page in lay_out(PAPER.compose(given)).pages for mark in page.marks]
    assert any(getattr(mark, "text", "") == "Rapport de relève" for mark in drawn)


def test_no_box_asks_for_a_status() -> None:
    labels = " ".join(PAPER.labels.values()).lower()
    assert "immigration" not in labels and "status" not in labels


def test_many_children_break_between_lines_and_sign_on_one_sheet() -> None:
    layout = lay_out(PAPER.compose(brief(*everybody() * 9)))
    assert len(layout.pages) > 2
    signed_on = [
        {name for name, _ in page.printed if name.startswith("signature.")} for page in layout.pages
    ]
    assert [bool(one) for one in signed_on].count(True) == 1
    for page in layout.pages:
        said = {getattr(mark, "text", "") for mark in page.marks}
        assert {"705 ILCS 405/1-7", "JUVENILE – CONFIDENTIAL"} <= said  # noqa: RUF001
    assert not [name for page in layout.pages for name, _ in page.printed if "case_number" in name]
