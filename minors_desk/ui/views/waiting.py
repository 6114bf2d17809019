"""What waits to be done for a child: the next call, what is owed, what the case reminds of."""

from PySide6.QtWidgets import QWidget

from minors_desk.ui.kit.clock import Ticker
from minors_desk.ui.kit.spacing import TWO, column
from minors_desk.ui.views.next_call_card import NextCallCard
from minors_desk.ui.views.owed_list import OwedList
from minors_desk.ui.views.reminder_list import ReminderList


class Waiting(QWidget):
    """The next call, then what is owed; above that reminders due soon, while nothing presses."""

    def __init__(self, ticker: Ticker, zone: str) -> None:
        super().__init__()
        self.next_call = NextCallCard(ticker, zone)
        self.owed = OwedList(ticker, zone)
        self.reminders = ReminderList(ticker, zone)
        self._lines = column(self, gap=TWO)
        self._lines.addWidget(self.next_call)
        self._lines.addWidget(self.owed)
        self._lines.addWidget(self.reminders)
        ticker.ticked.connect(self.arrange)

    def arrange(self) -> None:
        """Put above what is more pressing now; called at each second."""
        reminded = self.reminders.presses() and not self.owed.presses()
        first = self.reminders if reminded else self.owed
        if self._lines.indexOf(first) != 1:
            self._lines.insertWidget(1, first)
