"""A story as entries of a record for practice: at another hour and under ids of its own."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

import msgspec

from minors_desk.domain import codec
from minors_desk.domain.bodies import Body
from minors_desk.domain.encounter import Encountered, case_number, numbered
from minors_desk.domain.entries import NewEntry
from minors_desk.domain.story import Child, Story, Told, bound
from minors_desk.domain.when import as_utc, in_zone, uuid7
from minors_desk.errors import BadInput
from minors_desk.storage.signing import Chance

_DAY = timedelta(days=1)
_ID = re.compile(r"[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}")
_MOMENT = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9:.]{8,15}(?:Z|[+-][0-9]{2}:[0-9]{2})")


@dataclass(frozen=True, slots=True)
class Retold:
    """The entries in the order in which they were written down (UTC), with how many cases."""

    items: tuple[NewEntry, ...]
    times: tuple[datetime, ...]
    cases: int


def place_of(stories: Sequence[Story]) -> tuple[str, str]:
    """The one jurisdiction and zone of them all; a desk is in one place. Raises BadInput."""
    places = {(one.jurisdiction, one.zone) for one in stories}
    if len(places) > 1:
        raise BadInput(
            "The stories are of several places",
            "A record is of one station: take stories of one jurisdiction and one time zone.",
            field="--story",
        )
    return places.pop()


def brought_to(story: Story, until: datetime) -> Story:
    """The story so many whole days later or earlier that its last look lies just before then.

    One whose dates matter stays where it is; raises BadInput when that is still to come.
    """
    last = max(
        *(one.at for one in story.looks),
        *(told.recorded_at for child in story.children for told in child.entries),
    )
    if story.dated:
        if last > until:
            raise BadInput(
                "A story is of a day that is still to come",
                "Its dates matter: take a later instant.",
                field="--until",
            )
        return story
    return _renewed(story, {}, (until - last) // _DAY * _DAY)


def began(stories: Iterable[Story]) -> datetime:
    """The first instant (UTC) that one of them tells of or was written down at."""
    return min(
        min(told.recorded_at, as_utc(told.body.occurred_at))
        for story in stories
        for child in story.children
        for told in child.entries
    )


def retold(
    stories: Sequence[Story], code: str, chance: Chance, serials: Mapping[int, int]
) -> Retold:
    """The stories as new cases: each id made anew, each case with the number it will be given.

    ``serials`` are the last numbers given so far, by year; ``code`` is the station's.
    """
    children: list[Child] = []
    zone = place_of(stories)[1]
    for story in stories:
        ids: dict[str, str] = {}
        for child in story.children:
            for old in (child.case_id, *(one.id for one in child.entries if one.id)):
                ids[str(old)] = str(uuid7(child.entries[0].recorded_at, chance(10)))
        children += _renewed(story, _Anew(ids, chance), timedelta(0)).children
    numbers = _numbers(children, code, zone, serials)
    pairs: list[tuple[datetime, NewEntry]] = []
    for child, number in zip(children, numbers, strict=True):
        named = tuple(replace(one, body=_with(one.body, number)) for one in child.entries)
        for told in bound(replace(child, entries=named)).entries:
            entry_id = told.id or uuid7(told.recorded_at, chance(10))
            pairs.append(
                (
                    told.recorded_at,
                    NewEntry(id=entry_id, case_id=child.case_id, body=told.body),
                )
            )
    pairs.sort(key=lambda one: one[0])
    return Retold(
        items=tuple(item for _, item in pairs),
        times=tuple(at for at, _ in pairs),
        cases=len(children),
    )


class _Anew(dict[str, str]):
    """For each id of a story another one, made when it is first asked for."""

    def __init__(self, known: Mapping[str, str], chance: Chance) -> None:
        super().__init__(known)
        self._chance = chance

    def __missing__(self, old: str) -> str:
        self[old] = str(UUID(bytes=self._chance(16), version=4))
        return self[old]


def _renewed(story: Story, ids: Mapping[str, str], later: timedelta) -> Story:
    """The story so much later, with other ids where there are some."""
    return replace(
        story,
        children=tuple(_child(one, ids, later) for one in story.children),
        looks=tuple(replace(one, at=one.at + later, expect={}) for one in story.looks),
    )


def _child(child: Child, ids: Mapping[str, str], later: timedelta) -> Child:
    entries = tuple(
        Told(
            body=codec.read(_changed(codec.plain(one.body), ids, later)),
            recorded_at=one.recorded_at + later,
            id=None if one.id is None else UUID(_other(str(one.id), ids)),
        )
        for one in child.entries
    )
    return replace(child, case_id=UUID(_other(str(child.case_id), ids)), entries=entries)


def _changed(value: Any, ids: Mapping[str, str], later: timedelta) -> Any:
    if isinstance(value, dict):
        return {name: _changed(inner, ids, later) for name, inner in value.items()}
    if isinstance(value, list):
        return [_changed(inner, ids, later) for inner in value]
    if isinstance(value, str) and _MOMENT.fullmatch(value):
        return (msgspec.convert(value, datetime) + later).isoformat()
    if isinstance(value, str) and _ID.fullmatch(value):
        return _other(value, ids)
    return value


def _other(old: str, ids: Mapping[str, str]) -> str:
    return ids[old] if isinstance(ids, _Anew) else old


def _numbers(
    children: Sequence[Child], code: str, zone: str, serials: Mapping[int, int]
) -> list[str]:
    """The number that the journal will give to each case: it counts them by year as they come."""
    count = dict(serials)
    opened = [
        next(one.recorded_at for one in child.entries if isinstance(one.body, Encountered))
        for child in children
    ]
    numbers = [""] * len(children)
    for place in sorted(range(len(children)), key=lambda one: opened[one]):
        year = in_zone(opened[place], zone).year
        count[year] = count.get(year, 0) + 1
        numbers[place] = case_number(code, year, count[year])
    return numbers


def _with(body: Body, number: str) -> Body:
    return numbered(body, number) if isinstance(body, Encountered) else body
