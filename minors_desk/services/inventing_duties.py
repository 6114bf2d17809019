"""What an invented night owes and meets: the child told, an interpreter, calls, written reports."""

from collections.abc import Iterator
from datetime import datetime, timedelta
from random import Random
from uuid import UUID

from minors_desk.domain.bodies import Body
from minors_desk.domain.closing import CaseClosed
from minors_desk.domain.contacts import (
    ContactTried,
    NotReachedExplained,
    Party,
    ReferenceGiven,
    ReportSent,
)
from minors_desk.domain.interpreting import InterpreterUsed
from minors_desk.domain.limits import LimitExplained
from minors_desk.domain.people import PersonTold
from minors_desk.domain.rights import RightsTold

HOTLINE = Party(name="Child protection hotline")
IN_TIME = 0.9
"""So many reports are confirmed in writing within their 48 hours."""
PARENT_REACHED = 0.35
ASKED_FOR_THE_CONSULATE = 0.08
MANDATORY = frozenset({"CN", "PH", "RO", "RU", "UA"})
"""Of the countries of the sample, those whose consulates are always notified."""
_ENGLISH = "eng"
_HOUR = timedelta(hours=1)


def told_and_asked(
    dice: Random, at: datetime, country: str, language: str | None
) -> Iterator[Body]:
    """From an instant (UTC) in the first hours on: rights, interpreter, record check, parents.

    ``language`` is None for a child who told nothing: nobody knows yet what it speaks.
    """
    minutes = iter(range(1, 24, 3))

    def later() -> datetime:
        return at + timedelta(minutes=next(minutes))

    if language is not None and language != _ENGLISH:
        yield InterpreterUsed(occurred_at=later(), language=language, mode="telephone")
    yield RightsTold(
        occurred_at=later(),
        what=("reason_held", "rights", "consulate"),
        language=language or "",
        understood="yes" if language else "not_clear",
    )
    number = f"M {dice.randrange(10_000):04} {dice.randrange(10_000):04}"
    yield ReferenceGiven(occurred_at=later(), system="ncic", number=number, note="No hit")
    if country in MANDATORY or dice.random() < ASKED_FOR_THE_CONSULATE:
        yield ContactTried(
            occurred_at=later(),
            party=Party(name="Consulate"),
            purpose="consulate",
            method="telephone",
            outcome="reached",
        )
    if dice.random() < PARENT_REACHED:
        mother = UUID(int=dice.getrandbits(128), version=4)
        yield PersonTold(
            occurred_at=later(), person_id=mother, role="mother", safe_to_contact="yes"
        )
        yield ContactTried(
            occurred_at=later(),
            party=Party(name="Mother", person_id=mother),
            purpose="parent_or_relative",
            method="telephone",
            outcome="reached",
        )
    else:
        yield NotReachedExplained(
            occurred_at=later(), purpose="parent_or_relative", reason="No number was known"
        )


def written_and_closed(dice: Random, begins: datetime) -> Iterator[Body]:
    """The report in writing, some late, and then nothing is owed any more; instants UTC."""
    in_time = dice.random() < IN_TIME
    written = begins + (dice.randint(3, 40) if in_time else dice.randint(50, 90)) * _HOUR
    yield ReportSent(
        occurred_at=written, report="child_protection_written", to=HOTLINE.name, method="fax"
    )
    if not in_time:
        yield LimitExplained(
            occurred_at=written + _HOUR // 2,
            rule="US-IL-10",
            reason="The officer who made the call was off duty for two days",
        )
    yield CaseClosed(occurred_at=written + dice.randint(4, 30) * _HOUR)
