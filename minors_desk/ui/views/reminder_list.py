"""Next tries and promises on the case page: each with its countdown and what calls again."""

from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from minors_desk.domain.case import Case
from minors_desk.domain.reminders import Reminder, reminders
from minors_desk.ui.kit.clock import CountdownClock, Ticker
from minors_desk.ui.kit.countdown import Span
from minors_desk.ui.kit.section import Card
from minors_desk.ui.kit.spacing import ONE, clear, column
from minors_desk.ui.kit.tokens import TextRole, Tone
from minors_desk.ui.kit.type import Label
from minors_desk.wording.codes import word
from minors_desk.wording.phrases import joined
from minors_desk.wording.reminders import reminder_words
from minors_desk.wording.times import clock_time

KEY = "Shift+C"
"""Of the first card; it calls whom the most pressing reminder is about."""


class ReminderCard(Card):
    """One reminder; amber once it is due, never red, for no law is broken by it."""

    def __init__(self, reminder: Reminder, ticker: Ticker, zone: str, key: str) -> None:
        number = reminder.params.get("number", "")
        purpose = word("contact_purpose", reminder.params["purpose"])
        super().__init__(
            reminder_words(reminder), joined(purpose, number), Tone.NEUTRAL, "Call again", key
        )
        self.reminder = reminder
        self._countdown = CountdownClock(ticker, f"at {clock_time(reminder.due, zone)}")
        self._countdown.set_span(Span(start=None, due=reminder.due, reminder=True))
        self.body.insertWidget(1, self._countdown)
        ticker.ticked.connect(self.refresh)
        self.refresh()

    def refresh(self) -> None:
        """Give the edge the tone of the clock."""
        reading = self._countdown.reading()
        if reading is not None:
            self.set_tone(reading.tone)


class ReminderList(QWidget):
    """The cards, earliest first; hidden while there are none.

    `again` carries the entry of the attempt whose party is to be called again.
    """

    again = Signal(object)

    def __init__(self, ticker: Ticker, zone: str) -> None:
        super().__init__()
        self._ticker, self._zone = ticker, zone
        self.cards: list[ReminderCard] = []
        lines = column(self, gap=ONE)
        self._title = Label("To call again", TextRole.HEADING)
        lines.addWidget(self._title)
        self._lines = column(gap=ONE)
        lines.addLayout(self._lines)
        self.hide()

    def show_case(self, case: Case) -> None:
        """Show the reminders of a case."""
        clear(self._lines)
        self.cards = [
            ReminderCard(one, self._ticker, self._zone, "" if place else KEY)
            for place, one in enumerate(reminders(case))
        ]
        for card in self.cards:
            card.pressed.connect(lambda entry_id=card.reminder.entry_id: self._tell(entry_id))
            self._lines.addWidget(card)
        self._title.setAccessibleName(f"To call again: {len(self.cards)}")
        self.setVisible(bool(self.cards))

    def _tell(self, entry_id: UUID) -> None:
        self.again.emit(entry_id)
