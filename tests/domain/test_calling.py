"""Whom to ring next: what presses first, who must not be called, and which duties a call serves."""

from datetime import date
from typing import Any

import pytest

from minors_desk.domain.bodies import Body
from minors_desk.domain.calling import Callee, CallLine, callees, duties_for, forbidden
from minors_desk.domain.case import Case
from minors_desk.domain.contacts import Party
from minors_desk.domain.duties import DutyClock
from minors_desk.domain.facts import FactTold
from minors_desk.domain.people import PersonTold
from minors_desk.domain.periods import EVERY_DAY
from minors_desk.domain.rules import Checked, Rule
from minors_desk.domain.values import Phone
from tests.domain.samples import at, case_of, encountered, ident, reached, tried
from tests.domain.samples_custody import began

DCFS = CallLine(
    id="us-il-child-protection",
    jurisdiction="US-IL",
    purpose="child_protection",
    name="Illinois DCFS",
    number="800-252-2873",
    sureness="medium",
)
HELP = CallLine(id="us-help", jurisdiction="US", purpose="other", name="Help", number="800 555 1")
OWN = CallLine(
    id="own-1",
    jurisdiction="US-IL",
    purpose="interpreter",
    name="Desk interpreter",
    number="312 555 0100",
    set_at=at(0),
)
MOTHER, UNCLE = ident(901), ident(902)
NAMES = {MOTHER: "Marta Pop", UNCLE: "Luis Pop"}


def duty(*satisfied_by: str, due: float | None = 60, met: float | None = None) -> DutyClock:
    """A duty that these events meet."""
    rule = Rule(
        id="R-" + satisfied_by[0],
        pack="p",
        is_law=True,
        title="Somebody is told",
        citation="1 Act 2",
        binds="police",
        kind="deadline",
        applies=(),
        starts=("custody_began",),
        within=None,
        satisfied_by=satisfied_by,
        ends_with=(),
        calendar=EVERY_DAY,
        effective_from=date(2020, 1, 1),
        effective_until=None,
        checked=Checked(verified=True, source="s", on=None),
    )
    return DutyClock(
        rule=rule,
        start=at(0),
        start_known=True,
        start_entry=ident(1),
        due=None if due is None else at(due),
        met_at=None if met is None else at(met),
        met_by=None,
    )


def told(person: Any = MOTHER, **more: Any) -> PersonTold:
    return PersonTold(occurred_at=at(0), person_id=person, **({"role": "mother"} | more))


def phone(person: Any, number: str) -> FactTold:
    value = Phone(as_told=number)
    return FactTold(occurred_at=at(0), fact="phone", about=person, value=value, source="said")


def case(*bodies: Body) -> Case:
    return case_of(encountered(-2), began(-1), *bodies)


def found(*bodies: Body, clocks: tuple[DutyClock, ...] = ()) -> tuple[Callee, ...]:
    return callees(case(*bodies), (HELP, DCFS, OWN), clocks, NAMES)


def names(rows: tuple[Callee, ...]) -> list[str]:
    return [one.party.name for one in rows]


def test_with_nothing_owed_our_own_line_stands_first() -> None:
    assert names(found()) == ["Desk interpreter", "Help", "Illinois DCFS"]


def test_what_is_owed_next_stands_first_and_says_why() -> None:
    clocks = (
        duty("parent_reached", due=30),
        duty("child_protection_reached", due=60),
        duty("medical_help_reached", due=1, met=2),
    )
    rows = found(told(), phone(MOTHER, "+502 5550 1234"), clocks=clocks)
    assert names(rows) == ["Marta Pop", "Illinois DCFS", "Desk interpreter", "Help"]
    assert [one.rule.id for one in rows[1].serves] == ["R-child_protection_reached"]
    assert rows[0].party == Party(name="Marta Pop", number="+502 5550 1234", person_id=MOTHER)
    assert not rows[2].serves


def test_a_duty_without_a_fixed_time_presses_from_its_start() -> None:
    rows = found(clocks=(duty("child_protection_reached", due=None),))
    assert names(rows)[0] == "Illinois DCFS"


def test_a_planned_try_presses_when_it_is_due() -> None:
    party = Party(name="Help", number="800 555 1", line_id="us-help")
    rows = found(tried(1, party, purpose="other", next_try_at=at(16)))
    assert names(rows)[0] == "Help"
    assert rows[0].next_try is not None
    assert rows[0].next_try.due == at(16)
    assert (len(rows[0].tried), rows[0].last_reached) == (1, None)


def test_when_it_last_answered_in_this_case() -> None:
    party = Party(name="Illinois DCFS", line_id=DCFS.id)
    rows = found(reached(1, party), tried(5, party))
    line = next(one for one in rows if one.line == DCFS)
    assert line.last_reached is not None
    assert line.last_reached.at == at(1)
    assert len(line.tried) == 2


def test_who_must_not_be_called_stands_behind_the_others_of_the_case() -> None:
    clocks = (duty("parent_reached"),)
    rows = found(
        told(safe_to_contact="no", why="he hit her"),
        phone(MOTHER, "1 312 555 0101"),
        told(UNCLE, role="aunt_uncle", alive="no"),
        clocks=clocks,
    )
    assert names(rows) == ["Desk interpreter", "Marta Pop", "Luis Pop", "Help", "Illinois DCFS"]
    assert [one.not_called for one in rows[1:3]] == ["do_not_contact", "has_died"]
    assert not rows[1].serves
    by_number = forbidden(Party(name="School", number="(312) 555-0101"), rows)
    assert by_number is rows[1]
    assert forbidden(Party(name="marta  POP"), rows) is rows[1]
    assert forbidden(Party(name="Somebody", number="312 555 0199"), rows) is None


def test_one_row_for_each_number_of_a_person() -> None:
    rows = found(told(), phone(MOTHER, "1"), phone(MOTHER, "2"), told(UNCLE, role="lawyer"))
    people = [one for one in rows if one.person is not None]
    assert sorted(one.party.number for one in people) == ["", "1", "2"]
    assert {one.purpose for one in people} == {"parent_or_relative", "lawyer"}


def test_somebody_tried_who_is_in_no_list_stands_too() -> None:
    rows = found(tried(1, Party(name="School", number="312 555 0177"), purpose="other"))
    assert names(rows) == ["Desk interpreter", "School", "Help", "Illinois DCFS"]


@pytest.mark.parametrize(("role", "serves"), [("guardian", 1), ("aunt_uncle", 0)])
def test_only_a_parent_is_a_parent_reached(role: Any, serves: int) -> None:
    person = case(told(role=role)).people[0]
    clocks = (duty("parent_reached"),)
    assert len(duties_for("parent_or_relative", clocks, person)) == serves
    assert len(duties_for("parent_or_relative", clocks)) == 1
    assert not duties_for("other", clocks)


def test_own_is_neither_verified_nor_doubted() -> None:
    assert OWN.is_own
    assert not OWN.verified
    assert not DCFS.verified
    high = CallLine(
        id="a", jurisdiction="US", purpose="other", name="A", number="1", sureness="high"
    )
    assert high.verified
    assert not CallLine(
        id="a", jurisdiction="US", purpose="other", name="A", sureness="high"
    ).verified
