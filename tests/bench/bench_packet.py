"""Measures making a packet of ten papers against drawing the same pages by hand on one canvas.

Run it as ``python tests/bench/bench_packet.py``; it prints ours, bare and ratio, and judges
nothing. Ours is all that a packet takes once its forms are composed: laid out, digests, cover,
seals, one PDF. By hand means the same words, rules and codes in the same places, on one canvas.
"""

import sys
from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path
from uuid import UUID

from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas

sys.path.insert(0, str(Path(__file__).resolve().parent.parent.parent))

from minors_desk import assets
from minors_desk.domain.case import fold
from minors_desk.domain.station import StationFounded
from minors_desk.papers.drawing import Imprint, draw_packet
from minors_desk.papers.layout import lay_out
from minors_desk.papers.packet_cover import Cover, PacketLine, compose
from minors_desk.papers.paper import PaperInput
from minors_desk.papers.sheet import Layout
from minors_desk.papers.sheets import HEIGHT, WIDTH
from tests.bench.bench_paper import _by_hand, _code, _medians, imprint, night

PAPERS = 10
Parts = list[tuple[Layout, Imprint]]


def packet(number: int) -> Parts:
    """Ten papers of one night laid out and bound, behind their cover."""
    layouts = [lay_out(night(number * PAPERS + at)) for at in range(PAPERS)]
    listed = tuple(
        PacketLine(
            paper="contact_log",
            number=f"CL-AC-26-0412-{at}",
            version=1,
            copy=1,
            pages=len(one.pages),
            seal_code="17-7GQ4-0XKP-93MD",
            for_whom="receiver",
        )
        for at, one in enumerate(layouts, start=1)
    )
    cover = Cover(
        for_whom="receiver",
        receiver=f"DCFS, M. Ruiz {number}",
        at="2026-11-24 03:12 CST",
        lines=listed,
        papers_digest="ab" * 32,
    )
    whole = [lay_out(compose(GIVEN, cover)), *layouts]
    return [(one, imprint(one)) for one in whole]


def ours(number: int) -> bytes:
    """From the forms to the PDF's bytes."""
    return draw_packet(packet(number))


def by_hand(parts: Parts) -> bytes:
    """The same marks and codes, put straight onto a canvas."""
    out = BytesIO()
    canvas = Canvas(out, pagesize=(WIDTH, HEIGHT), invariant=True)
    for layout, carries in parts:
        for number, page in enumerate(layout.pages):
            for mark in page.marks:
                _by_hand(canvas, mark)
            canvas.setFont("Regular", 8)
            canvas.drawString(104, 86, carries.seal_code)
            canvas.drawString(104, 50, carries.printed_at + carries.printed_by)
            canvas.drawString(104, 27, carries.paper_number)
            _code(canvas, carries.qr[number])
            canvas.showPage()
    canvas.save()
    return out.getvalue()


GIVEN = PaperInput(
    case=fold(UUID(int=1), ()),
    subject=0,
    station=StationFounded(
        occurred_at=datetime(2026, 11, 24, 9, tzinfo=UTC),
        record_id=UUID(int=2),
        station="Area Central",
        code="AC",
        jurisdiction="US-IL",
        zone="America/Chicago",
    ),
)


def main() -> None:
    for name, file in (("Regular", "NotoSans-Regular.ttf"), ("Bold", "NotoSans-Bold.ttf")):
        pdfmetrics.registerFont(TTFont(name, str(assets.path("fonts", file))))
    ready = packet(1000)
    pages = sum(len(layout.pages) for layout, _ in ready)
    ours(2000), by_hand(ready)  # fonts are opened once in a program
    bare, whole = _medians(lambda _: by_hand(ready), ours)
    print(f"{PAPERS} papers and their cover, {pages} pages")
    print(f"packet       ours {whole:6.1f} ms  bare {bare:6.1f} ms  ratio {whole / bare:5.2f}")


if __name__ == "__main__":
    main()
