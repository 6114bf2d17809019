"""Fields and pad: times as officers type them, answers that are no value, bound signatures."""

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from minors_desk.ui.kit.answer import Answer, AnswerField
from minors_desk.ui.kit.choice import Choice, ChoiceField
from minors_desk.ui.kit.field import LineField, PassphraseField, TextField, first_wrong
from minors_desk.ui.kit.pad import BOX, CHANGED, MOST_STROKES, SignaturePad
from minors_desk.ui.kit.time_field import TimeField
from minors_desk.ui.kit.typed_time import Unreadable, meaning, now_words, parse, written

CHICAGO = ZoneInfo("America/Chicago")
NOW = datetime(2026, 11, 24, 9, 12, 40, tzinfo=UTC)  # 03:12:40 at the station
AFTER_FALL = datetime(2026, 11, 1, 12, 0, tzinfo=UTC)


@pytest.mark.parametrize(
    ("text", "local", "precision"),
    [
        ("03:12", "2026-11-24 03:12", "minute"),
        ("0312", "2026-11-24 03:12", "minute"),
        ("312", "2026-11-24 03:12", "minute"),
        ("now 03:12", "2026-11-24 03:12", "minute"),
        (" About 3:05 ", "2026-11-24 03:05", "about"),
        ("~0300", "2026-11-24 03:00", "about"),
        ("23:40", "2026-11-23 23:40", "minute"),
        ("yesterday 23:40", "2026-11-23 23:40", "minute"),
        ("2026-11-20 07:00", "2026-11-20 07:00", "minute"),
        ("20 Nov, 07:00", "2026-11-20 07:00", "minute"),
        ("20 november 2025 0700", "2025-11-20 07:00", "minute"),
        ("today 00:00", "2026-11-24 00:00", "minute"),
    ],
)
def test_times_are_read_as_typed(text: str, local: str, precision: str) -> None:
    typed = parse(text, NOW, CHICAGO)
    assert f"{typed.instant.astimezone(CHICAGO):%Y-%m-%d %H:%M}" == local
    assert typed.precision == precision


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("soon", "not a time"),
        ("24:00", "no such hour"),
        ("03:60", "no such hour"),
        ("15:40", "yesterday 15:40"),
        ("tomorrow 03:00", "not come yet"),
        ("2026-11-31 03:00", "no such day"),
        ("31 feb 03:00", "no such day"),
        ("tuesday 03:00", "not clear"),
        ("11/24 03:00", "not clear"),
        ("03:12 PST", "CST"),
    ],
)
def test_what_cannot_be_read_is_said(text: str, says: str) -> None:
    with pytest.raises(Unreadable, match=says):
        parse(text, NOW, CHICAGO)


def test_times_to_come_only_where_they_belong() -> None:
    with pytest.raises(Unreadable):
        parse("04:10", NOW, CHICAGO)
    assert parse("04:10", NOW, CHICAGO, future=True).instant == datetime(
        2026, 11, 24, 10, 10, tzinfo=UTC
    )


def test_the_hour_that_comes_twice_must_be_named() -> None:
    with pytest.raises(Unreadable, match="01:30 CDT or 01:30 CST"):
        parse("01:30", AFTER_FALL, CHICAGO)
    summer = parse("01:30 CDT", AFTER_FALL, CHICAGO).instant
    winter = parse("01:30 cst", AFTER_FALL, CHICAGO).instant
    assert winter - summer == timedelta(hours=1)
    twice = datetime(2026, 11, 1, 7, 30, tzinfo=UTC)
    assert parse(now_words(twice, CHICAGO), twice, CHICAGO).instant == twice


def test_the_hour_that_does_not_come_is_refused() -> None:
    spring = datetime(2026, 3, 8, 12, 0, tzinfo=UTC)
    with pytest.raises(Unreadable, match="put forward"):
        parse("02:30", spring, CHICAGO)


