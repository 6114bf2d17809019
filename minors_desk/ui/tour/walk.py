"""What all parts of the tour do: wait, answer a form, save it, go to a child's page."""

from collections.abc import Callable
from typing import NamedTuple, TypeVar

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QDialog, QLineEdit

from minors_desk.domain.board import Card
from minors_desk.ui.dialogs.encounter_dialog import EncounterDialog
from minors_desk.ui.dialogs.palette_dialog import PaletteDialog
from minors_desk.ui.forms.asked_form import AskedForm
from minors_desk.ui.kit.choice import ChoiceField
from minors_desk.ui.kit.field import Field
from minors_desk.ui.kit.several import SeveralField
from minors_desk.ui.main_window import MainWindow
from minors_desk.ui.session import Session
from minors_desk.ui.tour.hands import CONTROL, Hands, TourStopped
from minors_desk.ui.tour.pictures import Pictures
from minors_desk.ui.tour.story import StoryClock

Key = Qt.Key
Q = TypeVar("Q", bound=QDialog)


class Scene(NamedTuple):
    """What each part is made of."""

    window: MainWindow
    hands: Hands
    pictures: Pictures
    clock: StoryClock


class Walk:
    """What all parts share: the window, the hands, the pictures and the clock of the story."""

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

    def unfold(self, form: AskedForm) -> None:
        """Show what is asked less often."""
        self.hands.click(form.more)
        self.quiet()

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

    def also_for_all(self, form: AskedForm) -> None:
        """Alt+C: for all who were found together with the child."""
        if form.also is None:
            raise TourStopped("The form is for one child only", "Report it with the log.")
        self.hands.press(Key.Key_C, Qt.KeyboardModifier.AltModifier)

    def palette(self, typed: str) -> None:
        """Ctrl+K, a few letters, Enter."""
        self.hands.press(Key.Key_K, CONTROL)
        self.asked(PaletteDialog)
        self.hands.type(typed)
        self.hands.press(Key.Key_Return)

    def meet(self, place: str, how: str) -> EncounterDialog:
        """Ctrl+N: where a child was met, how it was found, and that it is now."""
        hands = self.hands
        hands.press(Key.Key_N, CONTROL)
        self.asked(EncounterDialog)
        for text in (place, how):
            hands.press(Key.Key_Tab)
            hands.type(text)
        hands.press(Key.Key_Tab)
        hands.press(Key.Key_N)
        return question(EncounterDialog)

    def look_in(self, what: str, *, all_of_them: bool = True) -> None:
        """W 1 C Ctrl+Enter: a welfare check of the child, or of all who were found together."""
        with self.hands.action(f"Welfare check of {what}"):
            self.hands.press(Key.Key_W)
            self.form("Welfare check")
            self.hands.press(Key.Key_1)
            if all_of_them:
                self.hands.press(Key.Key_C)
            self.save()

    def open_child(self, wanted: Callable[[Card], bool]) -> None:
        """From the board: go down to the first child of that kind, and open its case."""
        board = self.session.board
        self.hands.press(Key.Key_Home)
        for _ in board.model.rows():
            chosen = board.chosen()
            if chosen is not None and wanted(chosen.card):
                break
            self.hands.press(Key.Key_Down)
        self.hands.press(Key.Key_Return)
        self.quiet()

    def board(self) -> None:
        """Esc from a case to the board."""
        self.hands.press(Key.Key_Escape)
        self.quiet()


def question(kind: type[Q]) -> Q:
    """The question that is open, of that kind; raises TourStopped."""
    found = QApplication.activeModalWidget()
    if not isinstance(found, kind):
        raise TourStopped(f"No {kind.__name__} is open", "Report it with the log.")
    return found
