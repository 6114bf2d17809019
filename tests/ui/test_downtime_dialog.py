"""A sheet of paper days from the window: number, lines with the paper's times, its scan."""

from datetime import timedelta
from pathlib import Path

from pytestqt.qtbot import QtBot

from minors_desk.domain.downtime import DowntimeEntered
from minors_desk.services import downtime
from minors_desk.ui.acts.downtime import NAME
from minors_desk.ui.dialogs.downtime_dialog import DowntimeDialog
from tests.ui.case_steps import asked, case_of, child, quiet
from tests.ui.conftest import Opened

PNG = b"\x89PNG\r\n\x1a\n" + bytes(64)


def test_a_sheet_is_entered_line_by_line_and_once(
    qtbot: QtBot, at_board: Opened, tmp_path: Path
) -> None:
    case_id = child(at_board, name="Ana Caal")
    pack = downtime.make_pack(at_board.desk, 1)
    rounds, calls = pack.sheets[1].number, pack.sheets[2].number
    at_board.session.case_actions.do(NAME, case_id)
    dialog = asked(qtbot, at_board, DowntimeDialog)
    dialog.submit()
    assert "outstanding" in dialog.number.error()
    dialog.number.set_text(pack.sheets[0].number)
    assert not dialog.rounds.isVisible() and not dialog.calls.isVisible()
    dialog.number.set_text(calls)
    assert dialog.calls.isVisible() and not dialog.rounds.isVisible()
    dialog.number.set_text(rounds)
    assert dialog.rounds.isVisible()
    dialog.submit()
    assert dialog.rounds.error()
    at = (pack.sheets[1].reserved_at + timedelta(minutes=1)).replace(second=0, microsecond=0)
    lines = dialog.rounds
    lines.at.set_value(at)
    assert not lines.add_typed() and lines.condition.error()
    lines.condition.set_value("asleep")
    lines.by.set_text("K. Lee")
    assert lines.add_typed()
    lines.at.set_value(at)
    lines.condition.set_value("calm")
    scan = tmp_path / "sheet.png"
    scan.write_bytes(PNG)
    dialog.scan.set_text(str(scan))
    dialog.submit()
    quiet(qtbot, at_board)
    case = case_of(at_board, case_id)
    assert [one.condition for one in case.checks] == ["asleep", "calm"], dialog.notice.title()
    assert {one.at for one in case.checks} == {at}
    told = [line.counts for line in case.log]
    assert any(isinstance(one, DowntimeEntered) and one.number == rounds for one in told)
    assert len(case.attachments) == 1
    assert rounds not in {one.number for one in downtime.outstanding(at_board.desk)}


def test_without_a_sheet_it_says_what_to_do(qtbot: QtBot, at_board: Opened) -> None:
    case_id = child(at_board, name="Ana Caal")
    with qtbot.waitSignal(at_board.session.case_actions.failed) as failed:
        at_board.session.case_actions.do(NAME, case_id)
    assert "No round sheet or call log is outstanding" in str(failed.args[0])
    quiet(qtbot, at_board)
