"""Any of several lines, one below the other: for choices whose words are long."""

import textwrap
from collections.abc import Sequence

from PySide6.QtWidgets import QCheckBox, QWidget

from minors_desk.ui.kit.choice import Choice
from minors_desk.ui.kit.field import Field
from minors_desk.ui.kit.spacing import column
from minors_desk.ui.kit.text import capped, one_line
from minors_desk.ui.kit.tokens import GRID

_LINE, _MOST = 84, 168
"""Characters of one line, and of the two there may be; accessible name and tip hold all."""


class TicksField(Field):
    """None, one or more of the lines; Tab walks them, Space ticks."""

    def __init__(self, label: str, choices: Sequence[Choice], hint: str = "") -> None:
        self._boxes: dict[str, QCheckBox] = {}
        holder = QWidget()
        lines = column(holder, gap=0)
        for choice in choices:
            words = textwrap.wrap(capped(one_line(choice.label), _MOST), _LINE)
            box = QCheckBox("\n".join(words).replace("&", "&&"))
            box.setMinimumWidth(GRID)
            box.setToolTip(choice.label)
            self._boxes[choice.value] = box
            lines.addWidget(box)
        super().__init__(label, holder, hint)
        for choice in choices:
            box = self._boxes[choice.value]
            box.setAccessibleName(f"{label}: {choice.label}")
            box.toggled.connect(self._toggled)
        if self._boxes:
            self.setFocusProxy(next(iter(self._boxes.values())))

    def values(self) -> tuple[str, ...]:
        """What is ticked, in the order offered."""
        return tuple(value for value, box in self._boxes.items() if box.isChecked())

    def box(self, value: str) -> QCheckBox:
        """The box of a value."""
        return self._boxes[value]

    def is_empty(self) -> bool:
        """Whether nothing is ticked."""
        return not self.values()

    def _toggled(self) -> None:
        if self._wrong:
            self.set_error(None)
        self.changed.emit()