@given(
    st.datetimes(datetime(2020, 1, 1), datetime(2026, 11, 24)),
    st.sampled_from(["America/Chicago", "America/Phoenix", "America/St_Johns", "America/Regina"]),
)
def test_what_is_written_is_read_back(moment: datetime, name: str) -> None:
    zone = ZoneInfo(name)
    instant = moment.replace(tzinfo=UTC, second=0, microsecond=0)
    assert parse(written(instant, zone), NOW, zone).instant == instant
    assert parse(now_words(instant, zone), instant, zone).instant == instant


def test_the_meaning_names_day_zone_and_distance() -> None:
    typed = parse("about 23:40", NOW, CHICAGO)
    assert meaning(typed, NOW, CHICAGO) == "about Mon 23 Nov 2026, 23:40 CST · 3 h 32 min ago"


def _time_field(qtbot: QtBot) -> tuple[TimeField, QLineEdit]:
    field = TimeField("When", lambda: NOW, CHICAGO)
    qtbot.addWidget(field)
    field.show()
    edit = field.findChild(QLineEdit)
    assert edit is not None
    return field, edit


def test_a_time_field_is_empty_until_n_writes_now(qtbot: QtBot) -> None:
    field, edit = _time_field(qtbot)
    assert field.is_empty() and field.value() is None
    qtbot.keyClick(edit, Qt.Key.Key_N)
    assert field.text() == "now 03:12"
    value = field.value()
    assert value is not None
    assert value.instant == datetime(2026, 11, 24, 9, 12, tzinfo=UTC)
    assert field.error() == ""
    field.button_about().click()
    assert field.value().precision == "about"  # type: ignore[union-attr]


def test_a_wrong_time_is_told_in_place_and_stays(qtbot: QtBot) -> None:
    field, edit = _time_field(qtbot)
    qtbot.keyClicks(edit, "20 Nov")
    assert field.text() == "20 Nov"
    assert "not a time" in field.error()
    assert field.value() is None
    field.set_value(NOW, "about")
    assert field.value() is not None and field.error() == ""
    field.set_text("")
    assert field.error() == ""


def test_answers_that_are_no_value(qtbot: QtBot) -> None:
    field = AnswerField("Nationality")
    qtbot.addWidget(field)
    field.show()
    assert field.answer() is None and field.is_empty()
    qtbot.mouseClick(field.offer("refused"), Qt.MouseButton.LeftButton)
    assert field.answer() == Answer("refused")
    field.set_answer(Answer("given", " Guatemala"))
    assert field.answer() == Answer("given", " Guatemala")
    field.set_answer(None)
    assert field.is_empty()


def test_nothing_is_chosen_until_somebody_chooses(qtbot: QtBot) -> None:
    explained = ChoiceField("Class", (Choice("a", "A", "what A means"), Choice("b", "B")))
    plain = ChoiceField("Sex", (Choice("girl", "girl"), Choice("boy", "boy")))
    for field, value in ((explained, "b"), (plain, "boy")):
        qtbot.addWidget(field)
        field.show()
        assert field.value() is None
        field.set_error("Choose one.")
        with qtbot.waitSignal(field.changed):
            qtbot.keyClick(field.button(value), Qt.Key.Key_Space)
        assert field.value() == value and field.error() == ""
        field.set_value(None)
        assert field.is_empty()


def test_arrows_move_in_a_choice(qtbot: QtBot) -> None:
    field = ChoiceField("Sex", (Choice("girl", "girl"), Choice("boy", "boy")))
    qtbot.addWidget(field)
    field.show()
    field.activateWindow()
    qtbot.waitUntil(field.isActiveWindow)
    field.set_value("girl")
    field.button("girl").setFocus()
    qtbot.keyClick(field.button("girl"), Qt.Key.Key_Right)
    assert field.value() == "boy"


def test_text_is_kept_exactly(qtbot: QtBot) -> None:
    name, note = LineField("Name"), TextField("Note", most=20)
    qtbot.addWidget(name)
    qtbot.addWidget(note)
    name.set_text("  Ana <b> ")
    assert name.text() == "  Ana <b> "
    note.set_text("two\nlines")
    assert note.text() == "two\nlines" and note.error() == ""
    note.set_text("x" * 25)
    assert note.error().startswith("This is 5 characters too long")
    assert len(note.text()) == 25


