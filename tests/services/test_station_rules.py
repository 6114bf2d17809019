"""Station rules set by a supervisor: stricter, never silently gone, and in force at once."""

from datetime import timedelta
from uuid import UUID

import pytest

from minors_desk.errors import BadInput, Refused
from minors_desk.services import cases, station_rules
from minors_desk.services.desk import Desk
from tests.services.conftest import SignIn, StoryClock

QUARTER = timedelta(minutes=15)


def house(desk: Desk) -> str:
    return desk.station.packs["house"].content


def due_of(desk: Desk, case_id: UUID, rule_id: str) -> timedelta:
    case = cases.read(desk, case_id)
    (clock,) = (one for one in cases.duty_clocks(desk, case) if one.rule.id == rule_id)
    assert clock.due is not None
    return clock.due - clock.start


def on_board(desk: Desk, rule_id: str) -> timedelta:
    (card,) = cases.the_board(desk).in_custody
    (clock,) = (one for one in card.open_clocks if one.rule_id == rule_id)
    assert clock.due is not None
    return clock.due - clock.start


def test_a_stricter_period_counts_at_once_on_page_and_board(desk: Desk, child: UUID) -> None:
    assert on_board(desk, "HOUSE-CHECK") == timedelta(minutes=30)
    changes = station_rules.set_periods(desk, {"HOUSE-CHECK": QUARTER})
    assert changes.station
    assert changes.kinds == {"pack_adopted"}
    assert due_of(desk, child, "HOUSE-CHECK") == on_board(desk, "HOUSE-CHECK") == QUARTER


def test_what_was_made_stricter_may_be_given_back(
    desk: Desk, child: UUID, clock: StoryClock
) -> None:
    station_rules.set_periods(desk, {"HOUSE-CHECK": QUARTER, "US-IL-05a": QUARTER})
    clock.forward(1)
    station_rules.set_periods(desk, {"HOUSE-CHECK": timedelta(minutes=20)})
    assert due_of(desk, child, "HOUSE-CHECK") == timedelta(minutes=20)
    (pack,) = (one for one in desk.packs if one.id == "house")
    assert pack.targets["US-IL-05a"] == QUARTER


@pytest.mark.parametrize("minutes", [0, 31, 8 * 24 * 60])
def test_no_time_and_more_than_the_program_gives_are_refused(desk: Desk, minutes: int) -> None:
    before = house(desk)
    with pytest.raises(BadInput) as wrong:
        station_rules.set_periods(desk, {"HOUSE-CHECK": timedelta(minutes=minutes)})
    assert wrong.value.field == "HOUSE-CHECK"
    assert house(desk) == before


def test_a_rule_that_is_not_there(desk: Desk) -> None:
    with pytest.raises(BadInput):
        station_rules.set_periods(desk, {"HOUSE-NONE": QUARTER})


def test_an_officer_sets_no_rules(sign_in: SignIn) -> None:
    desk = sign_in("ames")
    assert not station_rules.may_set(desk)
    with pytest.raises(Refused):
        station_rules.set_periods(desk, {"HOUSE-CHECK": QUARTER})


RULE = """
[[rule]]
id = "%s"
title = "Asked for a lawyer"
binds = "police"
kind = "deadline"
starts = "custody_began"
within = "PT1H"
satisfied_by = ["lawyer_reached"]
checked = { status = "not_verified", source = "station rule, not law" }
"""


def test_rules_are_added_and_never_silently_gone(desk: Desk, child: UUID) -> None:
    station_rules.adopt(desk, house(desk) + RULE % "HOUSE-LAWYER")
    assert due_of(desk, child, "HOUSE-LAWYER") == timedelta(hours=1)
    gone = house(desk).replace('id = "HOUSE-FOOD"', 'id = "HOUSE-MEAL"')
    with pytest.raises(BadInput, match="HOUSE-FOOD"):
        station_rules.adopt(desk, gone)


def test_a_second_pack_of_the_station_stands_beside(desk: Desk, child: UUID) -> None:
    head = '[pack]\nid = "unit"\ntitle = "Our unit"\nkind = "station"\n'
    station_rules.adopt(desk, head + RULE % "UNIT-LAWYER")
    assert due_of(desk, child, "UNIT-LAWYER") == timedelta(hours=1)
    assert due_of(desk, child, "HOUSE-CHECK") == timedelta(minutes=30)


@pytest.mark.parametrize(
    "text",
    [
        "= no toml",
        '[pack]\nid = "own"\ntitle = "Own"\nkind = "law"\n',
        '[pack]\nid = "us"\ntitle = "Own"\nkind = "station"\n',
        '[pack]\nid = "own"\ntitle = "Own"\nkind = "station"\n' + RULE % "US-JJ-01",
    ],
)
def test_what_is_no_pack_of_the_station_is_refused(desk: Desk, text: str) -> None:
    with pytest.raises(BadInput):
        station_rules.adopt(desk, text)
    assert sorted(desk.station.packs) == ["house", "us", "us-il"]
