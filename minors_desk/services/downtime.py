"""Paper days: blank sheets printed ahead under reserved numbers, and entered once afterwards."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path
from uuid import UUID
from zoneinfo import ZoneInfo

import msgspec

from minors_desk.domain import downtime, roles
from minors_desk.domain.admission import Refusal
from minors_desk.domain.bodies import Body, SecondPerson
from minors_desk.domain.changes import Changes
from minors_desk.domain.downtime import (
    DowntimeEntered,
    DowntimeReserved,
    DowntimeStruck,
    DowntimeUsed,
    Sheet,
)
from minors_desk.domain.downtime_rules import check_line, must_be_outstanding
from minors_desk.domain.encounter import Encountered
from minors_desk.domain.entries import kind_of
from minors_desk.errors import BadInput
from minors_desk.papers import downtime as sheets_on_paper
from minors_desk.papers.drawing import Imprint, draw_sheets
from minors_desk.papers.sheet import digest
from minors_desk.services import attachments, blank_sheets, cases, sheet_scans
from minors_desk.services.attachments import NewFile
from minors_desk.services.desk import Desk
from minors_desk.services.imprints import imprinted, who
from minors_desk.services.recording import Item, as_refused, record, require
from minors_desk.services.signing_in import seen


@dataclass(frozen=True, slots=True, kw_only=True)
class BlankSheets:
    """Reserved sheets as one PDF: their numbers in its order, the seal code all of them carry."""

    entry_id: UUID
    sheets: tuple[Sheet, ...]
    seal_code: str
    pdf: bytes
    changes: Changes


@dataclass(frozen=True, slots=True, kw_only=True)
class SheetLines:
    """What is entered from a sheet: its number, its lines, and the scan of it if there is one."""

    number: str
    lines: tuple[Body, ...]
    scan: Path | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Entered:
    """The case that a sheet was entered in, and the ids of the entries that came from it."""

    case_id: UUID
    covers: tuple[UUID, ...]
    changes: Changes


def make_pack(desk: Desk, sets: int) -> BlankSheets:
    """Reserves numbers for so many sets in one append, then draws their sheets.

    Raises BadInput for none, or for more than `downtime.MOST_SETS`.
    """
    require(desk, roles.PRINT_PAPERS)
    if not 1 <= sets <= downtime.MOST_SETS:
        raise BadInput(
            "That is no number of sets",
            f"Give 1 to {downtime.MOST_SETS}; for more, print another pack.",
            field="--count",
        )
    desk.look_again()
    at = desk.now()
    code, year = desk.founded.code, at.astimezone(ZoneInfo(desk.zone)).year
    kinds = downtime.SHEET_KINDS * sets
    first = downtime.next_serial(desk.station.reserved, year)
    numbers = [downtime.sheet_number(code, year, first + place) for place in range(len(kinds))]
    layouts = blank_sheets.laid_out(desk, list(zip(kinds, numbers, strict=True)), desk.packs)
    bound = sheets_on_paper.bound(layouts)
    body = DowntimeReserved(
        occurred_at=at,
        year=year,
        first=first,
        last=first + len(kinds) - 1,
        sheets=kinds,
        template=sheets_on_paper.TEMPLATE,
        digest=digest(downtime.DOWNTIME, sheets_on_paper.TEMPLATE, bound).hex(),
        seen=seen(desk.journal),
    )
    changes = record(desk, roles.PRINT_PAPERS, [(None, body)])
    desk.look_again()
    made = tuple(desk.station.sheets[number] for number in numbers)
    imprints = _imprints(desk, made, bytes.fromhex(body.digest), at)
    return BlankSheets(
        entry_id=made[0].reserved,
        sheets=made,
        seal_code=imprints[0].seal_code,
        pdf=draw_sheets(list(zip(layouts, imprints, strict=True))),
        changes=changes,
    )


def listed(desk: Desk) -> tuple[Sheet, ...]:
    """Every sheet that was ever printed here, as it stands now, in the order of the numbers."""
    require(desk, roles.READ_CASES)
    desk.look_again()
    return tuple(desk.station.sheets.values())


def outstanding(desk: Desk) -> tuple[Sheet, ...]:
    """Those that are neither entered nor struck."""
    return downtime.outstanding({one.number: one for one in listed(desk)})


def strike(desk: Desk, number: str, reason: str) -> Changes:
    """Takes a spoiled, lost or unused sheet out: its number is never entered. Needs a reason."""
    require(desk, roles.PRINT_PAPERS)
    if not reason.strip():
        raise BadInput("Why it is struck is missing", "Say why, such as: spoiled.", field="reason")
    sheet = _to_enter(desk, number)
    body = DowntimeStruck(occurred_at=desk.now(), number=sheet.number, reason=reason)
    changes = record(desk, roles.PRINT_PAPERS, [(None, body)])
    desk.look_again()
    return changes


def never_printed(desk: Desk, made: BlankSheets, reason: str) -> Changes:
    """Strikes sheets whose numbers were reserved, but which never came out: all in one append."""
    now = desk.now()
    bodies = [
        DowntimeStruck(occurred_at=now, number=one.number, reason=reason) for one in made.sheets
    ]
    changes = record(desk, roles.PRINT_PAPERS, [(None, body) for body in bodies])
    desk.look_again()
    return changes


def enter(
    desk: Desk,
    number: str,
    case_id: UUID | None,
    lines: Sequence[Body],
    scan: Path | None = None,
    form: str | None = None,
) -> Entered:
    """Enters what a sheet says, all or none, in one transaction with what says that it was.

    Every line keeps the paper's time as when it happened, and is late because the system was down;
    who did it by another hand signed on paper. ``case_id`` None opens a case: an intake whose first
    line is the encounter. Raises Refused for a number that is not outstanding, a line that the
    sheet has not, or one from before it was printed; BadInput for the scan of another sheet.
    """
    require(desk, roles.WRITE_CASES)
    sheet = _to_enter(desk, number)
    _fits(sheet, case_id, lines)
    bodies: list[Body] = [_from_paper(one) for one in lines]
    into = desk.new_id() if case_id is None else case_id
    stored = None
    if scan is not None:
        if case_id is not None:
            cases.must_exist(desk, case_id)
        sheet_scans.must_be_of(desk, sheet, scan)
        stored = attachments.stored(desk, _scan_of(desk, sheet, scan))
        bodies.append(stored)
    elif case_id is not None:
        cases.must_exist(desk, case_id)
    ids = tuple(desk.new_id() for _ in bodies)
    now = desk.now()
    entered = DowntimeEntered(
        occurred_at=now,
        number=sheet.number,
        sheet=sheet.kind,
        covers=ids,
        scan=None if stored is None else stored.file_id,
    )
    items: list[Item] = [(into, one) for one in (*bodies, entered)]
    items.append((None, DowntimeUsed(occurred_at=now, number=sheet.number, case_id=into)))
    with attachments.kept_only_if_recorded(desk, stored):
        changes = record(desk, roles.WRITE_CASES, items, form=form, ids=ids)
    desk.look_again()
    return Entered(case_id=into, covers=ids, changes=changes)


def save_lines(desk: Desk, case_id: UUID, sheet: SheetLines, *, form: str | None = None) -> Changes:
    """Enters a sheet in a case that there is; as `enter`."""
    return enter(desk, sheet.number, case_id, sheet.lines, sheet.scan, form).changes


def _to_enter(desk: Desk, number: str) -> Sheet:
    """The sheet of that number, read from the log as it stands now."""
    desk.look_again()
    try:
        return must_be_outstanding(desk.station.sheets, number)
    except Refusal as refusal:
        raise as_refused(refusal) from None


def _fits(sheet: Sheet, case_id: UUID | None, lines: Sequence[Body]) -> None:
    if not lines:
        raise BadInput(
            "The sheet has no line to enter", "Enter a line, or strike the sheet.", field="lines"
        )
    opens = [isinstance(one, Encountered) for one in lines]
    if case_id is None and (not opens[0] or sum(opens) > 1):
        raise BadInput(
            "A new case begins with one encounter",
            "Put the line of the encounter first, or choose the case.",
            field="case",
        )
    if case_id is not None and any(opens):
        raise BadInput(
            "This case has been opened already",
            "Leave out the line of the encounter, or open a new case.",
            field="case",
        )
    try:
        for one in lines:
            check_line(sheet, kind_of(one), one.occurred_at)
    except Refusal as refusal:
        raise as_refused(refusal) from None


def _from_paper(body: Body) -> Body:
    """The line as an entry: late because the system was down, by whoever signed on paper."""
    by = body.done_by
    if by is not None and by.how == "named_only":
        by = SecondPerson(name=by.name, badge=by.badge, how="signed_on_paper")
    return msgspec.structs.replace(body, late_because="system_was_down", done_by=by)


def _scan_of(desk: Desk, sheet: Sheet, path: Path) -> NewFile:
    return NewFile(
        path=path,
        what="document",
        purpose=f"Scan of downtime sheet {sheet.number}",
        authority="",
        about=None,
        common={"occurred_at": desk.now()},
    )


def _imprints(desk: Desk, made: Sequence[Sheet], bound: bytes, at: datetime) -> list[Imprint]:
    """One for each sheet: its own number, and of the codes of all pages the one that is its."""
    whole = imprinted(desk, made[0].reserved, ("", 1, 1), bound, (len(made), at, who(desk.person)))
    return [
        replace(whole, paper_number=sheet.number, qr=(code,))
        for sheet, code in zip(made, whole.qr, strict=True)
    ]
