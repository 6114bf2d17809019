"""What is owed: each duty's law, its button, what asks, what was let go, and what others owe."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from uuid import UUID

from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from minors_desk.domain.custody import CustodyBegan
from minors_desk.domain.events import EVENTS
from minors_desk.domain.limits import LimitReason
from minors_desk.services import cases
from minors_desk.ui.acts import catalog
from minors_desk.ui.acts.does import DOES, act_for
from minors_desk.ui.dialogs.law_dialog import LawDialog
from minors_desk.ui.dialogs.palette_dialog import PaletteDialog
from minors_desk.ui.dialogs.waive_dialog import WaiveDialog
from minors_desk.ui.forms.asked_form import AskedForm
from minors_desk.ui.kit.icon_line import IconLine
from minors_desk.ui.kit.type import Label
from minors_desk.ui.views.case_view import CaseView
from minors_desk.ui.views.owed_card import OwedCard, law_words, prolonged_words
from tests.ui.case_steps import LONG, add, answered, asked, case_of, child, page_of, quiet
from tests.ui.conftest import Opened

NOON = datetime(2026, 8, 15, 19, 0, tzinfo=UTC)


def card(view: CaseView, rule_id: str) -> OwedCard:
    (found,) = (one for one in view.owed.cards if one.rule_id == rule_id)
    return found


def lines(view: CaseView) -> str:
    return "\n".join(one.text() for one in view.owed.findChildren(IconLine))


def choose(qtbot: QtBot, at: Opened, view: CaseView, typed: str) -> None:
    """Ctrl+K, a few letters, Enter."""
    at.window.activateWindow()
    qtbot.waitUntil(at.window.isActiveWindow, timeout=LONG)
    QTest.keyClick(view.log, Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
    palette = asked(qtbot, at, PaletteDialog)
    QTest.keyClicks(palette.typed, typed)
    QTest.keyClick(palette.typed, Qt.Key.Key_Return)
    quiet(qtbot, at)


def test_every_button_is_of_an_event_and_an_act_that_satisfies_it(at_board: Opened) -> None:
    assert set(DOES) <= EVENTS
    ours = [one for pack in at_board.desk.packs for one in pack.rules if one.is_ours]
    named = {one.id: act_for(one) for one in ours}
    check, moved = named["HOUSE-CHECK"], named["US-JJ-03"]
    assert check is catalog.BY_NAME["check"]
    assert moved is not None and moved.name in ("lock", "move")


def test_a_card_says_who_is_owed_what_proves_it_and_who_read_the_law(
    qtbot: QtBot, at_board: Opened
) -> None:
    view = page_of(qtbot, at_board, child(at_board))
    told = card(view, "US-IL-05b")
    assert "325 ILCS 5/5" in told.accessibleName()
    assert "not verified - ask counsel" in told.accessibleName()
    told.law_button.click()
    said = told.law()
    for words in (
        "Rule US-IL-05b",
        "Owed to: Department of Children",
        "Proof: Number of the report",
        "Not verified - ask counsel",
    ):
        assert words in said
    rule = card(view, "HOUSE-CHECK")
    rule.law_button.click()
    assert "station rule, not law" in rule.accessibleName()
    assert "Rule HOUSE-CHECK" in rule.law()


def test_many_duties_stand_in_groups_most_urgent_first(qtbot: QtBot, at_board: Opened) -> None:
    view = page_of(qtbot, at_board, child(at_board))
    page = view.page()
    assert page is not None
    titles = [one.text() for one in view.owed.findChildren(Label)]
    assert titles.index("By a fixed time") < titles.index("Without delay")
    dues = [one.due for one in page.clocks if one.due is not None]
    assert dues == sorted(dues)


def test_what_others_owe_is_quiet_and_folded_away(qtbot: QtBot, at_board: Opened) -> None:
    view = page_of(qtbot, at_board, child(at_board))
    others = view.owed.others
    assert others.button.text() == "What others owe (1)"
    assert not others._held.isVisible()
    others.button.click()
    said = "\n".join(one.text() for one in others._held.findChildren(Label))
    assert "Juvenile court" in said and "705 ILCS 405/2-9" in said
    assert "Before a judge" not in " ".join(one.accessibleName() for one in view.owed.cards)


def test_a_start_that_is_not_known_asks_for_it(qtbot: QtBot, at_board: Opened) -> None:
    case_id = child(at_board, custody=False)
    began = CustodyBegan(
        occurred_at=at_board.desk.clock(),
        precision="day",
        starts_from="arrival",
        place="Area Central",
        watched_by="Ofc. Ames",
    )
    add(at_board, case_id, began)
    entry = case_of(at_board, case_id).log[-1].entry.id
    view = page_of(qtbot, at_board, case_id)
    told = card(view, "HOUSE-CHECK")
    assert told.button is not None and told.button.text() == "Say when"
    reading = told._countdown.reading()
    assert reading is not None and reading.words == "start not known - ask"
    with qtbot.waitSignal(view.owed.start_asked) as said:
        told.button.click()
    assert said.args == [entry]
    quiet(qtbot, at_board)
    dialog = at_board.session.case_actions.current()
    if dialog is not None:
        dialog.close()


def test_a_duty_is_waived_from_the_palette_and_the_case_closed(
    qtbot: QtBot, at_board: Opened
) -> None:
    case_id = child(at_board, custody=False)
    view = page_of(qtbot, at_board, case_id)
    choose(qtbot, at_board, view, "waived")
    dialog = asked(qtbot, at_board, WaiveDialog)
    dialog.when.time.write_now()
    dialog.submit()
    assert dialog.rule.error() == "Choose the duty."
    dialog.rule.set_value("HOUSE-CLASS")
    dialog.reason.set_text("Went home with the mother")
    dialog.submit()
    answered(qtbot, at_board)
    assert "waived by a supervisor" in lines(view).replace("\u00a0", " ")
    choose(qtbot, at_board, view, "close the case")
    closing = asked(qtbot, at_board, AskedForm)
    closing.when.time.write_now()
    closing.submit()
    answered(qtbot, at_board)
    assert case_of(at_board, case_id).is_closed
    assert cases.the_board(at_board.desk).met == ()


def test_a_case_that_owes_something_is_not_closed(qtbot: QtBot, at_board: Opened) -> None:
    view = page_of(qtbot, at_board, child(at_board, custody=False))
    choose(qtbot, at_board, view, "case is closed")
    closing = asked(qtbot, at_board, AskedForm)
    closing.when.time.write_now()
    closing.submit()
    quiet(qtbot, at_board)
    assert closing.isVisible()
    said = "\n".join(one.text() for one in closing.findChildren(Label)).replace("\u00a0", " ")
    assert "Something is still owed" in said and "Class the child" in said
    closing.close()


def test_a_sign_of_trafficking_starts_the_notice(qtbot: QtBot, at_board: Opened) -> None:
    case_id = child(at_board)
    view = page_of(qtbot, at_board, case_id)
    choose(qtbot, at_board, view, "traffick")
    dialog = asked(qtbot, at_board, AskedForm)
    dialog.when.time.write_now()
    dialog.submit()
    assert dialog.asked["what"].error() == "Choose at least one."
    what, how = dialog.spec.asks[0], dialog.spec.asks[1]
    what.fill(dialog.asked["what"], ("debt", "documents_held"))
    how.fill(dialog.asked["how"], "child_said")
    dialog.submit()
    answered(qtbot, at_board)
    (told,) = case_of(at_board, case_id).trafficking
    assert set(told.what) == {"debt", "documents_held"}
    assert "22 U.S.C. 7105(b)(1)(H)" in card(view, "US-TR-01").accessibleName()


def test_what_was_made_for_a_page_that_is_not_shown_goes(qtbot: QtBot, at_board: Opened) -> None:
    """A card holds itself by what it is connected to: left alone it would tick for ever."""
    view = page_of(qtbot, at_board, child(at_board))
    page = view.page()
    assert page is not None
    shown = list(view.owed.cards)
    filling = view.owed.show_page(page, at_board.desk.now())
    for _ in range(3):
        next(filling)
    made = [one for one in QApplication.topLevelWidgets() if isinstance(one, OwedCard)]
    assert made and view.owed.cards == shown
    filling.close()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    assert not [one for one in QApplication.topLevelWidgets() if isinstance(one, OwedCard)]


def test_law_words_of_a_verified_rule_name_source_and_day(at_board: Opened) -> None:
    rules = {one.id: one for pack in at_board.desk.packs for one in pack.rules}
    assert "Verified 2026-11-24: legalize" in law_words(rules["US-JJ-03"])


def test_the_law_is_one_key_away_from_the_board_and_from_a_card(
    qtbot: QtBot, at_board: Opened
) -> None:
    case_id = child(at_board)
    at_board.window.show()
    board = at_board.session.board
    board.select(case_id)
    quiet(qtbot, at_board)
    board.list.setFocus()
    QTest.keyClick(board.list, Qt.Key.Key_L, Qt.KeyboardModifier.ShiftModifier)
    dialog = asked(qtbot, at_board, LawDialog)
    first = cases.duty_clocks(at_board.desk, case_of(at_board, case_id))[0]
    assert dialog.rule_id() == first.rule.id
    QTest.keyClick(dialog, Qt.Key.Key_N)
    assert dialog.rule_id() != first.rule.id
    dialog.reject()
    view = page_of(qtbot, at_board, case_id)
    at_board.window.activateWindow()
    qtbot.waitUntil(at_board.window.isActiveWindow, timeout=LONG)
    button = card(view, "US-MC-05").law_button
    button.setFocus()
    QTest.keyClick(button, Qt.Key.Key_L, Qt.KeyboardModifier.ShiftModifier)
    dialog = asked(qtbot, at_board, LawDialog)
    assert dialog.rule_id() == "US-MC-05"
    said = "\n".join(one.text() for one in dialog.detail.findChildren(QLabel))
    assert "Encounter" in said and "practice (law in Texas" in said
    dialog.reject()


def test_a_card_says_until_when_by_whom_and_on_what_authority() -> None:
    reason = LimitReason(
        entry_id=UUID(int=1),
        at=NOON,
        rule="US-AZ-03a",
        reason="The mother lives abroad",
        approved_by="Sgt. B. Ortiz",
        authority="A.R.S. 8-823(A)",
        until=NOON + timedelta(hours=18),
    )
    words = prolonged_words([replace(reason, authority="", until=None), reason], "America/Phoenix")
    assert words == "until 2026-08-16 06:00 MST · by Sgt. B. Ortiz · A.R.S. 8-823(A)"
    assert prolonged_words([replace(reason, authority="", until=None)], "America/Phoenix") == ""
