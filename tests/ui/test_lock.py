"""The lock: drafts kept, window covered, record closed, clipboard empty, begun anew."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from minors_desk.services import cases, drafts, signing_in
from minors_desk.ui.dialogs.encounter_dialog import EncounterDialog
from tests.ui.conftest import PASSPHRASE, Opened

CONTROL = Qt.KeyboardModifier.ControlModifier


def test_ctrl_l_covers_closes_and_begins_anew(at_board: Opened) -> None:
    QGuiApplication.clipboard().setText("a word from a case")
    QTest.keyClick(at_board.window, Qt.Key.Key_L, CONTROL)
    window = at_board.window
    assert at_board.restarts == [1]
    assert window.pages.currentWidget() is window._cover
    assert not at_board.session.isVisible()
    assert window.windowTitle() == "Minors Desk"
    assert QGuiApplication.clipboard().text() == ""


def test_the_record_is_closed_and_opens_again(at_board: Opened) -> None:
    at_board.window.lock()
    folder = at_board.window.place.record
    assert folder is not None
    desk = signing_in.sign_in(folder, "rivera", PASSPHRASE, clock=at_board.story)
    assert desk.warnings == ()
    desk.close()


def test_what_was_just_typed_is_kept_and_its_question_hidden(
    qtbot: QtBot, at_board: Opened
) -> None:
    at_board.session.new_encounter()
    qtbot.waitUntil(lambda: not at_board.window.tasks.busy(), timeout=30_000)
    ask = at_board.session.findChildren(EncounterDialog)[-1]
    QTest.keyClicks(ask.place.control, "Bus terminal")
    QTest.keyClick(ask, Qt.Key.Key_L, CONTROL)
    assert at_board.restarts == [1] and not ask.isVisible()
    folder = at_board.window.place.record
    assert folder is not None
    desk = signing_in.sign_in(folder, "rivera", PASSPHRASE, clock=at_board.story)
    found = drafts.kept(desk, None, EncounterDialog.form)
    desk.close()
    assert found is not None and found.typed["place"] == "Bus terminal"


def test_nobody_here_for_ten_minutes_locks(at_board: Opened) -> None:
    idle = at_board.window.idle
    assert idle is not None
    assert 9 * 60 < idle.left_seconds() <= 10 * 60
    idle.set_minutes(0)
    idle.look()
    assert at_board.restarts == [1]


def test_a_second_wish_to_lock_changes_nothing(at_board: Opened) -> None:
    at_board.window.lock()
    at_board.window.lock()
    assert at_board.restarts == [1]


def test_closing_the_window_closes_the_record_without_beginning_anew(at_board: Opened) -> None:
    at_board.window.close()
    assert at_board.restarts == []
    folder = at_board.window.place.record
    assert folder is not None
    signing_in.sign_in(folder, "rivera", PASSPHRASE, clock=at_board.story).close()


def test_the_failure_page_offers_to_go_on_or_lock(at_board: Opened) -> None:
    page = at_board.window.failure_page
    page.show_code("ABCD1234")
    assert page.isVisible()
    page.lock.click()
    assert at_board.restarts == [1] and not page.isVisible()


def test_the_lock_waits_for_a_save_under_way(at_board: Opened) -> None:
    at_board.session.new_encounter()
    ask = at_board.session.findChildren(EncounterDialog)[-1]
    ask.place.set_text("Store")
    ask.when.time.write_now()
    ask.submit()
    at_board.window.lock()
    folder = at_board.window.place.record
    assert folder is not None
    desk = signing_in.sign_in(folder, "rivera", PASSPHRASE, clock=at_board.story)
    places = [card.place for card in cases.listed(desk)]
    desk.close()
    assert places == ["Store"]


def test_the_record_settles_when_nobody_types(qtbot: QtBot, at_board: Opened) -> None:
    window, settling = at_board.window, at_board.session.settling
    assert not settling.timer.isActive()
    at_board.session.new_encounter()
    ask = at_board.session.findChildren(EncounterDialog)[-1]
    ask.place.set_text("Store")
    ask.when.time.write_now()
    ask.submit()
    qtbot.waitUntil(lambda: settling.timer.isActive() and not window.tasks.busy(), timeout=30_000)
    folder = window.place.record
    assert folder is not None
    (log,) = folder.glob("*-wal")
    assert log.stat().st_size > 0
    settling.timer.timeout.emit()
    qtbot.waitUntil(lambda: not window.tasks.busy(), timeout=30_000)
    assert log.stat().st_size == 0
