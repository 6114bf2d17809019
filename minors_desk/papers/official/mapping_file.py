"""The mapping of a form as a TOML file: read with one sentence for what is wrong, and written."""

import re
import tomllib
from collections.abc import Mapping
from typing import Any, cast, get_args

import tomli_w

from minors_desk.domain.gates import TO, To
from minors_desk.errors import BadInput
from minors_desk.papers.official.formats import NAME_PARTS
from minors_desk.papers.official.mapping import Fill, FormMapping, MappedField
from minors_desk.papers.official.mapping_wrongs import wrong_with
from minors_desk.papers.official.reading import FieldKind, FormField, PageSize, Widget

FORMAT = 1
LONGEST = 2_000_000
"""As much as the record takes of a mapping."""
_NAME = re.compile("[a-z0-9][a-z0-9-]{0,39}")
_KINDS: tuple[FieldKind, ...] = get_args(FieldKind)
_MARKS = ("comb", "multiline", "read_only", "required", "editable", "secret")
_FORM_KEYS: dict[str, type] = {
    "name": str,
    "title": str,
    "number": str,
    "issuer": str,
    "to": str,
    "sha256": str,
    "pages": list,
}
_FIELD_KEYS: dict[str, type] = {
    "name": str,
    "kind": str,
    "tip": str,
    "value": str,
    "places": list,
    "max_len": int,
    "size": float,
    "align": int,
    "choices": list,
    "states": list,
    "fill": dict,
    **dict.fromkeys(_MARKS, bool),
}
_FILL_KEYS: dict[str, type] = {
    "fact": str,
    "text": str,
    "date": str,
    "part": str,
    "digits": bool,
    "upper": bool,
    "when": list,
    "state": str,
    "choose": dict,
    "to_check": bool,
}
_HEAD = """# What the fields of this form are filled with. Below each [[field]] stands what the form
# itself says of it; do not change that. A [field.fill] says what goes in:
#   fact = "child.name"       one of `minors-desk form facts`, or text = "the same for every case"
#   date = "MM/DD/YYYY"       YYYY YY MM MMM DD HH (0-23) hh (1-12) mm ap (AM or PM)
#   part = "family"           given, family, second_family, family_given
#   when = ["girl"]           tick the box when the fact is one of these; state = "Yes"
#   choose = {girl = "F"}     which choice, state or text for which value of the fact
#   digits = true, upper = true
#   to_check = true           guessed: look at it, then take this line out
"""


def written(mapping: FormMapping) -> str:
    """The mapping as TOML; read again it is the same."""
    form: dict[str, Any] = {
        "name": mapping.name,
        "title": mapping.title,
        "number": mapping.number,
        "issuer": mapping.issuer,
        "sha256": mapping.sha256,
        "pages": [
            [one.width, one.height, one.turned, one.left, one.bottom] for one in mapping.pages
        ],
    }
    if mapping.to is not None:
        form["to"] = mapping.to
    fields = [_field_out(one) for one in mapping.fields]
    return _HEAD + tomli_w.dumps({"format": FORMAT, "form": form, "field": fields})


def parsed(text: str) -> FormMapping:
    """The mapping that this TOML is; BadInput names the line of the first thing that is wrong."""
    return _Parser(text).mapping()


def _field_out(one: MappedField) -> dict[str, Any]:
    field = one.field
    told: dict[str, Any] = {
        "name": field.name,
        "kind": field.kind,
        "tip": field.tip,
        "value": field.value,
        "places": [
            [place.page, *place.rect, place.turned, place.state, place.is_hidden]
            for place in field.widgets
        ],
        "max_len": field.max_len,
        "size": field.size,
        "align": field.align,
        "choices": [list(pair) for pair in field.choices],
        "states": list(field.states),
        **{mark: getattr(field, f"is_{mark}") for mark in _MARKS},
    }
    out = {key: value for key, value in told.items() if value or key in ("name", "kind")}
    if one.fill is not None:
        fill = {key: getattr(one.fill, key) for key in _FILL_KEYS}
        fill["when"], fill["choose"] = list(one.fill.when), dict(one.fill.choose)
        out["fill"] = {key: value for key, value in fill.items() if value}
    return out


