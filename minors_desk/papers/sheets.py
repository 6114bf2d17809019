"""The sheets of a paper while they are being filled: head and foot of each, text, continuation.

The foot with page numbers and seal belongs to the imprint of a copy and is drawn later; here only
its room is kept. Lengths are points (1/72 inch).
"""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from minors_desk.papers import fitting, shaping
from minors_desk.papers.fitting import MARKER, Fitted
from minors_desk.papers.literal import printable
from minors_desk.papers.shaping import Align, Style
from minors_desk.papers.sheet import (
    Answer,
    Box,
    Fill,
    Form,
    Head,
    Layout,
    Mark,
    Page,
    Rule,
    Words,
)

WIDTH, HEIGHT = 612.0, 792.0
LEFT, RIGHT = 42.0, 570.0
FOOT = 104.0
"""What lies above this belongs to the boxes, what lies below to the foot."""
FOOT_LINES = (86.0, 73.0, 61.5, 50.0, 38.5)
"""Baselines of the foot: seal code, prepared by, reviewed by, printed, how to verify."""
FOOT_VALUES, FOOT_RIGHT = 104.0, 480.0
"""Where the values of the foot begin, and where they end before the QR code."""
TOP = 686.0
"""Where the boxes begin, under the head."""
NUMBER_LINE, NUMBER_LEFT = 691.0, 310.0
"""The line of the head that has the paper's number and page, and where they may begin."""
_POINTER_DROP = 12.0
_TWO_TITLES = 8.0
"""How much lower the boxes begin under a pointer, how much higher the first of two titles stands.
"""

LABEL = Style(8, grey=0.25)
SMALL = Style(8)
STATE = Style(8, bold=True)

_HEAD_TOP = 758.0
_CASE_LEFT = 390.0
_COMMON = ("head.", "foot.")
_CONTINUATION = " – continuation sheet"  # noqa: RUF001
_CONFIDENTIAL = "JUVENILE – CONFIDENTIAL"  # noqa: RUF001
_CONFIDENTIAL_EN = "YOUTH – CONFIDENTIAL"  # noqa: RUF001
_CONFIDENTIAL_FR = "JEUNE – CONFIDENTIEL"  # noqa: RUF001
_SUITE = " – feuille supplémentaire"  # noqa: RUF001
_CONTINUED = Style(10)
_CONTINUED_LEAST = 52.0  # a title and two lines: less is not begun on a sheet
_LINE = 13.0


@dataclass(slots=True)
class _Sheet:
    """A page being filled from the top; `y` is the upper edge of what is still free."""

    y: float
    marks: list[Mark] = field(default_factory=list)
    printed: list[tuple[str, str]] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Place:
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


@dataclass(frozen=True, slots=True)
class _Rest:
    """What of a box did not fit, and the place where the words that lead to it will stand."""

    box: Box
    fitted: Fitted
    sheet: int
    place: Place
    struck: tuple[int, int] | None


def _is_bilingual(form: Form) -> bool:
    """Papers of before had no French title: they are drawn as they were."""
    return bool(form.title_fr) and form.head.jurisdiction.startswith("CA")


def within(struck: tuple[int, int] | None, start: int, line: str) -> tuple[int, int] | None:
    """The part of a struck range that lies in a line which begins at that place of the text."""
    if struck is None:
        return None
    first, last = max(struck[0] - start, 0), min(struck[1] - start, len(line))
    return (first, last) if first < last else None


