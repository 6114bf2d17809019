"""Edits of printed papers as a forger makes them: each changes one thing of a PDF, by chance."""

import random
import re
import warnings
from collections.abc import Callable
from io import BytesIO
from typing import Any

import pikepdf

Edit = Callable[[random.Random, bytes, bytes], bytes]
"""Takes chance, the PDF and that of another case; gives the changed PDF."""
_SHOWN = re.compile(rb"<([0-9a-f]{2,})>(?=[^<>]*T[jJ])")
_BEHIND = re.compile(rb"(ActualText <feff)([0-9a-f]{4,})>")
_CODE = re.compile(rb"0 g (?:[-\d.]+ [-\d.]+ [-\d.]+ [-\d.]+ re ?\n?){60,}f\*?", re.DOTALL)
_TITLED = (
    b'<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF '
    b'xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description rdf:about="" '
    b'xmlns:dc="http://purl.org/dc/elements/1.1/" dc:identifier="TR-AC-26-0099-1"/></rdf:RDF>'
    b"</x:xmpmeta>"
)
_STROKE = re.compile(rb"(\d+\.?\d*) (\d+\.?\d*) l ")


def _opened(data: bytes) -> pikepdf.Pdf:
    return pikepdf.open(BytesIO(data))


def _saved(pdf: pikepdf.Pdf) -> bytes:
    out = BytesIO()
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", pikepdf.PageCopyWarning)  # a field of no form: as meant
        pdf.save(out, deterministic_id=True)
    pdf.close()
    return out.getvalue()


def _page(chance: random.Random, pdf: pikepdf.Pdf) -> Any:
    return pdf.pages[chance.randrange(len(pdf.pages))]


def _content(page: Any) -> bytes:
    read: bytes = page.Contents.read_bytes()
    return read


def _with_content(pdf: pikepdf.Pdf, page: Any, content: bytes) -> None:
    page.Contents = pdf.make_stream(content)


def text_changed(chance: random.Random, data: bytes, other: bytes) -> bytes:
    """One glyph on a page becomes another of the same font."""
    pdf = _opened(data)
    page = _page(chance, pdf)
    content = _content(page)
    runs = [one for one in _SHOWN.finditer(content) if len(set(_pairs(one[1]))) > 1]
    run = chance.choice(runs)
    pairs = _pairs(run[1])
    at = chance.randrange(len(pairs))
    pairs[at] = chance.choice([one for one in pairs if one != pairs[at]])
    _with_content(pdf, page, content[: run.start(1)] + b"".join(pairs) + content[run.end(1) :])
    return _saved(pdf)


def text_behind_changed(chance: random.Random, data: bytes, other: bytes) -> bytes:
    """What a reader copies out of a word of another script becomes another text; it looks equal."""
    pdf = _opened(data)
    for page in pdf.pages:
        content = _content(page)
        runs = list(_BEHIND.finditer(content))
        if runs:
            run = chance.choice(runs)
            changed = content[: run.start(2)] + b"00410042" + content[run.end(2) :]
            _with_content(pdf, page, changed)
            return _saved(pdf)
    raise AssertionError("no word of another script on these papers")


def ink_added(chance: random.Random, data: bytes, other: bytes) -> bytes:
    """A line, a dot or a patch of white somewhere on a page."""
    pdf = _opened(data)
    page = _page(chance, pdf)
    x, y = chance.randrange(60, 540), chance.randrange(120, 680)
    ink = chance.choice(
        (
            f"0 G 1 w {x} {y} m {x + 30} {y + 9} l S",
            f"0 g {x} {y} 2 2 re f",
            f"0 G 1 J 1.5 w {x} {y} m {x} {y} l S",
        )
    )
    _with_content(pdf, page, _content(page) + f"\nq {ink} Q\n".encode())
    return _saved(pdf)


