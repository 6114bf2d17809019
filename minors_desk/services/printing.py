"""Papers: issued before they are drawn, given out, and proved against the record (CONTRACT 6)."""

from dataclasses import dataclass, replace
from datetime import datetime
from hashlib import sha256
from uuid import UUID

from minors_desk.domain import roles
from minors_desk.domain.bodies import Body
from minors_desk.domain.case import Case, fold
from minors_desk.domain.changes import Changes
from minors_desk.domain.downtime import DowntimeReserved
from minors_desk.domain.entries import Entry
from minors_desk.domain.notices import NoticeAdopted, NoticeWithdrawn
from minors_desk.domain.official_forms import PREFIX
from minors_desk.domain.packets import PACKET, PacketIssued
from minors_desk.domain.printed import (
    IssuedPaper,
    Outlet,
    PaperIssued,
    PaperPrinted,
    PrintFailed,
    next_issue,
)
from minors_desk.domain.station import PackAdopted, StationTelephoneSet
from minors_desk.errors import NotFound, Refused
from minors_desk.papers import packet_cover
from minors_desk.papers.catalog import PAPERS, STATION_PAPERS
from minors_desk.papers.drawing import LETTER, Sheet, draw
from minors_desk.papers.paper import Paper
from minors_desk.papers.seal import MOST_PAGES, matches, parse_seal_code
from minors_desk.papers.sheet import Layout, digest
from minors_desk.papers.station_paper import StationPaper
from minors_desk.services import cases, covers, official_forms, recomposed, station_papers
from minors_desk.services.composing import as_issued, as_it_stands, may_not_be_issued
from minors_desk.services.desk import Desk
from minors_desk.services.imprints import imprint_of, who
from minors_desk.services.proved import Proved, changed_boxes
from minors_desk.services.recording import record, require
from minors_desk.services.signing_in import seen

_OF_THE_STATION = (PackAdopted, StationTelephoneSet, NoticeAdopted, NoticeWithdrawn)
"""What the station sets that papers print."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Issued:
    """An issued copy: the PDF's bytes, and what names it."""

    entry_id: UUID
    case_id: UUID | None
    """None: it is a paper of the station."""
    number: str
    version: int
    copy: int
    seal_code: str
    pages: int
    pdf: bytes
    changes: Changes


def catalog() -> dict[str, str]:
    """The title of every paper by the name it is issued under."""
    titles = {name: paper.title for name, paper in PAPERS.items()}
    return titles | {name: paper.title for name, paper in STATION_PAPERS.items()}


def is_of_station(name: str) -> bool:
    """Whether that paper is of the station, and of no one case."""
    return name in STATION_PAPERS


def offered(desk: Desk) -> dict[str, str]:
    """The same with the forms of other agencies that were adopted here, behind our own."""
    return catalog() | {one.paper: one.title for one in official_forms.adopted(desk)}


def paper_number(case: Case, name: str, subject: int) -> str:
    """The number that copies of that paper carry; holds no name, so files may be called by it."""
    if name.startswith(PREFIX):
        return official_forms.number_of(case, name)
    return _own(name).number(case, subject)


def usual_subject(case: Case, name: str) -> int:
    """What of the case such a paper is most likely wanted about; NotFound when there is nothing.

    A form of another agency is filled from the whole case.
    """
    if name.startswith(PREFIX):
        return 0
    paper = _own(name)
    subjects = paper.subjects(case)
    if not subjects:
        raise NotFound(*paper.nothing_yet)
    return subjects[0]


def box_label(name: str) -> str:
    """How that box is labelled on its paper; empty for the boxes of head, foot and signatures.

    What stood in it before an amendment is told apart; of a table's cell the line is named.
    """
    box, was = name.removesuffix(".was"), name.endswith(".was")
    line = next((part for part in box.split(".") if part.isdecimal()), "")
    kind = ".".join("*" if part == line else part for part in box.split("."))
    label = next((one.labels[kind] for one in PAPERS.values() if kind in one.labels), "")
    label = label or packet_cover.LABELS.get(kind, "")
    label = label or next((p.labels[kind] for p in STATION_PAPERS.values() if kind in p.labels), "")
    words = f"{label}, line {line}" if label and line else label
    return f"{words}, amended" if words and was else words


def preview(
    desk: Desk, case_id: UUID | None, name: str, subject: int = 0, sheet: Sheet = LETTER
) -> bytes:
    """The paper as it would print, marked PREVIEW, without a code; nothing is recorded.

    A paper of the station is asked for with no case, and has no subject.
    """
    require(desk, roles.PRINT_PAPERS)
    if case_id is None:
        return draw(station_papers.as_it_stands(desk, name, desk.now()), None, sheet)
    paper, case = _paper(desk, name), cases.read(desk, case_id)
    _look_at_law(desk, paper, case, subject)
    return previewed(desk, (paper, case), as_it_stands(desk, paper, case, subject), sheet)


