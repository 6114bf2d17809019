"""What tests of the supervisor's pages share: another person at the desk, a page, a question."""

from typing import TypeVar
from uuid import UUID

from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog, QWidget
from pytestqt.qtbot import QtBot

from minors_desk import app
from minors_desk.domain.ending import CustodyEnded
from minors_desk.services import cases, people, signing_in
from minors_desk.ui.views.handoffs_view import HandoffsView
from minors_desk.ui.views.people_view import PeopleView
from minors_desk.ui.views.review_view import ReviewView
from tests.ui.case_steps import LONG, child, quiet
from tests.ui.conftest import Opened

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
    in_front(qtbot, at.window)
    QTest.keySequence(at.window, QKeySequence(key))
    page = at.session.pages.currentWidget()
    assert isinstance(page, kind)
    settled(qtbot, at)
    return page


def in_front(qtbot: QtBot, window: QWidget) -> None:
    """Keys reach a window that is active; one that closed before may leave nobody in front."""

    def active() -> bool:
        if not window.isActiveWindow():
            window.activateWindow()
        return window.isActiveWindow()

    qtbot.waitUntil(active, timeout=LONG)


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


def press(qtbot: QtBot, page: ReviewView | HandoffsView | PeopleView, key: str) -> None:
    in_front(qtbot, page.window())
    page.table.setFocus()
    QTest.keySequence(page.table, QKeySequence(key))


def places(at: Opened) -> list[str]:
    return list(at.session.places)
