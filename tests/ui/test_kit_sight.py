"""What must be in sight: whole cells, the hint of what is typed, due times, all of a long line."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from minors_desk.ui.editors.pick_field import PickField
from minors_desk.ui.forms.asked_form import more_words
from minors_desk.ui.kit.choice import Choice
from minors_desk.ui.kit.clock import _others, _words_for
from minors_desk.ui.kit.countdown import Reading
from minors_desk.ui.kit.field import LineField
from minors_desk.ui.kit.scroll import Scroll
from minors_desk.ui.kit.spacing import column
from minors_desk.ui.kit.table import Table
from minors_desk.ui.kit.ticks import TicksField
from minors_desk.ui.kit.tokens import GRID, TextRole, Tone, metrics

LATE = "1 h 46 min past station target"


def test_past_what_gives_way_before_the_due_time_beside_it_does() -> None:
    reading = Reading("", LATE, Tone.AMBER, 1.0)
    strong, body = metrics(TextRole.STRONG), metrics(TextRole.BODY)
    title = "due Tue 04:10"
    beside = body.horizontalAdvance(title) + GRID
    whole = strong.horizontalAdvance(LATE)
    assert _words_for(reading, TextRole.STRONG, whole + beside, title) == LATE
    assert _words_for(reading, TextRole.STRONG, whole + beside - 1, title) == "1 h 46 min past"
    assert _words_for(reading, TextRole.STRONG, whole - 1) == "1 h 46 min past"
    long = "x" * 200
    assert _words_for(reading, TextRole.STRONG, whole, long) == LATE, "cut it is in any case"


def test_how_many_more_gives_way_before_how_long_is_cut() -> None:
    reading = Reading("", LATE, Tone.AMBER, 1.0)
    rooms = [room for room in range(400) if _others(reading, 3, room)]
    assert rooms == list(range(rooms[0], 400))
    words = metrics(TextRole.STRONG).horizontalAdvance(reading.short)
    assert rooms[0] > words + metrics(TextRole.SMALL).horizontalAdvance("+3")
    assert _others(reading, 0, 400) == ""


def test_no_cell_is_cut_while_there_is_room_for_all(qtbot: QtBot) -> None:
    model = QStandardItemModel(1, 3)
    model.setHorizontalHeaderLabels(["A", "B", "C"])
    for place, words in enumerate(("x", "Administrator, Supervisor", "y")):
        model.setItem(0, place, QStandardItem(words))
    table = Table(model, "People")
    qtbot.addWidget(table)
    table.resize(400, 200)
    table.show()
    table.fit_columns((45, 10, 45))
    assert table.columnWidth(1) >= table.sizeHintForColumn(1)
    wide = sum(table.columnWidth(place) for place in range(3))
    assert wide <= table.viewport().width()
    assert not table.horizontalScrollBar().isVisible()


def test_a_heading_leaves_room_for_what_stands_below_it(qtbot: QtBot) -> None:
    """Qt keeps room for the arrow of sorting in every column; only one column has it."""
    model = QStandardItemModel(1, 4)
    model.setHorizontalHeaderLabels(["Ended", "Outcome", "Officer", "Receiver"])
    for place, words in enumerate(("2026-11-24 06:30", "refused", "D. Rivera 4471", "M. Ruiz")):
        model.setItem(0, place, QStandardItem(words))
    table = Table(model, "Handoffs")
    qtbot.addWidget(table)
    table.setSortingEnabled(True)
    table.sortByColumn(0, Qt.SortOrder.AscendingOrder)
    head = table.horizontalHeader()
    room = sum(head.sectionSizeHint(place) for place in range(1, 4)) - 5 * GRID
    table.resize(table.sizeHintForColumn(0) + room, 200)
    table.show()
    table.fit_columns((0, 20, 40, 40))
    assert table.columnWidth(0) >= table.sizeHintForColumn(0)
    assert not table.horizontalScrollBar().isVisible()


def test_the_hint_of_what_is_typed_is_in_sight(qtbot: QtBot) -> None:
    page = QWidget()
    lines = column(page)
    fields = [LineField(f"Field {place}", "means something") for place in range(12)]
    for field in fields:
        lines.addWidget(field)
    scroll = Scroll(page)
    qtbot.addWidget(scroll)
    scroll.resize(300, 200)
    scroll.show()
    scroll.activateWindow()
    qtbot.waitUntil(scroll.isActiveWindow, timeout=30_000)
    fields[6].setFocus()
    qtbot.waitUntil(fields[6].control.hasFocus, timeout=30_000)
    top = fields[6].mapTo(scroll.viewport(), fields[6].rect().topLeft()).y()
    foot = fields[6].mapTo(scroll.viewport(), fields[6].rect().bottomLeft()).y()
    assert 0 <= top < foot < scroll.viewport().height()


def test_a_long_line_to_tick_is_told_on_two(qtbot: QtBot) -> None:
    words = "Not done, 7 h 15 min later than the station wants: " + "The child is spoken to " * 3
    field = TicksField("What", [Choice("a", words.strip()), Choice("b", "Short")])
    qtbot.addWidget(field)
    assert field.box("a").text().replace("\n", " ") == words.strip()
    assert field.box("a").text().count("\n") == 1
    assert field.box("b").text() == "Short"


@pytest.mark.parametrize(
    ("labels", "words"),
    [
        (["As said"], "More: As said"),
        (["Given by", "On whose word"], "More: Given by, On whose word"),
        (
            ["Dialect, or the town it is from", "Does the child read it", "Who said so"],
            "More: Dialect, or the town it is from and 2 more",
        ),
    ],
)
def test_more_names_whole_fields_and_counts_the_rest(labels: list[str], words: str) -> None:
    assert more_words(labels) == words


def test_a_choice_longer_than_its_field_is_read_from_its_beginning(qtbot: QtBot) -> None:
    page = QWidget()
    lines = column(page)
    first, second = PickField("Which child"), LineField("Why")
    for field in (first, second):
        lines.addWidget(field)
    qtbot.addWidget(page)
    page.resize(160, 200)
    page.show()
    page.activateWindow()
    qtbot.waitUntil(page.isActiveWindow, timeout=30_000)
    first.setFocus()
    qtbot.keyClicks(first.control, "AC-26-0003 Unknown child, about 14 months, in our custody")
    assert first.text().startswith("AC-26-0003 Unknown"), "typing is not turned around"
    page.focusNextChild()
    qtbot.waitUntil(lambda: not first.control.hasFocus(), timeout=30_000)
    assert first.control.property("cursorPosition") == 0


def test_nothing_typed_is_none_of_the_choices_though_one_has_no_further_words(
    qtbot: QtBot,
) -> None:
    field = PickField("In which language")
    qtbot.addWidget(field)
    field.offer((Choice("Spanish", ""), Choice("Mam", "")))
    assert (field.text(), field.value()) == ("", None)
    field.set_text("mam")
    assert field.value() == "Mam"
