"""The part of the walk where the girl is screened for trafficking, and the page tells of it."""

from PySide6.QtCore import Qt

from minors_desk.ui.dialogs.trafficking_dialog import TraffickingDialog
from minors_desk.ui.kit.scroll import reveal
from minors_desk.ui.kit.section import Section
from minors_desk.ui.tour.hands import TourStopped
from minors_desk.ui.tour.walk import Walk, question

Key = Qt.Key
SHIFT = Qt.KeyboardModifier.ShiftModifier


class Screened(Walk):
    """On the page of the child that is open, and back there."""

    def go(self) -> None:
        """Do all of it."""
        hands = self.hands
        self.clock.forward(2)
        with hands.action("Trafficking screening: the setting"):
            hands.press(Key.Key_S, SHIFT)
            self.asked(TraffickingDialog)
            sheet = question(TraffickingDialog)
            self.pick(sheet, "setting.escort", "no_escort")
            self.pick(sheet, "setting.in_private", "yes")
            self.pick(sheet, "setting.interpreted_by", "independent")
            self.pick(sheet, "setting.trained", "yes")
            self.now(sheet)
        with hands.action("Trafficking screening: indicators by digits"):
            hands.press(Key.Key_PageDown)
            for answer in (Key.Key_4, Key.Key_2):
                hands.press(answer)
            hands.type("At the laundry they kept it")
            hands.press(Key.Key_Tab)
            hands.press(Key.Key_6)
            hands.press(Key.Key_5)
        self.pictures.take("trafficking-indicators")
        with hands.action("Trafficking screening: its own words, and saved"):
            hands.press(Key.Key_PageDown, times=3)
            self.fill(sheet.asked["account"], "I only want to call my aunt")
            self.pick(sheet, "not_pressed", "yes")
            self.save()
        sections = self.session.case.findChildren(Section)
        here = next((one for one in sections if one.accessibleName() == "Trafficking"), None)
        if here is None:
            raise TourStopped("The page tells nothing of it", "Report it with the log.")
        reveal(here)
        self.pictures.take("case-trafficking")
