"""A paper saved from its preview with the signature of a certificate, and what is said of it."""

from datetime import timedelta
from pathlib import Path
from uuid import UUID

import pytest
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from minors_desk.domain.printed import PaperPrinted
from minors_desk.papers.pdf_signature import signatures_of
from minors_desk.ui.dialogs.certificate_dialog import CertificateDialog
from minors_desk.ui.views.print_view import PrintView
from tests.papers.certificates import NOW, OFFICER, ROOT, SECRET, file_of, made
from tests.ui.case_steps import LONG, case_of, child, quiet
from tests.ui.conftest import START, Opened
from tests.ui.test_signing import previewed


@pytest.fixture
def case_id(at_board: Opened) -> UUID:
    return child(at_board, name="Ana Caal")


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "officer.p12"
    path.write_bytes(file_of(OFFICER, ROOT))
    return path


def certificate(view: PrintView) -> CertificateDialog:
    view.panel.signing.seal_button.click()
    dialog = view.sealing.dialog()
    assert dialog is not None
    return dialog


def give(qtbot: QtBot, at: Opened, dialog: CertificateDialog, file: Path, secret: str) -> None:
    dialog.file.set_text(str(file))
    dialog.passphrase.set_text(secret)
    dialog.submit()
    quiet(qtbot, at)


def save(qtbot: QtBot, at: Opened, view: PrintView, to: Path) -> bytes:
    view.save_to(to)
    qtbot.waitUntil(lambda: not view.is_busy(), timeout=LONG)
    quiet(qtbot, at)
    return to.read_bytes()


def test_what_is_saved_is_signed_checked_and_told(
    qtbot: QtBot, at_board: Opened, case_id: UUID, file: Path, tmp_path: Path
) -> None:
    view = previewed(qtbot, at_board, case_id)
    give(qtbot, at_board, certificate(view), file, SECRET)
    assert view.sealing.dialog() is None and view.panel.signing.seal_button.isChecked()
    assert view.sealing.subject() == "D. Rivera (Area Central)"
    saved = save(qtbot, at_board, view, tmp_path / "log.pdf")
    (status,) = signatures_of(saved, (ROOT.pem,), START + timedelta(minutes=1))
    assert status.bottom_line
    notice = view.panel.notice
    assert notice.title() == "The PDF was saved."
    body = case_of(at_board, case_id).log[-1].counts
    assert isinstance(body, PaperPrinted) and body.sealed_as == "D. Rivera (Area Central)"
    view.panel.signing.seal_button.click()
    assert view.sealing.subject() == ""
    assert signatures_of(save(qtbot, at_board, view, tmp_path / "plain.pdf"), (), NOW) == ()
    view.reject()


def test_what_does_not_open_is_said_at_its_field_and_nothing_is_issued(
    qtbot: QtBot, at_board: Opened, case_id: UUID, file: Path, tmp_path: Path
) -> None:
    view = previewed(qtbot, at_board, case_id)
    dialog = certificate(view)
    dialog.submit()
    assert dialog.file.error() == "Choose the file."
    give(qtbot, at_board, dialog, file, "another passphrase")
    assert "does not open" in dialog.passphrase.error()
    edit = dialog.passphrase.control
    assert isinstance(edit, QLineEdit) and edit.echoMode() is QLineEdit.EchoMode.Password
    old = tmp_path / "old.p12"
    old.write_bytes(file_of(made("Old", ROOT, days=(-9, -1))))
    give(qtbot, at_board, dialog, old, SECRET)
    assert "valid only until" in dialog.file.error()
    give(qtbot, at_board, dialog, tmp_path / "nowhere.p12", SECRET)
    assert "no certificate file" in dialog.file.error()
    dialog.reject()
    assert not view.panel.signing.seal_button.isChecked()
    assert case_of(at_board, case_id).papers == ()
    view.reject()


def test_a_card_is_asked_for_by_its_own_fields(
    qtbot: QtBot, at_board: Opened, case_id: UUID, tmp_path: Path
) -> None:
    view = previewed(qtbot, at_board, case_id)
    dialog = certificate(view)
    assert dialog.file.isVisible() and not dialog.pin.isVisible()
    dialog.where.set_value("card")
    assert dialog.pin.isVisible() and not dialog.file.isVisible()
    dialog.submit()
    assert dialog.library.error() == "Choose the library."
    dialog.library.set_text(str(tmp_path / "none.so"))
    dialog.token.set_text("Officer")
    dialog.pin.set_text("4471")
    dialog.submit()
    quiet(qtbot, at_board)
    assert dialog.notice.title() == "The library of the card does not load."
    dialog.reject()
    view.reject()


def test_the_key_is_forgotten_when_the_page_is_closed(
    qtbot: QtBot, at_board: Opened, case_id: UUID, file: Path
) -> None:
    view = previewed(qtbot, at_board, case_id)
    give(qtbot, at_board, certificate(view), file, SECRET)
    sealer = view.sealing._sealer
    assert sealer is not None and SECRET not in repr(sealer)
    sealing = view.sealing
    view.reject()
    assert sealing._sealer is None and sealer._signer is None
