"""People in the real window: letting in, roles, passphrases, disabling, unlocking."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from minors_desk.errors import LockedOut
from minors_desk.services import people
from minors_desk.storage import attempts
from minors_desk.ui.dialogs.passphrase_dialog import PassphraseDialog
from minors_desk.ui.dialogs.person_dialogs import (
    AddPersonDialog,
    DisableDialog,
    ResetDialog,
    RolesDialog,
)
from minors_desk.ui.views.people_view import PeopleView
from tests.ui.case_steps import LONG, quiet
from tests.ui.conftest import PASSPHRASE, Opened, StoryClock
from tests.ui.supervisor_steps import CHOSEN, GIVEN, asked, gone, in_front, press, settled, sign_in


def test_somebody_is_let_in_and_signs_in_with_a_passphrase_of_their_own(
    qtbot: QtBot, at_board: Opened
) -> None:
    page = gone(qtbot, at_board, "8", PeopleView)
    press(qtbot, page, "A")
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
    press(qtbot, page, "R")
    roles = asked(qtbot, page, RolesDialog)
    QTest.keyClick(roles.roles.button("auditor"), Qt.Key.Key_Space)
    roles.submit()
    qtbot.waitUntil(lambda: page.current() is None, timeout=LONG)
    press(qtbot, page, "P")
    reset = asked(qtbot, page, ResetDialog)
    reset.passphrase.set_text(CHOSEN)
    reset.submit()
    qtbot.waitUntil(lambda: page.current() is None, timeout=LONG)
    settled(qtbot, at_board)
    login = page.chosen()
    assert login is not None
    assert (login.person.roles, login.temporary) == ({"officer", "auditor"}, True)
    press(qtbot, page, "D")
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
    press(qtbot, page, "U")
    settled(qtbot, at_board)
    login = page.chosen()
    assert login is not None and not login.locked


def test_ones_own_passphrase_is_changed_from_anywhere(qtbot: QtBot, at_board: Opened) -> None:
    at_board.window.show()
    in_front(qtbot, at_board.window)
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


def test_who_was_chosen_beyond_the_first_rows_stays_chosen_when_the_list_is_read_again(
    qtbot: QtBot, at_board: Opened, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("minors_desk.ui.models.list_model.PAGE", 1)
    people.add(at_board.desk, ("ames", "J. Ames", "7110"), ("officer",), GIVEN)
    page = gone(qtbot, at_board, "8", PeopleView)
    page.model.reach(1)
    page.table.selectRow(1)
    chosen = page.chosen()
    assert chosen is not None and chosen.person.login == "ames"
    page.reload()
    settled(qtbot, at_board)
    again = page.chosen()
    assert again is not None and again.person.login == "ames"
