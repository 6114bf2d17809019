"""The night begins: a record is made, an unnamed girl and her two siblings are met and taken in."""

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QWidget

from minors_desk.ui.tour.hands import CONTROL, TourStopped
from minors_desk.ui.tour.walk import Walk
from minors_desk.ui.views.recovery_step import ASKED_FOR

LOGIN, PASSPHRASE = "rivera", "copper kettle winter orchard"
_GROUP = 5
Key = Qt.Key


class FirstNight(Walk):
    """From the first start to the first look at three children in custody."""

    def go(self, record: Path) -> None:
        """Do all of it; ends on the page of the girl."""
        self._found(record)
        self._meet()
        self._begin_custody()
        self._check()

    def _found(self, record: Path) -> None:
        """First start: station, supervisor, recovery sheet typed back."""
        view = self.window.first_start
        if view is None:
            raise TourStopped("There is no first start", "Report it with the log.")
        hands = self.hands
        with hands.action("First start: station and law"):
            hands.type("Area Central")
            hands.press(Key.Key_Tab, times=2)
            hands.type("312 555 0144")
            hands.press(Key.Key_Tab)
            hands.type("Illinois")
            hands.choose_offered()
            self.enter(view.folder)
            hands.press(Key.Key_A, CONTROL)
            hands.type(str(record))
        self.pictures.take("first-start")
        with hands.action("Practice thought over, and left"):
            hands.click(view.practise)
            hands.type("chicago-bus-station")
        self.pictures.take("practice")
        hands.click(view.practice.back)
        with hands.action("First start: first supervisor"):
            hands.press(Key.Key_Return)
            fields = (view.login, view.name, view.badge, view.passphrase, view.again)
            texts = (LOGIN, "D. Rivera", "4471", PASSPHRASE, PASSPHRASE)
            for field, text in zip(fields, texts, strict=True):
                self.fill(field, text)
            hands.press(Key.Key_Return)
            hands.until("the record to be made", lambda: view.desk() is not None)
            self.quiet()
        self.pictures.take("recovery-sheet")
        with hands.action("First start: recovery sheet typed back"):
            groups = _groups(view.recovery)
            hands.click(view.recovery.go_on)
            for number in ASKED_FOR:
                hands.type(groups[number - 1])
                hands.press(Key.Key_Tab)
            hands.press(Key.Key_Return)
            hands.until("the desk", lambda: self.window.session is not None)
            self.quiet()
        self.pictures.take("empty-board")

    def _meet(self) -> None:
        """Ctrl+N: three children asleep in a bus terminal; nobody knows a name."""
        hands = self.hands
        self.clock.forward(4)
        with hands.action("New encounter: three unnamed"):
            ask = self.meet(
                "Bus terminal, 630 W Harrison", "Asleep on a bench, no adult; a driver called 911"
            )
            self.fill(ask.together, "boy 5, baby 14 months")
            hands.click(ask.tie.button("sibling"))
            self.fill(ask.age, "8")
            hands.click(ask.sex.button("girl"))
        self.pictures.take("new-encounter")
        with hands.action("New encounter, saved"):
            hands.press(Key.Key_Return, CONTROL)
            self.saved()
        self.pictures.take("case-unnamed")

    def _begin_custody(self) -> None:
        """Esc to the board, B and Alt+C: custody of all three began at the station."""
        hands = self.hands
        self.clock.forward(9)
        with hands.action("Custody of all three began"):
            self.board()
            hands.press(Key.Key_B)
            ask = self.form("Custody began")
            self.choose(ask, "starts_from", "arrival")
            self.fill(ask.asked["room"], "Family room")
            self.choose(ask, "secure", "no")
            self.also_for_all(ask)
            self.now(ask)
        self.pictures.take("custody-began")
        with hands.action("Custody of all three, saved"):
            self.save()
        self.clock.forward(1)
        self.session.ticker.ticked.emit()
        self.pictures.take("board-clock")

    def _check(self) -> None:
        """W 1 C Ctrl+Enter: the welfare check that the station asks for, of all three."""
        hands = self.hands
        self.clock.forward(6)
        with hands.action("Welfare check of all three"):
            hands.press(Key.Key_Return)
            self.quiet()
            hands.press(Key.Key_W)
            self.form("Welfare check")
            hands.press(Key.Key_1)
            hands.press(Key.Key_C)
        self.pictures.take("welfare-check")
        with hands.action("Welfare check, saved"):
            self.save()


def _groups(step: QWidget) -> list[str]:
    """Read the recovery key off the screen, as a person would."""
    shown = [label.text() for label in step.findChildren(QLabel) if len(label.text()) == _GROUP]
    groups = [text for text in shown if text.isalnum() and text == text.upper()]
    if len(groups) < max(ASKED_FOR):
        raise TourStopped("The recovery key is not on the screen", "Report it with the log.")
    return groups
