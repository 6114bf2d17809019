"""The case page: what it says of a child, what it keeps hidden, its keys and its clocks."""

from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from minors_desk.domain.alter import Withdrawn
from minors_desk.domain.care import WelfareChecked
from minors_desk.domain.custody import Moved
from minors_desk.domain.encounter import Encountered
from minors_desk.domain.facts import FactTold, PersonName
from minors_desk.services import cases
from minors_desk.ui import theme
from minors_desk.ui.dialogs.withdraw_dialog import WithdrawDialog
from minors_desk.ui.forms.asked_form import AskedForm
from minors_desk.ui.kit.clock import CountdownClock
from minors_desk.ui.kit.dialog import Ask
from minors_desk.ui.kit.section import Section
from minors_desk.ui.kit.type import Label, LongText
from minors_desk.ui.models.log_model import LOG_ROLE, LogRow
from minors_desk.ui.views.case_view import CaseView
from minors_desk.ui.views.log_list import _laid
from tests.ui.case_steps import LONG, add, asked, case_of, child, page_of, quiet
from tests.ui.conftest import Opened


def rows(view: CaseView) -> list[LogRow]:
    model = view.model
    return [model.data(model.index(place), LOG_ROLE) for place in range(model.rowCount())]


def texts(view: CaseView) -> str:
    """All that the sections of the page say."""
    sections = [part for part in view._sections.findChildren(Section) if not part.isHidden()]
    shown = "\n".join(label.text() for part in sections for label in part.findChildren(Label))
    return shown.replace("\u00a0", " ")


def test_an_unnamed_child_is_called_by_what_is_seen(qtbot: QtBot, at_board: Opened) -> None:
    view = page_of(qtbot, at_board, child(at_board, custody=False))
    assert view.head.title() == "Unknown girl, about 15"
    assert [row.heading for row in rows(view)] == ["Encounter"]
    assert "not chosen: counts as non-offender" in texts(view)
    assert view.main_buttons["begin_custody"].isVisible()
    assert at_board.window.windowTitle() == "Minors Desk - Area Central"


def test_rival_names_stand_side_by_side_with_their_source(qtbot: QtBot, at_board: Opened) -> None:
    case_id = child(at_board, name="Ana Caal")
    now = at_board.desk.clock()
    rival = PersonName(as_said="Anna Kaal", name_kind="on_document")
    add(
        at_board,
        case_id,
        FactTold(occurred_at=now, fact="name", value=rival, source="document", certainty="sure"),
    )
    view = page_of(qtbot, at_board, case_id)
    said = texts(view)
    assert view.head.title() == "Anna Kaal"
    assert "Ana Caal" in said and "says so · likely" in said
    assert "document seen · sure" in said


@pytest.mark.parametrize(
    ("key", "heading"),
    [
        (Qt.Key.Key_W, "Welfare check"),
        (Qt.Key.Key_M, "Moved"),
        (Qt.Key.Key_L, "Locked or unlocked"),
        (Qt.Key.Key_R, "Watch relieved"),
        (Qt.Key.Key_T, "Left by transport"),
        (Qt.Key.Key_E, "Custody ended otherwise"),
        (Qt.Key.Key_N, "Name told"),
        (Qt.Key.Key_H, "Hand over"),
    ],
)
def test_each_key_opens_its_question(
    qtbot: QtBot, at_board: Opened, key: Qt.Key, heading: str
) -> None:
    view = page_of(qtbot, at_board, child(at_board))
    QTest.keyClick(view.log, key)
    dialog = asked(qtbot, at_board, Ask)
    assert (dialog.windowTitle(), dialog.accessibleName()) == ("Minors Desk", heading)
    dialog.reject()


def test_b_begins_custody(qtbot: QtBot, at_board: Opened) -> None:
    case_id = child(at_board, custody=False)
    view = page_of(qtbot, at_board, case_id)
    QTest.keyClick(view.log, Qt.Key.Key_B)
    dialog = asked(qtbot, at_board, AskedForm)
    assert dialog.case.id == case_id
    dialog.reject()


def test_b_says_why_custody_does_not_begin_twice(qtbot: QtBot, at_board: Opened) -> None:
    held = page_of(qtbot, at_board, child(at_board))
    QTest.keyClick(held.log, Qt.Key.Key_B)
    quiet(qtbot, at_board)
    assert held.notice.title() == "This child is in our custody already."
    assert at_board.session.case_actions.current() is None


def test_escape_goes_back_to_the_board(qtbot: QtBot, at_board: Opened) -> None:
    view = page_of(qtbot, at_board, child(at_board))
    with qtbot.waitSignal(view.left):
        QTest.keyClick(view.log, Qt.Key.Key_Escape)


