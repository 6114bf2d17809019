"""The directory: lines to call with source, date and sureness; a supervisor sets our own."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut, QShowEvent

from minors_desk.domain.calling import CallLine
from minors_desk.domain.changes import Changes
from minors_desk.services import directory
from minors_desk.ui.dialogs.line_dialog import LineDialog
from minors_desk.ui.dialogs.telephone_dialog import TelephoneDialog
from minors_desk.ui.editors.draft_keeper import DraftKeeper
from minors_desk.ui.kit.button import Button, Kind
from minors_desk.ui.kit.icon_line import IconLine
from minors_desk.ui.kit.keys import KeyHint, KeyHints
from minors_desk.ui.kit.pick_list import ListRow, PickList
from minors_desk.ui.kit.section import Section
from minors_desk.ui.kit.spacing import ONE, THREE, TWO, column, row
from minors_desk.ui.kit.tokens import TextRole, Tone
from minors_desk.ui.kit.type import Label
from minors_desk.ui.views.page import Lanes, Page
from minors_desk.wording.codes import word
from minors_desk.wording.directory import (
    dated_words,
    no_number,
    only_for,
    our_telephone,
    said_by,
    sureness_words,
)
from minors_desk.wording.phrases import joined

SET, ADD, OURS = "E", "A", "T"


class DirectoryView(Page):
    """The lines of the station's jurisdiction first; typing finds those of all others too.

    `left` tells of Esc, back to the board.
    """

    left = Signal()

    def __init__(self, lanes: Lanes) -> None:
        super().__init__(lanes, "Directory")
        self._lines: dict[str, CallLine] = {}
        self.lines = PickList("Lines to call", "", "Name, place, number or what for")
        self.detail = Section()
        self.number = Label("", TextRole.DISPLAY, wrap=True)
        self._name = Label("", TextRole.HEADING, wrap=True)
        self.sureness = IconLine()
        self.set_button = Button("Set our own number", Kind.PRIMARY, SET)
        self.add_button = Button("Add a line", Kind.SECONDARY, ADD, "plus")
        self.our_button = Button("Our telephone", Kind.SECONDARY, OURS)
        self.ours = Label("", tone=Tone.MUTED, wrap=True)
        self._lay_out()
        self.lines.changed.connect(self._look)
        self.lines.search.textChanged.connect(self.reload)
        self.set_button.clicked.connect(self.set_number)
        self.add_button.clicked.connect(self.add_line)
        self.our_button.clicked.connect(self.set_telephone)
        self._keys()
        self.setFocusProxy(self.lines.list)
        self.reload()

    def reload(self, *_: object) -> None:
        """Show the lines as they stand; all of them, once something is looked for."""
        found = directory.lines(self.desk, everywhere=bool(self.lines.search.text().strip()))
        self._lines = {one.id: one for one in found}
        self.ours.setText(our_telephone(self.desk.founded.station, self.desk.station.telephone))
        self.lines.offer([_row(one) for one in found])
        self._look()

    def chosen(self) -> CallLine | None:
        """The line that the keys stand on."""
        return self._lines.get(self.lines.value() or "")

    def set_number(self) -> None:
        """E: the agency's own number in place of the chosen line."""
        line = self.chosen()
        if line is not None:
            self._ask(line.id, line)

    def add_line(self) -> None:
        """A: a line that the program does not ship."""
        self._ask(directory.new_line_id(self.desk), None)

    def showEvent(self, event: QShowEvent) -> None:
        """Begin with the whole list."""
        super().showEvent(event)
        self.notice.say_nothing()

    def set_telephone(self) -> None:
        """T: the number under which our own station is called back."""
        if not self._may_set():
            return
        ask = TelephoneDialog(self.desk.station.telephone, self.desk.clock, self.window())
        DraftKeeper(ask, ask.form, ask.fields(), self.desk, self.tasks)

        def done(changes: Changes) -> None:
            ask.accept()
            self.bus.publish(changes)

        ask.answered.connect(
            lambda body: self.tasks.on_record(
                ask, lambda: directory.set_telephone(self.desk, body, ask.form), done, ask.fail
            )
        )
        self.show_over(ask)

    def _may_set(self) -> bool:
        """Whether the person may; who may not is told whom to ask."""
        may = directory.may_set(self.desk)
        if not may:
            self.notice.show_words(
                Tone.AMBER,
                "Only a supervisor sets the agency's own numbers",
                "Ask a supervisor to sign in and enter it.",
            )
        return may

    def _ask(self, line_id: str, line: CallLine | None) -> None:
        if not self._may_set():
            return
        ask = LineDialog(
            line_id,
            line,
            self.desk.clock,
            self.window(),
            jurisdiction=self.desk.founded.jurisdiction,
        )
        DraftKeeper(ask, ask.form, ask.fields(), self.desk, self.tasks)
        ask.answered.connect(
            lambda body: self.tasks.on_record(
                ask,
                lambda: directory.set_line(self.desk, body, ask.form),
                lambda changes: self._done(ask, changes, line_id),
                ask.fail,
            )
        )
        self.show_over(ask)

    def _done(self, ask: LineDialog, changes: Changes, line_id: str) -> None:
        ask.accept()
        self.bus.publish(changes)
        self.lines.set_value(line_id)

    def _changed(self, changes: Changes) -> None:
        if changes.station:
            self.reload()

    def _look(self) -> None:
        line = self.chosen()
        self.detail.setVisible(line is not None)
        self.detail.clear_rows()
        self.set_button.setEnabled(line is not None)
        if line is None:
            return
        self._name.setText(line.name)
        self.number.setText(line.number or no_number())
        self.number.set_tone(Tone.NEUTRAL if line.number else Tone.AMBER)
        calm = line.verified or line.is_own
        self.sureness.set(sureness_words(line), Tone.GREEN if calm else Tone.AMBER)
        zone = self.desk.zone
        for label, value in (
            ("In French", line.name_fr),
            ("What for", word("contact_purpose", line.purpose)),
            ("Where", line.jurisdiction),
            ("Only for", only_for(line.for_country)),
            ("Hours", line.hours),
            ("Also", line.other),
            ("Note", line.note),
            ("Source", said_by(line)),
            ("Dated", dated_words(line, zone)),
            ("Ships with", self._shipped(line)),
        ):
            if value:
                self.detail.add_row(label, value)

    def _shipped(self, line: CallLine) -> str:
        """What an own line stands in the place of."""
        before = directory.shipped_line(line.id) if line.is_own else None
        if before is None:
            return ""
        return joined(before.number or no_number(), sureness_words(before))

    def _lay_out(self) -> None:
        lines = column(self, gap=TWO)
        lines.setContentsMargins(THREE, THREE, THREE, 12)
        head = row(gap=ONE)
        head.addWidget(Label("Directory", TextRole.TITLE), 1)
        head.addWidget(self.our_button)
        head.addWidget(self.add_button)
        head.addWidget(self.set_button)
        lines.addLayout(head)
        lines.addWidget(self.ours)
        lines.addWidget(self.notice)
        sides = row(gap=TWO)
        sides.addWidget(self.lines, 1)
        right = column()
        for widget in (self._name, self.number, self.sureness):
            self.detail.body.insertWidget(self.detail.body.count() - 1, widget)
        right.addWidget(self.detail)
        right.addStretch(1)
        sides.addLayout(right, 1)
        lines.addLayout(sides, 1)
        may = directory.may_set(self.desk)
        setting = (
            (
                KeyHint(SET, "set our own number"),
                KeyHint(ADD, "add a line"),
                KeyHint(OURS, "our telephone"),
            )
            if may
            else ()
        )
        lines.addWidget(KeyHints((KeyHint("F", "find"), *setting, KeyHint("Esc", "board"))))
        self.set_button.setVisible(may)
        self.add_button.setVisible(may)
        self.our_button.setVisible(may)

    def _keys(self) -> None:
        for key, act in (
            (SET, self.set_number),
            (ADD, self.add_line),
            (OURS, self.set_telephone),
            ("F", self.lines.search.setFocus),
            ("Esc", self.left.emit),
        ):
            shortcut = QShortcut(QKeySequence(key), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(act)


def _row(line: CallLine) -> ListRow:
    sure = sureness_words(line)
    calm = line.verified or line.is_own
    number = line.number if line.number else ""
    # "Something else" is a choice among others; beside a line it says nothing.
    purpose = "" if line.purpose == "other" else word("contact_purpose", line.purpose)
    return ListRow(
        value=line.id,
        title=line.name,
        detail=joined(number, sure, purpose, line.jurisdiction),
        tone=Tone.MUTED if calm else Tone.AMBER,
        words=joined(line.name_fr, line.other, line.note),
    )
