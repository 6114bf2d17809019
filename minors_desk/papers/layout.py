"""Lays a form out on Letter pages: sections of boxes on a grid, signatures, notes and tables.

A pure function: equal forms give equal layouts. Lengths are points (1/72 inch).
"""

from dataclasses import dataclass

from minors_desk.papers import fitting, picturing, tables
from minors_desk.papers.literal import printable
from minors_desk.papers.shaping import Style
from minors_desk.papers.sheet import (
    Box,
    Drawing,
    Figure,
    Form,
    Layout,
    Row,
    Rule,
    Section,
    SignatureBox,
    Table,
    Words,
)
from minors_desk.papers.sheets import FOOT, LABEL, LEFT, RIGHT, SMALL, STATE, Place, Sheets
from minors_desk.papers.tables import TableSetter

_GUTTER = 12.0
_VALUE = (Style(10), Style(9), Style(8))
_STRONG = (Style(11, bold=True), Style(10, bold=True), Style(9, bold=True), Style(8, bold=True))
_SECTION = Style(9, bold=True)

_LABEL_HEIGHT = 11.0
_LINE = 13.0
_BELOW = 5.0
_STRUCK_LINES = 4
_STRUCK_LINE = 10.0
_INK_HEIGHT = 46.0
_CAPTION_LINES = 2
_CAPTION_LINE = 10.5
_SECTION_HEIGHT = 21.0
_NOTE_LINE = 10.5


@dataclass(frozen=True, slots=True)
class _Cell:
    """A box of a row with its left edge and width, and the lines that tell what it was."""

    box: Box | SignatureBox | Figure
    x: float
    width: float
    struck_lines: int


def lay_out(form: Form) -> Layout:
    """Lay a form out on as many pages as it needs; a value that does not fit its box is never cut.

    The box then shows what fits and leads to a continuation sheet at the end, which has the rest.
    A table goes on from page to page.
    """
    composer = _Composer(Sheets(form))
    for section in form.sections:
        if section.new_page and section is not form.sections[0]:
            composer.sheets.begin_part()
        composer.section(section)
    return composer.sheets.layout()


