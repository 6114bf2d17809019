"""The base of questions whose answer is made as a PDF: to a printer, or into a file."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Protocol

from PySide6.QtGui import QImage
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QFileDialog, QWidget

from minors_desk.domain.printed import Outlet
from minors_desk.errors import DeskError
from minors_desk.ui.kit.button import Button, Kind
from minors_desk.ui.kit.choice import Choice, ChoiceField
from minors_desk.ui.kit.dialog import Ask
from minors_desk.ui.kit.tokens import Tone
from minors_desk.ui.kit.type import Label
from minors_desk.ui.tasks import Tasks
from minors_desk.ui.views import paper_out
from minors_desk.ui.views.pdf_pages import render


class Made(Protocol):
    """Whatever was made to come out."""

    @property
    def pdf(self) -> bytes: ...


@dataclass(frozen=True, slots=True, kw_only=True)
class Printers:
    """How the printers of this computer are named, and one is made; tests hand in their own."""

    names: Callable[[], list[str]] = paper_out.printer_names
    make: paper_out.PrinterMaker = paper_out.system_printer


@dataclass(frozen=True, slots=True, kw_only=True)
class OutWords:
    """What such a question says: `what` comes out (``the packet``), `prints` and `saves` are its
    two actions; `done` says for each outlet what is said then, title and hint."""

    heading: str
    intro: str
    what: str
    prints: str
    saves: str
    done: dict[Outlet, tuple[str, str]]


class OutDialog(Ask):
    """Makes something and prints or saves it; without a printer saving is its one action.

    A dialog says what is made (`_make`), how a file of it is called, and what becomes of it when
    it came out, or did not. Between making and outcome it does not close.
    """

    def __init__(
        self, words: OutWords, tasks: Tasks, printers: Printers, parent: QWidget | None
    ) -> None:
        names = printers.names()
        super().__init__(words.heading, words.prints if names else words.saves, words.intro, parent)
        self._words, self._tasks, self._printers = words, tasks, printers
        self._has_printer = bool(names)
        self._printer: QPrinter | None = None
        self._which = ChoiceField("Printer", [Choice(name, name) for name in names])
        self.save_button = Button(words.saves, Kind.SECONDARY)
        none = f"No printer is set up on this computer. Save {words.what} as PDF instead."
        self._alone = Label(none, tone=Tone.MUTED, wrap=True)
        if names:
            self._which.set_value(names[0])
        for only_with_printer in (self._which, self.save_button):
            only_with_printer.setVisible(bool(names))
        self._alone.setVisible(not names)
        self.save_button.clicked.connect(self.choose_file)
        self.answered.connect(lambda _outlet: self._make(self._print))

    def answer(self) -> Outlet | None:
        """What the action does: print, or ask for a file where there is no printer."""
        if self._has_printer:
            return "printer"
        self.choose_file()
        return None

    def choose_file(self) -> None:
        """Ask where to; the name offered says nothing but a number."""
        if not self.action.isEnabled():
            return
        ask = QFileDialog(self, f"Save {self._words.what}", "", "PDF (*.pdf)")
        ask.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        ask.setDefaultSuffix("pdf")
        ask.selectFile(self._file_name())
        ask.fileSelected.connect(lambda path: self.save_to(Path(path)))
        ask.open()

    def save_to(self, path: Path) -> None:
        """Make it and write it there."""

        def write(made: Made) -> None:
            self._tasks.aside(
                self,
                lambda: paper_out.write_file(path, made.pdf),
                lambda _: self._came_out(made, "file"),
                lambda error: self._came_to_nothing(made, error),
            )

        self.set_busy(True)
        self._make(write)

    def set_busy(self, busy: bool) -> None:
        """While it is under way nothing can be pressed."""
        super().set_busy(busy)
        self.save_button.setEnabled(not busy)

    def reject(self) -> None:
        """Close, but not between making and outcome: the record would not know what came of it."""
        if not self.is_busy():
            super().reject()

    def is_busy(self) -> bool:
        """Whether something is under way."""
        return not self._page.isEnabled()

    def add_way_out(self) -> None:
        """Put the choice of a printer, or that there is none, below what was added so far."""
        self.add(self._which)
        self.add(self._alone)
        self.add_to_foot(self.save_button)

    def say_done(self, outlet: Outlet) -> None:
        """Say that it came out."""
        self.set_busy(False)
        self.notice.show_words(Tone.GREEN, *self._words.done[outlet])

    def _file_name(self) -> str:
        """What a file of it is called: a number, no name."""
        raise NotImplementedError

    def _make(self, then: Callable[[Any], None]) -> None:
        """Make it on the record lane, then go on with it."""
        raise NotImplementedError

    def _came_out(self, made: Any, outlet: Outlet) -> None:
        """It came out; ends with `say_done`."""
        raise NotImplementedError

    def _came_to_nothing(self, made: Any, error: Exception) -> None:
        """It was made, but nothing came out; ends with `fail`."""
        raise NotImplementedError

    def _print(self, made: Made) -> None:
        def put(pages: list[QImage]) -> None:
            try:
                self._printer = self._printers.make(self._which.value() or "")
                paper_out.put_on_paper(self._printer, pages)
            except DeskError as error:
                self._came_to_nothing(made, error)
                return
            self._came_out(made, "printer")

        self._tasks.aside(
            self,
            lambda: render(made.pdf, paper_out.PRINT_DPI),
            put,
            lambda error: self._came_to_nothing(made, error),
        )
