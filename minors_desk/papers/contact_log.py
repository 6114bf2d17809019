"""The contact log (paper 9): whom the station tried to reach for a child, and what came of it."""

from dataclasses import replace
from uuid import UUID

from minors_desk.domain.case import Case
from minors_desk.domain.printed import CONTACT_LOG
from minors_desk.papers.case_paper import CasePaper
from minors_desk.papers.contact_table import CONTACTS, DUTIES, PROVED, REFERENCES, REPORTS
from minors_desk.papers.paper import Paper, PaperInput
from minors_desk.papers.sheet import Form

NAME = CONTACT_LOG
TITLE = "Contact and notification log"
_BODY = CasePaper(
    name=NAME,
    title=TITLE,
    template_version=3,
    child=(
        (("child.name", "child.own_script"), (14, 10), 1),
        (("child.temporary_id", "child.age"), (14, 10), 1),
        (("child.language",), (24,), 1),
    ),
    tables=(
        ("Attempts", PROVED),
        ("What came of each", DUTIES),
        ("Numbers of other systems", REFERENCES),
        ("Written reports sent", REPORTS),
    ),
)


def _prepared_in(case: Case, _subject: int) -> UUID | None:
    """Who logged the first contact opened the log; while there is none, who met the child."""
    if case.contacts:
        return case.contacts[0].entry_id
    return None if case.encounter is None else case.encounter.entry_id


_BODY_2 = replace(
    _BODY, template_version=2, tables=((_BODY.tables[0][0], CONTACTS), *_BODY.tables[1:])
)
"""Before what proves an attempt was told in words too."""


def _compose_1(given: PaperInput) -> Form:
    """Before the reviewer stood at the foot."""
    return replace(_BODY_2.compose(given), template_version=1, reviewed_by="")


PAPER = Paper(
    name=NAME,
    number_prefix="CL",
    title=TITLE,
    templates={1: _compose_1, 2: _BODY_2.compose, 3: _BODY.compose},
    subjects=lambda _: (0,),
    nothing_yet=("This case has no contacts", "Log a call first."),
    prepared_in=_prepared_in,
    boxes=_BODY.boxes,
    labels=_BODY.labels,
    goes_to=("agency", "station"),
)
