"""What stands beside a preview: the boxes that are missing, the small pages, the size of paper."""

from pathlib import Path
from uuid import UUID

import pytest
from pypdf import PdfReader
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QScrollArea
from pytestqt.qtbot import QtBot

from minors_desk.domain.facts import FactTold
from minors_desk.domain.values import LanguageValue
from minors_desk.papers.catalog import PAPERS
from minors_desk.services import offering, printing
from minors_desk.services.offering import Offered
from minors_desk.services.previewing import Looked, looked_at
from minors_desk.ui import theme
from minors_desk.ui.acts.mends import act_that_fills
from minors_desk.ui.counting_papers import CountingPapers
from minors_desk.ui.forms.asked_form import AskedForm
from minors_desk.ui.kit.icon_line import IconLine
from minors_desk.ui.views.print_view import PrintView, shown_in
from tests.ui.case_steps import LONG, add, asked, case_of, child, hand_over, quiet
from tests.ui.conftest import Opened

LOG = ("custody_log", 1)


@pytest.fixture
def over(qtbot: QtBot, at_board: Opened) -> UUID:
    """A child that was handed over."""
    case_id = child(at_board, name="Ana Caal")
    hand_over(qtbot, at_board, case_id).accept()
    return case_id


def opened_at(qtbot: QtBot, at: Opened, case_id: UUID, wanted: tuple[str, int] = LOG) -> PrintView:
    """The print page of that paper, once all papers were counted."""
    at.session.case_actions.print_paper(case_id, wanted)
    view = asked(qtbot, at, PrintView)
    qtbot.waitUntil(view.panel.save_button.isEnabled, timeout=LONG)
    quiet(qtbot, at)
    return view


def lines(view: PrintView) -> list[str]:
    """What the panel says, line by line."""
    return [one.text() for one in view.panel.full.findChildren(IconLine)]


def test_the_missing_boxes_stand_beside_the_page_as_they_are_printed(
    qtbot: QtBot, at_board: Opened
) -> None:
    case_id = child(at_board)
    view = opened_at(qtbot, at_board, case_id)
    looked = looked_at(at_board.desk, case_id, *LOG)
    full = looked.paper.fullness
    assert full.missing and set(view.panel.full.places) == {one.name for one in full.missing}
    said = lines(view)
    assert all(one.label in said for one in full.missing)
    assert view.panel.full.counts.text().startswith(f"{full.percent} %")
    assert all(any(line in one for one in said) for line in full.open_lines)
    view.reject()


def test_a_missing_box_leads_to_its_page(qtbot: QtBot, at_board: Opened, over: UUID) -> None:
    view = opened_at(qtbot, at_board, over, ("welfare_referral", 0))
    looked = looked_at(at_board.desk, over, "welfare_referral", 0)
    name = max(view.panel.full.places, key=lambda one: looked.pages[one])
    assert looked.pages[name] > 1
    view.panel.full.places[name].click()
    assert view.panel.pages.in_sight() == view.panel.small.marked() == looked.pages[name]
    view.reject()


def test_the_page_of_a_box_is_the_one_that_prints_its_label(
    at_board: Opened, tmp_path: Path
) -> None:
    case_id = child(at_board, name="Ana Caal")
    looked = looked_at(at_board.desk, case_id, *LOG)
    file = tmp_path / "preview.pdf"
    file.write_bytes(printing.preview(at_board.desk, case_id, *LOG))
    pages = [page.extract_text() for page in PdfReader(file).pages]
    for box in looked.paper.fullness.missing:
        assert box.label.split(",")[0] in pages[looked.pages[box.name] - 1], box.label


def test_the_form_that_mends_a_box_is_opened_and_the_paper_comes_back(
    qtbot: QtBot, at_board: Opened
) -> None:
    case_id = child(at_board)
    view = opened_at(qtbot, at_board, case_id)
    way = view.panel.full.ways["class.legal_class"]
    assert way.accessibleName().endswith(": Legal class")
    way.click()
    form = asked(qtbot, at_board, AskedForm)
    assert form.form == "classed"
    form.reject()
    again = asked(qtbot, at_board, PrintView)
    qtbot.waitUntil(again.panel.save_button.isEnabled, timeout=LONG)
    assert again is not view and shown_in(again) == LOG
    again.reject()


def test_a_box_that_was_filled_is_missing_no_longer(qtbot: QtBot, at_board: Opened) -> None:
    case_id = child(at_board)
    view = opened_at(qtbot, at_board, case_id)
    assert "child.language" in view.panel.full.ways
    view.reject()
    now = at_board.desk.clock()
    quiche = LanguageValue(language="quc", level="fluent", how="child_said")
    told = FactTold(occurred_at=now, fact="language", value=quiche, source="said")
    add(at_board, case_id, told)
    view = opened_at(qtbot, at_board, case_id)
    assert "child.language" not in view.panel.full.ways
    view.reject()


