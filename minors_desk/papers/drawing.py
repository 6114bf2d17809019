"""Draws a layout as a PDF in memory: a preview without seal, or an issued copy with imprint."""

from collections.abc import Sequence
from dataclasses import dataclass
from io import BytesIO
from itertools import groupby
from typing import Any, Literal

from reportlab.pdfbase import pdfmetrics
from reportlab.pdfgen.canvas import Canvas

from minors_desk.papers import fitting, fonts, seal, shaping, typesetting
from minors_desk.papers.literal import printable
from minors_desk.papers.shaping import Style
from minors_desk.papers.sheet import Drawing, Fill, Layout, Mark, Rule, Shape, Words
from minors_desk.papers.sheets import (
    FOOT,
    FOOT_LINES,
    FOOT_RIGHT,
    FOOT_VALUES,
    HEIGHT,
    LABEL,
    LEFT,
    NUMBER_LEFT,
    NUMBER_LINE,
    RIGHT,
    SMALL,
    WIDTH,
)

Sheet = Literal["letter", "a4"]
LETTER: Sheet = "letter"
SIZES: dict[Sheet, tuple[float, float]] = {"letter": (WIDTH, HEIGHT), "a4": (595.276, 841.89)}
"""Width and height of the sheets of paper that a layout can be drawn on."""
# A module of 1.6 points is 4.4 dots of a 200-dpi fax. Four modules around it stay white: the foot
# keeps them free on the left and above, the margins of the page do so elsewhere.
_MODULE = 1.6
_QR_TOP = FOOT - 6 - 4 * _MODULE - 1
_QR_SIDE = 37 * _MODULE
QR_EDGES = (RIGHT - _QR_SIDE - 1, _QR_TOP - _QR_SIDE - 1, RIGHT + 1, _QR_TOP + 1)
"""Where the code of a page stands: left, bottom, right, top."""
VERIFY = "The issuing station verifies this page against its record by either code."
_INK_WIDTH = 1.1
_EDGE_GREY = 0.35
_PACKET_LINE = 27.0
_STRUCK_AT, _STRUCK_WIDTH = 0.28, 0.7  # of the size above the baseline: middle of small letters
# A drawing on the pad is never blown up beyond what the whole pad (2000 units) would be at.
_LEAST_INK = 900


@dataclass(frozen=True, slots=True, kw_only=True)
class Imprint:
    """What one issued copy carries besides its boxes; nothing of it is in the digest.

    `qr` has one payload (`seal.qr_payload`) for each page; `printed_at` is text in local time;
    `signature` and `entry_hash` are those of the entry that issued the paper, in hex.
    """

    paper_number: str
    version: int
    copy: int
    printed_at: str
    printed_by: str
    seal_code: str
    qr: tuple[bytes, ...]
    key_id: str
    signature: str
    entry_hash: str


def shift(sheet: Sheet) -> tuple[float, float]:
    """How far right and up a layout stands on that sheet, in points: in its middle.

    Layouts are made for Letter; on A4 their margins are 33.6 points wide instead of 42.
    """
    width, height = SIZES[sheet]
    return (width - WIDTH) / 2, (height - HEIGHT) / 2


def draw(layout: Layout, imprint: Imprint | None, sheet: Sheet = LETTER) -> bytes:
    """Return the PDF of a layout; equal input gives equal bytes.

    On another sheet than Letter the same layout is moved, so that its boxes and digest are equal.

    Without an imprint it is a preview: marked as such, without seal code and QR code. Raises
    ValueError when there is not one QR payload for each page.
    """
    if imprint is not None and len(imprint.qr) != len(layout.pages):
        raise ValueError("an imprint needs one QR payload for each page")
    out = BytesIO()
    canvas = _canvas(out, SIZES[sheet])
    _describe(canvas, imprint)
    for number in range(1, len(layout.pages) + 1):
        if sheet != LETTER:
            canvas.translate(*shift(sheet))
        _page(canvas, layout, imprint, number)
        canvas.showPage()
    canvas.save()
    return out.getvalue()


def _canvas(out: BytesIO, size: tuple[float, float]) -> Canvas:
    """A canvas that begins with our own font: else each page names one that is not in the file."""
    font = fonts.face(0, False).pdf
    pdfmetrics.registerFont(font)
    return Canvas(
        out,
        pagesize=size,
        invariant=True,
        lang="en-US",
        initialFontName=font.fontName,  # type: ignore[arg-type] # a name; its stub wants a number
    )


