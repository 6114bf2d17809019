"""Finding cases at the desk: cards of what was found, by whoever may read cases."""

import pytest

from minors_desk.domain.facts import FactTold, PersonName
from minors_desk.errors import BadInput, CannotOpen, Refused
from minors_desk.services import cases, finding
from minors_desk.services.desk import Desk
from tests.services.conftest import SignIn, encounter


def named(desk: Desk, name: str) -> FactTold:
    value = PersonName(as_said=name)
    return FactTold(occurred_at=desk.clock(), fact="name", value=value, source="said")


def test_a_case_is_found_with_its_card(desk: Desk) -> None:
    case_id, _changes = cases.open_case(desk, encounter(desk), named(desk, "Ñusta Quispe"))
    (hit,) = finding.find(desk, "quispe nusta")
    assert (hit.card.case_id, hit.card.name, hit.where) == (case_id, "Ñusta Quispe", "name")
    assert finding.find(desk, "harrison 630")[0].where == "text"
    assert finding.find(desk, "nobody") == ()
    with pytest.raises(BadInput, match="nothing to look for"):
        finding.find(desk, "--")


def test_administrators_find_nothing(desk: Desk, sign_in: SignIn) -> None:
    desk.person = type(desk.person)(
        id=desk.person.id, login="x", name="x", badge="", roles=frozenset({"administrator"})
    )
    with pytest.raises(Refused):
        finding.find(desk, "ana")


def test_a_record_of_an_earlier_program_says_so(desk: Desk) -> None:
    with desk.journal.changing() as connection:
        connection.exec_driver_sql("PRAGMA user_version=2")
    for look in (lambda: finding.find(desk, "ana"), lambda: cases.the_board(desk)):
        with pytest.raises(CannotOpen, match="Open it once to write"):
            look()
