"""Which papers a case has: what is missing in each as it stands, and its copies so far."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from uuid import UUID

from minors_desk.domain import roles
from minors_desk.domain.case import Case
from minors_desk.domain.disclosing import AnswerOn, Question, ruling
from minors_desk.domain.gates import To
from minors_desk.domain.printed import IssuedPaper
from minors_desk.errors import Refused
from minors_desk.papers.catalog import PAPERS, STATION_PAPERS
from minors_desk.papers.fullness import Fullness, fullness
from minors_desk.papers.paper import Paper
from minors_desk.papers.station_paper import StationPaper
from minors_desk.services import cases, official_forms, station_papers
from minors_desk.services.composing import form_as_it_stands, may_not_be_issued
from minors_desk.services.desk import Desk
from minors_desk.services.printing import usual_subject
from minors_desk.services.recording import require


@dataclass(frozen=True, slots=True, kw_only=True)
class Offered:
    """One paper that can be issued: its name and subject, its number, and how full it is.

    `about` says what of the case it is about; empty for the whole. `issued` are its copies, the
    newest last; `to` is whom it is addressed to, if the law is asked what they may be told, and
    `told` its answer on each piece of information that the paper holds. Where it is not `counted`
    yet its fullness is empty and says nothing.
    """

    name: str
    title: str
    subject: int
    about: str
    number: str
    fullness: Fullness
    issued: tuple[IssuedPaper, ...]
    to: To | None = None
    told: tuple[AnswerOn, ...] = ()
    counted: bool = True

    @property
    def missing(self) -> tuple[str, ...]:
        """The labels of the boxes that should hold something and do not, each once."""
        return tuple(dict.fromkeys(one.label for one in self.fullness.missing))


def offered(desk: Desk, case_id: UUID | None) -> tuple[Offered, ...]:
    """Every paper of the catalogue for that case, one for each subject, the likeliest first.

    Those that may not be issued there at all are left out; forms of other agencies that were
    adopted here come behind our own. With no case: the papers of the station.
    """
    require(desk, roles.PRINT_PAPERS)
    if case_id is None:
        return tuple(_of_station(desk, paper) for paper in STATION_PAPERS.values())
    case = cases.read(desk, case_id)
    return tuple(_offered(desk, case, paper, subject) for paper, subject in _all_of(desk, case))


def named(desk: Desk, case_id: UUID | None) -> tuple[Offered, ...]:
    """The same papers without looking at how full each is, which takes the time of composing it.

    `checked` tells it of one.
    """
    require(desk, roles.PRINT_PAPERS)
    if case_id is None:
        return offered(desk, None)
    case = cases.read(desk, case_id)
    return tuple(_named(case, paper, subject) for paper, subject in _all_of(desk, case))


def checked_of_station(desk: Desk, name: str) -> Offered:
    """One paper of the station before it is printed; NotFound where there is none of that name."""
    require(desk, roles.PRINT_PAPERS)
    return _of_station(desk, station_papers.named(name))


def checked(desk: Desk, case_id: UUID | None, name: str, subject: int | None = None) -> Offered:
    """One paper of that case before it is printed; without a subject the likeliest.

    Raises NotFound where there is no such paper, or nothing that it could be about, and Refused
    where it may not be issued at all.
    """
    if case_id is None:
        return checked_of_station(desk, name)
    require(desk, roles.PRINT_PAPERS)
    case = cases.read(desk, case_id)
    about = usual_subject(case, name) if subject is None else subject
    paper = PAPERS.get(name) or official_forms.paper_named(desk, name)
    why = may_not_be_issued(desk, paper, case, about)
    if why is not None:
        raise Refused(*why, code="paper_not_allowed")
    return _offered(desk, case, paper, about)


def _all_of(desk: Desk, case: Case) -> Iterator[tuple[Paper, int]]:
    for paper in (*PAPERS.values(), *official_forms.papers(desk)):
        for subject in paper.subjects(case):
            if may_not_be_issued(desk, paper, case, subject) is None:
                yield paper, subject


def _of_station(desk: Desk, paper: StationPaper) -> Offered:
    require(desk, roles.READ_CASES)
    at = desk.now()
    number = paper.number(desk.founded, at)
    return Offered(
        name=paper.name,
        title=paper.title,
        subject=0,
        about="",
        number=number,
        fullness=fullness(station_papers.form_as_it_stands(desk, paper, at)),
        issued=station_papers.copies(desk, number),
        counted=True,
    )


def _offered(desk: Desk, case: Case, paper: Paper, subject: int) -> Offered:
    form = form_as_it_stands(desk, paper, case, subject)
    return replace(
        _named(case, paper, subject),
        fullness=fullness(form),
        told=_told(desk, case, paper),
        counted=True,
    )


def _named(case: Case, paper: Paper, subject: int) -> Offered:
    return Offered(
        name=paper.name,
        title=paper.title,
        subject=subject,
        about=f"{paper.subject_word} {subject}" if paper.subject_word and subject else "",
        number=paper.number(case, subject),
        fullness=Fullness(boxes=()),
        issued=tuple(
            one for one in case.papers if (one.paper, one.subject) == (paper.name, subject)
        ),
        to=paper.to,
        counted=False,
    )


def _told(desk: Desk, case: Case, paper: Paper) -> tuple[AnswerOn, ...]:
    """What the law answers now on each piece that the paper tells whom it is addressed to."""
    about = tuple(dict.fromkeys(paper.about.values()))
    if paper.to is None or not about:
        return ()
    asked = Question(step="disclosure", about=about, to=paper.to)
    return ruling(case, desk.packs, asked, desk.now(), desk.zone).answers
