"""Prints labels for a child's wristband or its bags: which, in which format, with a name or not."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtGui import QImage
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QFileDialog, QWidget

from minors_desk.domain.belongings import bags
from minors_desk.domain.case import Case
from minors_desk.domain.labels import LABEL_KINDS
from minors_desk.domain.printed import Outlet
from minors_desk.errors import DeskError
from minors_desk.services import labels
from minors_desk.services.desk import Desk
from minors_desk.services.labels import MadeLabels, Wanted
from minors_desk.ui.bus import Bus
from minors_desk.ui.kit.button import Button, Kind
from minors_desk.ui.kit.choice import Choice, ChoiceField
from minors_desk.ui.kit.dialog import Ask
from minors_desk.ui.kit.tokens import Tone
from minors_desk.ui.kit.type import Label
from minors_desk.ui.tasks import Tasks
from minors_desk.ui.views import paper_out
from minors_desk.ui.views.pdf_pages import render
from minors_desk.wording.codes import word

_INTRO = (
    "The code on a label says which case or bag it is of, and nothing of the child. Scanned or "
    "typed into Find it opens the case."
)
_NO_PRINTER = "No printer is set up on this computer. Save the labels as PDF instead."
_DONE: dict[Outlet, tuple[str, str]] = {
    "printer": ("The labels were printed", "Each code stands in the log of the case"),
    "file": ("The labels were saved", "Each code stands in the log of the case"),
}
_USUAL = {"wristband": "25x279", "bags": "62x29"}
_NO, _YES = "no", "yes"


class LabelsDialog(Ask):
    """Makes the labels, which is an entry, then prints or saves them.

    `printers` names the printers, `printer` makes one; tests hand in their own.
    """

    def __init__(
        self,
        lanes: tuple[Desk, Tasks, Bus],
        case: Case,
        parent: QWidget | None = None,
        printers: Callable[[], list[str]] = paper_out.printer_names,
        printer: paper_out.PrinterMaker = paper_out.system_printer,
    ) -> None:
        names = printers()
        action = "Print labels" if names else "Save labels as PDF"
        super().__init__("Labels", action, _INTRO, parent)
        self._desk, self._tasks, self._bus = lanes
        self._case, self._make_printer = case, printer
        self._has_printer = bool(names)
        self._printer: QPrinter | None = None
        count = len(bags(case))
        told = {"bags": f"{word('label_kind', 'bags')}: {count}"}
        self.what = ChoiceField(
            "Label for",
            [Choice(one, told.get(one, word("label_kind", one))) for one in LABEL_KINDS],
        )
        self.format = ChoiceField(
            "Format", [Choice(name, title) for name, title in labels.formats().items()]
        )
        self.with_name = ChoiceField(
            "The child's name on it", [Choice(_NO, "No name"), Choice(_YES, "With the name")]
        )
        self._printers = ChoiceField("Printer", [Choice(name, name) for name in names])
        self.save_button = Button("Save labels as PDF", Kind.SECONDARY)
        self._lay_out(names)
        self.what.changed.connect(self._usual)
        self.what.set_value("bags" if count else "wristband")
        self.with_name.set_value(_NO)

    def answer(self) -> Outlet | None:
        """What the action does: print, or ask for a file where there is no printer."""
        if self._has_printer:
            return "printer"
        self.choose_file()
        return None

    def choose_file(self) -> None:
        """Ask where to; the name offered says nothing but the number of the case."""
        ask = QFileDialog(self, "Save the labels", "", "PDF (*.pdf)")
        ask.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        ask.setDefaultSuffix("pdf")
        ask.selectFile(f"labels-{self._case.number}.pdf")
        ask.fileSelected.connect(lambda path: self.save_to(Path(path)))
        ask.open()

    def save_to(self, path: Path) -> None:
        """Make the labels and write them there."""

        def write(made: MadeLabels) -> None:
            self._tasks.aside(
                self,
                lambda: paper_out.write_file(path, made.pdf),
                lambda _: self._came_out("file"),
                self.fail,
            )

        self.set_busy(True)
        self._make(write)

    def is_busy(self) -> bool:
        """Whether labels are under way."""
        return not self._page.isEnabled()

    def set_busy(self, busy: bool) -> None:
        """While labels are under way nothing can be pressed."""
        super().set_busy(busy)
        self.save_button.setEnabled(not busy)

    def _wanted(self) -> Wanted:
        what = next(one for one in LABEL_KINDS if one == self.what.value())
        with_name = self.with_name.value() == _YES
        return Wanted(what=what, format=self.format.value() or "", with_name=with_name)

    def _usual(self) -> None:
        """Another kind of label comes in its usual format."""
        self.format.set_value(_USUAL[self.what.value() or "bags"])

    def _make(self, then: Callable[[MadeLabels], None]) -> None:
        wanted, case_id = self._wanted(), self._case.id

        def done(made: MadeLabels) -> None:
            self._bus.publish(made.changes)
            then(made)

        self._tasks.on_record(
            self, lambda: labels.make_labels(self._desk, case_id, wanted), done, self.fail
        )

    def _print(self, made: MadeLabels) -> None:
        def put(pages: list[QImage]) -> None:
            try:
                self._printer = self._make_printer(self._printers.value() or "")
                paper_out.put_on_paper(self._printer, pages)
            except DeskError as error:
                self.fail(error)
                return
            self._came_out("printer")

        self._tasks.aside(self, lambda: render(made.pdf, paper_out.PRINT_DPI), put, self.fail)

    def _came_out(self, outlet: Outlet) -> None:
        self.set_busy(False)
        self.notice.show_words(Tone.GREEN, *_DONE[outlet])

    def _lay_out(self, names: list[str]) -> None:
        alone = Label(_NO_PRINTER, tone=Tone.MUTED, wrap=True)
        for widget in (self.what, self.format, self.with_name, self._printers, alone):
            self.add(widget)
        self.add_to_foot(self.save_button)
        if names:
            self._printers.set_value(names[0])
        for only_with_printer in (self._printers, self.save_button):
            only_with_printer.setVisible(bool(names))
        alone.setVisible(not names)
        self.save_button.clicked.connect(self.choose_file)
        self.answered.connect(lambda _outlet: self._make(self._print))
