"""What is answered about a paper that is to be proved; of covers and blank sheets, the answer."""

from dataclasses import dataclass, replace
from datetime import datetime
from typing import Literal
from uuid import UUID

from minors_desk.domain.downtime import DOWNTIME, DowntimeReserved, numbers_of
from minors_desk.domain.entries import Entry
from minors_desk.domain.packets import PACKET, PacketIssued
from minors_desk.errors import NotFound
from minors_desk.papers import downtime as sheets_on_paper
from minors_desk.papers import packet_cover
from minors_desk.papers.sheet import digest
from minors_desk.services import blank_sheets, covers
from minors_desk.services.desk import Desk

Verdict = Literal["agrees", "agreed_when_issued", "does_not_agree", "no_such_paper"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Proved:
    """One of the four answers about a paper, and what it rests on.

    ``changed`` names the boxes that read otherwise today; ``later`` the ordinals of the entries
    and what the station set since; ``reason`` is a code for a paper that does not agree.
    """

    verdict: Verdict
    case_id: UUID | None = None
    number: str = ""
    version: int = 0
    copy: int = 0
    issued_at: datetime | None = None
    issued_by: str = ""
    boxes: tuple[tuple[int, str, str], ...] = ()
    changed: tuple[str, ...] = ()
    later: tuple[int, ...] = ()
    reason: str = ""


def cover(desk: Desk, entry: Entry, body: PacketIssued) -> Proved:
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


def sheets(desk: Desk, entry: Entry, body: DowntimeReserved) -> Proved:
    """Composes the blank sheets again: what was written on them by hand is for an eye."""
    if body.template > sheets_on_paper.TEMPLATE:
        raise of_a_later_program()
    layout = blank_sheets.recomposed(desk, body, entry.ordinal)
    numbers, author = numbers_of(body, desk.founded.code), desk.author(entry.chain)
    agree = digest(DOWNTIME, body.template, layout).hex() == body.digest
    return Proved(
        verdict="agrees" if agree else "does_not_agree",
        number=numbers[0] if len(numbers) == 1 else f"{numbers[0]} – {numbers[-1]}",  # noqa: RUF001
        version=1,
        copy=1,
        issued_at=body.occurred_at,
        issued_by="" if author is None else author.name,
        boxes=layout.printed(),
        reason="" if agree else "boxes_differ",
    )


def of_a_later_program() -> NotFound:
    """What is said of a paper that this program does not know yet."""
    return NotFound(
        "This paper was made by a later version of Minors Desk",
        "Install that version here and verify the paper again.",
    )
