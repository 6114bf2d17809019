"""Prints all papers of a handoff at once: for whom, which papers that is, and how they come out."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtGui import QImage
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QFileDialog, QWidget

from minors_desk.domain.case import Case
from minors_desk.domain.changes import Changes
from minors_desk.domain.packets import PACKETS_FOR, PacketFor, attempt_of
from minors_desk.domain.printed import Outlet
from minors_desk.errors import DeskError
from minors_desk.services import packets
from minors_desk.services.desk import Desk
from minors_desk.services.packets import IssuedPacket, Packed
from minors_desk.ui.bus import Bus
from minors_desk.ui.kit.button import Button, Kind
from minors_desk.ui.kit.choice import Choice, ChoiceField
from minors_desk.ui.kit.dialog import Ask
from minors_desk.ui.kit.field import LineField
from minors_desk.ui.kit.section import Section
from minors_desk.ui.kit.tokens import TextRole, Tone
from minors_desk.ui.kit.type import Label
from minors_desk.ui.tasks import Tasks
from minors_desk.ui.views import paper_out
from minors_desk.ui.views.pdf_pages import render
from minors_desk.wording.codes import word
from minors_desk.wording.phrases import joined

_INTRO = (
    "One copy of each paper, a cover sheet that lists them with their seal codes, and page numbers "
    "through the whole."
)
_NO_PRINTER = "No printer is set up on this computer. Save the packet as PDF instead."
_DONE: dict[Outlet, tuple[str, str]] = {
    "printer": ("The packet was printed", "Count the pages against the cover sheet"),
    "file": (
        "The packet was saved",
        "It is not encrypted any more: keep it where only you can read",
    ),
}


class PacketDialog(Ask):
    """Lists what the packet would hold, issues it, and records whether it came out.

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
        action = "Issue and print" if names else "Issue and save as PDF"
        super().__init__("Print the packet", action, _INTRO, parent)
        self._desk, self._tasks, self._bus = lanes
        self._case, self._make_printer = case, printer
        self._has_printer = bool(names)
        self._printer: QPrinter | None = None
        self.seal_code = ""
        """Of the cover, once it is issued."""
        self.for_whom = ChoiceField(
            "For", [Choice(one, word("packet_for", one)) for one in PACKETS_FOR]
        )
        self.told = Section("In this packet")
        self._printers = ChoiceField("Printer", [Choice(name, name) for name in names])
        self.given_to = LineField("Given to", "Stands in the log beside each copy")
        self.save_button = Button("Issue and save as PDF", Kind.SECONDARY)
        self._lay_out(names)
        self.for_whom.changed.connect(self._look)
        self.for_whom.set_value("receiver")

    def answer(self) -> Outlet | None:
        """What the action does: print, or ask for a file where there is no printer."""
        if self._has_printer:
            return "printer"
        self.choose_file()
        return None

    def choose_file(self) -> None:
        """Ask where to; the name offered says nothing but the number of the case."""
        if not self.action.isEnabled():
            return
        ask = QFileDialog(self, "Save the packet", "", "PDF (*.pdf)")
        ask.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        ask.setDefaultSuffix("pdf")
        ask.selectFile(f"PK-{self._case.number}.pdf")
        ask.fileSelected.connect(lambda path: self.save_to(Path(path)))
        ask.open()

    def save_to(self, path: Path) -> None:
        """Issue the packet and write it there."""

        def write(packet: IssuedPacket) -> None:
            self._tasks.aside(
                self,
                lambda: paper_out.write_file(path, packet.pdf),
                lambda _: self._came_out(packet, "file"),
                lambda error: self._came_to_nothing(packet, error),
            )

        self.set_busy(True)
        self._issue(write)

    def set_busy(self, busy: bool) -> None:
        """While a packet is under way nothing can be pressed; an empty one cannot be issued."""
        super().set_busy(busy)
        self.save_button.setEnabled(not busy)

    def reject(self) -> None:
        """Close, but not between issue and outcome: the record would not know what came of it."""
        if self._page.isEnabled():
            super().reject()

    def is_busy(self) -> bool:
        """Whether a packet is under way."""
        return not self._page.isEnabled()

    def _whom(self) -> PacketFor:
        return next(one for one in PACKETS_FOR if one == self.for_whom.value())

    def _look(self) -> None:
        """Ask anew which papers that packet would hold."""
        whom, case_id = self._whom(), self._case.id
        attempt = attempt_of(self._case.handoffs)
        receiver = attempt.receiver if whom == "receiver" and attempt is not None else None
        self.given_to.set_text(joined(receiver.person, receiver.agency) if receiver else "")
        self._tasks.on_record(
            self,
            lambda: packets.papers_of(self._desk, case_id, whom),
            lambda papers: self._show(whom, papers),
            self.fail,
        )

    def _show(self, whom: PacketFor, papers: tuple[Packed, ...]) -> None:
        if whom != self._whom():
            return
        self.told.clear_rows()
        for number, one in enumerate(papers, start=1):
            about = f"{one.paper.subject_word} {one.subject}" if one.paper.subject_word else ""
            self.told.add_row(str(number), joined(one.paper.title, about))
        if not papers:
            self.told.add_row("", "No paper yet: propose the handoff first")
        self.action.setEnabled(bool(papers))
        self.save_button.setEnabled(bool(papers))
        # The rows take their room after this turn.
        QTimer.singleShot(0, self, self._fit)

    def _issue(self, then: Callable[[IssuedPacket], None]) -> None:
        whom, case_id = self._whom(), self._case.id

        def done(packet: IssuedPacket) -> None:
            self._bus.publish(packet.changes)
            self.seal_code = packet.seal_code
            self.told.clear_rows()
            self.told.add_widget_row("Number", Label(packet.number))
            self.told.add_row("Papers", str(len(packet.lines)))
            self.told.add_row("Pages", str(packet.pages))
            self.told.add_widget_row("Seal code", Label(packet.seal_code, TextRole.STRONG))
            then(packet)

        self._tasks.on_record(
            self, lambda: packets.issue_packet(self._desk, case_id, whom), done, self.fail
        )

    def _print(self, packet: IssuedPacket) -> None:
        def put(pages: list[QImage]) -> None:
            try:
                self._printer = self._make_printer(self._printers.value() or "")
                paper_out.put_on_paper(self._printer, pages)
            except DeskError as error:
                self._came_to_nothing(packet, error)
                return
            self._came_out(packet, "printer")

        self._tasks.aside(
            self,
            lambda: render(packet.pdf, paper_out.PRINT_DPI),
            put,
            lambda error: self._came_to_nothing(packet, error),
        )

    def _came_out(self, packet: IssuedPacket, outlet: Outlet) -> None:
        given_to = self.given_to.text()

        def done(changes: Changes) -> None:
            self._bus.publish(changes)
            self.set_busy(False)
            self.notice.show_words(Tone.GREEN, *_DONE[outlet])

        self._tasks.on_record(
            self,
            lambda: packets.packet_printed(self._desk, packet, outlet, given_to),
            done,
            self.fail,
        )

    def _came_to_nothing(self, packet: IssuedPacket, error: Exception) -> None:
        reason = error.title if isinstance(error, DeskError) else "a failure of the program"

        def done(changes: Changes) -> None:
            self._bus.publish(changes)
            self.fail(error)

        self._tasks.on_record(
            self, lambda: packets.packet_failed(self._desk, packet, reason), done, self.fail
        )

    def _lay_out(self, names: list[str]) -> None:
        self.add(self.for_whom)
        self.add(self.told)
        alone = Label(_NO_PRINTER, tone=Tone.MUTED, wrap=True)
        for widget in (self._printers, alone, self.given_to):
            self.add(widget)
        self.add_to_foot(self.save_button)
        if names:
            self._printers.set_value(names[0])
        for only_with_printer in (self._printers, self.save_button):
            only_with_printer.setVisible(bool(names))
        alone.setVisible(not names)
        self.save_button.clicked.connect(self.choose_file)
        self.answered.connect(lambda _outlet: self._issue(self._print))