def test_the_first_wrong_field_gets_the_focus(qtbot: QtBot) -> None:
    first, second = LineField("First"), LineField("Second")
    qtbot.addWidget(first)
    qtbot.addWidget(second)
    found = first_wrong([(first, lambda: None), (second, lambda: "Write it.")])
    assert found is second
    assert second.error() == "Write it." and first.error() == ""


def test_caps_lock_is_noticed(qtbot: QtBot) -> None:
    field = PassphraseField("Passphrase")
    qtbot.addWidget(field)
    field.show()
    edit = field.findChild(QLineEdit)
    assert edit is not None and edit.echoMode() is QLineEdit.EchoMode.Password
    qtbot.keyClick(edit, "A", Qt.KeyboardModifier.NoModifier)
    assert field.caps_shown()
    qtbot.keyClick(edit, "a", Qt.KeyboardModifier.NoModifier)
    assert not field.caps_shown()


def _draw(qtbot: QtBot, pad: SignaturePad) -> None:
    surface = pad.surface
    qtbot.mousePress(surface, Qt.MouseButton.LeftButton, pos=QPoint(20, 40))
    for x in range(25, 200, 5):
        qtbot.mouseMove(surface, QPoint(x, 40 + x % 17))
    qtbot.mouseRelease(surface, Qt.MouseButton.LeftButton, pos=QPoint(200, 40))


def _pad(qtbot: QtBot) -> SignaturePad:
    ticks = iter(range(100, 10**6, 8))
    pad = SignaturePad("Receiver", lambda: next(ticks))
    qtbot.addWidget(pad)
    pad.resize(400, 200)
    pad.show()
    return pad


def test_nothing_is_signed_before_there_is_something_to_sign(qtbot: QtBot) -> None:
    pad = _pad(qtbot)
    _draw(qtbot, pad)
    assert pad.strokes() == () and not pad.is_signed()


def test_strokes_are_whole_numbers_in_the_box(qtbot: QtBot) -> None:
    pad = _pad(qtbot)
    pad.set_binding(b"a" * 32)
    _draw(qtbot, pad)
    assert pad.is_signed()
    points = [point for stroke in pad.strokes() for point in stroke]
    assert len(points) > 20
    assert all(isinstance(part, int) for point in points for part in point)
    assert all(0 <= x <= BOX and 0 <= y <= BOX for x, y, _ in points)
    times = [ms for _, _, ms in points]
    assert times[0] == 0 and times == sorted(times)
    assert "Signed" in pad.state()


def test_a_changed_value_empties_the_pad_and_says_why(qtbot: QtBot) -> None:
    pad = _pad(qtbot)
    pad.set_binding(b"a" * 32)
    _draw(qtbot, pad)
    pad.set_binding(b"a" * 32)
    assert pad.is_signed()
    pad.set_binding(b"b" * 32)
    assert pad.strokes() == () and not pad.is_signed()
    assert pad.state() == CHANGED
    assert pad.binding() == b"b" * 32
    _draw(qtbot, pad)
    pad.clear()
    assert pad.strokes() == ()
    pad.set_binding(b"")
    assert not pad.surface.isEnabled()


def test_a_dot_is_no_signature(qtbot: QtBot) -> None:
    pad = _pad(qtbot)
    pad.set_binding(b"a" * 32)
    qtbot.mouseClick(pad.surface, Qt.MouseButton.LeftButton)
    assert len(pad.strokes()) == 1 and not pad.is_signed()


def test_a_pad_has_a_bound(qtbot: QtBot) -> None:
    pad = _pad(qtbot)
    pad.set_binding(b"a" * 32)
    for _ in range(MOST_STROKES + 5):
        qtbot.mouseClick(pad.surface, Qt.MouseButton.LeftButton)
    assert len(pad.strokes()) == MOST_STROKES
    assert "full" in pad.state()
