"""The call by keys alone: whom, start, end, outcome; what it answers, refuses, warns of, keeps."""

from uuid import UUID

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from minors_desk.domain.contacts import ContactTried, Party
from minors_desk.domain.facts import FactTold, PersonName
from minors_desk.domain.people import PersonTold, SafeToContact
from minors_desk.domain.values import Phone
from minors_desk.ui.dialogs.call_dialog import CallDialog
from minors_desk.ui.dialogs.call_whom import ELSE
from tests.ui.case_steps import add, answered, asked, case_of, child, page_of, quiet
from tests.ui.conftest import Opened

Key = Qt.Key
CONTROL = Qt.KeyboardModifier.ControlModifier
DCFS = "us-il-child-protection"


def press(dialog: CallDialog, *keys: Qt.Key) -> None:
    """Press keys where the focus is."""
    for key in keys:
        QTest.keyClick(dialog.focusWidget() or dialog, key)


def person(
    at: Opened, case_id: UUID, name: str, number: str = "", safe: SafeToContact = "yes"
) -> UUID:
    """A relative told in the case."""
    now, person_id = at.desk.clock(), at.desk.new_id()
    bodies = [
        PersonTold(
            occurred_at=now,
            person_id=person_id,
            role="mother",
            safe_to_contact=safe,
            why="she says",
        ),
        FactTold(
            occurred_at=now,
            fact="name",
            about=person_id,
            value=PersonName(as_said=name),
            source="said",
        ),
    ]
    if number:
        value = Phone(as_told=number)
        bodies.append(
            FactTold(occurred_at=now, fact="phone", about=person_id, value=value, source="said")
        )
    add(at, case_id, *bodies)
    return person_id


def calling(qtbot: QtBot, at: Opened, case_id: UUID, act: str = "call") -> CallDialog:
    """The call, opened and in front."""
    at.window.show()
    at.session.case_actions.do(act, case_id)
    dialog = asked(qtbot, at, CallDialog)
    dialog.activateWindow()
    qtbot.waitUntil(dialog.isActiveWindow, timeout=30_000)
    return dialog


def last(at: Opened, case_id: UUID) -> ContactTried:
    """The attempt that was saved last."""
    return case_of(at, case_id).contacts[-1].told


def test_an_unanswered_call_takes_five_keys(qtbot: QtBot, at_board: Opened) -> None:
    case_id = child(at_board)
    view = page_of(qtbot, at_board, case_id)
    QTest.keyClick(view.log, Key.Key_C)
    dialog = asked(qtbot, at_board, CallDialog)
    assert dialog.party.number_shown.text() == "800-252-2873"
    assert "not verified" in dialog.party.sureness.text()
    assert "2016-03" in dialog.party.sureness.text()
    assert dialog.when.time.is_empty()
    press(dialog, Key.Key_S)
    assert dialog.when.time.text() == "now 03:12"
    press(dialog, Key.Key_2, Key.Key_T)
    QTest.keyClick(dialog.focusWidget(), Key.Key_Return, CONTROL)
    answered(qtbot, at_board)
    told = last(at_board, case_id)
    assert (told.party.line_id, told.purpose, told.method) == (
        DCFS,
        "child_protection",
        "telephone",
    )
    assert (told.outcome, told.duties) == ("no_answer", ("US-IL-05b",))
    assert told.next_try_at is not None
    assert (told.next_try_at - told.occurred_at).total_seconds() == 15 * 60
    assert told.ended_at is None


def test_nothing_is_dated_or_tried_again_silently(qtbot: QtBot, at_board: Opened) -> None:
    dialog = calling(qtbot, at_board, child(at_board))
    press(dialog, Key.Key_2)
    assert dialog.when.time.is_empty()
    again = dialog.told.times["next_try_at"]
    assert "03:27" in again.text()
    assert not dialog.told.practice.isHidden()
    assert "House practice" in dialog.told.practice.text()
    dialog.come_to("busy")
    assert "03:17" in again.text()
    dialog.come_to("wrong_number")
    assert again.is_empty()
    again.set_text("05:00")
    dialog.come_to("no_answer")
    assert again.text() == "05:00"
    assert dialog.told.practice.isHidden()
    assert dialog.answer() is None
    assert dialog.when.time.error()
    dialog.close()


