"""Review: the cases that wait, the gravest first; what there is to see; approve or return."""

from collections.abc import Callable
from datetime import datetime
from zoneinfo import ZoneInfo

from PySide6.QtCore import QModelIndex, QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QStackedWidget, QWidget

from minors_desk.domain import roles
from minors_desk.domain.admission import Refusal
from minors_desk.domain.changes import Changes
from minors_desk.domain.findings import SEVERITIES
from minors_desk.services import review
from minors_desk.services.review import ReviewSheet, Waiting
from minors_desk.ui.dialogs.review_dialogs import ApproveDialog, ReturnDialog, Returned
from minors_desk.ui.kit.button import Button, Kind
from minors_desk.ui.kit.empty_state import EmptyState
from minors_desk.ui.kit.keys import KeyHint, KeyHints
from minors_desk.ui.kit.scroll import Scroll
from minors_desk.ui.kit.spacing import HALF, ONE, THREE, TWO, column, row
from minors_desk.ui.kit.table import Table
from minors_desk.ui.kit.tokens import TextRole, Tone
from minors_desk.ui.kit.type import Elided, Label
from minors_desk.ui.models.list_model import Column, ListModel
from minors_desk.ui.views.page import Lanes, Page
from minors_desk.ui.views.review_sheet_view import ReviewSheetView
from minors_desk.wording.codes import refusal, word
from minors_desk.wording.phrases import joined

_READ_AFTER_MS = 150
"""So long the choice has to rest before the case is read: reading a case is logged."""
_SHARES = (0, 0, 100)


