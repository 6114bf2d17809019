"""A second person: name, badge, and how that person stands behind the entry."""

from typing import cast

import msgspec
from PySide6.QtWidgets import QWidget

from minors_desk.domain.bodies import How, SecondPerson
from minors_desk.ui.dialogs.form import as_choices
from minors_desk.ui.editors.value_field import ValueField
from minors_desk.ui.kit.choice import ChoiceField
from minors_desk.ui.kit.field import LineField
from minors_desk.ui.kit.spacing import HALF, ONE, column, row


class SecondField(ValueField):
    """The value is a `SecondPerson`; how it stands behind the entry must be chosen."""

    def __init__(self, label: str, hint: str = "") -> None:
        holder = QWidget()
        self.name = LineField(f"{label}: name", placeholder="Name")
        self.badge = LineField(f"{label}: badge", placeholder="Badge")
        ways = [one for one in as_choices("how_second") if one.value != "own_passphrase"]
        self.how = ChoiceField(f"{label}: how they stand behind it", ways)
        super().__init__(label, holder, hint)
        lines, person = column(holder, gap=HALF), row(gap=ONE)
        person.addWidget(self.name, 2)
        person.addWidget(self.badge, 1)
        lines.addLayout(person)
        lines.addWidget(self.how)
        for part in (self.name, self.badge, self.how):
            part.bare()
            part.changed.connect(self._edited)
        self.how.hide()
        self.setFocusProxy(self.name)

    def value(self) -> SecondPerson | None:
        """The person, or None when nobody is named."""
        if self.name.is_empty():
            return None
        how = cast(How, self.how.value() or "named_only")
        return SecondPerson(name=self.name.text(), badge=self.badge.text(), how=how)

    def set_value(self, value: SecondPerson | None) -> None:
        """Show a person."""
        self.name.set_text("" if value is None else value.name)
        self.badge.set_text("" if value is None else value.badge)
        ways = ("signed_on_paper", "named_only")
        self.how.set_value(value.how if value is not None and value.how in ways else None)

    def is_empty(self) -> bool:
        """Whether nobody is named."""
        return self.name.is_empty()

    def wrong(self) -> str | None:
        """A person of whom nobody said how it stands behind the entry."""
        if not self.name.is_empty() and self.how.is_empty():
            return "Choose how they stand behind it: signed on paper, or named only."
        return None

    def kept(self) -> str:
        """The three as JSON."""
        three = (self.name.text(), self.badge.text(), self.how.value() or "")
        return msgspec.json.encode(three).decode() if any(three) else ""

    def restore(self, text: str) -> None:
        """Put the three back."""
        try:
            name, badge, how = msgspec.json.decode(text or '["","",""]', type=tuple[str, str, str])
        except msgspec.DecodeError:
            return
        self.name.set_text(name)
        self.badge.set_text(badge)
        self.how.set_value(how if how in ("signed_on_paper", "named_only") else None)

    def _edited(self) -> None:
        self.how.setVisible(not self.name.is_empty())
        if self.error():
            self.set_error(None)
        self.changed.emit()
