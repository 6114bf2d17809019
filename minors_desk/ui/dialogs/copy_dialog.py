"""Asks for the scan of a copy that was signed by hand, and which copy it is of."""

from dataclasses import replace
from uuid import UUID

from PySide6.QtWidgets import QWidget

from minors_desk.domain.case import Case
from minors_desk.domain.printed import IssuedPaper, waiting_for_scan
from minors_desk.errors import DeskError
from minors_desk.services.attachments import NewFile
from minors_desk.ui.dialogs.file_dialog import FileDialog
from minors_desk.ui.dialogs.form import AtDesk
from minors_desk.ui.kit.choice import Choice, ChoiceField
from minors_desk.ui.kit.field import Field
from minors_desk.wording.codes import word
from minors_desk.wording.phrases import joined
from minors_desk.wording.times import day_and_time

_MOST = 6
PURPOSE = "The copy as it was signed"


class CopyDialog(FileDialog):
    """Answers a `NewFile` with the copy that it is the scan of; ``issued`` is chosen at first.

    Raises DeskError when no copy waits for a scan.
    """

    form = "attachment_added of a copy"
    heading, action_words = "The signed copy", "Attach"

    def __init__(
        self,
        case: Case,
        at_desk: AtDesk,
        parent: QWidget | None = None,
        issued: UUID | None = None,
    ) -> None:
        copies = _offered(case, issued)
        if not copies:
            raise DeskError("No printed copy waits for its scan", "Print the paper first.")
        super().__init__(case, at_desk, parent)
        zone = at_desk.zone.key
        self.copy = ChoiceField("Which copy", [_choice(one, zone) for one in copies])
        if issued is not None or len(copies) == 1:
            self.copy.set_value(str(issued or copies[0].entry_id))
        self.asked["what"].set_value("signed_paper")  # type: ignore[attr-defined]
        self.asked["what"].hide()
        self.asked["purpose"].set_text(PURPOSE)  # type: ignore[attr-defined]
        self.file.set_hint("The scan, or a photograph of it: PDF, JPEG, PNG; at most 50 MB")
        self.body.insertWidget(0, self.copy)

    def fields(self) -> dict[str, Field]:
        """The fields for a draft: file and copy go together, and are chosen anew each time."""
        return {name: one for name, one in super().fields().items() if name != "file"}

    def answer(self) -> NewFile | None:
        """The file, and the copy it is of."""
        chosen = self.copy.value()
        self.copy.set_error(None if chosen else "Choose the copy.")
        file = super().answer()
        return None if file is None or chosen is None else replace(file, copy_of=UUID(chosen))


def _offered(case: Case, issued: UUID | None) -> list[IssuedPaper]:
    """The newest copies without a scan, and the one asked for."""
    waiting = list(reversed(waiting_for_scan(case.papers, case.attachments)))
    return [one for at, one in enumerate(waiting) if at < _MOST or one.entry_id == issued]


def _choice(copy: IssuedPaper, zone: str) -> Choice:
    which = joined(copy.number, f"version {copy.version}, copy {copy.copy}")
    issued = f"{word('paper', copy.paper)}, issued {day_and_time(copy.at, zone)}"
    return Choice(str(copy.entry_id), which, issued)