class ReviewView(Page):
    """The queue beside the sheet of the chosen case. `case_chosen` carries a case to open.

    An auditor reads the same and decides nothing.
    """

    case_chosen = Signal(object)

    def __init__(self, lanes: Lanes, now: Callable[[], datetime]) -> None:
        super().__init__(lanes, "Review")
        self._now = now
        self._sheet: ReviewSheet | None = None
        self._may = roles.may(self.desk.person.roles, roles.REVIEW_CASES)
        self.model: ListModel[Waiting] = ListModel(_columns(), self)
        self.table = Table(self.model, "Cases that wait for review")
        self.sheet_view = ReviewSheetView(self.desk.zone)
        self.approve_button = Button("Approve", Kind.PRIMARY, "A", "check")
        self.return_button = Button("Return", Kind.SECONDARY, "R")
        self._below = Elided("", tone=Tone.MUTED)
        self._own = Label("", tone=Tone.AMBER, wrap=True)
        decisions = (KeyHint("A", "approve"), KeyHint("R", "return")) if self._may else ()
        self._hints = KeyHints(
            (KeyHint("Enter", "open the case"), *decisions, KeyHint("F1", "keys"))
        )
        self._stack = QStackedWidget()
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(_READ_AFTER_MS)
        self._lay_out()
        self._connect()
        self.setFocusProxy(self.table)
        self.reload()

    def reload(self) -> None:
        """Read the queue again."""
        self.tasks.on_record(self, lambda: review.queue(self.desk), self._show, self.tell)

    def chosen(self) -> Waiting | None:
        """The chosen case."""
        return self.model.row_at(self.table.currentIndex().row())

    def sheet(self) -> ReviewSheet | None:
        """What is shown of the chosen case, None until it is read."""
        return self._sheet

    def approve(self) -> None:
        """A: approve the case as it was read."""
        sheet = self._sheet
        if sheet is None or not self.approve_button.isEnabled():
            return
        ask = ApproveDialog(sheet.case.number, len(sheet.findings), self.window())
        self.ask(ask, lambda note: review.approve(self.desk, sheet.case.id, sheet.last, note))

    def send_back(self) -> None:
        """R: return the case to be put right."""
        sheet = self._sheet
        if sheet is None or not self.return_button.isEnabled():
            return
        zone = ZoneInfo(self.desk.zone)
        ask = ReturnDialog(sheet.case.number, sheet.findings, self._now, zone, self.window())

        def save(answer: Returned) -> Changes:
            case_id, last = sheet.case.id, sheet.last
            return review.send_back(self.desk, case_id, last, answer.reasons, answer.due_at)

        self.ask(ask, save)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give the columns their shares of the width."""
        super().resizeEvent(event)
        self.table.fit_columns(_SHARES)

    def _show(self, waiting: tuple[Waiting, ...]) -> None:
        before = self.chosen()
        place = self.table.currentIndex().row()
        self.model.show_rows(waiting)
        self._stack.setCurrentIndex(0 if waiting else 1)
        self._hints.setVisible(bool(waiting))
        count = len(waiting)
        words = f"{count} case{' waits' if count == 1 else 's wait'}, the gravest first"
        self._below.setText(words if count else "")
        ids = [one.card.case_id for one in self.model.rows()]
        if before is not None and before.card.case_id in ids:
            place = ids.index(before.card.case_id)
        if waiting:
            place = min(max(place, 0), count - 1)
            self.model.reach(place)
            self.table.selectRow(place)
            self.table.fit_columns(_SHARES)
        # What was chosen here is read at once, not after a rest.
        self._rest.stop()
        self._read()

    def _moved(self, _now: QModelIndex, _before: QModelIndex) -> None:
        waiting = self.chosen()
        if waiting is None or self._sheet is None or self._sheet.case.id != waiting.card.case_id:
            self._sheet = None
            self.sheet_view.show_nothing()
            self._offer()
            self._rest.start()

    def _read(self) -> None:
        waiting = self.chosen()
        if waiting is None:
            self._sheet = None
            self.sheet_view.show_nothing()
            self._offer()
            return
        case_id = waiting.card.case_id
        self.tasks.on_record(
            self, lambda: review.sheet(self.desk, case_id), self._show_sheet, self.tell
        )

    def _show_sheet(self, sheet: ReviewSheet) -> None:
        waiting = self.chosen()
        if waiting is None or waiting.card.case_id != sheet.case.id:
            return
        self._sheet = sheet
        self.sheet_view.show_sheet(sheet)
        self._offer()

    def _offer(self) -> None:
        """Which decisions can be made: none in one's own case."""
        sheet = self._sheet
        for button in (self.approve_button, self.return_button):
            button.setVisible(self._may)
            button.setEnabled(sheet is not None and not sheet.own)
        self._own.setVisible(self._may and sheet is not None and sheet.own)

    def _open(self) -> None:
        waiting = self.chosen()
        if waiting is not None:
            self.case_chosen.emit(waiting.card.case_id)

    def _connect(self) -> None:
        self.table.opened.connect(self._open)
        self.table.selectionModel().currentRowChanged.connect(self._moved)
        self._rest.timeout.connect(self._read)
        self.approve_button.clicked.connect(self.approve)
        self.return_button.clicked.connect(self.send_back)
        if self._may:
            self.key("A", self.approve)
            self.key("R", self.send_back)

    def _lay_out(self) -> None:
        self._own.setText("{}. {}".format(*refusal(Refusal("own_case"))))
        decide = row(gap=ONE)
        decide.addWidget(self.approve_button)
        decide.addWidget(self.return_button)
        decide.addStretch(1)
        right = column(gap=ONE)
        right.addWidget(Scroll(self.sheet_view), 1)
        right.addWidget(self._own)
        right.addLayout(decide)
        both = QWidget()
        columns = row(both, gap=TWO)
        columns.addWidget(self.table, 42)
        columns.addLayout(right, 58)
        empty = EmptyState(
            "Nothing waits for review",
            "Every case that is over was reviewed, and nothing was entered since.",
            icon="check",
        )
        self._stack.addWidget(both)
        self._stack.addWidget(empty)
        top = column(gap=HALF)
        top.addWidget(Label("Review", TextRole.TITLE))
        top.addWidget(self._below)
        lines = column(self, gap=TWO)
        lines.setContentsMargins(THREE, THREE, THREE, 12)
        lines.addLayout(top)
        lines.addWidget(self.notice)
        lines.addWidget(self._stack, 1)
        lines.addWidget(self._hints)


def _columns() -> tuple[Column[Waiting], ...]:
    return (
        Column("Case", lambda one: one.card.number),
        Column("State", _state),
        Column("Findings", _findings, by=_grave, tone=_tone),
    )


def _state(one: Waiting) -> str:
    state = word("review_state", one.card.review)
    return f"yours, {state}" if one.own else state


def _findings(one: Waiting) -> str:
    counts = ((one.counts.get(name, 0), name) for name in SEVERITIES)
    told = (f"{word('severity_short', name)} {count}" for count, name in counts if count)
    return joined(*told) or "none"


def _grave(one: Waiting) -> tuple[int, ...]:
    return tuple(-one.counts.get(name, 0) for name in SEVERITIES)


def _tone(one: Waiting) -> Tone:
    return Tone.RED if one.counts.get("law") else Tone.NEUTRAL
