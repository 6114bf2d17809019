"""Trafficking: what was discovered, the screening, what is owed from it, and the lines to ring."""

from PySide6.QtWidgets import QWidget

from minors_desk.domain.duties import DutyClock, is_open
from minors_desk.domain.trafficking_screening import TraffickingScreening, next_screenings
from minors_desk.domain.trafficking_standing import (
    calls_for_screening,
    discoveries,
    is_screened,
    notice,
)
from minors_desk.ui.kit.button import Button, Kind
from minors_desk.ui.kit.chips import Chip
from minors_desk.ui.kit.clock import CountdownClock
from minors_desk.ui.kit.section import Section
from minors_desk.ui.kit.spacing import HALF, column
from minors_desk.ui.kit.tokens import Tone
from minors_desk.ui.kit.type import Label
from minors_desk.ui.views.owed_card import checked_words, span_of
from minors_desk.ui.views.sections.context import Context
from minors_desk.wording.codes import word
from minors_desk.wording.directory import sureness_words
from minors_desk.wording.phrases import joined
from minors_desk.wording.times import clock_time, day_and_time
from minors_desk.wording.trafficking import (
    found_words,
    not_found_words,
    notice_words,
    outcome_words,
    pressed_words,
    setting_words,
    sign_words,
    why_screen,
)

_STARTS = frozenset({"trafficking_sign_seen", "abuse_suspected"})
_NOTICE = "trafficking_notice_sent"


def trafficking(context: Context) -> Section | None:
    """Where the case says anything of it, or calls for a screening that nobody made."""
    case = context.case
    found, reasons = discoveries(case), calls_for_screening(case)
    if not (found or reasons or case.trafficking_screenings):
        return None
    screened, missing = is_screened(case), why_screen(case)
    section = Section("Trafficking", _chip(found=bool(found), screened=screened))
    again = Button("Screen again" if screened else "Screen", Kind.PLAIN, "Shift+S")
    again.clicked.connect(lambda: context.act("trafficking_screening"))
    section.head.addWidget(again)
    if missing:
        why = "; ".join(missing)
        section.add_row("Screening", f"not made, although {why}", tone=Tone.AMBER)
    for one in case.trafficking:
        section.add_row("Sign", sign_words(one), clock_time(one.at, context.zone))
    if case.trafficking_screenings:
        _screening(section, context, case.trafficking_screenings[-1])
    if found:
        _owed(section, context)
        for line in context.page.tips:
            words = joined(line.name, line.number, line.hours, sureness_words(line))
            section.add_row("To ring", words, tone=None if line.verified else Tone.MUTED)
    return section


def _chip(*, found: bool, screened: bool) -> Chip | None:
    if found:
        return Chip("indicators", Tone.AMBER, "warning")
    return None if screened else Chip("not screened", Tone.AMBER, "warning")


def _screening(section: Section, context: Context, latest: TraffickingScreening) -> None:
    """The latest sheet; what was not asked stands muted and by its own words."""
    sheet, zone = latest.sheet, context.zone
    when = day_and_time(latest.at, zone)
    section.add_row("Screened", joined(when, setting_words(sheet.setting)))
    tone = Tone.AMBER if sheet.outcome != "none_seen" else None
    section.add_row("Outcome", outcome_words(sheet), tone=tone)
    for group, words in found_words(sheet):
        section.add_row(group, words)
    for answer, named in not_found_words(sheet):
        label = word("indicator_answer", answer)
        section.add_row(label, named, tone=None if answer == "not_seen" else Tone.MUTED)
    account = joined(f"“{sheet.account}”" if sheet.account else "", pressed_words(sheet))
    if account:
        section.add_row("The child", account)
    if sheet.note:
        section.add_row("Note", sheet.note)
    waiting = next((one for one in next_screenings(context.case) if one.done_at is None), None)
    if waiting is not None:
        section.add_row("Next look", day_and_time(waiting.due, zone), tone=Tone.AMBER)
    if len(context.case.trafficking_screenings) > 1:
        many = len(context.case.trafficking_screenings) - 1
        section.add_row("Before", f"{many} more, see the log")


def _owed(section: Section, context: Context) -> None:
    """What began with it, each with the time left; what of the notice is still to come."""
    clocks = [one for one in context.page.clocks if not _STARTS.isdisjoint(one.rule.starts)]
    for clock in clocks:
        _clock(section, context, clock)
    stands = notice(context.case)
    wanted = any(_NOTICE in one.rule.satisfied_by for one in clocks)
    if stands.sent or wanted:
        when = clock_time(stands.sent[-1].at, context.zone) if stands.sent else ""
        tone = Tone.GREEN if stands.state == "whole" else Tone.AMBER
        section.add_row("Notice", notice_words(stands), when, tone)


def _clock(section: Section, context: Context, clock: DutyClock) -> None:
    rule, zone = clock.rule, context.zone
    verified = "" if rule.checked.verified or not rule.is_law else "not verified"
    if not is_open(clock):
        at = "" if clock.met_at is None else f"done {day_and_time(clock.met_at, zone)}"
        section.add_row("Owed", joined(rule.title, at or "owed no longer", verified))
        return
    holder = QWidget()
    lines = column(holder, gap=HALF)
    due = "without delay" if clock.due is None else f"by {day_and_time(clock.due, zone)}"
    lines.addWidget(Label(joined(rule.title, due, verified), wrap=True))
    ticking = CountdownClock(context.ticker, "Time left")
    ticking.set_span(span_of(clock))
    ticking.setToolTip(checked_words(rule))
    lines.addWidget(ticking)
    section.add_widget_row("Owed", holder)
