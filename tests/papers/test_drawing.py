"""The PDF: literal, equal for equal input, sealed when issued and only then, readable by a fax."""

import subprocess
import sys
from dataclasses import replace
from io import BytesIO
from pathlib import Path

import pypdf
import pytest
import zxingcpp
from PIL import ImageChops

from minors_desk.papers import seal
from minors_desk.papers.drawing import draw
from minors_desk.papers.layout import lay_out
from minors_desk.papers.sheet import Drawing, Layout, SignatureBox, digest
from minors_desk.papers.sheets import HEIGHT
from tests.papers import samples
from tests.papers.forms import ENTRY_HASH, PAPER, RECORD, box, form, imprint
from tests.papers.pictures import picture, text_of

ROOT = Path(__file__).resolve().parents[2]
TAG = "<img src='/etc/passwd'> &amp; <b>Ana</b> %s {0}"


def issued(text: str) -> bytes:
    """Return the PDF of an issued paper with that value."""
    layout = lay_out(form(box(text)))
    return draw(layout, imprint(layout))


def test_equal_input_gives_equal_bytes() -> None:
    text = samples.name_of(3_000)
    first = issued(text)
    issued(samples.THAI + samples.BENGALI)  # other glyphs in between change nothing
    assert issued(text) == first


def test_equal_input_gives_equal_bytes_in_another_process() -> None:
    code = (
        "import sys;from tests.papers.test_drawing import issued, samples;"
        "issued(samples.BENGALI + samples.ARABIC[::-1]);"
        "sys.stdout.buffer.write(issued(samples.name_of(600)))"
    )
    other = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, capture_output=True, check=True
    ).stdout
    assert other == issued(samples.name_of(600))


def test_markup_prints_as_itself_and_embeds_nothing() -> None:
    pdf = issued(TAG)
    assert TAG in text_of(pdf)
    for page in pypdf.PdfReader(BytesIO(pdf)).pages:
        assert "/XObject" not in page["/Resources"] or not page["/Resources"]["/XObject"]
        assert not page.images


def test_names_of_all_scripts_read_back_from_the_sheets() -> None:
    layout = lay_out(form(*(box(text) for text in samples.LEFT_TO_RIGHT.values())))
    back = text_of(draw(layout, imprint(layout)))
    for text in (samples.DEVANAGARI, samples.CHINESE, samples.ETHIOPIC, samples.THAI):
        assert text in back


@pytest.mark.parametrize("text", ["Ana", samples.name_of(10_000)])
def test_the_code_of_each_page_reads_back_at_fax_resolution(text: str) -> None:
    layout = lay_out(form(box(text)))
    pdf = draw(layout, imprint(layout))
    for number in range(1, len(layout.pages) + 1):
        page = picture(pdf, number - 1, scale=200 / 72).convert("1")
        (found,) = zxingcpp.read_barcodes(page.convert("L"))
        read = seal.read_qr(found.text)
        assert (read.record_id, read.paper_id) == (RECORD, PAPER)
        assert (read.page, read.of) == (number, len(layout.pages))
        assert read.digest == digest("test_paper", 1, layout)[:16]
        assert read.entry_hash == ENTRY_HASH[:16]


def test_the_foot_names_the_copy() -> None:
    text = text_of(issued("Ana"))
    for part in (
        "TR-AC-26-0412-1",
        "version 2",
        "copy 3",
        "Page 1 of 1",
        seal.seal_code(17, ENTRY_HASH),
        "2026-11-24 02:14 CST by M. Rivera, badge 2217",
        "Prepared by",
    ):
        assert part in text


def test_the_metadata_has_the_proof_and_no_name() -> None:
    found = pypdf.PdfReader(BytesIO(issued("Ana Lucía"))).metadata
    assert found is not None
    assert found.title == "TR-AC-26-0412-1"
    assert ENTRY_HASH.hex() in str(found["/Keywords"])
    assert "cd" * 64 in str(found["/Keywords"])
    assert not any("Ana" in str(value) for value in found.values())


def test_a_preview_has_no_seal_and_says_what_it_is() -> None:
    pdf = draw(lay_out(form(box("Ana"))), None)
    text = text_of(pdf)
    assert text.count("PREVIEW") == 2
    assert "Seal code" not in text
    assert "copy" not in text
    assert not zxingcpp.read_barcodes(picture(pdf, scale=200 / 72))
    found = pypdf.PdfReader(BytesIO(pdf)).metadata
    assert found is not None
    assert found.title == "PREVIEW"
    assert "/Keywords" not in found or not found["/Keywords"]


def test_each_page_needs_its_code() -> None:
    layout = lay_out(form(box("Ana")))
    with pytest.raises(ValueError, match="one QR payload for each page"):
        draw(layout, imprint(layout, qr=()))


@pytest.mark.parametrize(
    "strokes",
    [
        (((0, 0, 0), (2000, 700, 90)),),
        (((5, 5, 0),),),
        (((0, 3, 0), (0, 1900, 5)), ((7, 7, 9),)),
    ],
)
def test_strokes_are_drawn_within_their_box(strokes: tuple[tuple[tuple[int, int, int]]]) -> None:
    layout = lay_out(form(SignatureBox("sign", "Receiver", strokes, ("K. Ruiz",))))
    (place,) = [mark for mark in layout.pages[0].marks if isinstance(mark, Drawing)]
    without = tuple(mark for mark in layout.pages[0].marks if mark is not place)
    one = picture(draw(layout, None))
    other = picture(draw(Layout((replace(layout.pages[0], marks=without),)), None))
    ink = ImageChops.difference(one, other).getbbox()
    assert ink is not None
    left, top, right, bottom = (edge / 2 for edge in ink)
    assert place.x - 1 <= left < right <= place.x + place.width + 1
    assert HEIGHT - place.y - place.height - 1 <= top < bottom <= HEIGHT - place.y + 1


def test_a_long_name_of_an_officer_does_not_reach_the_code() -> None:
    layout = lay_out(form(box("Ana")))
    pdf = draw(layout, imprint(layout, printed_by="Rivera " * 400))
    assert len(zxingcpp.read_barcodes(picture(pdf, scale=200 / 72))) == 1
