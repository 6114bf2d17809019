"""The directory: found by typing, with source and sureness; set by a supervisor, nobody else."""

from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from minors_desk.ui.dialogs.line_dialog import LineDialog
from minors_desk.ui.dialogs.telephone_dialog import TelephoneDialog
from minors_desk.ui.kit.pick_list import ListRow, PickList
from minors_desk.ui.views.directory_view import DirectoryView
from tests.ui.case_steps import quiet
from tests.ui.conftest import Opened

Key = Qt.Key


def opened_view(qtbot: QtBot, at: Opened) -> DirectoryView:
    """The directory, reached by its key."""
    at.window.show()
    at.window.activateWindow()
    qtbot.waitUntil(at.window.isActiveWindow, timeout=30_000)
    QTest.keyClick(at.window.focusWidget() or at.window, Key.Key_3)
    view = at.session.page_of("directory")
    assert isinstance(view, DirectoryView)
    assert at.session.pages.currentWidget() is view
    assert view.lines.list.hasFocus()
    return view


def question(qtbot: QtBot, at: Opened) -> LineDialog:
    """The question that is open."""
    qtbot.waitUntil(
        lambda: isinstance(QApplication.activeModalWidget(), LineDialog), timeout=30_000
    )
    quiet(qtbot, at)
    found = QApplication.activeModalWidget()
    assert isinstance(found, LineDialog)
    return found


def shown(view: DirectoryView) -> str:
    texts = (one.text() for one in view.detail.findChildren(QLabel) if not one.isHidden())
    return "\n".join(texts).replace("\u200b", "")


def test_each_line_says_where_it_is_from_and_how_sure(qtbot: QtBot, at_board: Opened) -> None:
    view = opened_view(qtbot, at_board)
    assert "not verified" in shown(view)
    assert "2016-03" in shown(view)
    assert view.number.text() == "800-252-2873"
    view.lines.set_value("us-orr-intakes")
    assert view.number.text() == "no number on record"
    QTest.keyClick(view.lines.list, Key.Key_Escape)
    assert at_board.session.pages.currentWidget() is at_board.session.board


def test_typing_finds_the_lines_of_other_states(qtbot: QtBot, at_board: Opened) -> None:
    view = opened_view(qtbot, at_board)
    few = len(view.lines.rows())
    QTest.keyClick(view.lines.list, Key.Key_F)
    QTest.keyClicks(view.lines.search, "child services us-in")
    assert [row.value for row in view.lines.rows()] == ["us-in-child-protection"]
    chosen = view.chosen()
    assert chosen is not None
    assert chosen.jurisdiction == "US-IN"
    view.lines.search.setText("nothing of that name")
    assert view.chosen() is None
    assert view.detail.isHidden()
    view.lines.search.clear()
    assert len(view.lines.rows()) == few


def test_a_supervisor_sets_our_own_number(qtbot: QtBot, at_board: Opened) -> None:
    view = opened_view(qtbot, at_board)
    QTest.keyClick(view.lines.list, Key.Key_E)
    ask = question(qtbot, at_board)
    assert (ask.name.text(), ask.number.text()) == ("Illinois DCFS", "")
    ask.name.set_text("")
    assert ask.answer() is None
    ask.name.set_text("DCFS, night desk")
    ask.number.set_text("312 555 0199")
    ask.submit()
    quiet(qtbot, at_board)
    qtbot.waitUntil(lambda: QApplication.activeModalWidget() is None, timeout=30_000)
    chosen = view.chosen()
    assert chosen is not None
    assert (chosen.name, chosen.is_own) == ("DCFS, night desk", True)
    assert "entered by D. Rivera" in shown(view)
    assert "800-252-2873 · not verified" in shown(view).replace("\u00a0", " ")


def test_a_supervisor_sets_the_telephone_of_our_station(qtbot: QtBot, at_board: Opened) -> None:
    view = opened_view(qtbot, at_board)
    assert "no telephone set" in view.ours.text()
    QTest.keyClick(view.lines.list, Key.Key_T)
    qtbot.waitUntil(
        lambda: isinstance(QApplication.activeModalWidget(), TelephoneDialog), timeout=30_000
    )
    quiet(qtbot, at_board)
    ask = QApplication.activeModalWidget()
    assert isinstance(ask, TelephoneDialog)
    assert ask.number.text() == ""
    ask.number.set_text(" 312 555 0144 ")
    ask.submit()
    quiet(qtbot, at_board)
    qtbot.waitUntil(lambda: QApplication.activeModalWidget() is None, timeout=30_000)
    assert at_board.desk.station.telephone == "312 555 0144"
    assert view.ours.text() == "Area Central: 312 555 0144; receipts print it"


def test_a_line_of_our_own_is_added(qtbot: QtBot, at_board: Opened) -> None:
    view = opened_view(qtbot, at_board)
    QTest.keyClick(view.lines.list, Key.Key_A)
    ask = question(qtbot, at_board)
    ask.name.set_text("Watch commander")
    assert ask.answer() is None
    assert ask.purpose.error() == "Choose what it is for."
    assert ask.country.isHidden()
    ask.purpose.set_value("consulate")
    ask.country.set_text("Atlantis")
    assert ask.answer() is None
    ask.country.set_text("Guatemala")
    answer = ask.answer()
    assert answer is not None
    assert answer.for_country == "GT"
    ask.purpose.set_value("supervisor")
    ask.number.set_text("ext. 12")
    ask.submit()
    quiet(qtbot, at_board)
    assert view.lines.rows()[0].title == "Watch commander"
    assert at_board.desk.station.directory[answer.line_id].for_country == ""


def test_an_officer_is_told_who_may(qtbot: QtBot, at_board: Opened) -> None:
    at_board.desk.person = replace(at_board.desk.person, roles=frozenset({"officer"}))
    view = opened_view(qtbot, at_board)
    QTest.keyClick(view.lines.list, Key.Key_E)
    assert view.notice.title() == "Only a supervisor sets the agency's own numbers."
    assert QApplication.activeModalWidget() is None
    view.notice.say_nothing()
    QTest.keyClick(view.lines.list, Key.Key_T)
    assert view.notice.title() == "Only a supervisor sets the agency's own numbers."
    assert QApplication.activeModalWidget() is None


def test_what_is_struck_is_passed_over(qtbot: QtBot) -> None:
    field = PickList("Whom")
    qtbot.addWidget(field)
    field.offer(
        [
            ListRow(value="a", title="Ana"),
            ListRow(value="b", title="Ben", detail="no", struck=True),
            ListRow(value="c", title="Carla"),
            ListRow(value="e", title="Somebody else", always=True),
        ]
    )
    assert field.value() == "a"
    QTest.keyClick(field.search, Key.Key_Down)
    assert field.value() == "c"
    QTest.keyClick(field.search, Key.Key_Up)
    assert field.value() == "a"
    field.search.setText("ben")
    assert field.value() == "e"
    assert [row.value for row in field.rows()] == ["b", "e"]
    field.search.setText("carl")
    assert field.value() == "c"
    field.set_value("e")
    field.search.setText("")
    assert field.value() == "e"
    field.set_value("c")
    field.offer([ListRow(value="c", title="Carla"), ListRow(value="d", title="Dora")])
    assert field.value() == "c"
    field.set_value(None)
    assert field.is_empty()
