"""The part of the night about who the child is: language, name, facts, family, a photograph."""

from pathlib import Path

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QColor, QImage, QPainter

from minors_desk.ui.dialogs.file_dialog import FileDialog
from minors_desk.ui.dialogs.palette_dialog import PaletteDialog
from minors_desk.ui.forms.asked_form import AskedForm
from minors_desk.ui.tour.hands import CONTROL
from minors_desk.ui.tour.walk import Walk, question

Key = Qt.Key


class WhoTheChildIs(Walk):
    """What the girl tells, once her language is found by the card."""

    def go(self, folder: Path) -> None:
        """Do all of it; begins and ends on the page of the girl."""
        self._language()
        self._name()
        self._facts()
        self._person()
        self._class()
        self._photo(folder)

    def _language(self) -> None:
        with self.hands.action("Language told: by the card"):
            ask = self._fact("langu")
            self.hands.type("Q'eqchi'")
            self.hands.choose_offered()
            self.pick(ask, "value.level", "first_language")
            self.pick(ask, "value.how", "card")
            self.pick(ask, "source", "seen")
            self.pick(ask, "certainty", "sure")
        self.pictures.take("language-told")
        self._save(ask)

    def _name(self) -> None:
        """N: she says her name."""
        self.clock.forward(4)
        with self.hands.action("Name told, two surnames"):
            self.hands.press(Key.Key_N)
            self.asked(AskedForm)
            ask = question(AskedForm)
            self.hands.type("Ana Lucía Caal Pop")
            self.pick(ask, "value.more", "parts")
            self.fill(ask.asked["value.first_surname"], "Caal")
            self.fill(ask.asked["value.second_surname"], "Pop")
            self.pick(ask, "source", "said")
            self.pick(ask, "certainty", "likely")
        self.pictures.take("name-told")
        with self.hands.action("Name told, saved"):
            self._save(ask)
        self.pictures.take("case-named")

    def _facts(self) -> None:
        with self.hands.action("Date of birth told"):
            ask = self._fact("birth")
            self.hands.type("March 2017")
            self.pick(ask, "source", "said")
            self.pick(ask, "certainty", "likely")
            self._save(ask)
        with self.hands.action("Last home not told"):
            ask = self._fact("last lived")
            self.pick(ask, "answer", "refused")
            self.pick(ask, "source", "said")
        self.pictures.take("answer-refused")
        self._save(ask)
        with self.hands.action("Allergy told"):
            ask = self._fact("allergy")
            self.hands.type("Penicillin, says her mother's note")
            self.pick(ask, "source", "document")
            self.pick(ask, "certainty", "likely")
            self._save(ask)

    def _person(self) -> None:
        hands = self.hands
        for role, name, phone, safe, why in (
            ("aunt_uncle", "Marta Pop", "+1 713 555 0142", "ask_first", "number from a note"),
            ("step_parent", "Ramiro", "", "no", "she is afraid of him"),
        ):
            with hands.action("Person told of"):
                self._palette("relative")
                self.asked(AskedForm)
                ask = question(AskedForm)
                if "person_id" in ask.asked:
                    self.pick(ask, "person_id", "new")
                self.pick(ask, "role", role)
                self.fill(ask.asked["name"], name)
                self.fill(ask.asked["phone"], phone)
                self.pick(ask, "source", "said")
                self.pick(ask, "safe_to_contact", safe)
                self.fill(ask.asked["why"], why)
            if safe == "no":
                self.pictures.take("person-not-to-contact")
            self._save(ask)

    def _class(self) -> None:
        hands = self.hands
        with hands.action("Classed"):
            self._palette("class the child")
            self.asked(AskedForm)
            ask = question(AskedForm)
            self.pick(ask, "legal_class", "non_offender")
        self.pictures.take("class-the-child")
        self._save(ask)

    def _photo(self, folder: Path) -> None:
        hands = self.hands
        file = folder / "photo.png"
        _drawn_face().save(str(file))
        with hands.action("Photograph taken in"):
            hands.press(Key.Key_D)
            self.asked(FileDialog)
            ask = question(FileDialog)
            hands.type(str(file))
            what = ask.asked["what"]
            self.pick_in(what, "photo_of_child")
            self.fill(ask.asked["purpose"], "To find the family")
            self.enter(ask.when.time)
            hands.press(Key.Key_N)
            hands.press(Key.Key_Return, CONTROL)
            self.saved()
        file.unlink()
        self.pictures.take("case-who-she-is")

    def _fact(self, typed: str) -> AskedForm:
        """F, a few letters, Enter: the form of a fact."""
        self.hands.press(Key.Key_F)
        self.asked(PaletteDialog)
        self.hands.type(typed)
        self.hands.press(Key.Key_Return)
        self.asked(AskedForm)
        return question(AskedForm)

    def _palette(self, typed: str) -> None:
        self.hands.press(Key.Key_K, CONTROL)
        self.asked(PaletteDialog)
        self.hands.type(typed)
        self.hands.press(Key.Key_Return)

    def _save(self, ask: AskedForm) -> None:
        self.enter(ask.when.time)
        self.hands.press(Key.Key_N)
        self.hands.press(Key.Key_Return, CONTROL)
        self.saved()


def _drawn_face() -> QImage:
    """A drawing in place of a photograph: there is no real child in the tour."""
    picture = QImage(QSize(480, 600), QImage.Format.Format_RGB32)
    picture.fill(QColor.fromHsv(205, 60, 220))
    painter = QPainter(picture)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    for hue, box in ((20, (130, 140, 220, 260)), (340, (60, 430, 360, 300))):
        painter.setBrush(QColor.fromHsv(hue, 90, 190))
        painter.drawEllipse(*box)
    painter.end()
    return picture
