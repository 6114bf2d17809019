"""Belongings: the list under the key V, lines, cash by two, bags, returns, disputes, phones."""

import msgspec
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from minors_desk.domain.alter import Amended
from minors_desk.domain.belongings import PropertyTaken, cash_totals, open_property
from minors_desk.domain.codec import read
from minors_desk.domain.property_moves import PropertyReturned
from minors_desk.ui.acts.belongings import RETURNED, TAKEN
from minors_desk.ui.dialogs.belongings_dialog import BelongingsDialog
from minors_desk.ui.editors.cash_field import CashField
from minors_desk.ui.editors.lines_field import LinesField
from minors_desk.ui.editors.property_field import PHONE, PropertyField
from minors_desk.ui.editors.second_field import SecondField
from minors_desk.ui.editors.typed_money import NoMoney, parse_currency, parse_money, plain_sum
from minors_desk.ui.forms.amend_form import AmendForm
from minors_desk.ui.forms.asked_form import AskedForm
from tests.domain import samples_care as told
from tests.ui.case_steps import add, answered, asked, case_of, child, page_of
from tests.ui.conftest import START, Opened
from tests.ui.forms_steps import ALT, field, fill, opened_form, press, saved

Key = Qt.Key


def at_desk(body: object, **more: object) -> object:
    """A sample, dated by the clock of these tests."""
    return msgspec.structs.replace(body, occurred_at=START, **more)  # type: ignore[type-var]


def test_v_shows_the_list_and_a_digit_opens_what_is_done(qtbot: QtBot, at_board: Opened) -> None:
    view = page_of(qtbot, at_board, child(at_board))
    QTest.keyClick(view.log, Key.Key_V)
    hub = asked(qtbot, at_board, BelongingsDialog)
    hub.activateWindow()
    qtbot.waitUntil(hub.isActiveWindow, timeout=30_000)
    press(hub, Key.Key_2)
    form = asked(qtbot, at_board, AskedForm)
    assert form.accessibleName() == "Cash counted"
    form.reject()


def test_lines_are_numbered_on_and_the_last_is_added_with_the_save(
    qtbot: QtBot, at_board: Opened
) -> None:
    case_id = child(at_board)
    add(at_board, case_id, at_desk(told.taken(1, 1, 2)))  # type: ignore[arg-type]
    form = opened_form(qtbot, at_board, "take_property", case_id)
    lines = field(form, "lines", PropertyField)
    lines.what.set_text("Necklace")
    lines.category.set_value("kept_by_child")
    QTest.keyClick(form, Key.Key_A, ALT)
    assert lines.what.is_empty()
    lines.what.set_text("Phone")
    lines.category.set_value("safekeeping")
    lines.sort.set_value(PHONE)
    lines.noted.set_text("555 0188")
    lines.noted_consent.set_value("yes")
    lines.worth.set_text("USD 40.50")
    fill(form, storage="Locker 4", child_agrees="yes")
    case = saved(qtbot, at_board, form, case_id)
    added = [one.listed for one in case.belongings[2:] if one.listed is not None]
    assert [(one.line, one.description) for one in added] == [(3, "Necklace"), (4, "Phone")]
    phone = added[1]
    assert (phone.value_cents, phone.currency) == (4_050, "USD")
    assert phone.phone is not None and phone.phone.numbers_noted == "555 0188"
    assert case.belongings[3].place == "Locker 4"


def test_an_unfinished_line_is_named_and_nothing_is_lost(qtbot: QtBot, at_board: Opened) -> None:
    form = opened_form(qtbot, at_board, "take_property", child(at_board))
    fill(form)
    form.submit()
    lines = field(form, "lines", PropertyField)
    assert lines.error() == "Write what was taken."
    lines.what.set_text("Knife")
    lines.worth.set_text("forty")
    form.submit()
    assert lines.error() == "Finish this line of the list, or empty it."
    assert lines.category.error() == "Choose why."
    assert lines.worth.error().startswith("Write the code of the currency")
    assert lines.what.text() == "Knife"
    form.reject()