def test_what_was_said_and_promised_is_asked_only_of_who_answered(
    qtbot: QtBot, at_board: Opened
) -> None:
    case_id = child(at_board)
    dialog = calling(qtbot, at_board, case_id)
    assert dialog.told.isHidden()
    press(dialog, Key.Key_S)
    at_board.story.go_on(9)
    press(dialog, Key.Key_E, Key.Key_1)
    assert dialog.focusWidget() is dialog.told.lines["spoke_with"].control
    QTest.keyClicks(dialog.focusWidget(), "S. Okafor")
    lines, times = dialog.told.lines, dialog.told.times
    lines["promised"].set_text("a worker comes")
    times["promised_by"].set_text("05:00")
    lines["reference"].set_text("R-77")
    lines["proof"].set_text("fax slip, red folder")
    dialog.submit()
    answered(qtbot, at_board)
    told = last(at_board, case_id)
    assert (told.outcome, told.spoke_with, told.promised) == (
        "reached",
        "S. Okafor",
        "a worker comes",
    )
    assert told.ended_at is not None
    assert (told.ended_at - told.occurred_at).total_seconds() == 9 * 60
    assert (told.reference, told.proof) == ("R-77", "fax slip, red folder")
    again = calling(qtbot, at_board, case_id)
    again.come_to("reached")
    again.told.lines["said"].set_text("left over from another outcome")
    again.come_to("busy")
    assert "said" not in {name for name, f in again.told.fields().items() if not f.isHidden()}
    assert "said" not in again.told.said()
    again.close()


def test_a_long_call_is_late_because_it_was_one(qtbot: QtBot, at_board: Opened) -> None:
    case_id = child(at_board)
    dialog = calling(qtbot, at_board, case_id)
    press(dialog, Key.Key_S)
    at_board.story.go_on(40)
    press(dialog, Key.Key_E, Key.Key_2)
    dialog.submit()
    answered(qtbot, at_board)
    assert last(at_board, case_id).late_because == "on_the_phone"


def test_a_past_call_is_written_down_with_its_own_reason(qtbot: QtBot, at_board: Opened) -> None:
    case_id = child(at_board)
    at_board.story.go_on(60)
    dialog = calling(qtbot, at_board, case_id)
    dialog.when.time.set_text("03:20")
    dialog.ended.set_text("03:19")
    dialog.come_to("voicemail")
    assert dialog.answer() is None
    assert dialog.ended.error() == "The call cannot end before it began."
    assert dialog.when.late.error()
    dialog.ended.set_text("03:24")
    dialog.when.late.set_value("with_the_child")
    dialog.told.times["next_try_at"].set_text("03:22")
    assert dialog.answer() is None
    assert dialog.told.times["next_try_at"].error() == "The next try must come after this call."
    dialog.told.times["next_try_at"].set_text("")
    dialog.told.lines["promised"].set_text("")
    dialog.submit()
    answered(qtbot, at_board)
    assert last(at_board, case_id).late_because == "with_the_child"


def test_a_time_needs_its_promise(qtbot: QtBot, at_board: Opened) -> None:
    dialog = calling(qtbot, at_board, child(at_board))
    press(dialog, Key.Key_S)
    dialog.come_to("reached")
    dialog.told.times["promised_by"].set_text("05:00")
    assert dialog.answer() is None
    assert dialog.told.lines["promised"].error() == "Write what was promised by then."
    dialog.close()


def test_who_is_not_safe_stands_struck_and_is_never_chosen(qtbot: QtBot, at_board: Opened) -> None:
    case_id = child(at_board)
    person(at_board, case_id, "Luis Pop", "312 555 0101", safe="no")
    person(at_board, case_id, "Rosa Pop", "312 555 0188", safe="ask_first")
    dialog = calling(qtbot, at_board, case_id)
    rows = {row.title: row for row in dialog.whom.rows()}
    assert rows["Luis Pop"].struck
    assert rows["Luis Pop"].detail.startswith("Do not contact · she says")
    assert rows["Rosa Pop"].detail.startswith("ask before contact · she says")
    with pytest.raises(KeyError):
        dialog.whom.set_value(rows["Luis Pop"].value)
    seen = set()
    for _ in dialog.whom.rows():
        seen.add(dialog.whom.value())
        press(dialog, Key.Key_Down)
    assert rows["Luis Pop"].value not in seen
    assert rows["Rosa Pop"].value in seen
    dialog.whom.set_value(ELSE)
    assert dialog.party.warning.isHidden()
    dialog.party.number.set_text("1 (312) 555-0101")
    assert dialog.party.warning.accessibleName().startswith("Luis Pop · Do not contact")
    dialog.close()


