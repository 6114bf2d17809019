"""Composes the blank sheets of paper days: before they are printed, and again to be verified."""

from collections.abc import Sequence

from minors_desk.domain.downtime import DowntimeReserved, SheetKind, numbers_of
from minors_desk.domain.rules import Pack as Rules
from minors_desk.domain.stations import fold_station
from minors_desk.papers import downtime as sheets_on_paper
from minors_desk.papers.sheet import Head, Layout
from minors_desk.services import packs
from minors_desk.services.desk import Desk
from minors_desk.wording.rules import confidential_words


def recomposed(desk: Desk, body: DowntimeReserved, ordinal: int) -> Layout:
    """The sheets of a reservation as they were printed, to be held against its digest."""
    made = fold_station(one for one in desk.journal.what_made_station() if one.ordinal <= ordinal)
    numbers = numbers_of(body, desk.founded.code)
    pairs = list(zip(body.sheets, numbers, strict=True))
    return sheets_on_paper.bound(laid_out(desk, pairs, packs.in_force(made)))


def _head(desk: Desk, in_force: Sequence[Rules]) -> Head:
    """The common head, with room for the number of the case; a record of before says no statute."""
    station = desk.founded
    statute = confidential_words(in_force, station.jurisdiction)
    return Head(
        agency=station.agency or station.station,
        unit=station.station if station.agency else "",
        case_number=sheets_on_paper.CASE_BY_HAND,
        statute=statute or f"under the law of {station.jurisdiction}",
        zone=station.zone,
        jurisdiction=station.jurisdiction,
    )


def laid_out(
    desk: Desk, pairs: Sequence[tuple[SheetKind, str]], in_force: Sequence[Rules]
) -> tuple[Layout, ...]:
    """The sheets of these kinds and numbers, under the rules in force then."""
    head = _head(desk, in_force)
    return tuple(sheets_on_paper.laid_out(kind, number, head) for kind, number in pairs)
