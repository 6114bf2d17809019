"""Numbers of blank sheets: reserved once, entered once, and never entered once struck."""

from datetime import timedelta
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from minors_desk.domain.admission import Refusal
from minors_desk.domain.bodies import Body
from minors_desk.domain.downtime import (
    SHEET_KINDS,
    DowntimeReserved,
    DowntimeStruck,
    DowntimeUsed,
    SheetKind,
    next_serial,
    numbers_of,
    outstanding,
)
from minors_desk.domain.downtime_rules import LINES, check_line, must_be_outstanding
from minors_desk.domain.entries import CASE_KINDS
from minors_desk.domain.printed import Seen
from minors_desk.domain.station import Station, StationFounded
from minors_desk.domain.stations import fold_station
from tests.domain.moments import T0, ident
from tests.domain.samples import ONE_OF_EACH, entry

SETS = st.integers(1, 4)
YEARS = st.sampled_from((2026, 2027))
DOES = st.tuples(st.sampled_from(("enter", "strike")), st.integers(0, 40), st.integers(1, 3))


def reserved(first: int, year: int = 2026, sets: int = 1) -> DowntimeReserved:
    kinds = SHEET_KINDS * sets
    return DowntimeReserved(
        occurred_at=T0,
        year=year,
        first=first,
        last=first + len(kinds) - 1,
        sheets=kinds,
        template=1,
        digest="5e" * 32,
        seen=Seen(ordinal=1, log_hash="1a" * 32),
    )


class Told:
    """A station that is told one entry after the other."""

    def __init__(self) -> None:
        self.station, self.count = Station(), 0
        self.bodies: list[Body] = []
        self.tell(next(one for one in ONE_OF_EACH if isinstance(one, StationFounded)))

    def tell(self, body: Body) -> None:
        self.count += 1
        self.bodies.append(body)
        fold_station([entry(self.count, body)], self.station)


@given(st.lists(st.tuples(SETS, YEARS), min_size=1, max_size=8))
def test_a_number_is_reserved_once(wanted: list[tuple[int, int]]) -> None:
    told = Told()
    numbers: list[str] = []
    for sets, year in wanted:
        body = reserved(next_serial(told.station.reserved, year), year, sets)
        numbers += numbers_of(body, "AC")
        told.tell(body)
    assert len(set(numbers)) == len(numbers)
    assert list(told.station.sheets) == numbers
    kinds = [one.kind for one in told.station.sheets.values()]
    assert kinds == list(SHEET_KINDS) * (len(numbers) // len(SHEET_KINDS))


@given(st.lists(st.tuples(SETS, YEARS), min_size=1, max_size=3), st.lists(DOES, max_size=30))
def test_entered_once_by_one_case_and_a_struck_one_never(
    wanted: list[tuple[int, int]], does: list[tuple[str, int, int]]
) -> None:
    told = Told()
    for sets, year in wanted:
        told.tell(reserved(next_serial(told.station.reserved, year), year, sets))
    every = list(told.station.sheets)
    spent: dict[str, tuple[str, UUID | None]] = {}
    for what, place, case in does:
        number = every[place % len(every)]
        if number in spent:
            with pytest.raises(Refusal, match=f"downtime_{spent[number][0]}"):
                must_be_outstanding(told.station.sheets, number)
        else:
            assert must_be_outstanding(told.station.sheets, f" {number.lower()} ").number == number
        # The entry is folded whatever: one that came from elsewhere changes nothing.
        if what == "enter":
            told.tell(DowntimeUsed(occurred_at=T0, number=number, case_id=ident(case)))
            spent.setdefault(number, ("entered", ident(case)))
        else:
            told.tell(DowntimeStruck(occurred_at=T0, number=number, reason="wet"))
            spent.setdefault(number, ("struck", None))
    for number, sheet in told.station.sheets.items():
        assert (sheet.state, sheet.case_id) == spent.get(number, ("outstanding", None))
    left = [one.number for one in outstanding(told.station.sheets)]
    assert left == [number for number in every if number not in spent]


def test_a_second_reservation_of_a_number_changes_nothing() -> None:
    told = Told()
    told.tell(reserved(1))
    told.tell(DowntimeUsed(occurred_at=T0, number="DT-AC-26-0002", case_id=ident(1)))
    told.tell(reserved(2))
    assert told.station.sheets["DT-AC-26-0002"].state == "entered"
    assert told.station.sheets["DT-AC-26-0002"].kind == "rounds"
    assert "DT-AC-26-0005" in told.station.sheets


def test_a_number_that_was_never_printed_is_refused() -> None:
    told = Told()
    told.tell(reserved(1))
    with pytest.raises(Refusal, match="downtime_not_reserved"):
        must_be_outstanding(told.station.sheets, "DT-AC-26-0005")


def test_a_reservation_has_one_number_for_each_sheet() -> None:
    assert reserved(5).misfit() is None
    assert next_serial([reserved(5)], 2026) == 9
    assert next_serial([reserved(5)], 2027) == 1


@pytest.mark.parametrize("kind", SHEET_KINDS)
def test_a_sheet_takes_its_own_lines_not_before_it_was_printed(kind: SheetKind) -> None:
    told = Told()
    told.tell(reserved(1))
    sheet = next(one for one in told.station.sheets.values() if one.kind == kind)
    for line in LINES[kind]:
        check_line(sheet, line, T0)
        with pytest.raises(Refusal, match="downtime_before_printed"):
            check_line(sheet, line, T0 - timedelta(seconds=1))
    for line in ("case_closed", "withdrawn", "handoff_accepted", "companion_linked"):
        with pytest.raises(Refusal, match="downtime_other_sheet"):
            check_line(sheet, line, T0)


def test_the_lines_of_sheets_are_kinds_that_there_are() -> None:
    known = {str(kind.__struct_config__.tag) for kind in CASE_KINDS}
    assert all(kinds <= known for kinds in LINES.values())
