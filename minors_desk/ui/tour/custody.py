"""Custody in the walk: relieved, locked in place, driven, left without leave, back, refused."""

from PySide6.QtCore import Qt

from minors_desk.ui.dialogs.handoff_dialog import HandoffDialog
from minors_desk.ui.tour.first_night import Walk, question
from minors_desk.ui.tour.hands import CONTROL

Key = Qt.Key


class CustodyWhole(Walk):
    """From the relief of the watch to a handoff that is refused at the door; on the case page."""

    def go(self) -> None:
        """Do all of it."""
        self._relieve()
        self._lock_in_place()
        self._drive()
        self._leave_and_come_back()
        self._refused_at_the_door()

    def _relieve(self) -> None:
        hands = self.hands
        self.clock.forward(5)
        with hands.action("Watch relieved"):
            hands.press(Key.Key_R)
            ask = self.form("Watch relieved")
            self.enter(ask.asked["watched_by"])
            hands.press(Key.Key_A, CONTROL)
            hands.type("Ofc. Ames 2210")
            self.now(ask)
            self.save()

    def _lock_in_place(self) -> None:
        """L twice: cuffed where she sits, and loose again."""
        hands = self.hands
        self.clock.forward(3)
        with hands.action("Cuffed to an object"):
            hands.press(Key.Key_L)
            ask = self.form("Locked or unlocked")
            hands.press(Key.Key_1)
            self.choose(ask, "object", "cuffed_to_object")
            self.fill(ask.asked["reason"], "Kicked at the officer")
        self.pictures.take("locked-in-place")
        with hands.action("Cuffed, saved"):
            self.save()
        self.clock.forward(4)
        with hands.action("Let loose"):
            hands.press(Key.Key_L)
            self.form("Locked or unlocked")
            hands.press(Key.Key_2)
            self.save()

    def _drive(self) -> None:
        """T twice: to a hospital, and there."""
        hands = self.hands
        self.clock.forward(6)
        with hands.action("Left by transport"):
            hands.press(Key.Key_T)
            ask = self.form("Left by transport")
            self.choose(ask, "purpose", "hospital")
            self.fill(ask.asked["to_place"], "Stroger Hospital")
            self.fill(ask.asked["vehicle"], "Unit 1204")
            self.fill(ask.asked["escorts"], "Ofc. Ames, 2210")
            self.fill(ask.asked["odometer_tenths"], "48210.4")
            self.choose(ask, "same_sex_escort", "yes")
            self.choose(ask, "secure", "no")
            self.now(ask)
        self.pictures.take("left-by-transport")
        with hands.action("Left, saved"):
            self.save()
        self.clock.forward(7)
        self.session.ticker.ticked.emit()
        self.pictures.take("case-on-the-way")
        with hands.action("Arrived"):
            hands.press(Key.Key_T)
            ask = self.form("Arrived")
            hands.type("Emergency, bay 4")
            self.choose(ask, "secure", "no")
            self.fill(ask.asked["odometer_tenths"], "48213.1")
            self.now(ask)
        self.pictures.take("arrived")
        with hands.action("Arrived, saved"):
            self.save()

    def _leave_and_come_back(self) -> None:
        """E: she left without leave; B: a patrol brought her back."""
        hands = self.hands
        self.clock.forward(22)
        with hands.action("Left without leave"):
            hands.press(Key.Key_E)
            ask = self.form("Custody ended otherwise")
            self.choose(ask, "reason", "left_without_leave")
            self.fill(ask.asked["detail"], "Walked out while the nurse was called away")
            self.now(ask)
        self.pictures.take("ended-otherwise")
        with hands.action("Left without leave, saved"):
            self.save()
        self.clock.forward(18)
        self.session.ticker.ticked.emit()
        self.pictures.take("case-missing")
        with hands.action("Back to the board: missing"):
            hands.press(Key.Key_Escape)
            self.quiet()
        self.pictures.take("board-missing")
        with hands.action("Custody began again"):
            hands.press(Key.Key_B)
            ask = self.form("Custody began again")
            hands.type("Interview room 2")
            self.choose(ask, "secure", "no")
            self.now(ask)
        self.pictures.take("custody-began-again")
        with hands.action("Custody began again, saved"):
            self.save()
            hands.press(Key.Key_Return)
            self.quiet()
        self.pictures.take("case-came-back")

    def _refused_at_the_door(self) -> None:
        """H, and the shelter says no: the child stays ours."""
        hands = self.hands
        self.clock.forward(20)
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
