"""The rules page, and the clock of the computer that was set back."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from minors_desk.domain import roles
from minors_desk.domain.rulepack import content_hash
from minors_desk.domain.station import PackAdopted
from minors_desk.services import cases, packs, recording
from minors_desk.ui.dialogs.period_dialog import PeriodDialog
from minors_desk.ui.dialogs.rule_dialogs import (
    EndRuleDialog,
    OwnRuleDialog,
    RestoreRuleDialog,
    StricterDialog,
    WaiveRuleDialog,
)
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


def back(qtbot: QtBot, at: Opened, view: RulesView) -> None:
    """Wait until the question is saved, and come back to the page."""
    qtbot.waitUntil(lambda: view.current() is None, timeout=LONG)
    quiet(qtbot, at)
    at.window.activateWindow()
    qtbot.waitUntil(at.window.isActiveWindow, timeout=LONG)


def said(view: RulesView) -> str:
    shown = "\n".join(one.text() for one in view.detail.findChildren(Label))
    return shown.replace("\u00a0", " ")


def shown(view: RulesView) -> list[str]:
    return [one.detail.partition(" · ")[0] for one in view.rules.rows()]


def test_every_rule_stands_with_its_pack_with_what_is_behind_it(
    qtbot: QtBot, at_board: Opened
) -> None:
    view = rules(qtbot, at_board)
    packs = at_board.desk.packs
    assert len(view.rules.rows()) == sum(len(one.rules) + len(one.outside) for one in packs)
    heads = shown(view)
    watched = [one for one in heads if one != "not watched"]
    assert set(watched) == {"Illinois", "Station rules", "United States"}
    assert heads[: len(watched)] == watched and watched[-1] == "Station rules"
    view.rules.set_value("US-JJ-03")
    for words in ("34 U.S.C. 11133", "Verified 2026-11-24", "behind a lock", "us, the police"):
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


def test_what_no_program_watches_is_told_with_its_reason(qtbot: QtBot, at_board: Opened) -> None:
    view = rules(qtbot, at_board)
    every = (one for pack in at_board.desk.packs for one in pack.outside)
    row = min(every, key=lambda one: len(one.note))
    view.rules.set_value(f"outside:{row.id}")
    assert view.chosen() is None
    assert row.note in said(view) and "does not watch this" in said(view)
    assert view.waive_button.isHidden() and view.set_button.isHidden()


def test_only_what_nobody_verified(qtbot: QtBot, at_board: Opened) -> None:
    view = rules(qtbot, at_board)
    QTest.keyClick(view.rules.list, Qt.Key.Key_V)
    shown_ids = {one.value for one in view.rules.rows()}
    packs = at_board.desk.packs
    doubtful = {r.id for p in packs for r in p.rules if p.is_law and not r.checked.verified}
    doubtful |= {f"outside:{o.id}" for p in packs for o in p.outside if not o.checked.verified}
    assert shown_ids == doubtful


def test_a_rule_is_waived_by_name_and_put_in_force_again(qtbot: QtBot, at_board: Opened) -> None:
    view = rules(qtbot, at_board)
    view.rules.set_value("US-IL-05b")
    QTest.keyClick(view.rules.list, Qt.Key.Key_W)
    dialog = view.current()
    assert isinstance(dialog, WaiveRuleDialog)
    dialog.submit()
    assert dialog.reason.error() and dialog.authority.error()
    dialog.reason.set_text("Another agency tells DCFS")
    dialog.authority.set_text("Agreement 2026-4")
    dialog.until.set_text("soon")
    dialog.submit()
    assert dialog.until.error() == "Write a day such as 2026-12-31."
    dialog.until.set_text("2030-12-31")
    dialog.submit()
    back(qtbot, at_board, view)
    assert "Waived by" in said(view) and "Another agency tells DCFS" in said(view)
    QTest.keyClick(view.rules.list, Qt.Key.Key_W)
    again = view.current()
    assert isinstance(again, RestoreRuleDialog)
    again.reason.set_text("The agreement ended")
    again.submit()
    qtbot.waitUntil(lambda: view.current() is None, timeout=LONG)
    quiet(qtbot, at_board)
    assert view.detail.waived.isHidden()


def test_a_law_is_made_stricter_and_a_rule_added(qtbot: QtBot, at_board: Opened) -> None:
    view = rules(qtbot, at_board)
    view.rules.set_value("US-IL-10")
    QTest.keyClick(view.rules.list, Qt.Key.Key_S)
    dialog = view.current()
    assert isinstance(dialog, StricterDialog)
    dialog.minutes.set_text("3000")
    dialog.submit()
    qtbot.waitUntil(lambda: dialog.notice.title() != "", timeout=LONG)
    assert "no stricter than the law" in dialog.notice.title()
    dialog.minutes.set_text("1440")
    dialog.submit()
    back(qtbot, at_board, view)
    QTest.keyClick(view.rules.list, Qt.Key.Key_A)
    own = view.current()
    assert isinstance(own, OwnRuleDialog)
    own.title.set_text("The supervisor is told")
    own.submit()
    assert own.starts.error() and own.meets.error()
    own.minutes.set_text("60")
    own.starts.set_value("custody_began")
    own.meets.set_value("supervisor_told")
    own.submit()
    back(qtbot, at_board, view)
    rows = {one.value: one.title for one in view.rules.rows()}
    assert rows["AGENCY-02"] == "The supervisor is told"
    assert rows["AGENCY-01"] == "The report to DCFS is confirmed in writing within 24 hours"
    assert rows["US-IL-10"] == "The report to DCFS is confirmed in writing within 48 hours"
    QTest.keyClick(view.rules.list, Qt.Key.Key_D)
    assert view.current() is None and "Only a rule of this agency" in view.notice.title()
    view.rules.set_value("AGENCY-01")
    QTest.keyClick(view.rules.list, Qt.Key.Key_D)
    ending = view.current()
    assert isinstance(ending, EndRuleDialog)
    ending.last.set_text("never")
    ending.submit()
    assert ending.last.error() == "Write a day such as 2026-12-31."
    ending.last.set_text("2031-01-31")
    ending.submit()
    back(qtbot, at_board, view)
    pack = at_board.desk.station.packs["agency"].content
    assert "effective_until = 2031-01-31" in pack


def test_newer_rules_are_taken_over_with_one_key(qtbot: QtBot, at_board: Opened) -> None:
    desk = at_board.desk
    old = desk.station.packs["us"].content.replace("PT72H", "PT71H")
    body = PackAdopted(
        occurred_at=desk.now(), pack="us", content=old, content_hash=content_hash(old)
    )
    recording.record(desk, roles.SET_RULES, [(None, body)])
    desk.look_again()
    view = rules(qtbot, at_board)
    assert "newer rules" in view.notice.title() and not view.renew_button.isHidden()
    QTest.keyClick(view.rules.list, Qt.Key.Key_T)
    qtbot.waitUntil(view.renew_button.isHidden, timeout=LONG)
    quiet(qtbot, at_board)
    assert view.work.isHidden()
    assert desk.station.packs["us"].content == packs.shipped_text("us")


def test_tab_goes_from_the_words_to_the_list(qtbot: QtBot, at_board: Opened) -> None:
    view = rules(qtbot, at_board)
    QTest.keyClick(view.rules.list, Qt.Key.Key_F)
    assert QApplication.focusWidget() is view.rules.search
    QTest.keyClick(view.rules.search, Qt.Key.Key_Tab)
    assert QApplication.focusWidget() is view.rules.list
