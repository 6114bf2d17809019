"""The handoff log: every attempt that ended, narrowed and sorted; given out as CSV or on paper."""

import csv
import io
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from minors_desk.domain import board, roles
from minors_desk.domain.board import Card, CardHandoff
from minors_desk.domain.changes import Changes
from minors_desk.domain.printed import Outlet
from minors_desk.domain.station import ListExported
from minors_desk.domain.when import EPOCH
from minors_desk.errors import BadInput
from minors_desk.services.desk import Desk
from minors_desk.services.recording import record, require
from minors_desk.storage import index
from minors_desk.wording.codes import word
from minors_desk.wording.times import day_and_time

HEADINGS = (
    "Case",
    "Handoff",
    "Ended",
    "Outcome",
    "Officer",
    "Receiver",
    "Agency",
    "Duties missed",
    "Review",
)
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


@dataclass(frozen=True, slots=True, kw_only=True)
class HandoffRow:
    """One attempt that ended; ``at`` in UTC. The child's name is not in it (CJIS AU-3)."""

    case_id: UUID
    case: str
    number: int
    at: datetime
    state: str
    officer: str
    person: str
    agency: str
    missed: tuple[str, ...]
    review: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """What the list is narrowed to: parts of texts, in any case; empty takes all."""

    since: datetime | None = None
    until: datetime | None = None
    officer: str = ""
    receiver: str = ""
    duty: str = ""
    only_missed: bool = False


def rows(desk: Desk, since: datetime | None = None) -> tuple[HandoffRow, ...]:
    """All attempts that ended since then (UTC; None: ever), the newest first."""
    require(desk, roles.SEE_REVIEWS)
    now = desk.now()
    with desk.journal.reading() as connection:
        found = index.lately(connection, since or EPOCH)
    cards = (board.read_card(one) for one in found)
    made = [_row(desk, card, one, now) for card in cards for one in card.handoffs]
    kept = (one for one in made if since is None or one.at >= since)
    return tuple(sorted(kept, key=lambda one: (one.at, one.case, one.number), reverse=True))


def narrowed(found: Iterable[HandoffRow], wanted: Wanted) -> tuple[HandoffRow, ...]:
    """Those rows that are wanted, in their order."""
    return tuple(one for one in found if _is_wanted(one, wanted))


def cells(row: HandoffRow, zone: str) -> tuple[str, ...]:
    """A row in words, one for each of ``HEADINGS``."""
    return (
        row.case,
        str(row.number),
        day_and_time(row.at, zone),
        word("handoff_state", row.state),
        row.officer,
        row.person,
        row.agency,
        "; ".join(row.missed),
        word("review_state", row.review),
    )


def as_csv(found: Sequence[HandoffRow], zone: str) -> bytes:
    """The rows as CSV (UTF-8 with its mark); no cell is taken for a formula by a spreadsheet."""
    text = io.StringIO()
    writer = csv.writer(text)
    writer.writerow(HEADINGS)
    writer.writerows([_harmless(cell) for cell in cells(row, zone)] for row in found)
    return text.getvalue().encode("utf-8-sig")


def give_out(
    desk: Desk, found: Sequence[HandoffRow], outlet: Outlet, why: tuple[str, str], wanted: str
) -> Changes:
    """Records that the list leaves the desk, before it does; ``why`` is purpose and recipient.

    Raises BadInput without a purpose (CONTRACT 5.9).
    """
    require(desk, roles.EXPORT_LISTS)
    purpose, recipient = why
    if not purpose.strip():
        raise BadInput("Nothing says what the list is for", "Write the purpose.", field="purpose")
    body = ListExported(
        occurred_at=desk.now(),
        what="handoff_log",
        outlet=outlet,
        rows=len(found),
        purpose=purpose,
        recipient=recipient,
        wanted=wanted,
    )
    return record(desk, roles.EXPORT_LISTS, [(None, body)])


def _row(desk: Desk, card: Card, one: CardHandoff, now: datetime) -> HandoffRow:
    officer = desk.author(bytes.fromhex(one.by))
    return HandoffRow(
        case_id=card.case_id,
        case=card.number,
        number=one.number,
        at=one.at,
        state=one.state,
        officer="" if officer is None else f"{officer.name} {officer.badge}".strip(),
        person=one.person,
        agency=one.agency,
        missed=card.missed_by(now),
        review=card.review,
    )


def _is_wanted(row: HandoffRow, wanted: Wanted) -> bool:
    if wanted.since is not None and row.at < wanted.since:
        return False
    if wanted.until is not None and row.at >= wanted.until:
        return False
    if wanted.only_missed and not row.missed:
        return False
    return (
        _holds(row.officer, wanted.officer)
        and _holds(f"{row.person} {row.agency}", wanted.receiver)
        and (not wanted.duty or any(_holds(one, wanted.duty) for one in row.missed))
    )


def _holds(text: str, part: str) -> bool:
    return part.strip().casefold() in text.casefold()


def _harmless(cell: str) -> str:
    return f"'{cell}" if cell.startswith(_FORMULA) else cell
