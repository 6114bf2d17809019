"""Coming to the desk: the system-use notice acknowledged, then login and passphrase."""

from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QStackedWidget, QWidget

from minors_desk.ui.kit.button import Button, Kind
from minors_desk.ui.kit.spacing import ONE, TWO, column
from minors_desk.ui.kit.tokens import TextRole
from minors_desk.ui.kit.type import Label
from minors_desk.ui.views.front import Front

if TYPE_CHECKING:
    from minors_desk.ui.views.sign_in_form import SignInForm

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
        self.body.addWidget(self._steps)
        self._steps.addWidget(self._notice_step())
        self.understood.clicked.connect(self._go_on)

    @cached_property
    def form(self) -> "SignInForm":
        """The second step; made after the first picture, which shows the notice only."""
        from minors_desk.ui.views.sign_in_form import SignInForm

        form = SignInForm(self._steps)
        self._steps.addWidget(form)
        form.asked.connect(self.asked)
        form.other_asked.connect(self.other_asked)
        form.new_asked.connect(self.new_asked)
        return form

    def start(self) -> None:
        """Show the notice, and give its button the focus."""
        self._steps.setCurrentIndex(0)
        self.understood.setFocus(Qt.FocusReason.OtherFocusReason)

    def acknowledged(self) -> bool:
        """Whether the notice was acknowledged."""
        return self._steps.currentIndex() == 1

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter goes on, wherever the focus is."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            (self.form.ask if self.acknowledged() else self._go_on)()
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

    def _go_on(self) -> None:
        self._steps.setCurrentWidget(self.form)
        self.form.login.setFocus(Qt.FocusReason.OtherFocusReason)
