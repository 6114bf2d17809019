"""The part of the walk about what is owed: a sign of trafficking, the law behind, the rules."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from minors_desk.ui.dialogs.period_dialog import PeriodDialog
from minors_desk.ui.dialogs.rule_dialogs import OwnRuleDialog, StricterDialog, WaiveRuleDialog
from minors_desk.ui.dialogs.waive_dialog import WaiveDialog
from minors_desk.ui.forms.asked_form import AskedForm
from minors_desk.ui.kit.choice import ChoiceField
from minors_desk.ui.kit.several import SeveralField
from minors_desk.ui.tour.hands import CONTROL, TourStopped
from minors_desk.ui.tour.walk import Walk, question

RULE = "US-TR-01"
STRICTER = "US-IL-10"
"""The report in writing to DCFS: 48 hours by law."""
Key = Qt.Key


class Clocks(Walk):
    """On the page of the child that is open, and back there."""

    def go(self) -> None:
        """Do all of it."""
        self._concern()
        self._sign_of_trafficking()
        self._law()
        self._waive()
        self._rules()

    def _concern(self) -> None:
        """DCFS was told already: the form is read and left."""
        hands = self.hands
        with hands.action("Concern for the child thought over, and left"):
            self.palette("concern")
            form = self.form("Concern for the child")
            what = form.asked["what"]
            for concern in ("left_alone", "no_carer"):
                self.pick_in(what, concern)
            self.choose(form, "how", "seen")
        self.pictures.take("concern")
        hands.press(Key.Key_Escape)
        self.saved()

    def _sign_of_trafficking(self) -> None:
        hands = self.hands
        self.clock.forward(3)
        with hands.action("Sign of trafficking"):
            self.palette("traffick")
            self.asked(AskedForm)
            ask = question(AskedForm)
            signs, how = ask.asked["what"], ask.asked["how"]
            if not isinstance(signs, SeveralField) or not isinstance(how, ChoiceField):
                raise TourStopped("The form is another one", "Report it with the log.")
            for sign in ("wages_taken", "documents_held"):
                hands.click(signs.button(sign))
            hands.click(how.button("child_said"))
            self.enter(ask.when.time)
            hands.press(Key.Key_N)
        self.pictures.take("trafficking-sign")
        with hands.action("Sign of trafficking, saved"):
            hands.press(Key.Key_Return, CONTROL)
            self.saved()

    def _law(self) -> None:
        hands, owed = self.hands, self.session.case.owed
        with hands.action("The law behind a duty"):
            card = next((one for one in owed.cards if one.rule_id == RULE), None)
            if card is None:
                raise TourStopped("The notice to HHS is not owed", "Report it with the log.")
            hands.click(card.law_button)
        self.pictures.take("what-is-owed")
        hands.click(card.law_button)

    def _waive(self) -> None:
        hands = self.hands
        with hands.action("Waiving thought over, and left"):
            self.palette("waived")
            self.asked(WaiveDialog)
        self.pictures.take("waive-duty")
        hands.press(Key.Key_Escape)
        self.saved()

    def _rules(self) -> None:
        hands = self.hands
        with hands.action("Rules in force"):
            hands.press(Key.Key_5)
            self.quiet()
        self.pictures.take("rules")
        with hands.action("A station rule made stricter"):
            hands.press(Key.Key_F)
            hands.type("welfare check")
            hands.press(Key.Key_Tab)
            hands.press(Key.Key_E)
            self.asked(PeriodDialog)
            hands.press(Key.Key_A, CONTROL)
            hands.type("20")
        self.pictures.take("set-the-time")
        with hands.action("A station rule made stricter, saved"):
            hands.press(Key.Key_Return, CONTROL)
            hands.until("the rule", lambda: QApplication.activeModalWidget() is None)
            self.saved()
        self.pictures.take("rule-set")
        self._law_page()
        with hands.action("Back to the case"):
            hands.press(Key.Key_Escape)
            self.quiet()
            hands.press(Key.Key_Return)
            self.quiet()

    def _law_page(self) -> None:
        """What nobody verified, what no program watches; a law made stricter; a waiver let be."""
        hands = self.hands
        with hands.action("Only what nobody has verified"):
            self._find("")
            hands.press(Key.Key_V)
        self.pictures.take("law-not-verified")
        hands.press(Key.Key_V)
        with hands.action("What Minors Desk does not watch"):
            self._find("not watched")
        self.pictures.take("law-not-watched")
        with hands.action("A law made stricter"):
            self._find(STRICTER)
            hands.press(Key.Key_S)
            self.asked(StricterDialog)
            hands.type("1440")
        self.pictures.take("law-stricter")
        with hands.action("A law made stricter, saved"):
            self.save()
        self.pictures.take("law-stricter-set")
        with hands.action("A rule waived by name, thought over and left"):
            self._find(STRICTER)
            hands.press(Key.Key_W)
            self.asked(WaiveRuleDialog)
        self.pictures.take("law-waive")
        hands.press(Key.Key_Escape)
        self.saved()
        with hands.action("A rule of this agency, thought over and left"):
            hands.press(Key.Key_A)
            self.asked(OwnRuleDialog)
        self.pictures.take("law-own-rule")
        hands.press(Key.Key_Escape)
        self.saved()

    def _find(self, words: str) -> None:
        """F, other words in place of those before, and back to the list."""
        self.hands.press(Key.Key_F)
        self.hands.press(Key.Key_A, CONTROL)
        self.hands.press(Key.Key_Delete)
        self.hands.type(words)
        self.hands.press(Key.Key_Tab)
