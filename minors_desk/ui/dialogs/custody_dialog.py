"""Asks how our custody of a child began."""

from collections.abc import Sequence
from typing import cast

from PySide6.QtWidgets import QWidget

from minors_desk.domain.case import Case
from minors_desk.domain.custody import CustodyBegan, StartEvent
from minors_desk.domain.rulepack import Rule
from minors_desk.ui.dialogs.form import (
    PAIRED,
    AtDesk,
    CaseForm,
    Checks,
    as_choices,
    needed,
)
from minors_desk.ui.dialogs.presence_fields import PresenceFields
from minors_desk.ui.kit.choice import ChoiceField
from minors_desk.ui.kit.field import Field, first_wrong


class CustodyDialog(CaseForm):
    """Answers a `CustodyBegan`."""

    form = "custody_began"
    least_width = PAIRED

    def __init__(
        self, case: Case, at_desk: AtDesk, forbidding: Sequence[Rule], parent: QWidget | None = None
    ) -> None:
        super().__init__("Custody began", "Save", case, at_desk, parent)
        self.starts_from = ChoiceField(
            "The time in custody counts from",
            as_choices("starts_from"),
        )
        self.presence = PresenceFields(forbidding)
        self.presence.watcher.set_text(at_desk.officer)
        self._offered = ""
        for widget in (self.starts_from, self.presence, self.when):
            self.add(widget)
        self.starts_from.changed.connect(self._offer_place)
        self.presence.grew.connect(self.fit_again)
        self.starts_from.setFocus()

    def fields(self) -> dict[str, Field]:
        """The fields for a draft."""
        return {
            "starts_from": self.starts_from,
            **self.presence.fields(),
            **self.when.fields(),
        }

    def answer(self) -> CustodyBegan | None:
        """The entry, or None when a field is wrong."""
        checks: Checks = [(self.starts_from, lambda: needed(self.starts_from, "Choose one."))]
        if first_wrong([*checks, *self.presence.checks(), *self.when.checks()]) is not None:
            return None
        starts_from = cast(StartEvent, self.starts_from.value())
        return CustodyBegan(starts_from=starts_from, **self.presence.said(), **self.when.said())

    def _offer_place(self) -> None:
        """Offer where that event happens: the place of the encounter, or the station."""
        place = self.presence.place
        if not place.is_empty() and place.text() != self._offered:
            return
        met = self.case.encounter
        contact = self.starts_from.value() == "contact" and met is not None
        self._offered = met.place if contact and met is not None else self.at_desk.station
        place.set_text(self._offered)
