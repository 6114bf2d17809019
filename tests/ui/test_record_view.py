"""Record health: read by who keeps the record, backed up, verified, renewed by keys; stopped."""

import threading
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog, QLabel
from pytestqt.qtbot import QtBot

from minors_desk.errors import Refused
from minors_desk.services import health, verifying
from minors_desk.storage import verify
from minors_desk.storage.log_check import Problem
from minors_desk.ui.actions import GROUPS
from minors_desk.ui.places import places_of
from minors_desk.ui.views.record_view import RecordView
from minors_desk.wording.record import since_words, size_words
from tests.ui.case_steps import LONG, child, quiet
from tests.ui.conftest import Opened
from tests.ui.supervisor_steps import in_front, joined

Key = Qt.Key


def opened_view(qtbot: QtBot, at: Opened) -> RecordView:
    """The page, reached by its key, and read."""
    at.window.show()
    in_front(qtbot, at.window)
    QTest.keyClick(at.window.focusWidget() or at.window, Key.Key_9)
    view = at.session.page_of("record")
    assert isinstance(view, RecordView)
    quiet(qtbot, at)
    return view


def press(view: RecordView, key: Qt.Key) -> None:
    QTest.keyClick(view.focusWidget() or view, key)


def shown(view: RecordView) -> str:
    texts = (one.text() for one in view.findChildren(QLabel) if one.isVisible())
    return "\n".join(texts).replace("\u200b", "").replace("\u00a0", " ")


def says(qtbot: QtBot, view: RecordView, *words: str) -> None:
    """Wait until it stands there: new rows are laid out after they are made."""
    for one in words:
        qtbot.waitUntil(lambda one=one: one in shown(view), timeout=LONG)


def done(qtbot: QtBot, at: Opened, view: RecordView) -> None:
    """Wait until what runs has ended, and what it says is written down."""
    qtbot.waitUntil(lambda: not view.work.words(), timeout=LONG)
    quiet(qtbot, at)


def test_it_says_how_the_record_is(qtbot: QtBot, at_board: Opened) -> None:
    child(at_board, name="Ana Caal")
    view = opened_view(qtbot, at_board)
    says(qtbot, view, "1 case", "Never. One lost disk would lose everything", "rivera on ")
    says(qtbot, view, "since 2026-11-24 03:12 CST")
    says(qtbot, view, "minors-desk restore FILE DIR --user rivera --passphrase-file FILE")
    told = shown(view)
    assert "up to date" in told and "Ana Caal" not in told


def test_a_backup_is_made_where_the_person_says(
    qtbot: QtBot, at_board: Opened, tmp_path: Path
) -> None:
    child(at_board)
    view = opened_view(qtbot, at_board)
    press(view, Key.Key_B)
    ask = view.current()
    assert isinstance(ask, QFileDialog)
    ask.fileSelected.emit(str(tmp_path))
    ask.close()
    done(qtbot, at_board, view)
    assert view.notice.title() == "The backup was made and proved."
    (file,) = tmp_path.glob("minors-desk-20261124-031200.backup")
    says(qtbot, view, str(file), "D. Rivera", "0 min ago")
    says(qtbot, view, "1 entry since")  # that the backup was made


def test_in_the_record_folder_no_backup_is_made(qtbot: QtBot, at_board: Opened) -> None:
    view = opened_view(qtbot, at_board)
    folder = at_board.window.place.record
    assert folder is not None
    view.back_up_to(folder)
    done(qtbot, at_board, view)
    assert view.notice.title() == "The backup would lie in the record folder."
    assert view.backup_button.isEnabled()


def test_it_is_verified_and_the_answer_is_written_down(qtbot: QtBot, at_board: Opened) -> None:
    child(at_board)
    view = opened_view(qtbot, at_board)
    says(qtbot, view, "Never, as far as the log knows")
    press(view, Key.Key_V)
    done(qtbot, at_board, view)
    assert view.notice.title() == "The record is whole and unchanged."
    says(qtbot, view, "whole and unchanged", "1 entry since")
    last = health.read(at_board.desk).check
    assert last is not None and (last.problems, last.by) == (0, "D. Rivera")
    assert verifying.verify_record(at_board.desk, signatures=True).good


