"""The window: first start or sign-in, then the desk; covered, closed and begun anew by the lock.

Only Qt and the kit are imported here. What knows the record comes in the other lane once the
first picture stands, so that the window is there at once.
"""

from functools import cached_property
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QGuiApplication, QPaintEvent
from PySide6.QtWidgets import QApplication, QStackedWidget, QWidget

from minors_desk.ui import failure, theme
from minors_desk.ui.failure import FailurePage
from minors_desk.ui.kit.spacing import column
from minors_desk.ui.kit.tokens import TextRole
from minors_desk.ui.kit.type import Label
from minors_desk.ui.tasks import Tasks
from minors_desk.ui.views.sign_in_view import SignInView
from minors_desk.ui.workplace import Workplace

if TYPE_CHECKING:
    from minors_desk.services.desk import Desk
    from minors_desk.ui.idle_lock import IdleLock
    from minors_desk.ui.session import Session
    from minors_desk.ui.views.first_start_view import FirstStartView
    from minors_desk.ui.views.new_passphrase_view import NewPassphraseView

TITLE = "Minors Desk"
SIZE = (1366, 768)
LATER = (
    "minors_desk.services.signing_in",
    "minors_desk.services.cases",
    "minors_desk.services.drafts",
    "minors_desk.services.handoff",
    "minors_desk.services.printing",
    "minors_desk.services.tries",
)
"""What is imported after the first paint."""


