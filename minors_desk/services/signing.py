"""Signing a paper on screen: which of its lines wait, what text is signed, and the drawing kept."""

from dataclasses import dataclass
from datetime import datetime
from typing import Literal
from uuid import UUID

from minors_desk.domain import roles
from minors_desk.domain.case import Case
from minors_desk.domain.changes import Changes
from minors_desk.domain.handoff_values import Device, Strokes
from minors_desk.domain.signing import PaperSigned, binding, drawn_at
from minors_desk.errors import BadInput, NotFound, Refused
from minors_desk.papers.catalog import PAPERS
from minors_desk.papers.drawing import LETTER, Sheet
from minors_desk.papers.layout import lay_out
from minors_desk.papers.signing import plain_label
from minors_desk.services import cases, printing
from minors_desk.services.composing import given_now
from minors_desk.services.desk import Desk
from minors_desk.services.recording import require
from minors_desk.wording.signing import signer_words

Standing = Literal["open", "signed", "void"]
"""``void``: signed, but a value of the paper was changed since; the line waits again."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SignLine:
    """One line of a paper that is signed; ``page`` from 1, ``at`` (UTC) of its last drawing."""

    role: str
    label: str
    page: int
    standing: Standing
    by: str = ""
    at: datetime | None = None
    device: Device | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ToSign:
    """A paper as it is signed: its lines, the digest of its text, and the pages that show it."""

    name: str
    subject: int
    digest: str
    lines: tuple[SignLine, ...]
    pdf: bytes

    @property
    def waiting(self) -> tuple[SignLine, ...]:
        """The lines at which nobody has signed what the paper says now."""
        return tuple(one for one in self.lines if one.standing != "signed")


@dataclass(frozen=True, slots=True, kw_only=True)
class DrawnNow:
    """What a pad answers: at which line, who drew, with what, under which text (hex)."""

    role: str
    name: str
    badge: str = ""
    title: str = ""
    strokes: Strokes
    device: Device | None = None
    digest: str


def to_sign(
    desk: Desk, case_id: UUID | None, name: str, subject: int, sheet: Sheet = LETTER
) -> ToSign:
    """The paper as it would print now, with the lines that can be signed on screen.

    A paper of the station (no case) has none: it is signed by hand.
    Raises NotFound for a paper or a subject that there is not, Refused without the right to print.
    """
    require(desk, roles.PRINT_PAPERS)
    if case_id is None:
        pdf = printing.preview(desk, None, name, sheet=sheet)
        return ToSign(name=name, subject=subject, digest="", lines=(), pdf=pdf)
    case, paper = cases.read(desk, case_id), printing.known(desk, name)
    if paper is None:
        raise NotFound("There is no paper of that name", "Run `minors-desk paper list`.")
    given = given_now(desk, paper, case, subject)
    found, layout = paper.signable(given), lay_out(paper.compose(given))
    pages = {box: page for page, box, _text in reversed(layout.printed())}
    return ToSign(
        name=name,
        subject=subject,
        digest=found.digest,
        lines=tuple(
            _line(case, (name, subject, found.digest), (one.name, one.label), pages[one.name])
            for one in found.lines
        ),
        pdf=printing.previewed(desk, (paper, case), layout, sheet),
    )


def sign_paper(desk: Desk, case_id: UUID, name: str, subject: int, drawn: DrawnNow) -> Changes:
    """Keeps a drawing with the digest of the text that stood on screen while it was drawn.

    Raises Refused when that text is not what the paper says now: a signature is never kept for
    something else than was read. BadInput for a line that this paper has not, or without a name.
    """
    now = to_sign(desk, case_id, name, subject)
    if drawn.role not in {one.role for one in now.lines}:
        raise BadInput("This paper has no such line", "Choose the line again.", field="role")
    if not drawn.name.strip():
        raise BadInput("Nobody is named", "Write who signs.", field="name")
    if drawn.digest != now.digest:
        raise Refused(
            "The paper was changed while it was being signed",
            "Read what it says now, and sign again.",
            code="paper_changed",
        )
    body = PaperSigned(
        occurred_at=desk.now(),
        paper=name,
        template=PAPERS[name].template_version,
        subject=subject,
        role=drawn.role,
        name=drawn.name,
        badge=drawn.badge,
        title=drawn.title,
        strokes=drawn.strokes,
        device=drawn.device,
        digest=drawn.digest,
    )
    return cases.add(desk, case_id, body)


def _line(case: Case, of: tuple[str, int, str], line: tuple[str, str], page: int) -> SignLine:
    """``of``: paper, subject, digest of its text; ``line``: its box and label."""
    (name, subject, digest), (role, label) = of, line
    drawings = drawn_at(case.signatures, name, subject).get(role, ())
    holding = binding(drawings, digest)
    last = holding or (drawings[-1] if drawings else None)
    if last is None:
        return SignLine(role=role, label=plain_label(label), page=page, standing="open")
    return SignLine(
        role=role,
        label=plain_label(label),
        page=page,
        standing="void" if holding is None else "signed",
        by=signer_words(last.name, last.badge, last.title),
        at=last.at,
        device=last.device,
    )
