"""What is owed without a law: calls, promises, doses, re-checks; beside duties, never red."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Literal
from uuid import UUID

from minors_desk.domain.care import medicines
from minors_desk.domain.case import Case
from minors_desk.domain.contact_log import next_tries, promises
from minors_desk.domain.disclosures import InformationAsked
from minors_desk.domain.screening import rechecks
from minors_desk.domain.trafficking_screening import next_screenings

Code = Literal[
    "next_try",
    "promise",
    "next_dose",
    "recheck",
    "screen_again",
    "returned",
    "detainer",
    "answer_put_off",
]


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


def is_call(reminder: Reminder) -> bool:
    """Whether it is met by calling somebody again."""
    return reminder.code in ("next_try", "promise")


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


def _next_doses(case: Case) -> Iterable[Reminder]:
    """Of each medicine, only while we look after the child: whoever has it then gives the next."""
    return (
        Reminder(
            code="next_dose",
            due=row.next_due_at,
            params={"medicine": row.latest.medicine, "dose": row.latest.dose},
            entry_id=row.latest.entry_id,
        )
        for row in medicines(case)
        if row.next_due_at is not None and _is_with_us(case)
    )


def _rechecks(case: Case) -> Iterable[Reminder]:
    """Of each screening that asked for another look and was not followed by one."""
    return (
        Reminder(code="recheck", due=one.due, params={}, entry_id=one.entry_id)
        for one in rechecks(case)
        if one.done_at is None and _is_with_us(case)
    )


def _screen_again(case: Case) -> Iterable[Reminder]:
    """Of each screening for trafficking that was to be gone on with, and was not yet."""
    return (
        Reminder(code="screen_again", due=one.due, params={}, entry_id=one.entry_id)
        for one in next_screenings(case)
        if one.done_at is None and _is_with_us(case)
    )


def _is_with_us(case: Case) -> bool:
    return case.custody is not None and not case.missing


def _returned(case: Case) -> Iterable[Reminder]:
    """A case that a supervisor returned is owed back until it is reviewed again."""
    standing = case.review
    last = standing.last
    if standing.state != "returned" or last is None or last.due_at is None:
        return ()
    reasons = "; ".join(one.words for one in last.reasons)
    params = {"reasons": reasons}
    return (Reminder(code="returned", due=last.due_at, params=params, entry_id=last.entry_id),)


def _detainers(case: Case) -> Iterable[Reminder]:
    """A detainer waits for an answer from the moment it came; passed to counsel it still does."""
    return (
        Reminder(
            code="detainer",
            due=one.at,
            params={"whose": " ".join((one.told.agency, *one.told.number.split()))},
            entry_id=one.entry_id,
        )
        for one in case.disclosing.detainers
        if not one.is_answered
    )


def _put_off(case: Case) -> Iterable[Reminder]:
    """Of each answer that was put off and not followed by another to the same who asked."""
    for place, one in enumerate(case.disclosing.requests):
        until = one.told.until
        later = case.disclosing.requests[place + 1 :]
        if until is not None and not any(_same_asker(one.told, it.told) for it in later):
            who = one.told.agency or one.told.name
            yield Reminder(
                code="answer_put_off", due=until, params={"who": who}, entry_id=one.entry_id
            )


def _same_asker(one: InformationAsked, other: InformationAsked) -> bool:
    return (one.who, one.agency, one.name) == (other.who, other.agency, other.name)


PROVIDERS: tuple[Callable[[Case], Iterable[Reminder]], ...] = (
    _next_tries,
    _promises,
    _next_doses,
    _rechecks,
    _screen_again,
    _returned,
    _detainers,
    _put_off,
)
"""One for each kind of reminder; a feature that reminds of something adds its own here."""
