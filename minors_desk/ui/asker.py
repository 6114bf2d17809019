"""Asking about a case: read it on the record lane, show one dialog, save what it answers."""

from collections.abc import Callable, Iterator
from typing import TypeVar
from uuid import UUID
from zoneinfo import ZoneInfo

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QDialog, QWidget
from shiboken6 import isValid

from minors_desk.domain.case import Case
from minors_desk.domain.changes import Changes
from minors_desk.errors import DeskError
from minors_desk.services import cases
from minors_desk.services.desk import Desk
from minors_desk.ui.bus import Bus
from minors_desk.ui.dialogs.form import AtDesk, CaseForm
from minors_desk.ui.dialogs.handoff_dialog import HandoffDialog
from minors_desk.ui.dialogs.withdraw_dialog import WithdrawDialog
from minors_desk.ui.editors.draft_keeper import DraftKeeper
from minors_desk.ui.kit.dialog import Ask
from minors_desk.ui.kit.type import polishing
from minors_desk.ui.tasks import Tasks
from minors_desk.wording.phrases import joined

T = TypeVar("T")


class Asker(QObject):
    """Only one dialog is open at a time; `opened` carries it.

    `failed` carries an exception that no dialog is there to show: the page shows it in its notice.
    """

    failed = Signal(object)
    opened = Signal(object)

    def __init__(self, parent: QWidget, desk: Desk, tasks: Tasks, bus: Bus) -> None:
        super().__init__(parent)
        self._page, self._desk, self._tasks, self._bus = parent, desk, tasks, bus
        self._open: QDialog | None = None
        self._after: Callable[[], None] | None = None
        """What is done when the next dialog is over; forgotten when it does not open."""
        self._reading = False
        self.at_desk = AtDesk(
            now=desk.clock,
            zone=ZoneInfo(desk.zone),
            officer=joined(desk.person.name, desk.person.badge),
            station=desk.founded.station,
            new_id=desk.new_id,
            jurisdiction=desk.founded.jurisdiction,
        )

    def current(self) -> QDialog | None:
        """The dialog that is open, if any."""
        if self._open is None or not isValid(self._open) or not self._open.isVisible():
            return None
        return self._open

    def _window(self) -> QWidget:
        return self._page.window()

    def _keep(self, ask: CaseForm | HandoffDialog | WithdrawDialog, case_id: UUID) -> DraftKeeper:
        return DraftKeeper(ask, ask.form, ask.fields(), self._desk, self._tasks, case_id)

    def _with_case(
        self,
        case_id: UUID,
        show: Callable[[Case], None],
    ) -> None:
        """Read the case and show a dialog for it, unless one is open or about to open."""
        self._with_more(case_id, lambda _desk, _case: None, lambda case, _: show(case))

    def _with_more(
        self,
        case_id: UUID,
        look: Callable[[Desk, Case], T],
        show: Callable[[Case, T], None],
    ) -> None:
        """Read the case, and on the record lane what else the dialog needs."""
        if self._reading or self.current() is not None:
            return
        self._reading = True

        def work() -> tuple[Case, T]:
            case = cases.read(self._desk, case_id)
            return case, look(self._desk, case)

        def shown(found: tuple[Case, T]) -> Iterator[None]:
            self._reading = False
            try:
                show(*found)
            except DeskError as error:
                self._after = None
                self.failed.emit(error)
            yield

        def done(found: tuple[Case, T]) -> None:
            # A large dialog fills a turn of its own; a page may be filled just now.
            self._tasks.in_turns(self, shown(found))

        def failed(error: Exception) -> None:
            self._reading, self._after = False, None
            self.failed.emit(error)

        self._tasks.on_record(self, work, done, failed)

    def _show(self, dialog: QDialog) -> None:
        """Open a dialog that was made just now, after turns of the event loop for others."""
        self._open, self._reading = dialog, True
        self._tasks.in_turns(dialog, self._opening(dialog))

    def _opening(self, dialog: QDialog) -> Iterator[None]:
        yield from polishing(dialog)
        self._reading = False
        after, self._after = self._after, None
        if after is not None:
            dialog.finished.connect(lambda _: QTimer.singleShot(0, self, after))
        dialog.open()
        self.opened.emit(dialog)
        yield

    def _save(self, dialog: Ask, work: Callable[[], Changes]) -> None:
        """Save, then close the dialog and tell the bus; a failure shows in the dialog."""

        def done(changes: Changes) -> None:
            if isValid(dialog):
                dialog.accept()
            self._bus.publish(changes)

        def failed(error: Exception) -> None:
            if isValid(dialog) and dialog.isVisible():
                dialog.fail(error)
            else:
                self.failed.emit(error)

        # The owner is not the dialog: closed meanwhile, what was saved is still news.
        self._tasks.on_record(self, work, done, failed)
