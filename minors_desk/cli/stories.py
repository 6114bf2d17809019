"""Reads a story for the rules: each fault is one line with its place and what is expected."""

from collections.abc import Callable, Mapping, Sequence
from datetime import datetime
from pathlib import Path
from typing import Any, TypeVar
from uuid import UUID

from minors_desk.cli.bodies import bodies_in
from minors_desk.cli.expecting import looks_in
from minors_desk.cli.options import an_instant
from minors_desk.cli.pack_files import text_of
from minors_desk.cli.reading import read_json, wrong_field
from minors_desk.domain.case import Case
from minors_desk.domain.pack_fields import BadPack
from minors_desk.domain.rulepack import read_pack
from minors_desk.domain.rules import Pack
from minors_desk.domain.story import (
    CASE,
    NOT_BOUND,
    Child,
    Implausible,
    Look,
    Story,
    Told,
    case_of,
)
from minors_desk.domain.when import as_utc
from minors_desk.errors import BadInput
from minors_desk.services import packs, signing_in
from minors_desk.wording.codes import refusal

_FIELDS = (
    "title",
    "jurisdiction",
    "zone",
    "at",
    "packs",
    "children",
    "entries",
    "looks",
    "dated",
)
_OWN = ("recorded_at", "id", "child")
"""What an entry of a story may have besides the fields of its kind."""
_BOUND = frozenset({"handoff_signed", "handoff_accepted"})
"""Entries whose digest the story itself makes, where it is left out."""

Own = TypeVar("Own")


def story_in(tree: object, folder: Path) -> Story:
    """The story of that JSON, its files of packs taken from the folder; raises BadInput."""
    if not isinstance(tree, dict):
        raise wrong_field("the JSON", "a story: an object with " + ", ".join(_FIELDS))
    unknown = [one for one in tree if one not in _FIELDS]
    if unknown:
        raise wrong_field("the story", "no other fields than " + ", ".join(_FIELDS))
    jurisdiction, zone = _text(tree, "jurisdiction"), _text(tree, "zone")
    signing_in.check_place(jurisdiction, zone)
    children = _children(tree.get("children"), tree.get("entries"))
    dated = tree.get("dated", False)
    if not isinstance(dated, bool):
        raise wrong_field("dated", "true or false")
    return Story(
        title=_text(tree, "title") if "title" in tree else "",
        jurisdiction=jurisdiction,
        zone=zone,
        dated=dated,
        packs=_packs(jurisdiction, tree.get("packs"), folder),
        children=children,
        looks=_looks(tree, children),
    )


def case_in(story: Story, child: str, at: datetime) -> Case:
    """The child's case as it was known at that instant (UTC); raises BadInput as a desk refuses."""
    try:
        return case_of(story.child(child), at)
    except Implausible as error:
        where = "The story" if error.place is None else f"entries[{error.place}]"
        title, hint = refusal(error.refusal)
        raise BadInput(f"{where}: {title}", hint, field=where) from None


def stories_of(files: Sequence[Path]) -> tuple[Story, ...]:
    """The stories of those files, each of which a desk would take; raises BadInput."""
    found = []
    for file in files:
        story = story_in(read_json(str(file), None), file.parent)
        for one in story.looks:
            case_in(story, one.child, one.at)
        found.append(story)
    return tuple(found)


def _text(tree: Mapping[str, Any], field: str) -> str:
    value = tree.get(field)
    if not isinstance(value, str):
        raise wrong_field(field, "a text")
    return value


def _looks(tree: Mapping[str, Any], children: Sequence[Child]) -> tuple[Look, ...]:
    """As they are told, or one for each child at ``at``, which may be that of the last entry."""
    names = [one.name for one in children]
    at = tree.get("at")
    if tree.get("looks") is not None:
        if at is not None:
            raise wrong_field("at", "nothing: each look has its own")
        return looks_in(tree["looks"], names)
    last = max(told.recorded_at for one in children for told in one.entries)
    moment = last if at is None else as_utc(instant(at, "at"))
    return tuple(Look(at=moment, child=one) for one in names)


def _children(value: object, entries: object) -> tuple[Child, ...]:
    names = _names(value)
    if not isinstance(entries, list) or not entries:
        raise wrong_field("entries", "a list with at least one entry")
    bodies = bodies_in([_bare(one) for one in entries], "entries")
    told: dict[str, list[tuple[int, Told]]] = {one: [] for one in names}
    for place, (raw, body) in enumerate(zip(entries, bodies, strict=True)):
        recorded = _own(raw, place, "recorded_at", instant)
        one = Told(
            body=body,
            recorded_at=as_utc(body.occurred_at if recorded is None else recorded),
            id=_own(raw, place, "id", _id),
        )
        for name in _of(raw, place, names):
            told[name].append((place, one))
    for name, own in told.items():
        if not own:
            raise wrong_field("entries", f"at least one entry of {name}")
        if len({one.id for _, one in own if one.id}) < sum(one.id is not None for _, one in own):
            raise wrong_field("entries", "each id once")
    return tuple(
        Child(
            name=name,
            case_id=names[name],
            entries=tuple(one for _, one in own),
            places=tuple(place for place, _ in own),
        )
        for name, own in told.items()
    )


def _names(value: object) -> dict[str, UUID]:
    """The children by name with the ids of their cases; one without a name where none is given."""
    if value is None:
        return {"": CASE}
    if not isinstance(value, dict) or not value or "" in value:
        raise wrong_field("children", "an object: the name of each child and the id of its case")
    return {name: _id(own, f"children.{place}") for place, (name, own) in enumerate(value.items())}


def _of(raw: Mapping[str, object], place: int, names: Mapping[str, UUID]) -> tuple[str, ...]:
    """Whose entry it is: one child's, several children's, or all children's."""
    value = raw.get("child")
    if value is None:
        return tuple(names)
    given = value if isinstance(value, list) else [value]
    if not given or not all(isinstance(one, str) and one in names for one in given):
        raise wrong_field(f"entries[{place}].child", "a name of children, or a list of them")
    return tuple(given)


def _bare(raw: object) -> object:
    """The entry as `case add` takes it."""
    if not isinstance(raw, dict):
        return raw
    bare = {name: value for name, value in raw.items() if name not in _OWN}
    if raw.get("kind") in _BOUND and "digest" not in raw:
        bare["digest"] = NOT_BOUND
    return bare


def _own(
    raw: Mapping[str, object], place: int, field: str, read: Callable[[object, str], Own]
) -> Own | None:
    value = raw.get(field)
    return None if value is None else read(value, f"entries[{place}].{field}")


def instant(value: object, field: str) -> datetime:
    """An instant of the story."""
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
