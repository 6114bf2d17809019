"""One person at the desk: the rail, the pages, and the one news of the record between them."""

from datetime import datetime
from functools import cached_property, partial
from uuid import UUID
from zoneinfo import ZoneInfo

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QDialog, QStackedWidget, QWidget

from minors_desk.domain import roles
from minors_desk.domain.when import in_zone
from minors_desk.services.desk import Desk
from minors_desk.ui import actions as keys
from minors_desk.ui.bus import Bus
from minors_desk.ui.case_actions import CaseActions
from minors_desk.ui.dialogs.encounter_dialog import EncounterDialog
from minors_desk.ui.dialogs.form import AtDesk
from minors_desk.ui.dialogs.keys_dialog import show_keys
from minors_desk.ui.dialogs.passphrase_dialog import ask_for_passphrase
from minors_desk.ui.editors.draft_keeper import DraftKeeper, flush_all
from minors_desk.ui.kit.clock import Ticker
from minors_desk.ui.kit.rail import Place, Rail, RailEntry, rail_beside
from minors_desk.ui.kit.spacing import column
from minors_desk.ui.meeting import Meeting
from minors_desk.ui.places import places_of
from minors_desk.ui.settling import Settling
from minors_desk.ui.tasks import Tasks
from minors_desk.ui.views.board_view import BoardView
from minors_desk.ui.views.case_view import CaseView
from minors_desk.ui.views.page import Lanes, Page

_COLOURS, _LARGER, _SMALLER = "Ctrl+D", "Ctrl++", "Ctrl+-"


class Session(QWidget):
    """Everything that is shown while somebody is signed in. It is made anew at each sign-in.

    The rail shows only the places that the person's roles open; pages are made when gone to.

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
        self.places = {one.place.id: one for one in places_of(desk.person.roles)}
        self._made: dict[str, QWidget] = {}
        self._at = self._home = next(iter(self.places))
        self.rail = self._made_rail()
        self.pages = QStackedWidget()
        self.pages.setObjectName("page")
        column(self, gap=0).addWidget(rail_beside(self.rail, self.pages))
        self._saved(None)
        self._connect()
        self.go(self._home)
        self.ticker.start()

    @property
    def lanes(self) -> Lanes:
        """What pages read and write by: the desk, the lanes of work, the news."""
        return self._desk, self._tasks, self.bus

    @cached_property
    def board(self) -> BoardView:
        """The board, of those who may see cases."""
        view = BoardView(self._desk, self._tasks, self.bus, self.case_actions, self.ticker)
        view.case_chosen.connect(self.open_case)
        view.new_asked.connect(self.new_encounter)
        view.counted.connect(lambda count: self.rail.set_count("board", count))
        if "review" in self.places:
            view.to_review.connect(lambda count: self.rail.set_count("review", count or None))
        return view

    @cached_property
    def case(self) -> CaseView:
        """The page of a case."""
        view = CaseView(self._desk, self._tasks, self.bus, self.case_actions, self.ticker)
        view.left.connect(self.leave_case)
        self.pages.addWidget(view)
        return view

    def now(self) -> datetime:
        """The present as duties count it (UTC): the clock, but never before the last entry or the
        last time that it was read.

        No reading of the record: the board ticks every second.
        """
        self._latest = max(self._latest, self._desk.clock())
        return self._latest

    def new_encounter(self) -> None:
        """Ctrl+N: a child was met."""
        if not roles.may(self._desk.person.roles, roles.WRITE_CASES):
            return
        at_desk = AtDesk(
            self.now,
            ZoneInfo(self._desk.zone),
            self._desk.person.name,
            self._desk.founded.station,
            self._desk.new_id,
            self._desk.founded.jurisdiction,
        )
        ask = EncounterDialog(at_desk, self._desk.new_id, self)
        DraftKeeper(ask, ask.form, ask.fields(), self._desk, self._tasks)
        Meeting(ask, self.lanes).case_wanted.connect(self.open_case)
        self.watch(ask)
        ask.open()

    def open_case(self, case_id: UUID) -> None:
        """Show the page of a case."""
        self.case.show_case(case_id)
        self.pages.setCurrentWidget(self.case)
        self.rail.set_current("board")
        self.case.setFocus(Qt.FocusReason.OtherFocusReason)

    def go(self, place_id: str) -> None:
        """Go to a place of the rail, or ask its question. Raises KeyError for one not open here."""
        goal = self.places[place_id]
        if goal.page is None:
            self.rail.set_current(self._at)
            if goal.question is not None:
                goal.question(self)
            return
        page = self._made.get(place_id)
        if page is None:
            page = self._made[place_id] = goal.page(self)
            self.pages.addWidget(page)
            if isinstance(page, Page):
                page.asked.connect(self.watch)
        self._at = place_id
        self.pages.setCurrentWidget(page)
        self.rail.set_current(place_id)
        self.focus()

    def go_home(self) -> None:
        """Go to the first place there is."""
        self.go(self._home)

    def page_of(self, place_id: str) -> QWidget:
        """The page of a place that was gone to; raises KeyError for one that was not."""
        return self._made[place_id]

    def focus(self) -> None:
        """Give the page that stands the focus."""
        page = self.pages.currentWidget()
        if isinstance(page, BoardView):
            page.focus_list()
        elif page is not None:
            page.setFocus(Qt.FocusReason.OtherFocusReason)

    def leave_case(self) -> None:
        """Go back to the list that the case was opened from."""
        case_id = self.case.case_id()
        if case_id is not None and self._at == "board":
            self.board.select(case_id)
        self.go(self._at)

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

    def _made_rail(self) -> Rail:
        places = [one.place for one in self.places.values()]
        rail = Rail("Minors Desk", self._desk.founded.station, places)
        rail.lock_asked.connect(self.lock_asked)
        rail.chosen.connect(self.go)
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
        self.case_actions.opened.connect(self.watch)
        self.case_actions.failed.connect(self._tell)
        self.case_actions.case_wanted.connect(self.open_case)
        self.bus.changed.connect(lambda _: self._saved(self.now()))
        self.bus.changed.connect(self.settling.disturbed)
        keys.bind(
            self,
            {
                "Ctrl+N": self.new_encounter,
                keys.LOCK: self.lock_asked.emit,
                keys.PASSPHRASE: lambda: ask_for_passphrase(self, self.lanes, self.watch),
                "F1": lambda: show_keys(self, self.watch),
                _COLOURS: self.colours_asked.emit,
                _LARGER: lambda: self.text_asked.emit(1),
                "Ctrl+=": lambda: self.text_asked.emit(1),
                _SMALLER: lambda: self.text_asked.emit(-1),
                "Ctrl+0": lambda: self.text_asked.emit(0),
                **{one.place.key: partial(self.go, name) for name, one in self.places.items()},
                **({keys.FIND: partial(self.go, "find")} if "find" in self.places else {}),
            },
        )

    def _tell(self, error: Exception) -> None:
        page = self.pages.currentWidget()
        if isinstance(page, (BoardView, CaseView, Page)):
            page.tell(error)

    def _saved(self, at: datetime | None) -> None:
        """The lines at the foot of the rail: what is saved, and who is signed in."""
        person = self._desk.person
        words = "Nothing to save yet"
        if at is not None:
            words = f"Saved {in_zone(at, self._desk.zone):%H:%M:%S}"
        who = f"{person.name} #{person.badge}" if person.badge else person.name
        self.rail.set_status((("check", words), ("person", who)))
