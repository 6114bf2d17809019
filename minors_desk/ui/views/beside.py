"""Keeps what stands beside a preview right: the paper on the screen first, then the whole list."""

from collections.abc import Sequence

from PySide6.QtCore import QObject, Signal

from minors_desk.domain.case import Case
from minors_desk.services.desk import Desk
from minors_desk.services.offering import Offered
from minors_desk.services.previewing import Looked
from minors_desk.ui.acts.mends import act_that_fills
from minors_desk.ui.counting_papers import CountingPapers
from minors_desk.ui.tasks import Tasks
from minors_desk.ui.views.print_panel import PrintPanel


class Beside(QObject):
    """`act_wanted` carries the name of the act that fills a missing box, `failed` an exception."""

    act_wanted = Signal(str)
    failed = Signal(object)

    def __init__(
        self, parent: QObject, lanes: tuple[Desk, Tasks], case: Case | None, panel: PrintPanel
    ) -> None:
        super().__init__(parent)
        desk, self._tasks = lanes
        self._case, self._panel = case, panel
        self._chosen: Offered | None = None
        self._counting = CountingPapers(desk, self._tasks, None if case is None else case.id, self)
        self._counting.looked.connect(self._show)
        self._counting.counted.connect(panel.say_counted)
        self._counting.failed.connect(self.failed)
        panel.full.act_wanted.connect(self.act_wanted)

    def wait_for(self, papers: Sequence[Offered]) -> None:
        """Count these once the page is on the screen."""
        self._counting.wait_for(papers)

    def look_at(self, paper: Offered) -> None:
        """That paper is on the screen now: look at it before the others."""
        self._chosen = paper
        self._counting.look_at(paper)

    def _show(self, looked: Looked) -> None:
        chosen, found = self._chosen, looked.paper
        if chosen is None or (chosen.name, chosen.subject) != (found.name, found.subject):
            return
        full = self._panel.full
        self._tasks.in_turns(full, full.show_steps(looked, self._mends))

    def _mends(self, field: str) -> tuple[str, str] | None:
        act = None if self._case is None else act_that_fills(field, self._case)
        return None if act is None else (act.name, act.words)
