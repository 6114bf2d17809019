"""Puts drawings made on screen at the lines of a paper that wait for ink, whatever the paper is.

Each is bound to the text of the paper as it stood on screen; where a value has changed since, the
drawing prints as void and the line waits again (CONTRACT 2.4).
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from minors_desk.domain.signing import PaperSignature, binding
from minors_desk.papers.layout import lay_out
from minors_desk.papers.sheet import Figure, Form, Row, Section, SignatureBox, Table, digest
from minors_desk.wording.signing import drawn_words, signer_words

Drawn = Mapping[str, tuple[PaperSignature, ...]]
"""The drawings of one paper by the line they stand at, the earliest first."""
VOID = ".void"
"""How the box of a drawing ends that counts no longer; the line itself keeps its name."""
NOTE = (
    "A drawing made on screen is bound to the text of this paper as it then stood, and counts no "
    "longer when one of its values is changed. What binds the officer is the entry that issued "
    "this paper, signed with the officer's own key (Ed25519)."
)
_BY_HAND = re.compile(r",? by hand( after printing)?$")


@dataclass(frozen=True, slots=True, kw_only=True)
class Signable:
    """What of a paper can be signed on screen: the digest of its text, and its lines for ink."""

    digest: str
    lines: tuple[SignatureBox, ...]


def signable(form: Form) -> Signable:
    """What of a form without drawings can be signed.

    The digest (hex) is that of a paper issued with every line left for ink: page, box and printed
    string of all that comes from the record, so that no value can change without it. It is empty
    where there is no line.
    """
    lines = tuple(_lines(form))
    if not lines:
        return Signable(digest="", lines=())
    made = digest(form.paper, form.template_version, lay_out(form))
    return Signable(digest=made.hex(), lines=lines)


def plain_label(label: str) -> str:
    """The label of a line without the words that it waits for ink."""
    return _BY_HAND.sub("", label)


def with_drawings(form: Form, drawn: Drawn, text: str, zone: str) -> Form:
    """The form with the drawings at its lines; `text` is the digest of what it says now."""
    here = {line.name for line in _lines(form)} & set(drawn)
    if not here:
        return form
    return replace(form, sections=tuple(_section(one, drawn, text, zone) for one in form.sections))


def _lines(form: Form) -> Iterator[SignatureBox]:
    for section in form.sections:
        for row in section.rows:
            yield from _for_ink(row)


def _for_ink(row: Row | Table) -> tuple[SignatureBox, ...]:
    if isinstance(row, Table):
        return ()
    boxes = (one for one in row.cells if isinstance(one, SignatureBox))
    return tuple(one for one in boxes if one.state == "to_be_signed")


def _section(section: Section, drawn: Drawn, text: str, zone: str) -> Section:
    """The section with its drawings, what they mean below it, and each void one under its line."""
    rows: list[Row | Table] = []
    for row in section.rows:
        signed, void = _row(row, drawn, text, zone)
        rows += [signed, *void]
    if tuple(rows) == section.rows:
        return section
    return replace(section, rows=tuple(rows), note=f"{NOTE} {section.note}".strip())


def _row(row: Row | Table, drawn: Drawn, text: str, zone: str) -> tuple[Row | Table, list[Row]]:
    if isinstance(row, Table):
        return row, []
    bound, void = {}, []
    for line in _for_ink(row):
        drawings = drawn.get(line.name, ())
        holding = binding(drawings, text)
        if holding is not None:
            bound[line.name] = _signed(line, holding, zone)
        elif drawings:
            void.append(Row((_void(line, drawings[-1], zone),)))
    cells = (one if isinstance(one, Figure) else bound.get(one.name, one) for one in row.cells)
    return replace(row, cells=tuple(cells)), void


def _signed(line: SignatureBox, by: PaperSignature, zone: str) -> SignatureBox:
    caption = signer_words(by.name, by.badge, by.title), drawn_words(by.at, zone, by.device)
    return SignatureBox(line.name, plain_label(line.label), by.strokes, caption)


def _void(line: SignatureBox, by: PaperSignature, zone: str) -> SignatureBox:
    label = f"{plain_label(line.label)}: signed on an earlier text, counts no longer"
    who = signer_words(by.name, by.badge, by.title)
    caption = who, f"void: {drawn_words(by.at, zone, by.device)}"
    return SignatureBox(f"{line.name}{VOID}", label, by.strokes, caption, "void")
