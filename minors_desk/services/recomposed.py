"""Proves the blank sheets of paper days by composing them again."""

from minors_desk.domain.downtime import DOWNTIME, DowntimeReserved, numbers_of
from minors_desk.domain.entries import Entry
from minors_desk.errors import NotFound
from minors_desk.papers import downtime as sheets_on_paper
from minors_desk.papers.sheet import digest
from minors_desk.services import blank_sheets
from minors_desk.services.desk import Desk
from minors_desk.services.proved import Proved


def sheets(desk: Desk, entry: Entry, body: DowntimeReserved) -> Proved:
    """Composes the blank sheets again: what was written on them by hand is for an eye."""
    if body.template > sheets_on_paper.TEMPLATE:
        raise NotFound(
            "These sheets were made by a later version of Minors Desk",
            "Install that version here and verify them again.",
        )
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
