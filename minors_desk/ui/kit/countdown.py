"""What a clock says at an instant: shape, words, tone and how far along; pure, no widget."""

from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from minors_desk.domain.duties import is_half_gone
from minors_desk.ui.kit.tokens import Tone

OVERDUE, SOON, IN_TIME, NOT_STARTED, DONE = "▲", "◆", "●", "○", "✓"
SOON_MINUTES = 15
STATION_LATE, UNVERIFIED_LATE = "past station target", "past a time not verified"
"""What a clock says that is late and breaks no law: a station rule's, a rule's nobody verified."""
_DAYS_FROM = 72 * 60
_MINUTE = timedelta(minutes=1)


@dataclass(frozen=True, slots=True, kw_only=True)
class Span:
    """What a clock runs between; instants are aware.

    `due` is when a duty falls due. Without one (a duty "without delay") the clock counts up from
    `start`, and `target` is the station's own aim. `law` is False for a station rule and for a
    rule nobody verified: those are never red. `reminder` is for what no rule asks for, such as a
    next call: amber once it is due, and never late. `done` stops the clock. A clock is amber from
    half of its time; one whose start is not known, `soon_minutes` before it is due.
    """

    start: datetime | None
    due: datetime | None = None
    target: datetime | None = None
    law: bool = True
    soon_minutes: int = SOON_MINUTES
    done: datetime | None = None
    reminder: bool = False
    late_words: str = STATION_LATE

    def saying(self, late_words: str) -> "Span":
        """The same clock with other words for what is late and yet breaks no law."""
        return replace(self, late_words=late_words)


@dataclass(frozen=True, slots=True)
class Reading:
    """What to show: `fraction` of the time gone, 0 to 1."""

    shape: str
    words: str
    tone: Tone
    fraction: float

    @property
    def text(self) -> str:
        """Shape and words."""
        return f"{self.shape} {self.words}"

    @property
    def short(self) -> str:
        """The words where there is no room for all of them: how long past, not past what."""
        time, past, _of_what = self.words.partition(" past ")
        return f"{time} past" if past else self.words


def duration_words(minutes: int) -> str:
    """A length of time in words: `6 min`, `3 h 12 min`, from 72 hours on `4 d 2 h`.

    Less than a minute is `under 1 min`; a negative number is read as its size.
    """
    minutes = abs(minutes)
    if minutes == 0:
        return "under 1 min"
    if minutes < 60:
        return f"{minutes} min"
    hours, rest = divmod(minutes, 60)
    if minutes < _DAYS_FROM:
        return f"{hours} h {rest:02d} min"
    days, hours = divmod(hours, 24)
    return f"{days} d {hours} h"


def elapsed_words(since: datetime, now: datetime) -> str:
    """How long something has lasted, always with hours: `0 h 31 min`, as for custody."""
    minutes = max(0, (now - since) // _MINUTE)
    return f"0 h {minutes:02d} min" if minutes < 60 else duration_words(minutes)


def read(span: Span, now: datetime) -> Reading:
    """What the clock says at `now`."""
    if span.done is not None:
        return Reading(DONE, "done", Tone.GREEN, 1.0)
    if span.due is not None:
        return _counting_down(span, span.due, now)
    if span.start is None:
        return Reading(NOT_STARTED, "start not known - ask", Tone.MUTED, 0.0)
    return _counting_up(span, span.start, now)


def presses(span: Span, now: datetime) -> bool:
    """Whether nothing should stand above it: it is late, past its target, or due in minutes."""
    if span.due is not None:
        return span.due - now <= span.soon_minutes * _MINUTE
    return span.target is not None and now >= span.target


def _counting_down(span: Span, due: datetime, now: datetime) -> Reading:
    gone = _fraction(span.start, due, now)
    if span.reminder:
        return _reminding(due, now, gone)
    if now >= due:
        late = duration_words((now - due) // _MINUTE)
        if span.law:
            return Reading(OVERDUE, f"overdue {late}", Tone.RED, 1.0)
        return Reading(OVERDUE, f"{late} {span.late_words}", Tone.AMBER, 1.0)
    left = due - now
    words = f"in {duration_words(left // _MINUTE)}"
    if presses(span, now) if span.start is None else is_half_gone(span.start, due, now):
        return Reading(SOON, words, Tone.AMBER, gone)
    return Reading(IN_TIME, words, Tone.GREEN, gone)


def _reminding(due: datetime, now: datetime, gone: float) -> Reading:
    if now >= due:
        return Reading(SOON, f"{duration_words((now - due) // _MINUTE)} ago", Tone.AMBER, 1.0)
    words = f"in {duration_words((due - now) // _MINUTE)}"
    return Reading(IN_TIME, words, Tone.GREEN, gone)


def _counting_up(span: Span, start: datetime, now: datetime) -> Reading:
    words = f"open {duration_words(max(0, (now - start) // _MINUTE))}"
    if span.target is not None and now >= span.target:
        return Reading(SOON, f"{words}, past target", Tone.AMBER, 1.0)
    return Reading(IN_TIME, words, Tone.GREEN, _fraction(start, span.target, now))


def _fraction(start: datetime | None, end: datetime | None, now: datetime) -> float:
    if start is None or end is None or end <= start:
        return 0.0
    return min(1.0, max(0.0, (now - start) / (end - start)))