def text_covered(chance: random.Random, data: bytes, other: bytes) -> bytes:
    """White over a whole line of a page: the letters below still read as ever."""
    pdf = _opened(data)
    page = _page(chance, pdf)
    content = _content(page)
    place = chance.choice(re.findall(rb"1 0 0 1 ([\d.]+) ([\d.]+) Tm", content))
    x, y = (float(one) for one in place)
    patch = f"\nq 1 g {x - 1:.1f} {y - 3:.1f} 40 12 re f Q\n"
    _with_content(pdf, page, content + patch.encode())
    return _saved(pdf)


def drawing_changed(chance: random.Random, data: bytes, other: bytes) -> bytes:
    """A point of a signature, or of a rule, is moved."""
    pdf = _opened(data)
    page = _page(chance, pdf)
    content = _content(page)
    point = chance.choice(list(_STROKE.finditer(content)))
    moved = f"{float(point[1]) + 6:.3f} {float(point[2]) + 5:.3f} l ".encode()
    _with_content(pdf, page, content[: point.start()] + moved + content[point.end() :])
    return _saved(pdf)


def code_swapped(chance: random.Random, data: bytes, other: bytes) -> bytes:
    """The square code of a page becomes that of a page of another case."""
    pdf, source = _opened(data), _opened(other)
    page, content = _page(chance, pdf), b""
    content = _content(page)
    (ours,), (theirs,) = _CODE.findall(content), _CODE.findall(_content(source.pages[0]))
    assert ours != theirs
    _with_content(pdf, page, content.replace(ours, theirs))
    source.close()
    return _saved(pdf)


def seal_copied(chance: random.Random, data: bytes, other: bytes) -> bytes:
    """The whole foot of a page, seal code and square code, is laid over by that of another case."""
    pdf, source = _opened(data), _opened(other)
    page = _page(chance, pdf)
    foot = source.pages[0]
    form = pdf.copy_foreign(foot.as_form_xobject())
    name = page.add_resource(form, "/XObject")
    over = f"\nq 1 g 30 20 560 78 re f 30 20 560 78 re W n {name} Do Q\n"
    _with_content(pdf, page, _content(page) + over.encode())
    source.close()
    return _saved(pdf)


def page_of_another(chance: random.Random, data: bytes, other: bytes) -> bytes:
    """A page is taken out of the paper of another case, in place of ours or beside it."""
    pdf, source = _opened(data), _opened(other)
    at = chance.randrange(len(pdf.pages))
    pdf.pages.insert(at, source.pages[chance.randrange(len(source.pages))])
    if chance.random() < 0.5:
        del pdf.pages[at + 1]
    return _saved(pdf)


def pages_swapped(chance: random.Random, data: bytes, other: bytes) -> bytes:
    """Two pages change places."""
    pdf = _opened(data)
    first, second = chance.sample(range(len(pdf.pages)), 2)
    a, b = pdf.pages[first].obj, pdf.pages[second].obj
    kids = pdf.Root.Pages.Kids
    kids[first], kids[second] = b, a
    return _saved(pdf)


def page_removed(chance: random.Random, data: bytes, other: bytes) -> bytes:
    """A page is missing."""
    pdf = _opened(data)
    del pdf.pages[chance.randrange(len(pdf.pages))]
    return _saved(pdf)


def page_doubled(chance: random.Random, data: bytes, other: bytes) -> bytes:
    """A page stands there twice."""
    pdf = _opened(data)
    at = chance.randrange(len(pdf.pages))
    pdf.pages.insert(at, pdf.pages[at])
    return _saved(pdf)


def metadata_changed(chance: random.Random, data: bytes, other: bytes) -> bytes:
    """What the file says of itself is another thing."""
    pdf, source = _opened(data), _opened(other)
    key = chance.choice(("/Title", "/Author", "/Keywords", "/Subject", "/CreationDate", "/Own"))
    word = "Another"
    if key in ("/Title", "/Keywords"):
        word = chance.choice((word, str(source.docinfo[key])))
    pdf.docinfo[key] = word
    source.close()
    return _saved(pdf)


