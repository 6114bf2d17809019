"""Login and passphrase: the step of signing in that asks who comes."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from minors_desk.errors import DeskError, LockedOut
from minors_desk.ui.kit.button import Button, Kind
from minors_desk.ui.kit.field import LineField, PassphraseField, first_wrong
from minors_desk.ui.kit.notice import Notice
from minors_desk.ui.kit.spacing import ONE, TWO, column, flowing
from minors_desk.ui.kit.tokens import TextRole, Tone
from minors_desk.ui.kit.type import Elided, Label
from minors_desk.ui.kit.waiting_bar import WaitingBar


class SignInForm(QWidget):
    """`asked` carries login and passphrase; then it is busy until it is told how it went.

    `other_asked`: another record folder; `new_asked`: make a record.
    """

    asked = Signal(str, str)
    other_asked = Signal()
    new_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.login = LineField("Login", most=64)
        self.passphrase = PassphraseField("Passphrase")
        self.action = Button("Sign in", Kind.PRIMARY, "Enter")
        self.notice = Notice()
        self._folder = Elided("", TextRole.SMALL)
        self._progress = WaitingBar("The record is being opened")
        self._lay_out()
        self.action.clicked.connect(self.ask)

    def set_folder(self, name: str) -> None:
        """Show which record this is, by the name of its folder only."""
        self._folder.setText(f"Record: {name}")

    def fail(self, error: Exception, wrong: int = 0, most: int = 0) -> None:
        """Say why it did not open; `wrong` of `most` tries are counted aloud when known."""
        self._set_busy(False)
        self.passphrase.set_text("")
        self.passphrase.setFocus(Qt.FocusReason.OtherFocusReason)
        if isinstance(error, DeskError) and wrong and not isinstance(error, LockedOut):
            self.notice.show_words(
                Tone.RED,
                f"{error.title.rstrip('.')}. Wrong try {min(wrong, most)} of {most}",
                f"{error.hint.rstrip('.')}. After {most} wrong tries in 15 minutes the login is"
                " locked until a supervisor unlocks it.",
            )
        else:
            self.notice.tell(error)

    def busy(self) -> bool:
        """Whether it waits to be told how it went."""
        return not self._progress.isHidden()

    def ask(self) -> None:
        """Ask to be let in, unless a field is empty or it waits already."""
        if self.busy():
            return
        self.notice.say_nothing()
        wrong = first_wrong(
            [
                (self.login, lambda: "Write your login." if self.login.is_empty() else None),
                (
                    self.passphrase,
                    lambda: None if self.passphrase.text() else "Write your passphrase.",
                ),
            ]
        )
        if wrong is None:
            self._set_busy(True)
            self.asked.emit(self.login.text().strip(), self.passphrase.text())

    def _lay_out(self) -> None:
        lines = column(self, gap=TWO)
        lines.addStretch(1)
        head = column(gap=0)
        head.addWidget(Label("Sign in", TextRole.TITLE))
        head.addWidget(self._folder)
        lines.addLayout(head)
        for widget in (self.notice, self.login, self.passphrase):
            lines.addWidget(widget)
        lines.addWidget(self.action, alignment=Qt.AlignmentFlag.AlignLeft)
        lines.addWidget(self._progress)
        holder, others = flowing(ONE)
        for words, signal in (
            ("Another record folder…", self.other_asked),
            ("Make a new record…", self.new_asked),
        ):
            button = Button(words, Kind.PLAIN)
            button.clicked.connect(signal)
            others.addWidget(button)
        lines.addWidget(holder)
        lines.addStretch(1)

    def _set_busy(self, busy: bool) -> None:
        self.action.set_busy(busy, "Opening…")
        self._progress.setVisible(busy)
        self.login.setEnabled(not busy)
        self.passphrase.setEnabled(not busy)
