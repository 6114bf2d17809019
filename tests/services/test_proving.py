"""Papers proved by scans and photographs, by files of all kinds, and where each copy is."""

from io import BytesIO
from uuid import UUID

import pytest
from PIL import Image, ImageDraw, ImageFilter

from minors_desk.domain.facts import FactTold, PersonName
from minors_desk.errors import BadInput, NotFound, Refused
from minors_desk.papers import pdfium, seal
from minors_desk.services import cases, copies, printing
from minors_desk.services.desk import Desk
from minors_desk.services.printing import Issued
from minors_desk.services.proving import Given, Proof, prove
from tests.services.conftest import StoryClock
from tests.services.test_handing_over import handed_over


@pytest.fixture
def issued(desk: Desk, child: UUID) -> Issued:
    """The receipt of a handoff, given out."""
    handed_over(desk, child)
    made = printing.issue_paper(desk, child, "transfer_receipt", 1)
    printing.paper_printed(desk, made, "printer", "M. Ruiz")
    return made


def pages(pdf: bytes, dpi: int = 200) -> list[Image.Image]:
    with pdfium.pages(pdf) as drawn:
        return [drawn.picture(at, dpi) for at in range(drawn.count)]


def saved(pictures: list[Image.Image], form: str, **how: object) -> bytes:
    out = BytesIO()
    first, *rest = pictures
    more = {"save_all": True, "append_images": rest} if rest else {}
    first.save(out, form, **more, **how)  # type: ignore[arg-type]
    return out.getvalue()


def by_picture(desk: Desk, data: bytes) -> Proof:
    proof = prove(desk, Given(data=data))
    assert proof.by == "picture"
    return proof


def test_a_fax_of_several_pages_is_read_page_by_page(desk: Desk, issued: Issued) -> None:
    fax = [one.convert("1") for one in pages(issued.pdf)]
    proof = by_picture(desk, saved(fax, "TIFF", compression="group4", dpi=(204, 196)))
    assert (proof.proved.verdict, proof.proved.number) == ("agrees", issued.number)
    assert (proof.shown, proof.of) == (tuple(range(1, issued.pages + 1)), issued.pages)
    assert proof.original == issued.pdf


@pytest.mark.parametrize("turn", [3.0, -7.5, 90.0, 180.0])
def test_a_page_that_lies_askew_is_read(desk: Desk, issued: Issued, turn: float) -> None:
    page = pages(issued.pdf)[0].rotate(turn, expand=True, fillcolor=255)
    proof = by_picture(desk, saved([page], "JPEG", quality=60))
    assert (proof.proved.verdict, proof.shown) == ("agrees", (1,))


def test_a_dim_and_specked_photograph_is_read(desk: Desk, issued: Issued) -> None:
    page = pages(issued.pdf, 150)[1].point(lambda dot: 60 + dot * 0.55)
    page = page.filter(ImageFilter.GaussianBlur(0.8))
    proof = by_picture(desk, saved([page], "JPEG", quality=50))
    assert (proof.proved.verdict, proof.shown) == ("agrees", (2,))


def test_ink_over_a_scanned_copy_is_expected(desk: Desk, issued: Issued) -> None:
    page = pages(issued.pdf)[0]
    ImageDraw.Draw(page).line((300, 900, 800, 760), fill=0, width=6)
    assert by_picture(desk, saved([page], "PNG")).good


def test_a_scan_that_was_saved_as_a_pdf_is_a_picture(desk: Desk, issued: Issued) -> None:
    proof = by_picture(desk, saved(pages(issued.pdf, 150), "PDF", resolution=150))
    assert (proof.proved.verdict, len(proof.shown)) == ("agrees", issued.pages)


def test_a_page_of_another_paper_among_the_scans_is_named(
    desk: Desk, issued: Issued, child: UUID
) -> None:
    other = printing.issue_paper(desk, child, "contact_log", 0)
    mixed = [pages(issued.pdf)[0], pages(other.pdf)[0], pages(issued.pdf)[1]]
    proof = by_picture(desk, saved(mixed, "TIFF"))
    assert proof.proved.verdict == "does_not_agree"
    (told,) = proof.differences
    assert (told.what, told.page) == ("page_foreign", 2)
    assert told.paper.startswith(other.number)


