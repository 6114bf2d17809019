"""The kit: what is shown is literal and bounded, clocks say the truth, dialogs lose nothing."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QAbstractButton, QLineEdit, QPlainTextEdit, QWidget
from pytestqt.qtbot import QtBot

from minors_desk.errors import DeskError, Refused
from minors_desk.ui.kit.button import Button, Kind
from minors_desk.ui.kit.chips import Chip
from minors_desk.ui.kit.clock import CountdownClock, ElapsedClock, Ticker
from minors_desk.ui.kit.countdown import Reading, Span, duration_words, elapsed_words, read
from minors_desk.ui.kit.dialog import Ask
from minors_desk.ui.kit.field import LineField
from minors_desk.ui.kit.gallery import gallery
from minors_desk.ui.kit.keys import KeyGroup, KeyHint, KeyHints, KeyList
from minors_desk.ui.kit.notice import Notice
from minors_desk.ui.kit.rail import Place, Rail
from minors_desk.ui.kit.section import Card, Section
from minors_desk.ui.kit.spacing import clear, flowing
from minors_desk.ui.kit.text import breakable, capped, initials, lines, one_line
from minors_desk.ui.kit.tokens import Tone
from minors_desk.ui.kit.type import Elided, Label, LongText, PlainView

NOW = datetime(2026, 11, 24, 9, 12, tzinfo=UTC)
LONG = "<img src='x'>" + "أنا ماريا देवी 王小明 " * 600
MINUTE = timedelta(minutes=1)


@pytest.mark.parametrize(
    ("minutes", "words"),
    [
        (0, "under 1 min"),
        (6, "6 min"),
        (-14, "14 min"),
        (60, "1 h 00 min"),
        (192, "3 h 12 min"),
        (46 * 60 + 20, "46 h 20 min"),
        (72 * 60, "3 d 0 h"),
    ],
)
def test_durations_are_words(minutes: int, words: str) -> None:
    assert duration_words(minutes) == words


def test_elapsed_time_always_has_hours() -> None:
    assert elapsed_words(NOW - 31 * MINUTE, NOW) == "0 h 31 min"
    assert elapsed_words(NOW - 192 * MINUTE, NOW) == "3 h 12 min"
    assert elapsed_words(NOW + MINUTE, NOW) == "0 h 00 min"


@pytest.mark.parametrize(
    ("span", "text", "tone"),
    [
        (Span(start=None, due=NOW - 14 * MINUTE), "▲ overdue 14 min", Tone.RED),
        (Span(start=None, due=NOW), "▲ overdue under 1 min", Tone.RED),
        (
            Span(start=None, due=NOW - 4 * MINUTE, law=False),
            "▲ 4 min past station target",
            Tone.AMBER,
        ),
        (Span(start=None, due=NOW + 6 * MINUTE), "◆ in 6 min", Tone.AMBER),
        (Span(start=NOW - 29 * MINUTE, due=NOW + 30 * MINUTE), "● in 30 min", Tone.GREEN),
        (Span(start=NOW - 30 * MINUTE, due=NOW + 30 * MINUTE), "◆ in 30 min", Tone.AMBER),
        (Span(start=None, due=NOW + 2780 * MINUTE), "● in 46 h 20 min", Tone.GREEN),
        (Span(start=NOW - 31 * MINUTE), "● open 31 min", Tone.GREEN),
        (
            Span(start=NOW - 31 * MINUTE, target=NOW - MINUTE),
            "◆ open 31 min, past target",
            Tone.AMBER,
        ),
        (Span(start=None), "○ start not known - ask", Tone.MUTED),
        (Span(start=NOW, due=NOW - MINUTE, done=NOW), "✓ done", Tone.GREEN),
    ],
)
def test_a_clock_says_shape_and_words(span: Span, text: str, tone: Tone) -> None:
    reading = read(span, NOW)
    assert (reading.text, reading.tone) == (text, tone)


def test_only_law_with_a_due_instant_is_ever_red() -> None:
    for minutes in range(-3000, 3000, 97):
        due = NOW + minutes * MINUTE
        assert read(Span(start=NOW, due=due, law=False), NOW).tone is not Tone.RED
        assert read(Span(start=due, target=due), NOW).tone is not Tone.RED


def test_the_bar_shows_how_much_time_has_gone() -> None:
    span = Span(start=NOW - 30 * MINUTE, due=NOW + 90 * MINUTE)
    assert read(span, NOW).fraction == pytest.approx(0.25)
    assert read(span, NOW + 300 * MINUTE).fraction == 1
    assert read(span, NOW - 300 * MINUTE).fraction == 0


def test_one_ticker_moves_all_clocks(qtbot: QtBot) -> None:
    at = [NOW]
    ticker = Ticker(lambda: at[0])
    clock, custody = CountdownClock(ticker, "Welfare check"), ElapsedClock(ticker, NOW)
    qtbot.addWidget(clock)
    qtbot.addWidget(custody)
    clock.set_span(Span(start=NOW, due=NOW + 16 * MINUTE))
    assert clock.accessibleName() == "Welfare check: in 16 min"
    at[0] = NOW + 2 * MINUTE
    ticker.ticked.emit()
    assert clock.accessibleName() == "Welfare check: in 14 min"
    assert custody.text() == "0 h 02 min"
    with qtbot.waitSignal(ticker.ticked):
        ticker.start()
    ticker.stop()


def test_text_is_literal_and_harmless() -> None:
    assert one_line("a\nb\tc") == "a b c"
    assert one_line("Ana\u202exe\x00") == "Ana[U+202E]xe[U+0000]"
    assert one_line("नि\u200dम") == "नि\u200dम"
    assert lines("a\nb\x07") == "a\nb[U+0007]"
    assert one_line("\ud800") == "[U+D800]"


def test_a_digest_breaks_and_no_page_gets_wider_for_it(qtbot: QtBot) -> None:
    digest = "sha256:" + "0f" * 32
    assert breakable(digest).replace("\u200b", "") == digest
    assert breakable(LONG) == LONG
    label = Label(digest, wrap=True)
    qtbot.addWidget(label)
    assert label.minimumSizeHint().width() < 300
    assert label.accessibleName() == digest


@pytest.mark.parametrize("letter", ["ش", "कि", "ж", "क्ष"])
def test_a_long_word_of_any_script_breaks_between_whole_letters(letter: str) -> None:
    word = letter * 40
    pieces = breakable(word).split("\u200b")
    assert "".join(pieces) == word
    assert len(pieces) > 1
    assert all(set(piece) == set(letter) and piece.startswith(letter[0]) for piece in pieces)
    assert not any(piece.endswith("\u094d") for piece in pieces)


def test_scripts_without_spaces_are_left_to_the_layout() -> None:
    for text in ("王小明" * 20, "มานี" * 20):
        assert breakable(text) == text


def test_the_dot_between_parts_stays_at_the_end_of_its_line() -> None:
    assert breakable("here · not locked") == "here\u00a0· not locked"


def test_a_long_text_is_capped_between_characters() -> None:
    assert capped("short") == "short"
    assert capped("e\u0301" * 400, 601) == "e\u0301" * 300 + "…"
    assert len(capped(LONG)) <= 601


@pytest.mark.parametrize(
    ("name", "letters"),
    [
        ("Luis Caal Pop", "LC"),
        ("Żaneta", "Ż"),
        ("", "?"),
        ("  ", "?"),
        ("王小明", "王"),
        ("*", "?"),
    ],
)
def test_initials(name: str, letters: str) -> None:
    assert initials(name) == letters


def test_labels_show_markup_literally_and_name_the_whole_text(qtbot: QtBot) -> None:
    label = Label(LONG)
    qtbot.addWidget(label)
    assert label.textFormat() is Qt.TextFormat.PlainText
    assert label.text().startswith("<img src='x'>")
    assert len(label.text()) <= 601
    assert label.accessibleName() == LONG


def test_long_names_do_not_push_the_window_apart(qtbot: QtBot) -> None:
    page = Section("Identity", Chip(LONG))
    qtbot.addWidget(page)
    page.add(Elided(LONG))
    page.add_row("Name", LONG, "says so")
    page.add(Card(LONG, LONG, Tone.RED, "Log it", "W"))
    page.resize(600, 400)
    page.show()
    assert page.minimumSizeHint().width() < 600
    assert page.heightForWidth(600) < 3000


def test_all_of_a_long_text_can_be_read(qtbot: QtBot) -> None:
    name = LongText(LONG)
    qtbot.addWidget(name)
    name.show()
    button = name.findChild(Button)
    assert button is not None and button.text() == f"Show all {len(LONG):,}"
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    view = name.findChild(PlainView)
    assert view is not None and view.toPlainText() == LONG
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert name.whole() == LONG
    name.set_text("Ana")
    assert button.isHidden()


def test_a_button_shows_its_key_and_may_own_it(qtbot: QtBot) -> None:
    button = Button("Find & open", Kind.PRIMARY, "Ctrl+F", shortcut=True)
    qtbot.addWidget(button)
    button.show()
    button.activateWindow()
    qtbot.waitUntil(button.isActiveWindow)
    assert button.accessibleName() == "Find & open"
    assert button.accessibleDescription() == "Key Ctrl+F"
    with qtbot.waitSignal(button.clicked):
        qtbot.keyClick(button, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    button.set_busy(True)
    assert not button.isEnabled() and button.text() == "Saving…"
    button.set_busy(False)
    assert button.isEnabled() and button.text() == "Find && open"


def test_a_notice_says_what_is_missing_and_leads_there(qtbot: QtBot) -> None:
    notice = Notice()
    qtbot.addWidget(notice)
    assert notice.title() == ""
    error = Refused("It cannot be", "Do this", code="x", missing=("signed", "checked"))
    notice.show_error(error, {"signed": "officer signs", "checked": "receiver checked"}.__getitem__)
    assert notice.title() == "It cannot be."
    assert notice.accessibleName() == "It cannot be. Do this."
    buttons = notice.findChildren(Button)
    assert [b.text() for b in buttons] == ["→ officer signs", "→ receiver checked"]
    with qtbot.waitSignal(notice.missing_chosen) as chosen:
        qtbot.mouseClick(buttons[1], Qt.MouseButton.LeftButton)
    assert chosen.args == ["checked"]
    notice.say_nothing()
    assert notice.title() == ""


class _NameAsk(Ask):
    """A question of one field."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__("She says her name", "Write it down", parent=parent)
        self.name = LineField("Name")
        self.add(self.name)

    def answer(self) -> object | None:
        """The name, or in place why not."""
        if self.name.is_empty():
            self.name.set_error("Write the name as she says it.")
            return None
        if self.name.text() == "?":
            raise DeskError("That is no name", "Ask again")
        return self.name.text()


