"""The part of the walk about the consulate: the law of the country, the offer, a hold."""

from PySide6.QtCore import Qt

from minors_desk.ui.dialogs.palette_dialog import PaletteDialog
from minors_desk.ui.forms.asked_form import AskedForm
from minors_desk.ui.kit.scroll import reveal
from minors_desk.ui.kit.section import Section
from minors_desk.ui.tour.hands import TourStopped
from minors_desk.ui.tour.walk import Walk, question

Key = Qt.Key


class Consulate(Walk):
    """On the page of the child that is open, and back there."""

    def go(self) -> None:
        """Do all of it."""
        self.clock.forward(2)
        self._nationality()
        self._offer()
        self._hold()
        self._think_of_telling()
        self._go_ahead()

    def _nationality(self) -> None:
        with self.hands.action("Nationality told"):
            self.hands.press(Key.Key_F)
            self.asked(PaletteDialog)
            self.hands.type("natio")
            self.hands.press(Key.Key_Return)
            self.asked(AskedForm)
            ask = question(AskedForm)
            self.fill(ask.asked["value.code"], "Guatemala")
            self.hands.choose_offered()
            self.pick(ask, "source", "said")
            self.pick(ask, "certainty", "likely")
            self.now(ask)
            self.save()

    def _offer(self) -> None:
        """By the law of her country the form offers what to say; she says yes."""
        with self.hands.action("Consulate offered"):
            self.palette("consulate off")
            ask = self.form("Consulate: what the child was told")
            self.hands.press(Key.Key_1)
            self.choose(ask, "answered_by", "child")
        self.pictures.take("consulate-offered")
        with self.hands.action("Consulate offered, saved"):
            self.save()

    def _hold(self) -> None:
        with self.hands.action("Held for counsel"):
            self.palette("hold for")
            ask = self.form("Hold for counsel")
            self.pick(ask, "what", "consular_notice")
            self.fill(ask.asked["counsel"], "L. Park, city law department")
            self.now(ask)
            self.save()
        sections = self.session.case.findChildren(Section)
        here = next((one for one in sections if one.accessibleName() == "Consulate"), None)
        if here is None:
            raise TourStopped("The page tells nothing of the consulate", "Report it with the log.")
        reveal(here)
        self.pictures.take("case-consulate-held")

    def _think_of_telling(self) -> None:
        """The form says that counsel is to be asked first: nobody is told."""
        with self.hands.action("Consulate not told yet"):
            self.palette("notice to")
            ask = self.form("A consulate was told")
            self.pick(ask, "told", "name")
            self.choose(ask, "method", "telephone")
        self.pictures.take("consulate-under-hold")
        self.hands.press(Key.Key_Escape)
        self.saved()

    def _go_ahead(self) -> None:
        self.clock.forward(3)
        with self.hands.action("Counsel answered"):
            self.palette("what counsel")
            self.form("Counsel answered")
            self.hands.press(Key.Key_1)
            self.save()
