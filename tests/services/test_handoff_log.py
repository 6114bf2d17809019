"""The handoff log: what is in it, what narrows it, and that it is recorded before it leaves."""

import csv
import io
from datetime import timedelta
from uuid import UUID

import pytest

from minors_desk.domain.handoff import HandoffFailed, Receiver, terms_digest
from minors_desk.domain.station import ListExported
from minors_desk.errors import BadInput, Refused
from minors_desk.services import cases, handoff, handoff_log
from minors_desk.services.desk import Desk
from minors_desk.services.handoff_log import HEADINGS, HandoffRow, Wanted
from tests.services.conftest import SignIn, StoryClock

STROKES = (((0, 0, 0), (10, 20, 16)),)
FORMULA = '=HYPERLINK("x")'


def propose(desk: Desk, case_id: UUID, person: str = "M. Ruiz") -> None:
    receiver = Receiver(agency="DCFS", person=person)
    handoff.propose(desk, case_id, receiver, authority="325 ILCS 5/5", place="Front desk")


def hand_over(desk: Desk, case_id: UUID, number: int = 1) -> None:
    handoff.check_receiver(
        desk,
        case_id,
        number,
        handoff.Checked(how="badge_seen", result="matches", document="DCFS 1"),
    )
    for side in ("officer", "receiver"):
        attempt = cases.read(desk, case_id).handoff(number)
        assert attempt is not None
        drawn = handoff.DrawnOn(strokes=STROKES, digest=terms_digest(attempt))
        handoff.sign(desk, case_id, attempt, side, drawn)
    handoff.accept(desk, case_id, number)


@pytest.fixture
def log(desk: Desk, child: UUID, clock: StoryClock) -> tuple[HandoffRow, ...]:
    """An attempt to which nobody came, and one that was accepted an hour later."""
    propose(desk, child, FORMULA)
    failed = HandoffFailed(
        occurred_at=desk.clock(),
        handoff=1,
        reason="receiver_did_not_come",
        detail="Waited an hour",
        child_is_at="Room 2",
    )
    cases.add(desk, child, failed)
    clock.forward(60)
    propose(desk, child)
    hand_over(desk, child, 2)
    return handoff_log.rows(desk)


def test_every_attempt_that_ended_newest_first(log: tuple[HandoffRow, ...]) -> None:
    assert [(one.number, one.state) for one in log] == [(2, "accepted"), (1, "failed")]
    assert {one.officer for one in log} == {"D. Rivera 4471"}
    assert [one.person for one in log] == ["M. Ruiz", FORMULA]
    assert log[0].missed == log[1].missed != ()
    assert {one.review for one in log} == {"not_reviewed"}


def test_it_reaches_back_as_far_as_asked(
    desk: Desk, log: tuple[HandoffRow, ...], clock: StoryClock
) -> None:
    assert handoff_log.rows(desk, log[0].at) == log[:1]
    clock.forward(1)
    assert handoff_log.rows(desk, clock()) == ()


def test_what_narrows_it(log: tuple[HandoffRow, ...]) -> None:
    at, second = log[0].at, timedelta(seconds=1)
    duty = log[0].missed[0]
    for wanted, count in (
        (Wanted(), 2),
        (Wanted(since=at), 1),
        (Wanted(until=at), 1),
        (Wanted(since=at + second), 0),
        (Wanted(officer=" rivera"), 2),
        (Wanted(officer="4471", receiver="RUIZ"), 1),
        (Wanted(receiver="dcfs"), 2),
        (Wanted(officer="ames"), 0),
        (Wanted(duty=duty.upper()), 2),
        (Wanted(duty="no such duty"), 0),
        (Wanted(only_missed=True), 2),
    ):
        assert len(handoff_log.narrowed(log, wanted)) == count, wanted


def test_a_spreadsheet_takes_nothing_for_a_formula(log: tuple[HandoffRow, ...]) -> None:
    data = handoff_log.as_csv(log, "America/Chicago")
    told = list(csv.reader(io.StringIO(data.decode("utf-8-sig"))))
    assert tuple(told[0]) == HEADINGS
    assert told[1][:4] == ["AC-26-0001", "2", "2026-11-24 04:00 CST", "accepted"]
    assert told[2][5] == f"'{FORMULA}"


def test_it_is_recorded_before_it_leaves(
    sign_in: SignIn, desk: Desk, log: tuple[HandoffRow, ...]
) -> None:
    with pytest.raises(BadInput):
        handoff_log.give_out(desk, log, "file", (" ", ""), "")
    changes = handoff_log.give_out(desk, log, "file", ("Weekly review", "Cmdr. Vance"), "since")
    assert changes.kinds == {"list_exported"}
    told = desk.journal.entry(desk.journal.log_head().ordinal).body
    assert isinstance(told, ListExported)
    assert (told.rows, told.purpose, told.recipient) == (2, "Weekly review", "Cmdr. Vance")
    officer = sign_in("ames")
    for act in (
        lambda: handoff_log.rows(officer),
        lambda: handoff_log.give_out(officer, log, "file", ("me", ""), ""),
    ):
        with pytest.raises(Refused):
            act()
