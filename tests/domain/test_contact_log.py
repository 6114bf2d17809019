"""Next tries and promises: never lost, never after they are settled; and what paper 9 lists."""

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from minors_desk.domain.bodies import Body
from minors_desk.domain.case import Case, fold
from minors_desk.domain.contact_log import (
    attempts,
    attempts_by_duty,
    attempts_by_purpose,
    first_success,
    last_reference,
    next_tries,
    promises,
    reason_not_reached,
)
from minors_desk.domain.contacts import ContactTried, Party, ReferenceGiven, ReportSent
from minors_desk.domain.entries import Entry
from minors_desk.domain.reminders import PROVIDERS, Reminder, reminder_tone, reminders
from tests.domain.samples import (
    CASE,
    at,
    case_of,
    encountered,
    explained,
    handed_over,
    ident,
    reached,
    tried,
)
from tests.domain.samples_custody import began
from tests.domain.strategies import contact_bodies, logs

ROSA = Party(name="Tía Rosa", number="312 555 0188")
PEDRO = Party(name="Pedro", number="312 555 0177")
SCHOOL = Party(name="School")


def case(*bodies: Body) -> Case:
    """The case of a child in custody that these entries tell."""
    return case_of(encountered(-2), began(-1), *bodies)


def due(*bodies: Body) -> list[tuple[str, object, int]]:
    """The next tries: party, instant and how many were made."""
    return [(one.party.name, one.due, one.attempts) for one in next_tries(case(*bodies))]


def test_the_attempts_as_the_paper_lists_them() -> None:
    told = case(
        tried(1, duties=("A", "B")),
        tried(2, ROSA, purpose="parent_or_relative", duties=("C",)),
        reached(3, duties=("A",)),
        reached(4),
        ReferenceGiven(occurred_at=at(5), system="child_protection", number="1"),
        ReferenceGiven(occurred_at=at(6), system="child_protection", number="2"),
        explained(7, "parent_or_relative"),
        explained(8, "parent_or_relative"),
    )
    first, second, third, fourth = told.contacts
    assert attempts(told) == (first, second, third, fourth)
    assert list(attempts_by_purpose(told).items()) == [
        ("child_protection", (first, third, fourth)),
        ("parent_or_relative", (second,)),
    ]
    assert attempts_by_duty(told) == {"A": (first, third), "B": (first,), "C": (second,)}
    assert first_success(told, "child_protection") == third
    assert first_success(told, "parent_or_relative") is None
    reference = last_reference(told, "child_protection")
    assert reference is not None
    assert reference.number == "2"
    assert last_reference(told, "ncic") is None
    reason = reason_not_reached(told, "parent_or_relative")
    assert reason is not None
    assert reason.at == at(8)
    assert reason_not_reached(told, "child_protection") is None


def test_a_next_try_stays_until_it_is_made() -> None:
    first = tried(1, next_try_at=at(30))
    assert due(first) == [("DCFS hotline", at(30), 1)]
    assert due(first, tried(31)) == []
    assert due(first, tried(31, next_try_at=at(60))) == [("DCFS hotline", at(60), 2)]
    assert due(first, tried(2, ROSA)) == [("DCFS hotline", at(30), 1)]
    assert due(first, tried(2, purpose="medical")) == [("DCFS hotline", at(30), 1)]


def test_tries_stand_earliest_first() -> None:
    told = due(tried(1, next_try_at=at(30)), tried(2, ROSA, next_try_at=at(20)))
    assert [name for name, *_ in told] == ["Tía Rosa", "DCFS hotline"]


def test_no_try_is_owed_after_a_success_for_its_purpose() -> None:
    aunt = tried(1, ROSA, purpose="parent_or_relative", next_try_at=at(30))
    uncle = reached(2, PEDRO, purpose="parent_or_relative")
    assert due(aunt, uncle) == []
    earlier = reached(0, PEDRO, purpose="parent_or_relative")
    assert due(earlier, aunt) == [("Tía Rosa", at(30), 1)]
    again = reached(1, ROSA, purpose="parent_or_relative", next_try_at=at(30))
    assert due(again) == [("Tía Rosa", at(30), 1)]


def test_a_success_for_something_else_says_nothing_of_others() -> None:
    first = tried(1, ROSA, purpose="other", next_try_at=at(30))
    assert due(first, reached(2, SCHOOL, purpose="other")) == [("Tía Rosa", at(30), 1)]
    assert due(first, reached(2, ROSA, purpose="other")) == []


WRITTEN: list[tuple[str, Any]] = [
    (
        "trafficking_notice",
        ReportSent(occurred_at=at(5), report="trafficking_notice", to="OTIP", method="web_form"),
    ),
    (
        "consulate",
        ReportSent(occurred_at=at(5), report="consular_notification", to="Consul", method="fax"),
    ),
    ("missing_child_check", ReferenceGiven(occurred_at=at(5), system="ncic", number="N1")),
]


@pytest.mark.parametrize(("purpose", "proof"), WRITTEN)
def test_what_was_sent_or_queried_needs_no_further_try(purpose: str, proof: Body) -> None:
    first = tried(1, purpose=purpose, next_try_at=at(30))
    assert len(due(first)) == 1
    assert due(first, proof) == []


