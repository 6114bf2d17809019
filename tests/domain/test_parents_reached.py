"""Who counts as the parent that the law wants told, and who should not have been contacted."""

import pytest

from minors_desk.domain.contacts import Party
from minors_desk.domain.people import PersonRole, PersonTold, SafeToContact
from tests.domain.samples import at, case_of, encountered, ident, reached, tried

ROSA = ident(700)
CALLED = {"party": Party(name="Rosa", person_id=ROSA), "purpose": "parent_or_relative"}


def rosa(minutes: float, role: PersonRole, safe: SafeToContact | None = None) -> PersonTold:
    return PersonTold(occurred_at=at(minutes), person_id=ROSA, role=role, safe_to_contact=safe)


def events(*told: object) -> list[str]:
    return [one.name for one in case_of(encountered(), *told).events]  # type: ignore[arg-type]


def findings(*told: object) -> list[str]:
    case = case_of(encountered(), *told)  # type: ignore[arg-type]
    return [one.code for one in case.findings]


@pytest.mark.parametrize("role", ["mother", "father", "guardian"])
def test_a_parent_was_reached_whenever_the_role_is_told(role: PersonRole) -> None:
    assert "parent_reached" in events(rosa(1, role), reached(2, **CALLED))
    assert "parent_reached" in events(reached(2, **CALLED), rosa(5, role))


@pytest.mark.parametrize("role", ["aunt_uncle", "unknown", "sponsor_named", "brother_sister"])
def test_another_person_is_no_parent(role: PersonRole) -> None:
    told = events(rosa(1, role), reached(2, **CALLED))
    assert "parent_reached" not in told
    assert "relative_reached" in told
    assert findings(rosa(1, role), reached(2, **CALLED)) == []


def test_a_person_nobody_told_of_is_no_parent() -> None:
    assert "parent_reached" not in events(reached(2, **CALLED))


def test_a_name_alone_counts_and_is_found() -> None:
    call = reached(2, Party(name="Her mother"), purpose="parent_or_relative")
    assert "parent_reached" in events(call)
    assert findings(call) == ["parent_not_told_of"]


def test_who_is_not_safe_to_contact_is_not_contacted_in_vain_either() -> None:
    assert findings(rosa(1, "father", "no"), tried(2, **CALLED)) == ["unsafe_person_contacted"]
    assert findings(rosa(1, "father", "ask_first"), tried(2, **CALLED)) == []
    assert findings(tried(2, **CALLED), rosa(3, "father", "no")) == []
