"""Draws labels as a PDF in memory: a QR code of the label's own code, and the code in words.

Nothing else says whose they are; the child's name stands on them only where that was chosen.
"""

from collections.abc import Sequence
from io import BytesIO
from typing import Any

import segno
from reportlab.pdfgen.canvas import Canvas

from minors_desk.domain.labels import Label
from minors_desk.papers import fitting, shaping, typesetting
from minors_desk.papers.label_formats import LabelFormat
from minors_desk.papers.literal import printable
from minors_desk.papers.shaping import Style

_MM = 72 / 25.4
_QUIET = 4
_MOST_QR = 24 * _MM
_GAP = 6.0
_CODE = tuple(Style(size, bold=True) for size in (16, 14, 12, 11, 10, 9, 8, 7))
_NAME = tuple(Style(size, bold=True) for size in (11, 10, 9, 8))
_LINE = tuple(Style(size) for size in (9, 8, 7))


def draw_labels(form: LabelFormat, labels: Sequence[Label], start: int = 1) -> bytes:
    """Return the PDF of the labels, on a sheet from its label ``start`` on; equal input, equal
    bytes.

    Raises ValueError where the sheet has no such label.
    """
    if not 1 <= start <= form.on_page:
        raise ValueError("no such label on the sheet")
    out = BytesIO()
    width, height = (side * _MM for side in form.page)
    canvas = Canvas(out, pagesize=(width, height), invariant=True, lang="en-US")
    canvas.setCreator("Minors Desk")
    canvas.setTitle("Labels")
    last = None
    for place, label in enumerate(labels, start=start - 1):
        page, at = divmod(place, form.on_page)
        if last not in (None, page):
            canvas.showPage()
        last = page
        down, across = divmod(at, form.grid[0])
        left = (form.first[0] + across * form.pitch[0]) * _MM
        top = height - (form.first[1] + down * form.pitch[1]) * _MM
        _label(canvas, form, label, (left, top))
    canvas.showPage()
    canvas.save()
    return out.getvalue()


def _label(canvas: Canvas, form: LabelFormat, label: Label, corner: tuple[float, float]) -> None:
    """Draw one label: the QR code at its left, or at both ends of a strip, the words beside it."""
    across, down = (side * _MM for side in form.margin)
    left, top = corner[0] + across, corner[1] - down
    right = corner[0] + form.label[0] * _MM - across
    height = form.label[1] * _MM - 2 * down
    is_tall = form.label[1] > form.label[0]
    is_strip = form.label[0] > 4 * form.label[1]
    side = min(height, _MOST_QR, (right - left) * (0.8 if is_tall else 0.4))
    _qr(canvas, label.code, (left, top), side)
    if is_tall:
        _words(canvas, label, (left, top - side - _GAP), (right - left, height - side - _GAP))
        return
    if is_strip:
        # Whichever way the band is turned, one of them is in sight.
        _qr(canvas, label.code, (right - side, top), side)
        right -= side + _GAP
    _words(canvas, label, (left + side + _GAP, top), (right - left - side - _GAP, height))


def _words(
    canvas: Canvas, label: Label, corner: tuple[float, float], room: tuple[float, float]
) -> None:
    """Set the code, a chosen name and the lines below each other; what has no room is left out."""
    left, top = corner
    width, height = room
    wanted = [(label.code, _CODE)]
    wanted += [(label.name, _NAME)] if label.name else []
    wanted += [(one, _LINE) for one in label.lines if one.strip()]
    y = top
    for text, styles in wanted:
        words, style = _fitting(text, width, styles)
        step = style.size * 1.3
        if top - (y - step) > height:
            return
        y -= step
        typesetting.draw(canvas, (left, y + style.size * 0.25), words, style)


def _fitting(text: str, width: float, styles: Sequence[Style]) -> tuple[str, Style]:
    """The text in the largest style in which it is one line; else cut, with an ellipsis."""
    shown = printable(text)
    for style in styles:
        if shaping.measure(shown, style) <= width:
            return shown, style
    fitted = fitting.fit(shown, width - shaping.measure(" …", styles[-1]), 1, (styles[-1],))
    return f"{''.join(fitted.lines)} …", fitted.style


def _qr(canvas: Any, code: str, corner: tuple[float, float], side: float) -> None:
    """Draw the QR code with its quiet zone into a square, given by its upper left corner."""
    rows = tuple(bytes(row) for row in segno.make_qr(code, error="m", boost_error=False).matrix)
    module = side / (len(rows) + 2 * _QUIET)
    left, top = corner[0] + _QUIET * module, corner[1] - _QUIET * module
    path = canvas.beginPath()
    for down, row in enumerate(rows):
        for at, dark in enumerate(row):
            if dark:
                path.rect(left + at * module, top - (down + 1) * module, module, module)
    canvas.setFillGray(0)
    canvas.drawPath(path, stroke=0, fill=1)
