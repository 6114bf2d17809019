"""Saves each step of a handoff on the record lane and gives the case back to the dialog."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal, SignalInstance
from shiboken6 import isValid

from minors_desk.domain.case import Case
from minors_desk.domain.changes import Changes
from minors_desk.domain.handoff import Handoff
from minors_desk.services import cases, handoff
from minors_desk.services.desk import Desk
from minors_desk.ui.bus import Bus
from minors_desk.ui.dialogs.handoff_count import Counting
from minors_desk.ui.dialogs.handoff_dialog import Accept, HandoffDialog, ReceiptWanted
from minors_desk.ui.dialogs.handoff_steps import Proposal
from minors_desk.ui.dialogs.handoff_terms import Signing, SigningByHand
from minors_desk.ui.editors.draft_keeper import DraftKeeper
from minors_desk.ui.tasks import Tasks


class HandingOver(QObject):
    """Lives on its dialog. `receipt_wanted` carries the number of the accepted attempt;
    `stop_wanted` tells that the attempt came to nothing; `act_wanted` and `paper_wanted` name what
    mends a condition: all once the dialog is closed.

    `tell` takes a failure that comes home when the dialog is closed.
    """

    receipt_wanted = Signal(int)
    stop_wanted = Signal()
    act_wanted = Signal(str)
    paper_wanted = Signal(object)

    def __init__(
        self,
        dialog: HandoffDialog,
        keeper: DraftKeeper,
        lanes: tuple[Desk, Tasks, Bus],
        tell: Callable[[Exception], None],
    ) -> None:
        super().__init__(dialog)
        self._dialog, self._keeper, self._tell = dialog, keeper, tell
        self._desk, self._tasks, self._bus = lanes
        dialog.stepped.connect(self._step)
        dialog.answered.connect(self._answered)
        dialog.stop_wanted.connect(lambda: self._leave(self.stop_wanted))
        dialog.act_wanted.connect(lambda act: self._leave(self.act_wanted, act))
        dialog.paper_wanted.connect(lambda paper: self._leave(self.paper_wanted, paper))

    def _step(self, answer: object) -> None:
        desk, case_id = self._desk, self._dialog.case_id()
        attempt = self._dialog.attempt()
        if isinstance(answer, Proposal):
            # The draft is written before the entry that uses it up, never after.
            self._keeper.flush()
            self._save(
                lambda: handoff.propose(
                    desk,
                    case_id,
                    answer.receiver,
                    authority=answer.authority,
                    place=answer.place,
                    form=self._dialog.form,
                )
            )
        elif attempt is not None:
            self._further(attempt, answer)

    def _further(self, attempt: Handoff, answer: object) -> None:
        """A step of the attempt under way."""
        desk, case_id, number = self._desk, self._dialog.case_id(), attempt.number
        if isinstance(answer, handoff.Checked):
            self._save(lambda: handoff.check_receiver(desk, case_id, number, answer))
        elif isinstance(answer, Counting):
            self._save(lambda: handoff.count(desk, case_id, number, answer.lines, answer.differs))
        elif isinstance(answer, Signing):
            drawn = handoff.DrawnOn(
                strokes=answer.strokes, digest=answer.digest, device=answer.device
            )
            self._save(lambda: handoff.sign(desk, case_id, attempt, answer.side, drawn))
        elif isinstance(answer, SigningByHand):
            self._save(
                lambda: handoff.sign_on_paper(desk, case_id, attempt, answer.side, answer.digest)
            )

    def _answered(self, answer: object) -> None:
        if isinstance(answer, Accept):
            self._save(lambda: handoff.accept(self._desk, self._dialog.case_id(), answer.number))
        elif isinstance(answer, ReceiptWanted):
            self._dialog.accept()
            self.receipt_wanted.emit(answer.number)

    def _leave(self, wanted: SignalInstance, *told: object) -> None:
        """Close the dialog, its draft kept, and say what is wanted in its place."""
        self._dialog.reject()
        wanted.emit(*told)

    def _save(self, work: Callable[[], Changes]) -> None:
        desk, case_id, dialog, bus = self._desk, self._dialog.case_id(), self._dialog, self._bus

        def saved() -> tuple[Changes, Case, handoff.Ready]:
            changes, case = work(), cases.read(desk, case_id)
            return changes, case, handoff.readiness(desk, case)

        def done(result: tuple[Changes, Case, handoff.Ready]) -> None:
            changes, case, ready = result
            if isValid(dialog):
                dialog.show_case(case, ready)
            bus.publish(changes)

        # The bus outlives the dialog: closed meanwhile, what was saved is still news.
        self._tasks.on_record(bus, saved, done, self._failed)

    def _failed(self, error: Exception) -> None:
        if isValid(self._dialog) and self._dialog.isVisible():
            self._dialog.fail(error)
        else:
            self._tell(error)
