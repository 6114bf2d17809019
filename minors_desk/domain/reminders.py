"""What is owed without a law: next tries and promises; shown beside duties, never red."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Literal
from uuid import UUID

from minors_desk.domain.case import Case
from minors_desk.domain.contact_log import next_tries, promises

Code = Literal["next_try", "promise"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Reminder:
    """Something to be done or asked about at an instant (UTC), and the entry that says so.

    ``params`` fill the sentence that wording has for the code.
    """

    code: Code
    due: datetime
    params: Mapping[str, str]
    entry_id: UUID


def reminders(case: Case) -> tuple[Reminder, ...]:
    """All that a case reminds of, earliest first."""
    found = [one for provider in PROVIDERS for one in provider(case)]
    return tuple(sorted(found, key=lambda one: (one.due, one.entry_id, one.code)))


def reminder_tone(reminder: Reminder, now: datetime) -> Literal["amber", "green"]:
    """Amber once it is due; no reminder is ever red, for no law is broken by it."""
    return "amber" if now >= reminder.due else "green"


def _next_tries(case: Case) -> Iterable[Reminder]:
    return (
        Reminder(
            code="next_try",
            due=row.due,
            params={
                "party": row.party.name,
                "number": row.party.number,
                "purpose": row.purpose,
                "next": str(row.attempts + 1),
            },
            entry_id=row.entry_id,
        )
        for row in next_tries(case)
    )


def _promises(case: Case) -> Iterable[Reminder]:
    return (
        Reminder(
            code="promise",
            due=row.due,
            params={"party": row.party.name, "purpose": row.purpose, "words": row.words},
            entry_id=row.entry_id,
        )
        for row in promises(case)
    )


PROVIDERS: tuple[Callable[[Case], Iterable[Reminder]], ...] = (_next_tries, _promises)
"""One for each kind of reminder; a feature that reminds of something adds its own here."""
