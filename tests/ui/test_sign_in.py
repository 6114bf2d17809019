"""Coming to the desk: the notice first, wrong tries counted aloud, locked after five."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from minors_desk.ui.views.sign_in_view import SignInView
from tests.ui.conftest import PASSPHRASE, Opened


def words(view: SignInView) -> str:
    return " ".join(label.text() for label in view.findChildren(QLabel))


def press(widget: object, key: Qt.Key) -> None:
    QTest.keyClick(widget, key)


def sign_in(qtbot: QtBot, view: SignInView, passphrase: str) -> None:
    view.form.passphrase.set_text(passphrase)
    press(view.form.passphrase.control, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: not view.form.busy(), timeout=30_000)


def test_the_notice_stays_until_it_is_acknowledged(opened: Opened) -> None:
    view = opened.window.sign_in
    assert not view.acknowledged()
    assert "restricted" in words(view) and "audited" in words(view)
    press(view.understood, Qt.Key.Key_Return)
    assert view.acknowledged()


def test_login_and_passphrase_open_the_board(qtbot: QtBot, opened: Opened) -> None:
    view = opened.window.sign_in
    press(view.understood, Qt.Key.Key_Return)
    QTest.keyClicks(view.form.login.control, "rivera")
    QTest.keyClicks(view.form.passphrase.control, PASSPHRASE)
    with qtbot.waitSignal(opened.window.signed_in, timeout=30_000):
        press(view.form.passphrase.control, Qt.Key.Key_Return)
    assert opened.window.pages.currentWidget() is opened.session
    assert opened.window.windowTitle() == "Minors Desk - Area Central"


def test_an_empty_field_says_so_in_its_place(opened: Opened) -> None:
    view = opened.window.sign_in
    press(view.understood, Qt.Key.Key_Return)
    press(view.form.login.control, Qt.Key.Key_Return)
    assert view.form.login.error() and view.form.passphrase.error()
    assert not view.form.busy()


def test_wrong_tries_are_counted_aloud_and_then_locked(qtbot: QtBot, opened: Opened) -> None:
    view = opened.window.sign_in
    view.understood.click()
    view.form.login.set_text("rivera")
    for number in (1, 2, 3, 4):
        opened.story.go_on(0.5)
        sign_in(qtbot, view, "wrong words all along")
        assert f"Wrong try {number} of 5" in view.form.notice.title()
        assert view.form.login.text() == "rivera" and view.form.passphrase.text() == ""
    opened.story.go_on(0.5)
    sign_in(qtbot, view, "wrong words all along")
    assert "locked" in view.form.notice.title()
    opened.story.go_on(60)
    sign_in(qtbot, view, PASSPHRASE)
    assert "locked" in view.form.notice.title()
    assert opened.window.session is None


def test_the_record_is_named_by_its_folder_only(opened: Opened) -> None:
    record = opened.window.place.record
    assert record is not None
    assert "Record: record" in words(opened.window.sign_in)
    assert str(record.parent) not in words(opened.window.sign_in)


def test_caps_lock_shows(opened: Opened) -> None:
    view = opened.window.sign_in
    view.understood.click()
    QTest.keyClick(view.form.passphrase.control, "A", Qt.KeyboardModifier.NoModifier)
    assert view.form.passphrase.caps_shown()


def test_a_folder_without_a_record_is_told_in_place(qtbot: QtBot, opened: Opened) -> None:
    view = opened.window.sign_in
    record = opened.window.place.record
    assert record is not None
    empty = record.parent / "elsewhere"
    empty.mkdir()
    opened.window._folder_chosen(str(empty))
    view.understood.click()
    view.form.login.set_text("rivera")
    sign_in(qtbot, view, PASSPHRASE)
    assert "no record" in view.form.notice.title()
