"""The cover sheet of a packet: which copies are in it, on how many pages, for whom each is.

It lies on top, so it says nothing of the child but the number of the case.
"""

from dataclasses import dataclass

from minors_desk.domain.packets import PACKET, PacketFor
from minors_desk.papers.paper import PaperInput
from minors_desk.papers.sheet import Box, Column, Form, Row, Section, Table, for_ink
from minors_desk.wording.codes import word

TITLE, TITLE_FR = "Packet cover sheet", "Bordereau d'accompagnement"
TEMPLATE = 1
_NOTE = (
    "Each page names its own paper and its place in this packet. A page that is missing, twice or "
    "of another case does not belong to it: ask the station. The digest is over all copies listed."
)
_COLUMNS = (
    Column("No.", 2),
    Column("Paper", 9),
    Column("Number", 8),
    Column("Version, copy", 4),
    Column("Pages here", 4),
    Column("Seal code", 11),
    Column("For", 5),
)
LABELS = {
    "packet.for": "Put together for",
    "packet.count": "In this packet",
    "packet.at": "Put together at",
    "packet.digest": "Digest over all copies (SHA-256)",
    **{
        f"papers.*.{name}": column.label
        for name, column in zip(
            ("no", "paper", "number", "version", "pages", "seal", "for"), _COLUMNS, strict=True
        )
    },
}
"""How each box is called on the page, by its name with `*` for the line."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PacketLine:
    """One copy as the cover lists it; ``pages`` is how many it has."""

    paper: str
    number: str
    version: int
    copy: int
    pages: int
    seal_code: str
    for_whom: PacketFor


@dataclass(frozen=True, slots=True, kw_only=True)
class Cover:
    """What a cover sheet says besides the head and foot that all papers have.

    ``at`` is text in local time; ``own_pages`` how many pages the cover itself has.
    """

    for_whom: PacketFor
    receiver: str
    at: str
    lines: tuple[PacketLine, ...]
    papers_digest: str
    own_pages: int = 1


def compose(given: PaperInput, cover: Cover) -> Form:
    """Compose the cover sheet of one packet."""
    return Form(
        paper=PACKET,
        template_version=TEMPLATE,
        title=TITLE,
        head=given.head(),
        sections=(
            Section("Packet", _rows(cover)),
            Section("Copies, in their order", (_table(cover),), note=_NOTE),
            Section(
                "Received whole",
                (Row((for_ink("signature.packet", "Who took the packet, by hand"),)),),
            ),
        ),
        prepared_by=given.prepared(),
        title_fr=TITLE_FR,
    )


def _rows(cover: Cover) -> tuple[Row, ...]:
    count = len(cover.lines)
    pages = cover.own_pages + sum(one.pages for one in cover.lines)
    copies = "1 copy" if count == 1 else f"{count} copies"
    whom = word("packet_for", cover.for_whom)
    if cover.for_whom == "receiver" and cover.receiver:
        whom = f"{whom}: {cover.receiver}"
    return (
        Row((_box("packet.for", whom, strong=True),)),
        Row(
            (
                _box("packet.count", f"{copies}, {pages} pages with this sheet", strong=True),
                _box("packet.at", cover.at),
            )
        ),
        Row((_box("packet.digest", cover.papers_digest),)),
    )


def _box(name: str, text: str, *, strong: bool = False) -> Box:
    return Box(name, LABELS[name], text, strong=strong)


def _table(cover: Cover) -> Table:
    lines, first = [], cover.own_pages + 1
    for number, one in enumerate(cover.lines, start=1):
        last = first + one.pages - 1
        cells = {
            "no": str(number),
            "paper": word("paper", one.paper),
            "number": one.number,
            "version": f"{one.version}, copy {one.copy}",
            "pages": str(first) if one.pages == 1 else f"{first} to {last}",
            "seal": one.seal_code,
            "for": word("packet_for", one.for_whom),
        }
        first = last + 1
        lines.append(
            tuple(
                Box(f"papers.{number}.{name}", LABELS[f"papers.*.{name}"], text)
                for name, text in cells.items()
            )
        )
    return Table("papers", _COLUMNS, tuple(lines))
