"""Folds what was saved into the main file of the record once nobody types for a while."""

import logging

from PySide6.QtCore import QObject, QTimer

from minors_desk.errors import DeskError
from minors_desk.services.desk import Desk
from minors_desk.ui import failure
from minors_desk.ui.tasks import Tasks

WAIT_MS = 5_000
"""Without a draft or an entry; a checkpoint while somebody types would delay their save."""

_LOG = logging.getLogger(__name__)


class Settling(QObject):
    """Asks for a checkpoint in the record lane, `WAIT_MS` after the last `disturbed`."""

    def __init__(self, desk: Desk, tasks: Tasks, parent: QObject) -> None:
        super().__init__(parent)
        self._desk, self._tasks = desk, tasks
        self.timer = QTimer(self)
        self.timer.setSingleShot(True)
        self.timer.setInterval(WAIT_MS)
        self.timer.timeout.connect(self._settle)

    def disturbed(self, *_: object) -> None:
        """Something was kept or saved: wait again."""
        self.timer.start()

    def stop(self) -> None:
        """Ask for nothing any more: closing the record does the same."""
        self.timer.stop()

    def _settle(self) -> None:
        self._tasks.on_record(self, self._desk.settle, _nothing, _failed)


def _nothing(_: None) -> None:
    """All is where it belongs."""


def _failed(error: Exception) -> None:
    """What was saved stands in the write-ahead log all the same: nobody has to be told."""
    if isinstance(error, DeskError):
        _LOG.warning("not settled: %s", error)
    else:
        failure.report(error)