def draw_packet(parts: Sequence[tuple[Layout, Imprint]]) -> bytes:
    """Return one PDF of several issued copies, the cover sheet first; equal input, equal bytes.

    Each page keeps its own number, seal and QR code, and says which page of the packet it is. The
    whole is drawn in one go: its fonts are embedded once, and nothing is merged or stamped after.
    The PDF's keywords have the proof of the cover and the seal of each copy. Raises ValueError when
    a copy has not one QR payload for each page.
    """
    if any(len(imprint.qr) != len(layout.pages) for layout, imprint in parts):
        raise ValueError("an imprint needs one QR payload for each page")
    cover = parts[0][1]
    out = BytesIO()
    canvas = _canvas(out, SIZES[LETTER])
    _describe(canvas, cover, [imprint.seal_code for _, imprint in parts[1:]])
    total = sum(len(layout.pages) for layout, _ in parts)
    at = 0
    for layout, imprint in parts:
        canvas.bookmarkPage(imprint.paper_number)
        canvas.addOutlineEntry(imprint.paper_number, imprint.paper_number)
        for number in range(1, len(layout.pages) + 1):
            at += 1
            _page(canvas, layout, imprint, number)
            _foot_value(
                canvas, _PACKET_LINE, "Packet", f"{cover.paper_number}, page {at} of {total}", SMALL
            )
            canvas.showPage()
    canvas.save()
    return out.getvalue()


def draw_sheets(parts: Sequence[tuple[Layout, Imprint]]) -> bytes:
    """Return one PDF of numbered blank sheets, each under its own number; equal input, equal bytes.

    Raises ValueError when a sheet has not one QR payload for each page.
    """
    if any(len(imprint.qr) != len(layout.pages) for layout, imprint in parts):
        raise ValueError("an imprint needs one QR payload for each page")
    out = BytesIO()
    canvas = _canvas(out, SIZES[LETTER])
    _describe(canvas, parts[0][1])
    for layout, imprint in parts:
        canvas.bookmarkPage(imprint.paper_number)
        canvas.addOutlineEntry(imprint.paper_number, imprint.paper_number)
        for number in range(1, len(layout.pages) + 1):
            _page(canvas, layout, imprint, number)
            canvas.showPage()
    canvas.save()
    return out.getvalue()


def _page(canvas: Canvas, layout: Layout, imprint: Imprint | None, number: int) -> None:
    """Draw one page of a layout, the first of which is 1."""
    if imprint is None:
        _watermark(canvas)
    for mark in layout.pages[number - 1].marks:
        _draw_mark(canvas, mark)
    _number(canvas, imprint, (number, len(layout.pages)))
    _foot(canvas, imprint, number)


def _describe(canvas: Canvas, imprint: Imprint | None, seals: Sequence[str] = ()) -> None:
    """Set the PDF's own title and keywords: no name, no case, only what proves the paper."""
    canvas.setCreator("Minors Desk")
    canvas.setAuthor("")
    canvas.setSubject("")
    if imprint is None:
        canvas.setTitle("PREVIEW")
        return
    canvas.setTitle(imprint.paper_number)
    canvas.setKeywords(
        f"entry sha256:{imprint.entry_hash}; key ed25519:{imprint.key_id}; "
        f"signature {imprint.signature}; seal {imprint.seal_code}"
        + (f"; holds {', '.join(seals)}" if seals else "")
    )


def _draw_mark(canvas: Canvas, mark: Mark) -> None:
    match mark:
        case Words():
            _words(canvas, mark)
        case Rule():
            _rule(canvas, mark)
        case Fill():
            canvas.setFillGray(mark.grey)
            canvas.rect(mark.x, mark.y, mark.width, mark.height, stroke=0, fill=1)
        case Drawing():
            _ink(canvas, mark)
        case Shape():
            _shape(canvas, mark)


def _rule(canvas: Any, rule: Rule) -> None:
    """Draw a straight line in one operator string: a page has a hundred."""
    canvas._code.append(
        f"{rule.grey:g} G {rule.width:g} w "
        f"{rule.x1:.3f} {rule.y1:.3f} m {rule.x2:.3f} {rule.y2:.3f} l S"
    )


def _shape(canvas: Canvas, shape: Shape) -> None:
    path = canvas.beginPath()
    path.moveTo(*shape.points[0])
    for point in shape.points[1:]:
        path.lineTo(*point)
    path.close()
    canvas.setFillGray(shape.fill)
    canvas.setStrokeGray(_EDGE_GREY)
    canvas.setLineWidth(shape.edge)
    canvas.drawPath(path, stroke=1 if shape.edge else 0, fill=1)


def _words(canvas: Canvas, words: Words) -> None:
    """Draw a line of text, and one stroke through what of it is struck out."""
    at, text, style = (words.x, words.y), words.text, words.style
    typesetting.draw(canvas, at, text, style, words.align, words.rtl)
    if words.struck is None:
        return
    width = shaping.measure(text, style, rtl=words.rtl) if words.align == "right" else 0.0
    left = words.x - width
    y = words.y + style.size * _STRUCK_AT
    canvas.setStrokeGray(0)
    canvas.setLineWidth(_STRUCK_WIDTH)
    for start, end in shaping.extents(text, style, words.struck, rtl=words.rtl):
        canvas.line(left + start, y, left + end, y)


