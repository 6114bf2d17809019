"""The packet of a handoff on a real record: what is in it, that its cover proves itself."""

import io
from dataclasses import replace
from uuid import UUID

import pypdfium2
import pytest

from minors_desk.domain import roles
from minors_desk.domain.belongings import PropertyLine, PropertyTaken
from minors_desk.domain.handoff import Receiver
from minors_desk.domain.packets import PacketIssued, papers_digest
from minors_desk.errors import Refused
from minors_desk.papers import packet_cover
from minors_desk.papers.catalog import PAPERS
from minors_desk.papers.packet_cover import Cover
from minors_desk.services import cases, handoff, packets, printing, verifying
from minors_desk.services.desk import Desk
from minors_desk.services.recording import record
from tests.services.conftest import SignIn, StoryClock

DCFS = Receiver(agency="DCFS", person="M. Ruiz", phone="312 555 0177", what="child_protection")
AUNT = Receiver(agency="Family", person="L. Caal", what="private_person")


def propose(desk: Desk, child: UUID, receiver: Receiver = DCFS) -> None:
    taken = PropertyTaken(
        occurred_at=desk.now(),
        lines=(
            PropertyLine(line=1, description="Rucksack", category="safekeeping"),
            PropertyLine(line=2, description="Knife", category="evidence"),
        ),
    )
    record(desk, roles.WRITE_CASES, [(child, taken)])
    handoff.propose(desk, child, receiver, authority="325 ILCS 5/5", place="Front desk")


def pages(pdf: bytes) -> list[str]:
    document = pypdfium2.PdfDocument(io.BytesIO(pdf))
    try:
        return [page.get_textpage().get_text_bounded().replace("\r\n", "\n") for page in document]
    finally:
        document.close()


def names(desk: Desk, child: UUID, packet: packets.IssuedPacket) -> list[str]:
    issued = {one.entry_id: one.paper for one in cases.read(desk, child).papers}
    return [issued[one.issued] for one in packet.papers]


def test_a_packet_is_one_pdf_whose_pages_count_through(desk: Desk, child: UUID) -> None:
    propose(desk, child)
    packet = packets.issue_packet(desk, child, "receiver")
    assert names(desk, child, packet) == [
        "transfer_receipt",
        "custody_log",
        "belongings",
        "contact_log",
        "welfare_referral",
        "handoff_summary",
        "child_receipt",
    ]
    assert packet.number == "PK-AC-26-0001-1"
    read = pages(packet.pdf)
    assert len(read) == packet.pages
    for at, text in enumerate(read, start=1):
        assert f"PK-AC-26-0001-1, page {at} of {packet.pages}" in text
    own = [packet.seal_code, *(one.seal_code for one in packet.lines for _ in range(one.pages))]
    for code, text in zip(own, read, strict=True):
        assert code in text
    for line in packet.lines:
        assert line.number in read[0] and line.seal_code in read[0]


def test_cover_and_copies_each_verify_and_the_log_is_whole(desk: Desk, child: UUID) -> None:
    propose(desk, child)
    packet = packets.issue_packet(desk, child, "receiver")
    packets.packet_printed(desk, packet, "printer", "M. Ruiz")
    proved = printing.verify_paper(desk, packet.seal_code)
    assert (proved.verdict, proved.number) == ("agrees", packet.number)
    verdicts = {one.number: printing.verify_paper(desk, one.seal_code) for one in packet.lines}
    summary = verdicts.pop("HS-AC-26-0001-1")
    assert {one.verdict for one in verdicts.values()} == {"agrees"}
    # It lists the papers, and that they came out was written down after it.
    assert summary.verdict == "agreed_when_issued"
    assert {one.split(".")[0] for one in summary.changed} == {"papers"}
    case = cases.read(desk, child)
    assert all(one.outcomes == ("printed_printer",) for one in case.papers)
    assert [one.number for one in case.packets] == [packet.number]
    assert verifying.verify_record(desk, signatures=True).problems == ()


