"""One short JSON example of each kind of entry, made from the kinds themselves, for ``--help``."""

import inspect
import json
from collections.abc import Iterator
from typing import Any

import msgspec
from msgspec import inspect as types

from minors_desk.domain import reviewing
from minors_desk.domain.bodies import Body
from minors_desk.domain.downtime import DowntimeEntered
from minors_desk.domain.entries import CASE_KINDS
from minors_desk.domain.exporting import CaseExported
from minors_desk.domain.labels import LabelsPrinted
from minors_desk.domain.packets import PacketIssued
from minors_desk.domain.printed import PaperIssued

_OWN_COMMAND = (
    PaperIssued,
    PacketIssued,
    LabelsPrinted,
    DowntimeEntered,
    CaseExported,
    *reviewing.KINDS,
)
TAKEN: tuple[type[Body], ...] = tuple(kind for kind in CASE_KINDS if kind not in _OWN_COMMAND)
"""The kinds that ``case add`` takes: only ``paper print`` issues a paper, ``export`` exports,
a supervisor reviews."""
_WHEN = "2026-11-24T03:12:00-06:00"
_ID = "019ab3e5-7c00-7000-8000-000000000000"
_TEXTS = {
    "agency": "Child protection agency",
    "as_said": "Ana",
    "authority": "Protective custody",
    "currency": "USD",
    "language": "mam",
    "child_is_at": "Interview room 2",
    "name": "M. Ruiz",
    "number": "24-118832",
    "person": "M. Ruiz",
    "place": "Area Central",
    "purpose": "To know the child again",
    "to_place": "County hospital",
    "reason": "Typed the wrong room",
    "to": "Child protection agency",
    "watched_by": "J. Rivera, 4711",
    "what": "Name and family",
    "where": "Union Station",
}
_ALSO: dict[str, dict[str, Any]] = {
    "fact_told": {"fact": "name", "value": {"type": "person_name", "as_said": "Ana"}},
    "consular_notice": {"country": "MX"},
    "consular_offer": {"answer": "wants"},
    "copy_accounted": {"what": "passed_on", "to": "Night desk, K. Lee"},
    "handoff_counted": {"agrees": True},
    "information_asked": {"answer": "refused"},
    "trafficking_screened": {"looked": [{"indicator": "debt", "answer": "seen"}]},
}
"""What an example needs besides the fields that are required by themselves."""
_TYPE_WORDS = (
    (types.StrType, "text"),
    (types.IntType, "whole number"),
    (types.BoolType, "true | false"),
    (types.DateTimeType, "instant with a zone"),
    (types.UUIDType, "id"),
)
_UNSAID = frozenset({"v", "number"})
"""Fields that the desk fills in by itself."""


def all_kinds() -> str:
    """The examples, each with what the kind means and what else it may hold."""
    parts = [
        "Kinds of entries. Times need a zone; leave out what was not asked or is not known.",
        "  every kind may also hold",
        *(f"      {one.name}: {_words(one.type)}" for one in _optional(Body)),
        "",
    ]
    common = {one.name for one in _struct(Body).fields}
    for kind in TAKEN:
        optional = [
            f"      {one.name}: {_words(one.type)}"
            for one in _optional(kind)
            if one.name not in common
        ]
        meaning = inspect.cleandoc(kind.__doc__ or "").split("\n\n")[0].replace("\n", " ")
        head = [f"  {name_of(kind)}", f"    {meaning.replace('``', '')}"]
        choices = [f"      {path}: {' | '.join(values)}" for path, values in _choices(kind)]
        parts += [
            *head,
            "    " + json.dumps(example(kind), ensure_ascii=False),
            *(["    where", *choices] if choices else []),
            *(["    may also hold", *optional] if optional else []),
            "",
        ]
    return "\n".join(parts) + "\n"


def example(kind: type[Body]) -> dict[str, Any]:
    """A body of that kind with only what is required, as ``case add`` takes it."""
    name = name_of(kind)
    return {"kind": name, **_required(_struct(kind)), **_ALSO.get(name, {})}


