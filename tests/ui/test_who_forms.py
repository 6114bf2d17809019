"""Who the child is, in the window: each fact's form, people, companions, files."""

from dataclasses import replace
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from minors_desk.domain.companions import CompanionLinked
from minors_desk.domain.fact_table import FACTS
from minors_desk.domain.facts import FactTold, answers
from minors_desk.domain.people import PersonTold
from minors_desk.domain.values import (
    AgeTold,
    CodeValue,
    Country,
    Danger,
    IdNumber,
    LanguageValue,
    Measure,
    PartialDate,
    PersonName,
    Phone,
    Place,
    Quote,
    Separation,
    TextValue,
)
from minors_desk.ui.acts import catalog
from minors_desk.ui.dialogs.file_dialog import FileDialog
from minors_desk.ui.dialogs.file_view import FileView
from minors_desk.ui.dialogs.palette_dialog import PaletteDialog
from minors_desk.ui.forms.amend_form import AmendForm
from minors_desk.ui.forms.asked_form import AskedForm
from minors_desk.ui.forms.fact_form import fact_spec
from tests.ui.case_steps import add, answered, asked, case_of, child, form, page_of, put, quiet
from tests.ui.conftest import Opened
from tests.ui.test_case_view import texts

CONTROL = Qt.KeyboardModifier.ControlModifier
PERSON = UUID(int=7)
EXAMPLES: dict[str, Any] = {
    "name": PersonName(
        as_said="Ana Caal Pop", given="Ana", first_surname="Caal", second_surname="Pop"
    ),
    "birth_date": PartialDate(year=2014, month=3),
    "age": AgeTold(low_months=96, high_months=107),
    "nationality": Country(code="GT", as_said="Guatemalteca"),
    "birth_country": Country(code="GT"),
    "birth_place": Place(words="Cobán", country="GT"),
    "language": LanguageValue(language="kek", level="fluent", how="card", reads="no"),
    "identity_number": IdNumber(id_kind="passport", number="A1", seen="claimed"),
    "phone": Phone(as_told="+1 713 555 0142", note="evenings"),
    "height_cm": Measure(low=130, high=135),
    "accompanied": CodeValue(code="alone"),
    "marks": TextValue(words="scar\non the knee"),
    "separation": Separation(words="at the river", when=PartialDate(year=2026), where="Reynosa"),
    "wish": Quote(words="Quiero a mi tía", language="spa", in_english="I want my aunt"),
    "danger_feared": Danger(words="he hits", who="the driver"),
    "tribal_link": CodeValue(code="possible", as_said="my grandma is Ojibwe"),
    "disability": CodeValue(code="hard_of_hearing"),
    "lives_in": CodeValue(code="another_state"),
    "in_care_of": CodeValue(code="foster_family"),
}


@pytest.mark.parametrize("fact", EXAMPLES)
def test_each_value_is_shown_by_its_form_and_answered_the_same(at_board: Opened, fact: Any) -> None:
    case = case_of(at_board, child(at_board))
    told = FactTold(
        occurred_at=at_board.desk.clock().replace(second=0),
        fact=fact,
        value=EXAMPLES[fact],
        source="said",
        certainty="doubtful",
        said_by="a cousin",
    )
    at_desk = at_board.session.case_actions.at_desk
    dialog = AskedForm(fact_spec(fact, case), case, at_desk, at_board.window)
    dialog.show_body(told)
    assert dialog.answer() == told
    dialog.close()


@pytest.mark.parametrize("fact", FACTS)
def test_no_form_of_a_fact_is_answered_while_empty_nor_presets_a_value(
    at_board: Opened, fact: Any
) -> None:
    case = case_of(at_board, child(at_board))
    at_desk = at_board.session.case_actions.at_desk
    dialog = AskedForm(fact_spec(fact, case), case, at_desk, at_board.window)
    dialog.when.time.write_now()
    assert dialog.answer() is None
    values = [name for name in dialog.asked if name.startswith("value.") and "kind" not in name]
    assert all(dialog.asked[name].is_empty() for name in values if name != "value.id_kind")
    dialog.close()


@pytest.mark.parametrize("why", ["unknown", "refused", "not_asked", "does_not_apply"])
def test_no_answer_is_an_answer_and_shows_as_one(qtbot: QtBot, at_board: Opened, why: str) -> None:
    case_id = child(at_board)
    dialog = form(qtbot, at_board, "tell_birth_date", case_id)
    put(dialog, "answer", why)
    assert dialog.asked["value.value"].isHidden() and dialog.asked["certainty"].isHidden()
    if why in ("unknown", "refused"):
        put(dialog, "source", "said")
    dialog.when.time.write_now()
    dialog.submit()
    answered(qtbot, at_board)
    assert answers(case_of(at_board, case_id), "birth_date").no_value == why
    words = {"unknown": "not known", "refused": "refused to say", "not_asked": "not asked"}
    said = texts(page_of(qtbot, at_board, case_id))
    assert f"— {words.get(why, 'does not apply')}" in said


