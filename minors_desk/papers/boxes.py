"""Boxes read from a case: label, the entry field behind it, and what an amendment struck out."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Generic, TypeVar
from uuid import UUID

from minors_desk.domain.alter import Amended, Withdrawn
from minors_desk.domain.case import Case, fold
from minors_desk.domain.entries import Entry
from minors_desk.domain.folding import age
from minors_desk.domain.gates import About
from minors_desk.domain.when import in_zone
from minors_desk.papers.paper import PaperInput
from minors_desk.papers.sheet import Answer, Box, Row, Struck
from minors_desk.wording.times import clock_time, day_and_time

V_contra = TypeVar("V_contra", contravariant=True)
Boxes = Mapping[str, Box]
Abreast = tuple[tuple[str, ...], tuple[int, ...], int]
"""The boxes side by side, the weight of each, and how many lines they have."""


@dataclass(frozen=True, slots=True)
class Absent:
    """An answer that is no value: unknown, refused, not asked, does not apply; and why."""

    state: Answer
    reason: str = ""


@dataclass(frozen=True, slots=True)
class BoxSource(Generic[V_contra]):
    """One box of a paper: its label, the entry field behind it (kind.field), how it is read.

    `absent` is what an empty value prints as; `about` is the information that it tells, where a
    rule may keep that from whom the paper is addressed to.
    """

    label: str
    field: str
    read: Callable[[V_contra], str | Absent]
    absent: Answer = "missing"
    strong: bool = False
    about: About | None = None

    def box(self, name: str, view: V_contra) -> Box:
        """The box of that name as this view of the case fills it."""
        value = self.read(view)
        if isinstance(value, Absent):
            return Box(name, self.label, value.reason, value.state, self.strong)
        state: Answer = "given" if value.strip() else self.absent
        return Box(name, self.label, value, state, self.strong)


@dataclass(frozen=True, slots=True)
class Change:
    """An entry that was amended or withdrawn: the case without that, and who did it and why."""

    entry_id: UUID
    before: Case
    note: str
    is_withdrawal: bool


def changes(given: PaperInput) -> tuple[Change, ...]:
    """Every change of the log that counts, in the order in which they were made."""
    altered = [(line.altered_by, line.entry) for line in given.case.log if line.altered_by]
    return tuple(_change(given, by, entry) for by, entry in sorted(altered, key=_age_of_change))


def with_struck(
    given: PaperInput, boxes: Callable[[Case], Boxes], made: Sequence[Change] | None = None
) -> dict[str, Box]:
    """The boxes of the case, each with what it was before the amendment that changed it.

    What it was is read from the case folded without that amendment: so a figure counted from an
    amended time is struck out as well. Of several amendments the last one that changed a box shows.
    """
    shown = dict(boxes(given.case))
    for change in changes(given) if made is None else made:
        if change.is_withdrawal:
            continue
        for name, before in boxes(change.before).items():
            if name in shown:
                shown[name] = struck(shown[name], before, change.note)
    return shown


def row_of(boxes: Boxes, row: Abreast) -> Row:
    """The boxes of that row, side by side."""
    names, weights, lines = row
    return Row(tuple(boxes[name] for name in names), weights, lines)


def struck(now: Box, before: Box, note: str) -> Box:
    """The box with what it was, if that was a value and another one."""
    if before.answer != "given" or before.shown == now.shown:
        return now
    return replace(now, was=Struck(before.text, note))


def _age_of_change(change: tuple[Entry, Entry]) -> tuple[datetime, int]:
    return age(change[0])


def _change(given: PaperInput, by: Entry, entry: Entry) -> Change:
    is_withdrawal = isinstance(by.body, Withdrawn)
    reason = by.body.reason if isinstance(by.body, (Amended, Withdrawn)) else ""
    verb = "withdrawn" if is_withdrawal else "amended"
    return Change(
        entry_id=entry.id,
        before=_without_alterations(given.case, entry),
        note=f"{verb} {_when(by, entry, given.zone)} {_author(given, by)}: {reason}",
        is_withdrawal=is_withdrawal,
    )


def _without_alterations(case: Case, entry: Entry) -> Case:
    """The case as it would stand if that entry had never been amended or withdrawn."""

    def alters(one: Entry) -> bool:
        return isinstance(one.body, (Amended, Withdrawn)) and one.body.target == entry.id

    return fold(case.id, [line.entry for line in case.log if not alters(line.entry)])


def _when(by: Entry, entry: Entry, zone: str) -> str:
    """``04:10``, with the day where the entry was written on another one."""
    at = by.recorded_at
    same_day = in_zone(at, zone).date() == in_zone(entry.recorded_at, zone).date()
    return clock_time(at, zone) if same_day else day_and_time(at, zone)


def _author(given: PaperInput, entry: Entry) -> str:
    author = given.authors.get(entry.chain)
    return "an unknown author" if author is None else author.name
