"""Contacts, references, explanations and reports: what stands of them, and what they tell rules."""

from datetime import timedelta
from typing import Any, get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from minors_desk.domain import codec, contacts
from minors_desk.domain.admission import Refusal, check_times
from minors_desk.domain.bodies import Body
from minors_desk.domain.codec import NotABody, decode, encode, plain
from minors_desk.domain.contacts import (
    Contact,
    ContactTried,
    NotReached,
    Party,
    Purpose,
    Reference,
    ReferenceGiven,
    Report,
    ReportSent,
    SentReport,
    System,
)
from minors_desk.domain.entries import Unread
from minors_desk.domain.events import EVENTS
from tests.domain.samples import at, case_of, encountered, explained, ident, reached, tried
from tests.domain.strategies import parties

ROSA = Party(name="Tía Rosa", number="312 555 0188", person_id=ident(700))


def events(*bodies: Body) -> list[str]:
    """What these entries tell rules, after the encounter."""
    return [one.name for one in case_of(encountered(), *bodies).events[1:]]


def test_what_stands_after_the_fold() -> None:
    call = reached(2, ROSA, purpose="parent_or_relative", ended_at=at(4))
    query = ReferenceGiven(occurred_at=at(5), system="ncic", number="N1", issued_by="LEADS")
    report = ReportSent(occurred_at=at(7), report="other", to="DCFS", method="fax", part="A")
    case = case_of(encountered(), tried(1), call, query, explained(6), report)
    first, second = case.contacts
    assert (first.entry_id, first.at, first.reached) == (ident(2), at(1), False)
    assert second == Contact(entry_id=ident(3), told=call)
    assert second.reached
    assert case.references == (
        Reference(
            entry_id=ident(4), at=at(5), system="ncic", number="N1", issued_by="LEADS", note=""
        ),
    )
    assert case.not_reached == (
        NotReached(
            entry_id=ident(5),
            at=at(6),
            purpose="child_protection",
            reason="Nobody there until 08:00",
        ),
    )
    assert case.reports == (
        SentReport(
            entry_id=ident(6),
            at=at(7),
            report="other",
            to="DCFS",
            method="fax",
            reference="",
            part="A",
        ),
    )
    assert case.findings == ()


@pytest.mark.parametrize("purpose", get_args(Purpose))
def test_every_purpose_tells_its_two_events(purpose: str) -> None:
    pair = contacts.PURPOSE_EVENTS.get(purpose, ())  # type: ignore[call-overload]
    assert (pair == ()) is (purpose == "other")
    assert events(tried(1, purpose=purpose)) == list(pair[:1])
    talked = ["lawyer_consulted"] if purpose == "lawyer" else []
    assert events(reached(1, purpose=purpose)) == [*pair, *talked]


@pytest.mark.parametrize("outcome", get_args(contacts.Outcome))
def test_only_who_was_reached_was_reached(outcome: str) -> None:
    told = events(tried(1, outcome=outcome))
    assert ("child_protection_reached" in told) is (outcome == "reached")


@pytest.mark.parametrize("system", get_args(System))
def test_the_number_of_a_query_is_its_proof(system: Any) -> None:
    told = events(ReferenceGiven(occurred_at=at(1), system=system, number="1"))
    met = {"receiver_check": ["receiver_check_done"]}
    met |= {one: ["missing_child_check_done"] for one in ("ncic", "ncmec", "cpic")}
    assert told == met.get(system, [])


@pytest.mark.parametrize("report", get_args(Report))
def test_every_report_that_a_rule_asks_for_tells_it(report: Any) -> None:
    told = events(ReportSent(occurred_at=at(1), report=report, to="DCFS", method="fax"))
    assert told == [name for one, name in contacts.REPORT_EVENTS.items() if one == report]
    assert bool(told) is (report != "other")


def test_why_a_parent_was_not_reached_starts_other_duties() -> None:
    assert events(explained(1, "parent_or_relative")) == ["parent_not_reached"]
    assert events(explained(1, "consulate")) == []


