"""Care, medicine, what a child is told, calls and searches: by key, refused, saved."""

from uuid import UUID

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from minors_desk.domain.bodies import SecondPerson
from minors_desk.domain.companions import CompanionLinked, CompanionsParted
from minors_desk.domain.reminders import reminders
from minors_desk.services import drafts
from minors_desk.ui.editors.second_field import SecondField
from minors_desk.ui.forms.asked_form import AskedForm
from minors_desk.ui.kit.field import LineField
from tests.ui.case_steps import add, answered, asked, case_of, child, page_of
from tests.ui.conftest import Opened
from tests.ui.forms_steps import field, fill, opened_form, press, saved

Key = Qt.Key


def test_care_takes_four_presses_from_the_case_page(qtbot: QtBot, at_board: Opened) -> None:
    case_id = child(at_board)
    view = page_of(qtbot, at_board, case_id)
    QTest.keyClick(view.log, Key.Key_G)
    form = asked(qtbot, at_board, AskedForm)
    form.activateWindow()
    qtbot.waitUntil(form.isActiveWindow, timeout=30_000)
    assert form.asked["answer"].is_empty()
    press(form, Key.Key_1)
    assert form.when.time.text() == "now 03:12"
    press(form, Key.Key_A)
    care = saved(qtbot, at_board, form, case_id).care[-1]
    assert (care.what, care.answer, care.at) == ("food", "accepted", at_board.desk.clock())


def test_how_the_child_took_it_is_never_preset(qtbot: QtBot, at_board: Opened) -> None:
    form = opened_form(qtbot, at_board, "give_care", child(at_board))
    press(form, Key.Key_3)
    form.submit()
    assert form.asked["answer"].error() == "Choose how the child took it: O, A or R."
    form.reject()


def test_letters_in_a_text_are_letters(qtbot: QtBot, at_board: Opened) -> None:
    form = opened_form(qtbot, at_board, "give_care", child(at_board))
    line = field(form, "what_given", LineField)
    line.setFocus()
    QTest.keyClicks(line.control, "a roll, 2 oranges, c")
    assert line.text() == "a roll, 2 oranges, c"
    assert form.asked["answer"].is_empty()
    form.reject()


def three(at: Opened, *, custody: bool = True) -> tuple[UUID, UUID, UUID]:
    """A child found together with two others, of whom one was parted from it since."""
    ids = (child(at, custody=custody), child(at, custody=custody), child(at, custody=custody))
    now = at.desk.clock()
    for other in ids[1:]:
        add(at, ids[0], CompanionLinked(occurred_at=now, other=other, relation="sibling"))
    add(at, ids[0], CompanionsParted(occurred_at=now, other=ids[2], reason="Hospital"))
    return ids


def test_the_same_is_logged_for_all_found_together_in_one_step(
    qtbot: QtBot, at_board: Opened
) -> None:
    first, second, parted = three(at_board)
    form = opened_form(qtbot, at_board, "give_care", first)
    assert form.also is not None
    assert form.also.button("also").accessibleName() == "Also for the other child"
    press(form, Key.Key_2, Key.Key_A, Key.Key_C)
    case = saved(qtbot, at_board, form, first)
    assert [one.what for one in case.care] == ["water"]
    assert [one.what for one in case_of(at_board, second).care] == ["water"]
    assert case_of(at_board, parted).care == ()
    assert drafts.kept(at_board.desk, first, "care_given") is None


def test_custody_begins_and_moves_for_all_found_together_in_one_step(
    qtbot: QtBot, at_board: Opened
) -> None:
    first, second, parted = three(at_board, custody=False)
    for act, room in (("begin_custody", "Front hall"), ("move", "Room 4")):
        form = opened_form(qtbot, at_board, act, first)
        if act == "begin_custody":
            fill(form, starts_from="arrival")
        fill(form, room=room, secure="no")
        QTest.keyClick(form, Key.Key_C, Qt.KeyboardModifier.AltModifier)
        saved(qtbot, at_board, form, first)
        for case_id in (first, second):
            presence = case_of(at_board, case_id).presence
            assert presence is not None
            assert presence.room == room
    assert not case_of(at_board, parted).episodes


