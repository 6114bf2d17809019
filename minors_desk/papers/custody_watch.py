"""The custody log since template 5: who watched, kept apart, the class as it is called there."""

from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from uuid import UUID

from minors_desk.domain.classing import Classing
from minors_desk.domain.presence import watches
from minors_desk.domain.when import MINUTE
from minors_desk.papers import custody_boxes, custody_tables
from minors_desk.papers.boxes import BoxSource
from minors_desk.papers.case_view import until_time
from minors_desk.papers.custody_view import CustodyView
from minors_desk.papers.grids import CellSource, TableSource
from minors_desk.wording.codes import word
from minors_desk.wording.places import word_in


def _class_words(view: CustodyView, code: str) -> str:
    return word_in("legal_class", code, view.given.station.jurisdiction)


def _class(view: CustodyView) -> str:
    given = view.case.class_given
    return "" if given is None else _class_words(view, given)


def _classed(view: CustodyView, one: Classing) -> str:
    return _class_words(view, one.legal_class)


def _apart(view: CustodyView) -> str:
    """Minutes by the answer that was given: kept apart, not kept apart, nobody wrote it down."""
    lengths: dict[str, timedelta] = {}
    for one in view.stretches:
        end = view.counted_to if one.end is None else one.end
        known = one.span.kept_apart
        answer = "Not recorded" if known is None else word("yes_no", known)
        length = max(end - one.start, timedelta(0))
        lengths[answer] = lengths.get(answer, timedelta(0)) + length
    return "; ".join(f"{answer}: {length // MINUTE} min" for answer, length in lengths.items())


BOXES: dict[str, BoxSource[CustodyView]] = {
    **custody_boxes.BOXES,
    "class.legal_class": replace(custody_boxes.BOXES["class.legal_class"], read=_class),
    "custody.apart": BoxSource(
        "Kept apart from adults in custody, out of sight and hearing",
        "moved.kept_apart",
        _apart,
    ),
}
"""Every box that is not of a table, by the name that stands in the digest."""
CLASSES: TableSource[CustodyView, Classing] = replace(
    custody_tables.CLASSES,
    cells={
        **custody_tables.CLASSES.cells,
        "class": replace(custody_tables.CLASSES.cells["class"], read=_classed),
    },
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Watched:
    """One officer's watch, from the entry that began it; instants in UTC."""

    entry_id: UUID
    start: datetime
    end: datetime | None
    by: str


def _watches(view: CustodyView) -> tuple[Watched, ...]:
    """Every watch; moves under one officer are one, each relief begins another."""
    begun = {one.start: one.entry_id for one in reversed(view.stretches)}
    return tuple(
        Watched(entry_id=begun[one.start], start=one.start, end=one.end, by=one.watched_by)
        for one in watches(view.spans)
    )


def _to(view: CustodyView, one: Watched) -> str:
    return "goes on" if one.end is None else until_time(one.start, one.end, view.zone)


def _minutes(view: CustodyView, one: Watched) -> str:
    end = one.end or view.counted_to
    return str(max(end - one.start, timedelta(0)) // MINUTE)


def _began(one: Watched) -> tuple[datetime, str]:
    return one.start, str(one.entry_id)


WATCHES: TableSource[CustodyView, Watched] = TableSource(
    "watches",
    _watches,
    {
        "from": CellSource(
            "From",
            "relieved.occurred_at",
            lambda view, one: view.when(one.start, one.entry_id),
            5,
        ),
        "to": CellSource("To", "relieved.occurred_at", _to, 4),
        "officer": CellSource("Watched by", "relieved.watched_by", lambda _, one: one.by, 9, True),
        "minutes": CellSource("Min", "relieved.occurred_at", _minutes, 2),
        "by": CellSource(
            "Written by", "relieved.done_by.name", lambda view, one: view.who(one.entry_id), 10
        ),
    },
    _began,
)
