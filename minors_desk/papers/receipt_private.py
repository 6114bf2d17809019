"""Boxes of the receipt since template 7: a private receiver's home, promise and records checks.

Further the number of the belongings' own receipt, and the legal class as it is called there.
"""

from typing import Any

from minors_desk.domain.classing import class_given
from minors_desk.domain.contacts import Reference
from minors_desk.papers import receipt_annex
from minors_desk.papers.boxes import BoxSource
from minors_desk.papers.grids import CellSource, TableSource
from minors_desk.papers.receipt_annex import WholeView
from minors_desk.wording.phrases import joined
from minors_desk.wording.places import word_in
from minors_desk.wording.times import day_and_time

_BELONGINGS = "BI"
"""What the number of that paper begins with."""


def _class(view: WholeView) -> str:
    """The class given by then, in the words of the place."""
    given = class_given(view.case.encounter, view.case.classings, view.until)
    return "" if given is None else word_in("legal_class", given, view.station.jurisdiction)


def _address(view: WholeView) -> str:
    check = view.handoff.check
    return "" if check is None else check.address


def _promise(view: WholeView) -> str:
    check = view.handoff.check
    return "" if check is None else check.promise


def _belongings(view: WholeView) -> str:
    """The number that every copy of the inventory of its belongings has, issued yet or not.

    No version: to issue both in one packet would change the one by the other.
    """
    return f"{_BELONGINGS}-{view.case.number}" if view.case.belongings else ""


BOXES: dict[str, BoxSource[WholeView]] = {
    **receipt_annex.BOXES,
    "child.legal_class": BoxSource("Legal class", "classed.legal_class", _class),
    "to.address": BoxSource(
        "Where a private receiver lives", "receiver_checked.address", _address, "none_recorded"
    ),
    "to.promise": BoxSource(
        "What it promised in writing", "receiver_checked.promise", _promise, "none_recorded"
    ),
    "property.receipt": BoxSource(
        "Number of the belongings' own receipt",
        "encountered.number",
        _belongings,
        "none_recorded",
    ),
}
"""Every box by the name that stands in its digest."""


def _searched(view: WholeView) -> tuple[Reference, ...]:
    return tuple(
        one
        for one in view.case.references
        if one.system == "receiver_check" and view.in_time(one.at)
    )


RECEIVER_CHECKS: TableSource[WholeView, Reference] = TableSource(
    "receiver_checks",
    _searched,
    {
        "at": CellSource(
            "When",
            "reference_given.occurred_at",
            lambda view, one: day_and_time(one.at, view.zone),
            7,
        ),
        "number": CellSource(
            "Records check, number",
            "reference_given.number",
            lambda _, one: one.number,
            7,
            True,
        ),
        "issued_by": CellSource(
            "Who searched, and what came of it",
            "reference_given.issued_by",
            lambda _, one: joined(one.issued_by, one.note),
            9,
        ),
        "by": CellSource(
            "By", "reference_given.done_by.name", lambda view, one: view.who(one.entry_id), 7
        ),
    },
)
TABLES: tuple[TableSource[WholeView, Any], ...] = (*receipt_annex.TABLES, RECEIVER_CHECKS)
