"""The transfer-of-custody receipt: who gave which child to whom, where, when, by what authority.

Paper 2 of the ten papers, as far as the record holds it; its boxes are a table of their own.
"""

from collections.abc import Mapping
from dataclasses import replace
from uuid import UUID

from minors_desk.domain.case import Case
from minors_desk.domain.handoff import Handoff
from minors_desk.domain.handoff_values import Side
from minors_desk.domain.printed import RECEIPT
from minors_desk.errors import NotFound
from minors_desk.papers import receipt_annex, receipt_private, receipt_rows
from minors_desk.papers.boxes import Abreast, Boxes, BoxSource, changes, row_of, with_struck
from minors_desk.papers.grids import DASH_NOTE, fields_of, labels_of
from minors_desk.papers.paper import FRAME_BOXES, Paper, PaperInput, person_words
from minors_desk.papers.receipt_annex import WholeView
from minors_desk.papers.receipt_boxes import BOXES, SIGNATURE_BOXES, View
from minors_desk.papers.sheet import Form, Row, Section, SignatureBox, Table, for_ink
from minors_desk.wording.codes import word
from minors_desk.wording.signing import device_words
from minors_desk.wording.times import day_and_time

NAME = RECEIPT
TITLE = "Transfer-of-custody receipt"

_NOTE = (
    "The drawings show who stood at the counter; each is bound to the values it was drawn under, "
    "and counts no longer when one of them is changed. What binds the officer is the entry that "
    "issued this paper, signed with the officer's own key (Ed25519)."
)
_WITNESS = SignatureBox("signature.witness", "Witness, by hand", (), (), "not_signed")
_INK = Row(
    (
        for_ink("signature.witness", "Witness, by hand after printing"),
        SignatureBox(
            "signature.copy",
            "Has a copy: the child, or an adult for it, by hand",
            (),
            ("Name:", "Date and time:"),
            "to_be_signed",
        ),
    ),
    (11, 13),
)
_COPIES = "To whom a copy was given stands in the record beside that copy."


def compose(given: PaperInput) -> Form:
    """Compose the receipt of one handoff. Raises NotFound if the case has no such attempt.

    It has two sides: the first is what is signed, the second what goes with the child.
    """
    view = _whole(given, given.case)
    if view is None:
        raise _no_attempt(given.subject)
    made = changes(given)
    boxes = with_struck(given, lambda case: _filled(given, case, receipt_private.BOXES), made)
    tables = {
        one.name: one.table(view, lambda case: _whole(given, case), made)
        for one in receipt_private.TABLES
    }

    def row(part: Abreast | str) -> Row | Table:
        if part == receipt_rows.WITNESS:
            return _INK
        return tables[part] if isinstance(part, str) else row_of(boxes, part)

    back = [Section(title, tuple(map(row, parts))) for title, parts in receipt_rows.BACK_7]
    back[-1] = replace(back[-1], note=f"{_COPIES} {DASH_NOTE}")
    return Form(
        paper=NAME,
        template_version=7,
        title=TITLE,
        head=given.head(),
        sections=(*_rows(boxes, receipt_rows.FRONT_7), _signatures(view), *back),
        prepared_by=given.prepared(),
        reviewed_by=given.reviewed(),
    )


def _compose_6(given: PaperInput) -> Form:
    """Before a private receiver's home and promise stood on it, and its checks of records."""
    witness = for_ink("signature.witness", "Witness, by hand after printing")
    form = _two_sides(given, receipt_rows.FRONT_6, receipt_rows.BACK, witness)
    return replace(form, template_version=6, reviewed_by=given.reviewed())


def _compose_5(given: PaperInput) -> Form:
    """Before our telephone stood on it, and while the witness's line for ink said NOT SIGNED."""
    form = _two_sides(given, receipt_rows.FRONT, receipt_rows.BACK)
    return replace(form, template_version=5, reviewed_by=given.reviewed())


def _compose_4(given: PaperInput) -> Form:
    """Before a private receiver's checks and what was counted stood on it, and any reviewer."""
    return _two_sides(given, receipt_rows.FRONT, receipt_rows.BACK_4)


