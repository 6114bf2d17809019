"""Driving the child elsewhere: where it is on the way, who is with it, what does not fit."""

import pytest

from minors_desk.domain.bodies import Body
from minors_desk.domain.custody import secure_time, time_in_custody
from minors_desk.domain.presence import watches
from tests.domain.samples import at, case_of, encountered, handed_over, ident
from tests.domain.samples_custody import arrived, began, ended, left, moved, relieved, secured
from tests.domain.test_custody import findings

START = (encountered(), began(1))


def test_to_the_hospital_and_back() -> None:
    way = case_of(*START, left(10, odometer_tenths=123_456))
    here, drive = way.presence, way.transport
    assert here is not None
    assert (here.in_transit, here.place, here.room) == (True, "County hospital", "Car 12")
    assert (here.secure, here.watched_by) == (False, "Rivera, Okafor")
    assert drive is not None
    assert (drive.arrived_at, drive.driven_tenths, drive.purpose) == (None, None, "hospital")
    there = case_of(*START, left(10, odometer_tenths=123_456), arrived(31, odometer_tenths=123_520))
    assert there.findings == ()
    assert there.transport is None
    (drive,) = there.transports
    assert (drive.left_at, drive.arrived_at, drive.arrived_by) == (at(10), at(31), ident(4))
    assert (drive.arrived_place, drive.driven_tenths) == ("County hospital", 64)
    assert there.presence is not None
    assert (there.presence.in_transit, there.presence.room) == (False, "ER 4")
    assert there.custody is not None
    assert time_in_custody(there.custody, at(61)) == 60
    assert [one.watched_by for one in watches(there.spans)] == [
        "Rivera",
        "Rivera, Okafor",
        "Rivera",
    ]


def test_what_happens_on_the_way_stays_on_the_way() -> None:
    case = case_of(*START, left(10), secured(12, "cuffed_to_object"), relieved(13, "Okafor"))
    assert case.findings == ()
    assert case.presence is not None
    assert (case.presence.in_transit, case.presence.watched_by) == (True, "Okafor")
    assert case.transport is not None


def test_a_locked_drive_counts() -> None:
    case = case_of(*START, left(10, secure=True), arrived(30))
    assert secure_time(case.spans, at(60)).total == 20
    assert case.spans[1].held_by == ("other",)


@pytest.mark.parametrize(
    ("bodies", "found"),
    [
        ((arrived(5),), [("arrived_without_leaving", 3)]),
        ((left(5), left(6)), [("left_twice", 4)]),
        ((left(5), moved(6)), [("arrival_not_told", 4)]),
        ((left(5), *handed_over(9)), [("arrival_not_told", 8)]),
        ((left(5), ended(9)), []),
        ((ended(5), left(6)), [("transport_outside_custody", 4)]),
        ((ended(5), arrived(6)), [("transport_outside_custody", 4)]),
        (
            (left(5, odometer_tenths=9), arrived(6, odometer_tenths=8)),
            [("odometer_went_back", 4)],
        ),
        ((left(5, odometer_tenths=9), arrived(6, odometer_tenths=9)), []),
        ((left(5), arrived(6, odometer_tenths=8)), []),
    ],
)
def test_what_does_not_fit_is_found(bodies: tuple[Body, ...], found: list[tuple[str, int]]) -> None:
    assert findings(case_of(*START, *bodies)) == found


def test_an_arrival_nobody_left_for_is_believed() -> None:
    case = case_of(*START, arrived(5))
    assert case.presence is not None
    assert (case.presence.place, case.transports) == ("County hospital", ())


def test_the_second_leaving_is_the_one_that_arrives() -> None:
    case = case_of(*START, left(5), left(8, to_place="Court"), arrived(20, place="Court"))
    assert [(one.to_place, one.arrived_at) for one in case.transports] == [
        ("County hospital", None),
        ("Court", at(20)),
    ]
