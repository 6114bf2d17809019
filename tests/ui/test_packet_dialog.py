"""The packet from the window: what it holds, printed or saved, and what came of it."""

from pathlib import Path
from uuid import UUID

import pytest
from pypdf import PdfReader
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from minors_desk.domain.packets import PACKET
from minors_desk.domain.printed import PrintFailed
from minors_desk.ui.dialogs.handoff_dialog import HandoffDialog
from minors_desk.ui.views.packet_dialog import PacketDialog
from minors_desk.ui.views.print_view import PrintView, open_packet
from minors_desk.ui.views.way_out import Printers
from tests.ui.case_steps import LONG, asked, case_of, child, hand_over, quiet
from tests.ui.conftest import Opened


@pytest.fixture
def over(qtbot: QtBot, at_board: Opened) -> UUID:
    """A child that was handed over."""
    case_id = child(at_board, name="Ana Caal")
    hand_over(qtbot, at_board, case_id).accept()
    return case_id


def opened(qtbot: QtBot, at: Opened, case_id: UUID, file: Path | None = None) -> PacketDialog:
    """The dialog alone; with a file, its printer writes that."""

    def printer(_name: str) -> QPrinter:
        made = QPrinter(QPrinter.PrinterMode.HighResolution)
        made.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
        made.setOutputFileName(str(file))
        return made

    lanes = (at.desk, at.window.tasks, at.session.bus)
    names = [] if file is None else ["Front desk"]
    dialog = PacketDialog(
        lanes, case_of(at, case_id), at.window, Printers(names=lambda: names, make=printer)
    )
    dialog.open()
    qtbot.waitUntil(dialog.action.isEnabled, timeout=LONG)
    quiet(qtbot, at)
    return dialog


def done(qtbot: QtBot, at: Opened, dialog: PacketDialog) -> None:
    qtbot.waitUntil(lambda: not dialog.is_busy(), timeout=LONG)
    quiet(qtbot, at)


def test_a_saved_packet_is_one_file_and_an_entry_of_each_copy(
    qtbot: QtBot, at_board: Opened, over: UUID, tmp_path: Path
) -> None:
    dialog = opened(qtbot, at_board, over)
    assert dialog.given_to.text() == "M. Ruiz · DCFS"
    file = tmp_path / "packet.pdf"
    dialog.save_to(file)
    done(qtbot, at_board, dialog)
    case = case_of(at_board, over)
    assert [one.number for one in case.packets] == [f"PK-{case.number}-1"]
    assert {one.outcomes for one in case.papers} == {("printed_file",)}
    read = PdfReader(file)
    assert dialog.seal_code in read.pages[0].extract_text()
    assert "Ana" not in read.pages[0].extract_text()
    assert dialog.notice.title() == "The packet was saved."
    dialog.reject()


def test_a_packet_is_printed(qtbot: QtBot, at_board: Opened, over: UUID, tmp_path: Path) -> None:
    file = tmp_path / "printed.pdf"
    dialog = opened(qtbot, at_board, over, file)
    dialog.for_whom.set_value("child")
    quiet(qtbot, at_board)
    dialog.submit()
    done(qtbot, at_board, dialog)
    case = case_of(at_board, over)
    assert [(one.paper, one.outcomes) for one in case.papers] == [
        ("child_receipt", ("printed_printer",))
    ]
    assert len(PdfReader(file).pages) == 2
    dialog.reject()


def test_a_packet_that_did_not_come_out_says_so_of_each_copy(
    qtbot: QtBot, at_board: Opened, over: UUID, tmp_path: Path
) -> None:
    dialog = opened(qtbot, at_board, over)
    dialog.save_to(tmp_path / "no such folder" / "packet.pdf")
    done(qtbot, at_board, dialog)
    assert dialog.notice.title() == "The file could not be written."
    case = case_of(at_board, over)
    assert {one.outcomes for one in case.papers} == {("print_failed",)}
    assert isinstance(case.log[-1].counts, PrintFailed)
    dialog.reject()


def test_without_a_handoff_nothing_can_be_issued(qtbot: QtBot, at_board: Opened) -> None:
    case_id = child(at_board, name="Ana Caal")
    lanes = (at_board.desk, at_board.window.tasks, at_board.session.bus)
    dialog = PacketDialog(lanes, case_of(at_board, case_id), at_board.window, Printers(names=list))
    dialog.open()
    quiet(qtbot, at_board)
    assert not dialog.action.isEnabled() and not dialog.save_button.isEnabled()
    dialog.choose_file()
    assert dialog.findChild(QFileDialog) is None
    dialog.for_whom.set_value("station")
    quiet(qtbot, at_board)
    assert dialog.action.isEnabled()
    dialog.reject()


def test_the_print_page_opens_it_by_a_key_and_then_tells_of_the_copies(
    qtbot: QtBot, at_board: Opened, over: UUID, tmp_path: Path
) -> None:
    at_board.session.case_actions.print_receipt(over)
    view = asked(qtbot, at_board, PrintView)
    qtbot.waitUntil(view.panel.packet_button.isEnabled, timeout=LONG)
    open_packet(view)
    dialog = view.findChild(PacketDialog)
    assert dialog is not None
    qtbot.waitUntil(dialog.action.isEnabled, timeout=LONG)
    dialog.save_to(tmp_path / "packet.pdf")
    done(qtbot, at_board, dialog)
    dialog.reject()
    quiet(qtbot, at_board)
    assert view.panel.papers is not None
    assert "copy 1 issued" in view.panel.papers.button("0").accessibleDescription()
    view.reject()


def test_after_an_accepted_handoff_the_packet_is_one_button_away(
    qtbot: QtBot, at_board: Opened
) -> None:
    case_id = child(at_board, name="Ana Caal")
    dialog = hand_over(qtbot, at_board, case_id)
    assert isinstance(dialog, HandoffDialog)
    assert dialog.packet.isVisible()
    dialog.packet.click()
    view = asked(qtbot, at_board, PrintView)
    qtbot.waitUntil(lambda: view.findChild(PacketDialog) is not None, timeout=LONG)
    packet = view.findChild(PacketDialog)
    assert packet is not None
    qtbot.waitUntil(packet.action.isEnabled, timeout=LONG)
    assert PACKET not in [one.paper for one in case_of(at_board, case_id).papers]
    packet.reject()
    quiet(qtbot, at_board)
    view.reject()
