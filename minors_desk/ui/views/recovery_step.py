"""The recovery sheet: its key shown once, kept on paper or in a file, proved by typing it back."""

import os
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFileDialog, QGridLayout, QStackedWidget, QWidget

from minors_desk.errors import DeskError
from minors_desk.ui.kit.button import Button, Kind
from minors_desk.ui.kit.field import LineField, first_wrong
from minors_desk.ui.kit.notice import Notice
from minors_desk.ui.kit.section import Section
from minors_desk.ui.kit.spacing import ONE, TWO, column, row
from minors_desk.ui.kit.tokens import TextRole, Tone
from minors_desk.ui.kit.type import Label
from minors_desk.ui.tasks import Tasks

ASKED_FOR = (3, 6)
"""The groups of the key that are typed back, counted from one."""
FILE_NAME = "Minors Desk recovery sheet.txt"
_COLUMNS = 4


class RecoveryStep(QStackedWidget):
    """Shows the key, then hides it and asks for two groups of it. `confirmed` when they are right.

    `sheet(key)` makes the text of the file.
    """

    confirmed = Signal()

    def __init__(self, tasks: Tasks) -> None:
        super().__init__()
        self._tasks = tasks
        self._key = ""
        self._sheet: Callable[[], str] = str
        self.notice = Notice()
        self.wrong = Notice()
        self._groups = QGridLayout()
        self.save = Button("Save the sheet to a file…", Kind.SECONDARY)
        self.go_on = Button("I have it on paper or in a file", Kind.PRIMARY)
        self.fields = tuple(LineField(f"Group {n}", most=12) for n in ASKED_FOR)
        self.finish = Button("Open the desk", Kind.PRIMARY, "Enter")
        self.addWidget(self._show_page())
        self.addWidget(self._ask_page())
        self.save.clicked.connect(self._choose_file)
        self.go_on.clicked.connect(self._ask)
        self.finish.clicked.connect(self.check)

    def show_key(self, key: str, sheet: Callable[[], str]) -> None:
        """Show a key, group by group."""
        self._key, self._sheet = key, sheet
        for number, group in enumerate(key.split("-")):
            pair = row(gap=ONE)
            pair.addWidget(Label(str(number + 1), TextRole.SMALL))
            pair.addWidget(Label(group, TextRole.TITLE), 1)
            self._groups.addLayout(pair, number // _COLUMNS, number % _COLUMNS)
        self.setCurrentIndex(0)
        self.go_on.setFocus(Qt.FocusReason.OtherFocusReason)

    def check(self) -> None:
        """Compare what was typed back."""
        groups = self._key.split("-")
        wrong = first_wrong(
            [
                (field, lambda f=field, n=n: _differs(f.text(), groups[n - 1]))  # type: ignore[misc]
                for field, n in zip(self.fields, ASKED_FOR, strict=True)
            ]
        )
        if wrong is None:
            self._key = ""
            self.confirmed.emit()

    def write_sheet(self, file: Path) -> None:
        """Write the sheet where the person wants it, readable by them only."""
        text = self._sheet()
        self._tasks.aside(
            self, lambda: _write(file, text), lambda _: self._written(file.name), self._failed
        )

    def _show_page(self) -> QWidget:
        page = QWidget()
        lines = column(page, gap=TWO)
        lines.addWidget(Label("Recovery sheet", TextRole.TITLE))
        lines.addWidget(
            Label(
                "If every passphrase is lost, this key alone opens the record. It is shown once and"
                " kept nowhere. Write it down or save it, and lock it away like evidence.",
                wrap=True,
            )
        )
        lines.addWidget(self.notice)
        surface = Section()
        self._groups.setHorizontalSpacing(TWO)
        self._groups.setVerticalSpacing(TWO)
        surface.body.addLayout(self._groups)
        lines.addWidget(surface)
        buttons = row(gap=ONE)
        buttons.addWidget(self.go_on)
        buttons.addWidget(self.save)
        buttons.addStretch(1)
        lines.addLayout(buttons)
        lines.addStretch(1)
        return page

    def _ask_page(self) -> QWidget:
        page = QWidget()
        lines = column(page, gap=TWO)
        lines.addWidget(Label("Is it on the sheet?", TextRole.TITLE))
        lines.addWidget(
            Label("Type two groups of the key from your sheet, to be sure it is right.", wrap=True)
        )
        lines.addWidget(self.wrong)
        for field in self.fields:
            lines.addWidget(field)
        back = Button("Show the key again", Kind.SECONDARY)
        back.clicked.connect(lambda: self.setCurrentIndex(0))
        buttons = row(gap=ONE)
        buttons.addWidget(self.finish)
        buttons.addWidget(back)
        buttons.addStretch(1)
        lines.addLayout(buttons)
        lines.addStretch(1)
        return page

    def _ask(self) -> None:
        self.setCurrentIndex(1)
        self.fields[0].setFocus(Qt.FocusReason.OtherFocusReason)

    def _choose_file(self) -> None:
        ask = QFileDialog(self, "Save the recovery sheet")
        ask.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        ask.selectFile(FILE_NAME)
        ask.fileSelected.connect(lambda name: self.write_sheet(Path(name)))
        ask.finished.connect(ask.deleteLater)
        ask.open()

    def _written(self, name: str) -> None:
        self.notice.show_words(
            Tone.GREEN, f"Saved as {name}", "Move it to a place that is locked away."
        )

    def _failed(self, error: Exception) -> None:
        self.notice.tell(error)


def _differs(typed: str, group: str) -> str | None:
    # The sheet may be read by hand: O and 0, I, L and 1 are the same sign of the key.
    same = str.maketrans({"O": "0", "I": "1", "L": "1"})
    if "".join(typed.split()).upper().translate(same) == group:
        return None
    return "This is not what the sheet must say. Look again, or show the key again."


def _write(file: Path, text: str) -> None:
    try:
        number = os.open(file, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
        with os.fdopen(number, "w", encoding="utf-8") as stream:
            stream.write(text)
    except OSError as error:
        raise DeskError(
            "The sheet could not be saved there", "Choose another folder, or write it down."
        ) from error
