"""Cases: opening one, adding to it, finding it, reading it; and the board."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from minors_desk.domain import board, explaining, roles, ties
from minors_desk.domain.admission import Refusal
from minors_desk.domain.alter import Amended, Withdrawn
from minors_desk.domain.board import Card
from minors_desk.domain.bodies import Body
from minors_desk.domain.calling import CallLine
from minors_desk.domain.case import Case, fold, known_at
from minors_desk.domain.changes import Changes
from minors_desk.domain.companions import in_all_cases
from minors_desk.domain.consular import Standing
from minors_desk.domain.duties import Breach, DutyClock, clocks, clocks_of_others
from minors_desk.domain.encounter import Encountered
from minors_desk.domain.explaining import Explained
from minors_desk.domain.folding import Finding
from minors_desk.domain.gating import wrongs
from minors_desk.domain.next_call import Known
from minors_desk.domain.station import CaseRead, Person, Station
from minors_desk.domain.trafficking_standing import discoveries
from minors_desk.errors import BadInput, NotFound
from minors_desk.services import calling, consulates, directory, found_by_packs, packs
from minors_desk.services.desk import Desk, Reads
from minors_desk.services.recording import as_refused, record, require
from minors_desk.storage import index

ENDED_BOARD = timedelta(days=3)
"""Children who are no longer ours stay on the board while something is owed, and this long."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Board:
    """The cards of the home screen, most urgent first; ``as_of`` is the instant it was read.

    A child who left without leave stays in ``missing`` until it is found, whatever its age; whose
    custody ended otherwise stands with those who were handed over. A closed case is on no board,
    unless a duty of it began after all.
    """

    missing: tuple[Card, ...]
    in_custody: tuple[Card, ...]
    met: tuple[Card, ...]
    still_owed: tuple[Card, ...]
    handed_over: tuple[Card, ...]
    to_review: int
    """How many cases wait for a supervisor."""
    as_of: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class CasePage:
    """Everything the case page shows; ``authors`` by chain of the entries.

    ``companions`` are the cards of the children it was found with, by number; ``numbers`` are
    those of the cases that this one is linked to, by their ids.
    ``consular`` is how it stands with its consulates, ``also`` what only the packs could find.
    ``others`` are what the law asks of courts, receivers and federal agencies. ``known``: what the
    next call is found from, at whatever instant.
    """

    case: Case
    clocks: tuple[DutyClock, ...]
    others: tuple[DutyClock, ...]
    breaches: tuple[Breach, ...]
    consular: Standing
    also: tuple[Finding, ...]
    authors: dict[bytes, Person]
    companions: tuple[Card, ...]
    numbers: dict[UUID, str]
    known: Known
    jurisdiction: str = ""
    """The station's, whose law says until when a person is a child."""
    tips: tuple[CallLine, ...] = ()
    """Lines that take a tip about trafficking, of a case where a sign of it was discovered."""


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
    """Adds entries to a case, all or none.

    What they say of companions, and what corrects such an entry, is added to the cases of these
    too. Raises NotFound when one of the cases is not here.
    """
    require(desk, roles.WRITE_CASES)
    must_exist(desk, case_id)
    items = [pair for body in bodies for pair in _in_all_cases(desk, case_id, body)]
    return record(desk, roles.WRITE_CASES, items, form=form)


def _in_all_cases(desk: Desk, case_id: UUID, body: Body) -> Sequence[tuple[UUID, Body]]:
    """The entry for its own case first, then what the cases of companions are told by it."""
    if isinstance(body, (Amended, Withdrawn)):
        try:
            return ties.alterations(desk.journal.case(case_id), body, desk.journal.case)
        except Refusal as refusal:
            raise as_refused(refusal) from None
    items = in_all_cases(case_id, body)
    for of_case, _told in items[1:]:
        must_exist(desk, of_case)
    return items


def add_each(desk: Desk, case_ids: Sequence[UUID], body: Body, form: str | None = None) -> Changes:
    """Adds the same entry to each of these cases, to all or none; the draft is of the first."""
    require(desk, roles.WRITE_CASES)
    for case_id in case_ids:
        must_exist(desk, case_id)
    return record(desk, roles.WRITE_CASES, [(case_id, body) for case_id in case_ids], form=form)


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