class _Parser:
    """Reads one file; what it finds wrong it tells with its line."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.lines = text.split("\n")
        heads = [at for at, line in enumerate(self.lines) if line.strip() == "[[field]]"]
        self.heads = [*heads, len(self.lines)]

    def mapping(self) -> FormMapping:
        """The whole mapping."""
        told = self._toml()
        self._keys(told, {"format": int, "form": dict, "field": list}, None)
        if told.get("format") != FORMAT:
            raise self._wrong("format", None, f"its format is not {FORMAT}")
        form = told.get("form", {})
        self._keys(form, _FORM_KEYS, None)
        for key in ("name", "title", "sha256", "pages"):
            if not form.get(key):
                raise self._wrong("form", None, f"[form] has no `{key}`")
        if not _NAME.fullmatch(form["name"]):
            raise self._wrong("name", None, "a name has small letters, digits and hyphens only")
        if form.get("to", "anyone") not in TO:
            raise self._wrong("to", None, f"`to` is one of {', '.join(TO)}")
        fields = [self._field(one, at) for at, one in enumerate(told.get("field", []))]
        names = [one.field.name for one in fields]
        twice = next((at for at, name in enumerate(names) if name in names[:at]), None)
        if twice is not None:
            raise self._wrong("name", twice, "this field stands there twice")
        return FormMapping(
            name=form["name"],
            title=form["title"],
            sha256=form["sha256"],
            number=form.get("number", ""),
            issuer=form.get("issuer", ""),
            to=cast("To | None", form.get("to")),
            pages=tuple(self._page(one) for one in form["pages"]),
            fields=tuple(fields),
        )

    def _toml(self) -> dict[str, Any]:
        if len(self.text) > LONGEST:
            raise BadInput(
                "The mapping is too long", "Map the form again from its PDF.", field="map"
            )
        try:
            return tomllib.loads(self.text)
        except tomllib.TOMLDecodeError as error:
            where = re.search(r"line (\d+)", str(error))
            line = f" at line {where[1]}" if where else ""
            raise BadInput(
                f"The mapping is no TOML{line}", "Correct that line.", field="map"
            ) from None
        except RecursionError:
            raise BadInput(
                "The mapping is no TOML: it has tables within tables without an end",
                "Map the form again from its PDF.",
                field="map",
            ) from None

    def _page(self, told: Any) -> PageSize:
        if not (isinstance(told, list) and len(told) == 5 and all(map(_is_number, told))):
            raise self._wrong("pages", None, "a page is width, height, turn, left, bottom")
        return PageSize(
            width=float(told[0]),
            height=float(told[1]),
            turned=int(told[2]),
            left=float(told[3]),
            bottom=float(told[4]),
        )

    def _field(self, told: Any, at: int) -> MappedField:
        if not isinstance(told, dict):
            raise self._wrong("field", at, "a field is a table")
        self._keys(told, _FIELD_KEYS, at)
        if not told.get("name") or told.get("kind") not in _KINDS:
            raise self._wrong("kind", at, f"a field has a name and a kind: {', '.join(_KINDS)}")
        field = FormField(
            name=told["name"],
            kind=told["kind"],
            widgets=tuple(self._place(one, at) for one in told.get("places", [])),
            tip=told.get("tip", ""),
            value=told.get("value", ""),
            max_len=told.get("max_len", 0),
            size=float(told.get("size", 0.0)),
            align=told.get("align", 0),
            choices=tuple(self._pair(one, at) for one in told.get("choices", [])),
            states=self._strings(told.get("states", []), "states", at),
            **{f"is_{mark}": told.get(mark, False) for mark in _MARKS},
        )
        if field.is_comb and not 0 < field.max_len <= 10_000:
            raise self._wrong("max_len", at, "a field with cells says how many")
        fill = self._fill(told["fill"], at) if "fill" in told else None
        wrong = None if fill is None else wrong_with(field, fill)
        if wrong is not None:
            raise self._wrong(wrong[0], at, wrong[1])
        return MappedField(field=field, fill=fill)

    def _place(self, told: Any, at: int) -> Widget:
        if not (isinstance(told, list) and len(told) == 8 and all(map(_is_number, told[:6]))):
            raise self._wrong("places", at, "a place is page, four sides, turn, state, hidden")
        page, left, bottom, right, top, turned, state, is_hidden = told
        return Widget(
            page=int(page),
            rect=(float(left), float(bottom), float(right), float(top)),
            turned=int(turned),
            state=str(state),
            is_hidden=bool(is_hidden),
        )

    def _pair(self, told: Any, at: int) -> tuple[str, str]:
        value, shown = self._strings(told, "choices", at) if len(told) == 2 else ("", "")
        if not isinstance(told, list) or len(told) != 2:
            raise self._wrong("choices", at, "a choice is its value and how it is shown")
        return value, shown

    def _fill(self, told: Mapping[str, Any], at: int) -> Fill:
        self._keys(told, _FILL_KEYS, at)
        if told.get("part", "family") not in NAME_PARTS:
            raise self._wrong("part", at, f"`part` is one of {', '.join(NAME_PARTS)}")
        choose = told.get("choose", {})
        self._strings(list(choose.values()), "choose", at)
        return Fill(
            fact=told.get("fact", ""),
            text=told.get("text", ""),
            date=told.get("date", ""),
            part=told.get("part"),
            digits=told.get("digits", False),
            upper=told.get("upper", False),
            when=self._strings(told.get("when", []), "when", at),
            state=told.get("state", ""),
            choose=choose,
            to_check=told.get("to_check", False),
        )

    def _strings(self, told: Any, key: str, at: int) -> tuple[str, ...]:
        if not (isinstance(told, list) and all(isinstance(one, str) for one in told)):
            raise self._wrong(key, at, f"`{key}` holds texts")
        return tuple(told)

    def _keys(self, told: Any, known: Mapping[str, type], at: int | None) -> None:
        if not isinstance(told, dict):
            raise self._wrong("form", None, "[form] is a table")
        for key, value in told.items():
            if key not in known:
                raise self._wrong(key, at, f"there is no key `{key}`")
            wanted = known[key]
            right = _is_number(value) if wanted is float else isinstance(value, wanted)
            if not right or (wanted is int and isinstance(value, bool)):
                raise self._wrong(key, at, f"`{key}` is not {_IN_WORDS[wanted]}")

    def _wrong(self, key: str, at: int | None, why: str) -> BadInput:
        return BadInput(
            f"The mapping is wrong at line {self._line(key, at)}: {why}",
            "Correct that line, or map the form again from its PDF.",
            field="map",
        )

    def _line(self, key: str, at: int | None) -> int:
        """The line of a key, in the field of that place; of the field where it has no such key."""
        first, last = 0, len(self.lines)
        if at is not None and at + 1 < len(self.heads):
            first, last = self.heads[at], self.heads[at + 1]
        named = re.compile(rf"\s*(\[+[\w.]*)?[\"']?{re.escape(key)}[\"']?\s*[\]=]")
        found = (one for one in range(first, last) if named.match(self.lines[one]))
        return next(found, first) + 1


_IN_WORDS: dict[type, str] = {
    str: "a text",
    int: "a whole number",
    float: "a number",
    bool: "true or false",
    list: "a list",
    dict: "a table",
}


def _is_number(value: object) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool)
