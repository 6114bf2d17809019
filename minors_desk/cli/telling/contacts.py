"""Whom we tried to reach, numbers given, reports sent and what is to be asked again."""

from collections.abc import Iterator
from typing import Any

from minors_desk.cli.telling.seen import SeenCase, plain
from minors_desk.domain.reminders import reminders
from minors_desk.wording.codes import word
from minors_desk.wording.phrases import joined
from minors_desk.wording.reminders import reminder_words
from minors_desk.wording.sentences import sentence


def lines(seen: SeenCase) -> Iterator[str]:
    """Each attempt, why somebody was not reached, numbers, reports; then the reminders."""
    case = seen.case
    for contact in case.contacts:
        yield joined(seen.time(contact.at), sentence(contact.told))
    for reason in case.not_reached:
        purpose = word("contact_purpose", reason.purpose)
        yield joined(seen.time(reason.at), f"not reached: {purpose}", reason.reason)
    for one in case.references:
        system = word("reference_system", one.system)
        yield joined(seen.time(one.at), system, one.number, one.issued_by, one.note)
    for report in case.reports:
        what, how = word("report", report.report), word("contact_method", report.method)
        sent = joined(f"sent: {what}", report.to, how, report.reference, report.part)
        yield joined(seen.time(report.at), sent)
    for reminder in reminders(case):
        yield joined(f"due {seen.time(reminder.due)}", reminder_words(reminder))


def document(seen: SeenCase) -> dict[str, Any]:
    """Attempts, explanations, numbers, reports and reminders."""
    case = seen.case
    return {
        "contacts": plain(case.contacts),
        "not_reached": plain(case.not_reached),
        "references": plain(case.references),
        "reports": plain(case.reports),
        "reminders": plain(reminders(case)),
    }
