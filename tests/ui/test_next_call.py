"""The next call on the case page and in its form: whom, why, what to say, and who steps back."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from minors_desk.domain.contacts import ContactTried, Party
from minors_desk.ui.dialogs.call_dialog import CallDialog
from minors_desk.ui.dialogs.call_whom import ELSE
from tests.ui.case_steps import add, asked, child, page_of, quiet
from tests.ui.conftest import Opened
from tests.ui.test_contacts_call import person

DCFS = Party(name="Illinois DCFS", number="800-252-2873", line_id="us-il-child-protection")


def in_vain(at: Opened) -> ContactTried:
    """Child protection did not answer."""
    return ContactTried(
        occurred_at=at.desk.clock(),
        party=DCFS,
        purpose="child_protection",
        method="telephone",
        outcome="no_answer",
    )


def plain(words: str) -> str:
    """The words without the spaces at which no line breaks."""
    return words.replace("\xa0", " ")


def test_the_card_goes_on_to_the_next_party_and_back(qtbot: QtBot, at_board: Opened) -> None:
    at = at_board
    case_id = child(at, legal="non_offender")
    person(at, case_id, "Marta Pop", "+502 5550 1234")
    card = page_of(qtbot, at, case_id).next_call
    assert card.number.text() == "800-252-2873"
    assert plain(card.party.text()) == "Illinois DCFS · Child protection"
    assert "US-IL-05b" in card.why.text()
    add(at, case_id, in_vain(at))
    quiet(qtbot, at)
    assert card.number.text() == "+502 5550 1234"
    assert plain(card.waiting.text()) == "Illinois DCFS · Tried; next try 03:27"
    for _ in range(2):
        at.story.go_on(20)
        add(at, case_id, in_vain(at))
    quiet(qtbot, at)
    assert card.advice.isHidden()
    at.story.go_on(14)
    at.session.ticker.ticked.emit()
    assert card.number.text() == "+502 5550 1234"
    at.story.go_on(1)
    at.session.ticker.ticked.emit()
    assert card.number.text() == "800-252-2873"
    assert "tell the supervisor" in card.advice.text()
    assert card.button is not None
    QTest.mouseClick(card.button, Qt.MouseButton.LeftButton)
    dialog = asked(qtbot, at, CallDialog)
    assert dialog.whom.value() == DCFS.line_id
    assert dialog.party.advice.text() == card.advice.text()
    dialog.come_to("busy")
    assert (
        "tell the supervisor" in dialog.told.lines["escalated_to"].control.accessibleDescription()
    )
    dialog.reject()
    quiet(qtbot, at)


def test_what_to_say_follows_whom_one_calls(qtbot: QtBot, at_board: Opened) -> None:
    at = at_board
    case_id = child(at, name="Ana Pop", legal="non_offender")
    mother = person(at, case_id, "Marta Pop", "+502 5550 1234")
    aunt = person(at, case_id, "Rosa Pop", "+1 312 555 0177", safe="ask_first")
    person(at, case_id, "Luis Pop", "+1 312 555 0144", safe="no")
    page_of(qtbot, at, case_id)
    at.session.case_actions.do("call", case_id)
    dialog = asked(qtbot, at, CallDialog)
    assert "The child's name is Ana Pop." in dialog.say.words.text()
    dialog.whom.set_value(f"{mother} +502 5550 1234")
    assert "Ana Pop" not in dialog.say.words.text()
    assert "before you know who it is" in dialog.say.never.text()
    dialog.whom.set_value(f"{aunt} +1 312 555 0177")
    assert dialog.say.words.isHidden()
    assert dialog.say.never.text() == ("Say nothing of the child to them before that is cleared.")
    dialog.whom.set_value(ELSE)
    dialog.party.purpose.set_value("child_protection")
    dialog.party.name.set_text("Night desk")
    assert "Ana Pop" in dialog.say.words.text()
    dialog.party.number.set_text("312 555 0144")
    assert dialog.say.words.isHidden()
    dialog.whom.set_value("us-orr-intakes")
    assert "45 CFR 410.1101(a)" in dialog.party.why.text()
    assert "US-IL-11a" in dialog.party.why.text()
    assert dialog.say.words.isHidden()
    assert dialog.say.never.text() == "Say nothing of a child to a federal agency yet."
    dialog.reject()
    quiet(qtbot, at)
