"""The first half of the walk: a record is made, a child is met, in custody, locked up and out."""

from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QDialog, QLabel, QLineEdit, QWidget

from minors_desk.ui.dialogs.encounter_dialog import EncounterDialog
from minors_desk.ui.forms.asked_form import AskedForm
from minors_desk.ui.kit.choice import ChoiceField
from minors_desk.ui.kit.field import Field
from minors_desk.ui.kit.several import SeveralField
from minors_desk.ui.main_window import MainWindow
from minors_desk.ui.session import Session
from minors_desk.ui.tour.hands import CONTROL, Hands, TourStopped
from minors_desk.ui.tour.pictures import Pictures
from minors_desk.ui.tour.story import StoryClock
from minors_desk.ui.views.recovery_step import ASKED_FOR

LOGIN, PASSPHRASE = "rivera", "copper kettle winter orchard"
_GROUP = 5
Key = Qt.Key
Q = TypeVar("Q", bound=QDialog)


class Walk:
    """What both halves share: the window, the hands, the pictures and the story's clock."""

    def __init__(
        self, window: MainWindow, hands: Hands, pictures: Pictures, clock: StoryClock
    ) -> None:
        self.window, self.hands, self.pictures, self.clock = window, hands, pictures, clock

    @property
    def session(self) -> Session:
        """The desk of the person who signed in."""
        if self.window.session is None:
            raise TourStopped("Nobody is signed in", "Report it with the log.")
        return self.window.session

    def quiet(self) -> None:
        """Wait until nothing is read or saved."""
        self.hands.until("the record", lambda: not self.window.tasks.busy())

    def asked(self, kind: type[QDialog]) -> None:
        """Wait for a question of that kind."""
        self.hands.until(kind.__name__, lambda: isinstance(QApplication.activeModalWidget(), kind))
        self.quiet()
        self.hands.in_front(question(kind))

    def form(self, heading: str) -> AskedForm:
        """Wait for a described form, by its heading."""

        def here() -> bool:
            found = QApplication.activeModalWidget()
            return isinstance(found, AskedForm) and found.accessibleName() == heading

        self.hands.until(heading, here)
        self.asked(AskedForm)
        return question(AskedForm)

    def choose(self, form: AskedForm, name: str, value: str) -> None:
        """Click the button of an answer to that ask."""
        field = form.asked[name]
        if not isinstance(field, ChoiceField):
            raise TourStopped(f"{name} is no choice", "Report it with the log.")
        self.hands.click(field.button(value))

    def now(self, form: AskedForm) -> None:
        """Write the time now with the key N."""
        self.enter(form.when.time)
        self.hands.press(Key.Key_N)

    def save(self) -> None:
        """Ctrl+Enter, and wait until it is saved."""
        self.hands.press(Key.Key_Return, CONTROL)
        self.saved()

    def saved(self) -> None:
        """Wait until the question is gone and all views have looked again."""
        self.hands.until("the save", lambda: QApplication.activeModalWidget() is None)
        self.quiet()
        self.hands.in_front(self.window)

    def fill(self, field: Field, text: str) -> None:
        """Click into a field and type."""
        self.enter(field)
        self.hands.type(text)

    def enter(self, field: Field) -> None:
        """Click into the line of a field."""
        control = field.control
        line = control if isinstance(control, QLineEdit) else control.findChild(QLineEdit)
        self.hands.click(line or control)

    def pick(self, ask: AskedForm, name: str, value: str) -> None:
        """Click on a choice of a described form."""
        self.pick_in(ask.asked[name], value)

    def pick_in(self, field: Field, value: str) -> None:
        """Click on a choice of a field, of one or of several."""
        if not isinstance(field, ChoiceField | SeveralField):
            raise TourStopped("That is no choice", "Report it with the log.")
        self.hands.click(field.button(value))


