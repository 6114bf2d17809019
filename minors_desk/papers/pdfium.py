"""What a page of a PDF shows and says: its picture, its text, its text within a rectangle."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from threading import Lock
from typing import Any

import pypdfium2
from PIL import Image

from minors_desk.errors import BadInput

ONE_AT_A_TIME = Lock()
"""PDFium keeps state of its own for the whole process; two threads in it at once crash it."""
_POINTS = 72
_MOST_POINTS = 2000.0
Corners = tuple[float, float, float, float]
"""Left, bottom, right, top in points, from the lower left corner of the page."""


@contextmanager
def pages(pdf: bytes) -> Iterator["Pages"]:
    """The pages of a PDF in memory, for as long as nobody else needs PDFium.

    Raises BadInput for what PDFium does not open.
    """
    with ONE_AT_A_TIME:
        try:
            document = pypdfium2.PdfDocument(pdf)
        except pypdfium2.PdfiumError as error:
            raise _unreadable() from error
        try:
            yield Pages(document)
        except pypdfium2.PdfiumError as error:
            raise _unreadable() from error
        finally:
            document.close()


class Pages:
    """The pages of an open PDF, counted from 0."""

    def __init__(self, document: Any) -> None:
        self._document = document

    @property
    def count(self) -> int:
        """How many there are."""
        return len(self._document)

    def picture(self, number: int, dpi: int) -> Image.Image:
        """The page in shades of grey, with what lies over it."""
        page = self._document[number]
        try:
            width, height = page.get_size()
            if max(width, height) > _MOST_POINTS:
                raise _unreadable()
            bitmap = page.render(scale=dpi / _POINTS, grayscale=True)
            try:
                picture: Image.Image = bitmap.to_pil().convert("L")
                return picture.copy() if picture.readonly else picture
            finally:
                bitmap.close()
        finally:
            page.close()

    def texts(self, number: int, within: Sequence[Corners]) -> tuple[str, list[str]]:
        """The whole text of a page, and the text that touches each rectangle."""
        page = self._document[number]
        try:
            text = page.get_textpage()
            try:
                return text.get_text_range(), [text.get_text_bounded(*one) for one in within]
            finally:
                text.close()
        finally:
            page.close()


def _unreadable() -> BadInput:
    return BadInput(
        "This PDF cannot be drawn",
        "Choose the file as it was saved, or type its code.",
        field="file",
    )
