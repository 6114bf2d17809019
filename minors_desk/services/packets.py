"""The packet of a handoff: every paper it needs, issued at once, under one cover sheet, one PDF."""

from dataclasses import dataclass, replace
from hashlib import sha256
from uuid import UUID

from minors_desk.domain import roles
from minors_desk.domain.changes import Changes
from minors_desk.domain.packets import (
    PACKET,
    PacketFor,
    PacketIssued,
    PacketPaper,
    attempt_of,
    packet_number,
    papers_digest,
)
from minors_desk.domain.printed import IssuedPaper, Outlet, PaperPrinted, PrintFailed
from minors_desk.errors import Refused
from minors_desk.papers import packet_cover
from minors_desk.papers.catalog import PAPERS
from minors_desk.papers.drawing import draw_packet
from minors_desk.papers.layout import lay_out
from minors_desk.papers.packet_cover import PacketLine
from minors_desk.papers.packing import Packed, may_have, packed
from minors_desk.papers.paper import PaperInput
from minors_desk.papers.sheet import Layout, digest
from minors_desk.services import cases, covers
from minors_desk.services.composing import about, input_as_it_stands
from minors_desk.services.desk import Desk
from minors_desk.services.imprints import imprint_of, imprinted, who
from minors_desk.services.printing import issue_of
from minors_desk.services.recording import record, require
from minors_desk.services.signing_in import seen
from minors_desk.wording.times import day_and_time

Copy = tuple[Layout, IssuedPaper]
"""A copy laid out, and what it was issued as."""

__all__ = [
    "IssuedPacket",
    "Packed",
    "issue_packet",
    "packet_failed",
    "packet_printed",
    "papers_of",
]


@dataclass(frozen=True, slots=True, kw_only=True)
class IssuedPacket:
    """An issued packet: the PDF's bytes, what names it, and the copies that are in it."""

    entry_id: UUID
    case_id: UUID
    number: str
    for_whom: PacketFor
    seal_code: str
    pages: int
    papers: tuple[PacketPaper, ...]
    lines: tuple[PacketLine, ...]
    pdf: bytes
    changes: Changes


def papers_of(desk: Desk, case_id: UUID, for_whom: PacketFor) -> tuple[Packed, ...]:
    """The papers that would be in the packet now; nothing is issued."""
    require(desk, roles.PRINT_PAPERS)
    case = cases.read(desk, case_id)
    return _packed(input_as_it_stands(desk, case, desk.now()), for_whom)


def issue_packet(desk: Desk, case_id: UUID, for_whom: PacketFor) -> IssuedPacket:
    """Issues a copy of each paper in one transaction, then the cover that lists their seals.

    Raises Refused where no paper of the case belongs into such a packet.
    """
    require(desk, roles.PRINT_PAPERS)
    case = cases.read(desk, case_id)
    given = input_as_it_stands(desk, case, desk.now())
    chosen = _packed(given, for_whom)
    if not chosen:
        raise Refused(
            "There is no paper for such a packet yet",
            "Propose the handoff first, or print the packet for the station.",
            code="packet_is_empty",
        )
    copies, changes = _issue_all(desk, given, chosen)
    case = cases.read(desk, case_id)
    papers = tuple(
        PacketPaper(issued=one.entry_id, pages=len(layout.pages), for_whom=part.for_whom)
        for part, (layout, one) in zip(chosen, copies, strict=True)
    )
    body, cover = _cover(desk, replace(given, case=case), for_whom, papers)
    changes = changes.and_also(record(desk, roles.PRINT_PAPERS, [(case_id, body)]))
    packet = cases.read(desk, case_id).packets[-1]
    by = who(desk.person)
    imprint = imprinted(
        desk,
        packet.entry_id,
        (body.number, 1, 1),
        bytes.fromhex(body.digest),
        (len(cover.pages), body.occurred_at, by),
    )
    parts = [(layout, imprint_of(desk, one, len(layout.pages), by)) for layout, one in copies]
    return IssuedPacket(
        entry_id=packet.entry_id,
        case_id=case_id,
        number=body.number,
        for_whom=for_whom,
        seal_code=imprint.seal_code,
        pages=len(cover.pages) + sum(one.pages for one in papers),
        papers=papers,
        lines=covers.lines(desk, case, papers),
        pdf=draw_packet([(cover, imprint), *parts]),
        changes=changes,
    )


