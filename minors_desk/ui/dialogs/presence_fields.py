"""Where the child is: place, room, locked or not, and who watches; with the law about locks."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from minors_desk.domain.rulepack import Rule
from minors_desk.ui.dialogs.form import Checks, beside, needed
from minors_desk.ui.kit.choice import Choice, ChoiceField
from minors_desk.ui.kit.field import Field, LineField
from minors_desk.ui.kit.notice import Notice
from minors_desk.ui.kit.spacing import TWO, column
from minors_desk.ui.kit.tokens import Tone
from minors_desk.wording.phrases import lock_words

LOCKED, OPEN = "locked", "not_locked"


class PresenceFields(QWidget):
    """The fields that *custody began* and *moved* share.

    `forbidding` are the rules that forbid to lock this child up: choosing *locked* names them in
    place. It does not block: what happened is recorded (CONTRACT 2.5). `grew`: fields came or went.
    """

    grew = Signal()

    def __init__(self, forbidding: Sequence[Rule]) -> None:
        super().__init__()
        self._forbidding = tuple(forbidding)
        self.place = LineField("Place")
        self.room = LineField("Room")
        self.lock = ChoiceField(
            "The door",
            (Choice(OPEN, _first(lock_words(False))), Choice(LOCKED, _first(lock_words(True)))),
        )
        self.reason = LineField("Why it is locked")
        self.watcher = LineField("Watched by")
        self.law = Notice()
        lines = column(self, gap=TWO)
        for widget in (
            beside(self.place, self.room),
            beside(self.lock, self.watcher),
            self.law,
            self.reason,
        ):
            lines.addWidget(widget)
        self.reason.hide()
        self.lock.changed.connect(self._locked)

    def fields(self) -> dict[str, Field]:
        """The fields for a draft."""
        return {
            "place": self.place,
            "room": self.room,
            "lock": self.lock,
            "reason": self.reason,
            "watcher": self.watcher,
        }

    def checks(self) -> Checks:
        """What must be right before the form can be answered."""
        return [
            (self.place, lambda: needed(self.place, "Write the building or address.")),
            (self.lock, lambda: needed(self.lock, "Choose whether the door is locked.")),
            (self.watcher, lambda: needed(self.watcher, "Write who watches the child.")),
        ]

    def said(self) -> dict[str, Any]:
        """The fields of a body."""
        secure = self.lock.value() == LOCKED
        return {
            "place": self.place.text(),
            "room": self.room.text(),
            "secure": secure,
            "secure_reason": self.reason.text() if secure else "",
            "watched_by": self.watcher.text(),
        }

    def _locked(self) -> None:
        secure = self.lock.value() == LOCKED
        self.reason.setVisible(secure)
        if secure and self._forbidding:
            rule = self._forbidding[0]
            named = "; ".join(f"{one.citation} ({one.id})" for one in self._forbidding)
            hint = f"{named}. If it happened, save it: it will stand as a finding"
            self.law.show_words(Tone.AMBER, rule.title, hint, icon="warning")
        else:
            self.law.say_nothing()
        self.grew.emit()


def _first(words: str) -> str:
    return words[:1].upper() + words[1:]