def test_what_is_wrong_is_named(
    qtbot: QtBot, at_board: Opened, monkeypatch: pytest.MonkeyPatch
) -> None:
    view = opened_view(qtbot, at_board)
    check = verify.verify

    def damaged(*given: Any, **more: Any) -> verify.Report:
        wrong = tuple(Problem("hash", f"Entry {n} was changed.", n) for n in range(1, 15))
        return replace(check(*given, **more), problems=wrong)

    monkeypatch.setattr(verify, "verify", damaged)
    press(view, Key.Key_V)
    done(qtbot, at_board, view)
    assert view.notice.title() == "Not verified: 14 problems."
    says(qtbot, view, "Entry 1 was changed.", "and 2 more")
    assert "Entry 13 was changed." not in shown(view)
    last = health.read(at_board.desk).check
    assert last is not None and last.problems == 14


def test_where_nothing_can_be_written_the_answer_is_said_all_the_same(
    qtbot: QtBot, at_board: Opened
) -> None:
    view = opened_view(qtbot, at_board)
    at_board.desk.journal.missing_work = "Saved work is missing: 1 entries after entry 3"
    press(view, Key.Key_V)
    done(qtbot, at_board, view)
    assert view.notice.title() == "Not verified: 1 problem."
    says(qtbot, view, "could not be written down")
    assert health.read(at_board.desk).check is None
    at_board.desk.journal.missing_work = None


def test_esc_stops_what_runs_and_nothing_is_written_down(
    qtbot: QtBot, at_board: Opened, monkeypatch: pytest.MonkeyPatch
) -> None:
    view = opened_view(qtbot, at_board)
    going, check = threading.Event(), verify.verify

    def slow(*given: Any, progress: Any, **more: Any) -> verify.Report:
        progress(1, 2)
        assert going.wait(30)
        return check(*given, progress=progress, **more)

    child(at_board)
    monkeypatch.setattr(verify, "verify", slow)
    press(view, Key.Key_V)
    assert view.work.words() == "Checking the whole record"
    assert not view.verify_button.isEnabled() and not view.index_button.isEnabled()
    press(view, Key.Key_Escape)
    assert view.work.words() == "It stops at its next step"
    going.set()
    done(qtbot, at_board, view)
    assert view.notice.title() == "It was stopped."
    assert health.read(at_board.desk).check is None
    assert view.verify_button.isEnabled() and view.verify_button.hasFocus()


def test_the_index_is_made_again(qtbot: QtBot, at_board: Opened) -> None:
    child(at_board)
    view = opened_view(qtbot, at_board)
    with at_board.desk.journal.changing() as connection:
        connection.exec_driver_sql("UPDATE case_index SET index_version = 1")
    view.reload()
    quiet(qtbot, at_board)
    says(qtbot, view, "of another version: make it again")
    press(view, Key.Key_I)
    done(qtbot, at_board, view)
    assert view.notice.title() == "The index was made again."
    says(qtbot, view, "up to date")


def test_an_administrator_sees_it_and_no_case(qtbot: QtBot, at_board: Opened) -> None:
    child(at_board)
    at = joined(qtbot, at_board, "administrator")
    view = opened_view(qtbot, at)
    says(qtbot, view, "1 case")
    press(view, Key.Key_V)
    done(qtbot, at, view)
    assert view.notice.title() == "The record is whole and unchanged."


def test_an_officer_has_no_such_page(at_board: Opened) -> None:
    assert "record" not in {one.place.id for one in places_of(frozenset({"officer"}))}
    at_board.desk.person = replace(at_board.desk.person, roles=frozenset({"officer"}))
    with pytest.raises(Refused):
        health.read(at_board.desk)


def test_its_keys_stand_under_f1() -> None:
    words = " ".join(hint.words for group in GROUPS for hint in group.keys)
    assert "back up now (record)" in words and "verify now (record)" in words


@pytest.mark.parametrize(
    ("count", "words"),
    [(0, "0 bytes"), (999, "999 bytes"), (1000, "1.0 kB"), (3_400_000, "3.4 MB")],
)
def test_sizes_are_said_in_thousands(count: int, words: str) -> None:
    assert size_words(count) == words


def test_what_was_written_since_is_counted() -> None:
    assert since_words(7, 8).endswith("1 entry since")
    assert since_words(7, 7).endswith("0 entries since")
