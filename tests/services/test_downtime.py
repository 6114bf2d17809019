"""Paper days on a real record: numbers reserved, sheets drawn, entered once with their times."""

import io
from datetime import timedelta
from pathlib import Path
from uuid import UUID

import pypdfium2
import pytest
import zxingcpp

from minors_desk.domain.attachments import AttachmentAdded
from minors_desk.domain.bodies import Body, SecondPerson
from minors_desk.domain.care import CareGiven, WelfareChecked
from minors_desk.domain.closing import CaseClosed
from minors_desk.domain.custody import CustodyBegan
from minors_desk.domain.downtime import SHEET_KINDS, DowntimeEntered, DowntimeReserved
from minors_desk.domain.encounter import Encountered
from minors_desk.errors import BadInput, NotFound, Refused
from minors_desk.papers import seal
from minors_desk.papers.seal import read_qr
from minors_desk.services import attachments, cases, downtime, printing, proving, sheet_scans
from minors_desk.services.desk import Desk
from minors_desk.services.verifying import verify_record
from tests.services.conftest import StoryClock

PNG = b"\x89PNG\r\n\x1a\n" + bytes(64)
INTAKE, ROUNDS, CALLS, RECEIPT = (f"DT-AC-26-000{n}" for n in (1, 2, 3, 4))


def rounds(desk: Desk, minutes: int = 60) -> tuple[WelfareChecked, CareGiven]:
    """Two lines of a round sheet, the older so many minutes ago."""
    old = desk.now() - timedelta(minutes=minutes)
    return (
        WelfareChecked(
            occurred_at=old, condition="asleep", done_by=SecondPerson(name="K. Lee", badge="12")
        ),
        CareGiven(occurred_at=old + timedelta(minutes=10), what="water", answer="accepted"),
    )


@pytest.fixture
def pack(desk: Desk, clock: StoryClock, child: UUID) -> downtime.BlankSheets:
    """One set, printed; the power was away for two hours since."""
    made = downtime.make_pack(desk, 1)
    clock.forward(120)
    return made


def test_numbers_are_reserved_in_one_append_and_stand_on_their_sheets(desk: Desk) -> None:
    before = desk.journal.log_head().ordinal
    first, second = downtime.make_pack(desk, 2), downtime.make_pack(desk, 1)
    told = [one.body for one in desk.journal.what_made_station() if one.ordinal > before]
    made = [one for one in told if isinstance(one, DowntimeReserved)]
    assert [(one.first, one.last) for one in made] == [(1, 8), (9, 12)]
    assert [one.kind for one in first.sheets] == list(SHEET_KINDS) * 2
    assert first.sheets[0].number.endswith("-26-0001")
    assert second.sheets[0].number.endswith("-26-0009")
    pdf = pypdfium2.PdfDocument(io.BytesIO(first.pdf))
    assert len(pdf) == 8
    pages = list(zip(pdf, first.sheets, strict=True))
    for at, (page, sheet) in enumerate(pages, start=1):
        words = page.get_textpage().get_text_bounded()
        assert words.count(sheet.number) == 2
        assert first.seal_code in words and "MISSING" not in words
        picture = page.render(scale=200 / 72).to_pil().convert("L")
        (code,) = zxingcpp.read_barcodes(picture)
        read = read_qr(code.text)
        assert (read.paper_id, read.page, read.of) == (first.entry_id, at, 8)
    pdf.close()
    assert len(downtime.outstanding(desk)) == 12


def test_the_codes_prove_the_sheets(desk: Desk, pack: downtime.BlankSheets) -> None:
    proved = printing.verify_paper(desk, pack.seal_code)
    assert (proved.verdict, proved.number) == ("agrees", f"{INTAKE} – {RECEIPT}")  # noqa: RUF001
    wrong = pack.seal_code[:-4] + "0000"
    assert printing.verify_paper(desk, wrong).verdict != "agrees"
    assert not verify_record(desk, signatures=True).problems


