"""Surfaces: a section with heading, chip and rows; a card with a coloured edge for what is owed."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QFrame, QGridLayout, QSizePolicy, QVBoxLayout, QWidget

from minors_desk.ui.kit.button import Button, Kind
from minors_desk.ui.kit.chips import Chip
from minors_desk.ui.kit.spacing import CARD, HALF, ONE, clear, column, row
from minors_desk.ui.kit.text import MOST_SHOWN
from minors_desk.ui.kit.tokens import TextRole, Tone, metrics, scaled
from minors_desk.ui.kit.type import Label, LongText, repolish

_LABEL_WIDTH, _DENSE_LABEL_WIDTH = 112, 72
_SOURCE_WIDTH = 96
_LONG = MOST_SHOWN // 4


class Section(QFrame):
    """A surface with a heading. Rows have a label, a value and, small at the right, its source.

    `dense` is for a page that must be
    read without scrolling. No section stands inside another.
    """

    def __init__(self, heading: str = "", chip: Chip | None = None, *, dense: bool = False) -> None:
        super().__init__()
        self.setObjectName("section")
        self.setAccessibleName(heading)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        gap = HALF if dense else ONE
        self.body: QVBoxLayout = column(self, gap=gap, margins=CARD)
        self.head = row()
        if heading:
            self.head.addWidget(Label(heading, TextRole.HEADING, wrap=True), 1)
            if chip is not None:
                self.head.addWidget(chip)
            self.body.addLayout(self.head)
        self._rows = QGridLayout()
        self._rows.setHorizontalSpacing(ONE)
        self._rows.setVerticalSpacing(gap)
        self._rows.setColumnStretch(1, 1)
        self._count = 0
        self._label_width = _DENSE_LABEL_WIDTH if dense else _LABEL_WIDTH
        self._names: list[Label] = []
        self._sources: list[Label] = []
        self.body.addLayout(self._rows)

    def add_row(self, label: str, value: str, source: str = "", tone: Tone | None = None) -> None:
        """Add a row of texts; a long value shows its beginning and the rest on demand."""
        shown = LongText(value) if len(value) > _LONG else Label(value, tone=tone, wrap=True)
        shown.setAccessibleName(f"{label}: {value}" + (f", {source}" if source else ""))
        self.add_widget_row(label, shown, source)

    def add_widget_row(self, label: str, widget: QWidget, source: str = "") -> None:
        """Add a row whose value is a widget, such as a clock."""
        name = Label(label, TextRole.SMALL, wrap=True)
        self._names.append(name)
        top = Qt.AlignmentFlag.AlignTop
        if isinstance(widget, Label):
            # Beside a value or a source of several lines, the first lines stand together.
            widget.setAlignment((widget.alignment() & ~Qt.AlignmentFlag.AlignVCenter) | top)
        self._rows.addWidget(name, self._count, 0, top)
        self._rows.addWidget(widget, self._count, 1)
        if source:
            wide = metrics(TextRole.SMALL).horizontalAdvance(source[:100]) > scaled(_SOURCE_WIDTH)
            said = Label(source, TextRole.SMALL, wrap=wide)
            said.setAlignment(Qt.AlignmentFlag.AlignRight | top)
            self._sources.append(said)
            self._rows.addWidget(said, self._count, 2, top)
        self._count += 1
        self._fit([name], [said] if source else [])

    def add(self, widget: QWidget) -> None:
        """Add a widget over the whole width below the rows."""
        self.body.addWidget(widget)

    def clear_rows(self) -> None:
        """Take all rows away, to show others."""
        clear(self._rows)
        self._count = 0
        self._names, self._sources = [], []

    def changeEvent(self, event: QEvent) -> None:
        """Give labels and sources the room of another text size."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.FontChange:
            self._fit(self._names, self._sources)

    def _fit(self, names: Sequence[Label], sources: Sequence[Label]) -> None:
        # Small words stand on the base line of the value beside them.
        drop = metrics(TextRole.BODY).ascent() - metrics(TextRole.SMALL).ascent()
        for name in names:
            name.setContentsMargins(0, drop, 0, 0)
            name.setFixedWidth(scaled(self._label_width))
        for said in sources:
            said.setContentsMargins(0, drop, 0, 0)
            said.setMaximumWidth(scaled(_SOURCE_WIDTH))
            if said.wordWrap():
                said.setMinimumWidth(scaled(_SOURCE_WIDTH))


class Card(QFrame):
    """One thing owed: what, under which rule, and the one button that does it. `pressed` tells."""

    pressed = Signal()

    def __init__(
        self,
        title: str,
        detail: str = "",
        tone: Tone = Tone.NEUTRAL,
        action: str = "",
        key: str = "",
    ) -> None:
        super().__init__()
        self.setObjectName("card")
        self.setProperty("tone", tone.value)
        self.setAccessibleName(f"{title}. {detail}")
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        self.body = column(self, gap=HALF)
        self.body.setContentsMargins(12, 10, ONE, ONE)
        self.body.addWidget(Label(title, TextRole.STRONG, wrap=True))
        self.foot = foot = row()
        foot.addWidget(Label(detail, TextRole.SMALL, wrap=True), 1)
        self.button: Button | None = None
        if action:
            self.button = Button(action, Kind.PLAIN, key)
            self.button.setAccessibleName(f"{action}: {title}")
            self.button.clicked.connect(self.pressed)
            foot.addWidget(self.button)
        self.body.addLayout(foot)

    def set_tone(self, tone: Tone) -> None:
        """Change the colour of the edge; the clock beside it says the same in words."""
        if self.property("tone") != tone.value:
            self.setProperty("tone", tone.value)
            repolish(self)
