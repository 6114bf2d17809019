"""One paper of many cases into a folder, case by case: each an issued copy with its own entries."""

import os
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from uuid import UUID

from minors_desk.domain import roles
from minors_desk.domain.changes import Changes
from minors_desk.errors import BadInput, DeskError
from minors_desk.papers.drawing import LETTER, Sheet
from minors_desk.services import cases, handoff_log, printing
from minors_desk.services.desk import Desk
from minors_desk.services.handoff_log import Wanted
from minors_desk.services.printing import Issued
from minors_desk.services.recording import require

_UNSAFE = re.compile(r"[^0-9A-Za-z-]+")


@dataclass(frozen=True, slots=True, kw_only=True)
class Printed:
    """One paper of one case: the name of its file, or why there is none and what to do.

    `ends` says that the folder took no file: further papers would be issued for nothing. `changes`
    are the entries that were made, if any.
    """

    case_id: UUID
    case: str
    file: str = ""
    pages: int = 0
    title: str = ""
    what_to_do: str = ""
    ends: bool = False
    changes: tuple[Changes, ...] = ()


@dataclass(slots=True)
class Tally:
    """How printing many went so far, out of `asked`."""

    asked: int
    printed: list[Printed] = field(default_factory=list)
    failed: list[Printed] = field(default_factory=list)

    def add(self, one: Printed) -> None:
        """Count one."""
        (self.printed if one.file else self.failed).append(one)

    @property
    def done(self) -> int:
        """How many of those asked for were tried."""
        return len(self.printed) + len(self.failed)

    @property
    def not_tried(self) -> int:
        """How many were not, because it was stopped or the folder took no more."""
        return self.asked - self.done


def of_handoffs(desk: Desk, since: datetime | None, until: datetime | None) -> tuple[UUID, ...]:
    """The cases of all handoffs that ended from then up to then (UTC), each once, newest first."""
    found = handoff_log.narrowed(handoff_log.rows(desk, since), Wanted(until=until))
    return tuple(dict.fromkeys(one.case_id for one in found))


def check_folder(folder: Path) -> None:
    """Raises BadInput unless files can be made in that folder."""
    if not folder.is_dir():
        raise BadInput("That is no folder", "Name a folder that is there.", field="folder")
    if not os.access(folder, os.W_OK | os.X_OK):
        raise BadInput("Nothing may be written in that folder", "Name another.", field="folder")


def print_one(desk: Desk, case_id: UUID, name: str, folder: Path, sheet: Sheet = LETTER) -> Printed:
    """Issue the likeliest paper of that name and write it into the folder, for its owner only.

    Its file is called by number, version and copy: no name of a child. What the case or the folder
    does not allow is returned; BadInput and failures of the program are raised.
    """
    require(desk, roles.PRINT_PAPERS)
    case = cases.read(desk, case_id)
    try:
        subject = printing.usual_subject(case, name)
        issued = printing.issue_paper(desk, case_id, name, subject, sheet)
    except DeskError as error:
        return Printed(case_id=case_id, case=case.number, title=error.title, what_to_do=error.hint)
    file = _UNSAFE.sub("_", f"{issued.number}-v{issued.version}-c{issued.copy}") + ".pdf"
    try:
        _write(folder / file, issued)
    except OSError:
        failed = printing.print_failed(desk, issued, "the folder took no file")
        return Printed(
            case_id=case_id,
            case=case.number,
            title="The file could not be written",
            what_to_do="Free some space, or choose another folder.",
            ends=True,
            changes=(issued.changes, failed),
        )
    saved = printing.paper_printed(desk, issued, "file")
    return Printed(
        case_id=case_id,
        case=case.number,
        file=file,
        pages=issued.pages,
        changes=(issued.changes, saved),
    )


def _unwatched(_done: int, _total: int) -> None:
    """Nobody wants to know how far it is."""


def print_many(
    desk: Desk,
    case_ids: Sequence[UUID],
    name: str,
    folder: Path,
    sheet: Sheet = LETTER,
    progress: Callable[[int, int], None] = _unwatched,
) -> Tally:
    """Print that paper of each of these cases, one after the other; `progress` may raise to stop.

    Raises BadInput before anything is issued when the folder is none.
    """
    check_folder(folder)
    tally = Tally(asked=len(case_ids))
    for case_id in case_ids:
        progress(tally.done, tally.asked)
        one = print_one(desk, case_id, name, folder, sheet)
        tally.add(one)
        if one.ends:
            break
    progress(tally.done, tally.asked)
    return tally


def _write(path: Path, issued: Issued) -> None:
    """Write a new file down to the disk; it never writes over another."""
    handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(handle, "wb") as file:
        file.write(issued.pdf)
        file.flush()
        os.fsync(file.fileno())
