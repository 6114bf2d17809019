"""The tables of the custody log: presence, cuffs, what was told, care, searches."""

from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Any

from minors_desk.domain.care import Care, Check, Dose
from minors_desk.domain.classing import Classing
from minors_desk.domain.interpreting import Interpreting
from minors_desk.domain.rights import CallOffer, Told
from minors_desk.domain.screening import Screening
from minors_desk.domain.searches import Search
from minors_desk.domain.when import MINUTE
from minors_desk.papers.boxes import Absent
from minors_desk.papers.case_view import short_time, until_time
from minors_desk.papers.custody_view import CustodyView, Stretch, start_key
from minors_desk.papers.grids import CellSource, TableSource
from minors_desk.wording.codes import word
from minors_desk.wording.phrases import joined, place_words
from minors_desk.wording.values import spoken

Cell = CellSource[CustodyView, Any]


def _at(weight: int, kind: str, label: str = "When") -> Cell:
    return CellSource(
        label, f"{kind}.occurred_at", lambda view, one: view.when(one.at, one.entry_id), weight
    )


def _by(weight: int, kind: str) -> Cell:
    return CellSource(
        "By", f"{kind}.done_by.name", lambda view, one: view.who(one.entry_id), weight
    )


def _from(view: CustodyView, one: Stretch) -> str:
    return view.when(one.start, one.entry_id)


def _to(view: CustodyView, one: Stretch) -> str | Absent:
    return "goes on" if one.end is None else until_time(one.start, one.end, view.zone)


