"""Puts all together: command line, window and tour; the only module that may import every layer.

Qt is imported where the window is opened, what knows the record only after its first paint, and
the command line only when there is one.
"""

import gc
import os
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from minors_desk import logs, settings

if TYPE_CHECKING:
    from datetime import datetime

    from PySide6.QtWidgets import QApplication

    from minors_desk.domain.story import Story
    from minors_desk.domain.when import Clock
    from minors_desk.ui.main_window import MainWindow

NO_DISPLAY = 3
_PRIVATE = 0o077
_NAME = "Minors Desk"
_SCREENLESS = "offscreen"


def main(argv: Sequence[str] | None = None) -> int:
    """Do what the command line says; returns the exit code (DESIGN, the desk without a window).

    3 also when the window was asked for and there is no display.
    """
    # The operating system's zone data is not trusted: `zoneinfo` reads this when it is imported.
    os.environ["PYTHONTZPATH"] = ""
    # Files are for their owner only.
    os.umask(_PRIVATE)
    words = list(sys.argv[1:] if argv is None else argv)
    if not words:
        return open_window(None, words)
    from minors_desk import cli

    return cli.main(
        words,
        open_window=lambda record: open_window(record, words),
        run_tour=run_tour,
        clock=computer_clock,
        out=sys.stdout,
        err=sys.stderr,
    )


def computer_clock() -> "datetime":
    """The present instant by this computer's clock (aware, UTC)."""
    from datetime import UTC, datetime

    return datetime.now(UTC)


def build(
    clock: "Clock", *, settings_folder: Path, record: Path | None, restart: Callable[[], None]
) -> "MainWindow":
    """The window of the program, not shown yet; an application of Qt must be there.

    The clock is an argument and nothing else: a flag or a variable for it would be a hole in a
    legal record (CONTRACT 5.8). `restart` is called by the lock once the record is closed.
    """
    from minors_desk.ui.main_window import MainWindow
    from minors_desk.ui.workplace import Practice, Workplace

    kept, _ = settings.load(settings_folder)
    place = Workplace(
        clock=clock,
        settings_folder=settings_folder,
        settings=kept,
        record=kept.record_folder if record is None else record,
        restart=restart,
        practice=Practice(_stories, _read_stories),
    )
    return MainWindow(place)


def _stories() -> tuple[Path, ...]:
    """The invented nights beside the program: in its sources, not where it was installed."""
    return tuple(sorted((Path(__file__).resolve().parents[1] / "tests/stories").glob("*.json")))


def _read_stories(files: "Sequence[Path]") -> "tuple[Story, ...]":
    from minors_desk.cli.stories import stories_of

    return stories_of(files)


def open_window(record: Path | None, words: Sequence[str]) -> int:
    """Open the window and stay until it is closed; after a lock a new process takes over.

    `words` are the arguments of the program, which the new process gets again.
    """
    if not has_display():
        print(  # noqa: T201 - the terminal is all there is
            "minors-desk: There is no display to open the window on. "
            "Start it on a desktop, or use the commands that need none (--help).",
            file=sys.stderr,
        )
        return NO_DISPLAY
    # All that is made until the first picture stays: to look for garbage there only takes time.
    gc.disable()
    folder = settings.default_folder(os.environ, sys.platform)
    kept, _ = settings.load(folder)
    logs.start(kept.log_folder or folder)
    app = application()
    lock = _Again(app.quit)
    window = build(computer_clock, settings_folder=folder, record=record, restart=lock.ask)
    window.painted.connect(lambda: _collect(window))
    code = _run(app, window)
    logs.stop()
    if not lock.asked:
        return code
    return _begin_anew(words)


def _collect(window: "MainWindow") -> None:
    """From the first picture on, garbage is looked for, but never by a worker's thread."""
    from minors_desk.ui.collecting import Collecting

    window.ready.connect(Collecting(window).keep)


def run_tour(out: Path) -> int:
    """Drive the real window through the main job on a scratch record; pictures go to `out`."""
    from minors_desk.ui.tour import drive

    if not has_display() or os.environ.get("QT_QPA_PLATFORM") == _SCREENLESS:
        # Qt's own screen there is smaller than any station's, and would cut the dialogs.
        os.environ["QT_QPA_PLATFORM"] = drive.offscreen_platform()
    return drive.run(out, application(), build)


def application() -> "QApplication":
    """The one application of Qt of this process."""
    from PySide6.QtWidgets import QApplication

    app = QApplication.instance()
    if not isinstance(app, QApplication):
        app = QApplication([_NAME, "-style", "Fusion"])
        app.setApplicationName(_NAME)
        app.setDesktopFileName("minors-desk")
    return app


def has_display() -> bool:
    """Whether a window can be opened: on Linux a display, or a platform of Qt named on purpose."""
    if not sys.platform.startswith("linux"):
        return True
    return any(os.environ.get(n) for n in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"))


class _Again:
    """Remembers that the lock asked to begin anew, and ends the event loop."""

    def __init__(self, leave: Callable[[], None]) -> None:
        self.leave, self.asked = leave, False

    def ask(self) -> None:
        self.asked = True
        self.leave()


def _run(app: "QApplication", window: "MainWindow") -> int:
    from minors_desk.ui.failure import FailureHooks

    hooks = FailureHooks()
    hooks.failed.connect(lambda code: window.failure_page.show_code(code))
    hooks.install()
    window.begin()
    code = app.exec()
    hooks.uninstall()
    window.close()
    return code


def _begin_anew(words: Sequence[str]) -> int:
    """Give this process's place to a fresh one: names and keys in memory go with it."""
    safe = ["-P"] if sys.flags.safe_path else []
    command = [sys.executable, *safe, "-m", "minors_desk", *words]
    if os.name == "posix":
        os.execv(sys.executable, command)  # noqa: S606 - our own program, no shell
    from subprocess import Popen

    Popen(command)  # noqa: S603
    return 0
