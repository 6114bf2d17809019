"""A paper signed on screen: the drawing stands at its line while the text is the one signed."""

from dataclasses import replace
from typing import Any
from uuid import UUID

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from msgspec import structs

from minors_desk.domain import codec
from minors_desk.domain.alter import Amended, Withdrawn
from minors_desk.domain.bodies import Body
from minors_desk.domain.care import WelfareChecked
from minors_desk.domain.handoff import HandoffSigned
from minors_desk.domain.signing import PaperSigned
from minors_desk.papers import custody_log, diligence, transfer_receipt
from minors_desk.papers.catalog import PAPERS
from minors_desk.papers.drawing import draw
from minors_desk.papers.layout import lay_out
from minors_desk.papers.paper import Paper, PaperInput
from minors_desk.papers.sheet import Drawing, Form, Row, SignatureBox, digest
from minors_desk.papers.signing import NOTE
from tests.papers import samples
from tests.papers.case_of_a_night import night, ruled
from tests.papers.case_of_ana import OFFICER, minute, signed
from tests.papers.pictures import text_of

STROKES = (((100, 900, 0), (400, 300, 40), (800, 880, 90)), ((900, 500, 200), (1500, 480, 280)))
LOG = custody_log.PAPER
LINE = "signature.supervisor"
SIGNED_AT = 189


def drawn(paper: Paper, told: list[Body], role: str, **changed: Any) -> PaperSigned:
    """A drawing at that line of the paper, under the text that it has now."""
    subject = changed.pop("subject", 1)
    given_now = ruled(told, subject)
    values: dict[str, Any] = {
        "occurred_at": minute(SIGNED_AT),
        "paper": paper.name,
        "template": paper.template_version,
        "subject": subject,
        "role": role,
        "name": "A. Osei",
        "badge": "77",
        "title": "Sergeant",
        "strokes": STROKES,
        "device": "pen",
        "digest": paper.signable(given_now).digest,
    }
    return PaperSigned(**(values | changed))


def boxes(form: Form) -> dict[str, SignatureBox]:
    return {
        one.name: one
        for section in form.sections
        for row in section.rows
        if isinstance(row, Row)
        for one in row.cells
        if isinstance(one, SignatureBox)
    }


def composed(told: list[Body], paper: Paper = LOG, subject: int = 1) -> Form:
    return paper.compose(ruled(told, subject))


def states(told: list[Body], paper: Paper = LOG, subject: int = 1) -> dict[str, str]:
    return {name: one.state for name, one in boxes(composed(told, paper, subject)).items()}


def test_a_drawing_stands_at_its_line_with_who_when_and_with_what() -> None:
    told = night()
    told = [*told, drawn(LOG, told, LINE)]
    box = boxes(composed(told))[LINE]
    assert (box.state, box.label, box.strokes) == ("signed", "Supervisor signs off", STROKES)
    assert box.caption[0] == "A. Osei, badge 77, Sergeant"
    assert box.caption[1].endswith("on screen with a pen")
    layout = lay_out(composed(told))
    ink = [mark for page in layout.pages for mark in page.marks if isinstance(mark, Drawing)]
    assert [mark.strokes for mark in ink] == [STROKES]
    pdf = draw(layout, None)
    text = " ".join(text_of(pdf, page) for page in range(len(layout.pages)))
    assert "A. Osei, badge 77, Sergeant" in text and "bound to the text of this paper" in text


@pytest.mark.parametrize("paper", PAPERS.values(), ids=lambda paper: paper.name)
def test_what_nobody_signed_prints_as_ever(paper: Paper) -> None:
    """Drawings of other papers, other subjects and other lines change nothing."""
    told, subject = signed(night()), paper.subjects(ruled(night()).case)[:1]
    for about in subject:
        before = lay_out(composed(told, paper, about))
        strange = [
            drawn(LOG, told, "signature.nobody"),
            structs.replace(drawn(LOG, told, LINE), paper="a paper of later"),
        ]
        after = lay_out(composed([*told, *strange], paper, about))
        assert after == before
        version = paper.template_version
        assert digest(paper.name, version, after) == digest(paper.name, version, before)
        found = paper.signable(ruled(told, about))
        assert found.digest == (digest(paper.name, version, before).hex() if found.lines else "")


def test_an_older_template_is_signed_by_its_own_text() -> None:
    told = night()
    given_now = ruled([*told, drawn(LOG, told, LINE)])
    assert boxes(LOG.compose(given_now))[LINE].state == "signed"
    assert boxes(LOG.compose(given_now, 3))[LINE].state == "to_be_signed"
    assert boxes(LOG.compose(given_now, 3))[f"{LINE}.void"].state == "void"
    assert boxes(LOG.compose(given_now, 2))[LINE].state == "not_signed"


def test_a_changed_value_voids_it_and_the_line_waits_again() -> None:
    told = night()
    told = [*told, drawn(LOG, told, LINE)]
    later = WelfareChecked(occurred_at=minute(191), condition="asleep")
    found = boxes(composed([*told, later]))
    assert found[LINE].state == "to_be_signed"
    void = found[f"{LINE}.void"]
    assert (void.state, void.strokes) == ("void", STROKES)
    assert "earlier text" in void.label and void.caption[1].startswith("void: ")
    again = [*told, later, drawn(LOG, [*told, later], LINE, name="B. Okafor")]
    assert states(again)[LINE] == "signed" and f"{LINE}.void" not in states(again)
    assert boxes(composed(again))[LINE].caption[0].startswith("B. Okafor")


