"""Calls about a child: who can be called now, in the order in which it presses."""

from uuid import UUID

from minors_desk.domain.calling import Callee, callees
from minors_desk.domain.case import Case
from minors_desk.domain.facts import names_of
from minors_desk.services import cases, directory
from minors_desk.services.desk import Desk
from minors_desk.wording.codes import word


def to_call(desk: Desk, case: Case) -> tuple[Callee, ...]:
    """Lines of the directory and people of the case; who must not be called says why."""
    clocks = cases.duty_clocks(desk, case)
    return callees(case, directory.lines(desk), clocks, called(case))


def called(case: Case) -> dict[UUID, str]:
    """How each person of the case is called: by name, or by what they are to the child."""
    return {one.person_id: _name(case, one.person_id) for one in case.people}


def _name(case: Case, person_id: UUID) -> str:
    names = names_of(case.facts, person_id)
    if names:
        return names[0].value.as_said
    person = case.person(person_id)
    if person is None:
        return ""
    return person.claimed_relation or word("person_role", person.role)