def test_a_line_of_an_entry_keeps_its_number_when_it_is_amended(
    qtbot: QtBot, at_board: Opened
) -> None:
    case_id = child(at_board)
    before = at_desk(told.taken(1, 1, 2))
    assert isinstance(before, PropertyTaken)
    add(at_board, case_id, before)
    case = case_of(at_board, case_id)
    desk = at_board.session.case_actions.at_desk
    form = AmendForm(TAKEN, case, (case.log[-1].entry.id, before), desk, at_board.window)
    lines = field(form, "lines", PropertyField)
    lines.change(0)
    lines.what.set_text("two things")
    lines.add_typed()
    lines.what.set_text("one more")
    lines.category.set_value("medicine")
    form.reason.set_text("Counted again")
    found = form.answer()
    assert isinstance(found, Amended)
    after = read(found.replacement)
    assert isinstance(after, PropertyTaken)
    assert {one.line: one.description for one in after.lines} == {
        1: "two things",
        2: "thing 2",
        3: "one more",
    }


def test_cash_is_counted_by_two_and_summed_for_all_to_see(qtbot: QtBot, at_board: Opened) -> None:
    case_id = child(at_board)
    form = opened_form(qtbot, at_board, "count_cash", case_id)
    cash = field(form, "amounts", CashField)
    for currency, note, count in (("usd", "20", "3"), ("", "0.25", "2"), ("GTQ", "100", "1")):
        if currency:
            cash.currency.set_text(currency)
        cash.denomination.set_text(note)
        cash.count.set_text(count)
        assert cash.add_typed()
    assert cash.total.text() == "In all GTQ 100.00, USD 60.50"
    fill(form)
    form.submit()
    second = field(form, "second_counter", SecondField)
    assert second.error() == "Write who counted with you."
    second.name.set_text("K. Lee")
    second.how.set_value("signed_on_paper")
    case = saved(qtbot, at_board, form, case_id)
    assert cash_totals(case) == {"GTQ": 10_000, "USD": 6_050}


def test_a_recount_takes_the_place_of_the_line_that_is_chosen(
    qtbot: QtBot, at_board: Opened
) -> None:
    case_id = child(at_board)
    add(at_board, case_id, at_desk(told.counted(1, 1, told.dollars(2_000, 1))))  # type: ignore[arg-type]
    form = opened_form(qtbot, at_board, "count_cash", case_id)
    fill(form, amounts=(told.dollars(1_000, 1),), second_counter=told.SECOND, line=(1,))
    case = saved(qtbot, at_board, form, case_id)
    assert cash_totals(case) == {"USD": 1_000}
    assert [one.code for one in case.findings] == ["cash_differs"]


def test_sealed_moved_and_returned(qtbot: QtBot, at_board: Opened) -> None:
    case_id = child(at_board)
    add(at_board, case_id, at_desk(told.taken(1, 1, 2, 3)))  # type: ignore[arg-type]
    form = opened_form(qtbot, at_board, "seal_bag", case_id)
    fill(form, bag="B-1", seal="S-9", lines=(1, 2))
    saved(qtbot, at_board, form, case_id)
    form = opened_form(qtbot, at_board, "move_property", case_id)
    fill(form, what="bag", to_place="Property room", seal_intact="yes")
    case = saved(qtbot, at_board, form, case_id)
    assert [one.place for one in case.belongings] == ["Property room"] * 2 + ["Locker 4"]
    form = opened_form(qtbot, at_board, "return_property", case_id)
    fill(form, what="everything", to="receiver", to_name="M. Ruiz")
    case = saved(qtbot, at_board, form, case_id)
    assert open_property(case) == ()
    assert case.findings == ()


def test_lines_are_asked_only_where_lines_are_meant(qtbot: QtBot, at_board: Opened) -> None:
    case_id = child(at_board)
    add(at_board, case_id, at_desk(told.taken(1, 1)))  # type: ignore[arg-type]
    form = opened_form(qtbot, at_board, "return_property", case_id)
    assert form.asked["lines"].isHidden() and form.asked["bag"].isHidden()
    fill(form, what="lines", to="child")
    form.submit()
    assert form.asked["lines"].error() == "Choose at least one line."
    field(form, "lines", LinesField).buttons[1].click()
    case = saved(qtbot, at_board, form, case_id)
    assert case.belongings[0].returned is not None


