"""Review, handoff log and people in the real window: by keys, by role, and what each one saves."""

from pathlib import Path
from typing import TypeVar
from uuid import UUID

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog, QFileDialog, QWidget
from pytestqt.qtbot import QtBot

from minors_desk import app
from minors_desk.domain.care import WelfareChecked
from minors_desk.domain.ending import CustodyEnded
from minors_desk.domain.station import ListExported
from minors_desk.errors import LockedOut
from minors_desk.services import cases, people, review, signing_in
from minors_desk.storage import attempts
from minors_desk.ui.dialogs.list_dialog import ListDialog
from minors_desk.ui.dialogs.passphrase_dialog import PassphraseDialog
from minors_desk.ui.dialogs.person_dialogs import (
    AddPersonDialog,
    DisableDialog,
    ResetDialog,
    RolesDialog,
)
from minors_desk.ui.dialogs.review_dialogs import ApproveDialog, ReturnDialog
from minors_desk.ui.kit.type import Label
from minors_desk.ui.views.handoffs_view import HandoffsView
from minors_desk.ui.views.people_view import PeopleView
from minors_desk.ui.views.review_view import ReviewView
from tests.ui.case_steps import LONG, child, hand_over, quiet
from tests.ui.conftest import PASSPHRASE, Opened, StoryClock

GIVEN = "four quiet paper boats"
CHOSEN = "nine grey herons wading"
P = TypeVar("P", ReviewView, HandoffsView, PeopleView)
D = TypeVar("D", bound=QDialog)


def sign_in(qtbot: QtBot, at: Opened, login: str, passphrase: str) -> Opened:
    """The same record with another person at the desk, in a window of its own."""
    folder = at.window.place.record
    assert folder is not None
    at.window.close()
    window = app.build(
        at.story,
        settings_folder=at.window.place.settings_folder,
        record=folder,
        restart=lambda: None,
    )
    qtbot.addWidget(window)
    with qtbot.waitSignal(window.ready, timeout=LONG):
        window.begin()
    window.sign_in.asked.emit(login, passphrase)
    qtbot.waitUntil(
        lambda: window.session is not None or window.new_passphrase is not None, timeout=LONG
    )
    new = Opened(window, at.story, [])
    if window.session is not None:
        quiet(qtbot, new)
    return new


def joined(qtbot: QtBot, at: Opened, *roles: str) -> Opened:
    """Somebody new in those roles, with a passphrase of their own, at the desk."""
    login = roles[0][:3]
    people.add(at.desk, (login, f"The {roles[0]}", "101"), roles, GIVEN)
    folder, story = at.window.place.record, at.story
    assert folder is not None
    at.window.close()
    desk = signing_in.sign_in(folder, login, GIVEN, clock=story)
    people.change_passphrase(desk, GIVEN, CHOSEN)
    desk.close()
    return sign_in(qtbot, at, login, CHOSEN)


def over(at: Opened) -> UUID:
    """A case whose custody is over after an hour without a welfare check."""
    case_id = child(at)
    at.story.go_on(60)
    ended = CustodyEnded(
        occurred_at=at.desk.clock(), reason="found_to_be_adult", detail="Licence seen"
    )
    at.session.bus.publish(cases.add(at.desk, case_id, ended))
    return case_id


def gone(qtbot: QtBot, at: Opened, key: str, kind: type[P]) -> P:
    """The page that a key goes to, read."""
    at.window.show()
    in_front(at.window)
    QTest.keySequence(at.window, QKeySequence(key))
    page = at.session.pages.currentWidget()
    assert isinstance(page, kind)
    settled(qtbot, at)
    return page


def in_front(window: QWidget) -> None:
    """Keys reach a window that is active; one that closed before may leave nobody in front."""
    window.activateWindow()
    assert QTest.qWaitForWindowActive(window)


def settled(qtbot: QtBot, at: Opened) -> None:
    """Wait until what the page reads after a moment is read as well."""
    qtbot.wait(200)
    quiet(qtbot, at)


def asked(qtbot: QtBot, page: ReviewView | HandoffsView | PeopleView, kind: type[D]) -> D:
    """The question that stands over the page."""
    qtbot.waitUntil(lambda: isinstance(page.current(), kind), timeout=LONG)
    found = page.current()
    assert isinstance(found, kind)
    return found


def press(page: ReviewView | HandoffsView | PeopleView, key: str) -> None:
    in_front(page.window())
    page.table.setFocus()
    QTest.keySequence(page.table, QKeySequence(key))


def places(at: Opened) -> list[str]:
    return list(at.session.places)


def test_the_rail_shows_what_the_role_opens(qtbot: QtBot, at_board: Opened) -> None:
    assert set(places(at_board)) >= {"board", "verify", "review", "handoffs", "people"}
    admin = joined(qtbot, at_board, "administrator")
    assert places(admin) == ["people"]
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
    press(page, "A")
    assert page.current() is None


def test_a_case_is_approved_by_key(qtbot: QtBot, at_board: Opened) -> None:
    case_id = over(at_board)
    at = joined(qtbot, at_board, "supervisor")
    assert at.session.rail.entry("review").accessibleName() == "Review 1"
    page = gone(qtbot, at, "6", ReviewView)
    press(page, "A")
    ask = asked(qtbot, page, ApproveDialog)
    ask.note.set_text("Well kept")
    in_front(ask)
    QTest.keySequence(ask, QKeySequence("Ctrl+Return"))
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
    press(page, "R")
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
    press(page, "R")
    assert page.current() is None


