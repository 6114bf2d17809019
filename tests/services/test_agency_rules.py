"""An agency adds rules, makes law stricter, waives a rule by name and takes over newer packs."""

from datetime import timedelta
from uuid import UUID

import msgspec
import pytest

from minors_desk.domain import roles
from minors_desk.domain.custody import Moved
from minors_desk.domain.duties import DutyClock, status
from minors_desk.domain.periods import Period
from minors_desk.domain.station import PackAdopted
from minors_desk.errors import BadInput, Refused
from minors_desk.services import agency_rules, cases, packs, recording, review, station_rules
from minors_desk.services.agency_rules import OwnRule
from minors_desk.services.desk import Desk
from tests.services.conftest import SignIn, StoryClock, encounter

HOUR = timedelta(hours=1)


def own(desk: Desk, **changed: object) -> OwnRule:
    fields: dict[str, object] = {
        "title": "A lawyer is called",
        "within": HOUR,
        "since": agency_rules.today(desk),
        "starts": "custody_began",
        "satisfied_by": ("lawyer_reached",),
    }
    return OwnRule(**{**fields, **changed})  # type: ignore[arg-type]


def clocks_of(desk: Desk, case_id: UUID, rule_id: str) -> list[DutyClock]:
    found = cases.duty_clocks(desk, cases.read(desk, case_id))
    return [one for one in found if one.rule.id == rule_id]


def clock_of(desk: Desk, case_id: UUID, rule_id: str) -> DutyClock:
    (found,) = clocks_of(desk, case_id, rule_id)
    return found


def test_a_rule_of_the_agency_counts_beside_the_law(desk: Desk, child: UUID) -> None:
    changes = agency_rules.add_rule(desk, own(desk))
    assert changes.kinds == {"pack_adopted"}
    clock = clock_of(desk, child, "AGENCY-01")
    assert clock.due == clock.start + HOUR
    assert not clock.rule.may_be_red
    agency_rules.add_rule(desk, own(desk, title='Another "one"'))
    assert clock_of(desk, child, "AGENCY-02").rule.title == 'Another "one"'


def test_a_law_is_made_stricter_and_both_run(desk: Desk, child: UUID) -> None:
    law = clock_of(desk, child, "US-IL-05b")
    agency_rules.add_rule(desk, own(desk, tightens="US-IL-05b", starts="", satisfied_by=()))
    stricter = clock_of(desk, child, "AGENCY-01")
    assert (stricter.start, stricter.due) == (law.start, law.start + HOUR)
    assert clock_of(desk, child, "US-IL-05b") == law


def test_what_gives_more_time_than_the_law_is_refused(desk: Desk, child: UUID) -> None:
    with pytest.raises(BadInput, match="within"):
        agency_rules.add_rule(
            desk, own(desk, tightens="US-IL-10", within=timedelta(hours=60), starts="")
        )
    assert agency_rules.AGENCY not in desk.station.packs


def test_a_rule_ends_on_its_day(desk: Desk, child: UUID) -> None:
    agency_rules.add_rule(desk, own(desk))
    agency_rules.end_rule(desk, "AGENCY-01", agency_rules.today(desk) - timedelta(days=1))
    assert clocks_of(desk, child, "AGENCY-01") == []
    agency_rules.end_rule(desk, "AGENCY-01", agency_rules.today(desk))
    assert clocks_of(desk, child, "AGENCY-01") != []
    with pytest.raises(BadInput):
        agency_rules.end_rule(desk, "AGENCY-09", agency_rules.today(desk))


def test_a_stricter_law_ends_on_its_day_and_the_law_goes_on(desk: Desk, child: UUID) -> None:
    agency_rules.add_rule(desk, own(desk, tightens="US-IL-05b", starts="", satisfied_by=()))
    agency_rules.end_rule(desk, "AGENCY-01", agency_rules.today(desk) - timedelta(days=1))
    assert clocks_of(desk, child, "AGENCY-01") == []
    assert clocks_of(desk, child, "US-IL-05b") != []


def test_what_was_forbidden_under_a_waiver_is_told_as_waived(
    desk: Desk, child: UUID, clock: StoryClock
) -> None:
    forbidden = Moved(
        occurred_at=desk.now(),
        place="Area Central",
        room="Cell 1",
        secure=True,
        watched_by="Ofc. Ames",
    )
    cases.add(desk, child, forbidden)
    clock.forward(5)
    agency_rules.waive(desk, "US-JJ-01", reason="Drill", authority="Order 8")
    clock.forward(5)
    cases.add(desk, child, msgspec.structs.replace(forbidden, secure=False, room="2"))
    clock.forward(5)
    cases.add(desk, child, msgspec.structs.replace(forbidden, occurred_at=desk.now()))
    found = review.findings_of(desk, cases.read(desk, child), desk.now())
    told = [one.code for one in found if one.rule is not None and one.rule.id == "US-JJ-01"]
    assert sorted(told) == ["forbidden", "rule_waived"]


