"""Sets a table: columns by weight, pages break between its lines, its head is on each page.

A line that is taller than a page goes on, cell beside cell, on the next. Lengths are points.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import zip_longest

from minors_desk.papers import fitting, shaping, wrapping
from minors_desk.papers.bidi import is_rtl
from minors_desk.papers.literal import printable
from minors_desk.papers.shaping import Align, Style
from minors_desk.papers.sheet import (
    Box,
    Column,
    Detailed,
    Fill,
    Rule,
    StruckLine,
    Table,
    Words,
)
from minors_desk.papers.sheets import FOOT, LABEL, LEFT, RIGHT, SMALL, STATE, TOP, Sheets, within

_GUTTER = 8.0
_LINE = 11.5
_PADDING = 5.0
_HEAD = Style(8, bold=True, grey=0.25)
_HEAD_LINE = 9.5
_HEAD_ABOVE, _HEAD_BELOW = 4.0, 4.0
_TITLE_HEIGHT = 18.0
_VALUE, _STRONG = Style(9), Style(9, bold=True)
_MISSING = replace(STATE, grey=1.0)  # white on black: it stands out
_INDENT, _NAME_WIDTH = 14.0, 60.0
"""Where the labels of details begin, and how wide they are."""
_INK_LINES = 2
_LEAST_LINES = 3
"""Fewer lines of a tall row are not begun on a page."""


@dataclass(frozen=True, slots=True)
class _Line:
    """One line of a cell: what is drawn, and the box and part of its text that it prints."""

    text: str
    style: Style
    align: Align
    rtl: bool
    struck: tuple[int, int] | None
    name: str
    part: str


@dataclass(frozen=True, slots=True)
class _Span:
    """A column on the page; in one of `rtl` each right-to-left line begins at the right."""

    x: float
    width: float
    rtl: bool = False


@dataclass(frozen=True, slots=True)
class _Grid:
    """The columns of a table on the page, with the lines of their headings."""

    spans: tuple[_Span, ...]
    labels: tuple[tuple[str, ...], ...]

    @property
    def head(self) -> float:
        """The height of the head."""
        return _HEAD_ABOVE + max(map(len, self.labels)) * _HEAD_LINE + _HEAD_BELOW

    @property
    def body(self) -> float:
        """The room for lines on a page that has nothing but this table."""
        return TOP - FOOT - _TITLE_HEIGHT - self.head


_Lines = list[tuple[_Line | None, ...]]
"""The lines of a row of cells, those of one height together; None where a cell has ended."""
_Spans = tuple[_Span, ...]
_Group = list[tuple[_Lines, _Spans]]
"""A line of the table: its cells, then its details; all on one page where they have the room."""


def least(table: Table) -> float:
    """Return the room in which a table may begin: its head and first line, or some of that."""
    grid = _grid(table.columns)
    whole = _height(next(_groups(table, grid)))
    return grid.head + (whole if whole <= grid.body else _LEAST_LINES * _LINE + _PADDING)


class TableSetter:
    """Puts one table onto the sheets, from where they are free; `again` stands over its pages."""

    def __init__(self, sheets: Sheets, table: Table, again: str) -> None:
        self._sheets = sheets
        self._table = table
        self._again = again
        self._grid = _grid(table.columns)

    def place(self) -> None:
        """Place the head and all lines; what follows begins under them."""
        self._head()
        for group in _groups(self._table, self._grid):
            if self._room < _height(group) <= self._grid.body:
                self._next_page()
            for lines, spans in group[:-1]:
                self._row(lines, spans, ruled=False)
            self._row(*group[-1], ruled=True)

    def _row(self, lines: _Lines, spans: _Spans, *, ruled: bool) -> None:
        """Place one row; a tall one goes on, and the next page says which row it is."""
        first = lines[0][0]
        while lines:
            here = int((self._room - _PADDING) // _LINE)
            if here < min(len(lines), _LEAST_LINES):
                self._next_page()
                continue
            if lines[0][0] is None and first is not None:
                y = self._sheets.y - _LINE
                self._sheets.mark(Words(spans[0].x, y, f"… {first.text}", LABEL, rtl=first.rtl))
            self._put(lines[:here], spans)
            lines = lines[here:]
            if ruled or lines:
                self._rule()

    @property
    def _room(self) -> float:
        return self._sheets.y - FOOT

    def _next_page(self) -> None:
        self._sheets.new()
        self._sheets.mark(Words(LEFT, self._sheets.y - 13, self._again, Style(9, bold=True)))
        self._sheets.y -= _TITLE_HEIGHT
        self._head()

    def _head(self) -> None:
        sheets, grid = self._sheets, self._grid
        sheets.y -= grid.head
        for labels, span in zip(grid.labels, grid.spans, strict=True):
            for up, label in enumerate(reversed(labels)):
                y = sheets.y + _HEAD_BELOW + up * _HEAD_LINE
                align: Align = "right" if span.rtl else "left"
                x = span.x + (span.width if span.rtl else 0.0)
                sheets.mark(Words(x, y, label, _HEAD, align))
        sheets.mark(Rule(LEFT, sheets.y, RIGHT, sheets.y, 0.8, 0.0))

    def _rule(self) -> None:
        self._sheets.y -= _PADDING
        self._sheets.mark(Rule(LEFT, self._sheets.y, RIGHT, self._sheets.y))

    def _put(self, lines: _Lines, spans: _Spans) -> None:
        """Put so many lines of all cells onto the sheet."""
        sheets = self._sheets
        printed: dict[str, str] = {}
        for down, abreast in enumerate(lines, start=1):
            for line, span in zip(abreast, spans, strict=True):
                if line is not None:
                    self._draw(line, span, sheets.y - down * _LINE)
                    printed[line.name] = printed.get(line.name, "") + line.part
        for name, text in printed.items():
            if name:
                sheets.printed(name, text)
        sheets.y -= len(lines) * _LINE

    def _draw(self, line: _Line, span: _Span, y: float) -> None:
        x = span.x + (span.width if line.align == "right" else 0.0)
        if line.style == _MISSING:
            width = shaping.measure(line.text, line.style)
            self._sheets.mark(Fill(x, y - 2.5, width + 6, 10.5))
            x += 3
        mark = Words(x, y, line.text, line.style, line.align, line.rtl, line.struck, line.name)
        self._sheets.mark(mark)


@lru_cache(maxsize=32)
def _grid(columns: tuple[Column, ...]) -> _Grid:
    """Share the width out; a heading is ours and must fit: a mistake shows in the first test."""
    unit = (RIGHT - LEFT + _GUTTER) / sum(column.weight for column in columns)
    spans, labels, x = [], [], LEFT
    for column in columns:
        width = column.weight * unit - _GUTTER
        lines = wrapping.wrap(column.label, width, _HEAD)
        if " ".join(lines) != column.label:
            raise ValueError(f"heading wider than its column: {column.label}")
        spans.append(_Span(x, width, column.rtl))
        labels.append(lines)
        x += width + _GUTTER
    return _Grid(tuple(spans), tuple(labels))


def _height(group: _Group) -> float:
    return sum(len(lines) for lines, _ in group) * _LINE + _PADDING


def _groups(table: Table, grid: _Grid) -> Iterator[_Group]:
    """Each line of the table as lines of text in its columns; at least that there are none."""
    whole = _Span(LEFT, RIGHT - LEFT)
    for line in table.lines:
        if isinstance(line, StruckLine):
            yield [_struck(line, grid.spans)]
        elif isinstance(line, Detailed):
            yield [_abreast(line.cells, grid.spans), *(_detail(row) for row in line.details)]
        else:
            yield [_abreast(line, grid.spans)]
    if not table.lines:
        none = _cell(Box(f"{table.name}.none", "", "", "none_recorded"), whole)
        yield [([(one,) for one in none], (whole,))]


def _abreast(cells: tuple[Box, ...], spans: _Spans) -> tuple[_Lines, _Spans]:
    columns = [_cell(box, span) for box, span in zip(cells, spans, strict=True)]
    return list(zip_longest(*columns)), spans


def _struck(line: StruckLine, spans: _Spans) -> tuple[_Lines, _Spans]:
    left = spans[1].x if len(spans) > 1 else LEFT
    rest = _Span(left, RIGHT - left)
    was = line.was.as_printed
    columns = (_cell(line.first, spans[0]), _set(line.name, was.shown, rest, SMALL, was.range))
    return list(zip_longest(*columns)), (spans[0], rest)


def _detail(boxes: tuple[Box, ...]) -> tuple[_Lines, _Spans]:
    """Boxes below a line, each beside its label; a label is ours, and no box of the digest."""
    width = (RIGHT - LEFT - _INDENT + _GUTTER) / len(boxes)
    columns: list[Iterator[_Line]] = []
    spans: list[_Span] = []
    for at, box in enumerate(boxes):
        left = LEFT + _INDENT + at * width
        name = _Span(left, _NAME_WIDTH)
        value = _Span(left + _NAME_WIDTH + _GUTTER, width - _NAME_WIDTH - 2 * _GUTTER)
        columns += [_set("", box.label, name, LABEL, None), _cell(box, value)]
        spans += [name, value]
    return list(zip_longest(*columns)), tuple(spans)


def _cell(box: Box, span: _Span) -> Iterator[_Line]:
    """The lines of one cell: its value, and below it what it was before it was amended."""
    if box.answer == "to_be_written":
        # A hand needs twice the room that print does.
        yield from (_Line("", _VALUE, "left", False, None, box.name, "") for _ in range(_INK_LINES))
        return
    text = printable(box.shown, newlines=True).strip("\n")
    style = _STRONG if box.strong else _VALUE
    if box.answer != "given":
        style = _MISSING if box.answer == "missing" else STATE
    yield from _set(box.name, text, span, style, None)
    if box.was is not None:
        was = box.was.as_printed
        yield from _set(f"{box.name}.was", was.shown, span, SMALL, was.range)


def _set(
    name: str, text: str, span: _Span, style: Style, struck: tuple[int, int] | None
) -> Iterator[_Line]:
    rtl = is_rtl(text)
    lines = fitting.fit_all(text, span.width, style, rtl)
    # Right-to-left paragraphs begin at the right; one line alone stays under its heading, which is
    # at the right only in a column that is all right-to-left.
    align: Align = "right" if rtl and (span.rtl or len(lines) > 1) else "left"
    at = 0
    for line, part in lines:
        yield _Line(line, style, align, rtl, within(struck, at, line), name, part)
        at += len(part)
