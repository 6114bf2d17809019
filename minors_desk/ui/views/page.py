"""What pages of the desk share: told in place what went wrong, questions asked and saved, keys."""

from collections.abc import Callable
from functools import partial
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QDialog, QWidget
from shiboken6 import isValid

from minors_desk.domain.changes import Changes
from minors_desk.services.desk import Desk
from minors_desk.ui.actions import bind_within
from minors_desk.ui.bus import Bus
from minors_desk.ui.kit.dialog import Ask
from minors_desk.ui.kit.notice import Notice
from minors_desk.ui.tasks import Lane, Progress, Tasks

Lanes = tuple[Desk, Tasks, Bus]


class Page(QWidget):
    """A page. `asked` carries a dialog that it opened; it looks again when the bus tells it to.

    A page overrides `reload()`, which reads on the record lane.
    """

    asked = Signal(object)

    def __init__(self, lanes: Lanes, name: str) -> None:
        super().__init__()
        self.setObjectName("page")
        self.setAccessibleName(name)
        self.desk, self.tasks, self.bus = lanes
        self.notice = Notice()
        self._dialog: QDialog | None = None
        self.bus.changed.connect(self._changed)

    def reload(self) -> None:
        """Read what the page shows again."""
        raise NotImplementedError

    def tell(self, error: Exception) -> None:
        """Say in place what could not be done."""
        self.notice.tell(error)

    def current(self) -> QDialog | None:
        """The dialog that is open, if any."""
        found = self._dialog
        return found if found is not None and isValid(found) and found.isVisible() else None

    def show_over(self, dialog: QDialog) -> None:
        """Open a dialog, and let the desk know of it."""
        self._dialog = dialog
        dialog.open()
        self.asked.emit(dialog)

    def ask(self, dialog: Ask, work: Callable[[Any], Changes]) -> None:
        """Open a question; what it answers is saved by `work` on the record lane."""
        if self.current() is not None:
            return
        self.notice.say_nothing()

        done, failed = partial(self._saved, dialog), partial(self._not_saved, dialog)
        dialog.answered.connect(
            lambda answer: self.tasks.on_record(self, lambda: work(answer), done, failed)
        )
        self.show_over(dialog)

    def _saved(self, dialog: Ask, changes: Changes) -> None:
        if isValid(dialog):
            dialog.accept()
        self.bus.publish(changes)

    def _not_saved(self, dialog: Ask, error: Exception) -> None:
        if isValid(dialog) and dialog.isVisible():
            dialog.fail(error)
        else:
            self.tell(error)

    def ask_long(self, dialog: Ask, work: Callable[[Any, Progress], Changes]) -> None:
        """As `ask`, where all cases are looked at anew: the question says how far that is."""

        def saved(answer: object) -> None:
            def step(done: int, total: int) -> None:
                if isValid(dialog):
                    dialog.set_status(f"{done} of {total} cases judged anew")

            self.tasks.long(
                self,
                lambda progress: work(answer, progress),
                partial(self._saved, dialog),
                partial(self._not_saved, dialog),
                step,
                lane=Lane.RECORD,
            )

        if self.current() is None:
            self.notice.say_nothing()
            dialog.answered.connect(saved)
            self.show_over(dialog)

    def key(self, key: str, act: Callable[[], object]) -> None:
        """Let a key work while the focus is on this page."""
        bind_within(self, {key: act})

    def _changed(self, _changes: Changes) -> None:
        self.notice.say_nothing()
        self.reload()
