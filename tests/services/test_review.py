"""Reading is logged, and a case is approved or returned by somebody who wrote nothing in it."""

from datetime import timedelta
from uuid import UUID

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from minors_desk.domain.care import WelfareChecked
from minors_desk.domain.custody import CustodyBegan
from minors_desk.domain.ending import CustodyEnded
from minors_desk.domain.entries import kind_of
from minors_desk.domain.reviewing import CaseApproved, LastEntry, ReturnReason
from minors_desk.domain.rulepack import content_hash
from minors_desk.domain.station import CaseRead, PackAdopted
from minors_desk.errors import Refused
from minors_desk.services import cases, packs, review
from minors_desk.services.desk import Desk
from tests.services.conftest import SignIn, StoryClock, encounter

WHY = (ReturnReason(words="Say who was called first"),)


def over(desk: Desk) -> UUID:
    """A case whose custody is over."""
    at = desk.clock()
    began = CustodyBegan(
        occurred_at=at, starts_from="arrival", place="Area Central", room="2", watched_by="Ames"
    )
    ended = CustodyEnded(occurred_at=at, reason="found_to_be_adult", detail="Licence seen")
    return cases.open_case(desk, encounter(desk), began, ended)[0]


def check(desk: Desk) -> WelfareChecked:
    return WelfareChecked(occurred_at=desk.clock(), condition="calm")


def state(desk: Desk, case_id: UUID) -> str:
    return cases.read(desk, case_id).review.state


def reads(desk: Desk) -> list[CaseRead]:
    bodies = (one.body for one in desk.journal.station_entries())
    return [one for one in bodies if isinstance(one, CaseRead)]


def test_a_case_is_approved_by_another_and_not_by_its_author(sign_in: SignIn) -> None:
    ames = sign_in("ames")
    case_id = over(ames)
    assert cases.the_board(ames).to_review == 1
    with pytest.raises(Refused):
        review.queue(ames)
    rivera = sign_in("rivera")
    (waiting,) = review.queue(rivera)
    assert (waiting.card.case_id, waiting.own) == (case_id, False)
    read = review.sheet(rivera, case_id)
    changes = review.approve(rivera, case_id, read.last, "Well kept")
    assert changes.kinds == {"case_approved"}
    assert (state(rivera, case_id), review.queue(rivera)) == ("approved", ())
    assert cases.the_board(rivera).to_review == 0
    again = review.sheet(rivera, case_id)
    assert not again.own
    assert again.case.reviews[0].packs == packs.used(rivera.packs)


def test_nobody_reviews_a_case_they_wrote_in(desk: Desk) -> None:
    case_id = over(desk)
    (waiting,) = review.queue(desk)
    assert waiting.own
    last = review.sheet(desk, case_id).last
    for act in (
        lambda: review.approve(desk, case_id, last),
        lambda: review.send_back(desk, case_id, last, WHY),
    ):
        with pytest.raises(Refused) as refused:
            act()
        assert refused.value.code == "own_case"


