"""Reads the story of a simulation: each fault is one line with its place and what is expected."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any, TypeVar
from uuid import UUID

from minors_desk.cli.bodies import bodies_in
from minors_desk.cli.options import an_instant
from minors_desk.cli.pack_files import text_of
from minors_desk.cli.reading import wrong_field
from minors_desk.domain.pack_fields import BadPack
from minors_desk.domain.rulepack import read_pack
from minors_desk.domain.rules import Pack
from minors_desk.domain.story import Told
from minors_desk.domain.when import as_utc
from minors_desk.errors import BadInput
from minors_desk.services import packs, signing_in

_FIELDS = ("jurisdiction", "zone", "at", "packs", "entries")
_OWN = ("recorded_at", "id")
"""What an entry of a story may have besides the fields of its kind."""

Own = TypeVar("Own")


@dataclass(frozen=True, slots=True, kw_only=True)
class Story:
    """A story as it was given; ``at`` in UTC."""

    jurisdiction: str
    zone: str
    at: datetime
    packs: tuple[Pack, ...]
    entries: tuple[Told, ...]


def story_in(tree: object, folder: Path) -> Story:
    """The story of that JSON, its files of packs taken from the folder; raises BadInput."""
    if not isinstance(tree, dict):
        raise wrong_field("the JSON", "a story: an object with " + ", ".join(_FIELDS))
    unknown = [one for one in tree if one not in _FIELDS]
    if unknown:
        raise wrong_field("the story", "no other fields than " + ", ".join(_FIELDS))
    jurisdiction, zone = _text(tree, "jurisdiction"), _text(tree, "zone")
    signing_in.check_place(jurisdiction, zone)
    entries = _entries(tree.get("entries"))
    at = tree.get("at")
    last = max(one.recorded_at for one in entries)
    return Story(
        jurisdiction=jurisdiction,
        zone=zone,
        at=last if at is None else _instant(at, "at"),
        packs=_packs(jurisdiction, tree.get("packs"), folder),
        entries=entries,
    )


def _text(tree: Mapping[str, Any], field: str) -> str:
    value = tree.get(field)
    if not isinstance(value, str):
        raise wrong_field(field, "a text")
    return value


def _entries(value: object) -> tuple[Told, ...]:
    if not isinstance(value, list) or not value:
        raise wrong_field("entries", "a list with at least one entry")
    bodies = bodies_in([_bare(one) for one in value], "entries")
    told = []
    for place, (raw, body) in enumerate(zip(value, bodies, strict=True)):
        own = raw if isinstance(raw, dict) else {}
        recorded = _own(own, place, "recorded_at", _instant)
        told.append(
            Told(
                body=body,
                recorded_at=as_utc(body.occurred_at) if recorded is None else recorded,
                id=_own(own, place, "id", _id),
            )
        )
    if len({one.id for one in told if one.id}) < sum(one.id is not None for one in told):
        raise wrong_field("entries", "each id once")
    return tuple(told)


def _bare(raw: object) -> object:
    """The entry as `case add` takes it."""
    if not isinstance(raw, dict):
        return raw
    return {name: value for name, value in raw.items() if name not in _OWN}


def _own(
    raw: Mapping[str, object], place: int, field: str, read: Callable[[object, str], Own]
) -> Own | None:
    value = raw.get(field)
    return None if value is None else read(value, f"entries[{place}].{field}")


def _instant(value: object, field: str) -> datetime:
    if not isinstance(value, str):
        raise wrong_field(field, "an instant with its zone, such as 2026-11-24T03:12:00-06:00")
    return as_utc(an_instant(field)(value))


def _id(value: object, field: str) -> UUID:
    expected = "an id such as 019ab3e5-7c00-7000-8000-000000000000"
    if not isinstance(value, str):
        raise wrong_field(field, expected)
    try:
        return UUID(value)
    except ValueError:
        raise wrong_field(field, expected) from None


def _packs(jurisdiction: str, value: object, folder: Path) -> tuple[Pack, ...]:
    """The shipped packs of the place, then those of the files, each in place of its namesake."""
    found = [packs.shipped_pack(name) for name in packs.shipped(jurisdiction)]
    if value is not None:
        if not isinstance(value, list) or not all(isinstance(one, str) and one for one in value):
            raise wrong_field("packs", "a list of names of files")
        found += [_pack(folder / one, f"packs[{place}]") for place, one in enumerate(value)]
    return tuple({one.id: one for one in found}.values())


def _pack(file: Path, field: str) -> Pack:
    try:
        return read_pack(text_of(file, field))
    except BadPack as fault:
        raise BadInput(
            f"{field} is no pack: {fault.rule}, {fault.field}",
            f"Expected there is {fault.expected}.",
            field=field,
        ) from None
