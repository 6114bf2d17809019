"""What is asked less often waits behind *More*; what says something is in sight."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from minors_desk.domain.care import MedicineGiven
from minors_desk.ui.forms.asked_form import AskedForm
from tests.ui.case_steps import LONG, add, asked, case_of, child, form, put, quiet
from tests.ui.conftest import Opened

LONG_FORMS = (
    "begin_custody",
    "give_medicine",
    "tell_rights",
    "person",
    "tell_language",
    "tell_name",
    "trafficking_sign",
    "protection_concern",
    "questioning",
    "consular_offer",
    "consular_notice",
    "missing_report",
)
MOST = 7


def in_sight(dialog: AskedForm) -> list[str]:
    return [name for name, field in dialog.asked.items() if not field.isHidden()]


@pytest.mark.parametrize("act", LONG_FORMS)
def test_a_form_shows_seven_fields_at_most_and_does_not_scroll(
    qtbot: QtBot, at_board: Opened, act: str
) -> None:
    case_id = child(at_board, custody=act != "begin_custody")
    dialog = form(qtbot, at_board, act, case_id)
    assert len(in_sight(dialog)) <= MOST
    assert not dialog._scroll.verticalScrollBar().isVisible()
    dialog.reject()
    quiet(qtbot, at_board)


def test_more_is_reached_by_keys_and_leads_to_its_first_field(
    qtbot: QtBot, at_board: Opened
) -> None:
    dialog = form(qtbot, at_board, "give_medicine", child(at_board))
    assert "given_by" not in in_sight(dialog)
    assert "Given by" in dialog.more.text()
    dialog.activateWindow()
    qtbot.waitUntil(dialog.isActiveWindow, timeout=LONG)
    dialog.more.setFocus()
    QTest.keyClick(dialog.more, Qt.Key.Key_Space)
    assert dialog.asked["given_by"].control.hasFocus()
    QTest.keyClick(dialog.more, Qt.Key.Key_Space)
    assert "given_by" not in in_sight(dialog)
    dialog.reject()
    quiet(qtbot, at_board)


def test_what_says_something_is_in_sight_when_it_is_amended(qtbot: QtBot, at_board: Opened) -> None:
    case_id = child(at_board)
    now = at_board.desk.clock()
    given = MedicineGiven(
        occurred_at=now, medicine="Salbutamol", dose="2 puffs", answer="accepted", note="wheezing"
    )
    add(at_board, case_id, given)
    at_board.window.show()
    entry_id = case_of(at_board, case_id).log[-1].entry.id
    at_board.session.case_actions.amend(case_id, entry_id)
    dialog = asked(qtbot, at_board, AskedForm)
    assert dialog.more.isChecked()
    assert {"note", "given_by"} <= set(in_sight(dialog))
    put(dialog, "note", "")
    assert "note" in in_sight(dialog)
    dialog.reject()
    quiet(qtbot, at_board)
