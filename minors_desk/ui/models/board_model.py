"""The rows of the board: cards of cases under the headings of their sections, ticking by sum."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import Enum
from uuid import UUID

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from minors_desk.domain.board import Card, CardClock
from minors_desk.services.cases import Board
from minors_desk.ui.kit.countdown import (
    UNVERIFIED_LATE,
    Reading,
    Span,
    elapsed_words,
    presses,
    read,
)
from minors_desk.ui.kit.tokens import Tone
from minors_desk.wording.cards import (
    IN_CUSTODY_NOW,
    MET_ONLY,
    MISSING_NOW,
    OWED_STILL,
    finding_count,
    spoken,
    titled,
    together,
    where,
)
from minors_desk.wording.codes import word
from minors_desk.wording.phrases import joined
from minors_desk.wording.reminders import reminder_words
from minors_desk.wording.times import clock_time

ROW_ROLE = int(Qt.ItemDataRole.UserRole)
_DISPLAY, _ACCESSIBLE = 0, int(Qt.ItemDataRole.AccessibleTextRole)
Index = QModelIndex | QPersistentModelIndex
_NONE = QModelIndex()


class Part(Enum):
    """Which section of the board a card stands in."""

    MISSING = MISSING_NOW
    IN_CUSTODY = IN_CUSTODY_NOW
    MET = MET_ONLY
    STILL_OWED = OWED_STILL
    LATELY = "Handed over or ended lately"


@dataclass(frozen=True, slots=True)
class Heading:
    """The line above a section; `note` is small behind it, and an alarm has the sign of one.

    An alarm is amber: red is for a verified rule with a due instant (CONTRACT 4.2).
    """

    title: str
    note: str = ""
    alarm: bool = False


@dataclass(frozen=True, slots=True)
class Mark:
    """A sign before the second line of a place: its icon, and the tone of both."""

    icon: str
    tone: Tone


LOCKED, MISSING, ON_THE_WAY = (
    Mark("lock", Tone.AMBER),
    Mark("warning", Tone.AMBER),
    Mark("car", Tone.ACCENT),
)


@dataclass(frozen=True, slots=True)
class Remark:
    """A chip at the right end of a row; ``short`` where there is no room for its words."""

    words: str
    short: str
    tone: Tone = Tone.NEUTRAL
    icon: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One card as it is painted now: two lines in each place, one clock."""

    card: Card
    part: Part
    name: tuple[str, str]
    place: tuple[str, str]
    time: tuple[str, str]
    clock_title: str = ""
    reading: Reading | None = None
    more: int = 0
    reminds: bool = False
    """Whether the clock is of a next try or a promise: no duty is soon or late."""
    mark: Mark | None = None
    remarks: tuple[Remark, ...] = ()
    passed: bool = False
    """Whether a limit of the law is passed, though an earlier clock may stand in front of it."""

    @property
    def tone(self) -> Tone:
        """The tone of its most urgent clock; green needs no edge, and a missing child has one."""
        tone = self.reading.tone if self.reading is not None else Tone.NEUTRAL
        if self.passed:
            return Tone.RED
        if tone in (Tone.RED, Tone.AMBER):
            return tone
        return Tone.AMBER if self.part is Part.MISSING else Tone.NEUTRAL

    def spoken(self) -> str:
        """The whole row as a sentence, for a screen reader."""
        clock = f"{self.clock_title} {self.reading.words}" if self.reading else "nothing owed"
        more = f"{self.more} more owed" if self.more else ""
        remarks = (one.words for one in self.remarks)
        said = (*self.name, *self.place, *self.time, clock, more, *remarks)
        return ". ".join(text for text in said if text)


