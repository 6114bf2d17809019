"""The forms page: which forms of other agencies may be filled here, and mapping another one."""

import re
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QFileDialog

from minors_desk.domain.changes import Changes
from minors_desk.domain.official_forms import AdoptedForm
from minors_desk.services import official_forms
from minors_desk.services.official_forms import FormMapping
from minors_desk.ui.kit.button import Button, Kind
from minors_desk.ui.kit.empty_state import EmptyState
from minors_desk.ui.kit.keys import KeyHint, KeyHints
from minors_desk.ui.kit.pick_list import ListRow, PickList
from minors_desk.ui.kit.spacing import THREE, TWO, column, row
from minors_desk.ui.kit.tokens import TextRole, Tone
from minors_desk.ui.kit.type import Label
from minors_desk.ui.views.form_map_view import FormMapView
from minors_desk.ui.views.page import Lanes, Page
from minors_desk.wording.phrases import joined
from minors_desk.wording.times import day_and_time

KEYS = (KeyHint("N", "map a form"), KeyHint("E", "change the mapping"), KeyHint("Esc", "board"))
_NAME = re.compile("[^a-z0-9]+")
_LONGEST = 40


@dataclass(frozen=True, slots=True)
class _Begun:
    """A form that is to be mapped: its bytes, where to begin, what was changed in the PDF."""

    data: bytes
    mapping: FormMapping
    notes: tuple[str, ...]


class FormsView(Page):
    """Adopted forms. `left` tells of Esc."""

    left = Signal()

    def __init__(self, lanes: Lanes) -> None:
        super().__init__(lanes, "Forms of other agencies")
        self._forms: dict[str, AdoptedForm] = {}
        self.forms = PickList("Forms that may be filled here", "", "Find a form")
        self.empty = EmptyState(
            "No form was adopted yet",
            "Choose the fillable PDF of an agency, and say what each field is filled with",
        )
        self.map_button = Button("Map a form", Kind.PRIMARY, "N", "plus")
        self.edit_button = Button("Change the mapping", Kind.SECONDARY, "E")
        self._lay_out()
        self.setFocusProxy(self.map_button)
        self.map_button.clicked.connect(self.choose_file)
        self.edit_button.clicked.connect(self.change)
        self.forms.taken.connect(self.change)
        for key, act in (
            ("N", self.choose_file),
            ("E", self.change),
            ("Esc", self.left.emit),
        ):
            self.key(key, act)

    def reload(self) -> None:
        """Read the forms on the record lane and show them."""
        desk = self.desk
        self.tasks.on_record(self, lambda: official_forms.adopted(desk), self._show, self.tell)

    def choose_file(self) -> None:
        """N: choose the blank PDF of a form."""
        if self.current() is not None:
            return
        ask = QFileDialog(self.window(), "The blank form", "", "PDF (*.pdf)")
        ask.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        ask.setFileMode(QFileDialog.FileMode.ExistingFile)
        ask.fileSelected.connect(lambda path: self.map_file(Path(path)))
        ask.open()

    def map_file(self, path: Path) -> None:
        """Look at a PDF, and open the page that maps it."""
        desk = self.desk

        def begin() -> _Begun:
            data = official_forms.read_file(path)
            form = official_forms.look_at(data)
            kept = official_forms.kept_draft(desk, form.sha256)
            mapping = kept or official_forms.begin_mapping(data, _name_of(path))
            return _Begun(data, mapping, tuple(note.sentence for note in form.notes))

        self.notice.say_nothing()
        self.tasks.on_record(self, begin, self._open, self.tell)

    def change(self) -> None:
        """E: change how the chosen form is filled; adopted again it is the next version."""
        form, desk = self._forms.get(self.forms.value() or ""), self.desk
        if form is None or self.current() is not None:
            return

        def begin() -> _Begun:
            data = official_forms.blank_of(desk, form)
            kept = official_forms.kept_draft(desk, form.sha256)
            return _Begun(data, kept or official_forms.from_text(form.mapping), ())

        self.notice.say_nothing()
        self.tasks.on_record(self, begin, self._open, self.tell)

    def showEvent(self, event: QShowEvent) -> None:
        """Read when the page comes to sight."""
        super().showEvent(event)
        self.notice.say_nothing()
        self.reload()

    def _open(self, begun: _Begun) -> None:
        lanes = (self.desk, self.tasks, self.bus)
        view = FormMapView(lanes, begun.data, begun.mapping, begun.notes, self.window())
        self.show_over(view)

    def _changed(self, changes: Changes) -> None:
        if changes.station and self.isVisible():
            self.reload()

    def _show(self, forms: tuple[AdoptedForm, ...]) -> None:
        self._forms = {one.form: one for one in forms}
        self.forms.offer([_row(one, self.desk.zone) for one in forms])
        self.forms.setVisible(bool(forms))
        self.empty.setVisible(not forms)
        self.edit_button.setVisible(bool(forms))
        # The keys of the page work while the focus is on it: never on what is hidden.
        self.setFocusProxy(self.forms.list if forms else self.map_button)
        if self.isVisible() and self.current() is None:
            self.setFocus(Qt.FocusReason.OtherFocusReason)

    def _lay_out(self) -> None:
        lines = column(self, gap=TWO)
        lines.setContentsMargins(THREE, THREE, THREE, 12)
        head = row(gap=TWO)
        head.addWidget(Label("Forms of other agencies", TextRole.TITLE))
        head.addStretch(1)
        head.addWidget(self.edit_button)
        head.addWidget(self.map_button)
        lines.addLayout(head)
        words = (
            "Fillable PDFs that an agency gave us. A filled one is a paper of the case: it stands "
            "beside our own under Print."
        )
        lines.addWidget(Label(words, tone=Tone.MUTED, wrap=True))
        lines.addWidget(self.notice)
        lines.addWidget(self.forms, 1)
        lines.addWidget(self.empty, 1)
        lines.addWidget(KeyHints(KEYS))
        self.edit_button.hide()
        self.empty.hide()


def _name_of(path: Path) -> str:
    """A name to begin with, from that of the file: small letters, digits and hyphens."""
    return _NAME.sub("-", path.stem.lower()).strip("-")[:_LONGEST].strip("-") or "form"


def _row(form: AdoptedForm, zone: str) -> ListRow:
    at = day_and_time(form.at, zone)
    return ListRow(
        value=form.form,
        title=form.title,
        detail=joined(form.form, f"version {form.version}", f"adopted {at} by {form.by}"),
    )
