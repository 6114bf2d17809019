"""Checking a paper by its file: dropped or chosen, named where it differs, page beside page."""

import os
import random
from pathlib import Path
from uuid import UUID

import pytest
from PIL import Image
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from pytestqt.qtbot import QtBot

from minors_desk.services import printing
from minors_desk.services.proving import Given, prove, side_by_side
from minors_desk.ui.acts import copies
from minors_desk.ui.dialogs.verify_dialog import VerifyDialog
from minors_desk.ui.forms.asked_form import AskedForm
from minors_desk.ui.kit.button import Button
from minors_desk.ui.kit.type import Label
from tests.papers import edits
from tests.ui.case_steps import (
    LONG,
    asked,
    case_of,
    child,
    fill,
    hand_over,
    page_of,
    put,
    quiet,
    save,
)
from tests.ui.conftest import Opened


@pytest.fixture
def issued(qtbot: QtBot, at_board: Opened) -> printing.Issued:
    """The receipt of a child that was handed over, given out."""
    case_id = child(at_board, name="Ana Caal")
    hand_over(qtbot, at_board, case_id).accept()
    made = printing.issue_paper(at_board.desk, case_id, "transfer_receipt", 1)
    printing.paper_printed(at_board.desk, made, "file", "M. Ruiz, DCFS")
    return made


def question(qtbot: QtBot, at: Opened) -> VerifyDialog:
    at.session.case_actions.verify_paper()
    return asked(qtbot, at, VerifyDialog)


def drop(dialog: VerifyDialog, file: Path) -> None:
    """Drag the file over the dialog and let it go."""
    held = QMimeData()
    held.setUrls([QUrl.fromLocalFile(str(file))])
    button, keys = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    place = QPointF(20, 20)
    event = QDropEvent(place, Qt.DropAction.CopyAction, held, button, keys)
    dialog.dropEvent(event)
    assert event.isAccepted()


def words(dialog: VerifyDialog) -> str:
    return "\n".join(one.text() for one in dialog.differs.findChildren(Label))


def test_a_dropped_pdf_is_proved_and_an_edited_one_is_named(
    qtbot: QtBot, at_board: Opened, issued: printing.Issued, tmp_path: Path
) -> None:
    good, forged = tmp_path / "good.pdf", tmp_path / "forged.pdf"
    good.write_bytes(issued.pdf)
    chance = random.Random(3)  # noqa: S311 - no secret
    forged.write_bytes(edits.text_changed(chance, issued.pdf, b""))
    dialog = question(qtbot, at_board)
    dialog.code.set_text("17-")
    drop(dialog, good)
    assert dialog.code.is_empty()
    quiet(qtbot, at_board)
    assert dialog.verdict.title() == "Paper and record agree."
    assert not dialog.differs.isVisible()
    qtbot.waitUntil(lambda: dialog.pages.given.count() == issued.pages, timeout=LONG)
    assert dialog.pages.record.count() == issued.pages
    dialog.file.set_text(str(forged))
    dialog.submit()
    quiet(qtbot, at_board)
    assert dialog.verdict.title() == "Paper and record do not agree."
    assert "the paper says" in words(dialog) and "sha256" not in words(dialog)
    qtbot.waitUntil(dialog.pages.isVisible, timeout=LONG)
    pages = dialog.pages
    pages.given.verticalScrollBar().setValue(pages.given.verticalScrollBar().maximum())
    assert pages.record.verticalScrollBar().value() == pages.record.verticalScrollBar().maximum()
    _picture(dialog, "verify-forged")
    dialog.reject()


def test_a_scan_says_what_it_cannot_prove(
    qtbot: QtBot, at_board: Opened, issued: printing.Issued, tmp_path: Path
) -> None:
    given = Given(data=issued.pdf)
    shown = side_by_side(given, prove(at_board.desk, given))[1][0]
    scan = tmp_path / "scan.png"
    Image.frombytes("L", (shown.width, shown.height), shown.dots).save(scan)
    dialog = question(qtbot, at_board)
    dialog.file.set_text(str(scan))
    dialog.submit()
    quiet(qtbot, at_board)
    assert dialog.verdict.title().startswith("Its code is that of a paper of ours")
    said = "\n".join(one.text() for one in dialog.verdict.findChildren(Label))
    assert "A picture cannot prove its letters" in said and "Not shown: page 2, 3." in said
    qtbot.waitUntil(lambda: dialog.pages.given.count() == 1, timeout=LONG)
    _picture(dialog, "verify-scan")
    dialog.reject()


@pytest.mark.parametrize("data", [b"", b"%PDF-1.4 half", b"\x89PNG\r\n\x1a\n" + bytes(30)])
def test_a_broken_file_is_said_in_place(
    qtbot: QtBot, at_board: Opened, tmp_path: Path, data: bytes
) -> None:
    file = tmp_path / "broken"
    file.write_bytes(data)
    dialog = question(qtbot, at_board)
    for path in (file, tmp_path / "nowhere", tmp_path):
        dialog.file.set_text(str(path))
        dialog.submit()
        quiet(qtbot, at_board)
        assert dialog.notice.isVisible() and dialog.notice.title()
        assert "fault" not in dialog.notice.title().lower()
    dialog.reject()


def test_the_register_of_copies_stands_under_the_papers(
    qtbot: QtBot, at_board: Opened, issued: printing.Issued
) -> None:
    case_id: UUID = issued.case_id
    view = page_of(qtbot, at_board, case_id)
    texts = "\n".join(one.text() for one in view._sections.findChildren(Label))
    assert "given to M. Ruiz, DCFS" in texts.replace("\u00a0", " ")
    (button,) = (
        one for one in view._sections.findChildren(Button) if one.text() == "What became of a copy"
    )
    button.click()
    dialog = asked(qtbot, at_board, AskedForm)
    put(dialog, "what", "lost")
    dialog.submit()
    assert case_of(at_board, case_id).papers[-1].fate == "printed_file"
    fill(dialog, reason="Left on the train")
    save(qtbot, at_board, dialog)
    paper = case_of(at_board, case_id).papers[-1]
    assert (paper.fate, paper.is_out) == ("lost", False)
    at_board.session.case_actions.do(copies.NAME, case_id)
    quiet(qtbot, at_board)
    assert at_board.session.case_actions.current() is None


def _picture(dialog: VerifyDialog, name: str) -> None:
    """For who wants to look at it."""
    folder = os.environ.get("LOOK_AT")
    if folder:
        dialog.grab().save(f"{folder}/{name}.png")
