"""Printing one paper of all cases of the handoff log: copies, files, stopping, what failed."""

from pathlib import Path

import pytest
from pypdf import PdfReader
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from minors_desk.services.many_papers import Tally
from minors_desk.ui.dialogs.many_papers_dialog import ManyPapersDialog
from minors_desk.ui.printing_many import PrintingMany
from minors_desk.ui.views.handoffs_view import HandoffsView
from tests.ui.case_steps import LONG, case_of, child, hand_over, quiet
from tests.ui.conftest import Opened
from tests.ui.supervisor_steps import asked, gone, press


def page_of(qtbot: QtBot, at: Opened) -> HandoffsView:
    """The handoff log with one handoff that ended."""
    at.window.show()
    hand_over(qtbot, at, child(at, name="Ana Caal")).reject()
    quiet(qtbot, at)
    return gone(qtbot, at, "7", HandoffsView)


def test_a_paper_of_each_case_of_the_list_is_issued_and_saved(
    qtbot: QtBot, at_board: Opened, tmp_path: Path
) -> None:
    page = page_of(qtbot, at_board)
    press(qtbot, page, "A")
    ask = asked(qtbot, page, ManyPapersDialog)
    ask.paper.set_value("contact_log")
    ask.submit()
    asked(qtbot, page, QFileDialog).reject()
    (row,) = page.model.rows()
    assert case_of(at_board, row.case_id).papers == ()
    with qtbot.waitSignal(page.papers.printing.ended, timeout=LONG):
        page.papers.print_to((row.case_id,), "contact_log", tmp_path)
    quiet(qtbot, at_board)
    (file,) = tmp_path.glob("*.pdf")
    assert file.name == f"CL-{row.case}-v1-c1.pdf"
    assert row.case in PdfReader(file).pages[0].extract_text()
    (paper,) = case_of(at_board, row.case_id).papers
    assert paper.outcomes == ("printed_file",)
    assert page.notice.title() == "1 of 1 papers were saved."
    assert page.papers.failures.isHidden() and page.papers.button.isEnabled()


def test_what_cannot_be_printed_is_told_at_the_end(
    qtbot: QtBot, at_board: Opened, tmp_path: Path
) -> None:
    page = page_of(qtbot, at_board)
    cases = [page.model.rows()[0].case_id, child(at_board)]
    with qtbot.waitSignal(page.papers.printing.ended, timeout=LONG):
        page.papers.print_to(cases, "transfer_receipt", tmp_path)
    quiet(qtbot, at_board)
    assert page.notice.title() == "1 of 2 papers were saved."
    assert page.papers.failures.isVisible()


def test_a_folder_that_is_none_prints_nothing(
    qtbot: QtBot, at_board: Opened, tmp_path: Path
) -> None:
    page = page_of(qtbot, at_board)
    (row,) = page.model.rows()
    page.papers.print_to((row.case_id,), "contact_log", tmp_path / "no such folder")
    assert page.notice.title() == "That is no folder."
    assert not page.papers.printing.is_running()
    assert case_of(at_board, row.case_id).papers == ()


def test_it_stops_between_two_papers_and_others_come_between(
    qtbot: QtBot, at_board: Opened, tmp_path: Path
) -> None:
    cases = [child(at_board) for _ in range(4)]
    lane = PrintingMany(at_board.desk, at_board.window.tasks, at_board.session.bus, at_board.window)
    told: list[Tally] = []
    between: list[int] = []
    lane.ended.connect(told.append)

    def stepped(done: int, _total: int) -> None:
        if done == 1:
            at_board.window.tasks.on_record(
                lane, lambda: None, lambda _: between.append(done), pytest.fail
            )
        if done == 2:
            lane.stop()

    lane.stepped.connect(stepped)
    lane.begin(cases, "contact_log", tmp_path)
    qtbot.waitUntil(lambda: bool(told), timeout=LONG)
    (tally,) = told
    assert between == [1] and 2 <= len(tally.printed) <= 3
    assert tally.not_tried == 4 - len(tally.printed) == 4 - len(list(tmp_path.glob("*.pdf")))
    for case_id in cases[len(tally.printed) :]:
        assert case_of(at_board, case_id).papers == ()
