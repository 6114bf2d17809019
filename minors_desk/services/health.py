"""How the record is: when it was backed up and checked last, how large it is, who may write in it.

None of it is content of a case, so that an administrator may see it.
"""

from dataclasses import dataclass
from datetime import datetime

from minors_desk.domain import roles
from minors_desk.domain.stations import fold_station
from minors_desk.services.desk import Desk
from minors_desk.services.recording import require
from minors_desk.storage import measures
from minors_desk.storage.measures import Measures


@dataclass(frozen=True, slots=True, kw_only=True)
class LastBackup:
    """The newest backup that the log knows of; ``size`` in bytes, ``upto`` its last entry."""

    at: datetime
    by: str
    place: str
    size: int
    upto: int
    before_upgrade: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class LastCheck:
    """The newest check of the whole record, its answer, and the last entry that it read."""

    at: datetime
    by: str
    problems: int
    upto: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Health:
    """All of it; ``folder`` is the path of the record's folder, and ``as_of`` when it was read."""

    backup: LastBackup | None
    check: LastCheck | None
    measures: Measures
    folder: str
    writes: bool
    as_of: datetime


def read(desk: Desk) -> Health:
    """How the record is now. Raises Refused when the person's roles do not allow it."""
    require(desk, roles.KEEP_RECORD)
    station = fold_station(desk.journal.station_entries())
    made, checked = station.last_backup, station.last_check

    def name(chain: bytes) -> str:
        person = station.author(chain)
        return "" if person is None else person.name

    return Health(
        backup=None
        if made is None
        else LastBackup(
            at=made.occurred_at,
            by=name(station.backed_up_by),
            place=made.place,
            size=made.size,
            upto=made.seen.ordinal,
            before_upgrade=made.reason == "before_upgrade",
        ),
        check=None
        if checked is None
        else LastCheck(
            at=checked.occurred_at,
            by=name(station.checked_by),
            problems=checked.problems,
            upto=checked.seen.ordinal,
        ),
        measures=measures.measure(desk.vault),
        folder=str(desk.vault.folder),
        writes=desk.vault.writes,
        as_of=desk.now(),
    )