def test_somebody_else_is_written_with_name_and_purpose(qtbot: QtBot, at_board: Opened) -> None:
    case_id = child(at_board)
    dialog = calling(qtbot, at_board, case_id)
    press(dialog, Key.Key_F)
    QTest.keyClicks(dialog.whom.search, "somebody else")
    assert dialog.whom.value() == ELSE
    press(dialog, Key.Key_Return)
    assert dialog.focusWidget() is dialog.start
    press(dialog, Key.Key_S, Key.Key_4)
    assert dialog.answer() is None
    assert dialog.party.name.error()
    assert dialog.party.purpose.error()
    dialog.party.name.set_text("School office")
    dialog.party.number.set_text("312 555 0177")
    dialog.party.purpose.set_value("other")
    dialog.submit()
    answered(qtbot, at_board)
    told = last(at_board, case_id)
    assert told.party == Party(name="School office", number="312 555 0177")
    assert told.duties == ()


def test_without_a_number_it_says_so_and_takes_the_one_that_was_found(
    qtbot: QtBot, at_board: Opened
) -> None:
    case_id = child(at_board)
    mother = person(at_board, case_id, "Marta Pop")
    dialog = calling(qtbot, at_board, case_id)
    dialog.whom.set_value(f"{mother} Marta Pop")
    assert dialog.party.number_shown.text() == "no number on record"
    dialog.party.number.set_text("+502 5550 1234")
    press(dialog, Key.Key_S, Key.Key_2)
    dialog.submit()
    answered(qtbot, at_board)
    party = last(at_board, case_id).party
    assert (party.person_id, party.number) == (mother, "+502 5550 1234")


def test_a_call_under_way_survives_closing(qtbot: QtBot, at_board: Opened) -> None:
    case_id = child(at_board)
    person(at_board, case_id, "Marta Pop", "+502 5550 1234")
    dialog = calling(qtbot, at_board, case_id)
    mother = next(row.value for row in dialog.whom.rows() if row.title == "Marta Pop")
    dialog.whom.set_value(mother)
    press(dialog, Key.Key_S)
    dialog.come_to("reached")
    dialog.told.lines["spoke_with"].set_text("Marta")
    dialog.reject()
    quiet(qtbot, at_board)
    at_board.story.go_on(4)
    again = calling(qtbot, at_board, case_id)
    assert again.whom.value() == mother
    assert again.when.time.text() == "now 03:12"
    assert again.told.lines["spoke_with"].text() == "Marta"
    again._tick()
    assert again.running.text() == "Under way 4 min"
    again.submit()
    answered(qtbot, at_board)
    assert last(at_board, case_id).occurred_at.minute == 12


def test_the_same_party_is_called_again_by_one_key(qtbot: QtBot, at_board: Opened) -> None:
    case_id = child(at_board)
    person(at_board, case_id, "Marta Pop", "+502 5550 1234")
    page_of(qtbot, at_board, case_id)
    at_board.session.case_actions.do("call_again", case_id)
    quiet(qtbot, at_board)
    assert at_board.session.case_actions.current() is None
    assert at_board.session.case.notice.title() == "Nobody was called for this child yet."
    now = at_board.desk.clock()
    party = Party(name="School", number="312 555 0177")
    tried = ContactTried(
        occurred_at=now, party=party, purpose="other", method="in_person", outcome="no_answer"
    )
    add(at_board, case_id, tried)
    quiet(qtbot, at_board)
    modifier = Qt.KeyboardModifier.ShiftModifier
    QTest.keyClick(at_board.session.case.log, Key.Key_C, modifier)
    dialog = asked(qtbot, at_board, CallDialog)
    assert dialog.party.party() == party
    assert dialog.method.value() == "in_person"
    press(dialog, Key.Key_S, Key.Key_3)
    dialog.submit()
    answered(qtbot, at_board)
    assert len(case_of(at_board, case_id).contacts) == 2
