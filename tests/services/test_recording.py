"""The one door: roles, times, corrections, drafts, and nothing saved when it says no."""

from dataclasses import replace
from datetime import timedelta
from uuid import UUID, uuid4

import pytest

from minors_desk.domain.care import WelfareChecked
from minors_desk.domain.custody import CustodyBegan, Moved
from minors_desk.domain.entries import kind_of
from minors_desk.domain.facts import FactTold, PersonName
from minors_desk.domain.station import ClockJumped
from minors_desk.errors import BadInput, NotFound, Refused
from minors_desk.services import cases, drafts, people
from minors_desk.services.desk import Desk
from minors_desk.storage.keys import FLOOR
from tests.services.conftest import SignIn, StoryClock, encounter


def last(desk: Desk) -> int:
    return desk.journal.log_head().ordinal


def check(desk: Desk, minutes_ago: int = 0, **fields: object) -> WelfareChecked:
    at = desk.clock() - timedelta(minutes=minutes_ago)
    return WelfareChecked(occurred_at=at, condition="calm", **fields)  # type: ignore[arg-type]


def test_a_saved_entry_is_told_in_changes_and_read_back(desk: Desk, child: UUID) -> None:
    changes = cases.add(desk, child, check(desk))
    assert changes.touches(child)
    assert changes.kinds == {"welfare_checked"}
    assert not changes.station
    assert [one.condition for one in cases.read(desk, child).checks] == ["calm"]


def test_cases_are_numbered_by_the_station_and_never_twice(desk: Desk) -> None:
    made = [cases.open_case(desk, encounter(desk))[0] for _ in range(3)]
    numbers = [cases.read(desk, one).number for one in made]
    assert numbers == ["AC-26-0001", "AC-26-0002", "AC-26-0003"]
    assert [cases.find(desk, number) for number in numbers] == made
    assert cases.find(desk, str(made[1])) == made[1]
    with pytest.raises(BadInput) as several:
        cases.find(desk, "AC-26")
    assert several.value.field == "case"
    with pytest.raises(NotFound):
        cases.find(desk, "ZZ-99-0001")


@pytest.mark.parametrize(
    ("minutes_ago", "code"), [(-3, "in_the_future"), (16, "late_without_reason")]
)
def test_times_out_of_bounds_are_refused_with_nothing_saved(
    desk: Desk, child: UUID, clock: StoryClock, minutes_ago: int, code: str
) -> None:
    clock.forward(60)
    before = last(desk)
    with pytest.raises(Refused) as refused:
        cases.add(desk, child, check(desk), check(desk, minutes_ago))
    assert refused.value.code == code
    assert last(desk) == before


def test_a_late_entry_with_a_reason_is_taken_and_marked(
    desk: Desk, child: UUID, clock: StoryClock
) -> None:
    clock.forward(60)
    cases.add(desk, child, check(desk, 30, late_because="with_the_child"))
    late = [line for line in cases.read(desk, child).log if line.is_late]
    assert [kind_of(line.entry.body) for line in late] == ["welfare_checked"]


def test_custody_cannot_begin_twice(desk: Desk, child: UUID) -> None:
    before = last(desk)
    again = CustodyBegan(
        occurred_at=desk.clock(), starts_from="contact", place="Area Central", watched_by="Ames"
    )
    with pytest.raises(Refused) as refused:
        cases.add(desk, child, again)
    assert refused.value.code == "custody_began_twice"
    assert last(desk) == before


def test_a_locked_room_for_a_child_charged_with_nothing_is_taken_and_found(
    desk: Desk, child: UUID
) -> None:
    locked = Moved(
        occurred_at=desk.clock(), place="Area Central", room="Cell 3", secure=True, watched_by="-"
    )
    cases.add(desk, child, locked)
    page = cases.page(desk, child)
    assert [one.rule.id for one in page.breaches] == ["US-JJ-01"]
    assert page.case.presence is not None
    assert page.case.presence.secure


def test_an_officer_may_not_manage_people_or_correct_another(
    sign_in: SignIn, clock: StoryClock
) -> None:
    supervisor = sign_in("rivera")
    case_id, _changes = cases.open_case(supervisor, encounter(supervisor))
    theirs = cases.read(supervisor, case_id).log[0].entry.id
    officer = sign_in("ames")
    cases.add(officer, case_id, check(officer))
    mine = cases.read(officer, case_id).log[-1].entry.id
    before = last(officer)
    with pytest.raises(Refused) as role:
        people.add(officer, ("new", "N", "1"), ("officer",), "four quiet paper boats")
    assert role.value.code == "not_your_role"
    with pytest.raises(Refused) as correction:
        cases.withdraw(officer, case_id, theirs, "not mine")
    assert correction.value.code == "not_yours_to_correct"
    assert last(officer) == before
    cases.withdraw(officer, case_id, mine, "wrong child")
    assert cases.read(officer, case_id).checks == ()
    again = sign_in("rivera")
    undo = cases.read(again, case_id).log[-1].entry
    cases.withdraw(again, case_id, undo.id, "it was right")
    assert len(cases.read(again, case_id).checks) == 1


