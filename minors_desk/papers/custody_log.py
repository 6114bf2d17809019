"""The juvenile custody log (paper 1): one custody of one child, from encounter to exit."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any
from uuid import UUID

from minors_desk.domain.case import Case
from minors_desk.domain.printed import CUSTODY_LOG
from minors_desk.errors import NotFound
from minors_desk.papers import custody_boxes, custody_tables
from minors_desk.papers.boxes import Abreast, Boxes, BoxSource, changes, row_of, with_struck
from minors_desk.papers.clock_tables import BREACHES, CLOCKS, LIMITS, PASSED
from minors_desk.papers.custody_tables import (
    CALLS,
    CARE,
    CHECKS,
    CUFFS,
    INTERPRETERS,
    MEDICINE,
    PRESENCE,
    SCREENING,
    SEARCHES,
    TOLD,
)
from minors_desk.papers.custody_view import CustodyView, custody_view
from minors_desk.papers.custody_watch import BOXES, CLASSES, WATCHES
from minors_desk.papers.grids import DASH_NOTE, TableSource, fields_of, labels_of
from minors_desk.papers.paper import FRAME_BOXES, Paper, PaperInput
from minors_desk.papers.sheet import Box, Form, Row, Section, SignatureBox, Table, for_ink

NAME = CUSTODY_LOG
TITLE = "Juvenile custody log"

_SIGN_OFF = (
    "Who signed off in the record did so with a key of their own (Ed25519); it stands while "
    "nothing is entered after it. The line is for ink on this copy."
)
_SIGN_OFF_2 = "Signed by hand after printing; a review in the record stands in the foot."
_Part = Abreast | TableSource[CustodyView, Any]
_Sections = tuple[tuple[str, tuple[_Part, ...]], ...]
TABLES: tuple[TableSource[CustodyView, Any], ...] = (
    INTERPRETERS,
    CLASSES,
    PRESENCE,
    WATCHES,
    CUFFS,
    TOLD,
    CALLS,
    CHECKS,
    CARE,
    MEDICINE,
    SCREENING,
    SEARCHES,
    CLOCKS,
    LIMITS,
    BREACHES,
    PASSED,
)


_PASSED: tuple[str, tuple[_Part, ...]] = ("Steps taken before what a rule wants first", (PASSED,))
_WATCHED: tuple[str, tuple[_Part, ...]] = ("Each watch over the child, and each relief", (WATCHES,))
_CLASS_ROW: Abreast = (("class.legal_class", "class.offence", "class.authority"), (8, 8, 8), 1)
_APART: Abreast = (("custody.apart",), (24,), 1)
# Weights of a row add up to 24, so that the columns of all rows stand under one another.
_SECTIONS: _Sections = (
    (
        "Child",
        (
            (("child.name", "child.name_source"), (17, 7), 1),
            (("child.own_script", "child.other_names"), (11, 13), 1),
            (("child.temporary_id", "child.identity"), (8, 16), 1),
            (("child.age", "child.age_told", "child.birth_date"), (5, 9, 10), 1),
            (("child.sex", "child.sex_told", "child.ethnicity"), (5, 9, 10), 1),
            (("child.language",), (24,), 1),
        ),
    ),
    ("Interpreters", (INTERPRETERS,)),
    (
        "Encounter",
        (
            (("met.at", "met.officer"), (8, 16), 1),
            (("met.place", "met.how"), (11, 13), 1),
        ),
    ),
    (
        "Legal class",
        (
            _CLASS_ROW,
            CLASSES,
        ),
    ),
    (
        "Custody",
        (
            (("custody.began", "custody.counted_from", "custody.responsible"), (7, 8, 9), 1),
            (("custody.authority",), (24,), 1),
            _APART,
            (
                ("secure.total", "secure.longest", "secure.cuffed", "secure.counted_to"),
                (8, 4, 4, 8),
                1,
            ),
        ),
    ),
    ("Where the child was, and who watched", (PRESENCE,)),
    _WATCHED,
    ("Cuffed to an object", (CUFFS,)),
    ("What the child was told", (TOLD,)),
    ("Calls offered to the child", (CALLS,)),
    (
        "Parents and supervisor",
        (
            (("parent.tries", "parent.reached"), (11, 13), 1),
            (("parent.why_not",), (24,), 1),
            (("supervisor.told",), (24,), 1),
        ),
    ),
    ("Welfare checks", (CHECKS,)),
    ("Food, water, toilet, rest, warmth", (CARE,)),
    ("Medicine", (MEDICINE,)),
    ("Medical screening", (SCREENING,)),
    ("Searches of the child", (SEARCHES,)),
    ("Deadlines", (CLOCKS,)),
    ("Why a limit was passed or prolonged", (LIMITS,)),
    ("What happened that a rule forbids", (BREACHES,)),
    _PASSED,
    (
        "Exit",
        (
            (("exit.at", "exit.how", "exit.receipt"), (7, 8, 9), 1),
            (("exit.to",), (24,), 1),
        ),
    ),
)


_INSTEAD: dict[Abreast, tuple[Abreast, ...]] = {
    _CLASS_ROW: ((_CLASS_ROW[0], (6, 9, 9), 1),),
    _APART: (),
}


@dataclass(frozen=True, slots=True)
class _Body:
    """The boxes of a template, and which of them stand where."""

    boxes: Mapping[str, BoxSource[CustodyView]]
    sections: _Sections


def _before_watches(parts: tuple[_Part, ...]) -> tuple[_Part, ...]:
    """The rows of a section as they were up to template 4."""
    found: list[_Part] = []
    for one in parts:
        if one is CLASSES:
            found.append(custody_tables.CLASSES)
        elif isinstance(one, TableSource):
            found.append(one)
        else:
            found += _INSTEAD.get(one, (one,))
    return tuple(found)


_TODAY = _Body(BOXES, _SECTIONS)
_BEFORE = _Body(
    custody_boxes.BOXES,
    tuple((title, _before_watches(parts)) for title, parts in _SECTIONS if title != _WATCHED[0]),
)


def compose(given: PaperInput) -> Form:
    """Compose the log of one custody. Raises NotFound if the case has none of that number.

    A supervisor signs off in the record, or in ink; what is left for ink says nothing against it.
    """
    return _composed(given, _TODAY, _signed_off(given), _SIGN_OFF)


def _signed_off(given: PaperInput) -> tuple[Row, ...]:
    who = given.reviewed()
    in_record = Box(
        "signature.approval", "Signed off in the record", who, "given" if who else "none_recorded"
    )
    ink = for_ink("signature.supervisor", "Supervisor signs off, by hand after printing")
    return Row((in_record,)), Row((ink,))


def _compose_4(given: PaperInput) -> Form:
    """Before each watch had a line, and a class was called as it is in that country."""
    form = _composed(given, _BEFORE, _signed_off(given), _SIGN_OFF)
    return replace(form, template_version=4)


def _compose_3(given: PaperInput) -> Form:
    """Before steps through a shut gate had a table of their own."""
    return _older(_compose_4(given), 3)


def _compose_2(given: PaperInput) -> Form:
    """Before the sign-off in the record stood beside the line for ink, which said NOT SIGNED."""
    signature = SignatureBox("signature.supervisor", "Supervisor signs off", (), (), "not_signed")
    return _older(_composed(given, _BEFORE, (Row((signature,)),), _SIGN_OFF_2), 2)


def _older(form: Form, version: int) -> Form:
    """The form without the section that came with version 4."""
    sections = tuple(one for one in form.sections if one.title != _PASSED[0])
    return replace(form, template_version=version, sections=sections)


def _composed(given: PaperInput, body: _Body, sign_off: tuple[Row, ...], note: str) -> Form:
    view = custody_view(given, given.case)
    if view is None:
        raise NotFound(
            f"This case has no custody number {given.subject}",
            "Look at the case for the custodies it has, or begin the custody first.",
        )
    made = changes(given)
    boxes = with_struck(given, lambda case: _boxes(given, case, body), made)

    def row(part: _Part) -> Row | Table:
        if isinstance(part, TableSource):
            return part.table(view, lambda case: custody_view(given, case), made)
        return row_of(boxes, part)

    sections = [Section(title, tuple(map(row, parts))) for title, parts in body.sections]
    last = Section("Sign-off", sign_off, note=f"{note} {DASH_NOTE}", together=True)
    return Form(
        paper=NAME,
        template_version=5,
        title=TITLE,
        head=given.head(),
        sections=(*sections, last),
        prepared_by=given.prepared(),
        reviewed_by=given.reviewed(),
    )


def _boxes(given: PaperInput, case: Case, body: _Body) -> Boxes:
    view = custody_view(given, case)
    return {} if view is None else {name: one.box(name, view) for name, one in body.boxes.items()}


def _subjects(case: Case) -> tuple[int, ...]:
    """The newest custody first."""
    return tuple(range(len(case.episodes), 0, -1))


def _prepared_in(case: Case, subject: int) -> UUID | None:
    """Who wrote that custody began opened its log."""
    return case.episodes[subject - 1].entry_id if 1 <= subject <= len(case.episodes) else None


def _compose_1(given: PaperInput) -> Form:
    """Before the reviewer stood at the foot."""
    return replace(_compose_2(given), template_version=1, reviewed_by="")


PAPER = Paper(
    name=NAME,
    number_prefix="CU",
    title=TITLE,
    templates={1: _compose_1, 2: _compose_2, 3: _compose_3, 4: _compose_4, 5: compose},
    subjects=_subjects,
    nothing_yet=("This child has not been in our custody", "Log that custody began first."),
    prepared_in=_prepared_in,
    boxes={**FRAME_BOXES, **fields_of(BOXES, TABLES)},
    labels=labels_of(BOXES, TABLES),
    subject_word="custody",
    goes_to=("agency", "station"),
)
