"""Numbered blank sheets for a power cut: reserved before, entered once or struck afterwards."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from typing import TYPE_CHECKING, Annotated, Literal, get_args
from uuid import UUID

import msgspec

from minors_desk.domain.bodies import Body, Handlers, Hex32, Needed
from minors_desk.domain.printed import Count, Seen

if TYPE_CHECKING:
    from minors_desk.domain.entries import Entry
    from minors_desk.domain.folding import Draft

SheetKind = Literal["intake", "rounds", "calls", "receipt"]
SHEET_KINDS: tuple[SheetKind, ...] = get_args(SheetKind)
"""One set, in the order of its numbers."""
DOWNTIME = "downtime"
"""The sheets by the name that stands in their digest; they are no paper of the catalogue."""
MOST_SETS = 60
"""In one go: their pages are counted through in the codes, of which there are at most 255."""
Year = Annotated[int, msgspec.Meta(ge=2000, le=9999)]
Serial = Annotated[int, msgspec.Meta(ge=1, le=1_000_000)]


class DowntimeReserved(Body, frozen=True, kw_only=True, tag="downtime_reserved"):
    """Numbers were put aside for blank sheets, before these are drawn; none is given twice.

    From serial ``first`` to ``last`` of that ``year``, one for each of ``sheets``. ``digest`` binds
    all that stands on the sheets.
    """

    year: Year
    first: Serial
    last: Serial
    sheets: Annotated[tuple[SheetKind, ...], msgspec.Meta(min_length=1, max_length=255)]
    template: Count
    digest: Hex32
    seen: Seen

    def misfit(self) -> tuple[str, str] | None:
        """One number for each sheet, no more and no fewer."""
        if self.last - self.first + 1 != len(self.sheets):
            return "last", "the serial of the last sheet"
        return None


class DowntimeUsed(Body, frozen=True, kw_only=True, tag="downtime_used"):
    """A sheet was entered in that case; stands beside the case's own `downtime_entered`, so that
    the station knows which numbers are out without a look into every case."""

    number: Needed
    case_id: UUID


class DowntimeStruck(Body, frozen=True, kw_only=True, tag="downtime_struck"):
    """A sheet was spoiled, lost or left blank: its number is never entered."""

    number: Needed
    reason: Needed


class DowntimeEntered(Body, frozen=True, kw_only=True, tag="downtime_entered"):
    """What a sheet said was entered; ``covers`` are the entries of this case that came from it.

    Stands in the same transaction as these. ``scan``: the file of the sheet itself, if it was
    scanned.
    """

    number: Needed
    sheet: SheetKind
    covers: Annotated[tuple[UUID, ...], msgspec.Meta(min_length=1, max_length=200)]
    scan: UUID | None = None


SheetState = Literal["outstanding", "entered", "struck"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """One numbered sheet as it stands; ``reserved_at`` in UTC, ``reserved`` is that entry."""

    number: str
    kind: SheetKind
    reserved: UUID
    reserved_at: datetime
    state: SheetState = "outstanding"
    case_id: UUID | None = None
    reason: str = ""


Sheets = dict[str, Sheet]
"""By number, in the order in which they were reserved."""


def sheet_number(code: str, year: int, serial: int) -> str:
    """Station code, year and serial, e.g. ``DT-AC-26-0001``; gaps are allowed, reuse is not."""
    return f"DT-{code}-{year % 100:02d}-{serial:04d}"


def numbers_of(body: DowntimeReserved, code: str) -> tuple[str, ...]:
    """The number of each of its sheets, in their order."""
    return tuple(sheet_number(code, body.year, body.first + at) for at in range(len(body.sheets)))


def next_serial(reserved: Iterable[DowntimeReserved], year: int) -> int:
    """The first serial of a year that no reservation has taken."""
    return max((one.last for one in reserved if one.year == year), default=0) + 1


def reserve(sheets: Sheets, body: DowntimeReserved, code: str, entry_id: UUID) -> None:
    """Puts its numbers among the sheets; a number that is there already stays what it was."""
    for number, kind in zip(numbers_of(body, code), body.sheets, strict=True):
        sheets.setdefault(
            number,
            Sheet(number=number, kind=kind, reserved=entry_id, reserved_at=body.occurred_at),
        )


def use(sheets: Sheets, body: DowntimeUsed | DowntimeStruck) -> None:
    """Enters or strikes one that is outstanding; any other stays as it is."""
    sheet = sheets.get(body.number)
    if sheet is None or sheet.state != "outstanding":
        return
    sheets[body.number] = (
        replace(sheet, state="entered", case_id=body.case_id)
        if isinstance(body, DowntimeUsed)
        else replace(sheet, state="struck", reason=body.reason)
    )


def outstanding(sheets: Mapping[str, Sheet]) -> tuple[Sheet, ...]:
    """The sheets that are neither entered nor struck, in the order of their numbers."""
    return tuple(one for one in sheets.values() if one.state == "outstanding")


def _nothing(_draft: "Draft", _entry: "Entry", _body: DowntimeEntered) -> None:
    """What it covers stands by itself; that it came from paper is told in the log."""


STATION_KINDS = (DowntimeReserved, DowntimeUsed, DowntimeStruck)
KINDS = (DowntimeEntered,)
HANDLERS: Handlers = {DowntimeEntered: _nothing}
