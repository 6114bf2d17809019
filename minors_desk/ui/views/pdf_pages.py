"""Turns a PDF in memory into pictures of its pages; nothing goes through a file."""

import pypdfium2
from PySide6.QtGui import QImage

from minors_desk.services.pdfium import ONE_AT_A_TIME

_POINTS = 72


def render(pdf: bytes, dpi: int) -> list[QImage]:
    """All pages at a resolution in dots per inch; may run in any thread."""
    with ONE_AT_A_TIME:
        document = pypdfium2.PdfDocument(pdf)
        document.init_forms()  # the fields of an agency's form are shown by it alone
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
