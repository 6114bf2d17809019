"""Where the child was and is, minutes behind a lock, and how it was at each check."""

from collections.abc import Callable
from datetime import datetime

from minors_desk.domain.case import Case
from minors_desk.domain.custody import Span, secure_time
from minors_desk.ui.kit.clock import Ticker
from minors_desk.ui.kit.section import Section
from minors_desk.ui.kit.tokens import Tone
from minors_desk.ui.views.sections.context import Context
from minors_desk.ui.views.ticking import TickingLabel
from minors_desk.wording.codes import word
from minors_desk.wording.phrases import joined, lock_words, place_words
from minors_desk.wording.times import clock_time, span

MOST_SPANS, MOST_CHECKS = 12, 5
"""The newest of each stand here; all of them stand in the log."""


def custody_and_care(context: Context) -> Section | None:
    """Where the child was and is, minutes behind a lock, and how it was at each check."""
    case, zone, ticker = context.case, context.zone, context.ticker
    if not case.spans and not case.checks:
        return None
    section = Section("Custody and care")
    for one in case.spans[-MOST_SPANS:]:
        where = joined(
            place_words(one.place, one.room), lock_words(one.secure), f"watched by {one.watched_by}"
        )
        tone = Tone.AMBER if one.secure else None
        label = _between(one, zone)
        if one.end is not None:
            section.add_row(label, where, span(one.end - one.start), tone)
        else:
            section.add_widget_row(label, _until_now(ticker, one, where, tone))
    if len(case.spans) > MOST_SPANS:
        section.add_row("Before", f"{len(case.spans) - MOST_SPANS} more, see the log")
    if any(one.secure for one in case.spans):
        section.add_widget_row("Locked in all", TickingLabel(ticker, _locked(case)))
    for check in reversed(case.checks[-MOST_CHECKS:]):
        words = joined(word("condition", check.condition), check.note)
        section.add_row(f"Check {clock_time(check.at, zone)}", words)
    if len(case.checks) > MOST_CHECKS:
        section.add_row("Checks", f"{len(case.checks)} in all, see the log")
    return section


def _between(one: Span, zone: str) -> str:
    start = clock_time(one.start, zone)
    return f"{start} to now" if one.end is None else f"{start} to {clock_time(one.end, zone)}"


def _until_now(ticker: Ticker, one: Span, where: str, tone: Tone | None) -> TickingLabel:
    return TickingLabel(ticker, lambda now: joined(where, span(now - one.start)), tone)


def _locked(case: Case) -> Callable[[datetime], str]:
    def words(now: datetime) -> str:
        time = secure_time(case.spans, now)
        return f"{time.total} min · longest unbroken {time.longest} min"

    return words
