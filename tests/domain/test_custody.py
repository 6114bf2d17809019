"""Custody and handoff: two dimensions, one custodian, one end, and nothing that undoes it."""

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec import structs

from minors_desk.domain.admission import Refusal, check_case
from minors_desk.domain.alter import Amended, Withdrawn
from minors_desk.domain.bodies import Body
from minors_desk.domain.case import Case, fold
from minors_desk.domain.codec import plain
from minors_desk.domain.custody import Span, episode_at, secure_time, span_at
from minors_desk.domain.entries import Entry, Gone, NewEntry, Unread
from minors_desk.domain.handoff import HandoffProposed
from tests.domain.samples import (
    CASE,
    T0,
    accepted,
    at,
    case_of,
    checked,
    encountered,
    entries,
    entry,
    handed_over,
    ident,
    name,
    proposed,
    receiver_checked,
    signed,
    terms,
)
from tests.domain.samples_custody import began, moved
from tests.domain.strategies import corrections, plain_bodies


def admit(log: list[Entry], *bodies: Body) -> str | None:
    """Adds them as the journal does; gives the refusal's code, and then leaves the log alone."""
    number = len(log) + 1
    late = at(100 + number)
    added = [entry(number + n, body, recorded=late) for n, body in enumerate(bodies)]
    new = [
        NewEntry(id=one.id, case_id=CASE, body=body)
        for one, body in zip(added, bodies, strict=True)
    ]
    try:
        check_case(fold(CASE, [*log, *added]), new)
    except Refusal as refusal:
        return refusal.code
    log += added
    return None


def in_custody() -> list[Entry]:
    return entries([encountered(), began(1)])


def findings(case: Case) -> list[tuple[str, int]]:
    return [(one.code, one.entry_id.int - ident(0).int) for one in case.findings]


def test_from_encounter_to_handoff() -> None:
    case = case_of(encountered(), began(1), moved(3, room="2"), checked(5), *handed_over(10))
    assert case.findings == ()
    assert (case.custody, case.presence, case.open_handoff) == (None, None, None)
    (episode,) = case.episodes
    assert (episode.start, episode.end, episode.ended_by) == (at(1), at(10), ident(9))
    assert [(one.start, one.end) for one in case.spans] == [(at(1), at(3)), (at(3), at(10))]
    attempt = case.accepted_handoff
    assert attempt is not None
    assert attempt == case.handoff(1)
    assert (attempt.accepted_at, attempt.accepted_by) == (at(10), ident(9))
    assert attempt.missing() == ()
    assert [one.name for one in case.events] == [
        "encountered",
        "custody_began",
        "welfare_checked",
        "handed_over",
    ]


def test_a_returned_child_opens_a_second_episode() -> None:
    case = case_of(encountered(), began(1), *handed_over(10), began(30), moved(31))
    assert [one.end for one in case.episodes] == [at(10), None]
    assert case.custody == case.episodes[1]
    assert case.presence == case.spans[-1]
    assert case.findings == ()


def test_who_was_responsible_and_where_at_an_instant() -> None:
    case = case_of(encountered(), began(1), moved(3), *handed_over(10))
    assert episode_at(case.episodes, at(0)) is None
    assert episode_at(case.episodes, at(1)) == case.episodes[0]
    assert episode_at(case.episodes, at(10)) is None
    assert span_at(case.spans, at(2)) == case.spans[0]
    assert span_at(case.spans, at(3)) == case.spans[1]
    assert span_at(case.spans, at(10)) is None
    open_case = case_of(encountered(), began(1))
    assert episode_at(open_case.episodes, at(999)) == open_case.custody
    assert span_at(open_case.spans, at(999)) == open_case.presence


def span(start: float, end: float | None, secure: bool = True) -> Span:
    return Span(
        entry_id=ident(1),
        start=at(start),
        end=None if end is None else at(end),
        place="",
        room="",
        secure=secure,
        watched_by="",
    )


def test_secure_minutes_total_and_longest_unbroken() -> None:
    told = [span(0, 10), span(10, 25), span(25, 30, secure=False), span(30, 41), span(50, None)]
    assert secure_time(told, at(60)) == secure_time([*told[:4], span(50, 60)], at(999))
    both = secure_time(told, at(60))
    assert (both.total, both.longest) == (46, 25)
    until = secure_time(told, at(5))
    assert (until.total, until.longest) == (5, 5)
    assert secure_time((), at(5)).total == 0


def test_many_short_stretches_lose_no_minute_each() -> None:
    told = [span(n, n + 0.9) for n in range(20)]
    assert (secure_time(told, at(60)).total, secure_time(told, at(60)).longest) == (18, 0)


