"""Reads a filled form back and compares it with what was to be written: by field, and as a picture.

Any difference is one too many: then there is no file.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Any

import pypdfium2

from minors_desk.errors import Refused
from minors_desk.papers.official import hostile
from minors_desk.papers.official.filling import fill
from minors_desk.papers.official.reading import OFF, FormField, PageSize, Rect, fields_of
from minors_desk.papers.pdfium import ONE_AT_A_TIME

_SCALE = 1.5
"""Dots of the picture to a point: 108 dpi."""
_MARGIN = 2
"""Dots by which the edge of a letter may be smoothed over the edge of its field."""


@dataclass(frozen=True, slots=True)
class Difference:
    """What is not as it should be: a code, the field, or the page where it is none."""

    code: str
    where: str


def differences(blank: bytes, filled: bytes, values: Mapping[str, str]) -> list[Difference]:
    """What of a filled form is not the blank with exactly these values; empty if nothing is."""
    by_field = _by_field(blank, filled, values)
    return by_field or _by_picture(blank, filled, values)


def must_hold(blank: bytes, whole: bytes, values: Mapping[str, str]) -> None:
    """The same by field alone: of a filled form with further pages behind it."""
    _refuse(_by_field(blank, whole, values))


def must_agree(blank: bytes, filled: bytes, values: Mapping[str, str]) -> None:
    """Raises Refused, naming the first fields, unless the filled form is as it should be."""
    _refuse(differences(blank, filled, values))


def _refuse(found: Sequence[Difference]) -> None:
    if not found:
        return
    named = ", ".join(dict.fromkeys(one.where for one in found[:5]))
    raise Refused(
        f"The filled form does not read back as it was written: {named}",
        "No file was made. Correct the mapping of these fields, or leave them out.",
        code="form_differs",
    )


def pictures(data: bytes) -> list[tuple[bytes, ...]]:
    """Every page with its fields in shades of grey, row by row."""
    with ONE_AT_A_TIME, _document(data) as document:
        return [_Picture.of(page).rows for page in document]


def _by_field(blank: bytes, filled: bytes, values: Mapping[str, str]) -> list[Difference]:
    safe = hostile.opened(filled)
    found = [Difference(f"acts_{note.code}", "the file") for note in safe.notes]
    found += [Difference("not_sound", "the file") for _ in safe.pdf.check_pdf_syntax()]
    before = {one.name: one for one in fields_of(hostile.opened(blank).pdf)}
    after = {one.name: one for one in fields_of(safe.pdf)}
    found += [Difference("field_lost", name) for name in before.keys() ^ after.keys()]
    for name, field in after.items():
        if name not in before:
            continue
        wanted = values.get(name, before[name].value)
        if field.value != wanted:
            found.append(Difference("value_differs", name))
        if field.max_len and len(field.value.encode("utf-16-le")) // 2 > field.max_len:
            found.append(Difference("too_long", name))
        if _definition(field) != _definition(before[name]):
            found.append(Difference("field_changed", name))
        if name in values and field.is_read_only:
            found.append(Difference("read_only", name))
    return found


def _definition(field: FormField) -> FormField:
    """The field without its value, and without the numbers that its file gives its objects."""
    places = tuple(replace(one, number=(0, 0)) for one in field.widgets)
    return replace(field, value="", widgets=places)


def _by_picture(blank: bytes, filled: bytes, values: Mapping[str, str]) -> list[Difference]:
    """Ink changed inside the places of the filled fields only, and in each of those it did."""
    before = fill(blank, {}).pdf
    changed = [one for one in fields_of(hostile.opened(blank).pdf) if _changes(one, values)]
    found: list[Difference] = []
    with ONE_AT_A_TIME, _document(before) as old, _document(filled) as new:
        if len(old) != len(new):
            return [Difference("pages_differ", "the file")]
        for number in range(len(old)):
            fields = [one for one in changed if any(p.page == number + 1 for p in one.widgets)]
            found += _page(_Picture.of(old[number]), _Picture.of(new[number]), number + 1, fields)
    return found


def _changes(field: FormField, values: Mapping[str, str]) -> bool:
    if field.name not in values:
        return False
    return values[field.name] != (field.value or ("" if field.kind == "text" else OFF))


@dataclass(frozen=True, slots=True)
class _Picture:
    """A page in shades of grey, one byte to a dot, row after row; and how it maps from points."""

    rows: tuple[bytes, ...]
    page: Any

    @classmethod
    def of(cls, page: Any) -> "_Picture":
        bitmap = page.render(scale=_SCALE, grayscale=True, draw_annots=True)
        stride, data = bitmap.stride, bytes(bitmap.buffer)
        width = bitmap.width
        rows = tuple(data[at * stride : at * stride + width] for at in range(bitmap.height))
        bitmap.close()
        return cls(rows, page)

    def box(self, rect: Rect) -> tuple[int, int, int, int]:
        """Left, top, right, bottom in dots of a rectangle in points of the page."""
        width, height = len(self.rows[0]), len(self.rows)
        left, top, right, bottom = _size(self.page).spot(rect)
        return (
            max(0, round(left * width) - _MARGIN),
            max(0, round(top * height) - _MARGIN),
            min(width, round(right * width) + _MARGIN + 1),
            min(height, round(bottom * height) + _MARGIN + 1),
        )


def _page(
    old: _Picture, new: _Picture, number: int, fields: Sequence[FormField]
) -> list[Difference]:
    if len(old.rows) != len(new.rows) or len(old.rows[0]) != len(new.rows[0]):
        return [Difference("page_differs", f"page {number}")]
    boxes: list[tuple[FormField, tuple[int, int, int, int]]] = []
    for field in fields:
        for place in field.widgets:
            if place.page == number and not place.is_hidden:
                boxes.append((field, new.box(place.rect)))
    found = [
        Difference("nothing_drawn", field.name)
        for field, (left, top, right, bottom) in boxes
        if field.kind != "radio"
        and all(old.rows[y][left:right] == new.rows[y][left:right] for y in range(top, bottom))
    ]
    if any(
        not _same_outside(
            old.rows[y], new.rows[y], [box for _, box in boxes if box[1] <= y < box[3]]
        )
        for y in range(len(old.rows))
    ):
        found.append(Difference("drawn_outside", f"page {number}"))
    return found


def _same_outside(old: bytes, new: bytes, boxes: Iterable[tuple[int, int, int, int]]) -> bool:
    """Whether two rows are the same but for what lies in the boxes."""
    if old == new:
        return True
    ends = [(0, 0), *sorted((left, right) for left, _top, right, _bottom in boxes), (len(old),) * 2]
    reach = 0
    for (_, end), (start, _) in pairwise(ends):
        reach = max(reach, end)
        if start > reach and old[reach:start] != new[reach:start]:
            return False
    return True


def _document(data: bytes) -> Any:
    """An open document in which fields are shown; this build of pdfium runs no programs."""
    document = pypdfium2.PdfDocument(data)
    document.init_forms()
    return document


def _size(page: Any) -> PageSize:
    """The size of a page as PDFium knows it."""
    left, bottom, _right, _top = page.get_cropbox()
    width, height = page.get_size()
    turned = page.get_rotation()
    return PageSize(width=width, height=height, turned=turned, left=left, bottom=bottom)
