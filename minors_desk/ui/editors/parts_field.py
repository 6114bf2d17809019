"""A list that grows line by line: what is typed below becomes a line above it."""

from collections.abc import Mapping, Sequence
from typing import Any

import msgspec
from PySide6.QtCore import Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from minors_desk.domain.bodies import Part
from minors_desk.ui.editors.draft_keeper import write
from minors_desk.ui.editors.draft_keeper import written as in_draft
from minors_desk.ui.editors.value_field import ValueField
from minors_desk.ui.kit.button import Button, Kind
from minors_desk.ui.kit.field import Field
from minors_desk.ui.kit.spacing import HALF, ONE, clear, column, row
from minors_desk.ui.kit.type import Label


class _Kept(msgspec.Struct):
    """What a draft holds: the lines, and what is typed of the next one."""

    lines: list[msgspec.Raw]
    typed: dict[str, str]


class PartsField(ValueField):
    """Holds a tuple of one kind of `Part`; a list of things overrides what is below.

    What is typed and not yet added is added when the form is saved; what cannot be added says why.
    `grew` tells that the list has more or fewer lines.
    """

    grew = Signal()
    kind: type[Part] = Part
    add_words = "Add to the list"
    unfinished = "Finish this line, or empty it."

    def __init__(self, label: str, hint: str = "") -> None:
        holder = QWidget()
        super().__init__(label, holder, hint)
        self.parts: list[Any] = []
        self.page = column(holder, gap=ONE)
        self._rows = column(gap=HALF)
        self.page.addLayout(self._rows)
        self.add = Button(self.add_words, Kind.SECONDARY, "Alt+A", "plus")
        self.add.clicked.connect(self.add_typed)
        QShortcut(QKeySequence("Alt+A"), self).activated.connect(self.add_typed)

    def typed(self) -> Mapping[str, Field]:
        """The fields of the next line, by their name in a draft."""
        raise NotImplementedError

    def listen(self) -> None:
        """Tell of each change of the fields of the next line too; call it once they are there."""
        for field in self.typed().values():
            field.changed.connect(self.changed)

    def read_typed(self) -> Part | None:
        """The line that is typed; None after showing at its fields what is wrong."""
        raise NotImplementedError

    def fill_typed(self, part: Any) -> None:
        """Put a line back into the fields, to be changed."""
        raise NotImplementedError

    def clear_typed(self) -> None:
        """Empty the fields for the next line."""
        for field in self.typed().values():
            write(field, "")

    def words(self, part: Any, place: int) -> str:
        """A line of the list in words; ``place`` counts from 1."""
        raise NotImplementedError

    def is_typing(self) -> bool:
        """Whether something of a next line is typed."""
        return any(not field.is_empty() for field in self.typed().values())

    def add_typed(self) -> bool:
        """What the button does; returns whether a line was added."""
        part = self.read_typed()
        if part is None:
            return False
        self.parts.append(part)
        self.clear_typed()
        self._show()
        next(iter(self.typed().values())).setFocus()
        return True

    def value(self) -> tuple[Any, ...]:
        """The lines."""
        return tuple(self.parts)

    def set_value(self, value: Sequence[Any]) -> None:
        """Show the lines of an entry."""
        self.parts = list(value)
        self._show()

    def is_empty(self) -> bool:
        """Whether there is neither a line nor anything typed."""
        return not self.parts and not self.is_typing()

    def wrong(self) -> str | None:
        """Adds what is typed; a line that cannot be added is wrong."""
        if self.is_typing() and not self.add_typed():
            return self.unfinished
        return None

    def kept(self) -> str:
        """Lines and what is typed, as JSON."""
        if self.is_empty():
            return ""
        typed = {name: in_draft(field) for name, field in self.typed().items()}
        lines = [msgspec.Raw(msgspec.json.encode(one)) for one in self.parts]
        return msgspec.json.encode(_Kept(lines=lines, typed=typed)).decode()

    def restore(self, text: str) -> None:
        """Put both back; a draft of another version leaves the list empty."""
        try:
            kept = msgspec.json.decode(text or '{"lines":[],"typed":{}}', type=_Kept)
            self.parts = [msgspec.json.decode(one, type=self.kind) for one in kept.lines]
        except msgspec.DecodeError:
            return
        for name, field in self.typed().items():
            write(field, kept.typed.get(name, ""))
        self._show()

    def change(self, place: int) -> None:
        """Take a line back into the fields; ``place`` counts from 0."""
        if self.is_typing() and not self.add_typed():
            return
        self.fill_typed(self.parts.pop(place))
        self._show()
        next(iter(self.typed().values())).setFocus()

    def remove(self, place: int) -> None:
        """Take a line off the list; ``place`` counts from 0."""
        del self.parts[place]
        self._show()
        self.add.setFocus()

    def _show(self) -> None:
        clear(self._rows)
        for place, part in enumerate(self.parts):
            words, line = self.words(part, place + 1), row(gap=ONE)
            line.addWidget(Label(words, wrap=True), 1)
            for act, do in (("Change", self.change), ("Remove", self.remove)):
                button = Button(act, Kind.PLAIN)
                button.setAccessibleName(f"{act}: {words}")
                button.clicked.connect(lambda _=False, do=do, at=place: do(at))
                line.addWidget(button)
            self._rows.addLayout(line)
        self.grew.emit()
        if self.error():
            self.set_error(None)
        self.changed.emit()
