"""The medical screening: urgent signs first, the outline of the body, steps, no answers."""

import msgspec
import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from minors_desk.domain.alter import Amended
from minors_desk.domain.answers import Asked, LastTime
from minors_desk.domain.codec import read
from minors_desk.domain.reminders import reminders
from minors_desk.domain.screening import Injury, MedicallyScreened
from minors_desk.ui.acts.screening import SHEET, STEPS
from minors_desk.ui.dialogs.screening_dialog import ScreeningDialog
from minors_desk.ui.editors.asked_field import AskedField
from minors_desk.ui.editors.injuries_field import InjuriesField
from minors_desk.ui.forms.amend_form import AmendForm
from minors_desk.ui.forms.answer_asks import LastTimeField
from minors_desk.ui.kit.answer import Answer
from minors_desk.ui.kit.body_map import SPOTS, BodyMap, figure
from minors_desk.wording.codes import WORDS
from tests.domain.samples_care import SHEET as TOLD
from tests.ui.case_steps import LONG, answered, asked, case_of, child, page_of, quiet
from tests.ui.conftest import START, Opened
from tests.ui.forms_steps import ALT, field, fill, opened_form, press, saved

Key = Qt.Key


def sheet(qtbot: QtBot, at: Opened) -> ScreeningDialog:
    return opened_form(qtbot, at, "screen", child(at), ScreeningDialog)


def test_an_urgent_sign_is_saved_at_once_with_the_ambulance(qtbot: QtBot, at_board: Opened) -> None:
    case_id = child(at_board)
    view = page_of(qtbot, at_board, case_id)
    QTest.keyClick(view.log, Key.Key_S)
    dialog = asked(qtbot, at_board, ScreeningDialog)
    dialog.activateWindow()
    qtbot.waitUntil(dialog.isActiveWindow, timeout=30_000)
    assert dialog.alarm.isHidden()
    press(dialog, Key.Key_1)
    assert dialog.alarm.isVisible()
    assert dialog.when.time.text() == "now 03:12"
    press(dialog, Key.Key_E)
    answered(qtbot, at_board)
    told = case_of(at_board, case_id).screenings[-1].sheet
    assert told.signs.urgent == ("breathing",)
    assert told.outcome.decision == "ems_called"
    assert told.health.allergies is None


def test_none_seen_takes_the_signs_back_and_nothing_alarms(qtbot: QtBot, at_board: Opened) -> None:
    dialog = sheet(qtbot, at_board)
    press(dialog, Key.Key_2, Key.Key_5)
    assert dialog.is_urgent()
    press(dialog, Key.Key_0)
    assert not dialog.is_urgent() and dialog.alarm.isHidden()
    press(dialog, Key.Key_E)
    assert dialog.isVisible()
    fill(dialog, **{"outcome.decision": "fit_to_stay"})
    found = dialog.answer()
    assert isinstance(found, MedicallyScreened) and found.signs.urgent == ()
    dialog.reject()


def test_the_steps_are_walked_by_key_and_hold_every_question(
    qtbot: QtBot, at_board: Opened
) -> None:
    dialog = sheet(qtbot, at_board)
    assert [name for step in STEPS for name in step.asks] == [ask.name for ask in SHEET.asks]
    for place in range(1, len(STEPS)):
        press(dialog, Key.Key_PageDown)
        assert dialog.step() == place
        seen = {name for name, one in dialog.asked.items() if not one.isHidden()}
        assert seen and seen <= set(STEPS[place].asks)
    press(dialog, Key.Key_PageUp)
    assert dialog.step() == len(STEPS) - 2
    dialog.reject()


def test_saving_without_a_decision_brings_its_step_to_sight(qtbot: QtBot, at_board: Opened) -> None:
    dialog = sheet(qtbot, at_board)
    dialog.submit()
    assert dialog.step() == len(STEPS) - 1
    assert dialog.decision.error() == "Choose what was decided."
    dialog.asked["outcome.decision"].set_value("clinic")  # type: ignore[attr-defined]
    dialog.submit()
    assert dialog.step() == 0
    assert dialog.when.time.error().startswith("Write when it was")
    dialog.reject()


def test_a_click_on_the_outline_names_part_and_side(qtbot: QtBot, at_board: Opened) -> None:
    dialog = sheet(qtbot, at_board)
    dialog.go_to(1)
    injuries = field(dialog, "signs.injuries", InjuriesField)
    for part, side in (("knee", "left"), ("back", "middle"), ("hand", "right")):
        at = injuries.map.place(part, side)
        QTest.mouseClick(
            injuries.map, Qt.MouseButton.LeftButton, pos=QPoint(round(at.x()), round(at.y()))
        )
        assert injuries.part.text() == WORDS["body_part"][part]
        assert injuries.side.value() == side
    injuries.injury.set_value("bruise")
    QTest.keyClick(dialog, Key.Key_A, ALT)
    assert injuries.value() == (Injury(part="hand", side="right", injury="bruise"),)
    dialog.reject()


