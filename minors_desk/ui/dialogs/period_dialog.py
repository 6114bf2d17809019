"""Asks a supervisor how many minutes a station rule or target gives."""

from datetime import timedelta

from PySide6.QtWidgets import QWidget

from minors_desk.services.station_rules import RuleInForce
from minors_desk.ui.kit.dialog import Ask
from minors_desk.ui.kit.field import LineField, first_wrong
from minors_desk.ui.kit.type import Label

_MINUTE = timedelta(minutes=1)


class PeriodDialog(Ask):
    """Answers a `timedelta` of whole minutes, at least one and at most what the rule allows."""

    def __init__(self, shown: RuleInForce, parent: QWidget | None = None) -> None:
        super().__init__("Set the time", "Set", shown.rule.title, parent)
        self._most = (shown.most or _MINUTE) // _MINUTE
        self.minutes = LineField(
            "Minutes", f"1 to {self._most}; Minors Desk's own rule allows no more", most=6
        )
        if shown.set_to is not None:
            self.minutes.set_text(str(shown.set_to // _MINUTE))
        self.add(self.minutes)
        words = "It counts at once, in every open case. It is a station rule, not law."
        self.add(Label(words, wrap=True))
        self.minutes.setFocus()

    def answer(self) -> timedelta | None:
        """The time, or None when it is none."""
        if first_wrong([(self.minutes, self._wrong)]) is not None:
            return None
        return int(self.minutes.text()) * _MINUTE

    def _wrong(self) -> str | None:
        text = self.minutes.text().strip()
        if text.isdecimal() and 1 <= int(text) <= self._most:
            return None
        return f"Write a whole number from 1 to {self._most}."
