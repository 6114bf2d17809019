"""The first handoff of the night: refused at the door; the girl stays ours."""

from PySide6.QtCore import Qt

from minors_desk.ui.dialogs.handoff_dialog import HandoffDialog
from minors_desk.ui.tour.walk import Walk, question

Key = Qt.Key


class Refused(Walk):
    """Begins and ends on the page of the girl."""

    def go(self) -> None:
        """Propose it, and write down that the receiver says no."""
        hands = self.hands
        self.look_in("the girl and her brother")
        self.clock.forward(9)
        with hands.action("First handoff proposed"):
            hands.press(Key.Key_H)
            self.asked(HandoffDialog)
            ask = question(HandoffDialog)
            step = ask.receiver
            self.fill(step.agency, "Night shelter, Halsted")
            self.fill(step.person, "P. Novak")
            self.fill(step.place, "Front desk")
            self.fill(step.authority, "Agreement with the county")
            hands.press(Key.Key_Return)
            hands.until("the proposal", lambda: ask.attempt() is not None)
            self.quiet()
        with hands.action("Refused at the door"):
            hands.click(ask.stop)
            stop = self.form("Not handed over")
            hands.press(Key.Key_1)
            self.choose(stop, "by", "receiver")
            self.choose(stop, "reason", "no_space")
            self.fill(stop.asked["detail"], "All beds taken since midnight")
        self.pictures.take("not-handed-over")
        with hands.action("Refused, saved"):
            self.save()
        self.pictures.take("case-refused-at-the-door")
