"""Which lines of the list of belongings are meant: a button for each that is with us."""

from collections.abc import Sequence

from minors_desk.domain.belongings import Belonging, open_property
from minors_desk.domain.case import Case
from minors_desk.ui.editors.value_field import ValueField
from minors_desk.ui.kit.button import Button, Kind
from minors_desk.ui.kit.spacing import HALF, flowing
from minors_desk.ui.kit.text import capped
from minors_desk.wording.things import thing_words

_MOST_SHOWN = 40


class LinesField(ValueField):
    """The value is a tuple of line numbers."""

    nothing = "Nothing on the list is with us now"

    def is_meant(self, one: Belonging) -> bool:
        """Whether a line of the list is offered."""
        return one.is_open

    def __init__(self, label: str, hint: str = "") -> None:
        holder, self._flow = flowing(HALF)
        super().__init__(label, holder, hint)
        self.buttons: dict[int, Button] = {}

    def know(self, case: Case) -> None:
        """A button for each line that was not returned."""
        for one in open_property(case):
            if self.is_meant(one):
                self._offer(one.line, f"{one.line}  {capped(thing_words(one), _MOST_SHOWN)}")
        if self.buttons:
            self.setFocusProxy(next(iter(self.buttons.values())))
        else:
            self.set_hint(self.nothing)

    def value(self) -> tuple[int, ...]:
        """The numbers."""
        return tuple(line for line, button in self.buttons.items() if button.isChecked())

    def set_value(self, value: Sequence[int]) -> None:
        """Press these; one that was returned since is offered again, as the entry names it."""
        for line in value:
            if line not in self.buttons:
                self._offer(line, str(line))
            self.buttons[line].setChecked(True)

    def is_empty(self) -> bool:
        """Whether no line is chosen."""
        return not self.value()

    def kept(self) -> str:
        """The numbers."""
        return " ".join(map(str, self.value()))

    def restore(self, text: str) -> None:
        """Press them; what is not offered any more is left out."""
        wanted = set(text.split())
        for line, button in self.buttons.items():
            button.setChecked(str(line) in wanted)

    def _offer(self, line: int, words: str) -> None:
        button = Button(words, Kind.SEGMENT)
        button.setCheckable(True)
        button.setAccessibleName(f"{self.label()}: {words}")
        button.toggled.connect(self._pressed)
        self.buttons[line] = button
        self._flow.addWidget(button)

    def _pressed(self) -> None:
        if self.error():
            self.set_error(None)
        self.changed.emit()


class PhonesField(LinesField):
    """The phones on the list."""

    nothing = "No phone is on the list"

    def is_meant(self, one: Belonging) -> bool:
        """Whether it is a phone."""
        return one.listed is not None and one.listed.phone is not None

    def wrong(self) -> str | None:
        """One entry is about one phone."""
        return "Choose one phone." if len(self.value()) > 1 else None


class CashLinesField(LinesField):
    """The cash on the list."""

    nothing = "No cash is on the list yet"

    def is_meant(self, one: Belonging) -> bool:
        """Whether it is cash."""
        return bool(one.cash)

    def wrong(self) -> str | None:
        """One count is of one line."""
        return "Choose one line." if len(self.value()) > 1 else None
