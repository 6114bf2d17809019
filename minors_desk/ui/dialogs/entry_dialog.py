"""Shows one entry of the log whole: all it says, its times, who stands behind it, its changes."""

from collections.abc import Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QDialog, QWidget

from minors_desk.domain.bodies import Body
from minors_desk.domain.case import LogLine
from minors_desk.domain.entries import Entry
from minors_desk.domain.station import Person
from minors_desk.ui.acts import catalog
from minors_desk.ui.kit.button import Button, Kind
from minors_desk.ui.kit.scroll import Scroll
from minors_desk.ui.kit.section import Section
from minors_desk.ui.kit.spacing import ONE, THREE, TWO, column, row
from minors_desk.ui.kit.tokens import GRID, TextRole, scaled
from minors_desk.ui.kit.type import Label
from minors_desk.ui.models.log_model import who_wrote
from minors_desk.wording.codes import word
from minors_desk.wording.phrases import joined
from minors_desk.wording.sentences import heading, sentence
from minors_desk.wording.times import day_and_time, exactly


class EntryDialog(QDialog):
    """One entry. `amend_wanted` and `withdraw_wanted` when the person presses these buttons.

    Only what is logged with a described form can be amended: the form is what is filled anew.
    """

    amend_wanted = Signal()
    withdraw_wanted = Signal()

    def __init__(
        self,
        line: LogLine,
        authors: Mapping[bytes, Person],
        zone: str,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("ask")
        self.setWindowTitle("Minors Desk")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        page = QWidget()
        lines = column(page)
        lines.addWidget(_told(line, authors, zone))
        lines.addStretch(1)
        close = Button("Close", Kind.SECONDARY, "Esc")
        close.clicked.connect(self.reject)
        foot = row(gap=ONE)
        foot.addStretch(1)
        if type(line.counts) in catalog.AMENDED:
            amend = Button("Amend", Kind.SECONDARY, "A")
            amend.clicked.connect(self._amend)
            QShortcut(QKeySequence("A"), self).activated.connect(self._amend)
            foot.addWidget(amend)
        if line.counts is not None:
            withdraw = Button("Withdraw", Kind.SECONDARY, "Del")
            withdraw.clicked.connect(self._withdraw)
            QShortcut(QKeySequence("Del"), self).activated.connect(self._withdraw)
            foot.addWidget(withdraw)
        foot.addWidget(close)
        outer = column(self, gap=TWO)
        outer.setContentsMargins(THREE, THREE, THREE, TWO)
        outer.addWidget(Label(heading(line.entry), TextRole.TITLE))
        outer.addWidget(Scroll(page), 1)
        outer.addLayout(foot)
        close.setFocus()
        self.resize(scaled(78 * GRID), scaled(52 * GRID))

    def _amend(self) -> None:
        self.accept()
        self.amend_wanted.emit()

    def _withdraw(self) -> None:
        self.accept()
        self.withdraw_wanted.emit()


def _told(line: LogLine, authors: Mapping[bytes, Person], zone: str) -> Section:
    section = Section()
    entry = line.entry
    shown = line.counts if line.counts is not None else entry.body
    if isinstance(shown, Body):
        section.add_row("Happened", exactly(shown.occurred_at, shown.precision, zone))
    section.add_row(
        "Written", joined(day_and_time(entry.recorded_at, zone), who_wrote(entry, authors))
    )
    if isinstance(shown, Body) and shown.late_because is not None:
        section.add_row("Late", word("late", shown.late_because))
    if isinstance(shown, Body) and shown.done_by is not None:
        second = shown.done_by
        section.add_row(
            "Done by", joined(second.name, second.badge, word("how_second", second.how))
        )
    section.add_row("Says", sentence(shown))
    change = line.altered_by
    if change is not None:
        _tell_change(section, line, change, (authors, zone))
    return section


def _tell_change(
    section: Section, line: LogLine, change: Entry, known: tuple[Mapping[bytes, Person], str]
) -> None:
    authors, zone = known
    what = "Withdrawn" if line.counts is None else "Amended"
    when = joined(day_and_time(change.recorded_at, zone), who_wrote(change, authors))
    section.add_row(what, when)
    section.add_row("Reason", sentence(change.body))
    if line.counts is not None:
        section.add_row("Said before", sentence(line.entry.body))
