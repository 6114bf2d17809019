"""Proves a paper by its file: a PDF box by box, a scan or photograph by the code on each page.

The copy is drawn again from the entries that its issue had seen, and what was given is held against
it. On a picture only the code can be proved: what its letters say is for an eye to compare.
"""

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from hashlib import sha256
from uuid import UUID

from PIL import Image

from minors_desk.domain import roles
from minors_desk.domain.entries import Entry
from minors_desk.domain.packets import PacketIssued
from minors_desk.domain.printed import PaperIssued, PaperPrinted, issued_by
from minors_desk.errors import BadInput, NotFound
from minors_desk.papers import comparing, pdf_parts, pdfium, scans, seal
from minors_desk.papers.comparing import Difference, Original
from minors_desk.services import covers, printing, sheet_scans
from minors_desk.services.desk import Desk
from minors_desk.services.given import By, Given, file_named, may_be_a_code, read_file
from minors_desk.services.imprints import imprint_of, imprinted, printed_by
from minors_desk.services.proved import Proved
from minors_desk.services.recording import require

__all__ = [
    "Difference",
    "Given",
    "Proof",
    "Prover",
    "file_named",
    "may_be_a_code",
    "prove",
    "read_file",
]

_Pages = tuple[int, ...]
_SEAL = re.compile(r"seal (\d{1,18}(?:-[0-9A-Z]{4}){3})")
_END = re.compile(rb"%%EOF\r?\n?")
_ISSUES = (PaperIssued, PacketIssued)
_VIEW_DPI, _WIDEST = 150, 1700
PDFIUM = pdfium.ONE_AT_A_TIME
"""Whoever else uses PDFium in this process has to hold this meanwhile."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Proof:
    """One of the four answers, by what it was found, and what differs.

    `shown` are the pages whose code was read and is right, `unread` the pages of the picture
    without a code that could be read. `of` is the number of pages of the paper, `original` the
    copy as it was issued, to be laid beside what was given; empty where there is none.
    """

    by: By
    proved: Proved
    differences: tuple[Difference, ...] = ()
    shown: tuple[int, ...] = ()
    unread: tuple[int, ...] = ()
    of: int = 0
    original: bytes = b""

    @property
    def good(self) -> bool:
        """Whether paper and record agree, or did when it was issued."""
        return self.proved.verdict in ("agrees", "agreed_when_issued")


@dataclass(frozen=True, slots=True)
class Shown:
    """One page as a picture: `dots` are its shades of grey (0 is black), row by row."""

    width: int
    height: int
    dots: bytes


def side_by_side(given: Given, proof: Proof) -> tuple[list[Shown], list[Shown]]:
    """The paper as it was issued, and what was given; touches no record. Either may be empty.

    Of a paper that was scanned in part only the pages are shown whose codes were read.
    """
    record = _drawn(proof.original) if proof.original else []
    if proof.by == "picture" and proof.shown:
        record = [record[page - 1] for page in proof.shown]
    if given.by == "pdf":
        return record, _drawn(given.data)
    return record, [_shown(one.picture) for one in scans.read(given.data)]


def _drawn(pdf: bytes) -> list[Shown]:
    with pdfium.pages(pdf) as drawn:
        return [_shown(drawn.picture(at, _VIEW_DPI)) for at in range(drawn.count)]


def _shown(picture: Image.Image) -> Shown:
    if picture.width > _WIDEST:
        picture = picture.resize((_WIDEST, picture.height * _WIDEST // picture.width))
    return Shown(picture.width, picture.height, picture.tobytes())


def prove(desk: Desk, given: Given) -> Proof:
    """Prove one paper; for several, a `Prover` keeps what it drew."""
    return Prover(desk).prove(given)


class Prover:
    """Proves papers against one record; a copy is drawn again once, and its answer kept."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._originals: dict[UUID, tuple[Original, str]] = {}
        self._answers: dict[tuple[str, int], Proved] = {}

    def prove(self, given: Given) -> Proof:
        """One of the four answers. Raises BadInput for what is no code and no file of a paper."""
        require(self._desk, roles.VERIFY)
        require(self._desk, roles.READ_CASES)
        by = given.by
        if by == "code":
            return self._by_code(given.code)
        if by == "picture":
            codes = [one.code for one in scans.read(given.data)]
            return self._by_picture(codes)
        return self._by_pdf(given.data)

    def of_entry(self, paper: UUID) -> tuple[Proved, Original]:
        """How an issued copy stands today, and that copy drawn again; NotFound as `original_of`."""
        original, code = self._original(paper)
        return self._answer(code), original

    def _by_code(self, code: str) -> Proof:
        proved = self._answer(code)
        if proved.issued_at is None:
            return Proof(by="code", proved=proved)
        ordinal, _chars = seal.parse_seal_code(code)
        paper = self._desk.journal.entry(ordinal).id
        if not self._has(paper):  # blank sheets are laid beside nothing
            return Proof(by="code", proved=proved)
        original, _code = self._original(paper)
        return Proof(by="code", proved=proved, of=len(original.layout.pages), original=original.pdf)

    def _by_pdf(self, data: bytes) -> Proof:
        parts = pdf_parts.read(data)
        if _is_scanned(data, len(parts.pages)):
            codes = comparing.codes_of(data)
            return self._by_picture(codes)
        paper = self._which(data, parts)
        if paper is None:
            return Proof(by="pdf", proved=Proved(verdict="no_such_paper"))
        original, code = self._original(paper)
        proved = self._answer(code)
        told = self._by_the_log(data, self._recorded(paper, proved))
        found = comparing.differences(data, original) if told is None else told
        if found:
            proved = replace(proved, verdict="does_not_agree", reason="file_differs")
            found = tuple(self._by_number(one) for one in found)
        pages = len(original.layout.pages)
        return Proof(by="pdf", proved=proved, differences=found, of=pages, original=original.pdf)

    def _by_picture(self, codes: list[str]) -> Proof:
        """By the codes of the pages alone: all have to be of one copy, and as the record has it."""
        unread = tuple(at for at, code in enumerate(codes, start=1) if not code)
        read = {at: seal.read_qr(code) for at, code in enumerate(codes, start=1) if code}
        if not read:
            raise _no_code()
        papers = Counter(one.paper_id for one in read.values())
        known = [one for one, _ in papers.most_common() if self._has(one)]
        paper = next((one for one in known if self._is_packet(one)), next(iter(known), None))
        here = self._desk.vault.record_id
        sheets = sheet_scans.shown(self._desk, read)
        if sheets is not None:
            return self._by_sheets(sheets, read, unread)
        if paper is None or all(one.record_id != here for one in read.values()):
            return Proof(by="picture", proved=Proved(verdict="no_such_paper"), unread=unread)
        original, code = self._original(paper)
        wanted = [seal.read_qr(seal.qr_text(one)) for one in original.imprint.qr]
        found = []
        ours = {one.paper_id for one in wanted}
        for at, one in read.items():
            if one in wanted:
                continue
            if one.paper_id not in ours:
                told = f"{one.paper_id}, page {one.page} of {one.of}"
                found.append(self._by_number(Difference("page_foreign", at, paper=told)))
            else:
                found.append(Difference("code", at, "imprint.code"))
        proved = self._answer(code)
        if found:
            proved = replace(proved, verdict="does_not_agree", reason="file_differs")
        shown = sorted({wanted.index(one) + 1 for one in read.values() if one in wanted})
        return Proof(
            by="picture",
            proved=proved,
            differences=tuple(found),
            shown=tuple(shown),
            unread=unread,
            of=len(wanted),
            original=original.pdf,
        )

    def _by_sheets(
        self, sheets: tuple[str, _Pages], read: Mapping[int, seal.QrPayload], unread: _Pages
    ) -> Proof:
        """Blank sheets: their codes are proved; what was written by hand is for an eye."""
        code, wrong = sheets
        proved = self._answer(code)
        if wrong:
            proved = replace(proved, verdict="does_not_agree", reason="file_differs")
        return Proof(
            by="picture",
            proved=proved,
            differences=tuple(Difference("code", at, "imprint.code") for at in wrong),
            shown=tuple(sorted({one.page for at, one in read.items() if at not in wrong})),
            unread=unread,
            of=next(iter(read.values())).of,
        )

    def _which(self, data: bytes, parts: pdf_parts.Parts) -> UUID | None:
        """Which issued copy a PDF is most likely of, by what it says and by its pages' codes."""
        said = self._said(parts)
        if said is not None and {*parts.pages} & {*self._original(said)[0].parts.pages}:
            return said
        votes = Counter(seal.read_qr(code).paper_id for code in comparing.codes_of(data) if code)
        if said is not None:
            votes[said] += 1
        else:
            votes.update(self._printed_codes(data, len(parts.pages)))
        if not votes and not _SEAL.search(parts.info.get("/Keywords", "")):
            raise _no_code()
        ranked = sorted(votes, key=lambda one: (votes[one], one == said), reverse=True)
        known = [one for one in ranked if self._has(one)]
        # Most pages of a packet are of the papers in it: its cover says that it is one.
        return next((one for one in known if self._is_packet(one)), next(iter(known), None))

    def _said(self, parts: pdf_parts.Parts) -> UUID | None:
        """The copy that the file itself says it is."""
        return self._of_seal(_SEAL.findall(parts.info.get("/Keywords", "")))

    def _printed_codes(self, data: bytes, pages: int) -> Iterable[UUID]:
        """The copies whose seal codes stand on the pages as text."""
        with pdfium.pages(data) as drawn:
            texts = [drawn.texts(at, ())[0] for at in range(pages)]
        pattern = re.compile(r"\b(\d{1,18}(?:-[0-9A-Z]{4}){3})\b")
        named = [self._of_seal(pattern.findall(text)) for text in texts]
        return [one for one in named if one is not None]

    def _of_seal(self, codes: list[str]) -> UUID | None:
        for code in codes:
            ordinal, _chars = seal.parse_seal_code(code)
            try:
                entry = self._desk.journal.entry(ordinal)
                proof = self._desk.journal.proof(entry.id)
            except NotFound:
                continue
            if isinstance(entry.body, _ISSUES) and seal.matches(code, ordinal, proof.hash):
                return entry.id
        return None

    def _by_number(self, one: Difference) -> Difference:
        """The same with the numbers of the papers whose codes it names, where they are here."""
        if one.what not in ("code", "page_foreign"):
            return one
        return replace(one, paper=self._numbered(one.paper), record=self._numbered(one.record))

    def _numbered(self, told: str) -> str:
        paper, comma, rest = told.partition(",")
        if not comma or not self._has(UUID(paper)):
            return told
        body = self._desk.journal.entry_by_id(UUID(paper)).body
        if isinstance(body, PacketIssued):
            return f"{body.number},{rest}"
        assert isinstance(body, PaperIssued)  # noqa: S101 - just asked
        return f"{body.number}, version {body.version}, copy {body.copy},{rest}"

    def _is_packet(self, paper: UUID) -> bool:
        return isinstance(self._desk.journal.entry_by_id(paper).body, PacketIssued)

    def _has(self, paper: UUID) -> bool:
        try:
            return isinstance(self._desk.journal.entry_by_id(paper).body, _ISSUES)
        except NotFound:
            return False

    @staticmethod
    def _by_the_log(data: bytes, recorded: set[str]) -> tuple[Difference, ...] | None:
        """What stands behind the file that the log has the digest of; None if it has none of it."""
        ends = [found.end() for found in _END.finditer(data)]
        for end in (len(data), *reversed(ends)):
            if recorded and sha256(data[:end]).hexdigest() in recorded:
                whole = end == len(data)
                return () if whole else comparing.behind_the_recorded(data, data[:end])
        return None

    def _recorded(self, paper: UUID, proved: Proved) -> set[str]:
        """The digests that the log has of this copy's file, and only if the copy itself is good."""
        entry = self._desk.journal.entry_by_id(paper)
        if proved.verdict == "does_not_agree":
            return set()
        log = self._desk.journal
        of_case = entry.case_id
        entries = log.what_made_station() if of_case is None else log.entries_of(of_case)
        return recorded_files(entry, (one.body for one in entries))

    def _answer(self, code: str) -> Proved:
        key = (code, self._desk.journal.log_head().ordinal)
        if key not in self._answers:
            self._answers[key] = printing.verify_paper(self._desk, code)
        return self._answers[key]

    def _original(self, paper: UUID) -> tuple[Original, str]:
        """A copy drawn again from the entries of then, and its seal code."""
        if paper not in self._originals:
            entry = self._desk.journal.entry_by_id(paper)
            self._originals[paper] = original_of(self._desk, entry)
        return self._originals[paper]


