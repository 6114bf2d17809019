"""The print page: preview, issue before drawing, printer or file, and what came of it."""

import stat
import tempfile
from pathlib import Path
from uuid import UUID

import pytest
from pypdf import PdfReader
from PySide6.QtCore import Qt
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog, QWidget
from pytestqt.qtbot import QtBot

from minors_desk.domain.facts import FactTold, PersonName
from minors_desk.domain.printed import PaperPrinted, PrintFailed
from minors_desk.ui.dialogs.verify_dialog import VerifyDialog
from minors_desk.ui.kit.type import Label
from minors_desk.ui.views.print_view import PrintView
from tests.ui.case_steps import LONG, add, asked, case_of, child, hand_over, quiet
from tests.ui.conftest import Opened


@pytest.fixture
def over(qtbot: QtBot, at_board: Opened) -> UUID:
    """A child that was handed over."""
    case_id = child(at_board, name="Ana Caal")
    hand_over(qtbot, at_board, case_id).accept()
    return case_id


def preview(qtbot: QtBot, at: Opened, case_id: UUID) -> PrintView:
    at.session.case_actions.print_receipt(case_id)
    view = asked(qtbot, at, PrintView)
    qtbot.waitUntil(view.panel.save_button.isEnabled, timeout=LONG)
    return view


def with_printer(qtbot: QtBot, at: Opened, case_id: UUID, file: Path) -> PrintView:
    """A print page whose printer writes a file."""

    def printer(_name: str) -> QPrinter:
        made = QPrinter(QPrinter.PrinterMode.HighResolution)
        made.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
        made.setOutputFileName(str(file))
        return made

    case = case_of(at, case_id)
    assert case.accepted_handoff is not None
    lanes = (at.desk, at.window.tasks, at.session.bus)
    wanted = ("transfer_receipt", case.accepted_handoff.number)
    view = PrintView(lanes, case, wanted, at.window, lambda: ["Front desk"], printer)
    view.open()
    qtbot.waitUntil(view.panel.print_button.isEnabled, timeout=LONG)
    return view


def done(qtbot: QtBot, at: Opened, view: PrintView) -> None:
    qtbot.waitUntil(lambda: not view.is_busy(), timeout=LONG)
    quiet(qtbot, at)


def test_a_preview_says_so_and_records_nothing(qtbot: QtBot, at_board: Opened, over: UUID) -> None:
    view = preview(qtbot, at_board, over)
    assert view.panel.state.text() == "PREVIEW"
    assert view.panel.pages.count() == 3
    assert case_of(at_board, over).papers == ()
    view.reject()


def test_saving_issues_first_and_records_the_file(
    qtbot: QtBot, at_board: Opened, over: UUID, tmp_path: Path
) -> None:
    view = preview(qtbot, at_board, over)
    file = tmp_path / "receipt.pdf"
    view.save_to(file)
    done(qtbot, at_board, view)
    case = case_of(at_board, over)
    assert case.papers[-1].outcomes == ("printed_file",)
    assert view.panel.state.text() == "ISSUED"
    assert view.panel.seal_code in PdfReader(file).pages[0].extract_text()
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    body = case.log[-1].counts
    assert isinstance(body, PaperPrinted) and body.given_to == "M. Ruiz · DCFS"
    view.reject()


def test_the_file_question_offers_the_number_of_the_paper_and_no_name(
    qtbot: QtBot, at_board: Opened, over: UUID
) -> None:
    view = preview(qtbot, at_board, over)
    view.choose_file()
    ask = view.findChild(QFileDialog)
    assert ask is not None
    number = case_of(at_board, over).number
    name = Path(ask.selectedFiles()[0]).name
    assert number in name and "Ana" not in name and name.endswith(".pdf")
    ask.reject()
    assert case_of(at_board, over).papers == ()
    view.reject()


