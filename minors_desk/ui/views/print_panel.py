"""What the print page shows: the pages, what names the copy, and the choices for getting it out."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QAbstractButton, QApplication, QLineEdit, QVBoxLayout, QWidget

from minors_desk.services.offering import Offered
from minors_desk.services.printing import Issued
from minors_desk.services.sealing import Sealed
from minors_desk.services.signing import SignLine, ToSign
from minors_desk.ui.kit.button import Button, Kind
from minors_desk.ui.kit.chips import Chip
from minors_desk.ui.kit.choice import Choice, ChoiceField
from minors_desk.ui.kit.field import LineField
from minors_desk.ui.kit.keys import KeyHint, KeyHints
from minors_desk.ui.kit.notice import Notice
from minors_desk.ui.kit.scroll import Scroll
from minors_desk.ui.kit.section import Section
from minors_desk.ui.kit.spacing import ONE, TWO, clear, column, row
from minors_desk.ui.kit.tokens import TextRole, Tone, scaled
from minors_desk.ui.kit.type import Label
from minors_desk.ui.views.page_stack import PageStack
from minors_desk.wording.phrases import joined
from minors_desk.wording.signing import device_words, seal_words
from minors_desk.wording.times import day_and_time

_SIDE = 340
_MOST_COPIES = 4
_MOST_NAMED = 4
_KEYS = (
    KeyHint("1-9", "choose the paper"),
    KeyHint("W", "page width"),
    KeyHint("+ -", "zoom"),
    KeyHint("0", "fit again"),
)
_DONE = {
    "printer": ("The paper was printed", "Give each side its copy; the seal code is on the foot"),
    "file": ("The PDF was saved", "It is not encrypted any more: keep it where only you can read"),
}


class _Side(Scroll):
    """What stands beside the pages, as wide as its text size asks for."""

    def __init__(self, content: QWidget) -> None:
        super().__init__(content)
        self.setFixedWidth(scaled(_SIDE))

    def changeEvent(self, event: QEvent) -> None:
        """Measure again when the text size changes."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.FontChange:
            self.setFixedWidth(scaled(_SIDE))