class FirstNight(Walk):
    """From the first start to the name that a child says."""

    def go(self, record: Path) -> None:
        """Do all of it."""
        self._found(record)
        self._meet()
        self._begin_custody()
        self._lock_and_unlock()
        self._check()
        self._tell_name()

    def _found(self, record: Path) -> None:
        """First start: station, supervisor, recovery sheet typed back."""
        view = self.window.first_start
        if view is None:
            raise TourStopped("There is no first start", "Report it with the log.")
        hands = self.hands
        with hands.action("First start: station and law"):
            hands.type("Area Central")
            hands.press(Key.Key_Tab, times=2)
            hands.type("Illinois")
            hands.choose_offered()
            self.enter(view.folder)
            hands.press(Key.Key_A, CONTROL)
            hands.type(str(record))
        self.pictures.take("first-start")
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
        """Ctrl+N: an unnamed girl, found with food she had not paid for."""
        hands = self.hands
        self.clock.forward(4)
        with hands.action("New encounter, unnamed"):
            hands.press(Key.Key_N, CONTROL)
            self.asked(EncounterDialog)
            ask = question(EncounterDialog)
            hands.press(Key.Key_Tab)
            hands.type("Corner store, 2201 W Cermak")
            hands.press(Key.Key_Tab)
            hands.type("Alone, took bread; store called 911")
            hands.press(Key.Key_Tab)
            hands.press(Key.Key_N)
            self.fill(ask.age, "14-16")
            hands.click(ask.sex.button("girl"))
            hands.click(ask.legal_class.button("accused_delinquent"))
        self.pictures.take("new-encounter")
        with hands.action("New encounter, saved"):
            hands.press(Key.Key_Return, CONTROL)
            self.saved()
        self.pictures.take("case-unnamed")

    def _begin_custody(self) -> None:
        """Esc to the board, B: custody began at the station."""
        hands = self.hands
        self.clock.forward(9)
        with hands.action("Custody began"):
            hands.press(Key.Key_Escape)
            self.quiet()
            hands.press(Key.Key_B)
            ask = self.form("Custody began")
            self.choose(ask, "starts_from", "arrival")
            self.fill(ask.asked["room"], "Front hall")
            self.choose(ask, "secure", "no")
            self.now(ask)
        self.pictures.take("custody-began")
        with hands.action("Custody began, saved"):
            hands.press(Key.Key_Return, CONTROL)
            self.saved()
        self.clock.forward(1)
        self.session.ticker.ticked.emit()
        self.pictures.take("board-clock")

    def _lock_and_unlock(self) -> None:
        """M twice: into a locked room, where the federal clock starts, and out again."""
        hands = self.hands
        with hands.action("Moved to a locked room"):
            self._move("Processing 1", locked=True)
        self.clock.forward(17)
        with hands.action("Case opened"):
            hands.press(Key.Key_Return)
            self.quiet()
        self.pictures.take("case-six-hours")
        with hands.action("Moved to an open room"):
            self._move("Interview room 2", locked=False)
        self.pictures.take("case-out-of-the-lock")

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

    def _check(self) -> None:
        """W 1 Ctrl+Enter: the welfare check that the station asks for."""
        hands = self.hands
        self.clock.forward(6)
        with hands.action("Welfare check"):
            hands.press(Key.Key_W)
            self.form("Welfare check")
            hands.press(Key.Key_1)
        self.pictures.take("welfare-check")
        with hands.action("Welfare check, saved"):
            hands.press(Key.Key_Return, CONTROL)
            self.saved()

    def _tell_name(self) -> None:
        """N: she says her name."""
        hands = self.hands
        self.clock.forward(8)
        with hands.action("Name told"):
            hands.press(Key.Key_N)
            self.asked(AskedForm)
            ask = question(AskedForm)
            hands.type("Ana Lucía Caal Pop")
            self.pick(ask, "source", "said")
            self.pick(ask, "certainty", "likely")
            self.enter(ask.when.time)
            hands.press(Key.Key_N)
        self.pictures.take("name-told")
        with hands.action("Name told, saved"):
            hands.press(Key.Key_Return, CONTROL)
            self.saved()
        self.pictures.take("case-named")


def question(kind: type[Q]) -> Q:
    """The question that is open, of that kind; raises TourStopped."""
    found = QApplication.activeModalWidget()
    if not isinstance(found, kind):
        raise TourStopped(f"No {kind.__name__} is open", "Report it with the log.")
    return found


def _groups(step: QWidget) -> list[str]:
    """Read the recovery key off the screen, as a person would."""
    shown = [label.text() for label in step.findChildren(QLabel) if len(label.text()) == _GROUP]
    groups = [text for text in shown if text.isalnum() and text.isupper()]
    if len(groups) < max(ASKED_FOR):
        raise TourStopped("The recovery key is not on the screen", "Report it with the log.")
    return groups