def test_an_administrator_who_is_nothing_else_sees_no_case(sign_in: SignIn) -> None:
    desk = sign_in("rivera")
    people.add(
        desk, ("root", "A. Root", ""), ("administrator",), "four quiet paper boats", cost=FLOOR
    )
    person = desk.station.by_login("ROOT")
    assert person is not None
    desk.person = person
    for look in (lambda: cases.listed(desk), lambda: cases.open_case(desk, encounter(desk))):
        with pytest.raises(Refused) as refused:
            look()
        assert refused.value.code == "not_your_role"


def test_a_correction_of_an_entry_that_is_not_here_waits(desk: Desk, child: UUID) -> None:
    cases.withdraw(desk, child, uuid4(), "from another station")
    assert [one.code for one in cases.read(desk, child).findings] == ["amendment_waits"]


def test_the_encounter_itself_cannot_be_withdrawn(desk: Desk, child: UUID) -> None:
    first = cases.read(desk, child).encounter
    assert first is not None
    with pytest.raises(Refused) as refused:
        cases.withdraw(desk, child, first.entry_id, "never happened")
    assert refused.value.code == "no_encounter"


def test_an_amendment_takes_the_place_of_the_entry(desk: Desk, child: UUID) -> None:
    told = FactTold(
        occurred_at=desk.clock(), fact="name", value=PersonName(as_said="Ana"), source="said"
    )
    cases.add(desk, child, told)
    entry = cases.read(desk, child).names[0].entry_id
    replacement = {
        "kind": "fact_told",
        "occurred_at": desk.clock().isoformat(),
        "fact": "name",
        "value": {"type": "person_name", "as_said": "Anna"},
        "source": "said",
    }
    cases.amend(desk, child, entry, replacement, "misheard")
    case = cases.read(desk, child)
    assert [name.value.as_said for name in case.names] == ["Anna"]
    line = next(one for one in case.log if one.entry.id == entry)
    assert isinstance(line.entry.body, FactTold)
    assert line.entry.body.value.as_said == "Ana"
    assert line.altered_by is not None


def test_a_clock_set_back_is_noticed_once_flagged_and_never_forced(
    desk: Desk, child: UUID, clock: StoryClock
) -> None:
    clock.forward(-180)
    cases.add(desk, child, check(desk, late_because="system_was_down"))
    cases.add(desk, child, check(desk, late_because="system_was_down"))
    jumps = [
        entry for entry in desk.journal.station_entries() if isinstance(entry.body, ClockJumped)
    ]
    assert [one.body.seconds_back for one in jumps if isinstance(one.body, ClockJumped)] == [10800]
    checks = [
        line.entry
        for line in cases.read(desk, child).log
        if kind_of(line.entry.body) == "welfare_checked"
    ]
    assert {entry.clock_flag for entry in checks} == {1}
    assert {entry.recorded_at for entry in checks} == {clock.moment}
    assert desk.now() == clock.moment + timedelta(hours=3)


def test_a_draft_is_its_owners_and_goes_with_the_save_that_used_it(sign_in: SignIn) -> None:
    desk = sign_in("rivera")
    case_id, _changes = cases.open_case(desk, encounter(desk))
    at = drafts.keep(desk, case_id, "check", {"note": "asleep on the be"})
    before = last(desk)
    kept = drafts.kept(desk, case_id, "check")
    assert kept is not None
    assert (kept.typed, kept.saved_at) == ({"note": "asleep on the be"}, at)
    officer = sign_in("ames")
    assert drafts.kept(officer, case_id, "check") is None
    desk = sign_in("rivera")
    assert last(desk) == before + 2
    cases.add(desk, case_id, check(desk), form="check")
    assert drafts.kept(desk, case_id, "check") is None
    drafts.keep(desk, None, "encounter", {"place": "bus station"})
    cases.open_case(desk, encounter(desk), form="encounter")
    assert drafts.kept(desk, None, "encounter") is None


def test_a_new_passphrase_costs_what_this_computer_can_bear(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    cost = replace(FLOOR, passes=FLOOR.passes + 1)
    monkeypatch.setattr(people, "calibrated_cost", lambda: cost)
    people.add(desk, ("new", "N. New", "9"), ("officer",), "four quiet paper boats")
    slot = desk.vault.header.person("new")
    assert slot is not None
    assert slot.kdf.cost() == cost
