"""The packet of a handoff: which copies were put together under one cover sheet, and for whom."""

import json
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from hashlib import sha256
from typing import TYPE_CHECKING, Annotated, Literal, get_args
from uuid import UUID

import msgspec

from minors_desk.domain.bodies import Body, Handlers, Hex32, Needed, Part
from minors_desk.domain.printed import Count, Ordinal, Seen

if TYPE_CHECKING:
    from minors_desk.domain.entries import Entry
    from minors_desk.domain.folding import Draft
    from minors_desk.domain.handoff import Handoff

PACKET = "packet"
"""The cover sheet by the name that stands in its digest; it is no paper of the catalogue."""
CHILD_RECEIPT = "child_receipt"
"""The child's own sheet, by the name that stands in the log."""
PacketFor = Literal["receiver", "child", "station"]
PACKETS_FOR: tuple[PacketFor, ...] = get_args(PacketFor)
GoesTo = Literal["receiver", "agency", "child", "station"]
"""Whose packet a paper is in. ``receiver``: whoever takes the child over; ``agency``: only one that
is an agency, not a relative; ``station``: our own file."""


class PacketPaper(Part, frozen=True, kw_only=True):
    """One copy in a packet: the entry that issued it, its pages, and who it is meant for."""

    issued: UUID
    pages: Count
    for_whom: PacketFor


class PacketIssued(Body, frozen=True, kw_only=True, tag="packet_issued"):
    """Copies were put together; ``digest`` binds the boxes of the cover sheet.

    ``papers_digest`` is over the digests of all copies, so that none can be taken out or put in.
    ``handoff`` is the attempt that it was made for; 0 where there is none yet.
    """

    number: Needed
    template: Count
    for_whom: PacketFor
    handoff: Ordinal = 0
    papers: Annotated[tuple[PacketPaper, ...], msgspec.Meta(min_length=1)]
    papers_digest: Hex32
    digest: Hex32
    seen: Seen


@dataclass(frozen=True, slots=True, kw_only=True)
class Packet:
    """One packet as it was issued; ``at`` in UTC."""

    entry_id: UUID
    at: datetime
    number: str
    for_whom: PacketFor
    handoff: int
    papers: tuple[PacketPaper, ...]


def packet_number(case_number: str, before: int) -> str:
    """The number of the next packet of a case that has had so many; holds no name."""
    return f"PK-{case_number}-{before + 1}"


def papers_digest(issued: Iterable[tuple[UUID, str]]) -> str:
    """SHA-256 (hex) over (entry that issued it, digest of its boxes) of each copy, in order."""
    pairs = [[str(entry_id), digest] for entry_id, digest in issued]
    return sha256(json.dumps(pairs, separators=(",", ":")).encode()).hexdigest()


def takes(attempt: "Handoff | None", for_whom: PacketFor) -> frozenset[GoesTo]:
    """Which papers go into a packet: those that go to one of these.

    The station keeps every one. Where it was not told what the receiver is, no paper that is only
    for an agency goes along: it may be a relative.
    """
    if for_whom == "station":
        return frozenset(get_args(GoesTo))
    if for_whom == "child":
        return frozenset({"child"})
    is_agency = attempt is not None and attempt.to in ("child_protection", "other_agency")
    return frozenset({"receiver", "agency"} if is_agency else {"receiver"})


def attempt_of(handoffs: Iterable["Handoff"]) -> "Handoff | None":
    """The handoff that a packet is for: the one under way, else the last accepted."""
    found = list(handoffs)
    accepted = [one for one in found if one.state == "accepted"]
    opened = [one for one in found if one.state == "open"]
    return next(iter((*reversed(opened), *reversed(accepted))), None)


def _issued(draft: "Draft", entry: "Entry", body: PacketIssued) -> None:
    if any(one.issued not in draft.papers for one in body.papers):
        draft.find("paper_not_issued", entry)
    draft.packets.append(
        Packet(
            entry_id=entry.id,
            at=body.occurred_at,
            number=body.number,
            for_whom=body.for_whom,
            handoff=body.handoff,
            papers=body.papers,
        )
    )


KINDS = (PacketIssued,)
HANDLERS: Handlers = {PacketIssued: _issued}
