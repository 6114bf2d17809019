"""What the print page shows: the pages, what names the copy, and the choices for getting it out."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QAbstractButton, QLineEdit, QVBoxLayout, QWidget

from minors_desk.services.offering import Offered
from minors_desk.services.previewing import Sheet
from minors_desk.services.printing import Issued
from minors_desk.ui.kit.button import Button, Kind
from minors_desk.ui.kit.chips import Chip
from minors_desk.ui.kit.choice import Choice, ChoiceField
from minors_desk.ui.kit.field import LineField
from minors_desk.ui.kit.keys import KeyHint, KeyHints
from minors_desk.ui.kit.notice import Notice
from minors_desk.ui.kit.section import Section
from minors_desk.ui.kit.spacing import ONE, TWO, column, row
from minors_desk.ui.kit.tokens import TextRole, Tone
from minors_desk.ui.kit.type import Label
from minors_desk.ui.views.fullness_panel import FullnessPanel
from minors_desk.ui.views.page_stack import PageStack
from minors_desk.ui.views.paper_list import PaperList
from minors_desk.ui.views.print_sides import PrintSides
from minors_desk.ui.views.print_signing import PrintSigning
from minors_desk.ui.views.thumbnails import Thumbnails
from minors_desk.wording.phrases import joined

_MOST_COPIES = 4
_KEYS = (
    KeyHint("1-9", "choose the paper"),
    KeyHint("PgUp PgDn", "page"),
    KeyHint("W", "page width"),
    KeyHint("+ -", "zoom"),
    KeyHint("0", "fit again"),
)
_DONE = {
    "printer": ("The paper was printed", "Give each side its copy; the seal code is on the foot"),
    "file": ("The PDF was saved", "It is not encrypted any more: keep it where only you can read"),
}


class PrintPanel:
    """Builds the page into a dialog and changes what it says; it decides nothing."""

    def __init__(self, dialog: QWidget, printers: Sequence[str]) -> None:
        self._has_printer = bool(printers)
        self.seal_code = ""
        """Of the copy on the screen, once it is issued."""
        self.pages, self.small = PageStack(), Thumbnails()
        self.small.chosen.connect(self.pages.go_to)
        self.pages.moved.connect(self.small.mark)
        self.full = FullnessPanel()
        self.full.page_wanted.connect(self.pages.go_to)
        self.title = Label("", TextRole.TITLE)
        self.state = Chip("PREVIEW", Tone.AMBER, "eye")
        self.papers = PaperList()
        self.papers.changed.connect(self._chosen)
        self._offered: tuple[Offered, ...] = ()
        self._choose: Callable[[Offered], None] | None = None
        self.notice = Notice(dialog)
        self.told = Section("This copy")
        self._hint = Label(
            "A preview carries no seal code. Printing or saving issues a numbered copy first.",
            TextRole.SMALL,
            wrap=True,
        )
        self.told.add(self._hint)
        self.signing = PrintSigning()
        self._printers = ChoiceField("Printer", [Choice(name, name) for name in printers])
        self._copies = ChoiceField(
            "Copies", [Choice(str(n), str(n)) for n in range(1, _MOST_COPIES + 1)]
        )
        self.size = ChoiceField("Paper size", [Choice("letter", "Letter"), Choice("a4", "A4")])
        self.size.set_value("letter")
        self.size.changed.connect(self._chosen)
        self.given_to = LineField("Given to", "Stands in the log beside the copy")
        self.print_button = Button("Issue and print", Kind.PRIMARY, "Ctrl+Enter", "print")
        # Without a printer a file is the one way out.
        kind = Kind.SECONDARY if printers else Kind.PRIMARY
        self.save_button = Button("Issue and save as PDF", kind, "S")
        self.packet_button = Button("Print the packet…", Kind.SECONDARY, "K")
        self.close_button = Button("Close", Kind.SECONDARY, "Esc")
        if printers:
            self._printers.set_value(printers[0])
        self._copies.set_value("2" if printers else "1")
        self.width_button = Button("Page width", Kind.SEGMENT, "W")
        self.width_button.setCheckable(True)
        self.width_button.toggled.connect(self._read)
        self._lay_out(dialog)
        self._ready = self._was_shown = False
        self.set_busy(False)

    def on_choice(self, choose: Callable[[Offered], None]) -> None:
        """What is done with the paper that somebody chooses, or that goes on another size."""
        self._choose = choose

    def sheet(self) -> Sheet:
        """The size of paper chosen."""
        return "a4" if self.size.value() == "a4" else "letter"

    def show_papers(self, papers: tuple[Offered, ...], chosen: Offered) -> None:
        """List the papers of the case: how full each is, and its copies so far."""
        self._offered = papers
        self.papers.blockSignals(True)
        self.papers.show_papers(papers, papers.index(chosen))
        self.papers.blockSignals(False)

    def say_counted(self, paper: Offered) -> None:
        """Say how full a paper of the list is, now that it was counted."""
        named = [(one.name, one.subject) for one in self._offered]
        if (paper.name, paper.subject) in named:
            place = named.index((paper.name, paper.subject))
            self._offered = (*self._offered[:place], paper, *self._offered[place + 1 :])
            self.papers.say(place, paper)

    def offered(self) -> tuple[Offered, ...]:
        """The papers of the list, as far as they were counted."""
        return self._offered

    def choose_nth(self, place: int) -> None:
        """Choose a paper by its place in the list, from 0; nothing if there are not so many."""
        if self.papers.isEnabled() and place < len(self._offered):
            self.papers.set_value(str(place))

    def show_paper(self, paper: Offered) -> None:
        """Name the paper whose preview comes next."""
        self._ready = False
        self.title.setText(joined(paper.title, paper.about))
        self.state.set("PREVIEW", Tone.AMBER, "eye")
        self.seal_code = ""
        self.signing.forget()
        self.told.clear_rows()
        self.full.wait()
        self._hint.show()
        self.notice.say_nothing()
        self.set_busy(False)

    def _chosen(self) -> None:
        value = self.papers.value()
        if value is not None and self._choose is not None:
            self._choose(self._offered[int(value)])

    def printer(self) -> str | None:
        """The printer chosen."""
        return self._printers.value()

    def give_to(self, who: str) -> None:
        """Propose whom the copy is given to; what does not fit is cut at its end."""
        self.given_to.set_text(who)
        edit = self.given_to.control
        if isinstance(edit, QLineEdit):
            edit.home(False)

    def copies(self) -> int:
        """How many copies to print."""
        return int(self._copies.value() or "1")

    def show_preview(self, pictures: list[QImage]) -> None:
        """Show the pages as they would print."""
        self._ready = True
        self._show_pages(pictures)
        self.set_busy(False)
        if not self._was_shown:
            (self.print_button if self._has_printer else self.save_button).setFocus()
        self._was_shown = True

    def show_issued(self, issued: Issued, pictures: list[QImage]) -> None:
        """Show the pages that were issued, and what names them."""
        self._show_pages(pictures)
        self.state.set("ISSUED", Tone.GREEN)
        self.seal_code = issued.seal_code
        self._hint.hide()
        self.told.clear_rows()
        # What is copied by hand stands on one line.
        self.told.add_widget_row("Number", Label(issued.number))
        self.told.add_row("Version", str(issued.version))
        self.told.add_row("Copy", str(issued.copy))
        self.told.add_row("Pages", str(issued.pages))
        self.told.add_widget_row("Seal code", Label(issued.seal_code, TextRole.STRONG))

    def say_done(self, outlet: str) -> None:
        """Say that the copy came out."""
        title, hint = _DONE[outlet]
        tone, hint = self.signing.done(hint)
        self.notice.show_words(tone, title, hint)

    def set_busy(self, busy: bool) -> None:
        """While a copy is under way nothing can be pressed."""
        free = self._ready and not busy
        self.print_button.setEnabled(free and self._has_printer)
        self.save_button.setEnabled(free)
        self.signing.set_free(free, busy)
        self.packet_button.setEnabled(free)
        self.close_button.setEnabled(not busy)
        self.papers.setEnabled(not busy)
        self.size.setEnabled(not busy)

    def _show_pages(self, pictures: list[QImage]) -> None:
        self.pages.show_pages(pictures)
        self.small.show_pages(pictures)

    def _read(self, wide: bool) -> None:
        """As wide as the room: what stands beside it makes room for reading."""
        self.sides.make_room(wide)
        self.pages.fit_width(wide)

    def _lay_out(self, dialog: QWidget) -> None:
        side = QWidget()
        lines = column(side, gap=TWO)
        lines.setContentsMargins(0, TWO, TWO, TWO)
        self._fill(lines)
        middle = row(gap=TWO)
        middle.addWidget(self.small)
        middle.addWidget(self.pages, 1)
        self.sides = PrintSides(self.full, side, dialog)
        middle.addWidget(self.sides)
        head = row(gap=TWO)
        head.setContentsMargins(TWO, TWO, TWO, ONE)
        head.addWidget(self.title)
        head.addWidget(self.state)
        head.addStretch(1)
        head.addWidget(self.width_button)
        foot = row(gap=ONE)
        foot.setContentsMargins(TWO, ONE, TWO, TWO)
        foot.addWidget(KeyHints(_KEYS), 1, Qt.AlignmentFlag.AlignVCenter)
        for button in (self.packet_button, self.save_button, self.print_button, self.close_button):
            foot.addWidget(button)
        outer = column(dialog, gap=0)
        outer.addLayout(head)
        outer.addLayout(middle, 1)
        outer.addLayout(foot)

    def _fill(self, lines: QVBoxLayout) -> None:
        lines.addWidget(self.notice)
        lines.addWidget(self.papers)
        lines.addWidget(self.told)
        lines.addWidget(self.signing.lines)
        none = "No printer is set up on this computer. Save the paper as PDF instead."
        alone = Label(none, tone=Tone.MUTED, wrap=True)
        for widget in (self.given_to, self._printers, self._copies, alone, self.size):
            lines.addWidget(widget)
        self.signing.add_to(lines)
        for only_with_printer in (self._printers, self._copies, self.print_button):
            only_with_printer.setVisible(self._has_printer)
        alone.setVisible(not self._has_printer)
        lines.addStretch(1)


def button_of(panel: PrintPanel, name: str) -> QAbstractButton | None:
    """The button that chooses the first paper of that name; None where there is none."""
    named = [one.name for one in panel.offered()]
    return panel.papers.button(str(named.index(name))) if name in named else None