def test_a_waived_rule_is_owed_by_nobody_and_seen_by_every_reviewer(
    desk: Desk, child: UUID, clock: StoryClock
) -> None:
    before = clock_of(desk, child, "HOUSE-CLASS")
    assert before.met_at is None
    clock.forward(1)
    agency_rules.waive(desk, "HOUSE-CLASS", reason="Pilot", authority="Order 7")
    assert clock_of(desk, child, "HOUSE-CLASS") == before, "what had begun is owed as before"
    agency_rules.restore(desk, "HOUSE-CLASS", "The pilot is over")
    assert agency_rules.waiver(desk, "HOUSE-CLASS") is None


def test_a_clock_that_begins_under_a_waiver_stands_as_waived(desk: Desk, clock: StoryClock) -> None:
    agency_rules.waive(desk, "HOUSE-CLASS", reason="Pilot", authority="Order 7")
    clock.forward(1)
    child, _changes = cases.open_case(desk, encounter(desk))
    one = clock_of(desk, child, "HOUSE-CLASS")
    assert (one.let_go, one.met_at) == ("waived_by_agency", one.start)
    assert status(one, desk.now()).tone == "quiet"
    found = review.findings_of(desk, cases.read(desk, child), desk.now())
    (told,) = (one for one in found if one.code == "rule_waived")
    assert told.params == {"by": desk.person.name, "why": "Pilot", "authority": "Order 7"}


def test_no_waiver_of_what_is_not_there_and_none_by_an_officer(
    desk: Desk, sign_in: SignIn, clock: StoryClock
) -> None:
    with pytest.raises(BadInput):
        agency_rules.waive(desk, "X-1", reason="a", authority="b")
    with pytest.raises(BadInput):
        agency_rules.restore(desk, "HOUSE-CLASS", "a")
    with pytest.raises(BadInput):
        agency_rules.waive(desk, "HOUSE-CLASS", reason="a", authority="b", until=desk.now())
    agency_rules.waive(desk, "HOUSE-CLASS", reason="a", authority="b")
    with pytest.raises(BadInput):
        agency_rules.waive(desk, "HOUSE-CLASS", reason="a", authority="b")
    desk.close()
    with pytest.raises(Refused):
        agency_rules.waive(sign_in("ames"), "HOUSE-FOOD", reason="a", authority="b")


def test_a_record_of_an_earlier_program_takes_the_newer_rules_over(
    desk: Desk, child: UUID, clock: StoryClock
) -> None:
    assert agency_rules.newer(desk) == ()
    with pytest.raises(BadInput):
        agency_rules.renew(desk)
    quarter = timedelta(minutes=15)
    station_rules.set_periods(desk, {"HOUSE-CHECK": quarter})
    assert agency_rules.newer(desk) == ()
    station_rules.adopt(desk, desk.station.packs["house"].content + LAWYER)
    assert agency_rules.newer(desk) == (), "a rule of the station's own is nothing to take away"
    adopted(desk, "us", desk.station.packs["us"].content.replace("PT72H", "PT71H"))
    assert agency_rules.newer(desk) == ("us",)
    agency_rules.renew(desk)
    assert agency_rules.newer(desk) == ()
    assert desk.station.packs["us"].content == packs.shipped_text("us")
    assert station_rules.times(packs.shipped_pack("house"))["HOUSE-CHECK"] > quarter
    assert clock_of(desk, child, "HOUSE-CHECK").rule.within == Period(quarter), "still ours"


def test_the_stations_own_words_are_kept_when_newer_rules_come(desk: Desk, child: UUID) -> None:
    before = desk.station.packs["house"].content
    older = before.replace('confidential = ""', 'confidential = "1 X 2, says counsel"')
    older = older.replace('US-IL-05b = "PT1H"\n', "").replace('"HOUSE-MISSING"', '"HOUSE-GONE"')
    older = older.replace('within = "PT4H"', 'within = "PT3H"')
    older = older.replace('within = "PT15M"', 'within = "PT20M"')
    adopted(desk, "house", older)
    assert agency_rules.newer(desk) == ("house",)
    told: list[tuple[int, int]] = []
    agency_rules.renew(desk, lambda done, total: told.append((done, total)))
    assert told == [(1, 1)]
    (house,) = (one for one in desk.packs if one.id == "house")
    assert house.confidential == "1 X 2, says counsel"
    assert house.targets["US-IL-05b"] == HOUR
    assert {"HOUSE-GONE", "HOUSE-MISSING"} <= {one.id for one in house.rules}
    times = station_rules.times(house)
    assert times["HOUSE-FOOD"] == 3 * HOUR, "stricter than shipped"
    assert times["HOUSE-CHECK-LOCKED"] == timedelta(minutes=15), "no laxer than shipped"
    assert agency_rules.newer(desk) == ()


def adopted(desk: Desk, pack: str, content: str) -> None:
    """As a desk of an earlier version did."""
    body = PackAdopted(
        occurred_at=desk.now(),
        pack=pack,
        content=content,
        content_hash=packs.content_hash(content),
    )
    recording.record(desk, roles.SET_RULES, [(None, body)])
    desk.look_again()


LAWYER = """
[[rule]]
id = "HOUSE-LAWYER"
title = "Asked for a lawyer"
binds = "police"
kind = "deadline"
starts = "custody_began"
within = "PT1H"
satisfied_by = ["lawyer_reached"]
checked = { status = "not_verified", source = "station rule, not law" }
"""
