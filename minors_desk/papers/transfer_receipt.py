"""The transfer-of-custody receipt: who gave which child to whom, where, when, by what authority.

Paper 2 of the ten papers, as far as the record holds it; its boxes are a table of their own.
"""

from dataclasses import replace
from uuid import UUID

from minors_desk.domain.case import Case
from minors_desk.domain.handoff import Handoff, Side
from minors_desk.errors import NotFound
from minors_desk.papers.boxes import Boxes, with_struck
from minors_desk.papers.paper import FRAME_BOXES, Paper, PaperInput, person_words
from minors_desk.papers.receipt_boxes import BOXES, SIGNATURE_BOXES, View
from minors_desk.papers.sheet import Form, Row, Section, SignatureBox
from minors_desk.wording.codes import word
from minors_desk.wording.times import day_and_time

NAME = "transfer_receipt"
TITLE = "Transfer-of-custody receipt"

_NOTE = (
    "The drawings show who stood at the counter; each is bound to the values it was drawn under, "
    "and counts no longer when one of them is changed. What binds the officer is the entry that "
    "issued this paper, signed with the officer's own key (Ed25519)."
)


def compose(given: PaperInput) -> Form:
    """Compose the receipt of one handoff. Raises NotFound if the case has no such attempt.

    Template 3: the foot tells reviewer, unit and time; what an amendment changed is struck.
    """
    view = _view(given)
    return Form(
        paper=NAME,
        template_version=3,
        title=TITLE,
        head=given.head(),
        sections=_sections(view, with_struck(given, lambda case: _boxes_of(case, given))),
        prepared_by=given.prepared(),
        reviewed_by=given.reviewed(),
    )


def _compose_2(given: PaperInput) -> Form:
    """An officer who has not signed prints as *not signed*; in 1 it printed as *missing*."""
    return _as_before(given, 2, _boxes(_view(given)))


def _compose_1(given: PaperInput) -> Form:
    boxes = {
        name: replace(box, state="missing") if box.state == "not_signed" else box
        for name, box in _boxes(_view(given)).items()
    }
    return _as_before(given, 1, boxes)


def _as_before(given: PaperInput, template: int, boxes: Boxes) -> Form:
    return Form(
        paper=NAME,
        template_version=template,
        title=TITLE,
        head=given.head(),
        sections=_sections(_view(given), boxes),
        prepared_by=person_words(given.prepared_by),
    )


def _view(given: PaperInput) -> View:
    handoff = given.case.handoff(given.subject)
    if handoff is None:
        raise NotFound(
            f"This case has no handoff attempt number {given.subject}",
            "Look at the case for the attempts it has, or propose the handoff first.",
        )
    return View(given.case, handoff, given.station)


def _boxes(view: View) -> Boxes:
    return {name: source.box(name, view) for name, source in BOXES.items()}


def _boxes_of(case: Case, given: PaperInput) -> Boxes:
    """The boxes as that case has them; none where it does not know this attempt."""
    handoff = case.handoff(given.subject)
    return {} if handoff is None else _boxes(View(case, handoff, given.station))


def _sections(view: View, boxes: Boxes) -> tuple[Section, ...]:
    sections = [
        Section(
            title,
            tuple(
                Row(tuple(boxes[name] for name in names), weights, lines)
                for names, weights, lines in rows
            ),
        )
        for title, rows in _ROWS
    ]
    signatures = Row((_signature(view, "officer"), _signature(view, "receiver")), (11, 13))
    return (*sections, Section("Signatures", (signatures,), note=_NOTE))


def _signature(view: View, side: Side) -> SignatureBox:
    """The drawing that binds; else the last one, as void; else an empty line."""
    name, label = f"signature.{side}", f"Signature: {word('side', side).lower()}"
    drawn = [one for one in view.handoff.signatures if one.side == side]
    if not drawn:
        return SignatureBox(name, label, (), (), "not_signed")
    binding = view.handoff.signature(side)
    last = binding or drawn[-1]
    who = f"{last.name}, badge {last.badge}" if last.badge else last.name
    holds = binding is not None and view.handoff.state != "overtaken"
    caption = (who, day_and_time(last.at, view.zone))
    return SignatureBox(name, label, last.strokes, caption, "signed" if holds else "void")


_Row = tuple[tuple[str, ...], tuple[int, ...], int]
# Weights of a row add up to 24, so that the columns of all rows stand under one another.
_ROWS: tuple[tuple[str, tuple[_Row, ...]], ...] = (
    (
        "Child",
        (
            (("child.name", "child.name_source"), (17, 7), 1),
            (("child.own_script", "child.other_names"), (11, 13), 1),
            (("child.legal_class", "child.age", "child.sex", "child.met_at"), (6, 5, 6, 7), 1),
            (("child.met_place",), (24,), 1),
        ),
    ),
    (
        "From",
        (
            (("from.officer", "from.badge", "from.custody_began"), (11, 6, 7), 1),
            (("from.last_place", "from.locked", "from.counted_from"), (11, 6, 7), 1),
            (("from.condition",), (24,), 2),
        ),
    ),
    (
        "To",
        (
            (("to.agency", "to.person"), (11, 13), 1),
            (("to.office", "to.title", "to.phone"), (11, 6, 7), 1),
            (
                ("to.how_checked", "to.check_result", "to.document", "to.checked_at"),
                (7, 4, 6, 7),
                1,
            ),
        ),
    ),
    (
        "Transfer",
        (
            (("transfer.authority", "transfer.place"), (11, 13), 1),
            (
                (
                    "transfer.number",
                    "transfer.proposed_at",
                    "transfer.outcome",
                    "transfer.accepted_at",
                ),
                (4, 7, 6, 7),
                1,
            ),
        ),
    ),
)


def _subjects(case: Case) -> tuple[int, ...]:
    """The accepted attempt first, then the newest."""
    return tuple(one.number for one in sorted(case.handoffs, key=_likeliest, reverse=True))


def _likeliest(attempt: Handoff) -> tuple[bool, int]:
    return attempt.state == "accepted", attempt.number


def _prepared_in(case: Case, subject: int) -> UUID | None:
    """The proposal: who wrote it prepared the handoff."""
    attempt = case.handoff(subject)
    return None if attempt is None else attempt.entry_id


PAPER = Paper(
    name=NAME,
    number_prefix="TR",
    title=TITLE,
    templates={1: _compose_1, 2: _compose_2, 3: compose},
    subjects=_subjects,
    nothing_yet=("This case has no handoff to print", "Propose a handoff first."),
    prepared_in=_prepared_in,
    boxes=FRAME_BOXES | SIGNATURE_BOXES | {name: source.field for name, source in BOXES.items()},
    labels={name: source.label for name, source in BOXES.items()},
)
