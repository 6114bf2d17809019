"""Asks for the agency's own word on a line to call; a supervisor's question."""

from collections.abc import Callable
from datetime import datetime
from typing import cast

from PySide6.QtWidgets import QWidget

from minors_desk import lists
from minors_desk.domain.calling import CallLine
from minors_desk.domain.contacts import Purpose
from minors_desk.domain.station import DirectoryLineSet
from minors_desk.ui.dialogs.form import as_choices, beside, needed
from minors_desk.ui.kit.choice import Choice, ChoiceField
from minors_desk.ui.kit.dialog import Ask
from minors_desk.ui.kit.field import Field, LineField, TextField, first_wrong
from minors_desk.wording.values import country_name


class LineDialog(Ask):
    """Answers a `DirectoryLineSet` under the id of a line, new or known. ``form`` names its draft.

    The number may stay empty: then it is said that there is none, or that it is not known.
    """

    def __init__(
        self,
        line_id: str,
        line: CallLine | None,
        now: Callable[[], datetime],
        parent: QWidget | None = None,
        *,
        jurisdiction: str = "",
    ) -> None:
        heading = "Add a line of our own" if line is None else "Set our own number"
        intro = "It stands before the lines that ship with the program, with your name and the day."
        super().__init__(heading, "Save", intro, parent)
        self.form = "directory_line_set" if line is None else f"directory_line_set {line_id}"
        self._line_id, self._line, self._now = line_id, line, now
        self.name = LineField("Name", most=500)
        self.number = LineField("Number", "As it is read out; empty if there is none", most=200)
        self.hours = LineField("Hours", most=200)
        self.purpose = ChoiceField("What for", _purposes(line, jurisdiction))
        self.country = LineField("Only for children of", "A country; empty: for every child")
        self.note = TextField("Note", "Where the number is from, what to say first", rows=2)
        for widget in (
            self.name,
            beside(self.number, self.hours),
            self.purpose,
            self.country,
            self.note,
        ):
            self.add(widget)
        self.purpose.changed.connect(self._look)
        if line is not None:
            self.name.set_text(line.name)
            self.purpose.set_value(line.purpose)
            self.country.set_text(country_name(line.for_country) if line.for_country else "")
            if line.is_own:
                self.number.set_text(line.number)
                self.hours.set_text(line.hours)
                self.note.set_text(line.note)
        self._look()
        (self.name if line is None else self.number).setFocus()

    def fields(self) -> dict[str, Field]:
        """The fields for a draft."""
        return {
            "name": self.name,
            "number": self.number,
            "hours": self.hours,
            "purpose": self.purpose,
            "country": self.country,
            "note": self.note,
        }

    def answer(self) -> DirectoryLineSet | None:
        """The entry, or None when a field is wrong."""
        checks = [
            (self.name, lambda: needed(self.name, "Write whose line it is.")),
            (self.purpose, lambda: needed(self.purpose, "Choose what it is for.")),
            (self.country, self._country_wrong),
            (self.note, lambda: self.note.error() or None),
        ]
        if first_wrong(checks) is not None:
            return None
        return DirectoryLineSet(
            occurred_at=self._now(),
            line_id=self._line_id,
            name=self.name.text().strip(),
            purpose=cast(Purpose, self.purpose.value()),
            number=self.number.text().strip(),
            hours=self.hours.text().strip(),
            note=self.note.text(),
            jurisdiction="" if self._line is None else self._line.jurisdiction,
            for_country=self._country(),
        )

    def _look(self) -> None:
        """Ask for a country only where the line is a consulate's."""
        self.country.setVisible(self.purpose.value() == "consulate")

    def _country(self) -> str:
        """The code of the country that was written; empty for none, or for none that is known."""
        asked = self.purpose.value() == "consulate"
        found = lists.country_of(self.country.text().strip()) if asked else None
        return "" if found is None else found.code

    def _country_wrong(self) -> str | None:
        written = self.purpose.value() == "consulate" and not self.country.is_empty()
        return "No country is called that." if written and not self._country() else None


def _purposes(line: CallLine | None, jurisdiction: str) -> list[Choice]:
    """What makes sense here, and what the line is for already."""
    here = as_choices("contact_purpose", jurisdiction=jurisdiction)
    now = [] if line is None else [line.purpose]
    known = [*(one.value for one in here), *now]
    return [one for one in as_choices("contact_purpose") if one.value in known]
