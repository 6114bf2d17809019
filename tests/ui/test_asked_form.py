"""Forms that are described: what they ask, show, refuse, answer; and amending by the same form."""

from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from minors_desk.domain.alter import Amended
from minors_desk.domain.care import WelfareChecked
from minors_desk.domain.codec import read
from minors_desk.ui.acts import catalog
from minors_desk.ui.acts.act import Act
from minors_desk.ui.dialogs.palette_dialog import PaletteDialog
from minors_desk.ui.forms.amend_form import AmendForm
from minors_desk.ui.forms.asked_form import AskedForm, FormSpec
from minors_desk.ui.forms.asks import Line, Lines, Moment, Pick, Several, Whole
from minors_desk.ui.kit.choice import ChoiceField
from minors_desk.ui.kit.field import LineField
from minors_desk.ui.kit.several import SeveralField
from minors_desk.ui.kit.time_field import TimeField
from tests.ui.case_steps import asked, case_of, child, page_of, quiet
from tests.ui.conftest import Opened

SPEC = FormSpec(
    kind=WelfareChecked,
    heading="Welfare check",
    asks=(
        Pick(
            name="condition",
            label="What you see",
            codes="condition",
            digits=True,
            needed="Choose what you see.",
        ),
        Line(
            name="note",
            label="What is the matter",
            needed="Write it.",
            only_if=("condition", frozenset({"unwell"})),
        ),
    ),
)


def form(qtbot: QtBot, at: Opened, spec: FormSpec = SPEC) -> AskedForm:
    """The form of a spec on a child in custody, shown."""
    at.window.show()
    actions = at.session.case_actions
    made = AskedForm(spec, case_of(at, child(at)), actions.at_desk, at.window)
    with qtbot.waitExposed(made):
        made.open()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow, timeout=30_000)
    return made


def test_what_depends_on_an_answer_shows_with_it(qtbot: QtBot, at_board: Opened) -> None:
    dialog = form(qtbot, at_board)
    note, condition = dialog.asked["note"], dialog.asked["condition"]
    assert isinstance(condition, ChoiceField)
    assert note.isHidden()
    condition.set_value("unwell")
    assert not note.isHidden()
    dialog.when.time.write_now()
    assert dialog.answer() is None
    assert note.error() == "Write it."
    condition.set_value("calm")
    found = dialog.answer()
    assert isinstance(found, WelfareChecked)
    assert (found.condition, found.note) == ("calm", "")
    dialog.close()


def test_a_digit_chooses_and_writes_the_time_for_all_to_see(qtbot: QtBot, at_board: Opened) -> None:
    dialog = form(qtbot, at_board)
    QTest.keyClick(dialog.asked["condition"].focusProxy(), Qt.Key.Key_2)
    assert dialog.when.time.text().startswith("now ")
    found = dialog.answer()
    assert isinstance(found, WelfareChecked)
    assert found.condition == "asleep"
    dialog.close()


@pytest.mark.parametrize(("typed", "wrong"), [("", False), ("7", False), ("-1", True), ("x", True)])
def test_a_whole_number_is_checked_in_place(at_board: Opened, typed: str, wrong: bool) -> None:
    ask = Whole(name="n", label="How many", least=0, most=9, factor=60)
    field = ask.field(at_board.session.case_actions.at_desk)
    field.set_text(typed)
    assert (ask.wrong(field) is not None) is wrong
    if not wrong:
        assert ask.read(field) == (420 if typed else None)


def test_every_ask_shows_what_it_read(at_board: Opened) -> None:
    desk = at_board.session.case_actions.at_desk
    values: list[tuple[Any, Any]] = [
        (Line(name="a", label="A"), "Ana <b>"),
        (Lines(name="a", label="A"), "two\nlines"),
        (Pick(name="a", label="A", codes="condition"), "upset"),
        (Several(name="a", label="A", codes="condition"), ("calm", "unwell")),
        (Whole(name="a", label="A", factor=60), 180),
        (Moment(name="a", label="A"), desk.now().replace(second=0, microsecond=0)),
    ]
    kinds = (LineField, ChoiceField, SeveralField, TimeField)
    for ask, value in values:
        field = ask.field(desk)
        assert isinstance(field, kinds) or ask.label == "A"
        ask.fill(field, value)
        assert ask.wrong(field) is None
        assert ask.read(field) == value


def test_an_entry_is_amended_by_its_own_form(qtbot: QtBot, at_board: Opened) -> None:
    case = case_of(at_board, child(at_board))
    at_board.story.go_on(40)
    before = WelfareChecked(occurred_at=at_board.story(), condition="unwell", note="fever")
    desk = at_board.session.case_actions.at_desk
    at_board.story.go_on(40)
    dialog = AmendForm(SPEC, case, (case.log[0].entry.id, before), desk, at_board.window)
    assert dialog.answer() is None
    assert dialog.reason.error() == "Write why it is changed."
    dialog.reason.set_text("Took the wrong line")
    note = dialog.asked["note"]
    assert isinstance(note, LineField)
    note.set_text("fever, 38.9")
    found = dialog.answer()
    assert isinstance(found, Amended)
    after = read(found.replacement)
    assert isinstance(after, WelfareChecked)
    assert (after.condition, after.note) == ("unwell", "fever, 38.9")
    assert after.occurred_at == before.occurred_at.replace(second=0, microsecond=0)


def test_the_palette_narrows_while_typing_and_does_what_is_chosen(
    qtbot: QtBot, at_board: Opened
) -> None:
    view = page_of(qtbot, at_board, child(at_board))
    QTest.keyClick(view.log, Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
    palette = asked(qtbot, at_board, PaletteDialog)
    assert "begin_custody" not in palette.offered()
    QTest.keyClicks(palette.typed, "room")
    assert palette.offered() == ["move"]
    QTest.keyClick(palette.typed, Qt.Key.Key_Return)
    quiet(qtbot, at_board)
    dialog = at_board.session.case_actions.current()
    assert dialog is not None
    assert dialog.accessibleName() == "Moved"
    dialog.close()


def test_no_two_acts_share_a_name_or_a_key() -> None:
    acts: tuple[Act, ...] = catalog.ALL
    assert len({one.name for one in acts}) == len(acts)
    assert len({one.key for one in catalog.KEYED}) == len(catalog.KEYED)