class _Composer:
    """Places the sections of a form on its sheets."""

    def __init__(self, sheets: Sheets) -> None:
        self.sheets = sheets

    def section(self, section: Section) -> None:
        """Place a section; its title stays with the first row, and goes on to the next sheet."""
        title, moved = section.title, False
        if section.together:
            rows = [_height(_cells(row), row) for row in section.rows if isinstance(row, Row)]
            moved = self._room_for(_SECTION_HEIGHT + sum(rows))
        for row in section.rows:
            needed = tables.least(row) if isinstance(row, Table) else _height(_cells(row), row)
            is_new = self._room_for(needed + (_SECTION_HEIGHT if title else 0.0))
            if (moved or is_new) and row is section.rows[0] and _is_for_ink(row):
                self._belongs()
            if is_new and not title and section.title and not isinstance(row, Table):
                title = f"{section.title}, continued"
            if title:
                self._title(title)
                title = ""
            if isinstance(row, Table):
                TableSetter(self.sheets, row, f"{section.title}, continued").place()
            else:
                self._row(row)
        if section.note:
            self._note(section.note)

    def _room_for(self, height: float) -> bool:
        """Whether that height needed another sheet."""
        if self.sheets.y - height >= FOOT:
            return False
        self.sheets.new()
        return True

    def _belongs(self) -> None:
        """Say above signatures that begin a sheet what it is that is signed: else they stand alone.

        It is a mark of the layout, and no box: the digest holds what stands on the sheets before.
        """
        before = self.sheets.count - 1
        sheets = "sheet 1" if before == 1 else f"sheets 1 to {before}"
        words = f"Signed below is what stands on {sheets} of this paper, under the same seal code."
        self.sheets.mark(Words(LEFT, self.sheets.y - 11, words, SMALL))
        self.sheets.y -= _SECTION_HEIGHT

    def _title(self, title: str) -> None:
        y = self.sheets.y
        self.sheets.mark(Words(LEFT, y - 14, title, _SECTION))
        self.sheets.mark(Rule(LEFT, y - 18, RIGHT, y - 18, 0.8, 0.0))
        self.sheets.y -= _SECTION_HEIGHT

    def _row(self, row: Row) -> None:
        cells = _cells(row)
        bottom = self.sheets.y - _height(cells, row)
        for cell in cells:
            if isinstance(cell.box, SignatureBox):
                self._signature(cell.box, cell.x, cell.width)
            elif isinstance(cell.box, Figure):
                room = picturing.Room(cell.x, bottom, cell.width, self.sheets.y - bottom)
                for mark in picturing.marks(cell.box, room):
                    self.sheets.mark(mark)
            else:
                self._box(cell.box, cell, row.lines)
                right = cell.x + cell.width
                self.sheets.mark(Rule(cell.x, bottom + 2.5, right, bottom + 2.5))
        self.sheets.y = bottom

    def _box(self, box: Box, cell: _Cell, lines: int) -> None:
        sheets = self.sheets
        sheets.label(box.label, cell.x, sheets.y - 9, cell.width)
        base = sheets.y - _LABEL_HEIGHT - 10.5
        place = Place(cell.x, base, cell.width, lines)
        sheets.value(box, place, _STRONG if box.strong else _VALUE)
        if box.was is None:
            return
        was = box.was.as_printed
        old = Box(f"{box.name}.was", f"{box.label}, amended", was.shown)
        below = place.last - _STRUCK_LINE - 1
        here = Place(cell.x, below, cell.width, cell.struck_lines, _STRUCK_LINE)
        sheets.text(old, here, (SMALL,), was.range)

    def _signature(self, box: SignatureBox, x: float, width: float) -> None:
        sheets = self.sheets
        sheets.label(box.label, x, sheets.y - 9, width)
        base = sheets.y - _LABEL_HEIGHT - _INK_HEIGHT
        if box.state in ("not_signed", "by_hand"):
            sheets.mark(Words(x + 12, base + 6, box.shown, STATE, box=box.name))
        elif box.state != "to_be_signed":
            ink = (width - 22, _INK_HEIGHT - 5)
            sheets.mark(Drawing(x + 14, base + 2, *ink, box.strokes, box.name))
        if box.state == "void":
            sheets.mark(Rule(x, base + 4, x + width, base + _INK_HEIGHT - 6, 1.0, 0.0))
            sheets.mark(Words(x + width, base + 4, "VOID", Style(11, bold=True), "right"))
        sheets.mark(Words(x, base + 2, "×", LABEL))  # noqa: RUF001
        sheets.mark(Rule(x, base, x + width, base, 0.8, 0.0))
        sheets.printed(box.name, box.shown)
        if not any(box.caption):
            return
        caption = Place(x, base - _CAPTION_LINE, width, _CAPTION_LINES, _CAPTION_LINE)
        words = "\n".join(printable(line) for line in box.caption)
        sheets.text(Box(f"{box.name}.caption", box.label, words), caption, (SMALL,))

    def _note(self, note: str) -> None:
        lines = fitting.fit_all(note, RIGHT - LEFT, LABEL, rtl=False)
        self._room_for(len(lines) * _NOTE_LINE)
        for line, _ in lines:
            self.sheets.y -= _NOTE_LINE
            self.sheets.mark(Words(LEFT, self.sheets.y, line, LABEL))
        self.sheets.y -= 2


def _is_for_ink(row: Row | Table) -> bool:
    """Whether a row holds nothing but lines that are signed."""
    return isinstance(row, Row) and all(isinstance(one, SignatureBox) for one in row.cells)


def _cells(row: Row) -> tuple[_Cell, ...]:
    weights = row.weights or (1,) * len(row.cells)
    unit = (RIGHT - LEFT + _GUTTER) / sum(weights)
    cells, x = [], LEFT
    for box, weight in zip(row.cells, weights, strict=True):
        width = weight * unit - _GUTTER
        cells.append(_Cell(box, x, width, _struck_lines(box, width)))
        x += width + _GUTTER
    return tuple(cells)


def _struck_lines(box: Box | SignatureBox | Figure, width: float) -> int:
    if not isinstance(box, Box) or box.was is None:
        return 0
    lines = fitting.fit_all(box.was.as_printed.shown, width, SMALL, rtl=False)
    return min(len(lines), _STRUCK_LINES)


def _height(cells: tuple[_Cell, ...], row: Row) -> float:
    struck = max(cell.struck_lines for cell in cells)
    boxes = _LABEL_HEIGHT + _LINE * row.lines + _STRUCK_LINE * struck + _BELOW
    if any(isinstance(cell.box, SignatureBox) for cell in cells):
        return max(boxes, _LABEL_HEIGHT + _INK_HEIGHT + _CAPTION_LINES * _CAPTION_LINE + _BELOW)
    return boxes
