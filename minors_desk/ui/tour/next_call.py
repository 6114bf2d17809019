"""The next call: on the page of the child, in the form, and who refers a child to ORR."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from minors_desk.ui.dialogs.call_dialog import CallDialog
from minors_desk.ui.tour.hands import TourStopped
from minors_desk.ui.tour.walk import Walk, question

Key = Qt.Key


class NextCall(Walk):
    """On the page of the child: C opens on whom to ring; ORR is looked for, and not rung."""

    def go(self) -> None:
        """Do all of it, and come back to the page of the child."""
        hands = self.hands
        first = self.session.case.next_call
        if first.isHidden():
            raise TourStopped("Nobody is to be rung", "Report it with the log.")
        with hands.action("Call: who is next, and what to say"):
            hands.press(Key.Key_C)
            self.asked(CallDialog)
        ask = question(CallDialog)
        if ask.party.number_shown.text() != first.number.text():
            raise TourStopped("The call is not with whom the page named", "Report it with the log.")
        self.pictures.take("call-next")
        with hands.action("Call: who refers a child to ORR"):
            hands.press(Key.Key_F)
            hands.type("ORR Intakes")
            hands.press(Key.Key_Return)
        self.pictures.take("call-not-orr")
        with hands.action("Call, closed"):
            hands.press(Key.Key_Escape)
            hands.until("the page", lambda: QApplication.activeModalWidget() is None)
            self.quiet()
            hands.in_front(self.window)
