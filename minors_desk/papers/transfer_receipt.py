"""The transfer-of-custody receipt: who gave which child to whom, where, when, by what authority.

Paper 2 of the ten papers, as far as the record holds it; its boxes are a table of their own.
"""

from dataclasses import dataclass

from minors_desk.domain.case import Case
from minors_desk.domain.handoff import Side
from minors_desk.domain.station import Person, StationFounded
from minors_desk.errors import NotFound
from minors_desk.papers.receipt_boxes import BOXES, STOPPED_BOXES, View
from minors_desk.papers.sheet import Answer, Box, Form, Head, Row, Section, SignatureBox
from minors_desk.wording.codes import word
from minors_desk.wording.times import day_and_time

NAME = "transfer_receipt"
TITLE = "Transfer-of-custody receipt"
TEMPLATE_VERSION = 2
"""2: an officer who has not signed prints as *not signed*; in 1 it printed as *missing*."""

_SAYS_NOT_SIGNED = 2
_NOTE = (
    "The drawings show who stood at the counter; each is bound to the values it was drawn under, "
    "and counts no longer when one of them is changed. What binds the officer is the entry that "
    "issued this paper, signed with the officer's own key (Ed25519)."
)


@dataclass(frozen=True, slots=True, kw_only=True)
class ReceiptInput:
    """What a receipt is composed of; all of it comes from entries.

    `handoff` is the number of the attempt; `prepared_by` is read from the record too, as the paper
    is composed again when it is verified. `statute` is what makes it confidential, from the rule
    packs; without one the jurisdiction stands there. `template` is the version of an issued copy
    that is composed again: an old one stays drawable as it was (CONTRACT 6.1).
    """

    case: Case
    handoff: int
    station: StationFounded
    prepared_by: Person | None = None
    statute: str = ""
    template: int = TEMPLATE_VERSION


def compose(given: ReceiptInput) -> Form:
    """Compose the receipt of one handoff. Raises NotFound if the case has no such attempt."""
    handoff = given.case.handoff(given.handoff)
    if handoff is None:
        raise NotFound(
            f"This case has no handoff attempt number {given.handoff}",
            "Look at the case for the attempts it has, or propose the handoff first.",
        )
    view = View(given.case, handoff, given.station)
    sections = [
        Section(title, tuple(_row(view, given.template, row) for row in rows))
        for title, rows in _ROWS
    ]
    if handoff.stopped is not None:
        rows = tuple(_row(view, given.template, ((name,), (24,), 1)) for name in STOPPED_BOXES)
        sections.append(Section("Not handed over", rows))
    signatures = Row((_signature(view, "officer"), _signature(view, "receiver")), (11, 13))
    sections.append(Section("Signatures", (signatures,), note=_NOTE))
    return Form(
        paper=NAME,
        template_version=given.template,
        title=TITLE,
        head=_head(given),
        sections=tuple(sections),
        prepared_by=_person(given.prepared_by),
    )


def _head(given: ReceiptInput) -> Head:
    station = given.station
    return Head(
        agency=station.agency or station.station,
        unit=station.station if station.agency else "",
        case_number=given.case.number,
        statute=given.statute or f"under the law of {station.jurisdiction}",
        zone=station.zone,
    )


def _row(view: View, template: int, told: "_Row") -> Row:
    names, weights, lines = told
    return Row(tuple(_box(view, template, name) for name in names), weights, lines)


def _box(view: View, template: int, name: str) -> Box:
    source = (BOXES | STOPPED_BOXES)[name]
    text = source.read(view)
    state: Answer = "given" if text.strip() else source.absent
    if state == "not_signed" and template < _SAYS_NOT_SIGNED:
        state = "missing"
    return Box(name, source.label, text, state, source.strong)


def _person(person: Person | None) -> str:
    if person is None:
        return ""
    return f"{person.name}, badge {person.badge}" if person.badge else person.name


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
