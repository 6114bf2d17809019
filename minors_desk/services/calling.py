"""What the next call of a child is found from at this desk: who can be rung, duties, gates."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from minors_desk.domain.call_words import Caller, Say, call_words
from minors_desk.domain.calling import Callee, CallLine, callees, forbidden
from minors_desk.domain.case import Case
from minors_desk.domain.contacts import Party, Purpose
from minors_desk.domain.duties import DutyClock, clocks
from minors_desk.domain.facts import names_of
from minors_desk.domain.federal_calls import federal_rulings
from minors_desk.domain.hours import NOT_KNOWN, Opening
from minors_desk.domain.line_history import LineHistory, history
from minors_desk.domain.next_call import Call, Known, NextCalls
from minors_desk.domain.next_call import next_calls as calls_from
from minors_desk.domain.reaching import NotNow, Ready, barred
from minors_desk.domain.rules import Pack
from minors_desk.services import directory, packs
from minors_desk.services.desk import Desk
from minors_desk.storage import line_calls
from minors_desk.wording.codes import word


def known(desk: Desk, case: Case, judging: Sequence[Pack], running: tuple[DutyClock, ...]) -> Known:
    """What the calls are found from at any instant; ``running`` are the duties of the case.

    What the law says of a federal call is asked as of now.
    """
    return _known(case, judging, directory.lines(desk), running, (desk.clock(), desk.zone))


def _known(
    case: Case,
    given: Sequence[Pack],
    lines: Sequence[CallLine],
    running: tuple[DutyClock, ...],
    place: tuple[datetime, str],
) -> Known:
    return Known(
        callees=callees(case, lines, running, called(case)),
        clocks=running,
        rulings=federal_rulings(case, given, *place),
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
    lines, running = directory.shipped_lines(jurisdiction), clocks(case, given, zone)
    return calls_from(case, _known(case, given, lines, running, (at, zone)), at, zone)


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


@dataclass(frozen=True, slots=True, kw_only=True)
class Guide:
    """All that the form of a call shows: who can be called, the calls to make now, what to say."""

    case: Case
    callees: tuple[Callee, ...]
    clocks: tuple[DutyClock, ...]
    calls: NextCalls
    said: Mapping[Purpose, tuple[Say, ...]]
    at: datetime
    histories: Mapping[str, LineHistory]

    def call_of(self, callee: Callee) -> Call | None:
        """The call to make now for which somebody is to be rung."""
        return next(
            (one for one in self.calls.calls if any(each.callee == callee for each in one.whom)),
            None,
        )

    def ready_of(self, callee: Callee) -> Ready | None:
        """How it is with somebody who is to be rung now."""
        every = (each for one in self.calls.calls for each in one.whom)
        return next((one for one in every if one.callee == callee), None)

    def not_now_of(self, callee: Callee) -> NotNow | None:
        """Why somebody is not to be rung now."""
        return next((one for one in self.calls.not_now if one.callee == callee), None)

    def words_for(self, callee: Callee | None, party: Party, purpose: Purpose) -> tuple[Say, ...]:
        """What to say to them on a call for that purpose; nothing to who is not to hear of it.

        ``callee`` is None for somebody who was typed in; ``party`` is then who that is.
        """
        asked = callee or forbidden(party, self.callees) or Callee(party=party, purpose=purpose)
        if barred(self.case, asked) is not None:
            return (Say("nothing_to_them"),)
        return self.said.get(purpose, ())

    def opening_of(self, callee: Callee) -> Opening:
        """How the line of somebody stands by its hours."""
        ready, waits = self.ready_of(callee), self.not_now_of(callee)
        if ready is not None:
            return ready.opening
        if waits is not None and waits.reason == "closed":
            return Opening("closed", waits.until)
        return NOT_KNOWN


def guide(desk: Desk, case: Case) -> Guide:
    """What the form of a call about that child shows, as of now."""
    judging = packs.judging(case, desk.station, desk.packs)
    at = desk.now()
    found = known(desk, case, judging, clocks(case, judging, desk.zone))
    calls = calls_from(case, found, at, desk.zone)
    opened = calls.federal.is_open
    purposes = dict.fromkeys(one.purpose for one in found.callees)
    return Guide(
        case=case,
        callees=found.callees,
        clocks=found.clocks,
        calls=calls,
        said={one: said(desk, case, one, at, federal_open=opened) for one in purposes},
        at=at,
        histories=_histories(desk, [one.line.id for one in found.callees if one.line], at),
    )


def _histories(desk: Desk, lines: Sequence[str], at: datetime) -> dict[str, LineHistory]:
    """What each of these lines did before, in all cases; of those that were ever tried."""
    with desk.journal.reading() as connection:
        found = line_calls.tries(connection, lines)
    told = {line: history(tries, at, desk.zone) for line, tries in found.items()}
    return {line: one for line, one in told.items() if one is not None}
