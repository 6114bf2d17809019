"""What the next call of a child is found from at this desk: who can be rung, duties, gates."""

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

from minors_desk.domain.call_words import Caller, Say, call_words
from minors_desk.domain.calling import callees
from minors_desk.domain.case import Case
from minors_desk.domain.contacts import Purpose
from minors_desk.domain.duties import DutyClock, clocks
from minors_desk.domain.facts import names_of
from minors_desk.domain.federal_calls import federal_gates
from minors_desk.domain.next_call import Known, NextCalls, known_by
from minors_desk.domain.next_call import next_calls as calls_from
from minors_desk.domain.rules import Pack
from minors_desk.services import directory, packs
from minors_desk.services.desk import Desk
from minors_desk.wording.codes import word


def known(desk: Desk, case: Case, judging: Sequence[Pack], running: tuple[DutyClock, ...]) -> Known:
    """What the calls are found from at any instant; ``running`` are the duties of the case.

    Which gates are law is asked as of now.
    """
    return Known(
        callees=callees(case, directory.lines(desk), running, called(case)),
        clocks=running,
        gates=federal_gates(case, judging, desk.clock(), desk.zone),
    )


def next_calls(desk: Desk, case: Case, at: datetime) -> NextCalls:
    """Whom to ring at that instant (UTC), in order, and who is not to be rung then."""
    judging = packs.judging(case, desk.station, desk.packs)
    found = known(desk, case, judging, clocks(case, judging, desk.zone))
    return calls_from(case, found, at, desk.zone)


def calls_of_story(
    case: Case, given: Sequence[Pack], jurisdiction: str, at: datetime, zone: str
) -> NextCalls:
    """The same for an invented case, by these packs and the lines that ship for the place."""
    lines = directory.shipped_lines(jurisdiction)
    return calls_from(case, known_by(case, given, lines, called(case), (at, zone)), at, zone)


def said(
    desk: Desk, case: Case, purpose: Purpose, at: datetime, *, federal_open: bool = False
) -> tuple[Say, ...]:
    """What the person at the desk says on a call for that purpose."""
    caller, place = caller_of(desk), (at, desk.zone)
    return call_words(case, purpose, caller, place, federal_open=federal_open)


def caller_of(desk: Desk) -> Caller:
    """Who calls from this desk."""
    return Caller(
        name=desk.person.name, station=desk.founded.station, telephone=desk.station.telephone
    )


def called(case: Case) -> dict[UUID, str]:
    """How each person of the case is called: by name, or by what they are to the child."""
    return {one.person_id: _name(case, one.person_id) for one in case.people}


def _name(case: Case, person_id: UUID) -> str:
    names = names_of(case.facts, person_id)
    if names:
        return names[0].value.as_said
    person = case.person(person_id)
    if person is None:
        return ""
    return person.claimed_relation or word("person_role", person.role)
