"""Whose the child was and where it was: custody, stays, locks, drives, absences, endings."""

from collections.abc import Callable
from datetime import datetime, timedelta

from minors_desk.domain.case import Case
from minors_desk.domain.custody import HeldBy, Span, secure_time, time_in_custody
from minors_desk.domain.transport import Transport
from minors_desk.ui.kit.chips import Chip
from minors_desk.ui.kit.section import Section
from minors_desk.ui.kit.tokens import Tone
from minors_desk.ui.views.sections.context import Context
from minors_desk.ui.views.ticking import TickingLabel
from minors_desk.wording.codes import word
from minors_desk.wording.custody import driven, escorts, held_words, watched
from minors_desk.wording.phrases import joined, place_words
from minors_desk.wording.times import clock_time, day_and_time, exactly, span

MOST_SPANS, MOST_CHECKS = 12, 5
"""The newest of each stand here; all of them stand in the log."""


def custody(context: Context) -> Section | None:
    """Each custody of ours with where the child was in it; a second one apart from the first."""
    case = context.case
    if not (case.episodes or case.endings or case.transports):
        return None
    section = Section("Custody", _chip(case))
    for number in range(len(case.episodes)):
        _add_episode(section, context, number)
    _add_locks(section, context)
    for drive in case.transports:
        section.add_row(*_drive(drive, context.zone))
    _add_ends(section, context)
    return section


def checks(context: Context) -> Section | None:
    """How the child was at each check."""
    case, zone = context.case, context.zone
    if not case.checks:
        return None
    section = Section("Welfare checks")
    for check in reversed(case.checks[-MOST_CHECKS:]):
        words = joined(word("condition", check.condition), check.note)
        section.add_row(f"Check {clock_time(check.at, zone)}", words)
    if len(case.checks) > MOST_CHECKS:
        section.add_row("Checks", f"{len(case.checks)} in all, see the log")
    return section


def _chip(case: Case) -> Chip | None:
    count = len(case.episodes)
    return Chip(f"{count} times in our custody") if count > 1 else None


def _add_episode(section: Section, context: Context, number: int) -> None:
    """One custody: from when, on what, and the stays in it."""
    case, zone = context.case, context.zone
    one = case.episodes[number]
    told = joined(
        exactly(one.start, one.precision, zone),
        word("starts_from", one.starts_from).lower(),
        f"responsible: {one.responsible}" if one.responsible else "",
        one.authority,
    )
    label = "Ours since" if one.end is None else "Ours from"
    if len(case.episodes) > 1:
        label = f"{number + 1}. {label}"
    section.add_widget_row(label, TickingLabel(context.ticker, _lasting(case, number, told)))
    stays = _stays(case, number)
    if len(stays) > MOST_SPANS:
        section.add_row("Before", f"{len(stays) - MOST_SPANS} more, see the log")
    for stay in stays[-MOST_SPANS:]:
        _add_stay(section, context, stay)


def _lasting(case: Case, number: int, told: str) -> Callable[[datetime], str]:
    def words(now: datetime) -> str:
        minutes = time_in_custody(case.episodes[number], now)
        lasted = "start not known: ask" if minutes is None else span(timedelta(minutes=minutes))
        return joined(told, lasted)

    return words


def _stays(case: Case, number: int) -> list[Span]:
    """The stays within that custody; what was told before the first belongs to the first."""
    starts = [one.start for one in case.episodes] + [None]
    start, following = starts[number], starts[number + 1]
    return [
        one
        for one in case.spans
        if (number == 0 or start is None or one.start >= start)
        and (following is None or one.start < following)
    ]


def _add_stay(section: Section, context: Context, stay: Span) -> None:
    zone = context.zone
    place = f"on the way to {stay.place}" if stay.in_transit else stay.place
    lock = held_words(stay.held_by)
    words = joined(
        place_words(place, stay.room),
        lock,
        stay.secure_reason,
        watched(stay.watched_by),
        word("kept_apart", stay.kept_apart) if stay.kept_apart else "",
    )
    tone = Tone.AMBER if stay.secure or stay.kept_apart == "no" else None
    start = clock_time(stay.start, zone)
    if stay.end is not None:
        label = f"{start} to {clock_time(stay.end, zone)}"
        section.add_row(label, words, span(stay.end - stay.start), tone)
        return
    began = stay.start
    ticking = TickingLabel(context.ticker, lambda now: joined(words, span(now - began)), tone)
    section.add_widget_row(f"{start} to now", ticking)


def _add_locks(section: Section, context: Context) -> None:
    """Minutes behind a lock, and by what held the child when that was more than one thing."""
    case, ticker = context.case, context.ticker
    if any(one.secure for one in case.spans):
        section.add_widget_row("Locked in all", TickingLabel(ticker, _minutes(case, None)))
    kinds = {held for one in case.spans for held in one.held_by}
    if kinds - {"locked_room"}:
        for held in sorted(kinds):
            words = TickingLabel(ticker, _minutes(case, held))
            section.add_widget_row(word("held_by", held), words)


def _minutes(case: Case, held_by: HeldBy | None) -> Callable[[datetime], str]:
    def words(now: datetime) -> str:
        time = secure_time(case.spans, now, held_by)
        return f"{time.total} min · longest unbroken {time.longest} min"

    return words


def _drive(drive: Transport, zone: str) -> tuple[str, str]:
    arrived = "not arrived yet"
    if drive.arrived_at is not None:
        arrived = f"arrived {clock_time(drive.arrived_at, zone)}"
    return f"Drive {clock_time(drive.left_at, zone)}", joined(
        word("transport_purpose", drive.purpose),
        drive.to_place,
        drive.vehicle,
        escorts(drive.escorts),
        word("same_sex_escort", drive.same_sex_escort) if drive.same_sex_escort else "",
        arrived,
        driven(drive),
    )


def _add_ends(section: Section, context: Context) -> None:
    """Endings that were no handoff, and the time in which the child was missing."""
    case, zone = context.case, context.zone
    for one in case.endings:
        words = joined(word("end_reason", one.reason), one.detail, one.authority)
        section.add_row(f"Ended {clock_time(one.at, zone)}", words, tone=Tone.AMBER)
    for gone in case.absences:
        since = f"since {day_and_time(gone.start, zone)}"
        if gone.end is None:
            ticking = TickingLabel(context.ticker, _missing(gone.start, since), Tone.AMBER)
            section.add_widget_row("Missing", ticking)
        else:
            words = joined(since, f"until {day_and_time(gone.end, zone)}")
            section.add_row("Was missing", words, span(gone.end - gone.start))


def _missing(start: datetime, since: str) -> Callable[[datetime], str]:
    return lambda now: joined(since, span(now - start))
