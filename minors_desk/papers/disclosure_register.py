"""The disclosure register: who asked for what about a child, on what authority, what was done."""

from typing import Any
from uuid import UUID

from minors_desk.domain.case import Case
from minors_desk.domain.printed import DISCLOSURES
from minors_desk.papers.boxes import Boxes, changes, with_struck
from minors_desk.papers.case_view import CaseView, log_of
from minors_desk.papers.child_boxes import CHILD
from minors_desk.papers.disclosure_tables import (
    ACCESSES,
    DECISIONS,
    DETAINERS,
    QUESTIONS,
    REPLIES,
    REQUESTS,
)
from minors_desk.papers.grids import DASH_NOTE, TableSource
from minors_desk.papers.paper import FRAME_BOXES, Paper, PaperInput
from minors_desk.papers.sheet import Form, Row, Section

NAME = DISCLOSURES
TITLE = "Disclosure register"
_BOXES = {name: CHILD[name] for name in ("child.name", "child.temporary_id", "child.age")}
_CHILD = (
    (("child.name",), (24,), 1),
    (("child.temporary_id", "child.age"), (14, 10), 1),
)
_LAW_NOTE = (
    "The law is told as the rules of this desk had it when it happened; a rule that nobody has "
    "verified is marked so in the record."
)
TABLES: tuple[tuple[str, TableSource[CaseView, Any]], ...] = (
    ("Requests for information", REQUESTS),
    ("Detainers received", DETAINERS),
    ("Answers to detainers", REPLIES),
    ("Federal officers who asked for access", ACCESSES),
    ("Contact with a federal agency", DECISIONS),
    ("Immigration status asked", QUESTIONS),
)


def compose(given: PaperInput) -> Form:
    """Compose the register of the whole case; a table of what never was is left out."""
    made = changes(given)
    boxes = with_struck(given, lambda case: _boxes(given, case), made)
    rows = tuple(
        Row(tuple(boxes[name] for name in names), weights, lines)
        for names, weights, lines in _CHILD
    )
    view = _view(given, given.case)
    filled = [
        (title, source.table(view, lambda case: _view(given, case), made))
        for title, source in TABLES
    ]
    tables = [Section(title, (table,)) for title, table in filled if table.lines]
    if tables:
        tables[-1] = Section(tables[-1].title, tables[-1].rows, note=f"{_LAW_NOTE} {DASH_NOTE}")
    return Form(
        paper=NAME,
        template_version=1,
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


def _subjects(case: Case) -> tuple[int, ...]:
    """The case has one once anything of it was told, even where all of that was withdrawn since."""
    kinds = {field.split(".")[0] for _, table in TABLES for field in table.fields().values()}
    told = any(_kind(line.entry.body) in kinds for line in case.log)
    return (0,) if told else ()


def _kind(body: object) -> str:
    config = getattr(body, "__struct_config__", None)
    return "" if config is None else str(config.tag)


def _prepared_in(case: Case, _subject: int) -> UUID | None:
    """Who met the child: the register is of the case, not of one request."""
    return None if case.encounter is None else case.encounter.entry_id


PAPER = Paper(
    name=NAME,
    number_prefix="DR",
    title=TITLE,
    templates={1: compose},
    subjects=_subjects,
    nothing_yet=(
        "Nobody asked for anything about this child",
        "Log what is asked with the key U, then print.",
    ),
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
