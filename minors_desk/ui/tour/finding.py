"""Finding in the walk: a case by its words, a child another night, the record's health."""

from PySide6.QtCore import Qt

from minors_desk.ui.dialogs.encounter_dialog import EncounterDialog
from minors_desk.ui.tour.hands import CONTROL, TourStopped
from minors_desk.ui.tour.morning import LettingIn
from minors_desk.ui.tour.walk import question
from minors_desk.ui.views.find_view import FindView
from minors_desk.ui.views.record_view import RecordView

Key = Qt.Key


class Finding(LettingIn):
    """By keys alone; the supervisor of the morning is at the desk."""

    def go(self) -> None:
        """Do all of it."""
        self._find()
        self._meet_again()
        self._keep()

    def _find(self) -> None:
        hands = self.hands
        with hands.action("Find"):
            hands.press(Key.Key_F, CONTROL)
        view = self.session.pages.currentWidget()
        if not isinstance(view, FindView):
            raise TourStopped("The key led to another page", "Report it with the log.")
        self.pictures.take("find-empty")
        with hands.action("Case found by two words of a name"):
            hands.type("pop lucia")
            hands.until("the cases", lambda: not view.searching.busy())
        self.pictures.take("find")

    def _meet_again(self) -> None:
        """The first child once more, handed over hours ago: the new case is tied to that one."""
        hands = self.hands
        with hands.action("The same child, another night"):
            hands.press(Key.Key_N, CONTROL)
            self.asked(EncounterDialog)
            ask = question(EncounterDialog)
            hands.type("Ana Lucia")
            hands.until("earlier records", lambda: bool(ask.earlier.rows()))
            hands.press(Key.Key_Down)
            hands.press(Key.Key_Return)
            self.fill(ask.place, "Bus station, 630 W Harrison")
            self.enter(ask.when.time)
            hands.press(Key.Key_N)
        self.pictures.take("encounter-earlier")
        with hands.action("The same child, another night, saved"):
            self.save()

    def _keep(self) -> None:
        hands = self.hands
        for _ in range(3):  # to Find, out of its line, to the board
            hands.press(Key.Key_Escape)
            self.quiet()
        with hands.action("Record verified"):
            view = self.place(Key.Key_9, RecordView)
            hands.press(Key.Key_V)
            hands.until("the answer", lambda: bool(view.notice.title()))
            self.quiet()
        self.pictures.take("record-health")
