"""What the print page shows: the pages, what names the copy, and the choices for getting it out."""

from collections.abc import Sequence

from PySide6.QtGui import QImage
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from minors_desk.services.printing import Issued
from minors_desk.ui.kit.button import Button, Kind
from minors_desk.ui.kit.chips import Chip
from minors_desk.ui.kit.choice import Choice, ChoiceField
from minors_desk.ui.kit.field import LineField
from minors_desk.ui.kit.keys import KeyHint, KeyHints
from minors_desk.ui.kit.notice import Notice
from minors_desk.ui.kit.scroll import Scroll
from minors_desk.ui.kit.section import Section
from minors_desk.ui.kit.spacing import ONE, THREE, TWO, column, row
from minors_desk.ui.kit.tokens import TextRole, Tone, scaled
from minors_desk.ui.kit.type import Label
from minors_desk.ui.views.page_stack import PageStack
from minors_desk.wording.codes import word

_SIDE = 340
_MOST_COPIES = 4
_KEYS = (KeyHint("+ -", "zoom"), KeyHint("0", "fit"), KeyHint("Esc", "close"))
_DONE = {
    "printer": ("The receipt was printed", "Give each side its copy; the seal code is on the foot"),
    "file": ("The PDF was saved", "It is not encrypted any more: keep it where only you can read"),
}


class PrintPanel:
    """Builds the page into a dialog and changes what it says; it decides nothing."""

    def __init__(self, dialog: QWidget, printers: Sequence[str]) -> None:
        self._has_printer = bool(printers)
        self.seal_code = ""
        """Of the copy on the screen, once it is issued."""
        self.pages = PageStack()
        self.state = Chip("PREVIEW", Tone.AMBER, "eye")
        self.notice = Notice(dialog)
        self.told = Section("This copy")
        self._hint = Label(
            "A preview carries no seal code. Printing or saving issues a numbered copy first.",
            TextRole.SMALL,
            wrap=True,
        )
        self.told.add(self._hint)
        self._printers = ChoiceField("Printer", [Choice(name, name) for name in printers])
        self._copies = ChoiceField(
            "Copies", [Choice(str(n), str(n)) for n in range(1, _MOST_COPIES + 1)]
        )
        self.given_to = LineField("Given to", "Stands in the log beside the copy")
        self.print_button = Button("Issue and print", Kind.PRIMARY, "Ctrl+Enter", "print")
        # Without a printer a file is the one way out.
        kind = Kind.SECONDARY if printers else Kind.PRIMARY
        self.save_button = Button("Issue and save as PDF", kind, "S")
        self.close_button = Button("Close", Kind.SECONDARY, "Esc")
        if printers:
            self._printers.set_value(printers[0])
        self._copies.set_value("2" if printers else "1")
        self._lay_out(dialog)
        self._ready = False
        self.set_busy(False)

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
        (self.print_button if self._has_printer else self.save_button).setFocus()

    def show_issued(self, issued: Issued, pictures: list[QImage]) -> None:
        """Show the pages that were issued, and what names them."""
        self.pages.show_pages(pictures)
        self.state.set("ISSUED", Tone.GREEN)
        self.seal_code = issued.seal_code
        self._hint.hide()
        self.told.clear_rows()
        self.told.add_row("Number", issued.number)
        self.told.add_row("Version", f"version {issued.version}, copy {issued.copy}")
        self.told.add_row("Pages", str(issued.pages))
        self.told.add_row("Seal code", issued.seal_code)

    def say_done(self, outlet: str) -> None:
        """Say that the copy came out."""
        title, hint = _DONE[outlet]
        self.notice.show_words(Tone.GREEN, title, hint)

    def set_busy(self, busy: bool) -> None:
        """While a copy is under way nothing can be pressed."""
        free = self._ready and not busy
        self.print_button.setEnabled(free and self._has_printer)
        self.save_button.setEnabled(free)
        self.close_button.setEnabled(not busy)

    def _lay_out(self, dialog: QWidget) -> None:
        side = QWidget()
        lines = column(side, gap=TWO)
        lines.setContentsMargins(0, TWO, TWO, TWO)
        self._fill(lines)
        scroll = Scroll(side)
        scroll.setFixedWidth(scaled(_SIDE))
        middle = row(gap=TWO)
        middle.addWidget(self.pages, 1)
        middle.addWidget(scroll)
        head = row(gap=TWO)
        head.setContentsMargins(THREE, TWO, THREE, ONE)
        head.addWidget(Label(word("paper", "transfer_receipt"), TextRole.TITLE))
        head.addWidget(self.state)
        head.addStretch(1)
        foot = row(gap=ONE)
        foot.setContentsMargins(THREE, ONE, TWO, TWO)
        foot.addWidget(KeyHints(_KEYS), 1)
        foot.addWidget(self.close_button)
        outer = column(dialog, gap=0)
        outer.addLayout(head)
        outer.addLayout(middle, 1)
        outer.addLayout(foot)

    def _fill(self, lines: QVBoxLayout) -> None:
        lines.addWidget(self.notice)
        lines.addWidget(self.told)
        none = "No printer is set up on this computer. Save the paper as PDF instead."
        alone = Label(none, tone=Tone.MUTED, wrap=True)
        for widget in (self._printers, self._copies, alone, self.given_to):
            lines.addWidget(widget)
        lines.addWidget(self.print_button)
        lines.addWidget(self.save_button)
        for only_with_printer in (self._printers, self._copies, self.print_button):
            only_with_printer.setVisible(self._has_printer)
        alone.setVisible(not self._has_printer)
        lines.addStretch(1)
