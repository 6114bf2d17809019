"""Reads the fields of a fillable PDF: what each is, where it stands, and what it takes."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from hashlib import sha256
from typing import Any, Literal

import pikepdf

from minors_desk.errors import Refused
from minors_desk.papers.official import hostile
from minors_desk.papers.official.hostile import Note

FieldKind = Literal["text", "checkbox", "radio", "choice", "button", "signature"]
Rect = tuple[float, float, float, float]
OFF = "Off"
MOST_FIELDS = 10_000
_DEEPEST = 40

_READ_ONLY, _REQUIRED = 1 << 0, 1 << 1
_MULTILINE, _PASSWORD, _FILE, _COMB = 1 << 12, 1 << 13, 1 << 20, 1 << 24
_RADIO, _PUSH, _RADIO_TOGETHER = 1 << 15, 1 << 16, 1 << 25
_COMBO, _EDITABLE, _SEVERAL = 1 << 17, 1 << 18, 1 << 21
_HIDDEN, _NO_VIEW = 1 << 1, 1 << 5


@dataclass(frozen=True, slots=True)
class Widget:
    """One place of a field on a page (from 1); `rect` in points of the page, unturned.

    `turned` is by how many degrees its text stands against the page, `state` the name under which
    a box of a button is on. `number` is the object of the PDF that it is.
    """

    page: int
    rect: Rect
    turned: int = 0
    state: str = ""
    is_hidden: bool = False
    number: tuple[int, int] = (0, 0)


@dataclass(frozen=True, slots=True, kw_only=True)
class FormField:
    """One field as the form defines it; `value` is what the blank already holds there.

    `choices` are (value, as shown); `states` the names under which boxes of a button are on;
    `size` the size of type that the form asks for, 0 where it leaves that open.
    """

    name: str
    kind: FieldKind
    widgets: tuple[Widget, ...]
    tip: str = ""
    value: str = ""
    max_len: int = 0
    size: float = 0.0
    align: int = 0
    choices: tuple[tuple[str, str], ...] = ()
    states: tuple[str, ...] = ()
    is_comb: bool = False
    is_multiline: bool = False
    is_read_only: bool = False
    is_required: bool = False
    is_editable: bool = False
    is_secret: bool = False

    @property
    def page(self) -> int:
        """The first page that it stands on; 0 for a field that stands nowhere."""
        return min((one.page for one in self.widgets), default=0)

    @property
    def can_be_filled(self) -> bool:
        """Whether it is ours to fill: to be seen, not read-only, and of a kind that holds words."""
        seen = any(not one.is_hidden for one in self.widgets)
        holds = self.kind in ("text", "choice") or bool(self.states)
        return seen and holds and not self.is_read_only and not self.is_secret


@dataclass(frozen=True, slots=True, kw_only=True)
class PageSize:
    """The size of a page in points as it is seen, and by how many degrees it is turned.

    `left` and `bottom` are where what is seen begins, in the points of the unturned page.
    """

    width: float
    height: float
    turned: int = 0
    left: float = 0.0
    bottom: float = 0.0

    def spot(self, rect: Rect) -> Rect:
        """Where a rectangle is seen: left, top, right, bottom, as shares of width and height."""
        wide, high = self.width, self.height
        if self.turned in (90, 270):
            wide, high = high, wide
        corners = [self._seen(x, y, wide, high) for x in rect[::2] for y in rect[1::2]]
        xs, ys = [x for x, _ in corners], [y for _, y in corners]
        return min(xs), min(ys), max(xs), max(ys)

    def _seen(self, x: float, y: float, wide: float, high: float) -> tuple[float, float]:
        across, down = (x - self.left) / wide, 1 - (y - self.bottom) / high
        turns = {90: (1 - down, across), 180: (1 - across, 1 - down), 270: (down, 1 - across)}
        return turns.get(self.turned, (across, down))


@dataclass(frozen=True, slots=True, kw_only=True)
class OfficialForm:
    """A blank form: its fields in the order of the page, and what was changed to make it safe."""

    sha256: str
    pages: tuple[PageSize, ...]
    fields: tuple[FormField, ...]
    title: str = ""
    notes: tuple[Note, ...] = field(default=())

    def named(self, name: str) -> FormField | None:
        """The field of that name."""
        return next((one for one in self.fields if one.name == name), None)


def read_form(data: bytes) -> OfficialForm:
    """The form that these bytes are; Refused for what `hostile.opened` refuses or has no field."""
    safe = hostile.opened(data)
    fields = fields_of(safe.pdf)
    if not any(one.can_be_filled for one in fields):
        raise Refused(
            "The file has no fields to fill",
            "Ask the agency for the form as a fillable PDF, or fill it by hand.",
            code="pdf_no_fields",
        )
    info = safe.pdf.trailer.get("/Info")
    title = info.get("/Title") if isinstance(info, pikepdf.Dictionary) else None
    return OfficialForm(
        sha256=sha256(data).hexdigest(),
        pages=tuple(_page_size(page) for page in safe.pdf.pages),
        fields=fields,
        title=_line(title),
        notes=safe.notes,
    )


def fields_of(pdf: pikepdf.Pdf) -> tuple[FormField, ...]:
    """The fields of an open PDF, in the order of pages, each page from the top."""
    form = pdf.Root.get("/AcroForm")
    roots = form.get("/Fields") if isinstance(form, pikepdf.Dictionary) else None
    if not isinstance(roots, pikepdf.Array):
        return ()
    reader = _Reader(pdf, form)
    found = [one for root in list(roots) for one in reader.fields(root, "", {}, 0)]
    return tuple(sorted(_joined(found), key=_place))


def objects_of(pdf: pikepdf.Pdf, name: str) -> Any:
    """The dictionary of the field of that name, for writing into it; None if there is none."""
    form: Any = pdf.Root.get("/AcroForm")
    for root in list(form.Fields):
        found = _found(root, "", name, 0)
        if found is not None:
            return found
    return None


def widgets_of(one: Any) -> list[Any]:
    """The dictionaries of the places of a field: its own, or those below it."""
    return _below(one) or [one]


def states_of(widget: Any) -> tuple[str, ...]:
    """The names under which the box of a button is on."""
    shown = widget.get("/AP")
    normal = shown.get("/N") if isinstance(shown, pikepdf.Dictionary) else None
    if not isinstance(normal, pikepdf.Dictionary) or isinstance(normal, pikepdf.Stream):
        return ()
    return tuple(key[1:] for key in normal.keys() if key[1:] != OFF)  # noqa: SIM118 - no dict


def text_of(value: Any) -> str:
    """The value of a field as text: a string, a name without its slash, several in one line."""
    if isinstance(value, pikepdf.Array):
        return "; ".join(text_of(one) for one in value)
    if isinstance(value, pikepdf.Name):
        return str(value)[1:]
    if isinstance(value, pikepdf.Stream):
        return value.read_bytes().decode("latin-1")
    return "" if value is None else str(value)


class _Reader:
    """Walks the tree of fields; what a field does not say itself its parents say."""

    def __init__(self, pdf: pikepdf.Pdf, form: Any) -> None:
        self.default = form.get("/DA")
        self.pages: dict[tuple[int, int], tuple[int, int]] = {}
        for number, page in enumerate(pdf.pages, start=1):
            turned = _turn(page.obj)
            annots = page.obj.get("/Annots")
            for one in list(annots) if isinstance(annots, pikepdf.Array) else ():
                if isinstance(one, pikepdf.Dictionary):
                    self.pages[one.objgen] = number, turned
        self.seen: set[tuple[int, int]] = set()

    def fields(self, one: Any, path: str, above: dict[str, Any], depth: int) -> Iterator[FormField]:
        """The fields at and below a node."""
        if not isinstance(one, pikepdf.Dictionary):
            return
        if depth > _DEEPEST or len(self.seen) > MOST_FIELDS or one.objgen in self.seen:
            raise Refused(
                "The form has fields within fields without an end",
                "Get the form again from the agency that issues it.",
                code="pdf_endless",
            )
        if one.is_indirect:
            self.seen.add(one.objgen)
        said = dict(above)
        for key in ("/FT", "/Ff", "/V", "/MaxLen", "/DA", "/Q", "/Opt", "/TU"):
            if key in one:
                said[key] = one.get(key)
        name = ".".join(part for part in (path, _line(one.get("/T"))) if part)
        parts = _below(one)
        deeper = [part for part in parts if _is_field(part)]
        for part in deeper:
            yield from self.fields(part, name, said, depth + 1)
        if not deeper and "/FT" in said:
            yield self._field(
                one, name, said, [part for part in parts if not _is_field(part)] or [one]
            )

    def _field(self, one: Any, name: str, said: dict[str, Any], places: list[Any]) -> FormField:
        flags = int(said.get("/Ff", 0))
        kind = _kind(str(said["/FT"]), flags)
        widgets = [self._widget(place, kind) for place in places if "/Rect" in place]
        longest = said.get("/MaxLen")
        states = [state for place in places for state in states_of(place)]
        return FormField(
            name=name,
            kind=kind,
            widgets=tuple(one for one in widgets if one.page),
            tip=_line(said.get("/TU")),
            value=text_of(said.get("/V")),
            max_len=int(longest) if kind == "text" and longest is not None else 0,
            size=_size(text_of(said.get("/DA", self.default))),
            align=int(said.get("/Q", 0)),
            choices=_choices(said.get("/Opt")) if kind == "choice" else (),
            states=tuple(dict.fromkeys(states)) if kind in ("checkbox", "radio") else (),
            is_comb=kind == "text" and bool(flags & _COMB) and longest is not None,
            is_multiline=kind == "text" and bool(flags & _MULTILINE),
            is_read_only=bool(flags & _READ_ONLY),
            is_required=bool(flags & _REQUIRED),
            is_editable=kind == "choice" and bool(flags & _COMBO) and bool(flags & _EDITABLE),
            is_secret=kind == "text" and bool(flags & (_PASSWORD | _FILE)),
        )

    def _widget(self, place: Any, kind: FieldKind) -> Widget:
        page, turned = self.pages.get(place.objgen, (0, 0))
        look = place.get("/MK")
        if isinstance(look, pikepdf.Dictionary) and "/R" in look:
            turned = int(look["/R"]) % 360
        flags = int(place.get("/F", 0))
        x1, y1, x2, y2 = (float(side) for side in place.get("/Rect"))
        states = states_of(place) if kind in ("checkbox", "radio") else ()
        return Widget(
            page=page,
            rect=(min(x1, x2), min(y1, y2), max(x1, x2), max(y1, y2)),
            turned=turned,
            state=states[0] if states else "",
            is_hidden=bool(flags & (_HIDDEN | _NO_VIEW)) or x1 == x2 or y1 == y2,
            number=place.objgen,
        )


def _kind(declared: str, flags: int) -> FieldKind:
    if declared == "/Btn":
        if flags & _PUSH:
            return "button"
        return "radio" if flags & _RADIO else "checkbox"
    kinds: dict[str, FieldKind] = {"/Ch": "choice", "/Sig": "signature"}
    return kinds.get(declared, "text")


def _choices(options: Any) -> tuple[tuple[str, str], ...]:
    if not isinstance(options, pikepdf.Array):
        return ()
    pairs = []
    for one in options:
        if isinstance(one, pikepdf.Array) and len(one) == 2:
            pairs.append((text_of(one[0]), text_of(one[1])))
        else:
            pairs.append((text_of(one), text_of(one)))
    return tuple(pairs)


def _size(appearance: str) -> float:
    """The size in ``/Helv 10 Tf 0 g``; 0 where none is said."""
    words = appearance.split()
    if "Tf" not in words or words.index("Tf") < 1:
        return 0.0
    try:
        return max(0.0, float(words[words.index("Tf") - 1]))
    except ValueError:
        return 0.0


def _joined(found: list[FormField]) -> Iterator[FormField]:
    """Fields of one name are one field, with the places of all."""
    by_name: dict[str, FormField] = {}
    for one in found:
        earlier = by_name.get(one.name)
        if earlier is None:
            by_name[one.name] = one
        else:
            raise Refused(
                "The form has two fields of one name",
                "Get the form again from the agency that issues it.",
                code="pdf_twice_named",
            )
    yield from by_name.values()


def _place(one: FormField) -> tuple[int, float, float, str]:
    if not one.widgets:
        return 0, 0.0, 0.0, one.name
    first = min(one.widgets, key=lambda place: (place.page, -place.rect[3], place.rect[0]))
    return first.page, -round(first.rect[3]), first.rect[0], one.name


def _found(one: Any, path: str, name: str, depth: int) -> Any:
    if depth > _DEEPEST or not isinstance(one, pikepdf.Dictionary):
        return None
    own = ".".join(part for part in (path, _line(one.get("/T"))) if part)
    deeper = [part for part in _below(one) if _is_field(part)]
    if not deeper:
        return one if own == name else None
    if name != own and not name.startswith(f"{own}.") and own:
        return None
    return next(
        (found for part in deeper if (found := _found(part, own, name, depth + 1)) is not None),
        None,
    )


def _below(one: Any) -> list[Any]:
    """What stands below a node of the tree of fields: further fields, or places of this one."""
    below = one.get(pikepdf.Name.Kids)
    return list(below) if isinstance(below, pikepdf.Array) else []


def _is_field(one: Any) -> bool:
    """Whether a node is a field of its own, and no mere place of the one above it."""
    return isinstance(one, pikepdf.Dictionary) and "/T" in one


def _turn(page: Any) -> int:
    """By how many degrees a page is turned; its parents may say so."""
    for _ in range(_DEEPEST):
        if not isinstance(page, pikepdf.Dictionary):
            return 0
        if "/Rotate" in page:
            return int(page["/Rotate"]) % 360
        page = page.get("/Parent")
    return 0


def _page_size(page: Any) -> PageSize:
    x1, y1, x2, y2 = (float(side) for side in page.cropbox)
    turned = _turn(page.obj)
    width, height = abs(x2 - x1), abs(y2 - y1)
    if turned in (90, 270):
        width, height = height, width
    left, bottom = min(x1, x2), min(y1, y2)
    return PageSize(width=width, height=height, turned=turned, left=left, bottom=bottom)


def _line(value: Any) -> str:
    return "" if value is None else " ".join(text_of(value).split())
