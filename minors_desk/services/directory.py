"""The directory: the agency's own lines first, then those that ship with the program."""

from typing import cast

from minors_desk import directory
from minors_desk.domain import roles
from minors_desk.domain.calling import CallLine
from minors_desk.domain.changes import Changes
from minors_desk.domain.contacts import Purpose
from minors_desk.domain.station import AgencyLine, DirectoryLineSet, StationTelephoneSet
from minors_desk.services.desk import Desk
from minors_desk.services.recording import record
from minors_desk.wording.phrases import joined

TIPS = frozenset({"us-trafficking-hotline", "us-ncmec", "ca-trafficking-hotline"})
"""Shipped lines that take a tip about trafficking besides (rule US-TR-07; CA-F-31)."""
OWN = "own-"
"""What the id of a line begins with that stands in no shipped line's place."""


def lines(desk: Desk, *, everywhere: bool = False) -> tuple[CallLine, ...]:
    """The lines of the station's jurisdiction and its country; with ``everywhere`` all others too.

    An own line under a shipped one's id stands in its place.
    """
    own = {one.id: _own(one) for one in desk.station.directory.values()}
    here = directory.lines_for(desk.founded.jurisdiction)
    others = [one for one in directory.all_lines() if one not in here] if everywhere else []
    shipped = [_shipped(one) for one in (*here, *others) if one.id not in own]
    return (*own.values(), *shipped)


def shipped_lines(jurisdiction: str) -> tuple[CallLine, ...]:
    """The lines that ship for that jurisdiction, then those of its country."""
    return tuple(_shipped(one) for one in directory.lines_for(jurisdiction))


def tip_lines(desk: Desk) -> tuple[CallLine, ...]:
    """The lines here that take a notice or a tip about trafficking."""
    here = lines(desk)
    return tuple(one for one in here if one.purpose == "trafficking_notice" or one.id in TIPS)


def shipped_line(line_id: str) -> CallLine | None:
    """The line of that id as it ships, whatever the agency has put in its place."""
    return next((_shipped(one) for one in directory.all_lines() if one.id == line_id), None)


def may_set(desk: Desk) -> bool:
    """Whether the person at the desk may enter a line of the agency's own."""
    return roles.may(desk.person.roles, roles.SET_DIRECTORY)


def new_line_id(desk: Desk) -> str:
    """The id of a line that stands in no shipped line's place."""
    return f"{OWN}{desk.new_id()}"


def set_line(desk: Desk, line: DirectoryLineSet, form: str | None = None) -> Changes:
    """Enters the agency's own word on a line; raises Refused for who is no supervisor."""
    changes = record(desk, roles.SET_DIRECTORY, [(None, line)], form=form)
    desk.look_again()
    return changes


def set_telephone(desk: Desk, body: StationTelephoneSet, form: str | None = None) -> Changes:
    """Enters the number of our own station, for papers from now on; raises as `set_line`."""
    changes = record(desk, roles.SET_DIRECTORY, [(None, body)], form=form)
    desk.look_again()
    return changes


def _shipped(line: directory.Line) -> CallLine:
    return CallLine(
        id=line.id,
        jurisdiction=line.jurisdiction,
        purpose=cast(Purpose, line.purpose),
        name=line.name,
        name_fr=line.name_fr,
        number=line.number,
        other=line.other,
        hours=line.hours,
        source=line.source,
        dated=line.dated,
        sureness=line.sureness,
        note=line.note,
        for_country=line.for_country,
        takes_tips=line.id in TIPS,
    )


def _own(line: AgencyLine) -> CallLine:
    by = "" if line.set_by is None else joined(line.set_by.name, line.set_by.badge)
    return CallLine(
        id=line.id,
        jurisdiction=line.jurisdiction,
        purpose=line.purpose,
        name=line.name,
        number=line.number,
        hours=line.hours,
        note=line.note,
        for_country=line.for_country,
        takes_tips=line.id in TIPS,
        set_by=by,
        set_at=line.set_at,
    )