def recorded_files(entry: Entry, bodies: Iterable[object]) -> set[str]:
    """The SHA-256 digests that these entries give of files of that copy, or of that packet."""
    body = entry.body
    packed = {one.issued for one in body.papers} if isinstance(body, PacketIssued) else set()
    of = packed or {entry.id}
    printed = (one for one in bodies if isinstance(one, PaperPrinted))
    return {one.pdf_sha256 for one in printed if one.issued in of and one.pdf_sha256}


def original_of(desk: Desk, entry: Entry) -> tuple[Original, str]:
    """An issued copy drawn again from the entries that its issue had seen, and its seal code.

    Raises NotFound for a paper that this program does not know yet.
    """
    body = entry.body
    if isinstance(body, PacketIssued):
        return _packet_of(desk, entry, body)
    if not isinstance(body, PaperIssued):
        raise NotFound("No paper was issued by this entry", "Check the number.")
    layout, issued = printing.layout_of(desk, entry, body), issued_by(entry, body)
    imprint = imprint_of(desk, issued, len(layout.pages), printed_by(desk, entry))
    return Original(layout, imprint), imprint.seal_code


def _packet_of(desk: Desk, entry: Entry, body: PacketIssued) -> tuple[Original, str]:
    """A packet drawn again: its cover sheet, and each copy in it as it was issued."""
    cover, by = covers.as_issued(desk, entry, body), printed_by(desk, entry)
    named, made = (body.number, 1, 1), bytes.fromhex(body.digest)
    imprint = imprinted(desk, entry.id, named, made, (len(cover.pages), body.occurred_at, by))
    copies = [original_of(desk, desk.journal.entry_by_id(one.issued))[0] for one in body.papers]
    parts = [(one.layout, one.imprint) for one in copies]
    return Original(cover, imprint, *parts), imprint.seal_code


def _is_scanned(data: bytes, pages: int) -> bool:
    """Whether a PDF holds nothing but pictures: no page of ours is without text."""
    with pdfium.pages(data) as drawn:
        return not any(drawn.texts(at, ())[0].strip() for at in range(pages))


def _no_code() -> BadInput:
    return BadInput(
        "No code of a paper of this program can be read in this file",
        "Scan the whole page at 200 dpi or more, or type the seal code on its foot.",
        field="file",
    )
