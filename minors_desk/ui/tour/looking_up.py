"""Looking up: a case found by a name typed without its accents, and how well the record is kept."""

from PySide6.QtCore import Qt

from minors_desk.ui.tour.hands import CONTROL
from minors_desk.ui.tour.walk import Walk

Key = Qt.Key


class LookingUp(Walk):
    """Begins and ends on the board."""

    def go(self) -> None:
        """Do both."""
        hands = self.hands
        with hands.action("Found by a name"):
            hands.press(Key.Key_F, CONTROL)
            hands.type("pop lucia")
            hands.until("what is found", lambda: not self.window.tasks.busy())
            hands.rest()
            self.quiet()
        self.pictures.take("find")
        with hands.action("Record health"):
            hands.press(Key.Key_Escape, times=2)
            self.quiet()
            hands.press(Key.Key_9)
            self.quiet()
        self.pictures.take("record-health")
        with hands.action("Back to the board from the record"):
            hands.press(Key.Key_1)
            self.quiet()
