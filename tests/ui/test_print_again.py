"""What prints a paper again opens that very paper: the main button, a section, the handoff log."""

from pathlib import Path

from pytestqt.qtbot import QtBot

from minors_desk.ui.kit.button import Button
from minors_desk.ui.views.handoffs_view import HandoffsView
from minors_desk.ui.views.print_view import RECEIPT, PrintView
from tests.ui.case_steps import LONG, asked, case_of, child, hand_over, page_of, quiet
from tests.ui.conftest import Opened
from tests.ui.supervisor_steps import gone, press

RECEIPT_TITLE = "Transfer-of-custody receipt · attempt 1"


def title(qtbot: QtBot, at: Opened) -> str:
    """The paper that the print page opened with; the page is closed."""
    view = asked(qtbot, at, PrintView)
    qtbot.waitUntil(view.panel.save_button.isEnabled, timeout=LONG)
    shown = view.panel.title.text()
    view.reject()
    quiet(qtbot, at)
    return shown


def test_each_paper_in_the_section_opens_itself(
    qtbot: QtBot, at_board: Opened, tmp_path: Path
) -> None:
    case_id = child(at_board, name="Ana Caal")
    hand_over(qtbot, at_board, case_id).accept()
    for which in ((RECEIPT, 1), ("contact_log", 0)):
        at_board.session.case_actions.print_paper(case_id, which)
        view = asked(qtbot, at_board, PrintView)
        qtbot.waitUntil(view.panel.save_button.isEnabled, timeout=LONG)
        view.save_to(tmp_path / f"{which[0]}.pdf")
        qtbot.waitUntil(lambda view=view: not view.is_busy(), timeout=LONG)
        quiet(qtbot, at_board)
        view.reject()
    page = page_of(qtbot, at_board, case_id)
    again = {
        one.accessibleName().split(" · ")[0]: one
        for one in page._sections.findChildren(Button)
        if one.text() == "Print again"
    }
    assert len(again) == 2
    opened = set()
    for button in again.values():
        button.click()
        opened.add(title(qtbot, at_board))
    assert opened == {RECEIPT_TITLE, "Contact and notification log"}


def test_the_main_button_opens_the_receipt_of_the_handoff(qtbot: QtBot, at_board: Opened) -> None:
    case_id = child(at_board)
    hand_over(qtbot, at_board, case_id).accept()
    page_of(qtbot, at_board, case_id).main_buttons["print_receipt"].click()
    assert title(qtbot, at_board) == RECEIPT_TITLE


def test_the_handoff_log_opens_the_receipt_of_the_chosen_attempt(
    qtbot: QtBot, at_board: Opened
) -> None:
    at_board.window.show()
    case_id = child(at_board)
    hand_over(qtbot, at_board, case_id).accept()
    quiet(qtbot, at_board)
    page = gone(qtbot, at_board, "7", HandoffsView)
    press(qtbot, page, "R")
    assert title(qtbot, at_board) == RECEIPT_TITLE
    assert case_of(at_board, case_id).papers == ()
