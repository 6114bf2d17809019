"""Reads what a story says must be seen: the instants, and the whole list of what the rules give."""

from collections.abc import Mapping, Sequence
from typing import Any

from minors_desk.cli.options import an_instant
from minors_desk.cli.reading import wrong_field
from minors_desk.domain.gates import ABOUT, TO
from minors_desk.domain.looking import ASKED, FIELDS, MAY, Cited, Row, Value
from minors_desk.domain.story import Look
from minors_desk.domain.when import as_utc

_LOOK = ("at", "child", "why", "expect")
_INSTANTS = frozenset({"start", "due", "at", "met_at", "target_at", "opened_at", "until"})
_NUMBERS = frozenset({"earlier_missed", "presses", "tries"})
_LISTS = frozenset({"needs", "next"})
_BY_RULE = "why"
"""Rules with their citations; in their place one word, where no rule asks for a call."""
_CODES = {"about": ABOUT, "to": TO}


def looks_in(value: object, names: Sequence[str]) -> tuple[Look, ...]:
    """The looks of a story whose children have those names; raises BadInput."""
    if not isinstance(value, list) or not value:
        raise wrong_field("looks", "a list with at least one look")
    return tuple(_look(one, f"looks[{place}]", names) for place, one in enumerate(value))


def _look(raw: object, place: str, names: Sequence[str]) -> Look:
    told = _object(raw, place, _LOOK)
    child = told.get("child", names[0] if len(names) == 1 else None)
    if child not in names:
        raise wrong_field(f"{place}.child", "one of " + ", ".join(names))
    why = told.get("why", "")
    if not isinstance(why, str):
        raise wrong_field(f"{place}.why", "a text")
    return Look(
        at=as_utc(an_instant(f"{place}.at")(str(told.get("at")))),
        child=child,
        why=why,
        expect=_expect(told.get("expect", {}), f"{place}.expect"),
    )


def _expect(raw: object, place: str) -> dict[str, tuple[Row, ...]]:
    found: dict[str, tuple[Row, ...]] = {}
    for kind, rows in _object(raw, place, tuple(FIELDS)).items():
        if not isinstance(rows, list):
            raise wrong_field(f"{place}.{kind}", "a list")
        found[kind] = tuple(
            _row(one, kind, f"{place}.{kind}[{number}]") for number, one in enumerate(rows)
        )
    return found


def _row(raw: object, kind: str, place: str) -> Row:
    told = _object(raw, place, FIELDS[kind] + MAY[kind])
    for name in FIELDS[kind]:
        if name not in told:
            raise wrong_field(f"{place}.{name}", "a value, or null")
    row = {name: _value(name, one, f"{place}.{name}") for name, one in told.items()}
    if kind == ASKED:
        for name, codes in _CODES.items():
            if row[name] not in codes:
                raise wrong_field(f"{place}.{name}", "one of " + ", ".join(codes))
    return row


def _value(name: str, value: object, place: str) -> Value:
    if value is None:
        return None
    if name in _NUMBERS:
        if not isinstance(value, int):
            raise wrong_field(place, "a whole number")
        return value
    if name in _LISTS:
        if not isinstance(value, list) or not all(isinstance(one, str) for one in value):
            raise wrong_field(place, "a list of texts")
        return tuple(value)
    if name == _BY_RULE and isinstance(value, dict):
        return _by_rule(value, place)
    if not isinstance(value, str):
        raise wrong_field(place, "a text, or null")
    return as_utc(an_instant(place)(value)) if name in _INSTANTS else value


def _by_rule(value: Mapping[str, object], place: str) -> Cited:
    if not all(isinstance(citation, str) for citation in value.values()):
        raise wrong_field(place, "an object: the id of each rule and its citation")
    return tuple(sorted((rule, str(citation)) for rule, citation in value.items()))


def _object(raw: object, place: str, fields: Sequence[str]) -> Mapping[str, Any]:
    if not isinstance(raw, dict) or any(one not in fields for one in raw):
        raise wrong_field(place, "an object with " + ", ".join(fields))
    return raw
