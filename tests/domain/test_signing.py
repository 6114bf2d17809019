"""Drawings on papers: which of them counts depends on the text they were made under, and on no
other thing; a scan belongs to the copy that it is of."""

from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec import structs

from minors_desk.domain import codec
from minors_desk.domain.attachments import AttachmentAdded
from minors_desk.domain.case import fold
from minors_desk.domain.printed import PaperPrinted, PrintFailed, waiting_for_scan
from minors_desk.domain.reviewing import standing
from minors_desk.domain.signing import PaperSigned, binding, drawn_at
from tests.domain.moments import CASE, at, ident
from tests.domain.samples import case_of, encountered, entries, issued
from tests.domain.strategies import logs, paper_drawings

DIGESTS = st.sampled_from(["00" * 32, "ab" * 32, "cd" * 32])


@given(logs(paper_drawings), DIGESTS)
def test_only_a_drawing_under_this_very_text_binds_and_of_those_the_last(
    told: list, digest: str
) -> None:
    case = fold(CASE, told)
    for drawings in drawn_at(case.signatures, "custody_log", 1).values():
        found = binding(drawings, digest)
        same = [one for one in drawings if one.digest == digest]
        assert found == (same[-1] if same else None)
    assert drawn_at(case.signatures, "custody_log", 2) == {}
    assert drawn_at(case.signatures, "another paper", 1) == {}


@given(logs(paper_drawings), st.randoms())
def test_the_order_of_arrival_changes_no_drawing(told: list, chance: object) -> None:
    again = list(told)
    chance.shuffle(again)  # type: ignore[attr-defined]
    assert fold(CASE, again).signatures == fold(CASE, told).signatures
    assert len(fold(CASE, told).signatures) == len(told)


def test_signing_is_nothing_that_a_reviewer_has_to_read_again() -> None:
    drawing = PaperSigned(
        occurred_at=at(9),
        paper="custody_log",
        template=4,
        role="signature.supervisor",
        name="A. Osei",
        strokes=(((0, 0, 0),),),
        digest="ab" * 32,
    )
    case = case_of(encountered(), drawing)
    assert standing(case.reviews, case.log).since == ()


def scan(**changed: object) -> AttachmentAdded:
    told = AttachmentAdded(
        occurred_at=at(40),
        file_id=ident(77),
        sha256="ab" * 32,
        size=10,
        media_type="image/png",
        key="cd" * 32,
        what="signed_paper",
        purpose="The copy as it was signed",
    )
    return structs.replace(told, **changed)


def test_a_scan_is_of_one_copy_and_the_others_still_wait() -> None:
    first, second, third = 2, 3, 4
    told = (
        encountered(),
        issued(10),
        issued(11),
        issued(12),
        PaperPrinted(occurred_at=at(13), issued=entry_id(first), outlet="printer"),
        PrintFailed(occurred_at=at(13), issued=entry_id(second), reason="jam"),
    )
    case = case_of(*told)
    waiting = waiting_for_scan(case.papers, case.attachments)
    # Of the second nothing came out; of the third nobody knows, so it may be in somebody's hands.
    assert [one.entry_id for one in waiting] == [entry_id(first), entry_id(third)]
    case = case_of(*told, scan(copy_of=entry_id(first)))
    waiting = waiting_for_scan(case.papers, case.attachments)
    assert [one.entry_id for one in waiting] == [entry_id(third)]
    assert case.findings == ()


def entry_id(place: int) -> UUID:
    return entries([encountered()] * place)[-1].id


def test_a_scan_of_a_copy_that_was_never_issued_is_a_finding() -> None:
    case = case_of(encountered(), scan(copy_of=ident(999)))
    assert [one.code for one in case.findings] == ["paper_not_issued"]


def test_only_a_signed_paper_is_the_scan_of_a_copy() -> None:
    with pytest.raises(codec.NotABody) as error:
        codec.read(codec.plain(scan(what="document", copy_of=ident(5))))
    assert error.value.field == "copy_of"


def test_what_says_nothing_new_is_stored_as_ever() -> None:
    assert "copy_of" not in codec.plain(scan())
    printed = PaperPrinted(occurred_at=at(1), issued=ident(5), outlet="file")
    assert "sealed_as" not in codec.plain(printed)
