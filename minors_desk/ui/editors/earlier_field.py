"""Earlier records that may be of the child who was met: looked at, tied to, or passed over."""

from collections.abc import Sequence
from dataclasses import replace
from uuid import UUID

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from minors_desk.services.finding import Hit
from minors_desk.ui.kit.field import KeptField
from minors_desk.ui.kit.pick_list import ListRow, PickList
from minors_desk.ui.kit.tokens import Tone
from minors_desk.ui.models.hit_row import hit_row, is_here

MOST = 20
_SHOWN = 3
_ENTER_TIES = "Enter: the same child, another night. O: open that record."
_ENTER_OPENS = "This child is in the record as ours now. Enter or O: open that record."


class EarlierField(KeptField):
    """A short list below which it says what Enter does: tie the new case to it, or open it.

    A case of a child who is with us, met or missing is opened and never tied to: it is the same
    night. `filled` tells whether there is anything to show, `open_wanted` carries a case to open.
    """

    filled = Signal(bool)
    open_wanted = Signal(object)

    def __init__(self) -> None:
        self._list = PickList("Earlier records", narrows=False)
        self._list.search.hide()
        self._list.bare()
        super().__init__("Earlier records that may be of this child", self._list)
        self.list = self._list.list
        self._here: frozenset[str] = frozenset()
        self._found: tuple[ListRow, ...] = ()
        self._numbers: dict[str, str] = {}
        self._tied: tuple[str, str] | None = None
        self._list.taken.connect(self._take)
        self._list.changed.connect(self._say)
        shortcut = QShortcut(QKeySequence("O"), self.list)
        shortcut.setContext(Qt.ShortcutContext.WidgetShortcut)
        shortcut.activated.connect(self._open)

    def show_hits(self, hits: Sequence[Hit], zone: str) -> None:
        """Show other records; the one that the case is tied to stays."""
        self._here = frozenset(str(one.card.case_id) for one in hits if is_here(one.card))
        self._found = tuple(hit_row(one, zone) for one in hits)
        self._numbers = {str(one.card.case_id): one.card.number for one in hits}
        self._offer()

    def rows(self) -> list[ListRow]:
        """The records that are shown."""
        return self._list.rows()

    def tied(self) -> UUID | None:
        """The earlier case of the same child, if somebody said that it is."""
        return None if self._tied is None else UUID(self._tied[0])

    def walked_from(self, line: QWidget) -> None:
        """Let the key Down in a line go into this list."""
        line.installEventFilter(self)

    def is_empty(self) -> bool:
        """Whether the case is tied to none."""
        return self._tied is None

    def kept(self) -> str:
        """Id and number of the case that is tied to: a draft holds no name of it."""
        return "" if self._tied is None else " ".join(self._tied)

    def restore(self, text: str) -> None:
        """Tie again to the case that `kept` told of."""
        case_id, _, number = text.partition(" ")
        try:
            self._tied = (str(UUID(case_id)), number)
        except ValueError:
            self._tied = None
        self._offer()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Down in the line above goes into the list."""
        if (
            event.type() is QEvent.Type.KeyPress
            and isinstance(event, QKeyEvent)
            and event.key() == Qt.Key.Key_Down
            and self.isVisible()
        ):
            self.list.setFocus(Qt.FocusReason.OtherFocusReason)
            return True
        return super().eventFilter(watched, event)

    def changeEvent(self, event: QEvent) -> None:
        """Keep the number of rows in sight when the text size changes."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.FontChange:
            self._fit()

    def _fit(self) -> None:
        count = min(_SHOWN, self.list.count())
        self.list.setFixedHeight(max(1, count * self.list.sizeHintForRow(0)))

    def _offer(self) -> None:
        rows = [self._marked(one) for one in self._found]
        if self._tied is not None and all(one.value != self._tied[0] for one in rows):
            rows.insert(0, self._marked(ListRow(value=self._tied[0], title=self._tied[1])))
        self._list.offer(rows)
        self._fit()
        self._say()
        self.filled.emit(bool(rows))

    def _marked(self, row: ListRow) -> ListRow:
        if self._tied is None or row.value != self._tied[0]:
            return row
        return replace(row, aside="the same child, another night", aside_tone=Tone.GREEN)

    def _take(self) -> None:
        chosen = self._list.value()
        if chosen is None or chosen in self._here:
            self._open()
            return
        if self._tied is not None and self._tied[0] == chosen:
            self._tied = None
        else:
            self._tied = (chosen, self._numbers[chosen])
        self._offer()
        self.changed.emit()

    def _open(self) -> None:
        chosen = self._list.value()
        if chosen is not None:
            self.open_wanted.emit(UUID(chosen))

    def _say(self) -> None:
        self.set_hint(_ENTER_OPENS if self._list.value() in self._here else _ENTER_TIES)
