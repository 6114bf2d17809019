"""Reviews: where a case stands after them, whose case it is, and what a supervisor has to see."""

from dataclasses import replace
from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from minors_desk.domain.alter import Withdrawn
from minors_desk.domain.bodies import Body
from minors_desk.domain.case import fold
from minors_desk.domain.entries import Entry
from minors_desk.domain.printed import PaperPrinted
from minors_desk.domain.reminders import reminders
from minors_desk.domain.reviewing import KINDS, wrote_in
from tests.domain.samples import CASE, case_of, checked, encountered, entries, ident, issued
from tests.domain.samples_custody import began
from tests.domain.samples_review import approved, returned

MINE, OTHERS = b"\x01" * 32, b"\x02" * 32
START: tuple[Body, ...] = (encountered(), began(1))


def test_a_case_nobody_looked_at_waits() -> None:
    standing = case_of(*START).review
    assert (standing.state, standing.last, standing.waits) == ("not_reviewed", None, True)


def test_an_approval_stands_until_something_is_entered() -> None:
    case = case_of(*START, approved(5, 2))
    assert (case.review.state, case.review.since, case.review.waits) == ("approved", (), False)
    later = case_of(*START, approved(5, 2), checked(6))
    assert later.review.state == "approved_then_changed"
    assert later.review.since == (ident(4),)
    assert later.review.waits


def test_what_happened_before_but_was_entered_since_is_a_change() -> None:
    case = case_of(*START, approved(50, 2), checked(3))
    assert case.review.state == "approved_then_changed"
    between = case_of(*START, checked(3), approved(50, 2))
    assert between.review.since == (ident(3),)


def test_printing_and_the_review_itself_change_nothing() -> None:
    printed = PaperPrinted(occurred_at=issued(6).occurred_at, issued=ident(4), outlet="printer")
    case = case_of(*START, approved(5, 2), issued(6), printed, approved(7, 5, "again"))
    assert case.review.state == "approved"


def test_a_withdrawn_approval_counts_no_longer() -> None:
    withdrawn = Withdrawn(occurred_at=approved(6, 2).occurred_at, target=ident(3), reason="wrong")
    assert case_of(*START, approved(5, 2), withdrawn).review.state == "not_reviewed"


def test_a_returned_case_waits_again_once_something_was_entered() -> None:
    case = case_of(*START, returned(5, 2, 60))
    assert (case.review.state, case.review.waits) == ("returned", False)
    assert [one.code for one in reminders(case)] == ["returned"]
    assert "The receipt is missing" in reminders(case)[0].params["reasons"]
    mended = case_of(*START, returned(5, 2, 60), checked(6))
    assert (mended.review.state, mended.review.waits) == ("returned", True)
    done = case_of(*START, returned(5, 2, 60), checked(6), approved(7, 4))
    assert (done.review.state, reminders(done)) == ("approved", ())
    assert reminders(case_of(*START, returned(5, 2))) == ()


decisions = st.builds(lambda m, last: approved(m, last), st.integers(2, 60), st.integers(1, 6))
told = st.lists(
    st.one_of(
        decisions,
        st.builds(lambda m: returned(m, 1), st.integers(2, 60)),
        st.builds(checked, st.integers(2, 60)),
        st.builds(issued, st.integers(2, 60)),
    ),
    max_size=8,
)


@given(told, st.data())
def test_where_a_case_stands_is_the_same_for_any_order_of_arrival(
    bodies: list[Body], data: st.DataObject
) -> None:
    log = entries([*START, *bodies])
    shuffled = data.draw(st.permutations(log))
    assert fold(CASE, shuffled).review == fold(CASE, log).review


@given(told)
def test_approved_then_changed_is_exactly_what_was_entered_since(bodies: list[Body]) -> None:
    case = fold(CASE, log := entries([*START, *bodies]))
    standing = case.review
    if standing.last is None:
        assert standing.state == "not_reviewed"
        return
    known = {one.id: one.ordinal for one in log}
    read_to = known.get(standing.last.last, known[standing.last.entry_id])
    news = [
        one.id
        for one in log
        if one.ordinal > read_to
        and not isinstance(one.body, KINDS)
        and one.body.__class__.__name__ != "PaperIssued"
    ]
    assert list(standing.since) == news
    if standing.last.approved:
        assert standing.state == ("approved_then_changed" if news else "approved")


def by(chain: bytes, entry: Entry) -> Entry:
    return replace(entry, chain=chain)


@pytest.mark.parametrize(
    ("body", "own"),
    [(checked(5), True), (approved(5, 2), False), (returned(5, 2), False), (issued(5), True)],
)
def test_a_case_is_ones_own_by_any_entry_but_a_review(body: Body, own: bool) -> None:
    log = [by(OTHERS, one) for one in entries([*START, body])]
    log[-1] = by(MINE, log[-1])
    assert wrote_in(fold(CASE, log).log, {MINE}) is own
    assert wrote_in(fold(CASE, log).log, {OTHERS})
    assert not wrote_in(fold(CASE, log).log, set())


def test_taking_back_ones_own_review_is_no_writing_in_the_case() -> None:
    back = Withdrawn(
        occurred_at=approved(5, 2).occurred_at + timedelta(minutes=1),
        target=ident(3),
        reason="not read to the end",
    )
    log = [by(OTHERS, one) for one in entries([*START, approved(5, 2), back])]
    log[2:] = [by(MINE, one) for one in log[2:]]
    assert not wrote_in(fold(CASE, log).log, {MINE})
