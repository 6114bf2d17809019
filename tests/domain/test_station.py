"""The station folded from its entries, who may do what there, and the papers it issued."""

from typing import get_args

import pytest
from msgspec import structs

from minors_desk.domain import roles
from minors_desk.domain.bodies import Body
from minors_desk.domain.chain import chain_id
from minors_desk.domain.changes import Changes
from minors_desk.domain.entries import STATION_KINDS, Gone, Unread
from minors_desk.domain.printed import PaperPrinted, PrintFailed, next_issue
from minors_desk.domain.station import (
    DirectoryLineSet,
    KeyIntroduced,
    PackAdopted,
    PersonAdded,
    Role,
    Station,
    StationFounded,
    StationTelephoneSet,
)
from minors_desk.domain.stations import HANDLERS, fold_station
from tests.domain.samples import (
    CASE,
    CHAIN,
    ONE_OF_EACH,
    T0,
    at,
    case_of,
    encountered,
    entries,
    entry,
    ident,
    issued,
)


def of_kind(kind: type[Body]) -> Body:
    return next(one for one in ONE_OF_EACH if isinstance(one, kind))


def told(*bodies: Body | Unread | Gone, station: Station | None = None) -> Station:
    return fold_station(entries(bodies), station)


def test_handlers_are_the_kinds_of_the_station() -> None:
    assert set(HANDLERS) == set(STATION_KINDS)


def test_the_station_and_its_people() -> None:
    station = told(*(one for one in ONE_OF_EACH if type(one) in STATION_KINDS))
    founded = of_kind(StationFounded)
    assert station.founded == founded
    person = station.people[ident(801)]
    assert (person.login, person.badge, person.roles) == (
        "jrivera",
        "1234",
        frozenset({"officer", "supervisor"}),
    )
    assert station.author(chain_id(bytes.fromhex("0c" * 32))) == person
    assert station.author(bytes(32)) is None
    assert station.by_login("JRivera") == person
    assert station.by_login("rivera") is None
    assert station.packs["house"].content == "# rules\n"


def test_the_first_founding_and_the_newest_pack_count() -> None:
    second = StationFounded(
        occurred_at=T0, record_id=ident(9), station="B", code="B", jurisdiction="US-IL", zone="UTC"
    )
    newer = PackAdopted(occurred_at=T0, pack="house", content="# newer\n", content_hash="0f" * 32)
    station = told(of_kind(StationFounded), of_kind(PackAdopted), second, newer)
    assert station.founded == of_kind(StationFounded)
    assert station.packs["house"].content == "# newer\n"


def test_the_newest_telephone_of_the_station_counts() -> None:
    first, gone = of_kind(StationTelephoneSet), StationTelephoneSet(occurred_at=T0)
    assert told(of_kind(StationFounded)).telephone == ""
    assert told(of_kind(StationFounded), first).telephone == "312 555 0144"
    assert told(of_kind(StationFounded), first, gone).telephone == ""


def test_the_agencys_own_lines_with_who_set_them_and_when() -> None:
    line = of_kind(DirectoryLineSet)
    assert isinstance(line, DirectoryLineSet)
    nobody = told(line).directory[line.line_id]
    assert (nobody.set_by, nobody.set_at) == (None, entry(1, line).recorded_at)
    assert (nobody.number, nobody.jurisdiction) == ("312 555 0144", "US-IL")
    newer = structs.replace(line, number="", jurisdiction="")
    station = told(of_kind(StationFounded), of_kind(PersonAdded), line, newer)
    station.keys[CHAIN] = ident(801)
    fold_station([entry(9, newer)], station)
    (now,) = station.directory.values()
    assert (now.id, now.number, now.jurisdiction) == (line.line_id, "", "US-IL")
    assert now.set_by == station.people[ident(801)]


def test_a_key_of_nobody_known_has_no_author() -> None:
    station = told(of_kind(KeyIntroduced))
    assert station.author(chain_id(bytes.fromhex("0c" * 32))) is None


