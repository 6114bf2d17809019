"""The tables of the sheets for a consulate, none of which is sent: offers, tries, notices."""

from typing import Any, cast

from minors_desk.domain.consulate import Guardian, Notice, Offer
from minors_desk.domain.contacts import Contact
from minors_desk.domain.disclosures import Request
from minors_desk.papers.child_boxes import spoken
from minors_desk.papers.consular_view import ConsularView
from minors_desk.papers.contact_table import CONTACTS
from minors_desk.papers.grids import CellSource, TableSource
from minors_desk.wording.codes import word
from minors_desk.wording.phrases import joined
from minors_desk.wording.times import day_and_time
from minors_desk.wording.values import country_name

Cell = CellSource[ConsularView, Any]


def _at(kind: str, label: str = "When") -> Cell:
    return CellSource(
        label, f"{kind}.occurred_at", lambda view, one: view.when(one.at, one.entry_id), 6
    )


def _by(kind: str) -> Cell:
    return CellSource("By", f"{kind}.done_by.name", lambda view, one: view.who(one.entry_id), 6)


def _answer(_: ConsularView, one: Offer) -> str:
    """The answer and who gave it; what must be told anyway needs none."""
    told = one.told
    if told.answer is None:
        return "None needed"
    by = "" if told.answered_by is None else word("answered_by", told.answered_by)
    return joined(word("offer_answer", told.answer), by, told.answered_name)


OFFERS: TableSource[ConsularView, Offer] = TableSource(
    "offers",
    lambda view: view.offers,
    {
        "at": _at("consular_offer"),
        "countries": CellSource(
            "Consulate of",
            "consular_offer.countries",
            lambda _, one: ", ".join(map(country_name, one.told.countries)) or "Not known which",
            5,
        ),
        "said": CellSource(
            "The child was told",
            "consular_offer.said",
            lambda _, one: word("offer_said", one.told.said),
            6,
        ),
        "language": CellSource(
            "Language, interpreter",
            "consular_offer.language",
            lambda _, one: joined(spoken(one.told.language), one.told.interpreter),
            6,
            True,
        ),
        "answer": CellSource("Answer, by whom", "consular_offer.answer", _answer, 6, strong=True),
        "by": _by("consular_offer"),
        "words": CellSource(
            "In these words",
            "consular_offer.words",
            lambda _, one: one.told.words,
            is_needed=True,
            wide=True,
        ),
    },
)


def _tries(view: ConsularView) -> list[Contact]:
    return [one for one in view.case.contacts if one.told.purpose == "consulate"]


_OF_TRIES = ("at", "party", "method", "result", "by", "spoke_with", "reference", "next_try")
TRIES: TableSource[ConsularView, Contact] = TableSource(
    "tries", _tries, {name: cast("Cell", CONTACTS.cells[name]) for name in _OF_TRIES}
)
"""Attempts to reach a consulate, after hours too; which one is meant stands in the party."""
NOTICES: TableSource[ConsularView, Notice] = TableSource(
    "notices",
    lambda view: view.notices,
    {
        "at": _at("consular_notice", "Sent"),
        "post": CellSource(
            "To", "consular_notice.post", lambda _, one: one.told.post, 6, strong=True
        ),
        "why": CellSource(
            "Why", "consular_notice.why", lambda _, one: word("notice_why", one.told.why), 5
        ),
        "method": CellSource(
            "How, number",
            "consular_notice.method",
            lambda _, one: joined(word("contact_method", one.told.method), one.told.number),
            6,
        ),
        "reference": CellSource(
            "Confirmation", "consular_notice.reference", lambda _, one: one.told.reference, 5, True
        ),
        "by": _by("consular_notice"),
        "spoke_with": CellSource(
            "Spoke with", "consular_notice.spoke_with", lambda _, one: one.told.spoke_with
        ),
        "told": CellSource(
            "It was told",
            "consular_notice.told",
            lambda _, one: ", ".join(word("notice_told", piece) for piece in one.told.told),
            wide=True,
        ),
    },
)


def _asked(view: ConsularView) -> list[Request]:
    return [one for one in view.case.disclosing.requests if one.told.who == "consulate"]


def _who_asked(_: ConsularView, one: Request) -> str:
    return joined(one.told.agency, one.told.name)


REQUESTS: TableSource[ConsularView, Request] = TableSource(
    "consulate_asks",
    _asked,
    {
        "at": _at("information_asked"),
        "who": CellSource("Who asked", "information_asked.name", _who_asked, 7, True),
        "how": CellSource(
            "How", "information_asked.how", lambda _, one: word("contact_method", one.told.how), 5
        ),
        "answer": CellSource(
            "Answer",
            "information_asked.answer",
            lambda _, one: word("telling", one.told.answer),
            6,
        ),
        "by": _by("information_asked"),
    },
)


def _hearing(view: ConsularView, one: Guardian) -> str:
    at = one.told.hearing_at
    return "" if at is None else day_and_time(at, view.zone)


GUARDIANS: TableSource[ConsularView, Guardian] = TableSource(
    "guardians",
    lambda view: view.case.consular.guardians,
    {
        "at": _at("guardian_needed", "Known since"),
        "why": CellSource(
            "Why a guardian may be needed",
            "guardian_needed.why",
            lambda _, one: "; ".join(word("guardian_why", why) for why in one.told.why),
            10,
        ),
        "authority": CellSource(
            "Authority, worker, docket",
            "guardian_needed.handled_by",
            lambda _, one: joined(one.told.handled_by, one.told.worker, one.told.docket),
            9,
            True,
        ),
        "hearing": CellSource("Hearing", "guardian_needed.hearing_at", _hearing, 6),
        "by": _by("guardian_needed"),
    },
)
