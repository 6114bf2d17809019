"""Measures making a two-page paper against drawing the same two pages by hand on a canvas.

Run it as ``python tests/bench/bench_paper.py``; it prints ours, bare and ratio, and judges nothing.
By hand means: the same words in the same places, rules and codes, with nothing wrapped, shaped,
fitted or digested. Each run is of another night, so that no text is remembered from the last one.
"""

import statistics
import sys
import time
from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from uuid import UUID

from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas

sys.path.insert(0, str(Path(__file__).resolve().parent.parent.parent))

from minors_desk import assets
from minors_desk.papers import seal, shaping
from minors_desk.papers.drawing import Imprint, draw
from minors_desk.papers.layout import lay_out
from minors_desk.papers.sheet import (
    Box,
    Column,
    Fill,
    Form,
    Head,
    Layout,
    Row,
    Rule,
    Section,
    Table,
    Words,
    digest,
)
from minors_desk.papers.sheets import HEIGHT, WIDTH

LINES = 30
RUNS = 40
ID, HASH = UUID(int=7), bytes(range(32))
HEAD = Head("Chicago Police Department", "Area Central", "AC-26-0412", "705 ILCS 405", "UTC")
COLUMNS = (
    Column("No.", 1),
    Column("Time", 3),
    Column("Duty served", 4),
    Column("Party", 4),
    Column("Result", 3),
    Column("What was said", 7),
)


def night(number: int) -> Form:
    """A contact log of two pages; each night has words of its own."""
    lines = tuple(
        tuple(
            Box(f"calls.{at}.{name}", "", text)
            for name, text in (
                ("no", str(at)),
                ("at", f"{number % 24:02d}:{at % 60:02d}"),
                ("duty", f"Tell a parent, {number} of {at}"),
                ("party", f"Hotline desk {at}, 1-800-{number:03d}-{at:04d}"),
                ("result", "No answer" if at % 3 else "Reached"),
                ("said", f"Worker {number * at} asked for the date of birth and will call back."),
            )
        )
        for at in range(1, LINES + 1)
    )
    child = Row((Box("child", "Name", f"Ana Xicay {number}"), Box("age", "Age", f"About {number}")))
    table = Section("Contacts", (Table("calls", COLUMNS, lines),))
    return Form(
        "bench", 1, "Contact log", HEAD, (Section("Child", (child,)), table), "M. Rivera", ""
    )


def imprint(layout: Layout) -> Imprint:
    """What an issued copy of it carries."""
    pages, made = len(layout.pages), digest("bench", 1, layout)
    return Imprint(
        paper_number="CL-AC-26-0412",
        version=1,
        copy=1,
        printed_at="2026-11-24 03:12 CST",
        printed_by="M. Rivera, 2217",
        seal_code=seal.seal_code(17, HASH),
        qr=tuple(seal.qr_payload(ID, ID, page, pages, made, HASH) for page in range(1, pages + 1)),
        key_id="ab" * 32,
        signature="cd" * 64,
        entry_hash=HASH.hex(),
    )


def ours(number: int) -> bytes:
    """From the form to the PDF's bytes."""
    layout = lay_out(night(number))
    return draw(layout, imprint(layout))


def by_hand(layout: Layout) -> bytes:
    """The same marks and codes, put straight onto a canvas."""
    out = BytesIO()
    canvas = Canvas(out, pagesize=(WIDTH, HEIGHT), invariant=True)
    carries = imprint(layout)
    for number, page in enumerate(layout.pages):
        for mark in page.marks:
            _by_hand(canvas, mark)
        _words(canvas, Words(104, 86, carries.seal_code, shaping.Style(11, bold=True)))
        _words(canvas, Words(104, 50, carries.printed_at + carries.printed_by, shaping.Style(8)))
        _code(canvas, carries.qr[number])
        canvas.showPage()
    canvas.save()
    return out.getvalue()


def _by_hand(canvas: Canvas, mark: object) -> None:
    if isinstance(mark, Words):
        _words(canvas, mark)
    elif isinstance(mark, Rule):
        canvas.setStrokeGray(mark.grey)
        canvas.setLineWidth(mark.width)
        canvas.line(mark.x1, mark.y1, mark.x2, mark.y2)
    elif isinstance(mark, Fill):
        canvas.setFillGray(mark.grey)
        canvas.rect(mark.x, mark.y, mark.width, mark.height, stroke=0, fill=1)


def _words(canvas: Canvas, words: Words) -> None:
    canvas.setFillGray(words.style.grey)
    canvas.setFont("Bold" if words.style.bold else "Regular", words.style.size)
    write = canvas.drawRightString if words.align == "right" else canvas.drawString
    write(words.x, words.y, words.text)


def _code(canvas: Canvas, payload: bytes) -> None:
    path = canvas.beginPath()
    for down, row in enumerate(seal.qr_modules(payload)):
        for at, dark in enumerate(row):
            if dark:
                path.rect(510 + at * 1.6, 90 - down * 1.6, 1.6, 1.6)
    canvas.setFillGray(0)
    canvas.drawPath(path, stroke=0, fill=1)


def _medians(*works: Callable[[int], object]) -> list[float]:
    """Milliseconds of one call of each, all done in turn, so that a busy machine is fair to all."""
    spent: list[list[float]] = [[] for _ in works]
    for number in range(1, RUNS + 1):
        for times, work in zip(spent, works, strict=True):
            begun = time.perf_counter()
            work(number)
            times.append((time.perf_counter() - begun) * 1000)
    return [statistics.median(times) for times in spent]


def main() -> None:
    for name, file in (("Regular", "NotoSans-Regular.ttf"), ("Bold", "NotoSans-Bold.ttf")):
        pdfmetrics.registerFont(TTFont(name, str(assets.path("fonts", file))))
    layouts = {number: lay_out(night(100 + number)) for number in range(1, RUNS + 1)}
    pages = {len(one.pages) for one in layouts.values()}
    ours(0), by_hand(layouts[1])  # fonts are opened once in a program
    bare, whole, laid_out = _medians(
        lambda number: by_hand(layouts[number]),
        ours,
        lambda number: lay_out(night(200 + number)),
    )
    print(f"{LINES} contacts on {max(pages)} pages, median of {RUNS} nights")
    for name, ms in {"form to PDF": whole, "laying out": laid_out}.items():
        print(f"{name:12} ours {ms:6.2f} ms  bare {bare:6.2f} ms  ratio {ms / bare:5.2f}")


if __name__ == "__main__":
    main()
