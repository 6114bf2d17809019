"""The statement of diligence: every try to reach whom the law wants reached, in order, and why not.

It is printed from the contact log alone, and signed by hand: who was called, when, at which number
and what was said (55 Pa. Code 3130.12b(c)), and why nobody was reached (Cal. WIC 627(b), YCJA
26(4)). Its lines are the boxes of the contact log, word for word.
"""

from dataclasses import replace
from uuid import UUID

from minors_desk.domain.case import Case
from minors_desk.domain.printed import DILIGENCE
from minors_desk.papers.case_paper import CasePaper
from minors_desk.papers.contact_table import CONTACTS, DUTIES, PROVED
from minors_desk.papers.paper import Paper
from minors_desk.papers.sheet import Row, Section, for_ink

NAME = DILIGENCE
TITLE = "Statement of diligence"
STATES = (
    "I state that these attempts to reach somebody for this child were made as they stand below, "
    "in this order. The statement is printed from the record: it holds every attempt that is "
    "recorded, and none that is not."
)
_SIGN = "signature.statement"
_NEEDED = {**DUTIES.cells, "reason": replace(DUTIES.cells["reason"], is_needed=True)}
SOUGHT = replace(DUTIES, cells=_NEEDED)
"""As in the contact log; here a reason that nobody wrote down is missing, as it is what a
statement is for."""
_INK = for_ink(_SIGN, "Who makes this statement signs, by hand after printing")
_BODY = CasePaper(
    name=NAME,
    title=TITLE,
    template_version=2,
    child=((("child.name", "child.own_script", "child.age"), (10, 8, 6), 1),),
    child_note=STATES,
    tables=(
        ("Who was sought, and what came of it", SOUGHT),
        ("Every attempt, in order", PROVED),
    ),
    after=(Section("Signature", (Row((_INK,)),)),),
)
_BODY_1 = replace(
    _BODY, template_version=1, tables=(_BODY.tables[0], (_BODY.tables[1][0], CONTACTS))
)
"""Before what proves an attempt was told in words too."""


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
    templates={1: _BODY_1.compose, 2: _BODY.compose},
    subjects=_subjects,
    nothing_yet=("Nobody was tried for this child yet", "Log a call first."),
    prepared_in=_prepared_in,
    boxes=_BODY.boxes,
    labels=_BODY.labels,
)
