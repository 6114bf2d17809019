"""Labels from the window: from the belongings, with no name unless chosen, and found again."""

from pathlib import Path
from uuid import UUID

import pytest
from pypdf import PdfReader
from PySide6.QtPrintSupport import QPrinter
from pytestqt.qtbot import QtBot

from minors_desk.domain.belongings import BagSealed, PropertyLine, PropertyTaken
from minors_desk.domain.labels import LabelsPrinted
from minors_desk.ui.dialogs.belongings_dialog import BelongingsDialog
from minors_desk.ui.views.labels_dialog import LabelsDialog
from minors_desk.ui.views.way_out import Printers
from tests.ui.case_steps import LONG, add, asked, case_of, child, quiet
from tests.ui.conftest import Opened


@pytest.fixture
def packed(at_board: Opened) -> UUID:
    """A child with one sealed bag."""
    case_id = child(at_board, name="Ana Caal")
    now = at_board.desk.now()
    line = PropertyLine(line=1, description="Rucksack", category="safekeeping")
    add(
        at_board,
        case_id,
        PropertyTaken(occurred_at=now, lines=(line,)),
        BagSealed(occurred_at=now, bag="B-1182", seal="0091", lines=(1,)),
    )
    return case_id


def done(qtbot: QtBot, at: Opened, dialog: LabelsDialog) -> None:
    qtbot.waitUntil(lambda: not dialog.is_busy(), timeout=LONG)
    quiet(qtbot, at)


def printed(at: Opened, case_id: UUID) -> list[LabelsPrinted]:
    told = (line.counts for line in case_of(at, case_id).log)
    return [one for one in told if isinstance(one, LabelsPrinted)]


def test_labels_are_one_key_away_from_the_belongings(
    qtbot: QtBot, at_board: Opened, packed: UUID, tmp_path: Path
) -> None:
    at_board.session.case_actions.belongings(packed)
    belongings = asked(qtbot, at_board, BelongingsDialog)
    belongings.button("print_labels").click()
    dialog = asked(qtbot, at_board, LabelsDialog)
    assert (dialog.what.value(), dialog.format.value()) == ("bags", "62x29")
    assert dialog.with_name.value() == "no"
    file = tmp_path / "labels.pdf"
    dialog.save_to(file)
    done(qtbot, at_board, dialog)
    number = case_of(at_board, packed).number
    assert [one.codes for one in printed(at_board, packed)] == [(f"{number}-B1",)]
    words = PdfReader(file).pages[0].extract_text()
    assert f"{number}-B1" in words and "Ana" not in words
    assert dialog.notice.title() == "The labels were saved."
    dialog.reject()


def test_a_wristband_with_the_name_is_printed(
    qtbot: QtBot, at_board: Opened, packed: UUID, tmp_path: Path
) -> None:
    file = tmp_path / "printed.pdf"

    def printer(_name: str) -> QPrinter:
        made = QPrinter(QPrinter.PrinterMode.HighResolution)
        made.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
        made.setOutputFileName(str(file))
        return made

    lanes = (at_board.desk, at_board.window.tasks, at_board.session.bus)
    case = case_of(at_board, packed)
    dialog = LabelsDialog(
        lanes, case, at_board.window, Printers(names=lambda: ["Labels"], make=printer)
    )
    dialog.open()
    dialog.what.set_value("wristband")
    assert dialog.format.value() == "25x279"
    dialog.with_name.set_value("yes")
    dialog.submit()
    done(qtbot, at_board, dialog)
    (told,) = printed(at_board, packed)
    assert (told.what, told.format, told.with_name) == ("wristband", "25x279", True)
    page = PdfReader(file).pages[0]
    assert float(page.mediabox.width) > 10 * float(page.mediabox.height)
    dialog.reject()


def test_without_a_bag_it_says_so_and_records_nothing(
    qtbot: QtBot, at_board: Opened, tmp_path: Path
) -> None:
    case_id = child(at_board, name="Ana Caal")
    at_board.session.case_actions.print_labels(case_id)
    dialog = asked(qtbot, at_board, LabelsDialog)
    assert dialog.what.value() == "wristband"
    dialog.what.set_value("bags")
    dialog.save_to(tmp_path / "labels.pdf")
    done(qtbot, at_board, dialog)
    assert dialog.notice.title() == "No sealed bag is with us."
    assert printed(at_board, case_id) == []
    dialog.reject()
