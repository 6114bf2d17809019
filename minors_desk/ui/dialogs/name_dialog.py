"""Asks for a name that a child was said to have; it stands beside others, it replaces none."""

from typing import cast

from PySide6.QtWidgets import QWidget

from minors_desk.domain.case import Case
from minors_desk.domain.facts import Certainty, FactTold, Source
from minors_desk.domain.values import NameKind, PersonName
from minors_desk.ui.dialogs.form import (
    PAIRED,
    AtDesk,
    CaseForm,
    Checks,
    as_choices,
    beside,
    needed,
)
from minors_desk.ui.kit.choice import ChoiceField
from minors_desk.ui.kit.field import Field, LineField, first_wrong


class NameDialog(CaseForm):
    """Answers a `FactTold` about the name."""

    form = "fact_told"
    least_width = PAIRED

    def __init__(self, case: Case, at_desk: AtDesk, parent: QWidget | None = None) -> None:
        super().__init__("Name told", "Save", case, at_desk, parent)
        self.name = LineField("Name as said or written", "Exactly so, all of it")
        self.script = LineField("In the child's own script", "If somebody wrote it")
        self.kind = ChoiceField("Which name", as_choices("name_kind"))
        self.source = ChoiceField("How we know", as_choices("source"))
        self.certainty = ChoiceField("How sure", as_choices("certainty"))
        self.kind.set_value("usual")
        for pair in ((self.name, self.script), (self.kind, self.certainty)):
            self.add(beside(*pair))
        for widget in (self.source, self.when):
            self.add(widget)
        self.name.setFocus()

    def fields(self) -> dict[str, Field]:
        """The fields for a draft."""
        return {
            "name": self.name,
            "script": self.script,
            "name_kind": self.kind,
            "source": self.source,
            "certainty": self.certainty,
            **self.when.fields(),
        }

    def answer(self) -> FactTold | None:
        """The entry, or None when a field is wrong."""
        checks: Checks = [
            (self.name, lambda: needed(self.name, "Write the name.")),
            (self.certainty, lambda: needed(self.certainty, "Choose how sure it is.")),
            (self.source, lambda: needed(self.source, "Choose how we know.")),
        ]
        if first_wrong([*checks, *self.when.checks()]) is not None:
            return None
        name = PersonName(
            as_said=self.name.text(),
            own_script=self.script.text(),
            name_kind=cast(NameKind, self.kind.value() or "usual"),
        )
        return FactTold(
            fact="name",
            value=name,
            source=cast(Source, self.source.value()),
            certainty=cast(Certainty, self.certainty.value()),
            **self.when.said(),
        )
