"""The folder of a new record: chosen, and whether a record can be made in it."""

from pathlib import Path

from minors_desk.ui.kit.choosing import choose_folder
from minors_desk.ui.kit.field import LineField


class NewFolderField(LineField):
    """Asks where a record is made."""

    def __init__(self) -> None:
        super().__init__("Record folder", "A new folder on this computer's own disk")

    def folder(self) -> Path:
        """The folder that stands in it."""
        return Path(self.text().strip())

    def wrong(self) -> str | None:
        """Why no record can be made in it, or None."""
        return folder_wrong(self.text())

    def choose(self, name: str) -> None:
        """Ask where a folder of that name is made."""
        choose_folder(
            self.window(),
            "Where the record folder is made",
            lambda chosen: self.set_text(str(Path(chosen) / name)),
        )


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
