"""Prints one paper of many cases, one piece of record work each, so that others come between."""

from collections.abc import Sequence
from pathlib import Path
from uuid import UUID

from PySide6.QtCore import QObject, Signal

from minors_desk.domain.changes import Changes
from minors_desk.services import many_papers
from minors_desk.services.desk import Desk
from minors_desk.services.many_papers import Printed, Tally
from minors_desk.ui.bus import Bus
from minors_desk.ui.tasks import Tasks

_TOLD_EVERY = 50


class PrintingMany(QObject):
    """`stepped` carries how many were tried and of how many; `ended` the `Tally`; `failed` an
    exception that ended it.

    What was entered is told to the bus now and then: each time all views look again.
    """

    stepped = Signal(int, int)
    ended = Signal(object)
    failed = Signal(object)

    def __init__(self, desk: Desk, tasks: Tasks, bus: Bus, parent: QObject) -> None:
        super().__init__(parent)
        self._desk, self._tasks, self._bus = desk, tasks, bus
        self._left: list[UUID] = []
        self._tally: Tally | None = None
        self._untold: list[Printed] = []

    def is_running(self) -> bool:
        """Whether papers are being printed."""
        return self._tally is not None

    def begin(self, case_ids: Sequence[UUID], name: str, folder: Path) -> None:
        """Print that paper of each of these cases; nothing while others are being printed."""
        if self._tally is None:
            self._left, self._tally = list(case_ids), Tally(asked=len(case_ids))
            self._name, self._folder = name, folder
            self._next()

    def stop(self) -> None:
        """End after the paper that is being printed."""
        self._left = []

    def _next(self) -> None:
        tally = self._tally
        if tally is None:
            return
        self.stepped.emit(tally.done, tally.asked)
        if not self._left:
            self._end(tally)
            return
        desk, case_id = self._desk, self._left.pop(0)
        name, folder = self._name, self._folder

        def done(one: Printed) -> None:
            tally.add(one)
            self._untold.append(one)
            if one.ends:
                self._left = []
            if len(self._untold) >= _TOLD_EVERY:
                self._tell()
            self._next()

        def failed(error: Exception) -> None:
            self._left, self._tally = [], None
            self._tell()
            self.failed.emit(error)

        self._tasks.on_record(
            self, lambda: many_papers.print_one(desk, case_id, name, folder), done, failed
        )

    def _end(self, tally: Tally) -> None:
        self._tally = None
        self._tell()
        self.ended.emit(tally)

    def _tell(self) -> None:
        untold, self._untold = self._untold, []
        made = [changes for one in untold for changes in one.changes]
        if made:
            ids = frozenset[UUID]().union(*(one.case_ids for one in made))
            kinds = frozenset[str]().union(*(one.kinds for one in made))
            self._bus.publish(Changes(case_ids=ids, kinds=kinds))
