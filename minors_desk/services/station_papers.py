"""Composes papers of the station: from all that is on the board now, or was when one was issued."""

from collections.abc import Iterable, Sequence
from datetime import datetime
from uuid import UUID

from minors_desk.domain import board, roles
from minors_desk.domain.ages import adult_months
from minors_desk.domain.case import fold
from minors_desk.domain.entries import Entry
from minors_desk.domain.printed import IssuedPaper, PaperIssued
from minors_desk.domain.rule_waivers import RuleRestored, RuleWaived
from minors_desk.domain.rules import Pack
from minors_desk.domain.station import PackAdopted, Person, Station
from minors_desk.domain.stations import fold_station
from minors_desk.errors import NotFound
from minors_desk.papers.catalog import STATION_PAPERS
from minors_desk.papers.layout import lay_out
from minors_desk.papers.sheet import Form, Layout
from minors_desk.papers.station_paper import OnBoard, StationInput, StationPaper
from minors_desk.services import packs
from minors_desk.services.desk import Desk
from minors_desk.services.recording import require
from minors_desk.storage import index
from minors_desk.wording.rules import confidential_words

_RULES = (PackAdopted, RuleWaived, RuleRestored)
"""What may put a case on the board, or take it off, without an entry of its own."""


def form_as_it_stands(desk: Desk, paper: StationPaper, at: datetime) -> Form:
    """The paper over the board as it stands, by its boxes; what is late is so at that instant."""
    children = _children(desk, desk.station, desk.packs, _now_open(desk).values())
    return _composed(desk, (paper, None), (children, desk.packs), at, desk.person)


def as_it_stands(desk: Desk, name: str, at: datetime) -> Layout:
    """The paper of that name on its pages, to those who may read cases.

    Raises NotFound where there is none of that name, Refused without the right.
    """
    require(desk, roles.READ_CASES)
    return lay_out(form_as_it_stands(desk, named(name), at))


def named(name: str) -> StationPaper:
    """The paper of the station of that name; NotFound where there is none."""
    if name not in STATION_PAPERS:
        raise NotFound(
            "There is no paper of the station of that name", "Run `minors-desk paper list`."
        )
    return STATION_PAPERS[name]


def copies(desk: Desk, number: str) -> tuple[IssuedPaper, ...]:
    """The copies issued under that number, the newest last."""
    return tuple(one for one in desk.station.papers.values() if one.number == number)


def as_issued(desk: Desk, entry: Entry, body: PaperIssued) -> Layout:
    """The paper over the cases that were on the board at what its issue had seen.

    People and rules too are those of then; which cases were open is found from their entries.
    """
    seen = body.seen.ordinal
    made = desk.journal.what_made_station()
    station = fold_station(one for one in made if one.ordinal <= seen)
    in_force = packs.in_force(station)
    earlier = [
        tuple(one for one in entries if one.ordinal <= seen)
        for entries in _open_since(desk, seen, made).values()
    ]
    children = _children(desk, station, in_force, earlier)
    author = station.author(entry.chain)
    by = (named(body.paper), body.template)
    return lay_out(_composed(desk, by, (children, in_force), body.occurred_at, author))


def as_of_today(desk: Desk, entry: Entry, body: PaperIssued) -> Layout:
    """The same by the entries of today, read as of the instant of the issue: what was entered
    since shows, and not that time went on."""
    children = _children(desk, desk.station, desk.packs, _now_open(desk).values())
    by, author = (named(body.paper), body.template), desk.author(entry.chain)
    return lay_out(_composed(desk, by, (children, desk.packs), body.occurred_at, author))


def entries_since(desk: Desk, ordinal: int) -> tuple[Entry, ...]:
    """The entries after that ordinal of every case that has been on the board since."""
    made = desk.journal.what_made_station()
    found = _open_since(desk, ordinal, made).values()
    return tuple(one for entries in found for one in entries if one.ordinal > ordinal)


def _now_open(desk: Desk) -> dict[UUID, tuple[Entry, ...]]:
    with desk.journal.reading() as connection:
        ids = index.open_or_later(connection, index.NO_ORDINAL)
    return {one: desk.journal.entries_of(one) for one in ids}


def _open_since(desk: Desk, seen: int, made: Iterable[Entry]) -> dict[UUID, tuple[Entry, ...]]:
    """Every case that may have been on the board at that ordinal, with its entries.

    It is there still, or has an entry since; where rules changed since, it may be any case.
    """
    changed = any(one.ordinal > seen and isinstance(one.body, _RULES) for one in made)
    with desk.journal.reading() as connection:
        ids = index.open_or_later(connection, -1 if changed else seen)
    return {one: desk.journal.entries_of(one) for one in ids}


def _children(
    desk: Desk, station: Station, in_force: Sequence[Pack], cases: Iterable[Sequence[Entry]]
) -> tuple[OnBoard, ...]:
    """Those on the board, in its order: by the earliest instant that is due, then by number."""
    adult = adult_months(desk.founded.jurisdiction)
    found = []
    for entries in cases:
        case_id = entries[0].case_id if entries else None
        if case_id is None:
            continue
        case = fold(case_id, entries)
        judging = packs.judging(case, station, in_force)
        made = board.card(case, judging, desk.zone, adult)
        if board.is_on_board(made):
            found.append(OnBoard(card=made, case=case))
    return tuple(sorted(found, key=lambda one: (board.urgency(one.card), one.card.number)))


def _composed(
    desk: Desk,
    by: tuple[StationPaper, int | None],
    of: tuple[tuple[OnBoard, ...], Sequence[Pack]],
    at: datetime,
    author: Person | None,
) -> Form:
    (paper, template), (children, in_force) = by, of
    given = StationInput(
        children=children,
        station=desk.founded,
        as_of=at,
        prepared_by=author,
        statute=confidential_words(in_force, desk.founded.jurisdiction),
    )
    return paper.compose(given, template)
