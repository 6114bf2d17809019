"""The middle of the night: care, medicine, the screening, what she is told, her belongings."""

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from minors_desk.ui.dialogs.belongings_dialog import BelongingsDialog
from minors_desk.ui.dialogs.palette_dialog import PaletteDialog
from minors_desk.ui.dialogs.screening_dialog import ScreeningDialog
from minors_desk.ui.editors.asked_field import AskedField
from minors_desk.ui.editors.cash_field import CashField
from minors_desk.ui.editors.injuries_field import InjuriesField
from minors_desk.ui.editors.lines_field import LinesField
from minors_desk.ui.editors.property_field import PHONE, PropertyField
from minors_desk.ui.editors.second_field import SecondField
from minors_desk.ui.forms.asked_form import AskedForm
from minors_desk.ui.kit.choice import ChoiceField
from minors_desk.ui.kit.several import SeveralField
from minors_desk.ui.tour.hands import CONTROL, LEFT, NONE, TourStopped
from minors_desk.ui.tour.walk import Walk, question
from minors_desk.ui.views.labels_dialog import LabelsDialog

Key = Qt.Key
ALT = Qt.KeyboardModifier.AltModifier


class LookingAfter(Walk):
    """From the first water to the sealed bag."""

    def go(self) -> None:
        """Do all of it; begins and ends on the page of the child."""
        self._care()
        self._medicine()
        self._screen()
        self._tell()
        self._search()
        self._take()
        self._count()
        self._seal()
        self._sections()

    def _care(self) -> None:
        hands = self.hands
        self.clock.forward(3)
        with hands.action("Care: water, accepted"):
            hands.press(Key.Key_G)
            self.asked(AskedForm)
            for key in (Key.Key_2, Key.Key_A):
                hands.press(key)
        self.pictures.take("care-given")
        with hands.action("Care, saved"):
            hands.press(Key.Key_Return, CONTROL)
            self.saved()

    def _medicine(self) -> None:
        hands = self.hands
        with hands.action("Medicine: a dose and the next"):
            self._by_palette("medicine")
            form = question(AskedForm)
            self.unfold(form)
            for name, text in (
                ("medicine", "Salbutamol, her own inhaler"),
                ("dose", "two puffs"),
                ("given_by", "D. Rivera"),
                ("authority", "Her mother, by telephone"),
                ("next_due_at", "08:00"),
            ):
                self.fill(form.asked[name], text)
            self._choose(form, "answer", "accepted")
            self.enter(form.when.time)
            hands.press(Key.Key_N)
        self.pictures.take("medicine")
        self._save("Medicine, saved")

    def _screen(self) -> None:
        hands = self.hands
        self.clock.forward(4)
        with hands.action("Screening: an urgent sign"):
            hands.press(Key.Key_S)
            self.asked(ScreeningDialog)
            hands.press(Key.Key_1)
        self.pictures.take("screening-urgent")
        sheet = question(ScreeningDialog)
        with hands.action("Screening: none, and the rest"):
            hands.press(Key.Key_1)
            hands.press(Key.Key_0)
            hands.press(Key.Key_PageDown)
            self._several(sheet, "signs.illness", "cough")
            self._choose(sheet, "signs.pain", "2")
            self._injury(sheet)
        self.pictures.take("screening-injuries")
        self._bruise(sheet)
        with hands.action("Screening: health"):
            hands.press(Key.Key_PageDown)
            for name, answer in (
                ("medicines", "yes"),
                ("allergies", "not_asked"),
                ("conditions", "unknown"),
                ("infant", "does_not_apply"),
            ):
                self._answer(sheet, f"health.{name}", answer)
        self.pictures.take("screening-health")
        with hands.action("Screening: how she is"):
            hands.press(Key.Key_PageDown)
            self._answer(sheet, "wellbeing.fear", "refused")
            self._answer(sheet, "wellbeing.exhaustion", "yes")
            self.fill(sheet.asked["wellbeing.last_meal"], "yesterday 22:00")
            self.fill(sheet.asked["wellbeing.last_sleep"], "two nights ago, on a bus")
        self.pictures.take("screening-wellbeing")
        with hands.action("Screening: decision"):
            hands.press(Key.Key_PageDown)
            self._choose(sheet, "outcome.decision", "fit_to_stay")
            self.fill(sheet.asked["outcome.recheck_at"], "06:00")
            self._several(sheet, "outcome.given", "blanket")
            hands.press(Key.Key_PageUp, times=4)
            self.enter(sheet.when.time)
            hands.press(Key.Key_N)
            hands.press(Key.Key_PageDown, times=4)
        self.pictures.take("screening-decision")
        self._save("Screening, saved")

    def _bruise(self, sheet: ScreeningDialog) -> None:
        """What is seen where the outline was clicked last."""
        field = sheet.asked["signs.injuries"]
        if isinstance(field, InjuriesField):
            self.hands.click(field.injury.button("bruise"))
            self.hands.press(Key.Key_A, ALT)

    def _injury(self, sheet: ScreeningDialog) -> None:
        """Click her left knee on the outline, and say what is seen there."""
        field = sheet.asked["signs.injuries"]
        if not isinstance(field, InjuriesField):
            raise TourStopped("There is no outline of the body", "Report it with the log.")
        at = field.map.place("knee", "left")
        QTest.mouseClick(field.map, LEFT, NONE, QPoint(round(at.x()), round(at.y())))
        self.hands.click(field.injury.button("scrape"))
        self.fill(field.note, "Fell over a kerb, she says")
        self.hands.press(Key.Key_A, ALT)
        back = field.map.place("back", "middle")
        QTest.mouseClick(field.map, LEFT, NONE, QPoint(round(back.x()), round(back.y())))

    def _tell(self) -> None:
        hands = self.hands
        self.clock.forward(2)
        with hands.action("Told why she is held and her rights"):
            hands.press(Key.Key_I)
            self.asked(AskedForm)
            form = question(AskedForm)
            for right in ("reason_held", "rights", "may_call"):
                self._several(form, "what", right)
            self.fill(form.asked["language"], "Q'eqchi'")
            hands.leave_list()
            self.fill(form.asked["answer"], "She nods")
            self._choose(form, "understood", "not_clear")
            self.enter(form.when.time)
            hands.press(Key.Key_N)
        self.pictures.take("told-the-child")
        self._save("Told, saved")

    def _search(self) -> None:
        hands = self.hands
        with hands.action("Search of the child"):
            self._by_palette("child or its bag was searched")
            form = question(AskedForm)
            hands.press(Key.Key_3)
            self.fill(form.asked["by"], "Ofc. K. Lee, 88")
            self._choose(form, "same_sex", "yes")
            self.fill(form.asked["reason"], "Before the night at the station")
            self.enter(form.when.time)
            hands.press(Key.Key_N)
        self.pictures.take("child-searched")
        self._save("Search, saved")

    def _take(self) -> None:
        hands = self.hands
        self.clock.forward(3)
        with hands.action("Belongings: two lines"):
            hands.press(Key.Key_V)
            self.asked(BelongingsDialog)
        self.pictures.take("belongings-none")
        with hands.action("Belongings: a necklace and a phone"):
            hands.press(Key.Key_1)
            self.asked(AskedForm)
            form = question(AskedForm)
            field = form.asked["lines"]
            if not isinstance(field, PropertyField):
                raise TourStopped("There is no list of belongings", "Report it with the log.")
            hands.type("Silver necklace")
            hands.click(field.category.button("kept_by_child"))
            hands.press(Key.Key_A, ALT)
            hands.type("Phone, screen cracked")
            hands.click(field.category.button("safekeeping"))
            hands.click(field.sort.button(PHONE))
            self.fill(field.make, "Moto G")
        self.pictures.take("belongings-taken")
        with hands.action("Belongings: where, and saved"):
            self.fill(form.asked["storage"], "Locker 4")
            self.enter(form.when.time)
            hands.press(Key.Key_N)
            hands.press(Key.Key_Return, CONTROL)
            self.saved()

    def _count(self) -> None:
        hands = self.hands
        with hands.action("Cash counted by two"):
            self._belongings(Key.Key_2)
            form = question(AskedForm)
            field, second = form.asked["amounts"], form.asked["second_counter"]
            if not (isinstance(field, CashField) and isinstance(second, SecondField)):
                raise TourStopped("There is no cash to count", "Report it with the log.")
            for text, pieces in (("20", "3"), ("0.25", "2")):
                self._cash(field, "USD", text, pieces)
            self._cash(field, "GTQ", "100", "1")
            self.fill(second.name, "K. Lee")
            hands.click(second.how.button("signed_on_paper"))
            self.enter(form.when.time)
            hands.press(Key.Key_N)
        self.pictures.take("cash-counted")
        self._save("Cash, saved")

    def _cash(self, field: CashField, currency: str, text: str, pieces: str) -> None:
        if field.currency.text() != currency:
            self.enter(field.currency)
            self.hands.press(Key.Key_A, CONTROL)
            self.hands.type(currency)
            self.hands.leave_list()
        self.fill(field.denomination, text)
        self.fill(field.count, pieces)
        self.hands.press(Key.Key_A, ALT)

    def _seal(self) -> None:
        hands = self.hands
        with hands.action("Sealed in a bag"):
            self._belongings(Key.Key_3)
            form = question(AskedForm)
            self.fill(form.asked["bag"], "B-17")
            self.fill(form.asked["seal"], "S-900231")
            lines = form.asked["lines"]
            if isinstance(lines, LinesField):
                for button in lines.buttons.values():
                    hands.click(button)
            self.enter(form.when.time)
            hands.press(Key.Key_N)
        self.pictures.take("bag-sealed")
        self._save("Bag, saved")

    def _sections(self) -> None:
        hands = self.hands
        with hands.action("Belongings seen"):
            hands.press(Key.Key_V)
            self.asked(BelongingsDialog)
        self.pictures.take("belongings-listed")
        with hands.action("Labels for the bag"):
            hands.press(Key.Key_8)
            self.asked(LabelsDialog)
        self.pictures.take("labels")
        hands.press(Key.Key_Escape)
        self.saved()
        self.pictures.take("case-looked-after")

    def _by_palette(self, words: str) -> None:
        hands = self.hands
        hands.press(Key.Key_K, CONTROL)
        self.asked(PaletteDialog)
        hands.type(words)
        hands.press(Key.Key_Return)
        self.asked(AskedForm)

    def _belongings(self, digit: Qt.Key) -> None:
        self.hands.press(Key.Key_V)
        self.asked(BelongingsDialog)
        self.hands.press(digit)
        self.asked(AskedForm)

    def _save(self, action: str) -> None:
        with self.hands.action(action):
            self.hands.press(Key.Key_Return, CONTROL)
            self.saved()

    def _choose(self, form: AskedForm, name: str, value: str) -> None:
        field = form.asked[name]
        if isinstance(field, ChoiceField):
            self.hands.click(field.button(value))

    def _several(self, form: AskedForm, name: str, value: str) -> None:
        field = form.asked[name]
        if isinstance(field, SeveralField):
            self.hands.click(field.button(value))

    def _answer(self, form: AskedForm, name: str, value: str) -> None:
        field = form.asked[name]
        if isinstance(field, AskedField):
            self.hands.click(field.choice.button(value))
