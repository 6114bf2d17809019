"""The offer, the notice, a guardian that may be needed, and what counsel is asked: a line each."""

from collections.abc import Callable
from typing import Any

from minors_desk.domain.consulate import (
    ConsularNotice,
    ConsularOffer,
    CounselAnswered,
    CounselHold,
    GuardianNeeded,
)
from minors_desk.i18n import N_, SOURCE_LANGUAGE, translator
from minors_desk.wording.codes import word
from minors_desk.wording.phrases import joined
from minors_desk.wording.values import country_name, spoken

_ = translator(SOURCE_LANGUAGE)

HEADINGS: dict[str, str] = {
    "consular_offer": N_("Consulate offered"),
    "consular_notice": N_("Consulate told"),
    "guardian_needed": N_("Guardian may be needed"),
    "counsel_hold": N_("Held for counsel"),
    "counsel_answered": N_("Counsel answered"),
}


def _offered(body: ConsularOffer) -> str:
    by = word("answered_by", body.answered_by) if body.answered_by else ""
    return joined(
        ", ".join(map(country_name, body.countries)),
        word("offer_said", body.said),
        body.words,
        spoken(body.language),
        _("interpreter {who}").format(who=body.interpreter) if body.interpreter else "",
        word("offer_answer", body.answer) if body.answer else "",
        by,
        body.answered_name,
    )


def _notified(body: ConsularNotice) -> str:
    told = ", ".join(word("notice_told", one) for one in body.told)
    return joined(
        country_name(body.country),
        body.post,
        word("notice_why", body.why),
        word("contact_method", body.method),
        body.number,
        _("spoke with {who}").format(who=body.spoke_with) if body.spoke_with else "",
        _("reference {number}").format(number=body.reference) if body.reference else "",
        _("told: {what}").format(what=told),
    )


def _needed(body: GuardianNeeded) -> str:
    return joined(
        *(word("guardian_why", one) for one in body.why),
        body.handled_by,
        body.worker,
        _("docket {number}").format(number=body.docket) if body.docket else "",
        body.note,
    )


def _held(body: CounselHold) -> str:
    return joined(
        *(word("held_back", one) for one in body.what),
        _("until {who} answers").format(who=body.counsel),
        body.reason,
    )


def _answered(body: CounselAnswered) -> str:
    return joined(
        *(word("held_back", one) for one in body.what),
        word("counsel_says", body.answer),
        body.counsel,
        body.words,
    )


SENTENCES: dict[type, Callable[[Any], str]] = {
    ConsularOffer: _offered,
    ConsularNotice: _notified,
    GuardianNeeded: _needed,
    CounselHold: _held,
    CounselAnswered: _answered,
}
