"""Mapping a form of another agency: point at a field on its page, say what it is filled with."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QImage, QKeySequence, QShortcut
from PySide6.QtWidgets import QDialog, QFileDialog, QWidget
from shiboken6 import isValid

from minors_desk.domain.changes import Changes
from minors_desk.services import official_forms
from minors_desk.services.desk import Desk
from minors_desk.services.official_forms import Fill, FormMapping
from minors_desk.ui.bus import Bus
from minors_desk.ui.dialogs.adopt_dialog import AdoptDialog
from minors_desk.ui.kit.button import Button, Kind
from minors_desk.ui.kit.chips import Chip
from minors_desk.ui.kit.keys import KeyHint, KeyHints
from minors_desk.ui.kit.notice import Notice
from minors_desk.ui.kit.pick_list import ListRow, PickList
from minors_desk.ui.kit.spacing import ONE, TWO, column, row
from minors_desk.ui.kit.tokens import TextRole, Tone, scaled
from minors_desk.ui.kit.type import Elided, Label
from minors_desk.ui.tasks import Tasks
from minors_desk.ui.views import paper_out
from minors_desk.ui.views.fill_editor import FillEditor
from minors_desk.ui.views.form_page import FormPage
from minors_desk.ui.views.pdf_pages import render
from minors_desk.wording.phrases import joined

VIEW_DPI = 130
_SIDE = 330
_LONGEST = 30
"""Characters of what a field is called in the list; the end says more than the beginning."""
_KEYS = (
    KeyHint("Enter", "fill, go to the next"),
    KeyHint("Page Up / Down", "page"),
    KeyHint("+ -", "zoom"),
    KeyHint("Esc", "close; what is mapped is kept"),
)


class FormMapView(QDialog):
    """Maps one form. It is kept as a draft of the person with every field, until it is adopted.

    `data` is the blank PDF, `mapping` where to begin; `notes` say what was changed to make the
    PDF safe.
    """

    def __init__(
        self,
        lanes: tuple[Desk, Tasks, Bus],
        data: bytes,
        mapping: FormMapping,
        notes: tuple[str, ...] = (),
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("ask")
        self.setWindowTitle("Minors Desk")
        self.setAccessibleName("Map a form")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._desk, self._tasks, self._bus = lanes
        self._data, self.mapping = data, mapping
        self._pictures: list[QImage] = []
        self._page, self._chosen = 1, ""
        self._asking: AdoptDialog | None = None
        self.title = Elided(mapping.title, TextRole.TITLE)
        self.state = Chip("", Tone.MUTED)
        self.pages = Label("", TextRole.SMALL)
        self.notice = Notice()
        self.page = FormPage()
        self.fields = PickList("Fields", "", "Find a field")
        self.editor = FillEditor()
        self.save_button = Button("Save the mapping", Kind.SECONDARY, "Ctrl+S")
        self.adopt_button = Button("Adopt the form", Kind.PRIMARY, "Ctrl+Enter", "check")
        self.close_button = Button("Close", Kind.SECONDARY, "Esc")
        self._lay_out()
        self._connect()
        if notes:
            self.notice.show_words(Tone.ACCENT, notes[0], " ".join(notes[1:]))
        self.resize(_room(self))
        self._tasks.aside(
            self, lambda: render(official_forms.as_seen(data), VIEW_DPI), self._drawn, self._failed
        )

    def choose(self, name: str) -> None:
        """Choose a field by its name, and go to its page."""
        found = next((one for one in self.mapping.fields if one.field.name == name), None)
        if found is None:
            return
        self._chosen, self._page = name, found.field.page
        self.editor.show_field(found.field, found.fill)
        self._show_page()
        if self.fields.value() != name:
            self.fields.set_value(name)

    def chosen(self) -> str:
        """The name of the chosen field; empty while none is."""
        return self._chosen

    def turn(self, pages: int) -> None:
        """Show a page further on, or further back."""
        self._page = min(len(self.mapping.pages), max(1, self._page + pages))
        self._show_page()

    def take(self, name: str, fill: Fill | None) -> None:
        """Fill that field so from now on, keep the draft, and go to the next field."""
        self.mapping = self.mapping.with_fill(name, fill)
        self._keep()
        self._offer()
        later = [row.value for row in self.fields.rows()]
        place = later.index(name) + 1 if name in later else 0
        self.choose(later[place] if place < len(later) else name)

    def adopt(self) -> None:
        """Ask what the form is called and whom it goes to, and let it be filled here."""
        if self.asking() is not None:
            return
        self.notice.say_nothing()
        ask = AdoptDialog(self.mapping, self._desk.founded.jurisdiction, self)
        ask.answered.connect(lambda mapping: self._adopt(ask, mapping))
        self._asking = ask
        ask.open()

    def asking(self) -> AdoptDialog | None:
        """The question before the form is adopted, while it is open."""
        found = self._asking
        return found if found is not None and isValid(found) and found.isVisible() else None

    def _adopt(self, ask: AdoptDialog, mapping: FormMapping) -> None:
        text, data, desk = official_forms.as_text(mapping), self._data, self._desk
        self.mapping = mapping
        self._keep()

        def done(changes: Changes) -> None:
            if isValid(ask):
                ask.accept()
            self._bus.publish(changes)
            self.accept()

        def failed(error: Exception) -> None:
            if isValid(ask) and ask.isVisible():
                ask.fail(error)
            else:
                self.notice.tell(error)

        self._tasks.on_record(self, lambda: official_forms.adopt(desk, data, text), done, failed)

    def choose_file(self) -> None:
        """Ask where the mapping is to be saved."""
        ask = QFileDialog(self, "Save the mapping", "", "TOML (*.toml)")
        ask.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        ask.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        ask.setDefaultSuffix("toml")
        ask.selectFile(f"{self.mapping.name}.toml")
        ask.fileSelected.connect(lambda path: self.save_to(Path(path)))
        ask.open()

    def save_to(self, path: Path) -> None:
        """Write the mapping there; it holds nothing of any case."""
        text = official_forms.as_text(self.mapping).encode()

        def done(_: object) -> None:
            self.notice.show_words(Tone.GREEN, "The mapping was saved", "Adopt it here when right")

        self._tasks.aside(self, lambda: paper_out.write_file(path, text), done, self._failed)

    def _drawn(self, pictures: list[QImage]) -> None:
        self._pictures = pictures
        self._offer()
        first = next(iter(self.fields.rows()), None)
        if first is not None:
            self.choose(first.value)

    def _show_page(self) -> None:
        count = len(self.mapping.pages)
        self.pages.setText(f"Page {self._page} of {count}")
        if len(self._pictures) >= self._page:
            spots = official_forms.spots(self.mapping, self._page)
            self.page.show_page(self._pictures[self._page - 1], spots, self._chosen)

    def _offer(self) -> None:
        """List the fields that can be filled, with what each is filled with."""
        self.fields.blockSignals(True)
        self.fields.offer(
            [_row(one.field, one.fill) for one in self.mapping.fields if _is_ours(one)]
        )
        self.fields.blockSignals(False)
        mapped, guessed = len(self.mapping.mapped), len(self.mapping.unchecked)
        words = joined(f"{mapped} mapped", f"{guessed} to be checked" if guessed else "")
        self.state.set(words, Tone.AMBER if guessed else Tone.GREEN)

    def _keep(self) -> None:
        mapping, desk = self.mapping, self._desk
        self._tasks.on_record(
            self, lambda: official_forms.keep_draft(desk, mapping), lambda _: None, self._failed
        )

    def _failed(self, error: Exception) -> None:
        self.notice.tell(error)

    def _connect(self) -> None:
        self.page.picked.connect(self._point)
        self.fields.changed.connect(lambda: self.choose(self.fields.value() or ""))
        self.fields.taken.connect(self.editor.facts.search.setFocus)
        self.editor.filled.connect(self.take)
        self.save_button.clicked.connect(self.choose_file)
        self.adopt_button.clicked.connect(self.adopt)
        self.close_button.clicked.connect(self.reject)
        keys: tuple[tuple[str, Callable[[], object]], ...] = (
            ("Ctrl+Return", self.adopt),
            ("Ctrl+Enter", self.adopt),
            ("Ctrl+S", self.choose_file),
            ("PgDown", lambda: self.turn(1)),
            ("PgUp", lambda: self.turn(-1)),
            ("+", lambda: self.page.zoom_by(1)),
            ("-", lambda: self.page.zoom_by(-1)),
            ("Del", self.editor.leave_it),
        )
        for key, work in keys:
            QShortcut(QKeySequence(key), self).activated.connect(work)

    def _point(self, name: str) -> None:
        self.choose(name)
        self.editor.facts.search.setFocus()

    def _lay_out(self) -> None:
        head = row(gap=TWO)
        head.setContentsMargins(TWO, TWO, TWO, ONE)
        head.addWidget(self.title, 1)
        head.addWidget(self.state)
        head.addWidget(self.pages)
        side = QWidget()
        side.setFixedWidth(scaled(_SIDE))
        lines = column(side, gap=ONE)
        lines.setContentsMargins(0, 0, TWO, 0)
        lines.addWidget(self.editor, 1)
        fields = QWidget()
        fields.setFixedWidth(scaled(_SIDE - 70))
        left = column(fields, gap=0)
        left.setContentsMargins(TWO, 0, 0, 0)
        left.addWidget(self.fields)
        middle = row(gap=TWO)
        middle.addWidget(fields)
        middle.addWidget(self.page, 1)
        middle.addWidget(side)
        foot = row(gap=ONE)
        foot.setContentsMargins(TWO, ONE, TWO, TWO)
        foot.addWidget(KeyHints(_KEYS), 1, Qt.AlignmentFlag.AlignVCenter)
        for button in (self.save_button, self.adopt_button, self.close_button):
            foot.addWidget(button)
        outer = column(self, gap=0)
        outer.addLayout(head)
        outer.addWidget(self.notice)
        outer.addLayout(middle, 1)
        outer.addLayout(foot)


def _is_ours(one: official_forms.MappedField) -> bool:
    return one.field.can_be_filled


def _row(field: official_forms.FormField, fill: Fill | None) -> ListRow:
    tone, words = Tone.MUTED, "left empty"
    if fill is not None:
        words = official_forms.fill_words(fill)
        tone = Tone.AMBER if fill.to_check else Tone.ACCENT
        words = f"guess: {words}" if fill.to_check else words
    return ListRow(
        value=field.name,
        title=official_forms.label_of(field, _LONGEST),
        detail=joined(f"page {field.page}", words),
        tone=tone,
        words=field.name,
    )


def _room(dialog: QDialog) -> QSize:
    """Nearly all of the window, or of the screen where there is none."""
    parent = dialog.parentWidget()
    room = dialog.screen().availableSize() if parent is None else parent.window().size()
    return QSize(room.width() - 32, room.height() - 32)
