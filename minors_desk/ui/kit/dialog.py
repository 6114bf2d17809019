"""The base of each question the desk asks: one sentence, one action, nothing typed is lost."""

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import QApplication, QDialog, QFrame, QLayout, QWidget

from minors_desk.errors import DeskError
from minors_desk.ui.kit.button import Button, Kind
from minors_desk.ui.kit.notice import Notice
from minors_desk.ui.kit.scroll import Scroll
from minors_desk.ui.kit.spacing import ONE, THREE, TWO, column, row
from minors_desk.ui.kit.tokens import GRID, TextRole, Tone, scaled
from minors_desk.ui.kit.type import Label

_WIDTH = 70 * GRID


class Ask(QDialog):
    """A question, shown with `open()`. It asks and answers; it does not save.

    A dialog overrides `answer()`, which returns the answer, None after showing at its fields what
    is wrong, or raises a DeskError. `answered` carries the answer; then the dialog stays, busy,
    until its opener calls `accept()` or `fail(error)`. Ctrl+Enter answers, Esc closes. Titles
    hold no name: windows are listed where anyone can read.
    """

    answered = Signal(object)
    least_width = _WIDTH
    """Width at the usual text size; a dialog with two columns takes more."""
    flat_head = False
    """Whether heading and intro share a line, where a dialog needs all the height there is."""

    def __init__(
        self, heading: str, action: str, intro: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName("ask")
        self.setWindowTitle("Minors Desk")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setAccessibleName(heading)
        self.notice = Notice()
        self.action = Button(action, Kind.PRIMARY, "Ctrl+Enter")
        self._cancel = Button("Close", Kind.SECONDARY, "Esc")
        self._page = QWidget()
        self.body = column(self._page, gap=TWO)
        self._status = Label("", TextRole.SMALL)
        outer = column(self, gap=0)
        outer.addWidget(self._head(heading, intro))
        self._scroll = Scroll(self._page)
        self.body.setContentsMargins(THREE, ONE, THREE, TWO)
        outer.addWidget(self._scroll, 1)
        outer.addWidget(self._foot())
        self.action.clicked.connect(self.submit)
        self._cancel.clicked.connect(self.reject)
        for key in ("Ctrl+Return", "Ctrl+Enter"):
            QShortcut(QKeySequence(key), self).activated.connect(self.submit)

    def add(self, widget: QWidget) -> None:
        """Add a field below those before it."""
        self.body.addWidget(widget)

    def add_to_foot(self, button: Button) -> None:
        """Add another way out of the question, before the one that closes it."""
        self._foot_line.insertWidget(1, button)

    def answer(self) -> object | None:
        """The answer; None when fields say what is wrong; a DeskError shows above the fields."""
        raise NotImplementedError

    def submit(self) -> None:
        """What the action does: answer, or say in place why not."""
        if not self.action.isEnabled():
            return
        self.notice.say_nothing()
        try:
            found = self.answer()
        except DeskError as error:
            self.fail(error)
            return
        if found is not None:
            self.set_busy(True)
            self.answered.emit(found)

    def fail(self, error: Exception) -> None:
        """Say in place why it was not done; all that was typed stays."""
        self.set_busy(False)
        self.notice.tell(error, self.missing_words)
        self._scroll.ensureVisible(0, 0)
        if self.isVisible():
            self._fit()

    def missing_words(self, code: str) -> str:
        """The words for the code of a missing thing; a dialog may know better ones."""
        return code.replace("_", " ")

    def set_busy(self, busy: bool) -> None:
        """While busy nothing can be answered twice; fields stay as they are."""
        self.action.set_busy(busy)
        self._page.setEnabled(not busy)

    def set_status(self, words: str) -> None:
        """Show at the foot that a draft is kept: `saved 03:12:07`."""
        self._status.setText(words)

    def showEvent(self, event: QShowEvent) -> None:
        """Open as large as the fields need, within the screen."""
        super().showEvent(event)
        self._fit()

    def changeEvent(self, event: QEvent) -> None:
        """Fit again when the text size changes."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.FontChange and self.isVisible():
            # Its fields hear of the new size after it.
            QTimer.singleShot(0, self, self._fit)

    def _fit(self) -> None:
        room = (self.screen() or QApplication.primaryScreen()).availableSize()
        width = min(scaled(self.least_width), room.width() - 4 * GRID)
        parts = [part.layout() for part in self.findChildren(QFrame, "askpart")]
        needed = sum(_height(lay, width) for lay in (self.body, *parts) if lay is not None)
        # A bar from before takes width, so that rows break and seem to need the bar again.
        policies = Qt.ScrollBarPolicy
        self._scroll.setVerticalScrollBarPolicy(policies.ScrollBarAlwaysOff)
        self.resize(width, min(needed + GRID, room.height() - 6 * GRID))
        own = self.layout()
        if own is not None:
            own.activate()
        self._scroll.setVerticalScrollBarPolicy(policies.ScrollBarAsNeeded)

    def _head(self, heading: str, intro: str) -> QFrame:
        head = QFrame()
        head.setObjectName("askpart")
        lines = column(head, gap=ONE)
        lines.setContentsMargins(THREE, THREE, THREE, ONE)
        title, below = Label(heading, TextRole.TITLE, wrap=not self.flat_head), row(gap=TWO)
        (below if self.flat_head else lines).addWidget(title)
        if intro:
            below.addWidget(Label(intro, tone=Tone.MUTED, wrap=True), 1)
        lines.addLayout(below)
        lines.addWidget(self.notice)
        return head

    def _foot(self) -> QFrame:
        foot = QFrame()
        foot.setObjectName("askpart")
        line = self._foot_line = row(foot)
        line.setContentsMargins(THREE, 12, THREE, TWO)
        line.addWidget(self._status, 1)
        line.addWidget(self._cancel)
        line.addWidget(self.action)
        return foot


def _height(layout: QLayout, width: int) -> int:
    layout.invalidate()
    if layout.hasHeightForWidth():
        return layout.totalHeightForWidth(width)
    return layout.totalSizeHint().height()