def _two_sides(
    given: PaperInput,
    front: receipt_rows.Sections,
    further: receipt_rows.Further,
    witness: SignatureBox = _WITNESS,
) -> Form:
    view = _whole(given, given.case)
    if view is None:
        raise _no_attempt(given.subject)
    made = changes(given)
    boxes = with_struck(given, lambda case: _filled(given, case, receipt_annex.BOXES), made)
    tables = {
        one.name: one.table(view, lambda case: _whole(given, case), made)
        for one in receipt_annex.TABLES
    }

    def row(part: Abreast | str) -> Row | Table:
        return tables[part] if isinstance(part, str) else row_of(boxes, part)

    back = [Section(title, tuple(map(row, parts))) for title, parts in further]
    return Form(
        paper=NAME,
        template_version=4,
        title=TITLE,
        head=given.head(),
        sections=(
            *_rows(boxes, front),
            _signatures(view),
            *back,
            Section("Witness", (Row((witness,)),), note=f"{_COPIES} {DASH_NOTE}"),
        ),
        prepared_by=given.prepared(),
        reviewed_by="",
    )


def _whole(given: PaperInput, case: Case) -> WholeView | None:
    handoff = case.handoff(given.subject)
    return None if handoff is None else WholeView(case, handoff, given.station, given)


def _filled(given: PaperInput, case: Case, sources: Mapping[str, BoxSource[WholeView]]) -> Boxes:
    """The boxes as that case has them; none where it does not know this attempt."""
    view = _whole(given, case)
    return {} if view is None else {name: one.box(name, view) for name, one in sources.items()}


def _compose_3(given: PaperInput) -> Form:
    """The foot tells reviewer, unit and time; what an amendment changed is struck."""
    view = _view(given)
    return Form(
        paper=NAME,
        template_version=3,
        title=TITLE,
        head=given.head(),
        sections=_sections(view, with_struck(given, lambda case: _boxes_of(case, given))),
        prepared_by=given.prepared(),
        reviewed_by="",
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
        raise _no_attempt(given.subject)
    return View(given.case, handoff, given.station)


def _no_attempt(number: int) -> NotFound:
    return NotFound(
        f"This case has no handoff attempt number {number}",
        "Look at the case for the attempts it has, or propose the handoff first.",
    )


def _boxes(view: View) -> Boxes:
    return {name: source.box(name, view) for name, source in BOXES.items()}


def _boxes_of(case: Case, given: PaperInput) -> Boxes:
    """The boxes as that case has them; none where it does not know this attempt."""
    handoff = case.handoff(given.subject)
    return {} if handoff is None else _boxes(View(case, handoff, given.station))


def _sections(view: View, boxes: Boxes) -> tuple[Section, ...]:
    return (*_rows(boxes, receipt_rows.BEFORE), _signatures(view))


def _rows(boxes: Boxes, sections: receipt_rows.Sections) -> list[Section]:
    return [Section(title, tuple(row_of(boxes, row) for row in rows)) for title, rows in sections]


def _signatures(view: View) -> Section:
    signatures = Row((_signature(view, "officer"), _signature(view, "receiver")), (11, 13))
    return Section("Signatures", (signatures,), note=_NOTE)


def _signature(view: View, side: Side) -> SignatureBox:
    """The drawing that binds; else the last one, as void; else an empty line."""
    name, label = f"signature.{side}", f"Signature: {word('side', side).lower()}"
    drawn = [one for one in view.handoff.signatures if one.side == side]
    if not drawn:
        return SignatureBox(name, label, (), (), "not_signed")
    binding = view.handoff.signature(side)
    last = binding or drawn[-1]
    who = f"{last.name}, badge {last.badge}" if last.badge else last.name
    holds = binding is not None and not view.handoff.is_void
    at = day_and_time(last.at, view.zone)
    caption = (who, f"{at}, {device_words(last.device)}" if last.device else at)
    if last.paper and holds:
        return SignatureBox(name, label, (), caption, "by_hand", on_copy=last.paper)
    return SignatureBox(name, label, last.strokes, caption, "signed" if holds else "void")


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
    templates={
        1: _compose_1,
        2: _compose_2,
        3: _compose_3,
        4: _compose_4,
        5: _compose_5,
        6: _compose_6,
        7: compose,
    },
    subjects=_subjects,
    nothing_yet=("This case has no handoff to print", "Propose a handoff first."),
    prepared_in=_prepared_in,
    boxes={
        **FRAME_BOXES,
        **SIGNATURE_BOXES,
        **fields_of(receipt_private.BOXES, receipt_private.TABLES),
    },
    labels=labels_of(receipt_private.BOXES, receipt_private.TABLES),
    subject_word="attempt",
    goes_to=("receiver", "station"),
)