def test_an_auditor_reads_and_decides_nothing(qtbot: QtBot, at_board: Opened) -> None:
    case_id = over(at_board)
    at = joined(qtbot, at_board, "auditor")
    page = gone(qtbot, at, "6", ReviewView)
    assert page.sheet() is not None
    assert page.approve_button.isHidden()
    press(page, "A")
    assert page.current() is None
    with qtbot.waitSignal(at.session.case.shown, timeout=LONG):
        press(page, "Return")
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
    press(page, "F")
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
    press(page, "O")
    assert page.table.horizontalHeader().sortIndicatorSection() == before + 1
    with qtbot.waitSignal(at_board.session.case.shown, timeout=LONG):
        press(page, "Return")
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
    press(page, "E")
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
    press(page, "P")
    ask = asked(qtbot, page, ListDialog)
    ask.purpose.set_text("Morning briefing")
    ask.submit()
    qtbot.waitUntil(lambda: page.notice.title() == "The list was printed.", timeout=LONG)
    assert target.read_bytes().startswith(b"%PDF-")
    assert [one.outlet for one in given_out(at_board)] == ["printer"]


def test_somebody_is_let_in_and_signs_in_with_a_passphrase_of_their_own(
    qtbot: QtBot, at_board: Opened
) -> None:
    page = gone(qtbot, at_board, "8", PeopleView)
    press(page, "A")
    ask = asked(qtbot, page, AddPersonDialog)
    ask.submit()
    assert ask.name.error()
    for field, words in ((ask.name, "M. Cole"), (ask.badge, "101"), (ask.login, "cole")):
        field.set_text(words)
    QTest.keyClick(ask.roles.button("officer"), Qt.Key.Key_Space)
    ask.passphrase.set_text("short")
    ask.submit()
    qtbot.waitUntil(lambda: bool(ask.notice.title()), timeout=LONG)
    ask.passphrase.set_text(GIVEN)
    ask.submit()
    qtbot.waitUntil(lambda: page.current() is None, timeout=LONG)
    settled(qtbot, at_board)
    assert [one.person.login for one in page.model.rows()] == ["rivera", "cole"]
    new = sign_in(qtbot, at_board, "cole", GIVEN)
    view = new.window.new_passphrase
    assert view is not None and new.window.session is None
    view.submit()
    assert view.fields.old.error()
    old, first, again = view.fields.all()
    for field, words in ((old, GIVEN), (first, CHOSEN), (again, "another")):
        field.set_text(words)
    view.submit()
    assert again.error()
    again.set_text(CHOSEN)
    QTest.keyClick(again.control, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: new.window.session is not None, timeout=LONG)
    quiet(qtbot, new)
    assert not new.desk.must_change


def test_a_login_is_given_roles_a_passphrase_and_disabled(qtbot: QtBot, at_board: Opened) -> None:
    people.add(at_board.desk, ("ames", "J. Ames", "7110"), ("officer",), GIVEN)
    page = gone(qtbot, at_board, "8", PeopleView)
    own = [name for name, button in page.buttons.items() if button.isEnabled()]
    assert own == []
    page.table.selectRow(1)
    press(page, "R")
    roles = asked(qtbot, page, RolesDialog)
    QTest.keyClick(roles.roles.button("auditor"), Qt.Key.Key_Space)
    roles.submit()
    qtbot.waitUntil(lambda: page.current() is None, timeout=LONG)
    press(page, "P")
    reset = asked(qtbot, page, ResetDialog)
    reset.passphrase.set_text(CHOSEN)
    reset.submit()
    qtbot.waitUntil(lambda: page.current() is None, timeout=LONG)
    settled(qtbot, at_board)
    login = page.chosen()
    assert login is not None
    assert (login.person.roles, login.temporary) == ({"officer", "auditor"}, True)
    press(page, "D")
    disable = asked(qtbot, page, DisableDialog)
    disable.reason.set_text("Left")
    disable.submit()
    qtbot.waitUntil(lambda: page.current() is None, timeout=LONG)
    settled(qtbot, at_board)
    login = page.chosen()
    assert login is not None and login.person.disabled


def test_a_locked_login_is_opened_by_key(qtbot: QtBot, at_board: Opened, story: StoryClock) -> None:
    people.add(at_board.desk, ("ames", "J. Ames", "7110"), ("officer",), GIVEN)
    vault = at_board.desk.vault
    tag = vault.header.login_tag("ames")
    for _ in range(attempts.MOST_TRIES - 1):
        attempts.failed(vault.folder, tag, story(), may_lock=True)
    with pytest.raises(LockedOut):
        attempts.failed(vault.folder, tag, story(), may_lock=True)
    page = gone(qtbot, at_board, "8", PeopleView)
    page.table.selectRow(1)
    press(page, "U")
    settled(qtbot, at_board)
    login = page.chosen()
    assert login is not None and not login.locked


def test_ones_own_passphrase_is_changed_from_anywhere(qtbot: QtBot, at_board: Opened) -> None:
    at_board.window.show()
    in_front(at_board.window)
    QTest.keySequence(at_board.window, QKeySequence("Ctrl+Shift+P"))
    (ask,) = at_board.session.findChildren(PassphraseDialog)
    old, first, again = ask.fields.all()
    for field, words in ((old, "not it at all"), (first, CHOSEN), (again, CHOSEN)):
        field.set_text(words)
    ask.submit()
    qtbot.waitUntil(lambda: bool(ask.notice.title()), timeout=LONG)
    old.set_text(PASSPHRASE)
    ask.submit()
    qtbot.waitUntil(lambda: not at_board.session.findChildren(PassphraseDialog), timeout=LONG)
    quiet(qtbot, at_board)
    assert sign_in(qtbot, at_board, "rivera", CHOSEN).window.session is not None
