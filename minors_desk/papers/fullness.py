"""How full a paper is before it is printed: which boxes hold something, and why others do not."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from minors_desk.papers.grids import NOTHING
from minors_desk.papers.sheet import Answer, Box, Detailed, Figure, Form, Row, SignatureBox, Table

State = Literal["filled", "missing", "answered", "none_recorded", "withheld"]
"""`answered`: unknown, refused, not asked, does not apply; each is an answer, and no gap."""
_STATES: dict[Answer, State] = {
    "given": "filled",
    "unknown": "answered",
    "refused": "answered",
    "not_asked": "answered",
    "does_not_apply": "answered",
    "none_recorded": "none_recorded",
    "not_signed": "missing",
    "withheld": "withheld",
    "missing": "missing",
    "to_be_written": "missing",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Checked:
    """One box as it would print: the section it stands in, its label, its state and, if it holds
    nothing, the reason printed with it."""

    name: str
    section: str
    label: str
    state: State
    reason: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Fullness:
    """The boxes of a form in the order of the page, and its lines to be signed.

    `open_lines` are signature lines without a signature, by the name of their box; `void` those
    whose signature no longer counts.
    """

    boxes: tuple[Checked, ...]
    signed: tuple[str, ...] = ()
    open_lines: tuple[str, ...] = ()
    void: tuple[str, ...] = ()

    def of(self, state: State) -> tuple[Checked, ...]:
        """The boxes in that state."""
        return tuple(one for one in self.boxes if one.state == state)

    @property
    def missing(self) -> tuple[Checked, ...]:
        """The boxes that should hold something and do not."""
        return self.of("missing")

    @property
    def withheld(self) -> tuple[Checked, ...]:
        """The boxes that whom the paper is addressed to may not see."""
        return self.of("withheld")

    @property
    def percent(self) -> int:
        """How many of 100 boxes that should hold something do; an answer counts as one."""
        full = len(self.of("filled")) + len(self.of("answered")) + len(self.withheld)
        whole = full + len(self.missing)
        return 100 if not whole else full * 100 // whole


def fullness(form: Form) -> Fullness:
    """Count a composed form. Cells of tables in which nothing need stand are not counted."""
    boxes: list[Checked] = []
    lines: list[SignatureBox] = []
    for title, one in _each(form):
        if isinstance(one, SignatureBox):
            lines.append(one)
        elif one.shown != NOTHING:
            boxes.append(_checked(title, one))
    return Fullness(
        boxes=tuple(boxes),
        signed=tuple(one.label for one in lines if one.state in ("signed", "by_hand")),
        open_lines=tuple(one.label for one in lines if one.state in ("not_signed", "to_be_signed")),
        void=tuple(one.label for one in lines if one.state == "void"),
    )


def _each(form: Form) -> Iterator[tuple[str, Box | SignatureBox]]:
    for section in form.sections:
        for row in section.rows:
            if isinstance(row, Row):
                cells = (one for one in row.cells if not isinstance(one, Figure))
                yield from ((section.title, one) for one in cells)
            elif isinstance(row, Table):
                yield from ((section.title, one) for one in _cells(row))


def _cells(table: Table) -> Iterator[Box]:
    """The cells of all lines but those that were withdrawn, without their numbers."""
    for line in table.lines:
        if isinstance(line, Detailed):
            yield from line.cells[1:]
            yield from (box for row in line.details for box in row)
        elif isinstance(line, tuple):
            yield from line[1:]


def _checked(section: str, box: Box) -> Checked:
    state = _STATES[box.answer]
    reason = "" if state == "filled" else box.shown
    line = next((part for part in box.name.split(".") if part.isdecimal()), "")
    label = f"{box.label}, line {line}" if line else box.label
    return Checked(name=box.name, section=section, label=label, state=state, reason=reason)
