"""The board, home of the desk: every child with us, the most urgent duty first, ticking."""

from collections.abc import Callable
from datetime import datetime
from functools import partial
from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QPalette
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QListView,
    QStackedWidget,
    QWidget,
)

from minors_desk.domain.printed import SHIFT_BRIEF
from minors_desk.services import cases
from minors_desk.services.cases import Board
from minors_desk.services.desk import BEHIND, Desk
from minors_desk.ui.actions import BRIEF, PALETTE, bind_within
from minors_desk.ui.acts import catalog
from minors_desk.ui.acts.act import Act
from minors_desk.ui.bus import Bus
from minors_desk.ui.case_actions import CaseActions
from minors_desk.ui.kit.button import Button, Kind
from minors_desk.ui.kit.clock import Ticker
from minors_desk.ui.kit.empty_state import EmptyState
from minors_desk.ui.kit.keys import KeyHint, KeyHints
from minors_desk.ui.kit.notice import Notice
from minors_desk.ui.kit.spacing import HALF, ONE, THREE, TWO, column, row
from minors_desk.ui.kit.tokens import TextRole, Tone
from minors_desk.ui.kit.type import Elided, Label
from minors_desk.ui.models.board_model import BoardModel, Part, Row
from minors_desk.ui.tasks import Tasks
from minors_desk.ui.views.board_row import BoardRow
from minors_desk.wording.times import day_and_time, long_day

KEYS = (
    KeyHint("Enter", "open"),
    *catalog.hints(),
    KeyHint(PALETTE, "all actions"),
    KeyHint(BRIEF, "shift brief"),
    KeyHint("F1", "keys"),
)


class BoardList(QListView):
    """The list of the board. `opened` tells of Enter or a double click on a card."""

    opened = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName("Children")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.viewport().setBackgroundRole(QPalette.ColorRole.Window)
        self.doubleClicked.connect(lambda _: self.opened.emit())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter opens; letters belong to the board's own keys and do not search."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.opened.emit()
        elif event.text().isalnum():
            event.ignore()
        else:
            super().keyPressEvent(event)


