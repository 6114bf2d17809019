"""The second step of a handoff: how we know that it is them, and who saw it with us."""

from typing import cast

from PySide6.QtCore import Qt

from minors_desk.domain.handoff_values import CheckResult, HowChecked, ReceiverCheck
from minors_desk.services.handoff import Checked
from minors_desk.ui.dialogs.form import as_choices, needed
from minors_desk.ui.dialogs.handoff_steps import Step
from minors_desk.ui.editors.second_field import SecondField
from minors_desk.ui.kit.button import Button, Kind
from minors_desk.ui.kit.choice import ChoiceField
from minors_desk.ui.kit.field import LineField, first_wrong
from minors_desk.wording.codes import word
from minors_desk.wording.handoff import called_back, witnessed
from minors_desk.wording.phrases import joined


class CheckStep(Step):
    """Step two; answers a `Checked`."""

    def __init__(self) -> None:
        super().__init__("2  How we know that it is them", "Checked", "Check again")
        self.how = ChoiceField("Checked by", as_choices("how_checked"))
        self.document = LineField("Document and number", "Badge number or card")
        self.called_back = LineField("Who was called back", "Name, and which number of ours")
        self.relation = LineField("What they are to the child", "A private person: and the proof")
        self.address = LineField("Where they live", "Street, number, town")
        self.promise = LineField("What they promised in writing", "As it stands on the paper")
        self.result = ChoiceField("Result", as_choices("check_result"))
        self.witness = SecondField("Who saw it with you")
        self.more = Button("A private person, or a witness", Kind.PLAIN, icon="plus")
        for part in (self.how, self.document, self.called_back, self.result):
            self.lines.addWidget(part)
        self.lines.addWidget(self.more, 0, Qt.AlignmentFlag.AlignLeft)
        for part in (self.relation, self.address, self.promise):
            self.lines.addWidget(part)
        self.lines.addWidget(self.witness)
        self.more.clicked.connect(lambda: self._unfold(unfolded=True))
        self.how.changed.connect(self._look)
        self._unfold(unfolded=False)
        self.listen(self.how, self.document, self.called_back, self.result, *self._private())

    def first(self) -> ChoiceField:
        """The field to begin with."""
        return self.how

    def told(self) -> Checked:
        """What stands in the fields; both choices must be made."""
        return Checked(
            how=cast(HowChecked, self.how.value()),
            result=cast(CheckResult, self.result.value()),
            document=self.document.text(),
            relation=self.relation.text(),
            called_back=self.called_back.text(),
            witness=self.witness.value(),
            address=self.address.text(),
            promise=self.promise.text(),
        )

    def differs(self, check: ReceiverCheck) -> bool:
        """Whether what stands on screen is no longer what was recorded."""
        return self.told() != _told_of(check)

    def ask(self) -> None:
        """Ask for a check of another attempt: what was checked before does not count for it."""
        self.clear_rows()
        self.how.set_value(None)
        self.result.set_value(None)
        lines = (self.document, self.called_back, self.relation, self.address, self.promise)
        for line in lines:
            line.set_text("")
        self.witness.set_value(None)
        self._unfold(unfolded=False)
        self.fold(False)

    def show_check(self, check: ReceiverCheck) -> None:
        """Say how the receiver was checked, in rows."""
        self._fill(_told_of(check))
        self.clear_rows()
        self.add_row("Checked", joined(word("how_checked", check.how), check.document))
        for label, words in (
            ("Relation", check.relation),
            ("Lives at", check.address),
            ("Promised", check.promise),
            ("Called", called_back(check.called_back)),
            ("Witness", "" if check.witness is None else witnessed(check.witness)),
        ):
            if words:
                self.add_row(label, words)
        self.add_row("Result", word("check_result", check.result))
        self.fold(True)

    def submit(self) -> None:
        """Answer a `Checked`."""
        wrong = first_wrong(
            [
                (self.how, lambda: needed(self.how, "Choose how.")),
                (self.result, lambda: needed(self.result, "Choose whether it matches.")),
                (self.witness, self.witness.wrong),
            ]
        )
        if wrong is None:
            self.answered.emit(self.told())

    def _unfold(self, *, unfolded: bool) -> None:
        """What is asked of few receivers is out of the way until it is wanted, or told."""
        self.more.setVisible(not unfolded)
        for part in self._private():
            part.setVisible(unfolded)
        self._look()

    def _private(self) -> tuple[LineField | SecondField, ...]:
        """What is asked of a private person, and who saw the check."""
        return self.relation, self.address, self.promise, self.witness

    def _look(self) -> None:
        told = not self.called_back.is_empty()
        self.called_back.setVisible(told or self.how.value() == "called_back")

    def _fill(self, told: Checked) -> None:
        self.how.set_value(told.how)
        self.result.set_value(told.result)
        self.document.set_text(told.document)
        self.relation.set_text(told.relation)
        self.address.set_text(told.address)
        self.promise.set_text(told.promise)
        self.called_back.set_text(told.called_back)
        self.witness.set_value(told.witness)
        self._unfold(unfolded=bool(told.relation or told.address or told.promise or told.witness))


def _told_of(check: ReceiverCheck) -> Checked:
    return Checked(
        how=check.how,
        result=check.result,
        document=check.document,
        relation=check.relation,
        called_back=check.called_back,
        witness=check.witness,
        address=check.address,
        promise=check.promise,
    )
