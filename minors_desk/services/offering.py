"""Which papers a case has: what is missing in each as it stands, and its copies so far."""

from dataclasses import dataclass
from uuid import UUID

from minors_desk.domain import roles
from minors_desk.domain.case import Case
from minors_desk.domain.printed import IssuedPaper
from minors_desk.papers.catalog import PAPERS
from minors_desk.papers.paper import Paper
from minors_desk.papers.sheet import MISSING
from minors_desk.services import cases, official_forms
from minors_desk.services.composing import as_it_stands
from minors_desk.services.desk import Desk
from minors_desk.services.printing import box_label
from minors_desk.services.recording import require


@dataclass(frozen=True, slots=True, kw_only=True)
class Offered:
    """One paper that can be issued: its name and subject, its number, and how full it is.

    `about` says what of the case it is about; empty for the whole. `missing` are the labels of the
    boxes that should hold something; `issued` its copies, the newest last.
    """

    name: str
    title: str
    subject: int
    about: str
    number: str
    missing: tuple[str, ...]
    issued: tuple[IssuedPaper, ...]


def offered(desk: Desk, case_id: UUID) -> tuple[Offered, ...]:
    """Every paper of the catalogue for that case, one for each subject, the likeliest first.

    Forms of other agencies that were adopted here come behind our own.
    """
    require(desk, roles.PRINT_PAPERS)
    case = cases.read(desk, case_id)
    return tuple(
        _offered(desk, case, paper, subject)
        for paper in (*PAPERS.values(), *official_forms.papers(desk))
        for subject in paper.subjects(case)
    )


def _offered(desk: Desk, case: Case, paper: Paper, subject: int) -> Offered:
    printed = as_it_stands(desk, paper, case, subject).printed()
    empty = dict.fromkeys(name for _, name, text in printed if text.startswith(MISSING))
    return Offered(
        name=paper.name,
        title=paper.title,
        subject=subject,
        about=f"{paper.subject_word} {subject}" if paper.subject_word else "",
        number=paper.number(case, subject),
        missing=tuple(box_label(name) or name for name in empty),
        issued=tuple(
            one for one in case.papers if (one.paper, one.subject) == (paper.name, subject)
        ),
    )
