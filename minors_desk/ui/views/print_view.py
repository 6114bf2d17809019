"""The print page: preview, then issue, then print or save, and what came of it is recorded."""

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from pathlib import Path

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QImage, QKeySequence, QShortcut
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QDialog, QFileDialog, QWidget

from minors_desk.domain.case import Case
from minors_desk.domain.changes import Changes
from minors_desk.domain.packets import PACKET
from minors_desk.domain.printed import RECEIPT, Outlet
from minors_desk.errors import DeskError
from minors_desk.services import offering, printing, signing
from minors_desk.services.desk import Desk
from minors_desk.services.offering import Offered
from minors_desk.services.printing import Issued
from minors_desk.services.sealing import Sealed
from minors_desk.services.signing import ToSign
from minors_desk.ui.bus import Bus
from minors_desk.ui.kit.tokens import scaled
from minors_desk.ui.sealing_paper import SealingPaper
from minors_desk.ui.signing_paper import SigningPaper
from minors_desk.ui.tasks import Tasks
from minors_desk.ui.views import paper_out
from minors_desk.ui.views.beside import Beside
from minors_desk.ui.views.packet_dialog import PacketDialog
from minors_desk.ui.views.pdf_pages import render
from minors_desk.ui.views.print_panel import PrintPanel
from minors_desk.ui.views.way_out import Printers
from minors_desk.wording.phrases import joined

PaperWanted = tuple[str, int]
"""A paper by its name and its subject, such as the number of a handoff."""
VIEW_DPI = 200
_DIGITS = 9


