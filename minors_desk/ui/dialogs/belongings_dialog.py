"""What a child had on it and where it is now, and the acts that can be done about it, by digit."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QGuiApplication, QKeySequence, QShortcut
from PySide6.QtWidgets import QDialog, QGridLayout, QWidget

from minors_desk.domain.case import Case
from minors_desk.ui.acts.act import Act
from minors_desk.ui.kit.button import Button, Kind
from minors_desk.ui.kit.scroll import Scroll
from minors_desk.ui.kit.section import Section
from minors_desk.ui.kit.spacing import ONE, THREE, TWO, column, row
from minors_desk.ui.kit.text import capped
from minors_desk.ui.kit.tokens import GRID, TextRole, Tone, scaled
from minors_desk.ui.kit.type import Label
from minors_desk.wording.phrases import joined
from minors_desk.wording.sentences import case_title

_TITLE_SHOWN = 80


class BelongingsDialog(QDialog):
    """`chosen` carries the name of the act, once this question is closed."""

    chosen = Signal(str)

    def __init__(
        self,
        case: Case,
        acts: Sequence[Act],
        listed: Section | None,
        zone: str,
        parent: QWidget | None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("ask")
        self.setWindowTitle("Minors Desk")
        self.setAccessibleName("Belongings")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        lines = column(self, gap=TWO)
        lines.setContentsMargins(THREE, THREE, THREE, TWO)
        lines.addWidget(Label("Belongings", TextRole.TITLE))
        who = joined(capped(case_title(case, zone), _TITLE_SHOWN), case.number)
        lines.addWidget(Label(who, tone=Tone.MUTED, wrap=True))
        lines.addWidget(self._acts(acts))
        page = QWidget()
        inside = column(page)
        if listed is not None:
            inside.addWidget(listed)
        else:
            inside.addWidget(Label("Nothing is on the list yet.", tone=Tone.MUTED, wrap=True))
        inside.addStretch(1)
        lines.addWidget(Scroll(page), 1)
        close = Button("Close", Kind.SECONDARY, "Esc")
        close.clicked.connect(self.reject)
        foot = row()
        foot.addStretch(1)
        foot.addWidget(close)
        lines.addLayout(foot)
        room = QGuiApplication.primaryScreen().availableSize()
        wide, high = scaled(86 * GRID), scaled(76 * GRID)
        self.resize(min(wide, room.width() - 4 * GRID), min(high, room.height() - 6 * GRID))

    def button(self, name: str) -> Button:
        """The button of an act."""
        return self._buttons[name]

    def _acts(self, acts: Sequence[Act]) -> QWidget:
        holder = QWidget()
        grid = QGridLayout(holder)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(ONE)
        self._buttons: dict[str, Button] = {}
        for place, act in enumerate(acts):
            meaning = act.meaning[:1].upper() + act.meaning[1:]
            button = Button(f"{place + 1}  {meaning}", Kind.SEGMENT)
            button.setAccessibleName(meaning)
            button.clicked.connect(lambda _=False, name=act.name: self._take(name))
            shortcut = QShortcut(QKeySequence(str(place + 1)), self)
            shortcut.activated.connect(lambda name=act.name: self._take(name))
            self._buttons[act.name] = button
            left = Qt.AlignmentFlag.AlignLeft
            grid.addWidget(button, place // 2, place % 2, left)
        return holder

    def _take(self, name: str) -> None:
        # Closed first: only one question is open at a time.
        self.accept()
        self.chosen.emit(name)