def test_a_file_that_cannot_be_written_is_an_entry_too(
    qtbot: QtBot, at_board: Opened, over: UUID, tmp_path: Path
) -> None:
    view = preview(qtbot, at_board, over)
    view.save_to(tmp_path / "no such folder" / "receipt.pdf")
    done(qtbot, at_board, view)
    assert view.panel.notice.title() == "The file could not be written."
    case = case_of(at_board, over)
    assert case.papers[-1].outcomes == ("print_failed",)
    assert isinstance(case.log[-1].counts, PrintFailed)
    view.reject()


def test_each_printed_copy_is_a_copy_of_its_own(
    qtbot: QtBot, at_board: Opened, over: UUID, tmp_path: Path
) -> None:
    file = tmp_path / "printed.pdf"
    view = with_printer(qtbot, at_board, over, file)
    assert view.panel.copies() == 2
    view.print_out()
    done(qtbot, at_board, view)
    papers = case_of(at_board, over).papers
    assert [(one.version, one.copy, one.outcomes) for one in papers] == [
        (1, 1, ("printed_printer",)),
        (1, 2, ("printed_printer",)),
    ]
    page = PdfReader(file).pages[0]
    assert [round(float(side)) for side in page.mediabox[2:]] == [612, 792]
    view.reject()


@pytest.mark.qt_log_ignore("QPainter::begin")
def test_a_printer_that_takes_nothing_is_told_and_recorded(
    qtbot: QtBot, at_board: Opened, over: UUID, tmp_path: Path
) -> None:
    view = with_printer(qtbot, at_board, over, tmp_path / "no such folder" / "printed.pdf")
    view.print_out()
    done(qtbot, at_board, view)
    assert view.panel.notice.title() == "The printer took no paper."
    papers = case_of(at_board, over).papers
    assert [one.outcomes for one in papers] == [("print_failed",)]
    view.reject()