@pytest.mark.parametrize(
    ("changed", "what"),
    [
        ({"lines": (1,)}, "lines"),
        ({"lines": (), "bag": "B-1"}, "bag"),
        ({"lines": (), "everything": True}, "everything"),
    ],
)
def test_a_return_is_shown_again_as_it_was_told(
    at_board: Opened, changed: dict[str, object], what: str
) -> None:
    body = at_desk(told.returned(1, 1), **changed)
    assert isinstance(body, PropertyReturned) and RETURNED.show is not None
    said = dict(RETURNED.show(body))
    assert said["what"] == what
    kept = {name: said[name] for name in ("what", "lines", "bag", "to", "occurred_at")}
    made = RETURNED.body(kept, case_of(at_board, child(at_board)))
    assert made == body


def test_a_return_of_everything_is_amended_to_one_line(at_board: Opened) -> None:
    case_id = child(at_board)
    before = at_desk(told.returned(1, everything=True, to="parent"))
    assert isinstance(before, PropertyReturned)
    add(at_board, case_id, at_desk(told.taken(1, 1, 2)), before)  # type: ignore[arg-type]
    case = case_of(at_board, case_id)
    desk = at_board.session.case_actions.at_desk
    form = AmendForm(RETURNED, case, (case.log[-1].entry.id, before), desk, at_board.window)
    fill(form, what="lines", lines=(2,))
    form.reason.set_text("The bag stayed")
    found = form.answer()
    assert isinstance(found, Amended)
    after = read(found.replacement)
    assert isinstance(after, PropertyReturned)
    assert (after.lines, after.everything, after.to) == ((2,), False, "parent")


def test_the_child_disputes_in_its_own_words(qtbot: QtBot, at_board: Opened) -> None:
    case_id = child(at_board)
    add(at_board, case_id, at_desk(told.taken(1, 1, 2)))  # type: ignore[arg-type]
    form = opened_form(qtbot, at_board, "dispute_property", case_id)
    fill(form, words="Tenía dos", language="Spanish", lines=(2,))
    case = saved(qtbot, at_board, form, case_id)
    assert [one.is_disputed for one in case.belongings] == [False, True]
    assert (case.disputes[0].words, case.disputes[0].language) == ("Tenía dos", "Spanish")


def test_a_phone_searched_without_authority_is_taken_and_found(
    qtbot: QtBot, at_board: Opened
) -> None:
    case_id = child(at_board)
    form = opened_form(qtbot, at_board, "search_phone", case_id)
    fill(form, by="Det. Cho", consent="refused")
    case = saved(qtbot, at_board, form, case_id)
    assert [one.code for one in case.findings] == ["phone_searched_without_authority"]
    assert case.phone_searches[0].told.line is None


def test_a_draft_of_the_list_comes_back_with_the_line_in_the_making(
    qtbot: QtBot, at_board: Opened
) -> None:
    case_id = child(at_board)
    form = opened_form(qtbot, at_board, "take_property", case_id)
    lines = field(form, "lines", PropertyField)
    lines.set_value((told.thing(1),))
    lines.what.set_text("half a li")
    form.reject()
    answered(qtbot, at_board)
    form = opened_form(qtbot, at_board, "take_property", case_id)
    lines = field(form, "lines", PropertyField)
    assert (lines.parts, lines.what.text()) == ([told.thing(1)], "half a li")
    lines.restore("{no JSON")
    assert lines.parts == [told.thing(1)]
    form.reject()


@pytest.mark.parametrize(
    ("typed", "currency", "cents"),
    [
        ("20", "USD", 2_000),
        ("0.25", "USD", 25),
        (" 1,204.5 ", "USD", 120_450),
        ("500", "JPY", 500),
        ("1.250", "KWD", 1_250),
    ],
)
def test_a_sum_is_read_without_a_fraction_lost(typed: str, currency: str, cents: int) -> None:
    assert parse_money(typed, currency) == cents
    assert parse_money(plain_sum(cents, currency), currency) == cents


@pytest.mark.parametrize(("typed", "currency"), [("", "USD"), ("0.255", "USD"), ("1.5", "JPY")])
def test_what_is_no_sum_is_said_with_an_example(typed: str, currency: str) -> None:
    with pytest.raises(NoMoney, match=f"Write a sum of {currency}"):
        parse_money(typed, currency)


@pytest.mark.parametrize("typed", ["", "US", "dollar", "U1D"])
def test_a_currency_is_three_letters(typed: str) -> None:
    with pytest.raises(NoMoney, match="three letters"):
        parse_currency(typed)