@given(st.lists(st.sampled_from(["ames", "rivera", "approve", "return"]), max_size=5))
@settings(
    max_examples=8,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
def test_nobody_ever_approves_a_case_they_wrote_in(sign_in: SignIn, steps: list[str]) -> None:
    desk = sign_in("ames")
    case_id = over(desk)
    wrote = False
    for step in steps:
        if step in ("ames", "rivera"):
            desk = sign_in(step)
            cases.add(desk, case_id, check(desk))
            wrote = wrote or step == "rivera"
            continue
        desk = sign_in("rivera")
        last = review.sheet(desk, case_id).last
        if wrote:
            with pytest.raises(Refused, match="You wrote in this case yourself"):
                decide(desk, case_id, last, step)
        else:
            decide(desk, case_id, last, step)
            assert state(desk, case_id) == ("approved" if step == "approve" else "returned")


def decide(desk: Desk, case_id: UUID, last: UUID, step: str) -> None:
    if step == "approve":
        review.approve(desk, case_id, last)
    else:
        review.send_back(desk, case_id, last, WHY)


def test_an_officer_cannot_approve_by_an_entry_of_their_own_making(sign_in: SignIn) -> None:
    ames = sign_in("ames")
    case_id = over(ames)
    body = CaseApproved(occurred_at=ames.clock(), last=LastEntry(entry_id=case_id, hash="00" * 32))
    with pytest.raises(Refused) as refused:
        cases.add(ames, case_id, body)
    assert refused.value.code == "not_your_role"


def test_what_was_entered_meanwhile_is_read_first(sign_in: SignIn) -> None:
    ames = sign_in("ames")
    case_id = over(ames)
    last = max(one.ordinal for one in ames.journal.entries_of(case_id))
    read_to = ames.journal.entry(last).id
    cases.add(ames, case_id, check(ames))
    rivera = sign_in("rivera")
    with pytest.raises(Refused) as refused:
        review.approve(rivera, case_id, read_to)
    assert refused.value.code == "changed_meanwhile"


def test_approved_then_changed_is_queued_again(sign_in: SignIn) -> None:
    case_id = over(sign_in("ames"))
    rivera = sign_in("rivera")
    review.approve(rivera, case_id, review.sheet(rivera, case_id).last)
    ames = sign_in("ames")
    first = ames.journal.entries_of(case_id)[0]
    with pytest.raises(Refused) as refused:
        cases.withdraw(ames, case_id, first.id, "wrong child")
    assert refused.value.code == "approved_already"
    cases.add(ames, case_id, check(ames))
    new = ames.journal.entries_of(case_id)[-1]
    cases.withdraw(ames, case_id, new.id, "wrong child")
    rivera = sign_in("rivera")
    assert state(rivera, case_id) == "approved_then_changed"
    assert [one.card.review for one in review.queue(rivera)] == ["approved_then_changed"]


def test_a_returned_case_comes_back_when_something_was_entered(sign_in: SignIn) -> None:
    case_id = over(sign_in("ames"))
    rivera = sign_in("rivera")
    due = rivera.clock() + timedelta(hours=8)
    review.send_back(rivera, case_id, review.sheet(rivera, case_id).last, WHY, due)
    assert review.queue(rivera) == ()
    card = next(one for one in cases.listed(rivera) if one.case_id == case_id)
    assert [(one.code, one.due) for one in card.reminders] == [("returned", due)]
    ames = sign_in("ames")
    cases.add(ames, case_id, check(ames))
    rivera = sign_in("rivera")
    assert [one.card.review for one in review.queue(rivera)] == ["returned"]


def test_an_approved_case_goes_by_the_packs_it_was_reviewed_under(sign_in: SignIn) -> None:
    case_id = over(sign_in("ames"))
    rivera = sign_in("rivera")
    before = cases.duty_clocks(rivera, cases.read(rivera, case_id))
    review.approve(rivera, case_id, review.sheet(rivera, case_id).last)
    house = rivera.station.packs["house"].content
    text = house.split("[[rule]]")[0]
    adopted = PackAdopted(
        occurred_at=rivera.clock(), pack="house", content=text, content_hash=content_hash(text)
    )
    from minors_desk.services.recording import record

    record(rivera, "verify", [(None, adopted)])
    rivera.look_again()
    assert cases.duty_clocks(rivera, cases.read(rivera, case_id)) == before
    ames = sign_in("ames")
    cases.add(ames, case_id, check(ames))
    assert len(cases.duty_clocks(ames, cases.read(ames, case_id))) < len(before)


def test_reading_is_one_entry_for_each_person_case_and_hour(
    sign_in: SignIn, clock: StoryClock
) -> None:
    ames = sign_in("ames")
    first, second = over(ames), over(ames)
    for case_id in (first, first, second):
        cases.page(ames, case_id)
    assert [one.case_id for one in reads(ames)] == [first, second]
    ames = sign_in("ames")
    cases.page(ames, first)
    assert len(reads(ames)) == 2
    rivera = sign_in("rivera")
    review.sheet(rivera, first)
    cases.page(rivera, first)
    assert len(reads(rivera)) == 3
    clock.forward(60)
    cases.page(rivera, first)
    assert len(reads(rivera)) == 4
    assert kind_of(rivera.journal.entries_of(first)[-1].body) == "custody_ended"
    cases.read(rivera, first)
    assert len(reads(rivera)) == 4