def test_a_written_report_does_not_stand_for_the_call() -> None:
    report = ReportSent(
        occurred_at=at(5), report="child_protection_written", to="DCFS", method="fax"
    )
    assert len(due(tried(1, next_try_at=at(30)), report)) == 1


def test_a_try_is_given_up_by_an_explanation_written_when_it_was_due() -> None:
    first = tried(1, next_try_at=at(30))
    assert due(first, explained(29)) == [("DCFS hotline", at(30), 1)]
    assert due(first, explained(31, "consulate")) == [("DCFS hotline", at(30), 1)]
    assert due(first, explained(30)) == []


def open_promises(*bodies: Body) -> list[tuple[str, str]]:
    return [(one.party.name, one.words) for one in promises(case(*bodies))]


def test_a_promise_is_open_until_something_is_heard() -> None:
    first = reached(1, promised="sends a worker", promised_by=at(40))
    assert open_promises(first) == [("DCFS hotline", "sends a worker")]
    assert open_promises(first, tried(41)) == [("DCFS hotline", "sends a worker")]
    assert open_promises(first, reached(2, ROSA)) == [("DCFS hotline", "sends a worker")]
    assert open_promises(first, reached(41, purpose="medical")) == []
    assert open_promises(reached(1, promised="calls back")) == []


def test_who_was_to_come_has_kept_it_when_the_child_is_handed_over() -> None:
    worker = reached(1, promised="sends a worker", promised_by=at(40))
    aunt = reached(2, ROSA, purpose="parent_or_relative", promised="comes", promised_by=at(60))
    assert open_promises(worker, aunt, *handed_over(30)) == [("Tía Rosa", "comes")]
    assert len(promises(case(*handed_over(0.5), worker))) == 1


def test_reminders_are_gathered_earliest_first() -> None:
    told = case(
        tried(1, ROSA, next_try_at=at(90)),
        reached(2, PEDRO, purpose="other", promised="calls <b>back</b>", promised_by=at(60)),
    )
    assert reminders(told) == (
        Reminder(
            code="promise",
            due=at(60),
            params={"party": "Pedro", "purpose": "other", "words": "calls <b>back</b>"},
            entry_id=ident(4),
        ),
        Reminder(
            code="next_try",
            due=at(90),
            params={
                "party": "Tía Rosa",
                "number": "312 555 0188",
                "purpose": "child_protection",
                "next": "2",
            },
            entry_id=ident(3),
        ),
    )
    assert len(set(PROVIDERS)) == len(PROVIDERS)


def test_a_reminder_is_amber_once_it_is_due_and_never_red() -> None:
    (one,) = reminders(case(tried(1, next_try_at=at(30))))
    tones = [reminder_tone(one, at(minutes)) for minutes in (0, 29, 30, 9999)]
    assert tones == ["green", "green", "amber", "amber"]


calls = st.lists(contact_bodies, max_size=10)


@given(calls)
@settings(max_examples=200)
def test_no_try_is_lost_and_none_is_owed_after_its_success(bodies: list[Body]) -> None:
    told = case(*bodies)
    made = [(n, one) for n, one in enumerate(told.contacts)]
    owed = {row.entry_id for row in next_tries(told)}
    for place, one in made:
        later = [other.told for n, other in made if n > place]
        purpose, party = one.told.purpose, one.told.party
        again = any(o.purpose == purpose and o.party.is_same(party) for o in later)
        # Nobody told of a parent here: a person of the case who is reached is a relative, and the
        # parent is still to be told.
        success = purpose != "other" and any(
            o.purpose == purpose
            and o.outcome == "reached"
            and (purpose != "parent_or_relative" or o.party.person_id is None)
            for o in later
        )
        when = one.told.next_try_at
        given_up = when is not None and any(
            reason.purpose == purpose and reason.at >= when for reason in told.not_reached
        )
        expected = when is not None and not (again or success or given_up)
        assert (one.entry_id in owed) is expected


@given(calls)
def test_each_row_is_of_a_contact_that_says_so(bodies: list[Body]) -> None:
    told = case(*bodies)
    by_id = {one.entry_id: one.told for one in told.contacts}
    for row in next_tries(told):
        assert by_id[row.entry_id].next_try_at == row.due
        assert 1 <= row.attempts <= len(told.contacts)
    for promise in promises(told):
        assert by_id[promise.entry_id].promised_by == promise.due
    assert len(reminders(told)) == len(next_tries(told)) + len(promises(told))
    assert sum(map(len, attempts_by_purpose(told).values())) == len(attempts(told))


@given(logs(), st.data())
@settings(max_examples=100)
def test_reminders_are_equal_in_any_order_of_arrival(log: list[Entry], data: st.DataObject) -> None:
    told = fold(CASE, log)
    assert reminders(fold(CASE, data.draw(st.permutations(log)))) == reminders(told)
    counting = [one for one in told.log if isinstance(one.counts, ContactTried)]
    assert [one.entry_id for one in told.contacts] == [one.entry.id for one in counting]