def test_folding_goes_on_where_it_stopped() -> None:
    station = told(of_kind(PersonAdded), Unread("of_later", 1), Gone())
    assert told(of_kind(KeyIntroduced), station=station) is station
    assert (station.unread, len(station.people), len(station.keys)) == (1, 1, 1)
    changed = told(
        PersonAdded(
            occurred_at=T0,
            person_id=ident(801),
            login="jrivera",
            name="J. Rivera",
            badge="",
            roles=("auditor",),
        ),
        station=station,
    )
    assert changed.people[ident(801)].roles == {"auditor"}


MAY = {
    roles.READ_CASES: {"officer", "supervisor", "auditor"},
    roles.WRITE_CASES: {"officer", "supervisor"},
    roles.PRINT_PAPERS: {"officer", "supervisor"},
    roles.VERIFY: {"officer", "supervisor", "administrator", "auditor"},
    roles.MANAGE_PEOPLE: {"administrator"},
    roles.RELEASE_LOGINS: {"supervisor", "administrator"},
    roles.WAIVE_DUTIES: {"supervisor"},
    roles.SET_RULES: {"supervisor"},
    roles.SET_DIRECTORY: {"supervisor"},
    roles.ADOPT_FORMS: {"supervisor"},
    roles.DISABLE_LOGINS: {"supervisor", "administrator"},
    roles.RESET_PASSPHRASES: {"supervisor"},
    roles.SEE_PEOPLE: {"supervisor", "administrator", "auditor"},
    roles.CHANGE_OWN: {"officer", "supervisor", "administrator", "auditor"},
    roles.SEE_REVIEWS: {"supervisor", "auditor"},
    roles.REVIEW_CASES: {"supervisor"},
    roles.EXPORT_LISTS: {"supervisor"},
    roles.KEEP_RECORD: {"supervisor", "administrator"},
    roles.EXPORT_CASES: {"supervisor"},
    roles.DECIDE_FEDERAL: {"supervisor"},
}


@pytest.mark.parametrize("action", sorted(MAY))
def test_who_may_do_what(action: str) -> None:
    everyone = get_args(Role)
    assert {one for one in everyone if roles.may(frozenset({one}), action)} == MAY[action]
    assert not roles.may(frozenset(), action)
    assert not roles.may(frozenset({"of_later"}), action)


def test_the_table_of_roles_is_whole() -> None:
    assert set(roles.MAY) == set(get_args(Role))
    assert {action for actions in roles.MAY.values() for action in actions} == set(MAY)
    assert roles.may(frozenset({"auditor", "officer"}), roles.WRITE_CASES)


def test_version_and_copy_of_the_next_issue() -> None:
    assert next_issue((), "transfer_receipt", 1, "aa") == (1, 1)
    papers = case_of(issued(1)).papers
    same = papers[0].digest
    assert next_issue(papers, "transfer_receipt", 1, same) == (1, 2)
    assert next_issue(papers, "transfer_receipt", 1, "bb" * 32) == (2, 1)
    assert next_issue(papers, "transfer_receipt", 2, same) == (1, 1)
    assert next_issue(papers, "another_paper", 1, same) == (1, 1)


def test_a_paper_keeps_what_became_of_it() -> None:
    case = case_of(
        encountered(),
        issued(1),
        PrintFailed(occurred_at=at(2), issued=ident(2)),
        PaperPrinted(occurred_at=at(3), issued=ident(2), outlet="printer"),
        PaperPrinted(occurred_at=at(4), issued=ident(2), outlet="file"),
        PaperPrinted(occurred_at=at(5), issued=ident(1), outlet="file"),
    )
    (paper,) = case.papers
    assert paper.outcomes == ("print_failed", "printed_printer", "printed_file")
    assert (paper.entry_id, paper.version, paper.copy, paper.seen.ordinal) == (ident(2), 1, 1, 7)
    assert [(one.code, one.entry_id) for one in case.findings] == [("paper_not_issued", ident(6))]


def test_changes_say_which_cases_they_touch() -> None:
    changes = Changes(case_ids=frozenset({CASE}))
    assert changes.touches(CASE)
    assert not changes.touches(ident(1))
