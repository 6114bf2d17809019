"""Coming to the desk: the system-use notice acknowledged, then login and passphrase."""

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QProgressBar, QStackedWidget, QWidget

from minors_desk.errors import DeskError, LockedOut
from minors_desk.ui import failure
from minors_desk.ui.kit.button import Button, Kind
from minors_desk.ui.kit.field import LineField, PassphraseField, first_wrong
from minors_desk.ui.kit.notice import Notice
from minors_desk.ui.kit.spacing import ONE, TWO, column, flowing
from minors_desk.ui.kit.tokens import TextRole, Tone
from minors_desk.ui.kit.type import Elided, Label
from minors_desk.ui.views.front import Front

USE_NOTICE = (
    "This computer holds restricted police records about children.",
    "It is for people whom the agency has authorised, for their duties only.",
    "What you do here may be watched, recorded and audited.",
    "Use without authority is forbidden and can be punished, as a crime or in a civil court.",
    "By going on you agree to being watched and recorded.",
)
"""The system-use notification of CJIS AC-8, in our own words; it stays until acknowledged."""
PROMISE = "Every child, every clock, one honest record."


class SignInView(Front):
    """Asks who comes. `asked` carries login and passphrase; then it is busy until it is told.

    `other_asked`: another record folder; `new_asked`: make a record.
    """

    asked = Signal(str, str)
    other_asked = Signal()
    new_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(PROMISE, parent)
        self.setAccessibleName("Sign in")
        self._steps = QStackedWidget()
        self.understood = Button("I understand", Kind.PRIMARY, "Enter")
        self.login = LineField("Login", most=64)
        self.passphrase = PassphraseField("Passphrase")
        self.action = Button("Sign in", Kind.PRIMARY, "Enter")
        self.notice = Notice()
        self._folder = Elided("", TextRole.SMALL)
        self._progress = QProgressBar()
        self.body.addWidget(self._steps)
        self._steps.addWidget(self._notice_step())
        self._steps.addWidget(self._form_step())
        self.understood.clicked.connect(self._go_on)
        self.action.clicked.connect(self._ask)

    def set_folder(self, name: str) -> None:
        """Show which record this is, by the name of its folder only."""
        self._folder.setText(f"Record: {name}")

    def start(self) -> None:
        """Show the notice, and give its button the focus."""
        self._steps.setCurrentIndex(0)
        self.understood.setFocus(Qt.FocusReason.OtherFocusReason)

    def acknowledged(self) -> bool:
        """Whether the notice was acknowledged."""
        return self._steps.currentIndex() == 1

    def fail(self, error: Exception, wrong: int = 0, most: int = 0) -> None:
        """Say why it did not open; `wrong` of `most` tries are counted aloud when known."""
        self._set_busy(False)
        self.passphrase.set_text("")
        self.passphrase.setFocus(Qt.FocusReason.OtherFocusReason)
        if not isinstance(error, DeskError):
            code = failure.report(error)
            self.notice.show_words(Tone.RED, failure.TITLE, f"{failure.HINT} Code {code}")
        elif wrong and not isinstance(error, LockedOut):
            self.notice.show_words(
                Tone.RED,
                f"{error.title.rstrip('.')}. Wrong try {min(wrong, most)} of {most}",
                f"{error.hint.rstrip('.')}. After {most} wrong tries in 15 minutes the login is"
                " locked until a supervisor unlocks it.",
            )
        else:
            self.notice.show_error(error)

    def busy(self) -> bool:
        """Whether it waits to be told how it went."""
        return not self._progress.isHidden()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter goes on, wherever the focus is."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            (self._ask if self.acknowledged() else self._go_on)()
        else:
            super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        """Measure again when the text size changes."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.FontChange:
            self.fit()

    def _notice_step(self) -> QWidget:
        step = QWidget()
        lines = column(step, gap=TWO)
        lines.addStretch(1)
        lines.addWidget(Label("Before you sign in", TextRole.TITLE))
        for sentence in USE_NOTICE:
            lines.addWidget(Label(sentence, wrap=True))
        lines.addSpacing(ONE)
        lines.addWidget(self.understood, alignment=Qt.AlignmentFlag.AlignLeft)
        lines.addStretch(1)
        return step

    def _form_step(self) -> QWidget:
        step = QWidget()
        lines = column(step, gap=TWO)
        lines.addStretch(1)
        head = column(gap=0)
        head.addWidget(Label("Sign in", TextRole.TITLE))
        head.addWidget(self._folder)
        lines.addLayout(head)
        for widget in (self.notice, self.login, self.passphrase):
            lines.addWidget(widget)
        lines.addWidget(self.action, alignment=Qt.AlignmentFlag.AlignLeft)
        self._progress.setRange(0, 0)
        self._progress.setTextVisible(False)
        self._progress.setAccessibleName("The record is being opened")
        self._progress.hide()
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
        return step

    def _go_on(self) -> None:
        self._steps.setCurrentIndex(1)
        self.login.setFocus(Qt.FocusReason.OtherFocusReason)

    def _ask(self) -> None:
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

    def _set_busy(self, busy: bool) -> None:
        self.action.set_busy(busy, "Opening…")
        self._progress.setVisible(busy)
        self.login.setEnabled(not busy)
        self.passphrase.setEnabled(not busy)
