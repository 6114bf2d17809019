"""Compares a PDF that is said to be an issued copy with that copy drawn again from the record.

A page that is drawn from the same is the same. Where it is not, its text is read box by box, its
picture is laid over ours, and its code is scanned, so that what differs has a name.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from difflib import SequenceMatcher
from functools import cached_property
from math import ceil, floor
from typing import Literal

from PIL import Image, ImageChops

from minors_desk.papers import pdf_parts, pdfium, scans, seal, shaping
from minors_desk.papers.drawing import QR_EDGES, VERIFY, Imprint, draw, draw_packet
from minors_desk.papers.pdf_parts import Parts
from minors_desk.papers.sheet import Drawing, Layout, Page, Words
from minors_desk.papers.sheets import (
    FOOT_LINES,
    FOOT_RIGHT,
    FOOT_VALUES,
    HEIGHT,
    LEFT,
    NUMBER_LEFT,
    NUMBER_LINE,
    RIGHT,
)

What = Literal[
    "text", "fixed_text", "covered", "drawing", "ink", "code", "redrawn", "laid_over",
    "page_missing", "page_twice", "page_elsewhere", "page_foreign", "page_unknown",
    "said_of_itself", "carries_more",
]  # fmt: skip
"""How a paper differs: see `wording.proof`."""

DPI = 110
_SCALE = DPI / 72
_LIKE, _LIKE_UNDER_ANOTHER_CODE = 0.6, 0.9
"""How much of a page's lines has to read as ours for it to be that page, without our code."""
_NUMBER, _SEAL, _PRINTED = "imprint.number", "imprint.seal_code", "imprint.printed"
_CODE = "imprint.code"
_LATER = ("/Producer", "/ModDate")
_MOST_TOLD = 40
_ASIDE = 6


@dataclass(frozen=True, slots=True)
class Difference:
    """One thing that is not as issued: on which page of the file, in which box.

    `page` 0 is the whole file. `paper` is what the paper says, `record` what the record says; for
    a page, its place in the paper; for ink, where it stands (millimetres from the upper left).
    """

    what: What
    page: int = 0
    box: str = ""
    paper: str = ""
    record: str = ""


@dataclass(frozen=True, slots=True)
class _Spot:
    """A place of a page whose text is compared: the box it belongs to, and its own rectangle."""

    box: str
    text: str
    band: pdfium.Corners
    edges: pdfium.Corners
    is_drawing: bool = False


@dataclass(frozen=True, slots=True)
class _Look:
    """What a page says in all and at each spot, what it shows, and the codes on it."""

    text: str
    spots: tuple[str, ...]
    picture: Image.Image


class Original:
    """An issued copy, drawn again; what is found out about it is kept.

    Of a packet the first part is its cover, and the pages of all parts are its pages.
    """

    def __init__(self, layout: Layout, imprint: Imprint, *more: tuple[Layout, Imprint]) -> None:
        self._parts = ((layout, imprint), *more)
        pages = tuple(page for one, _ in self._parts for page in one.pages)
        codes = tuple(code for _, one in self._parts for code in one.qr)
        self.layout, self.imprint = Layout(pages), replace(imprint, qr=codes)
        self._looks: dict[int, _Look] = {}

    @property
    def boxes(self) -> tuple[tuple[int, str, str], ...]:
        """What the digest of its entry binds: of a packet the boxes of its cover."""
        return self._parts[0][0].printed()

    @cached_property
    def pdf(self) -> bytes:
        """Its bytes."""
        return draw_packet(self._parts) if len(self._parts) > 1 else draw(*self._parts[0])

    @cached_property
    def parts(self) -> Parts:
        """What it is made of."""
        return pdf_parts.read(self.pdf)

    @cached_property
    def spots(self) -> tuple[tuple[_Spot, ...], ...]:
        """The spots of each page."""
        return tuple(tuple(_spots(page)) for page in self.layout.pages)

    def look(self, page: int) -> _Look:
        """What its page shows, from 0."""
        if page not in self._looks:
            with pdfium.pages(self.pdf) as drawn:
                self._looks[page] = _look(drawn, page, self.spots[page])
        return self._looks[page]


def differences(given: bytes, original: Original) -> tuple[Difference, ...]:
    """All that differs, the pages first, in their order; nothing for the copy as it was issued.

    Raises BadInput for what is no PDF that can be read.
    """
    if given == original.pdf:
        return ()
    parts = pdf_parts.read(given)
    found = [] if parts.pages == original.parts.pages else list(_of_pages(given, parts, original))
    found += [Difference("laid_over", page, paper=kind) for page, kind in parts.notes]
    appended = given.startswith(original.pdf)
    found += _of_the_file(parts, original.parts, appended=appended)
    return tuple(found[:_MOST_TOLD])


def behind_the_recorded(given: bytes, recorded: bytes) -> tuple[Difference, ...] | None:
    """What was added behind a file as the record has it, such as a signature, and is told of.

    None where a page is drawn otherwise than it was: then the pages have to be compared one by one.
    """
    parts, ours = pdf_parts.read(given), pdf_parts.read(recorded)
    if parts.pages != ours.pages:
        return None
    laid = [one for one in parts.notes if one not in ours.notes]
    found = [Difference("laid_over", page, paper=kind) for page, kind in laid]
    return (*found, *_of_the_file(parts, ours, appended=True))


