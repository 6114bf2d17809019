"""The case page: who the child is, what happened, what stands, what is owed."""

from collections.abc import Callable, Iterator
from functools import partial
from itertools import chain
from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QImage, QShowEvent
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from minors_desk.domain.attachments import Attachment
from minors_desk.domain.board import State, state_of
from minors_desk.domain.changes import Changes
from minors_desk.services import cases
from minors_desk.services.cases import CasePage
from minors_desk.services.desk import Desk
from minors_desk.ui.actions import PALETTE, bind_within
from minors_desk.ui.acts import catalog, files, law, limits
from minors_desk.ui.bus import Bus
from minors_desk.ui.case_actions import CaseActions
from minors_desk.ui.dialogs.entry_dialog import EntryDialog
from minors_desk.ui.kit.button import Button, Kind
from minors_desk.ui.kit.clock import Ticker
from minors_desk.ui.kit.keys import KeyHint, KeyHints
from minors_desk.ui.kit.notice import Notice
from minors_desk.ui.kit.section import Section
from minors_desk.ui.kit.spacing import ONE, THREE, column, row
from minors_desk.ui.models.log_model import LogModel, log_rows
from minors_desk.ui.tasks import Tasks
from minors_desk.ui.views import next_call_card
from minors_desk.ui.views.case_columns import CaseColumns
from minors_desk.ui.views.case_head import CaseHead
from minors_desk.ui.views.log_list import LogList
from minors_desk.ui.views.photo import photo_of, picture_of
from minors_desk.ui.views.sections.catalog import Sections
from minors_desk.ui.views.sections.context import Context
from minors_desk.ui.views.waiting import Waiting

KEYS = (
    # In the log A amends; who is told of by A on the board has a button in the section.
    *(hint for hint in catalog.hints() if hint.key != "A"),
    KeyHint(PALETTE, "all actions"),
    KeyHint("Enter", "read"),
    KeyHint("A", "amend"),
    KeyHint("Del", "withdraw"),
    KeyHint("Esc", "board"),
)

_MAIN_ACTIONS = {
    "hand_over": ("Hand over", "H"),
    "begin_custody": ("Custody began", "B"),
    "print_receipt": ("Print the receipt", "P"),
}
_MAIN_BY_STATE: dict[State, str] = {
    "met": "begin_custody",
    "in_custody": "hand_over",
    "missing": "begin_custody",
    "handed_over": "print_receipt",
}