def find_other(desk: Desk, case_id: UUID, reference: str) -> UUID:
    """Another case than that one, by id, number, or unique beginning of either.

    Raises as `find` does, and BadInput when it is the same case.
    """
    found = find(desk, reference)
    if found == case_id:
        raise BadInput(
            "A case is not linked to itself", "Give the number of the other case.", field="other"
        )
    return found


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
    """The case with its clocks and authors, for the case page; that it was read is logged."""
    case = read(desk, case_id)
    note_read(desk, case_id)
    judging = packs.judging(case, desk.station, desk.packs)
    running = clocks(case, judging, desk.zone)
    consular = consulates.standing(desk, case)
    return CasePage(
        case=case,
        clocks=running,
        others=clocks_of_others(case, judging, desk.zone),
        breaches=wrongs(case, judging, desk.zone),
        consular=consular,
        also=found_by_packs.found(desk, case, consular),
        authors=authors(desk.station, case),
        companions=cards_of(desk, [one.other for one in case.companions]),
        numbers=_numbers(desk, {one.other for one in case.links}),
        known=calling.known(desk, case, judging, running),
        jurisdiction=desk.founded.jurisdiction,
        tips=directory.tip_lines(desk) if discoveries(case) else (),
    )


def authors(station: Station, case: Case) -> dict[bytes, Person]:
    """Who wrote the entries of the case and their amendments, by chain, as far as is known."""
    people = {line.entry.chain: station.author(line.entry.chain) for line in case.log}
    return {chain: person for chain, person in people.items() if person is not None}


def note_read(desk: Desk, case_id: UUID) -> bool:
    """Logs that the person at the desk read a case, once an hour (CONTRACT 5.6).

    False when it could not be logged: the record is open for reading only, or work is missing.
    """
    if not desk.vault.writes or desk.vault.missing_work is not None:
        return False
    hour = desk.clock().replace(minute=0, second=0, microsecond=0)
    if desk.reads is None or desk.reads.hour != hour:
        desk.reads = Reads(hour, _read_since(desk, hour))
    if case_id not in desk.reads.cases:
        body = CaseRead(occurred_at=desk.clock(), case_id=case_id)
        record(desk, roles.READ_CASES, [(None, body)])
        desk.reads = Reads(hour, desk.reads.cases | {case_id})
    return True


def _read_since(desk: Desk, hour: datetime) -> frozenset[UUID]:
    """The cases that this person read since then, at whatever sign-in."""
    own = desk.station.chains_of(desk.person.id)
    return frozenset(
        one.body.case_id
        for one in desk.journal.station_entries_since(hour)
        if isinstance(one.body, CaseRead) and one.chain in own
    )


def cards_of(desk: Desk, case_ids: Sequence[UUID]) -> tuple[Card, ...]:
    """The cards of these cases, of those that are here, by number."""
    require(desk, roles.READ_CASES)
    with desk.journal.reading() as connection:
        kept = index.cards(connection, case_ids)
    return tuple(sorted(map(board.read_card, kept.values()), key=lambda one: one.number))


def duty_clocks(desk: Desk, case: Case) -> tuple[DutyClock, ...]:
    """All duties of the case under the packs that it is judged by."""
    return clocks(case, packs.judging(case, desk.station, desk.packs), desk.zone)


def explained(desk: Desk, case: Case, at: datetime) -> Explained:
    """Each rule of the packs that the case is judged by, and why it applies or does not."""
    judging = packs.judging(case, desk.station, desk.packs)
    return explaining.explained(case, judging, at, desk.zone)


def listed(desk: Desk) -> tuple[Card, ...]:
    """The cards of all cases, most urgent first."""
    require(desk, roles.READ_CASES)
    with desk.journal.reading() as connection:
        rows = index.listed(connection)
    return tuple(board.read_card(row.card) for row in rows)


def the_board(desk: Desk) -> Board:
    """The home screen: who is missing, who is with us, and for whom something is still owed."""
    require(desk, roles.READ_CASES)
    now = desk.now()
    with desk.journal.reading() as connection:
        kept = index.on_board(connection, since=now - ENDED_BOARD)
        to_review = index.count_waiting(connection)
    cards = [board.read_card(one) for one in kept]

    def those(state: board.State) -> tuple[Card, ...]:
        return tuple(one for one in cards if one.state == state)

    over = [one for one in cards if one.state in board.OVER]
    return Board(
        missing=those("missing"),
        in_custody=those("in_custody"),
        met=those("met"),
        still_owed=tuple(one for one in over if one.open_clocks),
        handed_over=tuple(one for one in over if one.state != "closed" and not one.open_clocks),
        to_review=to_review,
        as_of=now,
    )


def waiting(desk: Desk) -> tuple[Card, ...]:
    """The cards of the cases that wait for a supervisor."""
    require(desk, roles.READ_CASES)
    with desk.journal.reading() as connection:
        kept = index.waiting(connection)
    return tuple(board.read_card(one) for one in kept)


def _numbers(desk: Desk, others: set[UUID]) -> dict[UUID, str]:
    """The numbers of these cases, as far as they are in this record."""
    return {one.case_id: one.number for one in cards_of(desk, tuple(others))} if others else {}


def must_exist(desk: Desk, case_id: UUID) -> None:
    """Raises NotFound when no entry of that case is here."""
    if not desk.journal.entries_of(case_id):
        raise NotFound("There is no such case in this record", "Check the number of the case.")
