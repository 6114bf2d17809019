"""What a line to call did before, over all cases of the record; no child is named by it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, time

from minors_desk.domain.bodies import CLOCK_PRECISIONS
from minors_desk.domain.case import Case
from minors_desk.domain.contacts import Outcome
from minors_desk.domain.when import in_zone

NIGHT_FROM, NIGHT_UNTIL = time(20), time(6)
"""House practice: what counts as night, by the station's clock."""
LOOKED_AT = 5
"""So many of the last tries of the same part of the day are counted."""


@dataclass(frozen=True, slots=True, kw_only=True)
class LineTry:
    """One try of a line of the directory; ``at`` in UTC, ``ordinal`` that of its entry."""

    ordinal: int
    line_id: str
    at: datetime
    outcome: Outcome

    @property
    def answered(self) -> bool:
        """Whether somebody was spoken to."""
        return self.outcome == "reached"


@dataclass(frozen=True, slots=True, kw_only=True)
class LineHistory:
    """What a line did at an hour like this one; ``last_answered`` in UTC, at whatever hour.

    Of the last ``tried`` tries at such an hour, ``answered`` were; ``by_night`` says which.
    """

    last_answered: datetime | None
    by_night: bool
    tried: int
    answered: int


def tries_of(case: Case) -> tuple[LineTry, ...]:
    """The tries of lines of the directory that a case tells, of those whose time is known."""
    ordinals = {line.entry.id: line.entry.ordinal for line in case.log}
    return tuple(
        LineTry(
            ordinal=ordinals[one.entry_id],
            line_id=one.told.party.line_id,
            at=one.at,
            outcome=one.told.outcome,
        )
        for one in case.contacts
        if one.told.party.line_id and one.told.precision in CLOCK_PRECISIONS
    )


def history(tries: Sequence[LineTry], at: datetime, zone: str) -> LineHistory | None:
    """What that line did before that instant (UTC); None where it was never tried."""
    before = sorted((one for one in tries if one.at < at), key=lambda one: (one.at, one.ordinal))
    if not before:
        return None
    night = is_night(at, zone)
    alike = [one for one in before if is_night(one.at, zone) is night][-LOOKED_AT:]
    return LineHistory(
        last_answered=max((one.at for one in before if one.answered), default=None),
        by_night=night,
        tried=len(alike),
        answered=sum(one.answered for one in alike),
    )


def is_night(moment: datetime, zone: str) -> bool:
    """Whether it is night by the station's clock."""
    hour = in_zone(moment, zone).time()
    return hour >= NIGHT_FROM or hour < NIGHT_UNTIL
