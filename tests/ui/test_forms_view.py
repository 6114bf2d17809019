"""The forms page: a PDF of an agency is mapped by pointing at it, adopted, and then filled."""

from pathlib import Path
from uuid import UUID

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog
from pytestqt.qtbot import QtBot

from minors_desk.domain.facts import FactTold
from minors_desk.domain.values import PersonName
from minors_desk.services import cases, official_forms, printing
from minors_desk.services.official_forms import Fill
from minors_desk.ui.dialogs.adopt_dialog import NOBODY, AdoptDialog
from minors_desk.ui.views.fill_editor import FIXED
from minors_desk.ui.views.form_map_view import FormMapView
from minors_desk.ui.views.forms_view import FormsView
from minors_desk.ui.views.print_view import PrintView
from tests.papers.official_forms import blank, box, radio, text
from tests.ui.case_steps import LONG, child, page_of, quiet
from tests.ui.conftest import Opened


@pytest.fixture
def form(tmp_path: Path) -> Path:
    """A form with two pages' worth of kinds, one of them a guess."""
    file = tmp_path / "form.pdf"
    file.write_bytes(
        blank(
            text("child_name", (60, 700, 300, 718), TU="Name of child"),
            text("born", (320, 700, 420, 718), MaxLen=10),
            box("interpreter", (60, 650)),
            radio("sex", ("F", 100, 600), ("M", 140, 600)),
        )
    )
    return file


def forms(qtbot: QtBot, at: Opened) -> FormsView:
    at.window.show()
    at.window.activateWindow()
    qtbot.waitUntil(at.window.isActiveWindow, timeout=LONG)
    QTest.keyClick(at.session.board, Qt.Key.Key_0)
    quiet(qtbot, at)
    view = at.session.page_of("forms")
    assert isinstance(view, FormsView) and view.isVisible()
    return view


def mapping_of(qtbot: QtBot, at: Opened, view: FormsView, form: Path) -> FormMapView:
    view.map_file(form)
    qtbot.waitUntil(lambda: isinstance(view.current(), FormMapView), timeout=LONG)
    found = view.current()
    assert isinstance(found, FormMapView)
    qtbot.waitUntil(lambda: bool(found.chosen()), timeout=LONG)
    quiet(qtbot, at)
    return found


def pick(view: FormMapView, fact: str) -> None:
    """Choose that fact for the field that is chosen."""
    view.editor.facts.set_value(fact)
    view.editor.fill_it()


def point_at(view: FormMapView, name: str) -> None:
    """Click on the middle of that field on the page."""
    spots = official_forms.spots(view.mapping, 1)
    left, top, right, bottom = next(one.rect for one in spots if one.field.name == name)
    page = view.page.page
    middle = QPoint(
        round((left + right) / 2 * page.width()), round((top + bottom) / 2 * page.height())
    )
    QTest.mouseClick(page, Qt.MouseButton.LeftButton, pos=middle)


def asked(qtbot: QtBot, view: FormMapView) -> AdoptDialog:
    view.adopt()
    qtbot.waitUntil(lambda: view.asking() is not None, timeout=LONG)
    found = view.asking()
    assert found is not None
    return found


def adopted_as(qtbot: QtBot, view: FormMapView, name: str, to: str = NOBODY) -> None:
    """Answer the question before the form is adopted."""
    ask = asked(qtbot, view)
    ask.named.set_text(name)
    ask.number.set_text("T 1")
    ask.to.set_value(to)
    ask.submit()


def test_without_a_form_the_page_says_how_to_begin(qtbot: QtBot, at_board: Opened) -> None:
    view = forms(qtbot, at_board)
    assert view.empty.isVisible() and not view.forms.isVisible()
    assert not view.edit_button.isVisible()
    at_board.window.activateWindow()
    QTest.keyClick(at_board.window.focusWidget() or view, Qt.Key.Key_N)
    qtbot.waitUntil(lambda: isinstance(QApplication.activeModalWidget(), QFileDialog), timeout=LONG)
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, QFileDialog)
    dialog.reject()


def test_a_form_is_mapped_by_pointing_adopted_and_filled(
    qtbot: QtBot, at_board: Opened, form: Path
) -> None:
    view = mapping_of(qtbot, at_board, forms(qtbot, at_board), form)
    assert view.chosen() == "child_name" and view.mapping.unchecked == ("child_name",)
    pick(view, "child.name")
    assert view.chosen() == "born" and not view.mapping.unchecked
    point_at(view, "sex")
    assert view.chosen() == "sex"
    view.editor.facts.set_value("child.sex")
    assert view.editor.pairs.isVisible() and not view.editor.when.isVisible()
    view.editor.pairs.set_text("girl = F, boy = M")
    view.editor.fill_it()
    point_at(view, "born")
    view.editor.facts.set_value("child.birth_date")
    assert view.editor.date.text() == "MM/DD/YYYY"
    view.editor.fill_it()
    fills = {field.name: fill for field, fill in view.mapping.mapped}
    assert fills["sex"] == Fill(fact="child.sex", choose={"girl": "F", "boy": "M"})
    assert fills["born"] == Fill(fact="child.birth_date", date="MM/DD/YYYY")
    adopted_as(qtbot, view, "court-form", "court")
    page = at_board.session.page_of("forms")
    assert isinstance(page, FormsView)
    qtbot.waitUntil(lambda: page.current() is None, timeout=LONG)
    quiet(qtbot, at_board)
    assert [one.value for one in page.forms.rows()] == ["court-form"]
    kept = official_forms.from_text(official_forms.named(at_board.desk, "court-form").mapping)
    assert (kept.number, kept.to) == ("T 1", "court")
    case_id = _a_girl(at_board)
    issued = printing.issue_paper(at_board.desk, case_id, "official:court-form", 0)
    told = official_forms.look_at(issued.pdf)
    assert {one.name: one.value for one in told.fields} == {
        "child_name": "Ana",
        "born": "",
        "interpreter": "",
        "sex": "F",
    }


