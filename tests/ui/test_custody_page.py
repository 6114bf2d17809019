"""A missing child, a drive, a lock, an end: on the board, in the head and in the sections."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from minors_desk.domain.custody import CustodyBegan
from minors_desk.domain.ending import FoundAgain
from minors_desk.domain.links import CaseLinked
from minors_desk.domain.presence import Relieved, Secured, Unsecured
from minors_desk.domain.transport import TransportArrived
from minors_desk.ui.kit.chips import Chip
from minors_desk.ui.kit.section import Section
from minors_desk.ui.kit.tokens import Tone
from minors_desk.ui.kit.type import Label
from minors_desk.ui.models.board_model import Heading, Part, Row
from minors_desk.ui.views.case_view import CaseView
from tests.ui.case_steps import add, case_of, child, page_of, quiet
from tests.ui.conftest import Opened
from tests.ui.test_custody_forms import ended, left


def section(view: CaseView, heading: str) -> str:
    """All that the section of that heading says."""
    (found,) = (
        one
        for one in view._sections.findChildren(Section)
        if one.accessibleName() == heading and not one.isHidden()
    )
    return "\n".join(label.text() for label in found.findChildren(Label)).replace("\u00a0", " ")


def chips(view: CaseView) -> list[str]:
    flow = view.head._flow
    found = (flow.itemAt(place) for place in range(flow.count()))
    widgets = (item.widget() for item in found if item is not None)
    return [one.text() for one in widgets if isinstance(one, Chip)]


def shown(qtbot: QtBot, at: Opened) -> list[Heading | Row]:
    quiet(qtbot, at)
    return list(at.session.board.model._rows)


def test_a_missing_child_stands_on_top_in_amber(qtbot: QtBot, at_board: Opened) -> None:
    child(at_board, name="Bea")
    case_id = child(at_board, name="Ana")
    add(at_board, case_id, ended(at_board))
    at_board.story.go_on(20)
    at_board.session.board.reload()
    heading, row, below, other = shown(qtbot, at_board)
    assert isinstance(heading, Heading) and heading.alarm
    assert heading.title == "Left without leave - missing"
    assert isinstance(row, Row) and row.part is Part.MISSING and row.tone is Tone.AMBER
    assert row.place == ("Area Central", "was last here") and row.time[0] == "0 h 20 min"
    assert isinstance(below, Heading) and below.title == "In our custody now"
    assert isinstance(other, Row) and other.name[0].startswith("Bea")
    board = at_board.session.board
    assert "1 missing" in board._below.text() and board._title.text() == "Board"
    assert not board.grab().isNull()


def test_with_only_a_missing_child_the_board_still_says_that_none_is_with_us(
    qtbot: QtBot, at_board: Opened
) -> None:
    add(at_board, child(at_board), ended(at_board))
    words = [one.note for one in shown(qtbot, at_board) if isinstance(one, Heading)]
    assert words == ["1", "No child is in our custody."]


@pytest.mark.parametrize(
    ("reason", "place"),
    [
        ("died", ("Died", "custody ended")),
        ("court_order", ("Taken under a court order", "custody ended")),
    ],
)
def test_who_is_ours_no_longer_stands_with_its_reason(
    qtbot: QtBot, at_board: Opened, reason: str, place: tuple[str, str]
) -> None:
    add(at_board, child(at_board), ended(at_board, reason))
    (row,) = (one for one in shown(qtbot, at_board) if isinstance(one, Row))
    assert row.part in (Part.STILL_OWED, Part.LATELY) and row.place == place


def test_a_child_on_the_way_is_marked(qtbot: QtBot, at_board: Opened) -> None:
    case_id = child(at_board)
    add(at_board, case_id, left(at_board, vehicle="Unit 1204"))
    (row,) = (one for one in shown(qtbot, at_board) if isinstance(one, Row))
    assert row.mark is not None and row.mark.icon == "car"
    assert row.place[0] == "To St. Mary" and row.place[1].startswith("on the way")
    view = page_of(qtbot, at_board, case_id)
    assert "on the way" in chips(view)
    assert "to St. Mary · Unit 1204" in view.head._lines[0].text()


def test_the_head_says_since_when_it_is_locked_and_by_what(qtbot: QtBot, at_board: Opened) -> None:
    case_id = child(at_board, legal="accused_delinquent")
    locked = Secured(occurred_at=at_board.desk.clock(), object="locked_room", reason="Ran")
    add(at_board, case_id, locked)
    at_board.story.go_on(10)
    add(at_board, case_id, Relieved(occurred_at=at_board.desk.clock(), watched_by="Ofc. Ode"))
    view = page_of(qtbot, at_board, case_id)
    assert "locked now" in chips(view)
    assert "locked since 03:12" in view.head._lines[0].text()


def test_the_head_of_a_missing_child_says_since_when(qtbot: QtBot, at_board: Opened) -> None:
    case_id = child(at_board)
    add(at_board, case_id, ended(at_board))
    at_board.story.go_on(75)
    view = page_of(qtbot, at_board, case_id)
    assert "missing" in chips(view)
    assert "missing for 1 h 15 min" in view.head._lines[1].text()
    assert "last at Area Central, report room" in view.head._lines[0].text()
    assert view.main_buttons["begin_custody"].isVisible()
    add(at_board, case_id, FoundAgain(occurred_at=at_board.desk.clock(), where="Aunt's home"))
    view = page_of(qtbot, at_board, case_id)
    assert "missing" not in chips(view) and "found again" in view.head._lines[1].text()
    assert not any(button.isVisible() for button in view.main_buttons.values())


def test_the_section_tells_stays_watchers_locks_and_drives(qtbot: QtBot, at_board: Opened) -> None:
    case_id = child(at_board, legal="accused_delinquent")
    cuffed = Secured(occurred_at=at_board.desk.clock(), object="cuffed_to_object", reason="Kicked")
    add(at_board, case_id, cuffed)
    at_board.story.go_on(14)
    add(at_board, case_id, Unsecured(occurred_at=at_board.desk.clock()))
    add(at_board, case_id, left(at_board, odometer_tenths=100, same_sex_escort="yes"))
    at_board.story.go_on(9)
    arrived = TransportArrived(
        occurred_at=at_board.desk.clock(),
        place="St. Mary",
        watched_by="J. Ames",
        odometer_tenths=142,
    )
    add(at_board, case_id, arrived)
    said = section(page_of(qtbot, at_board, case_id), "Custody")
    for words in (
        "cuffed to an object · Kicked · watched by Ofc. Ames",
        "14 min · longest unbroken 14 min",
        "on the way to St. Mary",
        "J. Ames 2210",
        "Escort of the same sex",
        "odometer 10.0 to 14.2, 4.2 driven",
        "arrived 03:35",
    ):
        assert words in said


def test_a_second_custody_stands_apart_from_the_first(qtbot: QtBot, at_board: Opened) -> None:
    case_id = child(at_board)
    add(at_board, case_id, ended(at_board))
    at_board.story.go_on(30)
    back = CustodyBegan(
        occurred_at=at_board.desk.clock(),
        starts_from="returned",
        place="Area North",
        watched_by="Ofc. Ode",
        responsible="Sgt. Cole",
    )
    add(at_board, case_id, back)
    said = section(page_of(qtbot, at_board, case_id), "Custody").split("\n")
    assert "2 times in our custody" in chips_of(at_board)
    first, second = said.index("1. Ours from"), said.index("2. Ours since")
    places = [place for place, words in enumerate(said) if words.startswith("Area North")]
    assert first < second < places[0]
    assert any("responsible: Sgt. Cole" in words for words in said)
    assert any("Ran through the sally port" in words for words in said)
    assert "Was missing" in said


def chips_of(at: Opened) -> list[str]:
    return [chip.text() for chip in at.session.case._sections.findChildren(Chip)]


def test_a_linked_case_is_told_by_its_number(qtbot: QtBot, at_board: Opened) -> None:
    case_id, other = child(at_board), child(at_board, name="Ana Caal")
    link = CaseLinked(occurred_at=at_board.desk.clock(), other=other, why="relative")
    add(at_board, case_id, link)
    said = section(page_of(qtbot, at_board, case_id), "Linked cases")
    assert case_of(at_board, other).number in said and "A relative" in said
    assert "Ana" not in said


@pytest.mark.parametrize(
    ("reason", "words"),
    [("left_without_leave", "is missing"), ("died", "Our custody of this child has ended")],
)
def test_a_key_that_makes_no_sense_says_why(
    qtbot: QtBot, at_board: Opened, reason: str, words: str
) -> None:
    case_id = child(at_board)
    add(at_board, case_id, ended(at_board, reason))
    view = page_of(qtbot, at_board, case_id)
    QTest.keyClick(view.log, Qt.Key.Key_W)
    quiet(qtbot, at_board)
    assert words in view.notice.title()