def _issue_all(
    desk: Desk, given: PaperInput, chosen: tuple[Packed, ...]
) -> tuple[list[Copy], Changes]:
    """Issues a copy of each; of those that list the others when these are issued."""
    first = tuple(one for one in chosen if not one.paper.after_others)
    last = tuple(one for one in chosen if one.paper.after_others)
    copies, changes = _issue_papers(desk, given, first)
    if last:
        case = cases.read(desk, given.case.id)
        more, later = _issue_papers(desk, input_as_it_stands(desk, case, desk.now()), last)
        copies, changes = [*copies, *more], changes.and_also(later)
    issued = {(copy[1].paper, copy[1].subject): copy for copy in copies}
    return [issued[one.paper.name, one.subject] for one in chosen], changes


def _issue_papers(
    desk: Desk, given: PaperInput, chosen: tuple[Packed, ...]
) -> tuple[list[Copy], Changes]:
    """Issues a copy of each in one transaction; each laid out, with what it was issued as."""
    case, at = given.case, given.as_of or desk.now()
    layouts = [
        lay_out(one.paper.compose(about(given, one.paper, one.subject, desk.station)))
        for one in chosen
    ]
    bodies = [
        issue_of(desk, case, (one.paper, one.subject), layout, at)
        for one, layout in zip(chosen, layouts, strict=True)
    ]
    changes = record(desk, roles.PRINT_PAPERS, [(case.id, body) for body in bodies])
    before = {one.entry_id for one in case.papers}
    # Read back by what names them: the fold keeps no order among entries of one instant.
    new = {
        (one.paper, one.subject): one
        for one in cases.read(desk, case.id).papers
        if one.entry_id not in before
    }
    issued = [new[one.paper.name, one.subject] for one in chosen]
    return list(zip(layouts, issued, strict=True)), changes


def packet_printed(desk: Desk, packet: IssuedPacket, outlet: Outlet, given_to: str = "") -> Changes:
    """The packet came out: said of each copy in it, in one transaction, with the file it is in."""
    made = sha256(packet.pdf).hexdigest()
    bodies = [
        PaperPrinted(
            occurred_at=desk.now(),
            issued=one.issued,
            outlet=outlet,
            given_to=given_to,
            pdf_sha256=made,
        )
        for one in packet.papers
    ]
    return record(desk, roles.PRINT_PAPERS, [(packet.case_id, body) for body in bodies])


def packet_failed(desk: Desk, packet: IssuedPacket, reason: str) -> Changes:
    """The packet was issued, but nothing came out: said of each copy in it."""
    bodies = [
        PrintFailed(occurred_at=desk.now(), issued=one.issued, reason=reason)
        for one in packet.papers
    ]
    return record(desk, roles.PRINT_PAPERS, [(packet.case_id, body) for body in bodies])


def _packed(given: PaperInput, for_whom: PacketFor) -> tuple[Packed, ...]:
    return packed(given.case, PAPERS.values(), for_whom, lambda paper: may_have(given, paper))


def _cover(
    desk: Desk, given: PaperInput, for_whom: PacketFor, papers: tuple[PacketPaper, ...]
) -> tuple[PacketIssued, Layout]:
    """The entry that issues the packet, and its cover sheet."""
    case, at = given.case, desk.now()
    attempt = attempt_of(case.handoffs)
    handoff = 0 if attempt is None else attempt.number
    digests = {one.entry_id: one.digest for one in case.papers}
    whole = papers_digest((one.issued, digests[one.issued]) for one in papers)
    listed = covers.lines(desk, case, papers)
    told = covers.cover_of(case, (for_whom, handoff, whole), listed, day_and_time(at, desk.zone))
    layout = covers.laid_out(given, told, desk.person, at)
    body = PacketIssued(
        occurred_at=at,
        number=packet_number(case.number, len(case.packets)),
        template=packet_cover.TEMPLATE,
        for_whom=for_whom,
        handoff=handoff,
        papers=papers,
        papers_digest=whole,
        digest=digest(PACKET, packet_cover.TEMPLATE, layout).hex(),
        seen=seen(desk.journal),
    )
    return body, layout
