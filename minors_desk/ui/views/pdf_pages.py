"""Turns a PDF in memory into pictures of its pages; nothing goes through a file."""

from threading import Lock

import pypdfium2
from PySide6.QtGui import QImage

_POINTS = 72
_ONE_AT_A_TIME = Lock()
"""PDFium keeps state of its own for the whole process; two threads in it at once crash it."""


def render(pdf: bytes, dpi: int) -> list[QImage]:
    """All pages at a resolution in dots per inch; may run in any thread."""
    with _ONE_AT_A_TIME:
        document = pypdfium2.PdfDocument(pdf)
        try:
            return [_picture(page, dpi) for page in document]
        finally:
            document.close()


def _picture(page: pypdfium2.PdfPage, dpi: int) -> QImage:
    bitmap = page.render(scale=dpi / _POINTS)
    try:
        form = QImage.Format.Format_Grayscale8
        if bitmap.n_channels == 3:
            form = QImage.Format.Format_BGR888
        elif bitmap.n_channels == 4:
            form = QImage.Format.Format_RGB32
        picture = QImage(bytes(bitmap.buffer), bitmap.width, bitmap.height, bitmap.stride, form)
        # The picture only points at the bytes; a copy owns them.
        return picture.copy()
    finally:
        bitmap.close()
        page.close()