def test_locking_and_unlocking_are_events() -> None:
    case = case_of(
        encountered(),
        began(1, secure=True),
        moved(2, secure=True),
        moved(3),
        moved(4, secure=True),
        *handed_over(10),
        began(20, secure=True),
    )
    told = [(one.name, one.at) for one in case.events if one.name in {"secured", "unsecured"}]
    assert told == [
        ("secured", at(1)),
        ("unsecured", at(3)),
        ("secured", at(4)),
        ("secured", at(20)),
    ]


def test_what_cannot_be_is_refused_when_it_is_added() -> None:
    assert admit([], began(1)) == "no_encounter"
    log = in_custody()
    for body, code in (
        (encountered(2), "encountered_twice"),
        (began(2), "custody_began_twice"),
        (receiver_checked(2), "handoff_not_proposed"),
        (accepted(2), "handoff_not_proposed"),
        (
            Amended(occurred_at=at(3), target=ident(2), replacement=plain(moved(1)), reason="r"),
            None,
        ),
    ):
        assert admit(log, body) == (code or "amendment_of_another_kind")
    assert admit(entries([encountered()]), *handed_over(10)) == "handed_over_outside_custody"
    assert len(log) == 2


def test_acceptance_names_all_that_is_missing() -> None:
    told = in_custody()
    assert admit(told, proposed(3)) is None
    after = fold(CASE, [*told, entry(9, accepted(5))])
    with pytest.raises(Refusal) as refusal:
        check_case(after, [NewEntry(id=ident(9), case_id=CASE, body=accepted(5))])
    assert refusal.value.missing == (
        "receiver_not_checked",
        "officer_has_not_signed",
        "receiver_has_not_signed",
    )
    assert admit(told, receiver_checked(4, result="does_not_match")) is None
    assert admit(told, accepted(5)) == "receiver_does_not_match"


def test_a_signature_binds_the_terms_it_was_drawn_under() -> None:
    log = in_custody()
    early = terms(is_checked=False)
    assert admit(log, proposed(3), signed(4, "officer", digest=early)) is None
    attempt = fold(CASE, log).open_handoff
    assert attempt is not None
    assert attempt.signature("officer") is not None
    assert admit(log, receiver_checked(5)) is None
    attempt = fold(CASE, log).open_handoff
    assert attempt is not None
    assert attempt.signature("officer") is None
    assert len(attempt.signatures) == 1
    assert admit(log, signed(6, "receiver"), accepted(7)) == "officer_has_not_signed"
    assert admit(log, signed(6, "receiver"), signed(6, "officer"), accepted(7)) is None


def test_a_name_learnt_after_the_drawing_unbinds_it() -> None:
    log = in_custody()
    assert admit(log, *handed_over(10)[:-1]) is None
    assert admit(log, name(9.5, "Ana")) is None
    assert admit(log, accepted(10)) == "terms_differ"
    digest = terms(child=("", "Ana", ""))
    assert admit(log, accepted(10, digest=digest)) == "officer_has_not_signed"
    drawn = [signed(10, side, digest=digest) for side in ("officer", "receiver")]
    assert admit(log, *drawn, accepted(11, digest=digest)) is None


def test_a_new_attempt_overtakes_the_open_one() -> None:
    log = in_custody()
    assert admit(log, *handed_over(10)[:-1]) is None
    assert admit(log, proposed(11, 2)) is None
    assert admit(log, proposed(11, 2)) == "handoff_number_used"
    assert admit(log, accepted(12, 1)) == "handoff_closed"
    case = fold(CASE, log)
    assert [(one.number, one.state) for one in case.handoffs] == [(1, "overtaken"), (2, "open")]
    assert len(case.handoffs[0].signatures) == 2


def test_no_child_is_handed_over_twice() -> None:
    log = in_custody()
    assert admit(log, *handed_over(10)) is None
    assert admit(log, accepted(11)) == "handoff_closed"
    assert admit(log, *handed_over(20, 2)) == "handed_over_outside_custody"
    assert admit(log, proposed(11, 2)) is None


def test_a_late_entry_does_not_undo_a_handoff() -> None:
    log = in_custody()
    assert admit(log, *handed_over(50)) is None
    assert admit(log, proposed(49.5, 2)) is None
    case = fold(CASE, log)
    assert case.custody is None
    assert case.accepted_handoff == case.handoff(1)
    assert case.open_handoff is None
    assert findings(case) == [("handoff_closed", 7)]
    assert admit(log, *handed_over(20, 3)) == "contradicts_an_entry"
    assert admit(log, proposed(10, 1)) == "contradicts_an_entry"
    assert admit(log, encountered(-5)) == "contradicts_an_entry"
    for target in (2, 3):
        undo = Withdrawn(occurred_at=at(60), target=ident(target), reason="wrong")
        assert admit(log, undo) == "contradicts_an_entry"


