"""One person at the desk: the rail, the pages, and the one news of the record between them."""

from datetime import datetime
from uuid import UUID
from zoneinfo import ZoneInfo

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QDialog, QStackedWidget, QWidget

from minors_desk.domain.changes import Changes
from minors_desk.domain.encounter import Encountered
from minors_desk.domain.when import in_zone
from minors_desk.services import companions
from minors_desk.services.desk import Desk
from minors_desk.ui import actions as keys
from minors_desk.ui.bus import Bus
from minors_desk.ui.case_actions import CaseActions
from minors_desk.ui.dialogs.encounter_dialog import EncounterDialog
from minors_desk.ui.dialogs.form import AtDesk
from minors_desk.ui.dialogs.keys_dialog import keys_dialog
from minors_desk.ui.editors.draft_keeper import DraftKeeper, flush_all
from minors_desk.ui.kit.clock import Ticker
from minors_desk.ui.kit.rail import Place, Rail, RailEntry, rail_beside
from minors_desk.ui.kit.spacing import column
from minors_desk.ui.settling import Settling
from minors_desk.ui.tasks import Tasks
from minors_desk.ui.views.board_view import BoardView
from minors_desk.ui.views.case_view import CaseView
from minors_desk.ui.views.directory_view import DirectoryView
from minors_desk.ui.views.rules_view import RulesView

PLACES = (
    Place("board", "Board", "board", "1"),
    Place("verify", "Check paper", "check", "2"),
    Place("directory", "Directory", "phone", "3"),
    Place("rules", "Rules", "law", "5"),
)
_COLOURS, _LARGER, _SMALLER = "Ctrl+D", "Ctrl++", "Ctrl+-"