def test_each_way_is_an_act_that_makes_sense_now(qtbot: QtBot, at_board: Opened) -> None:
    met = case_of(at_board, child(at_board, custody=False))
    held = case_of(at_board, child(at_board))
    begin = act_that_fills("custody_began.authority", met)
    assert begin is not None and begin.name == "begin_custody"
    assert act_that_fills("custody_began.authority", held) is None
    approved = act_that_fills("case_approved.last", held)
    assert approved is None
    fields = {field for paper in PAPERS.values() for field in paper.boxes.values()}
    acts = {act_that_fills(field, case) for field in fields for case in (met, held)}
    assert {"tell_name", "call", "class_child"} <= {one.name for one in acts if one is not None}


def test_the_paper_on_the_screen_is_counted_first_and_then_each_of_the_others(
    qtbot: QtBot, at_board: Opened, over: UUID
) -> None:
    desk, tasks = at_board.desk, at_board.window.tasks
    papers = offering.named(desk, over)
    assert len(papers) > 3 and not any(one.counted for one in papers)
    counting = CountingPapers(desk, tasks, over, at_board.window)
    told: list[Offered] = []
    looked: list[Looked] = []
    counting.counted.connect(told.append)
    counting.looked.connect(looked.append)
    counting.wait_for(papers)
    counting.look_at(papers[2])
    qtbot.waitUntil(lambda: len(told) == len(papers), timeout=LONG)
    rest = [one.name for one in papers if one is not papers[2]]
    assert [one.name for one in told] == [papers[2].name, *rest]
    assert [one.paper for one in looked] == told[:1]
    assert {one.name: one for one in told} == {
        one.name: one for one in offering.offered(desk, over)
    }


def test_the_small_pages_lead_to_the_large_ones(qtbot: QtBot, at_board: Opened, over: UUID) -> None:
    view = opened_at(qtbot, at_board, over)
    pages, small = view.panel.pages, view.panel.small
    assert pages.count() > 2 and small.marked() == 1
    for key, number in (
        (Qt.Key.Key_PageDown, 2),
        (Qt.Key.Key_PageDown, 3),
        (Qt.Key.Key_PageUp, 2),
        (Qt.Key.Key_PageUp, 1),
        (Qt.Key.Key_PageUp, 1),
    ):
        QTest.keyClick(view, key)
        assert (pages.in_sight(), small.marked()) == (number, number)
    small.chosen.emit(3)
    assert (pages.in_sight(), small.marked()) == (3, 3)
    view.reject()


def test_on_a4_the_same_boxes_are_printed_on_a_larger_sheet(
    qtbot: QtBot, at_board: Opened, over: UUID, tmp_path: Path
) -> None:
    view = opened_at(qtbot, at_board, over)
    files = {name: tmp_path / f"{name}.pdf" for name in ("letter", "a4")}
    for name, file in files.items():
        view.panel.size.set_value(name)
        quiet(qtbot, at_board)
        view.save_to(file)
        qtbot.waitUntil(lambda: not view.is_busy(), timeout=LONG)
        quiet(qtbot, at_board)
    first, second = case_of(at_board, over).papers
    assert first.digest == second.digest and (second.version, second.copy) == (1, 2)
    sizes = [
        tuple(round(float(side)) for side in PdfReader(file).pages[0].mediabox[2:])
        for file in files.values()
    ]
    assert sizes == [(612, 792), (595, 842)]
    view.reject()


def test_beside_a_narrow_page_what_is_missing_stands_below_the_choices(
    qtbot: QtBot, qapp: QApplication, at_board: Opened
) -> None:
    at_board.window.resize(1366, 768)
    view = opened_at(qtbot, at_board, child(at_board))
    sides = view.panel.sides
    assert sides.is_wide() and view.panel.full.isVisible()
    QTest.keyClick(view, Qt.Key.Key_W)
    assert not sides.is_wide() and view.panel.full.isVisible()
    QTest.keyClick(view, Qt.Key.Key_W)
    assert sides.is_wide()
    theme.apply(qapp, "light", 150)
    qtbot.waitUntil(lambda: not sides.is_wide(), timeout=LONG)
    assert view.panel.full.isVisible()
    view.reject()


def test_the_paper_chosen_stands_in_sight_in_its_list(
    qtbot: QtBot, qapp: QApplication, at_board: Opened
) -> None:
    at_board.window.resize(1366, 768)
    view = opened_at(qtbot, at_board, child(at_board))
    theme.apply(qapp, "light", 150)
    papers = view.panel.papers
    last = len(view.panel.offered()) - 1
    line = papers.button(str(last))
    line.click()
    (area,) = papers.findChildren(QScrollArea)

    def is_whole() -> bool:
        return (
            area.viewport()
            .rect()
            .contains(QRect(line.mapTo(area.viewport(), QPoint(0, 0)), line.size()))
        )

    qtbot.waitUntil(is_whole, timeout=LONG)
    qtbot.waitUntil(view.panel.save_button.isEnabled, timeout=LONG)
    quiet(qtbot, at_board)
    assert last > 3 and is_whole()
    view.reject()
