"""The questions about a child: what they ask in place, what they save, what they never lose."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from minors_desk.domain.custody import CustodyBegan, Moved
from minors_desk.errors import DeskError
from minors_desk.services import cases, drafts
from minors_desk.ui.dialogs.verify_dialog import VerifyDialog
from minors_desk.ui.forms.asked_form import AskedForm
from minors_desk.ui.kit.choice import ChoiceField
from tests.ui.case_steps import (
    add,
    answered,
    asked,
    case_of,
    child,
    fill,
    form,
    page_of,
    put,
    quiet,
    save,
    text_of,
    value_of,
)
from tests.ui.conftest import Opened

CONTROL = Qt.KeyboardModifier.ControlModifier


def test_a_welfare_check_takes_three_presses(qtbot: QtBot, at_board: Opened) -> None:
    case_id = child(at_board)
    view = page_of(qtbot, at_board, case_id)
    at_board.story.go_on(12)
    QTest.keyClick(view.log, Qt.Key.Key_W)
    dialog = asked(qtbot, at_board, AskedForm)
    assert dialog.when.time.is_empty()
    condition = dialog.asked["condition"]
    assert isinstance(condition, ChoiceField)
    QTest.keyClick(condition.button("calm"), Qt.Key.Key_3)
    assert dialog.when.time.text() == "now 03:24"
    QTest.keyClick(dialog, Qt.Key.Key_Return, CONTROL)
    answered(qtbot, at_board)
    check = case_of(at_board, case_id).checks[-1]
    assert (check.condition, check.at) == ("upset", at_board.desk.clock())


def test_digits_in_the_note_are_digits(qtbot: QtBot, at_board: Opened) -> None:
    dialog = form(qtbot, at_board, "check", child(at_board))
    QTest.keyClicks(dialog.asked["note"].control, "ate 2 apples")
    assert text_of(dialog, "note") == "ate 2 apples" and value_of(dialog, "condition") is None
    dialog.reject()


def test_an_empty_form_says_at_its_fields_what_is_missing(qtbot: QtBot, at_board: Opened) -> None:
    at_board.session.case_actions.do("tell_name", child(at_board))
    dialog = asked(qtbot, at_board, AskedForm)
    dialog.submit()
    assert dialog.asked["value.as_said"].error() == "Write the name."
    assert dialog.asked["source"].error() == "Choose how we know."
    assert dialog.when.time.error().startswith("Write when it was")
    assert dialog.isVisible()
    dialog.reject()


def test_a_name_is_kept_exactly_as_typed(qtbot: QtBot, at_board: Opened) -> None:
    case_id = child(at_board)
    at_board.session.case_actions.do("tell_name", case_id)
    dialog = asked(qtbot, at_board, AskedForm)
    put(dialog, "value.as_said", " Ana <b>Lucía</b>  Caal & Pop ")
    put(dialog, "value.more", ("own_script",))
    put(dialog, "value.own_script", "أنا")
    put(dialog, "source", "said")
    put(dialog, "certainty", "doubtful")
    dialog.when.time.write_now()
    dialog.submit()
    answered(qtbot, at_board)
    fact = case_of(at_board, case_id).names[0]
    assert fact.value.as_said == " Ana <b>Lucía</b>  Caal & Pop "
    assert (fact.value.own_script, fact.certainty) == ("أنا", "doubtful")


def test_locking_up_a_child_charged_with_nothing_names_the_law_and_does_not_block(
    qtbot: QtBot, at_board: Opened
) -> None:
    case_id = child(at_board, custody=False)
    dialog = form(qtbot, at_board, "begin_custody", case_id)
    starts_from, law = dialog.asked["starts_from"], dialog.laws["secure"]
    assert isinstance(starts_from, ChoiceField)
    starts_from.set_value("contact")
    assert text_of(dialog, "place") == "Store, 630 W Harrison"
    starts_from.set_value("arrival")
    assert text_of(dialog, "place") == "Area Central"
    assert text_of(dialog, "watched_by") == "D. Rivera · 4471"
    fill(dialog, secure="no")
    assert law.isHidden() and dialog.asked["secure_reason"].isHidden()
    fill(dialog, secure="yes")
    assert law.title() == "A child charged with nothing is never locked up."
    assert "34 U.S.C. 11133(a)(11)(A)(ii) (US-JJ-01)" in law.accessibleName()
    fill(dialog, secure_reason="No other room")
    save(qtbot, at_board, dialog)
    page = cases.page(at_board.desk, case_id)
    assert page.case.presence is not None and page.case.presence.secure
    assert [one.rule.id for one in page.breaches] == ["US-JJ-01"]


def test_a_move_begins_with_what_holds_now_but_not_the_room(qtbot: QtBot, at_board: Opened) -> None:
    case_id = child(at_board, legal="accused_delinquent")
    dialog = form(qtbot, at_board, "move", case_id)
    assert (text_of(dialog, "place"), text_of(dialog, "watched_by")) == (
        "Area Central",
        "Ofc. Ames",
    )
    assert dialog.asked["room"].is_empty() and value_of(dialog, "secure") is None
    fill(dialog, secure="yes", secure_reason="Fingerprints")
    assert dialog.laws["secure"].isHidden()
    fill(dialog, room="interview room 2", secure="no")
    save(qtbot, at_board, dialog)
    body = case_of(at_board, case_id).log[-1].counts
    assert isinstance(body, Moved) and not isinstance(body, CustodyBegan)
    assert (body.room, body.secure, body.secure_reason) == ("interview room 2", False, "")


def test_what_was_long_ago_asks_why_it_is_late(qtbot: QtBot, at_board: Opened) -> None:
    case_id = child(at_board)
    at_board.story.go_on(40)
    dialog = form(qtbot, at_board, "check", case_id)
    fill(dialog, condition="calm")
    dialog.when.time.set_text("03:45")
    assert dialog.when.late.isHidden()
    dialog.when.time.set_text("03:20")
    assert not dialog.when.late.isHidden()
    dialog.submit()
    assert dialog.when.late.error() == "Choose why."
    dialog.when.late.set_value("on_the_phone")
    dialog.submit()
    answered(qtbot, at_board)
    assert any(line.is_late for line in case_of(at_board, case_id).log)


def test_somebody_else_is_named_beside_the_author(qtbot: QtBot, at_board: Opened) -> None:
    case_id = child(at_board)
    dialog = form(qtbot, at_board, "check", case_id)
    fill(dialog, condition="asleep")
    dialog.when.name.set_text("J. Ames")
    dialog.submit()
    assert dialog.when.how.error() == "Choose one."
    dialog.when.badge.set_text("2210")
    dialog.when.how.set_value("named_only")
    dialog.submit()
    answered(qtbot, at_board)
    done_by = case_of(at_board, case_id).log[-1].entry.body.done_by  # type: ignore[union-attr]
    assert (done_by.name, done_by.badge, done_by.how) == ("J. Ames", "2210", "named_only")


def test_a_refusal_shows_in_place_and_keeps_every_field(
    qtbot: QtBot, at_board: Opened, monkeypatch: pytest.MonkeyPatch
) -> None:
    case_id = child(at_board)
    dialog = form(qtbot, at_board, "check", case_id)

    def refuse(*_: object, **__: object) -> None:
        raise DeskError("The disk is full", "Free some space")

    with monkeypatch.context() as patch:
        patch.setattr(cases, "add", refuse)
        fill(dialog, condition="unwell", note="fever")
        dialog.submit()
        quiet(qtbot, at_board)
    assert dialog.notice.title() == "The disk is full."
    assert (value_of(dialog, "condition"), text_of(dialog, "note")) == ("unwell", "fever")
    dialog.submit()
    answered(qtbot, at_board)
    assert case_of(at_board, case_id).checks[-1].note == "fever"


def test_a_draft_comes_back_and_goes_with_the_entry(qtbot: QtBot, at_board: Opened) -> None:
    case_id = child(at_board)
    dialog = form(qtbot, at_board, "check", case_id)
    fill(dialog, note="asks for her sister")
    dialog.reject()
    answered(qtbot, at_board)
    again = form(qtbot, at_board, "check", case_id)
    assert text_of(again, "note") == "asks for her sister"
    fill(again, condition="calm")
    save(qtbot, at_board, again)
    assert drafts.kept(at_board.desk, case_id, dialog.form) is None


def test_only_one_question_at_a_time(qtbot: QtBot, at_board: Opened) -> None:
    case_id = child(at_board)
    at_board.session.case_actions.do("check", case_id)
    at_board.session.case_actions.do("move", case_id)
    dialog = asked(qtbot, at_board, AskedForm)
    assert dialog.accessibleName() == "Welfare check"
    at_board.session.case_actions.do("tell_name", case_id)
    quiet(qtbot, at_board)
    assert at_board.session.case_actions.current() is dialog
    dialog.reject()


def test_no_seal_code_and_no_such_paper_are_told_apart(qtbot: QtBot, at_board: Opened) -> None:
    add(at_board, child(at_board))
    at_board.session.case_actions.verify_paper()
    dialog = asked(qtbot, at_board, VerifyDialog)
    dialog.submit()
    assert dialog.code.error() == "Type the seal code, or choose a file."
    dialog.code.set_text("nonsense")
    dialog.submit()
    quiet(qtbot, at_board)
    assert dialog.notice.title() == "This is not a seal code."
    dialog.code.set_text("99999-7GQ4-0XKP-93MD")
    dialog.submit()
    quiet(qtbot, at_board)
    assert dialog.verdict.title() == "This record has issued no such paper."
    dialog.reject()
