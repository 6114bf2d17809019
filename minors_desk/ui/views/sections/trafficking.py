"""Trafficking: what was discovered, the screening, what is owed from it, and the lines to ring."""

from PySide6.QtWidgets import QWidget

from minors_desk.domain.duties import DutyClock, is_open
from minors_desk.domain.trafficking_screening import FOUND, TraffickingScreening, next_screenings
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
from minors_desk.wording.telling.trafficking_screening import (
    NO_VERDICT,
    by_group,
    counted,
    looked_words,
    pressed_words,
    setting_words,
)
from minors_desk.wording.times import clock_time, day_and_time

_STARTS = frozenset({"trafficking_sign_seen", "abuse_suspected"})
_NOTICE = "trafficking_notice_sent"


def trafficking(context: Context) -> Section | None:
    """Where the case says anything of it, or calls for a screening that nobody made."""
    case = context.case
    found, reasons = discoveries(case), calls_for_screening(case)
    if not (found or reasons or case.trafficking_screenings):
        return None
    screened = is_screened(case)
    section = Section("Trafficking", _chip(found=bool(found), screened=screened))
    again = Button("Screen again" if screened else "Screen", Kind.PLAIN, "Shift+S")
    again.clicked.connect(lambda: context.act("trafficking_screening"))
    section.head.addWidget(again)
    if not screened and reasons:
        why = "; ".join(word("why_screen", one) for one, _entry in reasons)
        section.add_row("Screening", f"not made, although {why}", tone=Tone.AMBER)
    for one in case.trafficking:
        signs = joined(*(word("trafficking_sign", sign) for sign in one.what))
        told = joined(signs, word("discovered", one.how), one.note)
        section.add_row("Sign", told, clock_time(one.at, context.zone))
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
    outcome = joined(word("trafficking_outcome", sheet.outcome), counted(sheet), NO_VERDICT.lower())
    tone = Tone.AMBER if sheet.outcome != "none_seen" else None
    section.add_row("Outcome", outcome, tone=tone)
    for group, looked in by_group(sheet):
        for one in looked:
            if one.answer in FOUND:
                section.add_row(word("indicator_group", group), looked_words(one))
    for answer in ("not_seen", "could_not_tell", "not_asked"):
        named = "; ".join(
            joined(word("trafficking_indicator", one.indicator), one.words)
            for one in sheet.looked
            if one.answer == answer
        )
        if named:
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
    if stands.state == "in_part":
        parts = ", ".join(stands.parts)
        words = joined(word("notice_state", "in_part"), parts, "the rest is still to come")
        section.add_row("Notice", words, clock_time(stands.sent[-1].at, context.zone), Tone.AMBER)
    elif stands.state == "whole":
        last = stands.sent[-1]
        words = joined(word("notice_state", "whole"), last.to, last.reference)
        section.add_row("Notice", words, clock_time(last.at, context.zone), Tone.GREEN)
    elif wanted:
        section.add_row("Notice", word("notice_state", "not_sent"), tone=Tone.AMBER)


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
