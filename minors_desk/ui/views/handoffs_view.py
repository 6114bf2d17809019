"""The handoff log: every attempt that ended, narrowed, sorted, printed, exported, opened."""

from collections.abc import Callable
from pathlib import Path
from zoneinfo import ZoneInfo

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFileDialog, QStackedWidget

from minors_desk.domain import roles
from minors_desk.domain.changes import Changes
from minors_desk.domain.printed import Outlet
from minors_desk.domain.when import in_zone
from minors_desk.services import handoff_log
from minors_desk.services.handoff_log import HEADINGS, HandoffRow, cells
from minors_desk.ui.dialogs.list_dialog import ListDialog, Why
from minors_desk.ui.kit.button import Button, Kind
from minors_desk.ui.kit.empty_state import EmptyState
from minors_desk.ui.kit.keys import KeyHint, KeyHints
from minors_desk.ui.kit.spacing import HALF, ONE, THREE, TWO, column, row
from minors_desk.ui.kit.table import Table
from minors_desk.ui.kit.tokens import TextRole, Tone
from minors_desk.ui.kit.type import Elided, Label
from minors_desk.ui.models.list_model import Column, ListModel
from minors_desk.ui.views import list_paper, paper_out
from minors_desk.ui.views.handoff_filter import HandoffFilter
from minors_desk.ui.views.many_papers import ManyPapers
from minors_desk.ui.views.page import Lanes, Page
from minors_desk.wording.codes import word
from minors_desk.wording.phrases import joined

_SHARES = (0, 0, 0, 14, 20, 42, 24)
_KEYS = (
    KeyHint("Enter", "open the case"),
    KeyHint("R", "its receipt"),
    KeyHint("F", "narrow"),
    KeyHint("O", "sort by the next column"),
)
_GIVE_OUT = (KeyHint("P", "print"), KeyHint("E", "export as CSV"), KeyHint("A", "papers of all"))