class Sheets:
    """The sheets of one form, filled one after the other; what does not fit goes on at the end."""

    def __init__(self, form: Form) -> None:
        self._form = form
        self._sheets: list[_Sheet] = []
        self._rests: list[_Rest] = []
        self.new()

    @property
    def count(self) -> int:
        """How many sheets there are so far."""
        return len(self._sheets)

    @property
    def y(self) -> float:
        """The upper edge of what is still free on the last sheet."""
        return self._sheets[-1].y

    @y.setter
    def y(self, value: float) -> None:
        self._sheets[-1].y = value

    def new(self, *, continuation: bool = False) -> None:
        """Begin a further sheet, with head and foot."""
        self._sheets.append(_Sheet(TOP - (_POINTER_DROP if self._form.pointer else 0.0)))
        self._head(self._form.head, continuation)
        self._foot()

    def mark(self, mark: Mark) -> None:
        """Put a mark on the last sheet."""
        self._sheets[-1].marks.append(mark)

    def printed(self, name: str, text: str) -> None:
        """Say that a string of that box stands on the last sheet: it enters the digest."""
        self._sheets[-1].printed.append((name, text))

    def label(self, label: str, x: float, y: float, width: float) -> None:
        """Draw a label, which is ours and must fit; a mistake shows in the first test."""
        if shaping.measure(label, LABEL) > width:
            raise ValueError(f"label wider than its box: {label}")
        self.mark(Words(x, y, label, LABEL))

    def value(self, box: Box, place: Place, styles: Sequence[Style]) -> None:
        """Print a box's value; no answer looks like a value, and what is missing stands out."""
        if box.answer == "given":
            self.text(box, place, styles)
        elif box.answer == "missing":
            width = shaping.measure(printable(box.shown), STATE)
            self.mark(Fill(place.x, place.y - 3.0, min(width + 8, place.width), 11.5))
            inset = replace(place, x=place.x + 4, width=place.width - 4)
            self.text(box, inset, (replace(STATE, grey=1.0),))
        else:
            self.text(box, place, (STATE,))

    def text(
        self,
        box: Box,
        place: Place,
        styles: Sequence[Style],
        struck: tuple[int, int] | None = None,
    ) -> float:
        """Print a text into its place and return the width of its widest line.

        What does not fit is kept for a continuation sheet. The head is the same on all sheets, so
        only that of the first one counts as printed.
        """
        shown = printable(box.shown, newlines=place.lines > 1).strip("\n")
        fitted = fitting.fit(shown, place.width, place.lines, styles)
        # Right-to-left paragraphs begin at the right; one line alone stays under its label.
        right = place.right or (fitted.rtl and len(fitted.lines) > 1)
        x = place.x + place.width if right else place.x
        align: Align = "right" if right else "left"
        y, widest = place.y, 0.0
        for line, start in zip(fitted.lines, fitted.starts, strict=True):
            part = within(struck, start, line)
            self.mark(Words(x, y, line, fitted.style, align, fitted.rtl, part, box.name))
            widest = max(widest, shaping.measure(line, fitted.style, rtl=fitted.rtl))
            y -= place.line
        repeated = box.name.startswith(_COMMON) and len(self._sheets) > 1
        if not repeated:
            self.printed(box.name, fitted.shown)
        if fitted.rest:
            rest = _Rest(box, fitted, len(self._sheets), replace(place, right=right), struck)
            if repeated:
                self._lead(rest, 1)
            else:
                self._rests.append(rest)
        return widest

    def begin_part(self) -> None:
        """Begin a sheet on which nothing of those before goes on: that stands before it."""
        self._continue_all()
        self.new()

    def layout(self) -> Layout:
        """Print what did not fit onto continuation sheets, and return all sheets."""
        self._continue_all()
        return Layout(
            tuple(Page(tuple(sheet.marks), tuple(sheet.printed)) for sheet in self._sheets)
        )

    def _head(self, head: Head, continuation: bool) -> None:
        bold = (Style(10, bold=True), Style(9, bold=True), Style(8, bold=True))
        half = (RIGHT - LEFT) / 2
        agency = Box("head.agency", "Agency", head.agency)
        self.text(agency, Place(LEFT, _HEAD_TOP - 10, half, 1), bold)
        unit = Box("head.unit", "Unit", head.unit)
        if head.unit.strip():
            self.text(unit, Place(LEFT, _HEAD_TOP - 22, half, 1), (SMALL,))
        self._confidential(Box("head.statute", "Confidential under", head.statute), half)
        base = _HEAD_TOP - 50
        up = self._titles(continuation, base)
        if head.case_number is not None:
            case = Box("head.case_number", "Case number", head.case_number)
            place = Place(_CASE_LEFT, base + up, RIGHT - _CASE_LEFT, 1, right=True)
            width = self.text(case, place, (Style(11, bold=True), *bold))
            self.mark(Words(RIGHT - width - 5, base + up, "Case", LABEL, "right"))
        self.mark(Rule(LEFT, base - 6, RIGHT, base - 6, 1.2, 0.0))
        zone = Box("head.zone", "Time zone", f"All times are local, 24-hour clock: {head.zone}")
        self.text(zone, Place(LEFT, NUMBER_LINE, NUMBER_LEFT - LEFT, 1), (LABEL,))
        if self._form.pointer:
            pointer = Box("head.pointer", "Official form", self._form.pointer)
            line = NUMBER_LINE - _POINTER_DROP
            self.text(pointer, Place(LEFT, line, RIGHT - LEFT, 1), (SMALL, Style(7)))

    def _titles(self, continuation: bool, base: float) -> float:
        """The title, in Canada in both languages; how much higher than usual the first stands."""
        form = self._form
        titles = [form.title + (_CONTINUATION if continuation else "")]
        if _is_bilingual(self._form):
            titles.append(form.title_fr + (_SUITE if continuation else ""))
        if form.head.jurisdiction == "CA-QC":
            titles.reverse()
        up = _TWO_TITLES if len(titles) > 1 else 0.0
        self.mark(Words(LEFT, base + up, titles[0], Style(11, bold=True)))
        if up:
            self.mark(Words(LEFT, base - 2, titles[1], Style(8, bold=True)))
        return up

    def _confidential(self, statute: Box, width: float) -> None:
        """The mark that nobody may overlook, with the statute that demands it."""
        words = _CONFIDENTIAL
        if _is_bilingual(self._form):
            both = [_CONFIDENTIAL_EN, _CONFIDENTIAL_FR]
            if self._form.head.jurisdiction == "CA-QC":
                both.reverse()
            words = " / ".join(both)
        style = Style(9, bold=True, grey=1.0)
        bar = shaping.measure(words, style) + 16
        self.mark(Fill(RIGHT - bar, _HEAD_TOP - 14, bar, 15))
        self.mark(Words(RIGHT - 8, _HEAD_TOP - 10, words, style, "right"))
        place = Place(RIGHT - width, _HEAD_TOP - 25, width, 1, right=True)
        # The statute of Canada is longer than the line in the usual size.
        self.text(statute, place, (SMALL, Style(7)) if _is_bilingual(self._form) else (SMALL,))

    def _foot(self) -> None:
        """The lines of the foot that are the record's, not the copy's."""
        self._signed_for(Box("foot.prepared_by", "Prepared by", self._form.prepared_by), 1)
        reviewer = self._form.reviewed_by
        if reviewer is not None:
            state: Answer = "given" if reviewer else "none_recorded"
            self._signed_for(Box("foot.reviewed_by", "Reviewed by", reviewer, state), 2)

    def _signed_for(self, box: Box, line: int) -> None:
        y = FOOT_LINES[line]
        self.mark(Words(LEFT, y, box.label, LABEL))
        style = SMALL if box.answer == "given" else STATE
        self.text(box, Place(FOOT_VALUES, y, FOOT_RIGHT - FOOT_VALUES, 1), (style,))

    def _continue_all(self) -> None:
        first = len(self._sheets) + 1
        for rest in self._rests:
            self._lead(rest, self._continue(rest, first))
        self._rests = []

    def _continue(self, rest: _Rest, first: int) -> int:
        """Print what did not fit onto continuation sheets; return the number of the first."""
        fitted = rest.fitted
        lines = fitting.fit_all(fitted.rest, RIGHT - LEFT, _CONTINUED, fitted.rtl)
        if len(self._sheets) < first or self.y - _CONTINUED_LEAST < FOOT:
            self.new(continuation=True)
        start = len(self._sheets)
        title = f"{rest.box.label}, continued from sheet {rest.sheet}"
        align: Align = "right" if fitted.rtl else "left"
        x, at = (RIGHT if fitted.rtl else LEFT), fitted.rest_at
        while lines:
            self.mark(Words(LEFT, self.y - 14, title, Style(8, bold=True)))
            self.y -= 18
            here = lines[: int((self.y - FOOT - 8) // _LINE)]
            lines = lines[len(here) :]
            for line, part in here:
                self.y -= _LINE
                struck = within(rest.struck, at, line)
                words = Words(x, self.y + 2.5, line, _CONTINUED, align, fitted.rtl, struck)
                self.mark(replace(words, box=rest.box.name))
                at += len(part)
            self.printed(rest.box.name, "".join(part for _, part in here))
            self.y -= 8
            if lines:
                self.new(continuation=True)
        return start

    def _lead(self, rest: _Rest, start: int) -> None:
        """Say in the box where its text goes on."""
        place = rest.place
        words = fitting.marker(str(start), place.width)
        align: Align = "left" if place.right else "right"
        x = place.x if place.right else place.x + place.width
        self._sheets[rest.sheet - 1].marks.append(Words(x, place.last, words, MARKER, align))
