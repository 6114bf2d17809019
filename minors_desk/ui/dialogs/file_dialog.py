"""Asks for a photograph, scan or recording to take into a case, and what it is for."""

from pathlib import Path

from PySide6.QtWidgets import QWidget

from minors_desk.domain.case import Case
from minors_desk.errors import BadInput
from minors_desk.services.attachments import NewFile
from minors_desk.ui.dialogs.form import PAIRED, AtDesk, CaseForm, Checks, beside, needed
from minors_desk.ui.editors.file_field import FileField
from minors_desk.ui.forms.asks import Ask, Line, Pick
from minors_desk.ui.kit.field import Field, first_wrong

KINDS = "Photographs, PDF, recordings (*.jpg *.jpeg *.png *.pdf *.wav)"
SAID_OF_IT: tuple[Ask, ...] = (
    Pick(name="what", label="What it is", codes="attachment_what", needed="Choose what it is."),
    Line(
        name="purpose",
        label="What it is for",
        hint="Such as: to find the family; a judge may read it",
        needed="Write what it is for.",
    ),
    Line(name="authority", label="Who allowed it", hint="Consent, statute or supervisor"),
)


class FileDialog(CaseForm):
    """Answers a `NewFile`. When it is refused, the sentence stands at the field of the file."""

    form = "attachment_added"
    heading, action_words = "Photo, scan or recording", "Take in"
    least_width = PAIRED

    def __init__(self, case: Case, at_desk: AtDesk, parent: QWidget | None = None) -> None:
        super().__init__(self.heading, self.action_words, case, at_desk, parent)
        self.file = FileField("File", KINDS, "JPEG, PNG, PDF or WAV; at most 50 MB")
        self.asked = {ask.name: ask.field(at_desk) for ask in SAID_OF_IT}
        what, *told = self.asked.values()
        for line in (self.file, what, beside(*told), self.when):
            self.add(line)
        self.file.setFocus()

    def fields(self) -> dict[str, Field]:
        """The fields for a draft."""
        return {"file": self.file, **self.asked, **self.when.fields()}

    def answer(self) -> NewFile | None:
        """The file and what is said of it, or None when a field is wrong."""
        checks: Checks = [(self.file, lambda: needed(self.file, "Choose the file."))]
        for ask in SAID_OF_IT:
            checks.append((self.asked[ask.name], lambda a=ask: a.wrong(self.asked[a.name])))  # type: ignore[misc]
        if first_wrong([*checks, *self.when.checks()]) is not None:
            return None
        said = {ask.name: ask.read(self.asked[ask.name]) for ask in SAID_OF_IT}
        path = Path(self.file.text().strip())
        return NewFile(path=path, about=None, common=self.when.said(), **said)

    def fail(self, error: Exception) -> None:
        """Say it at the file where the file is what is wrong, else above the fields."""
        if isinstance(error, BadInput) and error.field == "file":
            self.set_busy(False)
            self.file.set_error(str(error))
            self.file.setFocus()
        else:
            super().fail(error)