@pytest.fixture
def ask(qtbot: QtBot) -> Iterator[_NameAsk]:
    """A question that is open over a window."""
    window = QWidget()
    qtbot.addWidget(window)
    window.show()
    ask = _NameAsk(window)
    ask.open()
    ask.activateWindow()
    qtbot.waitUntil(ask.isActiveWindow)
    yield ask
    window.close()


def _ctrl_enter(qtbot: QtBot, ask: Ask) -> None:
    qtbot.keyClick(ask, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)


def test_a_failed_question_keeps_what_was_typed(qtbot: QtBot, ask: _NameAsk) -> None:
    _ctrl_enter(qtbot, ask)
    assert ask.name.error() == "Write the name as she says it."
    ask.name.set_text("?")
    assert ask.name.error() == ""
    _ctrl_enter(qtbot, ask)
    assert ask.notice.title() == "That is no name."
    ask.name.set_text("Ana")
    with qtbot.waitSignal(ask.answered) as answered:
        _ctrl_enter(qtbot, ask)
    assert answered.args == ["Ana"]
    assert not ask.action.isEnabled()
    ask.fail(DeskError("The disk is full", "Free some room"))
    assert ask.notice.title() == "The disk is full."
    assert ask.name.text() == "Ana" and ask.action.isEnabled()
    assert ask.windowTitle() == "Minors Desk"
    ask.reject()


