"""What narrows the handoff log: dates, officer, receiver, a duty that was missed."""

from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QWidget

from minors_desk.domain.when import as_utc
from minors_desk.services.handoff_log import Wanted
from minors_desk.ui.kit.button import Button, Kind
from minors_desk.ui.kit.field import LineField
from minors_desk.ui.kit.spacing import HALF, TWO, column, flowing
from minors_desk.ui.kit.tokens import GRID, TextRole, scaled
from minors_desk.ui.kit.type import Label
from minors_desk.wording.phrases import joined

LATELY = timedelta(days=30)
"""How far back the list reaches when it is opened."""
_DAY = "yyyy-mm-dd"
_DATE, _WORDS = 15 * GRID, 22 * GRID


class HandoffFilter(QWidget):
    """One row of fields. `reaches` tells that the list has to go back to another day, `changed`
    that it is narrowed otherwise.
    """

    reaches = Signal()
    changed = Signal()

    def __init__(self, zone: ZoneInfo, today: date) -> None:
        super().__init__()
        self._zone = zone
        self.since = LineField("From", placeholder=_DAY, most=len(_DAY))
        self.until = LineField("Until", placeholder=_DAY, most=len(_DAY))
        self.officer = LineField("Officer", placeholder="name or badge", most=100)
        self.receiver = LineField("Receiver", placeholder="person or agency", most=100)
        self.duty = LineField("Duty missed", placeholder="any words of it", most=100)
        self.only_missed = Button("Duty missed", Kind.SEGMENT, "M")
        self.only_missed.setAccessibleName("Only with a duty missed")
        self.only_missed.setCheckable(True)
        self.since.set_text((today - LATELY).isoformat())
        holder, flow = flowing(TWO)
        only = QWidget()
        lines = column(only, gap=HALF)
        lines.addWidget(Label("Only", TextRole.STRONG))
        lines.addWidget(self.only_missed)
        for widget in (*self._fields(), only):
            flow.addWidget(widget)
        column(self, gap=0).addWidget(holder)
        self._fit()
        self.setFocusProxy(self.officer)
        self.since.changed.connect(self.reaches)
        for field in self._fields()[1:]:
            field.changed.connect(self.changed)
        self.only_missed.toggled.connect(self.changed)

    def begins(self) -> datetime | None:
        """The instant (UTC) that the list reaches back to; None for ever."""
        return self._day(self.since)

    def wanted(self) -> Wanted:
        """What the fields narrow the list to; a date that is none narrows nothing."""
        return Wanted(
            since=self.begins(),
            until=self._day(self.until, after=True),
            officer=self.officer.text(),
            receiver=self.receiver.text(),
            duty=self.duty.text(),
            only_missed=self.only_missed.isChecked(),
        )

    def words(self) -> str:
        """The same in words, for the record and for the head of the printed list."""
        told = [f"{one.label().lower()} {one.text()}" for one in self._fields() if one.text()]
        missed = "only with a duty missed" if self.only_missed.isChecked() else ""
        return joined(*told, missed)

    def changeEvent(self, event: QEvent) -> None:
        """Give the fields the room of another text size."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.FontChange:
            self._fit()

    def _fit(self) -> None:
        for field in self._fields():
            wide = _DATE if field in (self.since, self.until) else _WORDS
            field.setFixedWidth(scaled(wide))

    def _fields(self) -> tuple[LineField, ...]:
        return self.since, self.until, self.officer, self.receiver, self.duty

    def _day(self, field: LineField, *, after: bool = False) -> datetime | None:
        """Midnight of the day in the field (UTC); `after`: the midnight that ends it."""
        text = field.text().strip()
        field.set_error(None)
        if not text:
            return None
        try:
            day = date.fromisoformat(text) + timedelta(days=1 if after else 0)
            return as_utc(datetime.combine(day, time(), self._zone))
        except (ValueError, OverflowError):
            if len(text) == len(_DAY):
                field.set_error("Write it as 2026-11-24.")
            return None
