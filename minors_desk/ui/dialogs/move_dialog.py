"""Asks where a child was brought to, or whether the room was locked or unlocked."""

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from minors_desk.domain.case import Case
from minors_desk.domain.custody import Moved
from minors_desk.domain.rulepack import Rule
from minors_desk.ui.dialogs.form import PAIRED, AtDesk, CaseForm
from minors_desk.ui.dialogs.presence_fields import PresenceFields
from minors_desk.ui.kit.field import Field, first_wrong


class MoveDialog(CaseForm):
    """Answers a `Moved`; begins with what holds now, except the room and the lock."""

    form = "moved"
    least_width = PAIRED

    def __init__(
        self, case: Case, at_desk: AtDesk, forbidding: Sequence[Rule], parent: QWidget | None = None
    ) -> None:
        super().__init__("Moved", "Save", case, at_desk, parent)
        self.presence = PresenceFields(forbidding)
        now = case.presence
        self.presence.place.set_text(at_desk.station if now is None else now.place)
        self.presence.watcher.set_text(at_desk.officer if now is None else now.watched_by)
        if now is not None and now.room:
            self.presence.room.set_hint(f"until now: {now.room[:60]}")
        self.add(self.presence)
        self.add(self.when)
        self.presence.grew.connect(self.fit_again)
        self.presence.room.setFocus()

    def fields(self) -> dict[str, Field]:
        """The fields for a draft."""
        return {**self.presence.fields(), **self.when.fields()}

    def answer(self) -> Moved | None:
        """The entry, or None when a field is wrong."""
        if first_wrong([*self.presence.checks(), *self.when.checks()]) is not None:
            return None
        return Moved(**self.presence.said(), **self.when.said())
