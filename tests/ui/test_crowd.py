"""Fifty children at once: the board shows and ticks them without reading; Find shows the first."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from minors_desk.domain.changes import Changes
from minors_desk.services import cases, finding, sampling, verifying
from minors_desk.ui.models.board_model import Part
from tests.ui.case_steps import LONG, quiet
from tests.ui.conftest import Opened
from tests.ui.supervisor_steps import in_front

FIFTY = 50
Key, CONTROL = Qt.Key, Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def crowded(qtbot: QtBot, at_board: Opened) -> Opened:
    """The desk with fifty invented children of the last two nights, and the board read."""
    at_board.desk.clock = at_board.story
    at_board.story.go_on(3 * 24 * 60)
    sampling.make_night(at_board.desk, cases=FIFTY, seed=3)
    at_board.session.bus.publish(Changes())
    at_board.window.show()
    in_front(qtbot, at_board.window)
    quiet(qtbot, at_board)
    return at_board


def test_the_board_has_all_and_keys_go_through_them(qtbot: QtBot, crowded: Opened) -> None:
    board = crowded.session.board
    here = [row for row in board.model.rows() if row.part is Part.IN_CUSTODY]
    assert len(here) > FIFTY // 2
    assert len(cases.listed(crowded.desk)) == FIFTY
    board.focus_list()
    for _ in board.model.rows():
        QTest.keyClick(board.list, Key.Key_Down)
    last = board.chosen()
    assert last is not None and last.card.case_id == board.model.rows()[-1].card.case_id
    with qtbot.waitSignal(crowded.session.case.shown, timeout=LONG):
        QTest.keyClick(board.list, Key.Key_Return)
    assert crowded.session.case.case_id() == last.card.case_id


def test_a_tick_reads_nothing(crowded: Opened, monkeypatch: pytest.MonkeyPatch) -> None:
    board = crowded.session.board
    before = [row.time for row in board.model.rows()]
    monkeypatch.setattr(cases, "the_board", lambda _: pytest.fail("the board was read"))
    monkeypatch.setattr("minors_desk.domain.duties.clocks", lambda *_: pytest.fail("duties"))
    crowded.story.go_on(1)
    crowded.session.ticker.ticked.emit()
    assert not crowded.window.tasks.busy()
    assert [row.time for row in board.model.rows()] != before


def test_find_says_that_there_may_be_more(qtbot: QtBot, crowded: Opened) -> None:
    QTest.keyClick(crowded.window.focusWidget() or crowded.window, Key.Key_F, CONTROL)
    view = crowded.session.page_of("find")
    QTest.keyClicks(view.focusWidget() or view, "26-00")
    qtbot.waitUntil(lambda: len(view.hits.rows()) == finding.MOST_HITS, timeout=LONG)
    assert view._below.text() == "The first 50 cases: type more to find fewer"


def test_what_was_invented_is_whole(crowded: Opened) -> None:
    assert verifying.verify_record(crowded.desk, signatures=True).problems == ()
