"""Coarse pictures of every paper, kept beside the tests: what moves or vanishes on a page shows.

    python -m tests.papers.golden --renew [NAME ...]

draws the kept pictures anew, of the papers named or of all; look at the pages before you commit
them. Each file has the pages of one paper under one another, 170 by 220 dots each, in 16 greys.
"""

import argparse
import sys
from io import BytesIO
from pathlib import Path

import pypdfium2
from PIL import Image, ImageChops

from minors_desk.papers import seal
from minors_desk.papers.catalog import PAPERS
from minors_desk.papers.drawing import draw
from minors_desk.papers.layout import lay_out
from minors_desk.papers.sheet import Form, Layout
from tests.papers.cases import SIZES
from tests.papers.forms import ENTRY_HASH, PAPER, RECORD, imprint

KEPT = Path(__file__).parent / "golden"
WIDTH, HEIGHT = 170, 220
_FINER = 5
_GREYS = 16
_STEP = 255 // (_GREYS - 1)
LIGHTER = 2 * _STEP
"""By how much a dot may differ: less is another rounding of the same edge."""
DOTS = 1
"""How many dots of a page may differ by more."""


def of_form(form: Form) -> tuple[Image.Image, ...]:
    """The pages of a form, coarse."""
    return of_layout(lay_out(form))


def of_layout(layout: Layout) -> tuple[Image.Image, ...]:
    """The same of a layout; its codes say nothing of the boxes, which would change them all."""
    pages = len(layout.pages)
    codes = tuple(
        seal.qr_payload(RECORD, PAPER, page, pages, bytes(32), ENTRY_HASH)
        for page in range(1, pages + 1)
    )
    document = pypdfium2.PdfDocument(draw(layout, imprint(layout, qr=codes)))
    try:
        scale = WIDTH * _FINER / 612
        return tuple(_coarse(page.render(scale=scale).to_pil()) for page in document)
    finally:
        document.close()


def _coarse(page: Image.Image) -> Image.Image:
    small = page.convert("L").resize((WIDTH, HEIGHT), Image.Resampling.BOX)
    return small.point([min(255, round(value / _STEP) * _STEP) for value in range(256)])


def file_of(name: str, size: str) -> Path:
    """Where the picture of that paper is kept."""
    return KEPT / f"{name}-{size}.png"


def kept(name: str, size: str) -> tuple[Image.Image, ...]:
    """The kept pages; FileNotFoundError where none were."""
    with Image.open(file_of(name, size)) as file:
        whole = file.convert("L")
    return tuple(
        whole.crop((0, top, WIDTH, top + HEIGHT)) for top in range(0, whole.height, HEIGHT)
    )


def differing(before: Image.Image, now: Image.Image) -> int:
    """How many dots of a page differ by more than an edge may."""
    return sum(ImageChops.difference(before, now).histogram()[LIGHTER + 1 :])


def renew(name: str, size: str) -> None:
    """Draw that picture anew and keep it."""
    pages = of_form(SIZES[size](name))
    whole = Image.new("L", (WIDTH, HEIGHT * len(pages)))
    for at, page in enumerate(pages):
        whole.paste(page, (0, at * HEIGHT))
    few = whole.point([value // _STEP for value in range(256)]).convert("P")
    few.putpalette([grey * _STEP for grey in range(_GREYS) for _ in range(3)])
    out = BytesIO()
    few.save(out, "PNG", optimize=True, bits=4)
    KEPT.mkdir(exist_ok=True)
    file_of(name, size).write_bytes(out.getvalue())


def main() -> None:
    """Draw the kept pictures anew; those of papers that there are no longer go."""
    parser = argparse.ArgumentParser(prog="python -m tests.papers.golden")
    parser.add_argument("--renew", action="store_true", required=True)
    parser.add_argument("names", nargs="*", choices=[*PAPERS, []])
    names = parser.parse_args().names or list(PAPERS)
    for name in names:
        for size in SIZES:
            renew(name, size)
            sys.stdout.write(f"{file_of(name, size).name}\n")
    for file in KEPT.glob("*.png"):
        if file.stem.rpartition("-")[0] not in PAPERS:
            file.unlink()


if __name__ == "__main__":
    main()