def test_a_fact_is_told_by_keys_alone(qtbot: QtBot, at_board: Opened) -> None:
    case_id = child(at_board)
    view = page_of(qtbot, at_board, case_id)
    QTest.keyClick(view.log, Qt.Key.Key_F)
    palette = asked(qtbot, at_board, PaletteDialog)
    QTest.keyClicks(palette.typed, "allerg")
    assert palette.offered() == ["tell_allergy"]
    QTest.keyClick(palette.typed, Qt.Key.Key_Return)
    dialog = asked(qtbot, at_board, AskedForm)
    QTest.keyClicks(dialog.asked["value.words"].control, "Penicillin")
    for name, value in (("source", "said"), ("certainty", "sure")):
        field: Any = dialog.asked[name]
        QTest.keyClick(field.button(value), Qt.Key.Key_Space)
    dialog.when.time.write_now()
    QTest.keyClick(dialog, Qt.Key.Key_Return, CONTROL)
    answered(qtbot, at_board)
    assert "Penicillin" in texts(view)


def test_which_value_leads_is_asked_only_of_a_rival(at_board: Opened) -> None:
    case_id = child(at_board, name="Ana")
    case = case_of(at_board, case_id)
    assert "preferred" in {ask.name for ask in fact_spec("name", case).asks}
    assert "preferred" not in {ask.name for ask in fact_spec("birth_date", case).asks}


def test_a_word_for_a_country_stays_as_it_was_used(at_board: Opened) -> None:
    case = case_of(at_board, child(at_board))
    at_desk = at_board.session.case_actions.at_desk
    dialog = AskedForm(fact_spec("nationality", case), case, at_desk, at_board.window)
    ask = next(one for one in dialog.spec.asks if one.name == "value.code")
    field: Any = dialog.asked["value.code"]
    for typed, told in (
        ("GT  Guatemala", Country(code="GT")),
        ("guatemala", Country(code="GT")),
        ("Republic of the moon", Country(code="XXX", as_said="Republic of the moon")),
    ):
        field.set_text(typed)
        assert ask.read(field) == told
    dialog.close()


def test_a_language_is_found_by_any_of_its_names(at_board: Opened) -> None:
    case = case_of(at_board, child(at_board))
    at_desk = at_board.session.case_actions.at_desk
    dialog = AskedForm(fact_spec("language", case), case, at_desk, at_board.window)
    ask = next(one for one in dialog.spec.asks if one.name == "value.language")
    field: Any = dialog.asked["value.language"]
    for typed in ("kek", "Q'eqchi'", "Kekchí"):
        field.set_text(typed)
        assert (ask.wrong(field), ask.read(field)) == (None, "kek")
    field.set_text("Klingon")
    assert ask.wrong(field) == "Choose one of the list."
    dialog.close()


def test_a_fact_is_amended_by_its_own_form(qtbot: QtBot, at_board: Opened) -> None:
    case_id = child(at_board, name="Ana")
    case = case_of(at_board, case_id)
    line = next(one for one in case.log if isinstance(one.counts, FactTold))
    at_board.window.show()
    at_board.session.case_actions.amend(case_id, line.entry.id)
    dialog = asked(qtbot, at_board, AmendForm)
    put(dialog, "value.as_said", "Anna")
    dialog.reason.set_text("Misheard")
    dialog.submit()
    answered(qtbot, at_board)
    (name,) = case_of(at_board, case_id).names
    assert name.value.as_said == "Anna"


def test_the_encounter_is_amended_and_keeps_its_number(qtbot: QtBot, at_board: Opened) -> None:
    case_id = child(at_board)
    case = case_of(at_board, case_id)
    at_board.window.show()
    at_board.session.case_actions.amend(case_id, case.log[0].entry.id)
    dialog = asked(qtbot, at_board, AmendForm)
    put(dialog, "place", "Bus terminal")
    dialog.reason.set_text("Wrong address")
    dialog.submit()
    answered(qtbot, at_board)
    after = case_of(at_board, case_id)
    assert after.encounter is not None and case.encounter is not None
    assert after.encounter == replace(case.encounter, place="Bus terminal")
    assert after.number == case.number


def test_one_form_tells_of_a_person_with_name_and_number(qtbot: QtBot, at_board: Opened) -> None:
    case_id = child(at_board)
    dialog = form(qtbot, at_board, "person", case_id)
    for name, value in (
        ("role", "step_parent"),
        ("name", "Ramiro"),
        ("phone", "555 0100"),
        ("source", "said"),
        ("safe_to_contact", "no"),
    ):
        put(dialog, name, value)
    dialog.when.time.write_now()
    assert dialog.answer() is None and dialog.asked["why"].error() == "Write why."
    put(dialog, "why", "she is afraid of him")
    dialog.submit()
    answered(qtbot, at_board)
    case = case_of(at_board, case_id)
    view = page_of(qtbot, at_board, case_id)
    (person,) = case.people
    told = {one.fact for one in case.facts if one.about == person.person_id}
    assert told == {"name", "phone"} and len(case.log) == 5
    said = texts(view)
    assert "Ramiro" in said and "555 0100" in said and "she is afraid of him" in said
    (row,) = at_board.session.board.model.rows()
    assert "do not contact" in [one.words for one in row.remarks]


