"""A record for practice: an invented night is chosen, told as a real case, and the desk opens."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from minors_desk.ui.editors.pick_field import PickField
from minors_desk.ui.kit.button import Button, Kind
from minors_desk.ui.kit.choice import Choice
from minors_desk.ui.kit.choosing import choose_file
from minors_desk.ui.kit.field import first_wrong
from minors_desk.ui.kit.notice import Notice
from minors_desk.ui.kit.spacing import ONE, TWO, column, flowing
from minors_desk.ui.kit.tokens import TextRole, Tone
from minors_desk.ui.kit.type import Label
from minors_desk.ui.kit.waiting_bar import WaitingBar
from minors_desk.ui.tasks import Tasks
from minors_desk.ui.views.new_folder import NewFolderField
from minors_desk.ui.workplace import Workplace

if TYPE_CHECKING:
    from minors_desk.services.desk import Desk

NAME = "Minors Desk practice"
_SAYS = (
    "Nobody in it ever lived. The night is told as a case of a record of its own, dated so that it"
    " ends now; do with it what you like."
)


class PracticeStep(QStackedWidget):
    """Asks for a story and a folder, makes the record, then shows once what opens it.

    `made` carries the folder and the desk; `left` asks to go back.
    """

    made = Signal(object, object)
    left = Signal()

    def __init__(self, place: Workplace, tasks: Tasks) -> None:
        super().__init__()
        self._place, self._tasks = place, tasks
        self._desk: Desk | None = None
        self.notice = Notice()
        self.story = PickField(
            "Story", "An invented night; or choose a file", "Such as chicago or denver"
        )
        self.story.offer([Choice(one.stem, "") for one in place.practice.stories()])
        self.folder = NewFolderField()
        self.make = Button("Make the practice record", Kind.PRIMARY, "Enter")
        self.open = Button("Open the desk", Kind.PRIMARY, "Enter")
        self.passphrase = Label("", TextRole.TITLE, wrap=True)
        self._progress = WaitingBar("The practice record is being made")
        self.addWidget(self._ask_page())
        self.addWidget(self._made_page())
        self.make.clicked.connect(self.press)
        self.open.clicked.connect(self.press)

    def start(self, folder: Path) -> None:
        """Offer a folder beside that one, and give the first field the focus."""
        self.folder.set_text(str(folder.with_name(NAME)))
        self.story.setFocus(Qt.FocusReason.OtherFocusReason)

    def desk(self) -> "Desk | None":
        """The desk of the record that was made, until it is opened."""
        return self._desk

    def press(self) -> None:
        """What Enter does: make the record, or open the desk once it is made."""
        if self._desk is not None:
            self.made.emit(self.folder.folder(), self._desk)
            return
        wrong = first_wrong(
            [
                (self.story, lambda: None if self._file() else "Choose one, or a file."),
                (self.folder, self.folder.wrong),
            ]
        )
        file = self._file()
        if wrong is None and file is not None and self._progress.isHidden():
            self._make(file, self.folder.folder())

    def _file(self) -> Path | None:
        """The story that was chosen from the list, or a file by its whole name."""
        chosen = self.story.value()
        if chosen is not None:
            return next(one for one in self._place.practice.stories() if one.stem == chosen)
        typed = Path(self.story.text().strip())
        return typed if typed.is_absolute() and typed.is_file() else None

    def _make(self, file: Path, folder: Path) -> None:
        self._busy(True)
        self.notice.say_nothing()
        place = self._place

        def work() -> "tuple[Desk, str]":
            from minors_desk.services import sampling, signing_in

            passphrase = sampling.new_passphrase()
            wish = sampling.Wish(until=place.clock(), stories=place.practice.read([file]))
            sampling.make(folder, passphrase, wish)
            desk = signing_in.sign_in(folder, sampling.LOGIN, passphrase, clock=place.clock)
            return desk, passphrase

        self._tasks.aside(self, work, self._show, self._failed)

    def _show(self, made: "tuple[Desk, str]") -> None:
        self._busy(False)
        self._desk, passphrase = made
        self.passphrase.setText(passphrase)
        self.setCurrentIndex(1)
        self.open.setFocus(Qt.FocusReason.OtherFocusReason)

    def _failed(self, error: Exception) -> None:
        self._busy(False)
        self.notice.tell(error)

    def _busy(self, busy: bool) -> None:
        self.make.set_busy(busy, "Making the record…")
        self._progress.setVisible(busy)

    def _ask_page(self) -> QWidget:
        page = QWidget()
        lines = column(page, gap=TWO)
        lines.addWidget(Label("Practice", TextRole.TITLE))
        lines.addWidget(Label(_SAYS, tone=Tone.MUTED, wrap=True))
        lines.addWidget(self.notice)
        lines.addWidget(self.story)
        lines.addWidget(self.folder)
        choose = Button("Choose a file…", Kind.SECONDARY)
        choose.clicked.connect(self._choose)
        self.back = Button("Back", Kind.PLAIN)
        self.back.clicked.connect(self.left)
        holder, buttons = flowing(ONE)
        for button in (self.make, choose, self.back):
            buttons.addWidget(button)
        lines.addWidget(holder)
        lines.addWidget(self._progress)
        lines.addStretch(1)
        return page

    def _made_page(self) -> QWidget:
        page = QWidget()
        lines = column(page, gap=TWO)
        lines.addWidget(Label("The practice record is made", TextRole.TITLE))
        lines.addWidget(
            Label(
                "To open it again, sign in as officer with this passphrase. It is shown only now.",
                wrap=True,
            )
        )
        self.passphrase.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse
            | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        lines.addWidget(self.passphrase)
        holder, buttons = flowing(ONE)
        buttons.addWidget(self.open)
        lines.addWidget(holder)
        lines.addStretch(1)
        return page

    def _choose(self) -> None:
        known: Sequence[Path] = self._place.practice.stories()
        start = str(known[0].parent) if known else ""
        choose_file(self, "A story", "Story (*.json)", self.story.set_text, start)
