"""What a PDF is made of, as digests: each page with all that it is drawn from, and what is beside.

Two files that hold the same page give the same digest for it, however their streams are packed and
their objects numbered; one operator, one glyph or one font more gives another. A signature that
was added afterwards (a field of no size, its certificate) changes no digest; anything else does.
"""

import re
import zlib
from base64 import a85decode
from binascii import Error as NotBase
from collections.abc import Mapping
from dataclasses import dataclass
from hashlib import sha256
from io import BytesIO
from typing import Any

import pikepdf

from minors_desk.errors import BadInput

MOST_BYTES = 64 * 1024 * 1024
"""A larger file is not read, nor one that unpacks to more than four times this."""
MOST_PAGES = 400
_UNPACKED = 4 * MOST_BYTES
_PACKING = frozenset({"/Length", "/Filter", "/DecodeParms"})
_OWN_WAY = frozenset({"/Parent", "/Annots", "/Resources", "/MediaBox", "/CropBox", "/Rotate"})
_INHERITED = ("/Resources", "/MediaBox", "/CropBox", "/Rotate")
_SIGNING = frozenset({"/Pages", "/AcroForm", "/Extensions", "/Version", "/DSS", "/Perms"})
_OF_A_FORM = frozenset({"/Fields", "/SigFlags", "/DA", "/DR"})
_OF_A_FIELD = frozenset(
    ("/T", "/FT", "/Type", "/Subtype", "/F", "/Ff", "/Rect", "/P", "/V", "/AP", "/SV", "/Lock")
)
_WHEN = ("x:xmptk", "rdf:about", "xmp:ModifyDate", "xmp:MetadataDate", "pdf:Producer")
_MOST_TOLD = 4000
_HIDDEN = 2
_DEEPEST = 60


@dataclass(frozen=True, slots=True)
class Parts:
    """The digests of a file's pages, and of what else its catalogue leads to.

    `info` is what the file says of itself; `notes` names what lies over a page (page from 1, kind)
    besides a signature without a picture, `beside` what the catalogue has that we never write.
    """

    pages: tuple[str, ...]
    info: Mapping[str, str]
    notes: tuple[tuple[int, str], ...]
    beside: tuple[str, ...]


def read(data: bytes) -> Parts:
    """Take a PDF apart; raises BadInput for what is none, is broken, encrypted or far too large."""
    if len(data) > MOST_BYTES:
        raise _bad("This PDF is larger than any paper", "Choose the file of one paper.")
    try:
        with pikepdf.open(BytesIO(data), attempt_recovery=False, suppress_warnings=True) as pdf:
            if pdf.is_encrypted:
                raise _bad("This PDF is encrypted", "Save it without encryption, or type its code.")
            return _parts(pdf)
    except (pikepdf.PdfError, RecursionError, zlib.error, ValueError, TypeError, KeyError) as error:
        raise _bad(
            "This PDF is broken: it could not be read",
            "Choose the file as it was saved, or type the seal code.",
        ) from error


def _parts(pdf: pikepdf.Pdf) -> Parts:
    if not 0 < len(pdf.pages) <= MOST_PAGES:
        raise _bad("This PDF has no pages, or far too many", "Choose the file of one paper.")
    reader = _Reader()
    pages, notes = [], []
    for number, page in enumerate(pdf.pages, start=1):
        pages.append(reader.page(page.obj))
        notes += [(number, kind) for kind in _over(page.obj)]
    info: Any = pdf.trailer.get("/Info", {})
    told = {str(key): _shown(value) for key, value in info.items()}
    return Parts(tuple(pages), told, tuple(notes), tuple(_beside(pdf.Root, reader)))


def _over(page: Any) -> list[str]:
    """The kinds of what lies over a page, but for a signature that shows nothing."""
    return [
        str(one.get("/Subtype", "")).strip("/") or "?"
        for one in page.get("/Annots", [])
        if not _signs_unseen(one)
    ]


def _signs_unseen(field: Any) -> bool:
    """Whether an annotation is the field of a signature, without a picture of its own."""
    if field.get("/Subtype") != "/Widget" or field.get("/FT") != "/Sig":
        return False
    if set(field.keys()) - _OF_A_FIELD:
        return False
    left, low, right, high = (float(edge) for edge in field.get("/Rect", [0, 0, 1, 1]))
    return left == right or low == high or bool(int(field.get("/F", 0)) & _HIDDEN)


