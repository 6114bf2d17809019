"""Review and handoff log in the real window: by keys, by role, and what each one saves."""

from pathlib import Path
from uuid import UUID

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from minors_desk.domain.care import WelfareChecked
from minors_desk.domain.station import ListExported
from minors_desk.services import cases, review
from minors_desk.ui.dialogs.list_dialog import ListDialog
from minors_desk.ui.dialogs.review_dialogs import ApproveDialog, ReturnDialog
from minors_desk.ui.kit.type import Label
from minors_desk.ui.views.handoffs_view import HandoffsView
from minors_desk.ui.views.people_view import PeopleView
from minors_desk.ui.views.review_view import ReviewView
from tests.ui.case_steps import LONG, child, hand_over, quiet
from tests.ui.conftest import PASSPHRASE, Opened
from tests.ui.supervisor_steps import (
    asked,
    gone,
    in_front,
    joined,
    over,
    places,
    press,
    settled,
    sign_in,
)


def test_the_rail_shows_what_the_role_opens(qtbot: QtBot, at_board: Opened) -> None:
    assert set(places(at_board)) >= {"board", "verify", "review", "handoffs", "people"}
    admin = joined(qtbot, at_board, "administrator")
    assert places(admin) == ["people", "record"]
    assert isinstance(admin.session.pages.currentWidget(), PeopleView)
    assert "board" not in vars(admin.session)
    QTest.keySequence(admin.window, QKeySequence("1"))
    assert isinstance(admin.session.pages.currentWidget(), PeopleView)


def test_an_officer_has_the_board_and_nothing_of_the_supervisors(
    qtbot: QtBot, at_board: Opened
) -> None:
    officer = joined(qtbot, at_board, "officer")
    assert not {"review", "handoffs", "people"} & set(places(officer))
    assert officer.session.pages.currentWidget() is officer.session.board


def test_pages_are_made_when_they_are_gone_to(qtbot: QtBot, at_board: Opened) -> None:
    assert "case" not in vars(at_board.session)
    page = gone(qtbot, at_board, "8", PeopleView)
    gone(qtbot, at_board, "6", ReviewView)
    assert gone(qtbot, at_board, "8", PeopleView) is page


def test_ones_own_case_is_read_and_not_decided(qtbot: QtBot, at_board: Opened) -> None:
    over(at_board)
    page = gone(qtbot, at_board, "6", ReviewView)
    sheet = page.sheet()
    assert sheet is not None and sheet.own
    assert not page.approve_button.isEnabled()
    press(qtbot, page, "A")
    assert page.current() is None


def test_a_case_is_approved_by_key(qtbot: QtBot, at_board: Opened) -> None:
    case_id = over(at_board)
    at = joined(qtbot, at_board, "supervisor")
    assert at.session.rail.entry("review").accessibleName() == "Review 1"
    page = gone(qtbot, at, "6", ReviewView)
    press(qtbot, page, "A")
    ask = asked(qtbot, page, ApproveDialog)
    ask.note.set_text("Well kept")
    in_front(qtbot, ask)
    QTest.keyClick(ask, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: page.current() is None, timeout=LONG)
    settled(qtbot, at)
    standing = cases.read(at.desk, case_id).review
    assert standing.last is not None
    assert (standing.state, standing.last.note) == ("approved", "Well kept")
    assert page.model.rowCount() == 0
    assert at.session.rail.entry("review").accessibleName() == "Review"


def test_a_case_is_returned_with_what_to_put_right(qtbot: QtBot, at_board: Opened) -> None:
    case_id = over(at_board)
    at = joined(qtbot, at_board, "supervisor")
    page = gone(qtbot, at, "6", ReviewView)
    press(qtbot, page, "R")
    ask = asked(qtbot, page, ReturnDialog)
    ask.submit()
    assert ask.words.error() == "Say what has to be put right."
    QTest.keyClick(ask.ticks.box("0"), Qt.Key.Key_Space)
    ask.words.set_text("Say who was called first")
    ask.due.set_text("2026-11-25 08:00")
    ask.submit()
    qtbot.waitUntil(lambda: page.current() is None, timeout=LONG)
    settled(qtbot, at)
    last = cases.read(at.desk, case_id).review.last
    assert last is not None
    assert [one.finding for one in last.reasons][1:] == [""]
    assert last.reasons[0].finding
    assert last.reasons[-1].words == "Say who was called first"
    assert last.due_at is not None
    press(qtbot, page, "R")
    assert page.current() is None


def test_an_auditor_reads_and_decides_nothing(qtbot: QtBot, at_board: Opened) -> None:
    case_id = over(at_board)
    at = joined(qtbot, at_board, "auditor")
    page = gone(qtbot, at, "6", ReviewView)
    assert page.sheet() is not None
    assert page.approve_button.isHidden()
    press(qtbot, page, "A")
    assert page.current() is None
    with qtbot.waitSignal(at.session.case.shown, timeout=LONG):
        press(qtbot, page, "Return")
    at.session.case.do("tell_name")
    quiet(qtbot, at)
    assert at.session.case.notice.title().startswith("Your role does not allow this")
    at.session.case.left.emit()
    assert at.session.pages.currentWidget() is page
    assert cases.read(at.desk, case_id).review.state == "not_reviewed"


