"""Shows a photograph or the pages of a scan, read into memory and nowhere else."""

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QImage, QPixmap
from PySide6.QtWidgets import QDialog, QLabel, QWidget

from minors_desk.domain.attachments import Attachment
from minors_desk.errors import DeskError
from minors_desk.ui.kit.button import Button, Kind
from minors_desk.ui.kit.scroll import Scroll
from minors_desk.ui.kit.spacing import THREE, TWO, column
from minors_desk.ui.kit.tokens import GRID, TextRole, scaled
from minors_desk.ui.kit.type import Label
from minors_desk.ui.pictures import decoded
from minors_desk.ui.views.pdf_pages import render
from minors_desk.wording.codes import word

WIDTH, HEIGHT = 110 * GRID, 72 * GRID
_DPI, _MOST_PAGES = 90, 30


def pictures_of(data: bytes, media_type: str) -> list[QImage]:
    """What can be seen of a file; may run in any thread. Raises DeskError when that is nothing."""
    if media_type == "application/pdf":
        return render(data, _DPI)[:_MOST_PAGES]
    found = decoded(data, media_type, QSize(WIDTH - 6 * GRID, HEIGHT))
    if found is None:
        raise DeskError(
            "This file cannot be shown as a picture", "It is kept as it was; export it to look"
        )
    return [found]


class FileView(QDialog):
    """The pictures of one file, below each other."""

    def __init__(
        self, file: Attachment, pictures: Sequence[QImage], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName("ask")
        self.setWindowTitle("Minors Desk")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        page = QWidget()
        lines = column(page, gap=TWO)
        for number, picture in enumerate(pictures, start=1):
            shown = QLabel()
            shown.setPixmap(QPixmap.fromImage(picture))
            shown.setAlignment(Qt.AlignmentFlag.AlignHCenter)
            shown.setAccessibleName(f"Page {number}")
            lines.addWidget(shown)
        lines.addStretch(1)
        close = Button("Close", Kind.SECONDARY, "Esc")
        close.clicked.connect(self.reject)
        outer = column(self, gap=TWO)
        outer.setContentsMargins(THREE, THREE, THREE, TWO)
        outer.addWidget(Label(word("attachment_what", file.what), TextRole.TITLE))
        outer.addWidget(Label(file.purpose, wrap=True))
        outer.addWidget(Scroll(page), 1)
        outer.addWidget(close, alignment=Qt.AlignmentFlag.AlignRight)
        close.setFocus()
        self.resize(scaled(WIDTH), scaled(HEIGHT))
