"""The contact log (paper 9): whom the station tried to reach for a child, and what came of it."""

from dataclasses import replace
from typing import Any
from uuid import UUID

from minors_desk.domain.case import Case
from minors_desk.domain.printed import CONTACT_LOG
from minors_desk.papers.boxes import Boxes, changes, with_struck
from minors_desk.papers.case_view import CaseView, log_of
from minors_desk.papers.child_boxes import CHILD
from minors_desk.papers.contact_table import CONTACTS, DUTIES, REFERENCES, REPORTS
from minors_desk.papers.grids import DASH_NOTE, TableSource
from minors_desk.papers.paper import FRAME_BOXES, Paper, PaperInput
from minors_desk.papers.sheet import Form, Row, Section

NAME = CONTACT_LOG
TITLE = "Contact and notification log"
_NAMES = ("child.name", "child.own_script", "child.temporary_id", "child.age", "child.language")
_BOXES = {name: CHILD[name] for name in _NAMES}
_CHILD = (
    (("child.name", "child.own_script"), (14, 10), 1),
    (("child.temporary_id", "child.age"), (14, 10), 1),
    (("child.language",), (24,), 1),
)
TABLES: tuple[tuple[str, TableSource[CaseView, Any]], ...] = (
    ("Attempts", CONTACTS),
    ("What came of each", DUTIES),
    ("Numbers of other systems", REFERENCES),
    ("Written reports sent", REPORTS),
)


def compose(given: PaperInput) -> Form:
    """Compose the log of all contacts of the case, over all its custodies."""
    made = changes(given)
    boxes = with_struck(given, lambda case: _boxes(given, case), made)
    rows = tuple(
        Row(tuple(boxes[name] for name in names), weights, lines)
        for names, weights, lines in _CHILD
    )
    view = _view(given, given.case)
    tables = [
        Section(title, (source.table(view, lambda case: _view(given, case), made),))
        for title, source in TABLES
    ]
    tables[-1] = Section(tables[-1].title, tables[-1].rows, note=DASH_NOTE)
    return Form(
        paper=NAME,
        template_version=2,
        title=TITLE,
        head=given.head(),
        sections=(Section("Child", rows), *tables),
        prepared_by=given.prepared(),
        reviewed_by=given.reviewed(),
    )


def _view(given: PaperInput, case: Case) -> CaseView:
    return CaseView(case=case, given=given, lines=log_of(case))


def _boxes(given: PaperInput, case: Case) -> Boxes:
    view = _view(given, case)
    return {name: one.box(name, view) for name, one in _BOXES.items()}


def _prepared_in(case: Case, _subject: int) -> UUID | None:
    """Who logged the first contact opened the log; while there is none, who met the child."""
    if case.contacts:
        return case.contacts[0].entry_id
    return None if case.encounter is None else case.encounter.entry_id


def _compose_1(given: PaperInput) -> Form:
    """Before the reviewer stood at the foot."""
    return replace(compose(given), template_version=1, reviewed_by="")


PAPER = Paper(
    name=NAME,
    number_prefix="CL",
    title=TITLE,
    templates={1: _compose_1, 2: compose},
    subjects=lambda _: (0,),
    nothing_yet=("This case has no contacts", "Log a call first."),
    prepared_in=_prepared_in,
    boxes={
        **FRAME_BOXES,
        **{name: one.field for name, one in _BOXES.items()},
        **{name: field for _, table in TABLES for name, field in table.fields().items()},
    },
    labels={
        **{name: one.label for name, one in _BOXES.items()},
        **{name: label for _, table in TABLES for name, label in table.labels().items()},
    },
)
