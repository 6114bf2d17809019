"""Pictures of printed pages, from a scanner, a fax or a telephone: the code on each page.

What the letters on a picture say it cannot prove; the code says which page it should be.
"""

import warnings
from collections.abc import Iterator
from dataclasses import dataclass
from io import BytesIO

import zxingcpp
from PIL import Image, ImageFilter, ImageSequence

from minors_desk.errors import BadInput
from minors_desk.papers import seal

_FORMATS = ("PNG", "JPEG", "TIFF")
_QR = zxingcpp.BarcodeFormats(zxingcpp.BarcodeFormat.QRCode)
MOST_BYTES = 200 * 1024 * 1024
_MOST_DOTS = 80_000_000  # a Letter page at 900 dpi
_MOST_PAGES = 255
_STRETCHED = 1.2
_SMALL = 1400
"""Narrower than this in dots, a page is tried once more at twice the size."""


@dataclass(frozen=True, slots=True)
class Scanned:
    """One page of a picture file, upright or not, and the code of ours on it (empty for none)."""

    picture: Image.Image
    code: str


def read(data: bytes) -> list[Scanned]:
    """All pages of a PNG, JPEG or TIFF; raises BadInput for what is none, broken or far too big."""
    if len(data) > MOST_BYTES:
        raise _bad("This picture is too large to be a scanned paper", "Scan it at 300 dpi.")
    try:
        return [Scanned(one, code_on(one)) for one in _frames(data)]
    except (Image.DecompressionBombError, Image.DecompressionBombWarning) as error:
        raise _bad("This picture has too many dots for a page", "Scan it at 300 dpi.") from error
    except (OSError, ValueError, SyntaxError, KeyError, TypeError, OverflowError) as error:
        raise _bad(
            "This picture is broken, or none that can be read",
            "Give a PDF, PNG, JPEG or TIFF file, or type the seal code.",
        ) from error


def code_on(picture: Image.Image) -> str:
    """The code of a paper of this program on a page, as it reads; empty where there is none."""
    for tried in _tries(picture):
        for found in zxingcpp.read_barcodes(tried, _QR):
            text = found.text.strip().upper()
            try:
                seal.read_qr(text)
            except BadInput:
                continue  # another square code on the page, such as one of a form
            return text
    return ""


def _tries(picture: Image.Image) -> Iterator[Image.Image]:
    """Its corner, the page as it is, enlarged if it is small, smoothed for a fax full of specks."""
    across, down = picture.size
    yield picture.crop((across * 3 // 4, down * 4 // 5, across, down))
    yield picture
    if picture.width < _SMALL:
        yield picture.resize((2 * picture.width, 2 * picture.height), Image.Resampling.BICUBIC)
    yield picture.filter(ImageFilter.MedianFilter(3))
    yield picture.filter(ImageFilter.GaussianBlur(1.2))


def _frames(data: bytes) -> Iterator[Image.Image]:
    with warnings.catch_warnings():
        warnings.simplefilter("error", Image.DecompressionBombWarning)
        warnings.filterwarnings("ignore", category=UserWarning)  # of a tag that nobody needs
        with Image.open(BytesIO(data), formats=_FORMATS) as opened:
            for number, frame in enumerate(ImageSequence.Iterator(opened), start=1):
                if number > _MOST_PAGES or frame.width * frame.height > _MOST_DOTS:
                    raise Image.DecompressionBombError
                yield _square(frame)


def _square(frame: Image.Image) -> Image.Image:
    """The page in shades of grey; a fax of the coarse kind has half as many lines as dots."""
    across, down = (float(one or 0) for one in frame.info.get("dpi", (0, 0)))
    grey = frame.convert("L")
    if across <= 0 or down <= 0 or 1 / _STRETCHED < across / down < _STRETCHED:
        return grey
    most = max(across, down)
    size = (round(grey.width * most / across), round(grey.height * most / down))
    if max(size) > 20_000:
        return grey
    return grey.resize(size, Image.Resampling.BICUBIC)


def _bad(title: str, hint: str) -> BadInput:
    return BadInput(title, hint, field="file")
