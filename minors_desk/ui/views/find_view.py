"""Find: a case by a name, a number or any word of it, while one types; Enter opens it."""

from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QStackedWidget

from minors_desk.domain.changes import Changes
from minors_desk.domain.searching import terms
from minors_desk.services.finding import MOST_HITS, Hit
from minors_desk.ui.kit.empty_state import EmptyState
from minors_desk.ui.kit.keys import KeyHint, KeyHints
from minors_desk.ui.kit.pick_list import PickList
from minors_desk.ui.kit.spacing import HALF, THREE, TWO, column
from minors_desk.ui.kit.tokens import TextRole, Tone
from minors_desk.ui.kit.type import Elided, Label
from minors_desk.ui.models.hit_row import hit_row
from minors_desk.ui.searching import Searching
from minors_desk.ui.views.page import Lanes, Page

_KEYS = (
    KeyHint("Arrows", "choose"),
    KeyHint("Enter", "open the case"),
    KeyHint("Esc", "empty the line, then back to the board"),
)
_NOTHING_TYPED, _NO_CASE, _HITS = range(3)


class FindView(Page):
    """A line to type into and what it finds. `case_chosen` carries a case, `left` tells of Esc."""

    case_chosen = Signal(object)
    left = Signal()

    def __init__(self, lanes: Lanes) -> None:
        super().__init__(lanes, "Find")
        self.hits = PickList("Cases", "", "Name, number, reference or any word", narrows=False)
        self.hits.search.setClearButtonEnabled(True)
        self.hits.bare()
        self.searching = Searching(self.desk, self.tasks, self, MOST_HITS)
        self._below = Elided("", tone=Tone.MUTED)
        self._stack = QStackedWidget()
        self._lay_out()
        self._connect()
        self.setFocusProxy(self.hits.search)
        self._nothing_typed()

    def reload(self) -> None:
        """Look again for what stands in the line."""
        self.searching.again()

    def showEvent(self, event: QShowEvent) -> None:
        """What stands in the line is ready to be typed over."""
        super().showEvent(event)
        self.hits.search.selectAll()
        self.reload()

    def _changed(self, changes: Changes) -> None:
        """Cases may read otherwise now; a page that is not in sight looks when it is shown."""
        if changes.case_ids and self.isVisible():
            self.reload()

    def _typed(self, text: str) -> None:
        self.notice.say_nothing()
        self.searching.look_for(text)

    def _nothing_typed(self) -> None:
        self.hits.offer(())
        self._below.setText(" ")
        self._stack.setCurrentIndex(_NOTHING_TYPED)

    def _show(self, hits: tuple[Hit, ...]) -> None:
        self.hits.offer([hit_row(one, self.desk.zone) for one in hits])
        self._below.setText(_counted(len(hits)))
        self._stack.setCurrentIndex(_HITS if hits else _NO_CASE)

    def _open(self) -> None:
        """Enter; while an answer is still to come the rows are of another text."""
        chosen = self.hits.value()
        if chosen is not None and not self.searching.busy():
            self.case_chosen.emit(UUID(chosen))

    def _leave(self) -> None:
        if terms(self.hits.search.text()):
            self.hits.search.clear()
            self.hits.search.setFocus()
        else:
            self.left.emit()

    def _connect(self) -> None:
        self.hits.search.textChanged.connect(self._typed)
        self.hits.taken.connect(self._open)
        self.searching.found.connect(self._show)
        self.searching.idle.connect(self._nothing_typed)
        self.searching.failed.connect(self.tell)
        self.key("Esc", self._leave)

    def _lay_out(self) -> None:
        lines = column(self, gap=TWO)
        lines.setContentsMargins(THREE, THREE, THREE, 12)
        top = column(gap=HALF)
        top.addWidget(Label("Find", TextRole.TITLE))
        top.addWidget(self._below)
        lines.addLayout(top)
        lines.addWidget(self.notice)
        self.hits.body.setSpacing(TWO)
        self.hits.body.replaceWidget(self.hits.list, self._stack)
        for state in (
            EmptyState(
                "What do you know of the child?",
                "A part of a name, a case number, a reference, a telephone number, a word of a"
                " note. In any order; accents and capitals do not matter.",
                icon="search",
            ),
            EmptyState(
                "No case has all of these words",
                "Type less: the beginning of a word is enough. Names are written in many ways.",
                icon="search",
            ),
            self.hits.list,
        ):
            self._stack.addWidget(state)
        lines.addWidget(self.hits, 1)
        lines.addWidget(KeyHints(_KEYS))


def _counted(count: int) -> str:
    if count >= MOST_HITS:
        return f"The first {count} cases: type more to find fewer"
    return "1 case" if count == 1 else f"{count} cases"