def test_nothing_goes_through_the_temporary_folder(
    qtbot: QtBot, at_board: Opened, over: UUID, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    temporary = tmp_path / "temporary"
    temporary.mkdir()
    monkeypatch.setenv("TMPDIR", str(temporary))
    monkeypatch.setattr(tempfile, "tempdir", None)
    before = temporary.stat().st_mtime_ns
    view = with_printer(qtbot, at_board, over, tmp_path / "printed.pdf")
    view.print_out()
    done(qtbot, at_board, view)
    view.save_to(tmp_path / "receipt.pdf")
    done(qtbot, at_board, view)
    assert [one.outcomes for one in case_of(at_board, over).papers][-1] == ("printed_file",)
    # A file that was made there and removed would have changed the folder's time.
    assert temporary.stat().st_mtime_ns == before and not any(temporary.iterdir())
    view.reject()


def test_zoom_keeps_to_its_steps(qtbot: QtBot, at_board: Opened, over: UUID) -> None:
    view = preview(qtbot, at_board, over)
    pages = view.panel.pages
    found = []
    for steps in (1, 1, -1, 0, -9, 99):
        pages.zoom_by(steps)
        found.append(pages.zoom())
    assert found == [125, 150, 125, 100, 50, 300]
    view.reject()


def test_a_page_is_whole_at_first_and_as_wide_as_the_room_on_demand(
    qtbot: QtBot, at_board: Opened, over: UUID
) -> None:
    view = preview(qtbot, at_board, over)
    pages, page = view.panel.pages, view.panel.pages.widget().findChildren(QWidget)[0]
    assert page.height() <= pages.viewport().height()
    QTest.keyClick(view, Qt.Key.Key_W)
    assert view.panel.width_button.isChecked()
    qtbot.waitUntil(lambda: page.height() > pages.viewport().height(), timeout=LONG)
    QTest.keyClick(view, Qt.Key.Key_W)
    qtbot.waitUntil(lambda: page.height() <= pages.viewport().height(), timeout=LONG)
    view.reject()


PARTS = [
    "Head and foot",
    "Child",
    "Safety",
    "From",
    "To",
    "Transfer",
    "Signatures",
    "Condition and health",
    "Medicine",
    "What the child was told",
    "Way to the receiver",
    "Property",
    "Notices still owed",
]
"""The parts of the receipt, as the answer of the verifier names them."""


def test_a_paper_agrees_then_agreed_when_issued_then_does_not(
    qtbot: QtBot, at_board: Opened, over: UUID, tmp_path: Path
) -> None:
    view = preview(qtbot, at_board, over)
    view.save_to(tmp_path / "receipt.pdf")
    done(qtbot, at_board, view)
    code = view.panel.seal_code
    view.reject()
    at_board.session.case_actions.verify_paper()
    dialog = asked(qtbot, at_board, VerifyDialog)

    def verdict(typed: str) -> str:
        dialog.code.set_text(typed)
        dialog.submit()
        quiet(qtbot, at_board)
        return dialog.verdict.title()

    assert verdict(code.lower()) == "Paper and record agree."
    assert [part.accessibleName() for part in dialog.parts()] == PARTS
    said = [label.text() for part in dialog.parts() for label in part.findChildren(Label)]
    assert "Name as given" in said and "Ana Caal" in said
    assert sum(text.startswith("Drawn") for text in said) == 2
    assert not any("sha256" in text or "child." in text for text in said)
    now = at_board.desk.clock()
    other = PersonName(as_said="Anna Kaal")
    add(
        at_board,
        over,
        FactTold(occurred_at=now, fact="name", value=other, source="document", certainty="sure"),
    )
    assert verdict(code).startswith("The paper agreed when it was issued")
    assert not dialog.parts()
    told = [label.text() for label in dialog.told.findChildren(Label)]
    assert any("Child: Name as given" in text for text in told)
    last = "0" if code[-1] != "0" else "1"
    assert verdict(code[:-1] + last) == "Paper and record do not agree."
    dialog.reject()


def told_of(view: PrintView, place: int) -> str:
    """What the list says of a paper: how full it is, and its copies so far."""
    return view.panel.papers.button(str(place)).accessibleDescription()


def test_every_paper_of_the_case_is_listed_with_what_is_missing_and_its_copies(
    qtbot: QtBot, at_board: Opened, over: UUID, tmp_path: Path
) -> None:
    view = preview(qtbot, at_board, over)
    papers = view.panel.papers
    assert [papers.button(str(place)).accessibleName() for place in range(3)] == [
        "Paper: Transfer-of-custody receipt · attempt 1",
        "Paper: Juvenile custody log · custody 1",
        "Paper: Contact and notification log",
    ]
    quiet(qtbot, at_board)
    assert told_of(view, 2) == "75 % full · 1 missing · no copy yet"
    assert view.panel.title.text() == "Transfer-of-custody receipt · attempt 1"
    QTest.keyClick(view, Qt.Key.Key_3)
    qtbot.waitUntil(view.panel.save_button.isEnabled, timeout=LONG)
    assert view.panel.title.text() == "Contact and notification log"
    assert view.panel.given_to.text() == ""
    view.save_to(tmp_path / "log.pdf")
    done(qtbot, at_board, view)
    qtbot.waitUntil(
        lambda: told_of(view, 2) == "75 % full · 1 missing · version 1, copy 1 issued",
        timeout=LONG,
    )
    assert view.panel.state.text() == "ISSUED"
    paper = case_of(at_board, over).papers[-1]
    assert (paper.paper, paper.subject, paper.outcomes) == ("contact_log", 0, ("printed_file",))
    QTest.keyClick(view, Qt.Key.Key_2)
    qtbot.waitUntil(view.panel.save_button.isEnabled, timeout=LONG)
    assert view.panel.state.text() == "PREVIEW" and view.panel.seal_code == ""
    view.reject()


def test_a_child_that_nobody_was_handed_has_the_log_of_its_custody(
    qtbot: QtBot, at_board: Opened
) -> None:
    view = preview(qtbot, at_board, child(at_board, name="Ana Caal"))
    assert view.panel.title.text() == "Juvenile custody log · custody 1"
    view.reject()


def test_a_paper_without_a_place_in_the_list_is_not_chosen(
    qtbot: QtBot, at_board: Opened, over: UUID
) -> None:
    view = preview(qtbot, at_board, over)
    QTest.keyClick(view, Qt.Key.Key_9)
    assert view.panel.title.text() == "Transfer-of-custody receipt · attempt 1"
    view.reject()
