"""The record's health: what the log says of backups and checks, and that others go on beside."""

from pathlib import Path
from threading import Thread
from typing import Any

import pytest

from minors_desk.errors import DeskError, VerificationFailed
from minors_desk.services import cases, health, keeping, verifying
from minors_desk.services.desk import Desk
from minors_desk.storage import lock
from minors_desk.wording.record import holder_words
from tests.services.conftest import encounter


class Enough(DeskError):
    """What stops the work."""

    def __init__(self) -> None:
        super().__init__("Enough", "")


def stop(_done: int, _total: int) -> None:
    raise Enough


def test_a_new_record_was_neither_backed_up_nor_checked(desk: Desk) -> None:
    cases.open_case(desk, encounter(desk))
    found = health.read(desk)
    assert (found.backup, found.check) == (None, None)
    assert (found.measures.cases, found.measures.attachments) == (1, 0)
    assert found.measures.entries == desk.journal.log_head().ordinal
    assert found.measures.size > 4096 and found.measures.index_is_current
    assert found.measures.holder is not None and found.measures.holder[0] == desk.person.login
    assert found.writes


def test_a_backup_and_a_check_are_told_with_who_and_how_far(desk: Desk, tmp_path: Path) -> None:
    file = tmp_path / "one.backup"
    made, _ = keeping.back_up(desk, file)
    report = verifying.verify_record(desk)
    assert report.good and report.head is not None
    assert verifying.note_verified(desk, report) is not None
    found = health.read(desk)
    assert found.backup is not None and found.check is not None
    assert (found.backup.place, found.backup.by) == (str(file), desk.person.name)
    assert (found.backup.upto, found.backup.size) == (made.head.ordinal, made.size)
    assert (found.check.problems, found.check.upto) == (0, report.head.ordinal)
    assert verifying.verify_record(desk, signatures=True).good


def test_what_stops_the_check_is_no_fault_of_the_record(desk: Desk) -> None:
    cases.open_case(desk, encounter(desk))
    with pytest.raises(Enough):
        verifying.verify_record(desk, progress=stop)


def test_a_stopped_backup_leaves_nothing(desk: Desk, tmp_path: Path) -> None:
    folder = tmp_path / "disk"
    folder.mkdir()
    with pytest.raises(Enough):
        keeping.copy_to(desk, folder / "one.backup", stop)
    assert not list(folder.iterdir())
    assert health.read(desk).backup is None


def test_others_save_while_the_record_is_checked(desk: Desk) -> None:
    cases.open_case(desk, encounter(desk))
    reports: list[Any] = []
    saved: list[int] = []

    def save(done: int, _total: int) -> None:
        if not saved:
            saved.append(done)
            one = Thread(target=lambda: cases.open_case(desk, encounter(desk)))
            one.start()
            one.join()

    reports.append(verifying.verify_record(desk, progress=save))
    assert saved and reports[0].good
    assert verifying.verify_record(desk).good
    assert len(cases.listed(desk)) == 2


def test_a_damaged_record_is_told_and_not_backed_up(desk: Desk, tmp_path: Path) -> None:
    cases.open_case(desk, encounter(desk))
    with desk.journal.changing() as connection:
        connection.exec_driver_sql("UPDATE case_index SET state = 'closed'")
    report = verifying.verify_record(desk)
    assert [one.code for one in report.problems] == ["index"]
    with pytest.raises(VerificationFailed):
        keeping.back_up(desk, tmp_path / "one.backup")
    verifying.note_verified(desk, report)
    check = health.read(desk).check
    assert check is not None and check.problems == 1
    assert verifying.rebuild_index(desk) == 1
    assert verifying.verify_record(desk).good


def test_who_holds_the_lock_is_read_as_text(tmp_path: Path) -> None:
    assert lock.holder(tmp_path) is None
    (tmp_path / lock.NAME).write_text("not json")
    assert lock.holder(tmp_path) is None
    assert holder_words(None, "UTC") == "nobody now"
    assert holder_words(("ana", "desk-2", "once"), "UTC") == "ana on desk-2 since ?"
    told = holder_words(("ana", "desk-2", "2026-11-24T09:12:00+00:00"), "America/Chicago")
    assert told == "ana on desk-2 since 2026-11-24 03:12 CST"
