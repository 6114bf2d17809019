"""When the program itself fails: a code for the log, a page for the person, never the text."""

import logging
import sys
import threading
from collections.abc import Callable
from types import TracebackType

from PySide6.QtCore import QEvent, QObject, Qt, Signal, Slot
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFrame, QWidget

from minors_desk.logs import failure_code
from minors_desk.ui.kit.button import Button, Kind
from minors_desk.ui.kit.spacing import ONE, TWO, column, row
from minors_desk.ui.kit.tokens import GRID, TextRole, scaled
from minors_desk.ui.kit.type import Label

TITLE = "Something in the program failed."
HINT = "What you saved is safe. Go on, or lock the desk and sign in again."
_WHOM_TO_TELL = (
    "If it happens again, give the code below to whoever looks after the program:"
    " it names a place in the program and nothing of a case."
)
_LOG = logging.getLogger(__name__)


def short_code(error: BaseException) -> str:
    """Eight letters and digits that stand for the kind of failure and its place in the code."""
    from hashlib import sha256

    return sha256(failure_code(error).encode()).hexdigest()[:8].upper()


def report(error: BaseException) -> str:
    """Log a failure by types and code locations only, and return its short code for the person."""
    code = short_code(error)
    _LOG.error("failure %s %s", code, failure_code(error))
    return code


class FailureHooks(QObject):
    """Catches what nobody caught, in any thread; `failed` carries the short code to the GUI thread.

    `install` when the window stands, `uninstall` when it goes.
    """

    failed = Signal(str)
    _caught = Signal(str)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._before: tuple[Callable[..., object], ...] | None = None
        self._caught.connect(self._pass_on, Qt.ConnectionType.QueuedConnection)

    def install(self) -> None:
        """Take the three hooks of Python."""
        if self._before is None:
            self._before = (sys.excepthook, sys.unraisablehook, threading.excepthook)
            sys.excepthook = self.uncaught
            sys.unraisablehook = self.unraisable
            threading.excepthook = self.in_thread

    def uninstall(self) -> None:
        """Give the hooks back."""
        if self._before is not None:
            sys.excepthook, sys.unraisablehook, threading.excepthook = self._before
            self._before = None

    def uncaught(
        self, kind: type[BaseException], error: BaseException, trace: TracebackType | None
    ) -> None:
        """For `sys.excepthook`; Ctrl+C in a terminal is a wish, not a failure."""
        if issubclass(kind, KeyboardInterrupt):
            QGuiApplication.quit()
            return
        self._tell(error.with_traceback(trace) if trace is not None else error)

    def unraisable(self, hook: "sys.UnraisableHookArgs") -> None:
        """For `sys.unraisablehook`: what failed where nobody could be told: a destructor."""
        if hook.exc_value is not None:
            self._tell(hook.exc_value)

    def in_thread(self, hook: threading.ExceptHookArgs) -> None:
        """For `threading.excepthook`."""
        if hook.exc_value is not None and not isinstance(hook.exc_value, SystemExit):
            self._tell(hook.exc_value)

    def _tell(self, error: BaseException) -> None:
        self._caught.emit(report(error))

    @Slot(str)
    def _pass_on(self, code: str) -> None:
        self.failed.emit(code)


class FailurePage(QFrame):
    """Covers the window after a failure. `lock_asked` when the person wants to lock.

    A further failure while it stands only changes the code.
    """

    lock_asked = Signal()

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self.setObjectName("page")
        self.setAutoFillBackground(True)
        self.setAccessibleName(TITLE)
        self._code = ""
        self._shown = Label("", TextRole.STRONG)
        self.copy = Button("Copy code", Kind.SECONDARY)
        self.go_on = Button("Go on", Kind.PRIMARY, "Esc", shortcut=True)
        self.lock = Button("Lock", Kind.SECONDARY, "Ctrl+L", "lock")
        outer = row(self, gap=0)
        outer.addStretch(1)
        outer.addWidget(self._middle(), 0)
        outer.addStretch(1)
        self.copy.clicked.connect(self._copy)
        self.go_on.clicked.connect(self.hide)
        self.lock.clicked.connect(self.lock_asked)
        window.installEventFilter(self)
        self.hide()

    def _middle(self) -> QWidget:
        middle = QWidget()
        middle.setFixedWidth(scaled(64 * GRID))
        lines = column(middle, gap=TWO)
        lines.addStretch(2)
        lines.addWidget(Label(TITLE, TextRole.TITLE, wrap=True))
        lines.addWidget(Label(f"{HINT} {_WHOM_TO_TELL}", wrap=True))
        lines.addWidget(self._shown)
        buttons = row(gap=ONE)
        for button in (self.go_on, self.lock, self.copy):
            buttons.addWidget(button)
        buttons.addStretch(1)
        lines.addLayout(buttons)
        lines.addStretch(3)
        return middle

    def show_code(self, code: str) -> None:
        """Cover the window and show the code."""
        self._code = code
        self._shown.setText(f"Code {code}")
        self.setGeometry(self._window.rect())
        self.show()
        self.raise_()
        self.go_on.setFocus(Qt.FocusReason.OtherFocusReason)

    def code(self) -> str:
        """The code that is shown."""
        return self._code

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Stay as large as the window."""
        if event.type() == QEvent.Type.Resize and watched is self._window:
            self.setGeometry(self._window.rect())
        return super().eventFilter(watched, event)

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self._code)