def test_our_own_mistake_is_told_by_code_in_the_dialog(qtbot: QtBot, ask: _NameAsk) -> None:
    ask.fail(KeyError("Canary Caal"))
    assert ask.notice.title() == "Something in the program failed."
    assert "Canary" not in ask.notice.accessibleName()
    with qtbot.waitSignal(ask.rejected):
        qtbot.keyClick(ask, Qt.Key.Key_Escape)


def test_the_rail_tells_where_one_wants_to_go(qtbot: QtBot) -> None:
    places = (Place("board", "Board", "board", "1"), Place("find", "Find", "search", "2"))
    rail = Rail("Minors Desk", "Area Central", places)
    qtbot.addWidget(rail)
    rail.set_current("board")
    rail.set_count("board", 5)
    rail.set_status((("check", "Saved 03:12:07"), ("person", "Ofc. Rivera")))
    rail.set_status((("check", "Saved 03:12:08"),))
    assert rail.entry("board").accessibleName() == "Board 5"
    with qtbot.waitSignal(rail.chosen) as chosen:
        qtbot.mouseClick(rail.entry("find"), Qt.MouseButton.LeftButton)
    assert chosen.args == ["find"] and rail.entry("find").isChecked()
    with qtbot.waitSignal(rail.lock_asked):
        qtbot.mouseClick(rail.lock_entry, Qt.MouseButton.LeftButton)


