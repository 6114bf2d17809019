"""The siblings of the girl: the baby is driven to a hospital, the children are parted for that."""

from PySide6.QtCore import Qt

from minors_desk.ui.forms.asked_form import AskedForm
from minors_desk.ui.tour.walk import Walk, question

Key = Qt.Key


class Siblings(Walk):
    """From the page of the girl round to her brother, the baby, and back."""

    def go(self) -> None:
        """Do all of it; begins and ends on the page of the girl."""
        self._next("Next of the siblings: the brother")
        self.pictures.take("case-of-the-brother")
        self._next("Next of the siblings: the baby")
        self.look_in("all three")
        self._drive()
        self._next("Next of the siblings: the girl")
        self._parted()

    def _next(self, action: str) -> None:
        with self.hands.action(action):
            self.hands.press(Key.Key_O)
            self.quiet()

    def _drive(self) -> None:
        """T twice: to a hospital, and there."""
        hands = self.hands
        self.clock.forward(6)
        with hands.action("Left by transport"):
            hands.press(Key.Key_T)
            ask = self.form("Left by transport")
            self.choose(ask, "purpose", "hospital")
            self.fill(ask.asked["to_place"], "Children's Hospital")
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

    def _parted(self) -> None:
        """Q: the girl and the baby are parted, and why."""
        hands = self.hands
        with hands.action("Parted from the baby"):
            hands.press(Key.Key_Q)
            self.asked(AskedForm)
            ask = question(AskedForm)
            hands.type("14 months")
            hands.choose_offered()
            self.pick(ask, "what", "parted")
            self.fill(ask.asked["reason"], "The baby has a fever; the girl waits for DCFS here")
            self.fill(ask.asked["where_other"], "Children's Hospital")
            self.now(ask)
        self.pictures.take("companions-parted")
        with hands.action("Parted, saved"):
            self.save()
        self.pictures.take("case-family")
        with hands.action("Back to the board"):
            self.board()
        self.pictures.take("board-with-siblings")
        self.open_child(lambda card: card.name is not None)
