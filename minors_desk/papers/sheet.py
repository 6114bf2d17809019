"""What a paper is: a form of typed boxes, and the pages it was laid out on, with their digest."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from hashlib import sha256
from typing import Literal

from minors_desk.papers.literal import printable
from minors_desk.papers.shaping import Align, Style

Answer = Literal[
    "given",
    "unknown",
    "refused",
    "not_asked",
    "does_not_apply",
    "none_recorded",
    "not_signed",
    "withheld",
    "missing",
    "to_be_written",
]
"""`none_recorded`: the record says nothing, and need not; `missing`: nothing, though it should.
`not_signed`: it is read from a signature, and nobody has signed. `withheld`: the record holds it,
but whom the paper is addressed to may not be told; the text is the rule that says so.
`to_be_written`: room for ink on a blank sheet; it prints no word where the ink goes."""
Ink = Literal["signed", "void", "not_signed", "by_hand", "to_be_signed"]
"""`to_be_signed`: a line for ink on the printed paper; it prints no word where the ink goes."""
Strokes = tuple[tuple[tuple[int, int, int], ...], ...]
"""Strokes of a pad; each point is x, y (growing downwards) in the pad's grid, and milliseconds."""

_WORDS: dict[Answer, str] = {
    "unknown": "UNKNOWN",
    "refused": "REFUSED",
    "not_asked": "NOT ASKED",
    "does_not_apply": "DOES NOT APPLY",
    "none_recorded": "NONE RECORDED",
    "not_signed": "NOT SIGNED",
    "withheld": "WITHHELD BY LAW",
    "missing": "MISSING",
}
MISSING = "— MISSING —"
"""How a box begins that should hold something and does not."""
_WAS = "was "


@dataclass(frozen=True, slots=True)
class Struck:
    """What stood in a box before it was amended, and `note`: when, by whom and why (CONTRACT 3.5).

    On paper the old value is struck through once, so that it stays readable.
    """

    text: str
    note: str

    @property
    def shown(self) -> str:
        """The line as printed; it begins with a word of ours, so that it runs from the left."""
        return f"{_WAS}{self.text}, {self.note}"

    @property
    def as_printed(self) -> "Struck":
        """The same with what cannot be seen as codes: only then its places in the line hold."""
        return Struck(printable(self.text, newlines=True).strip("\n"), printable(self.note))

    @property
    def range(self) -> tuple[int, int]:
        """Which characters of the line are struck through: from, up to."""
        return len(_WAS), len(_WAS) + len(self.text)


@dataclass(frozen=True, slots=True)
class Box:
    """One labelled value of a paper; `name` stands in the digest and never changes its meaning.

    A state other than "given" prints its word, and `text` behind it as the reason. A given value
    without a visible character counts as missing. `strong` is for what is looked for first. What
    it `was` before an amendment stands below it, in the digest as `name.was`.
    """

    name: str
    label: str
    text: str
    state: Answer = "given"
    strong: bool = False
    was: Struck | None = None

    @property
    def answer(self) -> Answer:
        """The state as printed."""
        empty = self.state == "given" and not self.text.strip()
        return "missing" if empty else self.state

    @property
    def shown(self) -> str:
        """The text as printed: the value, or the word for its absence, set apart from any value."""
        if self.answer == "given":
            return self.text
        if self.answer == "to_be_written":
            return ""
        reason = self.text.strip()
        return f"— {_WORDS[self.answer]} —" + (f" {reason}" if reason else "")


@dataclass(frozen=True, slots=True)
class SignatureBox:
    """A drawing from the pad with who made it and when; `strokes` are drawn as lines, to scale.

    Signed by hand, `on_copy` is the number of the printed copy that bears the ink.
    """

    name: str
    label: str
    strokes: Strokes
    caption: tuple[str, ...]
    state: Ink = "signed"
    on_copy: str = ""

    @property
    def shown(self) -> str:
        """What the digest holds of the drawing."""
        if self.state == "not_signed":
            return "— NOT SIGNED —"
        if self.state == "to_be_signed":
            return "— TO BE SIGNED BY HAND —"
        if self.state == "by_hand":
            return f"— SIGNED BY HAND on {self.on_copy} —"
        drawing = f"strokes sha256:{sha256(_canonical(self.strokes)).hexdigest()}"
        return drawing if self.state == "signed" else f"void {drawing}"


def for_ink(name: str, label: str) -> SignatureBox:
    """A line to be signed by hand once the paper is printed, with room to say who and when."""
    return SignatureBox(name, label, (), ("Name and badge:", "Date and time:"), "to_be_signed")


Point = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Figure:
    """A picture with numbered dots, beside a box that says what each dot is.

    Only that box is in the digest: what the picture shows is read from the same words. All points
    are in its own grid, `width` by `height`, y growing downwards; `outlines` together are one
    outline, `words` stand around their point.
    """

    outlines: tuple[tuple[Point, ...], ...]
    dots: tuple[tuple[int, Point], ...]
    words: tuple[tuple[str, Point], ...]
    width: float
    height: float


@dataclass(frozen=True, slots=True)
class Row:
    """Cells side by side; `lines` is the height of all.

    `weights` are the columns each takes with the gap behind it: rows whose weights add up to the
    same stand on the same grid.
    """

    cells: tuple[Box | SignatureBox | Figure, ...]
    weights: tuple[int, ...] = ()
    lines: int = 1


