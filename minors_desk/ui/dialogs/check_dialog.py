"""Asks what was seen of a child at a welfare check; with the keys 1 to 4 it takes three presses."""

from typing import cast

from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from minors_desk.domain.care import Condition, WelfareChecked
from minors_desk.domain.case import Case
from minors_desk.ui.dialogs.form import AtDesk, CaseForm, Checks, needed
from minors_desk.ui.kit.choice import Choice, ChoiceField
from minors_desk.ui.kit.field import Field, TextField, first_wrong
from minors_desk.wording.codes import choices


class CheckDialog(CaseForm):
    """Answers a `WelfareChecked`."""

    form = "welfare_checked"

    def __init__(self, case: Case, at_desk: AtDesk, parent: QWidget | None = None) -> None:
        super().__init__("Welfare check", "Save", case, at_desk, parent)
        offered = choices("condition")
        self.condition = ChoiceField(
            "What you see",
            [Choice(code, f"{key}  {words}") for key, (code, words) in enumerate(offered, start=1)],
            "The keys 1 to 4 choose, and write the time now while there is none",
        )
        self.note = TextField("Note", rows=2)
        for widget in (self.condition, self.note, self.when):
            self.add(widget)
        for key, (code, _words) in enumerate(offered, start=1):
            shortcut = QShortcut(QKeySequence(str(key)), self)
            shortcut.activated.connect(lambda chosen=code: self.see(chosen))
        self.condition.setFocus()

    def see(self, condition: str) -> None:
        """What the keys 1 to 4 do: choose, and write "now" for all to see if no time stands there.

        The focus stays where it was, so that the next key is still one of these.
        """
        self.condition.set_value(condition)
        if self.when.time.is_empty():
            self.when.time.write_now()
            self.condition.button(condition).setFocus()

    def fields(self) -> dict[str, Field]:
        """The fields for a draft."""
        return {"condition": self.condition, "note": self.note, **self.when.fields()}

    def answer(self) -> WelfareChecked | None:
        """The entry, or None when a field is wrong."""
        checks: Checks = [
            (self.condition, lambda: needed(self.condition, "Choose what you see.")),
            (self.note, lambda: self.note.error() or None),
        ]
        if first_wrong([*checks, *self.when.checks()]) is not None:
            return None
        condition = cast(Condition, self.condition.value())
        return WelfareChecked(condition=condition, note=self.note.text(), **self.when.said())
