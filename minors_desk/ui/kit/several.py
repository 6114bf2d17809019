"""Any of few choices: each button stays pressed until it is pressed again."""

from collections.abc import Iterable, Sequence

from minors_desk.ui.kit.button import Button, Kind
from minors_desk.ui.kit.choice import Choice
from minors_desk.ui.kit.field import Field
from minors_desk.ui.kit.spacing import HALF, flowing


class SeveralField(Field):
    """None, one or more of the choices; Tab walks the buttons, Space presses.

    A choice of ``alone`` stands for itself: pressing it takes back all others, and the reverse.
    """

    def __init__(
        self,
        label: str,
        choices: Sequence[Choice],
        hint: str = "",
        alone: frozenset[str] = frozenset(),
    ) -> None:
        self._alone = alone
        self._before: frozenset[str] = frozenset()
        holder, flow = flowing(HALF)
        self._buttons: dict[str, Button] = {}
        for choice in choices:
            button = Button(choice.label, Kind.ASIDE if choice.aside else Kind.SEGMENT)
            button.setCheckable(True)
            self._buttons[choice.value] = button
            flow.addWidget(button)
        super().__init__(label, holder, hint)
        for choice in choices:
            button = self._buttons[choice.value]
            button.setAccessibleName(f"{label}: {choice.label}")
            button.setAccessibleDescription(choice.explanation)
            button.toggled.connect(self._toggled)
        if self._buttons:
            self.setFocusProxy(next(iter(self._buttons.values())))

    def values(self) -> tuple[str, ...]:
        """What is chosen, in the order offered."""
        return tuple(value for value, one in self._buttons.items() if one.isChecked())

    def set_values(self, values: Iterable[str]) -> None:
        """Choose these and no others; a value that is not offered is left out."""
        wanted = set(values)
        for value, button in self._buttons.items():
            button.setChecked(value in wanted)

    def button(self, value: str) -> Button:
        """The button of a value."""
        return self._buttons[value]

    def is_empty(self) -> bool:
        """Whether nothing is chosen."""
        return not self.values()

    def _toggled(self) -> None:
        now = frozenset(self.values())
        for new in now - self._before:
            for other in now - {new}:
                if new in self._alone or other in self._alone:
                    self._buttons[other].setChecked(False)
        self._before = frozenset(self.values())
        if self._wrong:
            self.set_error(None)
        self.changed.emit()