class Session(QWidget):
    """Everything that is shown while somebody is signed in. It is made anew at each sign-in.

    `lock_asked`, `colours_asked`, `text_asked` (steps; 0 for the usual size) are for the window.
    """

    lock_asked = Signal()
    colours_asked = Signal()
    text_asked = Signal(int)

    def __init__(self, desk: Desk, tasks: Tasks) -> None:
        super().__init__()
        self._desk, self._tasks = desk, tasks
        self._latest = desk.now()
        self.ticker = Ticker(self.now, self)
        self.bus = Bus(self)
        self.settling = Settling(desk, tasks, self)
        self.case_actions = CaseActions(self, desk, tasks, self.bus)
        self.rail = self._made_rail()
        self.board = BoardView(desk, tasks, self.bus, self.case_actions, self.ticker)
        self.case = CaseView(desk, tasks, self.bus, self.case_actions, self.ticker)
        self.pages = QStackedWidget()
        self.pages.setObjectName("page")
        self.pages.addWidget(self.board)
        self.pages.addWidget(self.case)
        self.directory = DirectoryView(desk, tasks, self.bus)
        self.pages.addWidget(self.directory)
        self.rules = RulesView(desk, tasks, self.bus)
        self.pages.addWidget(self.rules)
        column(self, gap=0).addWidget(rail_beside(self.rail, self.pages))
        self._saved(None)
        self._connect()
        self.ticker.start()

    def now(self) -> datetime:
        """The present as duties count it (UTC): the clock, but never before the last entry or the
        last time that it was read.

        No reading of the record: the board ticks every second.
        """
        self._latest = max(self._latest, self._desk.clock())
        return self._latest

    def new_encounter(self) -> None:
        """Ctrl+N: a child was met."""
        at_desk = AtDesk(
            self.now,
            ZoneInfo(self._desk.zone),
            self._desk.person.name,
            self._desk.founded.station,
            self._desk.new_id,
        )
        ask = EncounterDialog(at_desk, self._desk.new_id, self)
        DraftKeeper(ask, ask.form, ask.fields(), self._desk, self._tasks)
        ask.answered.connect(lambda body: self._save_encounter(ask, body))
        self.watch(ask)
        ask.open()

    def open_case(self, case_id: UUID) -> None:
        """Show the page of a case."""
        self.case.show_case(case_id)
        self.pages.setCurrentWidget(self.case)
        self.rail.set_current("board")
        self.case.setFocus(Qt.FocusReason.OtherFocusReason)

    def open_board(self) -> None:
        """Go home; the case that was open is the chosen one."""
        case_id = self.case.case_id()
        if case_id is not None:
            self.board.select(case_id)
        self.pages.setCurrentWidget(self.board)
        self.rail.set_current("board")
        self.board.focus_list()

    def open_directory(self) -> None:
        """3: the lines to call."""
        self.pages.setCurrentWidget(self.directory)
        self.rail.set_current("directory")
        self.directory.setFocus(Qt.FocusReason.OtherFocusReason)

    def open_rules(self) -> None:
        """5: the rules in force."""
        self.pages.setCurrentWidget(self.rules)
        self.rail.set_current("rules")
        self.rules.setFocus(Qt.FocusReason.OtherFocusReason)

    def watch(self, dialog: QDialog) -> None:
        """Let the lock work over a question, and tell when its draft was kept."""
        QShortcut(QKeySequence(keys.LOCK), dialog).activated.connect(self.lock_asked)
        for keeper in dialog.findChildren(DraftKeeper):
            keeper.saved.connect(self._saved)
            keeper.saved.connect(self.settling.disturbed)

    def keep_drafts(self) -> None:
        """Ask the record lane to keep whatever is typed in any question that is open."""
        flush_all(self)

    def stop(self) -> None:
        """Let nothing tick any more; the lock calls this."""
        self.ticker.stop()
        self.settling.stop()

    def _save_encounter(self, ask: EncounterDialog, body: Encountered) -> None:
        def done(saved: tuple[tuple[UUID, ...], Changes]) -> None:
            ids, changes = saved
            self.open_case(ids[0])
            self.bus.publish(changes)
            ask.accept()

        desk, others, relation = self._desk, ask.others(), ask.relation()
        self._tasks.on_record(
            ask,
            lambda: companions.open_together(desk, body, others, relation, form=ask.form),
            done,
            ask.fail,
        )

    def _made_rail(self) -> Rail:
        rail = Rail("Minors Desk", self._desk.founded.station, PLACES)
        rail.set_current("board")
        rail.lock_asked.connect(self.lock_asked)
        rail.chosen.connect(self._go)
        lines = rail.layout()
        for place, act in (
            (Place("colours", "Colours", "moon", _COLOURS), self.colours_asked.emit),
            (Place("larger", "Text size", "plus", _LARGER), lambda: self.text_asked.emit(1)),
        ):
            entry = RailEntry(place, checkable=False)
            entry.clicked.connect(lambda _=False, a=act: a())
            lines.insertWidget(lines.indexOf(rail.lock_entry), entry)  # type: ignore[union-attr]
        return rail

    def _connect(self) -> None:
        self.board.case_chosen.connect(self.open_case)
        self.board.new_asked.connect(self.new_encounter)
        self.board.counted.connect(lambda count: self.rail.set_count("board", count))
        self.case.left.connect(self.open_board)
        self.case_actions.opened.connect(self.watch)
        self.directory.left.connect(self.open_board)
        self.directory.opened.connect(self.watch)
        self.case_actions.failed.connect(self._tell)
        self.case_actions.case_wanted.connect(self.open_case)
        self.rules.left.connect(self.open_board)
        self.rules.opened.connect(self.watch)
        self.bus.changed.connect(lambda _: self._saved(self.now()))
        self.bus.changed.connect(self.settling.disturbed)
        keys.bind(
            self,
            {
                "Ctrl+N": self.new_encounter,
                keys.LOCK: self.lock_asked.emit,
                "1": self.open_board,
                "2": self.case_actions.verify_paper,
                "3": self.open_directory,
                "5": self.open_rules,
                "F1": self._show_keys,
                _COLOURS: self.colours_asked.emit,
                _LARGER: lambda: self.text_asked.emit(1),
                "Ctrl+=": lambda: self.text_asked.emit(1),
                _SMALLER: lambda: self.text_asked.emit(-1),
                "Ctrl+0": lambda: self.text_asked.emit(0),
            },
        )

    def _go(self, place: str) -> None:
        if place == "verify":
            self.rail.set_current("board")
            self.case_actions.verify_paper()
        elif place == "directory":
            self.open_directory()
        elif place == "rules":
            self.open_rules()
        else:
            self.open_board()

    def _tell(self, error: Exception) -> None:
        page = self.pages.currentWidget()
        tell = getattr(page, "tell", self.board.tell)
        tell(error)

    def _show_keys(self) -> None:
        dialog = keys_dialog(self)
        self.watch(dialog)
        dialog.open()

    def _saved(self, at: datetime | None) -> None:
        """The lines at the foot of the rail: what is saved, and who is signed in."""
        person = self._desk.person
        words = "Nothing to save yet"
        if at is not None:
            words = f"Saved {in_zone(at, self._desk.zone):%H:%M:%S}"
        who = f"{person.name} #{person.badge}" if person.badge else person.name
        self.rail.set_status((("check", words), ("person", who)))
