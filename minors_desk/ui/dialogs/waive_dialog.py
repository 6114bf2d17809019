"""Asks a supervisor which open duty is owed no longer, and why; it is not marked as met."""

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from minors_desk.domain.case import Case
from minors_desk.domain.closing import DutyWaived
from minors_desk.domain.duties import DutyClock
from minors_desk.ui.dialogs.form import AtDesk, CaseForm, Checks, needed
from minors_desk.ui.kit.choice import Choice, ChoiceField
from minors_desk.ui.kit.field import Field, TextField, first_wrong


class WaiveDialog(CaseForm):
    """Answers a `DutyWaived` of one of the rules that something is open of."""

    form = "duty_waived"

    def __init__(
        self,
        case: Case,
        owed: Sequence[DutyClock],
        at_desk: AtDesk,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__("Waive a duty", "Waive", case, at_desk, parent)
        titles = {one.rule.id: one.rule.title for one in owed}
        self.rule = ChoiceField(
            "Which duty", [Choice(rule_id, title) for rule_id, title in titles.items()]
        )
        self.reason = TextField("Why it is owed no longer", "A judge may read it", rows=2)
        for widget in (self.rule, self.reason, self.when):
            self.add(widget)
        self.rule.setFocus()

    def fields(self) -> dict[str, Field]:
        """The fields for a draft."""
        return {"rule": self.rule, "reason": self.reason, **self.when.fields()}

    def answer(self) -> DutyWaived | None:
        """The entry, or None when a field is wrong."""
        checks: Checks = [
            (self.rule, lambda: needed(self.rule, "Choose the duty.")),
            (self.reason, lambda: needed(self.reason, "Write why it is owed no longer.")),
        ]
        if first_wrong([*checks, *self.when.checks()]) is not None:
            return None
        return DutyWaived(
            rule_id=self.rule.value() or "", reason=self.reason.text(), **self.when.said()
        )
