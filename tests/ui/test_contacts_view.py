"""Contacts on the case page and the board: section, reminders, and the forms beside the call."""

from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from minors_desk.domain.consulate import ConsularNotice
from minors_desk.domain.contacts import (
    REPORT_EVENTS,
    ContactTried,
    NotReachedExplained,
    Party,
    ReferenceGiven,
    ReportSent,
)
from minors_desk.ui.acts.contacts import NOT_REACHED, REFERENCE, REPORT
from minors_desk.ui.acts.does import DOES
from minors_desk.ui.dialogs.call_dialog import CallDialog
from minors_desk.ui.forms.amend_form import AmendForm
from minors_desk.ui.forms.asked_form import AskedForm
from minors_desk.ui.kit.choice import ChoiceField
from minors_desk.ui.kit.field import LineField, TextField
from minors_desk.ui.kit.tokens import Tone
from minors_desk.ui.views.reminder_list import KEY
from tests.ui.case_steps import add, answered, asked, case_of, child, page_of, quiet
from tests.ui.conftest import Opened

Key = Qt.Key
LINE = Party(name="Illinois DCFS", number="800-252-2873", line_id="us-il-child-protection")
AUNT = Party(name="Rosa <b>", number="312 555 0188")


def tried(at: Opened, party: Party = LINE, **more: object) -> ContactTried:
    """Nobody answered, just now."""
    told: dict[str, object] = {"purpose": "child_protection", "outcome": "no_answer"}
    return ContactTried(
        occurred_at=at.desk.clock(),
        party=party,
        method="telephone",
        **(told | more),  # type: ignore[arg-type]
    )


def words(widget: QWidget) -> str:
    """All that stands there, in one text without the marks of where a line may break."""
    texts = (one.text() for one in widget.findChildren(QLabel) if not one.isHidden())
    return "\n".join(texts).replace("\u200b", "").replace("\u00a0", " ")


def section(at: Opened) -> str:
    """The section of contacts as it is read."""
    found = [
        one
        for one in at.session.case.findChildren(QWidget, "section")
        if one.accessibleName() == "Calls and contacts"
    ]
    return words(found[-1]) if found else ""


def test_the_section_tells_attempts_by_purpose_and_duty(qtbot: QtBot, at_board: Opened) -> None:
    case_id = child(at_board)
    page_of(qtbot, at_board, case_id)
    assert section(at_board) == ""
    add(at_board, case_id, tried(at_board, duties=("US-IL-05b",)))
    quiet(qtbot, at_board)
    told = section(at_board)
    assert "not reached yet · for: DCFS is told of a child taken into protection" in told
    assert "No answer · Illinois DCFS · 800-252-2873" in told
    assert "1 attempt\n" in told
    at_board.story.go_on(5)
    now = at_board.desk.clock()
    add(
        at_board,
        case_id,
        tried(at_board, outcome="reached", spoke_with="S. Okafor", promised="comes at five"),
        ReferenceGiven(occurred_at=now, system="child_protection", number="R-77"),
        ReportSent(occurred_at=now, report="other", to="DCFS", method="fax"),
        NotReachedExplained(occurred_at=now, purpose="consulate", reason="Closed until 08:00"),
    )
    quiet(qtbot, at_board)
    told = section(at_board)
    assert "reached 03:17 · for: DCFS is told" in told
    assert "spoke with S. Okafor · promised: comes at five" in told
    assert "R-77" in told
    assert "Other report · DCFS · by fax" in told
    assert "not reached: Closed until 08:00" in told


def test_reminders_count_down_and_are_never_red(qtbot: QtBot, at_board: Opened) -> None:
    case_id = child(at_board)
    view = page_of(qtbot, at_board, case_id)
    assert view.reminders.isHidden()
    due = at_board.desk.clock() + timedelta(minutes=15)
    add(
        at_board,
        case_id,
        tried(at_board, next_try_at=due),
        tried(
            at_board,
            AUNT,
            purpose="other",
            outcome="reached",
            promised="brings papers",
            promised_by=due + timedelta(minutes=5),
        ),
    )
    quiet(qtbot, at_board)
    first, second = view.reminders.cards
    assert "Try Illinois DCFS again, attempt 2" in words(first)
    assert "Ask Rosa <b>: brings papers" in words(second)
    assert first.property("tone") == Tone.GREEN.value
    assert KEY in (first.button.accessibleDescription() if first.button else "")
    at_board.story.go_on(600)
    at_board.session.ticker.ticked.emit()
    assert {one.property("tone") for one in view.reminders.cards} == {Tone.AMBER.value}
    assert second.button is not None
    second.button.click()
    dialog = asked(qtbot, at_board, CallDialog)
    assert dialog.party.party() == AUNT
    dialog.close()


def test_a_reminder_stands_on_the_board_while_no_duty_presses(
    qtbot: QtBot, at_board: Opened
) -> None:
    case_id = child(at_board, custody=False)
    due = at_board.desk.clock() + timedelta(minutes=15)
    add(at_board, case_id, tried(at_board, next_try_at=due))
    quiet(qtbot, at_board)
    model = at_board.session.board.model
    (row,) = model.rows()
    assert (row.clock_title, row.reminds) == ("Try Illinois DCFS again, attempt 2", True)
    assert row.reading is not None
    assert (row.reading.words, row.reading.tone) == ("in 15 min", Tone.GREEN)
    at_board.story.go_on(18)
    model.tick()
    (row,) = model.rows()
    assert row.reading is not None
    assert (row.reading.words, row.reading.tone) == ("3 min ago", Tone.AMBER)


