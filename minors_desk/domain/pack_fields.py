"""Reading single fields of a rule pack; a fault names rule and field, and what belongs there."""

from collections.abc import Collection, Mapping
from datetime import date
from typing import Any

Table = Mapping[str, Any]
"""A table of a TOML file as it was read."""


class BadPack(ValueError):
    """A pack that cannot be used; ``rule`` and ``field`` say where, ``expected`` what belongs."""

    def __init__(self, rule: str, field: str, expected: str) -> None:
        super().__init__(f"{rule}: {field}: {expected}")
        self.rule, self.field, self.expected = rule, field, expected


def known(raw: Table, rule: str, fields: Collection[str]) -> None:
    """Refuses what is misspelt: a rule that silently lacks a field would be another rule."""
    unknown = set(raw) - set(fields)
    if unknown:
        raise BadPack(rule, min(unknown), "no field of that name")


def text(raw: Table, rule: str, field: str) -> str:
    """A text that must be there and say something."""
    value = raw.get(field)
    if not isinstance(value, str) or not value:
        raise BadPack(rule, field, "a text")
    return value


def words(raw: Table, rule: str, field: str) -> str:
    """A text that may be missing or empty."""
    return text(raw, rule, field) if field in raw and raw[field] != "" else ""


def flag(raw: Table, rule: str, field: str) -> bool:
    """True or false; false where it is missing."""
    value = raw.get(field, False)
    if not isinstance(value, bool):
        raise BadPack(rule, field, "true or false")
    return value


def one_of(raw: Table, rule: str, field: str, allowed: Collection[str]) -> str:
    """One of those words."""
    value = raw.get(field)
    if not isinstance(value, str) or value not in allowed:
        raise BadPack(rule, field, "one of " + ", ".join(allowed))
    return value


def names(raw: Table, rule: str, field: str, allowed: Collection[str]) -> tuple[str, ...]:
    """A list of those words; empty where it is missing."""
    values = raw.get(field, [])
    if not isinstance(values, list) or any(
        not isinstance(one, str) or one not in allowed for one in values
    ):
        raise BadPack(rule, field, "a list out of " + ", ".join(sorted(allowed)))
    return tuple(values)


def some_names(raw: Table, rule: str, field: str, allowed: Collection[str]) -> tuple[str, ...]:
    """A list of those words with at least one in it."""
    found = names(raw, rule, field, allowed)
    if not found:
        raise BadPack(rule, field, "at least one of " + ", ".join(sorted(allowed)))
    return found


def day(raw: Table, rule: str, field: str) -> date | None:
    """A date without a time, or None where it is missing."""
    value = raw.get(field)
    if value is not None and type(value) is not date:
        raise BadPack(rule, field, "a date")
    return value
