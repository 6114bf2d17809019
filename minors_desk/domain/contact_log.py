"""What the contact log shows, and what it leaves to do: next tries and promises (paper 9)."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from minors_desk.domain.case import Case
from minors_desk.domain.contacts import (
    PURPOSE_EVENTS,
    Contact,
    NotReached,
    Party,
    Purpose,
    Reference,
    System,
)

SUCCESSES: dict[Purpose, frozenset[str]] = {
    **{purpose: frozenset({reached}) for purpose, (_, reached) in PURPOSE_EVENTS.items()},
    "trafficking_notice": frozenset({"trafficking_office_reached", "trafficking_notice_sent"}),
    "consulate": frozenset({"consulate_reached", "consular_notification_sent"}),
}
"""What ends the tries for a purpose. What is for something else has none: only another try of the
same party ends it, for it says nothing about other parties.
"""
COMES_FOR_THE_CHILD: frozenset[Purpose] = frozenset({"child_protection", "receiver"})
"""Purposes whose promises are settled when the child is handed over."""


@dataclass(frozen=True, slots=True, kw_only=True)
class NextTry:
    """A try that is planned and not yet made; ``due`` in UTC, ``attempts`` made so far."""

    entry_id: UUID
    party: Party
    purpose: Purpose
    due: datetime
    attempts: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Promise:
    """What somebody promised to do by an instant (UTC) and of whom nothing was heard since."""

    entry_id: UUID
    party: Party
    purpose: Purpose
    words: str
    due: datetime


def attempts(case: Case, purpose: Purpose | None = None) -> tuple[Contact, ...]:
    """All attempts in the order they were made, or those for one purpose."""
    return tuple(one for one in case.contacts if purpose in (None, one.told.purpose))


def attempts_by_purpose(case: Case) -> Mapping[Purpose, tuple[Contact, ...]]:
    """The attempts for each purpose that was tried, in the order of the first ones."""
    tried = dict.fromkeys(one.told.purpose for one in case.contacts)
    return {purpose: attempts(case, purpose) for purpose in tried}


def attempts_by_duty(case: Case) -> Mapping[str, tuple[Contact, ...]]:
    """The attempts that served each rule, by its id; one attempt may serve several."""
    served = dict.fromkeys(rule for one in case.contacts for rule in one.told.duties)
    return {rule: tuple(one for one in case.contacts if rule in one.told.duties) for rule in served}


def first_success(case: Case, purpose: Purpose) -> Contact | None:
    """The first attempt for that purpose that reached somebody."""
    return next((one for one in attempts(case, purpose) if one.reached), None)


def reason_not_reached(case: Case, purpose: Purpose) -> NotReached | None:
    """The last explanation why nobody was reached for that purpose."""
    return next((one for one in reversed(case.not_reached) if one.purpose == purpose), None)


def last_reference(case: Case, system: System) -> Reference | None:
    """The newest number that system gave."""
    return next((one for one in reversed(case.references) if one.system == system), None)


def next_tries(case: Case) -> tuple[NextTry, ...]:
    """The tries that are planned and still to be made, earliest first.

    One is made by a later attempt for that purpose with the same party, or needed no more after
    a later success for the purpose. It may also be given up: by an explanation, written when it
    was due, why nobody was reached.
    """
    rows = [
        NextTry(
            entry_id=one.entry_id,
            party=one.told.party,
            purpose=one.told.purpose,
            due=one.told.next_try_at,
            attempts=1 + len(_same(one, case.contacts[:place])),
        )
        for place, one in enumerate(case.contacts)
        if one.told.next_try_at is not None
        and not _same(one, case.contacts[place + 1 :])
        and not _is_over(case, one, one.told.next_try_at)
    ]
    return tuple(sorted(rows, key=lambda row: (row.due, row.entry_id)))


def promises(case: Case) -> tuple[Promise, ...]:
    """The promises with a time of which nothing more was heard, earliest first.

    A promise is open until its party is reached again, whatever for; who was to come for the
    child has kept it, or can no longer, once the child is handed over.
    """
    rows = [
        Promise(
            entry_id=one.entry_id,
            party=one.told.party,
            purpose=one.told.purpose,
            words=one.told.promised,
            due=one.told.promised_by,
        )
        for place, one in enumerate(case.contacts)
        if one.told.promised_by is not None
        and not _heard_of(one.told.party, case.contacts[place + 1 :])
        and not _is_settled(case, one)
    ]
    return tuple(sorted(rows, key=lambda row: (row.due, row.entry_id)))


def _same(contact: Contact, others: Sequence[Contact]) -> list[Contact]:
    """Those of the others that tried the same party for the same purpose."""
    return [
        one
        for one in others
        if one.told.purpose == contact.told.purpose and one.told.party.is_same(contact.told.party)
    ]


def _is_over(case: Case, contact: Contact, due: datetime) -> bool:
    """Whether a later success made the next try needless, or an explanation gave it up."""
    purpose = contact.told.purpose
    if _happened_after(case, contact, SUCCESSES.get(purpose, frozenset())):
        return True
    return any(one.purpose == purpose and one.at >= due for one in case.not_reached)


def _heard_of(party: Party, later: Sequence[Contact]) -> bool:
    return any(one.reached and one.told.party.is_same(party) for one in later)


def _is_settled(case: Case, contact: Contact) -> bool:
    if contact.told.purpose not in COMES_FOR_THE_CHILD:
        return False
    return _happened_after(case, contact, frozenset({"handed_over"}))


def _happened_after(case: Case, contact: Contact, names: frozenset[str]) -> bool:
    """Whether an entry after the contact's, in fold order, tells one of these events."""
    told = {one.entry_id for one in case.events if one.name in names}
    order = [line.entry.id for line in case.log]
    return not told.isdisjoint(order[order.index(contact.entry_id) + 1 :])
