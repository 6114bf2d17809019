"""Lays a form out on Letter pages: the head, sections of boxes on a grid, continuation sheets.

A pure function: equal forms give equal layouts. The foot with page numbers and seal belongs to the
imprint of a copy and is drawn later; here only its room is kept. Lengths are points (1/72 inch).
"""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from minors_desk.papers import fitting, shaping
from minors_desk.papers.fitting import MARKER, Fitted
from minors_desk.papers.literal import printable
from minors_desk.papers.shaping import Align, Style
from minors_desk.papers.sheet import (
    Box,
    Drawing,
    Fill,
    Form,
    Head,
    Layout,
    Mark,
    Page,
    Row,
    Rule,
    Section,
    SignatureBox,
    Words,
)

WIDTH, HEIGHT = 612.0, 792.0
LEFT, RIGHT = 42.0, 570.0
FOOT = 104.0
"""What lies above this belongs to the boxes, what lies below to the foot."""
FOOT_LINES = (86.0, 73.0, 61.0, 49.5, 38.0)
"""Baselines of the foot; the third is that of who prepared the paper."""
FOOT_VALUES, FOOT_RIGHT = 104.0, 480.0
"""Where the values of the foot begin, and where they end before the QR code."""
_TOP = 758.0
_HEAD_BOTTOM = 686.0
_GUTTER = 12.0
_CASE_LEFT = 390.0
_COMMON = ("head.", "foot.")
_CONTINUATION = " – continuation sheet"  # noqa: RUF001
_CONFIDENTIAL = "JUVENILE – CONFIDENTIAL"  # noqa: RUF001

LABEL = Style(8, grey=0.25)
SMALL = Style(8)
_VALUE = (Style(10), Style(9), Style(8))
_STRONG = (Style(11, bold=True), Style(10, bold=True), Style(9, bold=True), Style(8, bold=True))
_STATE = (Style(8, bold=True),)
_SECTION = Style(9, bold=True)
_CONTINUED = Style(10)

_LABEL_HEIGHT = 11.0
_LINE = 13.0
_BELOW = 5.0
_INK_HEIGHT = 46.0
_CAPTION_LINES = 2
_CAPTION_LINE = 10.5
_SECTION_HEIGHT = 21.0
_NOTE_LINE = 10.5
_CONTINUED_LEAST = 52.0  # a title and two lines: less is not begun on a sheet


@dataclass(slots=True)
class _Sheet:
    """A page being filled from the top; `y` is the upper edge of what is still free."""

    y: float
    marks: list[Mark] = field(default_factory=list)
    printed: list[tuple[str, str]] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class _Rest:
    """What of a box did not fit, and the place where the words that lead to it will stand."""

    box: Box
    fitted: Fitted
    sheet: int
    cell: "_Cell"


@dataclass(frozen=True, slots=True)
class _Cell:
    """Where a text stands: left edge, baseline of its first line, width, height in lines."""

    x: float
    y: float
    width: float
    lines: int
    line: float = _LINE
    right: bool = False

    @property
    def last(self) -> float:
        """The baseline of its last line."""
        return self.y - self.line * (self.lines - 1)


def lay_out(form: Form) -> Layout:
    """Lay a form out on as many pages as it needs; a value that does not fit its box is never cut.

    The box then shows what fits and leads to a continuation sheet at the end, which has the rest.
    """
    return _Composer(form).layout()


