"""Other people of a case in a few words: who they are to the child, and what they are called."""

from minors_desk.domain.case import Case
from minors_desk.domain.facts import names_of
from minors_desk.domain.people import Person
from minors_desk.wording.codes import word


def person_name(case: Case, person: Person) -> str:
    """The name that leads for that person; empty while nobody told one."""
    names = names_of(case.facts, person.person_id)
    return names[0].value.as_said if names else ""


def person_title(case: Case, person: Person) -> str:
    """``Aunt or uncle, Marta Caal``: role and name."""
    parts = (word("person_role", person.role), person_name(case, person))
    return ", ".join(part for part in parts if part)
