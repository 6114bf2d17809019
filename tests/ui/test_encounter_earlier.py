"""New encounter: what is typed as a name is looked for; an earlier record is tied to, or opened."""

from uuid import UUID

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from minors_desk.domain.ending import CustodyEnded
from minors_desk.services import cases
from minors_desk.ui.dialogs.encounter_dialog import EncounterDialog
from minors_desk.ui.meeting import Meeting
from tests.ui.case_steps import LONG, case_of, child, quiet
from tests.ui.conftest import Opened
from tests.ui.supervisor_steps import in_front

Key, CONTROL = Qt.Key, Qt.KeyboardModifier.ControlModifier


def earlier(at: Opened, name: str) -> UUID:
    """A case of a child who left us."""
    case_id = child(at, name=name)
    at.story.go_on(60)
    ended = CustodyEnded(occurred_at=at.desk.clock(), reason="found_to_be_adult", detail="Licence")
    at.session.bus.publish(cases.add(at.desk, case_id, ended))
    return case_id


def asked(qtbot: QtBot, at: Opened) -> EncounterDialog:
    """Ctrl+N, and the dialog that opens, with the focus in its first line."""
    at.window.show()
    in_front(qtbot, at.window)
    QTest.keyClick(at.window, Key.Key_N, CONTROL)
    quiet(qtbot, at)
    ask = at.session.findChildren(EncounterDialog)[-1]
    qtbot.waitUntil(ask.name.control.hasFocus, timeout=LONG)
    return ask


def typed(qtbot: QtBot, ask: EncounterDialog, name: str) -> None:
    """Type a name, and wait for what it finds."""
    QTest.keyClicks(ask.name.control, name)
    searching = ask.findChildren(Meeting)[0].searching
    qtbot.waitUntil(lambda: not searching.busy(), timeout=LONG)


def into_list(ask: EncounterDialog) -> None:
    QTest.keyClick(ask.name.control, Key.Key_Down)
    assert ask.earlier.list.hasFocus()


def saved(qtbot: QtBot, at: Opened, ask: EncounterDialog) -> UUID:
    """Fill in what is asked for, save by the key; the new case."""
    QTest.keyClicks(ask.place.control, "Bus station")
    QTest.keyClick(ask.when.time.control, Key.Key_N)
    with qtbot.waitSignal(ask.accepted, timeout=LONG):
        QTest.keyClick(ask, Key.Key_Return, CONTROL)
    case_id = at.session.case.case_id()
    assert case_id is not None
    return case_id


def test_an_earlier_record_shows_and_is_tied_by_enter(qtbot: QtBot, at_board: Opened) -> None:
    before = earlier(at_board, "Ana Lucía Caal")
    ask = asked(qtbot, at_board)
    assert ask.earlier.isHidden()
    typed(qtbot, ask, "caal ana")
    (row,) = ask.earlier.rows()
    assert (row.title, row.aside) == ("Ana Lucía Caal", "custody ended")
    into_list(ask)
    QTest.keyClick(ask.earlier.list, Key.Key_Return)
    assert ask.earlier.rows()[0].aside == "the same child, another night"
    case = case_of(at_board, saved(qtbot, at_board, ask))
    (link,) = case.links
    assert (link.other, link.why) == (before, "same_child_another_night")
    assert case.names[0].value.as_said == "caal ana"
    assert case.names[0].source == "said"


def test_enter_again_unties(qtbot: QtBot, at_board: Opened) -> None:
    earlier(at_board, "Ana Caal")
    ask = asked(qtbot, at_board)
    typed(qtbot, ask, "ana")
    into_list(ask)
    for tied in (True, False):
        QTest.keyClick(ask.earlier.list, Key.Key_Return)
        assert (ask.earlier.tied() is not None) is tied
    assert not case_of(at_board, saved(qtbot, at_board, ask)).links


def test_a_child_who_is_with_us_is_opened_and_the_draft_is_kept(
    qtbot: QtBot, at_board: Opened
) -> None:
    here = child(at_board, name="Ana Caal")
    ask = asked(qtbot, at_board)
    typed(qtbot, ask, "ana")
    into_list(ask)
    with qtbot.waitSignal(at_board.session.case.shown, timeout=LONG):
        QTest.keyClick(ask.earlier.list, Key.Key_Return)
    quiet(qtbot, at_board)
    assert at_board.session.case.case_id() == here
    again = asked(qtbot, at_board)
    assert again.name.text() == "ana"
    again.close()


def test_o_opens_an_earlier_record(qtbot: QtBot, at_board: Opened) -> None:
    before = earlier(at_board, "Ana Caal")
    ask = asked(qtbot, at_board)
    typed(qtbot, ask, "ana")
    into_list(ask)
    with qtbot.waitSignal(at_board.session.case.shown, timeout=LONG):
        QTest.keyClick(ask.earlier.list, Key.Key_O)
    assert at_board.session.case.case_id() == before


def test_a_tie_comes_back_with_the_draft_by_number(qtbot: QtBot, at_board: Opened) -> None:
    before = earlier(at_board, "Ana Caal")
    ask = asked(qtbot, at_board)
    typed(qtbot, ask, "ana")
    into_list(ask)
    QTest.keyClick(ask.earlier.list, Key.Key_Return)
    kept = ask.earlier.kept()
    assert "Ana" not in kept and kept.endswith("AC-26-0001")
    ask.name.set_text("zzz")
    searching = ask.findChildren(Meeting)[0].searching
    qtbot.waitUntil(lambda: not searching.busy(), timeout=LONG)
    assert [one.title for one in ask.earlier.rows()] == ["AC-26-0001"]
    ask.reject()
    quiet(qtbot, at_board)
    again = asked(qtbot, at_board)
    assert again.earlier.tied() == before and not again.earlier.isHidden()
    again.earlier.restore("no id")
    assert again.earlier.is_empty()
    again.close()


def test_looking_never_blocks_saving_and_a_number_is_no_name(
    qtbot: QtBot, at_board: Opened
) -> None:
    ask = asked(qtbot, at_board)
    QTest.keyClicks(ask.name.control, "26-0001")
    ask.place.set_text("Bus station")
    ask.when.time.write_now()
    assert ask.answer() is None
    assert "no digits" in ask.name.error()
    ask.name.set_text("Ana")  # its search is not awaited
    with qtbot.waitSignal(ask.accepted, timeout=LONG):
        QTest.keyClick(ask, Key.Key_Return, CONTROL)
    case_id = at_board.session.case.case_id()
    assert case_id is not None
    assert case_of(at_board, case_id).names[0].value.as_said == "Ana"
