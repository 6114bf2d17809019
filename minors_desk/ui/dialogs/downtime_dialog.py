"""Enters a sheet of paper days: which number, then line by line as it stands, with its scan."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtWidgets import QWidget

from minors_desk.domain.case import Case
from minors_desk.domain.downtime import Sheet
from minors_desk.domain.downtime_lines import entry_of
from minors_desk.errors import BadInput, DeskError
from minors_desk.services.downtime import SheetLines
from minors_desk.ui.dialogs.form import AtDesk, CaseForm, Checks
from minors_desk.ui.editors.file_field import FileField
from minors_desk.ui.editors.paper_lines import CallLines, RoundLines
from minors_desk.ui.editors.parts_field import PartsField
from minors_desk.ui.editors.pick_field import PickField
from minors_desk.ui.kit.choice import Choice
from minors_desk.ui.kit.field import Field, first_wrong
from minors_desk.ui.kit.tokens import GRID
from minors_desk.wording.codes import word
from minors_desk.wording.times import day_and_time

_SCANS = "Scan or photograph of the sheet (*.pdf *.jpg *.jpeg *.png)"
_BY_LINES = ("rounds", "calls")
"""The sheets that are entered here; an intake or receipt is no list of like lines."""


class DowntimeDialog(CaseForm):
    """Answers a `SheetLines`; the times stay those of the paper.

    `sheets` are those outstanding. Raises DeskError when none of them is entered line by line.
    """

    form = "downtime_entered"
    least_width = 120 * GRID

    def __init__(
        self,
        case: Case,
        at_desk: AtDesk,
        sheets: Sequence[Sheet],
        parent: QWidget | None = None,
    ) -> None:
        by_lines = [one for one in sheets if one.kind in _BY_LINES]
        if not by_lines:
            raise DeskError(
                "No round sheet or call log is outstanding",
                "Print blank sheets ahead with `minors-desk paper downtime`.",
            )
        super().__init__("Enter from paper", "Enter the sheet", case, at_desk, parent)
        # Each line has its own time; the sheet as a whole has none.
        self.when.setParent(self)
        self.when.hide()
        self._kinds = {one.number: one.kind for one in by_lines}
        zone = at_desk.zone.key
        hint = "Each number is entered once. What the sheet says keeps its own times."
        self.number = PickField("Number on the sheet", hint, by_lines[0].number)
        self.number.offer([_choice(one, zone) for one in by_lines])
        self.rounds, self.calls = RoundLines(at_desk), CallLines(at_desk)
        self.scan = FileField("Scan of the sheet", _SCANS, "PDF, JPEG or PNG; at most 50 MB")
        for field in (self.number, self.rounds, self.calls, self.scan):
            self.add(field)
        self.number.changed.connect(self._look)
        for lines in (self.rounds, self.calls):
            lines.grew.connect(self.fit_again)
        self._look()

    def fields(self) -> dict[str, Field]:
        """The fields for a draft; a file is chosen anew each time."""
        return {"number": self.number, "rounds": self.rounds, "calls": self.calls}

    def answer(self) -> SheetLines | None:
        """The sheet, or None when a field is wrong."""
        number, lines = self.number.value(), self._lines()
        checks: Checks = [
            (self.number, lambda: None if number else "Choose a number that is outstanding.")
        ]
        if lines is not None:
            checks.append((lines, lambda: _lines_wrong(lines)))
        if first_wrong(checks) is not None or number is None or lines is None:
            return None
        scan = self.scan.text().strip()
        return SheetLines(
            number=number,
            lines=tuple(entry_of(one) for one in lines.value()),
            scan=Path(scan) if scan else None,
        )

    def fail(self, error: Exception) -> None:
        """Say it at the file where the file is what is wrong, else above the fields."""
        if isinstance(error, BadInput) and error.field == "file":
            self.set_busy(False)
            self.scan.set_error(str(error))
            self.scan.setFocus()
        else:
            super().fail(error)

    def _lines(self) -> PartsField | None:
        kind = self._kinds.get(self.number.value() or "")
        if kind is None:
            return None
        return self.rounds if kind == "rounds" else self.calls

    def _look(self) -> None:
        """Only the lines of the chosen sheet are in sight."""
        shown = self._lines()
        self.rounds.setVisible(shown is self.rounds)
        self.calls.setVisible(shown is self.calls)
        self.scan.setVisible(shown is not None)
        self.fit_again()


def _lines_wrong(lines: PartsField) -> str | None:
    wrong = lines.wrong()
    if wrong is None and not lines.value():
        return "Enter a line as it stands on the sheet."
    return wrong


def _choice(sheet: Sheet, zone: str) -> Choice:
    printed = f"printed {day_and_time(sheet.reserved_at, zone)}"
    return Choice(sheet.number, f"{word('downtime_sheet', sheet.kind)}, {printed}")