def test_without_the_tick_only_the_child_itself_has_it(qtbot: QtBot, at_board: Opened) -> None:
    first, second, _ = three(at_board)
    form = opened_form(qtbot, at_board, "give_care", first)
    press(form, Key.Key_2, Key.Key_R)
    assert len(saved(qtbot, at_board, form, first).care) == 1
    assert case_of(at_board, second).care == ()


def test_a_child_found_alone_is_offered_no_others(qtbot: QtBot, at_board: Opened) -> None:
    form = opened_form(qtbot, at_board, "give_care", child(at_board))
    assert form.also is None
    form.reject()


def test_the_next_dose_is_reminded_of(qtbot: QtBot, at_board: Opened) -> None:
    case_id = child(at_board)
    form = opened_form(qtbot, at_board, "give_medicine", case_id)
    form.submit()
    assert form.asked["medicine"].error() == "Write the medicine."
    assert form.asked["dose"].error() == "Write the dose."
    fill(form, medicine="Salbutamol", dose="two puffs", answer="accepted", authority="mother")
    next_due = form.asked["next_due_at"]
    QTest.keyClicks(next_due.control, "08:00")
    case = saved(qtbot, at_board, form, case_id)
    (reminder,) = reminders(case)
    assert (reminder.code, reminder.due) == ("next_dose", case.doses[-1].next_due_at)
    assert case.doses[-1].authority == "mother"


def test_what_a_child_is_told(qtbot: QtBot, at_board: Opened) -> None:
    case_id = child(at_board)
    form = opened_form(qtbot, at_board, "tell_rights", case_id)
    form.submit()
    assert form.asked["what"].error() == "Choose what was said."
    fill(form, what=("reason_held", "rights"), language="Mam", understood="not_clear")
    told = saved(qtbot, at_board, form, case_id).told[-1]
    assert (told.what, told.language) == (("reason_held", "rights"), "Mam")
    assert told.understood == "not_clear"


def test_a_language_that_nobody_knows_stays_as_typed(qtbot: QtBot, at_board: Opened) -> None:
    case_id = child(at_board)
    form = opened_form(qtbot, at_board, "tell_rights", case_id)
    fill(form, what=("rights",), language="something from the hills")
    case = saved(qtbot, at_board, form, case_id)
    assert case.told[-1].language == "something from the hills"


def test_a_call_is_offered(qtbot: QtBot, at_board: Opened) -> None:
    case_id = child(at_board)
    form = opened_form(qtbot, at_board, "offer_call", case_id)
    press(form, Key.Key_1)
    fill(form, answer="no_answer", to_whom="her mother")
    offer = saved(qtbot, at_board, form, case_id).call_offers[-1]
    assert (offer.to, offer.answer, offer.to_whom) == ("parent", "no_answer", "her mother")


@pytest.mark.parametrize(("extent", "asked_for"), [("pat_down", False), ("strip", True)])
def test_a_strip_search_asks_who_approved_it(
    qtbot: QtBot, at_board: Opened, extent: str, asked_for: bool
) -> None:
    form = opened_form(qtbot, at_board, "search_child", child(at_board))
    fill(form, extent=extent, by="K. Lee", same_sex="yes", reason="Before the ride")
    assert form.asked["approved_by"].isHidden() is not asked_for
    assert (form.answer() is None) is asked_for
    form.reject()


def test_a_witness_says_how_it_stands_behind_the_search(qtbot: QtBot, at_board: Opened) -> None:
    case_id = child(at_board)
    form = opened_form(qtbot, at_board, "search_child", case_id)
    fill(form, extent="bag", by="K. Lee", same_sex="yes", reason="Weapons")
    witness = field(form, "witness", SecondField)
    witness.name.set_text("J. Ames")
    form.submit()
    assert witness.error().startswith("Choose how they stand behind it")
    witness.how.set_value("named_only")
    form.submit()
    answered(qtbot, at_board)
    search = case_of(at_board, case_id).searches[-1].told
    assert search.witness == SecondPerson(name="J. Ames", how="named_only")
