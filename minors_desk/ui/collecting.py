"""Lets Python's collector run on the GUI thread only: what it frees may hold widgets."""

import gc

from PySide6.QtCore import QObject, QTimer

_LOOK_MS = 500


class Collecting(QObject):
    """Takes the collector over until `stop`.

    By itself it runs in whatever thread allocates; freeing a window from the record's lane ends
    the program. Now and then it is asked here, by its own thresholds.
    """

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        gc.disable()
        self._timer = QTimer(self)
        self._timer.timeout.connect(self.look)
        self._timer.start(_LOOK_MS)

    def look(self) -> None:
        """Collect the oldest generation that is due, and the younger ones with it."""
        pairs = list(zip(gc.get_count(), gc.get_threshold(), strict=True))
        due = [place for place, (count, most) in enumerate(pairs) if count > most]
        if due:
            gc.collect(due[-1])

    def keep(self) -> None:
        """All is imported: what is there now stays, and needs not be looked through again.

        It is most of what there is; to look through it would hold the window for long.
        """
        gc.freeze()

    def stop(self) -> None:
        """Give the collector back."""
        self._timer.stop()
        gc.unfreeze()
        gc.enable()
