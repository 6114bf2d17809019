"""What a case reminds of, on its page: each with its countdown and the one button that does it."""

from datetime import timedelta

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from minors_desk.domain.case import Case
from minors_desk.domain.reminders import Reminder, is_call, reminders
from minors_desk.ui.kit.clock import CountdownClock, Ticker
from minors_desk.ui.kit.countdown import SOON_MINUTES, Span
from minors_desk.ui.kit.section import Card
from minors_desk.ui.kit.spacing import ONE, clear, column
from minors_desk.ui.kit.tokens import TextRole, Tone
from minors_desk.ui.kit.type import Label
from minors_desk.wording.codes import word
from minors_desk.wording.phrases import joined
from minors_desk.wording.reminders import reminder_words
from minors_desk.wording.times import clock_time

KEY = "Shift+C"
"""Of the first card of a call; it calls whom the most pressing reminder is about."""
DOES = {
    "next_dose": ("give_medicine", "Log it", ""),
    "recheck": ("screen", "Screen", "S"),
    "screen_again": ("trafficking_screening", "Screen", "Shift+S"),
    "detainer": ("answer_detainer", "Answer", ""),
    "answer_put_off": ("information_asked", "Answer", "U"),
}
"""The act, its words and key, by the code of a reminder that is no call."""


class ReminderCard(Card):
    """One reminder; amber once it is due, never red, for no law is broken by it."""

    def __init__(self, reminder: Reminder, ticker: Ticker, zone: str, call_key: str) -> None:
        number, purpose = (reminder.params.get(name, "") for name in ("number", "purpose"))
        detail = joined(word("contact_purpose", purpose), number) if purpose else ""
        self.act, words, key = DOES.get(reminder.code, ("", "", ""))
        if is_call(reminder):
            self.act, words, key = "call_again", "Call again", call_key
        super().__init__(reminder_words(reminder), detail, Tone.NEUTRAL, words, key)
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

    `again` carries the entry of the attempt whose party is to be called again; `wanted` the name
    of another act.
    """

    again = Signal(object)
    wanted = Signal(str)

    def __init__(self, ticker: Ticker, zone: str) -> None:
        super().__init__()
        self._ticker, self._zone = ticker, zone
        self.cards: list[ReminderCard] = []
        lines = column(self, gap=ONE)
        self._title = Label("Reminders", TextRole.HEADING)
        lines.addWidget(self._title)
        self._lines = column(gap=ONE)
        lines.addLayout(self._lines)
        self.hide()

    def show_case(self, case: Case) -> None:
        """Show the reminders of a case."""
        clear(self._lines)
        found = reminders(case)
        first_call = next((one for one in found if is_call(one)), None)
        self.cards = [
            ReminderCard(one, self._ticker, self._zone, KEY if one is first_call else "")
            for one in found
        ]
        for card in self.cards:
            card.pressed.connect(lambda card=card: self._tell(card))
            self._lines.addWidget(card)
        self._title.setAccessibleName(f"Reminders: {len(self.cards)}")
        self.setVisible(bool(self.cards))

    def presses(self) -> bool:
        """Whether one of them is due, or will be soon."""
        soon = self._ticker.now() + timedelta(minutes=SOON_MINUTES)
        return any(card.reminder.due <= soon for card in self.cards)

    def _tell(self, card: ReminderCard) -> None:
        if is_call(card.reminder):
            self.again.emit(card.reminder.entry_id)
        else:
            self.wanted.emit(card.act)
