"""Asks for the present passphrase and for another of one's own, typed twice."""

from collections.abc import Callable

from PySide6.QtWidgets import QDialog, QWidget

from minors_desk.domain.changes import Changes
from minors_desk.services import people
from minors_desk.ui.kit.dialog import Ask
from minors_desk.ui.kit.field import PassphraseField, first_wrong
from minors_desk.ui.views.page import Lanes

RULE = "15 characters or more: four words that do not belong together"


class PassphraseDialog(Ask):
    """Answers (present, new)."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(
            "Change your passphrase",
            "Change it",
            "What you signed stays yours; only the way in changes.",
            parent,
        )
        self.fields = PassphraseFields("Your passphrase now")
        for field in self.fields.all():
            self.add(field)
        self.fields.old.setFocus()

    def answer(self) -> tuple[str, str] | None:
        """Both passphrases, or None when a field is wrong."""
        return self.fields.read()


class PassphraseFields:
    """The three fields, and what must be right about them."""

    def __init__(self, old: str) -> None:
        self.old = PassphraseField(old)
        self.new = PassphraseField("New passphrase", RULE)
        self.again = PassphraseField("The same again")

    def all(self) -> tuple[PassphraseField, PassphraseField, PassphraseField]:
        """In their order."""
        return self.old, self.new, self.again

    def read(self) -> tuple[str, str] | None:
        """(old, new), or None after showing in place what is wrong."""
        wrong = first_wrong(
            [
                (self.old, lambda: None if self.old.text() else "Write it."),
                (self.new, lambda: None if self.new.text() else "Write a new one."),
                (self.again, self._differs),
            ]
        )
        return None if wrong is not None else (self.old.text(), self.new.text())

    def _differs(self) -> str | None:
        same = self.again.text() == self.new.text()
        return None if same else "This is not the same. Type both again."


def ask_for_passphrase(parent: QWidget, lanes: Lanes, opened: Callable[[QDialog], None]) -> None:
    """Open the question and change the passphrase on the record lane."""
    desk, tasks, bus = lanes
    ask = PassphraseDialog(parent)

    def done(changes: Changes) -> None:
        bus.publish(changes)
        ask.accept()

    def save(answer: tuple[str, str]) -> None:
        tasks.on_record(ask, lambda: people.change_passphrase(desk, *answer), done, ask.fail)

    ask.answered.connect(save)
    opened(ask)
    ask.open()
