"""Puts our sheets behind a filled form; a preview says so on every page of it."""

from io import BytesIO
from typing import Any

import pikepdf
from reportlab.pdfgen.canvas import Canvas

from minors_desk.papers.official import hostile

_MARK, _GREY = "PREVIEW", 0.85


def joined(filled: bytes, sheets: bytes, *, is_preview: bool) -> bytes:
    """The form with our sheets behind it, as one PDF that bears the title and proof of the sheets.

    The form comes first, so that its fields stay what they are.
    """
    with pikepdf.open(BytesIO(filled)) as pdf, pikepdf.open(BytesIO(sheets)) as ours:
        if is_preview:
            for page in pdf.pages:
                _mark(page)
        pdf.pages.extend(ours.pages)
        for key, value in ours.docinfo.items():
            pdf.docinfo[key] = pikepdf.String(str(value))
        if "/Metadata" in pdf.Root:  # tells the title of the blank and when that was made
            del pdf.Root["/Metadata"]
        return hostile.saved(pdf)


def _mark(page: Any) -> None:
    """Draw the word across a page, behind nothing: it cannot be taken for an issued one."""
    box = page.trimbox
    width, height = float(box[2]) - float(box[0]), float(box[3]) - float(box[1])
    out = BytesIO()
    canvas = Canvas(out, pagesize=(width, height), invariant=True)
    canvas.setFillGray(_GREY)
    canvas.setFillAlpha(0.6)
    canvas.translate(width / 2, height / 2)
    canvas.rotate(50)
    canvas.setFont("Helvetica-Bold", min(width, height) / 6)
    canvas.drawCentredString(0, 0, _MARK)
    canvas.showPage()
    canvas.save()
    with pikepdf.open(out) as drawn:
        page.add_overlay(drawn.pages[0])
