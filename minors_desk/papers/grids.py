"""Tables read from a case: each line told by one entry, each cell by one field of it.

A line is known by its entry: so what an amendment changed is struck in its cell, and a line that
was withdrawn stays where it was, struck through once.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import Any, Generic, TypeVar

from minors_desk.domain.case import Case
from minors_desk.domain.gates import About
from minors_desk.papers.boxes import Absent, BoxSource, Change, struck
from minors_desk.papers.sheet import Box, Column, Detailed, Line, Struck, StruckLine, Table

V = TypeVar("V")
L = TypeVar("L")
NOTHING = "—"
"""In a cell: nothing is recorded there, and need not be."""
DASH_NOTE = (
    "In a table a dash says that nothing is recorded there. A line struck through was withdrawn, a "
    "value struck through was amended; both stay readable, with who did it, when and why."
)


@dataclass(frozen=True, slots=True)
class CellSource(Generic[V, L]):
    """One column, or one detail below the line: its label, the entry field (kind.field), how read.

    A detail has no weight; one that is `wide` has the whole width for itself. `about` is as in a
    box that stands alone.
    """

    label: str
    field: str
    read: Callable[[V, L], str | Absent]
    weight: int = 0
    is_needed: bool = False
    wide: bool = False
    strong: bool = False
    about: About | None = None

    def box(self, view: V, line: L) -> Box:
        """The cell of that line, not yet named."""
        value = self.read(view, line)
        if isinstance(value, Absent):
            return Box("", self.label, value.reason, value.state, self.strong)
        if value.strip() or self.is_needed:
            return Box("", self.label, value, strong=self.strong)
        return Box("", self.label, NOTHING)


def own_key(line: Any) -> tuple[datetime, str]:
    """When a line was, and the entry that tells it: how they stand in the table."""
    return line.at, str(line.entry_id)


@dataclass(frozen=True, slots=True)
class TableSource(Generic[V, L]):
    """One table: its lines in a case, and the cells of each by the name they have in the digest.

    `key` gives for a line when it was and what it is known by: its entry, and more where one entry
    tells several lines.
    """

    name: str
    lines: Callable[[V], Iterable[L]]
    cells: Mapping[str, CellSource[V, L]]
    key: Callable[[L], tuple[datetime, str]] = field(default=own_key)

    def table(
        self, view: V, view_of: Callable[[Case], V | None], made: Sequence[Change] = ()
    ) -> Table:
        """The table as that view fills it, with what was changed."""
        now = self._read(view)
        places = {key: at for key, (at, _) in now.items()}
        gone: dict[str, Struck] = {}
        for change in made:
            earlier = view_of(change.before)
            before = {} if earlier is None else self._read(earlier)
            for key, (at, cells) in before.items():
                if key in now and not change.is_withdrawal:
                    for name, cell in cells.items():
                        now[key][1][name] = struck(now[key][1][name], cell, change.note)
                elif key not in now and key.startswith(str(change.entry_id)):
                    places[key] = at
                    gone[key] = Struck(_said(cells), change.note)
        order = sorted(places, key=lambda key: (places[key], key))
        lines = tuple(
            self._struck(number, gone[key]) if key in gone else self._line(number, now[key][1])
            for number, key in enumerate(order, start=1)
        )
        columns = (Column("No.", 2), *(Column(one.label, one.weight) for one in self._columns()))
        return Table(self.name, columns, lines)

    def fields(self) -> dict[str, str]:
        """The entry field behind each cell, by its name with `*` for the line."""
        first = next(iter(self.cells.values())).field
        return {
            f"{self.name}.*.no": first,
            **{f"{self.name}.*.{name}": one.field for name, one in self.cells.items()},
        }

    def labels(self) -> dict[str, str]:
        """The label of each cell, by the same name."""
        return {f"{self.name}.*.{name}": one.label for name, one in self.cells.items()}

    def _columns(self) -> list[CellSource[V, L]]:
        return [one for one in self.cells.values() if one.weight]

    def _read(self, view: V) -> dict[str, tuple[datetime, dict[str, Box]]]:
        found: dict[str, tuple[datetime, dict[str, Box]]] = {}
        for line in self.lines(view):
            at, key = self.key(line)
            found[key] = at, {name: one.box(view, line) for name, one in self.cells.items()}
        return found

    def _line(self, number: int, cells: Mapping[str, Box]) -> Line:
        named = {
            name: replace(box, name=f"{self.name}.{number}.{name}") for name, box in cells.items()
        }
        row = tuple(named[name] for name, one in self.cells.items() if one.weight)
        first, details = self._number(number), self._details(named)
        return Detailed((first, *row), details) if details else (first, *row)

    def _struck(self, number: int, was: Struck) -> StruckLine:
        return StruckLine(f"{self.name}.{number}.withdrawn", self._number(number), was)

    def _number(self, number: int) -> Box:
        return Box(f"{self.name}.{number}.no", "No.", str(number))

    def _details(self, named: Mapping[str, Box]) -> tuple[tuple[Box, ...], ...]:
        """Those that say something, two abreast; the wide ones alone."""
        rows: list[tuple[Box, ...]] = []
        waiting: list[Box] = []
        for name, one in self.cells.items():
            box = named[name]
            if one.weight or (box.shown == NOTHING and box.was is None):
                continue
            if one.wide:
                rows += [tuple(waiting), (box,)] if waiting else [(box,)]
                waiting = []
                continue
            waiting.append(box)
            if len(waiting) == 2:
                rows.append(tuple(waiting))
                waiting = []
        return (*rows, tuple(waiting)) if waiting else tuple(rows)


def fields_of(
    boxes: Mapping[str, BoxSource[Any]], tables: Iterable[TableSource[Any, Any]]
) -> dict[str, str]:
    """The entry field behind each of these boxes and of the cells of these tables, by name."""
    named = {name: one.field for name, one in boxes.items()}
    return named | {name: field for one in tables for name, field in one.fields().items()}


def labels_of(
    boxes: Mapping[str, BoxSource[Any]], tables: Iterable[TableSource[Any, Any]]
) -> dict[str, str]:
    """The label of each, by the same name."""
    named = {name: one.label for name, one in boxes.items()}
    return named | {name: label for one in tables for name, label in one.labels().items()}


def abouts_of(
    boxes: Mapping[str, BoxSource[Any]], tables: Iterable[TableSource[Any, Any]]
) -> dict[str, About]:
    """Which information each of them tells, by the same name; of those that say so."""
    named = {name: one.about for name, one in boxes.items() if one.about is not None}
    cells = {
        f"{table.name}.*.{name}": one.about
        for table in tables
        for name, one in table.cells.items()
        if one.about is not None
    }
    return named | cells


def _said(cells: Mapping[str, Box]) -> str:
    """All that a line said, in one."""
    said = (one.shown for one in cells.values() if one.shown != NOTHING)
    return " · ".join(" ".join(text.split()) for text in said)