def previewed(desk: Desk, of: tuple[Paper, Case], layout: Layout, sheet: Sheet = LETTER) -> bytes:
    """A layout of that paper and case as a preview; a form of another agency stands before it."""
    front = official_forms.front(desk, *of)
    return official_forms.behind(front, draw(layout, None, sheet), is_preview=True)


def issue_paper(
    desk: Desk, case_id: UUID | None, name: str, subject: int = 0, sheet: Sheet = LETTER
) -> Issued:
    """Issues a copy: values, digest, entry, seal code, and only then the PDF.

    Version rises when the digest differs from the last one; else it is a further copy. On which
    sheet of paper it is drawn is no part of either. With no case it is a paper of the station. A
    form of another agency is filled, read back and compared before anything is recorded.
    """
    require(desk, roles.PRINT_PAPERS)
    if case_id is None:
        return _issue_of_station(desk, name, sheet)
    paper, case = _paper(desk, name), cases.read(desk, case_id)
    at = desk.now()
    _look_at_law(desk, paper, case, subject)
    front = official_forms.front(desk, paper, case, at)
    layout = as_it_stands(desk, paper, case, subject, at=at)
    body = issue_of(desk, case, (paper, subject), layout, at)
    changes = _note(desk, case_id, body)
    issued = cases.read(desk, case_id).papers[-1]
    return _issued(desk, issued, (layout, sheet), (case_id, changes, front))


def _issue_of_station(desk: Desk, name: str, sheet: Sheet) -> Issued:
    at = desk.now()
    layout = station_papers.as_it_stands(desk, name, at)
    paper = STATION_PAPERS[name]
    number = paper.number(desk.founded, at)
    earlier = station_papers.copies(desk, number)
    body = _next(desk, (paper, number, 0), earlier, layout, at)
    changes = _note(desk, None, body)
    issued = station_papers.copies(desk, number)[-1]
    return _issued(desk, issued, (layout, sheet), (None, changes, None))


def _issued(
    desk: Desk,
    issued: IssuedPaper,
    drawn: tuple[Layout, Sheet],
    with_it: tuple[UUID | None, Changes, official_forms.Front | None],
) -> Issued:
    """``drawn``: the layout, and on which sheet; ``with_it``: the case, what changed, and the form
    of another agency in front of the paper."""
    layout, sheet = drawn
    case_id, changes, front = with_it
    imprint = imprint_of(desk, issued, len(layout.pages), who(desk.person))
    return Issued(
        entry_id=issued.entry_id,
        case_id=case_id,
        number=issued.number,
        version=issued.version,
        copy=issued.copy,
        seal_code=imprint.seal_code,
        pages=len(layout.pages) + (0 if front is None else front.pages),
        pdf=official_forms.behind(front, draw(layout, imprint, sheet), is_preview=False),
        changes=changes,
    )


def issue_of(
    desk: Desk, case: Case, about: tuple[Paper, int], layout: Layout, at: datetime
) -> PaperIssued:
    """The entry that issues the next copy of a paper laid out as of that instant (UTC).

    ``about``: the paper and its subject. Raises Refused where it is too long.
    """
    paper, subject = about
    return _next(desk, (paper, paper.number(case, subject), subject), case.papers, layout, at)


def _next(
    desk: Desk,
    about: tuple[Paper | StationPaper, str, int],
    earlier: tuple[IssuedPaper, ...],
    layout: Layout,
    at: datetime,
) -> PaperIssued:
    """``about``: the paper, its number, its subject; ``earlier``: the copies before it."""
    paper, number, subject = about
    if len(layout.pages) > MOST_PAGES:
        raise Refused(
            f"This paper would have more than {MOST_PAGES} pages",
            "Amend the entries that are that long, then print it again.",
            code="paper_too_long",
        )
    made = digest(paper.name, paper.template_version, layout)
    version, copy = next_issue(earlier, paper.name, subject, made.hex())
    return PaperIssued(
        occurred_at=at,
        paper=paper.name,
        template=paper.template_version,
        number=number,
        version=version,
        copy=copy,
        subject=subject,
        digest=made.hex(),
        seen=seen(desk.journal),
    )


def paper_printed(
    desk: Desk, issued: Issued, outlet: Outlet, given_to: str = "", sealed_as: str = ""
) -> Changes:
    """The copy came out: by a printer, or as a file that a named person asked for.

    ``sealed_as`` is whom the certificate names that the file was signed with.
    """
    body = PaperPrinted(
        occurred_at=desk.now(),
        issued=issued.entry_id,
        outlet=outlet,
        given_to=given_to,
        sealed_as=sealed_as,
        pdf_sha256=sha256(issued.pdf).hexdigest(),
    )
    return _note(desk, issued.case_id, body)


def _note(desk: Desk, case_id: UUID | None, body: Body) -> Changes:
    changes = record(desk, roles.PRINT_PAPERS, [(case_id, body)])
    if case_id is None:
        desk.look_again()
    return changes


def print_failed(desk: Desk, issued: Issued, reason: str) -> Changes:
    """The copy was issued, but nothing came out."""
    body = PrintFailed(occurred_at=desk.now(), issued=issued.entry_id, reason=reason)
    return _note(desk, issued.case_id, body)