def test_rules_may_name_all_of_these() -> None:
    assert contacts.TABLE_EVENTS <= EVENTS


SAME = [
    (Party(name="A", person_id=ident(1)), Party(name="B", person_id=ident(1)), True),
    (Party(name="A", person_id=ident(1)), Party(name="A", person_id=ident(2)), False),
    (Party(name="A", line_id="x", number="1"), Party(name="B", line_id="x", number="2"), True),
    (Party(name="A", line_id="x", number="1"), Party(name="A", line_id="y", number="1"), False),
    (
        Party(name="A", line_id="x", number="800-252-2873"),
        Party(name="B", number="8002522873"),
        True,
    ),
    (Party(name="A", number="1-800-252-2873"), Party(name="B", number="(800) 252 2873"), True),
    (Party(name="A", number="52 55 1234 5678"), Party(name="A", number="55 1234 5678"), False),
    (Party(name="Tía  Rosa"), Party(name=" tía rosa", number="312"), True),
    (Party(name="Rosa"), Party(name="Ana"), False),
    (Party(name="Rosa", person_id=ident(1)), Party(name="Rosa"), True),
]


@pytest.mark.parametrize(("one", "other", "same"), SAME)
def test_who_is_the_same_party(one: Party, other: Party, same: bool) -> None:
    assert one.is_same(other) is same
    assert other.is_same(one) is same


@given(parties, parties)
def test_a_party_is_itself_whoever_asks(one: Party, other: Party) -> None:
    assert one.is_same(one)
    assert one.is_same(other) is other.is_same(one)


MISFITS = [
    ({"ended_at": at(9)}, "ended_at"),
    ({"next_try_at": at(10)}, "next_try_at"),
    ({"ended_at": at(20), "next_try_at": at(15)}, "next_try_at"),
    ({"promised": "comes", "promised_by": at(9)}, "promised_by"),
    ({"promised_by": at(20)}, "promised"),
]


@pytest.mark.parametrize(("changed", "field"), MISFITS)
def test_what_would_lie_before_the_attempt_is_refused(changed: Any, field: str) -> None:
    body = tried(10, **changed)
    with pytest.raises(Refusal) as refusal:
        check_times(body, at(11))
    assert (refusal.value.code, refusal.value.params["field"]) == ("not_an_entry", field)
    with pytest.raises(NotABody):
        codec.read(plain(body))
    assert decode(encode(body)) == Unread("contact_tried", 1)


def test_what_fits_is_taken() -> None:
    check_times(tried(10, ended_at=at(10), next_try_at=at(11)), at(10))
    check_times(tried(10, promised="comes", promised_by=at(10)), at(10))
    of_that_day = tried(10, precision="day", next_try_at=at(5), late_because="told_later")
    check_times(of_that_day, at(60))


def test_an_attempt_cannot_end_in_the_future() -> None:
    with pytest.raises(Refusal, match="in_the_future"):
        check_times(tried(10, ended_at=at(14)), at(11))
    check_times(tried(10, ended_at=at(12), next_try_at=at(500)), at(11))


def test_all_times_are_read_in_utc_and_from_years_that_can_be() -> None:
    raw = plain(tried(10)) | {"next_try_at": "2026-11-24T04:00:00-06:00"}
    body = codec.read(raw)
    assert isinstance(body, ContactTried)
    assert body.next_try_at == at(60)
    assert body.next_try_at.utcoffset() == timedelta(0)
    for field in ("ended_at", "next_try_at", "promised_by"):
        with pytest.raises(NotABody) as told:
            codec.read(raw | {field: "9999-12-31T23:59:59-06:00"})
        assert told.value.field == field


@given(st.text(max_size=30))
def test_any_number_has_digits_or_none(number: str) -> None:
    assert Party(name="A", number=number).is_same(Party(name="A", number=number))
