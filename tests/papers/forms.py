"""Forms and imprints for the tests of layout and drawing."""

from hashlib import sha256
from uuid import UUID

from minors_desk.papers import seal
from minors_desk.papers.drawing import Imprint, draw
from minors_desk.papers.layout import lay_out
from minors_desk.papers.sheet import (
    Answer,
    Box,
    Form,
    Head,
    Layout,
    Row,
    Section,
    SignatureBox,
    digest,
)

RECORD, PAPER = UUID(int=5), UUID(int=7)
ENTRY_HASH = sha256(b"an entry").digest()
HEAD = Head("Chicago Police Department", "Area Central", "AC-26-0412", "705 ILCS 405/1-7", "UTC")


def form(*boxes: Box | SignatureBox, lines: int = 1, head: Head = HEAD) -> Form:
    """Return a form of one section with a row for each box, half the page wide."""
    rows = tuple(
        Row((box, Box(f"side.{at}", "", "x")), lines=lines) for at, box in enumerate(boxes)
    )
    return Form("test_paper", 1, "Paper for tests", head, (Section("Boxes", rows),), "M. Rivera")


def box(text: str, state: Answer = "given") -> Box:
    """Return a box named `value`."""
    return Box("value", "Value", text, state)


def paper() -> bytes:
    """Return the PDF of an issued paper of one page."""
    layout = lay_out(form(box("Ana")))
    return draw(layout, imprint(layout))


def imprint(layout: Layout, **changed: object) -> Imprint:
    """Return an imprint that fits a layout."""
    pages = len(layout.pages)
    whole = digest("test_paper", 1, layout)
    values = {
        "paper_number": "TR-AC-26-0412-1",
        "version": 2,
        "copy": 3,
        "printed_at": "2026-11-24 02:14 CST",
        "printed_by": "M. Rivera, badge 2217",
        "seal_code": seal.seal_code(17, ENTRY_HASH),
        "qr": tuple(
            seal.qr_payload(RECORD, PAPER, page, pages, whole, ENTRY_HASH)
            for page in range(1, pages + 1)
        ),
        "key_id": "ab" * 32,
        "signature": "cd" * 64,
        "entry_hash": ENTRY_HASH.hex(),
    }
    return Imprint(**(values | changed))  # type: ignore[arg-type]
