"""The command palette: all that can be done to a child now, found by typing a few letters."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QDialog, QLineEdit, QListWidget, QListWidgetItem, QWidget

from minors_desk.domain.board import state_of
from minors_desk.domain.case import Case
from minors_desk.ui.acts.act import Act
from minors_desk.ui.kit.spacing import ONE, THREE, TWO, column
from minors_desk.ui.kit.text import capped
from minors_desk.ui.kit.tokens import GRID, TextRole, Tone, scaled
from minors_desk.ui.kit.type import Label
from minors_desk.wording.phrases import joined
from minors_desk.wording.sentences import case_title

_TITLE_SHOWN = 80
_ROLE = Qt.ItemDataRole.UserRole


class PaletteDialog(QDialog):
    """`chosen` carries the name of the act, once this question is closed."""

    chosen = Signal(str)

    def __init__(
        self,
        case: Case,
        acts: Sequence[Act],
        zone: str,
        parent: QWidget | None = None,
        heading: str = "What to do",
    ) -> None:
        super().__init__(parent)
        self.setObjectName("ask")
        self.setWindowTitle("Minors Desk")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._acts = [one for one in acts if one.why_not(state_of(case)) is None]
        self.typed = QLineEdit()
        self.typed.setAccessibleName("What to do")
        self.typed.setPlaceholderText("Type a few letters, or walk with the arrows")
        self.list = QListWidget()
        self.list.setAccessibleName("What can be done")
        lines = column(self, gap=ONE)
        lines.setContentsMargins(THREE, THREE, THREE, TWO)
        lines.addWidget(Label(heading, TextRole.TITLE))
        who = joined(capped(case_title(case, zone), _TITLE_SHOWN), case.number)
        lines.addWidget(Label(who, tone=Tone.MUTED, wrap=True))
        lines.addWidget(self.typed)
        lines.addWidget(self.list, 1)
        self.typed.textChanged.connect(self._narrow)
        self.typed.returnPressed.connect(self._take)
        self.list.itemActivated.connect(lambda _: self._take())
        self.typed.installEventFilter(self)
        self._narrow("")
        self.resize(scaled(60 * GRID), scaled(60 * GRID))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Up and Down walk the list while the letters go on being typed."""
        if event.type() is QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            step = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}.get(Qt.Key(event.key()), 0)
            if step and self.list.count():
                place = (self.list.currentRow() + step) % self.list.count()
                self.list.setCurrentRow(place)
                return True
        return super().eventFilter(watched, event)

    def offered(self) -> list[str]:
        """The names of the acts shown now, in order."""
        rows = range(self.list.count())
        return [str(self.list.item(place).data(_ROLE)) for place in rows]

    def _narrow(self, typed: str) -> None:
        wanted = typed.casefold().split()
        self.list.clear()
        for act in self._acts:
            text = f"{act.meaning} {act.words}".casefold()
            if all(one in text for one in wanted):
                item = QListWidgetItem(act.meaning[:1].upper() + act.meaning[1:])
                if act.key:
                    item.setText(f"{item.text()}    {act.key}")
                item.setData(_ROLE, act.name)
                self.list.addItem(item)
        self.list.setCurrentRow(0)

    def _take(self) -> None:
        item = self.list.currentItem()
        if item is not None:
            name = str(item.data(_ROLE))
            # Closed first: only one question is open at a time.
            self.accept()
            self.chosen.emit(name)
