"""Composes the cover sheet of a packet: before it is issued, and again to be verified."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime
from uuid import UUID

from minors_desk.domain.case import Case
from minors_desk.domain.entries import Entry
from minors_desk.domain.packets import PacketFor, PacketIssued, PacketPaper
from minors_desk.domain.station import Person
from minors_desk.papers.layout import lay_out
from minors_desk.papers.packet_cover import Cover, PacketLine, compose
from minors_desk.papers.paper import PaperInput
from minors_desk.papers.seal import seal_code
from minors_desk.papers.sheet import Layout
from minors_desk.services.composing import input_as_of
from minors_desk.services.desk import Desk
from minors_desk.wording.phrases import joined
from minors_desk.wording.times import day_and_time


def lines(desk: Desk, case: Case, papers: Sequence[PacketPaper]) -> tuple[PacketLine, ...]:
    """The copies as the cover lists them, each with the seal code of the entry that issued it."""
    issued = {one.entry_id: one for one in case.papers}
    found = []
    for one in papers:
        copy, proof = issued[one.issued], desk.journal.proof(one.issued)
        found.append(
            PacketLine(
                paper=copy.paper,
                number=copy.number,
                version=copy.version,
                copy=copy.copy,
                pages=one.pages,
                seal_code=seal_code(proof.ordinal, proof.hash),
                for_whom=one.for_whom,
            )
        )
    return tuple(found)


def cover_of(
    case: Case,
    told: tuple[PacketFor, int, str],
    listed: tuple[PacketLine, ...],
    at: str,
) -> Cover:
    """What the cover says; ``told``: for whom, of which handoff, the digest over the copies."""
    for_whom, number, papers_digest = told
    attempt = case.handoff(number)
    receiver = None if attempt is None else attempt.receiver
    return Cover(
        for_whom=for_whom,
        receiver="" if receiver is None else joined(receiver.agency, receiver.person),
        at=at,
        lines=listed,
        papers_digest=papers_digest,
    )


def laid_out(given: PaperInput, cover: Cover, by: Person | None, at: datetime) -> Layout:
    """The cover on its sheets: it counts its own pages, so it may have to be laid out again."""
    signed = replace(given, prepared_by=by, prepared_at=at)
    layout = lay_out(compose(signed, cover))
    while len(layout.pages) != cover.own_pages:
        cover = replace(cover, own_pages=len(layout.pages))
        layout = lay_out(compose(signed, cover))
    return layout


def as_issued(desk: Desk, entry: Entry, body: PacketIssued) -> Layout:
    """The cover sheet from the entries that its issue had seen."""
    case_id = entry.case_id or UUID(int=0)
    given = input_as_of(desk, case_id, body.seen.ordinal, body.occurred_at)
    cover = cover_of(
        given.case,
        (body.for_whom, body.handoff, body.papers_digest),
        lines(desk, given.case, body.papers),
        day_and_time(body.occurred_at, desk.zone),
    )
    return laid_out(given, cover, desk.author(entry.chain), body.occurred_at)
