"""Pictures of lines: as our PDF shows them, and drawn independently from the glyphs' outlines."""

from collections.abc import Callable
from io import BytesIO
from typing import Any

import pypdfium2
from PIL import Image
from reportlab.pdfgen.canvas import Canvas

from minors_desk.papers import shaping, typesetting
from minors_desk.papers.shaping import Style

WIDTH, HEIGHT, SIZE = 620, 44, 20.0
BASE = (10.0, 15.0)


def pdf_of(draw: Callable[[Canvas], object]) -> bytes:
    """Return a page of one line, drawn by the function."""
    out = BytesIO()
    canvas = Canvas(out, pagesize=(WIDTH, HEIGHT), invariant=True)
    draw(canvas)
    canvas.showPage()
    canvas.save()
    return out.getvalue()


def picture(pdf: bytes, page: int = 0, scale: float = 2.0) -> Image.Image:
    """Render a page in grey."""
    document = pypdfium2.PdfDocument(pdf)
    try:
        image: Image.Image = document[page].render(scale=scale).to_pil().convert("L")
    finally:
        document.close()
    return image


def text_of(pdf: bytes, page: int = 0) -> str:
    """Read the text of a page back, as a reader of the PDF copies it."""
    document = pypdfium2.PdfDocument(pdf)
    try:
        text: str = document[page].get_textpage().get_text_range()
    finally:
        document.close()
    return text


def line(text: str) -> bytes:
    """Return a page with one line set by `typesetting.draw`."""
    return pdf_of(lambda canvas: typesetting.draw(canvas, BASE, text, Style(SIZE)))


def outlines(text: str) -> bytes:
    """Return the same line as filled outlines, placed by HarfBuzz: no font in the PDF at all."""

    def draw(canvas: Canvas) -> None:
        x, y = BASE
        for run in shaping.shape(text):
            unit = SIZE / run.face.units_per_em
            for glyph in run.glyphs:
                at = (x + glyph.dx * SIZE / 1000, y + glyph.dy * SIZE / 1000)
                pen = _Pen(canvas.beginPath(), at, unit)
                run.face.shaper.draw_glyph_with_pen(glyph.glyph, pen)
                canvas.drawPath(pen.path, stroke=0, fill=1, fillMode=1)
                x += glyph.advance * SIZE / 1000

    return pdf_of(draw)


class _Pen:
    """Puts an outline into a PDF path; quadratic curves become cubic ones."""

    def __init__(self, path: Any, at: tuple[float, float], unit: float) -> None:
        self.path, self._at, self._unit = path, at, unit
        self._last = (0.0, 0.0)

    def moveTo(self, point: tuple[float, float]) -> None:
        self._last = point
        self.path.moveTo(*self._placed(point))

    def lineTo(self, point: tuple[float, float]) -> None:
        self._last = point
        self.path.lineTo(*self._placed(point))

    def qCurveTo(self, control: tuple[float, float], point: tuple[float, float]) -> None:
        first, second = (
            tuple(end + (mid - end) * 2 / 3 for end, mid in zip(side, control, strict=True))
            for side in (self._last, point)
        )
        self._last = point
        places = (self._placed((one[0], one[1])) for one in (first, second, point))
        self.path.curveTo(*(value for place in places for value in place))

    def curveTo(self, *points: tuple[float, float]) -> None:
        self._last = points[-1]
        self.path.curveTo(*(value for point in points for value in self._placed(point)))

    def closePath(self) -> None:
        self.path.close()

    def _placed(self, point: tuple[float, float]) -> tuple[float, float]:
        return self._at[0] + point[0] * self._unit, self._at[1] + point[1] * self._unit