def codes_of(given: bytes) -> list[str]:
    """Every code of ours on the pages of a PDF, page by page; empty where a page has none."""
    count = len(pdf_parts.read(given).pages)
    with pdfium.pages(given) as drawn:
        return [scans.code_on(drawn.picture(page, 2 * DPI)) for page in range(count)]


def _of_the_file(given: Parts, ours: Parts, *, appended: bool) -> Iterator[Difference]:
    """What the file says of itself; a signature behind our bytes changes the time and the maker."""
    for key in sorted({*given.info, *ours.info}):
        paper, record = given.info.get(key, ""), ours.info.get(key, "")
        if paper != record and not (appended and key in _LATER):
            yield Difference("said_of_itself", 0, key.strip("/"), paper, record)
    more = sorted(set(given.beside) ^ set(ours.beside))
    if more:
        yield Difference("carries_more", paper=", ".join(one.split()[0].strip("/") for one in more))


def _of_pages(given: bytes, parts: Parts, original: Original) -> Iterator[Difference]:
    count = len(original.layout.pages)
    seen: dict[int, int] = {}
    with_pages = _Compared(given, original)
    for number, drawn_from in enumerate(parts.pages, start=1):
        place, told = _placed(number, drawn_from, with_pages)
        yield from told
        if place is None:
            continue
        if place in seen:
            yield Difference("page_twice", number, record=str(place))
        elif place != number and len(parts.pages) == count:
            yield Difference("page_elsewhere", number, record=str(place))
        seen.setdefault(place, number)
    for place in range(1, count + 1):
        if place not in seen:
            yield Difference("page_missing", place)


def _placed(
    number: int, drawn_from: str, compared: "_Compared"
) -> tuple[int | None, list[Difference]]:
    """Which page of the copy a page of the file is, and what differs on it; None for no page."""
    original = compared.original
    same = [at for at, one in enumerate(original.parts.pages, start=1) if one == drawn_from]
    if same:
        return (number if number in same else same[0]), []
    code = compared.code(number)
    count = len(original.layout.pages)
    place = _place_of(code, original) or (number if number <= count else None)
    claims = _place_of(code, original) is not None
    enough = _LIKE_UNDER_ANOTHER_CODE if code else _LIKE
    if place is None or (not claims and compared.likeness(number, place) < enough):
        if code:
            return None, [Difference("page_foreign", number, paper=_paper_of(code))]
        return None, [Difference("page_unknown", number)]
    return place, list(compared.page(number, place, code))


def _paper_of(code: str) -> str:
    read = seal.read_qr(code)
    return f"{read.paper_id}, page {read.page} of {read.of}"


def _place_of(code: str, original: Original) -> int | None:
    """The page of the copy that bears that very code."""
    texts = [seal.qr_text(one) for one in original.imprint.qr]
    return texts.index(code) + 1 if code in texts else None


class _Compared:
    """A file beside the copy; a page is looked at when it has to be."""

    def __init__(self, given: bytes, original: Original) -> None:
        self.original = original
        self._given = given
        self._looks: dict[tuple[int, int], _Look] = {}

    def code(self, number: int) -> str:
        """The code of ours on that page of the file; empty for none."""
        with pdfium.pages(self._given) as drawn:
            return scans.code_on(drawn.picture(number - 1, 2 * DPI))

    def likeness(self, number: int, place: int) -> float:
        """How much of what is printed on a page of the copy stands there on that of the file."""
        ours, theirs = self.original.look(place - 1), self._look(number, place)
        pairs = [pair for pair in zip(ours.spots, theirs.spots, strict=True) if pair[0].strip()]
        return sum(record.strip() in paper for record, paper in pairs) / max(len(pairs), 1)

    def page(self, number: int, place: int, code: str) -> Iterator[Difference]:
        """What differs on a page: its code, its text box by box, its look, what was added."""
        original = self.original
        found = []
        wanted = seal.qr_text(original.imprint.qr[place - 1])
        if code != wanted:
            paper = _paper_of(code) if code else ""
            found.append(Difference("code", number, _CODE, paper, _paper_of(wanted)))
        found += self._texts(number, place)
        found += self._shown(number, place, {one.box for one in found if one.what != "fixed_text"})
        yield from found or [Difference("redrawn", number)]

    def _look(self, number: int, place: int) -> _Look:
        if (number, place) not in self._looks:
            with pdfium.pages(self._given) as drawn:
                look = _look(drawn, number - 1, self.original.spots[place - 1])
            self._looks[number, place] = look
        return self._looks[number, place]

    def _texts(self, number: int, place: int) -> Iterator[Difference]:
        ours, theirs = self.original.look(place - 1), self._look(number, place)
        boxes: dict[str, tuple[list[str], list[str]]] = {}
        spots = self.original.spots[place - 1]
        for spot, record, paper in zip(spots, ours.spots, theirs.spots, strict=True):
            if record == paper:
                continue
            if spot.box:
                says = boxes.setdefault(spot.box, ([], []))
                says[0].append(paper)
                says[1].append(record)
            else:
                yield Difference("fixed_text", number, paper=_flat(paper), record=_flat(record))
        for box, (here, there) in boxes.items():
            yield Difference("text", number, box, _flat(*here), _flat(*there))
        if ours.spots == theirs.spots and ours.text != theirs.text:
            yield from _elsewhere(number, ours.text, theirs.text)

    def _shown(self, number: int, place: int, named: set[str]) -> Iterator[Difference]:
        """What looks otherwise: over a box, over a drawing, or where nothing of ours stands."""
        ours, theirs = self.original.look(place - 1), self._look(number, place)
        if ours.picture.size != theirs.picture.size:
            yield Difference("redrawn", number)
            return
        other = ImageChops.difference(ours.picture, theirs.picture)
        told = set(named)
        if _CODE in told:
            other.paste(0, _pixels(QR_EDGES))
        lines = zip(self.original.spots[place - 1], ours.spots, theirs.spots, strict=True)
        for spot, record, paper in sorted(lines, key=lambda line: line[1] == line[2]):
            area = _pixels(spot.edges)
            if other.crop(area).getbbox() is None:
                continue
            reads_otherwise = record != paper
            other.paste(0, _wider(area) if reads_otherwise else area)
            if not reads_otherwise and spot.box not in told:
                told.add(spot.box)
                what: What = "drawing" if spot.is_drawing else "covered"
                yield Difference(what, number, spot.box, record=spot.text)
        rest = other.getbbox()
        if rest is not None:
            yield Difference("ink", number, paper=_millimetres(rest))


