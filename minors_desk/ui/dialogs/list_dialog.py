"""Asks what a list leaves the encryption for, and who gets it; both stand in the record."""

from dataclasses import dataclass

from PySide6.QtWidgets import QWidget

from minors_desk.ui.dialogs.form import needed
from minors_desk.ui.kit.dialog import Ask
from minors_desk.ui.kit.field import LineField, first_wrong


@dataclass(frozen=True, slots=True)
class Why:
    """Purpose and recipient, as typed."""

    purpose: str
    recipient: str


class ListDialog(Ask):
    """Answers a `Why`."""

    def __init__(self, heading: str, action: str, rows: int, parent: QWidget | None = None) -> None:
        super().__init__(
            heading,
            action,
            f"{rows} row{'' if rows == 1 else 's'}, without names of children. That it was given"
            " out, what for and to whom stands in the record.",
            parent,
        )
        self.purpose = LineField("What it is for", most=200)
        self.recipient = LineField("Who gets it", "May stay empty when it stays here", most=200)
        for field in (self.purpose, self.recipient):
            self.add(field)
        self.purpose.setFocus()

    def answer(self) -> Why | None:
        """The answer, or None without a purpose."""
        check = (self.purpose, lambda: needed(self.purpose, "Write what it is for."))
        if first_wrong([check]) is not None:
            return None
        return Why(self.purpose.text().strip(), self.recipient.text().strip())