def name_of(kind: type[Body]) -> str:
    """The kind's name as it stands in JSON."""
    return str(kind.__struct_config__.tag)


def choices_at(kind: type[Body], path: str) -> tuple[str, ...]:
    """The values that a field may have, by its dotted path; empty when it is no choice."""
    found: Any = _struct(kind)
    for part in path.split("."):
        bare = _bare(found)
        if isinstance(bare, types.UnionType):
            tagged = [one for one in bare.types if getattr(one, "tag_field", None) == part]
            return tuple(str(one.tag) for one in tagged if isinstance(one, types.StructType))
        fields = getattr(bare, "fields", ())
        found = next((one.type for one in fields if one.name == part), None)
        if found is None:
            return ()
    bare = _bare(found)
    return tuple(map(str, bare.values)) if isinstance(bare, types.LiteralType) else ()


def _struct(kind: type[msgspec.Struct]) -> types.StructType:
    told = types.type_info(kind)
    if not isinstance(told, types.StructType):
        raise TypeError("a kind of entry is a struct")
    return told


def _optional(kind: type[msgspec.Struct]) -> list[types.Field]:
    return [one for one in _struct(kind).fields if not one.required and one.name not in _UNSAID]


def _required(struct: types.StructType) -> dict[str, Any]:
    made = {field.name: _value(field) for field in struct.fields if field.required}
    if struct.tag is not None and struct.tag_field not in (None, "kind"):
        made = {str(struct.tag_field): struct.tag, **made}
    return made


def _value(field: types.Field) -> Any:
    return _value_of(_bare(field.type), field.name)


def _value_of(told: Any, name: str) -> Any:
    """A value of a type; what is not listed here would fail the test that reads each example."""
    if isinstance(told, types.StructType):
        return _required(told)
    if isinstance(told, types.LiteralType):
        return told.values[0]
    if isinstance(told, types.VarTupleType):
        return [_value_of(_bare(told.item_type), name)]
    if isinstance(told, types.TupleType):
        return [_value_of(_bare(one), name) for one in told.item_types]
    if isinstance(told, types.IntType):
        return told.ge or 0
    return _simple(told, name)


def _simple(told: Any, name: str) -> Any:
    if isinstance(told, types.StrType):
        return _TEXTS.get(name, "0" * 64 if told.pattern else "text")
    if isinstance(told, types.DictType):
        return example(next(kind for kind in TAKEN if name_of(kind) == "welfare_checked"))
    if isinstance(told, types.BoolType):
        return False
    return _ID if isinstance(told, types.UUIDType) else _WHEN


def _choices(kind: type[Body]) -> Iterator[tuple[str, tuple[str, ...]]]:
    for field in _struct(kind).fields:
        bare = _bare(field.type)
        if field.required and isinstance(bare, types.LiteralType) and len(bare.values) > 1:
            yield field.name, tuple(map(str, bare.values))


def _words(told: Any) -> str:
    bare = _bare(told)
    if isinstance(bare, types.LiteralType):
        return " | ".join(map(str, bare.values))
    if isinstance(bare, types.StructType):
        tag = [] if bare.tag is None else [f"{bare.tag_field}: {bare.tag}"]
        fields = (f"{one.name}: {_words(one.type)}" for one in bare.fields)
        return "{" + ", ".join([*tag, *fields]) + "}"
    if isinstance(bare, types.VarTupleType):
        return f"[{_words(bare.item_type)}, ...]"
    if isinstance(bare, types.UnionType):
        return " | ".join(_words(one) for one in bare.types if not isinstance(one, types.NoneType))
    return next((words for kind, words in _TYPE_WORDS if isinstance(bare, kind)), "list")


def _bare(told: Any) -> Any:
    """The type without its annotations and without the null that an optional field allows."""
    while isinstance(told, types.Metadata):
        told = told.type
    if isinstance(told, types.UnionType):
        rest = [one for one in told.types if not isinstance(one, types.NoneType)]
        return _bare(rest[0]) if len(rest) == 1 else told
    return told
