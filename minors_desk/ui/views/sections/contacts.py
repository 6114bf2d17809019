"""Whom we tried to reach and what came of it, by purpose; numbers given; reports that went out."""

from minors_desk.domain.case import Case
from minors_desk.domain.contact_log import (
    attempts_by_duty,
    attempts_by_purpose,
    first_success,
    reason_not_reached,
)
from minors_desk.domain.contacts import Contact, Purpose
from minors_desk.ui.kit.button import Button, Kind
from minors_desk.ui.kit.section import Section
from minors_desk.ui.kit.tokens import Tone
from minors_desk.ui.views.sections.context import Context
from minors_desk.wording.codes import word
from minors_desk.wording.phrases import joined
from minors_desk.wording.times import clock_time

MOST = 6
"""The newest attempts of a purpose stand here; all of them stand in the log."""


def contacts(context: Context) -> Section | None:
    """Attempts by purpose with the first success or why there was none, references, reports."""
    case, zone = context.case, context.zone
    if not (case.contacts or case.references or case.reports or case.not_reached):
        return None
    section = Section("Calls and contacts")
    call = Button("Call", Kind.PLAIN, "C")
    call.clicked.connect(lambda: context.act("call"))
    section.head.addWidget(call)
    tried = attempts_by_purpose(case)
    explained = dict.fromkeys(one.purpose for one in case.not_reached)
    for purpose in (*tried, *(one for one in explained if one not in tried)):
        _purpose(section, context, purpose, tried.get(purpose, ()))
    for reference in case.references:
        words = joined(reference.number, reference.issued_by, reference.note)
        section.add_row(
            word("reference_system", reference.system), words, clock_time(reference.at, zone)
        )
    for report in case.reports:
        sent = joined(
            word("report", report.report),
            report.to,
            word("contact_method", report.method),
            report.reference,
            report.part,
        )
        section.add_row("Report sent", sent, clock_time(report.at, zone))
    return section


def _purpose(
    section: Section, context: Context, purpose: Purpose, attempts: tuple[Contact, ...]
) -> None:
    """How it stands for one purpose and which duties it serves; below, the attempts."""
    case, zone = context.case, context.zone
    reached = first_success(case, purpose)
    state, tone = "not reached yet", Tone.AMBER
    why = reason_not_reached(case, purpose)
    if reached is not None:
        state, tone = f"reached {clock_time(reached.at, zone)}", Tone.GREEN
    elif why is not None:
        state = f"not reached: {why.reason}"
    served = _served(context, case, attempts)
    count = f"{len(attempts)} attempt{'' if len(attempts) == 1 else 's'}"
    section.add_row(word("contact_purpose", purpose), joined(state, served), count, tone)
    for one in reversed(attempts[-MOST:]):
        section.add_row(clock_time(one.at, zone), _attempt(one, zone), _how(one))


def _attempt(contact: Contact, zone: str) -> str:
    told = contact.told
    spoken = " ".join(part for part in (told.spoke_with, told.spoke_id) if part)
    promised = ""
    if told.promised:
        by = "" if told.promised_by is None else f" by {clock_time(told.promised_by, zone)}"
        promised = f"promised{by}: {told.promised}"
    return joined(
        word("contact_outcome", told.outcome),
        told.party.name,
        told.party.number,
        f"spoke with {spoken}" if spoken else "",
        told.said,
        promised,
        f"reference {told.reference}" if told.reference else "",
    )


def _how(contact: Contact) -> str:
    return word("contact_method", contact.told.method)


def _served(context: Context, case: Case, attempts: tuple[Contact, ...]) -> str:
    """The duties that these attempts served, by the titles of their rules."""
    titles = {one.rule.id: one.rule.title for one in context.page.clocks}
    served = attempts_by_duty(case)
    ids = [rule for rule, made in served.items() if any(one in attempts for one in made)]
    return "for: " + "; ".join(titles.get(rule, rule) for rule in ids) if ids else ""
