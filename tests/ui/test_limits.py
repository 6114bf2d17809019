"""Why a limit was passed, asked for where it was; that a child is kept apart; late stands first."""

from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from minors_desk.domain.care import MedicineGiven, WelfareChecked
from minors_desk.domain.contacts import ContactTried, Party
from minors_desk.domain.custody import CustodyBegan, Moved
from minors_desk.domain.limits import LimitExplained
from minors_desk.domain.transport import TransportArrived
from minors_desk.ui.acts import limits
from minors_desk.ui.forms.amend_form import AmendForm
from minors_desk.ui.forms.asked_form import AskedForm
from minors_desk.ui.kit.button import Button
from minors_desk.ui.kit.icon_line import IconLine
from minors_desk.ui.kit.tokens import Tone
from minors_desk.ui.kit.type import Label
from minors_desk.ui.views.case_view import CaseView
from minors_desk.ui.views.owed_card import OwedCard
from tests.ui.case_steps import (
    add,
    asked,
    case_of,
    child,
    fill,
    form,
    page_of,
    put,
    save,
)
from tests.ui.conftest import Opened
from tests.ui.test_custody_forms import left

CHECK = "HOUSE-CHECK"


def card(view: CaseView) -> OwedCard:
    (found,) = (one for one in view.owed.cards if one.rule_id == CHECK)
    return found


def told(view: CaseView) -> str:
    """What stands in the lines of the duties, with spaces that are plain."""
    lines = view.owed.findChildren(IconLine)
    return "\n".join(one.text() for one in lines).replace("\u00a0", " ")


def later(at: Opened, minutes: float) -> None:
    """Time goes on, and every clock looks again."""
    at.story.go_on(minutes)
    at.session.ticker.ticked.emit()


def explain(qtbot: QtBot, at: Opened, reason: str) -> None:
    """Answer the form that the button opened."""
    dialog = asked(qtbot, at, AskedForm)
    assert dialog.asked["reason"].control.hasFocus()
    fill(dialog, reason=reason)
    save(qtbot, at, dialog)


def test_a_duty_that_is_late_asks_why_and_then_says_it(qtbot: QtBot, at_board: Opened) -> None:
    case_id = child(at_board)
    view = page_of(qtbot, at_board, case_id)
    assert not card(view).why_button.isVisible()
    later(at_board, 45)
    assert card(view).why_button.isVisible()
    QTest.mouseClick(card(view).why_button, Qt.MouseButton.LeftButton)
    explain(qtbot, at_board, "Alone at the desk, a fight in the lobby")
    (entry,) = case_of(at_board, case_id).limits
    assert entry.rule == CHECK
    assert entry.reason == "Alone at the desk, a fight in the lobby"
    assert not card(view).why_button.isVisible()
    held = at_board.window.focusWidget()
    assert held is view.log, "the button that was pressed is gone; the page keeps its keys"
    assert "why: Alone at the desk" in told(view)


def test_a_limit_of_the_law_wants_its_reason_first(qtbot: QtBot, at_board: Opened) -> None:
    case_id = child(at_board)
    add(at_board, case_id, reached(at_board))
    view = page_of(qtbot, at_board, case_id)
    later(at_board, 47 * 60)
    asks = view.owed.unexplained
    assert asks.isHidden(), "a station rule that is late asks for no reason first"
    later(at_board, 2 * 60)
    assert asks.isVisible()
    remarks = [one.words for row in at_board.session.board.model.rows() for one in row.remarks]
    assert "late: say why" in remarks
    (link,) = asks.findChildren(Button)
    assert "confirmed in writing within 48 hours" in asks.accessibleName()
    QTest.mouseClick(link, Qt.MouseButton.LeftButton)
    explain(qtbot, at_board, "The fax was out of order")
    (entry,) = case_of(at_board, case_id).limits
    assert entry.rule == "US-IL-10"
    assert asks.isHidden()


def reached(at: Opened) -> ContactTried:
    return ContactTried(
        occurred_at=at.desk.clock(),
        party=Party(name="DCFS"),
        purpose="child_protection",
        method="telephone",
        outcome="reached",
    )


def test_a_stretch_that_was_missed_still_asks_why(qtbot: QtBot, at_board: Opened) -> None:
    case_id = child(at_board)
    later(at_board, 45)
    now = at_board.desk.clock()
    add(at_board, case_id, WelfareChecked(occurred_at=now, condition="asleep"))
    later(at_board, 5)
    view = page_of(qtbot, at_board, case_id)
    assert "1 earlier not in time" in told(view)
    assert card(view).why_button.isVisible()


