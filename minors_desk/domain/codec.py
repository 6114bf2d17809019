"""Bodies to canonical JSON and back, with versions; whatever cannot be read is said, never raised.

Canonical: keys sorted, UTF-8, no floats, times UTC. The stored bytes are what is signed; they are
decoded to be shown, never encoded again to be verified (CONTRACT 1.5).
"""

import json
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from functools import lru_cache
from typing import Any, get_args
from uuid import UUID

import msgspec

from minors_desk.domain import entries
from minors_desk.domain.alter import Amended
from minors_desk.domain.bodies import Body, Instant, Part
from minors_desk.domain.entries import Unread
from minors_desk.domain.when import as_utc

Raw = dict[str, Any]
Upcaster = Callable[[Raw], Raw]
"""Takes a raw body of one version to the next, purely; it sets the new ``v`` itself."""


class NotABody(ValueError):
    """JSON that is no body of a known kind; ``field`` and ``expected`` say where and why."""

    def __init__(self, field: str, expected: str) -> None:
        super().__init__(f"{field}: {expected}")
        self.field, self.expected = field, expected


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """Kinds by name, and for each the upcasters by the version they start from.

    ``versions`` are those that this program writes and ``instants`` the fields that hold times;
    ``decoder`` reads a body of any of these kinds in one go, and ``read`` decides whatever it
    will not take.
    """

    kinds: Mapping[str, type[Body]]
    upcasters: Mapping[str, Mapping[int, Upcaster]]
    versions: Mapping[type[Body], int]
    instants: Mapping[type[Body], tuple[str, ...]]
    decoder: msgspec.json.Decoder[Body]


def vocabulary(
    kinds: Iterable[type[Body]], upcasters: Mapping[str, Mapping[int, Upcaster]] | None = None
) -> Vocabulary:
    """Gathers kinds under their names; ValueError when two share one or an upcaster is missing."""
    named: dict[str, type[Body]] = {}
    for kind in kinds:
        name = str(kind.__struct_config__.tag)
        if name in named:
            raise ValueError(f"two kinds are called {name}")
        named[name] = kind
    versions = {kind: _version(kind) for kind in named.values()}
    steps = upcasters or {}
    for name, kind in named.items():
        if set(steps.get(name, {})) != set(range(1, versions[kind])):
            raise ValueError(f"{name} needs one upcaster from each version before {versions[kind]}")
    return Vocabulary(
        kinds=named,
        upcasters=steps,
        versions=versions,
        instants={kind: _instants(kind) for kind in named.values()},
        decoder=msgspec.json.Decoder(_union(tuple(named.values()))),
    )


def _version(kind: type[Body]) -> int:
    fields = {field.name: field for field in msgspec.structs.fields(kind)}
    return int(fields["v"].default)


def _instants(kind: type[Body]) -> tuple[str, ...]:
    return tuple(
        field.name
        for field in msgspec.structs.fields(kind)
        if Instant in (field.type, *get_args(field.type))
    )


def _union(kinds: tuple[type[Body], ...]) -> Any:
    union: Any = kinds[0]
    for kind in kinds[1:]:
        union = union | kind
    return union


WORDS = vocabulary((*entries.CASE_KINDS, *entries.STATION_KINDS))
"""Everything this program can write and read. No kind has had to change yet: no upcasters."""
_CANONICAL = json.JSONEncoder(
    sort_keys=True, ensure_ascii=False, separators=(",", ":"), allow_nan=False
)


def encode(body: Body) -> bytes:
    """The canonical bytes of a body; ValueError for a float or a naive time in it."""
    return _CANONICAL.encode(plain(body)).encode("utf-8")


def plain(body: Body) -> Raw:
    """The body as the JSON object that is stored: times as UTC text, no floats."""
    return _fields(body)


def _fields(part: Body | Part) -> Raw:
    """The fields of a struct and its tag, without those added since that say nothing."""
    unsaid = _unsaid(type(part))
    said = {name: getattr(part, name) for name in part.__struct_fields__}
    raw = {
        name: _plain(value)
        for name, value in said.items()
        if name not in unsaid or value != unsaid[name]
    }
    config = part.__struct_config__
    return raw if config.tag_field is None else {str(config.tag_field): config.tag, **raw}


@lru_cache(maxsize=256)
def _unsaid(kind: type[Body | Part]) -> Mapping[str, Any]:
    """What each added field holds while it says nothing."""
    fields = msgspec.structs.fields(kind)
    return {one.name: one.default for one in fields if one.name in kind.added}


def _plain(value: Any) -> Any:
    if isinstance(value, (Body, Part)):
        return _fields(value)
    if isinstance(value, UUID):
        return str(value)
    if isinstance(value, datetime):
        return as_utc(value).isoformat(timespec="microseconds").replace("+00:00", "Z")
    if isinstance(value, float):
        raise ValueError("no floats in the log")  # noqa: TRY004 - the value is wrong, not our call
    if isinstance(value, Mapping):
        return {str(key): _plain(inner) for key, inner in value.items()}
    if isinstance(value, (list, tuple)):
        return [_plain(inner) for inner in value]
    return value


def decode(stored: bytes, words: Vocabulary = WORDS) -> Body | Unread:
    """A stored body, brought to the present version; ``Unread`` for a kind or version of later."""
    try:
        body = words.decoder.decode(stored)
        if body.v == words.versions[type(body)]:
            return _settled(body, words)
    except (msgspec.MsgspecError, NotABody, UnicodeError, RecursionError):
        return _decode_slowly(stored, words)
    return _decode_slowly(stored, words)