def _wider(area: tuple[int, int, int, int]) -> tuple[int, int, int, int]:
    """With the room that a longer text takes to its right."""
    left, top, right, bottom = area
    return left - _ASIDE, top - 2, right + 4 * _ASIDE, bottom + 2


def _millimetres(rest: tuple[int, int, int, int]) -> str:
    """Where on the page: across, then down, in whole millimetres."""
    left, top, right, bottom = (edge * 25.4 / DPI for edge in rest)
    across = f"{floor(left)} to {ceil(right)} mm"
    return f"{across} across and {floor(top)} to {ceil(bottom)} mm down"


def _look(drawn: pdfium.Pages, page: int, spots: tuple[_Spot, ...]) -> _Look:
    text, parts = drawn.texts(page, [one.band for one in spots])
    return _Look(text, tuple(parts), drawn.picture(page, DPI))


def _spots(page: Page) -> Iterator[_Spot]:
    """The places of a page: those of its marks, and of what names the copy."""
    for mark in page.marks:
        if isinstance(mark, Words):
            width = shaping.measure(mark.text, mark.style, rtl=mark.rtl)
            before = {"left": 0.0, "right": width, "centre": width / 2}[mark.align]
            yield _spot(mark.box, mark.text, (mark.x - before, mark.y, width), mark.style.size)
        elif isinstance(mark, Drawing):
            edges = (mark.x, mark.y, mark.x + mark.width, mark.y + mark.height)
            yield _Spot(mark.box, "", edges, edges, is_drawing=True)
    code, _, _, printed, verify = FOOT_LINES
    yield _spot("", VERIFY, (LEFT, verify, FOOT_RIGHT - LEFT), 8)
    across = FOOT_RIGHT - FOOT_VALUES
    yield _spot(_SEAL, "", (FOOT_VALUES, code, across), 11)
    yield _spot(_PRINTED, "", (FOOT_VALUES, printed, across), 8)
    yield _spot(_NUMBER, "", (NUMBER_LEFT, NUMBER_LINE, RIGHT - NUMBER_LEFT), 8)


def _spot(box: str, text: str, at: tuple[float, float, float], size: float) -> _Spot:
    """A line: the band that only its own letters touch, and the room that they fill."""
    x, y, width = at
    band = (x, y - 0.02 * size, x + width, y + 0.4 * size)
    return _Spot(box, text, band, (x - 1, y - 0.3 * size, x + width + 1, y + size))


def _pixels(edges: pdfium.Corners) -> tuple[int, int, int, int]:
    left, bottom, right, top = edges
    return (
        max(int(left * _SCALE), 0),
        max(int((HEIGHT - top) * _SCALE), 0),
        int(right * _SCALE) + 1,
        int((HEIGHT - bottom) * _SCALE) + 1,
    )


def _elsewhere(number: int, ours: str, theirs: str) -> Iterator[Difference]:
    """Text that was added or taken away where no box stands."""
    a, b = ours.split(), theirs.split()
    for kind, i, j, k, m in SequenceMatcher(None, a, b, autojunk=False).get_opcodes():
        if kind != "equal":
            yield Difference("fixed_text", number, paper=_flat(*b[k:m]), record=_flat(*a[i:j]))


def _flat(*texts: str) -> str:
    return " ".join(" ".join(texts).replace("\ufffe", "").split())
