"""The system's own questions for a folder or a file that is there; they never stop the program."""

from collections.abc import Callable

from PySide6.QtWidgets import QFileDialog, QWidget

Take = Callable[[str], object]
"""What is done with the path that was chosen."""


def choose_folder(parent: QWidget, title: str, take: Take) -> None:
    """Ask for a folder."""
    ask = QFileDialog(parent, title)
    ask.setFileMode(QFileDialog.FileMode.Directory)
    ask.setOption(QFileDialog.Option.ShowDirsOnly)
    _open(ask, take)


def choose_file(parent: QWidget, title: str, kinds: str, take: Take, start: str = "") -> None:
    """Ask for a file; ``kinds`` are those that the question shows, ``start`` where it begins."""
    ask = QFileDialog(parent, title, start, kinds)
    ask.setFileMode(QFileDialog.FileMode.ExistingFile)
    _open(ask, take)


def _open(ask: QFileDialog, take: Take) -> None:
    ask.fileSelected.connect(take)
    ask.finished.connect(ask.deleteLater)
    ask.open()
