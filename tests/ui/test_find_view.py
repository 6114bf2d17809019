"""Find: Ctrl+F from anywhere, typing finds, arrows and Enter open; the newest words win."""

from dataclasses import replace
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from minors_desk.services import finding
from minors_desk.services.finding import Hit
from minors_desk.ui.actions import GROUPS
from minors_desk.ui.kit.pick_list import ListRow
from minors_desk.ui.searching import Searching
from minors_desk.ui.views.find_view import FindView
from tests.ui.case_steps import LONG, child, hand_over, page_of, quiet
from tests.ui.conftest import Opened
from tests.ui.supervisor_steps import in_front, joined, over

Key, CONTROL = Qt.Key, Qt.KeyboardModifier.ControlModifier


def opened_view(qtbot: QtBot, at: Opened) -> FindView:
    """The page Find, reached by Ctrl+F."""
    at.window.show()
    in_front(qtbot, at.window)
    QTest.keyClick(at.window.focusWidget() or at.window, Key.Key_F, CONTROL)
    view = at.session.page_of("find")
    assert isinstance(view, FindView)
    assert at.session.pages.currentWidget() is view
    return view


def typed(qtbot: QtBot, view: FindView, words: str) -> list[ListRow]:
    """Type in the line, and wait for what it finds."""
    QTest.keyClicks(view.hits.search, words)
    qtbot.waitUntil(lambda: not view.searching.busy(), timeout=LONG)
    return view.hits.rows()


def shown(view: FindView) -> str:
    return "\n".join(one.text() for one in view.findChildren(QLabel) if one.isVisible())


def test_a_name_is_found_in_any_order_without_accents(qtbot: QtBot, at_board: Opened) -> None:
    other = child(at_board)
    ana = child(at_board, name="Ana Lucía Caal Pop")
    view = opened_view(qtbot, at_board)
    assert view.hits.search.hasFocus()
    assert "What do you know of the child?" in shown(view)
    (row,) = typed(qtbot, view, "pop lucia")
    assert (row.value, row.title) == (str(ana), "Ana Lucía Caal Pop")
    assert row.aside == "in our custody"
    assert "2026-11-24 03:12" in row.detail and "found by a name: Told" in row.detail
    assert "1 case" in shown(view)
    view.hits.search.clear()
    assert "What do you know of the child?" in shown(view) and not view.hits.rows()
    rows = typed(qtbot, view, "harrison")
    assert {one.value for one in rows} == {str(ana), str(other)}
    assert "Unknown girl, about 15" in {one.title for one in rows}


def test_arrows_and_enter_open_a_case_and_esc_comes_back(qtbot: QtBot, at_board: Opened) -> None:
    child(at_board)
    child(at_board)
    view = opened_view(qtbot, at_board)
    rows = typed(qtbot, view, "630")
    QTest.keyClick(view.hits.search, Key.Key_Down)
    with qtbot.waitSignal(at_board.session.case.shown, timeout=LONG):
        QTest.keyClick(view.hits.search, Key.Key_Return)
    case = at_board.session.case
    assert str(case.case_id()) == rows[1].value
    QTest.keyClick(case.log, Key.Key_Escape)
    assert at_board.session.pages.currentWidget() is view
    assert view.hits.search.selectedText() == "630"
    for _ in range(2):
        QTest.keyClick(view.hits.search, Key.Key_Escape)
    assert at_board.session.pages.currentWidget() is at_board.session.board


def test_it_says_how_a_case_stands(qtbot: QtBot, at_board: Opened) -> None:
    gone = child(at_board)
    hand_over(qtbot, at_board, gone).reject()
    over(at_board)
    view = opened_view(qtbot, at_board)
    asides = {one.value: one.aside for one in typed(qtbot, view, "harrison")}
    assert asides.pop(str(gone)).replace("\u00a0", " ") == "handed over · DCFS"
    assert list(asides.values()) == ["custody ended"]


def test_digits_are_typed_and_go_nowhere(qtbot: QtBot, at_board: Opened) -> None:
    case_id = child(at_board)
    view = opened_view(qtbot, at_board)
    (row,) = typed(qtbot, view, "26-0001")
    assert row.value == str(case_id) and "found by a number" in row.detail
    assert at_board.session.pages.currentWidget() is view
    assert not typed(qtbot, view, " nobody")
    assert "No case has all of these words" in shown(view)


def test_what_is_written_elsewhere_is_found_at_once(qtbot: QtBot, at_board: Opened) -> None:
    view = opened_view(qtbot, at_board)
    assert not typed(qtbot, view, "caal")
    ana = child(at_board, name="Ana Caal")
    qtbot.waitUntil(lambda: [one.value for one in view.hits.rows()] == [str(ana)], timeout=LONG)


def test_only_the_newest_words_are_looked_for(
    qtbot: QtBot, at_board: Opened, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[str] = []
    find = finding.find

    def counted(desk: Any, text: str, **more: Any) -> tuple[Hit, ...]:
        asked.append(text)
        return find(desk, text, **more)

    monkeypatch.setattr(finding, "find", counted)
    searching = Searching(at_board.desk, at_board.window.tasks, at_board.session, 5)
    answers: list[tuple[Hit, ...]] = []
    searching.found.connect(answers.append)
    for text in ("a", "an", "ana"):
        searching.look_for(text)
    searching.again()  # begins at once
    searching.look_for("ana caal")  # while that one is under way
    qtbot.waitUntil(lambda: not searching.busy(), timeout=LONG)
    assert asked == ["ana", "ana caal"]
    assert answers == [()]


def test_a_refusal_is_said_in_place(qtbot: QtBot, at_board: Opened) -> None:
    view = opened_view(qtbot, at_board)
    at_board.desk.person = replace(at_board.desk.person, roles=frozenset({"administrator"}))
    typed(qtbot, view, "ana")
    assert view.notice.title() == "Your role does not allow this."


def test_it_is_reached_from_a_case_and_the_title_names_nobody(
    qtbot: QtBot, at_board: Opened
) -> None:
    page_of(qtbot, at_board, child(at_board, name="Ana Caal"))
    view = opened_view(qtbot, at_board)
    typed(qtbot, view, "ana")
    assert at_board.window.windowTitle() == "Minors Desk - Area Central"
    assert any(hint.key == "Ctrl+F" for group in GROUPS for hint in group.keys)


def test_an_administrator_has_no_such_page(qtbot: QtBot, at_board: Opened) -> None:
    at = joined(qtbot, at_board, "administrator")
    assert "find" not in at.session.places
    before = at.session.pages.currentWidget()
    QTest.keyClick(at.window, Key.Key_F, CONTROL)
    quiet(qtbot, at)
    assert at.session.pages.currentWidget() is before
