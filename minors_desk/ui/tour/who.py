"""The part of the walk about who the child is: siblings, language, facts, family, a photograph."""

from pathlib import Path
from uuid import UUID

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QColor, QImage, QPainter

from minors_desk.ui.dialogs.encounter_dialog import EncounterDialog
from minors_desk.ui.dialogs.file_dialog import FileDialog
from minors_desk.ui.dialogs.palette_dialog import PaletteDialog
from minors_desk.ui.forms.asked_form import AskedForm
from minors_desk.ui.tour.first_night import Walk, question
from minors_desk.ui.tour.hands import CONTROL

Key = Qt.Key


class WhoTheChildIs(Walk):
    """Three children met together; what one of them tells, in her language."""

    def go(self, folder: Path) -> None:
        """Do all of it, and come back to the child that was shown before."""
        before = self.session.case.case_id()
        self._meet_three()
        self._language()
        self._facts()
        self._person()
        self._class()
        self._photo(folder)
        self._parted()
        self._next()
        self._back_to(before)

    def _meet_three(self) -> None:
        hands = self.hands
        with hands.action("Three children met together"):
            hands.press(Key.Key_N, CONTROL)
            self.asked(EncounterDialog)
            ask = question(EncounterDialog)
            hands.press(Key.Key_Tab)
            hands.type("Bus terminal, 630 W Harrison")
            hands.press(Key.Key_Tab)
            hands.type("Asleep on a bench, no adult")
            hands.press(Key.Key_Tab)
            hands.press(Key.Key_N)
            self.fill(ask.together, "boy 5, baby 14 months")
            hands.click(ask.tie.button("sibling"))
            self.fill(ask.age, "8")
            hands.click(ask.sex.button("girl"))
        self.pictures.take("three-met-together")
        with hands.action("Three children met together, saved"):
            hands.press(Key.Key_Return, CONTROL)
            self.saved()
        self.pictures.take("case-of-three")

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
        with self.hands.action("Name with two surnames"):
            self.hands.press(Key.Key_N)
            self.asked(AskedForm)
            ask = question(AskedForm)
            self.hands.type("María Caal Pop")
            self.pick(ask, "value.more", "parts")
            self.fill(ask.asked["value.first_surname"], "Caal")
            self.fill(ask.asked["value.second_surname"], "Pop")
            self.pick(ask, "source", "said")
            self.pick(ask, "certainty", "likely")
        self.pictures.take("name-of-two-surnames")
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

    def _parted(self) -> None:
        hands = self.hands
        with hands.action("Parted from the baby"):
            hands.press(Key.Key_Q)
            self.asked(AskedForm)
            ask = question(AskedForm)
            hands.type("14 months")
            hands.choose_offered()
            self.pick(ask, "what", "parted")
            self.fill(ask.asked["reason"], "The baby is taken to Children's Hospital")
            self.fill(ask.asked["where_other"], "Children's Hospital")
        self.pictures.take("companions-parted")
        self._save(ask)
        self.pictures.take("case-family")

    def _next(self) -> None:
        hands = self.hands
        with hands.action("Next of the siblings"):
            hands.press(Key.Key_O)
            self.quiet()
        self.pictures.take("case-of-the-brother")
        with hands.action("Back to the first of the board"):
            hands.press(Key.Key_Escape)
            self.quiet()
        self.pictures.take("board-with-siblings")
        hands.press(Key.Key_Home)

    def _back_to(self, case_id: UUID | None) -> None:
        """Walk the board to that child and open it."""
        board = self.session.board
        for _ in board.model.rows():
            chosen = board.chosen()
            if chosen is not None and chosen.card.case_id == case_id:
                break
            self.hands.press(Key.Key_Down)
        self.hands.press(Key.Key_Return)
        self.quiet()

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
