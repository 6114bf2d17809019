"""The certificate that signs what is saved: asked for once, held while the print page is open."""

from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget
from shiboken6 import isValid

from minors_desk.services import sealing
from minors_desk.services.desk import Desk
from minors_desk.services.sealing import Sealed, Sealer
from minors_desk.ui.dialogs.certificate_dialog import CertificateDialog, CertificateWanted
from minors_desk.ui.kit.button import Button
from minors_desk.ui.tasks import Tasks
from minors_desk.ui.views import paper_out


class SealingPaper(QObject):
    """Lives on the print page; its button is down while a certificate is open.

    `opened` carries the dialog that asks for it, `changed` whom it names ("" for none).
    """

    opened = Signal(object)
    changed = Signal(str)

    def __init__(self, over: QWidget, desk: Desk, tasks: Tasks, button: Button) -> None:
        super().__init__(over)
        self._over, self._desk, self._tasks, self._button = over, desk, tasks, button
        self._sealer: Sealer | None = None
        self._dialog: CertificateDialog | None = None
        button.toggled.connect(self._toggled)

    def dialog(self) -> CertificateDialog | None:
        """The dialog while it is open."""
        found = self._dialog
        return found if found is not None and isValid(found) and found.isVisible() else None

    def subject(self) -> str:
        """Whom the certificate names; empty without one."""
        return "" if self._sealer is None else self._sealer.subject

    def write(self, path: Path, pdf: bytes) -> Sealed | None:
        """Sign the PDF if a certificate is open, and write it; may run in any thread.

        Raises DeskError when the card does not sign, or the file cannot be written.
        """
        sealed = None if self._sealer is None else sealing.seal(self._desk, self._sealer, pdf)
        paper_out.write_file(path, pdf if sealed is None else sealed.pdf)
        return sealed

    def close(self) -> None:
        """Forget the key."""
        if self._sealer is not None:
            self._sealer.close()
            self._sealer = None

    def _toggled(self, down: bool) -> None:
        if not down:
            self.close()
            self.changed.emit("")
            return
        dialog = CertificateDialog(self._over)
        dialog.answered.connect(self._take)
        dialog.rejected.connect(self._left)
        self._dialog = dialog
        dialog.open()
        self.opened.emit(dialog)

    def _take(self, wanted: CertificateWanted) -> None:
        dialog = self.dialog()
        if dialog is None:
            return

        def done(sealer: Sealer) -> None:
            self._sealer = sealer
            self.changed.emit(sealer.subject)
            dialog.accept()

        self._tasks.on_record(
            dialog,
            lambda: sealing.read_certificate(self._desk, wanted.source, wanted.secret),
            done,
            dialog.fail,
        )

    def _left(self) -> None:
        """Nothing was chosen: the button comes up again."""
        if self._sealer is None:
            self._button.setChecked(False)