class MainWindow(QWidget):
    """The one window. Its title never holds more than the program and the station.

    `painted` tells of the first picture, `ready` that all is imported, `signed_in` carries the
    `Session`.
    """

    painted = Signal()
    ready = Signal()
    signed_in = Signal(object)

    def __init__(self, place: Workplace) -> None:
        super().__init__()
        self.place = place
        self.apply_theme()
        self.tasks = Tasks(self)
        self.session: Session | None = None
        self.idle: IdleLock | None = None
        self.first_start: FirstStartView | None = None
        self.new_passphrase: NewPassphraseView | None = None
        self._desk: Desk | None = None
        self._was_painted = self._over = False
        self._cover = _made_cover()
        self.pages = QStackedWidget()
        self.setObjectName("page")
        self.setWindowTitle(TITLE)
        self.resize(*SIZE)
        column(self, gap=0).addWidget(self.pages)
        # In its place from the beginning: what is moved is styled again, widget by widget.
        self.sign_in = SignInView(self.pages)
        self.pages.addWidget(self.sign_in)
        self.pages.addWidget(self._cover)
        self.sign_in.asked.connect(self._sign_in)
        self.sign_in.other_asked.connect(self._choose_folder)
        self.sign_in.new_asked.connect(self._begin_first_start)
        self.painted.connect(self._after_paint)

    def begin(self) -> None:
        """Show the window: sign-in, or first start where this computer knows no record."""
        if self.place.record is None:
            self._begin_first_start()
        else:
            self.sign_in.start()
        self.show()

    def lock(self) -> None:
        """Cover, keep drafts, close the record, empty the clipboard, begin anew (CONTRACT 5.7)."""
        if self._over:
            return
        self._leave()
        self.place.restart()

    def apply_theme(self) -> None:
        """Show colours and text size as the settings say."""
        app = QApplication.instance()
        if isinstance(app, QApplication):
            theme.apply(app, self.place.settings.theme.value, self.place.settings.text_percent)

    @cached_property
    def failure_page(self) -> FailurePage:
        """The page that covers the window when the program fails; made when it does."""
        page = FailurePage(self)
        page.lock_asked.connect(self.lock)
        return page

    def paintEvent(self, event: QPaintEvent) -> None:
        """Notice the first picture."""
        super().paintEvent(event)
        if not self._was_painted:
            self._was_painted = True
            QTimer.singleShot(0, self, self.painted.emit)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Close as the lock does, without beginning anew."""
        if not self._over:
            self._leave()
        super().closeEvent(event)

    def _leave(self) -> None:
        self._over = True
        self.pages.setCurrentWidget(self._cover)
        _hide_over(self)
        self.failure_page.hide()
        self.setWindowTitle(TITLE)
        if self.isVisible():
            self.repaint()
        if self.idle is not None:
            self.idle.stop()
        if self.session is not None:
            self.session.stop()
            self.session.keep_drafts()
        desk = self._desk if self.first_start is None else self.first_start.desk()
        if desk is not None:
            self.tasks.on_record(self, lambda: _close(desk), _nothing, _nothing)
        self.tasks.close()
        QGuiApplication.clipboard().clear()

    def _after_paint(self) -> None:
        QTimer.singleShot(0, self, self._show_folder)
        QTimer.singleShot(0, self, theme.load_script_fonts)
        self.tasks.aside(
            self, _import_the_rest, lambda _: self.ready.emit(), lambda error: _tell(self, error)
        )

    def _sign_in(self, login: str, passphrase: str) -> None:
        folder, clock = self.place.record, self.place.clock
        if folder is None:
            return

        def work() -> "Desk":
            from minors_desk.services import signing_in

            return signing_in.sign_in(folder, login, passphrase, clock=clock)

        self.tasks.aside(self, work, self.welcome, lambda error: self._count(error, login))

    def _count(self, error: Exception, login: str) -> None:
        """Look how many tries are left, and say it with what went wrong."""
        from minors_desk.errors import WrongPassphrase

        folder, clock = self.place.record, self.place.clock
        if folder is None or not isinstance(error, WrongPassphrase):
            self.sign_in.form.fail(error)
            return

        def work() -> tuple[int, int]:
            from minors_desk.services import tries

            found = tries.so_far(folder, login, clock=clock)
            return found.wrong, found.most

        self.tasks.aside(
            self,
            work,
            lambda found: self.sign_in.form.fail(error, *found),
            lambda _: self.sign_in.form.fail(error),
        )

    def welcome(self, desk: "Desk") -> None:
        """Show the desk of a person who signed in; a temporary passphrase is changed first."""
        self._desk = desk
        if self.place.record is not None:
            self.place.opened(self.place.record)
        if desk.must_change:
            _ask_passphrase(self, desk)
        else:
            self.show_desk(desk)
        self.idle = _watched(self)

    def show_desk(self, desk: "Desk") -> None:
        """Show the places of the desk."""
        from minors_desk.ui.session import Session

        session = Session(desk, self.tasks)
        self.session = session
        session.lock_asked.connect(self.lock)
        session.colours_asked.connect(self._next_colours)
        session.text_asked.connect(self._text_size)
        self.pages.addWidget(session)
        self.pages.setCurrentWidget(session)
        for front in (self.sign_in, self.first_start, self.new_passphrase):
            if front is not None:
                self.pages.removeWidget(front)
                front.deleteLater()
        self.first_start = self.new_passphrase = None
        self.setWindowTitle(f"{TITLE} - {desk.founded.station}")
        session.focus()
        self.signed_in.emit(session)

    def _begin_first_start(self) -> None:
        from minors_desk.ui.views.first_start_view import FirstStartView

        def founded(folder: Path, desk: "Desk") -> None:
            self.place.record = folder
            self.welcome(desk)

        if self.first_start is None:
            view = FirstStartView(self.place, self.tasks)
            self.first_start = view
            view.done.connect(founded)
            view.left.connect(self._back_to_sign_in)
            self.pages.addWidget(view)
        self.pages.setCurrentWidget(self.first_start)
        self.first_start.start()

    def _back_to_sign_in(self) -> None:
        self.pages.setCurrentWidget(self.sign_in)
        self._show_folder()
        self.sign_in.start()

    def _choose_folder(self) -> None:
        from minors_desk.ui.kit.choosing import choose_folder

        choose_folder(self, "Record folder", self._folder_chosen)

    def _folder_chosen(self, chosen: str) -> None:
        self.place.record = Path(chosen)
        self._show_folder()

    def _show_folder(self) -> None:
        record = self.place.record
        self.sign_in.form.set_folder(record.name if record is not None else "none chosen")

    def _next_colours(self) -> None:
        self.place.next_theme()
        self.apply_theme()

    def _text_size(self, steps: int) -> None:
        if steps:
            self.place.larger(steps)
        else:
            self.place.usual_size()
        self.apply_theme()


def _ask_passphrase(window: MainWindow, desk: "Desk") -> None:
    """Have a temporary passphrase changed, and then show the desk."""
    from minors_desk.services import people
    from minors_desk.ui.views.new_passphrase_view import NewPassphraseView

    view = window.new_passphrase = NewPassphraseView()

    def change(given: str, new: str) -> None:
        window.tasks.on_record(
            view,
            lambda: people.change_passphrase(desk, given, new),
            lambda _: window.show_desk(desk),
            view.fail,
        )

    view.chosen.connect(change)
    window.pages.addWidget(view)
    window.pages.setCurrentWidget(view)
    view.start()


def _watched(window: MainWindow) -> "IdleLock":
    """The lock after minutes without a sign of a person."""
    from minors_desk.ui.idle_lock import IdleLock

    idle = IdleLock(window.place.settings.lock_after_minutes, window.lock, parent=window)
    idle.start()
    return idle


def _tell(window: MainWindow, error: Exception) -> None:
    """Cover the window with the code of a failure of ours."""
    window.failure_page.show_code(failure.report(error))


def _made_cover() -> QWidget:
    """What stands over everything while the desk locks."""
    cover = QWidget()
    cover.setObjectName("page")
    lines = column(cover)
    label = Label("Locked", TextRole.TITLE)
    lines.addStretch(1)
    lines.addWidget(label, alignment=Qt.AlignmentFlag.AlignHCenter)
    lines.addStretch(1)
    return cover


def _hide_over(window: QWidget) -> None:
    """Questions stand in windows of their own, over the cover."""
    for other in QApplication.topLevelWidgets():
        if other is not window and other.isVisible() and _stands_over(window, other):
            other.hide()


def _import_the_rest() -> None:
    for name in LATER:
        import_module(name)


def _stands_over(window: QWidget, other: QWidget) -> bool:
    """Whether a window belongs to this one, through any number of others."""
    above = other.parentWidget()
    return above is not None and (above.window() is window or _stands_over(window, above.window()))


def _close(desk: "Desk") -> None:
    """Close the record; nobody is there any more to be told, so the log has what failed."""
    try:
        desk.close()
    except Exception as error:  # noqa: BLE001
        failure.report(error)


def _nothing(_: object) -> None:
    """The lanes are closed by then, and call nobody back."""
