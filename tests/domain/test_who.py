"""Relatives, companions, classes, interpreters and files: what stands of them after the fold."""

from itertools import permutations

import pytest

from minors_desk.domain.admission import Refusal, check_case
from minors_desk.domain.board import card
from minors_desk.domain.bodies import Body
from minors_desk.domain.case import Case, fold
from minors_desk.domain.classing import class_given
from minors_desk.domain.companions import CompanionsKept
from minors_desk.domain.entries import NewEntry
from minors_desk.domain.people import Person, not_to_contact
from tests.domain.moments import CASE, at, ident
from tests.domain.samples import ZONE, case_of, encountered, entries
from tests.domain.samples_who import (
    BROTHER,
    MOTHER,
    WHO,
    attached,
    classed,
    interpreted,
    linked,
    parted,
    person,
)


def codes(case: Case) -> list[str]:
    return [one.code for one in case.findings]


def mother(*bodies: Body) -> Person:
    found = case_of(encountered(), *bodies).person(MOTHER)
    assert found is not None
    return found


def test_what_is_said_later_of_a_person_leads_and_what_it_leaves_out_stays() -> None:
    known = mother(
        person(1, role="adult_found_with", claimed_relation="aunt", where="lobby", alive="yes"),
        person(2, is_carer=True, proof="passport"),
    )
    assert (known.role, known.claimed_relation, known.where) == ("mother", "aunt", "lobby")
    assert (known.proof, known.alive, known.is_carer) == ("passport", "yes", True)
    assert known.entry_ids == (ident(2), ident(3))


def test_a_reason_goes_with_its_answer() -> None:
    no = person(1, safe_to_contact="no", why="He hit her")
    for later, answer, why in (
        ({}, "no", "He hit her"),
        ({"safe_to_contact": "no"}, "no", "He hit her"),
        ({"why": "and threatened"}, "no", "and threatened"),
        ({"safe_to_contact": "ask_first"}, "ask_first", ""),
        ({"safe_to_contact": "yes", "why": "cleared"}, "yes", "cleared"),
    ):
        known = mother(no, person(2, **later))
        assert (known.safe_to_contact, known.why) == (answer, why)


def test_whom_not_to_contact_is_an_alert() -> None:
    case = case_of(
        encountered(),
        person(1, safe_to_contact="no"),
        person(2, person_id=ident(701), safe_to_contact="ask_first"),
        person(3, person_id=ident(702)),
    )
    assert [one.person_id for one in not_to_contact(case.people)] == [MOTHER]
    assert case.person(ident(999)) is None


def test_companions_are_linked_kept_and_parted() -> None:
    told = [
        encountered(),
        linked(1),
        CompanionsKept(occurred_at=at(2), others=(BROTHER, BROTHER)),
        parted(3, decided_by="Ōno", where_other="hospital"),
    ]
    states = [case_of(*told[:count]).companions[0] for count in (2, 3, 4)]
    assert [one.state for one in states] == ["linked", "kept_together", "parted"]
    assert [one.since for one in states] == [at(1), at(2), at(3)]
    assert {one.relation for one in states} == {"sibling"} and states[2].found_together
    assert (states[2].reason, states[2].where_other) == ("He needs a hospital", "hospital")
    again = case_of(*told, CompanionsKept(occurred_at=at(4), others=(BROTHER,))).companions[0]
    assert (again.state, again.reason, again.decided_by) == ("kept_together", "", "")
    assert codes(case_of(*told)) == []


def test_a_companion_nobody_linked_is_kept_and_found() -> None:
    case = case_of(encountered(), parted(1), linked(2))
    assert codes(case) == ["companion_not_linked"]
    (tie,) = case.companions
    assert (tie.state, tie.relation, tie.since) == ("parted", "sibling", at(1))


@pytest.mark.parametrize(
    "body",
    [
        linked(1, other=CASE),
        parted(1, other=CASE),
        CompanionsKept(occurred_at=at(1), others=(CASE,)),
    ],
    ids=lambda body: type(body).__name__,
)
def test_no_child_is_its_own_companion(body: Body) -> None:
    case = case_of(encountered(), body)
    assert case.companions == ()
    with pytest.raises(Refusal, match="companion_of_itself"):
        check_case(case, [NewEntry(id=ident(2), case_id=CASE, body=body)])


def test_the_class_given_last_counts_and_starts_its_own_rules() -> None:
    case = case_of(encountered(legal_class="status_offender"), classed(5), classed(3))
    assert (case.legal_class, case.class_given) == ("accused_delinquent", "accused_delinquent")
    assert class_given(case.encounter, case.classings, until=at(2)) == "status_offender"
    assert [one.at for one in case.events if one.name == "classed"] == [at(0), at(3), at(5)]
    assert card(case, (), ZONE).class_given


def test_a_child_not_classed_counts_as_charged_with_nothing() -> None:
    case = case_of(encountered())
    assert (case.legal_class, case.class_given) == ("non_offender", None)
    assert not card(case, (), ZONE).class_given
    assert [one.name for one in case.events] == ["encountered"]
    assert class_given(None, ()) is None


def test_an_interpreter_who_is_none_is_found() -> None:
    good = case_of(encountered(), interpreted(1, until=at(9)))
    assert codes(good) == []
    assert [one.name for one in good.events] == ["encountered", "interpreter_used"]
    assert good.interpreters[0].language == "ixl"
    bad = case_of(encountered(), interpreted(5, until=at(4), is_relative_or_child=True))
    assert codes(bad) == ["interpreter_is_relative_or_child", "interpreter_ended_before"]
    assert len(bad.interpreters) == 1


def test_a_file_is_added_once_and_its_key_is_not_shown() -> None:
    again = attached(2, key="2b" * 32)
    case = case_of(encountered(), attached(1), again)
    assert [one.key for one in case.attachments] == ["1b" * 32]
    assert "1b" * 32 not in repr(case.attachments)
    with pytest.raises(Refusal, match="attachment_added_twice"):
        check_case(case, [NewEntry(id=ident(3), case_id=CASE, body=again)])


def test_everything_that_belongs_to_a_child_stands_in_its_case() -> None:
    case = case_of(encountered(), *WHO)
    assert case.class_given == "accused_delinquent"
    assert (len(case.people), len(case.companions), len(case.interpreters)) == (1, 1, 1)
    assert case.asked[0].agency == "Border Patrol"
    assert case.attachments[0].about == MOTHER


def test_any_order_of_arrival_tells_the_same() -> None:
    told = entries([encountered(), person(1), person(2, role="guardian"), linked(3), parted(3)])
    first = fold(CASE, told)
    assert all(fold(CASE, arrived) == first for arrived in permutations(told))
