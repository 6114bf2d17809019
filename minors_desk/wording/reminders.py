"""What a reminder asks for, in one line; its time stands beside it."""

from minors_desk.domain.reminders import Reminder
from minors_desk.wording.codes import word


def reminder_words(reminder: Reminder) -> str:
    """What is to be done; names and words are text as typed, never markup."""
    return word("reminder", reminder.code).format(**reminder.params)