def test_what_is_owed_ticks_without_reading_and_shows_its_law(
    qtbot: QtBot, at_board: Opened, monkeypatch: pytest.MonkeyPatch
) -> None:
    case_id = child(at_board, legal="accused_delinquent")
    now = at_board.desk.clock()
    locked = Moved(
        occurred_at=now, place="Area Central", room="2", secure=True, watched_by="Ofc. Ames"
    )
    add(at_board, case_id, locked)
    view = page_of(qtbot, at_board, case_id)
    cards = {one.accessibleName().partition(".")[0]: one for one in view.owed.cards}
    check = cards["Welfare check every 15 minutes while locked"]
    limit = cards["Out of the locked room within 6 hours behind a lock"]
    assert "station rule, not law" in check.accessibleName()
    assert limit.law() == ""
    limit.law_button.click()
    # The citation stands on the card already.
    assert "34 U.S.C. 11133(a)(13)(A)" in limit.accessibleName()
    assert "Verified 2026-11-24:" in limit.law()

    def no_reading(*_: object) -> None:
        raise AssertionError("a clock read the record")

    monkeypatch.setattr(cases, "page", no_reading)
    at_board.story.go_on(31)
    at_board.session.ticker.ticked.emit()
    reading = check._countdown.reading()
    assert reading is not None and reading.words == "16 min past station target"
    assert "31 min" in texts(view)
    wanted = []
    view.owed.wanted.connect(wanted.append)
    assert check.button is not None and limit.button is not None
    assert (check.button.text(), check.action) == ("Log it", "check")
    assert limit.action in ("lock", "move")


def test_a_locked_child_charged_with_nothing_is_a_finding_that_names_the_law(
    qtbot: QtBot, at_board: Opened
) -> None:
    case_id = child(at_board)
    now = at_board.desk.clock()
    add(at_board, case_id, Moved(occurred_at=now, place="A", secure=True, watched_by="Ofc. Ames"))
    said = texts(page_of(qtbot, at_board, case_id))
    assert "34 U.S.C. 11133(a)(11)(A)(ii)" in said and "US-JJ-01" in said


def test_late_and_withdrawn_entries_are_marked_and_struck(qtbot: QtBot, at_board: Opened) -> None:
    case_id = child(at_board)
    at_board.story.go_on(60)
    now = at_board.desk.clock()
    before = now - timedelta(minutes=40)
    late = WelfareChecked(occurred_at=before, condition="asleep", late_because="told_later")
    add(at_board, case_id, late)
    target = case_of(at_board, case_id).log[-1].entry.id
    add(at_board, case_id, Withdrawn(occurred_at=now, target=target, reason="Another child"))
    view = page_of(qtbot, at_board, case_id)
    row = next(one for one in rows(view) if one.entry_id == target)
    said = [block.text for block in row.blocks]
    assert not row.counts and row.blocks[0].struck
    assert any("Was told of it later" in text for text in said)
    assert any("Withdrawn" in text and "Another child" in text for text in said)
    assert rows(view)[0].heading == "Withdrawn"


def test_del_withdraws_the_chosen_entry_with_a_reason(qtbot: QtBot, at_board: Opened) -> None:
    case_id = child(at_board)
    add(at_board, case_id, WelfareChecked(occurred_at=at_board.desk.clock(), condition="calm"))
    view = page_of(qtbot, at_board, case_id)
    place = next(n for n, row in enumerate(rows(view)) if row.heading == "Welfare check")
    view.log.setCurrentIndex(view.model.index(place))
    QTest.keyClick(view.log, Qt.Key.Key_Delete)
    dialog = asked(qtbot, at_board, WithdrawDialog)
    dialog.submit()
    assert dialog.reason.error() == "Write why this entry counts no longer."
    dialog.reason.set_text("Another child")
    with qtbot.waitSignal(view.shown, timeout=30_000):
        dialog.submit()
    assert case_of(at_board, case_id).checks == ()
    row = next(one for one in rows(view) if one.heading == "Welfare check")
    assert not row.counts and view.log.chosen() == row.entry_id


def test_a_very_long_name_is_whole_on_demand_and_harms_nothing(
    qtbot: QtBot, at_board: Opened
) -> None:
    name = ("أنا देवी 王小明 <img src=x> " * 500)[:10_000]
    view = page_of(qtbot, at_board, child(at_board, name=name))
    long = next(one for one in view._sections.findChildren(LongText) if one.whole() == name)
    assert len(view.head.title()) < 700
    assert all(len(block.text) <= 300 for row in rows(view) for block in row.blocks)
    assert view.width() <= at_board.window.width()
    long._toggle()
    assert long._view is not None and "<img src=x>" in long._view.toPlainText()


