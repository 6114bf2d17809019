"""Prints all papers of a handoff at once: for whom, which papers that is, and how they come out."""

from collections.abc import Callable

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QWidget

from minors_desk.domain.case import Case
from minors_desk.domain.changes import Changes
from minors_desk.domain.packets import PACKETS_FOR, PacketFor, attempt_of
from minors_desk.domain.printed import Outlet
from minors_desk.errors import DeskError
from minors_desk.services import packets
from minors_desk.services.desk import Desk
from minors_desk.services.packets import IssuedPacket, Packed
from minors_desk.ui.bus import Bus
from minors_desk.ui.kit.choice import Choice, ChoiceField
from minors_desk.ui.kit.field import LineField
from minors_desk.ui.kit.section import Section
from minors_desk.ui.kit.tokens import TextRole
from minors_desk.ui.kit.type import Label
from minors_desk.ui.tasks import Tasks
from minors_desk.ui.views.way_out import OutDialog, OutWords, Printers
from minors_desk.wording.codes import word
from minors_desk.wording.phrases import joined

_WORDS = OutWords(
    heading="Print the packet",
    intro=(
        "One copy of each paper, a cover sheet that lists them with their seal codes, and page "
        "numbers through the whole."
    ),
    what="the packet",
    prints="Issue and print",
    saves="Issue and save as PDF",
    done={
        "printer": ("The packet was printed", "Count the pages against the cover sheet"),
        "file": (
            "The packet was saved",
            "It is not encrypted any more: keep it where only you can read",
        ),
    },
)


class PacketDialog(OutDialog):
    """Lists what the packet would hold, issues it, and records whether it came out."""

    def __init__(
        self,
        lanes: tuple[Desk, Tasks, Bus],
        case: Case,
        parent: QWidget | None = None,
        printers: Printers = Printers(),  # noqa: B008 - it is frozen
    ) -> None:
        self._desk, tasks, self._bus = lanes
        super().__init__(_WORDS, tasks, printers, parent)
        self._case = case
        self.seal_code = ""
        """Of the cover, once it is issued."""
        self.for_whom = ChoiceField(
            "For", [Choice(one, word("packet_for", one)) for one in PACKETS_FOR]
        )
        self.told = Section("In this packet")
        self.given_to = LineField("Given to", "Stands in the log beside each copy")
        self.add(self.for_whom)
        self.add(self.told)
        self.add_way_out()
        self.add(self.given_to)
        self.for_whom.changed.connect(self._look)
        self.for_whom.set_value("receiver")

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

    def _file_name(self) -> str:
        return f"PK-{self._case.number}.pdf"

    def _make(self, then: Callable[[IssuedPacket], None]) -> None:
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

    def _came_out(self, packet: IssuedPacket, outlet: Outlet) -> None:
        given_to = self.given_to.text()

        def done(changes: Changes) -> None:
            self._bus.publish(changes)
            self.say_done(outlet)

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
