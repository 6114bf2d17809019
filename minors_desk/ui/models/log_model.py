"""The log of a case as rows for a list: newest first, late, amended and withdrawn ones marked."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, Qt

from minors_desk.domain.alter import Amended
from minors_desk.domain.bodies import Body
from minors_desk.domain.case import LogLine
from minors_desk.domain.entries import Entry
from minors_desk.domain.station import Person
from minors_desk.domain.when import in_zone
from minors_desk.ui.kit.text import capped
from minors_desk.ui.kit.tokens import Tone
from minors_desk.wording.codes import word
from minors_desk.wording.phrases import joined
from minors_desk.wording.sentences import heading, sentence
from minors_desk.wording.times import clock_time

LOG_ROLE = Qt.ItemDataRole.UserRole
MOST = 240
"""Characters of a text that a row shows; Enter shows all of it."""
Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True, slots=True)
class Block:
    """One paragraph of a row; `struck` for what counts no longer."""

    text: str
    tone: Tone = Tone.NEUTRAL
    struck: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class LogRow:
    """One line of the log as it is shown; `day` only where it differs from the row above."""

    entry_id: UUID
    time: str
    day: str
    heading: str
    blocks: tuple[Block, ...]
    counts: bool

    def spoken(self) -> str:
        """The row in one sentence, for a screen reader."""
        texts = (
            f"withdrawn: {block.text}" if block.struck else block.text for block in self.blocks
        )
        return joined(self.day, self.time, self.heading, *texts)


def log_rows(
    log: Sequence[LogLine], authors: Mapping[bytes, Person], zone: str
) -> tuple[LogRow, ...]:
    """The rows of a log in fold order, newest first."""
    rows: list[LogRow] = []
    above = ""
    for line in reversed(log):
        body = _shown(line)
        moment = body.occurred_at if isinstance(body, Body) else line.entry.recorded_at
        local = in_zone(moment, zone)
        day = f"{local.day} {local:%b}"
        rows.append(
            LogRow(
                entry_id=line.entry.id,
                time=_time(body, clock_time(moment, zone)),
                day=day if day != above else "",
                heading=heading(line.entry),
                blocks=(*_texts(line), *_marks(line, authors, zone)),
                counts=line.counts is not None,
            )
        )
        above = day
    return tuple(rows)


class LogModel(QAbstractListModel):
    """Holds `LogRow`s; Qt's display role is the spoken sentence."""

    def __init__(self) -> None:
        super().__init__()
        self._rows: tuple[LogRow, ...] = ()

    def show_rows(self, rows: tuple[LogRow, ...]) -> None:
        """Show other rows."""
        if rows == self._rows:
            return
        self.beginResetModel()
        self._rows = rows
        self.endResetModel()

    def row_of(self, entry_id: UUID) -> int | None:
        """The place of an entry, None when it is not here."""
        places = (place for place, row in enumerate(self._rows) if row.entry_id == entry_id)
        return next(places, None)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        """How many rows there are."""
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """The row itself, or its spoken sentence."""
        if not index.isValid() or index.row() >= len(self._rows):
            return None
        row = self._rows[index.row()]
        if role == LOG_ROLE:
            return row
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return row.spoken()
        return None


def who_wrote(entry: Entry, authors: Mapping[bytes, Person]) -> str:
    """Name and badge of the author, or that the key is not known."""
    author = authors.get(entry.chain)
    if author is None:
        return "author not known"
    return f"{author.name} {author.badge}".strip()


def _shown(line: LogLine) -> object:
    """The body a row speaks of: what counts now, or when withdrawn what was written."""
    return line.counts if line.counts is not None else line.entry.body


def _time(body: object, clock: str) -> str:
    precision = body.precision if isinstance(body, Body) else "minute"
    if precision in ("minute", "about"):
        return f"~{clock}" if precision == "about" else clock
    return "?"


def _texts(line: LogLine) -> list[Block]:
    written = capped(sentence(line.entry.body), MOST)
    if line.altered_by is None:
        return [Block(written)]
    old = Block(written, Tone.MUTED, struck=True)
    if line.counts is None:
        return [old]
    return [Block(capped(sentence(line.counts), MOST)), old]


def _marks(line: LogLine, authors: Mapping[bytes, Person], zone: str) -> list[Block]:
    """Author and second person; then what makes the line special, each in its tone."""
    entry, body = line.entry, line.entry.body
    second = body.done_by if isinstance(body, Body) else None
    by = who_wrote(entry, authors)
    if second is not None:
        how = word("how_second", second.how)
        by = f"{second.name} {second.badge}".strip() + f" ({how}) · written by {by}"
    marks = [Block(capped(by, MOST), Tone.MUTED)]
    if isinstance(body, Body) and body.late_because is not None:
        at = clock_time(entry.recorded_at, zone)
        marks.append(Block(f"Late, written {at}: {word('late', body.late_because)}", Tone.AMBER))
    change = line.altered_by
    if change is not None:
        what = "Amended" if isinstance(change.body, Amended) else "Withdrawn"
        at, who = clock_time(change.recorded_at, zone), who_wrote(change, authors)
        reason = capped(sentence(change.body), MOST)
        marks.append(Block(f"{what} {at}, {who}: {reason}", Tone.AMBER))
    return marks
