"""One window that shows every part of the kit in all its states, for the eye."""

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

from PySide6.QtCore import QEvent
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from minors_desk.errors import Refused
from minors_desk.ui.icons import NAMES, pixmap
from minors_desk.ui.kit.answer import Answer, AnswerField
from minors_desk.ui.kit.button import Button, Kind
from minors_desk.ui.kit.chips import Avatar, Chip
from minors_desk.ui.kit.choice import Choice, ChoiceField
from minors_desk.ui.kit.clock import CountdownClock, ElapsedClock, Ticker
from minors_desk.ui.kit.countdown import Span
from minors_desk.ui.kit.empty_state import EmptyState
from minors_desk.ui.kit.field import LineField, PassphraseField, TextField
from minors_desk.ui.kit.keys import KeyHint, KeyHints
from minors_desk.ui.kit.notice import Notice
from minors_desk.ui.kit.pad import SignaturePad
from minors_desk.ui.kit.rail import Place, Rail, rail_beside
from minors_desk.ui.kit.scroll import Scroll
from minors_desk.ui.kit.section import Card, Section
from minors_desk.ui.kit.spacing import ONE, PAGE, THREE, TWO, column, flowing, row
from minors_desk.ui.kit.time_field import TimeField
from minors_desk.ui.kit.tokens import GRID, TextRole, Tone, current, scaled
from minors_desk.ui.kit.type import Elided, Label, LongText

NOW = datetime(2026, 11, 24, 9, 12, tzinfo=UTC)
_THREE_FROM, _TWO_FROM = 1040, 620
"""Columns by the width there is, in units of the usual text size."""
_PLACES = {
    3: ((0, 0, 1, 1), (0, 1, 1, 1), (0, 2, 1, 1)),
    2: ((0, 0, 1, 1), (0, 1, 2, 1), (1, 0, 1, 1)),
    1: ((0, 0, 1, 1), (1, 0, 1, 1), (2, 0, 1, 1)),
}
"""Row, column and their spans of the three parts, by the number of columns."""
_ZONE = ZoneInfo("America/Chicago")
_NAMES = "Олена Бондар · عبد الرحمن · देवी शर्मा · ਗੁਰਪ੍ਰੀਤ · মারিয়া · אנה · ሰላም · มานี · 王小明 · Łódź"
_KEYS = (
    KeyHint("Enter", "open"),
    KeyHint("W", "welfare check"),
    KeyHint("H", "hand over"),
    KeyHint("Ctrl+F", "find"),
    KeyHint("F1", "keys"),
)


def gallery() -> QWidget:
    """The gallery at a fixed instant; nothing in it ticks, so that pictures compare."""
    rail = Rail(
        "Minors Desk",
        "Area Central · Juvenile",
        (Place("board", "Board", "board", "1"), Place("find", "Find", "search", "2")),
    )
    rail.set_current("board")
    rail.set_count("board", 5)
    rail.set_status((("check", "Saved 03:12:07"), ("person", "Ofc. D. Rivera #4471")))
    inner = _Columns()
    page = QWidget()
    page.setObjectName("page")
    lines = column(page)
    lines.addWidget(Scroll(inner), 1)
    foot = row()
    foot.setContentsMargins(THREE, 0, THREE, 12)
    foot.addWidget(KeyHints(_KEYS))
    lines.addLayout(foot)
    window = rail_beside(rail, page)
    window.setWindowTitle("Minors Desk")
    window.resize(1366, 768)
    return window


class _Columns(QWidget):
    """The three parts beside or below each other, by the room there is."""

    def __init__(self) -> None:
        super().__init__()
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(PAGE)
        self._grid.setSpacing(TWO)
        self._parts = [QWidget() for _ in range(3)]
        for part, lines in zip(self._parts, (_words(self), _fields(), _states()), strict=True):
            part.setLayout(lines)
        self._count = 0
        self._arrange(3)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Choose by the width in units of the text size."""
        super().resizeEvent(event)
        self._look()

    def changeEvent(self, event: QEvent) -> None:
        """Choose again when the text size changes."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.FontChange:
            self._look()

    def _look(self) -> None:
        width = (self.parentWidget() or self).width()
        self._arrange(3 if width >= scaled(_THREE_FROM) else 2 if width >= scaled(_TWO_FROM) else 1)

    def _arrange(self, count: int) -> None:
        if count == self._count:
            return
        self._count = count
        for part, where in zip(self._parts, _PLACES[count], strict=True):
            self._grid.addWidget(part, *where)
        for place in range(3):
            self._grid.setColumnStretch(place, 1 if place < count else 0)


def _words(parent: QWidget) -> QVBoxLayout:
    lines = column(gap=TWO)
    head = row(gap=12)
    head.addWidget(Avatar("Luis Caal Pop", 56))
    names = column(gap=2)
    names.addWidget(Label("3 h 12 min", TextRole.DISPLAY))
    names.addWidget(Elided("Luis Caal Pop, called in by the night bus driver", TextRole.TITLE))
    names.addWidget(Label("Case 26-0409 · in our custody since 01:32", tone=Tone.MUTED, wrap=True))
    head.addLayout(names, 1)
    lines.addLayout(head)
    holder, chips = flowing()
    for text, tone in (
        ("siblings 2", Tone.NEUTRAL),
        ("do not release", Tone.RED),
        ("language not established", Tone.AMBER),
        ("non-offender: never locked", Tone.GREEN),
        ("14, says so", Tone.ACCENT),
    ):
        chips.addWidget(Chip(text, tone))
    lines.addWidget(holder)
    lines.addWidget(_clocks(parent))
    section = Section("Identity", Chip("6 of 8"))
    section.add_row("Name", "Luis <img src=x> & Caal Pop", "says so")
    section.add_row("Born", "about 2012; rival: 2010-05, bus ticket", "says so / paper seen")
    section.add_row("Scripts", _NAMES)
    section.add_widget_row("Long name", LongText("أنا ماريا देवी 王小明 " * 500, most=60))
    lines.addWidget(section)
    lines.addStretch(1)
    return lines