def test_a_duty_that_is_soon_due_leads_before_a_reminder(qtbot: QtBot, at_board: Opened) -> None:
    case_id = child(at_board)
    due = at_board.desk.clock() + timedelta(minutes=5)
    add(at_board, case_id, tried(at_board, next_try_at=due))
    quiet(qtbot, at_board)
    model = at_board.session.board.model
    assert model.rows()[0].reminds
    at_board.story.go_on(20)
    model.tick()
    (row,) = model.rows()
    assert (row.clock_title, row.reminds) == ("Welfare check every 30 minutes", False)
    assert row.more >= 1


def opened_form(qtbot: QtBot, at: Opened, kind: str) -> AskedForm:
    at.session.case_actions.do(kind, at.session.case.case_id())  # type: ignore[arg-type]
    return asked(qtbot, at, AskedForm)


def test_a_reference_number_by_keys_alone(qtbot: QtBot, at_board: Opened) -> None:
    case_id = child(at_board)
    view = page_of(qtbot, at_board, case_id)
    QTest.keyClick(view.log, Key.Key_K)
    form = asked(qtbot, at_board, AskedForm)
    assert form.spec.kind is REFERENCE.kind
    assert form.answer() is None
    assert form.asked["number"].error() == "Write the number."
    QTest.keyClick(form.asked["system"].focusProxy(), Key.Key_1)
    number = form.asked["number"]
    assert isinstance(number, LineField)
    number.setFocus()
    QTest.keyClicks(number.control, "M 4711-2")
    form.submit()
    answered(qtbot, at_board)
    (given,) = case_of(at_board, case_id).references
    assert (given.system, given.number) == ("ncic", "M 4711-2")


@pytest.mark.parametrize("event", sorted(REPORT_EVENTS.values()))
def test_what_a_duty_waits_for_is_chosen_when_its_form_opens(
    qtbot: QtBot, at_board: Opened, event: str
) -> None:
    case_id = child(at_board)
    page_of(qtbot, at_board, case_id)
    (act,) = DOES[event]
    form = opened_form(qtbot, at_board, act)
    if event == REPORT_EVENTS["consular_notification"]:
        assert form.spec.kind is ConsularNotice
        return
    report = form.asked["report"]
    assert isinstance(report, ChoiceField)
    assert REPORT_EVENTS[report.value()] == event  # type: ignore[index]


def test_the_check_of_a_receiver_is_chosen_too(qtbot: QtBot, at_board: Opened) -> None:
    page_of(qtbot, at_board, child(at_board))
    (act,) = DOES["receiver_check_done"]
    system = opened_form(qtbot, at_board, act).asked["system"]
    assert isinstance(system, ChoiceField) and system.value() == "receiver_check"


def test_a_report_and_a_reason_from_the_palette(qtbot: QtBot, at_board: Opened) -> None:
    case_id = child(at_board)
    page_of(qtbot, at_board, case_id)
    form = opened_form(qtbot, at_board, "report_sent")
    assert form.spec is REPORT
    assert form.answer() is None
    for name, value in (("report", "child_protection_written"), ("method", "fax")):
        field = form.asked[name]
        assert isinstance(field, ChoiceField)
        field.set_value(value)
    to = form.asked["to"]
    assert isinstance(to, LineField)
    to.set_text("DCFS field office")
    form.when.time.write_now()
    form.submit()
    answered(qtbot, at_board)
    form = opened_form(qtbot, at_board, "not_reached")
    assert form.spec is NOT_REACHED
    form.when.time.write_now()
    assert form.answer() is None
    why, who = form.asked["reason"], form.asked["purpose"]
    assert isinstance(why, TextField)
    assert isinstance(who, ChoiceField)
    why.set_text("No number, no address")
    who.set_value("parent_or_relative")
    form.submit()
    answered(qtbot, at_board)
    case = case_of(at_board, case_id)
    assert case.reports[0].to == "DCFS field office"
    assert case.not_reached[0].reason == "No number, no address"


@pytest.mark.parametrize("name", ["Illinois DCFS", "Somebody else"])
def test_a_call_is_amended_and_stays_with_its_line(
    qtbot: QtBot, at_board: Opened, name: str
) -> None:
    case_id = child(at_board)
    page_of(qtbot, at_board, case_id)
    add(at_board, case_id, tried(at_board, duties=("US-IL-05b",), said="wrong"))
    quiet(qtbot, at_board)
    entry_id = case_of(at_board, case_id).contacts[0].entry_id
    at_board.session.case_actions.amend(case_id, entry_id)
    form = asked(qtbot, at_board, AmendForm)
    party, said, outcome = (form.asked[one] for one in ("party_name", "said", "outcome"))
    assert isinstance(party, LineField)
    assert isinstance(said, LineField)
    assert isinstance(outcome, ChoiceField)
    assert (party.text(), said.text()) == ("Illinois DCFS", "wrong")
    party.set_text(name)
    said.set_text("")
    outcome.set_value("busy")
    form.reason.set_text("It was busy")
    form.submit()
    answered(qtbot, at_board)
    told = case_of(at_board, case_id).contacts[0].told
    assert (told.outcome, told.said, told.duties) == ("busy", "", ("US-IL-05b",))
    assert told.party.line_id == (LINE.line_id if name == LINE.name else "")
    assert told.party.number == LINE.number
