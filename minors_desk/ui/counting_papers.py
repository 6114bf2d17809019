"""Tells how full the papers of a case are: the one on the screen first, then one by one."""

from collections.abc import Sequence
from uuid import UUID

from PySide6.QtCore import QObject, Signal

from minors_desk.services import offering, previewing
from minors_desk.services.desk import Desk
from minors_desk.services.offering import Offered
from minors_desk.services.previewing import Looked
from minors_desk.ui.tasks import Tasks


class CountingPapers(QObject):
    """Each paper is composed in a piece of record work of its own, so that others come between.

    `looked` carries a `Looked`, `counted` an `Offered`, `failed` an exception.
    """

    looked = Signal(object)
    counted = Signal(object)
    failed = Signal(object)

    def __init__(self, desk: Desk, tasks: Tasks, case_id: UUID | None, parent: QObject) -> None:
        super().__init__(parent)
        self._desk, self._tasks, self._case_id = desk, tasks, case_id
        self._waiting: list[Offered] = []
        self._counts = False

    def wait_for(self, papers: Sequence[Offered]) -> None:
        """Count these, each in its turn, once one of them is on the screen."""
        self._waiting = list(papers)

    def look_at(self, paper: Offered) -> None:
        """Look at the paper on the screen now; then go on with those that wait."""
        desk, case_id = self._desk, self._case_id

        def done(found: Looked) -> None:
            self.looked.emit(found)
            self._told(found.paper)

        self._tasks.on_record(
            self,
            lambda: previewing.looked_at(desk, case_id, paper.name, paper.subject),
            done,
            self.failed.emit,
        )

    def _told(self, paper: Offered) -> None:
        self._waiting = [one for one in self._waiting if not _is_same(one, paper)]
        self.counted.emit(paper)
        if not self._counts:
            self._next()

    def _next(self) -> None:
        self._counts = bool(self._waiting)
        if not self._waiting:
            return
        desk, case_id, paper = self._desk, self._case_id, self._waiting[0]

        def done(found: Offered) -> None:
            self._counts = False
            self._told(found)

        def failed(error: Exception) -> None:
            self._counts, self._waiting = False, []
            self.failed.emit(error)

        self._tasks.on_record(
            self,
            lambda: offering.checked(desk, case_id, paper.name, paper.subject),
            done,
            failed,
        )


def _is_same(one: Offered, other: Offered) -> bool:
    return (one.name, one.subject) == (other.name, other.subject)
