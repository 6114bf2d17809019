"""The first sign-in with a passphrase that somebody else gave: it is changed before all else."""

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from minors_desk.ui.dialogs.passphrase_dialog import PassphraseFields
from minors_desk.ui.kit.button import Button, Kind
from minors_desk.ui.kit.notice import Notice
from minors_desk.ui.kit.tokens import TextRole
from minors_desk.ui.kit.type import Label
from minors_desk.ui.views.front import Front
from minors_desk.ui.views.sign_in_view import PROMISE


class NewPassphraseView(Front):
    """`chosen` carries (given, new); then it is busy until `fail` is called or it goes."""

    chosen = Signal(str, str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(PROMISE, parent)
        self.setAccessibleName("Choose your passphrase")
        self.notice = Notice()
        self.fields = PassphraseFields("The passphrase you were given")
        self.action = Button("Keep it and go on", Kind.PRIMARY, "Enter")
        self.action.clicked.connect(self.submit)
        self.body.addStretch(1)
        self.body.addWidget(Label("Choose your own passphrase", TextRole.TITLE))
        self.body.addWidget(
            Label(
                "Somebody else knows the one you were given. What you write is signed with your"
                " key, so only you may hold what opens it.",
                wrap=True,
            )
        )
        for widget in (self.notice, *self.fields.all()):
            self.body.addWidget(widget)
        self.body.addWidget(self.action, alignment=Qt.AlignmentFlag.AlignLeft)
        self.body.addStretch(1)

    def start(self) -> None:
        """Give the first field the focus."""
        self.fields.old.setFocus(Qt.FocusReason.OtherFocusReason)

    def submit(self) -> None:
        """Answer, or say in place what is wrong."""
        if not self.action.isEnabled():
            return
        self.notice.say_nothing()
        answer = self.fields.read()
        if answer is not None:
            self.action.set_busy(True)
            self.chosen.emit(*answer)

    def fail(self, error: Exception) -> None:
        """Say why it was not changed; what was typed stays."""
        self.action.set_busy(False)
        self.notice.tell(error)

    def changeEvent(self, event: QEvent) -> None:
        """Measure again when the text size changes."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.FontChange:
            self.fit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter goes on, wherever the focus is."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.submit()
        else:
            super().keyPressEvent(event)
