"""The brief of the shift from the board: by button and key, previewed, issued, saved and proved."""

from pathlib import Path

from pypdf import PdfReader
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog, QFileDialog
from pytestqt.qtbot import QtBot

from minors_desk.services import printing
from minors_desk.ui.actions import BRIEF, ON_A_CHILD
from minors_desk.ui.dialogs.verify_dialog import VerifyDialog
from minors_desk.ui.views.print_view import PrintView
from tests.ui.case_steps import LONG, asked, child, hand_over, quiet
from tests.ui.conftest import Opened


def opened(qtbot: QtBot, at: Opened) -> PrintView:
    view = asked(qtbot, at, PrintView)
    qtbot.waitUntil(view.panel.save_button.isEnabled, timeout=LONG)
    return view


def by_key(qtbot: QtBot, at: Opened) -> PrintView:
    at.session.board.focus_list()
    key, held = Qt.Key.Key_B, Qt.KeyboardModifier.ControlModifier
    QTest.keyClick(at.session.board.list, key, held)
    return opened(qtbot, at)


def test_the_key_previews_it_and_the_list_of_keys_names_it(qtbot: QtBot, at_board: Opened) -> None:
    child(at_board, name="Ana Caal")
    quiet(qtbot, at_board)
    view = by_key(qtbot, at_board)
    assert (view.panel.title.text(), view.panel.state.text()) == ("Shift brief", "PREVIEW")
    assert view.panel.pages.count() == 1
    assert at_board.desk.station.papers == {}
    assert any(hint.key == BRIEF for hint in ON_A_CHILD)
    view.reject()


def test_the_button_of_the_board_issues_saves_and_proves_it(
    qtbot: QtBot, at_board: Opened, tmp_path: Path
) -> None:
    ana = child(at_board, name="Ana Caal")
    gone = child(at_board, name="Luis Caal")
    hand_over(qtbot, at_board, gone).accept()
    quiet(qtbot, at_board)
    at_board.session.board.brief_button.click()
    view = opened(qtbot, at_board)
    view.panel.give_to("Sgt. Ortiz")
    file = tmp_path / "brief.pdf"
    view.save_to(file)
    qtbot.waitUntil(lambda: not view.is_busy(), timeout=LONG)
    quiet(qtbot, at_board)
    (copy,) = at_board.desk.station.papers.values()
    assert copy.outcomes == ("printed_file",) and view.panel.state.text() == "ISSUED"
    said = PdfReader(file).pages[0].extract_text()
    assert "Ana Caal" in said and "Luis Caal" in said and view.panel.seal_code in said
    code = view.panel.seal_code
    view.reject()
    assert printing.verify_paper(at_board.desk, code).verdict == "agrees"
    at_board.session.case_actions.verify_paper()
    dialog = asked(qtbot, at_board, VerifyDialog)
    dialog.code.set_text(code)
    QTest.keyClick(dialog, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    wanted = {"The shift", "In our custody now"}

    def titles() -> set[str]:
        return {part.accessibleName() for part in dialog.parts()}

    qtbot.waitUntil(lambda: wanted <= titles(), timeout=LONG)
    assert dialog.verdict.title() == "Paper and record agree."
    dialog.reject()
    assert ana != gone


def test_the_file_is_offered_by_its_number_and_no_name(qtbot: QtBot, at_board: Opened) -> None:
    child(at_board, name="Ana Caal")
    quiet(qtbot, at_board)
    view = by_key(qtbot, at_board)
    view.choose_file()
    ask = view.findChild(QFileDialog)
    assert ask is not None
    name = Path(ask.selectedFiles()[0]).name
    assert name.startswith("SB-") and name.endswith(".pdf") and "Ana" not in name
    ask.reject()
    view.reject()


def test_one_question_at_a_time(qtbot: QtBot, at_board: Opened) -> None:
    child(at_board, name="Ana Caal")
    quiet(qtbot, at_board)
    view = by_key(qtbot, at_board)
    at_board.session.case_actions.print_paper(None, ("shift_brief", 0))
    assert len([one for one in at_board.window.findChildren(QDialog) if one.isVisible()]) == 1
    view.reject()