def _beside(root: Any, reader: "_Reader") -> list[str]:
    """What of the catalogue differs from what this program writes, by its name in the file."""
    found = [
        f"{key} {reader.of(value)}" if key in ("/Lang", "/PageMode") else str(key)
        for key, value in root.items()
        if key not in _SIGNING and key != "/Type" and not (key == "/Metadata" and _of_when(value))
    ]
    form = root.get("/AcroForm", {})
    fields = form.get("/Fields", [])
    if set(form.keys()) - _OF_A_FORM or any(one.get("/FT") != "/Sig" for one in fields):
        found.append("/AcroForm")
    return sorted(found)


def _of_when(metadata: Any) -> bool:
    """Whether metadata in XML says only when and by what the file was written, as signing adds."""
    if "/Filter" in metadata or len(metadata.read_raw_bytes()) > _MOST_TOLD:
        return False
    text = metadata.read_raw_bytes().decode("utf-8", "replace")
    marks = re.sub(r"<\?xpacket [^<>]*\?>", "", text)
    if "<!" in marks or "<?" in marks or re.sub(r"<[^<>]*>", "", marks).strip():
        return False
    said = re.findall(r'([\w:]+)\s*=\s*["\']', marks)
    return all(one in _WHEN or one.startswith("xmlns:") for one in said)


class _Reader:
    """Digests the objects of one file; each is read once."""

    def __init__(self) -> None:
        self._known: dict[tuple[int, int], str] = {}
        self._open: set[tuple[int, int]] = set()
        self._left = _UNPACKED

    def page(self, page: Any) -> str:
        """The digest of what a page is drawn from; its place in the file is not in it."""
        own = [f"{key} {self.of(page[key])}" for key in sorted(page.keys()) if key not in _OWN_WAY]
        had = [f"{key} {self.of(value)}" for key in _INHERITED if (value := _had(page, key))]
        return _hash("\n".join((*own, *had)).encode())

    def of(self, value: Any, depth: int = 0) -> str:
        """The digest or the text of any value."""
        if depth > _DEEPEST:
            raise ValueError("nested too deep")
        if not isinstance(value, pikepdf.Object):
            return f"{type(value).__name__} {value}"
        if not value.is_indirect:
            return self._direct(value, depth)
        name = value.objgen
        if name in self._open:
            return "round"
        if name not in self._known:
            self._open.add(name)
            self._known[name] = _hash(self._direct(value, depth).encode())
            self._open.discard(name)
        return self._known[name]

    def _direct(self, value: Any, depth: int) -> str:
        if isinstance(value, pikepdf.Stream):
            return f"stream {self._keys(value, depth)} {self._stream(value)}"
        if isinstance(value, pikepdf.Dictionary):
            return f"<<{self._keys(value, depth)}>>"
        if isinstance(value, pikepdf.Array):
            return f"[{' '.join(self.of(one, depth + 1) for one in value)}]"
        if isinstance(value, pikepdf.String):
            return f"({bytes(value).hex()})"
        return f"{type(value).__name__} {value}"

    def _keys(self, value: Any, depth: int) -> str:
        keys = sorted(key for key in value if key not in _PACKING and key != "/Parent")
        return " ".join(f"{key} {self.of(value[key], depth + 1)}" for key in keys)

    def _stream(self, value: Any) -> str:
        """The digest of what is packed in a stream; packed in another way than ours, as it is."""
        data, how = value.read_raw_bytes(), value.get("/Filter", [])
        filters = [str(one) for one in how] if isinstance(how, pikepdf.Array) else [str(how)]
        if "/DecodeParms" in value or set(filters) - {"/ASCII85Decode", "/FlateDecode"}:
            return f"{filters} {_hash(data)}"
        for one in filters:
            data = self._unpacked(data, one)
        return _hash(data)

    def _unpacked(self, data: bytes, how: str) -> bytes:
        if how == "/ASCII85Decode":
            try:
                return a85decode(data.strip().removesuffix(b"~>"))
            except NotBase as error:
                raise ValueError("not base 85") from error
        opened = zlib.decompressobj()
        made = opened.decompress(data, self._left)
        self._left -= len(made)
        if opened.unconsumed_tail or self._left <= 0:
            raise ValueError("unpacks to far too much")
        return made


def _had(page: Any, key: str) -> Any:
    """A value of a page or of the branch of the page tree that it hangs on; None where unset."""
    node = page
    for _ in range(_DEEPEST):
        if key in node:
            return node[key]
        if "/Parent" not in node:
            return None
        node = node["/Parent"]
    raise ValueError("a page tree without a root")


def _shown(value: Any) -> str:
    if isinstance(value, pikepdf.String | pikepdf.Name):
        return str(value)
    return f"{type(value).__name__} {value}"


def _hash(data: bytes) -> str:
    return sha256(data).hexdigest()


def _bad(title: str, hint: str) -> BadInput:
    return BadInput(title, hint, field="file")
