"""Asks why an entry counts no longer; it stays readable, struck through."""

from PySide6.QtWidgets import QWidget

from minors_desk.domain.alter import Withdrawn
from minors_desk.domain.case import LogLine
from minors_desk.ui.dialogs.form import AtDesk
from minors_desk.ui.kit.dialog import Ask
from minors_desk.ui.kit.field import Field, TextField, first_wrong
from minors_desk.ui.kit.type import LongText
from minors_desk.wording.phrases import joined
from minors_desk.wording.sentences import heading, sentence
from minors_desk.wording.times import exactly


class WithdrawDialog(Ask):
    """Answers a `Withdrawn`; its draft belongs to the one entry."""

    def __init__(
        self, line: LogLine, at_desk: AtDesk, zone: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(
            "Withdraw this entry",
            "Withdraw",
            "It counts no longer. It stays in the log, struck through, with your reason.",
            parent,
        )
        self.form = f"withdrawn {line.entry.id}"
        self._target, self._now = line.entry.id, at_desk.now
        body = line.counts if line.counts is not None else line.entry.body
        when = getattr(body, "occurred_at", line.entry.recorded_at)
        told = joined(
            exactly(when, getattr(body, "precision", "minute"), zone), heading(line.entry)
        )
        self.add(LongText(f"{told}\n{sentence(body)}"))
        self.reason = TextField("Reason", "A judge may read it", rows=2)
        self.add(self.reason)
        self.reason.setFocus()

    def fields(self) -> dict[str, Field]:
        """The fields for a draft."""
        return {"reason": self.reason}

    def answer(self) -> Withdrawn | None:
        """The entry, or None when there is no reason."""
        if first_wrong([(self.reason, self._wrong)]) is not None:
            return None
        return Withdrawn(occurred_at=self._now(), target=self._target, reason=self.reason.text())

    def _wrong(self) -> str | None:
        if self.reason.is_empty():
            return "Write why this entry counts no longer."
        return self.reason.error() or None
