"""Writes values into a form, with their look: our own fonts go along, so any viewer shows them.

The look of each value is drawn with the letters that our papers are set in, and put into the field
as its appearance. What pikepdf and the viewers draw by themselves knows Latin letters only: a name
in Arabic or Chinese would be in the file and on no page. Drawing over the page instead would leave
the fields empty for whoever reads the form by machine. So both are written, value and look, and
viewers are not asked to make a look of their own (`/NeedAppearances`).
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from io import BytesIO
from typing import Any

import pikepdf
from reportlab.pdfgen.canvas import Canvas

from minors_desk.errors import Refused
from minors_desk.papers import typesetting
from minors_desk.papers.official import hostile
from minors_desk.papers.official.hostile import Note
from minors_desk.papers.official.reading import (
    OFF,
    FormField,
    fields_of,
    objects_of,
    states_of,
    text_of,
    widgets_of,
)
from minors_desk.papers.official.setting import Setting, set_text

_PRINT = 1 << 2
_CHOICE_SHOWN = ("/I", "/RV")


@dataclass(frozen=True, slots=True)
class _Look:
    """What is to be drawn into one place of a field, and by how many degrees it is turned."""

    widget: Any
    setting: Setting
    turned: int


@dataclass(frozen=True, slots=True)
class Filled:
    """A filled form in memory, and what was changed in the blank to make it safe."""

    pdf: bytes
    notes: tuple[Note, ...]


def fill(data: bytes, values: Mapping[str, str], *, title: str = "") -> Filled:
    """The form with these values, by the name of the field; buttons take the name of their state.

    Without values it is the blank made safe. Raises Refused for a value that the form does not
    take: no such field, read-only, no such choice, too long; nothing is cut.
    """
    safe = hostile.opened(data)
    pdf, form = safe.pdf, safe.pdf.Root.get("/AcroForm")
    known = {one.name: one for one in fields_of(pdf)}
    looks: list[_Look] = []
    for name, value in values.items():
        field = known.get(name)
        if field is None or not field.can_be_filled:
            raise _not_taken(name, "the form has no such field to fill")
        node = objects_of(pdf, name)
        looks += _written(node, field, value)
    if isinstance(form, pikepdf.Dictionary) and form.get("/NeedAppearances"):
        looks += _own_looks(pdf, (one for one in known.values() if one.name not in values))
        del form["/NeedAppearances"]
    _put(pdf, looks)
    if title:
        pdf.docinfo["/Title"] = title
    return Filled(hostile.saved(pdf), safe.notes)


def _written(node: Any, field: FormField, value: str) -> list[_Look]:
    """Write the value into its field; what is still to be drawn of it, by place."""
    if field.kind in ("checkbox", "radio"):
        _press(node, field, value)
        return []
    shown = value
    if field.kind == "choice":
        shown = _shown_choice(field, value)
    node["/V"] = pikepdf.String(value)
    for key in _CHOICE_SHOWN:
        if key in node:
            del node[key]
    return _looks(node, field, shown)


def _looks(node: Any, field: FormField, shown: str) -> list[_Look]:
    places = {one.number: one for one in field.widgets}
    looks = []
    for widget in widgets_of(node):
        place = places.get(widget.objgen)
        if place is None or place.is_hidden:
            continue
        setting = set_text(field, place, shown)
        if setting is None:
            raise _not_taken(field.name, "the value is longer than the field")
        looks.append(_Look(widget, setting, place.turned))
    return looks


def _own_looks(pdf: pikepdf.Pdf, fields: Iterable[FormField]) -> list[_Look]:
    """What the blank holds already but leaves to the viewer to draw."""
    looks = []
    for field in fields:
        if field.kind not in ("text", "choice") or not field.value:
            continue
        node = objects_of(pdf, field.name)
        bare = [one for one in widgets_of(node) if "/AP" not in one]
        places = {one.number: one for one in field.widgets if not one.is_hidden}
        for widget in bare:
            place = places.get(widget.objgen)
            setting = None if place is None else set_text(field, place, field.value)
            if place is not None and setting is not None:
                looks.append(_Look(widget, setting, place.turned))
    return looks


def _press(node: Any, field: FormField, state: str) -> None:
    if state != OFF and state not in field.states:
        raise _not_taken(field.name, "the box has no such state")
    node["/V"] = pikepdf.Name(f"/{state}")
    for widget in widgets_of(node):
        widget["/AS"] = pikepdf.Name(f"/{state if state in states_of(widget) else OFF}")
        widget["/F"] = int(widget.get("/F", 0)) | _PRINT


def _shown_choice(field: FormField, value: str) -> str:
    for own, shown in field.choices:
        if own == value:
            return shown
    if field.is_editable:
        return value
    raise _not_taken(field.name, "the form does not offer that choice")


def _put(pdf: pikepdf.Pdf, looks: list[_Look]) -> None:
    """Draw the looks, all with one set of fonts, and give each widget its own."""
    if not looks:
        return
    out = BytesIO()
    canvas = Canvas(out, invariant=True)
    for look in looks:
        canvas.setPageSize((look.setting.width, look.setting.height))
        _draw(canvas, look.widget, look.setting)
        canvas.showPage()
    canvas.save()
    with pikepdf.open(out) as drawn:
        for look, page in zip(looks, drawn.pages, strict=True):
            shown: Any = pdf.copy_foreign(page.as_form_xobject())
            shown["/BBox"] = pikepdf.Array([0, 0, look.setting.width, look.setting.height])
            shown["/Matrix"] = pikepdf.Array(_turned(look))
            look.widget["/AP"] = pikepdf.Dictionary(N=shown)
            look.widget["/F"] = int(look.widget.get("/F", 0)) | _PRINT


def _draw(canvas: Canvas, widget: Any, setting: Setting) -> None:
    _ground(canvas, widget, setting)
    for piece in setting.pieces:
        at = piece.x, piece.y
        typesetting.draw(canvas, at, piece.text, setting.style, piece.align, piece.rtl)


def _ground(canvas: Canvas, widget: Any, setting: Setting) -> None:
    """The ground and the border that the form gives the field, which its look has to bring."""
    look = widget.get("/MK")
    if not isinstance(look, pikepdf.Dictionary):
        return
    ground, border = _colour(look.get("/BG")), _colour(look.get("/BC"))
    style = widget.get("/BS")
    width = float(style.get("/W", 1)) if isinstance(style, pikepdf.Dictionary) else 1.0
    if ground is not None:
        canvas.setFillColorRGB(*ground)
        canvas.rect(0, 0, setting.width, setting.height, stroke=0, fill=1)
    if border is not None and width > 0:
        canvas.setStrokeColorRGB(*border)
        canvas.setLineWidth(width)
        half = width / 2
        canvas.rect(half, half, setting.width - width, setting.height - width, stroke=1, fill=0)


def _colour(told: Any) -> tuple[float, float, float] | None:
    parts = [float(one) for one in told] if isinstance(told, pikepdf.Array) else []
    if len(parts) == 1:
        return parts[0], parts[0], parts[0]
    if len(parts) == 3:
        return parts[0], parts[1], parts[2]
    if len(parts) == 4:
        red, green, blue = ((1 - one) * (1 - parts[3]) for one in parts[:3])
        return red, green, blue
    return None


def _turned(look: _Look) -> list[float]:
    """The matrix that turns a look as its field is turned."""
    width, height = look.setting.width, look.setting.height
    turns: dict[int, list[float]] = {
        90: [0, 1, -1, 0, height, 0],
        180: [-1, 0, 0, -1, width, height],
        270: [0, -1, 1, 0, 0, width],
    }
    return turns.get(look.turned, [1, 0, 0, 1, 0, 0])


def written_value(pdf: pikepdf.Pdf, name: str) -> str:
    """What stands in that field of an open PDF."""
    node = objects_of(pdf, name)
    return "" if node is None else text_of(node.get("/V"))


def _not_taken(name: str, why: str) -> Refused:
    return Refused(
        f"The field {name} was not filled: {why}",
        "Correct the mapping of the form, then fill it again.",
        code="field_not_filled",
    )
