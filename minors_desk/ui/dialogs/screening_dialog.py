"""The medical and welfare screening, paper 8, in five steps; urgent signs come first."""

from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QFrame

from minors_desk.ui.forms.answer_asks import NONE_SEEN
from minors_desk.ui.forms.stepped_form import SteppedForm
from minors_desk.ui.kit.button import Button, Kind
from minors_desk.ui.kit.choice import ChoiceField
from minors_desk.ui.kit.several import SeveralField
from minors_desk.ui.kit.spacing import ONE, TWO, column
from minors_desk.ui.kit.tokens import GRID, TextRole, Tone
from minors_desk.ui.kit.type import Label
from minors_desk.wording.codes import choices

URGENT, DECISION = "signs.urgent", "outcome.decision"
CALL_NOW = "Call an ambulance now"


class ScreeningDialog(SteppedForm):
    """Answers a `MedicallyScreened`.

    An urgent sign writes the time now for all to see, and offers to save at once that an ambulance
    was called; the rest of the sheet can be a screening of its own later.
    """

    least_width = 120 * GRID

    def lay(self) -> None:
        """Below the urgent signs what to do about them, while there are any."""
        super().lay()
        self.urgent, self.decision = self.asked[URGENT], self.asked[DECISION]
        self.alarm = Alarm()
        self.body.insertWidget(self.body.indexOf(self.urgent) + 1, self.alarm)
        self.alarm.hide()

    def furnish(self) -> None:
        """The digits see a sign, E saves that an ambulance was called."""
        self.alarm.save.clicked.connect(self.save_at_once)
        QShortcut(QKeySequence("E"), self).activated.connect(self.save_at_once)
        signs = [code for code, _words in choices("urgent_sign")]
        for key, sign in enumerate((NONE_SEEN, *signs)):
            QShortcut(QKeySequence(str(key)), self).activated.connect(
                lambda sign=sign: self.see(sign)
            )
        self.urgent.changed.connect(self._alarm)

    def see(self, sign: str) -> None:
        """What the digits do in the first step: press a sign, or take it back."""
        if self.step() == 0 and isinstance(self.urgent, SeveralField):
            self.urgent.button(sign).toggle()
            self.urgent.button(sign).setFocus()

    def save_at_once(self) -> None:
        """What the large button does: an ambulance was called, and that is saved now."""
        if self.alarm.isVisible() and isinstance(self.decision, ChoiceField):
            self.decision.set_value("ems_called")
            self.submit()

    def is_urgent(self) -> bool:
        """Whether an urgent sign is chosen."""
        codes = {code for code, _words in choices("urgent_sign")}
        return isinstance(self.urgent, SeveralField) and bool(codes & set(self.urgent.values()))

    def _walked(self) -> None:
        super()._walked()
        self._alarm()

    def _alarm(self) -> None:
        if self.is_urgent():
            self.note_time()
        shown = self.is_urgent() and self.step() == 0
        if shown is self.alarm.isHidden():
            self.alarm.setVisible(shown)
            self.fit_again()


class Alarm(QFrame):
    """The loudest thing of the program: a sign of danger to life, and the one thing to do."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("notice")
        self.setProperty("tone", Tone.RED.value)
        self.setAccessibleName(CALL_NOW)
        lines = column(self, gap=ONE)
        lines.setContentsMargins(TWO, TWO, TWO, TWO)
        lines.addWidget(Label(CALL_NOW, TextRole.DISPLAY, Tone.RED, wrap=True))
        words = "Then save at once that it was called. The rest of the sheet can come later."
        lines.addWidget(Label(words, wrap=True))
        self.save = Button("Ambulance called: save now", Kind.PRIMARY, "E", "warning")
        lines.addWidget(self.save)
