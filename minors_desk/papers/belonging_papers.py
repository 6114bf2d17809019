"""What of the belongings stands apart: identity papers, phones, looks into a phone, the end."""

from collections.abc import Callable, Iterator
from typing import Any

from minors_desk.domain.belongings import PropertyTaken, cash_totals, open_property
from minors_desk.domain.property_moves import PhoneSearch, PropertyReturned
from minors_desk.papers.belonging_tables import (
    THINGS,
    Thing,
    answer_cell,
    entered,
    whereabouts,
)
from minors_desk.papers.boxes import Absent, BoxSource
from minors_desk.papers.case_view import CaseView, short_time
from minors_desk.papers.child_boxes import CHILD
from minors_desk.papers.grids import CellSource, TableSource
from minors_desk.wording.codes import word
from minors_desk.wording.money import money
from minors_desk.wording.phrases import joined
from minors_desk.wording.times import day_and_time

Cell = CellSource[CaseView, Any]
_NO = THINGS.cells["no"]


def _with(part: str) -> Callable[[CaseView], Iterator[Thing]]:
    """The lines of which that part was told: an identity paper, a phone."""
    return lambda view: (one for one in THINGS.lines(view) if getattr(one.listed, part) is not None)


def _of(part: str, name: str, label: str, weight: int = 0, *, needed: bool = False) -> Cell:
    return CellSource(
        label,
        f"property_taken.lines.{part}.{name}",
        lambda _, one: str(getattr(getattr(one.listed, part), name)),
        weight,
        needed,
    )


def _answered(name: str, label: str, weight: int = 0, *, needed: bool = False) -> Cell:
    return CellSource(
        label,
        f"property_taken.lines.phone.{name}",
        lambda _, one: answer_cell(getattr(one.listed.phone, name)),
        weight,
        needed,
    )


def _kind(_: CaseView, one: Thing) -> str:
    paper = one.listed.paper
    return "" if paper is None else word("identity_paper", paper.paper)


PAPERS_OF_IDENTITY: TableSource[CaseView, Thing] = TableSource(
    "identity_papers",
    _with("paper"),
    {
        "no": _NO,
        "paper": CellSource(
            "Paper",
            "property_taken.lines.paper.paper",
            _kind,
            5,
        ),
        "number": _of("paper", "number", "Number", 6, needed=True),
        "issuer": _of("paper", "issuer", "Issued by", 6, needed=True),
        "what": CellSource(
            "As listed",
            "property_taken.lines.description",
            lambda _, one: one.listed.description,
            7,
        ),
        "now": CellSource(
            "Where it is",
            "property_taken.storage",
            lambda view, one: whereabouts(view, one.stands),
            7,
            True,
        ),
    },
    THINGS.key,
)


def _looks(view: CaseView, one: Thing) -> str:
    """How often somebody looked into it, by the log: each look is a line of the next table."""
    looks = sum(look.told.line == one.listed.line for look in view.case.phone_searches)
    return f"{looks}, see below" if looks else "No"


def _consent(_: CaseView, one: Thing) -> str | Absent:
    """Consent is asked where numbers were noted; else there was nothing to agree to."""
    phone = one.listed.phone
    if phone is None or (not phone.numbers_noted and phone.numbers_consent is None):
        return Absent("does_not_apply")
    return answer_cell(phone.numbers_consent)


PHONES: TableSource[CaseView, Thing] = TableSource(
    "phones",
    _with("phone"),
    {
        "no": _NO,
        "make": _of("phone", "make", "Make", 6, needed=True),
        "imei": _of("phone", "imei", "IMEI, if shown", 6),
        "locked": _answered("locked", "Locked", 4, needed=True),
        "numbers": _of("phone", "numbers_noted", "Numbers noted from it", 7),
        "consent": CellSource(
            "Child agreed to that", "property_taken.lines.phone.numbers_consent", _consent, 5, True
        ),
        "looked": CellSource("Looked into", "phone_searched.line", _looks, 4),
    },
    THINGS.key,
)


