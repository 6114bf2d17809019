"""Drafts: kept after a pause, on focus change and on closing; they come back until used."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from minors_desk.services import drafts
from minors_desk.ui.dialogs.encounter_dialog import EncounterDialog
from minors_desk.ui.editors.draft_keeper import GO_ON, THROW_AWAY, WAIT_MS, DraftKeeper
from tests.ui.conftest import Opened


def asked(qtbot: QtBot, at: Opened) -> EncounterDialog:
    at.session.new_encounter()
    qtbot.waitUntil(lambda: not at.window.tasks.busy(), timeout=30_000)
    return at.session.findChildren(EncounterDialog)[-1]


def keeper(ask: EncounterDialog) -> DraftKeeper:
    return ask.findChildren(DraftKeeper)[0]


def kept(at: Opened) -> dict[str, str] | None:
    found = drafts.kept(at.desk, None, EncounterDialog.form)
    return None if found is None else found.typed


def typed(qtbot: QtBot, at: Opened, words: str) -> EncounterDialog:
    """Type a place, and close without saving."""
    ask = asked(qtbot, at)
    QTest.keyClicks(ask.place.control, words)
    ask.reject()
    qtbot.waitUntil(lambda: not at.window.tasks.busy(), timeout=30_000)
    return ask


def test_it_is_kept_after_a_pause_in_typing_and_says_when(qtbot: QtBot, at_board: Opened) -> None:
    assert WAIT_MS == 400
    ask = asked(qtbot, at_board)
    with qtbot.waitSignal(keeper(ask).saved, timeout=30_000):
        QTest.keyClicks(ask.place.control, "Bus terminal")
    assert ask._status.text() == "Draft saved 03:12:00"
    found = kept(at_board)
    assert found is not None and found["place"] == "Bus terminal"
    ask.close()


def test_leaving_a_field_keeps_it_at_once(qtbot: QtBot, at_board: Opened) -> None:
    ask = asked(qtbot, at_board)
    ask.place.setFocus()
    QTest.keyClicks(ask.place.control, "Bus terminal")
    assert keeper(ask)._timer.isActive()
    QTest.keyClick(ask.place.control, Qt.Key.Key_Tab)
    assert not keeper(ask)._timer.isActive()
    qtbot.waitUntil(lambda: kept(at_board) is not None, timeout=30_000)
    ask.close()


def test_a_closed_question_comes_back_as_it_was(qtbot: QtBot, at_board: Opened) -> None:
    ask = typed(qtbot, at_board, "Bus terminal")
    ask = asked(qtbot, at_board)
    assert ask.place.text() == "Bus terminal"
    assert keeper(ask).offer.title() == "Draft of 03:12:00."
    keeper(ask).offer.missing_chosen.emit(GO_ON)
    assert ask.place.text() == "Bus terminal" and not keeper(ask).offer.title()
    ask.close()


def test_it_can_be_thrown_away(qtbot: QtBot, at_board: Opened) -> None:
    typed(qtbot, at_board, "Bus terminal")
    ask = asked(qtbot, at_board)
    keeper(ask).offer.missing_chosen.emit(THROW_AWAY)
    assert ask.place.text() == ""
    qtbot.waitUntil(lambda: kept(at_board) is None, timeout=30_000)
    ask.close()
    assert asked(qtbot, at_board).place.text() == ""


def test_saving_the_encounter_uses_it_up(qtbot: QtBot, at_board: Opened) -> None:
    typed(qtbot, at_board, "Bus terminal")
    ask = asked(qtbot, at_board)
    ask.when.time.write_now()
    with qtbot.waitSignal(ask.accepted, timeout=30_000):
        ask.submit()
    qtbot.waitUntil(lambda: not at_board.window.tasks.busy(), timeout=30_000)
    assert kept(at_board) is None


def test_what_was_typed_meanwhile_is_never_overwritten(qtbot: QtBot, at_board: Opened) -> None:
    typed(qtbot, at_board, "Bus terminal")
    at_board.session.new_encounter()
    ask = at_board.session.findChildren(EncounterDialog)[-1]
    ask.place.set_text("Store")
    qtbot.waitUntil(lambda: not at_board.window.tasks.busy(), timeout=30_000)
    assert ask.place.text() == "Store"
    ask.close()


def test_every_answer_survives_the_way_there_and_back(qtbot: QtBot, at_board: Opened) -> None:
    ask = asked(qtbot, at_board)
    ask.age.set_text("14-16")
    ask.sex.set_value("girl")
    ask.legal_class.set_value("status_offender")
    ask.when.time.write_now()
    ask.reject()
    qtbot.waitUntil(lambda: not at_board.window.tasks.busy(), timeout=30_000)
    at_board.story.go_on(3)
    ask = asked(qtbot, at_board)
    assert (ask.age.text(), ask.sex.value()) == ("14-16", "girl")
    assert ask.legal_class.value() == "status_offender"
    assert ask.when.time.text() == "now 03:12"
    ask.close()