def something_carried(chance: random.Random, data: bytes, other: bytes) -> bytes:
    """The file does something when it is opened, carries another one, or describes itself anew."""
    pdf = _opened(data)
    which = chance.randrange(3)
    if which == 0:
        pdf.Root.OpenAction = pikepdf.Dictionary(S=pikepdf.Name.JavaScript, JS="app.alert(1)")
    elif which == 1:
        pdf.attachments["more.txt"] = b"more"
    else:
        pdf.Root.Metadata = pdf.make_stream(_TITLED, Type=pikepdf.Name.Metadata)
    return _saved(pdf)


def note_laid_over(chance: random.Random, data: bytes, other: bytes) -> bytes:
    """A comment or a field lies over a page."""
    pdf = _opened(data)
    page = _page(chance, pdf)
    kind = chance.choice((pikepdf.Name.FreeText, pikepdf.Name.Stamp, pikepdf.Name.Widget))
    note = pikepdf.Dictionary(
        Type=pikepdf.Name.Annot, Subtype=kind, Rect=[100, 300, 260, 340], Contents="approved", F=4
    )
    had = list(page.get("/Annots", []))
    page.Annots = pikepdf.Array([*had, pdf.make_indirect(note)])
    return _saved(pdf)


def font_changed(chance: random.Random, data: bytes, other: bytes) -> bytes:
    """The letters of one weight become those of another, or mean others to whom copies them."""
    pdf = _opened(data)
    fonts = [one for one in pdf.pages[0].Resources.Font.values() if "/ToUnicode" in one]
    first, second = chance.sample(fonts, 2)
    if chance.random() < 0.5:
        first.ToUnicode = second.ToUnicode
    else:
        first.FontDescriptor.FontFile2 = second.FontDescriptor.FontFile2
    return _saved(pdf)


def page_turned_or_cut(chance: random.Random, data: bytes, other: bytes) -> bytes:
    """A page is turned, or shows only a part of itself."""
    pdf = _opened(data)
    page = _page(chance, pdf)
    if chance.random() < 0.5:
        page.obj.Rotate = 180
    else:
        page.obj.CropBox = pikepdf.Array([0, 0, 612, chance.randrange(500, 760)])
    return _saved(pdf)


def appended(chance: random.Random, data: bytes, other: bytes) -> bytes:
    """Behind the untouched file a page's content is given anew, as an update of the PDF."""
    pdf = _opened(data)
    page = _page(chance, pdf)
    number = page.Contents.objgen[0]
    content = _content(page) + b"\nq 0 g 200 400 90 8 re f Q\n"
    size, root = len(pdf.objects) + 1, pdf.Root.objgen[0]
    pdf.close()
    start = int(re.findall(rb"startxref\s+(\d+)", data)[-1])
    head = f"{number} 0 obj\n<< /Length {len(content)} >>\nstream\n".encode()
    made = data + head + content + b"\nendstream\nendobj\n"
    return (
        made
        + (
            f"xref\n{number} 1\n{len(data):010d} 00000 n \n"
            f"trailer\n<< /Size {size} /Root {root} 0 R /Prev {start} >>\n"
            f"startxref\n{len(made)}\n%%EOF\n"
        ).encode()
    )


def _pairs(run: bytes) -> list[bytes]:
    return [run[at : at + 2] for at in range(0, len(run), 2)]


EDITS: tuple[Edit, ...] = (
    text_changed,
    text_changed,
    text_changed,
    text_behind_changed,
    ink_added,
    text_covered,
    drawing_changed,
    code_swapped,
    seal_copied,
    page_of_another,
    pages_swapped,
    page_removed,
    page_doubled,
    metadata_changed,
    something_carried,
    note_laid_over,
    font_changed,
    page_turned_or_cut,
    appended,
)


def packed_anew(data: bytes) -> bytes:
    """The same pages in a file that was written by another program: no edit at all."""
    return _saved(_opened(data))