def verify_paper(desk: Desk, code: str) -> Proved:
    """Whether a paper with that seal code and the record agree; recomputed from the entries.

    Raises BadInput for what is no seal code.
    """
    require(desk, roles.VERIFY)
    # The answer shows what the boxes say: administrators see no case content.
    require(desk, roles.READ_CASES)
    ordinal, _chars = parse_seal_code(code)
    try:
        entry = desk.journal.entry(ordinal)
        proof = desk.journal.proof(entry.id)
    except NotFound:
        return Proved(verdict="no_such_paper")
    body = entry.body
    if isinstance(body, DowntimeReserved) and matches(code, ordinal, proof.hash):
        return recomposed.sheets(desk, entry, body)
    if not isinstance(body, (PaperIssued, PacketIssued)):
        return Proved(verdict="no_such_paper")
    if not matches(code, ordinal, proof.hash):
        return Proved(verdict="does_not_agree", reason="code_differs")
    if isinstance(body, PacketIssued):
        return _cover_recomposed(desk, entry, body)
    return _recomposed(desk, entry, body)


def _cover_recomposed(desk: Desk, entry: Entry, body: PacketIssued) -> Proved:
    """Composes the cover sheet again: it tells of copies, which no later entry changes."""
    if body.template > packet_cover.TEMPLATE:
        raise of_a_later_program()
    layout = covers.as_issued(desk, entry, body)
    author = desk.author(entry.chain)
    proved = Proved(
        verdict="agrees",
        case_id=entry.case_id,
        number=body.number,
        version=1,
        copy=1,
        issued_at=body.occurred_at,
        issued_by="" if author is None else author.name,
        boxes=layout.printed(),
    )
    if digest(PACKET, body.template, layout).hex() != body.digest:
        return replace(proved, verdict="does_not_agree", reason="boxes_differ")
    return proved


def _recomposed(desk: Desk, entry: Entry, body: PaperIssued) -> Proved:
    """Composes the page again from the entries of then, and again from those of today."""
    case_id = entry.case_id
    before = layout_of(desk, entry, body)
    author = desk.author(entry.chain)
    proved = Proved(
        verdict="agrees",
        case_id=case_id,
        number=body.number,
        version=body.version,
        copy=body.copy,
        issued_at=body.occurred_at,
        issued_by="" if author is None else author.name,
        boxes=before.printed(),
    )
    if digest(body.paper, body.template, before).hex() != body.digest:
        return replace(proved, verdict="does_not_agree", reason="boxes_differ")
    if case_id is None:
        entries = station_papers.entries_since(desk, body.seen.ordinal)
        today = station_papers.as_of_today(desk, entry, body)
    else:
        paper, entries = _paper(desk, body.paper), desk.journal.entries_of(case_id)
        today = as_it_stands(desk, paper, fold(case_id, entries), body.subject, body.template)
    changed = changed_boxes(before, today)
    if not changed:
        return proved
    set_since = [
        one
        for one in desk.journal.what_made_station(after=body.seen.ordinal)
        if isinstance(one.body, _OF_THE_STATION)
    ]
    later = sorted(one.ordinal for one in (*entries, *set_since) if one.ordinal > body.seen.ordinal)
    return replace(proved, verdict="agreed_when_issued", changed=changed, later=tuple(later))


def layout_of(desk: Desk, entry: Entry, body: PaperIssued) -> Layout:
    """A paper on its pages, from the entries that its issue had seen.

    Raises NotFound for one that this program does not know yet.
    """
    case_id = entry.case_id
    paper: Paper | StationPaper | None = (
        STATION_PAPERS.get(body.paper) if case_id is None else known(desk, body.paper)
    )
    if paper is None or body.template not in paper.templates:
        raise of_a_later_program()
    if isinstance(paper, StationPaper) or case_id is None:
        return station_papers.as_issued(desk, entry, body)
    return as_issued(desk, paper, body, case_id, desk.journal.entries_of(case_id))


def _look_at_law(desk: Desk, paper: Paper, case: Case, subject: int) -> None:
    """Refuses a paper that the law or a missing decision does not allow at all."""
    why = may_not_be_issued(desk, paper, case, subject)
    if why is not None:
        raise Refused(*why, code="paper_not_allowed")


def _paper(desk: Desk, name: str) -> Paper:
    paper = official_forms.paper_of(desk, name)
    return _own(name) if paper is None else paper


def _own(name: str) -> Paper:
    if name not in PAPERS:
        raise NotFound("There is no paper of that name", "Run `minors-desk paper list`.")
    return PAPERS[name]


def known(desk: Desk, name: str) -> Paper | None:
    """One of our own papers, or a form that was adopted here; None of a later version's."""
    return PAPERS.get(name) or official_forms.paper_of(desk, name)


def of_a_later_program() -> NotFound:
    """What is said of a paper that this program does not know yet."""
    return NotFound(
        "This paper was made by a later version of Minors Desk",
        "Install that version here and verify the paper again.",
    )
