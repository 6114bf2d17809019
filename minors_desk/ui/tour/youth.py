"""The other child of the night: a boy accused of a theft, locked up, let out, gone and back."""

from PySide6.QtCore import Qt

from minors_desk.ui.dialogs.law_dialog import LawDialog
from minors_desk.ui.kit.scroll import reveal
from minors_desk.ui.tour.hands import CONTROL, SHIFT, TourStopped
from minors_desk.ui.tour.walk import Walk

Key = Qt.Key
CLOCKS = 6
"""So many duties are owed at once to a child that is accused and locked up."""


class Youth(Walk):
    """Begins and ends on the board."""

    def go(self) -> None:
        """Do all of it."""
        self._meet()
        self._begin_custody()
        self._lock_and_unlock()
        self._question()
        self.look_in("the boy", all_of_them=False)
        self._relieve()
        self._lock_in_place()
        self._leave_and_come_back()
        self.look_in("the boy", all_of_them=False)
        self.board()

    def _meet(self) -> None:
        hands = self.hands
        self.clock.forward(4)
        with hands.action("New encounter: a boy accused"):
            ask = self.meet(
                "Corner store, 2201 W Cermak", "Took a bottle and ran; store called 911"
            )
            self.fill(ask.age, "14-16")
            hands.click(ask.sex.button("boy"))
            hands.click(ask.legal_class.button("accused_delinquent"))
            hands.press(Key.Key_Return, CONTROL)
            self.saved()

    def _begin_custody(self) -> None:
        """B on his page: custody began at the station."""
        hands = self.hands
        self.clock.forward(9)
        with hands.action("Custody of the boy began"):
            hands.press(Key.Key_B)
            ask = self.form("Custody began")
            self.choose(ask, "starts_from", "arrival")
            self.fill(ask.asked["room"], "Front hall")
            self.choose(ask, "secure", "no")
            self.now(ask)
            self.save()

    def _lock_and_unlock(self) -> None:
        """M twice: into a locked room, where the federal clock starts, and out again."""
        hands = self.hands
        with hands.action("Moved to a locked room"):
            self._move("Processing 1", locked=True)
        self.clock.forward(17)
        self.session.ticker.ticked.emit()
        self.pictures.take("case-six-hours")
        self._law()
        with hands.action("Moved to an open room"):
            self._move("Interview room 2", locked=False)
        self.pictures.take("case-out-of-the-lock")

    def _law(self) -> None:
        """Every clock of the boy on his page, and the law behind the first of them."""
        hands, owed = self.hands, self.session.case.owed
        if len(owed.cards) < CLOCKS:
            raise TourStopped("Fewer clocks run than there should", "Report it with the log.")
        reveal(owed.cards[-1])
        self.quiet()
        self.pictures.take("case-six-clocks")
        with hands.action("The law behind the most urgent duty"):
            hands.press(Key.Key_L, SHIFT)
            self.asked(LawDialog)
            hands.press(Key.Key_N)
        self.pictures.take("law-of-a-duty")
        hands.press(Key.Key_Escape)
        self.saved()

    def _question(self) -> None:
        """No lawyer: the law is named before a word is asked, and nobody asks."""
        hands = self.hands
        with hands.action("Questioning thought over, and left"):
            self.palette("questioning")
            form = self.form("Questioning began")
            self.fill(form.asked["by"], "Det. Cho 5120")
            self.choose(form, "lawyer", "not_there")
            self.choose(form, "adult", "nobody")
        self.pictures.take("questioning")
        hands.press(Key.Key_Escape)
        self.saved()

    def _move(self, room: str, *, locked: bool) -> None:
        hands = self.hands
        hands.press(Key.Key_M)
        ask = self.form("Moved")
        hands.type(room)
        self.choose(ask, "secure", "yes" if locked else "no")
        if locked:
            self.fill(ask.asked["secure_reason"], "Fingerprints and photograph")
        self.now(ask)
        self.save()

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

    def _leave_and_come_back(self) -> None:
        """E: she left without leave; B: a patrol brought her back."""
        hands = self.hands
        self.clock.forward(22)
        with hands.action("Left without leave"):
            hands.press(Key.Key_E)
            ask = self.form("Custody ended otherwise")
            self.choose(ask, "reason", "left_without_leave")
            self.fill(ask.asked["detail"], "Ran out by the yard door")
            self.now(ask)
        self.pictures.take("ended-otherwise")
        with hands.action("Left without leave, saved"):
            self.save()
        self.clock.forward(18)
        self.session.ticker.ticked.emit()
        self.pictures.take("case-missing")
        with hands.action("Back to the board: missing"):
            self.board()
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
