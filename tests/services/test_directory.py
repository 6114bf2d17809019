"""The directory at the desk: own lines first and in the place of shipped ones; who may set them."""

from datetime import timedelta
from uuid import UUID

import pytest

from minors_desk.domain.contacts import ContactTried, Outcome, Party
from minors_desk.domain.encounter import Encountered
from minors_desk.domain.facts import FactTold, PersonName
from minors_desk.domain.line_history import LineHistory, history
from minors_desk.domain.people import PersonTold
from minors_desk.domain.station import DirectoryLineSet, StationTelephoneSet
from minors_desk.errors import Refused
from minors_desk.services import calling, cases, directory
from minors_desk.services.desk import Desk
from minors_desk.storage import line_calls
from minors_desk.storage.verify import verify
from minors_desk.wording.directory import source_words, sureness_words
from tests.services.conftest import SignIn

SHIPPED = "us-il-child-protection"


def own(desk: Desk, line_id: str = SHIPPED, number: str = "312 555 0199") -> DirectoryLineSet:
    return DirectoryLineSet(
        occurred_at=desk.clock(),
        line_id=line_id,
        name="DCFS, night desk",
        purpose="child_protection",
        number=number,
    )


def test_the_lines_of_the_state_then_of_the_country(desk: Desk) -> None:
    found = directory.lines(desk)
    assert found[0].id == SHIPPED
    assert {one.jurisdiction for one in found} == {"US-IL", "US"}
    everywhere = directory.lines(desk, everywhere=True)
    assert everywhere[: len(found)] == found
    assert {"US-IN", "CA-QC"} < {one.jurisdiction for one in everywhere}


def test_an_own_line_stands_in_the_place_of_a_shipped_one(desk: Desk) -> None:
    changes = directory.set_line(desk, own(desk))
    assert changes.station
    first, *rest = directory.lines(desk)
    assert (first.id, first.number, first.set_by) == (SHIPPED, "312 555 0199", "D. Rivera · 4471")
    assert SHIPPED not in {one.id for one in rest}
    assert sureness_words(first) == "the agency's own number"
    assert "entered by D. Rivera" in source_words(first, desk.zone)
    shipped = directory.shipped_line(SHIPPED)
    assert shipped is not None
    assert sureness_words(shipped) == "not verified"
    directory.set_line(desk, own(desk, number=""))
    assert sureness_words(directory.lines(desk)[0]) == "the agency knows no number"
    assert source_words(shipped, desk.zone).endswith("2016-03")


def test_a_new_line_has_an_id_of_its_own(desk: Desk) -> None:
    line_id = directory.new_line_id(desk)
    directory.set_line(desk, own(desk, line_id))
    assert line_id.startswith(directory.OWN)
    assert directory.lines(desk)[0].id == line_id
    assert directory.shipped_line(line_id) is None
    assert SHIPPED in {one.id for one in directory.lines(desk)}


def test_only_a_supervisor_sets_a_line(sign_in: SignIn) -> None:
    officer = sign_in("ames")
    assert not directory.may_set(officer)
    before = directory.lines(officer)
    with pytest.raises(Refused):
        directory.set_line(officer, own(officer))
    number = StationTelephoneSet(occurred_at=officer.clock(), telephone="312 555 0144")
    with pytest.raises(Refused):
        directory.set_telephone(officer, number)
    assert officer.station.telephone == ""
    assert directory.lines(officer) == before


def test_who_can_be_called_is_named_as_well_as_is_known(desk: Desk, child: UUID) -> None:
    mother, uncle = desk.new_id(), desk.new_id()
    now = desk.clock()
    name = PersonName(as_said="Marta Pop")
    cases.add(
        desk,
        child,
        PersonTold(occurred_at=now, person_id=mother, role="mother"),
        FactTold(occurred_at=now, fact="name", about=mother, value=name, source="said"),
        PersonTold(occurred_at=now, person_id=uncle, role="aunt_uncle"),
    )
    case = cases.read(desk, child)
    assert calling.called(case) == {mother: "Marta Pop", uncle: "Aunt or uncle"}
    found = calling.guide(desk, case).callees
    assert found[0].party.line_id == SHIPPED
    assert [one.rule.id for one in found[0].serves] == ["US-IL-05b"]
    assert {"Marta Pop", "Aunt or uncle"} < {one.party.name for one in found}


def test_what_a_line_did_is_known_over_all_cases(desk: Desk, child: UUID) -> None:
    """And stays known when the index is made again; a call that was withdrawn is none."""
    start = desk.clock()
    other, _ = cases.open_case(
        desk, Encountered(occurred_at=start, encounter_id=desk.new_id(), place="Station")
    )

    def call(case_id: UUID, outcome: Outcome) -> UUID:
        party = Party(name="Illinois DCFS", number="800-252-2873", line_id=SHIPPED)
        tried = ContactTried(
            occurred_at=desk.clock(),
            party=party,
            purpose="child_protection",
            method="telephone",
            outcome=outcome,
        )
        cases.add(desk, case_id, tried)
        return cases.read(desk, case_id).contacts[-1].entry_id

    call(other, "reached")
    wrong = call(other, "reached")
    call(child, "no_answer")
    cases.withdraw(desk, other, wrong, "Typed twice")

    def told() -> LineHistory:
        at = start + timedelta(hours=1)
        with desk.journal.reading() as connection:
            tries = line_calls.tries(connection, [SHIPPED, "us-ncmec"])
        assert tries["us-ncmec"] == ()
        found = history(tries[SHIPPED], at, desk.zone)
        assert found is not None
        return found

    before = told()
    assert (before.last_answered, before.tried, before.answered) == (start, 2, 1)
    desk.vault.rebuild_index()
    assert told() == before
    assert verify(desk.vault).problems == ()