def _a_girl(at: Opened) -> UUID:
    case_id = child(at)
    told = FactTold(
        occurred_at=at.story(), fact="name", value=PersonName(as_said="Ana"), source="said"
    )
    cases.add(at.desk, case_id, told)
    return case_id


def test_what_is_wrong_is_said_at_the_field_and_nothing_is_lost(
    qtbot: QtBot, at_board: Opened, form: Path
) -> None:
    view = mapping_of(qtbot, at_board, forms(qtbot, at_board), form)
    view.choose("interpreter")
    assert not view.editor.date.isVisible() and view.editor.state.isHidden()
    view.editor.facts.set_value("child.sex")
    assert view.editor.when.isVisible() and not view.editor.pairs.isVisible()
    view.editor.when.set_text("woman")
    view.editor.fill_it()
    assert "never `woman`" in view.editor.facts.error()
    assert view.editor.when.text() == "woman" and view.chosen() == "interpreter"
    view.choose("born")
    view.editor.facts.set_value(FIXED)
    view.editor.text.set_text("much too long for it")
    view.editor.fill_it()
    assert "does not fit" in view.editor.facts.error()


def test_a_mapping_is_kept_until_it_is_adopted(qtbot: QtBot, at_board: Opened, form: Path) -> None:
    page = forms(qtbot, at_board)
    view = mapping_of(qtbot, at_board, page, form)
    pick(view, "child.name")
    view.reject()
    quiet(qtbot, at_board)
    again = mapping_of(qtbot, at_board, page, form)
    assert again.mapping.unchecked == () and len(again.mapping.mapped) == 1
    ask = asked(qtbot, again)
    ask.named.set_text("Not a Name")
    ask.submit()
    assert ask.named.error() and ask.isVisible()
    ask.named.set_text("court-form")
    ask.submit()
    assert ask.to.error() == "Choose whom it goes to."
    ask.to.set_value(NOBODY)
    ask.submit()
    qtbot.waitUntil(lambda: page.current() is None, timeout=LONG)
    quiet(qtbot, at_board)
    sha256 = official_forms.named(at_board.desk, "court-form").sha256
    assert official_forms.kept_draft(at_board.desk, sha256) is None


def test_a_guess_nobody_looked_at_is_refused_in_place(
    qtbot: QtBot, at_board: Opened, form: Path
) -> None:
    view = mapping_of(qtbot, at_board, forms(qtbot, at_board), form)
    ask = asked(qtbot, view)
    ask.to.set_value(NOBODY)
    ask.submit()
    qtbot.waitUntil(lambda: bool(ask.notice.title()), timeout=LONG)
    assert "guesses that nobody has checked" in ask.notice.title()
    ask.reject()
    assert view.isVisible() and official_forms.adopted(at_board.desk) == ()


def test_a_hostile_file_is_refused_with_its_sentence(
    qtbot: QtBot, at_board: Opened, tmp_path: Path
) -> None:
    view = forms(qtbot, at_board)
    bad = tmp_path / "bad.pdf"
    bad.write_bytes(b"MZ no PDF")
    view.map_file(bad)
    qtbot.waitUntil(lambda: bool(view.notice.title()), timeout=LONG)
    assert view.notice.title().startswith("The file is no PDF")
    assert view.current() is None


def test_an_adopted_form_stands_beside_our_papers_and_is_previewed(
    qtbot: QtBot, at_board: Opened, form: Path
) -> None:
    data = form.read_bytes()
    mapping = official_forms.begin_mapping(data, "court-form").with_fill(
        "child_name", Fill(fact="child.name")
    )
    official_forms.adopt(at_board.desk, data, official_forms.as_text(mapping))
    case_id = _a_girl(at_board)
    page_of(qtbot, at_board, case_id)
    case = cases.read(at_board.desk, case_id)
    lanes = at_board.session.lanes
    view = PrintView(lanes, case, ("official:court-form", 0), at_board.window, list)
    view.open()
    qtbot.waitUntil(lambda: view.panel.pages.count() == 2, timeout=LONG)
    assert QApplication.activeModalWidget() is view
    assert view.panel.title.text() == "court-form"
    view.reject()
