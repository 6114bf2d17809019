"""How custody and attempts end without a handoff: reasons, the missing child, refusals, links."""

import pytest

from minors_desk.domain.alter import Withdrawn
from minors_desk.domain.bodies import Body
from minors_desk.domain.case import Case, fold
from minors_desk.domain.links import CaseLinked
from tests.domain.samples import (
    CASE,
    accepted,
    at,
    case_of,
    encountered,
    entries,
    handed_over,
    ident,
    proposed,
    receiver_checked,
)
from tests.domain.samples_custody import began, ended, failed, found, left, moved, refused, secured
from tests.domain.test_custody import admit, findings, in_custody

START = (encountered(), began(1))


def names(case: Case) -> list[str]:
    return [one.name for one in case.events]


@pytest.mark.parametrize("reason", ["found_to_be_adult", "court_order", "died", "opened_in_error"])
def test_custody_ends_for_a_reason(reason: str) -> None:
    case = case_of(*START, ended(9, reason, authority="Order 26-114"))
    assert (case.custody, case.presence, case.missing, case.findings) == (None, None, False, ())
    (episode,), (ending,) = case.episodes, case.endings
    assert (episode.end, episode.ended_by, episode.ended_how) == (at(9), ident(3), reason)
    assert (ending.at, ending.reason, ending.authority) == (at(9), reason, "Order 26-114")
    assert names(case)[2:] == ["custody_ended", *(["died"] if reason == "died" else [])]


def test_a_child_who_left_is_missing_until_it_is_found() -> None:
    gone = case_of(*START, ended(9))
    assert (gone.missing, names(gone)[-2:]) == (True, ["custody_ended", "left_without_leave"])
    assert gone.absence is not None
    assert (gone.absence.start, gone.absence.end) == (at(9), None)
    back = case_of(*START, ended(9), found(40))
    assert (back.missing, back.custody, names(back)[-1]) == (False, None, "found_again")
    assert (back.absences[0].end, back.absences[0].ended_by) == (at(40), ident(4))


def test_a_child_who_came_back_is_missing_no_longer() -> None:
    case = case_of(*START, ended(9), began(40, starts_from="returned"))
    assert (case.missing, case.findings) == (False, ())
    assert case.custody == case.episodes[1]
    assert case.absences[0].ended_by == ident(4)


def test_a_missing_child_may_turn_out_to_need_no_search() -> None:
    case = case_of(*START, ended(9), ended(50, "found_to_be_adult"))
    assert (case.missing, case.findings) == (False, ())
    assert [one.reason for one in case.endings] == ["left_without_leave", "found_to_be_adult"]
    assert case.episodes[0].ended_how == "left_without_leave"


@pytest.mark.parametrize(
    ("bodies", "told"),
    [
        ((ended(9), ended(10)), [("custody_ended_outside_custody", 4)]),
        ((ended(9, "died"), ended(10, "died")), [("custody_ended_outside_custody", 4)]),
        ((found(9),), [("found_again_not_missing", 3)]),
        ((ended(9), found(10), found(11)), [("found_again_not_missing", 5)]),
        ((ended(9), moved(10)), [("moved_outside_custody", 4)]),
        ((ended(9, "died"), began(20)), [("custody_began_after_death", 4)]),
    ],
)
def test_what_does_not_fit_is_found(bodies: tuple[Body, ...], told: list[tuple[str, int]]) -> None:
    assert findings(case_of(*START, *bodies)) == told


def test_nobody_comes_back_who_was_not_here() -> None:
    case = case_of(encountered(), began(1, starts_from="returned"))
    assert findings(case) == [("returned_without_leaving", 2)]
    assert case.custody is not None


def test_only_custody_that_is_ours_can_end() -> None:
    assert admit(entries([encountered()]), ended(5)) == "custody_ended_outside_custody"
    log = in_custody()
    assert admit(log, ended(50)) is None
    assert admit(log, ended(51, "died")) is None
    assert admit(log, ended(52, "died")) == "custody_ended_outside_custody"
    assert admit(log, *handed_over(60)) == "handed_over_outside_custody"


def test_a_late_line_does_not_undo_an_end() -> None:
    log = in_custody()
    assert admit(log, ended(50)) is None
    assert admit(log, *handed_over(20)) == "contradicts_an_entry"
    assert [one.reason for one in fold(CASE, log).endings] == ["left_without_leave"]