class HandoffsView(Page):
    """The table with what narrows it above. `case_chosen` carries a case to open, `receipt_wanted`
    a case and the number of the attempt whose receipt is to be printed.

    `printers` names the printers and `printer` makes one; tests hand in their own.
    """

    case_chosen = Signal(object)
    receipt_wanted = Signal(object, int)
    printers = staticmethod(paper_out.printer_names)
    printer = staticmethod(paper_out.system_printer)

    def __init__(self, lanes: Lanes) -> None:
        super().__init__(lanes, "Handoff log")
        self._found: tuple[HandoffRow, ...] = ()
        self._may = roles.may(self.desk.person.roles, roles.EXPORT_LISTS)
        self.model: ListModel[HandoffRow] = ListModel(_columns(self.desk.zone), self)
        self.table = Table(self.model, "Handoffs")
        self.table.setSortingEnabled(True)
        zone = ZoneInfo(self.desk.zone)
        self.filter = HandoffFilter(zone, self.desk.clock().astimezone(zone).date())
        self.print_button = Button("Print", Kind.SECONDARY, "P", "print")
        self.export_button = Button("Export CSV", Kind.SECONDARY, "E")
        self.papers = ManyPapers(self, lambda: [one.case_id for one in self.model.rows()])
        self._below = Elided("", tone=Tone.MUTED)
        self._stack = QStackedWidget()
        self._lay_out()
        self._connect()
        self.setFocusProxy(self.table)
        self.table.sortByColumn(1, Qt.SortOrder.DescendingOrder)
        self.reload()

    def reload(self) -> None:
        """Read the log again; what narrows it stays."""
        since = self.filter.begins()
        self.tasks.on_record(
            self, lambda: handoff_log.rows(self.desk, since), self._show, self.tell
        )

    def sort_next(self) -> None:
        """O: sort by the column right of the present one."""
        head = self.table.horizontalHeader()
        place = (head.sortIndicatorSection() + 1) % self.model.columnCount()
        self.table.sortByColumn(place, Qt.SortOrder.AscendingOrder)
        self.table.fit_columns(_SHARES)

    def export(self) -> None:
        """E: ask what for and for whom, then where to."""
        self._give_out("Export the handoff log", "Choose the file…", self._choose_file)

    def print_out(self) -> None:
        """P: ask what for and for whom, then print."""
        self._give_out("Print the handoff log", "Print", self._print)

    def save_to(self, path: Path, why: Why) -> None:
        """Record that the list leaves the desk, then write it there."""
        rows, zone = self.model.rows(), self.desk.zone

        def written(changes: Changes) -> None:
            self.bus.publish(changes)
            self.tasks.aside(
                self,
                lambda: paper_out.write_file(path, handoff_log.as_csv(rows, zone)),
                lambda _: self._say(
                    "The list was saved", "It is not encrypted any more: keep it with care"
                ),
                self.tell,
            )

        self._record("file", why, written)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give the columns their shares of the width."""
        super().resizeEvent(event)
        self.table.fit_columns(_SHARES)

    def _give_out(self, heading: str, action: str, then: Callable[[Why], None]) -> None:
        if self.current() is not None or not self.model.rows():
            return
        self.notice.say_nothing()
        ask = ListDialog(heading, action, len(self.model.rows()), self.window())

        def answered(why: Why) -> None:
            ask.accept()
            then(why)

        ask.answered.connect(answered)
        self.show_over(ask)

    def _choose_file(self, why: Why) -> None:
        ask = QFileDialog(self, "Export the handoff log", "", "CSV (*.csv)")
        ask.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        ask.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        ask.setDefaultSuffix("csv")
        ask.selectFile("handoff-log.csv")
        ask.fileSelected.connect(lambda path: self.save_to(Path(path), why))
        self.show_over(ask)

    def _print(self, why: Why) -> None:
        names = self.printers()
        if not names:
            self.notice.show_words(
                Tone.AMBER, "No printer is set up on this computer", "Export the list instead"
            )
            return
        rows = [cells(one, self.desk.zone) for one in self.model.rows()]
        head = joined(self.desk.founded.station, "Handoff log", self.filter.words())

        def recorded(changes: Changes) -> None:
            self.bus.publish(changes)
            try:
                list_paper.print_list(self.printer(names[0]), head, HEADINGS, rows)
            except Exception as error:  # noqa: BLE001 - shown in place, or reported as ours
                self.tell(error)
            else:
                self._say("The list was printed", f"On {names[0]}")

        self._record("printer", why, recorded)

    def _record(self, outlet: Outlet, why: Why, done: Callable[[Changes], None]) -> None:
        rows, wanted, desk = self.model.rows(), self.filter.words(), self.desk
        told = (why.purpose, why.recipient)
        self.tasks.on_record(
            self,
            lambda: handoff_log.give_out(desk, rows, outlet, told, wanted),
            done,
            self.tell,
        )

    def _say(self, title: str, hint: str) -> None:
        self.notice.show_words(Tone.GREEN, title, hint)

    def _show(self, found: tuple[HandoffRow, ...]) -> None:
        self._found = found
        self._narrow()

    def _narrow(self) -> None:
        chosen = self._chosen()
        rows = handoff_log.narrowed(self._found, self.filter.wanted())
        self.model.show_rows(rows)
        self._stack.setCurrentIndex(0 if rows else 1)
        for button in (self.print_button, self.export_button):
            button.setEnabled(bool(rows))
        self.papers.offer(any_there=bool(rows))
        missed = sum(bool(one.missed) for one in rows)
        count = len(rows)
        self._below.setText(
            joined(f"{count} handoff{'' if count == 1 else 's'}", f"{missed} with a duty missed")
        )
        if rows:
            shown = self.model.rows()
            place = shown.index(chosen) if chosen in shown else 0
            self.model.reach(place)
            self.table.selectRow(place)
            self.table.fit_columns(_SHARES)

    def _chosen(self) -> HandoffRow | None:
        return self.model.row_at(self.table.currentIndex().row())

    def _open(self) -> None:
        chosen = self._chosen()
        if chosen is not None:
            self.case_chosen.emit(chosen.case_id)

    def _receipt(self) -> None:
        chosen = self._chosen()
        if chosen is not None:
            self.receipt_wanted.emit(chosen.case_id, chosen.number)

    def _connect(self) -> None:
        self.table.opened.connect(self._open)
        self.filter.reaches.connect(self.reload)
        self.filter.changed.connect(self._narrow)
        self.print_button.clicked.connect(self.print_out)
        self.export_button.clicked.connect(self.export)
        self.key("F", self.filter.officer.setFocus)
        self.key("O", self.sort_next)
        self.key("R", self._receipt)
        self.key("M", self.filter.only_missed.toggle)
        if self._may:
            self.key("P", self.print_out)
            self.key("E", self.export)
            self.key("A", self.papers.ask)
            self.key("Esc", self.papers.stop)

    def _lay_out(self) -> None:
        head = row(gap=ONE)
        head.addWidget(Label("Handoff log", TextRole.TITLE), 1)
        for button in (self.papers.button, self.print_button, self.export_button):
            button.setVisible(self._may)
            head.addWidget(button)
        empty = EmptyState(
            "No handoff to show",
            "There was none in this time, or none that fits all the fields above.",
        )
        self._stack.addWidget(self.table)
        self._stack.addWidget(empty)
        top = column(gap=HALF)
        top.addLayout(head)
        top.addWidget(self._below)
        lines = column(self, gap=TWO)
        lines.setContentsMargins(THREE, THREE, THREE, 12)
        lines.addLayout(top)
        lines.addWidget(self.notice)
        lines.addWidget(self.papers)
        lines.addWidget(self.filter)
        lines.addWidget(self._stack, 1)
        lines.addWidget(KeyHints((*_KEYS, *(_GIVE_OUT if self._may else ()))))


def _columns(zone: str) -> tuple[Column[HandoffRow], ...]:
    return (
        Column("Case", lambda row: row.case if row.number == 1 else f"{row.case} no. {row.number}"),
        Column("Ended", lambda row: _when(row, zone), by=lambda row: row.at),
        Column("Outcome", lambda row: word("handoff_state", row.state)),
        Column("Officer", lambda row: row.officer),
        Column("Receiver", lambda row: joined(row.person, row.agency)),
        Column("Duties missed", lambda row: "; ".join(row.missed), tone=_missed_tone),
        Column("Review", lambda row: word("review_state", row.review)),
    )


def _when(row: HandoffRow, zone: str) -> str:
    return f"{in_zone(row.at, zone):%Y-%m-%d %H:%M}"


def _missed_tone(row: HandoffRow) -> Tone:
    return Tone.AMBER if row.missed else Tone.NEUTRAL