def test_keys_are_listed(qtbot: QtBot) -> None:
    hints = KeyHints((KeyHint("Enter", "open"), KeyHint("F1", "keys")))
    qtbot.addWidget(hints)
    assert hints.accessibleName() == "Enter: open, F1: keys"
    window = QWidget()
    qtbot.addWidget(window)
    window.show()
    keys = KeyList((KeyGroup("Board", (KeyHint("Enter", "open the case"),)),), window)
    keys.open()
    assert "open the case" in [label.text() for label in keys.findChildren(Label)]
    keys.accept()


def test_every_control_of_the_gallery_has_a_name(qtbot: QtBot) -> None:
    window = gallery()
    qtbot.addWidget(window)
    window.show()
    controls = [
        control
        for kind in (QAbstractButton, QLineEdit, QPlainTextEdit)
        for control in window.findChildren(kind)
    ]
    assert len(controls) > 40
    assert [type(c).__name__ for c in controls if not c.accessibleName()] == []


def test_the_gallery_fits_a_station_monitor(qtbot: QtBot) -> None:
    window = gallery()
    qtbot.addWidget(window)
    window.show()
    assert window.minimumSizeHint().width() <= 1366
    assert window.minimumSizeHint().height() <= 768
    assert window.grab().toImage().pixelColor(84, 400) == QColor("#1B2A41")


def test_where_there_is_no_room_it_is_said_how_long_past_but_not_past_what() -> None:
    late, soon = "1 h 46 min past station target", "in 15 min"
    shown = {words: Reading("", words, Tone.AMBER, 1.0).short for words in (late, soon)}
    assert shown == {late: "1 h 46 min past", soon: soon}


def test_a_row_that_breaks_measures_again_what_changed(qtbot: QtBot) -> None:
    holder, flow = flowing()
    qtbot.addWidget(holder)
    buttons = [Button(f"A button with words {number}") for number in range(4)]
    for button in buttons:
        flow.addWidget(button)
    width = 2 * buttons[0].sizeHint().width() + flow.spacing()
    holder.resize(width, 400)
    holder.show()
    line = buttons[0].sizeHint().height()
    two = 2 * line + flow.spacing()
    assert flow.heightForWidth(width) == two
    buttons[1].set_words("A button with many more words than it had")
    assert flow.heightForWidth(width) == two + line + flow.spacing()
    for button in buttons[1:]:
        button.hide()
    assert flow.heightForWidth(width) == line
    buttons[2].show()
    assert flow.heightForWidth(width) == line
    more = Button("One more button that has room")
    flow.addWidget(more)
    more.show()
    assert flow.heightForWidth(width) == two
    clear(flow)
    assert flow.heightForWidth(width) == 0
