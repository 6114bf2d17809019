"""The tables of the disclosure register: requests, detainers with answers, access, decisions."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from minors_desk.domain.detainers import Detainer, DetainerAnswered
from minors_desk.domain.disclosures import FederalContact, Request, StatusQuestion
from minors_desk.domain.federal_access import AccessAsked
from minors_desk.papers.boxes import Absent
from minors_desk.papers.case_view import CaseView, short_time
from minors_desk.papers.grids import CellSource, TableSource
from minors_desk.wording.codes import word
from minors_desk.wording.phrases import joined
from minors_desk.wording.telling.disclosures import (
    authority_words,
    law_words,
    met_words,
    pieces,
)
from minors_desk.wording.values import partial_date


def _lines(*parts: str) -> str:
    return "\n".join(part for part in parts if part)


def _authority(_: CaseView, one: Request | AccessAsked) -> str:
    told = one.told
    return authority_words(told.authority, told.authority_number, told.authority_dated)


def _requester(_: CaseView, one: Request) -> str:
    told = one.told
    badge = f"id {told.badge}" if told.badge else ""
    return _lines(word("asker", told.who), told.agency, told.name, badge)


def _given(_: CaseView, one: Request) -> str | Absent:
    return pieces(one.told.given) or Absent("does_not_apply")


def _child_told(_: CaseView, one: Request) -> str:
    answer = one.told.child_told
    return "" if answer is None else word("yes_no", answer)


def _time(view: CaseView, moment: datetime | None) -> str:
    return "" if moment is None else short_time(moment, view.zone)


def _when(kind: str) -> CellSource[CaseView, Any]:
    return CellSource(
        "When", f"{kind}.occurred_at", lambda view, one: view.when(one.at, one.entry_id), 5
    )


def _by(kind: str, width: int) -> CellSource[CaseView, Any]:
    """Who wrote the entry."""
    return CellSource("By", f"{kind}.done_by.name", lambda view, one: view.who(one.entry_id), width)


def _decided_by(kind: str, width: int) -> CellSource[CaseView, Any]:
    return CellSource(
        "Who decided",
        f"{kind}.decided_by",
        lambda _, one: _lines(one.told.decided_by, one.told.office),
        width,
    )


def _law(kind: str) -> CellSource[CaseView, Any]:
    """What the law answered, as it stood before the officer's eyes."""
    return CellSource("The law then", f"{kind}.law", lambda _, one: law_words(one.told), wide=True)


def _met(kind: str) -> CellSource[CaseView, Any]:
    return CellSource("What was met", f"{kind}.met", lambda _, one: met_words(one.told), wide=True)


def _note(kind: str) -> CellSource[CaseView, Any]:
    return CellSource("Note", f"{kind}.note", lambda _, one: one.told.note, wide=True)


REQUESTS: TableSource[CaseView, Request] = TableSource(
    "requests",
    lambda view: view.case.disclosing.requests,
    {
        "at": _when("information_asked"),
        "who": CellSource("Who asked", "information_asked.who", _requester, 7),
        "about": CellSource(
            "What about", "information_asked.about", lambda _, one: pieces(one.told.about), 7
        ),
        "authority": CellSource("Authority shown", "information_asked.authority", _authority, 6),
        "answer": CellSource(
            "What was done",
            "information_asked.answer",
            lambda _, one: word("telling", one.told.answer),
            5,
            strong=True,
        ),
        "by": _by("information_asked", 6),
        "given": CellSource("Given", "information_asked.given", _given, wide=True),
        "given_words": CellSource(
            "Words used",
            "information_asked.given_words",
            lambda _, one: one.told.given_words,
            wide=True,
        ),
        "withheld": CellSource(
            "Held back", "information_asked.withheld", lambda _, one: one.told.withheld, wide=True
        ),
        "law": _law("information_asked"),
        "met": _met("information_asked"),
        "how": CellSource(
            "How", "information_asked.how", lambda _, one: word("contact_method", one.told.how)
        ),
        "until": CellSource(
            "Put off until",
            "information_asked.until",
            lambda view, one: _time(view, one.told.until),
        ),
        "child_told": CellSource("Child told", "information_asked.child_told", _child_told),
        "note": _note("information_asked"),
    },
)


def _agency(_: CaseView, one: Detainer | AccessAsked) -> str:
    badge = f"id {one.told.badge}" if one.told.badge else ""
    return _lines(one.told.agency, one.told.officer, badge)


def _form(_: CaseView, one: Detainer) -> str:
    dated = "" if one.told.dated is None else f"of {partial_date(one.told.dated)}"
    return _lines(word("detainer_form", one.told.form), one.told.number, dated)


