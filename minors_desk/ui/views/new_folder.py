"""The folder of a new record: chosen, and whether a record can be made in it."""

from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QWidget

from minors_desk.ui.kit.field import LineField


def folder_wrong(typed: str) -> str | None:
    """Why no record can be made in that folder, or None."""
    folder = Path(typed.strip())
    if not typed.strip() or not folder.is_absolute():
        return "Choose a folder."
    try:
        taken = folder.exists() and (not folder.is_dir() or any(folder.iterdir()))
    except OSError:
        return "This folder cannot be read. Choose another."
    return "Something is in this folder already. Choose a new one." if taken else None


def ask_for_folder(parent: QWidget, field: LineField, name: str) -> None:
    """Ask where a folder of that name is made, and write it into the field."""
    ask = QFileDialog(parent, "Where the record folder is made")
    ask.setFileMode(QFileDialog.FileMode.Directory)
    ask.setOption(QFileDialog.Option.ShowDirsOnly)
    ask.fileSelected.connect(lambda chosen: field.set_text(str(Path(chosen) / name)))
    ask.finished.connect(ask.deleteLater)
    ask.open()
