"""The calls of the night: an agency that does not answer at first, then does; its number; ours."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from minors_desk.ui.dialogs.call_dialog import CallDialog
from minors_desk.ui.dialogs.line_dialog import LineDialog
from minors_desk.ui.forms.asked_form import AskedForm
from minors_desk.ui.tour.hands import CONTROL, TourStopped
from minors_desk.ui.tour.walk import Walk, question

SHIFT = Qt.KeyboardModifier.ShiftModifier
Key = Qt.Key


class Calling(Walk):
    """On the page of the child: called in vain, called again, a number given, the directory."""

    def go(self) -> None:
        """Do all of it, and come back to the page of the child."""
        self._in_vain()
        self._why()
        self._again()
        self.look_in("the girl and her brother")
        self._number()
        self._directory()

    def _in_vain(self) -> None:
        """C, DCFS found by typing, S 2 T: nobody answers; the next try in a quarter of an hour."""
        hands = self.hands
        self.clock.forward(2)
        with hands.action("Call: whom"):
            hands.press(Key.Key_C)
            self.asked(CallDialog)
            hands.press(Key.Key_F)
            hands.type("DCFS")
            hands.press(Key.Key_Return)
        self.pictures.take("call-whom")
        with hands.action("Call: nobody answers, try again"):
            hands.press(Key.Key_S)
            self.clock.forward(1)
            hands.press(Key.Key_2)
            hands.press(Key.Key_T)
        self.pictures.take("call-no-answer")
        with hands.action("Call, saved"):
            hands.press(Key.Key_Return, CONTROL)
            self.saved()
        self.clock.forward(16)
        self.session.ticker.ticked.emit()
        self.pictures.take("case-to-call-again")

    def _why(self) -> None:
        """The check was late: the button at it asks why."""
        hands, owed = self.hands, self.session.case.owed
        late = next((one for one in owed.cards if one.is_late()), None)
        if late is None:
            raise TourStopped("Nothing is late", "Report it with the log.")
        with hands.action("Why a limit was passed"):
            hands.click(late.why_button)
            ask = self.form("Why a limit was passed")
            hands.type("Alone at the desk, a fight in the lobby")
            self.now(ask)
        self.pictures.take("why-it-is-late")
        with hands.action("Why a limit was passed, saved"):
            self.save()
        self.pictures.take("case-late-explained")

    def _again(self) -> None:
        """Shift+C S 1: the same agency answers and promises to come."""
        hands = self.hands
        with hands.action("Call again: reached, promise and number"):
            hands.press(Key.Key_C, SHIFT)
            self.asked(CallDialog)
            ask = question(CallDialog)
            hands.press(Key.Key_S)
            self.clock.forward(6)
            hands.press(Key.Key_E)
            hands.press(Key.Key_1)
            hands.type("S. Okafor")
            lines, times = ask.told.lines, ask.told.times
            self.fill(lines["spoke_id"], "id 20931")
            self.fill(lines["said"], "Girl of 8 and brother of 5, no adult, not hurt")
            self.fill(lines["promised"], "A worker comes to the station")
            self.fill(times["promised_by"], "06:30")
            self.fill(lines["reference"], "SCR 77-1042")
        self.pictures.take("call-reached")
        with hands.action("Call again, saved"):
            hands.press(Key.Key_Return, CONTROL)
            self.saved()

    def _number(self) -> None:
        """K: the number that the search of the missing-child records was given."""
        hands = self.hands
        self.clock.forward(3)
        with hands.action("Reference number"):
            hands.press(Key.Key_K)
            self.asked(AskedForm)
            ask = question(AskedForm)
            hands.press(Key.Key_1)
            self.fill(ask.asked["number"], "M 4711 2093")
            self.fill(ask.asked["note"], "Searched, no hit")
        self.pictures.take("reference-number")
        with hands.action("Reference number, saved"):
            hands.press(Key.Key_Return, CONTROL)
            self.saved()
        self.pictures.take("case-contacts")

    def _directory(self) -> None:
        """3 E: the agency's own number in place of one that nobody verified."""
        hands = self.hands
        with hands.action("Directory"):
            hands.press(Key.Key_3)
            self.quiet()
        self.pictures.take("directory")
        with hands.action("Directory: our own number set"):
            hands.press(Key.Key_E)
            self.asked(LineDialog)
            ask = question(LineDialog)
            hands.type("312 555 0100")
            self.fill(ask.note, "From the watch commander's list")
            hands.press(Key.Key_Return, CONTROL)
            hands.until("the save", lambda: QApplication.activeModalWidget() is None)
            self.quiet()
        self.pictures.take("directory-our-own")
        with hands.action("Back to the case"):
            hands.press(Key.Key_Escape)
            self.quiet()
            hands.press(Key.Key_Return)
            self.quiet()