DETAINERS: TableSource[CaseView, Detainer] = TableSource(
    "detainers",
    lambda view: view.case.disclosing.detainers,
    {
        "at": _when("detainer_received"),
        "agency": CellSource("Agency, officer", "detainer_received.agency", _agency, 7),
        "form": CellSource("What it is", "detainer_received.form", _form, 7),
        "asks": CellSource(
            "What it asks",
            "detainer_received.asks",
            lambda _, one: _lines(*(word("detainer_wish", wish) for wish in one.told.asks)),
            7,
        ),
        "copy": CellSource(
            "Copy to the child",
            "detainer_received.copy_given_at",
            lambda view, one: _time(view, one.copy_given_at) or Absent("none_recorded"),
            5,
        ),
        "by": _by("detainer_received", 5),
        "answered": CellSource(
            "Answer",
            "detainer_answered.detainer",
            lambda _, one: "As below" if one.is_answered else "Not decided yet",
        ),
        "until": CellSource(
            "Hold until",
            "detainer_received.until",
            lambda view, one: _time(view, one.told.until),
        ),
        "how": CellSource(
            "How it came",
            "detainer_received.how",
            lambda _, one: word("contact_method", one.told.how),
        ),
        "note": _note("detainer_received"),
    },
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Reply:
    """An answer with the detainer that it is to."""

    entry_id: UUID
    at: datetime
    told: DetainerAnswered
    to: Detainer


def _replies(view: CaseView) -> Iterable[Reply]:
    for detainer in view.case.disclosing.detainers:
        for one in detainer.answers:
            yield Reply(entry_id=one.entry_id, at=one.at, told=one.told, to=detainer)


REPLIES: TableSource[CaseView, Reply] = TableSource(
    "replies",
    _replies,
    {
        "at": _when("detainer_answered"),
        "detainer": CellSource(
            "Detainer",
            "detainer_answered.detainer",
            lambda _, one: _lines(one.to.told.agency, one.to.told.number),
            6,
        ),
        "answer": CellSource(
            "Answer",
            "detainer_answered.answer",
            lambda _, one: word("detainer_reply", one.told.answer),
            6,
            strong=True,
        ),
        "decided_by": _decided_by("detainer_answered", 7),
        "authority": CellSource(
            "On what authority",
            "detainer_answered.authority",
            lambda _, one: one.told.authority,
            7,
        ),
        "by": _by("detainer_answered", 5),
        "told_to": CellSource(
            "Told to", "detainer_answered.told_to", lambda _, one: one.told.told_to
        ),
        "law": _law("detainer_answered"),
        "met": _met("detainer_answered"),
        "note": _note("detainer_answered"),
    },
)


def _allowed(_: CaseView, one: AccessAsked) -> str:
    allowed = _lines(*(word("access_asked", each) for each in one.told.allowed))
    return allowed or "Refused"


def _interview(_: CaseView, one: AccessAsked) -> str:
    told = one.told
    return joined(
        "" if told.consent_form is None else word("consent_form", told.consent_form),
        "" if told.lawyer is None else word("lawyer_there", told.lawyer),
    )


ACCESSES: TableSource[CaseView, AccessAsked] = TableSource(
    "accesses",
    lambda view: view.case.disclosing.accesses,
    {
        "at": _when("federal_access"),
        "agency": CellSource("Agency, officer", "federal_access.agency", _agency, 7),
        "asks": CellSource(
            "Asked for",
            "federal_access.asks",
            lambda _, one: _lines(*(word("access_asked", each) for each in one.told.asks)),
            6,
        ),
        "authority": CellSource("Authority shown", "federal_access.authority", _authority, 6),
        "allowed": CellSource("Allowed", "federal_access.allowed", _allowed, 5, strong=True),
        "decided_by": _decided_by("federal_access", 6),
        "by": CellSource(
            "Written by", "federal_access.done_by.name", lambda view, one: view.who(one.entry_id)
        ),
        "interview": CellSource("Interview", "federal_access.consent_form", _interview, wide=True),
        "law": _law("federal_access"),
        "met": _met("federal_access"),
        "note": _note("federal_access"),
    },
)
DECISIONS: TableSource[CaseView, FederalContact] = TableSource(
    "decisions",
    lambda view: view.case.disclosing.federal_contacts,
    {
        "at": _when("federal_contact_decided"),
        "agency": CellSource(
            "Agency",
            "federal_contact_decided.agency",
            lambda _, one: _lines(word("federal", one.told.who), one.told.agency),
            7,
        ),
        "decision": CellSource(
            "Decision",
            "federal_contact_decided.decision",
            lambda _, one: word("federal_decision", one.told.decision),
            5,
            strong=True,
        ),
        "reason": CellSource(
            "Why, on what authority",
            "federal_contact_decided.reason",
            lambda _, one: _lines(one.told.reason, one.told.authority),
            10,
        ),
        "by": CellSource(
            "Supervisor",
            "federal_contact_decided.done_by.name",
            lambda view, one: view.who(one.entry_id),
            6,
        ),
    },
)
QUESTIONS: TableSource[CaseView, StatusQuestion] = TableSource(
    "questions",
    lambda view: view.case.disclosing.status_questions,
    {
        "at": _when("status_asked"),
        "asked_by": CellSource(
            "Who asked", "status_asked.asked_by", lambda _, one: one.told.asked_by, 8
        ),
        "authority": CellSource(
            "On what authority", "status_asked.authority", lambda _, one: one.told.authority, 9
        ),
        "noted": CellSource(
            "Answer noted",
            "status_asked.noted",
            lambda _, one: word("yes_no", one.told.noted),
            5,
        ),
        "by": _by("status_asked", 6),
        "note": _note("status_asked"),
    },
)
