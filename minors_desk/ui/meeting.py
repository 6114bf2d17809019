"""A child was met: what the question asks of the record meanwhile, and what it answers, saved."""

from uuid import UUID

from PySide6.QtCore import QObject, Signal

from minors_desk.domain.changes import Changes
from minors_desk.domain.encounter import Encountered
from minors_desk.services import companions
from minors_desk.services.finding import Hit
from minors_desk.ui.dialogs.encounter_dialog import EncounterDialog
from minors_desk.ui.editors.earlier_field import MOST
from minors_desk.ui.searching import Searching
from minors_desk.ui.views.page import Lanes


class Meeting(QObject):
    """Stands behind an `EncounterDialog` while it is open.

    `case_wanted` carries the case to show: the new one, or an earlier one that was opened instead.
    What was typed is then kept as a draft.
    """

    case_wanted = Signal(object)

    def __init__(self, ask: EncounterDialog, lanes: Lanes) -> None:
        super().__init__(ask)
        self._ask = ask
        self._desk, self._tasks, self._bus = lanes
        self.searching = Searching(self._desk, self._tasks, self, MOST)
        self.searching.found.connect(self._show)
        self.searching.idle.connect(lambda: self._show(()))
        self.searching.failed.connect(self._failed)
        ask.name.changed.connect(lambda: self.searching.look_for(ask.name.text()))
        ask.earlier.open_wanted.connect(self._open)
        ask.answered.connect(self._save)

    def _show(self, hits: tuple[Hit, ...]) -> None:
        """Show those that a name or number told; a word of a note says little of who it is."""
        likely = [one for one in hits if one.where != "text"]
        self._ask.earlier.show_hits(likely, self._desk.zone)

    def _failed(self, error: Exception) -> None:
        """Looking for earlier records is a help: a save that is under way is not held up by it."""
        if self._ask.action.isEnabled():
            self._ask.fail(error)

    def _open(self, case_id: UUID) -> None:
        self._ask.reject()
        self.case_wanted.emit(case_id)

    def _save(self, body: Encountered) -> None:
        ask, desk = self._ask, self._desk
        others, relation, more = ask.others(), ask.relation(), ask.more()

        def done(saved: tuple[tuple[UUID, ...], Changes]) -> None:
            ids, changes = saved
            self.case_wanted.emit(ids[0])
            self._bus.publish(changes)
            ask.accept()

        self._tasks.on_record(
            ask,
            lambda: companions.open_together(
                desk, body, others, relation, more=more, form=ask.form
            ),
            done,
            ask.fail,
        )
