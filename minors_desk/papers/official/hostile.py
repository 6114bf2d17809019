"""Opens somebody's PDF without harm: what could act is taken out, what could hurt is refused.

The library is pikepdf. Below it, qpdf mends a broken cross-reference table, opens a PDF that is
encrypted with an empty password, holds decompression within limits, and checks the syntax of what
was written; pypdf does none of these as well and is the second reader of the tests.
"""

import warnings
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from io import BytesIO
from typing import Any, Literal

import pikepdf
from pikepdf import settings

from minors_desk.errors import Refused

MIB = 1024 * 1024
MOST_BYTES = 50 * MIB
MOST_PAGES = 200
MOST_OBJECTS = 200_000
MOST_OF_A_STREAM = 48 * MIB
MOST_OF_ALL_STREAMS = 192 * MIB
MOST_PIXELS = 60_000_000
"""A page of 300 dpi has 8 million; what one picture may unpack to while it is shown."""
LONGEST_SIDE = 14_400
"""Points; no page of the PDF format may be longer."""
_DEEPEST = 60

_UNTOUCHED = "Get the form again from the agency that issues it."
# qpdf keeps these for the whole process. Nothing else here opens a PDF through it.
settings.set_qpdf_limits(
    flate_max_memory=MOST_OF_A_STREAM,
    run_length_max_memory=MOST_OF_A_STREAM,
    dct_max_memory=4 * MOST_PIXELS,
    png_max_memory=MOST_OF_A_STREAM,
    tiff_max_memory=MOST_OF_A_STREAM,
    max_stream_filters=4,
    doc_max_warnings=2_000,
    parser_max_container_size=MOST_OBJECTS,
)

NoteCode = Literal[
    "mended",
    "decrypted",
    "xfa",
    "rights",
    "javascript",
    "on_opening",
    "events",
    "submit",
    "link",
    "action",
    "attached",
    "media",
]
_SENTENCES: dict[NoteCode, str] = {
    "mended": "The file was damaged (its table of objects was broken) and was mended.",
    "decrypted": "The file was encrypted with an empty password, which keeps nobody out; "
    "the filled form is written without it.",
    "xfa": "The form had a second description of itself (XFA), which some viewers show instead "
    "of the filled fields; it was taken out.",
    "rights": "The form had a mark of its maker that any change breaks; it was taken out.",
    "javascript": "The form had programs of its own (JavaScript); they were taken out.",
    "on_opening": "The form did something when opened; that was taken out.",
    "events": "The form did something of its own when looked at or typed into; that was taken out.",
    "submit": "The form could send its content away by a button; that was taken out.",
    "link": "The form had links to other places; they were taken out.",
    "action": "The form had buttons that do something; what they do was taken out.",
    "attached": "The form had files hidden in it; they were taken out.",
    "media": "The form had moving pictures or sounds; they were taken out.",
}
_OF_ACTION: dict[str, NoteCode] = {
    "/JavaScript": "javascript",
    "/SubmitForm": "submit",
    "/ImportData": "submit",
    "/URI": "link",
    "/GoToR": "link",
    "/GoToE": "attached",
    "/Rendition": "media",
    "/Movie": "media",
    "/Sound": "media",
    "/GoTo3DView": "media",
    "/RichMediaExecute": "media",
}
_MEDIA = frozenset(["/RichMedia", "/Movie", "/Sound", "/Screen", "/3D"])
_HARMLESS = frozenset(["/GoTo"])


@dataclass(frozen=True, slots=True)
class Note:
    """What was changed in a PDF to make it safe: a code, how often, and the sentence."""

    code: NoteCode
    count: int

    @property
    def sentence(self) -> str:
        """What was so, and what was done about it."""
        return _SENTENCES[self.code]


@dataclass(frozen=True, slots=True)
class Safe:
    """A PDF in memory in which nothing acts any more, and what was changed to make it so."""

    pdf: pikepdf.Pdf
    notes: tuple[Note, ...]