def test_an_injury_is_named_by_key_and_added_when_the_sheet_is_saved(
    qtbot: QtBot, at_board: Opened
) -> None:
    dialog = sheet(qtbot, at_board)
    dialog.go_to(1)
    injuries = field(dialog, "signs.injuries", InjuriesField)
    injuries.part.set_text("Forearm")
    fill(dialog, **{"outcome.decision": "fit_to_stay"})
    assert dialog.answer() is None
    assert injuries.error() == "Finish this injury, or empty it."
    injuries.injury.set_value("burn")
    found = dialog.answer()
    assert isinstance(found, MedicallyScreened)
    assert found.signs.injuries == (Injury(part="forearm", injury="burn"),)
    injuries.change(0)
    assert injuries.part.text() == "Forearm" and injuries.parts == []
    dialog.reject()


def test_every_part_of_the_body_is_on_the_outline(at_board: Opened) -> None:
    assert {spot.part for spot in SPOTS} == set(WORDS["body_part"])
    assert not figure().isEmpty()
    assert figure().elementCount() > 20
    assert BodyMap().place("no such part", "left").x() > 0


def test_the_four_answers_that_are_none(qtbot: QtBot, at_board: Opened) -> None:
    case_id = child(at_board)
    dialog = opened_form(qtbot, at_board, "screen", case_id, ScreeningDialog)
    allergies = field(dialog, "health.allergies", AskedField)
    allergies.choice.set_value("not_asked")
    assert allergies.words.isHidden()
    last_meal = field(dialog, "wellbeing.last_meal", LastTimeField)
    last_meal.set_answer(Answer("refused"))
    values = {"signs.urgent": "unknown", "signs.pain": "does_not_apply"}
    fill(dialog, **{"outcome.decision": "fit_to_stay", "signs.injuries": "refused", **values})
    told = saved(qtbot, at_board, dialog, case_id).screenings[-1].sheet
    assert told.signs.urgent == "unknown"
    assert (told.signs.pain, told.signs.injuries) == ("does_not_apply", "refused")
    assert told.health.allergies == Asked(answer="not_asked")
    assert told.wellbeing.last_meal == "refused"
    assert told.wellbeing.last_water is None


def test_a_last_time_is_an_instant_or_words(qtbot: QtBot, at_board: Opened) -> None:
    dialog = sheet(qtbot, at_board)
    meal = field(dialog, "wellbeing.last_meal", LastTimeField)
    meal.set_answer(Answer("given", "02:10"))
    last = meal.last()
    assert isinstance(last, LastTime) and last.at is not None
    assert (at_board.desk.clock() - last.at).total_seconds() == 62 * 60
    meal.set_answer(Answer("given", "two nights ago"))
    assert meal.last() == LastTime(words="two nights ago")
    dialog.reject()


def test_the_next_look_is_reminded_of(qtbot: QtBot, at_board: Opened) -> None:
    case_id = child(at_board)
    dialog = opened_form(qtbot, at_board, "screen", case_id, ScreeningDialog)
    QTest.keyClicks(dialog.asked["outcome.recheck_at"].control, "05:00")
    fill(dialog, **{"outcome.decision": "fit_to_stay"})
    case = saved(qtbot, at_board, dialog, case_id)
    assert [one.code for one in reminders(case)] == ["recheck"]


def test_a_draft_of_the_sheet_comes_back_whole(qtbot: QtBot, at_board: Opened) -> None:
    case_id = child(at_board)
    dialog = opened_form(qtbot, at_board, "screen", case_id, ScreeningDialog)
    injuries = field(dialog, "signs.injuries", InjuriesField)
    injuries.set_value((Injury(part="knee", side="left", injury="cut", words="deep"),))
    injuries.part.set_text("Neck")
    field(dialog, "wellbeing.fear", AskedField).set_value(Asked(answer="yes", words="an uncle"))
    dialog.reject()
    answered(qtbot, at_board)
    again = opened_form(qtbot, at_board, "screen", case_id, ScreeningDialog)
    injuries = field(again, "signs.injuries", InjuriesField)
    assert injuries.parts == [Injury(part="knee", side="left", injury="cut", words="deep")]
    assert injuries.part.text() == "Neck"
    assert field(again, "wellbeing.fear", AskedField).value() == Asked(
        answer="yes", words="an uncle"
    )
    again.reject()


def test_a_sheet_is_amended_by_its_own_questions(at_board: Opened) -> None:
    case = case_of(at_board, child(at_board))
    desk = at_board.session.case_actions.at_desk
    entry = case.log[0].entry.id
    before = msgspec.structs.replace(TOLD, occurred_at=START)
    dialog = AmendForm(SHEET, case, (entry, before), desk, at_board.window)
    dialog.reason.set_text("The other knee")
    found = dialog.answer()
    assert isinstance(found, Amended)
    after = read(found.replacement)
    assert isinstance(after, MedicallyScreened)
    assert after == before


def test_while_the_sheet_is_made_in_turns_no_second_one_is(
    qtbot: QtBot, at_board: Opened, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("minors_desk.ui.tasks.TURN", 0)
    actions, case_id, opened = at_board.session.case_actions, child(at_board), list[object]()
    actions.opened.connect(opened.append)
    at_board.window.show()

    def pressed_again() -> bool:
        actions.do("screen", case_id)
        return bool(opened)

    qtbot.waitUntil(pressed_again, timeout=LONG)
    quiet(qtbot, at_board)
    assert len(opened) == 1
    dialog = actions.current()
    assert isinstance(dialog, ScreeningDialog) and dialog is opened[0]
    dialog.reject()