class BoardModel(QAbstractListModel):
    """Headings and cards in one list. `tick` computes again from the instants that cards hold."""

    def __init__(
        self, now: Callable[[], datetime], zone: str, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._now, self._zone = now, zone
        self._rows: list[Heading | Row] = []

    def show(self, board: Board) -> None:
        """Show another reading of the board."""
        now = self._now()
        self.beginResetModel()
        self._rows = []
        for part, cards in (
            (Part.MISSING, board.missing),
            (Part.IN_CUSTODY, board.in_custody),
            (Part.MET, board.met),
            (Part.STILL_OWED, board.still_owed),
            (Part.LATELY, board.handed_over),
        ):
            self._section(part, cards, now)
        self.endResetModel()

    def tick(self) -> None:
        """Let time go on; only rows whose words changed are painted again."""
        now = self._now()
        for place, row in enumerate(self._rows):
            if isinstance(row, Row):
                fresh = made(row.card, row.part, now, self._zone)
                if fresh != row:
                    self._rows[place] = fresh
                    index = self.index(place)
                    self.dataChanged.emit(index, index)

    def rowCount(self, parent: Index = _NONE) -> int:
        """How many lines there are."""
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: Index, role: int = _DISPLAY) -> object:
        """The row itself, or its words."""
        row = self._rows[index.row()]
        if role == ROW_ROLE:
            return row
        if role != _DISPLAY and role != _ACCESSIBLE:
            return None
        return row.title if isinstance(row, Heading) else row.spoken()

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Headings are not chosen, and arrows pass over them."""
        if isinstance(self._rows[index.row()], Heading):
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable

    def row_at(self, place: int) -> Row | None:
        """The card at a place; None for a heading or no place."""
        found = self._rows[place] if 0 <= place < len(self._rows) else None
        return found if isinstance(found, Row) else None

    def place_of(self, case_id: UUID | None) -> int:
        """Where a case stands, else the first card, else -1."""
        cards = [(p, row) for p, row in enumerate(self._rows) if isinstance(row, Row)]
        for place, row in cards:
            if row.card.case_id == case_id:
                return place
        return cards[0][0] if cards else -1

    def rows(self) -> list[Row]:
        """All cards, from the top."""
        return [row for row in self._rows if isinstance(row, Row)]

    def _section(self, part: Part, cards: Sequence[Card], now: datetime) -> None:
        """The page's own title heads those in our custody, unless others stand above them."""
        if part is Part.IN_CUSTODY and not cards:
            self._rows.append(Heading("", "No child is in our custody."))
        elif cards and (self._rows or part is not Part.IN_CUSTODY):
            self._rows.append(Heading(part.value, str(len(cards)), part is Part.MISSING))
        self._rows += [made(card, part, now, self._zone) for card in cards]


def made(card: Card, part: Part, now: datetime, zone: str) -> Row:
    """The row of a card at an instant (UTC)."""
    title, reading, reminds = _next(card, now)
    waiting = len(card.open_clocks) + len(card.reminders)
    legal = word("legal_class", card.legal_class) if card.class_given else "class not chosen"
    return Row(
        card=card,
        part=part,
        name=(titled(card), joined(card.number, spoken(card), legal)),
        place=where(card),
        time=_lasted(card, part, now, zone),
        clock_title=title,
        reading=reading,
        more=max(0, waiting - 1),
        reminds=reminds,
        mark=_mark(card),
        remarks=_remarks(card, now),
        passed=any(
            one.may_be_red and one.due is not None and one.due < now for one in card.open_clocks
        ),
    )


def span_of(clock: CardClock) -> Span:
    """What the clock of a card runs between; only a verified rule of law may turn red."""
    span = Span(
        start=clock.start if clock.start_known else None,
        due=clock.due,
        target=clock.target_at,
        law=clock.may_be_red,
    )
    return span if not clock.is_law else span.saying(UNVERIFIED_LATE)


def _next(card: Card, now: datetime) -> tuple[str, Reading | None, bool]:
    """Title and clock of what comes next, and whether it is a reminder.

    A reminder stands in the place of a duty only while that duty is neither soon nor late.
    """
    duty = card.open_clocks[0] if card.open_clocks else None
    reading = None if duty is None else read(span_of(duty), now)
    reminder = card.reminders[0] if card.reminders else None
    if reminder is not None and (duty is None or _waits(duty, reminder.due, now)):
        span = Span(start=None, due=reminder.due, reminder=True)
        return reminder_words(reminder), read(span, now), True
    return ("" if duty is None else duty.title), reading, False


def _waits(duty: CardClock, before: datetime, now: datetime) -> bool:
    """Whether a duty does not press, and is not due before that instant."""
    return not presses(span_of(duty), now) and (duty.due is None or duty.due > before)


def _remarks(card: Card, now: datetime) -> tuple[Remark, ...]:
    """What must be seen from across the room, the gravest first."""
    found = []
    if card.no_reason_by(now):
        found.append(Remark("late: say why", "?", Tone.RED, "warning"))
    if card.do_not_contact:
        found.append(Remark("do not contact", "!", Tone.AMBER, "person"))
    if card.findings:
        words = finding_count(card.findings)
        found.append(Remark(words, str(card.findings), Tone.AMBER, "warning"))
    if card.age_disputed:
        found.append(Remark("age disputed", "18?", Tone.AMBER, "warning"))
    if card.companions:
        found.append(Remark(together(card), f"+{card.companions}"))
    return tuple(found)


def _mark(card: Card) -> Mark | None:
    if card.state == "missing":
        return MISSING
    if card.secure:
        return LOCKED
    return ON_THE_WAY if card.in_transit else None


def _lasted(card: Card, part: Part, now: datetime, zone: str) -> tuple[str, str]:
    if part is Part.MISSING and card.missing_since is not None:
        return _since(card.missing_since, now, zone)
    if part is Part.IN_CUSTODY and card.custody_start is not None:
        return elapsed_words(card.custody_start, now), "in custody"
    if part is Part.MET and card.met_at is not None:
        return elapsed_words(card.met_at, now), "since we met"
    if card.custody_end is not None:
        return _since(card.custody_end, now, zone)
    return "", ""


def _since(moment: datetime, now: datetime, zone: str) -> tuple[str, str]:
    return elapsed_words(moment, now), f"since {clock_time(moment, zone)}"
