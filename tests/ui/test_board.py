"""The board: sections, urgency first, keys that act or say why not, and clocks that never read."""

from datetime import timedelta
from uuid import UUID

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QListView
from pytestqt.qtbot import QtBot

from minors_desk.domain.bodies import Body
from minors_desk.domain.custody import CustodyBegan
from minors_desk.domain.encounter import AgeRange, Encountered
from minors_desk.domain.facts import FactTold, PersonName
from minors_desk.services import cases
from minors_desk.ui.models.board_model import Part, Row
from minors_desk.ui.views.board_view import BoardView
from tests.ui.conftest import Opened


def met(at: Opened, minutes: int = 0, *, name: str = "", room: str = "") -> UUID:
    """A child met so many minutes ago, in custody since when a room is given."""
    moment = at.desk.clock() - timedelta(minutes=minutes)
    late = "with_the_child" if minutes > 15 else None
    age = AgeRange(low_months=180, high_months=191)
    bodies: list[Body] = [
        Encountered(
            occurred_at=moment,
            late_because=late,
            encounter_id=at.desk.new_id(),
            place="Store, 630 W Harrison",
            apparent_age=age,
            apparent_sex="girl",
        )
    ]
    if name:
        told = PersonName(as_said=name)
        bodies.append(
            FactTold(occurred_at=moment, late_because=late, fact="name", value=told, source="said")
        )
    if room:
        bodies.append(
            CustodyBegan(
                occurred_at=moment,
                late_because=late,
                starts_from="contact",
                place="Area Central",
                room=room,
                watched_by="D. Rivera",
            )
        )
    first = bodies[0]
    assert isinstance(first, Encountered)
    case_id, changes = cases.open_case(at.desk, first, *bodies[1:])
    at.session.bus.publish(changes)
    return case_id


def shown(qtbot: QtBot, at: Opened, count: int) -> list[Row]:
    board = at.session.board
    qtbot.waitUntil(lambda: len(board.model.rows()) == count, timeout=30_000)
    return board.model.rows()


def test_an_empty_board_is_kind_and_offers_the_next_thing(at_board: Opened) -> None:
    board = at_board.session.board
    assert board._stack.currentIndex() == 1
    assert board._empty_action.hasFocus()
    assert "New encounter" in board._empty_action.accessibleName()


def test_the_most_urgent_stands_first_and_sections_are_told(qtbot: QtBot, at_board: Opened) -> None:
    met(at_board, 10, name="Ana", room="Lobby")
    met(at_board, 25, name="Bea", room="Report room")
    met(at_board, 5)
    first, second, third = shown(qtbot, at_board, 3)
    assert (first.name[0], second.name[0]) == ("Bea, about 15", "Ana, about 15")
    assert first.part is Part.IN_CUSTODY and third.part is Part.MET
    assert third.name[0] == "Unknown girl, about 15"
    assert "class not chosen" in third.name[1]


def test_clocks_tick_without_reading(
    qtbot: QtBot, at_board: Opened, monkeypatch: pytest.MonkeyPatch
) -> None:
    met(at_board, 0, name="Ana", room="Lobby")
    (before,) = shown(qtbot, at_board, 1)
    assert before.reading is not None and before.reading.words == "in 30 min"

    def refuse(*_: object) -> None:
        raise AssertionError("the board read the record to tick")

    monkeypatch.setattr(cases, "the_board", refuse)
    monkeypatch.setattr(type(at_board.desk.vault.journal), "last_recorded_at", refuse)
    at_board.story.go_on(20)
    at_board.session.ticker.ticked.emit()
    (after,) = at_board.session.board.model.rows()
    assert after.reading is not None and after.reading.words == "in 10 min"
    assert after.time[0] == "0 h 20 min"


def test_a_row_is_spoken_whole(qtbot: QtBot, at_board: Opened) -> None:
    met(at_board, 0, name="Ana", room="Lobby")
    shown(qtbot, at_board, 1)
    model = at_board.session.board.model
    index = model.index(model.place_of(None))
    spoken = index.data(Qt.ItemDataRole.AccessibleTextRole)
    for part in ("Ana", "Lobby", "not locked", "D. Rivera", "in custody", "in 30 min"):
        assert part in spoken


def test_enter_opens_the_chosen_case_and_the_board_comes_back_to_it(
    qtbot: QtBot, at_board: Opened
) -> None:
    met(at_board, 10, name="Ana", room="Lobby")
    wanted = met(at_board, 0, name="Bea", room="Lobby")
    shown(qtbot, at_board, 2)
    session = at_board.session
    session.board.select(wanted)
    QTest.keyClick(session.board.list, Qt.Key.Key_Return)
    assert session.pages.currentWidget() is session.case
    assert session.case.case_id() == wanted
    session.leave_case()
    row = session.board.chosen()
    assert row is not None and row.card.case_id == wanted


@pytest.mark.parametrize(
    ("key", "words"), [("W", "has not begun"), ("M", "has not begun"), ("H", "has not begun")]
)
def test_a_key_that_cannot_be_says_why(
    qtbot: QtBot, at_board: Opened, key: str, words: str
) -> None:
    met(at_board, 0)
    shown(qtbot, at_board, 1)
    press(at_board.session.board, key)
    qtbot.waitUntil(lambda: words in at_board.session.board.notice.title(), timeout=30_000)


@pytest.mark.parametrize(
    ("key", "name"),
    [("W", "check"), ("M", "move"), ("N", "tell_name"), ("H", "hand_over")],
)
def test_a_key_acts_on_the_chosen_child(
    qtbot: QtBot, at_board: Opened, key: str, name: str
) -> None:
    wanted = met(at_board, 0, name="Ana", room="Lobby")
    shown(qtbot, at_board, 1)
    with qtbot.waitSignal(at_board.session.case_actions.opened, timeout=30_000) as asked:
        press(at_board.session.board, key)
    (dialog,) = asked.args or [None]
    assert wanted and dialog is not None, name
    dialog.close()


def test_a_very_long_name_neither_breaks_nor_widens_the_board(
    qtbot: QtBot, at_board: Opened
) -> None:
    met(at_board, 0, name="<img src=x> " + "محمد देवी 王小明 " * 600, room="Lobby")
    (row,) = shown(qtbot, at_board, 1)
    assert row.name[0].startswith("<img src=x>")
    assert at_board.window.width() == 1366
    assert not at_board.session.board.grab().isNull()


def test_what_comes_from_elsewhere_shows_by_itself(qtbot: QtBot, at_board: Opened) -> None:
    met(at_board, 0, room="Lobby")
    shown(qtbot, at_board, 1)
    entry = at_board.session.rail.entry("board")
    qtbot.waitUntil(lambda: entry.accessibleName() == "Board 1", timeout=30_000)


def press(board: BoardView, key: str) -> None:
    target: QListView = board.list
    target.setFocus()
    QTest.keyClick(target, key.lower())