def test_two_lines_are_signed_for_the_same_text() -> None:
    """Who signs second does not void who signed first."""
    paper = two_lines()
    told = night()
    told = [*told, drawn(paper, told, "signature.child", subject=0)]
    told = [*told, drawn(paper, told, "signature.adult", subject=0, name="Rosa")]
    assert states(told, paper, 0) == {"signature.child": "signed", "signature.adult": "signed"}


def two_lines() -> Paper:
    """The statement of diligence, with two lines side by side for ink."""
    compose = diligence.PAPER.templates[1]

    def both(given_now: PaperInput) -> Form:
        form = compose(given_now)
        line = boxes(form)["signature.statement"]
        cells = (replace(line, name="signature.child"), replace(line, name="signature.adult"))
        last = replace(form.sections[-1], rows=(Row(cells),))
        return replace(form, sections=(*form.sections[:-1], last))

    return replace(diligence.PAPER, templates={1: both})


def test_the_approval_of_the_case_is_no_part_of_what_is_signed() -> None:
    told = night()
    told = [*told, drawn(LOG, told, LINE)]
    approved = replace(
        ruled(told), reviewed_by=replace(OFFICER, name="B. Okafor"), reviewed_at=minute(200)
    )
    form = LOG.compose(approved)
    assert form.reviewed_by and boxes(form)[LINE].state == "signed"


def test_the_drawings_of_a_handoff_tell_with_what_they_were_made() -> None:
    """Older ones do not know it, and print as ever."""
    paper, told = transfer_receipt.PAPER, signed(night())
    with_device = [
        structs.replace(one, device="finger") if isinstance(one, HandoffSigned) else one
        for one in told
    ]
    for side in ("signature.officer", "signature.receiver"):
        before = boxes(composed(told, paper))[side].caption[1]
        assert "screen" not in before
        after = boxes(composed(with_device, paper))[side].caption[1]
        assert after == f"{before}, on screen with a finger"


def test_a_withdrawn_drawing_leaves_the_line_open() -> None:
    told = night()
    told = [*told, drawn(LOG, told, LINE)]
    gone = Withdrawn(
        occurred_at=minute(192), target=UUID(int=100 + len(told) - 1), reason="wrong person"
    )
    assert states([*told, gone]) == {LINE: "to_be_signed"}


def test_the_witness_of_the_receipt_signs_beside_both_sides() -> None:
    paper = transfer_receipt.PAPER
    told = signed(night())
    told = [*told, drawn(paper, told, "signature.witness", device="finger", badge="", title="")]
    found = boxes(composed(told, paper))
    assert {name: one.state for name, one in found.items()} == {
        "signature.officer": "signed",
        "signature.receiver": "signed",
        "signature.witness": "signed",
        "signature.copy": "to_be_signed",
    }
    assert found["signature.witness"].label == "Witness"
    assert found["signature.witness"].caption[0] == "A. Osei"


@pytest.mark.parametrize("name", [*samples.ALL.values(), samples.name_of(600)])
def test_any_name_signs(name: str) -> None:
    told = night()
    told = [*told, drawn(LOG, told, LINE, name=name, title=name)]
    layout = lay_out(composed(told))
    printed = "".join(text for _, box, text in layout.printed() if box == f"{LINE}.caption")
    assert name[:9].split()[0] in printed.replace("\n", " ")
    assert draw(layout, None).startswith(b"%PDF")


def test_the_note_says_what_a_drawing_is_worth_and_only_where_there_is_one() -> None:
    told = night()
    notes = [one.note for one in composed([*told, drawn(LOG, told, LINE)]).sections]
    assert sum(NOTE in note for note in notes) == 1
    assert not any(NOTE in one.note for one in composed(told).sections)


TOLD = night()
WITH_DRAWING = [*TOLD, drawn(LOG, TOLD, LINE)]
PLACES = [
    place
    for place, one in enumerate(TOLD)
    if any(isinstance(value, str) and value for value in codec.plain(one).values())
]


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(place=st.sampled_from(PLACES), data=st.data())
def test_whatever_changes_a_printed_value_voids_the_drawing(
    place: int, data: st.DataObject
) -> None:
    """Of any entry of the night any text is amended: void exactly if the paper reads otherwise."""
    body = TOLD[place]
    raw = codec.plain(body)
    names = [
        name
        for name, value in raw.items()
        if isinstance(value, str) and name not in ("kind", "occurred_at") and value
    ]
    name = data.draw(st.sampled_from(names))
    new = data.draw(st.text("ab ?\u0639", min_size=1, max_size=12))
    try:
        codec.read(raw | {name: raw[name] + new})
    except codec.NotABody:
        return
    change = Amended(
        occurred_at=minute(193),
        target=UUID(int=100 + place),
        replacement=raw | {name: raw[name] + new},
        reason="mistyped",
    )
    plain = lay_out(LOG.compose(ruled([*TOLD, change]))).printed()
    told = [*WITH_DRAWING, change]
    same = plain == lay_out(LOG.compose(ruled(TOLD))).printed()
    assert (states(told)[LINE] == "signed") is same
    assert (f"{LINE}.void" in states(told)) is not same
