"""The statement of diligence: every try to reach whom the law wants reached, in order, and why not.

It is printed from the contact log alone, and signed by hand: who was called, when, at which number
and what was said (55 Pa. Code 3130.12b(c)), and why nobody was reached (Cal. WIC 627(b), YCJA
26(4)). Its lines are the boxes of the contact log, word for word.
"""

from dataclasses import replace
from typing import Any
from uuid import UUID

from minors_desk.domain.case import Case
from minors_desk.domain.printed import DILIGENCE
from minors_desk.papers.boxes import Boxes, changes, with_struck
from minors_desk.papers.case_view import CaseView, log_of
from minors_desk.papers.child_boxes import CHILD
from minors_desk.papers.contact_table import CONTACTS, DUTIES
from minors_desk.papers.grids import DASH_NOTE, TableSource
from minors_desk.papers.paper import FRAME_BOXES, Paper, PaperInput
from minors_desk.papers.sheet import Form, Row, Section, for_ink

NAME = DILIGENCE
TITLE = "Statement of diligence"
STATES = (
    "I state that these attempts to reach somebody for this child were made as they stand below, "
    "in this order. The statement is printed from the record: it holds every attempt that is "
    "recorded, and none that is not."
)
_SIGN = "signature.statement"
_BOXES = {name: CHILD[name] for name in ("child.name", "child.own_script", "child.age")}
_NEEDED = {**DUTIES.cells, "reason": replace(DUTIES.cells["reason"], is_needed=True)}
SOUGHT = replace(DUTIES, cells=_NEEDED)
"""As in the contact log; here a reason that nobody wrote down is missing, as it is what a
statement is for."""
TABLES: tuple[tuple[str, TableSource[CaseView, Any], str], ...] = (
    ("Who was sought, and what came of it", SOUGHT, ""),
    ("Every attempt, in order", CONTACTS, DASH_NOTE),
)


def compose(given: PaperInput) -> Form:
    """Compose the statement over all custodies of the case."""
    made = changes(given)
    boxes = with_struck(given, lambda case: _boxes(given, case), made)
    view = _view(given, given.case)
    child = Row(tuple(boxes[name] for name in _BOXES), (10, 8, 6))
    tables = [
        Section(title, (source.table(view, lambda case: _view(given, case), made),), note=note)
        for title, source, note in TABLES
    ]
    ink = for_ink(_SIGN, "Who makes this statement signs, by hand after printing")
    return Form(
        paper=NAME,
        template_version=1,
        title=TITLE,
        head=given.head(),
        sections=(
            Section("Child", (child,), note=STATES),
            *tables,
            Section("Signature", (Row((ink,)),)),
        ),
        prepared_by=given.prepared(),
        reviewed_by=given.reviewed(),
    )


def _view(given: PaperInput, case: Case) -> CaseView:
    return CaseView(case=case, given=given, lines=log_of(case))


def _boxes(given: PaperInput, case: Case) -> Boxes:
    view = _view(given, case)
    return {name: one.box(name, view) for name, one in _BOXES.items()}


def _subjects(case: Case) -> tuple[int, ...]:
    return (0,) if case.contacts or case.not_reached else ()


def _prepared_in(case: Case, _subject: int) -> UUID | None:
    """Who logged the first attempt; while there is none, who wrote why nobody was reached."""
    told = [one.entry_id for one in case.contacts] or [one.entry_id for one in case.not_reached]
    return told[0] if told else None


PAPER = Paper(
    name=NAME,
    number_prefix="SD",
    title=TITLE,
    templates={1: compose},
    subjects=_subjects,
    nothing_yet=("Nobody was tried for this child yet", "Log a call first."),
    prepared_in=_prepared_in,
    boxes={
        **FRAME_BOXES,
        **{name: one.field for name, one in _BOXES.items()},
        **{name: field for _, table, _ in TABLES for name, field in table.fields().items()},
    },
    labels={
        **{name: one.label for name, one in _BOXES.items()},
        **{name: label for _, table, _ in TABLES for name, label in table.labels().items()},
    },
)