class BoardView(QWidget):
    """The board. `case_chosen` carries the id of the case to open, `new_asked` the wish for one.

    It reads on the record lane when the bus tells of a change, and ticks without reading.
    """

    case_chosen = Signal(object)
    new_asked = Signal()
    counted = Signal(int)
    to_review = Signal(int)

    def __init__(
        self, desk: Desk, tasks: Tasks, bus: Bus, actions: CaseActions, ticker: Ticker
    ) -> None:
        super().__init__()
        self.setAccessibleName("Board")
        self._desk, self._tasks, self._actions, self._ticker = desk, tasks, actions, ticker
        self._wanted: UUID | None = None
        self.model = BoardModel(ticker.now, desk.zone, self)
        self.list = BoardList()
        self.list.setModel(self.model)
        self.list.setItemDelegate(BoardRow(self.list))
        self.notice = Notice()
        self.clock_notice = Notice()
        self._title = Label(Part.IN_CUSTODY.value, TextRole.TITLE)
        self._below = Elided("", tone=Tone.MUTED)
        self._stack = QStackedWidget()
        self._lay_out()
        self._keys()
        self.list.opened.connect(self._open)
        ticker.ticked.connect(self._tick)
        bus.changed.connect(self._changed)
        for warning in desk.warnings:
            self.notice.show_words(Tone.RED, warning)
        self.reload()

    def reload(self) -> None:
        """Read the board again."""
        self._tasks.on_record(self, lambda: cases.the_board(self._desk), self._show, self.tell)

    def select(self, case_id: UUID) -> None:
        """Let that case be the chosen one, now or as soon as it is read."""
        self._wanted = case_id
        self._choose()

    def chosen(self) -> Row | None:
        """The chosen card."""
        return self.model.row_at(self.list.currentIndex().row())

    def tell(self, error: Exception) -> None:
        """Say in place what could not be done."""
        self.notice.tell(error)

    def focus_list(self) -> None:
        """Give the list, or on an empty board its one button, the focus."""
        target = self.list if self.model.rowCount() and self._stack.currentIndex() == 0 else None
        (target or self._empty_action).setFocus(Qt.FocusReason.OtherFocusReason)

    def _changed(self, _changes: object) -> None:
        self.notice.say_nothing()
        self.reload()

    def _show(self, board: Board) -> None:
        row = self.chosen()
        if self._wanted is None and row is not None:
            self._wanted = row.card.case_id
        had_focus = self.hasFocus() or self.list.hasFocus() or self._empty_action.hasFocus()
        self.model.show(board)
        # With others on top the section of those in our custody has a heading of its own.
        self._title.setText("Board" if board.missing else Part.IN_CUSTODY.value)
        self._stack.setCurrentIndex(0 if self.model.rows() else 1)
        for part in (self.new_button, self.brief_button, self._hints):
            part.setVisible(bool(self.model.rows()))
        self._choose()
        self._tick()
        self.counted.emit(len(board.in_custody))
        self.to_review.emit(board.to_review)
        if had_focus:
            self.focus_list()

    def _choose(self) -> None:
        place = self.model.place_of(self._wanted)
        if place >= 0:
            self.list.setCurrentIndex(self.model.index(place))
            row = self.model.row_at(place)
            if row is not None and row.card.case_id == self._wanted:
                self._wanted = None

    def _tick(self) -> None:
        self.model.tick()
        now = self._ticker.now()
        self._watch_clock(now)
        rows = self.model.rows()
        missing = sum(row.part is Part.MISSING for row in rows)
        count = sum(row.part is Part.IN_CUSTODY for row in rows)
        late = sum(row.reading is not None and row.reading.shape == "▲" for row in rows)
        soon = sum(
            row.reading is not None and row.reading.shape == "◆" and not row.reminds for row in rows
        )
        zone = self._desk.zone
        words = [f"{missing} missing"] if missing else []
        words += [f"{count} child{'' if count == 1 else 'ren'} in our custody"] if count else []
        words += [f"{late} dut{'y' if late == 1 else 'ies'} overdue"] if late else []
        words += [f"{soon} past half of the time"] if soon else []
        words.append(f"{long_day(now, zone)}, {day_and_time(now, zone).split(' ', 1)[1]}")
        self._below.setText(" · ".join(words))

    def _watch_clock(self, now: datetime) -> None:
        """Say that the computer's clock was set back, as long as it is behind (CONTRACT 1.8)."""
        if now - self._desk.clock() < BEHIND:
            self.clock_notice.say_nothing()
        elif not self.clock_notice.title():
            self.clock_notice.show_words(
                Tone.AMBER,
                "The clock of this computer was set back",
                f"It was {day_and_time(now, self._desk.zone)} already. Duties stand at that time"
                " until the clock is past it. Set the clock right, or tell who keeps this computer",
            )

    def _open(self) -> None:
        row = self.chosen()
        if row is not None:
            self.case_chosen.emit(row.card.case_id)

    def _lay_out(self) -> None:
        lines = column(self, gap=TWO)
        lines.setContentsMargins(THREE, THREE, THREE, 12)
        head = row(gap=ONE)
        head.addWidget(self._title, 1)
        new = Button("New encounter", Kind.PRIMARY, "Ctrl+N", "plus")
        new.clicked.connect(self.new_asked)
        self.new_button = new
        self.brief_button = Button("Shift brief", Kind.SECONDARY, BRIEF, "print")
        self.brief_button.clicked.connect(self._print_brief)
        head.addStretch(1)
        head.addWidget(self.brief_button)
        head.addWidget(new)
        self._empty_action = Button("New encounter", Kind.PRIMARY, "Ctrl+N", "plus")
        self._empty_action.clicked.connect(self.new_asked)
        empty = EmptyState(
            "No child is in our custody",
            "All is quiet. When a child is met, begin here; a clock runs within seconds.",
            self._empty_action,
        )
        self._stack.addWidget(self.list)
        self._stack.addWidget(empty)
        top = column(gap=HALF)
        top.addLayout(head)
        top.addWidget(self._below)
        lines.addLayout(top)
        lines.addWidget(self.notice)
        lines.addWidget(self.clock_notice)
        lines.addWidget(self._stack, 1)
        self._hints = KeyHints(KEYS)
        lines.addWidget(self._hints)

    def _keys(self) -> None:
        for act in catalog.KEYED:
            self._key(act.key, partial(self._do, act))
        bind_within(self, {BRIEF: self._print_brief})
        self._key(PALETTE, lambda chosen: self._actions.choose(chosen.card.case_id))

    def _print_brief(self) -> None:
        self._actions.print_paper(None, (SHIFT_BRIEF, 0))

    def _key(self, key: str, act: Callable[[Row], None]) -> None:
        """One key on the chosen card."""

        def pressed() -> None:
            chosen = self.chosen()
            if chosen is not None:
                self.notice.say_nothing()
                act(chosen)

        bind_within(self, {key: pressed})

    def _do(self, act: Act, chosen: Row) -> None:
        """Do it; in a state in which it makes no sense, say why not before anything is read."""
        why = act.why_not(chosen.card.state)
        if why is None:
            self._actions.do(act.name, chosen.card.case_id)
        else:
            self.notice.show_words(Tone.AMBER, *why)
