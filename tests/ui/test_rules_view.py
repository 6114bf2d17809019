"""The rules page, and the clock of the computer that was set back."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from minors_desk.services import cases
from minors_desk.ui.dialogs.period_dialog import PeriodDialog
from minors_desk.ui.kit.type import Label
from minors_desk.ui.views.rules_view import RulesView
from tests.ui.case_steps import LONG, child, page_of, quiet
from tests.ui.conftest import Opened


def rules(qtbot: QtBot, at: Opened) -> RulesView:
    at.window.show()
    at.window.activateWindow()
    qtbot.waitUntil(at.window.isActiveWindow, timeout=LONG)
    QTest.keyClick(at.session.board, Qt.Key.Key_5)
    quiet(qtbot, at)
    view = at.session.page_of("rules")
    assert isinstance(view, RulesView) and view.isVisible()
    return view


def asked(qtbot: QtBot) -> PeriodDialog:
    qtbot.waitUntil(
        lambda: isinstance(QApplication.activeModalWidget(), PeriodDialog), timeout=LONG
    )
    found = QApplication.activeModalWidget()
    assert isinstance(found, PeriodDialog)
    return found


def said(view: RulesView) -> str:
    shown = "\n".join(one.text() for one in view.detail.findChildren(Label))
    return shown.replace("\u00a0", " ")


def shown(view: RulesView) -> list[str]:
    return [one.detail.partition(" · ")[0] for one in view.rules.rows()]


def test_every_rule_stands_with_its_pack_with_what_is_behind_it(
    qtbot: QtBot, at_board: Opened
) -> None:
    view = rules(qtbot, at_board)
    rule_count = sum(len(pack.rules) for pack in at_board.desk.packs)
    assert len(view.rules.rows()) == rule_count
    assert set(shown(view)) == {"Illinois", "Station rules", "United States"}
    assert shown(view)[-1] == "Station rules"
    view.rules.set_value("US-JJ-03")
    for words in ("34 U.S.C. 11133", "Verified 2026-11-24", "behind a lock", "police: us"):
        assert words in said(view)
    assert view.set_button.isHidden()
    view.rules.set_value("US-IL-05b")
    assert "Not verified - ask counsel" in said(view)
    assert "without delay · station target 1 h 00 min" in said(view)
    assert not view.set_button.isHidden()


def test_typing_finds_a_rule_by_its_words_or_statute(qtbot: QtBot, at_board: Opened) -> None:
    view = rules(qtbot, at_board)
    view.rules.search.setText("7105 told")
    assert [one.value for one in view.rules.rows()] == ["US-TR-01"]
    view.rules.search.setText("no such rule")
    assert view.rules.rows() == []
    assert view.detail.isHidden()


def test_a_supervisor_sets_a_station_rule_and_every_page_shows_it(
    qtbot: QtBot, at_board: Opened
) -> None:
    case_id = child(at_board)
    page = page_of(qtbot, at_board, case_id)
    view = rules(qtbot, at_board)
    view.rules.search.setText("every 30")
    view.rules.set_value("HOUSE-CHECK")
    QTest.keyClick(view.rules.list, Qt.Key.Key_E)
    dialog = asked(qtbot)
    assert dialog.minutes.text() == "30"
    dialog.minutes.set_text("31")
    dialog.submit()
    assert dialog.minutes.error() == "Write a whole number from 1 to 30."
    dialog.minutes.set_text("20")
    dialog.submit()
    qtbot.waitUntil(lambda: QApplication.activeModalWidget() is None, timeout=LONG)
    quiet(qtbot, at_board)
    chosen = view.chosen()
    assert chosen is not None and chosen.rule.id == "HOUSE-CHECK"
    assert "every 20 min" in said(view) and "Welfare check every 20 minutes" in said(view)
    (card,) = cases.the_board(at_board.desk).in_custody
    (clock,) = (one for one in card.open_clocks if one.rule_id == "HOUSE-CHECK")
    assert clock.due is not None and (clock.due - clock.start).seconds == 20 * 60
    at_board.session.open_case(case_id)
    quiet(qtbot, at_board)
    read = page.page()
    assert read is not None
    (owed,) = (one for one in read.clocks if one.rule.id == "HOUSE-CHECK")
    assert owed.due == clock.due


def test_law_is_not_set_here(qtbot: QtBot, at_board: Opened) -> None:
    view = rules(qtbot, at_board)
    view.rules.set_value("US-JJ-03")
    view.set_time()
    assert view.notice.title() == "This rule is law."
    assert QApplication.activeModalWidget() is None


def test_escape_goes_back_to_the_board(qtbot: QtBot, at_board: Opened) -> None:
    view = rules(qtbot, at_board)
    QTest.keyClick(view.rules.list, Qt.Key.Key_Escape)
    assert at_board.session.pages.currentWidget() is at_board.session.board


def test_a_clock_that_was_set_back_is_noticed_and_said(qtbot: QtBot, at_board: Opened) -> None:
    at_board.window.show()
    session = at_board.session
    session.ticker.ticked.emit()
    assert session.board.clock_notice.title() == ""
    before = session.now()
    at_board.story.go_on(-60)
    session.ticker.ticked.emit()
    assert session.board.clock_notice.title() == "The clock of this computer was set back."
    assert session.now() == before
    at_board.story.go_on(61)
    session.ticker.ticked.emit()
    assert session.board.clock_notice.title() == ""