def test_a_scanned_sheet_is_proved_by_its_code(desk: Desk, pack: downtime.BlankSheets) -> None:
    pdf, scan = pypdfium2.PdfDocument(io.BytesIO(pack.pdf)), io.BytesIO()
    pdf[1].render(scale=150 / 72).to_pil().save(scan, "PNG")
    pdf.close()
    proof = proving.Prover(desk).prove(proving.Given(data=scan.getvalue()))
    assert (proof.proved.verdict, proof.shown, proof.of) == ("agrees", (2,), 4)
    entry = desk.journal.proof(pack.entry_id)
    made = bytes.fromhex(next(one.digest for one in desk.station.reserved if one.last == 4))
    here = desk.vault.record_id
    good = seal.qr_payload(here, pack.entry_id, 2, 4, made, entry.hash)
    assert sheet_scans.shown(desk, {1: read_qr(seal.qr_text(good))}) == (pack.seal_code, ())
    for wrong in (
        seal.qr_payload(here, pack.entry_id, 5, 4, made, entry.hash),
        seal.qr_payload(here, pack.entry_id, 2, 3, made, entry.hash),
        seal.qr_payload(here, pack.entry_id, 2, 4, bytes(32), entry.hash),
        seal.qr_payload(here, pack.entry_id, 2, 4, made, bytes(32)),
    ):
        found = sheet_scans.shown(desk, {1: read_qr(seal.qr_text(wrong))})
        assert found == (pack.seal_code, (1,))


@pytest.mark.parametrize("count", [0, -1, 61])
def test_a_pack_has_one_to_sixty_sets(desk: Desk, count: int) -> None:
    with pytest.raises(BadInput, match="number of sets"):
        downtime.make_pack(desk, count)


def test_a_sheet_keeps_the_papers_times_and_its_scan(
    desk: Desk, pack: downtime.BlankSheets, child: UUID, tmp_path: Path
) -> None:
    scan = tmp_path / "scan.png"
    scan.write_bytes(PNG)
    lines = rounds(desk)
    made = downtime.enter(desk, ROUNDS.lower(), child, lines, scan)
    case = cases.read(desk, child)
    by_id = {one.entry.id: one.entry.body for one in case.log}
    told = [by_id[one] for one in made.covers]
    for line, body in zip(lines, told[:2], strict=True):
        assert type(body) is type(line)
        assert isinstance(body, Body) and body.occurred_at == line.occurred_at
        assert body.late_because == "system_was_down"
    first, second = told[:2]
    assert isinstance(first, WelfareChecked) and isinstance(second, CareGiven)
    assert first.done_by == SecondPerson(name="K. Lee", badge="12", how="signed_on_paper")
    assert second.done_by is None
    assert isinstance(told[2], AttachmentAdded)
    assert case.checks[-1].at == lines[0].occurred_at
    (entered,) = (one for one in by_id.values() if isinstance(one, DowntimeEntered))
    assert (entered.number, entered.sheet, entered.covers) == (ROUNDS, "rounds", made.covers)
    attached = next(one for one in case.attachments if one.file_id == entered.scan)
    assert attachments.read(desk, attached) == PNG
    assert [one.number for one in downtime.outstanding(desk)] == [INTAKE, CALLS, RECEIPT]


@pytest.mark.parametrize("kind", ["png", "pdf"])
def test_the_scan_of_another_sheet_is_refused(
    desk: Desk, pack: downtime.BlankSheets, child: UUID, tmp_path: Path, kind: str
) -> None:
    pdf, scan = pypdfium2.PdfDocument(io.BytesIO(pack.pdf)), tmp_path / f"scan.{kind}"
    for place in (2, 1):
        if kind == "png":
            pdf[place].render(scale=150 / 72).to_pil().save(scan)
        else:
            one = pypdfium2.PdfDocument.new()
            one.import_pages(pdf, [place])
            one.save(scan)
            one.close()
        if place == 2:
            with pytest.raises(BadInput, match=f"scan of {CALLS}, not of {ROUNDS}"):
                downtime.enter(desk, ROUNDS, child, rounds(desk), scan)
            assert cases.read(desk, child).attachments == ()
    downtime.enter(desk, ROUNDS, child, rounds(desk), scan)
    assert len(cases.read(desk, child).attachments) == 1
    pdf.close()


