"""Boxes read from a case: label, the entry field behind it, and what an amendment struck out."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from typing import Generic, TypeVar

from minors_desk.domain.alter import Amended, Withdrawn
from minors_desk.domain.case import Case, fold
from minors_desk.domain.entries import Entry
from minors_desk.domain.folding import age
from minors_desk.domain.when import in_zone
from minors_desk.papers.paper import PaperInput
from minors_desk.papers.sheet import Answer, Box, Struck
from minors_desk.wording.times import clock_time, day_and_time

V = TypeVar("V")
Boxes = Mapping[str, Box]


@dataclass(frozen=True, slots=True)
class Absent:
    """An answer that is no value: unknown, refused, not asked, does not apply; and why."""

    state: Answer
    reason: str = ""


@dataclass(frozen=True, slots=True)
class BoxSource(Generic[V]):
    """One box of a paper: its label, the entry field behind it (kind.field), how it is read.

    `absent` is what an empty value prints as.
    """

    label: str
    field: str
    read: Callable[[V], str | Absent]
    absent: Answer = "missing"
    strong: bool = False

    def box(self, name: str, view: V) -> Box:
        """The box of that name as this view of the case fills it."""
        value = self.read(view)
        if isinstance(value, Absent):
            return Box(name, self.label, value.reason, value.state, self.strong)
        state: Answer = "given" if value.strip() else self.absent
        return Box(name, self.label, value, state, self.strong)


def with_struck(given: PaperInput, boxes: Callable[[Case], Boxes]) -> dict[str, Box]:
    """The boxes of the case, each with what it was before the amendment that changed it.

    What it was is read from the case folded without that amendment: so a figure counted from an
    amended time is struck out as well. Of several amendments the last one that changed a box shows.
    """
    shown = dict(boxes(given.case))
    amended = [
        (line.altered_by, line.altered_by.body, line.entry)
        for line in given.case.log
        if line.altered_by is not None and isinstance(line.altered_by.body, Amended)
    ]
    for by, body, entry in sorted(amended, key=lambda one: age(one[0])):
        note = f"amended {_when(by, entry, given.zone)} {_author(given, by)}: {body.reason}"
        for name, before in boxes(_without_alterations(given.case, entry)).items():
            now = shown.get(name)
            if now is not None and before.answer == "given" and before.shown != now.shown:
                shown[name] = replace(now, was=Struck(before.text, note))
    return shown


def _without_alterations(case: Case, entry: Entry) -> Case:
    """The case as it would stand if that entry had never been amended."""

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