def _minutes(view: CustodyView, one: Stretch) -> str:
    end = one.end or view.counted_to
    return str(max(end - one.start, timedelta(0)) // MINUTE)


def _where(_: CustodyView, one: Stretch) -> str:
    span = one.span
    words = place_words(span.place, span.room)
    return f"On the way to {words}" if span.in_transit else words


def _held(_: CustodyView, one: Stretch) -> str:
    if not one.span.held_by:
        return "Not locked"
    words = ", ".join(word("held_by", held) for held in one.span.held_by)
    return words if one.span.secure else f"{words} (not secure)"


def _apart(_: CustodyView, one: Stretch) -> str:
    apart = one.span.kept_apart
    return "" if apart is None else word("yes_no", apart)


PRESENCE: TableSource[CustodyView, Stretch] = TableSource(
    "presence",
    lambda view: view.stretches,
    {
        "from": CellSource("From", "moved.occurred_at", _from, 5),
        "to": CellSource("To", "transport_arrived.occurred_at", _to, 4),
        "where": CellSource("Place and room", "moved.place", _where, 6, is_needed=True),
        "watched_by": CellSource(
            "Watched by", "relieved.watched_by", lambda _, one: one.span.watched_by, 5, True
        ),
        "held": CellSource("Locked or cuffed", "secured.object", _held, 5),
        "apart": CellSource("Apart from adults", "moved.kept_apart", _apart, 3),
        "minutes": CellSource("Min", "unsecured.occurred_at", _minutes, 2),
        "why": CellSource(
            "Why locked", "secured.reason", lambda _, one: one.span.secure_reason, wide=True
        ),
    },
    start_key,
)
CUFFS: TableSource[CustodyView, Stretch] = TableSource(
    "cuffs",
    lambda view: view.cuffed,
    {
        "from": CellSource("From", "secured.occurred_at", _from, 5),
        "to": CellSource("To", "unsecured.occurred_at", _to, 5),
        "why": CellSource("Why", "secured.reason", lambda _, one: one.span.secure_reason, 18, True),
        "minutes": CellSource("Min", "unsecured.occurred_at", _minutes, 2),
    },
    start_key,
)


def _interpreter(_: CustodyView, one: Interpreting) -> str:
    relative = "a relative or a child" if one.is_relative_or_child else ""
    return joined(one.name, one.number, one.agency, one.phone, relative)


INTERPRETERS: TableSource[CustodyView, Interpreting] = TableSource(
    "interpreters",
    lambda view: view.ours(view.case.interpreters),
    {
        "at": _at(5, "interpreter_used", "From"),
        "until": CellSource(
            "To",
            "interpreter_used.until",
            lambda view, one: "" if one.until is None else until_time(one.at, one.until, view.zone),
            3,
        ),
        "language": CellSource(
            "Language", "interpreter_used.language", lambda _, one: spoken(one.language), 5
        ),
        "mode": CellSource(
            "How", "interpreter_used.mode", lambda _, one: word("interpreter_mode", one.mode), 4
        ),
        "who": CellSource("Interpreter, number", "interpreter_used.name", _interpreter, 13),
    },
)


def _classed(weight: int, name: str, label: str) -> Cell:
    return CellSource(label, f"classed.{name}", lambda _, one: getattr(one, name), weight)


CLASSES: TableSource[CustodyView, Classing] = TableSource(
    "classes",
    lambda view: view.case.classings,
    {
        "at": _at(5, "classed"),
        "class": CellSource(
            "Class",
            "classed.legal_class",
            lambda _, one: word("legal_class", one.legal_class),
            5,
        ),
        "offence": _classed(7, "offence", "Offence"),
        "authority": _classed(5, "authority", "Under which law"),
        "note": _classed(4, "note", "Note"),
        "by": _by(5, "classed"),
    },
)


def _told_in(_: CustodyView, one: Told) -> str:
    return joined(spoken(one.language), one.interpreter)


TOLD: TableSource[CustodyView, Told] = TableSource(
    "told",
    lambda view: view.ours(view.case.told),
    {
        "at": _at(5, "rights_told"),
        "what": CellSource(
            "What the child was told",
            "rights_told.what",
            lambda _, one: "; ".join(word("right", right) for right in one.what),
            8,
        ),
        "language": CellSource("Language, interpreter", "rights_told.language", _told_in, 6),
        "understood": CellSource(
            "Understood",
            "rights_told.understood",
            lambda _, one: "" if one.understood is None else word("understood", one.understood),
            5,
        ),
        "by": _by(7, "rights_told"),
        "words": CellSource(
            "In these words", "rights_told.words", lambda _, one: one.words, wide=True
        ),
        "answer": CellSource(
            "It answered", "rights_told.answer", lambda _, one: one.answer, wide=True
        ),
    },
)
CALLS: TableSource[CustodyView, CallOffer] = TableSource(
    "calls",
    lambda view: view.ours(view.case.call_offers),
    {
        "at": _at(5, "call_offered"),
        "to": CellSource(
            "Call offered to",
            "call_offered.to_whom",
            lambda _, one: joined(word("call_to", one.to), one.to_whom),
            9,
        ),
        "answer": CellSource(
            "Answer", "call_offered.answer", lambda _, one: word("call_answer", one.answer), 5
        ),
        "note": CellSource("Note", "call_offered.note", lambda _, one: one.note, 6),
        "by": _by(6, "call_offered"),
    },
)
CHECKS: TableSource[CustodyView, Check] = TableSource(
    "checks",
    lambda view: view.ours(view.case.checks),
    {
        "at": _at(5, "welfare_checked"),
        "condition": CellSource(
            "Condition",
            "welfare_checked.condition",
            lambda _, one: word("condition", one.condition),
            5,
        ),
        "note": CellSource("What was seen", "welfare_checked.note", lambda _, one: one.note, 13),
        "by": _by(7, "welfare_checked"),
    },
)
CARE: TableSource[CustodyView, Care] = TableSource(
    "care",
    lambda view: view.ours(view.case.care),
    {
        "at": _at(5, "care_given"),
        "what": CellSource("Need", "care_given.what", lambda _, one: word("need", one.what), 5),
        "answer": CellSource(
            "Answer", "care_given.answer", lambda _, one: word("taken", one.answer), 5
        ),
        "given": CellSource(
            "What was given, note",
            "care_given.what_given",
            lambda _, one: joined(one.what_given, one.note),
            8,
        ),
        "by": _by(7, "care_given"),
    },
    lambda one: (one.at, f"{one.entry_id}.{one.what}"),
)


def _instant(name: str) -> Callable[[CustodyView, Dose], str]:
    def read(view: CustodyView, one: Dose) -> str:
        at: datetime | None = getattr(one, name)
        return "" if at is None else short_time(at, view.zone)

    return read


MEDICINE: TableSource[CustodyView, Dose] = TableSource(
    "medicine",
    lambda view: view.ours(view.case.doses),
    {
        "at": _at(5, "medicine_given"),
        "medicine": CellSource(
            "Medicine, dose",
            "medicine_given.medicine",
            lambda _, one: joined(one.medicine, one.dose),
            6,
        ),
        "answer": CellSource(
            "Answer", "medicine_given.answer", lambda _, one: word("taken", one.answer), 4
        ),
        "last": CellSource(
            "Dose before", "medicine_given.last_dose_at", _instant("last_dose_at"), 5
        ),
        "next": CellSource("Next due", "medicine_given.next_due_at", _instant("next_due_at"), 5),
        "by": CellSource(
            "Given by",
            "medicine_given.given_by",
            lambda view, one: one.given_by or view.who(one.entry_id),
            6,
        ),
        "authority": CellSource(
            "On whose word", "medicine_given.authority", lambda _, one: one.authority
        ),
        "note": CellSource("Note", "medicine_given.note", lambda _, one: one.note),
    },
)
SCREENING: TableSource[CustodyView, Screening] = TableSource(
    "screening",
    lambda view: view.ours(view.case.screenings),
    {
        "at": _at(5, "medically_screened"),
        "screener": CellSource(
            "Screened by",
            "medically_screened.screener",
            lambda view, one: one.sheet.screener or view.who(one.entry_id),
            7,
        ),
        "decision": CellSource(
            "Decision",
            "medically_screened.outcome.decision",
            lambda _, one: word("decision", one.sheet.outcome.decision),
            6,
        ),
        "finding": CellSource(
            "Provider, finding",
            "medically_screened.outcome.finding",
            lambda _, one: joined(one.sheet.outcome.provider, one.sheet.outcome.finding),
            12,
        ),
    },
)


def _approved(_: CustodyView, one: Search) -> str:
    by = f"approved by {one.told.approved_by}" if one.told.approved_by else ""
    return joined(one.told.authority, by)


def _witness(_: CustodyView, one: Search) -> str:
    witness = one.told.witness
    return "" if witness is None else f"{witness.name} ({word('how_second', witness.how)})"


def _guardian(_: CustodyView, one: Search) -> str:
    told = one.told.guardian_told
    return "" if told is None else word("answer", told)


SEARCHES: TableSource[CustodyView, Search] = TableSource(
    "searches",
    lambda view: view.ours(view.case.searches),
    {
        "at": _at(5, "child_searched"),
        "extent": CellSource(
            "Search",
            "child_searched.extent",
            lambda _, one: word("search_extent", one.told.extent),
            4,
        ),
        "by": CellSource("By", "child_searched.by", lambda _, one: one.told.by, 5),
        "same_sex": CellSource(
            "Same sex",
            "child_searched.same_sex",
            lambda _, one: word("same_sex", one.told.same_sex),
            4,
        ),
        "reason": CellSource("Why", "child_searched.reason", lambda _, one: one.told.reason, 6),
        "found": CellSource("Found", "child_searched.found", lambda _, one: one.told.found, 5),
        "authority": CellSource("Authority", "child_searched.authority", _approved),
        "witness": CellSource("Witness", "child_searched.witness.name", _witness),
        "guardian": CellSource("Guardian told", "child_searched.guardian_told", _guardian),
    },
)