class _Composer:
    """Fills the pages of one form, first those of its boxes, then the continuation sheets."""

    def __init__(self, form: Form) -> None:
        self._form = form
        self._sheets: list[_Sheet] = []
        self._rests: list[_Rest] = []

    def layout(self) -> Layout:
        self._new_sheet()
        for section in self._form.sections:
            self._section(section)
        first = len(self._sheets) + 1
        for rest in self._rests:
            start = self._continue(rest, first)
            self._lead(rest, start)
        return Layout(
            tuple(Page(tuple(sheet.marks), tuple(sheet.printed)) for sheet in self._sheets)
        )

    def _new_sheet(self, *, continuation: bool = False) -> _Sheet:
        sheet = _Sheet(_HEAD_BOTTOM)
        self._sheets.append(sheet)
        self._head(self._form.head, continuation)
        self._prepared_by()
        return sheet

    def _head(self, head: Head, continuation: bool) -> None:
        bold = (Style(10, bold=True), Style(9, bold=True), Style(8, bold=True))
        half = (RIGHT - LEFT) / 2
        agency = Box("head.agency", "Agency", head.agency)
        self._text(agency, _Cell(LEFT, _TOP - 10, half, 1), bold)
        unit = Box("head.unit", "Unit", head.unit)
        if head.unit.strip():
            self._text(unit, _Cell(LEFT, _TOP - 22, half, 1), (SMALL,))
        self._confidential(Box("head.statute", "Confidential under", head.statute), half)
        title = self._form.title + (_CONTINUATION if continuation else "")
        base = _TOP - 50
        self._mark(Words(LEFT, base, title, Style(11, bold=True)))
        case = Box("head.case_number", "Case number", head.case_number)
        cell = _Cell(_CASE_LEFT, base, RIGHT - _CASE_LEFT, 1, right=True)
        width = self._text(case, cell, (Style(11, bold=True), *bold))
        self._mark(Words(RIGHT - width - 5, base, "Case", LABEL, "right"))
        self._mark(Rule(LEFT, base - 6, RIGHT, base - 6, 1.2, 0.0))
        zone = Box("head.zone", "Time zone", f"All times are local, 24-hour clock: {head.zone}")
        self._text(zone, _Cell(LEFT, base - 17, RIGHT - LEFT, 1), (LABEL,))

    def _prepared_by(self) -> None:
        """The one line of the foot that is the record's, not the copy's."""
        y = FOOT_LINES[2]
        self._mark(Words(LEFT, y, "Prepared by", LABEL))
        cell = _Cell(FOOT_VALUES, y, FOOT_RIGHT - FOOT_VALUES, 1)
        self._text(Box("foot.prepared_by", "Prepared by", self._form.prepared_by), cell, (SMALL,))

    def _confidential(self, statute: Box, width: float) -> None:
        """The mark that nobody may overlook, with the statute that demands it."""
        style = Style(9, bold=True, grey=1.0)
        bar = shaping.measure(_CONFIDENTIAL, style) + 16
        self._mark(Fill(RIGHT - bar, _TOP - 14, bar, 15))
        self._mark(Words(RIGHT - 8, _TOP - 10, _CONFIDENTIAL, style, "right"))
        cell = _Cell(RIGHT - width, _TOP - 25, width, 1, right=True)
        self._text(statute, cell, (SMALL,))

    def _section(self, section: Section) -> None:
        """Place a section; its title stays with the first row."""
        title_done = False
        for row in section.rows:
            needed = _height(row) + (0.0 if title_done else _SECTION_HEIGHT)
            sheet = self._sheets[-1]
            if sheet.y - needed < FOOT:
                sheet = self._new_sheet()
            if not title_done:
                self._mark(Words(LEFT, sheet.y - 14, section.title, _SECTION))
                self._mark(Rule(LEFT, sheet.y - 18, RIGHT, sheet.y - 18, 0.8, 0.0))
                sheet.y -= _SECTION_HEIGHT
                title_done = True
            self._row(row)
        if section.note:
            self._note(section.note)

    def _row(self, row: Row) -> None:
        sheet = self._sheets[-1]
        weights = row.weights or (1,) * len(row.cells)
        unit = (RIGHT - LEFT + _GUTTER) / sum(weights)
        x = LEFT
        bottom = sheet.y - _height(row)
        for cell, weight in zip(row.cells, weights, strict=True):
            width = weight * unit - _GUTTER
            if isinstance(cell, SignatureBox):
                self._signature(cell, x, width)
            else:
                self._box(cell, _Cell(x, sheet.y - _LABEL_HEIGHT - 10.5, width, row.lines))
                self._mark(Rule(x, bottom + 2.5, x + width, bottom + 2.5))
            x += width + _GUTTER
        sheet.y = bottom

    def _box(self, box: Box, cell: _Cell) -> None:
        sheet = self._sheets[-1]
        self._label(box.label, cell.x, sheet.y - 9, cell.width)
        if box.answer != "given":
            self._absent(box, cell)
            return
        self._text(box, cell, _STRONG if box.strong else _VALUE)

    def _absent(self, box: Box, cell: _Cell) -> None:
        """An answer that is no value looks different from one; what is missing stands out."""
        if box.answer == "missing":
            width = shaping.measure(printable(box.shown), _STATE[0])
            self._mark(Fill(cell.x, cell.y - 3.0, min(width + 8, cell.width), 11.5))
            inset = replace(cell, x=cell.x + 4, width=cell.width - 4)
            self._text(box, inset, (replace(_STATE[0], grey=1.0),))
            return
        self._text(box, cell, _STATE)

    def _label(self, label: str, x: float, y: float, width: float) -> None:
        """Draw a label, which is ours and must fit; a mistake shows in the first test."""
        if shaping.measure(label, LABEL) > width:
            raise ValueError(f"label wider than its box: {label}")
        self._mark(Words(x, y, label, LABEL))

    def _signature(self, box: SignatureBox, x: float, width: float) -> None:
        sheet = self._sheets[-1]
        self._label(box.label, x, sheet.y - 9, width)
        base = sheet.y - _LABEL_HEIGHT - _INK_HEIGHT
        if box.state == "not_signed":
            self._mark(Words(x + 12, base + 6, box.shown, _STATE[0]))
        else:
            self._mark(Drawing(x + 14, base + 2, width - 22, _INK_HEIGHT - 5, box.strokes))
        if box.state == "void":
            self._mark(Rule(x, base + 4, x + width, base + _INK_HEIGHT - 6, 1.0, 0.0))
            self._mark(Words(x + width, base + 4, "VOID", Style(11, bold=True), "right"))
        self._mark(Words(x, base + 2, "×", LABEL))  # noqa: RUF001
        self._mark(Rule(x, base, x + width, base, 0.8, 0.0))
        sheet.printed.append((box.name, box.shown))
        if not any(box.caption):
            return
        caption = _Cell(x, base - _CAPTION_LINE, width, _CAPTION_LINES, _CAPTION_LINE)
        words = "\n".join(printable(line) for line in box.caption)
        self._text(Box(f"{box.name}.caption", box.label, words), caption, (SMALL,))

    def _note(self, note: str) -> None:
        sheet = self._sheets[-1]
        lines = fitting.fit_all(note, RIGHT - LEFT, LABEL, rtl=False)
        if sheet.y - len(lines) * _NOTE_LINE < FOOT:
            sheet = self._new_sheet()
        for line, _ in lines:
            sheet.y -= _NOTE_LINE
            self._mark(Words(LEFT, sheet.y, line, LABEL))
        sheet.y -= 2

    def _text(self, box: Box, cell: _Cell, styles: Sequence[Style]) -> float:
        """Print a value into its place and return the width of its widest line.

        What does not fit is kept for a continuation sheet. The head is the same on all sheets, so
        only that of the first one counts as printed.
        """
        shown = printable(box.shown, newlines=cell.lines > 1).strip("\n")
        fitted = fitting.fit(shown, cell.width, cell.lines, styles)
        # Right-to-left paragraphs begin at the right; one line alone stays under its label.
        right = cell.right or (fitted.rtl and len(fitted.lines) > 1)
        x = cell.x + cell.width if right else cell.x
        align: Align = "right" if right else "left"
        y, widest = cell.y, 0.0
        for line in fitted.lines:
            self._mark(Words(x, y, line, fitted.style, align, fitted.rtl))
            widest = max(widest, shaping.measure(line, fitted.style, rtl=fitted.rtl))
            y -= cell.line
        repeated = box.name.startswith(_COMMON) and len(self._sheets) > 1
        if not repeated:
            self._sheets[-1].printed.append((box.name, fitted.shown))
        if fitted.rest:
            rest = _Rest(box, fitted, len(self._sheets), replace(cell, right=right))
            if repeated:
                self._lead(rest, 1)
            else:
                self._rests.append(rest)
        return widest

    def _mark(self, mark: Mark) -> None:
        self._sheets[-1].marks.append(mark)

    def _continue(self, rest: _Rest, first: int) -> int:
        """Print what did not fit onto continuation sheets; return the number of the first."""
        fitted = rest.fitted
        lines = fitting.fit_all(fitted.rest, RIGHT - LEFT, _CONTINUED, fitted.rtl)
        if len(self._sheets) < first or self._sheets[-1].y - _CONTINUED_LEAST < FOOT:
            self._new_sheet(continuation=True)
        start = len(self._sheets)
        title = f"{rest.box.label}, continued from sheet {rest.sheet}"
        align: Align = "right" if fitted.rtl else "left"
        x = RIGHT if fitted.rtl else LEFT
        while lines:
            sheet = self._sheets[-1]
            self._mark(Words(LEFT, sheet.y - 14, title, Style(8, bold=True)))
            sheet.y -= 18
            here = lines[: int((sheet.y - FOOT - 8) // _LINE)]
            lines = lines[len(here) :]
            for line, _ in here:
                sheet.y -= _LINE
                self._mark(Words(x, sheet.y + 2.5, line, _CONTINUED, align, fitted.rtl))
            sheet.printed.append((rest.box.name, "".join(part for _, part in here)))
            sheet.y -= 8
            if lines:
                self._new_sheet(continuation=True)
        return start

    def _lead(self, rest: _Rest, start: int) -> None:
        """Say in the box where its text goes on."""
        cell = rest.cell
        words = fitting.marker(str(start), cell.width)
        align: Align = "left" if cell.right else "right"
        x = cell.x if cell.right else cell.x + cell.width
        self._sheets[rest.sheet - 1].marks.append(Words(x, cell.last, words, MARKER, align))


def _height(row: Row) -> float:
    boxes = _LABEL_HEIGHT + _LINE * row.lines + _BELOW
    if any(isinstance(cell, SignatureBox) for cell in row.cells):
        return max(boxes, _LABEL_HEIGHT + _INK_HEIGHT + _CAPTION_LINES * _CAPTION_LINE + _BELOW)
    return boxes
