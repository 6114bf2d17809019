"""The steps of a handoff in one form, and the first: who takes the child over."""

from dataclasses import dataclass
from typing import cast

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QLineEdit, QWidget

from minors_desk.domain.handoff import Handoff, Receiver
from minors_desk.domain.handoff_values import ReceiverKind
from minors_desk.ui.dialogs.form import as_choices, needed
from minors_desk.ui.kit.button import Button, Kind
from minors_desk.ui.kit.choice import ChoiceField
from minors_desk.ui.kit.field import Field, LineField, first_wrong
from minors_desk.ui.kit.section import Section
from minors_desk.ui.kit.spacing import TWO, column, row
from minors_desk.ui.kit.tokens import Tone
from minors_desk.ui.kit.type import Label
from minors_desk.wording.codes import word
from minors_desk.wording.phrases import joined


@dataclass(frozen=True, slots=True, kw_only=True)
class Proposal:
    """What step one answers: to whom, under which authority, and where."""

    receiver: Receiver
    authority: str
    place: str


class Step(Section):
    """Asks with fields, and once it is in the record says so in rows with a button to change it.

    `answered` carries what was asked; `edited` tells that the fields changed.
    """

    answered = Signal(object)
    edited = Signal()

    def __init__(self, heading: str, action: str, change: str) -> None:
        super().__init__(heading, dense=True)
        self._change = Button(change, Kind.PLAIN)
        self.head.addWidget(self._change)
        self.asked = QWidget()
        self.lines = column(self.asked, gap=TWO)
        self.add(self.asked)
        self.action = Button(action, Kind.SECONDARY, "Enter")
        self._foot = QWidget()
        foot = row(self._foot)
        foot.addStretch(1)
        foot.addWidget(self.action)
        self.add(self._foot)
        self._later = Label(tone=Tone.MUTED, wrap=True)
        self._later.hide()
        self.add(self._later)
        self._change.hide()
        self._change.clicked.connect(self.reopen)

    def fold(self, folded: bool) -> None:
        """Show rows instead of fields, or fields instead of rows."""
        self.asked.setVisible(not folded)
        self._foot.setVisible(not folded)
        self._change.setVisible(folded)
        self._later.hide()

    def wait(self, words: str) -> None:
        """Ask nothing yet, and say after what it will."""
        self.fold(True)
        self._change.hide()
        self._later.setText(words)
        self._later.show()

    def reopen(self) -> None:
        """Show the fields again, filled with what stands in the record."""
        self.clear_rows()
        self.fold(False)
        self.first().setFocus()

    def close_step(self) -> None:
        """Nothing can be changed any more."""
        self._change.hide()

    def first(self) -> Field:
        """The field to begin with."""
        raise NotImplementedError

    def submit(self) -> None:
        """Answer, or say at the fields what is wrong."""
        raise NotImplementedError

    def listen(self, *fields: Field) -> None:
        """Hear of changes of these fields, and let Enter in a line answer the step."""
        self.action.clicked.connect(self.submit)
        for field in fields:
            field.changed.connect(self.edited)
            if isinstance(field.control, QLineEdit):
                field.control.returnPressed.connect(self.submit)


class ReceiverStep(Step):
    """Step one; answers a `Proposal`."""

    def __init__(self) -> None:
        super().__init__("1  Who takes the child over", "Propose", "Change")
        self.agency = LineField("Agency")
        self.office = LineField("Office or unit")
        self.person = LineField("Person")
        self.title = LineField("Title")
        self.phone = LineField("Phone")
        self.place = LineField("Place of the handoff")
        self.what = ChoiceField("They are", as_choices("receiver_kind"))
        self.authority = LineField("Authority", "The law, court order or agreement it rests on")
        grid = QGridLayout()
        grid.setHorizontalSpacing(TWO)
        grid.setVerticalSpacing(TWO)
        pairs = ((self.agency, self.office), (self.person, self.title), (self.phone, self.place))
        for line, pair in enumerate(pairs):
            for place, field in enumerate(pair):
                grid.addWidget(field, line, place)
                grid.setColumnStretch(place, 1)
        self.lines.addLayout(grid)
        self.lines.addWidget(self.what)
        self.lines.addWidget(self.authority)
        self.listen(*self.fields().values())

    def fields(self) -> dict[str, Field]:
        """The fields for a draft."""
        return {
            "agency": self.agency,
            "office": self.office,
            "person": self.person,
            "title": self.title,
            "phone": self.phone,
            "place": self.place,
            "what": self.what,
            "authority": self.authority,
        }

    def first(self) -> Field:
        """The field to begin with."""
        return self.agency

    def proposal(self) -> Proposal:
        """What stands in the fields."""
        receiver = Receiver(
            agency=self.agency.text(),
            person=self.person.text(),
            office=self.office.text(),
            title=self.title.text(),
            phone=self.phone.text(),
            what=cast("ReceiverKind | None", self.what.value()),
        )
        return Proposal(receiver=receiver, authority=self.authority.text(), place=self.place.text())

    def differs(self, attempt: Handoff) -> bool:
        """Whether what stands on screen is no longer what was proposed."""
        return self.proposal() != _proposal_of(attempt)

    def fill(self, attempt: Handoff) -> None:
        """Put an attempt's values into the fields."""
        told = _proposal_of(attempt)
        who = told.receiver
        texts = {"agency": who.agency, "office": who.office, "person": who.person}
        texts |= {"title": who.title, "phone": who.phone}
        texts |= {"place": told.place, "authority": told.authority}
        for name, field in self.fields().items():
            if isinstance(field, LineField) and field.text() != texts[name]:
                field.set_text(texts[name])
        self.what.set_value(who.what)

    def show_attempt(self, attempt: Handoff) -> None:
        """Say what was proposed, in rows."""
        self.fill(attempt)
        self.clear_rows()
        who = attempt.receiver
        self.add_row("To", joined(who.person, who.title))
        self.add_row("Agency", joined(who.agency, who.office, who.phone))
        if who.what is not None:
            self.add_row("They are", word("receiver_kind", who.what))
        self.add_row("Authority", attempt.authority)
        self.add_row("Place", attempt.place)
        self.fold(True)

    def submit(self) -> None:
        """Answer a `Proposal`."""
        wrong = first_wrong(
            [
                (self.agency, lambda: needed(self.agency, "Write the agency.")),
                (self.person, lambda: needed(self.person, "Write who came.")),
                (self.place, lambda: needed(self.place, "Write where.")),
                (self.authority, lambda: needed(self.authority, "Write what it rests on.")),
            ]
        )
        if wrong is None:
            self.answered.emit(self.proposal())


def _proposal_of(attempt: Handoff) -> Proposal:
    return Proposal(receiver=attempt.receiver, authority=attempt.authority, place=attempt.place)
