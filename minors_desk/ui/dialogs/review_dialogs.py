"""The two decisions on a case: approved with a note, or returned with what has to be put right."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from zoneinfo import ZoneInfo

from PySide6.QtWidgets import QWidget

from minors_desk.domain.findings import ReviewFinding
from minors_desk.domain.reviewing import ReturnReason
from minors_desk.ui.dialogs.form import PAIRED
from minors_desk.ui.kit.choice import Choice
from minors_desk.ui.kit.dialog import Ask
from minors_desk.ui.kit.field import TextField, first_wrong
from minors_desk.ui.kit.ticks import TicksField
from minors_desk.ui.kit.time_field import TimeField
from minors_desk.wording.reviewing import finding_words

MOST_OFFERED = 40


class ApproveDialog(Ask):
    """Answers the note, which may be empty."""

    def __init__(self, number: str, findings: int, parent: QWidget | None = None) -> None:
        seen = "Nothing was found."
        if findings:
            seen = f"You have seen {findings} finding{'' if findings == 1 else 's'}."
        super().__init__(
            f"Approve {number}",
            "Approve",
            f"{seen} What is entered after this puts the case back in the queue.",
            parent,
        )
        self.note = TextField("Note", "May stay empty", rows=2)
        self.add(self.note)
        self.note.setFocus()

    def answer(self) -> str | None:
        """The note."""
        if first_wrong([(self.note, lambda: self.note.error() or None)]) is not None:
            return None
        return self.note.text().strip()


@dataclass(frozen=True, slots=True)
class Returned:
    """What the return dialog answers."""

    reasons: tuple[ReturnReason, ...]
    due_at: datetime | None


class ReturnDialog(Ask):
    """Answers a `Returned`: findings ticked, words of one's own, and by when."""

    least_width = PAIRED

    def __init__(
        self,
        number: str,
        findings: Sequence[ReviewFinding],
        now: Callable[[], datetime],
        zone: ZoneInfo,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(
            f"Return {number}",
            "Return it",
            "Who wrote in the case sees this on the board and on the page of the case.",
            parent,
        )
        self._findings = tuple(findings)[:MOST_OFFERED]
        choices = [
            Choice(str(place), finding_words(one)) for place, one in enumerate(self._findings)
        ]
        self.ticks = TicksField("What has to be put right", choices)
        self.words = TextField("In your own words", rows=2)
        self.due = TimeField("By when", now, zone, future=True, precision=False)
        self.ticks.setVisible(bool(choices))
        for field in (self.ticks, self.words, self.due):
            self.add(field)
        (self.ticks if choices else self.words).setFocus()

    def answer(self) -> Returned | None:
        """The decision, or None when nothing says what to put right."""
        checks = [(self.words, self._wrong), (self.due, lambda: self.due.error() or None)]
        if first_wrong(checks) is not None:
            return None
        typed = self.due.value()
        return Returned(self._reasons(), None if typed is None else typed.instant)

    def _reasons(self) -> tuple[ReturnReason, ...]:
        ticked = (self._findings[int(place)] for place in self.ticks.values())
        found = [
            ReturnReason(words=finding_words(one), finding=one.code, entries=one.entries)
            for one in ticked
        ]
        own = self.words.text().strip()
        return (*found, ReturnReason(words=own)) if own else tuple(found)

    def _wrong(self) -> str | None:
        if not self._reasons():
            return "Say what has to be put right."
        return self.words.error() or None