@dataclass(frozen=True, slots=True)
class Column:
    """One column of a table: its heading, and its share of the width.

    In one of `rtl` all is right-to-left, and begins at the right.
    """

    label: str
    weight: int
    rtl: bool = False


@dataclass(frozen=True, slots=True)
class Detailed:
    """A line with more boxes below its cells, one or two abreast, each beside its own label."""

    cells: tuple[Box, ...]
    details: tuple[tuple[Box, ...], ...]


@dataclass(frozen=True, slots=True)
class StruckLine:
    """A line that was withdrawn: its number in the first column, and beside it all that it said.

    That is struck through once, with who withdrew it, when and why.
    """

    name: str
    first: Box
    was: Struck


Cells = tuple[Box, ...]
Line = Cells | Detailed | StruckLine


@dataclass(frozen=True, slots=True)
class Table:
    """Lines of boxes under headings; breaks between lines, its head is repeated on each page.

    Each cell is a box of its own with the heading for a label. A table without lines says that
    there are none, in the digest as `name.none`.
    """

    name: str
    columns: tuple[Column, ...]
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class Section:
    """Rows under one title; `note` is small print under them, part of the template.

    Rows that are `together` stand on one sheet; there is no table among them. A section on a
    `new_page` begins one, so that the sheets before it can be given away without it.
    """

    title: str
    rows: tuple[Row | Table, ...]
    note: str = ""
    together: bool = False
    new_page: bool = False


@dataclass(frozen=True, slots=True)
class Head:
    """The common head: who holds the case, under which statute it is confidential, which zone.

    A paper of the station is of no one case: its `case_number` is None, and none is printed.
    """

    agency: str
    unit: str
    case_number: str | None
    statute: str
    zone: str
    jurisdiction: str = ""


@dataclass(frozen=True, slots=True)
class Form:
    """A whole paper before it is laid out; `paper` and `template_version` name its template.

    Templates without a line for the reviewer have None in `reviewed_by`; an empty text says that
    no review is recorded. `title_fr` stands beside the title in Canada, and before it in Quebec;
    with it the head is bilingual. `pointer` names the official form that this is a worksheet for.
    """

    paper: str
    template_version: int
    title: str
    head: Head
    sections: tuple[Section, ...]
    prepared_by: str
    reviewed_by: str | None = None
    title_fr: str = ""
    pointer: str = ""


@dataclass(frozen=True, slots=True)
class Words:
    """A line of text at its baseline; `rtl` is the direction of the paragraph it belongs to.

    The characters of `struck` (from, up to) are struck through. `box` is the box whose value it
    is, or part of it; labels have none.
    """

    x: float
    y: float
    text: str
    style: Style
    align: Align = "left"
    rtl: bool = False
    struck: tuple[int, int] | None = None
    box: str = ""


@dataclass(frozen=True, slots=True)
class Rule:
    """A straight line; thinner or paler than that it may be lost in a fax of 200 dots an inch."""

    x1: float
    y1: float
    x2: float
    y2: float
    width: float = 0.5
    grey: float = 0.2


@dataclass(frozen=True, slots=True)
class Fill:
    """A filled rectangle, from its lower left corner; `grey` 0 is black."""

    x: float
    y: float
    width: float
    height: float
    grey: float = 0.0


@dataclass(frozen=True, slots=True)
class Drawing:
    """Strokes of a pad, scaled into a rectangle given by its lower left corner."""

    x: float
    y: float
    width: float
    height: float
    strokes: Strokes
    box: str = ""


@dataclass(frozen=True, slots=True)
class Shape:
    """A closed form through these points, filled; its edge is drawn if it has a width."""

    points: tuple[Point, ...]
    fill: float
    edge: float = 0.0


Mark = Words | Rule | Fill | Drawing | Shape


@dataclass(frozen=True, slots=True)
class Page:
    """One page: what is drawn on it, and the (box name, printed string) pairs it holds."""

    marks: tuple[Mark, ...]
    printed: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Layout:
    """A form on its pages; equal forms give equal layouts."""

    pages: tuple[Page, ...]

    def printed(self) -> tuple[tuple[int, str, str], ...]:
        """Return (page from 1, box name, printed string) of everything that came from the record.

        The strings of one box, over all pages, are its whole text but for spaces at the breaks.
        """
        return tuple(self._printed())

    def _printed(self) -> Iterator[tuple[int, str, str]]:
        for number, page in enumerate(self.pages, start=1):
            for name, text in page.printed:
                yield number, name, text


def digest(paper: str, template_version: int, layout: Layout) -> bytes:
    """Return the SHA-256 that an issued paper is bound by.

    Over canonical JSON of paper, template version and the printed strings. Copy, version and time
    of printing are not in it: a further copy of the same page has the same digest.
    """
    return sha256(_canonical([paper, template_version, layout.printed()])).digest()


def _canonical(value: object) -> bytes:
    """Encode as JSON in the one way that gives equal bytes for equal values."""
    return json.dumps(
        value, sort_keys=True, separators=(",", ":"), ensure_ascii=False, allow_nan=False
    ).encode()
