"""Opens the pad for a paper, saves what is drawn, and shows the paper anew when it changed."""

from collections.abc import Callable
from uuid import UUID

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QWidget
from shiboken6 import isValid

from minors_desk.domain.changes import Changes
from minors_desk.errors import Refused
from minors_desk.services import signing
from minors_desk.services.desk import Desk
from minors_desk.services.signing import DrawnNow, ToSign
from minors_desk.ui.bus import Bus
from minors_desk.ui.dialogs.sign_dialog import SignDialog
from minors_desk.ui.tasks import Tasks
from minors_desk.ui.views.pdf_pages import render

_DPI = 150


class SigningPaper(QObject):
    """Signs papers of one case (None: of none), one at a time; lives on its parent widget.

    `opened` carries the dialog, `signed` tells that a drawing is in the record, `failed` carries
    an exception that no dialog is there to show.
    """

    opened = Signal(object)
    signed = Signal()
    failed = Signal(object)

    def __init__(
        self,
        parent: QWidget,
        lanes: tuple[Desk, Tasks, Bus],
        case_id: UUID | None,
        elapsed: Callable[[], int] | None = None,
    ) -> None:
        super().__init__(parent)
        self._over = parent
        self._desk, self._tasks, self._bus = lanes
        self._case_id, self._paper = case_id, ("", 0)
        self._elapsed = elapsed
        self._dialog: SignDialog | None = None
        self._bus.changed.connect(self._changed)

    def open(self, paper: tuple[str, int], title: str) -> None:
        """Read the paper of that name and subject, and open the dialog with its pages."""
        self._paper = paper

        def show(found: ToSign, pages: list[QImage]) -> None:
            person = self._desk.person
            dialog = SignDialog(title, (person.name, person.badge), self._over, self._elapsed)
            dialog.show_paper(found, pages)
            dialog.answered.connect(self._save)
            self._dialog = dialog
            dialog.open()
            self.opened.emit(dialog)

        self._read(show)

    def dialog(self) -> SignDialog | None:
        """The dialog while it is open."""
        found = self._dialog
        return found if found is not None and isValid(found) and found.isVisible() else None

    def _read(self, then: Callable[[ToSign, list[QImage]], None]) -> None:
        desk, case_id, (name, subject) = self._desk, self._case_id, self._paper

        def drawn(found: ToSign) -> None:
            self._tasks.aside(
                self, lambda: render(found.pdf, _DPI), lambda pages: then(found, pages), self._tell
            )

        self._tasks.on_record(
            self, lambda: signing.to_sign(desk, case_id, name, subject), drawn, self._tell
        )

    def _save(self, drawn: DrawnNow) -> None:
        desk, case_id, (name, subject) = self._desk, self._case_id, self._paper
        assert case_id is not None  # noqa: S101 - a paper of the station has no line for the pad

        def done(changes: Changes) -> None:
            dialog = self.dialog()
            if dialog is not None:
                dialog.accept()
            self._bus.publish(changes)
            self.signed.emit()

        self._tasks.on_record(
            self,
            lambda: signing.sign_paper(desk, case_id, name, subject, drawn),
            done,
            self._not_saved,
        )

    def _not_saved(self, error: Exception) -> None:
        self._tell(error)
        if isinstance(error, Refused) and error.code == "paper_changed":
            self._look_again()

    def _changed(self, changes: Changes) -> None:
        case_id = self._case_id
        if changes.station or (case_id is not None and changes.touches(case_id)):
            self._look_again()

    def _look_again(self) -> None:
        """What stands on screen is what is signed: it is read again, and the pad follows it."""

        def show(found: ToSign, pages: list[QImage]) -> None:
            dialog = self.dialog()
            if dialog is not None:
                dialog.show_paper(found, pages)

        if self.dialog() is not None:
            self._read(show)

    def _tell(self, error: Exception) -> None:
        dialog = self.dialog()
        if dialog is not None:
            dialog.fail(error)
        else:
            self.failed.emit(error)