class CaseView(QWidget):
    """One case. `show_case(case_id)` reads and shows it; `left` tells of Esc, back to the board.

    It looks again when the bus tells of a change of its case, and ticks without reading.
    """

    left = Signal()
    shown = Signal()

    def __init__(
        self, desk: Desk, tasks: Tasks, bus: Bus, actions: CaseActions, ticker: Ticker
    ) -> None:
        super().__init__()
        self.setObjectName("page")
        self.setAccessibleName("Case")
        self._desk, self._tasks, self._actions, self._ticker = desk, tasks, actions, ticker
        self._case_id: UUID | None = None
        self._page: CasePage | None = None
        self._stale = False
        self.head = CaseHead(ticker, desk.zone)
        self.notice = Notice()
        self.model = LogModel()
        self.log = LogList(self.model)
        self._waiting = Waiting(ticker, desk.zone)
        self.owed, self.reminders = self._waiting.owed, self._waiting.reminders
        self.next_call = self._waiting.next_call
        self._sections = Sections()
        self.main_buttons = {
            action: Button(words, Kind.PRIMARY, key)
            for action, (words, key) in _MAIN_ACTIONS.items()
        }
        self._lay_out()
        self.setFocusProxy(self.log)
        does = {act.key: partial(self.do, act.name) for act in catalog.KEYED}
        bind_within(self, {**does, PALETTE: self._choose, "Esc": self.left.emit})
        bus.changed.connect(self._changed)
        self.log.opened.connect(self._read_entry)
        amend = partial(self._correct, actions.amend)
        self.log.withdrawn.connect(partial(self._correct, actions.withdraw))
        self.log.amended.connect(amend)
        self.log.stepped.connect(lambda: self.columns.bring(self.log))
        self.owed.wanted.connect(self.do)
        self.owed.why_wanted.connect(partial(self.do, limits.NAME))
        self.reminders.again.connect(lambda entry_id: self.do("call_again", entry_id))
        self.reminders.wanted.connect(self.do)
        self.next_call.pressed.connect(partial(self.do, next_call_card.ACT))
        self.owed.start_asked.connect(amend)
        for action, button in self.main_buttons.items():
            button.clicked.connect(lambda _=False, name=action: self.do(name))

    def show_case(self, case_id: UUID) -> None:
        """Read a case on the record lane and show it."""
        if case_id != self._case_id:
            # Nothing of another child stands on the page while this one is read.
            self._page = None
            self._body.hide()
            self.head.hide()
            self._sections.show_nothing()
        self._case_id = case_id
        self.notice.say_nothing()
        self._read()

    def case_id(self) -> UUID | None:
        """The case shown."""
        return self._case_id

    def page(self) -> CasePage | None:
        """What is shown, None until it is read."""
        return self._page

    def do(self, action: str, subject: UUID | str | None = None) -> None:
        """Do to this case what one of the keys does, by the name of the action."""
        if self._case_id is None or self._page is None or not action:
            return
        self.notice.say_nothing()
        if action == law.NAME and subject is None:
            subject = self.owed.rule_in_focus()
        self._actions.do(action, self._case_id, subject)

    def tell(self, error: Exception) -> None:
        """Say in place what could not be done."""
        self.notice.tell(error)

    def showEvent(self, event: QShowEvent) -> None:
        """Look again if the case changed while the page was out of sight."""
        super().showEvent(event)
        if self._stale:
            self._read()

    def _changed(self, changes: Changes) -> None:
        # Rules and the directory are the station's, and every case is shown by them.
        if self._case_id is None or not (changes.station or changes.touches(self._case_id)):
            return
        if self.isVisible():
            self._read()
        else:
            self._stale = True

    def _read(self) -> None:
        self._stale = False
        case_id = self._case_id
        if case_id is not None:
            desk = self._desk
            self._tasks.on_record(self, lambda: cases.page(desk, case_id), self._show, self.tell)

    def _show(self, page: CasePage) -> None:
        if page.case.id == self._case_id:
            self._page = page
            self._tasks.in_turns(self, self._filled(page))

    def _filled(self, page: CasePage) -> Iterator[None]:
        """What is looked at first comes first; keys are answered while the sections still come."""
        held = self.window().focusWidget()
        if held is not None and any(
            one.isAncestorOf(held) for one in (self._waiting, self._sections)
        ):
            # A button that is made anew would leave the focus, and the page's keys, to any other.
            self.log.setFocus(Qt.FocusReason.OtherFocusReason)
        for _ in chain(self._urgent(page), self._sections.show_case(self._context(page))):
            yield
            if page is not self._page:
                # Another child was asked for.
                return
        self._show_photo()
        self.shown.emit()

    def _urgent(self, page: CasePage) -> Iterator[None]:
        first = self._body.isHidden()
        self.head.show_page(page)
        yield
        self.log.show_rows(log_rows(page.case.log, page.authors, self._desk.zone), anew=first)
        yield
        yield from self.owed.show_page(page, self._ticker.now())
        self.reminders.show_case(page.case)
        self.next_call.show_page(page)
        self._waiting.arrange()
        # Nothing once it ended otherwise.
        main = _MAIN_BY_STATE.get(state_of(page.case), "")
        for action, button in self.main_buttons.items():
            button.setVisible(action == main)
        self.head.show()
        self._body.show()
        if first:
            self.log.setFocus()

    def _context(self, page: CasePage) -> Context:
        return Context(
            page=page,
            zone=self._desk.zone,
            ticker=self._ticker,
            act=self.do,
            print_again=partial(self._actions.print_paper, page.case.id),
            open_case=self._actions.case_wanted.emit,
            look_at=self._look_at,
            attach_copy=partial(self.do, files.ATTACH_COPY),
        )

    def _choose(self) -> None:
        if self._case_id is not None and self._page is not None:
            self._actions.choose(self._case_id)

    def _look_at(self, file: Attachment) -> None:
        self.notice.say_nothing()
        self._actions.look_at(file)

    def _show_photo(self) -> None:
        """The newest photograph of the child beside its name, read into memory only."""
        case = None if self._page is None else self._page.case
        photo = None if case is None else photo_of(case)
        self.head.show_photo(None)
        if photo is not None:
            desk, case_id = self._desk, self._case_id

            def shown(found: QImage | None) -> None:
                if case_id == self._case_id:
                    self.head.show_photo(found)

            self._tasks.on_record(self, lambda: picture_of(desk, photo), shown, self.tell)

    def _read_entry(self, entry_id: UUID) -> None:
        if self._page is None:
            return
        line = next((one for one in self._page.case.log if one.entry.id == entry_id), None)
        if line is None:
            return
        dialog = EntryDialog(line, self._page.authors, self._desk.zone, self.window())
        dialog.withdraw_wanted.connect(lambda: self._correct(self._actions.withdraw, entry_id))
        dialog.amend_wanted.connect(lambda: self._correct(self._actions.amend, entry_id))
        dialog.open()
        self._actions.opened.emit(dialog)

    def _correct(self, correct: Callable[[UUID, UUID], None], entry_id: UUID) -> None:
        """Withdraw or amend an entry of this case."""
        if self._case_id is not None:
            self.notice.say_nothing()
            correct(self._case_id, entry_id)

    def _lay_out(self) -> None:
        log = Section("What happened")
        log.body.addWidget(self.log, 1)
        self._body = QWidget()
        inner = column(self._body, gap=0)
        main = QWidget()
        buttons = row(main)
        for button in self.main_buttons.values():
            button.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
            buttons.addWidget(button)
        self.columns = CaseColumns(log, self._sections, self._waiting, main)
        inner.addWidget(self.columns, 1)
        foot = row()
        foot.setContentsMargins(THREE, 0, THREE, ONE)
        foot.addWidget(KeyHints(KEYS))
        inner.addLayout(foot)
        told = QWidget()
        words: QVBoxLayout = column(told)
        words.setContentsMargins(THREE, 0, THREE, 0)
        words.addWidget(self.notice)
        outer = column(self, gap=0)
        outer.addWidget(self.head)
        outer.addWidget(told)
        outer.addWidget(self._body, 1)
        self.head.hide()
        self._body.hide()
