"""A paper signed on screen: who drew at which of its lines, by what, and under which text."""

from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING
from uuid import UUID

from minors_desk.domain import printed
from minors_desk.domain.bodies import Body, Handlers, Hex32, Line, Needed
from minors_desk.domain.downtime import DowntimeEntered
from minors_desk.domain.handoff_values import Device, Point, Strokes
from minors_desk.domain.labels import LabelsPrinted
from minors_desk.domain.packets import PacketIssued
from minors_desk.domain.printed import Count, Ordinal

if TYPE_CHECKING:
    from minors_desk.domain.entries import Entry
    from minors_desk.domain.folding import Draft


class PaperSigned(Body, frozen=True, kw_only=True, tag="paper_signed"):
    """A drawing at a line of a paper, bound to the digest of the text that stood on screen.

    ``role`` is the box of that line, such as ``signature.supervisor``; ``subject`` what of the
    case the paper is about. ``digest`` is of the boxes as they were with every line left for ink:
    change one of them and the drawing counts no longer (CONTRACT 2.4).
    """

    paper: Needed
    template: Count
    subject: Ordinal = 0
    role: Needed
    name: Needed
    badge: Line = ""
    title: Line = ""
    strokes: Strokes
    device: Device | None = None
    digest: Hex32


@dataclass(frozen=True, slots=True, kw_only=True)
class PaperSignature:
    """A drawing as it stands, with what it is bound to; ``at`` in UTC."""

    entry_id: UUID
    at: datetime
    paper: str
    template: int
    subject: int
    role: str
    name: str
    badge: str
    title: str
    strokes: tuple[tuple[Point, ...], ...]
    device: Device | None
    digest: str


def drawn_at(
    signatures: tuple[PaperSignature, ...], paper: str, subject: int
) -> dict[str, tuple[PaperSignature, ...]]:
    """The drawings of that paper by the line they stand at, the earliest first."""
    found: dict[str, tuple[PaperSignature, ...]] = {}
    for one in signatures:
        if (one.paper, one.subject) == (paper, subject):
            found[one.role] = (*found.get(one.role, ()), one)
    return found


def binding(drawn: tuple[PaperSignature, ...], digest: str) -> PaperSignature | None:
    """The last of these drawings that was made under exactly that text; None when there is none."""
    bound = [one for one in drawn if one.digest == digest]
    return bound[-1] if bound else None


def _signed(draft: "Draft", entry: "Entry", body: PaperSigned) -> None:
    draft.signatures.append(
        PaperSignature(
            entry_id=entry.id,
            at=body.occurred_at,
            paper=body.paper,
            template=body.template,
            subject=body.subject,
            role=body.role,
            name=body.name,
            badge=body.badge,
            title=body.title,
            strokes=body.strokes,
            device=body.device,
            digest=body.digest,
        )
    )


KINDS = (PaperSigned,)
OF_PAPERS = (*printed.KINDS, PaperSigned, PacketIssued, LabelsPrinted, DowntimeEntered)
"""Tell of a paper, and nothing new of the child: who signs says yes to what stands there."""
HANDLERS: Handlers = {PaperSigned: _signed}