def test_the_form_from_the_palette_asks_which_limit(qtbot: QtBot, at_board: Opened) -> None:
    case_id = child(at_board)
    dialog = form(qtbot, at_board, limits.NAME, case_id)
    fill(dialog, reason="The receiver was an hour late", approved_by="Sgt. Ortiz 1180")
    dialog.submit()
    assert dialog.asked["rule"].error()
    put(dialog, "rule", CHECK)
    save(qtbot, at_board, dialog)
    (entry,) = case_of(at_board, case_id).limits
    assert (entry.rule, entry.approved_by) == (CHECK, "Sgt. Ortiz 1180")


def test_what_is_told_why_is_amended_by_its_form(qtbot: QtBot, at_board: Opened) -> None:
    case_id = child(at_board)
    now = at_board.desk.clock()
    add(at_board, case_id, LimitExplained(occurred_at=now, rule=CHECK, reason="Asleep"))
    entry_id = case_of(at_board, case_id).limits[0].entry_id
    at_board.window.show()
    at_board.session.case_actions.amend(case_id, entry_id)
    dialog = asked(qtbot, at_board, AskedForm)
    fill(dialog, reason="Asleep, seen through the glass")
    assert isinstance(dialog, AmendForm)
    dialog.reason.set_text("Written in a hurry")
    save(qtbot, at_board, dialog)
    (limit,) = case_of(at_board, case_id).limits
    assert (limit.rule, limit.reason) == (CHECK, "Asleep, seen through the glass")


@pytest.mark.parametrize(("due_in", "is_first"), [(10, True), (90, False)])
def test_nothing_stands_above_what_is_late(
    qtbot: QtBot, at_board: Opened, due_in: int, is_first: bool
) -> None:
    case_id = child(at_board)
    now = at_board.desk.clock()
    dose = MedicineGiven(
        occurred_at=now,
        medicine="Salbutamol",
        dose="2 puffs",
        answer="accepted",
        next_due_at=now + timedelta(minutes=due_in),
    )
    add(at_board, case_id, dose)
    view = page_of(qtbot, at_board, case_id)
    later(at_board, 1)
    waiting = view._waiting
    assert not view.reminders.isHidden() and not view.owed.presses()
    first = waiting.reminders if is_first else waiting.owed
    assert waiting._lines.indexOf(first) == 1, "what is hours away is not first"
    assert view.owed.late.isHidden()
    later(at_board, 45)
    assert waiting._lines.indexOf(waiting.owed) == 1
    assert view.owed.late.text() == "1 late"
    assert view.owed.late.tone() is Tone.AMBER, "a rule of the station is never red"


@pytest.mark.parametrize("answer", ["yes", "no"])
def test_a_move_says_whether_adults_are_near(qtbot: QtBot, at_board: Opened, answer: str) -> None:
    case_id = child(at_board)
    dialog = form(qtbot, at_board, "move", case_id)
    fill(dialog, room="Interview 2", secure="no", kept_apart=answer)
    save(qtbot, at_board, dialog)
    body = case_of(at_board, case_id).log[-1].entry.body
    assert isinstance(body, Moved)
    assert body.kept_apart == answer
    view = page_of(qtbot, at_board, case_id)
    said = "\n".join(one.text() for one in view._sections.findChildren(Label))
    assert ("NOT apart" in said) == (answer == "no")


def test_left_open_it_is_not_said(qtbot: QtBot, at_board: Opened) -> None:
    case_id = child(at_board, custody=False)
    dialog = form(qtbot, at_board, "begin_custody", case_id)
    fill(dialog, starts_from="contact", secure="no")
    save(qtbot, at_board, dialog)
    body = case_of(at_board, case_id).log[-1].entry.body
    assert isinstance(body, CustodyBegan)
    assert body.kept_apart is None


def test_arriving_says_it_too(qtbot: QtBot, at_board: Opened) -> None:
    case_id = child(at_board)
    add(at_board, case_id, left(at_board))
    dialog = form(qtbot, at_board, "transport", case_id)
    fill(dialog, secure="no", kept_apart="yes")
    save(qtbot, at_board, dialog)
    body = case_of(at_board, case_id).log[-1].entry.body
    assert isinstance(body, TransportArrived)
    assert body.kept_apart == "yes"