def test_what_was_taken_back_openly_may_be_told_again() -> None:
    log = in_custody()
    assert admit(log, *handed_over(50)) is None
    assert admit(log, Withdrawn(occurred_at=at(60), target=ident(7), reason="wrong")) is None
    assert fold(CASE, log).custody is not None
    assert admit(log, Withdrawn(occurred_at=at(61), target=ident(2), reason="wrong")) is None
    assert fold(CASE, log).episodes == ()


def test_an_older_contradiction_does_not_stop_the_work() -> None:
    merged = entries([encountered(), began(1), encountered(2), *handed_over(10), accepted(11)])
    assert findings(fold(CASE, merged)) == [("encountered_twice", 3), ("handoff_closed", 9)]
    assert admit(merged, checked(20)) is None


def test_bad_past_facts_are_taken() -> None:
    log = entries([encountered(), began(30)])
    assert admit(log, moved(10)) is None
    assert admit(log, began(20)) is None
    assert findings(fold(CASE, log)) == [("moved_outside_custody", 3), ("custody_began_twice", 2)]
    assert fold(CASE, log).episodes[0].start == at(20)


def test_what_is_unread_or_gone_may_be_the_encounter() -> None:
    for body in (Gone(), Unread("encountered", 2)):
        assert admit([entry(1, body)], began(2)) is None


@given(st.lists(st.one_of(plain_bodies, plain_bodies, corrections), max_size=18))
@settings(max_examples=150)
def test_no_admitted_sequence_ends_with_two_custodians(bodies: list[Body]) -> None:
    log = entries([encountered(-1)])
    before = fold(CASE, log)
    for body in bodies:
        if admit(log, body) is not None:
            continue
        after = fold(CASE, log)
        holds(after)
        if not isinstance(body, (Amended, Withdrawn)):
            assert handovers(before) <= handovers(after)
        before = after


steps = st.sampled_from(
    ["began", "began", "all", "all", "all", "moved", "propose", "check", "sign", "accept", "back"]
)


@given(st.lists(st.tuples(steps, st.integers(1, 30), st.integers(1, 3)), max_size=22))
@settings(max_examples=150)
def test_nor_does_a_walk_with_late_steps(walk: list[tuple[str, int, int]]) -> None:
    log = entries([encountered(), began(1)])
    for step, when, number in walk:
        before = fold(CASE, log)
        made: dict[str, tuple[Body, ...]] = {
            "began": (began(when),),
            "moved": (moved(when),),
            "propose": (proposed(when, number),),
            "check": (receiver_checked(when, number),),
            "sign": (signed(when, "officer", number), signed(when, "receiver", number)),
            "accept": (accepted(when, number),),
            "all": handed_over(when, number),
            "back": (Withdrawn(occurred_at=at(when), target=ident(number + 1), reason="r"),),
        }
        admit(log, *made[step])
        after = fold(CASE, log)
        holds(after)
        if step != "back":
            assert handovers(before) <= handovers(after)


def handovers(case: Case) -> set[int]:
    return {one.number for one in case.handoffs if one.state == "accepted"}


def holds(case: Case) -> None:
    """What must be true of every case that the desk let come about."""
    open_ones = [one for one in case.episodes if one.end is None]
    assert len(open_ones) <= 1
    assert open_ones in ([], [case.episodes[-1]] if case.episodes else [])
    for one in case.episodes:
        assert one.end is None or one.start <= one.end
    for earlier, later in zip(case.episodes, case.episodes[1:], strict=False):
        assert earlier.end is not None
        assert earlier.end <= later.start
    for earlier_span, later_span in zip(case.spans, case.spans[1:], strict=False):
        assert earlier_span.end is not None
        assert earlier_span.start <= earlier_span.end <= later_span.start
    handed = [one for one in case.episodes if one.ended_how == "handed_over"]
    assert len(handovers(case)) == len(handed) <= len(case.episodes)
    assert sum(one.state == "open" for one in case.handoffs) <= 1


def test_proposals_can_be_amended_before_the_end() -> None:
    log = in_custody()
    assert admit(log, *handed_over(10)[:-1]) is None
    new = replace_place(proposed(6))
    change = Amended(occurred_at=at(10), target=ident(3), replacement=plain(new), reason="moved")
    assert admit(log, change) is None
    assert admit(log, accepted(11)) == "terms_differ"


def replace_place(body: HandoffProposed) -> HandoffProposed:
    return structs.replace(body, place="Sally port")


def test_the_clock_does_not_matter_to_who_has_the_child() -> None:
    log = [
        replace(one, recorded_at=T0) for one in entries([encountered(), began(1), *handed_over(9)])
    ]
    assert fold(CASE, log).findings == ()
