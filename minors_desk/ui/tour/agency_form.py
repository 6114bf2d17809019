"""A form of another agency in the walk: its PDF mapped by pointing, adopted, and filled."""

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QFileDialog, QLineEdit

from minors_desk.domain.official_forms import PREFIX
from minors_desk.services import official_forms
from minors_desk.ui.dialogs.adopt_dialog import AdoptDialog
from minors_desk.ui.tour.hands import CONTROL, TourStopped
from minors_desk.ui.tour.morning import LettingIn
from minors_desk.ui.tour.walk import question
from minors_desk.ui.views.form_map_view import FormMapView
from minors_desk.ui.views.forms_view import FormsView
from minors_desk.ui.views.print_panel import button_of
from minors_desk.ui.views.print_view import PrintView

NAME = "petition"
Key = Qt.Key


class AgencyForm(LettingIn):
    """By keys, and a click for each guess that is looked at; a supervisor is at the desk."""

    def fill_one(self, folder: Path) -> None:
        """Do all of it; the PDF lies in that folder."""
        file = folder / "petition.pdf"
        file.write_bytes(official_forms.to_practise_on())
        page = self.place(Key.Key_0, FormsView)
        self.pictures.take("forms-none")
        view = self._chosen(page, file)
        self.pictures.take("form-mapped")
        self._looked_at(view)
        with self.hands.action("Form of an agency adopted"):
            self.hands.press(Key.Key_Return, CONTROL)
            self.asked(AdoptDialog)
            ask = question(AdoptDialog)
            self.enter(ask.named)
            self.hands.press(Key.Key_A, CONTROL)
            self.hands.type(NAME)
            self.hands.click(ask.to.search)
            self.hands.type("court")
        self.pictures.take("form-adopted")
        with self.hands.action("Form of an agency adopted, saved"):
            self.save()
        self.pictures.take("forms")
        self._filled()

    def _chosen(self, page: FormsView, file: Path) -> FormMapView:
        """N, and the whole name of the file."""
        hands = self.hands
        with hands.action("Form of an agency chosen"):
            hands.press(Key.Key_N)
            hands.until(
                "the file question",
                lambda: isinstance(QApplication.activeModalWidget(), QFileDialog),
            )
            name = question(QFileDialog).findChild(QLineEdit)
            if name is None:
                raise TourStopped("There is no field for the file", "Report it with the log.")
            hands.rest()
            hands.click(name)
            hands.press(Key.Key_A, CONTROL)
            hands.type(str(file))
            hands.leave_list()
            hands.rest()
            hands.press(Key.Key_Return)
            hands.until("the form", lambda: isinstance(page.current(), FormMapView))
            self.asked(FormMapView)
            view = question(FormMapView)
            hands.until("its fields", lambda: bool(view.chosen()))
            self.quiet()
        return view

    def _looked_at(self, view: FormMapView) -> None:
        """Each guess is right here: it is taken as it is, and the next one comes."""
        with self.hands.action("Guesses of a form looked at"):
            for _ in view.mapping.unchecked:
                self.hands.click(view.editor.take)
            self.quiet()
        if view.mapping.unchecked:
            raise TourStopped("A guess of the form was passed over", "Report it with the log.")

    def _filled(self) -> None:
        """The first child of the board: the form stands beside our own papers."""
        hands = self.hands
        hands.press(Key.Key_1)
        self.quiet()
        self.open_child(lambda card: card.name is not None)
        with hands.action("Form of an agency previewed"):
            hands.press(Key.Key_P)
            self.asked(PrintView)
            view = question(PrintView)
            hands.until("the preview", view.panel.save_button.isEnabled)
            button = button_of(view.panel, f"{PREFIX}{NAME}")
            if button is None:
                raise TourStopped("The form is not offered", "Report it with the log.")
            hands.click(button)
            hands.until("the form", view.panel.save_button.isEnabled)
            self.quiet()
        self.pictures.take("form-preview")
        with hands.action("Form of an agency closed"):
            hands.press(Key.Key_Escape)
            self.saved()
