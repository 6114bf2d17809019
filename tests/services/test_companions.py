"""Children found together: one transaction opens all their cases, and ties stand in each."""

import pytest

from minors_desk.domain.companions import CompanionLinked, CompanionsKept, CompanionsParted
from minors_desk.domain.encounter import AgeRange, Encountered
from minors_desk.errors import NotFound, Refused
from minors_desk.services import cases, companions
from minors_desk.services.companions import SeenChild
from minors_desk.services.desk import Desk


def met(desk: Desk) -> Encountered:
    return Encountered(
        occurred_at=desk.clock(),
        encounter_id=desk.new_id(),
        place="Bus terminal",
        apparent_sex="girl",
        legal_class="status_offender",
    )


OTHERS = (SeenChild("boy", AgeRange(low_months=60, high_months=71)), SeenChild(None, None))


def test_three_children_are_three_cases_of_one_encounter(desk: Desk) -> None:
    before = len(cases.listed(desk))
    ids, changes = companions.open_together(desk, met(desk), OTHERS, "sibling")
    assert changes.case_ids == frozenset(ids)
    assert len(cases.listed(desk)) == before + 3
    found = [cases.read(desk, one) for one in ids]
    encounters = [one.encounter for one in found]
    assert len({one.encounter_id for one in encounters if one is not None}) == 1
    assert len({one.number for one in found}) == 3
    assert [one.class_given for one in found] == ["status_offender", None, None]
    for own in found:
        tied = {tie.other: tie.relation for tie in own.companions}
        assert tied == dict.fromkeys(set(ids) - {own.id}, "sibling")
    assert [one.siblings for one in companions.cards(desk, found[0])] == [2, 2]


def test_all_or_none_of_the_cases_are_opened(desk: Desk) -> None:
    before = len(cases.listed(desk))
    nowhere = Encountered(occurred_at=desk.clock(), encounter_id=desk.new_id(), place="")
    with pytest.raises(Refused):
        companions.open_together(desk, nowhere, OTHERS, "friend")
    assert len(cases.listed(desk)) == before


def test_kept_and_parted_stand_in_every_case(desk: Desk) -> None:
    (first, second, third), _ = companions.open_together(desk, met(desk), OTHERS, "cousin")
    kept = CompanionsKept(occurred_at=desk.clock(), others=(second, third))
    cases.add(desk, first, kept)
    for one in (first, second, third):
        states = {tie.state for tie in cases.read(desk, one).companions}
        assert states == {"kept_together"}
    parted = CompanionsParted(
        occurred_at=desk.clock(), other=third, reason="hospital", where_other="ward 4"
    )
    cases.add(desk, first, parted)
    (own,) = (one for one in cases.read(desk, first).companions if one.other == third)
    (theirs,) = (one for one in cases.read(desk, third).companions if one.other == first)
    assert (own.state, own.where_other) == ("parted", "ward 4")
    assert (theirs.state, theirs.reason, theirs.where_other) == ("parted", "hospital", "")


def test_a_case_that_is_not_here_is_not_tied(desk: Desk) -> None:
    first, _ = cases.open_case(desk, met(desk))
    tie = CompanionLinked(occurred_at=desk.clock(), other=desk.new_id(), relation="friend")
    with pytest.raises(NotFound):
        cases.add(desk, first, tie)
    assert cases.read(desk, first).companions == ()


def test_a_child_is_no_companion_of_itself(desk: Desk) -> None:
    first, _ = cases.open_case(desk, met(desk))
    for own in (
        CompanionLinked(occurred_at=desk.clock(), other=first, relation="friend"),
        CompanionsKept(occurred_at=desk.clock(), others=(first,)),
    ):
        with pytest.raises(Refused) as refused:
            cases.add(desk, first, own)
        assert refused.value.code == "companion_of_itself"


def test_who_may_be_a_companion_is_on_the_board_and_not_the_child_itself(desk: Desk) -> None:
    first, _ = cases.open_case(desk, met(desk))
    second, _ = cases.open_case(desk, met(desk))
    offered = companions.possible(desk, cases.read(desk, first))
    assert second in {one.case_id for one in offered}
    assert first not in {one.case_id for one in offered}
