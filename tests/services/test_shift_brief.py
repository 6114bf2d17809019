"""The brief of the shift on a real record: a paper of the station, proved against all its cases."""

from dataclasses import replace
from io import BytesIO
from uuid import UUID

import pypdfium2
import pytest

from minors_desk.domain.custody import CustodyBegan, Moved
from minors_desk.domain.ending import CustodyEnded
from minors_desk.domain.facts import FactTold, PersonName
from minors_desk.domain.printed import PaperIssued
from minors_desk.errors import DeskError, NotFound, Refused
from minors_desk.services import cases, offering, printing, proving, verifying
from minors_desk.services.desk import Desk
from tests.services.conftest import StoryClock, encounter
from tests.services.test_handing_over import handed_over
from tests.services.test_papers import adopt

NAME = "shift_brief"


def text_of(pdf: bytes) -> str:
    document = pypdfium2.PdfDocument(BytesIO(pdf))
    try:
        return "\n".join(page.get_textpage().get_text_bounded() for page in document)
    finally:
        document.close()


def another(desk: Desk, name: str, room: str = "Juvenile room", **watch: str) -> UUID:
    began = CustodyBegan(
        occurred_at=desk.clock(),
        starts_from="arrival",
        place="Area Central",
        room=room,
        watched_by=watch.get("watched_by", "Ofc. Ames"),
    )
    said = FactTold(
        occurred_at=desk.clock(),
        fact="name",
        source="said",
        value=PersonName(as_said=name),
    )
    case_id, _changes = cases.open_case(desk, encounter(desk), began, said)
    return case_id


def moved(desk: Desk, case_id: UUID, room: str) -> None:
    body = Moved(occurred_at=desk.clock(), place="Area Central", room=room, watched_by="Sgt. Ortiz")
    cases.add(desk, case_id, body)


def boxes(desk: Desk, issued: printing.Issued) -> dict[str, str]:
    proved = printing.verify_paper(desk, issued.seal_code)
    found: dict[str, str] = {}
    for _page, name, text in proved.boxes:
        found[name] = f"{found[name]} {text}" if name in found else text
    return found


def test_it_is_an_entry_of_the_station_and_agrees(
    desk: Desk, child: UUID, clock: StoryClock
) -> None:
    ana = another(desk, "Ana Caal")
    clock.forward(20)
    issued = printing.issue_paper(desk, None, NAME)
    entry = desk.journal.entry_by_id(issued.entry_id)
    assert entry.case_id is None and isinstance(entry.body, PaperIssued)
    assert issued.number == f"SB-{desk.founded.code}-20261124"
    assert (issued.version, issued.copy, issued.case_id) == (1, 1, None)
    said = text_of(issued.pdf)
    for wanted in (
        *(cases.read(desk, one).number for one in (ana, child)),
        *("Ana Caal", "Unknown girl", "Juvenile room", "Ofc. Ames", issued.seal_code),
        *("Outgoing officer", "Incoming officer", "2026-11-24 03:20 CST"),
    ):
        assert wanted in said, wanted
    proved = printing.verify_paper(desk, issued.seal_code)
    assert (proved.verdict, proved.case_id, proved.issued_by) == ("agrees", None, "D. Rivera")
    assert cases.read(desk, ana).papers == () and issued.changes.station
    assert verifying.verify_record(desk, signatures=True).problems == ()


def test_time_alone_is_a_new_version_and_leaves_the_old_one_right(
    desk: Desk, child: UUID, clock: StoryClock
) -> None:
    first = printing.issue_paper(desk, None, NAME)
    copy = printing.issue_paper(desk, None, NAME)
    clock.forward(600)
    later = printing.issue_paper(desk, None, NAME)
    assert [(one.version, one.copy) for one in (first, copy, later)] == [(1, 1), (1, 2), (2, 1)]
    for one in (first, copy, later):
        assert printing.verify_paper(desk, one.seal_code).verdict == "agrees"
    assert "OVERDUE since" not in boxes(desk, first)["brief_custody.1.next"]
    assert boxes(desk, later)["brief_custody.1.next"].startswith(("OVERDUE since", "past since"))


def test_what_was_entered_since_is_no_alarm(desk: Desk, child: UUID, clock: StoryClock) -> None:
    issued = printing.issue_paper(desk, None, NAME)
    clock.forward(5)
    moved(desk, child, "Family room")
    last = desk.journal.log_head().ordinal
    proved = printing.verify_paper(desk, issued.seal_code)
    assert proved.verdict == "agreed_when_issued"
    assert {"brief_custody.1.room", "brief_custody.1.watch"} <= set(proved.changed)
    assert last in proved.later
    assert boxes(desk, issued)["brief_custody.1.room"] == "Interview room 2"


