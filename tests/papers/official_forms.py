"""Fillable PDFs as agencies issue them, good and hostile, made for the tests of official forms."""

from collections.abc import Callable
from io import BytesIO
from typing import Any

import pikepdf
from pikepdf import Array, Dictionary, Name, String

READ_ONLY, REQUIRED, MULTILINE, COMB = 1, 2, 1 << 12, 1 << 24
RADIO, COMBO, EDITABLE = 1 << 15, 1 << 17, 1 << 18
HIDDEN = 2
Node = dict[str, Any]


def text(name: str, at: tuple[float, float, float, float], **more: Any) -> Node:
    """A field for text at left, bottom, right, top."""
    return {
        "T": String(name),
        "FT": Name.Tx,
        "Rect": Array(at),
        "DA": String("/Helv 10 Tf 0 g"),
    } | more


def box(name: str, at: tuple[float, float], state: str = "Yes", **more: Any) -> Node:
    """A box to tick, 12 points wide, with that name of its state."""
    x, y = at
    return {
        "T": String(name),
        "FT": Name.Btn,
        "Rect": Array([x, y, x + 12, y + 12]),
        "AS": Name.Off,
        "states": (state,),
    } | more


def choice(name: str, at: tuple[float, float, float, float], *options: Any, **more: Any) -> Node:
    """A list to choose from; an option is a text or a pair (value, shown)."""
    listed = Array(
        [Array(map(String, one)) if isinstance(one, tuple) else String(one) for one in options]
    )
    return text(name, at) | {"FT": Name.Ch, "Ff": COMBO, "Opt": listed} | more


def radio(name: str, *places: tuple[str, float, float]) -> Node:
    """A field with one round box for each (state, x, y)."""
    kids = [
        {"Rect": Array([x, y, x + 12, y + 12]), "AS": Name.Off, "states": (state,)}
        for state, x, y in places
    ]
    return {"T": String(name), "FT": Name.Btn, "Ff": RADIO, "kids": kids}


def twice(name: str, *places: tuple[float, float, float, float], **more: Any) -> Node:
    """A field that stands in several places."""
    kids = [{"Rect": Array(at)} for at in places]
    return {
        "T": String(name),
        "FT": Name.Tx,
        "DA": String("/Helv 10 Tf 0 g"),
        "kids": kids,
    } | more


def blank(
    *nodes: Node,
    rotate: int = 0,
    also: Callable[[pikepdf.Pdf], None] | None = None,
    **save: Any,
) -> bytes:
    """A form of one page with these fields; `also` does something more to it."""
    pdf = pikepdf.new()
    page = pdf.add_blank_page(page_size=(612, 792))
    page.obj["/Contents"] = pdf.make_stream(b"0.5 w 40 40 532 712 re S")
    if rotate:
        page.obj["/Rotate"] = rotate
    page.obj["/Annots"] = Array()
    fields = Array([_add(pdf, page, node) for node in nodes])
    font = Dictionary(Type=Name.Font, Subtype=Name.Type1, BaseFont=Name.Helvetica)
    pdf.Root["/AcroForm"] = Dictionary(
        Fields=fields,
        DA=String("/Helv 10 Tf 0 g"),
        DR=Dictionary(Font=Dictionary(Helv=pdf.make_indirect(font))),
    )
    if also is not None:
        also(pdf)
    out = BytesIO()
    pdf.save(out, **save)
    return out.getvalue()


def _add(pdf: pikepdf.Pdf, page: Any, node: Node) -> Any:
    kids = node.pop("kids", None)
    made = pdf.make_indirect(_dictionary(pdf, node, is_place=kids is None))
    if kids is None:
        page.obj.Annots.append(made)
        return made
    made["/Kids"] = Array()
    for kid in kids:
        place = pdf.make_indirect(_dictionary(pdf, kid, is_place=True))
        place["/Parent"] = made
        made.Kids.append(place)
        page.obj.Annots.append(place)
    return made


def _dictionary(pdf: pikepdf.Pdf, node: Node, *, is_place: bool) -> Any:
    states = node.pop("states", ())
    made = Dictionary({f"/{key}": value for key, value in node.items()})
    if is_place:
        made["/Type"], made["/Subtype"] = Name.Annot, Name.Widget
        made["/F"] = int(made.get("/F", 4))
    if states:
        looks = {f"/{state}": _look(pdf, b"2 2 8 8 re f") for state in states}
        made["/AP"] = Dictionary(N=Dictionary(looks | {"/Off": _look(pdf, b"")}))
    return made


def _look(pdf: pikepdf.Pdf, drawn: bytes) -> Any:
    look = pdf.make_stream(drawn)
    look["/Type"], look["/Subtype"] = Name.XObject, Name.Form
    look["/BBox"] = Array([0, 0, 12, 12])
    return look


def of_all_kinds(**save: Any) -> bytes:
    """A form with every kind of field that there is."""
    return blank(
        text("name", (60, 700, 300, 718), TU=String("Name of child")),
        text("born", (320, 700, 420, 718), MaxLen=10, TU=String("Date of birth")),
        text("account", (60, 660, 240, 678), MaxLen=12, Ff=COMB),
        text("office_use", (320, 660, 420, 678), Ff=READ_ONLY, V=String("RD")),
        text("story", (60, 560, 420, 640), Ff=MULTILINE),
        choice("state", (60, 520, 200, 538), ("MA", "Massachusetts"), ("WY", "Wyoming")),
        choice("court", (220, 520, 420, 538), "Boston", "Worcester", Ff=COMBO | EDITABLE),
        box("interpreter", (60, 480), "Yes"),
        radio("sex", ("F", 100, 480), ("M", 140, 480)),
        twice("docket", (60, 440, 200, 458), (320, 440, 460, 458)),
        text("hidden", (60, 400, 200, 418), F=HIDDEN),
        **save,
    )


VALUES = {
    "name": "María José López-Ñu",
    "born": "03/05/2014",
    "account": "AC260412",
    "story": "Found at the bus station.\nSaid that nobody came.",
    "state": "WY",
    "court": "Springfield",
    "interpreter": "Yes",
    "sex": "F",
    "docket": "26-0412",
}
"""A value for each field of it that can be filled."""
