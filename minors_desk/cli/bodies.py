"""From JSON to bodies of entries: each refused with the field's name and what is expected."""

import re
from collections.abc import Sequence

from minors_desk.cli.examples import TAKEN, choices_at, name_of
from minors_desk.cli.reading import wrong_field
from minors_desk.domain import codec
from minors_desk.domain.bodies import Body
from minors_desk.domain.encounter import Encountered

_KINDS = {name_of(kind): kind for kind in TAKEN}
_PATH = re.compile(r"[A-Za-z0-9_.\[\]]{1,200}")
_WORDS = {
    "`str`": "text",
    "`int`": "a whole number",
    "`bool`": "true or false",
    "`object`": "a JSON object",
    "`array`": "a list",
    "`null`": "null",
    "`uuid`": "an id",
    "`datetime`": "an instant",
}
_EXACT = {
    "expected `datetime` with a timezone component": (
        "an instant with its zone, such as 2026-11-24T03:12:00-06:00"
    ),
    "invalid RFC3339 encoded datetime": (
        "an instant with its zone, such as 2026-11-24T03:12:00-06:00"
    ),
    "invalid UUID": "an id such as 019ab3e5-7c00-7000-8000-000000000000",
}


def openings_in(tree: object) -> tuple[tuple[Body, ...], ...]:
    """For each case what opens it: its encounter, then what else is known.

    One case is an entry or a list of them; a list of such lists is several. Raises BadInput naming
    the field.
    """
    if isinstance(tree, list) and tree and all(isinstance(one, list) for one in tree):
        return tuple(_opening(one, f"[{place}]") for place, one in enumerate(tree))
    return (_opening(tree, ""),)


def _opening(tree: object, place: str) -> tuple[Body, ...]:
    found = bodies_in(tree, place)
    if not isinstance(found[0], Encountered):
        field = f"{place}[0].kind" if isinstance(tree, list) else "kind"
        raise wrong_field(field, "encountered, since it opens the case")
    return found


def bodies_in(tree: object, place: str = "") -> tuple[Body, ...]:
    """The bodies of an object or of a list of them; raises BadInput naming the field."""
    if isinstance(tree, list):
        if not tree:
            raise wrong_field(place or "the list", "at least one entry")
        return tuple(_body(raw, f"{place}[{number}]") for number, raw in enumerate(tree))
    return (_body(tree, place),)


def _body(raw: object, place: str) -> Body:
    if not isinstance(raw, dict):
        raise wrong_field(place or "the JSON", "an entry: a JSON object with kind and occurred_at")
    _may_be_given(raw, place)
    if isinstance(raw.get("replacement"), dict):
        _may_be_given(raw["replacement"], _at(place, "replacement"))
    try:
        return codec.read(raw)
    except codec.NotABody as error:
        expected = _words(error.expected)
        choices = _choices(raw, error.field)
        if choices:
            expected = f"{expected}: {choices}" if "required" in expected else choices
        raise wrong_field(_at(place, error.field), expected) from None


def _may_be_given(raw: dict[str, object], place: str) -> None:
    """Refuses what only the desk itself writes: other kinds, and the number of a new case."""
    kind = raw.get("kind")
    if not isinstance(kind, str) or kind not in _KINDS:
        raise wrong_field(_at(place, "kind"), "one of " + ", ".join(sorted(_KINDS)))
    if raw.get("number") and kind == "encountered" and not place.endswith("replacement"):
        raise wrong_field(_at(place, "number"), "nothing: the desk numbers its cases by itself")


def _at(place: str, field: str) -> str:
    """Where the field stands; what is no name of a field is not repeated, whatever it holds."""
    if field == "the entry":
        return place or field
    if not _PATH.fullmatch(field):
        field = "(a field of no such name)"
    return f"{place}.{field}" if place else field


def _choices(raw: dict[str, object], field: str) -> str:
    """``one of ...`` for a field that is a choice and was given something else."""
    kind, path = raw, field
    if field.startswith("replacement.") and isinstance(raw.get("replacement"), dict):
        kind, path = raw["replacement"], field.removeprefix("replacement.")  # type: ignore[assignment]
    known = _KINDS.get(str(kind.get("kind")))
    values: Sequence[str] = () if known is None else choices_at(known, path)
    return "one of " + ", ".join(values) if values else ""


def _words(expected: str) -> str:
    if expected in _EXACT:
        return _EXACT[expected]
    expected = expected.removeprefix("expected ").partition(", got ")[0]
    return re.sub(r"`[a-z]+`", lambda found: _WORDS.get(found[0], found[0]), expected)