def _decode_slowly(stored: bytes, words: Vocabulary) -> Body | Unread:
    """By way of plain JSON: for older versions, and for saying which kind could not be read."""
    try:
        raw = json.loads(stored)
        kind, v = str(raw["kind"]), int(raw.get("v", 1))
    except (ValueError, OverflowError, LookupError, TypeError, AttributeError, RecursionError):
        return Unread("unreadable", 0)
    try:
        return read(raw, words)
    except NotABody:
        return Unread(kind, v)


def read(raw: Raw, words: Vocabulary = WORDS) -> Body:
    """A body from parsed JSON; raises NotABody naming the field and what is expected there."""
    _whole(raw)
    kind = raw.get("kind")
    if not isinstance(kind, str) or kind not in words.kinds:
        known = ", ".join(sorted(words.kinds))
        raise NotABody("kind", f"one of {known}")
    raw = _present(raw, kind, words)
    try:
        body = msgspec.convert(raw, words.kinds[kind], strict=True)
    except msgspec.ValidationError as error:
        raise NotABody(*_where(str(error))) from None
    for path, moment in _every_instant(msgspec.to_builtins(body, builtin_types=(datetime,))):
        if not 1900 < moment.year < 9000:
            raise NotABody(path, "an instant after the year 1900")
    return _settled(body, words)


def _every_instant(value: Any, path: str = "") -> Iterator[tuple[str, datetime]]:
    """Every instant in a body with where it stands: one outside our years has no wall clock."""
    if isinstance(value, datetime):
        yield path, value
    elif isinstance(value, dict):
        for name, inner in value.items():
            yield from _every_instant(inner, f"{path}.{name}".lstrip("."))
    elif isinstance(value, (list, tuple)):
        for place, inner in enumerate(value):
            yield from _every_instant(inner, f"{path}[{place}]")


def _whole(raw: Raw) -> None:
    """Only what JSON in UTF-8 can hold: an object of whole characters, not endlessly nested."""
    if not isinstance(raw, dict):
        raise NotABody("the entry", "an object with a field kind")
    try:
        json.dumps(raw, ensure_ascii=False, default=str).encode("utf-8")
    except UnicodeEncodeError:
        raise NotABody("the entry", "text of whole characters (no half surrogate)") from None
    except RecursionError:
        raise NotABody("the entry", "values that are not nested so deeply") from None


def _settled(body: Body, words: Vocabulary) -> Body:
    """The body with its instants in UTC, after what types cannot say: years that a police log
    can hold, fields that fit each other, and a replacement that is itself a readable entry and no
    correction.
    """
    body = _in_utc(body, words.instants[type(body)])
    misfit = body.misfit()
    if misfit is not None:
        raise NotABody(*misfit)
    if not isinstance(body, Amended):
        return body
    if body.replacement.get("kind") in ("amended", "withdrawn"):
        raise NotABody("replacement.kind", "a kind that is not itself a correction")
    try:
        inner = read(body.replacement, words)
    except NotABody as error:
        raise NotABody(f"replacement.{error.field}", error.expected) from None
    return msgspec.structs.replace(body, replacement=plain(inner))


def _in_utc(body: Body, instants: tuple[str, ...]) -> Body:
    abroad = {}
    for name in instants:
        moment = getattr(body, name)
        if moment is None:
            continue
        if not 1900 < moment.year < 9000:
            raise NotABody(name, "an instant after the year 1900")
        if moment.utcoffset():
            abroad[name] = as_utc(moment)
    return msgspec.structs.replace(body, **abroad) if abroad else body


def _present(raw: Raw, kind: str, words: Vocabulary) -> Raw:
    """Applies the upcasters of that kind, one version at a time."""
    v, now = raw.get("v", 1), words.versions[words.kinds[kind]]
    if not isinstance(v, int) or isinstance(v, bool) or not 1 <= v <= now:
        raise NotABody("v", f"a version from 1 to {now}")
    for step in range(v, now):
        try:
            raw = words.upcasters[kind][step](dict(raw))
        except (LookupError, TypeError, ValueError, AttributeError):
            raise NotABody("v", f"a body of version {step}, as its v says") from None
    return raw


def _where(message: str) -> tuple[str, str]:
    """msgspec's message, turned round: the field, then what is expected; values are left out."""
    expected, _, path = message.partition(" - at `")
    field = path.rstrip("`").removeprefix("$").lstrip(".") or "the entry"
    if expected.startswith("Object contains unknown field `"):
        name = expected.removeprefix("Object contains unknown field `").rstrip("`")
        return (f"{field}.{name}" if path else name, "no field of that name")
    if expected.startswith("Object missing required field `"):
        name = expected.removeprefix("Object missing required field `").rstrip("`")
        return (f"{field}.{name}" if path else name, "a value, it is required")
    if expected.startswith(("Invalid enum value", "Invalid value")):  # which holds what was given
        return field, "one of the values that `minors-desk schema` lists"
    return field, expected[:1].lower() + expected[1:]


def schema(words: Vocabulary = WORDS) -> dict[str, Any]:
    """The JSON Schema of all kinds, for ``minors-desk schema``."""
    (union,), parts = msgspec.json.schema_components(
        [_union(tuple(words.kinds.values()))], ref_template="#/$defs/{name}"
    )
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "Minors Desk: entries of the case log",
        **union,
        "$defs": parts,
    }
