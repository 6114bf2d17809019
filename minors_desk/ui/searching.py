"""Searching while somebody types: after a short rest, in the record's lane, the newest wins."""

from PySide6.QtCore import QObject, QTimer, Signal

from minors_desk.domain.searching import terms
from minors_desk.services import finding
from minors_desk.services.desk import Desk
from minors_desk.services.finding import Hit
from minors_desk.ui.tasks import Tasks

REST_MS = 150
"""After the last key: between two keys of somebody who types, nothing is looked for."""


class Searching(QObject):
    """Looks for what `look_for` was last told.

    `found` carries the hits, in their order; `idle` tells that there is nothing to look for;
    `failed` carries the exception. No more than one search is under way, so that fast typing
    leaves nothing behind it in the lane.
    """

    found = Signal(object)
    idle = Signal()
    failed = Signal(object)

    def __init__(self, desk: Desk, tasks: Tasks, parent: QObject, most: int) -> None:
        super().__init__(parent)
        self._desk, self._tasks, self._most = desk, tasks, most
        self._wanted, self._running = "", False
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(REST_MS)
        self._rest.timeout.connect(self._begin)

    def look_for(self, text: str) -> None:
        """Look for another text, once the typing rests."""
        self._wanted = text
        if terms(text):
            self._rest.start()
        else:
            self._rest.stop()
            self.idle.emit()

    def again(self) -> None:
        """Look for the same text now, because the record changed."""
        if terms(self._wanted):
            self._begin()

    def busy(self) -> bool:
        """Whether an answer to what was last asked is still to come."""
        return self._running or self._rest.isActive()

    def _begin(self) -> None:
        self._rest.stop()
        if self._running:
            return  # whoever comes home looks whether something else is wanted meanwhile
        self._running = True
        text = self._wanted
        self._tasks.on_record(
            self,
            lambda: finding.find(self._desk, text, limit=self._most),
            lambda hits: self._home(text, hits),
            lambda error: self._home(text, error),
        )

    def _home(self, text: str, came: tuple[Hit, ...] | Exception) -> None:
        self._running = False
        if text != self._wanted:
            self.look_for(self._wanted)
        elif isinstance(came, Exception):
            self.failed.emit(came)
        else:
            self.found.emit(came)
