"""A packet and a copy on A4 are proved by their files, as any other paper is."""

import io
from uuid import UUID

import pikepdf
import pytest

from minors_desk.services import packets, printing, proving
from minors_desk.services.desk import Desk
from minors_desk.services.proving import Given, Proof
from tests.services.test_packets import propose


def proof(desk: Desk, pdf: bytes) -> Proof:
    return proving.prove(desk, Given(data=pdf))


def edited(pdf: bytes, page: int, old: bytes, new: bytes) -> bytes:
    """The file with something else in the code of that page."""
    with pikepdf.Pdf.open(io.BytesIO(pdf)) as document:
        one = document.pages[page]
        one.contents_coalesce()
        code = one.Contents.read_bytes()
        assert old in code
        one.Contents.write(code.replace(old, new, 1))
        out = io.BytesIO()
        document.save(out)
    return out.getvalue()


@pytest.fixture
def packet(desk: Desk, child: UUID) -> packets.IssuedPacket:
    propose(desk, child)
    return packets.issue_packet(desk, child, "receiver")


def test_a_packet_is_proved_whole_by_its_file(desk: Desk, packet: packets.IssuedPacket) -> None:
    found = proof(desk, packet.pdf)
    assert (found.proved.verdict, found.differences) == ("agrees", ())
    assert (found.proved.number, found.of) == (packet.number, packet.pages)


def test_a_page_taken_out_of_a_packet_is_named(desk: Desk, packet: packets.IssuedPacket) -> None:
    with pikepdf.Pdf.open(io.BytesIO(packet.pdf)) as document:
        del document.pages[2]
        out = io.BytesIO()
        document.save(out)
    found = proof(desk, out.getvalue())
    assert found.proved.verdict == "does_not_agree"
    assert [one.page for one in found.differences if one.what == "page_missing"] == [3]


def test_a_page_drawn_otherwise_within_a_packet_is_found(
    desk: Desk, packet: packets.IssuedPacket
) -> None:
    found = proof(desk, edited(packet.pdf, 1, b" Tj", b" Tj 0 Tr"))
    assert found.proved.verdict == "does_not_agree"
    assert {one.page for one in found.differences} == {2}


def test_the_cover_is_proved_by_its_code(desk: Desk, packet: packets.IssuedPacket) -> None:
    found = proving.prove(desk, Given(code=packet.seal_code))
    assert (found.proved.verdict, found.of) == ("agrees", packet.pages)


def test_a_copy_on_a4_is_proved_by_its_file(desk: Desk, child: UUID) -> None:
    issued = printing.issue_paper(desk, child, "contact_log", 0, "a4")
    printing.paper_printed(desk, issued, "file", "M. Ruiz")
    found = proof(desk, issued.pdf)
    assert (found.proved.verdict, found.differences) == ("agrees", ())
    changed = proof(desk, edited(issued.pdf, 0, b" Tj", b" Tj 0 Tr"))
    assert changed.proved.verdict == "does_not_agree"