def test_a_number_is_entered_once_by_one_case(
    desk: Desk, pack: downtime.BlankSheets, child: UUID
) -> None:
    downtime.enter(desk, ROUNDS, child, rounds(desk))
    before = desk.journal.log_head()
    with pytest.raises(Refused, match="entered already"):
        downtime.enter(desk, ROUNDS, child, rounds(desk, 50))
    with pytest.raises(Refused, match="entered already"):
        downtime.strike(desk, ROUNDS, "spoiled")
    assert desk.journal.log_head() == before


def test_a_struck_sheet_is_never_entered(
    desk: Desk, pack: downtime.BlankSheets, child: UUID
) -> None:
    with pytest.raises(BadInput, match="Why it is struck"):
        downtime.strike(desk, ROUNDS, "  ")
    downtime.strike(desk, ROUNDS, "coffee over it")
    with pytest.raises(Refused, match="struck"):
        downtime.enter(desk, ROUNDS, child, rounds(desk))
    (sheet,) = (one for one in downtime.listed(desk) if one.number == ROUNDS)
    assert (sheet.state, sheet.reason) == ("struck", "coffee over it")


def test_an_intake_opens_a_case_with_its_own_times(desk: Desk, pack: downtime.BlankSheets) -> None:
    at = desk.now() - timedelta(minutes=90)
    met = Encountered(occurred_at=at, encounter_id=desk.new_id(), place="Bus station")
    began = CustodyBegan(
        occurred_at=at, starts_from="contact", place="Area Central", watched_by="K. Lee"
    )
    with pytest.raises(BadInput, match="begins with one encounter"):
        downtime.enter(desk, INTAKE, None, (began,))
    made = downtime.enter(desk, INTAKE, None, (met, began))
    case = cases.read(desk, made.case_id)
    assert case.number and case.episodes[0].start == at
    assert len(downtime.outstanding(desk)) == 3


def test_what_is_wrong_saves_nothing(
    desk: Desk, pack: downtime.BlankSheets, child: UUID, tmp_path: Path
) -> None:
    before = desk.journal.log_head()
    now = desk.now()
    met = Encountered(occurred_at=now, encounter_id=desk.new_id(), place="Bus station")
    ahead = WelfareChecked(occurred_at=now + timedelta(hours=1), condition="calm")
    scan = tmp_path / "scan.png"
    scan.write_bytes(PNG)
    for number, case_id, lines, error in (
        ("DT-AC-26-0099", child, rounds(desk), Refused),
        (CALLS, child, rounds(desk), Refused),
        (ROUNDS, child, (), BadInput),
        (ROUNDS, child, rounds(desk, 121), Refused),
        (INTAKE, child, (met,), BadInput),
        (ROUNDS, desk.new_id(), rounds(desk), NotFound),
        (ROUNDS, child, (ahead,), Refused),
        (ROUNDS, child, (CaseClosed(occurred_at=now),), Refused),
    ):
        with pytest.raises(error):
            downtime.enter(desk, number, case_id, lines, scan)
    with pytest.raises(BadInput, match="no file"):
        downtime.enter(desk, ROUNDS, child, rounds(desk), tmp_path / "nowhere")
    assert desk.journal.log_head() == before
    kept = (desk.vault.folder / "attachments").rglob("*")
    assert [one for one in kept if one.is_file()] == []
    assert len(downtime.outstanding(desk)) == 4
