"""The mapping of a form: its fields as they were when it was mapped, and what each is filled with.

A form whose fields are others today is not the form that was mapped: it is refused with the list of
what differs, since a value in the wrong box of a legal paper is worse than none.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from minors_desk.domain.gates import To
from minors_desk.papers.official.formats import NamePart
from minors_desk.papers.official.reading import FormField, OfficialForm, PageSize


@dataclass(frozen=True, slots=True, kw_only=True)
class Fill:
    """What one field is filled with: a fact in the format that the form asks for, or a fixed text.

    `date` is the order of a date or time, such as ``MM/DD/YYYY``; `part` one part of a name. A box
    of a button is on, in its `state`, `when` the fact is one of these; `choose` says for each value
    of the fact which choice of the form it is. `to_check`: guessed, and looked at by nobody yet.
    """

    fact: str = ""
    text: str = ""
    date: str = ""
    part: NamePart | None = None
    digits: bool = False
    upper: bool = False
    when: tuple[str, ...] = ()
    state: str = ""
    choose: Mapping[str, str] = field(default_factory=dict)
    to_check: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class MappedField:
    """A field of the form, and what it is filled with; None: left to whoever gets the form."""

    field: FormField
    fill: Fill | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class FormMapping:
    """The whole mapping. `name` is what the form is called here, `number` what its issuer calls it.

    `to` is whom the filled form goes to, of whom the law may say what they must not be told.
    """

    name: str
    title: str
    sha256: str
    pages: tuple[PageSize, ...]
    fields: tuple[MappedField, ...]
    number: str = ""
    issuer: str = ""
    to: To | None = None

    @property
    def mapped(self) -> tuple[tuple[FormField, Fill], ...]:
        """The fields that are filled, in the order of the pages."""
        return tuple((one.field, one.fill) for one in self.fields if one.fill is not None)

    @property
    def unchecked(self) -> tuple[str, ...]:
        """The names of the fields whose fill was guessed."""
        return tuple(one.name for one, fill in self.mapped if fill.to_check)

    def with_fill(self, name: str, fill: Fill | None) -> "FormMapping":
        """The mapping with another fill for that field."""
        fields = tuple(
            replace(one, fill=fill) if one.field.name == name else one for one in self.fields
        )
        return replace(self, fields=fields)


def blank_mapping(form: OfficialForm, name: str) -> FormMapping:
    """The mapping of a form in which nothing is mapped yet."""
    return FormMapping(
        name=name,
        title=form.title or name,
        sha256=form.sha256,
        pages=form.pages,
        fields=tuple(MappedField(field=_kept(one)) for one in form.fields),
    )


def differences(mapping: FormMapping, form: OfficialForm) -> tuple[str, ...]:
    """What of the form is not as it was when it was mapped, one sentence each; empty if nothing."""
    before = {one.field.name: one.field for one in mapping.fields}
    after = {one.name: _kept(one) for one in form.fields}
    found = [f"The field {name} is gone." for name in before if name not in after]
    found += [f"The field {name} is new." for name in after if name not in before]
    for name, old in before.items():
        if name in after:
            found += _changes(old, after[name])
    if mapping.pages != form.pages:
        found.append("The pages have another number, size or turn.")
    if not found and mapping.sha256 != form.sha256:
        found.append(
            "The fields are the same, but the file is another one: look whether its text changed, "
            f"and if it may be used, put its sha256 into the mapping: {form.sha256}."
        )
    return tuple(found)


_LABELS: dict[str, str] = {
    "kind": "kind",
    "max_len": "longest length",
    "choices": "choices",
    "states": "states of its boxes",
    "is_comb": "cells",
    "is_multiline": "number of lines",
    "is_read_only": "read-only mark",
    "is_required": "required mark",
    "is_editable": "freedom of choice",
    "is_secret": "kind of text",
    "size": "size of type",
    "align": "alignment",
    "tip": "explanation",
    "value": "value in the blank",
    "widgets": "place on the page",
}
"""What may differ of a field, by its attribute: how it is called."""


def _changes(old: FormField, new: FormField) -> list[str]:
    pairs = ((label, getattr(old, name), getattr(new, name)) for name, label in _LABELS.items())
    return [
        f"The field {old.name} has another {label}{_from_to(before, after)}."
        for label, before, after in pairs
        if before != after
    ]


def _from_to(old: object, new: object) -> str:
    """The two values, where they are short."""
    if isinstance(old, str | int | float) and isinstance(new, str | int | float):
        before, after = str(old) or "none", str(new) or "none"
        if len(before) + len(after) <= 60:
            return f": {before} was mapped, it is {after}"
    return ""


def _kept(one: FormField) -> FormField:
    """The field as a mapping keeps it: places rounded, without the numbers of its objects."""
    places = tuple(
        replace(
            place,
            rect=(
                round(place.rect[0], 2),
                round(place.rect[1], 2),
                round(place.rect[2], 2),
                round(place.rect[3], 2),
            ),
            number=(0, 0),
        )
        for place in one.widgets
    )
    return replace(one, widgets=places)