def _authority(_: CaseView, one: PhoneSearch) -> str:
    return one.told.authority


def _look_told(name: str, label: str, weight: int, *, needed: bool = False) -> Cell:
    return CellSource(
        label, f"phone_searched.{name}", lambda _, one: getattr(one.told, name), weight, needed
    )


LOOKS: TableSource[CaseView, PhoneSearch] = TableSource(
    "phone_looks",
    lambda view: view.case.phone_searches,
    {
        "at": CellSource(
            "When",
            "phone_searched.occurred_at",
            lambda view, one: view.when(one.at, one.entry_id),
            5,
        ),
        "line": CellSource(
            "Line",
            "phone_searched.line",
            lambda _, one: "" if one.told.line is None else str(one.told.line),
            2,
        ),
        "by": _look_told("by", "By", 4),
        "looked_at": _look_told("looked_at", "What was looked at", 6, needed=True),
        "authority": CellSource(
            "Authority",
            "phone_searched.authority",
            # With consent no other authority is wanted.
            lambda _, one: (
                Absent("does_not_apply")
                if not one.told.authority and one.told.consent == "yes"
                else one.told.authority
            ),
            6,
            True,
        ),
        "consent": CellSource(
            "Consent",
            "phone_searched.consent",
            lambda _, one: answer_cell(one.told.consent),
            4,
        ),
        "consent_by": _look_told("consent_by", "Asked of", 4),
    },
)


def _agrees(view: CaseView) -> str | Absent:
    """What the child says of the list: a dispute counts, whatever it had agreed to before."""
    if view.case.disputes or any(one.is_disputed for one in view.case.belongings):
        return "Does not agree: see its own words"
    answers = [one.told.child_agrees for one in entered(view, PropertyTaken)]
    if not answers:
        return Absent("none_recorded", "only cash was counted")
    if all(one == "yes" for one in answers):
        return "Agrees"
    return answer_cell(next(one for one in reversed(answers) if one != "yes"))


def _in_full(view: CaseView) -> str:
    still = [
        f"{one.line} ({word('property_category', one.category).lower()})"
        for one in open_property(view.case)
    ]
    if still:
        return f"No: with this agency still {', '.join(still)}"
    return "No: something is missing" if _missing(view) else "Yes"


def _missing(view: CaseView) -> str:
    return "; ".join(
        f"{one.told.missing} ({short_time(one.at, view.zone)})"
        for one in entered(view, PropertyReturned)
        if one.told.missing
    )


def _dispose_by(view: CaseView) -> str | Absent:
    """Until when it is decided what becomes of the things, the earliest first."""
    told = [one.told.disposition_due_at for one in entered(view, PropertyTaken)]
    dues = sorted({due for due in told if due is not None})
    if dues:
        return joined(*(day_and_time(due, view.zone) for due in dues))
    return "" if open_property(view.case) else Absent("does_not_apply", "nothing is left here")


BOXES: dict[str, BoxSource[CaseView]] = {
    **{
        name: CHILD[name]
        for name in ("child.name", "child.own_script", "child.temporary_id", "child.age")
    },
    "belongings.cash": BoxSource(
        "All cash by its last count, currency by currency",
        "cash_counted.amounts",
        lambda view: joined(*(money(*each) for each in cash_totals(view.case).items())),
        "none_recorded",
        True,
    ),
    "belongings.agrees": BoxSource(
        "Child agrees with the list", "property_taken.child_agrees", _agrees
    ),
    "belongings.in_full": BoxSource(
        "Returned or handed on in full", "property_returned.lines", _in_full, strong=True
    ),
    "belongings.missing": BoxSource(
        "Missing", "property_returned.missing", _missing, "none_recorded"
    ),
    "belongings.due": BoxSource(
        "Disposition decided by", "property_taken.disposition_due_at", _dispose_by
    ),
}
"""The boxes that stand alone."""
