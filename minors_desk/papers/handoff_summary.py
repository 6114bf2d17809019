"""The handoff summary and supervisor review sheet (paper 10): one custody, told for who follows.

The first part is for the officer who takes over, the second for the supervisor who reviews; what
the record cannot know, such as what harm was done, is left for ink and says so.
"""

from typing import Any
from uuid import UUID

from minors_desk.domain.belongings import open_property
from minors_desk.domain.care import medicines
from minors_desk.domain.case import Case
from minors_desk.domain.printed import HANDOFF_SUMMARY
from minors_desk.errors import NotFound
from minors_desk.papers.boxes import Abreast, Absent, Boxes, BoxSource, changes, row_of, with_struck
from minors_desk.papers.case_view import short_time
from minors_desk.papers.child_boxes import no_contact
from minors_desk.papers.custody_boxes import BOXES as OF_CUSTODY
from minors_desk.papers.custody_view import CustodyView, custody_view
from minors_desk.papers.grids import DASH_NOTE, TableSource, fields_of, labels_of
from minors_desk.papers.paper import FRAME_BOXES, Paper, PaperInput
from minors_desk.papers.sheet import Form, Row, Section, Table, for_ink
from minors_desk.papers.summary_tables import (
    LATE,
    MEASURED,
    OPEN,
    PAPERS_TABLE,
    POINTS,
    RETURNED,
    SHARED,
    TABLES,
    TIMELINE,
)
from minors_desk.papers.summary_view import known_until
from minors_desk.wording.phrases import joined, lock_words, place_words
from minors_desk.wording.times import day_and_time

NAME = HANDOFF_SUMMARY
TITLE = "Handoff summary and supervisor review"
_POINTS_NOTE = (
    "The record answers by the same findings as the review sheet of the program. That nothing was "
    "found against a point does not say that it is in order: the reviewer ticks it, in ink."
)
_RETENTION = "Not found by this desk. Class and date, by hand: ______________________________"
"""No pack says of a rule that it is the one which keeps or seals a case: none is claimed here."""


def _where(view: CustodyView) -> str | Absent:
    here = view.case.presence
    if here is not None:
        words = joined(place_words(here.place, here.room), lock_words(here.secure))
        return joined(words, f"watched by {here.watched_by}" if here.watched_by else "")
    if view.case.missing:
        return Absent("unknown", "left without leave and was not found since")
    handoff = view.handoff
    return "" if handoff is None else f"With the receiver; handed over at: {handoff.place}"


def _has_custody(view: CustodyView) -> str:
    if view.case.custody is not None:
        return joined("We have", view.case.custody.responsible)
    handoff = view.handoff
    if handoff is None:
        return "Ours ended otherwise than by a handoff"
    one = handoff.receiver
    return joined(one.agency, one.office, one.person, one.phone)


def _property(view: CustodyView) -> str | Absent:
    every = view.case.belongings
    if not every:
        return Absent("none_recorded", "nothing was taken into keeping")
    still, kept = open_property(view.case), [one for one in every if one.returned is None]
    with_child = len(kept) - len(still)
    back = len(every) - len(kept)
    disputed = len(view.case.disputes)
    return joined(
        f"{len(every)} lines",
        f"{back} given back or handed on",
        f"{with_child} kept by the child",
        f"{len(still)} still here" if still else "none left here",
        f"{disputed} disputed" if disputed else "",
    )


def _doses(view: CustodyView) -> str:
    due = (one for one in medicines(view.case) if one.next_due_at is not None)
    return "; ".join(
        f"{one.latest.medicine} {one.latest.dose}, next {short_time(one.next_due_at, view.zone)}"
        for one in due
        if one.next_due_at is not None
    )


def _decision(view: CustodyView) -> str | Absent:
    standing = view.case.review
    if standing.last is None:
        return Absent("none_recorded", "not reviewed yet")
    said = "Approved" if standing.last.approved else "Returned for correction"
    later = f"{len(standing.since)} entries were written since" if standing.since else ""
    return joined(said, later, standing.last.note)


def _reviewer(view: CustodyView) -> str | Absent:
    """Who decided: the record lets nobody review a case that they wrote in."""
    last = view.case.review.last
    if last is None:
        return Absent("none_recorded", "not reviewed yet")
    return joined(view.who(last.entry_id), day_and_time(last.at, view.zone))


def _due(view: CustodyView) -> str | Absent:
    last = view.case.review.last
    if last is None or last.approved:
        return Absent("does_not_apply")
    return "" if last.due_at is None else day_and_time(last.due_at, view.zone)


