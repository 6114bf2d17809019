"""Printing one paper of all cases of a list: the question, how far it is, and what failed."""

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from uuid import UUID

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QWidget

from minors_desk.errors import DeskError
from minors_desk.services import many_papers, printing
from minors_desk.services.many_papers import Tally
from minors_desk.ui.dialogs.many_papers_dialog import ManyPapersDialog
from minors_desk.ui.kit.button import Button, Kind
from minors_desk.ui.kit.section import Section
from minors_desk.ui.kit.spacing import ONE, column
from minors_desk.ui.kit.tokens import Tone
from minors_desk.ui.kit.work_line import WorkLine
from minors_desk.ui.printing_many import PrintingMany
from minors_desk.ui.views.page import Page

MOST_TOLD = 8


class ManyPapers(QWidget):
    """Stands on a page below its notice, empty until papers are printed.

    `cases` tells of which cases; each counts once.
    """

    def __init__(self, page: Page, cases: Callable[[], Sequence[UUID]]) -> None:
        super().__init__()
        self._page, self._cases = page, cases
        self.button = Button("Print papers of these cases", Kind.SECONDARY, "A", "print")
        self.work = WorkLine()
        self.failures = Section("What was not printed")
        self.printing = PrintingMany(page.desk, page.tasks, page.bus, self)
        lines = column(self, gap=ONE)
        lines.addWidget(self.work)
        lines.addWidget(self.failures)
        self.failures.hide()
        self.button.clicked.connect(self.ask)
        self.work.stop_asked.connect(self.stop)
        self.printing.stepped.connect(self._step)
        self.printing.ended.connect(self._ended)
        self.printing.failed.connect(self._failed)

    def ask(self) -> None:
        """A: ask which paper, then the folder, then print."""
        wanted = tuple(dict.fromkeys(self._cases()))
        if self.printing.is_running() or self._page.current() is not None or not wanted:
            return
        self._page.notice.say_nothing()
        self.failures.hide()
        ask = ManyPapersDialog(printing.catalog(), len(wanted), self.window())

        def answered(name: str) -> None:
            ask.accept()
            self._choose_folder(partial(self.print_to, wanted, name))

        ask.answered.connect(answered)
        self._page.show_over(ask)

    def offer(self, *, any_there: bool) -> None:
        """The button waits for a case in the list, and for what is being printed."""
        self.button.setEnabled(any_there and not self.printing.is_running())

    def print_to(self, case_ids: Sequence[UUID], name: str, folder: Path) -> None:
        """Print that paper of each of these cases into the folder."""
        try:
            many_papers.check_folder(folder)
        except DeskError as error:
            self._page.tell(error)
            return
        self.work.begin(f"Printing {len(case_ids)} papers")
        self.button.setEnabled(False)
        self.work.button.setFocus()
        self.printing.begin(case_ids, name, folder)

    def stop(self) -> None:
        """Esc: stop after the paper that is being printed."""
        if self.printing.is_running():
            self.printing.stop()
            self.work.stopping("It stops after this paper")

    def _choose_folder(self, then: Callable[[Path], None]) -> None:
        ask = QFileDialog(self._page, "Folder for the papers")
        ask.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        ask.setFileMode(QFileDialog.FileMode.Directory)
        ask.setOption(QFileDialog.Option.ShowDirsOnly)
        ask.fileSelected.connect(lambda path: then(Path(path)))
        self._page.show_over(ask)

    def _step(self, done: int, total: int) -> None:
        self.work.step(done, total)

    def _rest(self) -> None:
        had_focus = self.work.button.hasFocus()
        self.button.setEnabled(True)
        if had_focus:
            self.button.setFocus()
        self.work.end()

    def _failed(self, error: Exception) -> None:
        self._rest()
        self._page.tell(error)

    def _ended(self, tally: Tally) -> None:
        self._rest()
        good = len(tally.printed) == tally.asked
        title = f"{len(tally.printed)} of {tally.asked} papers were saved"
        hint = "They are not encrypted any more: keep them where only you can read"
        if tally.not_tried:
            hint = f"{tally.not_tried} were not tried; print them again when you want"
        self._page.notice.show_words(Tone.GREEN if good else Tone.AMBER, title, hint)
        self.failures.clear_rows()
        for one in tally.failed[:MOST_TOLD]:
            self.failures.add_row(one.case, f"{one.title}. {one.what_to_do}")
        more = len(tally.failed) - MOST_TOLD
        if more > 0:
            self.failures.add_row("", f"and {more} more")
        self.failures.setVisible(bool(tally.failed))
