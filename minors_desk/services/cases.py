"""Cases: opening one, adding to it, finding it, reading it; and the board."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from minors_desk.domain import board, roles
from minors_desk.domain.alter import Amended, Withdrawn
from minors_desk.domain.board import Card
from minors_desk.domain.bodies import Body
from minors_desk.domain.case import Case, fold, known_at
from minors_desk.domain.changes import Changes
from minors_desk.domain.duties import Breach, DutyClock, breaches, clocks
from minors_desk.domain.encounter import Encountered
from minors_desk.domain.station import Person, Station
from minors_desk.errors import BadInput, NotFound
from minors_desk.services.desk import Desk
from minors_desk.services.recording import record, require
from minors_desk.storage import index

ENDED_BOARD = timedelta(days=3)
"""Children who are no longer ours stay on the board while something is owed, and this long."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Board:
    """The cards of the home screen, most urgent first; ``as_of`` is the instant it was read.

    A child who left without leave stays in ``missing`` until it is found, whatever its age; whose
    custody ended otherwise stands with those who were handed over.
    """

    missing: tuple[Card, ...]
    in_custody: tuple[Card, ...]
    met: tuple[Card, ...]
    still_owed: tuple[Card, ...]
    handed_over: tuple[Card, ...]
    as_of: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class CasePage:
    """Everything the case page shows; ``authors`` by chain of the entries."""

    case: Case
    clocks: tuple[DutyClock, ...]
    breaches: tuple[Breach, ...]
    authors: dict[bytes, Person]


def open_case(
    desk: Desk, encounter: Encountered, *more: Body, form: str | None = None
) -> tuple[UUID, Changes]:
    """Opens a case with its encounter and whatever else is known; one transaction."""
    (case_id,), changes = open_cases(desk, [(encounter, *more)], form=form)
    return case_id, changes


def open_cases(
    desk: Desk, openings: Sequence[Sequence[Body]], *, form: str | None = None
) -> tuple[tuple[UUID, ...], Changes]:
    """Opens several cases, each with its encounter first; all or none, in one transaction."""
    ids = tuple(desk.new_id() for _ in openings)
    items = [(case_id, body) for case_id, of in zip(ids, openings, strict=True) for body in of]
    return ids, record(desk, roles.WRITE_CASES, items, form=form)


def add(desk: Desk, case_id: UUID, *bodies: Body, form: str | None = None) -> Changes:
    """Adds entries to a case, all or none."""
    require(desk, roles.WRITE_CASES)
    _exists(desk, case_id)
    return record(desk, roles.WRITE_CASES, [(case_id, body) for body in bodies], form=form)


def withdraw(desk: Desk, case_id: UUID, entry_id: UUID, reason: str) -> Changes:
    """Says that an entry counts no longer, and why; it stays readable."""
    return add(desk, case_id, Withdrawn(occurred_at=desk.now(), target=entry_id, reason=reason))


def amend(
    desk: Desk, case_id: UUID, entry_id: UUID, replacement: dict[str, Any], reason: str
) -> Changes:
    """Puts a whole new body in an entry's place, and says why; both stay readable."""
    body = Amended(occurred_at=desk.now(), target=entry_id, replacement=replacement, reason=reason)
    return add(desk, case_id, body)


def find(desk: Desk, reference: str) -> UUID:
    """The case of that id, number, or unique beginning of either.

    Raises NotFound when there is none, BadInput when there are several.
    """
    require(desk, roles.READ_CASES)
    with desk.journal.reading() as connection:
        found = index.looked_up(connection, reference.strip())
    if not found:
        raise NotFound("There is no such case in this record", "Check the number of the case.")
    if len(found) > 1:
        raise BadInput(
            "More than one case begins like that", "Give more of the number.", field="case"
        )
    return found[0]


def read(desk: Desk, case_id: UUID, *, known: datetime | None = None) -> Case:
    """The case as it stands, or as it was known at an instant (only what was recorded by then)."""
    require(desk, roles.READ_CASES)
    entries = desk.journal.entries_of(case_id)
    if known is not None:
        entries = known_at(entries, known)
    if not entries:
        raise NotFound("There is no such case in this record", "Check the number of the case.")
    return fold(case_id, entries)


def page(desk: Desk, case_id: UUID) -> CasePage:
    """The case with its clocks and authors, for the case page."""
    case = read(desk, case_id)
    return CasePage(
        case=case,
        clocks=duty_clocks(desk, case),
        breaches=breaches(case, desk.packs, desk.zone),
        authors=authors(desk.station, case),
    )


def authors(station: Station, case: Case) -> dict[bytes, Person]:
    """Who wrote the entries of the case and their amendments, by chain, as far as is known."""
    people = {line.entry.chain: station.author(line.entry.chain) for line in case.log}
    return {chain: person for chain, person in people.items() if person is not None}


def duty_clocks(desk: Desk, case: Case) -> tuple[DutyClock, ...]:
    """All duties of the case under the packs in force."""
    return clocks(case, desk.packs, desk.zone)


def listed(desk: Desk) -> tuple[Card, ...]:
    """The cards of all cases, most urgent first."""
    require(desk, roles.READ_CASES)
    with desk.journal.reading() as connection:
        rows = index.listed(connection)
    return tuple(board.read_card(row.card) for row in rows)


def the_board(desk: Desk) -> Board:
    """The home screen: who is missing, who is with us, and for whom something is still owed."""
    now = desk.now()
    cards: Sequence[Card] = listed(desk)
    over = [one for one in cards if one.state in ("handed_over", "ended")]
    lately = [
        one
        for one in over
        if not one.open_clocks
        and one.custody_end is not None
        and now - one.custody_end <= ENDED_BOARD
    ]
    return Board(
        missing=tuple(one for one in cards if one.state == "missing"),
        in_custody=tuple(one for one in cards if one.state == "in_custody"),
        met=tuple(one for one in cards if one.state == "met"),
        still_owed=tuple(one for one in over if one.open_clocks),
        handed_over=tuple(lately),
        as_of=now,
    )


def _exists(desk: Desk, case_id: UUID) -> None:
    if not desk.journal.entries_of(case_id):
        raise NotFound("There is no such case in this record", "Check the number of the case.")
