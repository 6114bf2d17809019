"""The question before a form of another agency is adopted: its name and number, whom it goes to."""

from dataclasses import replace
from typing import cast

from PySide6.QtWidgets import QWidget

from minors_desk.domain.gates import To
from minors_desk.errors import DeskError
from minors_desk.services import official_forms
from minors_desk.services.official_forms import FormMapping
from minors_desk.ui.dialogs.form import Checks, as_choices, beside, needed
from minors_desk.ui.kit.dialog import Ask
from minors_desk.ui.kit.field import LineField, first_wrong
from minors_desk.ui.kit.pick_list import ListRow, PickList

NOBODY = "-"
"""Whom it goes to is not asked of the law: it stays in the house."""


class AdoptDialog(Ask):
    """Answers the mapping as it is to be adopted."""

    def __init__(
        self, mapping: FormMapping, jurisdiction: str, parent: QWidget | None = None
    ) -> None:
        intro = "From now on it stands beside our own papers of every case."
        super().__init__("Adopt the form", "Adopt", intro, parent)
        self._mapping = mapping
        self.named = LineField("Called here", "Small letters, digits and hyphens", "ss-8572")
        self.number = LineField("Its number", "As the agency prints it", "SS 8572")
        self.title = LineField("Its title", "As papers are listed")
        self.to = PickList(
            "Whom it goes to", "What the law keeps from them stays out of the form, with the rule"
        )
        askers = as_choices("asker", jurisdiction=jurisdiction)
        self.to.offer(
            [
                ListRow(value=NOBODY, title="Nobody outside", detail="no rule is asked"),
                *(ListRow(value=one.value, title=one.label) for one in askers),
            ]
        )
        self.add(beside(self.named, self.number))
        self.add(self.title)
        self.add(self.to)
        self.named.set_text(mapping.name)
        self.number.set_text(mapping.number)
        self.title.set_text(mapping.title)
        # Chosen by a person, never by default: by it the law is asked.
        self.to.set_value(mapping.to)
        self.named.setFocus()

    def answer(self) -> FormMapping | None:
        """The mapping under its name, or None while something is wrong."""
        checks: Checks = [
            (self.named, self._name_wrong),
            (self.title, lambda: needed(self.title, "Write what it is called.")),
            (self.to, lambda: needed(self.to, "Choose whom it goes to.")),
        ]
        return None if first_wrong(checks) is not None else self._made()

    def _made(self) -> FormMapping:
        to = self.to.value()
        return replace(
            self._mapping,
            name=self.named.text().strip(),
            number=self.number.text().strip(),
            title=self.title.text().strip(),
            to=None if to in (None, NOBODY) else cast(To, to),
        )

    def _name_wrong(self) -> str | None:
        if self.title.is_empty():
            return None
        try:
            official_forms.from_text(official_forms.as_text(self._made()))
        except DeskError:
            return "Give it a short name, such as ss-8572."
        return None