def _clocks(parent: QWidget) -> Section:
    ticker = Ticker(lambda: NOW, parent)
    section = Section("Clocks")
    spans = (
        ("Written notice to HHS", Span(start=_ago(1454), due=_ago(14))),
        ("Welfare check", Span(start=_ago(24), due=_ago(-6), law=False)),
        ("Welfare check (station)", Span(start=_ago(50), due=_ago(20), law=False)),
        ("Tell the consulate", Span(start=_ago(31), target=_ago(-89))),
        ("Written report", Span(start=_ago(100), due=_ago(-2780))),
        ("Six-hour limit", Span(start=None)),
    )
    for title, span in spans:
        clock = CountdownClock(ticker, title)
        clock.set_span(span)
        section.add(clock)
    big = row(gap=TWO)
    for title, span in spans[1::3]:
        stacked = CountdownClock(ticker, title, stacked=True)
        stacked.set_span(span)
        big.addWidget(stacked)
    section.body.addLayout(big)
    section.add(ElapsedClock(ticker, _ago(192)))
    return section


def _fields() -> QVBoxLayout:
    lines = column(gap=TWO)
    name = LineField("How she is called", "Exactly as she says it", "not known")
    wrong = LineField("Badge number")
    wrong.set_text("44-71")
    wrong.set_error("This is not a badge number. Write digits only.")
    empty = TimeField("When it happened", _now, _ZONE)
    told = TimeField("When we were told", _now, _ZONE)
    told.set_text("about 23:40")
    bad = TimeField("When it ended", _now, _ZONE)
    bad.set_text("15:40")
    legal = ChoiceField(
        "Legal class",
        (
            Choice("non_offender", "Non-offender", "Charged with nothing; never in a locked room."),
            Choice("status", "Status offender", "Only because of age, such as running away."),
        ),
    )
    legal.set_value("non_offender")
    sex = ChoiceField("Sex as seen", tuple(Choice(w, w) for w in ("girl", "boy", "not clear")))
    sex.set_value("girl")
    born = AnswerField("Nationality")
    refused = AnswerField("Mother's name")
    refused.set_answer(Answer("refused"))
    secret = PassphraseField("Passphrase")
    secret.set_text("not a real one")
    note = TextField("What was seen", rows=2)
    off = LineField("Not to be changed")
    off.set_text("26-0409")
    off.setEnabled(False)
    for field in (name, empty, told, bad, legal, sex, born, refused, wrong, secret, note, off):
        lines.addWidget(field)
    lines.addStretch(1)
    return lines


def _states() -> QVBoxLayout:
    lines = column(gap=TWO)
    lines.addWidget(_buttons())
    holder = QWidget()
    notices = column(holder, gap=TWO)
    lines.addWidget(holder)
    refusal = Notice(holder)
    notices.addWidget(refusal)
    refusal.show_error(
        Refused(
            "The child cannot be handed over yet",
            "Do what is listed, then hand over again",
            code="release",
            missing=("receiver_checked", "officer_signed"),
        ),
        lambda code: code.replace("_", " "),
    )
    saved = Notice(holder)
    notices.addWidget(saved)
    saved.show_words(Tone.GREEN, "The receipt was printed", "Give the white copy to the receiver")
    late = Notice(holder)
    notices.addWidget(late)
    late.show_words(Tone.AMBER, "This is written down late", "Choose why")
    lines.addWidget(
        Card("Welfare check", "every 30 min · station rule, not law", Tone.AMBER, "Log it", "W")
    )
    lines.addWidget(Card("Written notice to HHS", "22 USC 7105 · 24 h", Tone.RED, "Write", "T"))
    lines.addWidget(Card("HHS notice", "only if an indicator is seen"))
    ticks = iter(range(0, 90_000, 16))
    pad = SignaturePad("Receiver: Ana Ruiz, DCFS", lambda: next(ticks))
    pad.set_binding(bytes(32))
    lines.addWidget(pad)
    waiting = SignaturePad("Officer: D. Rivera #4471")
    lines.addWidget(waiting)
    icons, flow = flowing()
    for name in NAMES:
        picture = Label()
        picture.setAccessibleName(name)
        picture.setPixmap(pixmap(name, current().text, scaled(3 * GRID), 1.0))
        flow.addWidget(picture)
    lines.addWidget(icons)
    action = Button("New encounter", Kind.PRIMARY, "Ctrl+N", "plus")
    lines.addWidget(EmptyState("No child is in our custody", "All is quiet.", action))
    lines.addStretch(1)
    return lines


def _buttons() -> QWidget:
    holder, flow = flowing(ONE)
    busy = Button("Save", Kind.PRIMARY)
    busy.set_busy(True)
    off = Button("Shift & brief", Kind.SECONDARY, "Ctrl+B")
    off.setEnabled(False)
    for button in (
        Button("New encounter", Kind.PRIMARY, "Ctrl+N"),
        Button("Shift & brief", Kind.SECONDARY, "Ctrl+B"),
        Button("Log it", Kind.PLAIN, "W"),
        Button("Print", Kind.SECONDARY, "P", "print"),
        busy,
        off,
    ):
        flow.addWidget(button)
    return holder


def _now() -> datetime:
    return NOW


def _ago(minutes: int) -> datetime:
    return NOW - timedelta(minutes=minutes)
