"""A copy signed by hand is scanned back in: attached to that very copy, from its row."""

from pathlib import Path
from uuid import UUID

import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication, QScrollArea
from pytestqt.qtbot import QtBot

from minors_desk.services import printing
from minors_desk.ui import theme
from minors_desk.ui.dialogs.copy_dialog import PURPOSE, CopyDialog
from minors_desk.ui.dialogs.file_view import FileView
from minors_desk.ui.kit.button import Button
from minors_desk.ui.kit.icon_line import IconLine
from minors_desk.ui.kit.type import Label
from minors_desk.ui.views.case_view import CaseView
from minors_desk.ui.views.sections.papers import ATTACH, NO_SCAN
from tests.ui.case_steps import LONG, answered, asked, case_of, child, page_of, quiet
from tests.ui.conftest import Opened


@pytest.fixture
def case_id(at_board: Opened) -> UUID:
    """A child with two copies of the custody log, and one of which nothing came out."""
    found = child(at_board, name="Ana Caal")
    for outlet in ("printer", "file", ""):
        issued = printing.issue_paper(at_board.desk, found, "custody_log", 1)
        if outlet:
            printing.paper_printed(at_board.desk, issued, outlet)  # type: ignore[arg-type]
        else:
            printing.print_failed(at_board.desk, issued, "no paper")
    return found


@pytest.fixture
def scan(tmp_path: Path) -> Path:
    picture = QImage(QSize(60, 80), QImage.Format.Format_RGB32)
    picture.fill(Qt.GlobalColor.white)
    path = tmp_path / "scan.png"
    picture.save(str(path))
    return path


def buttons(page: CaseView, words: str) -> list[Button]:
    return [one for one in page._sections.findChildren(Button) if one.text() == words]


def said(page: CaseView) -> list[str]:
    return [one.text() for kind in (Label, IconLine) for one in page._sections.findChildren(kind)]


def test_a_scan_goes_to_the_copy_whose_button_was_pressed(
    qtbot: QtBot, at_board: Opened, case_id: UUID, scan: Path
) -> None:
    page = page_of(qtbot, at_board, case_id)
    newest, first = buttons(page, ATTACH)
    assert "copy 2" in newest.accessibleName() and "copy 1" in first.accessibleName()
    assert said(page).count(NO_SCAN) == 2
    first.click()
    dialog = asked(qtbot, at_board, CopyDialog)
    papers = case_of(at_board, case_id).papers
    assert dialog.copy.value() == str(papers[0].entry_id)
    assert dialog.asked["what"].isHidden()
    dialog.file.set_text(str(scan))
    dialog.when.time.write_now()
    dialog.submit()
    answered(qtbot, at_board)
    (file,) = case_of(at_board, case_id).attachments
    assert (file.copy_of, file.what, file.purpose) == (papers[0].entry_id, "signed_paper", PURPOSE)
    qtbot.waitUntil(lambda: len(buttons(page, ATTACH)) == 1, timeout=LONG)
    assert any(words.startswith("Signed copy scanned in, 2026-11-24") for words in said(page))
    (look,) = buttons(page, "Look at the scan")
    look.click()
    asked(qtbot, at_board, FileView).close()


def test_from_the_list_of_acts_the_copy_is_chosen(
    qtbot: QtBot, at_board: Opened, case_id: UUID, scan: Path
) -> None:
    at_board.session.case_actions.do("attach_copy", case_id)
    dialog = asked(qtbot, at_board, CopyDialog)
    assert dialog.copy.value() is None
    dialog.file.set_text(str(scan))
    dialog.when.time.write_now()
    dialog.submit()
    quiet(qtbot, at_board)
    assert dialog.copy.error() == "Choose the copy."
    assert case_of(at_board, case_id).attachments == ()
    dialog.copy.set_value(str(case_of(at_board, case_id).papers[1].entry_id))
    dialog.submit()
    answered(qtbot, at_board)
    (file,) = case_of(at_board, case_id).attachments
    assert file.copy_of == case_of(at_board, case_id).papers[1].entry_id


def test_where_nothing_was_printed_nothing_waits(qtbot: QtBot, at_board: Opened) -> None:
    case_id = child(at_board)
    page = page_of(qtbot, at_board, case_id)
    page.do("attach_copy")
    quiet(qtbot, at_board)
    assert page.notice.title() == "No printed copy waits for its scan."


def test_at_large_text_the_copies_are_no_wider_than_the_page(
    qtbot: QtBot, at_board: Opened, case_id: UUID, qapp: QApplication
) -> None:
    """Else all that stands in the same column is cut at its right edge."""
    theme.apply(qapp, "light", 150)
    try:
        at_board.window.resize(1366, 768)
        page = page_of(qtbot, at_board, case_id)
        quiet(qtbot, at_board)
        assert buttons(page, ATTACH)
        areas = [one for one in page.findChildren(QScrollArea) if one.isVisible()]
        held = [(one.widget(), one.viewport().width()) for one in areas]
        assert held
        assert [room for widget, room in held if widget.minimumSizeHint().width() > room] == []
    finally:
        theme.apply(qapp, "light", 100)