def test_all_copies_are_one_transaction_and_see_the_same_log(desk: Desk, child: UUID) -> None:
    propose(desk, child)
    before = desk.journal.log_head().ordinal
    packet = packets.issue_packet(desk, child, "station")
    case = cases.read(desk, child)
    last = {one.paper for one in case.papers if one.seen.ordinal != before}
    assert last == {"handoff_summary"}
    issued = {one.entry_id: one.digest for one in case.papers}
    body = desk.journal.entry_by_id(packet.entry_id).body
    assert isinstance(body, PacketIssued)
    assert body.seen.ordinal == before + len(packet.papers)
    assert body.papers_digest == papers_digest(
        (one.issued, issued[one.issued]) for one in body.papers
    )


def test_a_second_packet_has_further_copies_and_its_own_number(
    desk: Desk, child: UUID, clock: StoryClock
) -> None:
    propose(desk, child)
    first = packets.issue_packet(desk, child, "receiver")
    clock.forward(1)
    second = packets.issue_packet(desk, child, "receiver")
    assert second.number == "PK-AC-26-0001-2"
    assert {
        two.number: (two.version, two.copy)
        for one, two in zip(first.lines, second.lines, strict=True)
        if (two.version, two.copy) != (one.version, one.copy + 1)
    } == {"HS-AC-26-0001-1": (2, 1)}
    assert printing.verify_paper(desk, first.seal_code).verdict == "agrees"


def test_a_relative_gets_no_log_of_ours_and_the_child_its_own_sheet(
    desk: Desk, child: UUID
) -> None:
    propose(desk, child, AUNT)
    private = packets.issue_packet(desk, child, "receiver")
    assert names(desk, child, private) == ["transfer_receipt", "belongings", "child_receipt"]
    assert [one.for_whom for one in private.papers] == ["receiver", "receiver", "child"]
    own = packets.issue_packet(desk, child, "child")
    assert names(desk, child, own) == ["child_receipt"]
    told = " ".join(pages(own.pdf)[1].split())
    for words in ("L. Caal", "Rucksack", "Goes with you", "Knife", "The police keep it"):
        assert words in told
    assert "The child's language is not known" in told


def test_of_a_receiver_nobody_described_only_what_is_for_anyone_goes(
    desk: Desk, child: UUID
) -> None:
    propose(desk, child, Receiver(agency="DCFS", person="M. Ruiz"))
    packet = packets.issue_packet(desk, child, "receiver")
    assert names(desk, child, packet) == ["transfer_receipt", "belongings", "child_receipt"]


def test_nothing_is_issued_where_there_is_no_handoff(desk: Desk, child: UUID) -> None:
    with pytest.raises(Refused) as refused:
        packets.issue_packet(desk, child, "receiver")
    assert refused.value.code == "packet_is_empty"
    assert cases.read(desk, child).papers == ()


def test_an_auditor_prints_no_packet(sign_in: SignIn, desk: Desk, child: UUID) -> None:
    propose(desk, child)
    desk.person = replace(desk.person, roles=frozenset({"auditor"}))
    with pytest.raises(Refused):
        packets.issue_packet(desk, child, "receiver")


def test_a_changed_cover_does_not_agree(
    desk: Desk, child: UUID, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The cover drawn otherwise than it was issued: one copy more in its list."""
    propose(desk, child)
    packet = packets.issue_packet(desk, child, "receiver")
    compose = packet_cover.compose

    def one_more(given: object, cover: Cover) -> object:
        return compose(given, replace(cover, lines=(*cover.lines, cover.lines[0])))  # type: ignore[arg-type]

    monkeypatch.setattr("minors_desk.services.covers.compose", one_more)
    proved = printing.verify_paper(desk, packet.seal_code)
    assert (proved.verdict, proved.reason) == ("does_not_agree", "boxes_differ")


def test_what_is_addressed_to_another_goes_only_where_the_receiver_may_be_told(
    desk: Desk, child: UUID, monkeypatch: pytest.MonkeyPatch
) -> None:
    propose(desk, child)
    log = PAPERS["custody_log"]

    def names_with(**changed: object) -> list[str]:
        one = replace(log, goes_to=("receiver",), **changed)  # type: ignore[arg-type]
        monkeypatch.setattr(packets, "PAPERS", {log.name: one})
        found = packets.papers_of(desk, child, "receiver")
        return [part.paper.name for part in found]

    assert names_with() == ["custody_log"]
    assert names_with(to="child_protection") == ["custody_log"]
    assert names_with(to="consulate") == []
    assert names_with(to="consulate", about={"child.name": "immigration_status"}) == []
