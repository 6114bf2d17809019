"""When to try again, and when to tell somebody higher: the practice of this house, never law."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Literal

from minors_desk.domain.contacts import Contact, Outcome
from minors_desk.domain.hours import Opening

Escalation = Literal["another_line", "tell_supervisor"]

RETRY_AFTER = timedelta(minutes=15)
RETRY_BY_OUTCOME: dict[Outcome, timedelta] = {
    "busy": timedelta(minutes=5),
    "no_answer": RETRY_AFTER,
    "voicemail": timedelta(minutes=30),
    "refused": timedelta(minutes=30),
    "after_hours_closed": timedelta(hours=1),
}
"""House practice. What was reached or is a wrong number is not tried again by itself."""
TRIES_BEFORE_ANOTHER_LINE = 2
"""House practice: after so many tries in a row that reached nobody, another line is rung."""
TRIES_BEFORE_SUPERVISOR = 3
"""House practice: after so many the supervisor is told."""


def proposed_try(outcome: Outcome, ended: datetime, opening: Opening) -> datetime | None:
    """When to try the party again (UTC); a line that is closed then, when it opens.

    ``opening`` is how its line stands when the attempt ended. None: there is no next try.
    """
    after = RETRY_BY_OUTCOME.get(outcome)
    if after is None:
        return None
    again = ended + after
    opens = opening.until
    if opens is not None and opening.state == "closed" and opens > ended:
        return max(again, opens) if outcome != "after_hours_closed" else opens
    return again


def in_vain(tried: Sequence[Contact]) -> tuple[Contact, ...]:
    """The last attempts of these, in order, since somebody was reached."""
    since = 0
    for place, one in enumerate(tried, start=1):
        since = place if one.reached else since
    return tuple(tried[since:])


def untold(vain: Sequence[Contact], supervisor_told: datetime | None) -> int:
    """How many of these attempts in vain were made since somebody higher was told, if ever.

    An attempt may say that it was passed up; ``supervisor_told`` (UTC) is the last call to one.
    """
    passed = [one.told.told_until() for one in vain if one.told.escalated_to]
    if supervisor_told is not None:
        passed.append(supervisor_told)
    return len([one for one in vain if not passed or one.at > max(passed)])


def escalation(count: int, *, has_another: bool) -> Escalation | None:
    """What is advised after so many attempts in vain of which nobody higher was told.

    None: go on as before. ``has_another``: somebody else can be rung for the same purpose.
    """
    if count >= TRIES_BEFORE_SUPERVISOR:
        return "tell_supervisor"
    if count >= TRIES_BEFORE_ANOTHER_LINE and has_another:
        return "another_line"
    return None
