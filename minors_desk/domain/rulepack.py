"""Reading a rule pack: the law is data, one table per rule, checked line by line (DESIGN 5)."""

import re
import tomllib
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from hashlib import sha256
from typing import Any, TypeVar

from minors_desk.domain import pack_fields as fields
from minors_desk.domain.pack_fields import BadPack
from minors_desk.domain.periods import read_period
from minors_desk.domain.rule_reading import PackLists, read_outside, read_rule
from minors_desk.domain.rules import Outside, Pack, Rule

COUNTRY = re.compile("[A-Z]{2}|XX[ABC]")
"""ISO 3166, or what a passport of a stateless person or a refugee has in its place."""
THE_PACK = "the pack"
_PARTS = ("pack", "rule", "outside", "holidays", "countries", "targets")
Row = TypeVar("Row", Rule, Outside)


def content_hash(text: str) -> str:
    """SHA-256 (hex) of a pack's text: the name under which the record keeps it."""
    return sha256(text.encode("utf-8")).hexdigest()


def read_pack(text: str) -> Pack:
    """The pack in that TOML text; raises BadPack naming rule and field at the first fault."""
    pack, found = _read(text)
    if pack is None or found:
        raise found[0]
    return pack


def faults(text: str) -> tuple[BadPack, ...]:
    """What is wrong with that pack: of its head the first fault, then the first of each rule."""
    return tuple(_read(text)[1])


@dataclass(frozen=True, slots=True)
class _Head:
    id: str
    title: str
    is_law: bool
    confidential: str | None


def _read(text: str) -> tuple[Pack | None, list[BadPack]]:
    try:
        raw = _toml(text)
        head, lists = _head(raw), _lists(raw)
        targets = _targets(raw, is_law=head.is_law)
        tables = _tables(raw, "rule"), _tables(raw, "outside")
    except BadPack as fault:
        return None, [fault]
    found: list[BadPack] = []
    rules = _each(found, (_reading(one, head, lists) for one in tables[0]))
    outside = _each(found, (_outside(one, head) for one in tables[1]))
    found += _twice([*rules, *outside])
    pack = Pack(
        id=head.id,
        title=head.title,
        is_law=head.is_law,
        rules=rules,
        outside=outside,
        targets=targets,
        confidential=head.confidential,
        content_hash=content_hash(text),
    )
    return pack, found


def _reading(raw: fields.Table, head: _Head, lists: PackLists) -> Rule | BadPack:
    try:
        return read_rule(raw, head.id, lists, is_law=head.is_law)
    except BadPack as fault:
        return fault


def _outside(raw: fields.Table, head: _Head) -> Outside | BadPack:
    try:
        return read_outside(raw, head.id)
    except BadPack as fault:
        return fault


def _each(found: list[BadPack], read: Iterator[Row | BadPack]) -> tuple[Row, ...]:
    rows: list[Row] = []
    for one in read:
        if isinstance(one, BadPack):
            found.append(one)
        else:
            rows.append(one)
    return tuple(rows)


def _twice(rows: Sequence[Rule | Outside]) -> list[BadPack]:
    times = Counter(one.id for one in rows)
    return [BadPack(row, "id", "an id used once in the pack") for row in times if times[row] > 1]


def _toml(text: str) -> Mapping[str, Any]:
    try:
        raw = tomllib.loads(text)
    except (tomllib.TOMLDecodeError, RecursionError):
        raise BadPack(THE_PACK, "text", "a TOML file") from None
    fields.known(raw, THE_PACK, _PARTS)
    return raw


def _head(raw: Mapping[str, Any]) -> _Head:
    head = raw.get("pack")
    if not isinstance(head, dict):
        raise BadPack(THE_PACK, "pack", "a table [pack] with id, title and kind")
    fields.known(head, THE_PACK, {"id", "title", "kind", "confidential"})
    told = "confidential" in head
    return _Head(
        id=fields.text(head, THE_PACK, "id"),
        title=fields.text(head, THE_PACK, "title"),
        is_law=fields.one_of(head, THE_PACK, "kind", ("law", "station")) == "law",
        confidential=fields.words(head, THE_PACK, "confidential") if told else None,
    )


def _tables(raw: Mapping[str, Any], name: str) -> list[dict[str, Any]]:
    tables = raw.get(name, [])
    if not isinstance(tables, list) or not all(isinstance(one, dict) for one in tables):
        raise BadPack(THE_PACK, name, f"tables [[{name}]]")
    return tables


def _lists(raw: Mapping[str, Any]) -> PackLists:
    return PackLists(holidays=_holidays(raw), countries=_countries(raw))


def _holidays(raw: Mapping[str, Any]) -> dict[str, frozenset[date]]:
    """Lists of dates by name, e.g. ``US-IL``: kept with the rules, so that a case of years ago is
    still counted by the calendar that was adopted then.
    """
    lists = raw.get("holidays", {})
    if not isinstance(lists, dict):
        raise BadPack(THE_PACK, "holidays", "a table of lists of dates")
    for name, days in lists.items():
        if not isinstance(days, list) or any(type(day) is not date for day in days):
            raise BadPack(THE_PACK, f"holidays.{name}", "a list of dates")
    return {name: frozenset(days) for name, days in lists.items()}


def _countries(raw: Mapping[str, Any]) -> dict[str, frozenset[str]]:
    """Lists of countries by name: which are of a treaty is law, and so belongs to the pack."""
    lists = raw.get("countries", {})
    if not isinstance(lists, dict):
        raise BadPack(THE_PACK, "countries", "a table of lists of countries")
    for name, codes in lists.items():
        if not isinstance(codes, list) or not all(
            isinstance(one, str) and COUNTRY.fullmatch(one) for one in codes
        ):
            raise BadPack(THE_PACK, f"countries.{name}", "a list of codes such as MX")
    return {name: frozenset(codes) for name, codes in lists.items()}


def _targets(raw: Mapping[str, Any], *, is_law: bool) -> dict[str, timedelta]:
    targets = raw.get("targets", {})
    if not isinstance(targets, dict) or (targets and is_law):
        raise BadPack(THE_PACK, "targets", "a table of periods, in a pack of station rules only")
    found = {}
    for rule_id, value in targets.items():
        period = read_period(value) if isinstance(value, str) else None
        if period is None or period.days:
            raise BadPack(THE_PACK, f"targets.{rule_id}", "a period such as PT30M")
        found[rule_id] = period.exact
    return found
