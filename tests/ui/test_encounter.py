"""New encounter: saved in one press by keys alone, late only with a reason, nothing lost."""

from dataclasses import replace
from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from minors_desk.domain.encounter import AgeRange
from minors_desk.services import cases
from minors_desk.ui.dialogs.encounter_dialog import EncounterDialog
from minors_desk.ui.editors.typed_age import NoAge, parse_age
from tests.ui.conftest import START, Opened


def asked(at: Opened) -> EncounterDialog:
    """Ctrl+N, and the dialog that opens."""
    QTest.keyClick(at.window, Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)
    found = at.session.findChildren(EncounterDialog)
    assert found
    return found[-1]


def test_keys_alone_save_an_unnamed_child_and_open_the_case(qtbot: QtBot, at_board: Opened) -> None:
    ask = asked(at_board)
    QTest.keyClicks(ask.place.control, "Store, 630 W Harrison")
    QTest.keyClicks(ask.how_found.control, "Alone, took food")
    QTest.keyClick(ask.when.time.control, Qt.Key.Key_N)
    assert ask.when.time.text() == "now 03:12"
    QTest.keyClicks(ask.age.control, "15")
    QTest.keyClick(ask.sex.button("girl"), Qt.Key.Key_Space)
    QTest.keyClick(ask.legal_class.button("accused_delinquent"), Qt.Key.Key_Space)
    qtbot.waitUntil(ask.isActiveWindow, timeout=30_000)
    with qtbot.waitSignal(ask.accepted, timeout=30_000):
        QTest.keyClick(ask, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    session = at_board.session
    assert session.pages.currentWidget() is session.case
    case_id = session.case.case_id()
    assert case_id is not None
    case = cases.read(at_board.desk, case_id)
    assert case.encounter is not None
    assert case.encounter.at == START
    assert case.encounter.apparent_age == AgeRange(low_months=180, high_months=191)
    assert case.encounter.apparent_sex == "girl"
    assert case.legal_class == "accused_delinquent" and not case.names


def test_a_sex_nobody_chose_is_not_made_an_answer(at_board: Opened) -> None:
    ask = asked(at_board)
    ask.place.set_text("Store, 630 W Harrison")
    ask.when.time.write_now()
    body = ask.answer()
    assert body is not None and body.apparent_sex is None
    ask.sex.set_value("not_clear")
    body = ask.answer()
    assert body is not None and body.apparent_sex == "not_clear"
    ask.close()


def test_nothing_is_dated_silently(at_board: Opened) -> None:
    ask = asked(at_board)
    ask.place.set_text("Store")
    ask.submit()
    assert "key N" in ask.when.time.error()
    assert ask.isVisible()
    ask.close()


def test_long_ago_needs_a_reason(qtbot: QtBot, at_board: Opened) -> None:
    ask = asked(at_board)
    ask.place.set_text("Store")
    ask.when.time.set_text("01:12")
    assert not ask.when.late.isHidden()
    ask.submit()
    assert ask.when.late.error()
    ask.when.late.set_value("with_the_child")
    with qtbot.waitSignal(ask.accepted, timeout=30_000):
        ask.submit()
    case_id = at_board.session.case.case_id()
    assert case_id is not None
    seen = cases.read(at_board.desk, case_id).encounter
    assert seen is not None and seen.at == START - timedelta(hours=2)


def test_somebody_else_may_have_found_the_child(qtbot: QtBot, at_board: Opened) -> None:
    ask = asked(at_board)
    ask.place.set_text("Store")
    ask.when.time.write_now()
    ask.when.name.set_text("Ofc. Ames")
    ask.when.how.set_value("named_only")
    with qtbot.waitSignal(ask.accepted, timeout=30_000):
        ask.submit()
    case_id = at_board.session.case.case_id()
    assert case_id is not None
    body = cases.read(at_board.desk, case_id).log[0].counts
    assert body is not None and body.done_by is not None
    assert body.done_by.name == "Ofc. Ames"


def test_a_refusal_shows_in_place_and_keeps_every_field(qtbot: QtBot, at_board: Opened) -> None:
    ask = asked(at_board)
    ask.place.set_text("Store")
    ask.when.time.write_now()
    at_board.desk.person = replace(at_board.desk.person, roles=frozenset({"auditor"}))
    ask.submit()
    qtbot.waitUntil(lambda: bool(ask.notice.title()), timeout=30_000)
    assert ask.notice.title() == "Your role does not allow this."
    assert ask.place.text() == "Store" and ask.action.isEnabled()
    ask.close()


def test_the_title_of_the_dialog_names_nobody(at_board: Opened) -> None:
    ask = asked(at_board)
    assert ask.windowTitle() == "Minors Desk"
    ask.close()


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [("15", 180, 191), ("14-16", 168, 203), ("14 to 16", 168, 203), ("5 months", 5, 5)],
)
def test_an_age_is_read_as_typed(text: str, low: int, high: int) -> None:
    assert parse_age(text) == AgeRange(low_months=low, high_months=high)


@pytest.mark.parametrize("text", ["old", "16-14", "150", "-3", "15 16", "999 months", "1" * 5000])
def test_what_is_no_age_is_told(text: str) -> None:
    with pytest.raises(NoAge):
        parse_age(text)
