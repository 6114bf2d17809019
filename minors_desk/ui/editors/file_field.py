"""Choosing a file of this computer: its path is typed, or chosen in the system's own question."""

from minors_desk.ui.kit.button import Button, Kind
from minors_desk.ui.kit.choosing import choose_file
from minors_desk.ui.kit.field import LineField
from minors_desk.ui.kit.spacing import HALF, row


class FileField(LineField):
    """A path with a button that asks for one; ``kinds`` are the files the question shows."""

    def __init__(self, label: str, kinds: str, hint: str = "") -> None:
        super().__init__(label, hint, most=4096)
        self._kinds = kinds
        self.button = Button("Choose", Kind.SEGMENT)
        self.button.setAccessibleName(f"{label}: choose")
        self.button.clicked.connect(self._ask)
        line = row(gap=HALF)
        self.body.removeWidget(self._edit)
        line.addWidget(self._edit, 1)
        line.addWidget(self.button)
        self.body.addLayout(line)

    def _ask(self) -> None:
        choose_file(self.window(), self.label(), self._kinds, self.set_text)