def test_an_end_stands_against_a_late_one() -> None:
    log = in_custody()
    assert admit(log, ended(50, "court_order")) is None
    assert admit(log, ended(20, "died")) == "contradicts_an_entry"
    undo = Withdrawn(occurred_at=at(60), target=ident(2), reason="wrong")
    assert admit(log, undo) == "contradicts_an_entry"
    assert admit(log, moved(20), secured(30), left(40)) is None
    assert fold(CASE, log).findings == ()


def test_an_attempt_lapses_when_custody_ends_otherwise() -> None:
    log = in_custody()
    assert admit(log, *handed_over(10)[:-1]) is None
    assert admit(log, ended(12)) is None
    assert admit(log, began(20, starts_from="returned")) is None
    attempt = fold(CASE, log).handoff(1)
    assert attempt is not None
    assert (attempt.state, attempt.is_void, len(attempt.signatures)) == ("lapsed", True, 2)
    assert admit(log, accepted(21)) == "handoff_closed"
    assert fold(CASE, log).custody is not None


@pytest.mark.parametrize(("stop", "state"), [(refused(11), "refused"), (failed(11), "failed")])
def test_an_attempt_that_came_to_nothing_changes_nothing(stop: Body, state: str) -> None:
    log = in_custody()
    assert admit(log, *handed_over(10)[:-1]) is None
    before = fold(CASE, log)
    assert before.open_handoff is not None
    assert not before.open_handoff.is_void
    assert admit(log, stop) is None
    after = fold(CASE, log)
    assert (after.episodes, after.spans, after.findings) == (before.episodes, before.spans, ())
    assert after.events[:-1] == before.events
    assert names(after)[-1] == f"handoff_{state}"
    attempt = after.handoff(1)
    assert attempt is not None
    assert (attempt.state, attempt.is_void, after.open_handoff) == (state, True, None)
    assert attempt.stopped is not None
    assert (attempt.stopped.at, attempt.stopped.child_is_at) == (at(11), "Room 2")
    assert [one.side for one in attempt.signatures] == ["officer", "receiver"]
    assert admit(log, accepted(12)) == "handoff_closed"
    assert admit(log, *handed_over(30, 2)) is None
    assert [one.state for one in fold(CASE, log).handoffs] == [state, "accepted"]


def test_a_refusal_names_who_and_why() -> None:
    case = case_of(*START, proposed(5), refused(6, by="officer", reason="identity_not_proved"))
    stopped = case.handoffs[0].stopped
    assert stopped is not None
    assert (stopped.by, stopped.reason, stopped.detail) == (
        "officer",
        "identity_not_proved",
        "No bed tonight",
    )
    again = case_of(*START, proposed(5), failed(6))
    assert again.handoffs[0].stopped is not None
    assert again.handoffs[0].stopped.by is None


@pytest.mark.parametrize("stop", [refused, failed])
def test_only_an_attempt_under_way_comes_to_nothing(stop: object) -> None:
    assert callable(stop)
    log = in_custody()
    assert admit(log, stop(5)) == "handoff_not_proposed"
    assert admit(log, *handed_over(10)) is None
    assert admit(log, stop(12)) == "handoff_closed"
    assert admit(log, stop(9.5)) is None
    case = fold(CASE, log)
    assert case.handoffs[0].state == "accepted"
    assert case.handoffs[0].stopped is None
    assert findings(case) == [("handoff_closed", 7)]


def test_a_second_refusal_of_one_attempt_is_the_first() -> None:
    case = case_of(*START, proposed(5), receiver_checked(6), refused(7), failed(8))
    assert case.handoffs[0].state == "refused"
    assert findings(case) == [("handoff_closed", 6)]


def link(minutes: float, other: int, why: str = "same_child_another_night") -> CaseLinked:
    told = {"other": CASE if other == 0 else ident(other), "why": why}
    return CaseLinked(occurred_at=at(minutes), **told)  # type: ignore[arg-type]


def test_links_are_by_id_and_once() -> None:
    case = case_of(encountered(), link(1, 700), link(2, 700), link(3, 700, "relative"), link(4, 0))
    assert [(one.other, one.why) for one in case.links] == [
        (ident(700), "same_child_another_night"),
        (ident(700), "relative"),
    ]
    assert findings(case) == [("linked_to_itself", 5)]