def test_children_who_came_or_went_since_stand_on_it_as_they_did(
    desk: Desk, child: UUID, clock: StoryClock
) -> None:
    number = cases.read(desk, child).number
    issued = printing.issue_paper(desk, None, NAME)
    clock.forward(5)
    handed_over(desk, child)
    ana = another(desk, "Ana Caal")
    proved = printing.verify_paper(desk, issued.seal_code)
    assert proved.verdict == "agreed_when_issued"
    then = boxes(desk, issued)
    assert number in then["brief_custody.1.child"] and then["brief_custody.count"] == "1"
    now = printing.issue_paper(desk, None, NAME)
    today = boxes(desk, now)
    assert cases.read(desk, ana).number in today["brief_custody.1.child"]
    assert number in today["brief_owed.1.child"] and "DCFS" in today["brief_owed.1.receiver"]
    assert printing.verify_paper(desk, now.seal_code).verdict == "agrees"


def test_a_child_off_the_board_since_is_found_by_its_entries(desk: Desk, clock: StoryClock) -> None:
    """Whose case is on no board any more is looked for by the entry that took it off."""
    case_id, _changes = cases.open_case(desk, encounter(desk))
    issued = printing.issue_paper(desk, None, NAME)
    clock.forward(5)
    began = CustodyBegan(
        occurred_at=desk.clock(), starts_from="arrival", place="Area Central", watched_by="Ames"
    )
    cases.add(desk, case_id, began)
    ended = CustodyEnded(occurred_at=desk.clock(), reason="opened_in_error", detail="Entered twice")
    cases.add(desk, case_id, ended)
    board = cases.the_board(desk)
    assert not (board.met or board.in_custody or board.still_owed)
    proved = printing.verify_paper(desk, issued.seal_code)
    assert proved.verdict == "agreed_when_issued"
    assert boxes(desk, issued)["brief_met.count"] == "1"


def test_it_keeps_the_rules_of_its_day(desk: Desk, child: UUID, clock: StoryClock) -> None:
    issued = printing.issue_paper(desk, None, NAME)
    clock.forward(1)
    adopt(desk, "house", PT30M="PT20M")
    proved = printing.verify_paper(desk, issued.seal_code)
    assert proved.verdict == "agreed_when_issued"
    assert all(box.startswith("brief_custody.1.") for box in proved.changed)


def test_a_false_code_is_told(desk: Desk, child: UUID) -> None:
    issued = printing.issue_paper(desk, None, NAME)
    head, _, tail = issued.seal_code.rpartition("-")
    wrong = f"{head}-{'2345' if tail != '2345' else '5432'}"
    assert printing.verify_paper(desk, wrong).verdict == "does_not_agree"


def test_it_is_proved_by_its_file_and_its_code(desk: Desk, child: UUID, clock: StoryClock) -> None:
    issued = printing.issue_paper(desk, None, NAME)
    for recorded in (False, True):
        if recorded:
            printing.paper_printed(desk, issued, "file")
        proof = proving.prove(desk, proving.Given(data=issued.pdf))
        assert (proof.proved.verdict, proof.proved.number) == ("agrees", issued.number)
    by_code = proving.prove(desk, proving.Given(code=issued.seal_code))
    assert by_code.good and by_code.original == issued.pdf


def test_what_came_of_it_is_known(desk: Desk, child: UUID) -> None:
    issued = printing.issue_paper(desk, None, NAME)
    assert printing.paper_printed(desk, issued, "printer", "Sgt. Ortiz").station
    printing.print_failed(desk, issued, "no paper")
    copy = desk.station.papers[issued.entry_id]
    assert copy.outcomes == ("printed_printer", "print_failed")
    (offered,) = offering.offered(desk, None)
    assert (offered.name, offered.number, offered.issued) == (NAME, issued.number, (copy,))


def test_a_preview_and_a_check_record_nothing(desk: Desk, child: UUID) -> None:
    before = desk.journal.log_head().ordinal
    assert "PREVIEW" in text_of(printing.preview(desk, None, NAME))
    checked = offering.checked_of_station(desk, NAME)
    assert checked.missing == () and checked.fullness.percent == 100
    assert desk.journal.log_head().ordinal == before


def test_a_quiet_night_says_that_there_is_nobody(desk: Desk) -> None:
    issued = printing.issue_paper(desk, None, NAME)
    assert boxes(desk, issued)["brief_custody.none"]
    assert printing.verify_paper(desk, issued.seal_code).verdict == "agrees"


def test_other_papers_are_of_a_case(desk: Desk, child: UUID) -> None:
    for wrong in ("custody_log", "nothing"):
        with pytest.raises(NotFound, match="no paper of the station"):
            printing.issue_paper(desk, None, wrong)
        with pytest.raises(NotFound, match="no paper of the station"):
            offering.checked_of_station(desk, wrong)
    with pytest.raises(DeskError):
        printing.issue_paper(desk, child, NAME)


def test_who_may_not_print_gets_none(desk: Desk, child: UUID) -> None:
    desk.person = replace(desk.person, roles=frozenset({"auditor", "administrator"}))
    with pytest.raises(Refused):
        printing.preview(desk, None, NAME)
    with pytest.raises(Refused):
        offering.offered(desk, None)
