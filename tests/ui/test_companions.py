"""Children found together, in the window: met in one step, tied, parted, walked by one key."""

from datetime import timedelta
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from minors_desk.domain.companions import CompanionLinked
from minors_desk.services import cases
from minors_desk.ui.dialogs.encounter_dialog import EncounterDialog
from tests.ui.case_steps import answered, case_of, child, form, page_of, put, quiet
from tests.ui.conftest import Opened
from tests.ui.test_case_view import texts


def test_o_goes_round_the_cases_of_the_children(qtbot: QtBot, at_board: Opened) -> None:
    first, second = child(at_board), child(at_board)
    tie = CompanionLinked(occurred_at=at_board.desk.clock(), other=second, relation="friend")
    at_board.session.bus.publish(cases.add(at_board.desk, first, tie))
    view = page_of(qtbot, at_board, first)
    for expected in (second, first):
        with qtbot.waitSignal(view.shown, timeout=30_000):
            QTest.keyClick(view.log, Qt.Key.Key_O)
        quiet(qtbot, at_board)
        assert view.case_id() == expected


def test_a_child_without_companions_says_so(qtbot: QtBot, at_board: Opened) -> None:
    view = page_of(qtbot, at_board, child(at_board))
    QTest.keyClick(view.log, Qt.Key.Key_O)
    quiet(qtbot, at_board)
    assert view.notice.title() == "No other child is tied to this case."
    QTest.keyClick(view.log, Qt.Key.Key_Q)
    quiet(qtbot, at_board)
    assert view.notice.title() == "No other child is on the board."


def test_parted_stands_in_both_cases(qtbot: QtBot, at_board: Opened) -> None:
    first, second = child(at_board), child(at_board)
    dialog = form(qtbot, at_board, "companion", first)
    other: Any = dialog.asked["other"]
    other.set_text(case_of(at_board, second).number)
    put(dialog, "what", "parted")
    put(dialog, "reason", "Taken to hospital")
    dialog.when.time.write_now()
    dialog.submit()
    answered(qtbot, at_board)
    for own, its in ((first, second), (second, first)):
        (tie,) = case_of(at_board, own).companions
        assert (tie.other, tie.state, tie.reason) == (its, "parted", "Taken to hospital")


def test_the_cards_of_companions_are_read_with_the_page(at_board: Opened) -> None:
    first, second = child(at_board), child(at_board)
    at_board.story.go_on(1)
    tie = CompanionLinked(
        occurred_at=at_board.desk.clock() - timedelta(minutes=1), other=second, relation="sibling"
    )
    cases.add(at_board.desk, first, tie)
    (card,) = cases.page(at_board.desk, first).companions
    assert card.case_id == second


def test_children_met_together_are_opened_in_one_step(qtbot: QtBot, at_board: Opened) -> None:
    at_board.window.show()
    at_board.session.new_encounter()
    ask = at_board.session.findChildren(EncounterDialog)[-1]
    ask.place.set_text("Bus terminal")
    ask.when.time.write_now()
    ask.together.set_text("boy 5, nobody")
    assert ask.answer() is None and "sex and age" in ask.together.error()
    ask.together.set_text("boy 5, baby 14 months")
    assert not ask.tie.isHidden()
    ask.tie.set_value("sibling")
    ask.submit()
    quiet(qtbot, at_board)
    rows = at_board.session.board.model.rows()
    assert len(rows) == 3
    assert {row.remarks[-1].words for row in rows} == {"siblings 2"}
    view = at_board.session.case
    # The sections are laid out after the page is read.
    qtbot.waitUntil(lambda: "Unknown boy, about 5" in texts(view), timeout=30_000)
    assert "Unknown child, about 14 months" in texts(view)
