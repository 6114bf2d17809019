"""Asks under which number our own station is called back; a supervisor's question."""

from collections.abc import Callable
from datetime import datetime

from PySide6.QtWidgets import QWidget

from minors_desk.domain.station import StationTelephoneSet
from minors_desk.ui.kit.dialog import Ask
from minors_desk.ui.kit.field import Field, LineField

MOST = 100
"""Characters of a number, with an extension in words."""


class TelephoneDialog(Ask):
    """Answers a `StationTelephoneSet`; the number may stay empty. ``form`` names its draft."""

    form = "station_telephone_set"

    def __init__(
        self, number: str, now: Callable[[], datetime], parent: QWidget | None = None
    ) -> None:
        intro = "Receipts print it from now on, for who has the child and must ask something."
        super().__init__("Our station's telephone", "Save", intro, parent)
        self._now = now
        self.number = LineField("Telephone", "Answered day and night; empty if none", most=MOST)
        self.number.set_text(number)
        self.add(self.number)
        self.number.setFocus()

    def fields(self) -> dict[str, Field]:
        """The fields for a draft."""
        return {"number": self.number}

    def answer(self) -> StationTelephoneSet:
        """The entry."""
        return StationTelephoneSet(occurred_at=self._now(), telephone=self.number.text().strip())
