"""What a person does to a case, opened by one key from the board and from the case page alike."""

from collections.abc import Callable
from uuid import UUID
from zoneinfo import ZoneInfo

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QDialog, QWidget
from shiboken6 import isValid

from minors_desk.domain.bodies import Body
from minors_desk.domain.case import Case, LogLine
from minors_desk.domain.changes import Changes
from minors_desk.domain.duties import prohibitions
from minors_desk.errors import DeskError
from minors_desk.services import cases, printing
from minors_desk.services.desk import Desk
from minors_desk.ui.acts import catalog
from minors_desk.ui.acts.act import Act, Asking
from minors_desk.ui.bus import Bus
from minors_desk.ui.dialogs.form import AtDesk, CaseForm
from minors_desk.ui.dialogs.handoff_dialog import HandoffDialog
from minors_desk.ui.dialogs.palette_dialog import PaletteDialog
from minors_desk.ui.dialogs.verify_dialog import VerifyDialog
from minors_desk.ui.dialogs.withdraw_dialog import WithdrawDialog
from minors_desk.ui.editors.draft_keeper import DraftKeeper
from minors_desk.ui.forms.amend_form import AmendForm
from minors_desk.ui.handing_over import HandingOver
from minors_desk.ui.kit.dialog import Ask
from minors_desk.ui.tasks import Tasks
from minors_desk.ui.views.print_view import PrintView
from minors_desk.wording.phrases import joined