@pytest.mark.parametrize("letter", ["W", "م", "दे", "王"])
def test_a_name_without_a_space_does_not_widen_the_page(
    qtbot: QtBot, at_board: Opened, letter: str
) -> None:
    view = page_of(qtbot, at_board, child(at_board, name=letter * 5_000))
    middle = view.columns._middle
    qtbot.waitUntil(lambda: middle.viewport().width() > 300, timeout=30_000)
    content = middle.widget()
    assert content is not None and content.width() <= middle.viewport().width()


def test_another_child_leaves_nothing_on_the_page(qtbot: QtBot, at_board: Opened) -> None:
    first, second = child(at_board, name="Ana Caal"), child(at_board, name="Li Wei")
    view = page_of(qtbot, at_board, first)
    view.show_case(second)
    assert view.page() is None and not view.head.isVisible() and not view._body.isVisible()
    quiet(qtbot, at_board)
    assert view.head.title() == "Li Wei" and "Ana" not in texts(view)


def test_larger_text_takes_fewer_columns(
    qtbot: QtBot, at_board: Opened, qapp: QApplication
) -> None:
    at_board.window.resize(1366, 768)
    view = page_of(qtbot, at_board, child(at_board))
    found = []
    for percent in (100, 150, 200):
        theme.apply(qapp, "light", percent)
        at_board.window.resize(1366, 768 + len(found))
        qtbot.wait(1)
        found.append(view.columns.columns())
    assert found == [3, 2, 1]
    assert at_board.window.width() == 1366


def test_the_titles_of_the_clocks_stand_whole_in_the_head(qtbot: QtBot, at_board: Opened) -> None:
    case_id = child(at_board, legal="accused_delinquent")
    locked = Moved(
        occurred_at=at_board.desk.clock(),
        place="Area Central",
        room="Processing 1",
        secure=True,
        secure_reason="Fingerprints",
        watched_by="Ofc. Ames",
    )
    add(at_board, case_id, locked)
    view = page_of(qtbot, at_board, case_id)
    clocks = view.head.findChildren(CountdownClock)
    assert len(clocks) == 3
    for clock in clocks:
        assert clock.isVisible()
        assert clock.width() >= clock.sizeHint().width()


def test_larger_text_turns_the_page_round_and_its_keys_go_on(
    qtbot: QtBot, qapp: QApplication, at_board: Opened
) -> None:
    view = page_of(qtbot, at_board, child(at_board))
    at_board.window.resize(1366, 768)
    qtbot.waitUntil(at_board.window.isActiveWindow, timeout=LONG)
    view.log.setFocus()
    theme.apply(qapp, "dark", 200)
    qtbot.waitUntil(lambda: view.columns.columns() == 1, timeout=LONG)
    assert view.log.hasFocus()
    QTest.keyClick(view.log, Qt.Key.Key_W)
    asked(qtbot, at_board, AskedForm).reject()


def test_in_one_column_the_page_scrolls_to_the_chosen_entry(
    qtbot: QtBot, qapp: QApplication, at_board: Opened
) -> None:
    view = page_of(qtbot, at_board, child(at_board))
    at_board.window.resize(1366, 768)
    theme.apply(qapp, "light", 200)
    qtbot.waitUntil(lambda: view.columns.columns() == 1, timeout=LONG)
    qtbot.waitUntil(lambda: view.log.width() > 800, timeout=LONG)
    QTest.keyClick(view.log, Qt.Key.Key_Down)
    row = view.log.visualRect(view.log.currentIndex())
    qtbot.waitUntil(
        lambda: view.log.viewport().visibleRegion().contains(row.center()), timeout=LONG
    )


def test_a_sex_nobody_wrote_down_is_said_to_be_so(qtbot: QtBot, at_board: Opened) -> None:
    met = Encountered(
        occurred_at=at_board.desk.clock(), encounter_id=at_board.desk.new_id(), place="Store"
    )
    case_id, changes = cases.open_case(at_board.desk, met)
    at_board.session.bus.publish(changes)
    view = page_of(qtbot, at_board, case_id)
    assert view.head.title() == "Unknown child"
    assert "not written down" in texts(view)
    assert "Not clear" not in texts(view)


@pytest.mark.parametrize("letter", ["ش", "कि", "x", "ж"])
def test_a_word_longer_than_the_log_goes_on_in_the_next_line(
    qtbot: QtBot, at_board: Opened, letter: str
) -> None:
    view = page_of(qtbot, at_board, child(at_board, name=letter * 120))
    width = view.log.viewport().width()
    told = next(row for row in rows(view) if row.heading == "Told")
    laid = _laid(told.blocks[0], width // 2)
    assert laid.lineCount() > 1
    lines = (laid.lineAt(place) for place in range(laid.lineCount()))
    assert max(line.naturalTextWidth() for line in lines) <= width // 2 + 1
