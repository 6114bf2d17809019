"""Choosing one of few: buttons side by side, or lines with what each means."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QRadioButton, QWidget

from minors_desk.ui.kit.button import Button, Kind
from minors_desk.ui.kit.field import Field
from minors_desk.ui.kit.spacing import HALF, ONE, column, flowing, row
from minors_desk.ui.kit.tokens import GRID, TextRole
from minors_desk.ui.kit.type import Label


@dataclass(frozen=True, slots=True)
class Choice:
    """One answer: the value for the record, its words, and what it means if that needs a line.

    ``aside``: it is an answer and yet no value, such as *not asked*, and looks different.
    """

    value: str
    label: str
    explanation: str = ""
    aside: bool = False


class ChoiceField(Field):
    """One of few choices. With explanations they stand below each other, else side by side.

    Tab reaches the group, arrows move in it, Space chooses.
    """

    def __init__(self, label: str, choices: Sequence[Choice], hint: str = "") -> None:
        self._group = QButtonGroup()
        self._group.setExclusive(True)
        self._buttons: dict[str, QAbstractButton] = {}
        explained = any(choice.explanation for choice in choices)
        holder = self._lines(choices) if explained else self._segments(choices)
        super().__init__(label, holder, hint)
        self._group.setParent(self)
        if self._buttons:
            self.setFocusProxy(next(iter(self._buttons.values())))
        for choice in choices:
            button = self._buttons[choice.value]
            button.setAccessibleName(f"{label}: {choice.label}")
            button.setAccessibleDescription(choice.explanation)
        self._group.buttonToggled.connect(self._toggled)

    def value(self) -> str | None:
        """The chosen value; None while nobody chose."""
        for value, button in self._buttons.items():
            if button.isChecked():
                return value
        return None

    def set_value(self, value: str | None) -> None:
        """Choose, or with None choose nothing. Raises KeyError for a value that is not offered."""
        if value is not None:
            self._buttons[value].setChecked(True)
            return
        self._group.setExclusive(False)
        for button in self._buttons.values():
            button.setChecked(False)
        self._group.setExclusive(True)

    def button(self, value: str) -> QAbstractButton:
        """The button of a value."""
        return self._buttons[value]

    def is_empty(self) -> bool:
        """Whether nothing is chosen."""
        return self.value() is None

    def _toggled(self, button: QAbstractButton, checked: bool) -> None:
        if checked:
            self.setFocusProxy(button)
            if self._wrong:
                self.set_error(None)
            self.changed.emit()

    def _segments(self, choices: Sequence[Choice]) -> QWidget:
        holder, flow = flowing(HALF)
        for choice in choices:
            button = Button(choice.label, Kind.ASIDE if choice.aside else Kind.SEGMENT)
            button.setCheckable(True)
            self._keep(choice, button)
            flow.addWidget(button)
        return holder

    def _lines(self, choices: Sequence[Choice]) -> QWidget:
        holder = QWidget()
        lines = column(holder, gap=0)
        for choice in choices:
            button = QRadioButton(choice.label.replace("&", "&&"))
            self._keep(choice, button)
            lines.addWidget(button)
            if choice.explanation:
                note = row()
                note.setContentsMargins(4 * GRID, 0, 0, ONE)
                note.addWidget(Label(choice.explanation, TextRole.SMALL, wrap=True))
                lines.addLayout(note)
        return holder

    def _keep(self, choice: Choice, button: QAbstractButton) -> None:
        self._group.addButton(button)
        self._buttons[choice.value] = button
