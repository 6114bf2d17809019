"""Who asked for what and what was told, detainers and federal access, in one line each."""

from collections.abc import Callable, Iterable
from typing import Any

from minors_desk.domain.detainers import DetainerAnswered, DetainerReceived
from minors_desk.domain.disclosing_values import Answered, AnswerThen
from minors_desk.domain.disclosures import FederalContactDecided, InformationAsked, StatusAsked
from minors_desk.domain.federal_access import FederalAccess
from minors_desk.domain.gates import About
from minors_desk.domain.values import PartialDate
from minors_desk.i18n import N_, SOURCE_LANGUAGE, translator
from minors_desk.wording.codes import word
from minors_desk.wording.phrases import joined
from minors_desk.wording.values import partial_date

_ = translator(SOURCE_LANGUAGE)

HEADINGS: dict[str, str] = {
    "information_asked": N_("Asked for information"),
    "federal_contact_decided": N_("Contact with a federal agency"),
    "status_asked": N_("Immigration status asked"),
    "detainer_received": N_("Detainer received"),
    "detainer_answered": N_("Detainer answered"),
    "federal_access": N_("Federal access"),
}


def pieces(about: Iterable[About]) -> str:
    """``Address, Place of birth``."""
    return ", ".join(word("told_piece", one) for one in about)


def who_asks(kind: str, *names: str) -> str:
    """``Immigration authority: ICE, Officer Vance, 88``."""
    named = ", ".join(one for one in names if one)
    return f"{word('asker', kind)}: {named}" if named else word("asker", kind)


def authority_words(kind: str, number: str, dated: PartialDate | None) -> str:
    """``Warrant signed by a judge 26-7 of 2026-11-24``, or that none was shown."""
    if kind == "none":
        return _("no authority shown")
    day = "" if dated is None else _("of {day}").format(day=partial_date(dated))
    return " ".join(part for part in (word("authority_shown", kind), number, day) if part)


def met_words(body: Answered) -> str:
    """What the law needs and was met: by whom, which order."""
    day = "" if body.order_dated is None else partial_date(body.order_dated)
    return joined(
        ", ".join(word("need_met", one) for one in body.met),
        _said(_("supervisor {text}"), body.supervisor),
        _said(_("order: {text}"), ", ".join(filter(None, (body.court, body.order_number, day)))),
    )


def law_words(body: Answered) -> str:
    """What the rules said as they stood: ``Address: Forbidden (US-CA-24d)``."""
    return "; ".join(
        " ".join(
            part
            for part in (
                f"{_asked_of_law(one)}:",
                _word_of_law(one),
                f"({', '.join(one.rules)})" if one.rules else "",
            )
            if part
        )
        for one in body.law
    )


def _asked_of_law(one: AnswerThen) -> str:
    return word("step", one.step) if one.about is None else word("told_piece", one.about)


def _word_of_law(one: AnswerThen) -> str:
    if one.word != "needs":
        return word("law_word", one.word)
    return _("Needs {what}").format(what=", ".join(word("gate_need", each) for each in one.needs))


def _said(sentence: str, text: str) -> str:
    return sentence.format(text=text) if text else ""


def _asked(body: InformationAsked) -> str:
    told = {"yes": _("child told"), "no": _("child not told")}
    return joined(
        who_asks(body.who, body.agency, body.name, body.badge),
        word("contact_method", body.how),
        pieces(body.about),
        authority_words(body.authority, body.authority_number, body.authority_dated),
        word("telling", body.answer),
        _said(_("told: {text}"), pieces(body.given)),
        body.given_words,
        _said(_("held back: {text}"), body.withheld),
        met_words(body),
        told.get(body.child_told or "", ""),
        _said(_("the law then: {text}"), law_words(body)),
        body.note,
    )


def _decided(body: FederalContactDecided) -> str:
    return joined(body.agency, word("federal_decision", body.decision), body.reason, body.authority)


def _status(body: StatusAsked) -> str:
    noted = _("answer noted elsewhere") if body.noted == "yes" else _("answer not noted")
    return joined(_("by {who}").format(who=body.asked_by), body.authority, noted, body.note)


def _received(body: DetainerReceived) -> str:
    day = "" if body.dated is None else partial_date(body.dated)
    copy = _("copy given to the child") if body.copy_given_at else _("no copy to the child yet")
    return joined(
        ", ".join(filter(None, (body.agency, body.officer, body.badge))),
        " ".join(filter(None, (word("detainer_form", body.form), body.number, day))),
        ", ".join(word("detainer_wish", one) for one in body.asks),
        word("contact_method", body.how),
        copy,
        body.note,
    )


def _answered(body: DetainerAnswered) -> str:
    return joined(
        word("detainer_reply", body.answer),
        _("decided by {who}").format(who=", ".join(filter(None, (body.decided_by, body.office)))),
        body.authority,
        _said(_("told to {text}"), body.told_to),
        met_words(body),
        _("copy given to the child") if body.copy_given_at else "",
        _said(_("the law then: {text}"), law_words(body)),
        body.note,
    )


def _access(body: FederalAccess) -> str:
    allowed = ", ".join(word("access_asked", one) for one in body.allowed)
    return joined(
        who_asks(body.who, body.agency, body.officer, body.badge),
        ", ".join(word("access_asked", one) for one in body.asks),
        authority_words(body.authority, body.authority_number, body.authority_dated),
        _("allowed: {text}").format(text=allowed) if allowed else _("refused"),
        _("decided by {who}").format(who=", ".join(filter(None, (body.decided_by, body.office)))),
        "" if body.consent_form is None else word("consent_form", body.consent_form),
        "" if body.lawyer is None else word("lawyer_there", body.lawyer),
        met_words(body),
        _said(_("the law then: {text}"), law_words(body)),
        body.note,
    )


SENTENCES: dict[type, Callable[[Any], str]] = {
    InformationAsked: _asked,
    FederalContactDecided: _decided,
    StatusAsked: _status,
    DetainerReceived: _received,
    DetainerAnswered: _answered,
    FederalAccess: _access,
}