def opened(data: bytes) -> Safe:
    """Open a form; what could act in it is gone afterwards.

    Raises Refused, with one sentence, for what is no PDF, needs a password, is too large or
    unpacks to too much, is signed already, starts programs, or may not be filled.
    """
    if len(data) > MOST_BYTES:
        raise _no("pdf_too_large", f"The file is larger than {MOST_BYTES // MIB} MB")
    if b"%PDF-" not in data[:1024]:
        raise _no("pdf_not_one", "The file is no PDF", "Give the form as the agency sends it out.")
    pdf = _open(data)
    found: Counter[NoteCode] = Counter()
    if pdf.get_warnings():
        found["mended"] += 1
    if pdf.is_encrypted:
        _may_be_filled(pdf)
        found["decrypted"] += 1
    try:
        _within_limits(pdf)
        _not_signed(pdf)
        _disarm(pdf, found)
    except (pikepdf.PdfError, RecursionError, ValueError, TypeError, AttributeError, KeyError):
        raise _damaged() from None
    return Safe(pdf, tuple(Note(code, found[code]) for code in _SENTENCES if found[code]))


def saved(pdf: pikepdf.Pdf) -> bytes:
    """The bytes of an open PDF, without encryption; equal PDFs give equal bytes."""
    out = BytesIO()
    with warnings.catch_warnings():
        # A form may show fields that belong to no form; they stay as they are, and are not ours.
        warnings.simplefilter("ignore", pikepdf.PageCopyWarning)
        pdf.save(out, encryption=False, deterministic_id=True)
    return out.getvalue()


def _open(data: bytes) -> pikepdf.Pdf:
    try:
        pdf = pikepdf.open(BytesIO(data), suppress_warnings=True)
        len(pdf.pages)
    except pikepdf.PasswordError:
        raise _no(
            "pdf_needs_password",
            "The file opens only with a password",
            "Ask the agency that issues it for one that opens without.",
        ) from None
    except (pikepdf.PdfError, RuntimeError, ValueError):
        if _unpacks_to_too_much(data):
            raise _bomb() from None
        raise _damaged() from None
    return pdf


def _unpacks_to_too_much(data: bytes) -> bool:
    """Whether a limit on unpacking is what qpdf stopped at; its own words are not kept."""
    try:
        pikepdf.open(BytesIO(data), suppress_warnings=True, attempt_recovery=False)
    except (pikepdf.PdfError, RuntimeError, ValueError) as error:
        return "memory" in str(error) or "limit" in str(error)
    return False


def _may_be_filled(pdf: pikepdf.Pdf) -> None:
    """A restriction that the issuer set is kept, though nothing enforces it."""
    if not (pdf.allow.modify_form or pdf.allow.modify_other or pdf.allow.modify_annotation):
        raise _no(
            "pdf_not_to_fill",
            "The agency that issues the file does not let it be filled",
            "Print it and fill it by hand, or ask the agency for a fillable one.",
        )


def _within_limits(pdf: pikepdf.Pdf) -> None:
    if len(pdf.pages) > MOST_PAGES:
        raise _no("pdf_too_large", f"The file has more than {MOST_PAGES} pages")
    if len(pdf.objects) > MOST_OBJECTS:
        raise _no("pdf_too_large", f"The file has more than {MOST_OBJECTS:,} objects")
    for page in pdf.pages:
        sides = [abs(float(side)) for side in page.mediabox]
        if max(sides) > LONGEST_SIDE:
            raise _no("pdf_too_large", "A page of the file is larger than any paper")
    total = 0
    for one in pdf.objects:
        if isinstance(one, pikepdf.Stream):
            total += _unpacked(one)
            if total > MOST_OF_ALL_STREAMS:
                raise _bomb()


def _unpacked(stream: pikepdf.Stream) -> int:
    """How many bytes a stream unpacks to; Refused beyond the limit of one."""
    if stream.get("/Subtype") == "/Image":
        pixels = int(stream.get("/Width", 0)) * int(stream.get("/Height", 0))
        if pixels > MOST_PIXELS:
            raise _bomb()
    try:
        return len(stream.read_bytes())
    except pikepdf.DataDecodingError:
        raise _bomb() from None
    except pikepdf.PdfError as error:
        if "memory" in str(error) or "limit" in str(error) or "too many" in str(error):
            raise _bomb() from None
        return len(stream.read_raw_bytes())


def _not_signed(pdf: pikepdf.Pdf) -> None:
    """Filling would break a signature that somebody already put on the form."""
    for one in pdf.objects:
        if (
            isinstance(one, pikepdf.Dictionary)
            and one.get("/FT") == "/Sig"
            and isinstance(one.get("/V"), pikepdf.Dictionary)
        ):
            raise _no(
                "pdf_signed",
                "The file is signed already, and filling it would break the signature",
                "Give the blank form.",
            )


