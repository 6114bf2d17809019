"""The keys that work here: a line at the foot of a page, and the whole list under F1."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QGridLayout, QSizePolicy, QWidget

from minors_desk.ui.kit.button import Button, Kind
from minors_desk.ui.kit.scroll import Scroll
from minors_desk.ui.kit.spacing import HALF, ONE, THREE, TWO, column, flowing, row
from minors_desk.ui.kit.spacing import clear as clear_layout
from minors_desk.ui.kit.tokens import GRID, TextRole, Tone, scaled
from minors_desk.ui.kit.type import Label


@dataclass(frozen=True, slots=True)
class KeyHint:
    """A key as printed on the keyboard, and what it does."""

    key: str
    words: str


@dataclass(frozen=True, slots=True)
class KeyGroup:
    """The keys of one place."""

    title: str
    keys: tuple[KeyHint, ...]


class KeyHints(QWidget):
    """The line at the foot: `Enter open   C log a call   F1 keys`."""

    def __init__(self, keys: Sequence[KeyHint] = ()) -> None:
        super().__init__()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        holder, self._flow = flowing(TWO)
        line = row(self)
        line.addWidget(holder)
        self.set_keys(keys)

    def set_keys(self, keys: Sequence[KeyHint]) -> None:
        """Show other keys."""
        clear_layout(self._flow)
        for hint in keys:
            pair = QWidget()
            inside = row(pair, gap=HALF)
            inside.addWidget(_bold_small(hint.key))
            inside.addWidget(Label(hint.words, TextRole.SMALL))
            self._flow.addWidget(pair)
        self.setAccessibleName(", ".join(f"{hint.key}: {hint.words}" for hint in keys))


class KeyList(QDialog):
    """All keys, by place; shown with `open()`, Esc closes it."""

    def __init__(self, groups: Sequence[KeyGroup], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("ask")
        self.setWindowTitle("Keys")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        page = QWidget()
        lines = column(page, gap=THREE)
        for group in groups:
            lines.addLayout(_group(group))
        lines.addStretch(1)
        close = Button("Close", Kind.SECONDARY, "Esc")
        close.clicked.connect(self.accept)
        outer = column(self, gap=TWO)
        outer.setContentsMargins(THREE, THREE, THREE, TWO)
        outer.addWidget(Label("Keys", TextRole.TITLE))
        outer.addWidget(Scroll(page), 1)
        outer.addWidget(close, alignment=Qt.AlignmentFlag.AlignRight)
        self.resize(scaled(60 * GRID), scaled(64 * GRID))


def _group(group: KeyGroup) -> QGridLayout:
    grid = QGridLayout()
    grid.setHorizontalSpacing(TWO)
    grid.setVerticalSpacing(ONE)
    grid.setColumnMinimumWidth(0, scaled(14 * GRID))
    grid.setColumnStretch(1, 1)
    grid.addWidget(Label(group.title, TextRole.HEADING), 0, 0, 1, 2)
    for number, hint in enumerate(group.keys, start=1):
        grid.addWidget(Label(hint.key, TextRole.STRONG), number, 0)
        grid.addWidget(Label(hint.words, wrap=True), number, 1)
    return grid


def _bold_small(text: str) -> Label:
    label = Label(text, TextRole.SMALL, Tone.NEUTRAL)
    label.setProperty("weight", "bold")
    return label