def _ink(canvas: Canvas, drawing: Drawing) -> None:
    """Draw strokes as round lines, scaled by their own extent, never distorted."""
    points = [point for stroke in drawing.strokes for point in stroke]
    if not points:
        return
    left, top = min(p[0] for p in points), min(p[1] for p in points)
    across = max(max(p[0] for p in points) - left, _LEAST_INK)
    down = max(max(p[1] for p in points) - top, 1)
    scale = min(drawing.width / across, drawing.height / down)
    canvas.setStrokeGray(0)
    canvas.setLineWidth(_INK_WIDTH)
    canvas.setLineCap(1)
    canvas.setLineJoin(1)
    lift = drawing.y + (drawing.height + down * scale) / 2
    for stroke in drawing.strokes:
        _stroke(canvas, stroke, (drawing.x - left * scale, lift + top * scale), scale)
    canvas.setLineCap(0)
    canvas.setLineJoin(0)


def _stroke(
    canvas: Any, stroke: tuple[tuple[int, int, int], ...], origin: tuple[float, float], scale: float
) -> None:
    path = canvas.beginPath()
    for at, (x, y, _) in enumerate(stroke):
        place = (origin[0] + x * scale, origin[1] - y * scale)
        if at == 0:
            path.moveTo(*place)
        if at or len(stroke) == 1:
            path.lineTo(*place)  # a single touch is a line of no length: a dot, by its round cap
    canvas.drawPath(path, stroke=1, fill=0)


def _watermark(canvas: Canvas) -> None:
    canvas.saveState()
    canvas.translate(WIDTH / 2, HEIGHT / 2)
    canvas.rotate(52)
    typesetting.draw(canvas, (0, -40), "PREVIEW", Style(118, bold=True, grey=0.9), "centre")
    canvas.restoreState()


def _number(canvas: Canvas, imprint: Imprint | None, page: tuple[int, int]) -> None:
    """Draw the line of the head that names the paper: number, version, page."""
    words = f"Page {page[0]} of {page[1]}"
    bold = Style(8, bold=True)
    if imprint is not None:
        words = f"version {imprint.version}   {words}"
        right = RIGHT - shaping.measure(words, bold) - 8
        width = right - NUMBER_LEFT
        number, style = _fitting(imprint.paper_number, width, bold)
        typesetting.draw(canvas, (right, NUMBER_LINE), number, style, "right")
        label = right - shaping.measure(number, style) - 4
        typesetting.draw(canvas, (label, NUMBER_LINE), "Paper", LABEL, "right")
    typesetting.draw(canvas, (RIGHT, NUMBER_LINE), words, bold, "right")


def _foot(canvas: Canvas, imprint: Imprint | None, page: int) -> None:
    """Draw what identifies the copy: seal code, when and by whom it was printed, how to verify."""
    canvas.setStrokeGray(0)
    canvas.setLineWidth(0.8)
    canvas.line(LEFT, FOOT - 6, RIGHT, FOOT - 6)
    code, _, _, printed, verify = FOOT_LINES
    if imprint is None:
        words = "PREVIEW – not issued, no seal code, not valid as a paper"  # noqa: RUF001
        typesetting.draw(canvas, (LEFT, code), words, Style(9, bold=True))
        return
    _qr(canvas, imprint.qr[page - 1])
    _foot_value(canvas, code, "Seal code", imprint.seal_code, Style(11, bold=True))
    when = f"copy {imprint.copy}, {imprint.printed_at} by {imprint.printed_by}"
    _foot_value(canvas, printed, "Printed", when, SMALL)
    typesetting.draw(canvas, (FOOT_VALUES, verify), VERIFY, LABEL)


def _foot_value(canvas: Canvas, y: float, label: str, value: str, style: Style) -> None:
    words, fitted = _fitting(value, FOOT_RIGHT - FOOT_VALUES, style)
    typesetting.draw(canvas, (LEFT, y), label, LABEL)
    typesetting.draw(canvas, (FOOT_VALUES, y), words, fitted)


def _fitting(value: str, width: float, style: Style) -> tuple[str, Style]:
    """One value of the copy on a line; where it is too long, an ellipsis says that it goes on."""
    fitted = fitting.fit(printable(value), width, 1, (style,))
    words = "".join(fitted.lines)
    return (f"{words} …" if fitted.rest else words), fitted.style


def _qr(canvas: Any, payload: bytes) -> None:
    """Draw a QR code into the lower right corner, as squares that scale without loss."""
    rows = seal.qr_modules(payload)
    left, top = RIGHT - len(rows) * _MODULE, _QR_TOP
    out = ["0 g"]
    for down, row in enumerate(rows):
        y = f"{top - (down + 1) * _MODULE:.3f}"
        at = 0
        for dark, run in groupby(row):
            end = at + len(list(run))
            if dark:
                wide = (end - at) * _MODULE
                out.append(f"{left + at * _MODULE:.3f} {y} {wide:.3f} {_MODULE:g} re")
            at = end
    out.append("f")
    canvas._code.append(" ".join(out))
