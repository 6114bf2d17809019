"""Takes out of a paper what whom it is addressed to may not be told, and says by which rule."""

import re
from collections.abc import Callable, Mapping
from dataclasses import replace
from functools import cache

from minors_desk.domain.case import Case
from minors_desk.domain.disclosing import AnswerOn
from minors_desk.domain.gates import About, To
from minors_desk.papers.sheet import (
    Box,
    Detailed,
    Form,
    Line,
    Row,
    Section,
    SignatureBox,
    Struck,
    StruckLine,
    Table,
)
from minors_desk.wording.disclosing import answer_words

_LINE = re.compile(r"\.\d+(?=\.)")
_LINE_WITHHELD = "a line that was withdrawn"


def generic(name: str) -> str:
    """The name of a box without the line of its table: ``contacts.2.at`` is ``contacts.*.at``."""
    return _LINE.sub(".*", name)


def withheld_by(case: Case, to: To, answer: AnswerOn | None) -> str:
    """The rule that keeps a piece of information from `to`; empty where it may be told.

    What needs a step first, such as an order of a judge, is kept back until an entry says that it
    was told and that the step was taken. Where no rule is known nothing is kept back here: that the
    paper goes out at all is a person's decision, and the check before printing names it.
    """
    if answer is None or answer.word not in ("forbidden", "needs"):
        return ""
    if answer.word == "needs" and _was_told(case, to, answer):
        return ""
    rules = "; ".join(f"{one.citation} ({one.id})" for one in answer.deciding)
    if answer.word == "forbidden":
        return rules
    return f"{answer_words(answer.word, answer.needs).lower()}: {rules}"


def withhold(form: Form, about: Mapping[str, About], reason: Callable[[About], str]) -> Form:
    """The form with each box blacked out whose information has a reason to be kept back.

    `about` goes by the names of boxes, with `*` for the line of a table. What stood in such a box
    before an amendment goes too, and so do lines of its table that were withdrawn.
    """
    known = cache(reason)
    reasons = {name: known(piece) for name, piece in about.items()}
    kept = {name: why for name, why in reasons.items() if why}
    if not kept:
        return form
    return replace(form, sections=tuple(_section(one, kept) for one in form.sections))


def _was_told(case: Case, to: To, answer: AnswerOn) -> bool:
    """Whether a request says that this piece was given to them, and that all it needs was met."""
    return any(
        one.told.who == to
        and answer.about in one.told.given
        and set(answer.needs).issubset(one.told.met)
        for one in case.disclosing.requests
    )


def _section(section: Section, kept: Mapping[str, str]) -> Section:
    rows = tuple(
        _table(row, kept) if isinstance(row, Table) else _row(row, kept) for row in section.rows
    )
    return replace(section, rows=rows)


def _row(row: Row, kept: Mapping[str, str]) -> Row:
    cells = tuple(
        one if isinstance(one, SignatureBox) else _box(one, kept, one.name) for one in row.cells
    )
    return replace(row, cells=cells)


def _table(table: Table, kept: Mapping[str, str]) -> Table:
    of_table = [why for name, why in kept.items() if name.startswith(f"{table.name}.*.")]
    if not of_table:
        return table
    return replace(table, lines=tuple(_line(one, kept, of_table[0]) for one in table.lines))


def _line(line: Line, kept: Mapping[str, str], why: str) -> Line:
    if isinstance(line, StruckLine):
        return replace(line, was=Struck(_LINE_WITHHELD, f"withheld by law: {why}"))
    if isinstance(line, Detailed):
        return Detailed(
            _cells(line.cells, kept), tuple(_cells(boxes, kept) for boxes in line.details)
        )
    return _cells(line, kept)


def _cells(cells: tuple[Box, ...], kept: Mapping[str, str]) -> tuple[Box, ...]:
    return tuple(_box(one, kept, generic(one.name)) for one in cells)


def _box(box: Box, kept: Mapping[str, str], name: str) -> Box:
    why = kept.get(name)
    return box if why is None else replace(box, text=why, state="withheld", was=None)
