"""Calls and contacts, in one line each."""

from collections.abc import Callable
from typing import Any

from minors_desk.domain.contacts import (
    ContactTried,
    Intake,
    NotReachedExplained,
    ReferenceGiven,
    ReportSent,
)
from minors_desk.domain.station import DirectoryLineSet
from minors_desk.i18n import N_, SOURCE_LANGUAGE, translator
from minors_desk.wording.codes import word
from minors_desk.wording.directory import only_for
from minors_desk.wording.phrases import joined

_ = translator(SOURCE_LANGUAGE)

HEADINGS: dict[str, str] = {
    "contact_tried": N_("Contact"),
    "reference_given": N_("Reference"),
    "not_reached": N_("Not reached"),
    "report_sent": N_("Report sent"),
    "directory_line_set": N_("Directory"),
}


def _tried(body: ContactTried) -> str:
    spoke_with = " ".join(part for part in (body.spoke_with, body.spoke_id) if part)
    return joined(
        word("contact_purpose", body.purpose),
        body.party.name,
        body.party.number,
        word("contact_method", body.method),
        word("contact_outcome", body.outcome),
        _named(_("spoke with {text}"), spoke_with),
        body.said,
        _named(_("promised: {text}"), body.promised),
        _named(_("reference {text}"), body.reference),
        _named(_("call back on {text}"), body.call_back),
        _named(_("interpreter {text}"), body.interpreter),
        _named(_("passed up to {text}"), body.escalated_to),
        _named(_("proof: {text}"), body.proof),
        _intake(body.intake),
    )


def _intake(told: Intake | None) -> str:
    """What child protection answered to the report, and what it was asked for."""
    if told is None:
        return ""
    waited = told.waited_minutes
    return joined(
        "" if waited is None else _("waited {n} min").format(n=waited),
        "" if told.answer is None else word("intake_answer", told.answer),
        told.reason,
        _named(_("asked for: {text}"), ", ".join(word("asked_for", one) for one in told.asked_for)),
    )


def _named(sentence: str, text: str) -> str:
    return sentence.format(text=text) if text else ""


def _referred(body: ReferenceGiven) -> str:
    return joined(
        word("reference_system", body.system),
        body.number,
        _named(_("given by {text}"), body.issued_by),
        body.note,
    )


def _sent(body: ReportSent) -> str:
    return joined(
        word("report", body.report),
        _named(_("to {text}"), body.to),
        word("contact_method", body.method),
        _named(_("reference {text}"), body.reference),
        body.part,
    )


SENTENCES: dict[type, Callable[[Any], str]] = {
    ContactTried: _tried,
    ReferenceGiven: _referred,
    NotReachedExplained: lambda body: joined(word("contact_purpose", body.purpose), body.reason),
    ReportSent: _sent,
    DirectoryLineSet: lambda body: joined(
        body.name,
        body.number or _("no number"),
        word("contact_purpose", body.purpose),
        only_for(body.for_country),
        body.hours,
    ),
}
