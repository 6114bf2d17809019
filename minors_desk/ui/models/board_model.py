"""The rows of the board: cards of cases under the headings of their sections, ticking by sum."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import Enum
from uuid import UUID

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from minors_desk.domain.board import Card, CardClock
from minors_desk.services.cases import Board
from minors_desk.ui.kit.countdown import Reading, Span, elapsed_words, read
from minors_desk.ui.kit.tokens import Tone
from minors_desk.wording.codes import word
from minors_desk.wording.phrases import joined, lock_words
from minors_desk.wording.sentences import card_title
from minors_desk.wording.times import age_words, clock_time

ROW_ROLE = int(Qt.ItemDataRole.UserRole)
_DISPLAY, _ACCESSIBLE = 0, int(Qt.ItemDataRole.AccessibleTextRole)
Index = QModelIndex | QPersistentModelIndex
_NONE = QModelIndex()


class Part(Enum):
    """Which section of the board a card stands in."""

    IN_CUSTODY = "In our custody now"
    MET = "Met, not in custody"
    STILL_OWED = "Handed over, still owed"
    LATELY = "Handed over lately"


@dataclass(frozen=True, slots=True)
class Heading:
    """The line above a section; `note` is small behind it."""

    title: str
    note: str = ""


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
    locked: bool = False

    @property
    def tone(self) -> Tone:
        """The tone of its most urgent clock; green needs no edge."""
        tone = self.reading.tone if self.reading is not None else Tone.NEUTRAL
        return tone if tone in (Tone.RED, Tone.AMBER) else Tone.NEUTRAL

    def spoken(self) -> str:
        """The whole row as a sentence, for a screen reader."""
        clock = f"{self.clock_title} {self.reading.words}" if self.reading else "nothing owed"
        more = f"{self.more} more owed" if self.more else ""
        found = f"{self.card.findings} findings" if self.card.findings else ""
        return ". ".join(t for t in (*self.name, *self.place, *self.time, clock, more, found) if t)


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
        """Headings are not chosen."""
        if isinstance(self._rows[index.row()], Heading):
            return Qt.ItemFlag.ItemIsEnabled
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
        if part is Part.IN_CUSTODY:
            if not cards:
                self._rows.append(Heading("", "No child is in our custody."))
        elif cards:
            self._rows.append(Heading(part.value, str(len(cards))))
        self._rows += [made(card, part, now, self._zone) for card in cards]


def made(card: Card, part: Part, now: datetime, zone: str) -> Row:
    """The row of a card at an instant (UTC)."""
    first = card.open_clocks[0] if card.open_clocks else None
    legal = word("legal_class", card.legal_class) if card.class_given else "class not chosen"
    return Row(
        card=card,
        part=part,
        name=(_titled(card), joined(card.number, legal)),
        place=_where(card),
        time=_lasted(card, part, now, zone),
        clock_title=first.title if first is not None else "",
        reading=None if first is None else read(span_of(first), now),
        more=max(0, len(card.open_clocks) - 1),
        locked=card.secure and part is Part.IN_CUSTODY,
    )


def span_of(clock: CardClock) -> Span:
    """What the clock of a card runs between; only a verified rule of law may turn red."""
    return Span(
        start=clock.start if clock.start_known else None,
        due=clock.due,
        target=clock.target_at,
        law=clock.may_be_red,
    )


def _titled(card: Card) -> str:
    title = card_title(card)
    if card.name is None or card.age_low is None or card.age_high is None:
        return title
    return f"{title}, about {age_words(card.age_low, card.age_high)}"


def _where(card: Card) -> tuple[str, str]:
    if card.state == "handed_over":
        return card.receiver or "receiver not named", "has custody"
    if card.state == "met":
        return card.place, "custody not begun"
    return card.room or card.place, joined(lock_words(card.secure), card.watched_by)


def _lasted(card: Card, part: Part, now: datetime, zone: str) -> tuple[str, str]:
    if part is Part.IN_CUSTODY and card.custody_start is not None:
        return elapsed_words(card.custody_start, now), "in custody"
    if part is Part.MET and card.met_at is not None:
        return elapsed_words(card.met_at, now), "since we met"
    if card.custody_end is not None:
        return elapsed_words(card.custody_end, now), f"since {clock_time(card.custody_end, zone)}"
    return "", ""
