"""What came of a call: only the fields that its outcome asks for."""

from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from minors_desk.domain.contacts import Outcome
from minors_desk.domain.retrying import RETRY_AFTER
from minors_desk.ui.dialogs.form import AtDesk, Checks, beside
from minors_desk.ui.kit.button import Button, Kind
from minors_desk.ui.kit.field import Field, LineField
from minors_desk.ui.kit.spacing import TWO, column
from minors_desk.ui.kit.time_field import TimeField
from minors_desk.ui.kit.tokens import TextRole, Tone
from minors_desk.ui.kit.type import Label
from minors_desk.wording.calls import retry_words

AGAIN_MINUTES = RETRY_AFTER // timedelta(minutes=1)
"""How soon a next try is suggested by the button: house practice, as is what is proposed."""
_EVERY = frozenset({"next_try_at", "escalated_to"})
_SPOKEN = _EVERY | {"spoke_with", "spoke_id", "said"}
SHOWN: Mapping[str, frozenset[str]] = {
    "reached": _SPOKEN
    | {"promised", "promised_by", "reference", "call_back", "interpreter", "proof"},
    "voicemail": _EVERY | {"said", "call_back", "proof"},
    "refused": _SPOKEN,
}
"""The fields by outcome; one that is not here asks for a next try and who was told of it."""


class ToldFields(QWidget):
    """The fields by the names they have in the entry. `grew` tells that others came to sight."""

    grew = Signal()

    def __init__(self, at_desk: AtDesk) -> None:
        super().__init__()
        self._now = at_desk.now
        self._outcome = ""
        minimum = "The minimum necessary for them to act"
        self.lines = {
            "spoke_with": LineField("Spoke with"),
            "spoke_id": LineField("Their badge or id"),
            "said": LineField("What was said", minimum),
            "promised": LineField("What was promised"),
            "reference": LineField("Their reference number"),
            "call_back": LineField("Call back on"),
            "interpreter": LineField("Interpreter"),
            "escalated_to": LineField("Passed up to"),
            "proof": LineField("Proof of it"),
        }
        self.times = {
            "promised_by": self._time("By when", at_desk),
            "next_try_at": self._time("Next try", at_desk),
        }
        self.again = Button(f"In {AGAIN_MINUTES} minutes", Kind.SEGMENT, "T")
        self.again.setAccessibleName(f"Next try in {AGAIN_MINUTES} minutes")
        self.again.clicked.connect(self.suggest)
        self.times["next_try_at"].body.addWidget(self.again)
        self.practice = Label("", TextRole.SMALL, tone=Tone.ACCENT, wrap=True)
        self._proposed = ""
        self.times["next_try_at"].body.addWidget(self.practice)
        self.times["next_try_at"].changed.connect(self._show_practice)
        one, at = self.lines, self.times
        lines = column(self, gap=TWO)
        for row in (
            (one["spoke_with"], one["spoke_id"]),
            (one["said"],),
            (one["promised"],),
            (at["promised_by"], at["next_try_at"]),
            (one["reference"], one["call_back"]),
            (one["interpreter"], one["escalated_to"], one["proof"]),
        ):
            lines.addWidget(beside(*row) if len(row) > 1 else row[0])
        self.show_for("")

    def fields(self) -> dict[str, Field]:
        """The fields for a draft."""
        return {**self.lines, **self.times}

    def show_for(self, outcome: str) -> None:
        """Show what this outcome asks for; nothing while there is none."""
        self._outcome = outcome
        names = SHOWN.get(outcome, _EVERY) if outcome else frozenset()
        for name, field in self.fields().items():
            field.setVisible(name in names)
        self.setVisible(bool(names))
        self.grew.emit()

    def propose(self, outcome: Outcome, again: datetime | None) -> None:
        """Write when to try again where nothing else was written; None takes back what was."""
        field = self.times["next_try_at"]
        if "next_try_at" not in self._names():
            return
        if not field.is_empty() and field.text() != self._proposed:
            return
        self._proposed, words = "", ""
        if again is None:
            field.set_text("")
        else:
            field.set_value(again)
            self._proposed, words = field.text(), retry_words(outcome)
        self.practice.setText(words)
        self._show_practice()

    def _show_practice(self) -> None:
        """Say why that time stands there, while it is the one that was proposed."""
        shown = bool(self._proposed) and self.times["next_try_at"].text() == self._proposed
        if self.practice.isHidden() is shown:
            self.practice.setVisible(shown)
            self.grew.emit()

    def suggest(self) -> None:
        """What the key T does: write the next try for all to see."""
        if "next_try_at" in self._names():
            self.times["next_try_at"].set_value(self._now() + timedelta(minutes=AGAIN_MINUTES))
            self.again.setFocus()

    def checks(self, until: datetime | None) -> Checks:
        """What must be right; ``until`` is when the attempt ended, or began (UTC)."""
        names = self._names()
        found: Checks = [
            (field, lambda one=field: one.error() or None)  # type: ignore[misc]
            for name, field in self.times.items()
            if name in names
        ]
        if "promised" in names and not self.times["promised_by"].is_empty():
            found.append((self.lines["promised"], self._promise_wrong))
        if "next_try_at" in names and until is not None:
            found.append((self.times["next_try_at"], lambda: self._next_wrong(until)))
        return found

    def said(self) -> dict[str, Any]:
        """The fields of the entry that are shown."""
        names = self._names()
        told: dict[str, Any] = {
            name: field.text() for name, field in self.lines.items() if name in names
        }
        for name, time in self.times.items():
            typed = time.value() if name in names else None
            told[name] = None if typed is None else typed.instant
        return told

    def _names(self) -> frozenset[str]:
        return SHOWN.get(self._outcome, _EVERY) if self._outcome else frozenset()

    def _promise_wrong(self) -> str | None:
        return "Write what was promised by then." if self.lines["promised"].is_empty() else None

    def _next_wrong(self, until: datetime) -> str | None:
        field = self.times["next_try_at"]
        typed = field.value()
        if typed is not None and typed.instant <= until:
            return "The next try must come after this call."
        return field.error() or None

    @staticmethod
    def _time(label: str, at_desk: AtDesk) -> TimeField:
        return TimeField(label, at_desk.now, at_desk.zone, future=True, precision=False)
