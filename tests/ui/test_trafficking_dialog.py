"""The screening for trafficking: by digits, apart from who came with the child, and amended."""

from uuid import UUID

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from minors_desk.domain.contacts import ReportSent
from minors_desk.domain.facts import FactTold, PersonName
from minors_desk.domain.people import PersonTold
from minors_desk.domain.trafficking_screening import TraffickingScreened
from minors_desk.ui.acts.trafficking_screening import SHEET, STEPS
from minors_desk.ui.dialogs.trafficking_dialog import TraffickingDialog
from minors_desk.ui.kit.choice import ChoiceField
from minors_desk.ui.kit.section import Section
from minors_desk.ui.kit.type import Label
from minors_desk.ui.views.case_view import CaseView
from tests.domain.samples import case_of, encountered
from tests.domain.samples_trafficking import ONE_OF_EACH_OF_TRAFFICKING
from tests.ui.case_steps import add, asked, child, page_of
from tests.ui.conftest import Opened
from tests.ui.forms_steps import field, press, saved

Key = Qt.Key


def test_the_sheet_asks_all_in_steps_and_says_again_what_an_entry_says() -> None:
    assert [name for step in STEPS for name in step.asks] == [ask.name for ask in SHEET.asks]
    (told,) = ONE_OF_EACH_OF_TRAFFICKING
    assert isinstance(told, TraffickingScreened)
    said = {ask.name: SHEET.told(told).get(ask.name) for ask in SHEET.asks}
    when = {"occurred_at": told.occurred_at}
    again = SHEET.body({**said, **when}, case_of(encountered()))
    assert isinstance(again, TraffickingScreened)
    in_order = {one.indicator: one for one in again.looked}
    assert in_order == {one.indicator: one for one in told.looked}
    assert again.setting == told.setting and again.account == told.account


def texts(view: CaseView) -> list[str]:
    """What the page's part about trafficking says."""
    # Those of the page before are hidden, until Qt deletes them in its own time.
    sections = [one for one in view.findChildren(Section) if one.isVisibleTo(view)]
    (section,) = (one for one in sections if one.accessibleName() == "Trafficking")
    return [one.text().replace("\xa0", " ") for one in section.findChildren(Label)]


def with_escort(at: Opened) -> UUID:
    """A child who came with Luis Perez."""
    case_id, person, now = child(at), at.desk.new_id(), at.desk.clock()
    name = PersonName(as_said="Luis Perez")
    add(
        at,
        case_id,
        PersonTold(occurred_at=now, person_id=person, role="escort"),
        FactTold(occurred_at=now, fact="name", about=person, value=name, source="said"),
    )
    return case_id


def sheet_by_key(qtbot: QtBot, at: Opened, view: CaseView) -> TraffickingDialog:
    QTest.keyClick(view.log, Key.Key_S, Qt.KeyboardModifier.ShiftModifier)
    dialog = asked(qtbot, at, TraffickingDialog)
    dialog.activateWindow()
    qtbot.waitUntil(dialog.isActiveWindow, timeout=30_000)
    return dialog


def test_a_screening_by_keys_starts_the_notice_and_the_page_tells_what_is_still_to_come(
    qtbot: QtBot, at_board: Opened
) -> None:
    case_id = with_escort(at_board)
    view = page_of(qtbot, at_board, case_id)
    assert "not made, although it came with an escort" in texts(view)
    dialog = sheet_by_key(qtbot, at_board, view)
    assert "Luis Perez" in dialog.apart.title()
    press(dialog, Key.Key_PageDown)
    assert dialog.apart.isHidden()
    work, wages, unpaid, *_others = dialog.indicators()
    press(dialog, Key.Key_6, Key.Key_4, Key.Key_2)
    answers = ["not_asked", "not_seen", "child_said"]
    assert [one.choice.value() for one in (work, wages, unpaid)] == answers
    assert work.words.isHidden() and not unpaid.words.isHidden()
    assert dialog.when.time.text() == "now 03:12"
    outcome = field(dialog, "outcome", ChoiceField)
    outcome.set_value("none_seen")
    dialog.submit()
    assert dialog.step() == len(STEPS) - 1
    assert outcome.error() == "An indicator was seen or told: choose “Indicators found”."
    outcome.set_value("indicators_found")
    case = saved(qtbot, at_board, dialog, case_id)
    assert [one.answer for one in case.trafficking_screenings[-1].sheet.looked] == answers
    part = ReportSent(
        occurred_at=at_board.desk.clock(),
        report="trafficking_notice",
        to="HHS",
        method="web_form",
        part="Part A",
    )
    with qtbot.waitSignal(view.shown, timeout=30_000):
        add(at_board, case_id, part)
    told = "\n".join(texts(view))
    assert "Part A · the rest is still to come" in told
    assert "1-888-373-7888 · 24/7 · verified" in told
    assert "1 not asked · indicators, not a verdict" in told