def _disarm(pdf: pikepdf.Pdf, found: Counter[NoteCode]) -> None:
    root: Any = pdf.Root
    if root.get("/NeedsRendering"):
        raise _no(
            "pdf_only_xfa",
            "The form is an XFA form without fields of its own",
            "Ask the agency for the form as a fillable PDF (AcroForm).",
        )
    parts = [part for one in pdf.objects for part in _dictionaries(one, 0)]
    if any(part.get("/S") == "/Launch" for part in parts):
        raise _no("pdf_starts_programs", "The file starts other programs", _UNTOUCHED)
    for part in parts:
        _take_actions(part, found)
    _take_from_root(root, found)
    for page in pdf.pages:
        _take_annotations(page, found)


def _take_from_root(root: Any, found: Counter[NoteCode]) -> None:
    names = root.get("/Names")
    codes: tuple[tuple[str, NoteCode], ...] = (
        ("/JavaScript", "javascript"),
        ("/EmbeddedFiles", "attached"),
        ("/Renditions", "media"),
    )
    for key, code in codes:
        if isinstance(names, pikepdf.Dictionary) and key in names:
            _take(names, key, code, found)
    for key in ("/AF", "/Collection"):
        _take(root, key, "attached", found)
    _take(root, "/Perms", "rights", found)
    form = root.get("/AcroForm")
    if isinstance(form, pikepdf.Dictionary):
        _take(form, "/XFA", "xfa", found)
        _take(form, "/CO", "events", found)
        if int(form.get("/SigFlags", 0)) & 2:  # only to be added to: nobody signed it
            form["/SigFlags"] = int(form.SigFlags) & ~2


def _take_actions(one: Any, found: Counter[NoteCode]) -> None:
    """Take out what a dictionary would do: when opened, on events, when clicked, and after that."""
    _take(one, "/AA", "events", found)
    _take(one, "/OpenAction", "on_opening", found)
    if "/S" in one and "/Next" in one and isinstance(one.get("/S"), pikepdf.Name):
        _take(one, "/Next", "action", found)
    action = one.get("/A")
    if isinstance(action, pikepdf.Dictionary) and "/S" in action:
        kind = str(action.get("/S"))
        if kind not in _HARMLESS:
            _take(one, "/A", _OF_ACTION.get(kind, "action"), found)


def _take_annotations(page: Any, found: Counter[NoteCode]) -> None:
    annots = page.obj.get("/Annots")
    _take(page.obj, "/AF", "attached", found)
    if not isinstance(annots, pikepdf.Array):
        return
    for at in reversed(range(len(annots))):
        one = annots[at]
        kind = one.get("/Subtype") if isinstance(one, pikepdf.Dictionary) else None
        if kind == "/FileAttachment":
            found["attached"] += 1
            del annots[at]
        elif str(kind) in _MEDIA:
            found["media"] += 1
            del annots[at]


def _take(one: Any, key: str, code: NoteCode, found: Counter[NoteCode]) -> None:
    if key in one:
        del one[key]
        found[code] += 1


def _dictionaries(one: Any, depth: int) -> Iterator[Any]:
    """The dictionaries that an object is or holds directly; others come as objects themselves."""
    if depth > _DEEPEST:
        raise _damaged()
    if isinstance(one, pikepdf.Stream):
        one = one.stream_dict
    if isinstance(one, pikepdf.Dictionary):
        yield one
        for _key, value in list(one.items()):
            yield from _inside(value, depth)
    elif isinstance(one, pikepdf.Array):
        for value in list(one):
            yield from _inside(value, depth)


def _inside(value: Any, depth: int) -> Iterator[Any]:
    if isinstance(value, pikepdf.Dictionary | pikepdf.Array) and not value.is_indirect:
        yield from _dictionaries(value, depth + 1)


def _bomb() -> Refused:
    return _no("pdf_bomb", "The file unpacks to far more than a form needs")


def _damaged() -> Refused:
    return _no("pdf_damaged", "The file is damaged and cannot be mended")


def _no(code: str, title: str, hint: str = _UNTOUCHED) -> Refused:
    return Refused(title, hint, code=code)
