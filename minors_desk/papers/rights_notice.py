"""The children's rights notice: what this child is to be told, for it to read or to hear.

It prints in the child's language where somebody reviewed a text in it, and says so where nobody
did. Nothing is translated by the program.
"""

from collections.abc import Mapping
from typing import Any, cast
from uuid import UUID

from minors_desk.domain.case import Case
from minors_desk.domain.interpreting import Interpreting
from minors_desk.domain.notice_points import Group
from minors_desk.domain.printed import RIGHTS_NOTICE
from minors_desk.domain.rights import CallOffer, Told
from minors_desk.papers import custody_tables
from minors_desk.papers.boxes import BoxSource, changes, row_of, with_struck
from minors_desk.papers.child_boxes import CHILD
from minors_desk.papers.grids import DASH_NOTE, CellSource, TableSource, fields_of, labels_of
from minors_desk.papers.paper import FRAME_BOXES, Paper, PaperInput
from minors_desk.papers.rights_view import (
    BOXES,
    PARTS,
    POINT_BOXES,
    POINT_LABELS,
    RightsView,
    points_table,
    rights_view,
)
from minors_desk.papers.sheet import Form, Row, Section, SignatureBox

NAME = RIGHTS_NOTICE
TITLE = "Children's rights notice"
TITLE_FR = "Avis à l'enfant sur ses droits"
_UNDECIDED = (
    "Nobody has written down yet whether this child is accused of anything: until then these lines "
    "are told as well, so that no right is left out."
)
_POINT_NOTE = (
    "Read it to the child slowly, line by line, and let it say in its own words what it heard. "
    "Good practice: no rule of this desk asks for that line."
)
_SIGN_NOTE = (
    "The child need not sign. Its signature says only that it was told this: it gives up no right "
    "and agrees to nothing with it."
)
_WHEN = ("Date and time:",)
_INK = Row(
    (
        SignatureBox("signature.child", "The child, if it wants to", (), _WHEN, "to_be_signed"),
        SignatureBox(
            "signature.officer",
            "Who told the child",
            (),
            ("Name and badge:", "Date and time:"),
            "to_be_signed",
        ),
    )
)
_ROWS = (
    (("child.name", "child.own_script", "child.age"), (10, 8, 6), 1),
    (("child.language",), (24,), 1),
    (("notice.language", "notice.reads"), (14, 10), 1),
    (("notice.words",), (24,), 1),
    (("notice.english",), (24,), 1),
)
_SHOWN: Mapping[str, BoxSource[RightsView]] = {
    **{name: CHILD[name] for name in ("child.name", "child.own_script", "child.age")},
    "child.language": CHILD["child.language"],
    **BOXES,
}


def _interpreters(view: RightsView) -> tuple[Interpreting, ...]:
    return view.case.interpreters


def _told(view: RightsView) -> tuple[Told, ...]:
    return view.case.told


def _calls(view: RightsView) -> tuple[CallOffer, ...]:
    return view.case.call_offers


def _cells(table: TableSource[Any, Any]) -> Mapping[str, CellSource[RightsView, Any]]:
    """The columns of the custody log, word for word; here they are of the whole case."""
    return cast("Mapping[str, CellSource[RightsView, Any]]", table.cells)


TOLD = TableSource(custody_tables.TOLD.name, _told, _cells(custody_tables.TOLD))
INTERPRETERS = TableSource(
    custody_tables.INTERPRETERS.name, _interpreters, _cells(custody_tables.INTERPRETERS)
)
CALLS = TableSource(custody_tables.CALLS.name, _calls, _cells(custody_tables.CALLS))
_TABLES: tuple[tuple[str, TableSource[RightsView, Any]], ...] = (
    ("Told by whom and when, and what the child answered", TOLD),
    ("Interpreters", INTERPRETERS),
    ("Calls offered to the child", CALLS),
)


def compose(given: PaperInput) -> Form:
    """Compose the notice from the whole case."""
    view, made = rights_view(given, given.case), changes(given)

    def boxes(case: Case) -> dict[str, Any]:
        seen = rights_view(given, case)
        return {name: one.box(name, seen) for name, one in _SHOWN.items()}

    shown = with_struck(given, boxes, made)
    tables = [
        Section(title, (table.table(view, lambda case: rights_view(given, case), made),))
        for title, table in _TABLES
    ]
    return Form(
        paper=NAME,
        template_version=1,
        title=TITLE,
        head=given.head(),
        sections=(
            Section("Child", tuple(row_of(shown, row) for row in _ROWS)),
            *_points(view),
            *tables,
            Section("Signatures", (_INK,), note=f"{_SIGN_NOTE} {DASH_NOTE}", together=True),
        ),
        prepared_by=given.prepared(),
        reviewed_by=given.reviewed(),
        title_fr=TITLE_FR,
    )


def _points(view: RightsView) -> list[Section]:
    """The heads under which this child is told something, the note under the last."""
    groups: list[Group] = [
        group for group in PARTS if any(point.group == group for point in view.points)
    ]
    undecided = f"{_UNDECIDED} " if view.case.class_given is None else ""
    notes = {groups[-1]: (undecided if groups[-1] == "asked" else "") + _POINT_NOTE}
    return [
        Section(PARTS[group], (points_table(view, group),), note=notes.get(group, ""))
        for group in groups
    ]


def _subjects(_case: Case) -> tuple[int, ...]:
    return (0,)


def _prepared_in(case: Case, _subject: int) -> UUID | None:
    """Who met the child: the notice is of the case, whoever prints it."""
    return None if case.encounter is None else case.encounter.entry_id


_OF_TABLES = tuple(table for _title, table in _TABLES)
PAPER = Paper(
    name=NAME,
    number_prefix="RN",
    title=TITLE,
    templates={1: compose},
    subjects=_subjects,
    nothing_yet=("Nobody was told of a child here yet", "Log the encounter first."),
    prepared_in=_prepared_in,
    boxes={**FRAME_BOXES, **fields_of(_SHOWN, _OF_TABLES), **POINT_BOXES},
    labels={**labels_of(_SHOWN, _OF_TABLES), **POINT_LABELS},
)