_OWN: dict[str, BoxSource[CustodyView]] = {
    "now.as_of": BoxSource(
        "As the record stood at",
        "encountered.occurred_at",
        lambda view: day_and_time(known_until(view), view.zone),
    ),
    "now.where": BoxSource("Where the child is", "moved.place", _where, "unknown", strong=True),
    "now.custody": BoxSource(
        "Who has custody", "handoff_accepted.handoff", _has_custody, "unknown", strong=True
    ),
    "property.reconciled": BoxSource("Property reconciled", "property_returned.lines", _property),
    "safety.no_contact": BoxSource(
        "Must NOT be told where the child is",
        "person_told.safe_to_contact",
        no_contact,
        "none_recorded",
        strong=True,
    ),
    "safety.doses": BoxSource(
        "Next dose of medicine", "medicine_given.next_due_at", _doses, "none_recorded"
    ),
    "review.decision": BoxSource("Decision", "case_returned.last", _decision, strong=True),
    "review.reviewer": BoxSource(
        "Reviewed by, not the author", "case_returned.done_by.name", _reviewer
    ),
    "review.retention": BoxSource(
        "Retention or sealing", "pack_adopted.content", lambda _: _RETENTION
    ),
    "review.due": BoxSource("Correction due", "case_returned.due_at", _due, "none_recorded"),
}
_FROM_CUSTODY = (
    "child.name",
    "child.own_script",
    "child.age",
    "class.legal_class",
    "class.authority",
    "custody.began",
    "custody.counted_from",
    "custody.responsible",
    "custody.authority",
    "secure.total",
    "secure.longest",
    "secure.counted_to",
    "exit.at",
    "exit.how",
    "exit.to",
    "exit.receipt",
)
BOXES: dict[str, BoxSource[CustodyView]] = {
    **{name: OF_CUSTODY[name] for name in _FROM_CUSTODY},
    **_OWN,
}
_Part = Abreast | TableSource[CustodyView, Any]
_SECTIONS: tuple[tuple[str, tuple[_Part, ...]], ...] = (
    (
        "Child",
        (
            (("child.name", "child.own_script"), (13, 11), 1),
            (("child.age", "class.legal_class", "class.authority"), (6, 6, 12), 1),
        ),
    ),
    (
        "Where the child is now",
        (
            (("now.where",), (24,), 1),
            (("now.custody",), (24,), 1),
            (("safety.doses", "now.as_of"), (17, 7), 1),
            (("safety.no_contact",), (24,), 1),
        ),
    ),
    ("What the next shift still owes", (OPEN,)),
    (
        "Basis of the custody",
        (
            (("custody.began", "custody.counted_from", "custody.responsible"), (7, 8, 9), 1),
            (("custody.authority",), (24,), 1),
            (("secure.total", "secure.longest", "secure.counted_to"), (9, 6, 9), 1),
            (("exit.at", "exit.how", "exit.receipt"), (7, 8, 9), 1),
            (("exit.to",), (24,), 1),
        ),
    ),
    ("Timeline", (TIMELINE,)),
    ("Minutes against each limit", (MEASURED,)),
    ("Papers", (PAPERS_TABLE,)),
    ("Disclosures made", (SHARED,)),
)
_REVIEW: tuple[tuple[str, tuple[_Part, ...]], ...] = (
    ("What was late", (LATE,)),
    ("Returned for correction", (RETURNED,)),
)


def compose(given: PaperInput) -> Form:
    """Compose the summary of one custody. Raises NotFound if the case has none of that number."""
    view = custody_view(given, given.case)
    if view is None:
        raise NotFound(
            f"This case has no custody number {given.subject}",
            "Look at the case for the custodies it has, or begin the custody first.",
        )
    made = changes(given)
    boxes = with_struck(given, lambda case: _boxes(given, case), made)

    def row(part: _Part) -> Row | Table:
        if isinstance(part, TableSource):
            return part.table(view, lambda case: custody_view(given, case), made)
        return row_of(boxes, part)

    def sections(parts: tuple[tuple[str, tuple[_Part, ...]], ...]) -> list[Section]:
        return [Section(title, tuple(map(row, some))) for title, some in parts]

    return Form(
        paper=NAME,
        template_version=1,
        title=TITLE,
        head=given.head(),
        sections=(
            *sections(_SECTIONS),
            _shift(boxes),
            Section("Supervisor's points", (row(POINTS),), note=_POINTS_NOTE),
            *sections(_REVIEW),
            _decided(boxes),
        ),
        prepared_by=given.prepared(),
        reviewed_by=given.reviewed(),
    )


def _shift(boxes: Boxes) -> Section:
    """What was reconciled, with the signatures under it: they are never alone on a page."""
    return Section(
        "Handed from shift to shift",
        (
            row_of(boxes, (("property.reconciled",), (24,), 1)),
            Row(
                (
                    for_ink("signature.outgoing", "Outgoing officer"),
                    for_ink("signature.incoming", "Incoming officer"),
                )
            ),
        ),
        together=True,
    )


def _decided(boxes: Boxes) -> Section:
    """The decision in the record, with the line for ink under it."""
    return Section(
        "Decision of the reviewer",
        (
            row_of(boxes, (("review.decision", "review.due"), (16, 8), 1)),
            row_of(boxes, (("review.reviewer",), (24,), 1)),
            row_of(boxes, (("review.retention",), (24,), 1)),
            Row((for_ink("signature.reviewer", "Reviewer, by hand after printing"),)),
        ),
        note=DASH_NOTE,
        together=True,
    )


def _boxes(given: PaperInput, case: Case) -> Boxes:
    view = custody_view(given, case)
    return {} if view is None else {name: one.box(name, view) for name, one in BOXES.items()}


def _subjects(case: Case) -> tuple[int, ...]:
    """The newest custody first."""
    return tuple(range(len(case.episodes), 0, -1))


def _prepared_in(case: Case, subject: int) -> UUID | None:
    """Who wrote that custody began, as of its log."""
    return case.episodes[subject - 1].entry_id if 1 <= subject <= len(case.episodes) else None


PAPER = Paper(
    name=NAME,
    number_prefix="HS",
    title=TITLE,
    templates={1: compose},
    subjects=_subjects,
    nothing_yet=("This child has not been in our custody", "Log that custody began first."),
    prepared_in=_prepared_in,
    boxes={**FRAME_BOXES, **fields_of(BOXES, TABLES)},
    labels=labels_of(BOXES, TABLES),
    subject_word="custody",
    goes_to=("agency", "station"),
    after_others=True,
)
