"""Whether somebody can be rung at this hour, or why not: unsafe, closed, tried a moment ago."""

from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from minors_desk.domain.calling import Callee, CallLine
from minors_desk.domain.case import Case
from minors_desk.domain.conditions import nationalities
from minors_desk.domain.contact_log import Promise, promises
from minors_desk.domain.facts import ranked
from minors_desk.domain.hours import NOT_KNOWN, Opening, opening
from minors_desk.domain.people import PARENTS, Person
from minors_desk.domain.retrying import RETRY_AFTER, RETRY_BY_OUTCOME
from minors_desk.domain.values import Danger

Reason = Literal[
    "do_not_contact",
    "has_died",
    "ask_first",
    "number_barred",
    "wrong_number",
    "already_reached",
    "next_try",
    "closed",
    "federal",
    "held_for_counsel",
    "counsel_first",
]
"""Why somebody is not to be rung now."""
REFUGEE = frozenset({"XXB", "XXC"})
WAITS: frozenset[Reason] = frozenset({"next_try", "closed"})
"""What time alone ends."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Ready:
    """Somebody who can be rung now, and how their line stands by its hours."""

    callee: Callee
    opening: Opening = NOT_KNOWN


@dataclass(frozen=True, slots=True, kw_only=True)
class NotNow:
    """Somebody who is not to be rung now; ``until`` (UTC) where time alone ends it."""

    callee: Callee
    reason: Reason
    until: datetime | None = None


def barred(case: Case, callee: Callee) -> Reason | None:
    """Why they are not to hear of the child, at whatever hour; None where nothing says so."""
    person = callee.person
    if callee.not_called is not None:
        return callee.not_called
    if callee.number_barred:
        return "number_barred"
    if person is not None and asks_first(case, person):
        return "ask_first"
    if callee.tried and callee.tried[-1].told.outcome == "wrong_number":
        return "wrong_number"
    if callee.purpose == "consulate" and holds_notice(case):
        return "held_for_counsel"
    if callee.purpose == "consulate" and is_refugee(case):
        return "counsel_first"
    return None


def stands(case: Case, callee: Callee, at: datetime, zone: str) -> Ready | NotNow:
    """How it is with them at that instant (UTC); ``zone`` is the station's."""
    line, why = callee.line, barred(case, callee)
    if why is not None:
        return NotNow(callee=callee, reason=why)
    if _is_done(case, callee, at):
        return NotNow(callee=callee, reason="already_reached")
    again = _again(callee)
    if again is not None and again > at:
        return NotNow(callee=callee, reason="next_try", until=again)
    found = NOT_KNOWN if line is None else opening(line.hours, at, _zone_of(line, zone))
    if found.state == "closed":
        return NotNow(callee=callee, reason="closed", until=found.until)
    return Ready(callee=callee, opening=found)


def holds_notice(case: Case) -> bool:
    """Whether counsel is to answer before a consulate hears of the child; no clock stops by it."""
    return bool(case.consular.held("consular_notice"))


def is_refugee(case: Case) -> bool:
    """Whether the child is said to be a refugee, and counsel has not said *go ahead*.

    A consulate is the government that a refugee fled from (row US-CN-06: ask counsel first).
    """
    if nationalities(case).isdisjoint(REFUGEE):
        return False
    return not any(one.what == "consular_notice" and not one.stands for one in case.consular.holds)


def asks_first(case: Case, person: Person) -> bool:
    """Whether somebody is asked before this person is rung: so it was told, or the child fears it.

    Of whom the child fears in words only it is not known who is meant: then everybody of whom
    nobody said that it is safe.
    """
    if person.safe_to_contact == "ask_first":
        return True
    feared = [one.value for one in ranked(case.facts, "danger_feared")]
    named = {one.person_id for one in feared if isinstance(one, Danger)}
    return person.person_id in named or (None in named and person.safe_to_contact is None)


def _is_done(case: Case, callee: Callee, at: datetime) -> bool:
    """Whether it was reached, and nothing began since for which it is to be rung."""
    reached = callee.last_reached
    if reached is None or callee.next_try is not None or promise_of(case, callee, at) is not None:
        return False
    return not any(one.start > reached.at for one in callee.serves)


def _again(callee: Callee) -> datetime | None:
    """When it may be tried again: as planned, else as is the practice of this house."""
    if callee.next_try is not None:
        return callee.next_try.due
    if not callee.tried or callee.tried[-1].reached:
        return None
    last = callee.tried[-1].told
    return last.told_until() + RETRY_BY_OUTCOME.get(last.outcome, RETRY_AFTER)


def _zone_of(line: CallLine, zone: str) -> str | None:
    """Whose clock the hours go by that name none: ours for a line of our own or of our state."""
    return zone if line.is_own or "-" in line.jurisdiction else None


def before(one: Callee) -> tuple[bool, bool, bool, bool]:
    """Who has a number, a parent before other relatives, own lines, then those of the state."""
    person, line = one.person, one.line
    return (
        not one.party.number,
        person is not None and person.role not in PARENTS,
        line is not None and not line.is_own,
        line is not None and "-" not in line.jurisdiction,
    )


def promise_of(case: Case, callee: Callee, at: datetime) -> Promise | None:
    """What they promised by a time that has passed, and nothing was heard since."""
    return next(
        (one for one in promises(case) if one.due <= at and one.party.is_same(callee.party)),
        None,
    )