class PrintPanel:
    """Builds the page into a dialog and changes what it says; it decides nothing."""

    def __init__(self, dialog: QWidget, printers: Sequence[str]) -> None:
        self._has_printer = bool(printers)
        self.seal_code = ""
        """Of the copy on the screen, once it is issued."""
        self.pages = PageStack()
        self.title = Label("", TextRole.TITLE)
        self.state = Chip("PREVIEW", Tone.AMBER, "eye")
        self.papers: ChoiceField | None = None
        """The papers of the case, once they are known."""
        self._offered: tuple[Offered, ...] = ()
        self._choose: Callable[[Offered], None] | None = None
        self._list = column()
        self.notice = Notice(dialog)
        self.told = Section("This copy")
        self._hint = Label(
            "A preview carries no seal code. Printing or saving issues a numbered copy first.",
            TextRole.SMALL,
            wrap=True,
        )
        self.told.add(self._hint)
        self.lines = Section("Signatures")
        self.sign_button = Button("Sign on screen", Kind.SECONDARY, "G", "signature")
        self.lines.body.addWidget(self.sign_button)
        self.lines.hide()
        self._waits = False
        self._printers = ChoiceField("Printer", [Choice(name, name) for name in printers])
        self._copies = ChoiceField(
            "Copies", [Choice(str(n), str(n)) for n in range(1, _MOST_COPIES + 1)]
        )
        self.given_to = LineField("Given to", "Stands in the log beside the copy")
        self.seal_button = Button("Sign the PDF with a certificate", Kind.SEGMENT, icon="lock")
        self.seal_button.setCheckable(True)
        self._sealer = Label("", TextRole.SMALL, wrap=True)
        self._sealer.hide()
        self.sealed: Sealed | None = None
        """The signature of the PDF saved last, if it was signed."""
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
        self.width_button.toggled.connect(self.pages.fit_width)
        self._lay_out(dialog)
        self._ready = self._was_shown = False
        self.set_busy(False)

    def on_choice(self, choose: Callable[[Offered], None]) -> None:
        """What is done with the paper that somebody chooses."""
        self._choose = choose

    def show_papers(self, papers: tuple[Offered, ...], chosen: Offered) -> None:
        """List the papers of the case: how full each is, and its copies so far."""
        focus = QApplication.focusWidget()
        had_focus = (
            focus is not None and self.papers is not None and self.papers.isAncestorOf(focus)
        )
        clear(self._list)
        self._offered = papers
        choices = [
            Choice(str(place), joined(one.title, one.about), _standing(one))
            for place, one in enumerate(papers)
        ]
        self.papers = ChoiceField("Paper", choices)
        self.papers.set_value(str(papers.index(chosen)))
        self.papers.changed.connect(self._chosen)
        self._list.addWidget(self.papers)
        if had_focus:
            self.papers.setFocus()

    def choose_nth(self, place: int) -> None:
        """Choose a paper by its place in the list, from 0; nothing if there are not so many."""
        if self.papers is not None and self.papers.isEnabled() and place < len(self._offered):
            self.papers.set_value(str(place))

    def button_of(self, name: str) -> QAbstractButton | None:
        """The button that chooses the first paper of that name; None where there is none."""
        for place, one in enumerate(self._offered):
            if one.name == name and self.papers is not None:
                return self.papers.button(str(place))
        return None

    def show_paper(self, paper: Offered) -> None:
        """Name the paper whose preview comes next."""
        self._ready = False
        self.title.setText(joined(paper.title, paper.about))
        self.state.set("PREVIEW", Tone.AMBER, "eye")
        self.seal_code = ""
        self.lines.hide()
        self._waits = False
        self.told.clear_rows()
        if paper.missing:
            self.told.add_row("Missing", _missing(paper))
        self._hint.show()
        self.notice.say_nothing()
        self.set_busy(False)

    def show_lines(self, found: ToSign, zone: str) -> None:
        """Say of each line of the paper who signed it on screen, or that it waits."""
        self._waits = bool(found.waiting)
        self.lines.clear_rows()
        for one in found.lines:
            self.lines.add_row(one.label, _signed(one, zone))
        self.lines.setVisible(bool(found.lines))

    def _chosen(self) -> None:
        value = None if self.papers is None else self.papers.value()
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
        self.pages.show_pages(pictures)
        self.set_busy(False)
        if not self._was_shown:
            (self.print_button if self._has_printer else self.save_button).setFocus()
        self._was_shown = True

    def show_issued(self, issued: Issued, pictures: list[QImage]) -> None:
        """Show the pages that were issued, and what names them."""
        self.pages.show_pages(pictures)
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
        found = None if self.sealed is None else self.sealed.status
        tone = Tone.GREEN
        if found is not None:
            words = seal_words(found.bottom_line, found.subject, found.issuer, found.problem)
            tone = Tone.GREEN if found.bottom_line else Tone.RED
            hint = f"{words} {hint}"
        self.notice.show_words(tone, title, hint)

    def say_sealer(self, subject: str) -> None:
        """Say whose certificate signs what is saved; with an empty text that none does."""
        self._sealer.setText(f"What is saved is signed as {subject}." if subject else "")
        self._sealer.setVisible(bool(subject))

    def set_busy(self, busy: bool) -> None:
        """While a copy is under way nothing can be pressed."""
        free = self._ready and not busy
        self.print_button.setEnabled(free and self._has_printer)
        self.save_button.setEnabled(free)
        self.seal_button.setEnabled(not busy)
        self.sign_button.setEnabled(free and self._waits)
        self.packet_button.setEnabled(free)
        self.close_button.setEnabled(not busy)
        if self.papers is not None:
            self.papers.setEnabled(not busy)

    def _lay_out(self, dialog: QWidget) -> None:
        side = QWidget()
        lines = column(side, gap=TWO)
        lines.setContentsMargins(0, TWO, TWO, TWO)
        self._fill(lines)
        middle = row(gap=TWO)
        middle.addWidget(self.pages, 1)
        middle.addWidget(_Side(side))
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
        lines.addLayout(self._list)
        lines.addWidget(self.told)
        lines.addWidget(self.lines)
        none = "No printer is set up on this computer. Save the paper as PDF instead."
        alone = Label(none, tone=Tone.MUTED, wrap=True)
        for widget in (self._printers, self._copies, alone, self.given_to):
            lines.addWidget(widget)
        lines.addWidget(self.seal_button, 0, Qt.AlignmentFlag.AlignLeft)
        lines.addWidget(self._sealer)
        for only_with_printer in (self._printers, self._copies, self.print_button):
            only_with_printer.setVisible(self._has_printer)
        alone.setVisible(not self._has_printer)
        lines.addStretch(1)


def _signed(line: SignLine, zone: str) -> str:
    """``A. Osei, badge 77 · 2026-11-24 03:20 CST · on screen with a pen``, or that it waits."""
    if line.at is None:
        return "waits: in ink after printing, or on screen"
    told = joined(line.by, day_and_time(line.at, zone), device_words(line.device))
    return f"waits again: signed on an earlier text by {told}" if line.standing == "void" else told


def _standing(paper: Offered) -> str:
    """How much is missing in a paper and which copies there are, in one line."""
    count = len(paper.missing)
    missing = "nothing missing" if not count else f"{count} missing"
    if not paper.issued:
        return joined(missing, "no copy yet")
    last = paper.issued[-1]
    return joined(missing, f"version {last.version}, copy {last.copy} issued")


def _missing(paper: Offered) -> str:
    """The boxes that should hold something and do not."""
    names = "; ".join(paper.missing[:_MOST_NAMED])
    more = len(paper.missing) - _MOST_NAMED
    return f"{names} and {more} more" if more > 0 else names