class PrintView(QDialog):
    """Shows the papers of a case one at a time, marked PREVIEW until a copy is issued.

    With no case these are the papers of the station, such as the brief of the shift.
    `wanted` is the name and subject of the one shown first; without it the likeliest is.
    *Print* and *Save as PDF* issue first (CONTRACT 6.1), then draw what was issued, and record
    whether it came out. Several copies are several issues: each carries its own number and seal.
    How full the papers are is counted once the page is on the screen. `act_wanted` carries the name
    of the act that fills a missing box; the page has closed by then.
    `printers` names the printers, `printer` makes one; tests hand in their own.
    """

    act_wanted = Signal(str)

    def __init__(
        self,
        lanes: tuple[Desk, Tasks, Bus],
        case: Case | None,
        wanted: PaperWanted | None = None,
        parent: QWidget | None = None,
        printers: Callable[[], list[str]] = paper_out.printer_names,
        printer: paper_out.PrinterMaker = paper_out.system_printer,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("ask")
        self.setWindowTitle("Minors Desk")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._desk, self._tasks, self._bus = lanes
        self._case, self._wanted = case, wanted
        self._case_id = None if case is None else case.id
        self._paper: Offered | None = None
        self._make_printer, self._printers = printer, printers
        self._printer: QPrinter | None = None
        self._left = 0
        self._busy = False
        self.panel = PrintPanel(self, printers())
        self.panel.on_choice(self.choose)
        self.beside = Beside(self, (self._desk, self._tasks), case, self.panel)
        self.beside.failed.connect(self._failed)
        self.beside.act_wanted.connect(lambda act: mend(self, act))
        self.panel.print_button.clicked.connect(self.print_out)
        self.panel.save_button.clicked.connect(self.choose_file)
        self.panel.packet_button.clicked.connect(lambda: open_packet(self))
        self.panel.close_button.clicked.connect(self.reject)
        self.panel.signing.sign_button.clicked.connect(self.sign_on_screen)
        self.sealing = SealingPaper(self, self._desk, self._tasks, self.panel.signing.seal_button)
        self.sealing.changed.connect(self.panel.signing.say_sealer)
        self.signing = SigningPaper(self, lanes, self._case_id)
        self.panel.packet_button.setVisible(case is not None)
        self.signing.signed.connect(lambda: self.choose(self._chosen()))
        self.signing.failed.connect(self._failed)
        _keys(self)
        self.resize(_room(self))
        self._look(self._open)

    def choose(self, paper: Offered) -> None:
        """Show that paper, as a preview."""
        if self._busy:
            return
        self._paper, sheet = paper, self.panel.sheet()
        self.panel.give_to(_receiver(self._case, paper))
        self.panel.show_paper(paper)
        self._tasks.on_record(
            self,
            lambda: signing.to_sign(self._desk, self._case_id, paper.name, paper.subject, sheet),
            lambda found: self._tasks.aside(
                self,
                lambda: render(found.pdf, VIEW_DPI),
                lambda pages: self._preview(paper, found, pages),
                self._failed,
            ),
            self._failed,
        )

    def sign_on_screen(self) -> None:
        """Open the pad for the lines of the paper shown that wait."""
        if self._busy or not self.panel.signing.sign_button.isEnabled():
            return
        paper = self._chosen()
        self.signing.open((paper.name, paper.subject), joined(paper.title, paper.about))

    def print_out(self) -> None:
        """Issue and print as many copies as asked for."""
        if self._busy or not self.panel.print_button.isEnabled():
            return
        self._left = self.panel.copies()
        self._set_busy(True)
        self._issue(self._print)

    def choose_file(self) -> None:
        """Ask where to; the name offered says nothing but the paper's number."""
        if self._busy or not self.panel.save_button.isEnabled():
            return
        ask = QFileDialog(self, "Save the paper", "", "PDF (*.pdf)")
        ask.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        ask.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        ask.setDefaultSuffix("pdf")
        ask.selectFile(f"{self._chosen().number}.pdf")
        ask.fileSelected.connect(lambda path: self.save_to(Path(path)))
        ask.open()

    def save_to(self, path: Path) -> None:
        """Issue a copy and write it there."""
        if self._busy:
            return
        self._left = 1
        self._set_busy(True)

        def write(issued: Issued) -> None:
            self._tasks.aside(
                self,
                lambda: self.sealing.write(path, issued.pdf),
                lambda sealed: self._came_out(issued, "file", sealed),
                lambda error: self._came_to_nothing(issued, error),
            )

        self._issue(write)

    def reject(self) -> None:
        """Close, but not between issue and outcome: the record would not know what came of it."""
        if not self._busy:
            self.sealing.close()
            super().reject()

    def is_busy(self) -> bool:
        """Whether a copy is under way."""
        return self._busy

    def _chosen(self) -> Offered:
        assert self._paper is not None  # noqa: S101 - the buttons wait for a paper
        return self._paper

    def _look(self, then: Callable[[tuple[Offered, ...]], None]) -> None:
        case_id = self._case_id
        self._tasks.on_record(self, lambda: offering.named(self._desk, case_id), then, self._failed)

    def _open(self, papers: tuple[Offered, ...]) -> None:
        first = _same(papers, self._wanted) or papers[0]
        self.panel.show_papers(papers, first)
        self.beside.wait_for(papers)
        self.choose(first)
        if self._wanted is not None and self._wanted[0] == PACKET:
            open_packet(self)

    def _told_anew(self, papers: tuple[Offered, ...]) -> None:
        """The papers as they are now; the one on the screen stays."""
        chosen = self._chosen()
        known = _known(papers, self.panel.offered())
        self._paper = _same(known, (chosen.name, chosen.subject)) or chosen
        self.panel.show_papers(known, self._paper)
        self.beside.wait_for(known)
        self.beside.look_at(self._paper)

    def _preview(self, paper: Offered, found: ToSign, pages: list[QImage]) -> None:
        """Show a preview, unless another paper was chosen meanwhile, or a copy issued."""
        if paper is self._paper and not self._busy:
            self.panel.signing.show_lines(found, self._desk.zone)
            self.panel.show_preview(pages)
            self.beside.look_at(paper)

    def _issue(self, then: Callable[[Issued], None]) -> None:
        paper, sheet = self._chosen(), self.panel.sheet()
        about = paper.subject

        def done(issued: Issued) -> None:
            self._bus.publish(issued.changes)
            self._tasks.aside(
                self,
                lambda: render(issued.pdf, VIEW_DPI),
                lambda pages: self.panel.show_issued(issued, pages),
                self._failed,
            )
            then(issued)

        self._tasks.on_record(
            self,
            lambda: printing.issue_paper(self._desk, self._case_id, paper.name, about, sheet),
            done,
            self._failed,
        )

    def _print(self, issued: Issued) -> None:
        def put(pages: list[QImage]) -> None:
            try:
                self._printer = self._make_printer(self.panel.printer() or "")
                paper_out.put_on_paper(self._printer, pages)
            except DeskError as error:
                self._came_to_nothing(issued, error)
                return
            self._came_out(issued, "printer")

        self._tasks.aside(
            self,
            lambda: render(issued.pdf, paper_out.PRINT_DPI),
            put,
            lambda error: self._came_to_nothing(issued, error),
        )

    def _came_out(self, issued: Issued, outlet: Outlet, sealed: Sealed | None = None) -> None:
        given_to = self.panel.given_to.text()
        by = "" if sealed is None else sealed.status.subject
        self.panel.signing.sealed = sealed
        self._record(
            lambda: printing.paper_printed(self._desk, issued, outlet, given_to, by), outlet
        )

    def _came_to_nothing(self, issued: Issued, error: Exception) -> None:
        reason = error.title if isinstance(error, DeskError) else "a failure of the program"
        self._left = 0
        self._record(lambda: printing.print_failed(self._desk, issued, reason), "")
        self._failed(error)

    def _record(self, work: Callable[[], Changes], outlet: str) -> None:
        def done(changes: Changes) -> None:
            self._bus.publish(changes)
            self._left -= 1
            if outlet == "printer" and self._left > 0:
                self._issue(self._print)
                return
            self._set_busy(False)
            self._look(self._told_anew)
            if outlet:
                self.panel.say_done(outlet)

        self._tasks.on_record(self, work, done, self._failed)

    def _failed(self, error: Exception) -> None:
        self._set_busy(False)
        self.panel.notice.tell(error)

    def _set_busy(self, busy: bool) -> None:
        self._busy = busy
        if busy:
            self.panel.notice.say_nothing()
        self.panel.set_busy(busy)


def open_packet(view: PrintView) -> None:
    """K: all papers of a handoff at once; what was issued is seen in the list afterwards."""
    if view.is_busy() or not view.panel.offered() or view._case is None:
        return
    lanes = (view._desk, view._tasks, view._bus)
    printers = Printers(names=view._printers, make=view._make_printer)
    dialog = PacketDialog(lanes, view._case, view, printers)
    dialog.finished.connect(lambda _: view._look(view._told_anew))
    dialog.open()


def shown_in(view: PrintView) -> PaperWanted:
    """The paper on the screen, by its name and its subject."""
    chosen = view._chosen()
    return chosen.name, chosen.subject


def mend(view: PrintView, act: str) -> None:
    """Close the page for the act that fills a missing box; not while a copy is under way."""
    if not view.is_busy():
        view.reject()
        view.act_wanted.emit(act)


def _receiver(case: Case | None, paper: Offered) -> str:
    """Whom a receipt is proposed to be given to; nobody for the other papers."""
    attempt = None if case is None else case.handoff(paper.subject)
    if paper.name != RECEIPT or attempt is None:
        return ""
    return joined(attempt.receiver.person, attempt.receiver.agency)


def _room(dialog: QDialog) -> QSize:
    """Nearly all of the window, or of the screen where there is none."""
    parent = dialog.parentWidget()
    room = dialog.screen().availableSize() if parent is None else parent.window().size()
    return QSize(min(room.width() - 32, scaled(1320)), room.height() - 32)


def _same(papers: tuple[Offered, ...], wanted: PaperWanted | None) -> Offered | None:
    """The paper of that name and subject."""
    return next((one for one in papers if (one.name, one.subject) == wanted), None)


def _known(papers: tuple[Offered, ...], before: tuple[Offered, ...]) -> tuple[Offered, ...]:
    """The papers with how full they were when they were counted last, until they are again."""
    counted = {(one.name, one.subject): one for one in before if one.counted}
    return tuple(
        replace(one, fullness=old.fullness, told=old.told, counted=True)
        if (old := counted.get((one.name, one.subject))) is not None
        else one
        for one in papers
    )


def _keys(view: PrintView) -> None:
    """The keys of the page; in a field they are letters and digits."""
    pages = view.panel.pages
    for keys, work in (
        (("Ctrl+Return", "Ctrl+Enter", "P"), view.print_out),
        (("S",), view.choose_file),
        (("G",), view.sign_on_screen),
        (("K",), partial(open_packet, view)),
        (("+", "="), lambda: pages.zoom_by(1)),
        (("-",), lambda: pages.zoom_by(-1)),
        (("0",), lambda: pages.zoom_by(0)),
        (("PgDown",), lambda: pages.go_by(1)),
        (("PgUp",), lambda: pages.go_by(-1)),
        (("W",), view.panel.width_button.toggle),
    ):
        for key in keys:
            QShortcut(QKeySequence(key), view).activated.connect(work)
    for place in range(_DIGITS):
        digit = QShortcut(QKeySequence(str(place + 1)), view)
        digit.activated.connect(partial(view.panel.choose_nth, place))