def test_what_changed_since_is_named_and_shown_on_the_case(qtbot: QtBot, at_board: Opened) -> None:
    case_id = over(at_board)
    at = joined(qtbot, at_board, "supervisor")
    review.approve(at.desk, case_id, review.sheet(at.desk, case_id).last, "fine")
    back = sign_in(qtbot, at, "rivera", PASSPHRASE)
    cases.add(back.desk, case_id, WelfareChecked(occurred_at=back.desk.clock(), condition="calm"))
    with qtbot.waitSignal(back.session.case.shown, timeout=LONG):
        back.session.open_case(case_id)
    told = [one.accessibleName() for one in back.session.case.findChildren(Label)]
    assert any(name.startswith("Since then: 1 entry") for name in told)
    page = gone(qtbot, back, "6", ReviewView)
    sheet = page.sheet()
    assert sheet is not None and sheet.case.review.state == "approved_then_changed"


def test_the_handoff_log_is_narrowed_sorted_and_opened(qtbot: QtBot, at_board: Opened) -> None:
    case_id = child(at_board)
    handed(qtbot, at_board, case_id)
    page = gone(qtbot, at_board, "7", HandoffsView)
    assert [one.person for one in page.model.rows()] == ["M. Ruiz"]
    press(qtbot, page, "F")
    assert page.window().focusWidget() is page.filter.officer.control
    for field, words in ((page.filter.officer, "nobody"), (page.filter.until, "2026-11-23")):
        field.set_text(words)
        assert page.model.rows() == ()
        field.set_text("")
        assert len(page.model.rows()) == 1
    page.filter.since.set_text("2026-13-99")
    assert page.filter.since.error()
    quiet(qtbot, at_board)
    page.filter.since.set_text("")
    quiet(qtbot, at_board)
    page.table.setFocus()
    before = page.table.horizontalHeader().sortIndicatorSection()
    press(qtbot, page, "O")
    assert page.table.horizontalHeader().sortIndicatorSection() == before + 1
    with qtbot.waitSignal(at_board.session.case.shown, timeout=LONG):
        press(qtbot, page, "Return")
    assert at_board.session.case.case_id() == case_id


def handed(qtbot: QtBot, at: Opened, case_id: UUID) -> None:
    at.window.show()
    dialog = hand_over(qtbot, at, case_id)
    dialog.reject()
    quiet(qtbot, at)


def given_out(at: Opened) -> list[ListExported]:
    bodies = (one.body for one in at.desk.journal.station_entries())
    return [one for one in bodies if isinstance(one, ListExported)]


def test_the_handoff_log_is_exported_for_a_purpose(
    qtbot: QtBot, at_board: Opened, tmp_path: Path
) -> None:
    handed(qtbot, at_board, child(at_board))
    page = gone(qtbot, at_board, "7", HandoffsView)
    press(qtbot, page, "E")
    ask = asked(qtbot, page, ListDialog)
    ask.submit()
    assert ask.purpose.error() == "Write what it is for."
    ask.purpose.set_text("Weekly review")
    ask.submit()
    file = asked(qtbot, page, QFileDialog)
    target = tmp_path / "out.csv"
    file.reject()
    page.save_to(target, ask.answer() or pytest.fail("no answer"))
    qtbot.waitUntil(target.is_file, timeout=LONG)
    settled(qtbot, at_board)
    assert "M. Ruiz" in target.read_text(encoding="utf-8-sig")
    assert [(one.outlet, one.purpose, one.rows) for one in given_out(at_board)] == [
        ("file", "Weekly review", 1)
    ]
    assert page.notice.title() == "The list was saved."


def test_the_handoff_log_is_printed(
    qtbot: QtBot, at_board: Opened, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    target = tmp_path / "list.pdf"

    def printer(_name: str) -> QPrinter:
        made = QPrinter(QPrinter.PrinterMode.HighResolution)
        made.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
        made.setOutputFileName(str(target))
        return made

    handed(qtbot, at_board, child(at_board))
    page = gone(qtbot, at_board, "7", HandoffsView)
    monkeypatch.setattr(HandoffsView, "printers", staticmethod(lambda: ["Desk"]))
    monkeypatch.setattr(HandoffsView, "printer", staticmethod(printer))
    press(qtbot, page, "P")
    ask = asked(qtbot, page, ListDialog)
    ask.purpose.set_text("Morning briefing")
    ask.submit()
    qtbot.waitUntil(lambda: page.notice.title() == "The list was printed.", timeout=LONG)
    assert target.read_bytes().startswith(b"%PDF-")
    assert [one.outlet for one in given_out(at_board)] == ["printer"]