def test_a_page_whose_code_cannot_be_read_is_counted(desk: Desk, issued: Issued) -> None:
    blank = Image.new("L", (1700, 2200), 255)
    proof = by_picture(desk, saved([pages(issued.pdf)[0], blank], "TIFF"))
    assert (proof.good, proof.shown, proof.unread) == (True, (1,), (2,))
    with pytest.raises(BadInput, match="No code of a paper"):
        prove(desk, Given(data=saved([blank], "PNG")))


def test_a_paper_of_another_record_is_none_of_ours(desk: Desk, issued: Issued) -> None:
    page = pages(issued.pdf)[0]
    page.paste(255, (1380, 1900, 1700, 2200))  # our own code goes
    strange = seal.qr_payload(UUID(int=1), UUID(int=2), 1, 2, bytes(32), bytes(32))
    for down, row in enumerate(seal.qr_modules(strange)):
        for across, dark in enumerate(row):
            x, y = 1200 + 8 * across, 1600 + 8 * down
            page.paste(0 if dark else 255, (x, y, x + 8, y + 8))
    proof = by_picture(desk, saved([page], "PNG"))
    assert (proof.proved.verdict, proof.shown) == ("no_such_paper", ())


@pytest.mark.parametrize(
    ("data", "says"),
    [
        (b"", "neither a PDF nor a picture"),
        (b"hello", "neither a PDF nor a picture"),
        (b"%PDF-1.4\n%%EOF", "broken"),
        (b"\x89PNG\r\n\x1a\n" + bytes(99), "broken"),
        (b"II*\0" + bytes(40), "broken"),
        (b"\xff\xd8\xff" + bytes(40), "broken"),
    ],
)
def test_a_broken_file_gets_one_sentence(desk: Desk, data: bytes, says: str) -> None:
    with pytest.raises(BadInput, match=says):
        prove(desk, Given(data=data))


def test_a_picture_of_too_many_dots_is_refused(desk: Desk) -> None:
    huge = saved([Image.new("1", (30_000, 9_000), 1)], "PNG")
    with pytest.raises(BadInput, match="too many dots"):
        prove(desk, Given(data=huge))


def test_half_a_paper_is_broken_or_found(desk: Desk, issued: Issued) -> None:
    for part in (3, 50, 90, 99):
        with pytest.raises(BadInput, match="broken"):
            prove(desk, Given(data=issued.pdf[: len(issued.pdf) * part // 100]))


def test_the_record_that_went_on_is_no_alarm_by_file_either(
    desk: Desk, child: UUID, issued: Issued, clock: StoryClock
) -> None:
    clock.forward(30)
    name = PersonName(as_said="Ana Caal")
    told = FactTold(occurred_at=desk.clock(), fact="name", value=name, source="said")
    cases.add(desk, child, told)
    proof = prove(desk, Given(data=issued.pdf))
    assert (proof.proved.verdict, proof.differences) == ("agreed_when_issued", ())


def test_the_register_says_where_each_copy_is(
    desk: Desk, child: UUID, issued: Issued, clock: StoryClock
) -> None:
    (first,) = copies.register(desk, child)
    assert (first.given_to, first.fate, first.is_out) == ("M. Ruiz", "printed_printer", True)
    assert first.seal_code == issued.seal_code
    clock.forward(20)
    copies.account(desk, child, issued.entry_id, "passed_on", to="A. Night, DCFS")
    clock.forward(20)
    (passed,) = copies.register(desk, child)
    assert (passed.given_to, passed.is_out) == ("A. Night, DCFS", True)
    copies.account(desk, child, issued.entry_id, "destroyed", reason="shredded, a second version")
    (gone,) = copies.register(desk, child)
    assert (gone.fate, gone.is_out, len(gone.lines)) == ("destroyed", False, 3)
    assert gone.lines[-1].by == "D. Rivera"
    assert prove(desk, Given(code=issued.seal_code)).good


def test_a_copy_is_accounted_for_with_a_name_or_a_reason(
    desk: Desk, child: UUID, issued: Issued
) -> None:
    head = desk.journal.log_head()
    for what in ("passed_on", "destroyed", "lost"):
        with pytest.raises(BadInput, match="does not account"):
            copies.account(desk, child, issued.entry_id, what)  # type: ignore[arg-type]
    with pytest.raises(Refused, match="No paper of that issue"):
        copies.account(desk, child, UUID(int=3), "returned")
    with pytest.raises(NotFound, match="no such copy"):
        copies.by_code(desk, "1-7GQ4-0XKP-93MD")
    assert copies.by_code(desk, issued.seal_code) == (child, issued.entry_id)
    assert desk.journal.log_head() == head