def test_what_is_told_later_of_a_person_leaves_the_rest_as_it_was(
    qtbot: QtBot, at_board: Opened
) -> None:
    case_id = child(at_board)
    now = at_board.desk.clock()
    before = PersonTold(
        occurred_at=now, person_id=PERSON, role="mother", where="Houston", safe_to_contact="yes"
    )
    add(at_board, case_id, before)
    dialog = form(qtbot, at_board, "person", case_id)
    put(dialog, "person_id", PERSON)
    put(dialog, "source", "said")
    put(dialog, "alive", "yes")
    dialog.when.time.write_now()
    dialog.submit()
    answered(qtbot, at_board)
    (person,) = case_of(at_board, case_id).people
    assert (person.role, person.where, person.alive) == ("mother", "Houston", "yes")
    assert person.safe_to_contact == "yes"


def test_a_photograph_is_taken_in_and_stands_beside_the_name(
    qtbot: QtBot, at_board: Opened, tmp_path: Path
) -> None:
    path = tmp_path / "p.png"
    picture = QImage(QSize(40, 60), QImage.Format.Format_RGB32)
    picture.fill(Qt.GlobalColor.darkGreen)
    picture.save(str(path))
    case_id = child(at_board)
    view = page_of(qtbot, at_board, case_id)
    assert not view.head.has_photo()
    QTest.keyClick(view.log, Qt.Key.Key_D)
    dialog = asked(qtbot, at_board, FileDialog)
    dialog.submit()
    assert dialog.file.error() == "Choose the file."
    what: Any = dialog.asked["what"]
    purpose: Any = dialog.asked["purpose"]
    dialog.file.set_text(str(tmp_path / "gone.png"))
    what.set_value("photo_of_child")
    purpose.set_text("To find the family")
    dialog.when.time.write_now()
    dialog.submit()
    quiet(qtbot, at_board)
    assert "no file to read" in dialog.file.error()
    dialog.file.set_text(str(path))
    dialog.submit()
    answered(qtbot, at_board)
    assert view.head.has_photo()
    assert "To find the family" in texts(view)
    at_board.session.case_actions.look_at(case_of(at_board, case_id).attachments[0])
    shown = asked(qtbot, at_board, FileView)
    assert shown.windowTitle() == "Minors Desk"
    shown.close()


def test_age_is_of_the_leading_source_and_a_dispute_means_child(
    qtbot: QtBot, at_board: Opened
) -> None:
    case_id = child(at_board, name="Ana")
    now = at_board.desk.clock()
    adult = PartialDate(year=now.year - 20, month=1, day=1)
    add(
        at_board,
        case_id,
        FactTold(occurred_at=now, fact="birth_date", value=adult, source="document"),
    )
    view = page_of(qtbot, at_board, case_id)
    said = texts(view)
    assert "treated as a child until it is settled" in said and "about 15" in said
    (row,) = at_board.session.board.model.rows()
    assert row.name[0] == "Ana, 20"
    assert "age disputed" in [one.words for one in row.remarks]


def test_the_class_given_later_is_the_class_shown(qtbot: QtBot, at_board: Opened) -> None:
    case_id = child(at_board)
    dialog = form(qtbot, at_board, "class_child", case_id)
    put(dialog, "legal_class", "accused_delinquent")
    put(dialog, "offence", "Retail theft")
    dialog.when.time.write_now()
    dialog.submit()
    answered(qtbot, at_board)
    said = texts(page_of(qtbot, at_board, case_id))
    assert "Accused delinquent · Retail theft" in said
    assert "not chosen" not in said


def test_every_kind_about_who_the_child_is_can_be_amended(at_board: Opened) -> None:
    first, second = child(at_board), child(at_board)
    tie = CompanionLinked(occurred_at=at_board.desk.clock(), other=second, relation="friend")
    case = case_of(at_board, first)
    for body in (tie, case.log[0].counts):
        assert body is not None and type(body) in catalog.AMENDED
        assert catalog.amended_by(case, body) is not None


def test_a_amends_in_the_log_and_tells_of_a_person_on_the_board(
    qtbot: QtBot, at_board: Opened
) -> None:
    case_id = child(at_board)
    at_board.window.show()
    board = at_board.session.board
    qtbot.waitUntil(lambda: bool(board.model.rows()), timeout=30_000)
    board.list.setFocus()
    QTest.keyClick(board.list, Qt.Key.Key_A)
    dialog = asked(qtbot, at_board, AskedForm)
    assert dialog.accessibleName() == "Relative or other adult"
    dialog.close()
    view = page_of(qtbot, at_board, case_id)
    view.log.setFocus()
    QTest.keyClick(view.log, Qt.Key.Key_A)
    asked(qtbot, at_board, AmendForm).close()