class CaseActions(QObject):
    """Reads the case on the record lane, asks in a dialog, saves what it answers, tells the bus.

    All methods return at once; the dialog opens when the case is read, and only one at a time.
    `opened` carries it. `failed` carries an exception that no dialog is there to show: the page
    shows it in its notice.
    """

    failed = Signal(object)
    opened = Signal(object)

    def __init__(self, parent: QWidget, desk: Desk, tasks: Tasks, bus: Bus) -> None:
        super().__init__(parent)
        self._page, self._desk, self._tasks, self._bus = parent, desk, tasks, bus
        self._open: QDialog | None = None
        self._reading = False
        self.at_desk = AtDesk(
            now=desk.clock,
            zone=ZoneInfo(desk.zone),
            officer=joined(desk.person.name, desk.person.badge),
            station=desk.founded.station,
        )

    def current(self) -> QDialog | None:
        """The dialog that is open, if any."""
        if self._open is None or not isValid(self._open) or not self._open.isVisible():
            return None
        return self._open

    def do(self, name: str, case_id: UUID) -> None:
        """Do to this case what the act of that name does; raises KeyError for no such act."""
        act = catalog.BY_NAME[name]
        if act.ask is None:
            getattr(self, name)(case_id)
        else:
            self._fill(case_id, act)

    def choose(self, case_id: UUID) -> None:
        """Ctrl+K: all that can be done to this child now, found by typing."""

        def show(case: Case) -> None:
            palette = PaletteDialog(case, catalog.ALL, self._window())
            palette.chosen.connect(lambda name: self.do(name, case_id))
            self._show(palette)

        self._with_case(case_id, show)

    def hand_over(self, case_id: UUID) -> None:
        """H: hand the child over to a receiver."""

        def show(case: Case) -> None:
            catalog.BY_NAME["hand_over"].refuse(case)
            dialog = HandoffDialog(case, self.at_desk, self._desk.zone, self._window())
            keeper = self._keep(dialog, case_id)
            lanes = (self._desk, self._tasks, self._bus)
            steps = HandingOver(dialog, keeper, lanes, self.failed.emit)
            steps.receipt_wanted.connect(lambda number: self.print_receipt(case_id, number))
            self._show(dialog)

        self._with_case(case_id, show)

    def withdraw(self, case_id: UUID, entry_id: UUID) -> None:
        """Del on a line of the log: the entry counts no longer, and why."""

        def show(case: Case) -> None:
            line = _counting(case, entry_id)
            dialog = WithdrawDialog(line, self.at_desk, self._desk.zone, self._window())
            self._keep(dialog, case_id)
            dialog.answered.connect(lambda body: self._add(dialog, case_id, body))
            self._show(dialog)

        self._with_case(case_id, show)

    def amend(self, case_id: UUID, entry_id: UUID) -> None:
        """A on a line of the log: the entry as it should have been, and why; both stay readable."""

        def show(case: Case) -> None:
            line = _counting(case, entry_id)
            body = line.counts
            spec = None if body is None else catalog.SPECS.get(type(body))
            if spec is None or body is None:
                raise DeskError(
                    "This kind of entry is not amended", "Withdraw it, and log what is right"
                )
            dialog = AmendForm(spec, case, (entry_id, body), self.at_desk, self._window())
            self._keep(dialog, case_id)
            dialog.answered.connect(lambda body: self._add(dialog, case_id, body))
            self._show(dialog)

        self._with_case(case_id, show)

    def print_receipt(self, case_id: UUID, number: int | None = None) -> None:
        """P: preview, issue and print a paper of the case; the receipt of that handoff, if named.

        Without a number the likeliest paper is shown, and all others stand beside it.
        """

        def show(case: Case) -> None:
            named = number is not None and case.handoff(number) is not None
            wanted = ("transfer_receipt", number) if named and number is not None else None
            lanes = (self._desk, self._tasks, self._bus)
            self._show(PrintView(lanes, case, wanted, self._window()))

        self._with_case(case_id, show)

    def verify_paper(self) -> None:
        """Type a seal code; see whether paper and record agree."""
        if self._reading or self.current() is not None:
            return
        dialog = VerifyDialog(self._desk.zone, self._window())
        dialog.answered.connect(
            lambda code: self._tasks.on_record(
                dialog, lambda: self._proof(code), dialog.show_proof, dialog.fail
            )
        )
        self._show(dialog)

    def _proof(self, code: str) -> tuple[printing.Proved, Case | None]:
        """The answer, with the case for what was entered since; runs on the record lane."""
        proved = printing.verify_paper(self._desk, code)
        if proved.case_id is None or not proved.later:
            return proved, None
        return proved, cases.read(self._desk, proved.case_id)

    def _window(self) -> QWidget:
        return self._page.window()

    def _asking(self, case: Case) -> Asking:
        desk = self._desk
        return Asking(
            case=case,
            at_desk=self.at_desk,
            forbidding=prohibitions(case, desk.packs, "secured", desk.clock(), desk.zone),
            parent=self._window(),
        )

    def _fill(self, case_id: UUID, act: Act) -> None:
        """Open the form of an act; what it answers is added, and its draft goes with it."""

        def show(case: Case) -> None:
            act.refuse(case)
            assert act.ask is not None  # noqa: S101 - the caller asked
            dialog = act.ask(self._asking(case))
            self._keep(dialog, case_id)
            dialog.answered.connect(lambda body: self._add(dialog, case_id, body))
            self._show(dialog)

        self._with_case(case_id, show)

    def _add(self, dialog: CaseForm | WithdrawDialog, case_id: UUID, body: Body) -> None:
        desk, form = self._desk, dialog.form
        self._save(dialog, lambda: cases.add(desk, case_id, body, form=form))

    def _keep(self, ask: CaseForm | HandoffDialog | WithdrawDialog, case_id: UUID) -> DraftKeeper:
        return DraftKeeper(ask, ask.form, ask.fields(), self._desk, self._tasks, case_id)

    def _with_case(self, case_id: UUID, show: Callable[[Case], None]) -> None:
        """Read the case and show a dialog for it, unless one is open or about to open."""
        if self._reading or self.current() is not None:
            return
        self._reading = True

        def done(case: Case) -> None:
            self._reading = False
            try:
                show(case)
            except DeskError as error:
                self.failed.emit(error)

        def failed(error: Exception) -> None:
            self._reading = False
            self.failed.emit(error)

        self._tasks.on_record(self, lambda: cases.read(self._desk, case_id), done, failed)

    def _show(self, dialog: QDialog) -> None:
        self._open = dialog
        dialog.open()
        self.opened.emit(dialog)

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


def _counting(case: Case, entry_id: UUID) -> LogLine:
    line = next((one for one in case.log if one.entry.id == entry_id), None)
    if line is None or line.counts is None:
        raise DeskError("This entry counts no longer", "Choose one that still counts")
    return line
